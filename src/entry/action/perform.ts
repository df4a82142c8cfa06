import type { RunHandle } from "../../engine/engine.ts";
import type { RunView } from "../../engine/view.ts";
import type { Log } from "../../ports/log.ts";
import { actionArchives, createActionEngine } from "../../wiring/action.ts";
import type { LocalEngine } from "../../wiring/local.ts";
import { createArchiveUpload, type ArchiveUpload } from "./archive-upload.ts";
import type { Asked } from "./asked.ts";
import { followRun } from "./follow.ts";
import type { GitHubSide } from "./github-side.ts";
import type { Job } from "./job.ts";
import { openRun } from "./open-run.ts";
import { runIdOfPlace } from "./run-id.ts";
import { publishOutcome, pullRequestOf } from "./outcome.ts";
import type { Runner } from "./runner.ts";

export interface Performance {
  readonly job: Job;
  readonly runner: Runner;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** The folder of reference workflows, absolute. */
  readonly library: string;
  readonly github: GitHubSide;
}

/** Runs what was asked for to its end in this job, tells everybody who watches, and publishes the outcome. */
export async function performRun(performance: Performance, asked: Asked): Promise<RunView> {
  const { job, runner, env, github, log, library } = performance;
  const services = {
    ...job,
    workflowRunId: job.workflowRun.id,
    runUrl: job.workflowRun.url,
    stateDirectory: job.state,
    // The action's own input wins over the environment.
    env: { ...env, ANTHROPIC_API_KEY: job.inputs.anthropicApiKey },
    token: job.inputs.githubToken,
  };
  const archives = actionArchives(services);
  const { effects } = github;
  await using local = await createActionEngine({
    ...services,
    library,
    log,
    ...(asked.resume || job.workflowRun.attempt > 1 ? {} : { soon: asked.runId ?? runIdOfPlace(job.place, 1) }),
    effects: effects === undefined ? undefined : (parts) => effects(parts, asked),
    trustTier: asked.trustTier,
  });
  const handle = await openRun({
    local,
    job,
    asked,
    archives,
    contexts: () => github.contexts(asked),
    endedWell: github.endedWell,
  });
  const upload = archives === undefined ? undefined : createArchiveUpload(handle.id, local, archives, log);
  const view = await follow(performance, asked, { handle, upload, local });
  publishOutcome(runner, view, upload?.url());
  return view;
}

async function follow(
  { runner, github }: Performance,
  asked: Asked,
  { handle, upload, local }: { handle: RunHandle; upload: ArchiveUpload | undefined; local: LocalEngine },
): Promise<RunView> {
  const { clock, redactor } = local;
  const reports = await github.reports({ handle, asked, clock, redactor });
  let named = false;
  const view = await followRun(handle, runner, (event) => {
    // Not before the first step has started: the runner's commands bring an HTTP client that has to be loaded.
    if (!named && event.type.startsWith("step.")) {
      named = true;
      runner.output("run_id", handle.id);
      runner.saveState("run_id", handle.id);
    }
    reports.event(event);
    // An upload reads the whole journal: not worth it before a step has ended, and the end is uploaded in any case.
    if (/^step\.(completed|failed|progressed)$/.test(event.type)) upload?.changed();
  });
  upload?.changed();
  await upload?.finish();
  const archiveUrl = upload?.url();
  if (archiveUrl !== undefined) runner.saveState("archived", "true");
  const pullRequest = pullRequestOf(view);
  await reports.finish(view, {
    ...(archiveUrl === undefined ? {} : { artifactUrl: archiveUrl }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
  });
  return view;
}
