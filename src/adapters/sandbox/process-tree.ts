import { readdirSync, readFileSync } from "node:fs";

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Resident memory in bytes. */
  readonly memory: number;
}

const PAGE_BYTES = 4_096;

/** Every process this machine shows, from `/proc`; empty where there is no such thing (macOS, Windows). */
export function listProcesses(): ProcessInfo[] {
  const found: ProcessInfo[] = [];
  for (const name of entries("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const text = read(`/proc/${name}/stat`);
    // Field 2 is the program's name in parentheses and may itself hold spaces and parentheses (proc(5)).
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 22 || fields[0] === "Z") continue;
    found.push({
      pid: Number(name),
      parent: Number(fields[1]),
      group: Number(fields[2]),
      session: Number(fields[3]),
      memory: Number(fields[21]) * PAGE_BYTES,
    });
  }
  return found;
}

/**
 * The processes below `root`, however deep. With `marker`, also those that left the tree (a daemon whose parent ended) but still carry the
 * marker in the environment they were started with, and those in the session or process group of `root`.
 */
export function descendants(
  root: number,
  marker?: string,
  all: readonly ProcessInfo[] = listProcesses(),
): ProcessInfo[] {
  const children = new Map<number, ProcessInfo[]>();
  for (const process of all) {
    const siblings = children.get(process.parent);
    if (siblings === undefined) children.set(process.parent, [process]);
    else siblings.push(process);
  }
  const found = new Map<number, ProcessInfo>();
  const visit = (pid: number): void => {
    for (const child of children.get(pid) ?? []) {
      if (found.has(child.pid) || child.pid === root) continue;
      found.set(child.pid, child);
      visit(child.pid);
    }
  };
  visit(root);
  for (const candidate of all) {
    if (candidate.pid === root || candidate.pid === process.pid || found.has(candidate.pid)) continue;
    const related =
      candidate.session === root ||
      candidate.group === root ||
      (marker !== undefined && read(`/proc/${candidate.pid}/environ`).includes(marker));
    if (!related) continue;
    found.set(candidate.pid, candidate);
    visit(candidate.pid);
  }
  return [...found.values()];
}

/** Sends a signal and doesn't mind that the process is gone. A negative pid means the whole process group. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ESRCH: it ended by itself; EPERM: it became another user's and isn't ours to end.
  }
}

function entries(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
