import { lstat, readFile } from "node:fs/promises";
import path from "node:path";
import { git, type GitPlace } from "./git-command.ts";
import type { OwnGitDirectory } from "./git-directory.ts";

/** Attributes by which a work-tree file rightly differs from what git stores: Git LFS, git-crypt, CRLF, keywords. */
const CONVERSIONS = ["filter=lfs", "filter=git-crypt", "eol=crlf", "ident"];
const MENTIONED = /filter=(?:lfs|git-crypt)|eol=crlf|\bident\b/;

/** Files whose stored form stays in the snapshots for as long as nobody touches the file itself. */
export interface ConvertedFiles {
  /** Lets snapshots see those that were changed since the run began. */
  release(): Promise<void>;
}

/**
 * Snapshots take bytes as they are, so a Git LFS file that was checked out with its content would look like a change of its pointer.
 * Such files keep the repository's own index entry, marked as none of the work tree's business (skip-worktree), until their size or times move.
 *
 * @param place the run's own index
 */
export async function holdConverted(own: OwnGitDirectory, place: GitPlace): Promise<ConvertedFiles> {
  const { repository } = own;
  if (repository === undefined || !(await mayConvert(place, repository.gitDirectory)))
    return { release: async () => undefined };
  const listed = await git({ gitDirectory: repository.gitDirectory, workTree: place.cwd, cwd: place.cwd }, [
    "ls-files",
    "-s",
    "-z",
    "--",
    ...CONVERSIONS.map((attribute) => `:(top,attr:${attribute})`),
  ]);
  const entries = listed.stdout
    .toString("utf8")
    .split("\0")
    .filter((entry) => / 0\t/.test(entry));
  if (entries.length === 0) return { release: async () => undefined };
  const names = entries.map((entry) => entry.slice(entry.indexOf("\t") + 1));
  await git(place, ["update-index", "-z", "--index-info"], { input: entries.map((entry) => `${entry}\0`).join("") });
  await mark(place, "--skip-worktree", names);
  const stamps = new Map(await Promise.all(names.map(async (name) => [name, await stampOf(place, name)] as const)));
  return {
    release: async () => {
      const now = await Promise.all(
        [...stamps.keys()].map(async (name) => [name, await stampOf(place, name)] as const),
      );
      const touched = now.filter(([name, stamp]) => stamps.get(name) !== stamp).map(([name]) => name);
      if (touched.length === 0) return;
      await mark(place, "--no-skip-worktree", touched);
      for (const name of touched) stamps.delete(name);
    },
  };
}

/** Looks at the places where such attributes are given for a whole repository, and only then asks git. */
async function mayConvert(place: GitPlace, gitDirectory: string): Promise<boolean> {
  const files = [path.join(place.cwd, ".gitattributes"), path.join(gitDirectory, "info", "attributes")];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return texts.some((text) => MENTIONED.test(text));
}

async function mark(place: GitPlace, flag: string, names: readonly string[]): Promise<void> {
  await git(place, ["update-index", "-z", flag, "--stdin"], { input: names.map((name) => `${name}\0`).join("") });
}

async function stampOf(place: GitPlace, name: string): Promise<string> {
  const found = await lstat(path.join(place.cwd, name), { bigint: true }).catch(() => undefined);
  return found === undefined ? "gone" : `${found.size}:${found.ino}:${found.mtimeNs}:${found.ctimeNs}`;
}
