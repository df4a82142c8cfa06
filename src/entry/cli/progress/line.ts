import { formatDuration } from "../../../kernel/duration.ts";
import type { JournalEvent } from "../../../engine/events.ts";
import type { Terminal } from "../terminal.ts";

/** What a person should read of an event as it happens; undefined for what only the journal needs. */
export function lineOf(event: JournalEvent, terminal: Terminal): string | undefined {
  const dim = (text: string): string => terminal.tone("dim", text);
  if (is(event, "run.created")) return `${terminal.tone("bold", event.data.workflow)} ${dim(event.run)}`;
  if (is(event, "run.resumed"))
    return `↻ resumed by ${event.data.by}${event.data.from === undefined ? "" : ` from ${event.data.from}`} ${dim(event.data.reason)}`;
  if (is(event, "step.started"))
    return `${dim("▸")} ${event.data.path}${event.data.attempt > 1 ? dim(` attempt ${event.data.attempt}`) : ""}`;
  if (is(event, "step.completed"))
    return `${terminal.tone("good", "✓")} ${event.data.path} ${dim(formatDuration(event.data.duration_ms))}`;
  if (is(event, "step.cached"))
    return `${terminal.tone("good", "✓")} ${event.data.path} ${dim(`cached, saved ${formatDuration(event.data.saved.duration_ms)}${dollars(event.data.saved.usd)}`)}`;
  if (is(event, "step.failed")) {
    const then = event.data.then === "fail" ? "" : dim(` (${event.data.then.replace("_", " ")})`);
    return `${terminal.tone("bad", "✗")} ${event.data.path} ${dim(formatDuration(event.data.duration_ms))} ${event.data.error.message}${then}`;
  }
  if (is(event, "step.skipped")) return `${dim(`- ${event.data.path} skipped: ${event.data.reason}`)}`;
  if (is(event, "step.cancelled"))
    return `${terminal.tone("warn", "■")} ${event.data.path} cancelled: ${event.data.reason}`;
  if (is(event, "retry.scheduled"))
    return `${terminal.tone("warn", "↻")} ${event.data.path} attempt ${event.data.attempt} at ${event.data.at}: ${event.data.reason}`;
  if (is(event, "decision"))
    return dim(
      `• ${event.data.kind}${event.data.path === undefined ? "" : ` ${event.data.path}`}: ${event.data.reason}`,
    );
  if (is(event, "approval.requested"))
    return `${terminal.tone("warn", "?")} ${event.data.path} waits for approval: ${event.data.message}`;
  if (is(event, "approval.granted"))
    return `${terminal.tone("good", "✓")} ${event.data.path} approved by ${event.data.by}`;
  if (is(event, "approval.rejected"))
    return `${terminal.tone("bad", "✗")} ${event.data.path} rejected by ${event.data.by}`;
  if (is(event, "compensation.started"))
    return `${terminal.tone("warn", "↺")} undoing ${event.data.paths.join(", ")}: ${event.data.reason}`;
  if (is(event, "compensation.step"))
    return event.data.status === "started"
      ? undefined
      : `${event.data.status === "completed" ? terminal.tone("good", "↺") : terminal.tone("bad", "✗")} ${event.data.path} undone: ${event.data.status}`;
  if (is(event, "run.parked")) return `${terminal.tone("warn", "‖")} parked: ${event.data.reason}`;
  return undefined;
}

function is<T extends JournalEvent["type"]>(event: JournalEvent, type: T): event is JournalEvent<T> {
  return event.type === type;
}

/** ` and $0.42`, or nothing for nothing. */
function dollars(usd: number): string {
  return usd === 0 ? "" : ` and $${usd.toFixed(2)}`;
}
