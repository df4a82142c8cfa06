import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { PawlError } from "../../kernel/errors.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Append, JournalRecord, Lease, RunQuery, RunStore, RunSummary } from "../../ports/run-store.ts";
import { conflict, fenced, unknownRun } from "./errors.ts";
import { prepareDatabase } from "./sqlite-schema.ts";

/** Blobs shorter than this are kept as they are: compressing them saves no page. */
const COMPRESSED_FROM_BYTES = 512;

/**
 * Opens the embedded store (D1), creating it when it isn't there. What is written in one turn of the event loop, by however many runs,
 * is one transaction; a promise resolves once its transaction is on disk.
 *
 * @throws PawlError `store.newer_version`, `store.corrupt`, `store.io`, `store.full`
 */
export async function openSqliteRunStore(options: { readonly file: string; readonly clock: Clock }): Promise<RunStore> {
  const { file, clock } = options;
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    database = new DatabaseSync(file);
    prepareDatabase(database, file);
    return storeOn(database, file, clock);
  } catch (error) {
    database?.close();
    throw inWords(error, file);
  }
}

interface Write {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function storeOn(database: DatabaseSync, file: string, clock: Clock): RunStore {
  const sql = statements(database);
  let queue: Write[] = [];
  let closed = false;

  /** One transaction for all that is queued; a write that is refused leaves the others standing. */
  const commit = (): void => {
    const writes = queue;
    queue = [];
    const outcomes: (() => void)[] = [];
    try {
      sql.begin.run();
      for (const { work, resolve, reject } of writes) {
        try {
          const value = work();
          outcomes.push(() => resolve(value));
        } catch (error) {
          if (!(error instanceof PawlError)) throw error;
          outcomes.push(() => reject(error));
        }
      }
      sql.commit.run();
    } catch (error) {
      if (database.isOpen && database.isTransaction) sql.rollback.run();
      for (const { reject } of writes) reject(inWords(error, file));
      return;
    }
    for (const settle of outcomes) settle();
  };

  const write = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) {
        reject(inWords(new Error("the store is closed"), file));
        return;
      }
      if (queue.length === 0) setImmediate(commit);
      queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
    });

  const read = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw inWords(error, file);
    }
  };

  const fenceOf = (runId: string): number => Number(sql.fence.get(runId)?.["fence"] ?? 0);
  const checkFence = (runId: string, fence: number): void => {
    const current = fenceOf(runId);
    if (current !== fence) throw fenced(runId, fence, current);
  };

  return {
    append: (append) => write(() => appendTo(sql, append)),
    read: (runId, afterSeq = 0, limit = -1) =>
      read(() => {
        const rows = sql.read.all(runId, afterSeq, limit);
        if (rows.length === 0 && sql.summary.get(runId) === undefined) throw unknownRun(runId);
        return rows.map(toRecord);
      }),
    summary: (runId) => read(() => toSummary(sql.summary.get(runId))),
    list: (query) => read(() => list(database, query)),
    blob: (digest) => read(() => toBytes(sql.blob.get(digest), "content")),

    acquire: (runId, worker, ttlMs, evenFrom) =>
      write(() => {
        const now = clock.now();
        const row = sql.lease.get(runId);
        if (row !== undefined && Number(row["expires_at"]) > now && row["worker"] !== evenFrom) return undefined;
        const lease: Lease = { runId, worker, fence: Number(row?.["fence"] ?? 0) + 1, expiresAt: now + ttlMs };
        sql.putLease.run(runId, worker, lease.fence, lease.expiresAt);
        return lease;
      }),
    lease: (runId) =>
      read(() => {
        const row = sql.lease.get(runId);
        if (row === undefined) return undefined;
        const { worker, fence, expires_at: expiresAt } = row;
        return { runId, worker: String(worker), fence: Number(fence), expiresAt: Number(expiresAt) };
      }),
    renew: (lease, ttlMs) =>
      write(() => {
        checkFence(lease.runId, lease.fence);
        const renewed = { ...lease, expiresAt: clock.now() + ttlMs };
        sql.putLease.run(lease.runId, lease.worker, lease.fence, renewed.expiresAt);
        return renewed;
      }),
    release: (lease) =>
      write(() => {
        if (fenceOf(lease.runId) === lease.fence) sql.putLease.run(lease.runId, lease.worker, lease.fence, 0);
      }),
    orphans: () => read(() => sql.orphans.all(clock.now()).flatMap((row) => toSummary(row) ?? [])),
    due: (now) => read(() => sql.due.all(now).flatMap((row) => toSummary(row) ?? [])),

    saveCheckpoint: (runId, seq, state) =>
      write(() => {
        const { coding, bytes } = encode(state);
        sql.putCheckpoint.run(runId, seq, coding, bytes);
      }),
    checkpoint: (runId) =>
      read(() => {
        const row = sql.checkpoint.get(runId);
        const state = toBytes(row, "state");
        return row === undefined || state === undefined ? undefined : { seq: Number(row["seq"]), state };
      }),

    getFact: (key) =>
      read(() => {
        const row = sql.fact.get(key);
        return row === undefined ? undefined : toFact(row);
      }),
    setFact: (key, value, expectedVersion) =>
      write(() => {
        const version = Number(sql.fact.get(key)?.["version"] ?? 0);
        if (version !== expectedVersion) return false;
        sql.putFact.run(key, JSON.stringify(value), version + 1);
        return true;
      }),
    listFacts: (prefix) =>
      read(() =>
        sql.facts.all(prefix, `${prefix}\u{10FFFF}`).map((row) => ({ key: String(row["key"]), ...toFact(row) })),
      ),

    deleteRun: (runId) =>
      write(() => {
        for (const statement of sql.deleteRun) statement.run(runId);
        sql.sweepBlobs.run();
      }),
    close: async () => {
      if (closed) return;
      if (queue.length > 0) commit();
      closed = true;
      database.close();
    },
  };
}

