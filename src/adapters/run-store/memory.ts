import type { Digest } from "../../kernel/digest.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Append, JournalRecord, Lease, RunQuery, RunStore, RunSummary } from "../../ports/run-store.ts";
import { conflict, fenced, unknownRun } from "./errors.ts";

interface StoredRun {
  summary: RunSummary;
  readonly records: JournalRecord[];
  readonly blobs: Set<Digest>;
}

/** Keeps runs for as long as the process lives: for dry runs and for tests of what stands on a run store. */
export function createMemoryRunStore(clock: Clock): RunStore {
  const runs = new Map<string, StoredRun>();
  const blobs = new Map<Digest, Uint8Array>();
  const leases = new Map<string, Lease>();
  const checkpoints = new Map<string, { readonly seq: number; readonly state: Uint8Array }>();
  const facts = new Map<string, { readonly value: JsonObject; readonly version: number }>();

  const isFree = (runId: string): boolean => (leases.get(runId)?.expiresAt ?? 0) <= clock.now();
  const currentFence = (runId: string): number => leases.get(runId)?.fence ?? 0;
  const checkFence = (runId: string, fence: number): void => {
    if (fence !== currentFence(runId)) throw fenced(runId, fence, currentFence(runId));
  };
  const summaries = (): RunSummary[] => [...runs.values()].map((run) => run.summary);

  return {
    async append(append: Append) {
      checkFence(append.runId, append.fence);
      const run = runs.get(append.runId) ?? { summary: append.summary, records: [], blobs: new Set() };
      if (run.records.length !== append.afterSeq) throw conflict(append.runId, append.afterSeq, run.records.length);
      run.records.push(...append.records);
      run.summary = append.summary;
      for (const [digest, bytes] of append.blobs ?? []) {
        blobs.set(digest, bytes);
        run.blobs.add(digest);
      }
      runs.set(append.runId, run);
    },
    async read(runId, afterSeq = 0, limit = Number.POSITIVE_INFINITY) {
      const run = runs.get(runId);
      if (run === undefined) throw unknownRun(runId);
      return run.records.slice(afterSeq, afterSeq + limit);
    },
    summary: async (runId) => runs.get(runId)?.summary,
    list: async (query) =>
      summaries()
        .filter((summary) => matches(summary, query))
        .toSorted(newestFirst)
        .slice(0, query.limit ?? 100),
    blob: async (digest) => blobs.get(digest),

    async acquire(runId, worker, ttlMs, evenFrom) {
      if (!isFree(runId) && leases.get(runId)?.worker !== evenFrom) return undefined;
      const lease = { runId, worker, fence: currentFence(runId) + 1, expiresAt: clock.now() + ttlMs };
      leases.set(runId, lease);
      return lease;
    },
    lease: async (runId) => leases.get(runId),
    async renew(lease, ttlMs) {
      checkFence(lease.runId, lease.fence);
      const renewed = { ...lease, expiresAt: clock.now() + ttlMs };
      leases.set(lease.runId, renewed);
      return renewed;
    },
    async release(lease) {
      if (currentFence(lease.runId) === lease.fence) leases.set(lease.runId, { ...lease, expiresAt: 0 });
    },
    orphans: async () => summaries().filter(({ status, runId }) => status === "running" && isFree(runId)),
    due: async (now) => summaries().filter(({ status, wakeAt }) => status === "parked" && (wakeAt ?? Infinity) <= now),

    async saveCheckpoint(runId, seq, state) {
      checkpoints.set(runId, { seq, state });
    },
    checkpoint: async (runId) => checkpoints.get(runId),

    getFact: async (key) => facts.get(key),
    async setFact(key, value, expectedVersion) {
      if ((facts.get(key)?.version ?? 0) !== expectedVersion) return false;
      facts.set(key, { value, version: expectedVersion + 1 });
      return true;
    },
    async listFacts(prefix) {
      return [...facts]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, fact]) => ({ key, ...fact }));
    },

    async deleteRun(runId) {
      const run = runs.get(runId);
      runs.delete(runId);
      checkpoints.delete(runId);
      leases.delete(runId);
      const stillUsed = new Set([...runs.values()].flatMap(({ blobs }) => [...blobs]));
      for (const digest of run?.blobs ?? []) if (!stillUsed.has(digest)) blobs.delete(digest);
    },
    close: async () => {},
  };
}

function matches(summary: RunSummary, query: RunQuery): boolean {
  return (
    (query.workflow === undefined || summary.workflow === query.workflow) &&
    (query.status === undefined || query.status.includes(summary.status)) &&
    (query.group === undefined || summary.group === query.group) &&
    (query.parentRunId === undefined || summary.parentRunId === query.parentRunId) &&
    (query.before === undefined || summary.createdAt < query.before) &&
    Object.entries(query.labels ?? {}).every(([name, value]) => summary.labels[name] === value)
  );
}

function newestFirst(a: RunSummary, b: RunSummary): number {
  return b.createdAt - a.createdAt || (a.runId < b.runId ? 1 : -1);
}
