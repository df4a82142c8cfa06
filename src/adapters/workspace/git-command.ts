import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";

/** One git command's surroundings: which directories it works on. Everything else of its environment is fixed here. */
export interface GitPlace {
  readonly gitDirectory?: string | undefined;
  /** Where `gitDirectory` has nothing but a HEAD of its own: the git directory with all the rest. */
  readonly commonDirectory?: string | undefined;
  readonly workTree?: string;
  readonly index?: string;
  readonly cwd: string;
  /** A file of ignore patterns beside those of the repository. */
  readonly excludes?: string;
}

/** Where git works with an index of our own. */
export type IndexPlace = GitPlace & { readonly index: string };

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Exit codes that are answers, not errors; `[0]` by default. */
  readonly accept?: readonly number[];
}

export interface GitResult {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

let gitProgram: string | undefined;

/** The absolute path of git, looked up once: a step that later puts its own `git` on a path changes nothing. */
export function gitPath(): string {
  if (gitProgram !== undefined) return gitProgram;
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  for (const directory of (process.env["PATH"] ?? "").split(path.delimiter)) {
    if (!path.isAbsolute(directory) || directory.includes(`node_modules${path.sep}`)) continue;
    for (const name of names) {
      const candidate = path.join(directory, name);
      try {
        accessSync(candidate, constants.X_OK);
        gitProgram = candidate;
        return candidate;
      } catch {
        // Not in this directory.
      }
    }
  }
  throw new PawlError({
    code: "workspace.no_git",
    kind: "invalid",
    message: "git was not found on PATH",
    remedy: "Install git 2.38 or newer and make sure its directory is on PATH.",
  });
}

/**
 * Settings that could make git start a program, or change bytes, whatever configuration a step has left behind.
 * Command-line settings win over every file.
 */
const SAFE_SETTINGS: readonly string[] = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.attributesFile=/dev/null",
  "core.untrackedCache=false",
  "core.splitIndex=false",
  "core.autocrlf=false",
  "core.safecrlf=false",
  "core.fileMode=true",
  "core.symlinks=true",
  "core.ignoreCase=false",
  "core.protectNTFS=true",
  "core.protectHFS=true",
  "core.commitGraph=false",
  "core.quotePath=false",
  "protocol.allow=never",
  "submodule.recurse=false",
  "gc.auto=0",
  "maintenance.auto=false",
  "advice.addEmbeddedRepo=false",
  "diff.external=",
  "safe.directory=*",
].flatMap((setting) => ["-c", setting]);

/** Snapshot objects live for a run: the cheapest compression keeps snapshots fast. */
const SPEED_SETTINGS = ["-c", "core.looseCompression=1", "-c", "pack.compression=1", "-c", "core.fsync=none"];

/**
 * Runs git with arguments as a list, no shell, and an environment of our own: no system or user configuration, no prompts,
 * no replace objects, C locale.
 *
 * @throws PawlError `workspace.git_failed` with git's own last lines when the exit code isn't one of `accept`
 */
export async function git(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const program = gitPath();
  const excludes = ["-c", `core.excludesFile=${place.excludes ?? "/dev/null"}`];
  const child = spawn(program, [...SAFE_SETTINGS, ...SPEED_SETTINGS, ...excludes, ...args], {
    cwd: place.cwd,
    env: environment(place, program),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // git may end before it has read all of its input; its exit code and messages say why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 128));
  }).catch((cause: unknown) => {
    throw new PawlError({
      code: "workspace.git_failed",
      kind: "permanent",
      message: `git ${args[0] ?? ""} could not be started in ${place.cwd}`,
      cause,
    });
  });
  const result = { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8"), exitCode };
  if (!(options.accept ?? [0]).includes(exitCode)) throw gitFailed(args, result);
  return result;
}

/** The text of a command's output, without its final line feed. */
export async function gitText(place: GitPlace, args: readonly string[], options?: GitOptions): Promise<string> {
  return (await git(place, args, options)).stdout.toString("utf8").replace(/\n$/, "");
}

export function gitFailed(args: readonly string[], result: GitResult): PawlError {
  const full = /No space left on device|Disk quota exceeded/.test(result.stderr);
  const said = result.stderr.trim().split("\n").slice(-4).join(" | ");
  return new PawlError({
    code: full ? "workspace.disk_full" : "workspace.git_failed",
    kind: "permanent",
    message: `git ${args[0] ?? ""} ended with exit code ${result.exitCode}: ${said}`,
    ...(full ? { remedy: "Free space where the state directory is, then resume the run." } : {}),
    details: { exit_code: result.exitCode, stderr: result.stderr.slice(-2_000) },
  });
}

function environment(place: GitPlace, program: string): NodeJS.ProcessEnv {
  return {
    PATH: path.dirname(program),
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    ...(process.env["SystemRoot"] === undefined ? {} : { SystemRoot: process.env["SystemRoot"] }),
    ...(place.gitDirectory === undefined ? {} : { GIT_DIR: place.gitDirectory }),
    ...(place.commonDirectory === undefined ? {} : { GIT_COMMON_DIR: place.commonDirectory }),
    ...(place.workTree === undefined ? {} : { GIT_WORK_TREE: place.workTree }),
    ...(place.index === undefined ? {} : { GIT_INDEX_FILE: place.index }),
  };
}
