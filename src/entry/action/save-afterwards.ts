import path from "node:path";
import type { Log } from "../../ports/log.ts";
import { actionArchives } from "../../wiring/action.ts";
import { openKeptRun } from "../../wiring/kept-run.ts";
import { createArchiveUpload } from "./archive-upload.ts";
import type { Job } from "./job.ts";

/** Uploads the archive of a run whose process is gone. */
export async function saveAfterwards(after: {
  readonly job: Job;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly state: string;
  readonly runId: string;
  readonly log: Log;
}): Promise<void> {
  const { job, env, state, runId, log } = after;
  const archives = actionArchives({
    ...job,
    workflowRunId: job.workflowRun.id,
    stateDirectory: state,
    env,
    token: job.inputs.githubToken,
  });
  if (archives === undefined) return;
  await using kept = await openKeptRun({ workspace: job.workspace, stateDirectory: path.resolve(state) });
  const upload = createArchiveUpload(runId, kept, archives, log);
  upload.changed();
  await upload.finish();
  if (upload.url() !== undefined) log.info(`The run ${runId} is held: ${upload.url()}`);
}
