import type { JsonObject } from "../kernel/json.ts";
import type { RunView } from "../engine/view.ts";
import { markOf, modelName } from "./evidence.ts";
import { BODY_LIMIT } from "./inert-text.ts";
import { type StepFacts, codeCell, dollars, duration, plainCell, stepFacts } from "./run-facts.ts";

export interface StatusAbout {
  readonly command: string;
  readonly actor?: string;
  readonly pullRequest?: { readonly number: number; readonly url: string };
  readonly runUrl?: string;
  readonly artifactUrl?: string;
  /** The commit an approval is bound to. */
  readonly headSha?: string;
  /** Shown under the headline: the run is queued, the runner died, … */
  readonly note?: string;
}

const HEADLINE: Readonly<Record<RunView["status"], string>> = {
  running: "⏳ is running",
  completed: "✅ completed",
  failed: "❌ failed",
  parked: "⏸️ waits",
  cancelled: "🚫 was cancelled",
};

/** The one comment of a run (G4) without its hidden marker: what it does now, step by step, what it cost, and what a person can do next. */
export function statusComment(view: RunView, about: StatusAbout): string {
  const { approval, event } = view.parked?.wake ?? {};
  const waiting = new Set([approval?.path, event?.path]);
  const steps = stepFacts(view as unknown as JsonObject).map((step) =>
    step.status === "running" && waiting.has(step.path) ? { ...step, status: "parked" } : step,
  );
  const head = [
    `### \`${view.workflow}\` ${HEADLINE[view.status]}`,
    "",
    ...(about.note === undefined ? [] : [`> ${plainCell(about.note, 600)}`, ""]),
  ];
  const tail = [...outcome(view, about), "", footer(view, steps, about)];
  const room = BODY_LIMIT - 6_000 - head.join("\n").length - tail.join("\n").length;
  return [...head, ...checklist(steps, room), ...tail].join("\n");
}

function checklist(steps: readonly StepFacts[], room: number): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const [index, step] of steps.entries()) {
    const line = checklistLine(step);
    used += line.length + 1;
    if (used > room) {
      lines.push(`- … and ${steps.length - index} more steps`);
      break;
    }
    lines.push(line);
  }
  return lines;
}

function checklistLine(step: StepFacts): string {
  const done = ["completed", "cached", "skipped", "compensated"].includes(step.status) ? "x" : " ";
  const facts = [
    step.status === "cached" ? "from cache" : duration(step.durationMs),
    step.attempts > 1 ? `attempt ${step.attempts}` : "",
    step.exitCode === undefined || step.exitCode === 0 ? "" : `exit ${step.exitCode}`,
    step.usd === undefined || step.usd === 0 ? "" : dollars(step.usd),
    step.model === undefined ? "" : plainCell(modelName(step.model, step.provider)),
  ].filter((fact) => fact !== "");
  const indent = "  ".repeat(Math.min(step.depth, 4));
  const why = step.status === "skipped" ? step.skipReason : step.status === "failed" ? step.error : undefined;
  const reason = why === undefined ? "" : `: ${plainCell(why, 240)}`;
  const shown = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  return `${indent}- [${done}] ${markOf(step.status)} ${plainCell(step.title, 120)}${shown}${reason}`;
}

function outcome(view: RunView, about: StatusAbout): string[] {
  const out: string[] = [];
  if (about.pullRequest !== undefined)
    out.push("", `Pull request: [#${about.pullRequest.number}](${about.pullRequest.url})`);
  if (view.status === "failed") {
    if (view.error !== undefined) out.push("", `**${plainCell(view.error.message, 1_000)}**`);
    if (view.error?.remedy !== undefined) out.push("", plainCell(view.error.remedy, 600));
  }
  if (view.status === "failed" || view.status === "cancelled") {
    out.push(
      "",
      `\`${about.command} resume ${view.run_id}\` goes on from the last finished step; the work so far is kept.`,
    );
  }
  if (view.status === "parked") out.push(...waiting(view, about));
  return out;
}

function waiting(view: RunView, about: StatusAbout): string[] {
  const wake = view.parked?.wake ?? {};
  const reason = view.parked?.reason ?? "";
  const out = ["", plainCell(reason.startsWith("it waits") ? `I${reason.slice(1)}` : `It waits: ${reason}`, 600)];
  if (wake.approval !== undefined) {
    const bound = wake.approval.tree ?? about.headSha;
    out.push(
      "",
      `- \`${about.command} approve ${view.run_id}${bound === undefined ? "" : ` ${bound.slice(0, 12)}`}\``,
      `- \`${about.command} reject ${view.run_id}\``,
      ...(bound === undefined ? [] : ["", `The approval is for tree ${codeCell(bound)} and nothing else.`]),
    );
  } else if (wake.budget !== undefined) {
    out.push(
      "",
      `\`${about.command} resume ${view.run_id} --budget +${Math.max(1, Math.ceil(wake.budget.needed))}\` raises the budget and goes on.`,
    );
  } else if (wake.at !== undefined) {
    out.push("", `It goes on by itself at ${wake.at}.`);
  }
  return out;
}

function footer(view: RunView, steps: readonly StepFacts[], about: StatusAbout): string {
  const scripted = steps.some(({ provider }) => provider === "scripted");
  const parts = [
    about.runUrl === undefined ? undefined : `[log](${about.runUrl})`,
    about.artifactUrl === undefined ? undefined : `[archive](${about.artifactUrl})`,
    dollars(view.cost.usd),
    `${view.cost.input_tokens} tokens in, ${view.cost.output_tokens} out`,
    view.cache.hits === 0 ? undefined : `${view.cache.hits} steps from cache`,
    about.actor === undefined ? undefined : `started by ${plainCell(about.actor, 60)}`,
    scripted ? "model: scripted" : undefined,
    codeCell(view.run_id),
  ];
  return `<sub>${parts.filter((part) => part !== undefined).join(" · ")}</sub>`;
}
