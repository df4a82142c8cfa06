import { type Dirent, lstatSync, readdirSync, statfsSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { Command } from "../../ports/sandbox.ts";
import { memoryBesideProcesses, sharedMemory, unlinkedBytes } from "./open-files.ts";
import { descendants, type ProcessInfo } from "./process-tree.ts";

/** What one command may use in all. A missing member sets no limit. */
export interface Limits {
  /** Resident memory of the whole tree, in bytes. */
  readonly memory?: number;
  readonly processes?: number;
  /** Bytes it may add to the disk. */
  readonly disk?: number;
  /** Processor seconds of one process (RLIMIT_CPU). */
  readonly cpuSeconds?: number;
  /** Bytes of one file (RLIMIT_FSIZE). */
  readonly fileSize?: number;
  /** Wall time in milliseconds, beside the step's own timeout. */
  readonly wallMs?: number;
}

const INTERVAL_MS = 100;
/** With less than this left, whoever wrote it: the machine's other work is worth more. */
const LAST_FREE = 256 * 1_048_576;

/**
 * Watches what `prlimit` can't count: memory, processes and disk space of a whole tree. Calls `exceeded` once, with what was exceeded, and the
 * caller ends the tree.
 */
export function watchLimits(
  pid: number | undefined,
  marker: string,
  limits: Limits,
  command: Command,
  exceeded: (violation: string) => void,
): { stop(): void } {
  const counted = limits.memory !== undefined || limits.processes !== undefined || limits.disk !== undefined;
  if (pid === undefined || !counted) return { stop: () => undefined };
  const overMemory = limits.memory === undefined ? undefined : watchMemory(limits.memory, command);
  const overDisk = limits.disk === undefined ? undefined : watchDisk(limits.disk, command);
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const tree = descendants(pid, marker);
    const violation = overProcesses(tree, limits) ?? overMemory?.(tree) ?? overDisk?.(tree);
    if (violation === undefined) {
      timer = setTimeout(look, INTERVAL_MS);
      timer.unref();
    } else exceeded(violation);
  };
  timer = setTimeout(look, INTERVAL_MS);
  timer.unref();
  return { stop: () => clearTimeout(timer) };
}

function overProcesses(tree: readonly ProcessInfo[], { processes }: Limits): string | undefined {
  if (processes === undefined || tree.length <= processes) return undefined;
  return `processes: ${tree.length} at once, ${processes} are allowed`;
}

/** Watches memory: that of the processes always, and what they hold beside it (memory files, shared segments) when the machine's has grown. */
function watchMemory(limit: number, command: Command): (tree: readonly ProcessInfo[]) => string | undefined {
  const sharedAtStart = sharedMemory();
  const { dev } = statSync(command.cwd);
  return (tree) => {
    const own = tree.reduce((sum, process) => sum + process.memory, 0);
    const suspicious = own <= limit && own + sharedMemory() - sharedAtStart > limit;
    const used = own + (suspicious ? memoryBesideProcesses(tree, dev) : 0);
    return used > limit ? `memory: ${mebibytes(used)} in use, ${mebibytes(limit)} are allowed` : undefined;
  };
}

/**
 * Watches what a command adds to the disk. Looking at the free space costs nothing, so that is looked at first; because others write to the same
 * disk, what shrank it is only held against the command when it is found in files of its own, or when the disk is about to be full.
 */
function watchDisk(limit: number, command: Command): (tree: readonly ProcessInfo[]) => string | undefined {
  const startedAt = Date.now();
  const freeAtStart = freeBytes(command.cwd) ?? 0;
  const { dev } = statSync(command.cwd);
  let searchAt = 0;
  return (tree) => {
    // A command may remove the directory it was started in.
    const free = freeBytes(command.cwd) ?? freeAtStart;
    const shrunk = freeAtStart - free;
    if (shrunk <= limit || performance.now() < searchAt) return undefined;
    const started = performance.now();
    const own =
      bytesWritten([command.workspace ?? command.cwd, ...command.writable], startedAt) +
      (unlinkedBytes(tree).get(dev) ?? 0);
    // A large tree takes long to search: it is searched again after ten times as long.
    searchAt = performance.now() + 10 * (performance.now() - started);
    const written = own > limit ? own : free < LAST_FREE ? shrunk : undefined;
    if (written === undefined) return undefined;
    return `disk: ${mebibytes(written)} written, ${mebibytes(limit)} are allowed`;
  };
}

/** Bytes on disk of the files below these directories that changed since a time. */
function bytesWritten(directories: readonly string[], since: number): number {
  let bytes = 0;
  const visit = (directory: string): void => {
    let entries: readonly Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile()) bytes += changedBytes(lstatSync(file, { throwIfNoEntry: false }), since);
    }
  };
  for (const directory of directories) visit(directory);
  return bytes;
}

function changedBytes(file: Stats | undefined, since: number): number {
  return file === undefined || file.ctimeMs < since ? 0 : file.blocks * 512;
}

function freeBytes(directory: string): number | undefined {
  try {
    const { bsize, bfree } = statfsSync(directory);
    return bsize * bfree;
  } catch {
    return undefined;
  }
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MiB`;
}
