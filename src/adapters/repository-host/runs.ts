import type { CheckRunFields } from "../../ports/repository-host.ts";
import { PER_PAGE, type Part, REPO, orUndefined, segments } from "./calls.ts";
import { type CheckRunJson, type WorkflowRunJson, checkRunBody, checkRunOf, workflowRunOf } from "./facts.ts";
import type { Send } from "./request.ts";

/** Check runs. */
export function checks(call: Send): Part<"checkRuns" | "createCheckRun" | "updateCheckRun"> {
  return {
    async checkRuns(ref, name) {
      const found = await call<{ check_runs: readonly CheckRunJson[] }>(`GET ${REPO}/commits/{+ref}/check-runs`, {
        ref: segments(ref),
        check_name: name,
        per_page: PER_PAGE,
      });
      return found.check_runs.map(checkRunOf);
    },
    async createCheckRun(headSha: string, fields: CheckRunFields) {
      return checkRunOf(
        await call<CheckRunJson>(`POST ${REPO}/check-runs`, { head_sha: headSha, ...checkRunBody(fields) }),
      );
    },
    async updateCheckRun(id, fields) {
      return checkRunOf(
        await call<CheckRunJson>(`PATCH ${REPO}/check-runs/{check_run_id}`, {
          check_run_id: id,
          ...checkRunBody(fields),
        }),
      );
    },
  };
}

/** Workflow runs of GitHub Actions. */
export function actions(
  call: Send,
): Part<"dispatchWorkflow" | "dispatchedRuns" | "workflowRun" | "cancelWorkflowRun" | "artifacts" | "artifact"> {
  return {
    async dispatchWorkflow(file, ref, inputs) {
      await call(`POST ${REPO}/actions/workflows/{workflow_id}/dispatches`, { workflow_id: file, ref, inputs });
    },
    async dispatchedRuns(file, since) {
      const found = await call<{ workflow_runs: readonly WorkflowRunJson[] }>(`GET ${REPO}/actions/runs`, {
        event: "workflow_dispatch",
        created: `>=${since}`,
        per_page: PER_PAGE,
      });
      const path = `.github/workflows/${file}`;
      return found.workflow_runs
        .filter((run) => run.path === undefined || run.path.split("@")[0] === path)
        .map(workflowRunOf);
    },
    async workflowRun(id, attempt) {
      const found = await orUndefined(
        attempt === undefined
          ? call<WorkflowRunJson>(`GET ${REPO}/actions/runs/{run_id}`, { run_id: id })
          : call<WorkflowRunJson>(`GET ${REPO}/actions/runs/{run_id}/attempts/{attempt_number}`, {
              run_id: id,
              attempt_number: attempt,
            }),
      );
      return found === undefined ? undefined : workflowRunOf(found);
    },
    async cancelWorkflowRun(id) {
      await call(`POST ${REPO}/actions/runs/{run_id}/cancel`, { run_id: id });
    },
    async artifacts(workflowRun) {
      const found = await call<{
        artifacts: readonly { id: number; name: string; size_in_bytes: number; expired: boolean }[];
      }>(`GET ${REPO}/actions/runs/{run_id}/artifacts`, { run_id: workflowRun, per_page: PER_PAGE });
      return found.artifacts.map(({ id, name, size_in_bytes: size, expired }) => ({ id, name, size, expired }));
    },
    async artifact(id) {
      const found = await orUndefined(
        call<ArrayBuffer>(`GET ${REPO}/actions/artifacts/{artifact_id}/zip`, { artifact_id: id }),
      );
      return found === undefined ? undefined : new Uint8Array(found);
    },
  };
}
