import type { Clock } from "../ports/clock.ts";
import type { RunStore, RunSummary } from "../ports/run-store.ts";
import type { NewEvent } from "./events.ts";

/** How often a queued run looks whether it is its turn, in milliseconds. */
const LOOK_EVERY_MS = 500;
/** More runs than this at once are counted as this many. */
const MOST_COUNTED = 10_000;

/** How many runs may be under way at once (R8); a missing member sets no limit. */
export interface Quotas {
  readonly total?: number;
  readonly perActor?: number;
  readonly perWorkflow?: number;
}

export interface Turn {
  readonly runId: string;
  readonly workflow: string;
  readonly actor: string | undefined;
  readonly group: string | undefined;
  readonly createdAt: number;
}

/** Whether a run's worker is known to have died before its lease has ended. */
type IsDead = (runId: string) => Promise<boolean>;

/**
 * Waits until a run may begin: no older run of its concurrency group is under way, and the quotas have room. Runs whose worker died
 * hold nobody up. Journals once why it waits.
 *
 * @param isOver true when the run was cancelled while it waited
 */
export async function awaitTurn(
  store: RunStore,
  clock: Clock,
  turn: Turn,
  quotas: Quotas,
  record: (events: readonly NewEvent[]) => void,
  isOver: () => boolean,
  isDead: IsDead,
): Promise<void> {
  const limited = turn.group !== undefined || Object.values(quotas).some((limit) => limit !== undefined);
  if (!limited) return;
  for (let told = false; !isOver();) {
    const reason = await whyWait(store, turn, quotas, isDead);
    if (reason === undefined) return;
    if (!told) record([{ type: "decision", data: { kind: "queue", reason } }]);
    told = true;
    await clock.sleep(LOOK_EVERY_MS);
  }
}

async function whyWait(store: RunStore, turn: Turn, quotas: Quotas, isDead: IsDead): Promise<string | undefined> {
  const orphans = new Set((await store.orphans()).map(({ runId }) => runId));
  const running = await store.list({ status: ["running"], limit: MOST_COUNTED });
  const before = running.filter((other) => !orphans.has(other.runId) && isBefore(other, turn));
  const sameGroup = before.filter(({ group }) => group !== undefined && group === turn.group);
  const [ahead] = await living(sameGroup, isDead);
  if (ahead !== undefined) return `run ${ahead.runId} of the group ${turn.group} is under way`;
  // Each is asked after only where it would make the difference.
  if (fullQuota(turn, quotas, before) === undefined) return undefined;
  return fullQuota(turn, quotas, await living(before, isDead));
}

async function living(runs: readonly RunSummary[], isDead: IsDead): Promise<readonly RunSummary[]> {
  const dead = await Promise.all(runs.map(({ runId }) => isDead(runId)));
  return runs.filter((_, index) => dead[index] !== true);
}

function fullQuota(turn: Turn, quotas: Quotas, before: readonly RunSummary[]): string | undefined {
  const quota = (limit: number | undefined, used: number, whose: string): string | undefined =>
    limit !== undefined && used >= limit ? `${whose} may have ${limit} runs at once` : undefined;
  return (
    quota(quotas.total, before.length, "this installation") ??
    quota(quotas.perActor, before.filter(({ actor }) => actor === turn.actor).length, turn.actor ?? "nobody") ??
    quota(
      quotas.perWorkflow,
      before.filter(({ workflow }) => workflow === turn.workflow).length,
      `workflow ${turn.workflow}`,
    )
  );
}

function isBefore(other: RunSummary, turn: Turn): boolean {
  if (other.runId === turn.runId) return false;
  return other.createdAt < turn.createdAt || (other.createdAt === turn.createdAt && other.runId < turn.runId);
}
