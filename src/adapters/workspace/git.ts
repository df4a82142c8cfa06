import { mkdirSync, realpathSync, statSync } from "node:fs";
import { appendFile, lstat, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import type { Patch, TreeId, Workspace } from "../../ports/workspace.ts";
import { holdConverted, type ConvertedFiles } from "./converted.ts";
import { commitOf } from "./git-commit.ts";
import { exportChange, importChange } from "./git-change.ts";
import { checkOut, forgetBrokenIndex, removeUntracked, unknownTree } from "./git-checkout.ts";
import { git, gitFailed, gitText, type GitPlace, type IndexPlace } from "./git-command.ts";
import { escapePattern, ownGitDirectory, seedIndex, type OwnGitDirectory } from "./git-directory.ts";
import { adoptIgnored, shareIgnored } from "./ignored.ts";
import { mergeTrees } from "./git-merge.ts";
import { readPatch } from "./git-patch.ts";
import { packPaths, unpackPaths } from "./paths.ts";
import { digestFiles, workspaceFiles } from "./files.ts";

export interface GitWorkspaceOptions {
  /** The work tree: the top folder of a git repository, or any folder. */
  readonly root: string;
  /** Where Pawl keeps its own git directory; never part of a snapshot, also when it lies inside the work tree. */
  readonly stateDirectory: string;
  readonly runId: string;
}

/** GitHub refuses a pushed file over 100 MB; a snapshot refuses it when it is made, where the step that made it can be named. */
const MAX_FILE_BYTES = 100_000_000;

const TREE_ID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/**
 * A run's files in a git work tree, or in a folder that is no repository (W1). Objects and indexes are Pawl's own, in `stateDirectory`;
 * the repository's are read through it. Ignored files, nested repositories and submodules are left as they are.
 *
 * @throws PawlError `workspace.no_git`, `workspace.not_a_folder`
 */
export async function openGitWorkspace(options: GitWorkspaceOptions): Promise<Workspace> {
  const root = folderAt(options.root);
  if (root === undefined) {
    throw new PawlError({
      code: "workspace.not_a_folder",
      kind: "invalid",
      message: `${options.root} is not a folder`,
      remedy: "Give the folder the run works on with --workspace.",
    });
  }
  mkdirSync(options.stateDirectory, { recursive: true });
  const stateDirectory = realpathSync(options.stateDirectory);
  const own = await ownGitDirectory(root, stateDirectory);
  const index = path.join(own.path, `index-${safeName(options.runId)}`);
  const isSeeded = await seedIndex(own, index);
  const excludes = path.join(own.path, `exclude-${safeName(options.runId)}`);
  await appendFile(excludes, "");
  const place: GitPlace = { gitDirectory: own.path, workTree: root, index, excludes, cwd: root };
  const converted = isSeeded ? await holdConverted(own, place).catch(() => undefined) : undefined;
  const forks = path.join(stateDirectory, "forks", safeName(options.runId));
  return workTree({ root, own, index, excludes, forks, ...(converted === undefined ? {} : { converted }) });
}

/** The folder after links are followed. Without waiting: at a start git must be running before the rest of the code is read. */
function folderAt(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? realpathSync(folder) : undefined;
}

interface WorkTree {
  readonly root: string;
  readonly own: OwnGitDirectory;
  readonly index: string;
  /** Ignore patterns for this work tree alone: nested repositories, and a fork's links. */
  readonly excludes: string;
  readonly forks: string;
  readonly converted?: ConvertedFiles;
  /** The work tree a fork shares its ignored files with. */
  readonly sharedRoot?: string;
}

function workTree(at: WorkTree): Workspace {
  const { root, own, index } = at;
  const place: IndexPlace = {
    gitDirectory: own.path,
    workTree: root,
    index,
    excludes: at.excludes,
    cwd: root,
  };
  const objects: GitPlace = { gitDirectory: own.path, cwd: own.path };
  const files = workspaceFiles(root, at.sharedRoot === undefined ? [] : [at.sharedRoot]);
  /** Trees that are certain to be in the object store. */
  const seen = new Set<TreeId>();
  /** Commits of trees that were checked out here: a step that is tried again starts from the same. */
  const commits = new Map<TreeId, string>();
  // One git command at a time may write an index.
  let queue: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const take = async (): Promise<TreeId> => {
    await own.guard();
    await at.converted?.release();
    const added = await addAll(place);
    await refuseHugeFiles(place, added);
    const tree = await gitText(place, ["write-tree"]);
    seen.add(tree);
    return tree;
  };
  const known = async (tree: TreeId): Promise<void> => {
    if (seen.has(tree)) return;
    const wellFormed = TREE_ID.test(tree);
    const found = wellFormed
      ? await git(objects, ["cat-file", "-e", `${tree}^{tree}`], { accept: [0, 1, 128] })
      : undefined;
    if (found?.exitCode !== 0) throw unknownTree(tree);
    seen.add(tree);
  };

  const commitAt = async (tree: TreeId): Promise<string> => {
    const commit = commits.get(tree) ?? (await commitOf(objects, tree));
    commits.set(tree, commit);
    return commit;
  };

  return {
    root,
    baseCommit: own.repository?.head,
    snapshot: () => alone(take),
    restore: (tree) =>
      alone(async () => {
        await known(tree);
        const [commit] = await Promise.all([commitAt(tree), own.guard()]);
        await at.converted?.release();
        await checkOut(place, tree, commit);
        await removeUntracked(place);
      }),
    patch: async (from, to): Promise<Patch> => {
      await known(from);
      await known(to);
      return await readPatch(objects, from, to);
    },
    merge: async (from, to, onto) => {
      await Promise.all([from, to, onto].map(known));
      return await mergeTrees(objects, from, to, onto);
    },
    fork: async (name, tree) => {
      await known(tree);
      return await fork(at, name, tree);
    },
    readAt: async (tree, file) => {
      await known(tree);
      const found = await git(objects, ["cat-file", "blob", `${tree}:${file}`], { accept: [0, 128] });
      return found.exitCode === 0 ? new Uint8Array(found.stdout) : undefined;
    },
    exportChange: async (from, to) => {
      await known(from);
      await known(to);
      return await exportChange(objects, from, to);
    },
    importChange: async (change, onto) => {
      await known(onto);
      return await importChange(objects, change, onto);
    },
    packPaths: (paths) => packPaths(files, paths),
    unpackPaths: (archive, paths) => unpackPaths(root, archive, paths),
    digestFiles: (patterns, tree) => digestFiles(objects, files, patterns, tree),
    pack: async (trees, options) => {
      await Promise.all(trees.map(known));
      const head = options?.thin === true ? own.repository?.head : undefined;
      const wanted = [...new Set(trees), ...(head === undefined ? [] : [`^${head}^{tree}`]), ""];
      const args = ["pack-objects", "--stdout", "--revs", "-q", "--delta-base-offset", "--window=5"];
      return new Uint8Array((await git(objects, args, { input: wanted.join("\n") })).stdout);
    },
    unpack: async (pack) => {
      const indexed = await git(objects, ["index-pack", "--stdin", "--fix-thin", "--max-input-size=4294967296"], {
        input: pack,
        accept: [0, 1, 128],
      });
      if (indexed.exitCode !== 0) {
        throw new PawlError({
          code: "archive.corrupt",
          kind: "permanent",
          message: `the git pack is damaged: ${indexed.stderr.trim().split("\n").at(-1) ?? ""}`,
          remedy: "Take the archive again from where it was made.",
        });
      }
    },
    glob: files.glob,
    readFile: files.readFile,
    readBytes: files.readBytes,
    hashFiles: files.hashFiles,
    resolve: files.resolve,
  };
}

/**
 * `git add -A`. A nested repository without a commit makes git refuse everything, and one with a commit would become a bare pointer:
 * both are put on the work tree's ignore list, as are no other files.
 *
 * @returns the paths that are new or changed since the last time
 */
async function addAll(place: GitPlace): Promise<readonly string[]> {
  const args = ["add", "-A", "--verbose", "."];
  let retriesLeft = 20;
  for (;;) {
    const added = await git(place, args, { accept: [0, 1, 128] });
    const nested = [...nestedRepositories(added.stderr)];
    if (nested.length > 0 && retriesLeft > 0) {
      await ignoreNested(place, nested);
      retriesLeft -= 1;
    }
    if (added.exitCode === 0) {
      return [...added.stdout.toString("utf8").matchAll(/^add '([\s\S]*?)'$/gm)].map(([, name = ""]) => name);
    }
    // The index first: a part of it that is not there reads like a file that has gone.
    const again = (await forgetBrokenIndex(place, added.stderr)) || nested.length > 0 || vanished(added.stderr);
    if (!again || retriesLeft <= 0) throw gitFailed(args, added);
    retriesLeft -= 1;
  }
}

function* nestedRepositories(stderr: string): Iterable<string> {
  for (const [, name] of stderr.matchAll(
    /^(?:warning: adding embedded git repository: |error: ')(.+?)(?:\/?' does not have a commit checked out)?$/gm,
  )) {
    if (name !== undefined) yield name.replace(/\/$/, "");
  }
}

async function ignoreNested(place: GitPlace, names: readonly string[]): Promise<void> {
  if (place.excludes === undefined) return;
  await appendFile(place.excludes, `${names.map((name) => `/${escapePattern(name)}`).join("\n")}\n`);
  await git(place, [
    "rm",
    "--cached",
    "-q",
    "-f",
    "--ignore-unmatch",
    "--",
    ...names.map((name) => `:(literal)${name}`),
  ]);
}

/** Files that a process of the step removed while git was reading them. */
function vanished(stderr: string): boolean {
  return /No such file or directory|unable to stat|short read/i.test(stderr);
}

async function refuseHugeFiles(place: GitPlace, added: readonly string[]): Promise<void> {
  const sizes = await Promise.all(
    added.map(async (name) => ({
      name,
      bytes: (await lstat(path.join(place.cwd, name)).catch(() => undefined))?.size ?? 0,
    })),
  );
  const huge = sizes.filter(({ bytes }) => bytes > MAX_FILE_BYTES);
  if (huge.length === 0) return;
  await git(place, [
    "rm",
    "--cached",
    "-q",
    "-f",
    "--ignore-unmatch",
    "--",
    ...huge.map(({ name }) => `:(literal)${name}`),
  ]);
  throw new PawlError({
    code: "workspace.file_too_large",
    kind: "permanent",
    message: `the workspace holds files over 100 MB, which a snapshot can't carry: ${huge
      .map(({ name, bytes }) => `${name} (${Math.round(bytes / 1e6)} MB)`)
      .join(", ")}`,
    remedy: "Add them to .gitignore, remove them at the end of the step, or keep them with cache.paths.",
  });
}

/** A second work tree with its own index, so that steps that run beside each other never see each other's half-done files. */
async function fork(at: WorkTree, name: string, tree: TreeId): Promise<Workspace & AsyncDisposable> {
  const directory = path.join(at.forks, safeName(name));
  await rm(directory, { recursive: true, force: true });
  const root = path.join(directory, "tree");
  await mkdir(root, { recursive: true });
  const excludes = path.join(directory, "exclude");
  const index = path.join(directory, "index");
  const place: IndexPlace = { gitDirectory: at.own.path, workTree: root, index, cwd: root };
  await checkOut(place, tree, await commitOf({ gitDirectory: at.own.path, cwd: at.own.path }, tree));
  const parent: GitPlace = {
    gitDirectory: at.own.path,
    workTree: at.root,
    index: at.index,
    cwd: at.root,
    excludes: at.excludes,
  };
  const linked = await shareIgnored(parent, { root, excludes, repository: at.own.repository });
  const inner = workTree({
    root,
    own: at.own,
    index,
    excludes,
    forks: path.join(directory, "forks"),
    sharedRoot: at.root,
  });
  return {
    ...inner,
    linked,
    [Symbol.asyncDispose]: async () => {
      await adoptIgnored({ ...place, excludes }, at.root);
      const grave = `${directory}.gone-${process.pid}`;
      await rename(directory, grave).catch(() => undefined);
      await rm(grave, { recursive: true, force: true, maxRetries: 3 });
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function safeName(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9_-]/g, (character) => `.${character.codePointAt(0)?.toString(16) ?? ""}`)
    .slice(0, 120);
}
