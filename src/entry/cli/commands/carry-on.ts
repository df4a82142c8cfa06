import { readFile } from "node:fs/promises";
import path from "node:path";
import type { JournalEvent } from "../../../engine/events.ts";
import type { RunView } from "../../../engine/view.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { JsonObject } from "../../../kernel/json.ts";
import type { Autonomy, Workflow } from "../../../language/model.ts";
import type { LocalEngine } from "../../../wiring/local.ts";
import { assignments } from "../assignments.ts";
import { EXIT, exitOfRun } from "../exit.ts";
import { followRun, type FollowOptions } from "../follow.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";
import { showRun } from "../show-run.ts";
import { writeOut } from "../write-out.ts";
import { actorOf } from "./run.ts";

export interface ResumeCommandOptions extends FollowOptions {
  readonly from?: string;
  readonly budget?: string;
  readonly autonomy?: Autonomy;
  /** A file that `pawl export` or the action made: the run is brought here first. */
  readonly archive?: string;
  /** Every run whose process died. */
  readonly orphans?: boolean;
}

/** `pawl resume <run-id>`: carries a run on from its last held step; from its archive when it began elsewhere. */
export async function resumeCommand(
  session: Session,
  runId: string | undefined,
  options: ResumeCommandOptions,
): Promise<number> {
  await using local = await openEngine(session);
  if (options.orphans === true) return await resumeOrphans(session, local, options);
  const held = options.archive === undefined ? runId : await bringBack(session, local, options.archive, runId);
  if (held !== undefined) return await carryOn(session, local, held, options);
  throw new PawlError({
    code: "cli.missing_argument",
    kind: "invalid",
    message: "No run is named.",
    remedy: "Write: pawl resume <run-id>, or --archive FILE, or --orphans.",
  });
}

async function carryOn(
  session: Session,
  local: LocalEngine,
  runId: string,
  options: ResumeCommandOptions,
): Promise<number> {
  const handle = await local.engine.resume(runId, {
    by: actorOf(session),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.budget === undefined ? {} : { addBudget: { usd: dollars(options.budget) } }),
    ...(options.autonomy === undefined ? {} : { autonomy: options.autonomy }),
  });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  return exitOfRun(view.status);
}

/** Resumes every run whose worker died, one after the other; the exit code is that of the worst. */
async function resumeOrphans(session: Session, local: LocalEngine, options: FollowOptions): Promise<number> {
  const orphans = await local.engine.orphans();
  const views: RunView[] = [];
  for (const { runId } of orphans) {
    const handle = await local.engine.resume(runId, {
      by: actorOf(session),
      reason: "its worker died",
      onlyWake: true,
    });
    views.push(await followRun(session, handle, options));
  }
  if (session.options.json === true) session.terminal.json(views);
  else if (views.length === 0) session.terminal.out("There are no orphans.");
  else for (const view of views) session.terminal.out(`${view.run_id}  ${view.status}  ${view.workflow}`);
  return Math.max(EXIT.ok, ...views.map(({ status }) => exitOfRun(status)));
}

