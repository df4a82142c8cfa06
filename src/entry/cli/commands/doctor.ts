import { execFile } from "node:child_process";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { EXIT } from "../exit.ts";
import { checkNamed, hasErrors } from "../findings.ts";
import { logOf, openWorkflows } from "../open.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

const run = promisify(execFile);

interface Checkup {
  readonly name: string;
  /** `missing` stops something from working altogether; `limited` takes something away. */
  readonly state: "ok" | "limited" | "missing";
  readonly found: string;
  readonly remedy?: string;
}

/** `pawl doctor`: what this machine and this repository lack, and what to do about each. */
export async function doctorCommand(session: Session): Promise<number> {
  const { workspace, state } = findPlaces(session);
  const checkups = (
    await Promise.all([git(workspace), stateDirectory(state), sandbox(session), workflows(session), jobFile(workspace)])
  ).flat();
  checkups.unshift(node(), modelKey(session));
  const ok = checkups.every((checkup) => checkup.state !== "missing");
  const { terminal } = session;
  if (session.options.json === true) terminal.json({ ok, checks: checkups });
  else {
    for (const { name, state: how, found, remedy } of checkups) {
      const mark =
        how === "ok"
          ? terminal.tone("good", "✓")
          : how === "limited"
            ? terminal.tone("warn", "!")
            : terminal.tone("bad", "✗");
      terminal.out(`${mark} ${name}: ${found}`);
      if (remedy !== undefined) terminal.out(`    ${remedy}`);
    }
  }
  return ok ? EXIT.ok : EXIT.failed;
}

function node(): Checkup {
  return { name: "Node", state: "ok", found: process.version };
}

async function git(workspace: string): Promise<Checkup[]> {
  let version: string;
  try {
    version = (await run("git", ["--version"])).stdout.trim();
  } catch {
    return [
      {
        name: "git",
        state: "missing",
        found: "not found",
        remedy: "Install git 2.30 or newer: snapshots are git trees.",
      },
    ];
  }
  const inside = await run("git", ["-C", workspace, "rev-parse", "--is-inside-work-tree"]).then(
    () => true,
    () => false,
  );
  const repository: Checkup = inside
    ? { name: "repository", state: "ok", found: workspace }
    : {
        name: "repository",
        state: "limited",
        found: `${workspace} is no git repository`,
        remedy: "Runs work; pull requests need a repository: git init.",
      };
  return [{ name: "git", state: "ok", found: version }, repository];
}

async function stateDirectory(state: string): Promise<Checkup> {
  try {
    await mkdir(state, { recursive: true });
    await access(state, constants.W_OK);
    return { name: "state", state: "ok", found: state };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      name: "state",
      state: "missing",
      found: reason,
      remedy: "Give a directory that can be written: --state DIR or PAWL_STATE.",
    };
  }
}

function modelKey({ env }: Session): Checkup {
  const there = (env["ANTHROPIC_API_KEY"] ?? "") !== "";
  return there
    ? {
        name: "model key",
        state: "ok",
        found: `set${env["ANTHROPIC_BASE_URL"] === undefined ? "" : `, at ${env["ANTHROPIC_BASE_URL"]}`}`,
      }
    : {
        name: "model key",
        state: "limited",
        found: "ANTHROPIC_API_KEY is not set",
        remedy: "Agent steps need it: export ANTHROPIC_API_KEY=…; in a repository, add it as an Actions secret.",
      };
}

async function sandbox(session: Session): Promise<Checkup> {
  const { createSandbox } = await import("../../../adapters/sandbox/process.ts");
  const image = session.env["PAWL_SANDBOX_IMAGE"];
  const { profiles, missing } = await createSandbox({
    log: logOf(session),
    temporaryRoot: tmpdir(),
    ...(image === undefined ? {} : { image }),
  }).probe();
  const found = profiles.length === 0 ? "no security profile can be enforced" : `can enforce ${profiles.join(", ")}`;
  return missing.length === 0
    ? { name: "sandbox", state: "ok", found }
    : { name: "sandbox", state: "limited", found, remedy: `Missing: ${missing.join("; ")}.` };
}

async function workflows(session: Session): Promise<Checkup[]> {
  const opened = await openWorkflows(session);
  const known = opened.workflows;
  const checks = await Promise.all((await opened.names()).map((name) => checkNamed(known, name)));
  if (checks.length === 0) {
    return [{ name: "workflows", state: "limited", found: "there are none", remedy: "pawl init writes a first one." }];
  }
  const broken = checks.filter(({ findings }) => hasErrors(findings)).map(({ reference }) => reference);
  return broken.length === 0
    ? [{ name: "workflows", state: "ok", found: `${checks.length} valid` }]
    : [
        {
          name: "workflows",
          state: "missing",
          found: `${broken.join(", ")} can't run`,
          remedy: `pawl validate ${broken.join(" ")}`,
        },
      ];
}

interface JobFile {
  readonly "run-name"?: string;
  readonly on?: { readonly workflow_dispatch?: { readonly inputs?: Readonly<Record<string, unknown>> } | null };
  readonly jobs?: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>>;
}

/** What the app gives to a run it starts. */
const DISPATCHED = ["workflow", "inputs", "run_id", "issue", "trigger", "app_url", "resume"];

/** What the job that listens on GitHub must be allowed, by what needs it. */
const NEEDED: Readonly<Record<string, string>> = {
  contents: "branches",
  issues: "comments and labels",
  "pull-requests": "pull requests",
  checks: "check runs",
};

async function jobFile(workspace: string): Promise<Checkup> {
  const file = ".github/workflows/pawl.yml";
  const name = "GitHub job";
  let text: string;
  try {
    text = await readFile(path.join(workspace, file), "utf8");
  } catch {
    return {
      name,
      state: "limited",
      found: `${file} is not there`,
      remedy: "Labels and comments start nothing without it: pawl init.",
    };
  }
  const { parse } = await import("yaml");
  const document = parse(text) as JobFile | null;
  const job = Object.values(document?.jobs ?? {})[0];
  const permissions = job?.permissions ?? {};
  const inputs = document?.on?.workflow_dispatch?.inputs ?? {};
  const unknown = DISPATCHED.filter((input) => !Object.hasOwn(inputs, input));
  if (unknown.length > 0) {
    return {
      name,
      state: "limited",
      found: `${file} does not take ${unknown.join(", ")}`,
      remedy:
        "The Pawl app starts runs with these inputs of workflow_dispatch: pawl init --force writes the file anew.",
    };
  }
  if (document?.["run-name"]?.includes("inputs.run_id") !== true) {
    return {
      name,
      state: "limited",
      found: `${file} has no run-name with the run's id`,
      remedy:
        "The Pawl app finds the runs it started by their titles: run-name: pawl ${{ inputs.workflow }} ${{ inputs.run_id }}",
    };
  }
  const lacking = Object.entries(NEEDED).filter(([scope]) => permissions[scope] !== "write");
  return lacking.length === 0
    ? { name, state: "ok", found: file }
    : {
        name,
        state: "limited",
        found: `${file} lacks permissions`,
        remedy: `Give its job ${lacking.map(([scope, what]) => `${scope}: write (${what})`).join(", ")}.`,
      };
}