function appendTo(sql: Statements, append: Append): void {
  const { runId, records, summary } = append;
  const stands = sql.stands.get(runId);
  const fence = Number(stands?.["fence"] ?? 0);
  if (fence !== append.fence) throw fenced(runId, append.fence, fence);
  const stored = Number(stands?.["seq"] ?? 0);
  if (stored !== append.afterSeq) throw conflict(runId, append.afterSeq, stored);
  for (const { seq, hash, body } of records) sql.append.run(runId, seq, Buffer.from(hash, "hex"), body);
  for (const [digest, bytes] of append.blobs ?? []) {
    if (sql.hasBlob.get(digest) === undefined) {
      const packed = encode(bytes);
      sql.putBlob.run(digest, packed.coding, packed.bytes);
    }
    sql.putRunBlob.run(runId, digest);
  }
  const seq = records.at(-1)?.seq ?? stored;
  const text = JSON.stringify(summary);
  const wakeAt = summary.wakeAt ?? null;
  // SQLite rewrites an index whenever a column of it is assigned, changed or not: most appends change neither of these.
  if (stands?.["status"] === summary.status && stands["wake_at"] === wakeAt) {
    sql.advanceRun.run(seq, text, runId);
    return;
  }
  const { workflow, status, createdAt, parentRunId, group } = summary;
  sql.putRun.run(runId, workflow, status, createdAt, parentRunId ?? null, group ?? null, wakeAt, seq, text);
}

type Statements = ReturnType<typeof statements>;

function statements(database: DatabaseSync) {
  const one = (text: string): StatementSync => database.prepare(text);
  return {
    begin: one("BEGIN IMMEDIATE"),
    commit: one("COMMIT"),
    rollback: one("ROLLBACK"),
    append: one("INSERT INTO journal (run_id, seq, hash, body) VALUES (?, ?, ?, ?)"),
    read: one("SELECT seq, hash, body FROM journal WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?"),
    stands: one("SELECT fence, seq, status, wake_at FROM leases LEFT JOIN runs USING (run_id) WHERE run_id = ?"),
    putRun: one(
      `INSERT INTO runs (run_id, workflow, status, created_at, parent, grp, wake_at, seq, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET status = excluded.status, wake_at = excluded.wake_at, seq = excluded.seq,
         summary = excluded.summary`,
    ),
    advanceRun: one("UPDATE runs SET seq = ?, summary = ? WHERE run_id = ?"),
    summary: one("SELECT summary FROM runs WHERE run_id = ?"),
    orphans: one(
      `SELECT summary FROM runs LEFT JOIN leases USING (run_id)
       WHERE status = 'running' AND coalesce(expires_at, 0) <= ? ORDER BY created_at`,
    ),
    due: one("SELECT summary FROM runs WHERE status = 'parked' AND wake_at <= ? ORDER BY wake_at"),
    fence: one("SELECT fence FROM leases WHERE run_id = ?"),
    lease: one("SELECT worker, fence, expires_at FROM leases WHERE run_id = ?"),
    putLease: one(
      `INSERT INTO leases (run_id, worker, fence, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET worker = excluded.worker, fence = excluded.fence, expires_at = excluded.expires_at`,
    ),
    hasBlob: one("SELECT 1 FROM blobs WHERE digest = ?"),
    putBlob: one("INSERT INTO blobs (digest, coding, content) VALUES (?, ?, ?)"),
    putRunBlob: one("INSERT OR IGNORE INTO run_blobs (run_id, digest) VALUES (?, ?)"),
    blob: one("SELECT coding, content FROM blobs WHERE digest = ?"),
    putCheckpoint: one(
      `INSERT INTO checkpoints (run_id, seq, coding, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET seq = excluded.seq, coding = excluded.coding, state = excluded.state`,
    ),
    checkpoint: one("SELECT seq, coding, state FROM checkpoints WHERE run_id = ?"),
    fact: one("SELECT value, version FROM facts WHERE key = ?"),
    facts: one("SELECT key, value, version FROM facts WHERE key >= ? AND key < ? ORDER BY key"),
    putFact: one(
      `INSERT INTO facts (key, value, version) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version`,
    ),
    deleteRun: ["journal", "runs", "leases", "run_blobs", "checkpoints"].map((table) =>
      one(`DELETE FROM ${table} WHERE run_id = ?`),
    ),
    sweepBlobs: one("DELETE FROM blobs WHERE digest NOT IN (SELECT digest FROM run_blobs)"),
  };
}

