import type { FileChange, Patch, TreeId } from "../../ports/workspace.ts";
import { git, type GitPlace } from "./git-command.ts";

const COMPARE = ["diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", "--no-textconv"];

const STATUS: Readonly<Record<string, FileChange["status"]>> = {
  A: "added",
  M: "modified",
  D: "deleted",
  T: "type-changed",
};

/** One file's place in the raw difference of two trees. */
export interface RawChange {
  readonly path: string;
  readonly status: FileChange["status"];
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldBlob: string;
  readonly newBlob: string;
}

/** What changed between two trees, with the unified diff of it. Nothing of the user's diff configuration takes part. */
export async function readPatch(objects: GitPlace, from: TreeId, to: TreeId): Promise<Patch> {
  if (from === to) return { from, to, files: [], text: "" };
  const [changes, counts, text] = await Promise.all([
    rawChanges(objects, from, to),
    git(objects, [...COMPARE, "--numstat", from, to]),
    git(objects, [
      "diff-tree",
      "-r",
      "-p",
      "--binary",
      "--full-index",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--src-prefix=a/",
      "--dst-prefix=b/",
      from,
      to,
    ]),
  ]);
  const lines = lineCounts(counts.stdout.toString("utf8"));
  const files = changes.map(({ path, status, oldMode, newMode }) => ({
    path,
    status,
    oldMode,
    newMode,
    ...lines.get(path),
  }));
  return { from, to, files, text: text.stdout.toString("utf8") };
}

/** The raw difference: paths in git's order, modes as six octal digits. */
export async function rawChanges(objects: GitPlace, from: TreeId, to: TreeId): Promise<readonly RawChange[]> {
  const raw = await git(objects, [...COMPARE, "--raw", "--no-abbrev", from, to]);
  const parts = raw.stdout.toString("utf8").split("\0");
  const changes: RawChange[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [oldMode = "", newMode = "", oldBlob = "", newBlob = "", letter = ""] = (parts[i] ?? "").slice(1).split(" ");
    changes.push({
      path: parts[i + 1] ?? "",
      status: STATUS[letter[0] ?? ""] ?? "modified",
      oldMode,
      newMode,
      oldBlob,
      newBlob,
    });
  }
  return changes;
}

/** `--numstat -z`: `added TAB deleted TAB path NUL`; binary files have `-`. */
function lineCounts(text: string): ReadonlyMap<string, { additions: number; deletions: number }> {
  const counts = new Map<string, { additions: number; deletions: number }>();
  for (const record of text.split("\0")) {
    const [added = "-", deleted = "-", ...path] = record.split("\t");
    if (added !== "-" && path.length > 0) {
      counts.set(path.join("\t"), { additions: Number(added), deletions: Number(deleted) });
    }
  }
  return counts;
}
