import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSandbox, type SandboxOptions } from "../../../src/adapters/sandbox/process.ts";
import type { Command, CommandResult } from "../../../src/ports/sandbox.ts";
import type { Log } from "../../../src/ports/log.ts";

export const quiet: Log = {
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

export interface Stage extends Disposable {
  /** A git work tree with one file, `a.txt`. */
  readonly workspace: string;
  /** The step's own directory outside it. */
  readonly temporary: string;
  readonly root: string;
  run(script: string, options?: Partial<Command>): Promise<CommandResult>;
}

/** A workspace, a step's directory, and the real sandbox to run bash in. */
export function stage(options: Partial<SandboxOptions> = {}): Stage {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-sandbox-test-"));
  const directory = (name: string): string => mkdtempSync(path.join(root, `${name}-`));
  const workspace = directory("workspace");
  const temporary = directory("step");
  execFileSync("git", ["init", "-q", workspace]);
  writeFileSync(path.join(workspace, "a.txt"), "a\n");
  const sandbox = createSandbox({ log: quiet, temporaryRoot: root, ...options });
  return {
    workspace,
    temporary,
    root,
    run: (script, more = {}) =>
      sandbox.run({
        argv: ["bash", "-c", script],
        cwd: workspace,
        env: {},
        writable: [temporary],
        outputLimit: 64 * 1024,
        ...more,
      }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