type Row = Readonly<Record<string, unknown>>;

function toRecord(row: Row): JournalRecord {
  const hash = row["hash"];
  return {
    seq: Number(row["seq"]),
    body: String(row["body"]),
    hash: hash instanceof Uint8Array ? Buffer.from(hash).toString("hex") : "",
  };
}

function toSummary(row: Row | undefined): RunSummary | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row["summary"])) as RunSummary);
}

function toFact(row: Row): { readonly value: JsonObject; readonly version: number } {
  return { value: JSON.parse(String(row["value"])) as JsonObject, version: Number(row["version"]) };
}

function encode(bytes: Uint8Array): { readonly coding: "raw" | "zstd"; readonly bytes: Uint8Array } {
  if (bytes.byteLength < COMPRESSED_FROM_BYTES) return { coding: "raw", bytes };
  return { coding: "zstd", bytes: zstdCompressSync(bytes) };
}

function toBytes(row: Row | undefined, column: string): Uint8Array | undefined {
  const stored = row?.[column];
  if (!(stored instanceof Uint8Array)) return undefined;
  return row?.["coding"] === "zstd" ? new Uint8Array(zstdDecompressSync(stored)) : new Uint8Array(stored);
}

function list(database: DatabaseSync, query: RunQuery): RunSummary[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (condition: string, ...given: (string | number)[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (query.workflow !== undefined) where("workflow = ?", query.workflow);
  if (query.status !== undefined) where(`status IN (${query.status.map(() => "?").join(", ")})`, ...query.status);
  if (query.group !== undefined) where("grp = ?", query.group);
  if (query.parentRunId !== undefined) where("parent = ?", query.parentRunId);
  if (query.before !== undefined) where("created_at < ?", query.before);
  for (const [name, value] of Object.entries(query.labels ?? {})) {
    where(
      "EXISTS (SELECT 1 FROM json_each(summary, '$.labels') AS label WHERE label.key = ? AND label.value = ?)",
      name,
      value,
    );
  }
  const filter = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = database
    .prepare(`SELECT summary FROM runs ${filter} ORDER BY created_at DESC, run_id DESC LIMIT ?`)
    .all(...values, query.limit ?? 100);
  return rows.flatMap((row) => toSummary(row) ?? []);
}

/** SQLite's error codes (https://www.sqlite.org/rescode.html) as errors of ours that say what to do. */
function inWords(error: unknown, file: string): PawlError {
  if (error instanceof PawlError) return error;
  const code = Number((error as { readonly errcode?: unknown }).errcode ?? 0) % 256;
  const said = error instanceof Error ? error.message : String(error);
  if (code === 13) {
    return new PawlError({
      code: "store.full",
      kind: "transient",
      message: `The disk that holds the run store ${file} is full; nothing of the last write was kept.`,
      remedy: "Free some space and resume the run.",
      cause: error,
    });
  }
  if (code === 11 || code === 26) {
    return new PawlError({
      code: "store.corrupt",
      kind: "permanent",
      message: `The run store ${file} is damaged or no run store (${said}).`,
      remedy: "Move the file away and restore it from a copy, or import the runs' archives into a new state directory.",
      cause: error,
    });
  }
  return new PawlError({
    code: "store.io",
    kind: "transient",
    message: `The run store ${file} can't be read or written (${said}).`,
    remedy: "Check that the directory exists, is writable and not on a disk that is going away.",
    cause: error,
  });
}
