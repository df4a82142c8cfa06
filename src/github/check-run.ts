import type { JsonObject } from "../kernel/json.ts";
import type { RunView } from "../engine/view.ts";
import type { CheckAnnotation, CheckRunFields } from "../ports/repository-host.ts";
import { dollars, fenced, stepFacts } from "./run-facts.ts";

const CONCLUSION = {
  completed: "success",
  failed: "failure",
  cancelled: "cancelled",
} as const;

/** A run as a check run (G5): its state, one annotation for each failed step, and at most three buttons, as GitHub allows. */
export function checkRunFor(
  view: RunView,
  about: { readonly summary: string; readonly detailsUrl?: string; readonly file?: string },
): CheckRunFields {
  const ended = view.status === "completed" || view.status === "failed" || view.status === "cancelled";
  const steps = stepFacts(view as unknown as JsonObject);
  const done = steps.filter(({ status }) => ["completed", "cached", "skipped"].includes(status)).length;
  const failing = steps.filter(({ status }) => status === "failed");
  return {
    name: `pawl: ${view.workflow}`,
    // A parked run holds no runner; `action_required` is what GitHub shows when somebody has to press a button.
    status: ended || view.status === "parked" ? "completed" : "in_progress",
    ...(view.status === "parked" ? { conclusion: "action_required" as const } : {}),
    ...(ended ? { conclusion: CONCLUSION[view.status as keyof typeof CONCLUSION] } : {}),
    externalId: view.run_id,
    ...(about.detailsUrl === undefined ? {} : { detailsUrl: about.detailsUrl }),
    title: `${view.status}: ${done} of ${steps.length} steps, ${dollars(view.cost.usd)}`,
    summary: about.summary,
    ...(failing.length === 0
      ? {}
      : { text: failing.map((step) => `#### ${step.path}\n\n${fenced(step.error ?? "failed")}`).join("\n\n") }),
    annotations: failing.map((step): CheckAnnotation => ({
      path: about.file ?? `.github/pawl/${view.workflow}.yml`,
      line: 1,
      level: "failure",
      title: step.path,
      message: step.error ?? "failed",
    })),
    actions: buttons(view),
  };
}

function buttons(view: RunView): NonNullable<CheckRunFields["actions"]> {
  const cancel = { label: "Cancel", description: "Stop the run", identifier: "cancel" };
  if (view.status === "running") return [cancel];
  if (view.status === "parked" && view.parked?.wake.approval !== undefined) {
    return [
      { label: "Approve", description: "Go on with exactly this tree", identifier: "approve" },
      { label: "Reject", description: "End the run here", identifier: "reject" },
      cancel,
    ];
  }
  if (view.status === "completed") return [];
  return [{ label: "Re-run from failed", description: "Finished steps are not run again", identifier: "retry" }];
}
