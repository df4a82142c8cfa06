import { sha256 } from "../../src/kernel/digest.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import { canonicalJson } from "../../src/kernel/json.ts";
import type { MergeConflict, Patch, TreeId, Workspace } from "../../src/ports/workspace.ts";

/** A tree as a map from path to text, by its id; shared by all work trees of one simulated machine. */
export type Trees = Map<TreeId, Readonly<Record<string, string>>>;

/**
 * A workspace without a disk: the model of the port that the simulator runs a million times. The git adapter passes the same contract.
 */
export interface ModelWorkspace extends Workspace {
  write(path: string, text: string): void;
  remove(path: string): void;
  readonly files: Readonly<Record<string, string>>;
}

export function modelWorkspace(trees: Trees, files: Record<string, string> = {}, root = "/model"): ModelWorkspace {
  let now: Record<string, string> = { ...files };

  const store = (content: Readonly<Record<string, string>>): TreeId => {
    const id = sha256(canonicalJson(content)).slice(0, 40);
    if (!trees.has(id)) trees.set(id, { ...content });
    return id;
  };
  const tree = (id: TreeId): Readonly<Record<string, string>> => {
    const found = trees.get(id);
    if (found !== undefined) return found;
    throw new PawlError({ code: "workspace.unknown_tree", kind: "permanent", message: `there is no tree ${id}` });
  };

  return {
    root,
    baseCommit: undefined,
    get files() {
      return now;
    },
    write(path, text) {
      now = { ...now, [path]: text };
    },
    remove(path) {
      const { [path]: _gone, ...rest } = now;
      now = rest;
    },
    snapshot: async () => store(now),
    async restore(id) {
      now = { ...tree(id) };
    },
    patch: async (from, to) => patchOf(from, to, tree(from), tree(to)),
    async merge(from, to, onto) {
      const [base, theirs, ours] = [tree(from), tree(to), tree(onto)];
      const merged: Record<string, string> = { ...ours };
      const conflicts: MergeConflict[] = [];
      for (const path of changedPaths(base, theirs)) {
        if (ours[path] !== base[path] && ours[path] !== theirs[path]) {
          conflicts.push({ path, ours: ours[path] ?? "", theirs: theirs[path] ?? "" });
        } else if (theirs[path] === undefined) delete merged[path];
        else merged[path] = theirs[path];
      }
      return conflicts.length > 0 ? { conflicts } : { tree: store(merged) };
    },
    fork: async (name, id) => ({
      ...modelWorkspace(trees, { ...tree(id) }, `${root}/${name}`),
      [Symbol.asyncDispose]: async () => {},
    }),
    readAt: async (id, path) => {
      const text = tree(id)[path];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    exportChange: () => notModelled("exportChange"),
    importChange: () => notModelled("importChange"),
    packPaths: () => notModelled("packPaths"),
    unpackPaths: () => notModelled("unpackPaths"),
    digestFiles: async (patterns) => sha256(patterns.map((path) => now[path] ?? "").join("\n")),
    pack: async (ids) => new TextEncoder().encode(JSON.stringify(ids.map(tree))),
    async unpack(pack) {
      for (const content of JSON.parse(new TextDecoder().decode(pack)) as Record<string, string>[]) store(content);
    },
    glob: (patterns) => Object.keys(now).filter((path) => patterns.includes(path)),
    readFile: (path) => read(now, path),
    readBytes: (path) => new TextEncoder().encode(read(now, path)),
    hashFiles: (patterns) => sha256(patterns.map((path) => now[path] ?? "").join("\n")),
    resolve: (path) => `${root}/${path}`,
  };
}

/** The simulated steps neither cache nor travel. */
function notModelled(what: string): Promise<never> {
  return Promise.reject(new Error(`the model of a workspace has no ${what}`));
}

function read(files: Readonly<Record<string, string>>, path: string): string {
  const text = files[path];
  if (text !== undefined) return text;
  throw new PawlError({ code: "file.not_found", kind: "permanent", message: `there is no file ${path}` });
}

function changedPaths(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).toSorted();
}

function patchOf(
  from: TreeId,
  to: TreeId,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Patch {
  const files = changedPaths(before, after).map((path) => ({
    path,
    status: before[path] === undefined ? "added" : after[path] === undefined ? "deleted" : "modified",
    oldMode: before[path] === undefined ? "000000" : "100644",
    newMode: after[path] === undefined ? "000000" : "100644",
  })) satisfies Patch["files"];
  const text = files.map(({ path }) => `-${before[path] ?? ""}\n+${after[path] ?? ""}\n`).join("");
  return { from, to, files, text };
}
