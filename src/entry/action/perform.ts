import path from "node:path";
import type { RunHandle } from "../../engine/engine.ts";
import type { RunView } from "../../engine/view.ts";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { Log } from "../../ports/log.ts";
import { actionArchives, createActionEngine } from "../../wiring/action.ts";
import type { LocalEngine } from "../../wiring/local.ts";
import { createArchiveUpload, type ArchiveUpload } from "./archive-upload.ts";
import { followRun } from "./follow.ts";
import type { Asked } from "./asked.ts";
import type { GitHubSide } from "./github-side.ts";
import type { Job } from "./job.ts";
import { publishOutcome } from "./outcome.ts";
import { openRun } from "./open-run.ts";
import { runnerLog, type Runner } from "./runner.ts";

export interface Performance {
  readonly job: Job;
  readonly runner: Runner;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of reference workflows, absolute. */
  readonly library: string;
  readonly github: GitHubSide;
}

/** Runs what was asked for to its end in this job, tells everybody who watches, and publishes the outcome. */
export async function performRun(performance: Performance, asked: Asked): Promise<RunView> {
  const { job, runner, env, github } = performance;
  const log = runnerLog(runner, env["RUNNER_DEBUG"] === "1");
  const services = {
    ...job,
    workflowRunId: job.workflowRun.id,
    stateDirectory: job.state,
    env,
    token: job.inputs.githubToken,
  };
  const archives = actionArchives(services);
  await using local = await createActionEngine({
    ...services,
    library: performance.library,
    env: { ...env, ...modelEnvironment(job, env) },
    log,
    effects: github.effects,
    trustTier: asked.trustTier,
  });
  const handle = await openRun({ local, job, asked, archives, contexts: () => github.contexts(asked) });
  runner.output("run_id", handle.id);
  runner.saveState("run_id", handle.id);
  const upload = archives === undefined ? undefined : createArchiveUpload(handle.id, local, archives, log);
  const view = await follow(performance, asked, { handle, log, upload, local });
  publishOutcome(runner, view, upload?.url());
  return view;
}

async function follow(
  { job, runner, env, github }: Performance,
  asked: Asked,
  parts: { handle: RunHandle; log: Log; upload: ArchiveUpload | undefined; local: LocalEngine },
): Promise<RunView> {
  const { handle, log, upload } = parts;
  const reports = await github.reports({ handle, asked, job, env, log });
  const view = await followRun(handle, runner, (event) => {
    reports.event(event);
    // An upload reads the whole journal: not worth it for the first event, and the last one is uploaded at the end in any case.
    if (event.type !== "run.created") upload?.changed();
  });
  upload?.changed();
  await Promise.all([reports.finish(view), upload?.finish()]);
  if (upload?.url() !== undefined) runner.saveState("archived", "true");
  return view;
}

/** What the model's adapter reads; the action's own input wins over the environment. */
function modelEnvironment(job: Job, env: Performance["env"]): Readonly<Record<string, string | undefined>> {
  return { ANTHROPIC_API_KEY: job.inputs.anthropicApiKey, ANTHROPIC_BASE_URL: env["ANTHROPIC_BASE_URL"] };
}

/** The library beside `dist/`, from where the bundle runs. */
export function libraryBeside(script: string | undefined): string {
  return path.resolve(path.dirname(script ?? ""), "../../workflows-lib");
}

/** A member of a trigger that must be an object; absent otherwise. */
export function objectIn(trigger: JsonObject, name: string): JsonObject | undefined {
  const value = trigger[name];
  if (value === undefined || value === null) return undefined;
  if (isJsonObject(value)) return value;
  throw new PawlError({
    code: "action.bad_input",
    kind: "invalid",
    message: `The action's input "trigger" has "${name}", which must be an object.`,
    remedy: "The Pawl app writes this input; leave it out otherwise.",
  });
}
