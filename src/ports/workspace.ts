import type { Digest } from "../kernel/digest.ts";

/** A git tree object id: what the workspace held, ignored files left out. */
export type TreeId = string;

export interface FileChange {
  readonly path: string;
  readonly status: "added" | "modified" | "deleted" | "type-changed";
  /** Undefined for binary files. */
  readonly additions?: number;
  readonly deletions?: number;
  /** Git file modes, six octal digits; `000000` where there is no file. */
  readonly oldMode: string;
  readonly newMode: string;
}

export interface Patch {
  readonly from: TreeId;
  readonly to: TreeId;
  readonly files: readonly FileChange[];
  /** Unified diff with binary patches, as `git apply` takes it. */
  readonly text: string;
}

export interface MergeConflict {
  readonly path: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A run's files (W1). Nothing here touches HEAD, branches, the user's index, hooks or configuration. */
export interface Workspace {
  /** Absolute path of the work tree. */
  readonly root: string;
  /** Absolute paths outside the root that its own links lead to (a fork's shared `node_modules`): a sandbox shows them read-only. */
  readonly linked?: readonly string[];
  /** The commit the work tree was at when the run began; undefined outside a git repository. */
  readonly baseCommit: string | undefined;
  /** Writes what the work tree holds now as a tree object. */
  snapshot(): Promise<TreeId>;
  /** Makes the work tree hold exactly this tree; ignored files stay. Throws PawlError `workspace.unknown_tree`. */
  restore(tree: TreeId): Promise<void>;
  patch(from: TreeId, to: TreeId): Promise<Patch>;
  /** Applies the difference `from..to` onto `onto`. */
  merge(
    from: TreeId,
    to: TreeId,
    onto: TreeId,
  ): Promise<{ readonly tree: TreeId } | { readonly conflicts: readonly MergeConflict[] }>;
  /** A second work tree at `tree`, for a step that runs beside others; disposing removes it. */
  fork(name: string, tree: TreeId): Promise<Workspace & AsyncDisposable>;
  /** A file's content at a tree; undefined when there is none (or a submodule). Throws `workspace.unknown_tree`. */
  readAt(tree: TreeId, path: string): Promise<Uint8Array | undefined>;

  /** The difference `from..to` as bytes that another machine can apply, objects included. */
  exportChange(from: TreeId, to: TreeId): Promise<Uint8Array>;
  /**
   * The tree that results from applying an exported change to `onto`; the work tree stays as it is.
   * Undefined when a file it changes is not in `onto` as it was in `from`. Throws `workspace.bad_change` when the bytes are damaged.
   */
  importChange(change: Uint8Array, onto: TreeId): Promise<TreeId | undefined>;
  /** Paths git ignores (`node_modules`) as one compressed archive; undefined when none of them exists. Throws `workspace.paths_too_large`, `file.outside`. */
  packPaths(paths: readonly string[]): Promise<Uint8Array | undefined>;
  /** Replaces these paths with an archive's content; whatever else it names is refused (`archive.refused`, and nothing changes). */
  unpackPaths(archive: Uint8Array, paths: readonly string[]): Promise<void>;
  /** One digest over path, mode and content of every file matching the globs, for cache keys. `tree` is the last snapshot: what it holds isn't read again. */
  digestFiles(patterns: readonly string[], tree: TreeId | undefined): Promise<Digest>;

  /** The objects of these trees as one git pack, without what `baseCommit` already brings when `thin`. */
  pack(trees: readonly TreeId[], options?: { readonly thin?: boolean }): Promise<Uint8Array>;
  /** Throws PawlError `archive.corrupt`. */
  unpack(pack: Uint8Array): Promise<void>;

  /** Workspace-relative paths matching the globs, sorted; links that leave the workspace are left out. */
  glob(patterns: readonly string[]): readonly string[];
  /** Throws PawlError `file.not_found`, `file.outside`, `file.too_large` (over 10 MiB). */
  readFile(path: string): string;
  /** The same bytes untouched; the same errors. */
  readBytes(path: string): Uint8Array;
  hashFiles(patterns: readonly string[]): string;
  /** The absolute path of a workspace file after links are followed; throws `file.outside` when it leaves the workspace. */
  resolve(path: string): string;
}
