import { statfsSync } from "node:fs";
import type { Command } from "../../ports/sandbox.ts";
import { descendants } from "./process-tree.ts";

/** What one command may use in all. A missing member sets no limit. */
export interface Limits {
  /** Resident memory of the whole tree, in bytes. */
  readonly memory?: number;
  readonly processes?: number;
  /** Bytes by which the free space of the workspace's file system may shrink while it runs. */
  readonly disk?: number;
  /** Processor seconds of one process (RLIMIT_CPU). */
  readonly cpuSeconds?: number;
  /** Bytes of one file (RLIMIT_FSIZE). */
  readonly fileSize?: number;
  /** Wall time in milliseconds, beside the step's own timeout. */
  readonly wallMs?: number;
}

const INTERVAL_MS = 100;

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
  const freeAtStart = limits.disk === undefined ? 0 : freeBytes(command.cwd);
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const violation = measure(pid, marker, limits, command.cwd, freeAtStart);
    if (violation === undefined) {
      timer = setTimeout(look, INTERVAL_MS);
      timer.unref();
    } else exceeded(violation);
  };
  timer = setTimeout(look, INTERVAL_MS);
  timer.unref();
  return { stop: () => clearTimeout(timer) };
}

function measure(
  pid: number,
  marker: string,
  limits: Limits,
  directory: string,
  freeAtStart: number,
): string | undefined {
  const tree = descendants(pid, marker);
  if (limits.processes !== undefined && tree.length > limits.processes) {
    return `processes: ${tree.length} at once, ${limits.processes} are allowed`;
  }
  if (limits.memory !== undefined) {
    const used = tree.reduce((sum, process) => sum + process.memory, 0);
    if (used > limits.memory) return `memory: ${mebibytes(used)} in use, ${mebibytes(limits.memory)} are allowed`;
  }
  if (limits.disk !== undefined) {
    const written = freeAtStart - freeBytes(directory);
    if (written > limits.disk) return `disk: ${mebibytes(written)} written, ${mebibytes(limits.disk)} are allowed`;
  }
  return undefined;
}

function freeBytes(directory: string): number {
  const { bsize, bfree } = statfsSync(directory);
  return bsize * bfree;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MiB`;
}
