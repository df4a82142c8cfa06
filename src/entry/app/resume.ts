import type { JsonObject } from "../../kernel/json.ts";
import type { AppParts } from "./parts.ts";
import type { AppRun } from "./runs.ts";

/** Puts a parked, failed or dead run back to work on a new runner. Call within a transaction. */
export function resumeRun(parts: AppParts, run: AppRun, note: string, how: JsonObject): void {
  const resumes = run.resumes + 1;
  parts.runs.change(run.runId, {
    state: "queued",
    resumes,
    workflowRun: null,
    cancelRequested: false,
    note,
    knownWorkflowRuns:
      run.workflowRun === undefined ? run.knownWorkflowRuns : [...new Set([...run.knownWorkflowRuns, run.workflowRun])],
  });
  parts.outbox.put({
    key: `dispatch:${run.runId}:${resumes}`,
    kind: "dispatch",
    runId: run.runId,
    data: { resume: how },
  });
  parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
}
