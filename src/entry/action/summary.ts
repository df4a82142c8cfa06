import { formatDuration } from "../../kernel/duration.ts";
import type { RunView, StepView } from "../../engine/view.ts";

const MARKS: Readonly<Record<StepView["status"], string>> = {
  completed: "✅",
  cached: "♻️",
  failed: "❌",
  skipped: "⏭️",
  cancelled: "🛑",
  compensated: "↩️",
  running: "▶️",
  pending: "▫️",
};

/** The job summary: what happened, when and for how long, as a table and a Gantt chart that GitHub draws. */
export function jobSummary(view: RunView, links: { readonly archive?: string; readonly provider?: string }): string {
  const { cost, cache } = view;
  const facts = [
    `run \`${view.run_id}\``,
    formatDuration(Math.max(0, Date.parse(view.updated_at) - Date.parse(view.created_at))),
    `$${cost.usd.toFixed(4)} (${cost.input_tokens} in, ${cost.output_tokens} out)`,
    `${cache.hits} cached`,
    ...(links.provider === undefined ? [] : [links.provider]),
    ...(links.archive === undefined ? [] : [`[archive](${links.archive})`]),
  ];
  const problem = view.error === undefined ? [] : [`> [!CAUTION]\n> ${cell(view.error.message)}`];
  const parked = view.parked === undefined ? [] : [`> [!NOTE]\n> Parked: ${cell(view.parked.reason)}`];
  return [
    `## ${view.workflow}: ${view.status}`,
    facts.join(" · "),
    ...problem,
    ...parked,
    table(view),
    timeline(view),
  ].join("\n\n");
}

function table(view: RunView): string {
  const rows = Object.entries(view.steps).map(([path, step]) => {
    const duration = step.duration_ms === undefined ? "" : formatDuration(step.duration_ms);
    const usd = step.cost === undefined || step.cost.usd === 0 ? "" : `$${step.cost.usd.toFixed(4)}`;
    const note = step.error?.message ?? step.skip_reason ?? (step.attempts > 1 ? `${step.attempts} attempts` : "");
    return `| ${MARKS[step.status]} | \`${cell(path)}\` | ${cell(step.type)} | ${duration} | ${usd} | ${cell(note)} |`;
  });
  return ["| | step | type | duration | cost | |", "|---|---|---|---:|---:|---|", ...rows].join("\n");
}

/** https://mermaid.js.org/syntax/gantt.html */
function timeline(view: RunView): string {
  const bars = Object.entries(view.steps).flatMap(([path, step]) => {
    if (step.started_at === undefined || step.duration_ms === undefined) return [];
    const start = Date.parse(step.started_at);
    const state = step.status === "failed" ? "crit, " : step.cached ? "done, " : "";
    return [`  ${path.replaceAll(/[:;#,\n]/g, " ")} :${state}${start}, ${start + Math.max(1, step.duration_ms)}`];
  });
  if (bars.length === 0) return "";
  return ["```mermaid", "gantt", "  dateFormat x", "  axisFormat %H:%M:%S", ...bars, "```"].join("\n");
}

/** Text within a table cell: one line, no cell borders, no HTML, no mentions. */
function cell(text: string): string {
  const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return short.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("@", "@\u200b");
}
