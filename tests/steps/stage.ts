import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import type { Json, JsonObject } from "../../src/kernel/json.ts";
import type { RunView } from "../../src/engine/view.ts";
import { resolveInputs } from "../../src/language/inputs.ts";
import type { Workflow } from "../../src/language/model.ts";
import { validateWorkflow } from "../../src/language/validate/validate.ts";
import type { Effects } from "../../src/ports/effects.ts";
import { builtInSteps } from "../../src/steps/registry.ts";
import { createLocalEngine, type LocalEngine } from "../../src/wiring/local.ts";

export interface Stage extends LocalEngine {
  /** The work tree, a git repository with one commit. */
  readonly root: string;
  /** Validates a workflow; a finding of severity error fails the test. */
  read(yaml: string): Promise<Workflow>;
  /** Validates a workflow and runs it to its end (or until it parks). */
  play(yaml: string, inputs?: JsonObject, contexts?: JsonObject): Promise<RunView>;
}

export interface StageOptions {
  /** A clone of this repository is the work tree, instead of a new one. */
  readonly remote?: string;
  readonly effects?: Effects;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real engine on a git work tree of its own, with these files in it; gone when the test has ended. */
export async function openStage(
  files: Readonly<Record<string, string>> = {},
  { remote, effects, env = {} }: StageOptions = {},
): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), "pawl-steps-"));
  const root = path.join(folder, "work");
  if (remote === undefined) mkdirSync(root);
  else await promisify(execFile)("git", ["clone", "-q", remote, root]);
  for (const [name, text] of Object.entries({ "README.md": "A repository\n", ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", ...args], {
      cwd: root,
      stdio: "ignore",
    });
  };
  if (remote === undefined) {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "start");
  }
  const quiet = (): void => {};
  const local = await createLocalEngine({
    workspace: root,
    stateDirectory: path.join(folder, "state"),
    env: { PATH: process.env["PATH"], ...env },
    ...(effects === undefined ? {} : { effects: () => effects }),
    log: { info: quiet, warning: quiet, error: quiet, debug: quiet },
  });
  onTestFinished(async () => {
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const read = async (yaml: string): Promise<Workflow> => {
    const { workflow, findings } = await validateWorkflow(yaml, { file: "test.yml", stepTypes: builtInSteps });
    const errors = findings.filter(({ severity }) => severity === "error");
    if (workflow === undefined || errors.length > 0)
      throw new Error(errors.map(({ line, message }) => `${line}: ${message}`).join("\n"));
    return workflow;
  };
  return {
    ...local,
    root,
    read,
    async play(yaml, inputs = {}, contexts = {}) {
      const workflow = await read(yaml);
      return local.engine.run({ workflow, inputs: resolveInputs(workflow.inputs, inputs).values, contexts });
    },
  };
}

/** A step's outputs in a view, by path. */
export function outputsAt(view: RunView, stepPath: string): Readonly<Record<string, Json>> {
  return view.steps[stepPath]?.outputs ?? {};
}

/** A directory outside every workspace in which steps of one test meet. */
export function sharedDirectory(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pawl-meet-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
