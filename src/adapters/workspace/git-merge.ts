import { PawlError } from "../../kernel/errors.ts";
import type { MergeConflict, TreeId } from "../../ports/workspace.ts";
import { git, gitFailed, type GitPlace } from "./git-command.ts";
import { commitOf } from "./git-commit.ts";

/** Longest text of one side of a conflict that is shown; the rest is said to be left out. */
const SHOWN_CHARACTERS = 20_000;

/**
 * Three-way merge of `from..to` onto `onto`, in the object store only: no work tree or index takes part.
 *
 * @returns the merged tree, or for every conflicting path what each side holds
 */
export async function mergeTrees(
  objects: GitPlace,
  from: TreeId,
  to: TreeId,
  onto: TreeId,
): Promise<{ readonly tree: TreeId } | { readonly conflicts: readonly MergeConflict[] }> {
  if (from === to || to === onto) return { tree: onto };
  if (from === onto) return { tree: to };
  const base = await commitOf(objects, from, []);
  const [ours, theirs] = await Promise.all([commitOf(objects, onto, [base]), commitOf(objects, to, [base])]);
  const args = ["merge-tree", "--write-tree", "-z", "--no-messages", ours, theirs];
  const merged = await git(objects, args, { accept: [0, 1, 128, 129] });
  if (merged.exitCode === 129) throw tooOld(merged.stderr);
  if (merged.exitCode > 1) throw gitFailed(args, merged);
  const [tree = "", ...entries] = merged.stdout.toString("utf8").split("\0");
  if (merged.exitCode === 0) return { tree };
  return { conflicts: await describeConflicts(objects, entries) };
}

/** Conflicted entries are `mode SP object SP stage TAB path`: stage 2 is `onto`, stage 3 is `to`. */
async function describeConflicts(objects: GitPlace, entries: readonly string[]): Promise<readonly MergeConflict[]> {
  const sides = new Map<string, { ours: string; theirs: string }>();
  for (const entry of entries) {
    const found = /^(\d{6}) ([0-9a-f]+) ([123])\t([\s\S]+)$/.exec(entry);
    if (found === null) continue;
    const [, mode = "", object = "", stage = "", path = ""] = found;
    const side = sides.get(path) ?? { ours: "(the file is not there)", theirs: "(the file is not there)" };
    if (stage === "2") side.ours = await show(objects, mode, object);
    if (stage === "3") side.theirs = await show(objects, mode, object);
    sides.set(path, side);
  }
  return [...sides].map(([path, side]) => ({ path, ...side }));
}

async function show(objects: GitPlace, mode: string, object: string): Promise<string> {
  if (mode === "160000") return `(submodule at ${object})`;
  const content = (await git(objects, ["cat-file", "blob", object])).stdout;
  if (content.subarray(0, 8_000).includes(0)) return `(binary file, ${content.length} bytes)`;
  const text = content.toString("utf8");
  return text.length <= SHOWN_CHARACTERS
    ? text
    : `${text.slice(0, SHOWN_CHARACTERS)}\n… ${text.length - SHOWN_CHARACTERS} more characters`;
}

function tooOld(stderr: string): PawlError {
  return new PawlError({
    code: "workspace.git_too_old",
    kind: "permanent",
    message: "this git has no merge-tree --write-tree, which merging parallel steps needs",
    remedy: "Install git 2.38 or newer.",
    details: { stderr: stderr.slice(0, 500) },
  });
}
