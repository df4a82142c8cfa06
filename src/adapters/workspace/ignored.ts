import { lstat, mkdir, readFile, realpath, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { git, type GitPlace } from "./git-command.ts";
import { configuration, escapePattern, type FoundRepository } from "./git-directory.ts";

/**
 * Gives a forked work tree what its parent's ignore rules hide (`node_modules`, build folders) as links, and a small git directory of its own,
 * so that a step's tools and its `git log` work there. The parent's repository is only read.
 *
 * @returns absolute paths of what the links lead to
 *
 * `excludes` lists the links themselves: a rule such as `node_modules/` names folders only, and a link is none.
 */
export async function shareIgnored(
  parent: GitPlace,
  into: { readonly root: string; readonly excludes: string; readonly repository: FoundRepository | undefined },
): Promise<readonly string[]> {
  const shared: string[] = [];
  for (const name of await ignoredPaths(parent)) {
    const target = path.join(into.root, name);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await symlink(path.join(parent.cwd, name), target);
      shared.push(name);
    } catch {
      // The tree itself holds something there.
    }
  }
  await writeFile(into.excludes, `${shared.map((name) => `/${escapePattern(name)}`).join("\n")}\n`);
  if (into.repository !== undefined) await standAloneRepository(into.root, into.repository);
  return await Promise.all(shared.map(async (name) => await realpath(path.join(parent.cwd, name))));
}

/**
 * Moves ignored files that a fork made into the parent: where nothing stands at their place, and where the fork put something of its own in place of
 * a link. Links themselves go with the fork.
 */
export async function adoptIgnored(fork: GitPlace, parentRoot: string): Promise<void> {
  const linked = new Set(await excluded(fork.excludes));
  for (const name of await ignoredPaths(fork)) {
    const from = path.join(fork.cwd, name);
    const to = path.join(parentRoot, name);
    const isLink = (await lstat(from).catch(() => undefined))?.isSymbolicLink() ?? true;
    const wasLink = linked.has(`/${escapePattern(name)}`);
    if (wasLink && isLink) continue;
    const taken = (await lstat(to).catch(() => undefined)) !== undefined;
    if (taken && !wasLink) continue;
    if (taken) await rm(to, { recursive: true, force: true });
    await mkdir(path.dirname(to), { recursive: true });
    // Across devices the files stay behind: ignored files are never a result.
    await rename(from, to).catch(() => undefined);
  }
}

/** Ignored files and folders, a folder that is ignored as a whole as one entry, without a slash at its end. */
async function ignoredPaths(place: GitPlace): Promise<readonly string[]> {
  const listed = await git(place, ["ls-files", "-o", "-i", "--exclude-standard", "--directory", "-z"]);
  return (
    listed.stdout
      .toString("utf8")
      .split("\0")
      .map((name) => name.replace(/\/$/, ""))
      // A name that is no UTF-8 can't be named here: such a file is not shared.
      .filter((name) => name !== "" && !name.includes("\uFFFD") && name.split("/")[0] !== ".git")
  );
}

async function excluded(file: string | undefined): Promise<readonly string[]> {
  return file === undefined ? [] : (await readFile(file, "utf8").catch(() => "")).split("\n");
}

/** A detached clone that borrows the repository's objects. No remote, no hooks, no configuration comes with it. */
async function standAloneRepository(root: string, repository: FoundRepository): Promise<void> {
  const directory = path.join(root, ".git");
  await mkdir(path.join(directory, "objects", "info"), { recursive: true });
  await mkdir(path.join(directory, "refs", "heads"), { recursive: true });
  await writeFile(path.join(directory, "objects", "info", "alternates"), `${repository.objects}\n`);
  await writeFile(path.join(directory, "config"), configuration(repository.objectFormat));
  await writeFile(path.join(directory, "HEAD"), `${repository.head ?? "ref: refs/heads/main"}\n`);
  if (repository.head !== undefined) {
    await git({ gitDirectory: directory, workTree: root, cwd: root }, ["read-tree", repository.head]);
  }
}
