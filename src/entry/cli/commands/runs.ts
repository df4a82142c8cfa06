import { formatDuration } from "../../../kernel/duration.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { Json } from "../../../kernel/json.ts";
import type { RunSummary } from "../../../ports/run-store.ts";
import { EXIT } from "../exit.ts";
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

/** `pawl replay <run-id>`: decides the recorded run again and names the first difference; runs nothing. */
export async function replayCommand(session: Session, runId: string): Promise<number> {
  await using local = await openEngine(session);
  const result = await local.engine.replay(runId);
  const { terminal } = session;
  if (session.options.json === true) terminal.json(result);
  else if (result.difference === undefined) {
    terminal.out(`${terminal.tone("good", "✓")} ${result.events} events, each as the engine decides now`);
  } else {
    const { seq, recorded, decided } = result.difference;
    terminal.out(
      `${terminal.tone("bad", "✗")} event ${seq} records "${recorded}"; now: ${decided.join(", ") || "nothing"}`,
    );
  }
  return result.ok ? EXIT.ok : EXIT.failed;
}

/** `pawl signal <run-id> <event>`: delivers an event to a run that waits for it; `pawl resume` then carries it on. */
export async function signalCommand(
  session: Session,
  runId: string,
  name: string,
  options: { readonly payload?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const delivered = await local.engine.signal(runId, { name, payload: parsePayload(options.payload) });
  if (session.options.json === true) session.terminal.json({ delivered });
  else
    session.terminal.out(
      delivered ? `${runId} has it. next: pawl resume ${runId}` : `${runId} does not wait for "${name}".`,
    );
  return delivered ? EXIT.ok : EXIT.failed;
}

function parsePayload(text: string | undefined): Json {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new PawlError({
      code: "cli.bad_option",
      kind: "invalid",
      message: "--payload is not JSON.",
      remedy: `Write JSON, such as '{"ok": true}' or '"text"'.`,
      cause,
    });
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

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new PawlError({
    code: "cli.bad_option",
    kind: "invalid",
    message: `${option} ${text} is not a whole number above 0.`,
  });
}
