import type { RunView } from "../../engine/view.ts";
import { answer, takeTrigger } from "../../github/action-run.ts";
import { REFUSALS, once } from "../../github/once.ts";
import { createReporter } from "../../github/reporter.ts";
import type { Place } from "../../github/trigger.ts";
import { PawlError, toPawlError } from "../../kernel/errors.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import type { CheckRunFields } from "../../ports/repository-host.ts";
import { callPeople, notify, notifyLater } from "./notifications.ts";
import type { Job } from "./outbox.ts";
import type { AppParts } from "./parts.ts";
import { LAST_WORDS_MS, lookAfter, searchSince, workflowRunOf } from "./runner-watch.ts";
import { type AppRun, LIVE, runsBefore } from "./runs.ts";
import { learnSchedules } from "./schedules.ts";

/** Least time between two edits of a run's comment, in milliseconds. */
const REPORT_EVERY_MS = 3_000;
/** How soon a run that waits for another looks again whether it ended, in milliseconds. */
const LOOK_AGAIN_MS = 3_000;
/** GitHub's limit for all inputs of one workflow_dispatch is 65,535 characters. */
const DISPATCH_LIMIT = 60_000;

/** Does one job of the outbox. Each looks first whether it is done; what GitHub keeps refusing ends the job, everything else is tried again. */
export async function perform(parts: AppParts, job: Job): Promise<void> {
  try {
    await PERFORMERS[job.kind](parts, job, JSON.parse(job.data) as JsonObject);
    parts.db.transaction(() => parts.outbox.done(job));
  } catch (thrown) {
    const error = toPawlError(thrown, "app.internal");
    parts.log.warning(`${job.key}: ${error.message}`);
    parts.db.transaction(() => {
      const final = error.kind !== "transient" && error.code !== "app.internal";
      // GitHub refuses what is right, too, while its own copies are behind: a refusal is believed when it stays.
      if (!final || job.attempts < REFUSALS) parts.outbox.retry(job, error.message, error.retryAfterMs);
      else {
        parts.outbox.fail(job, error.message);
        if (job.kind === "dispatch") dispatchFailed(parts, job, error);
      }
    });
  }
}

const PERFORMERS: Readonly<Record<Job["kind"], (parts: AppParts, job: Job, data: JsonObject) => Promise<void>>> = {
  take,
  answer: answerQuestion,
  dispatch,
  report,
  stop,
  check,
  look,
  notify,
  learn: async (parts) => void (await learnSchedules(parts)),
};

/** A workflow run ended on GitHub: what does that mean for the run it had? */
async function look(parts: AppParts, job: Job): Promise<void> {
  const run = parts.runs.get(job.run_id ?? "");
  if (run !== undefined) await lookAfter(parts, run);
}

/** A check run of its own for one commit, found again by its external id. */
async function check(parts: AppParts, _job: Job, data: JsonObject): Promise<void> {
  const { host } = await parts.installations.host(
    text(data["owner"]),
    text(data["repo"]),
    Number(data["installation"]),
  );
  const headSha = text(data["head_sha"]);
  const fields = data["fields"] as unknown as CheckRunFields;
  const made = await once(
    parts.clock,
    new AbortController().signal,
    async () => (await host.checkRuns(headSha, fields.name)).find((one) => one.externalId === fields.externalId),
    () => host.createCheckRun(headSha, fields),
  );
  await host.updateCheckRun(made.id, fields);
}

async function take(parts: AppParts, _job: Job, data: JsonObject): Promise<void> {
  const place = data["place"] as unknown as Place;
  const { host } = await hostOf(parts, place);
  const label = typeof data["label"] === "string" ? { label: data["label"] } : {};
  const kind = data["refused"] === true ? ("refuse" as const) : ("run" as const);
  // Only the place, the kind and the label are looked at.
  await takeTrigger({ host }, { ...(data as object), kind, place, ...label } as Parameters<typeof takeTrigger>[1]);
}

