import type { RunView } from "../../engine/view.ts";
import type { Runner } from "./runner.ts";
import { jobSummary } from "./summary.ts";

/** Sets the action's outputs, its annotations and the job summary from how the run ended (G11). */
export function publishOutcome(runner: Runner, view: RunView, archiveUrl: string | undefined): void {
  const pull = pullRequestOf(view);
  const outputs: Readonly<Record<string, string>> = {
    conclusion: view.status,
    run_id: view.run_id,
    pull_request_number: pull === undefined ? "" : String(pull.number),
    pull_request_url: pull?.url ?? "",
    branch_name: pull?.branch ?? "",
    outputs: JSON.stringify(view.outputs),
    total_cost_usd: String(view.cost.usd),
    input_tokens: String(view.cost.input_tokens),
    output_tokens: String(view.cost.output_tokens),
    cache_hits: String(view.cache.hits),
    cache_misses: String(view.cache.misses),
    artifact_url: archiveUrl ?? "",
  };
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
  // A step that failed in a run that didn't was meant to be allowed to; what failed inside another step is told by that one.
  const level = view.status === "failed" ? "error" : "notice";
  for (const [path, step] of Object.entries(view.steps)) {
    if (step.status !== "failed" || step.error === undefined || path.includes("/")) continue;
    runner.annotate(level, shortened(step.error.message), { title: `${view.workflow}: ${path}` });
  }
  if (view.status === "failed" && view.error !== undefined) {
    const remedy = view.error.remedy === undefined ? "" : `\n${view.error.remedy}`;
    runner.annotate("error", `${shortened(view.error.message)}${remedy}`, { title: `Pawl: ${view.workflow} failed` });
  }
  const scripted = Object.values(view.steps).some(({ evidence }) => evidence["provider"] === "scripted");
  runner.summary(
    jobSummary(view, {
      ...(archiveUrl === undefined ? {} : { archive: archiveUrl }),
      ...(scripted ? { provider: "scripted model" } : {}),
    }),
  );
}

const MOST_LINES = 12;

function shortened(message: string): string {
  const lines = message.split("\n");
  return lines.length <= MOST_LINES ? message : [...lines.slice(0, MOST_LINES), "…"].join("\n");
}

/** What the last `pull_request` step that completed published; undefined when none did. */
export function pullRequestOf(
  view: RunView,
): { readonly number: number; readonly url: string; readonly branch: string } | undefined {
  const step = Object.values(view.steps).findLast(
    ({ type, status }) => type === "pull_request" && (status === "completed" || status === "cached"),
  );
  const { number, url, branch } = step?.outputs ?? {};
  if (typeof number !== "number" || typeof url !== "string") return undefined;
  return { number, url, branch: typeof branch === "string" ? branch : "" };
}
