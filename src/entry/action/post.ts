import { existsSync } from "node:fs";
import path from "node:path";
import { readJob } from "./job.ts";
import { createRunner, runnerLog } from "./runner.ts";

/**
 * Runs when the job ends, also when `main` was killed: what the journal holds is uploaded, so that the run can be carried on elsewhere. When
 * `main` had uploaded the end itself there is nothing to do. A failure here is a warning: the run's own result stands.
 */
const runner = createRunner(process.env);
try {
  await flush();
} catch (thrown) {
  runner.annotate("warning", thrown instanceof Error ? thrown.message : String(thrown), { title: "Pawl" });
}
process.stdout.write("", () => process.exit(0));

async function flush(): Promise<void> {
  const runId = process.env["STATE_run_id"];
  const state = process.env["STATE_state"];
  if (runId === undefined || state === undefined || process.env["STATE_archived"] === "true") return;
  if (!existsSync(path.join(state, "runs.db"))) return;
  const job = readJob(process.env);
  const log = runnerLog(runner, process.env["RUNNER_DEBUG"] === "1");
  const { saveAfterwards } = await import("./save-afterwards.ts");
  await saveAfterwards({ job, env: process.env, state, runId, log });
}
