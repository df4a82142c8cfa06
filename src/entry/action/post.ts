import { existsSync } from "node:fs";
import path from "node:path";
import type { Log } from "../../ports/log.ts";
import { readJob } from "./job.ts";

/**
 * What the job's end still owes, also when `main` was killed: what the journal holds is uploaded, so that the run can be carried on
 * elsewhere. When `main` had uploaded the end itself there is nothing to do.
 */
export async function finishJob(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<void> {
  const job = readJob(env);
  if (env["STATE_archived"] === "true" || !existsSync(path.join(job.state, "runs.db"))) return;
  const { saveAfterwards } = await import("./save-afterwards.ts");
  await saveAfterwards({ job, env, log, runId: env["STATE_run_id"] });
}
