import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject } from "../../kernel/json.ts";
import type { TreeId } from "../../ports/workspace.ts";
import { git, gitText, type GitPlace } from "./git-command.ts";
import { rawChanges, type RawChange } from "./git-patch.ts";

/** First line of an exported change; a later form gets a later number. */
const MAGIC = "pawl-change 1\n";
const ABSENT = "000000";
const SUBMODULE = "160000";

/**
 * A change as bytes: a first line, the length of a JSON list of changed files, the list, and one git pack with the new contents.
 * Submodule pointers travel as pointers.
 *
 * @throws PawlError `workspace.file_name` for a name that is not UTF-8
 */
export async function exportChange(objects: GitPlace, from: TreeId, to: TreeId): Promise<Uint8Array> {
  const changes = await rawChanges(objects, from, to);
  const unreadable = changes.find((change) => change.path.includes("\uFFFD"));
  if (unreadable !== undefined) throw notUtf8(unreadable.path);
  const blobs = new Set(
    changes.filter(({ newMode }) => newMode !== ABSENT && newMode !== SUBMODULE).map(({ newBlob }) => newBlob),
  );
  const pack =
    blobs.size === 0
      ? Buffer.alloc(0)
      : (await git(objects, ["pack-objects", "--stdout", "-q", "--window=5"], { input: `${[...blobs].join("\n")}\n` }))
          .stdout;
  const header = Buffer.from(
    JSON.stringify(
      changes.map(({ path, oldMode, newMode, oldBlob, newBlob }) => ({ path, oldMode, newMode, oldBlob, newBlob })),
    ),
  );
  return new Uint8Array(Buffer.concat([Buffer.from(`${MAGIC}${header.length}\n`), header, pack]));
}

/**
 * Applies an exported change to a tree, strictly: each file it changes must be there exactly as it was, or be changed in the same way already.
 *
 * @returns the new tree, or undefined when a file stands otherwise
 * @throws PawlError `workspace.bad_change`
 */
export async function importChange(objects: GitPlace, bytes: Uint8Array, onto: TreeId): Promise<TreeId | undefined> {
  const { changes, pack } = readChange(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const present = await entriesAt(objects, onto, changes);
  for (const change of changes) {
    const now = present.get(change.path) ?? { mode: ABSENT, blob: change.oldMode === ABSENT ? change.oldBlob : "" };
    const asBefore = now.mode === change.oldMode && (now.mode === ABSENT || now.blob === change.oldBlob);
    const already = now.mode === change.newMode && (now.mode === ABSENT || now.blob === change.newBlob);
    if (!asBefore && !already) return undefined;
  }
  if (pack.length > 0) {
    const unpacked = await git(objects, ["unpack-objects", "-q", "--strict"], { input: pack, accept: [0, 1, 128] });
    if (unpacked.exitCode !== 0) throw bad("its objects are damaged");
  }
  const index = path.join(objects.gitDirectory ?? "", `change-${randomUUID()}`);
  const place: GitPlace = { ...objects, index };
  try {
    await git(place, ["read-tree", onto]);
    // Removals first: a file may become a folder of the same name.
    const ordered = [...changes].toSorted((a, b) => Number(b.newMode === ABSENT) - Number(a.newMode === ABSENT));
    const lines = ordered.map((change) =>
      change.newMode === ABSENT
        ? `0 ${"0".repeat(onto.length)}\t${change.path}\0`
        : `${change.newMode} ${change.newBlob}\t${change.path}\0`,
    );
    await git(place, ["update-index", "-z", "--index-info"], { input: lines.join("") });
    return await gitText(place, ["write-tree"]);
  } catch (error) {
    if (error instanceof PawlError && error.code === "workspace.git_failed") throw bad(error.message);
    throw error;
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

function readChange(bytes: Buffer): { readonly changes: readonly Omit<RawChange, "status">[]; readonly pack: Buffer } {
  const lengthEnd = bytes.indexOf(10, MAGIC.length);
  if (bytes.subarray(0, MAGIC.length).toString("latin1") !== MAGIC || lengthEnd < 0) throw bad("it has another form");
  const length = Number(bytes.subarray(MAGIC.length, lengthEnd).toString("latin1"));
  const start = lengthEnd + 1;
  if (!Number.isInteger(length) || length < 0 || start + length > bytes.length) throw bad("it is cut short");
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.subarray(start, start + length).toString("utf8"));
  } catch {
    throw bad("its list of files is damaged");
  }
  if (!Array.isArray(parsed) || !parsed.every(isChange)) throw bad("its list of files is damaged");
  return { changes: parsed, pack: bytes.subarray(start + length) };
}

function isChange(value: unknown): value is Omit<RawChange, "status"> {
  if (!isJsonObject(value)) return false;
  const { path: file, oldMode, newMode, oldBlob, newBlob } = value;
  return (
    typeof file === "string" &&
    isSafePath(file) &&
    [oldMode, newMode].every(
      (mode) => typeof mode === "string" && /^(000000|100644|100755|120000|160000)$/.test(mode),
    ) &&
    [oldBlob, newBlob].every((blob) => typeof blob === "string" && /^[0-9a-f]{40,64}$/.test(blob))
  );
}

/** git refuses such paths too; refusing them here gives the error a name. */
function isSafePath(file: string): boolean {
  return (
    file !== "" &&
    !file.includes("\0") &&
    !file.startsWith("/") &&
    file.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git")
  );
}

async function entriesAt(
  objects: GitPlace,
  tree: TreeId,
  changes: readonly { readonly path: string }[],
): Promise<ReadonlyMap<string, { readonly mode: string; readonly blob: string }>> {
  const entries = new Map<string, { mode: string; blob: string }>();
  if (changes.length === 0) return entries;
  const wanted = new Set(changes.map((change) => change.path));
  const listing = (await git(objects, ["ls-tree", "-r", "-z", "--full-tree", tree])).stdout.toString("utf8");
  for (const line of listing.split("\0")) {
    const tab = line.indexOf("\t");
    const file = line.slice(tab + 1);
    if (tab < 0 || !wanted.has(file)) continue;
    const [mode = "", , blob = ""] = line.slice(0, tab).split(" ");
    entries.set(file, { mode, blob });
  }
  return entries;
}

/** A name in another encoding would come back as another name. */
function notUtf8(name: string): PawlError {
  return new PawlError({
    code: "workspace.file_name",
    kind: "permanent",
    message: `the name of ${JSON.stringify(name)} is not UTF-8, so the change can't be carried elsewhere`,
    remedy: "Give the file a name in UTF-8.",
  });
}

function bad(why: string): PawlError {
  return new PawlError({
    code: "workspace.bad_change",
    kind: "permanent",
    message: `a stored change of the workspace can't be used: ${why}`,
  });
}
