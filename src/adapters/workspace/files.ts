import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import type { Digest } from "../../kernel/digest.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { TreeId, Workspace } from "../../ports/workspace.ts";
import { git, type GitPlace } from "./git-command.ts";

const MAX_READ_BYTES = 10 * 1024 * 1024;
/** Deeper folders are a loop or an attack, not a project. */
const MAX_DEPTH = 64;

/** What a workspace's files can be asked, confined to its root. Synchronous, because expressions can't wait. */
export type WorkspaceFiles = Pick<Workspace, "glob" | "readFile" | "readBytes" | "hashFiles" | "resolve"> & {
  readonly root: string;
};

/**
 * @param root absolute, links followed
 * @param alsoAllowed absolute folders that links may lead into (a fork's parent)
 */
export function workspaceFiles(root: string, alsoAllowed: readonly string[] = []): WorkspaceFiles {
  const allowed = [root, ...alsoAllowed];
  const resolve = (relative: string): string => {
    const wanted = path.resolve(root, relative);
    if (!isWithin(root, wanted) || isGits(path.relative(root, wanted))) throw outside(relative);
    let real: string;
    try {
      real = realpathSync(wanted);
    } catch (cause) {
      throw notFound(relative, cause);
    }
    if (!allowed.some((folder) => isWithin(folder, real) && !isGits(path.relative(folder, real))))
      throw outside(relative);
    return real;
  };
  const glob = (patterns: readonly string[]): readonly string[] => globFiles(root, allowed, patterns);
  return {
    root,
    resolve,
    glob,
    readFile: (relative) => readConfined(resolve(relative), relative).toString("utf8"),
    readBytes: (relative) => readConfined(resolve(relative), relative),
    hashFiles: (patterns) => {
      const names = glob(patterns);
      if (names.length === 0) return "";
      const all = createHash("sha256");
      for (const name of names) all.update(digestFile(path.join(root, name)));
      return all.digest("hex");
    },
  };
}

/**
 * One digest over path, mode and content of every matching file. What `tree`, the last snapshot, holds is taken from there;
 * ignored files are read, and remembered by size and change time.
 */
export async function digestFiles(
  objects: GitPlace,
  files: WorkspaceFiles,
  patterns: readonly string[],
  tree: TreeId | undefined,
): Promise<Digest> {
  const held = tree === undefined ? new Map<string, string>() : await treeEntries(objects, tree);
  const all = createHash("sha256");
  for (const name of files.glob(patterns)) {
    const entry = held.get(name);
    all.update(
      entry === undefined ? `${name}\0${describeUnheld(path.join(files.root, name))}\0` : `${name}\0${entry}\0`,
    );
  }
  return all.digest("hex");
}

/** `mode object` by path. The last few trees are kept: steps that follow one another often start from the same. */
async function treeEntries(objects: GitPlace, tree: TreeId): Promise<ReadonlyMap<string, string>> {
  const remembered = recentTrees.get(tree);
  if (remembered !== undefined) return remembered;
  const listing = (await git(objects, ["ls-tree", "-r", "-z", "--full-tree", tree])).stdout.toString("utf8");
  const entries = new Map<string, string>();
  for (const line of listing.split("\0")) {
    const tab = line.indexOf("\t");
    if (tab < 0) continue;
    // Names that are no UTF-8 can look the same here: each counts for all of them.
    const [name, entry] = [line.slice(tab + 1), line.slice(0, tab)];
    const alike = entries.get(name);
    entries.set(name, alike === undefined ? entry : `${alike} ${entry}`);
  }
  recentTrees.set(tree, entries);
  const oldest = recentTrees.keys().next().value;
  if (recentTrees.size > 4 && oldest !== undefined) recentTrees.delete(oldest);
  return entries;
}

const recentTrees = new Map<TreeId, ReadonlyMap<string, string>>();

/** `<mode> <sha256>`; the `sha256` word keeps it apart from a git object of the same digits. */
function describeUnheld(file: string): string {
  const { mode } = lstatSync(file);
  return `${(mode & 0o100) === 0 ? "100644" : "100755"} sha256 ${digestFile(file).toString("hex")}`;
}

const knownDigests = new Map<string, { readonly stamp: string; readonly digest: Buffer }>();

