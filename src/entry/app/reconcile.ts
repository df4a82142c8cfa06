import { toPawlError } from "../../kernel/errors.ts";
import type { AppParts } from "./parts.ts";
import { isSilent, lookAfter } from "./runner-watch.ts";
import { resumeRun } from "./resume.ts";
import { LIVE } from "./runs.ts";
import { fireSchedules, learnSchedules } from "./schedules.ts";
import { findUntakenLabels } from "./untaken-labels.ts";

/** GitHub keeps deliveries for three days: docs.github.com/webhooks/using-webhooks/handling-failed-webhook-deliveries */
const DELIVERY_WINDOW_MS = 3 * 86_400_000;
/** No more pages of deliveries are read at once: 20,000 deliveries. */
const MOST_PAGES = 200;
const KEEP_DELIVERIES_MS = 30 * 86_400_000;

export interface Reconciler {
  /** Looks after runners that died, and wakes parked runs whose time has come; what it changes goes through the outbox. */
  checkRuns(): Promise<void>;
  /** Asks GitHub for deliveries that failed and never came again, and has them sent again. Gives how many. */
  findLostDeliveries(): Promise<number>;
  /** Finds labels on open issues that nobody took and of which no delivery came. Gives how many. */
  findUntakenLabels(): Promise<number>;
  /** Reads the schedules of repositories that never asked for anything. Gives how many were read. */
  learnSchedules(): Promise<number>;
  /** Starts what is scheduled and due. Gives how much. */
  fireSchedules(): Promise<number>;
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
        if (isSilent(run, parts.clock.now())) await quietly(`Looking after ${run.runId}`, () => lookAfter(parts, run));
      }
      for (const run of parts.runs.list({ states: ["parked"], limit: 5_000 })) wakeDue(parts, run.runId);
      parts.wake();
    },
    findLostDeliveries: () => findLostDeliveries(parts),
    findUntakenLabels: () => findUntakenLabels(parts),
    learnSchedules: () => learnSchedules(parts),
    fireSchedules: () => fireSchedules(parts),
  };
  let running = Promise.resolve();
  const timer =
    everyMs === 0
      ? undefined
      : setInterval(() => {
          rounds += 1;
          running = running.then(async () => {
            await reconciler.checkRuns();
            if (rounds % 100 === 1) await quietly("Reading schedules", reconciler.learnSchedules);
            await quietly("Starting what is scheduled", reconciler.fireSchedules);
            if (rounds % 10 === 1) await quietly("Looking for lost deliveries", reconciler.findLostDeliveries);
            if (rounds % 50 === 2) await quietly("Looking for labels nobody took", reconciler.findUntakenLabels);
            if (rounds % 100 === 1) parts.inbox.prune(parts.clock.now() - KEEP_DELIVERIES_MS);
          });
        }, everyMs);
  return { ...reconciler, stop: () => clearInterval(timer) };
}

/** Puts a parked run back to work when what it waits for is a time, and that has come. */
function wakeDue(parts: AppParts, runId: string): void {
  parts.db.transaction(() => {
    const run = parts.runs.get(runId);
    const at = Date.parse(run?.view?.parked?.wake.at ?? "");
    if (run === undefined || run.state !== "parked" || run.cancelRequested || !(at <= parts.clock.now())) return;
    resumeRun(parts, run, "Its time has come; it goes on.", { by: "pawl" });
  });
}

interface HookDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

/** Newest first, page by page until they are too old to be sent again. */
async function deliveriesSince(parts: AppParts, since: number): Promise<readonly HookDelivery[]> {
  const all: HookDelivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    let link: string | undefined;
    const found = await parts.installations.send<readonly HookDelivery[]>(
      "GET /app/hook/deliveries",
      { per_page: 100, ...(cursor === undefined ? {} : { cursor }) },
      (given) => (link = given),
    );
    all.push(...found);
    const last = found.at(-1);
    const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1];
    cursor = next === undefined ? undefined : (new URL(next).searchParams.get("cursor") ?? undefined);
    if (cursor === undefined || last === undefined || Date.parse(last.delivered_at) < since) break;
  }
  return all;
}

async function findLostDeliveries(parts: AppParts): Promise<number> {
  const since = parts.clock.now() - DELIVERY_WINDOW_MS;
  const found = await deliveriesSince(parts, since);
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
