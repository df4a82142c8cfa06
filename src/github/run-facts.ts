import { formatDuration } from "../kernel/duration.ts";
import { type Json, type JsonObject, isJsonObject } from "../kernel/json.ts";
import { visible } from "./comment-command.ts";

/** A step as a table or checklist shows it; read tolerantly from a RunView or the facts a `pull_request` step gets. */
export interface StepFacts {
  readonly path: string;
  /** How many steps hold it. */
  readonly depth: number;
  readonly type: string;
  readonly title: string;
  readonly status: string;
  readonly attempts: number;
  readonly durationMs: number | undefined;
  readonly command: string | undefined;
  readonly exitCode: number | undefined;
  readonly tree: string | undefined;
  readonly usd: number | undefined;
  readonly model: string | undefined;
  readonly provider: string | undefined;
  readonly condition: string | undefined;
  readonly error: string | undefined;
  readonly skipReason: string | undefined;
}

/** The steps in the order they run, each followed by those inside it: a view lists steps as they became known, so that those come last. */
export function stepFacts(view: JsonObject): readonly StepFacts[] {
  const steps = isJsonObject(view["steps"]) ? view["steps"] : {};
  const inside = new Map<string, string[]>();
  for (const path of Object.keys(steps)) {
    const holder = holderOf(path, steps);
    inside.set(holder, [...(inside.get(holder) ?? []), path]);
  }
  const listed = (holder: string, depth: number): StepFacts[] =>
    (inside.get(holder) ?? []).flatMap((path) => {
      const step = steps[path];
      return [...(isJsonObject(step) ? [factsOf(path, step, depth)] : []), ...listed(path, depth + 1)];
    });
  return listed("", 0);
}

/** The innermost step that holds this one; empty for a step of the workflow itself. */
function holderOf(path: string, steps: JsonObject): string {
  const parts = path.split("/");
  for (let length = parts.length - 1; length > 0; length--) {
    const holder = parts.slice(0, length).join("/");
    if (Object.hasOwn(steps, holder)) return holder;
  }
  return "";
}

function factsOf(path: string, step: JsonObject, depth: number): StepFacts {
  const evidence = isJsonObject(step["evidence"]) ? step["evidence"] : {};
  const cost = isJsonObject(step["cost"]) ? step["cost"] : {};
  const error = isJsonObject(step["error"]) ? text(step["error"]["message"]) : text(step["error"]);
  return {
    path,
    depth,
    type: text(step["type"]) ?? "step",
    title: text(step["name"]) ?? path,
    status: text(step["status"]) ?? "pending",
    attempts: number(step["attempts"]) ?? 0,
    durationMs: number(step["duration_ms"]),
    command: text(evidence["command"]) ?? text(evidence["script"]),
    exitCode: number(step["exit_code"]) ?? number(evidence["exit_code"]),
    tree: text(step["tree"]),
    usd: number(cost["usd"]),
    model: text(evidence["model"]),
    provider: text(evidence["provider"]),
    condition: text(evidence["condition"]),
    error,
    skipReason: text(step["skip_reason"]),
  };
}

/** `$0.1234`, or `$12.34` from a dollar on. */
export function dollars(usd: number): string {
  return usd >= 1 ? `$${usd.toFixed(2)}` : `$${usd.toFixed(4)}`;
}

export function duration(ms: number | undefined): string {
  return ms === undefined ? "" : formatDuration(ms);
}

/** Text inside a code span in a table cell: one line, no backtick or bar that would end either. */
export function codeCell(value: string, limit = 160): string {
  const line = value.replaceAll(/\s+/g, " ").trim();
  const short = line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
  return short === ""
    ? ""
    : `<code>${escapeHtml(short).replaceAll("|", "&#124;").replaceAll("`", "&#96;").replaceAll("@", "&#64;")}</code>`;
}

/** Plain words in a table cell or list: nothing in them is Markdown, HTML, a mention or a reference. */
export function plainCell(value: string, limit = 300): string {
  const line = value.replaceAll(/\s+/g, " ").trim();
  const short = line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
  return escapeHtml(short)
    .replaceAll(/[|`*_[\]\\~!#@]/g, (found) => `&#${found.charCodeAt(0)};`)
    .replaceAll("://", ":&#47;&#47;");
}

/** A fenced block that its content can't end; characters that don't show are written out. */
export function fenced(value: string, language = ""): string {
  const shown = value
    .toWellFormed()
    .split("\n")
    .map((line) => line.replaceAll(/(?!\t)[\p{Cc}\p{Cf}\u{e0000}-\u{e007f}]/gu, visible))
    .join("\n");
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function number(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
