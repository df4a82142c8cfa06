import { toPawlError } from "../../kernel/errors.ts";
import type { AppParts } from "./parts.ts";
import { workflowRunOf } from "./perform.ts";
import { resumeRun } from "./resume.ts";
import { type AppRun, LIVE } from "./runs.ts";

/** A run whose runner said nothing for this long is looked after, in milliseconds. */
const SILENT_MS = 45_000;
/** A dispatch that gave no workflow run within this time was lost, in milliseconds. */
const LOST_DISPATCH_MS = 10 * 60_000;
/** GitHub keeps deliveries for three days: docs.github.com/webhooks/using-webhooks/handling-failed-webhook-deliveries */
const DELIVERY_WINDOW_MS = 3 * 86_400_000;
const KEEP_DELIVERIES_MS = 30 * 86_400_000;

export interface Reconciler {
  /** Looks after runners that died; what it changes goes through the outbox. */
  checkRuns(): Promise<void>;
  /** Asks GitHub for deliveries that failed and never came again, and has them sent again. Gives how many. */
  findLostDeliveries(): Promise<number>;
  stop(): void;
}

/** Finds what nobody told the app: runners that died, deliveries that never came (G9). */
export function startReconciler(parts: AppParts, everyMs: number): Reconciler {
  let rounds = 0;
  const quietly = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (thrown) {
      parts.log.warning(`${what}: ${toPawlError(thrown).message}`);
    }
  };
  const reconciler = {
    async checkRuns() {
      for (const run of parts.runs.list({ states: LIVE, limit: 500 })) {
        await quietly(`Looking after ${run.runId}`, () => checkRun(parts, run));
      }
      parts.wake();
    },
    findLostDeliveries: () => findLostDeliveries(parts),
  };
  let running = Promise.resolve();
  const timer =
    everyMs === 0
      ? undefined
      : setInterval(() => {
          rounds += 1;
          running = running.then(async () => {
            await reconciler.checkRuns();
            if (rounds % 10 === 1) await quietly("Looking for lost deliveries", reconciler.findLostDeliveries);
            if (rounds % 100 === 1) parts.inbox.prune(parts.clock.now() - KEEP_DELIVERIES_MS);
          });
        }, everyMs);
  return { ...reconciler, stop: () => clearInterval(timer) };
}

async function checkRun(parts: AppParts, run: AppRun): Promise<void> {
  const now = parts.clock.now();
  if (run.state === "queued" || now - (run.heardAt ?? run.dispatchedAt ?? now) < SILENT_MS) return;
  const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
  const id = run.workflowRun ?? (await workflowRunOf(parts, host, run));
  if (id === undefined) {
    if (now - (run.dispatchedAt ?? now) > LOST_DISPATCH_MS) goOn(parts, run, "GitHub Actions never started it");
    return;
  }
  const found = await host.workflowRun(id);
  if (found !== undefined && found.status !== "completed") return;
  // Its last words may have been on the way: what is stored now decides.
  const latest = parts.runs.get(run.runId);
  if (latest === undefined || !LIVE.includes(latest.state) || latest.heardAt !== run.heardAt) return;
  if (latest.cancelRequested || found?.conclusion === "cancelled") {
    parts.db.transaction(() => {
      parts.runs.change(run.runId, {
        state: "cancelled",
        note: latest.note ?? "The workflow run was cancelled on GitHub.",
      });
      parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
    });
    return;
  }
  goOn(parts, latest, `Its runner ended without a word (${found?.conclusion ?? "gone"})`);
}

/** Resumes a run whose runner died, as often as the repository allows; then it fails, and a person decides. */
function goOn(parts: AppParts, run: AppRun, why: string): void {
  parts.db.transaction(() => {
    const latest = parts.runs.get(run.runId);
    if (latest === undefined || !LIVE.includes(latest.state)) return;
    parts.audit.write({
      actor: "pawl",
      actorId: 0,
      act: "resume",
      repository: `${run.owner}/${run.repo}`,
      ...(run.issue === undefined ? {} : { issue: run.issue }),
      runId: run.runId,
      allowed: latest.resumes < run.order.automaticResumes,
      reason: why,
    });
    if (latest.resumes < run.order.automaticResumes) {
      resumeRun(parts, latest, `${why}; it goes on from its last finished step on a new runner.`, { by: "pawl" });
      return;
    }
    parts.runs.change(run.runId, {
      state: "failed",
      note: why,
    });
    parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
  });
}

interface HookDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

async function findLostDeliveries(parts: AppParts): Promise<number> {
  const since = parts.clock.now() - DELIVERY_WINDOW_MS;
  const found = await parts.installations.send<readonly HookDelivery[]>("GET /app/hook/deliveries", { per_page: 100 });
  const delivered = new Set(
    found.filter((one) => one.status_code >= 200 && one.status_code < 300).map(({ guid }) => guid),
  );
  const lost = new Map<string, number>();
  // Newest first is how GitHub lists them; what came first is asked for first.
  for (const one of found.toReversed()) {
    if (delivered.has(one.guid) || parts.inbox.has(one.guid) || Date.parse(one.delivered_at) < since) continue;
    lost.set(one.guid, one.id);
  }
  for (const id of lost.values()) {
    await parts.installations.send("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: id });
  }
  return lost.size;
}
