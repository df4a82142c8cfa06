import type { Digest } from "../kernel/digest.ts";
import type { JsonObject } from "../kernel/json.ts";

/** One journal line as stored: opaque to the store but for its place and its hash. */
export interface JournalRecord {
  /** 1 for the first event of a run, then without gaps. */
  readonly seq: number;
  /** Canonical JSON of the event, its `prev` included. */
  readonly body: string;
  /** SHA-256 of `body`. */
  readonly hash: Digest;
}

/** What lists and queries show of a run without reading its journal. Written in the same transaction as the events it sums up. */
export interface RunSummary {
  readonly runId: string;
  readonly workflow: string;
  readonly status: "running" | "completed" | "failed" | "parked" | "cancelled";
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly parentRunId?: string;
  readonly actor?: string;
  /** Concurrency group (R8). */
  readonly group?: string;
  /** Why it is parked and what wakes it. */
  readonly parked?: JsonObject;
  /** Earliest wake-up by time, in milliseconds since the epoch. */
  readonly wakeAt?: number;
  readonly costUsd: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheHits: number;
  readonly cacheMisses: number;
  /** Seq and hash of the last record, so that a journal cut short is noticed. */
  readonly head?: { readonly seq: number; readonly hash: Digest };
  /** Free labels: issue, repository, workflow digest. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface RunQuery {
  readonly workflow?: string;
  readonly status?: readonly RunSummary["status"][];
  readonly group?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly parentRunId?: string;
  /** Newest first; 100 by default. */
  readonly limit?: number;
  readonly before?: number;
}

/** The right to write one run's journal. `fence` grows with every acquisition, so that a late holder is told apart (R7). */
export interface Lease {
  readonly runId: string;
  readonly worker: string;
  readonly fence: number;
  readonly expiresAt: number;
}

export interface Append {
  readonly runId: string;
  readonly records: readonly JournalRecord[];
  /** The seq before `records[0]`; anything else stored there is `store.conflict`. */
  readonly afterSeq: number;
  /** The lease's fence; a newer one in the store is `store.fenced`. */
  readonly fence: number;
  readonly summary: RunSummary;
  /** Large values the records refer to by digest; stored in the same transaction. */
  readonly blobs?: ReadonlyMap<Digest, Uint8Array>;
}

/**
 * Where journals live (D1). Every write is durable when its promise resolves.
 * Errors are PawlErrors: `store.conflict`, `store.fenced`, `store.leased`, `store.unknown_run`, `store.corrupt`, `store.full`, `store.io`, `store.newer_version`.
 */
export interface RunStore {
  append(append: Append): Promise<void>;
  /** Records after `afterSeq`, in order; at most `limit`. */
  read(runId: string, afterSeq?: number, limit?: number): Promise<readonly JournalRecord[]>;
  summary(runId: string): Promise<RunSummary | undefined>;
  list(query: RunQuery): Promise<readonly RunSummary[]>;

  blob(digest: Digest): Promise<Uint8Array | undefined>;

  /**
   * Takes the run's lease when it is free or expired; undefined when another worker holds it. Creates the lease row for a run not stored yet.
   * With `evenFrom`, also takes it from that worker, who is known to be dead; the fence keeps it out should it live after all.
   */
  acquire(runId: string, worker: string, ttlMs: number, evenFrom?: string): Promise<Lease | undefined>;
  /** The lease as it stands, ended or not; undefined when nobody ever took it. */
  lease(runId: string): Promise<Lease | undefined>;
  /** The same lease with a later end; throws `store.fenced` when it was taken over. */
  renew(lease: Lease, ttlMs: number): Promise<Lease>;
  release(lease: Lease): Promise<void>;
  /** Runs with status `running` whose lease has ended: their process died. */
  orphans(): Promise<readonly RunSummary[]>;
  /** Parked runs whose `wakeAt` has come. */
  due(now: number): Promise<readonly RunSummary[]>;

  /** A fold stored so that opening a long run is fast; never trusted over the journal. */
  saveCheckpoint(runId: string, seq: number, state: Uint8Array): Promise<void>;
  checkpoint(runId: string): Promise<{ readonly seq: number; readonly state: Uint8Array } | undefined>;

  /** Small shared facts that outlive a run: breaker states, monthly spend, messages to parked runs. Compare-and-set by version; version 0 means absent. */
  getFact(key: string): Promise<{ readonly value: JsonObject; readonly version: number } | undefined>;
  setFact(key: string, value: JsonObject, expectedVersion: number): Promise<boolean>;
  listFacts(
    prefix: string,
  ): Promise<readonly { readonly key: string; readonly value: JsonObject; readonly version: number }[]>;

  deleteRun(runId: string): Promise<void>;
  close(): Promise<void>;
}
