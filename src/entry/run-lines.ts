import { formatDuration } from "../kernel/duration.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { JournalEvent } from "../engine/events.ts";

export type Tone = "good" | "bad" | "warn" | "dim" | "bold";
/** How a door shows a tone: colours at a terminal, nothing in a log. */
export type Paint = (tone: Tone, text: string) => string;

const MOST_SHOWN = 4;

/** What a person reads of a journal event as it happens, one line each; none for what only the journal needs. */
export function runLines(event: JournalEvent, paint: Paint = (_tone, text) => text): readonly string[] {
  const line = stepLine(event, paint) ?? runLine(event, paint) ?? waitLine(event, paint);
  if (line !== undefined) return [line];
  return is(event, "step.progressed") ? turnLines(event, paint) : [];
}

function stepLine(event: JournalEvent, paint: Paint): string | undefined {
  if (is(event, "step.started")) {
    const { path, attempt, resolved } = event.data;
    const what = firstLine(resolved["command"] ?? resolved["condition"] ?? resolved["prompt"]);
    return join(
      paint("dim", "▶"),
      path,
      attempt > 1 ? `· attempt ${attempt}` : "",
      what === "" ? "" : paint("dim", `· ${what}`),
    );
  }
  if (is(event, "step.completed")) {
    return join(paint("good", "✓"), event.data.path, paint("dim", `· ${formatDuration(event.data.duration_ms)}`));
  }
  if (is(event, "step.cached")) {
    const { duration_ms: ms, usd } = event.data.saved;
    const money = usd === 0 ? "" : ` and $${usd.toFixed(2)}`;
    return join(paint("good", "✓"), event.data.path, paint("dim", `· cached, saved ${formatDuration(ms)}${money}`));
  }
  if (is(event, "step.failed")) {
    const { path, error, evidence, duration_ms: ms, leads_to: next } = event.data;
    const code = typeof evidence["exit_code"] === "number" ? `· exit ${evidence["exit_code"]}` : "";
    const then = next === "fail" ? "" : `(${next.replace("_", " ")})`;
    return join(
      paint("bad", "✗"),
      path,
      code,
      paint("dim", `· ${formatDuration(ms)}`),
      `· ${firstLine(error.message)}`,
      then,
    );
  }
  if (is(event, "step.skipped")) return paint("dim", `- ${event.data.path} · skipped: ${event.data.reason}`);
  if (is(event, "step.cancelled"))
    return join(paint("warn", "■"), event.data.path, `· cancelled: ${event.data.reason}`);
  if (is(event, "retry.scheduled")) {
    return join(
      paint("warn", "↻"),
      event.data.path,
      `· attempt ${event.data.attempt} at ${event.data.at}: ${event.data.reason}`,
    );
  }
  return undefined;
}

function runLine(event: JournalEvent, paint: Paint): string | undefined {
  if (is(event, "run.created")) return join(paint("bold", event.data.workflow), paint("dim", event.run));
  if (is(event, "run.resumed")) {
    const from = event.data.from === undefined ? "" : ` from ${event.data.from}`;
    if (event.data.rollback === true) return `↺ rolled back by ${event.data.by} ${paint("dim", event.data.reason)}`;
    return `↻ resumed by ${event.data.by}${from} ${paint("dim", event.data.reason)}`;
  }
  if (is(event, "decision")) {
    const { kind, path, reason } = event.data;
    const about = path === undefined ? kind : `${kind} ${path}`;
    return paint("dim", path !== undefined && reason.startsWith(path) ? `• ${reason}` : `• ${about}: ${reason}`);
  }
  if (is(event, "compensation.started")) {
    return join(paint("warn", "↺"), `undoing ${event.data.paths.join(", ")}: ${event.data.reason}`);
  }
  if (is(event, "compensation.step") && event.data.status !== "started") {
    const mark = event.data.status === "completed" ? paint("good", "↺") : paint("bad", "✗");
    return join(mark, event.data.path, `· undoing it ${event.data.status}`);
  }
  if (is(event, "run.parked")) return join(paint("warn", "‖"), `parked: ${event.data.reason}`);
  return undefined;
}

function waitLine(event: JournalEvent, paint: Paint): string | undefined {
  if (is(event, "approval.requested")) {
    return join(paint("warn", "?"), event.data.path, `· waits for approval: ${event.data.message}`);
  }
  if (is(event, "approval.granted")) return join(paint("good", "✓"), event.data.path, `· approved by ${event.data.by}`);
  if (is(event, "approval.rejected")) return join(paint("bad", "✗"), event.data.path, `· rejected by ${event.data.by}`);
  if (is(event, "approval.stale"))
    return join(paint("warn", "!"), event.data.path, "· the approval is stale: the tree changed");
  return undefined;
}

/** An agent's turn: what it said or which tools it called, and the tokens it took (agent/conversation.ts, `Answer`). */
function turnLines(event: JournalEvent<"step.progressed">, paint: Paint): readonly string[] {
  if (event.data.kind !== "answered") return [];
  const { content, usage } = event.data.data;
  const blocks: readonly JsonObject[] = Array.isArray(content) ? content.filter(isJsonObject) : [];
  const tools = blocks.filter(({ type }) => type === "tool_use").map((block) => toolText(block));
  const said = firstLine(blocks.find(({ type }) => type === "text")?.["text"]);
  const more = tools.length > MOST_SHOWN ? ` and ${tools.length - MOST_SHOWN} more` : "";
  const did = tools.length === 0 ? said : `${tools.slice(0, MOST_SHOWN).join(", ")}${more}`;
  return [`  ${event.data.path} · ${did}${paint("dim", tokensText(usage))}`];
}

function toolText({ name, input }: JsonObject): string {
  const given = isJsonObject(input) ? input : {};
  const about = given["path"] ?? given["file_path"] ?? given["command"] ?? given["pattern"];
  return `${typeof name === "string" ? name : "?"} ${firstLine(about)}`.trim();
}

function tokensText(usage: Json | undefined): string {
  if (!isJsonObject(usage)) return "";
  const count = (name: string): number => (typeof usage[name] === "number" ? usage[name] : 0);
  const sent = count("input") + count("cacheRead") + count("cacheWrite");
  return ` · ${sent.toLocaleString("en-US")} in / ${count("output").toLocaleString("en-US")} out`;
}

function firstLine(value: Json | undefined): string {
  if (typeof value !== "string") return "";
  const line = value.trim().split("\n")[0] ?? "";
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

function is<T extends JournalEvent["type"]>(event: JournalEvent, type: T): event is JournalEvent<T> {
  return event.type === type;
}
