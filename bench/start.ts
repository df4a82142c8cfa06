import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { against, median, type BenchRow } from "./report.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const SAMPLES = 15;

/**
 * How long until the first step of a workflow has started, from the start of the process: the action's bundle in a job of its own, and the
 * command line. The baseline is a bare `node -e 0` on the same machine, measured in turn with them.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-bench-start-"));
  try {
    const workspace = sampleRepository(path.join(root, "workspace"));
    const action = copyOfAction(path.join(root, "action"));
    const samples: Record<"bare" | "action" | "cli", number[]> = { bare: [], action: [], cli: [] };
    for (let index = 0; index < SAMPLES; index++) {
      samples.bare.push(await untilEnd(["-e", "0"], process.env));
      samples.action.push(await untilFirstStep([action], jobEnvironment(root, workspace, index)));
      const state = path.join(root, `cli-${index}`);
      const cli = [
        path.join(ROOT, "src/entry/cli/pawl.mjs"),
        "run",
        "bench",
        "--workspace",
        workspace,
        "--state",
        state,
      ];
      samples.cli.push(await untilFirstStep(cli, { ...process.env, CI: "true" }));
    }
    const bare = median(samples.bare);
    return [
      against("action: process start to first step", median(samples.action), bare, "ms", "≤ 3×"),
      against("pawl run (from source): process start to first step", median(samples.cli), bare, "ms"),
      { name: "dist/ size", value: folderSize(path.join(ROOT, "dist")) / 1_048_576, unit: "MB" },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function sampleRepository(folder: string): string {
  mkdirSync(path.join(folder, ".github/pawl"), { recursive: true });
  writeFileSync(
    path.join(folder, ".github/pawl/bench.yml"),
    "name: bench\nsteps:\n  - id: first\n    type: shell\n    command: 'true'\n",
  );
  const git = (...argv: string[]): void => void execFileSync("git", ["-C", folder, ...argv], { stdio: "ignore" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-q", "-m", "A workflow of one step");
  return folder;
}

/** The action as a runner has it: nothing of this repository but what a release holds. */
function copyOfAction(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ["action.yml", "dist", "workflows-lib"]) {
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  return path.join(folder, "dist/index.js");
}

function jobEnvironment(root: string, workspace: string, index: number): NodeJS.ProcessEnv {
  const temporary = path.join(root, `job-${index}`);
  mkdirSync(temporary);
  const file = (name: string): string => {
    const target = path.join(temporary, name);
    writeFileSync(target, "");
    return target;
  };
  return {
    PATH: process.env["PATH"],
    HOME: temporary,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "octo/bench",
    GITHUB_RUN_ID: String(index + 1),
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_JOB: "pawl",
    GITHUB_ACTION: "pawl",
    GITHUB_ACTOR: "octocat",
    GITHUB_EVENT_NAME: "workflow_dispatch",
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: file("output"),
    GITHUB_STATE: file("state"),
    GITHUB_STEP_SUMMARY: file("summary"),
    RUNNER_TEMP: temporary,
    INPUT_WORKFLOW: "bench",
  };
}

function untilEnd(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, argv, { env, stdio: "ignore" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => resolve(performance.now() - startedAt));
  });
}

/** Milliseconds until the process says that the first step has started; the process is awaited before the promise resolves. */
function untilFirstStep(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, argv, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let firstAt: number | undefined;
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    if (said.includes("▶ first")) firstAt ??= performance.now();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (firstAt === undefined || code !== 0)
        reject(new Error(`the run did not start and end well (exit ${code}):\n${said}`));
      else resolve(firstAt - startedAt);
    });
  });
}

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(path.join(folder, name)))
    .filter((stats) => stats.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}
