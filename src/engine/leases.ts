import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Lease, RunStore } from "../ports/run-store.ts";

/** The leases this process holds, renewed together while there are any. */
export interface Leases {
  /**
   * Undefined when another worker holds the run, or when this process does already: what is in its hands must be given back first, even
   * when the lease has ended meanwhile, or two of its tasks would write under one fence.
   */
  take(runId: string, worker: string, evenFrom?: string): Promise<Lease | undefined>;
  /** The lease as last renewed; throws when it isn't held. */
  current(runId: string): Lease;
  give(runId: string): Promise<void>;
}

/**
 * Keeps leases alive at a third of their time to live. One that was taken over is reported to `onLost` once, with `run.lease_lost`;
 * a renewal that fails for another reason is tried again until the lease has ended.
 */
export function createLeases(
  store: RunStore,
  clock: Clock,
  ttlMs: number,
  onLost: (runId: string, error: PawlError) => void,
): Leases {
  const held = new Map<string, Lease>();
  const taking = new Set<string>();
  let renewing: AbortController | undefined;

  const renewAll = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      await clock.sleep(ttlMs / 3, signal);
      await Promise.all([...held.values()].map(renew));
    }
  };

  const renew = async (lease: Lease): Promise<void> => {
    try {
      const renewed = await store.renew(lease, ttlMs);
      if (isHeld(lease)) held.set(lease.runId, renewed);
    } catch (error) {
      const problem = toPawlError(error);
      if (problem.code !== "store.fenced" && clock.now() < lease.expiresAt) return;
      if (isHeld(lease) && held.delete(lease.runId)) onLost(lease.runId, lost(lease, problem));
    }
  };

  /** The run may have been given back, and taken again, while a renewal was on its way. */
  const isHeld = ({ runId, fence }: Lease): boolean => held.get(runId)?.fence === fence;

  return {
    async take(runId, worker, evenFrom) {
      if (held.has(runId) || taking.has(runId)) return undefined;
      taking.add(runId);
      try {
        const lease = await store.acquire(runId, worker, ttlMs, evenFrom);
        if (lease === undefined) return undefined;
        held.set(runId, lease);
        if (renewing === undefined) {
          renewing = new AbortController();
          renewAll(renewing.signal).catch(() => {});
        }
        return lease;
      } finally {
        taking.delete(runId);
      }
    },
    current(runId) {
      const lease = held.get(runId);
      if (lease === undefined) throw notHeld(runId);
      return lease;
    },
    async give(runId) {
      const lease = held.get(runId);
      held.delete(runId);
      if (held.size === 0) {
        renewing?.abort();
        renewing = undefined;
      }
      // A lease that can't be given back ends by itself.
      if (lease !== undefined) await store.release(lease).catch(() => {});
    },
  };
}

function lost(lease: Lease, cause: PawlError): PawlError {
  return new PawlError({
    code: "run.lease_lost",
    kind: "permanent",
    message: `This worker lost run ${lease.runId} to another one, or could not renew its lease in time.`,
    remedy: "Nothing was written after that. `pawl show` tells who goes on with it.",
    cause,
  });
}

function notHeld(runId: string): PawlError {
  return new PawlError({
    code: "run.lease_lost",
    kind: "permanent",
    message: `This worker holds no lease on run ${runId}.`,
  });
}
