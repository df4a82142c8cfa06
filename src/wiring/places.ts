import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";

export interface Places {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly state: string;
}

/**
 * Where a call works and where its runs are kept: the workspace asked for (`--workspace`), else the git repository around the current directory, else the directory;
 * the state asked for (`--state`), else `PAWL_STATE`, else `.git/pawl` of the workspace, else (no git repository) a directory of the user's own state, because
 * what lies in the workspace would be part of every snapshot.
 *
 * @throws PawlError `cli.no_workspace`
 */
export function placesOf(asking: {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workspace: string | undefined;
  readonly state: string | undefined;
}): Places {
  const { cwd, env } = asking;
  const asked = asking.workspace === undefined ? undefined : path.resolve(cwd, asking.workspace);
  if (asked !== undefined && !isDirectory(asked)) {
    throw new PawlError({
      code: "cli.no_workspace",
      kind: "invalid",
      message: `The workspace ${asked} is not a directory.`,
      remedy: "Give --workspace the directory the workflow shall work in.",
    });
  }
  const workspace = asked ?? repositoryAround(cwd) ?? cwd;
  const state = asking.state ?? env["PAWL_STATE"];
  if (state !== undefined && state !== "") return { workspace, state: path.resolve(cwd, state) };
  const git = gitDirectory(workspace);
  if (git !== undefined) return { workspace, state: path.join(git, "pawl") };
  const base = env["XDG_STATE_HOME"] ?? path.join(env["HOME"] ?? cwd, ".local", "state");
  return { workspace, state: path.join(base, "pawl", sha256(workspace).slice(0, 16)) };
}

function repositoryAround(directory: string): string | undefined {
  if (gitDirectory(directory) !== undefined) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? undefined : repositoryAround(parent);
}

/** `.git` of a clone, or what the `.git` file of a linked work tree or submodule points to (gitrepository-layout(5)). */
function gitDirectory(directory: string): string | undefined {
  const git = path.join(directory, ".git");
  if (isDirectory(git)) return git;
  try {
    const target = /^gitdir: (.+)$/m.exec(readFileSync(git, "utf8"))?.[1];
    return target === undefined ? undefined : path.resolve(directory, target);
  } catch {
    return undefined;
  }
}

function isDirectory(candidate: string): boolean {
  return statSync(candidate, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
