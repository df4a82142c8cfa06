import { formatDuration } from "../../../kernel/duration.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { RunSummary } from "../../../ports/run-store.ts";
import { assignments } from "../assignments.ts";
import { EXIT, exitOfRun } from "../exit.ts";
import { followRun, type FollowOptions } from "../follow.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";
import { showRun } from "../show-run.ts";
import { actorOf } from "./run.ts";

/** `pawl list`: runs of this state directory, newest first. */
export async function listCommand(
  session: Session,
  options: { readonly workflow?: string; readonly status?: RunSummary["status"]; readonly limit?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const runs = await local.engine.list({
    ...(options.workflow === undefined ? {} : { workflow: options.workflow }),
    ...(options.status === undefined ? {} : { status: [options.status] }),
    ...(options.limit === undefined ? {} : { limit: wholeNumber("--limit", options.limit) }),
  });
  if (session.options.json === true) session.terminal.json(runs.map(summaryJson));
  else if (runs.length === 0) session.terminal.out("There are no runs yet. Start one: pawl run <file or name>");
  else for (const run of runs) session.terminal.out(summaryLine(session, run));
  return EXIT.ok;
}

function summaryJson(run: RunSummary): object {
  return {
    run_id: run.runId,
    workflow: run.workflow,
    status: run.status,
    created_at: new Date(run.createdAt).toISOString(),
    updated_at: new Date(run.updatedAt).toISOString(),
    cost: { usd: run.costUsd, input_tokens: run.inputTokens, output_tokens: run.outputTokens },
    cache: { hits: run.cacheHits, misses: run.cacheMisses },
    ...(run.actor === undefined ? {} : { actor: run.actor }),
    ...(run.parentRunId === undefined ? {} : { parent_run_id: run.parentRunId }),
    ...(run.parked === undefined ? {} : { parked: run.parked }),
    labels: run.labels,
  };
}

function summaryLine({ terminal }: Session, run: RunSummary): string {
  const tone = run.status === "completed" ? "good" : run.status === "failed" ? "bad" : "warn";
  const facts = [
    new Date(run.createdAt).toISOString().replace("T", " ").slice(0, 19),
    formatDuration(Math.max(0, run.updatedAt - run.createdAt)),
    ...(run.costUsd === 0 ? [] : [`$${run.costUsd.toFixed(4)}`]),
  ];
  return `${run.runId}  ${terminal.tone(tone, run.status.padEnd(9))}  ${run.workflow}  ${terminal.tone("dim", facts.join(" · "))}`;
}

/** `pawl show <run-id>`: one run as it stands. */
export async function showCommand(session: Session, runId: string): Promise<number> {
  await using local = await openEngine(session);
  showRun(session, await local.engine.show(runId));
  return EXIT.ok;
}

/** `pawl events <run-id>`: its journal, one JSON event per line. */
export async function eventsCommand(session: Session, runId: string): Promise<number> {
  await using local = await openEngine(session);
  for (const event of await local.engine.journal(runId)) session.terminal.out(JSON.stringify(event));
  return EXIT.ok;
}

/** `pawl audit verify <run-id>`: recomputes the journal's chain. */
export async function auditVerifyCommand(session: Session, runId: string): Promise<number> {
  await using local = await openEngine(session);
  const result = await local.engine.verify(runId);
  const { terminal } = session;
  if (session.options.json === true) terminal.json(result);
  else if (result.ok) terminal.out(`${terminal.tone("good", "✓")} ${result.events} events, head ${result.head}`);
  else
    terminal.out(
      `${terminal.tone("bad", "✗")} the chain breaks at event ${result.broken_at ?? "?"}: ${result.reason ?? "its hash differs"}`,
    );
  return result.ok ? EXIT.ok : EXIT.failed;
}

export interface ResumeCommandOptions extends FollowOptions {
  readonly from?: string;
  readonly budget?: string;
}

/** `pawl resume <run-id>`: carries a run on from its last held step. */
export async function resumeCommand(session: Session, runId: string, options: ResumeCommandOptions): Promise<number> {
  await using local = await openEngine(session);
  const handle = await local.engine.resume(runId, {
    by: actorOf(session),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.budget === undefined ? {} : { addBudget: { usd: dollars(options.budget) } }),
  });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  return exitOfRun(view.status);
}

/** `pawl fork <run-id> --from STEP`: a new run that takes over everything before the step. */
export async function forkCommand(
  session: Session,
  runId: string,
  options: FollowOptions & { readonly from: string; readonly input?: readonly string[] },
): Promise<number> {
  await using local = await openEngine(session);
  const inputs = await forkedInputs();
  const handle = await local.engine.fork(runId, { from: options.from, inputs, by: actorOf(session) });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  return exitOfRun(view.status);

  async function forkedInputs(): Promise<Record<string, string>> {
    return assignments(options.input ?? []);
  }
}

/** `pawl approve|reject <run-id>`: answers what a parked run waits for; `pawl resume` then carries it on. */
export async function answerCommand(
  session: Session,
  runId: string,
  approved: boolean,
  options: { readonly by?: string; readonly note?: string; readonly tree?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const view = await local.engine.approve(runId, {
    by: options.by ?? actorOf(session),
    approved,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.tree === undefined ? {} : { tree: options.tree }),
  });
  showRun(session, view);
  return EXIT.ok;
}

/** `pawl cancel <run-id>`. */
export async function cancelCommand(
  session: Session,
  runId: string,
  options: { readonly by?: string; readonly reason?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const view = await local.engine.cancel(runId, {
    by: options.by ?? actorOf(session),
    reason: options.reason ?? "asked for at the command line",
  });
  showRun(session, view);
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

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new PawlError({
    code: "cli.bad_option",
    kind: "invalid",
    message: `${option} ${text} is not a whole number above 0.`,
  });
}
