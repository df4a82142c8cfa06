import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, realpath, rename, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { git, gitText } from "./git-command.ts";

/** The repository a work tree belongs to, as found when the run began. */
export interface FoundRepository {
  /** Absolute path of the repository's git directory for this work tree. */
  readonly gitDirectory: string;
  readonly objects: string;
  readonly head: string | undefined;
  /** `sha1` or `sha256` (git-config, "extensions.objectFormat"): objects of the two can't be mixed. */
  readonly objectFormat: string;
  /** Ignore patterns that live outside the work tree: `info/exclude` and the user's global file. */
  readonly ignorePatterns: string;
}

/** The git directory Pawl keeps for one work tree: own objects, configuration and index files; the repository's are only read. */
export interface OwnGitDirectory {
  readonly path: string;
  readonly repository: FoundRepository | undefined;
  /** Puts configuration and attributes back as they must be; cheap when nothing was changed. */
  guard(): Promise<void>;
}

/** Configuration of a git directory of our own that borrows the objects of a repository. */
export function configuration(objectFormat: string): string {
  const core = (version: number): string =>
    `[core]\n\trepositoryformatversion = ${version}\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = false\n`;
  return objectFormat === "sha1" ? core(0) : `${core(1)}[extensions]\n\tobjectformat = ${objectFormat}\n`;
}

/** Bytes go into and come out of snapshots as they are: no end-of-line, keyword, encoding or filter conversion. */
const ATTRIBUTES = "* -text -eol -crlf -ident -filter -working-tree-encoding\n";

/** Prepares (or finds again) the git directory for the work tree `root` below `stateDirectory`. */
export async function ownGitDirectory(root: string, stateDirectory: string): Promise<OwnGitDirectory> {
  const repository = await findRepository(root);
  const directory = path.join(stateDirectory, "workspace", digestOf(root));
  const inside = path.relative(root, directory);
  const stateIsInside = !inside.startsWith("..") && !path.isAbsolute(inside);
  const excludes = [
    repository?.ignorePatterns ?? "",
    stateIsInside && inside.split(path.sep)[0] !== ".git"
      ? `/${escapePattern(path.relative(root, stateDirectory))}/`
      : "",
    "",
  ].join("\n");
  const files: Readonly<Record<string, string>> = {
    HEAD: "ref: refs/heads/pawl\n",
    config: configuration(repository?.objectFormat ?? "sha1"),
    "info/attributes": ATTRIBUTES,
    "info/exclude": excludes,
    "objects/info/alternates": repository === undefined ? "" : `${repository.objects}\n`,
  };
  await Promise.all(
    ["info", "objects/info", "objects/pack", "refs/heads"].map((name) =>
      mkdir(path.join(directory, name), { recursive: true }),
    ),
  );
  const guard = async (): Promise<void> => {
    await Promise.all(Object.entries(files).map(([name, text]) => keepFile(path.join(directory, name), text)));
  };
  await guard();
  return { path: directory, repository, guard };
}

/**
 * A starting index: the newest one an earlier run left for this work tree, else the repository's own. Its file times come with it,
 * because git tells "changed in the same instant" by them (racy entries).
 */
export async function seedIndex(own: OwnGitDirectory, index: string): Promise<boolean> {
  if (await exists(index)) return true;
  const earlier = await newestIndex(own.path);
  const sources = [earlier, own.repository && path.join(own.repository.gitDirectory, "index")];
  for (const source of sources) {
    if (source === undefined) continue;
    try {
      const { atime, mtime } = await stat(source);
      const copy = `${index}.${randomUUID()}.seed`;
      if (source !== earlier) await copySharedParts(path.dirname(source), own.path);
      await copyFile(source, copy);
      await utimes(copy, atime, mtime);
      await rename(copy, index);
      return true;
    } catch {
      // Gone or unreadable: an index without a memory costs one full read of the files, nothing else.
    }
  }
  return false;
}

/** What a split index (git-update-index, "SPLIT INDEX") refers to. Pawl's own indexes are written whole. */
async function copySharedParts(from: string, to: string): Promise<void> {
  for (const name of (await readdir(from)).filter((name) => name.startsWith("sharedindex."))) {
    const copy = path.join(to, `${name}.${randomUUID()}.seed`);
    await copyFile(path.join(from, name), copy);
    await rename(copy, path.join(to, name));
  }
}

async function newestIndex(directory: string): Promise<string | undefined> {
  const names = (await readdir(directory)).filter((name) => name.startsWith("index-") && !/\.(lock|seed)$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => {
      const file = path.join(directory, name);
      return { file, at: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  return dated.toSorted((a, b) => b.at - a.at)[0]?.file;
}

/** One git command finds all there is to know: a process costs more than anything else here. */
async function findRepository(root: string): Promise<FoundRepository | undefined> {
  const places = ["--show-toplevel", "--absolute-git-dir", "--git-path", "objects", "--git-path", "info/exclude"];
  const questions = [...places, "--show-object-format", "HEAD^{commit}"];
  const found = await git({ cwd: root }, ["rev-parse", "--path-format=absolute", ...questions], {
    accept: [0, 128],
  });
  // Without a commit git answers all but the last question.
  const [top, gitDirectory, objects, exclude, objectFormat, head] = found.stdout.toString("utf8").split("\n");
  if (top === undefined || gitDirectory === undefined || objects === undefined || !objectFormat) return undefined;
  // A folder inside a larger repository is a workspace of its own: paths and trees are the folder's.
  if ((await realpath(top).catch(() => undefined)) !== root) return undefined;
  const patterns = await Promise.all([exclude, await globalExcludes(root)].map((file) => readText(file)));
  return {
    gitDirectory,
    objects,
    objectFormat,
    head: found.exitCode === 0 ? head : undefined,
    ignorePatterns: patterns.join("\n"),
  };
}

/** The user's own ignore file: read, never obeyed as configuration (git documentation, gitignore(5)). */
async function globalExcludes(root: string): Promise<string | undefined> {
  const home = process.env["HOME"];
  if (home === undefined || home === "") return undefined;
  const configuration = path.join(home, ".gitconfig");
  if (/excludesfile/i.test(await readText(configuration))) {
    const question = ["config", "--file", configuration, "--type=path", "--get", "core.excludesFile"];
    const configured = await gitText({ cwd: root }, question, { accept: [0, 1, 128] });
    if (configured !== "") return configured;
  }
  return path.join(process.env["XDG_CONFIG_HOME"] ?? path.join(home, ".config"), "git", "ignore");
}

async function readText(file: string | undefined): Promise<string> {
  if (file === undefined || file === "") return "";
  return await readFile(file, "utf8").catch(() => "");
}

async function keepFile(file: string, text: string): Promise<void> {
  if ((await readFile(file, "utf8").catch(() => undefined)) === text) return;
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, text);
  await rename(draft, file);
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

/** A path as a literal ignore pattern (gitignore(5), "PATTERN FORMAT"). */
export function escapePattern(relative: string): string {
  return relative
    .split(path.sep)
    .join("/")
    .replaceAll(/[\\*?[\]!# ]/g, (character) => `\\${character}`);
}

function digestOf(root: string): string {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}
