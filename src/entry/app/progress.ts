import type { RunView } from "../../engine/view.ts";
import { isJsonObject } from "../../kernel/json.ts";
import type { RunnerIdentity } from "./oidc.ts";
import type { AppParts } from "./parts.ts";
import type { AppRun, AppRunState } from "./runs.ts";

export interface Answer {
  readonly status: number;
  readonly body: { readonly ok?: boolean; readonly cancel?: boolean; readonly error?: string };
}

const STATUSES = new Set(["running", "completed", "failed", "parked", "cancelled"]);

/**
 * Takes what a run's worker says of it. Only a job of the run's own repository and workflow file is believed, and only the workflow run that
 * has the run: a second one for the same run id is told so (409) and stops.
 */
export function takeProgress(parts: AppParts, runId: string, runner: RunnerIdentity, body: unknown): Answer {
  const view = readView(body, runId);
  if (view === undefined) return refuse(400, "the body has no view of this run");
  return parts.db.transaction(() => {
    const run = parts.runs.get(runId);
    if (run === undefined) return refuse(404, "there is no such run");
    const against = mistrust(run, runner);
    if (against !== undefined) return refuse(403, against);
    if (run.knownWorkflowRuns.includes(runner.workflowRun)) return refuse(409, "held: the run was resumed elsewhere");
    if (run.workflowRun !== undefined && run.workflowRun !== runner.workflowRun) {
      return refuse(409, "held: another workflow run has it");
    }
    const taken = adopt(parts, runId, view, { workflowRun: runner.workflowRun, heardAt: parts.clock.now() });
    const cancel = run.cancelRequested && (!taken || view.status === "running");
    return { status: 200, body: { ok: true, cancel } };
  });
}

/** Takes a newer view of a run for how it stands. False when there is nothing new in it. Call within a transaction. */
export function adopt(
  parts: AppParts,
  runId: string,
  view: RunView,
  by: { readonly workflowRun?: number; readonly heardAt?: number },
): boolean {
  const run = parts.runs.get(runId);
  if (run === undefined) return false;
  const ended = run.state === "completed" || run.state === "failed" || run.state === "cancelled";
  const older = run.view !== undefined && Date.parse(view.updated_at) < Date.parse(run.view.updated_at);
  // A late message of a run that ended, or one overtaken by a newer, changes nothing; a re-run of the job starts it anew.
  if (older || (ended && view.status === run.view?.status)) return false;
  const state: AppRunState = view.status;
  parts.runs.change(runId, { view, state, ...by, ...(state === "running" ? {} : { note: null }) });
  parts.outbox.put({ key: `report:${runId}`, kind: "report", runId, again: true });
  return true;
}

function mistrust(run: AppRun, runner: RunnerIdentity): string | undefined {
  const repository = `${run.owner}/${run.repo}`.toLowerCase();
  if (runner.repository.toLowerCase() !== repository) return "the token is of another repository";
  const { dispatchFile, place } = run.order;
  const expected =
    `${repository}/.github/workflows/${dispatchFile}@refs/heads/${place.repository.defaultBranch}`.toLowerCase();
  // A branch's own copy of the workflow file could say anything of a run.
  if (runner.workflowRef.toLowerCase() !== expected) return "the token is of another workflow file or branch";
  return undefined;
}

function readView(body: unknown, runId: string): RunView | undefined {
  if (!isJsonObject(body) || !isJsonObject(body["view"])) return undefined;
  const view = body["view"];
  const { cost, cache, steps, status } = view;
  if (view["run_id"] !== runId || typeof status !== "string" || !STATUSES.has(status)) return undefined;
  if (!isJsonObject(cost) || !isJsonObject(cache) || !isJsonObject(steps) || !Object.values(steps).every(isJsonObject))
    return undefined;
  if (
    typeof view["workflow"] !== "string" ||
    typeof view["updated_at"] !== "string" ||
    typeof view["created_at"] !== "string"
  )
    return undefined;
  if (
    ![cost["usd"], cost["input_tokens"], cost["output_tokens"], cache["hits"]].every(
      (figure) => typeof figure === "number",
    )
  )
    return undefined;
  return view as unknown as RunView;
}

function refuse(status: number, error: string): Answer {
  return { status, body: { ok: false, error } };
}
