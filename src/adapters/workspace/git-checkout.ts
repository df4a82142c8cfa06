import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import type { TreeId } from "../../ports/workspace.ts";
import { git, gitFailed, type GitPlace, type IndexPlace } from "./git-command.ts";

/**
 * Makes index and work tree hold a tree's files; what is in their way is overwritten, other untracked files stay. `checkout` compares the tree with
 * what the index remembers of trees and looks at files with several threads; `read-tree --reset` does neither, and takes twice as long.
 *
 * It takes a commit of the tree (`commitOf`), and writes a HEAD: one that belongs to this index alone, beside it.
 *
 * @throws PawlError `workspace.unknown_tree`, `workspace.git_failed`, `workspace.disk_full`
 */
export async function checkOut(place: IndexPlace, tree: TreeId, commit: string): Promise<void> {
  const headDirectory = await headBeside(place.index);
  const at: GitPlace = { ...place, gitDirectory: headDirectory, commonDirectory: place.gitDirectory };
  const args = ["checkout", "--quiet", "--force", "--detach", commit, "--"];
  let done = await git(at, args, { accept: [0, 1, 128] });
  if (done.exitCode !== 0 && (await forgetBrokenIndex(place, done.stderr))) {
    done = await git(at, args, { accept: [0, 1, 128] });
  }
  if (done.exitCode === 0) return;
  if (/unable to read|missing|bad object/i.test(done.stderr)) throw unknownTree(tree);
  throw gitFailed(args, done);
}

/** A directory with a HEAD that names a branch that is never there: nothing that was checked out before has a say. */
async function headBeside(index: string): Promise<string> {
  const directory = path.join(path.dirname(index), path.basename(index).replace(/^index/, "head"));
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, "HEAD"), "ref: refs/heads/pawl\n");
  return directory;
}

/** Files that neither the tree nor an ignore rule knows were half done when a step ended. Nested repositories (a name with a slash at its end) stay. */
export async function removeUntracked(place: GitPlace): Promise<void> {
  const listed = await git(place, ["ls-files", "-o", "--exclude-standard", "-z"]);
  // Names are bytes: Latin-1 stands for each of them, so that a name that is no UTF-8 is removed too.
  const names = listed.stdout.toString("latin1").split("\0");
  const at = (name: string): Buffer =>
    Buffer.concat([Buffer.from(`${place.cwd}${path.sep}`), Buffer.from(name, "latin1")]);
  const folders = new Set<string>();
  for (const name of names) {
    if (name === "" || name.endsWith("/")) continue;
    await rm(at(name), { force: true });
    for (let folder = path.dirname(name); folder !== "."; folder = path.dirname(folder)) folders.add(folder);
  }
  // The deepest first; a folder that still holds something stays.
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
    await rmdir(at(folder)).catch(() => undefined);
  }
}

/** An index copied from the repository may use a form that only works there (split, sparse); without it git reads every file once. */
export async function forgetBrokenIndex(place: GitPlace, stderr: string): Promise<boolean> {
  if (
    place.index === undefined ||
    !/index file|shared index|sharedindex|bad signature|unordered stage|unmerged|resolve your current index/i.test(
      stderr,
    )
  )
    return false;
  await rm(place.index, { force: true });
  return true;
}

export function unknownTree(tree: string): PawlError {
  return new PawlError({
    code: "workspace.unknown_tree",
    kind: "permanent",
    message: `no snapshot ${tree} is known to this workspace`,
    remedy: "Give the run's archive as well (pawl resume --archive FILE), or start the run again.",
  });
}
