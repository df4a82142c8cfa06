import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const BIN = path.resolve(import.meta.dirname, "../../../src/entry/cli/pawl.mjs");

export interface Called {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON document it has to be. */
  json(): unknown;
}

/** A directory of its own with a git repository, removed at the end of the block; commands are called in it as a person would. */
export interface Bench extends Disposable {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  write(file: string, text: string): string;
  pawl(...argv: readonly string[]): Promise<Called>;
  /** Starts the program and leaves it running. */
  start(...argv: readonly string[]): ChildProcess;
  git(...argv: readonly string[]): string;
}

export interface BenchOptions {
  /** False: the directory is no git repository. */
  readonly git?: boolean;
  /** Added to the environment of every command. */
  readonly env?: Readonly<Record<string, string>>;
}

export function bench(files: Readonly<Record<string, string>> = {}, options: BenchOptions = {}): Bench {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-cli-"));
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: path.join(root, "..home"),
    CI: "true",
    USER: "tester",
    PAWL_UNCONFINED: process.env["PAWL_UNCONFINED"] ?? "",
    ...options.env,
  };
  const git = (...argv: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...argv], {
      cwd: root,
      encoding: "utf8",
    });
  const write = (file: string, text: string): string => {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return target;
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  if (options.git !== false) {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "Start");
  }
  const start = (...argv: readonly string[]): ChildProcess =>
    spawn(process.execPath, [BIN, ...argv], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  return {
    root,
    env,
    write,
    git,
    start,
    pawl: (...argv) => ended(start(...argv)),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function ended(child: ChildProcess): Promise<Called> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve({
        exit,
        get stdout() {
          return stdout;
        },
        get stderr() {
          return stderr;
        },
        json(): unknown {
          try {
            return JSON.parse(stdout) as unknown;
          } catch (cause) {
            throw new Error(`not one JSON document (exit ${exit}):\n${stdout}\n--- stderr\n${stderr}`, { cause });
          }
        },
      });
    });
  });
}
