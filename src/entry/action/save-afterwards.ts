import type { Log } from "../../ports/log.ts";
import { actionArchives } from "../../wiring/action.ts";
import { openKeptRun } from "../../wiring/kept-run.ts";
import { createArchiveUpload } from "./archive-upload.ts";
import type { Job } from "./job.ts";

/** Uploads the archive of a run whose process is gone; the newest of this job when it was killed before it could say which. */
export async function saveAfterwards(after: {
  readonly job: Job;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runId: string | undefined;
  readonly log: Log;
}): Promise<void> {
  const { job, env, log } = after;
  const archives = actionArchives({
    ...job,
    workflowRunId: job.workflowRun.id,
    stateDirectory: job.state,
    env,
    token: job.inputs.githubToken,
  });
  if (archives === undefined) return;
  await using kept = await openKeptRun({ workspace: job.workspace, stateDirectory: job.state });
  const runId = after.runId ?? (await kept.store.list({ limit: 1 }))[0]?.runId;
  if (runId === undefined) return;
  const upload = createArchiveUpload(runId, kept, archives, log);
  upload.changed();
  await upload.finish();
  if (upload.url() !== undefined) log.info(`The run ${runId} is held: ${upload.url()}`);
}
