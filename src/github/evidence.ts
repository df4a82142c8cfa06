import { type Json, type JsonObject, isJsonObject } from "../kernel/json.ts";
import {
  type StepFacts,
  codeCell,
  dollars,
  duration,
  fenced,
  number,
  plainCell,
  stepFacts,
  text,
} from "./run-facts.ts";

const STATUS_MARK: Readonly<Record<string, string>> = {
  completed: "✅",
  cached: "♻️",
  failed: "❌",
  skipped: "⏭️",
  cancelled: "🚫",
  running: "⏳",
  parked: "⏸️",
  pending: "▫️",
  compensated: "↩️",
};

/** The mark a step's status shows as, in tables and checklists. */
export function markOf(status: string): string {
  return STATUS_MARK[status] ?? "▫️";
}

/** Inputs that the evidence shows; more are in the run's journal. */
const MOST_INPUTS = 20;

export interface EvidenceAbout {
  readonly runId: string;
  readonly workflow: string;
  /** The path of the step that publishes this: it can't have ended when it is written. */
  readonly step: string;
  readonly runUrl?: string;
  readonly artifactUrl?: string;
  readonly baseSha: string;
  readonly headTree: string;
  readonly repository: string;
}

/**
 * The evidence of a run for a pull request's body (G6): what ran and how it ended, assertions, cost, cache hits, model, tree hashes, and how
 * to reproduce it. From the journal's facts only; no word of it comes from a model.
 */
export function evidenceBlock(facts: JsonObject, about: EvidenceAbout, limit: number): string {
  const steps = stepFacts(facts);
  const head = ["## Evidence", "", ...summary(facts, steps, about)];
  const tail = ["", "### Reproduce", "", fenced(reproduce(facts, steps, about), "sh")];
  const room = limit - head.join("\n").length - tail.join("\n").length - 400;
  return [...head, "", ...table(steps, room, about), ...tail].join("\n");
}

function summary(facts: JsonObject, steps: readonly StepFacts[], about: EvidenceAbout): string[] {
  const cost = isJsonObject(facts["cost"]) ? facts["cost"] : {};
  const cache = isJsonObject(facts["cache"]) ? facts["cache"] : {};
  const models = [
    ...new Set(steps.flatMap(({ model, provider }) => (model === undefined ? [] : [modelName(model, provider)]))),
  ];
  const run = about.runUrl === undefined ? codeCell(about.runId) : `[${codeCell(about.runId)}](${about.runUrl})`;
  const digest = text(facts["workflow_digest"]);
  const baseTree = text(facts["base_tree"]);
  return [
    "| | |",
    "|---|---|",
    `| Run | ${run} of ${codeCell(about.workflow)}${digest === undefined ? "" : ` at ${codeCell(digest.slice(0, 12))}`} |`,
    ...inputsRow(facts),
    `| Cost | ${dollars(number(cost["usd"]) ?? 0)}, ${number(cost["input_tokens"]) ?? 0} tokens in, ${number(cost["output_tokens"]) ?? 0} out |`,
    `| Model | ${models.length === 0 ? "none" : models.map((name) => codeCell(name)).join(", ")} |`,
    `| Cache | ${number(cache["hits"]) ?? 0} hits, ${number(cache["misses"]) ?? 0} misses |`,
    `| Base | commit ${codeCell(about.baseSha)}${baseTree === undefined ? "" : `, tree ${codeCell(baseTree)}`} |`,
    `| Result | tree ${codeCell(about.headTree)} |`,
  ];
}

/** What the run was given: commands in the table refer to it as `$INPUT_NAME`. */
function inputsRow(facts: JsonObject): readonly string[] {
  const inputs = Object.entries(isJsonObject(facts["inputs"]) ? facts["inputs"] : {});
  if (inputs.length === 0) return [];
  const shown = inputs.map(([name, value]) =>
    codeCell(`${name} = ${typeof value === "string" ? value : JSON.stringify(value)}`),
  );
  return [`| Inputs | ${shown.slice(0, MOST_INPUTS).join(", ")}${inputs.length > MOST_INPUTS ? ", …" : ""} |`];
}

/** A scripted provider replays recorded answers: whoever reads the result must know (A7). */
export function modelName(model: string, provider: string | undefined): string {
  return provider === "scripted" ? `${model} (scripted: recorded answers, no model was asked)` : model;
}

function table(steps: readonly StepFacts[], room: number, { step: own, artifactUrl }: EvidenceAbout): string[] {
  const lines = ["| | Step | What ran | Exit | Time | Cost | Tree |", "|---|---|---|---|---|---|---|"];
  let used = 0;
  let left = steps.length;
  for (const step of steps) {
    const row = step.path === own ? ownRow(step) : rowOf(step);
    used += row.length + 1;
    if (used > room) {
      const rest = artifactUrl === undefined ? "in the run's archive" : `in [the run's archive](${artifactUrl})`;
      lines.push("", `${left} more steps are ${rest}.`);
      return lines;
    }
    lines.push(row);
    left -= 1;
  }
  return lines;
}

/** The step that writes this: no mark, because how it ends isn't known yet. */
function ownRow(step: StepFacts): string {
  return `| 📤 | ${codeCell(step.path)} ${plainCell(step.type)} | publishes this pull request |  |  |  |  |`;
}

function rowOf(step: StepFacts): string {
  const what = step.command ?? step.condition ?? (step.model === undefined ? "" : modelName(step.model, step.provider));
  const later = step.status === "pending" ? "runs after this was written" : "";
  const tries = step.attempts > 1 ? ` (${step.attempts} attempts)` : "";
  const why = step.skipReason ?? step.error;
  return [
    "",
    markOf(step.status),
    `${codeCell(step.path)} ${plainCell(step.type)}${tries}`,
    [codeCell(what), later, why === undefined ? "" : plainCell(why, 200)].filter((part) => part !== "").join(" "),
    step.exitCode === undefined ? "" : String(step.exitCode),
    duration(step.durationMs),
    step.usd === undefined || step.usd === 0 ? "" : dollars(step.usd),
    step.tree === undefined ? "" : codeCell(step.tree.slice(0, 12)),
    "",
  ]
    .join(" | ")
    .trim();
}

function reproduce(facts: JsonObject, steps: readonly StepFacts[], about: EvidenceAbout): string {
  const inputs = Object.entries(isJsonObject(facts["inputs"]) ? facts["inputs"] : {}).slice(0, MOST_INPUTS);
  const commands = steps.flatMap((step) =>
    step.command !== undefined && step.status === "completed" && step.depth === 0 ? [step.command] : [],
  );
  return [
    `git fetch origin && git checkout ${about.baseSha}`,
    `pawl show ${about.runId}            # the journal, from the run's archive`,
    `pawl fork ${about.runId} --from STEP  # any step again, from its own tree`,
    ...(commands.length === 0
      ? []
      : [
          "# what the run executed:",
          ...inputs.map(exportLine),
          ...commands.slice(0, 20).map((one) => one.slice(0, 400)),
        ]),
  ].join("\n");
}

/** A line that gives a shell the input as the run's steps had it. */
function exportLine([name, value]: readonly [string, Json]): string {
  const said = (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 400);
  return `export INPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}='${said.replaceAll("'", String.raw`'\''`)}'`;
}
