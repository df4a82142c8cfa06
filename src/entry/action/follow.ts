import type { RunHandle } from "../../engine/engine.ts";
import type { JournalEvent } from "../../engine/events.ts";
import type { RunView } from "../../engine/view.ts";
import { formatDuration } from "../../kernel/duration.ts";
import type { Runner } from "./runner.ts";

/** Writes a run into the job's log until it ends; `onEvent` hears each event once it is durable. */
export async function followRun(
  handle: RunHandle,
  runner: Runner,
  onEvent: (event: JournalEvent) => void,
): Promise<RunView> {
  const release = cancelOnSignals(handle, runner);
  try {
    for await (const update of handle.events()) {
      if (update.kind === "event") {
        const line = logLine(update.event);
        if (line !== undefined) runner.line(line);
        onEvent(update.event);
      } else {
        for (const line of update.text.replace(/\n$/, "").split("\n")) runner.line(`  ${update.path} | ${line}`);
      }
    }
    return await handle.result();
  } finally {
    release();
  }
}

/**
 * The runner ends a cancelled job's process with SIGINT, SIGTERM 7.5 seconds later and SIGKILL 2.5 seconds after that
 * (docs.github.com, "Workflow cancellation"): the first of them cancels the run.
 */
function cancelOnSignals(handle: RunHandle, runner: Runner): () => void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) return;
    asked = true;
    runner.line(`${signal}: the job is being cancelled; steps are stopped and what is finished is held.`);
    void handle
      .cancel(`the job was cancelled (${signal})`, "github")
      .catch((error: unknown) => runner.line(String(error)));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}

function logLine(event: JournalEvent): string | undefined {
  if (is(event, "run.created")) return `Run ${event.run} of ${event.data.workflow}`;
  if (is(event, "run.resumed")) return `↻ resumed by ${event.data.by}: ${event.data.reason}`;
  if (is(event, "step.started"))
    return `▸ ${event.data.path}${event.data.attempt > 1 ? ` (attempt ${event.data.attempt})` : ""}`;
  if (is(event, "step.completed")) return `✓ ${event.data.path} ${formatDuration(event.data.duration_ms)}`;
  if (is(event, "step.cached")) return `✓ ${event.data.path} cached`;
  if (is(event, "step.failed"))
    return `✗ ${event.data.path} ${formatDuration(event.data.duration_ms)}: ${event.data.error.message}`;
  if (is(event, "step.skipped")) return `- ${event.data.path} skipped: ${event.data.reason}`;
  if (is(event, "step.cancelled")) return `■ ${event.data.path} cancelled: ${event.data.reason}`;
  if (is(event, "retry.scheduled")) return `↻ ${event.data.path} attempt ${event.data.attempt}: ${event.data.reason}`;
  if (is(event, "decision")) return `• ${event.data.kind}: ${event.data.reason}`;
  if (is(event, "run.parked")) return `‖ parked: ${event.data.reason}`;
  return undefined;
}

function is<T extends JournalEvent["type"]>(event: JournalEvent, type: T): event is JournalEvent<T> {
  return event.type === type;
}