/** A file's SHA-256; read again only when its size, inode or times (nanoseconds) changed. */
function digestFile(file: string): Buffer {
  const found = statSync(file, { bigint: true });
  const stamp = `${found.size}:${found.ino}:${found.mtimeNs}:${found.ctimeNs}`;
  const known = knownDigests.get(file);
  if (known?.stamp === stamp) return known.digest;
  const digest = readDigest(file);
  // A file changed within the last two seconds may change again without its times moving on a coarse file system.
  const settled = BigInt(Date.now()) * 1_000_000n - found.ctimeNs > 2_000_000_000n;
  if (settled) {
    if (knownDigests.size > 200_000) knownDigests.clear();
    knownDigests.set(file, { stamp, digest });
  }
  return digest;
}

function readDigest(file: string): Buffer {
  const hash = createHash("sha256");
  const handle = openSync(file, "r");
  try {
    const chunk = Buffer.allocUnsafe(1 << 16);
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest();
}

/**
 * Files matching the patterns, `/` between folders, sorted by code unit. A pattern that starts with `!` takes away what earlier ones found.
 * `.git` is never entered; `node_modules` only when a pattern names it. Linked folders are not entered, linked files count when they stay inside.
 */
function globFiles(root: string, allowed: readonly string[], patterns: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const written of patterns) {
    const takesAway = written.startsWith("!");
    const pattern = (takesAway ? written.slice(1) : written).replace(/^(\.\/)+/, "").replace(/\/$/, "/**");
    if (pattern === "") continue;
    if (path.isAbsolute(pattern) || pattern.split("/").includes("..")) throw outside(pattern);
    if (isGits(pattern)) continue;
    const matches = picomatch(pattern, { dot: true });
    if (takesAway) {
      for (const name of found) if (matches(name)) found.delete(name);
      continue;
    }
    const { base, isGlob } = picomatch.scan(pattern);
    const entersModules = pattern.includes("node_modules");
    if (!isGlob) {
      const kind = kindAt(root, allowed, pattern);
      if (kind === "file") found.add(pattern);
      // A folder's name alone stands for all it holds.
      if (kind === "folder") for (const name of walk(root, allowed, pattern, entersModules)) found.add(name);
      continue;
    }
    for (const name of walk(root, allowed, base === "." ? "" : base, entersModules)) if (matches(name)) found.add(name);
  }
  return [...found].toSorted();
}

function* walk(
  root: string,
  allowed: readonly string[],
  from: string,
  entersModules: boolean,
  depth = 0,
): Iterable<string> {
  if (depth > MAX_DEPTH) return;
  let entries: Dirent[];
  try {
    entries = readdirSync(path.join(root, from), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    if (entry.name === ".git" || (entry.name === "node_modules" && !entersModules)) continue;
    const name = from === "" ? entry.name : `${from}/${entry.name}`;
    if (entry.isFile()) yield name;
    else if (entry.isDirectory()) yield* walk(root, allowed, name, entersModules, depth + 1);
    else if (entry.isSymbolicLink() && kindAt(root, allowed, name) === "file") yield name;
  }
}

function kindAt(root: string, allowed: readonly string[], name: string): "file" | "folder" | undefined {
  try {
    const real = realpathSync(path.join(root, name));
    if (!allowed.some((folder) => isWithin(folder, real) && !isGits(path.relative(folder, real)))) return undefined;
    const found = statSync(real);
    if (found.isFile()) return "file";
    return found.isDirectory() ? "folder" : undefined;
  } catch {
    return undefined;
  }
}

/** Opens without following a link at the end and looks at what was opened: a file that is swapped for a link meanwhile is refused. */
function readConfined(real: string, relative: string): Buffer {
  let handle: number;
  try {
    handle = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw notFound(relative, cause);
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw notFound(relative, undefined);
    if (found.size > MAX_READ_BYTES) {
      throw new PawlError({
        code: "file.too_large",
        kind: "permanent",
        message: `${relative} has ${found.size} bytes; at most ${MAX_READ_BYTES} (10 MiB) are read`,
        remedy: "Take the part you need with a shell step.",
      });
    }
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** The repository's own folder is no part of the workspace: its configuration may hold a token. */
function isGits(relative: string): boolean {
  return relative.split(/[\\/]/).some((part) => part.toLowerCase() === ".git");
}

function outside(relative: string): PawlError {
  return new PawlError({
    code: "file.outside",
    kind: "policy",
    message: `${JSON.stringify(relative)} lies outside the workspace`,
    remedy: "Use a path inside the workspace, without .., without .git, and without links that lead out of it.",
  });
}

function notFound(relative: string, cause: unknown): PawlError {
  return new PawlError({
    code: "file.not_found",
    kind: "permanent",
    message: `there is no file ${JSON.stringify(relative)} in the workspace`,
    cause,
  });
}