async function answerQuestion(parts: AppParts, _job: Job, data: JsonObject): Promise<void> {
  const place = data["place"] as unknown as Place;
  const { host } = await hostOf(parts, place);
  const door = { host, self: await parts.installations.self(), key: parts.key, clock: parts.clock };
  await answer(door, place, text(data["meaning"]), text(data["markdown"]));
}

function hostOf(parts: AppParts, place: Place): ReturnType<AppParts["installations"]["host"]> {
  return parts.installations.host(place.repository.owner, place.repository.name, place.installationId);
}

/** Starts the workflow run, once: GitHub doesn't say which run a dispatch gave, so it is found by the run id in its title. */
async function dispatch(parts: AppParts, job: Job, data: JsonObject): Promise<void> {
  const run = parts.runs.get(job.run_id ?? "");
  if (
    run === undefined ||
    run.state !== "queued" ||
    run.cancelRequested ||
    job.key !== `dispatch:${run.runId}:${run.resumes}`
  )
    return;
  const [before] = runsBefore(parts, run);
  if (before !== undefined) {
    parts.db.transaction(() => {
      parts.runs.change(run.runId, { note: `Waits for ${before.runId}, which works on the same branch.` });
      parts.outbox.put({
        key: job.key,
        kind: "dispatch",
        runId: run.runId,
        data,
        again: true,
        notBefore: parts.clock.now() + LOOK_AGAIN_MS,
      });
    });
    return;
  }
  const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
  const { order } = run;
  const inputs = dispatchInputs(parts, run, data["resume"]);
  const since = searchSince(run);
  const known = new Set(run.knownWorkflowRuns);
  const branch = order.place.repository.defaultBranch;
  await once<number>(
    parts.clock,
    new AbortController().signal,
    async () =>
      (await host.dispatchedRuns(order.dispatchFile, since)).find(
        (found) => found.title.includes(run.runId) && !known.has(found.id),
      )?.id,
    async () => {
      await host.dispatchWorkflow(order.dispatchFile, branch, inputs);
      return 0;
    },
  );
  parts.db.transaction(() => {
    const now = parts.runs.get(run.runId);
    if (now?.state === "queued") {
      parts.runs.change(run.runId, {
        state: "dispatched",
        dispatchedAt: parts.clock.now(),
        note: run.resumes === 0 ? null : (run.note ?? null),
      });
    }
  });
}

function dispatchInputs(parts: AppParts, run: AppRun, resume: Json | undefined): Record<string, string> {
  const { order } = run;
  const base = {
    workflow: run.workflow,
    inputs: JSON.stringify(order.inputs),
    run_id: run.runId,
    issue: run.issue === undefined ? "" : String(run.issue),
    app_url: parts.appUrl(),
    resume: resume === undefined ? "false" : "true",
  };
  const pinned = { ...order.pinned, head_sha: order.headSha, workflow_digest: order.workflowDigest };
  const trigger: JsonObject = {
    ...pinned,
    ...(order.issue === undefined ? {} : { issue: order.issue }),
    ...(order.limitUsd === undefined ? {} : { limit_usd: order.limitUsd }),
    ...(resume !== undefined && resume !== null && typeof resume === "object" ? (resume as JsonObject) : {}),
  };
  const whole = { ...base, trigger: JSON.stringify(trigger) };
  if (Object.values(whole).join("").length < DISPATCH_LIMIT) return whole;
  // Too long to send: the action reads the issue itself and compares it with the digest.
  const { issue: _issue, body: _body, title: _title, ...short } = trigger;
  return { ...base, trigger: JSON.stringify(short) };
}

function dispatchFailed(parts: AppParts, job: Job, error: PawlError): void {
  const run = parts.runs.get(job.run_id ?? "");
  if (run === undefined) return;
  const file = `.github/workflows/${run.order.dispatchFile}`;
  const remedy =
    error.code === "github.not_found"
      ? `Add ${file} to ${run.order.place.repository.defaultBranch}: \`pawl init\` writes it.`
      : (error.remedy ?? "");
  parts.runs.change(run.runId, {
    state: "failed",
    note: `GitHub Actions could not be started: ${error.message} ${remedy}`,
  });
  parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
}

