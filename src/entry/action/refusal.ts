import type { RunView } from "../../engine/view.ts";
import type { PawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";
import { createAppLink } from "./app-link.ts";
import { readJob, type Job } from "./job.ts";
import type { Runner } from "./runner.ts";

/** Tells the app that the run it asked for never began, and why. Without an app, or with inputs that can't be read, there is nobody to tell. */
export async function reportRefusal(
  env: Readonly<Record<string, string | undefined>>,
  error: PawlError,
  runner: Runner,
  log: Log,
): Promise<void> {
  const job = readable(env);
  const { appUrl, runId } = job?.inputs ?? {};
  if (job === undefined || appUrl === undefined || runId === undefined) return;
  const view = refusedView(job, runId, error);
  await createAppLink({
    appUrl,
    runId,
    job,
    log,
    identityToken: (audience) => runner.identityToken(audience),
    view: () => view,
    stop: () => undefined,
  }).finish();
}

function readable(env: Readonly<Record<string, string | undefined>>): Job | undefined {
  try {
    return readJob(env);
  } catch {
    return undefined;
  }
}

function refusedView({ inputs }: Job, runId: string, error: PawlError): RunView {
  const now = new Date().toISOString();
  return {
    run_id: runId,
    workflow: inputs.workflow ?? "",
    status: "failed",
    outputs: {},
    error: error.toJSON(),
    cost: { usd: 0, input_tokens: 0, output_tokens: 0 },
    cache: { hits: 0, misses: 0, saved_usd: 0, saved_ms: 0 },
    steps: {},
    created_at: now,
    updated_at: now,
  };
}