/** `pawl rollback <run-id>`: undoes what a failed run did; 0 when all of it was undone, 1 when some of it could not be. */
export async function rollbackCommand(
  session: Session,
  runId: string,
  options: FollowOptions & { readonly by?: string; readonly reason?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const handle = await local.engine.rollback(runId, {
    by: options.by ?? actorOf(session),
    ...(options.reason === undefined ? {} : { reason: options.reason }),
  });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  return view.compensation?.status === "completed" ? EXIT.ok : EXIT.failed;
}

async function bringBack(
  { cwd, terminal }: Session,
  local: LocalEngine,
  file: string,
  runId: string | undefined,
): Promise<string> {
  const bytes = await readFile(path.resolve(cwd, file)).catch((cause: unknown) => {
    throw new PawlError({
      code: "cli.unreadable",
      kind: "invalid",
      message: `The archive ${file} can't be read.`,
      remedy: "Give the file that pawl export wrote, or run.pawl out of the workflow run's artifact.",
      cause,
    });
  });
  const { importRun } = await import("../../../adapters/archive/tar.ts");
  const imported = await importRun(bytes, {
    store: local.store,
    workspace: await local.workspace(runId ?? "archive"),
    clock: local.clock,
    artifacts: local.artifacts,
    ...(runId === undefined ? {} : { runId }),
  });
  terminal.note(`${imported.runId}: ${imported.records} journal records brought back`);
  return imported.runId;
}

/** `pawl fork <run-id> --from STEP`: a new run that takes over everything before the step. */
export async function forkCommand(
  session: Session,
  runId: string,
  options: FollowOptions & { readonly from: string; readonly input?: readonly string[] },
): Promise<number> {
  await using local = await openEngine(session);
  const inputs = await changedInputs(local, runId, assignments(options.input ?? []));
  const handle = await local.engine.fork(runId, { from: options.from, inputs, by: actorOf(session) });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  return exitOfRun(view.status);
}

/** What was given at the command line, typed by the definition the run keeps. */
async function changedInputs(
  local: LocalEngine,
  runId: string,
  given: Readonly<Record<string, string>>,
): Promise<JsonObject> {
  if (Object.keys(given).length === 0) return {};
  const { inputs } = await definitionOf(local, runId);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(inputs, name));
  const known = Object.entries(inputs).filter(([name]) => Object.hasOwn(given, name));
  const { resolveInputs } = await import("../../../language/inputs.ts");
  const { values, problems } = resolveInputs(Object.fromEntries(known), given, { text: true });
  if (unknown === undefined && problems.length === 0) return values;
  throw new PawlError({
    code: "input.invalid",
    kind: "invalid",
    message: problems.map(({ message }) => message).join("\n"),
    remedy: `The workflow takes: ${Object.keys(inputs).join(", ") || "no inputs"}.`,
  });
}

async function definitionOf(local: LocalEngine, runId: string): Promise<Workflow> {
  const [created] = await local.engine.journal(runId);
  const definition = (created as JournalEvent<"run.created"> | undefined)?.data.definition;
  const bytes = definition === undefined ? undefined : await local.store.blob(definition.$blob);
  if (bytes !== undefined) return JSON.parse(Buffer.from(bytes).toString("utf8")) as Workflow;
  throw new PawlError({
    code: "store.corrupt",
    kind: "permanent",
    message: `The definition that ${runId} started with is not in the store.`,
    remedy: `pawl audit verify ${runId} says what else is missing.`,
  });
}

/** `pawl export <run-id>`: the run's journal, trees and artifacts as one file, for another machine. */
export async function exportCommand(
  session: Session,
  runId: string,
  options: { readonly out?: string },
): Promise<number> {
  await using local = await openEngine(session);
  await local.engine.show(runId);
  const { exportRun } = await import("../../../adapters/archive/tar.ts");
  const { store, artifacts } = local;
  const bytes = await exportRun({ runId, store, artifacts, workspace: await local.workspace(runId) });
  const target = await writeOut(session, options.out ?? `${runId}.pawl`, bytes);
  if (session.options.json === true) session.terminal.json({ run_id: runId, file: target, bytes: bytes.byteLength });
  else session.terminal.out(`${target}  carry it on elsewhere: pawl resume --archive ${path.basename(target)}`);
  return EXIT.ok;
}

/** `+2`, `2` and `$2.50` alike. @throws PawlError `cli.bad_option` */
function dollars(text: string): number {
  const amount = Number(/^\+?\$?(\d+(?:\.\d+)?)$/.exec(text.trim())?.[1] ?? Number.NaN);
  if (Number.isFinite(amount)) return amount;
  throw new PawlError({
    code: "cli.bad_option",
    kind: "invalid",
    message: `--budget ${text} is not an amount of dollars.`,
    remedy: "Write what to add: --budget +2 or --budget +0.50.",
  });
}
