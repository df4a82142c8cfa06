import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import type { ProcessInfo } from "./process-tree.ts";

/** Bytes of files that have no name any more but are held open by a tree, by the device they are on: deleted files, and memory files (memfd). */
export function unlinkedBytes(tree: readonly ProcessInfo[]): ReadonlyMap<number, number> {
  const seen = new Set<string>();
  const bytes = new Map<number, number>();
  for (const { pid } of tree) {
    for (const fd of namesIn(`/proc/${pid}/fd`)) {
      const file = statOf(`/proc/${pid}/fd/${fd}`);
      if (file === undefined || !file.isFile() || file.nlink > 0 || seen.has(`${file.dev}:${file.ino}`)) continue;
      seen.add(`${file.dev}:${file.ino}`);
      bytes.set(file.dev, (bytes.get(file.dev) ?? 0) + file.blocks * 512);
    }
  }
  return bytes;
}

/** Bytes of shared memory the whole machine has in use: what a tree takes without it being any process's own is part of it (proc(5), meminfo). */
export function sharedMemory(): number {
  return Number(/^Shmem:\s*(\d+) kB/m.exec(textOf("/proc/meminfo"))?.[1] ?? 0) * 1_024;
}

/** Bytes of shared memory that a tree holds and no process of it shows as its own: memory files, and segments (shmget) of its IPC namespace. */
export function memoryBesideProcesses(tree: readonly ProcessInfo[], diskDevice: number): number {
  let bytes = 0;
  for (const [device, size] of unlinkedBytes(tree)) if (device !== diskDevice) bytes += size;
  const last = tree.at(-1);
  const segments = last === undefined ? "" : textOf(`/proc/${last.pid}/root/proc/sysvipc/shm`);
  // The last columns are rss and swap, in bytes.
  for (const line of segments.split("\n").slice(1)) bytes += Number(line.trim().split(/\s+/).at(-2) ?? 0) || 0;
  const mapped = tree.reduce(
    (sum, { pid }) => sum + Number(/^RssShmem:\s*(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1_024,
    0,
  );
  return Math.max(0, bytes - mapped);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
