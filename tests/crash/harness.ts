import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { JournalEvent } from "../../src/engine/events.ts";
import type { RunView } from "../../src/engine/view.ts";

const WORKER = path.join(import.meta.dirname, "worker.ts");
const RUN = "run_crash";

export interface WorkerEnd {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly view: RunView | undefined;
  /** What a refusal said. */
  readonly refusal: { readonly code: string; readonly message: string } | undefined;
}

export interface WorkerOptions {
  readonly killAt?: number;
  readonly killWhen?: "before" | "after";
  /** SIGKILL from outside after so many milliseconds. */
  readonly killAfterMs?: number;
  readonly clockShiftMs?: number;
  readonly holdMs?: number;
  /** A program to run node under: a tiny disk, a read-only one. */
  readonly under?: readonly string[];
}

/** Runs one real worker process on the directory to its end. */
export function work(directory: string, golden: string, options: WorkerOptions = {}): Promise<WorkerEnd> {
  const command = [...(options.under ?? []), process.execPath, WORKER];
  const child = spawn(command[0] ?? process.execPath, [
    ...command.slice(1),
    `--directory=${directory}`,
    `--golden=${golden}`,
    `--kill-at=${options.killAt ?? 0}`,
    `--kill-when=${options.killWhen ?? "after"}`,
    `--clock-shift=${options.clockShiftMs ?? 0}`,
    `--hold-ms=${options.holdMs ?? 0}`,
  ]);
  let out = "";
  let problems = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    problems += chunk.toString();
  });
  const timer =
    options.killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), options.killAfterMs);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const view = code === 0 ? (JSON.parse(out) as RunView) : undefined;
      const refusal = problems.startsWith("{") ? (JSON.parse(problems) as WorkerEnd["refusal"]) : undefined;
      if (code !== 0 && signal === null && refusal === undefined) reject(new Error(problems));
      else resolve({ signal, code, view, refusal });
    });
  });
}

export interface Place extends Disposable {
  readonly directory: string;
}

export function freshPlace(): Place {
  const directory = mkdtempSync(path.join(tmpdir(), "pawl-crash-"));
  return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) };
}

/** The journal as it is on disk. */
export function journalOf(directory: string): readonly JournalEvent[] {
  const file = path.join(directory, "state", "runs.db");
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file);
  try {
    // A process may have died between making the file and making its tables.
    const tables = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'journal'").all();
    if (tables.length === 0) return [];
    return database
      .prepare("SELECT body FROM journal WHERE run_id = ? ORDER BY seq")
      .all(RUN)
      .map((row) => JSON.parse(String(row["body"])) as JournalEvent);
  } finally {
    database.close();
  }
}

export function outsideOf(directory: string): readonly string[] {
  const file = path.join(directory, "outside.log");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

export interface Crash {
  readonly golden: string;
  readonly violations: readonly string[];
  /** Whether the worker was killed; false when it had ended before. */
  readonly killed: boolean;
}

/** Kills a worker as told, lets another one go on, and compares with a run that nobody killed. */
export async function crash(golden: string, options: WorkerOptions, undisturbed: RunView): Promise<Crash> {
  using place = freshPlace();
  const { directory } = place;
  const first = await work(directory, golden, options);
  const before = journalOf(directory);
  const seen = outsideOf(directory).length;
  const second = await work(directory, golden);
  const violations: string[] = [];
  if (second.view === undefined) violations.push(`the run could not go on: ${second.refusal?.message ?? "no reason"}`);
  else violations.push(...differences(undisturbed, second.view));
  const after = journalOf(directory);
  for (const [index, event] of before.entries()) {
    if (JSON.stringify(after[index]) !== JSON.stringify(event))
      violations.push(`event ${event.seq} was lost or changed`);
  }
  violations.push(...repeated(before, outsideOf(directory).slice(seen)));
  return { golden, violations, killed: first.signal === "SIGKILL" };
}

/** What must be the same however often a run was cut off: how it and each of its steps ended, and with what. */
function differences(expected: RunView, found: RunView): string[] {
  const essence = (view: RunView): string =>
    JSON.stringify({
      status: view.status,
      error: view.error?.code,
      steps: Object.fromEntries(
        Object.entries(view.steps)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { status, outputs }]) => [name, { status, outputs: withoutOutcome(outputs) }]),
      ),
    });
  return essence(expected) === essence(found) ? [] : [`ended otherwise: ${essence(found)}`];
}

/** An effect that finds its own earlier work says so. */
function withoutOutcome({ outcome: _outcome, ...rest }: RunView["outputs"]): RunView["outputs"] {
  return rest;
}

/** Steps and turns that were in the journal and were done again all the same. */
function repeated(before: readonly JournalEvent[], lines: readonly string[]): string[] {
  const over = new Set<string>();
  const turns = new Map<string, number>();
  for (const event of before) {
    const { path: step = "" } = event.data as { readonly path?: string };
    if (event.type === "step.completed") over.add(step);
    if (event.type === "step.progressed") turns.set(step, (turns.get(step) ?? 0) + 1);
  }
  return lines.filter((line) => {
    const [what, step = "", turn] = line.split(" ");
    return (what === "ran" && over.has(step)) || (what === "paid" && Number(turn) < (turns.get(step) ?? 0));
  });
}
