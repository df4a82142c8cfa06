import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { git } from "./git-command.ts";

/** Work trees of runs that ended without clearing up, and indexes nobody used for so long, are left over. */
const LEFTOVER_MS = 14 * 86_400_000;

/**
 * Frees what old runs left in a state directory: index files, forks and snapshots that are reachable from none of `keep`. What is younger than two
 * weeks stays in any case, so that runs under way in other processes lose nothing.
 *
 * @param keep trees of the runs that are still known
 * @returns how many bytes were freed
 */
export async function pruneSnapshots(
  stateDirectory: string,
  keep: readonly string[],
  now: number = Date.now(),
): Promise<{ readonly bytes: number }> {
  const before = await bytesBelow(stateDirectory);
  const workspaces = path.join(stateDirectory, "workspace");
  for (const name of await readdir(workspaces).catch(() => [])) {
    const directory = path.join(workspaces, name);
    await removeOld(directory, (file) => /^((index|exclude|change|head)-|sharedindex\.)/.test(file), now);
    const place = { gitDirectory: directory, cwd: directory };
    const known: string[] = [];
    for (const tree of new Set(keep)) {
      if ((await git(place, ["cat-file", "-e", `${tree}^{tree}`], { accept: [0, 1, 128] })).exitCode === 0)
        known.push(tree);
    }
    const expiry = new Date(now - LEFTOVER_MS).toISOString();
    await git(place, ["prune", `--expire=${expiry}`, "--", ...known], { accept: [0, 128] });
  }
  await removeOld(path.join(stateDirectory, "forks"), () => true, now);
  return { bytes: Math.max(0, before - (await bytesBelow(stateDirectory))) };
}

async function removeOld(directory: string, isMeant: (name: string) => boolean, now: number): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const file = path.join(directory, name);
    const found = await stat(file).catch(() => undefined);
    if (isMeant(name) && found !== undefined && now - found.mtimeMs > LEFTOVER_MS)
      await rm(file, { recursive: true, force: true });
  }
}

async function bytesBelow(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => [])) {
    if (entry.isFile())
      bytes += (await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return bytes;
}