/** Brings the run's one comment and its check run up to date, at most every few seconds while it lives. */
async function report(parts: AppParts, job: Job): Promise<void> {
  const run = parts.runs.get(job.run_id ?? "");
  if (run === undefined) return;
  const wait = run.reportedAt + REPORT_EVERY_MS - parts.clock.now();
  if (wait > 0 && LIVE.includes(run.state) && run.memory.commentId !== undefined) {
    parts.db.transaction(() =>
      parts.outbox.put({
        key: job.key,
        kind: "report",
        runId: run.runId,
        again: true,
        notBefore: parts.clock.now() + wait,
      }),
    );
    return;
  }
  const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
  const runUrl = run.workflowRun === undefined ? undefined : `${webUrl(run)}/actions/runs/${run.workflowRun}`;
  const pull = pullRequestOf(run.view);
  const reporter = createReporter({
    host,
    runId: run.runId,
    ...(run.issue === undefined ? {} : { issue: run.issue }),
    headSha: run.order.headSha,
    self: await parts.installations.self(),
    key: parts.key,
    clock: parts.clock,
    log: parts.log,
    memory: run.memory,
    remember: (memory) => parts.runs.change(run.runId, { memory }),
    about: {
      command: run.order.command,
      actor: run.actor,
      headSha: run.order.headSha,
      ...(runUrl === undefined ? {} : { runUrl }),
      ...(pull === undefined ? {} : { pullRequest: pull }),
      ...(noteOf(run) === undefined ? {} : { note: noteOf(run) ?? "" }),
    },
  });
  parts.db.transaction(() => notifyLater(parts, run));
  await reporter.finish(shownView(run));
  parts.runs.change(run.runId, { reportedAt: parts.clock.now() });
  await callPeople(parts, host, run);
}

function webUrl(run: AppRun): string {
  return run.order.place.repository.htmlUrl;
}

function noteOf(run: AppRun): string | undefined {
  if (run.cancelRequested && LIVE.includes(run.state)) return "Cancelling…";
  if (run.state === "queued" || run.state === "dispatched") return run.note ?? "Waiting for a runner.";
  return run.note;
}

/** The run's own view; before its runner was first heard of, or after it died, what the app knows. */
function shownView(run: AppRun): RunView {
  const at = new Date(run.createdAt).toISOString();
  const base: RunView = run.view ?? {
    run_id: run.runId,
    workflow: run.workflow,
    status: "running",
    outputs: {},
    cost: { usd: 0, input_tokens: 0, output_tokens: 0 },
    cache: { hits: 0, misses: 0, saved_usd: 0, saved_ms: 0 },
    steps: {},
    created_at: at,
    updated_at: at,
  };
  const status = LIVE.includes(run.state) ? "running" : (run.state as RunView["status"]);
  return base.status === status ? base : { ...base, status };
}

function pullRequestOf(view: RunView | undefined): { number: number; url: string } | undefined {
  for (const step of Object.values(view?.steps ?? {})) {
    const { number, url } = step.outputs;
    if (step.type === "pull_request" && typeof number === "number" && typeof url === "string") return { number, url };
  }
  return undefined;
}

/** Ends a run: its workflow run is cancelled, or, when no runner has it, it simply is. */
async function stop(parts: AppParts, job: Job): Promise<void> {
  const run = parts.runs.get(job.run_id ?? "");
  if (run === undefined || !run.cancelRequested) return;
  const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
  const id = run.workflowRun ?? (await workflowRunOf(parts, host, run));
  if (id !== undefined && LIVE.includes(run.state)) {
    const found = await host.workflowRun(id);
    if (found !== undefined && found.status !== "completed") {
      await host.cancelWorkflowRun(id);
      // Most jobs say themselves that they were cancelled; one that can't any more is looked after.
      const looking = { key: `look:${run.runId}:${id}`, kind: "look" as const, runId: run.runId, again: true };
      parts.db.transaction(() => parts.outbox.put({ ...looking, notBefore: parts.clock.now() + LAST_WORDS_MS }));
      return;
    }
  }
  parts.db.transaction(() => {
    parts.runs.change(run.runId, { state: "cancelled" });
    parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
  });
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
