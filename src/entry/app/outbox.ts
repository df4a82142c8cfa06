import type { JsonObject } from "../../kernel/json.ts";
import type { Database } from "./database.ts";
import { LEASE_MS } from "./leases.ts";

export type JobKind = "take" | "answer" | "dispatch" | "report" | "stop" | "check" | "look" | "learn" | "notify";

export interface Job {
  readonly seq: number;
  readonly key: string;
  readonly kind: JobKind;
  readonly run_id: string | null;
  readonly data: string;
  readonly version: number;
  readonly attempts: number;
}

const MOST_ATTEMPTS = 20;

/**
 * Writes that are to be made (G9). A job is put here in the transaction that decided it, and is done by whichever process claims it; what it
 * does looks up, acts and records, so that doing it twice does it once.
 */
export interface Outbox {
  /** Call within a transaction. A job of the same key that is there already is kept; `again` starts it anew with this data. */
  put(job: {
    readonly key: string;
    readonly kind: JobKind;
    readonly runId?: string;
    readonly data?: JsonObject;
    readonly notBefore?: number;
    readonly again?: boolean;
  }): void;
  claim(): Job | undefined;
  /** Ends it, unless it was put again meanwhile. */
  done(job: Job): void;
  retry(job: Job, error: string, afterMs?: number): void;
  /** Never again: GitHub refused it for good. */
  fail(job: Job, error: string): void;
  open(): number;
  /** When the next job is due, in milliseconds since the epoch. */
  nextAt(): number | undefined;
}

export function createOutbox(db: Database, now: () => number, worker: string): Outbox {
  return {
    put({ key, kind, runId, data, notBefore, again }) {
      const onConflict =
        again === true
          ? `DO UPDATE SET data = excluded.data, version = version + 1, attempts = 0, error = NULL,
               not_before = CASE WHEN state = 'pending' THEN min(not_before, excluded.not_before) ELSE excluded.not_before END,
               state = CASE WHEN state = 'working' THEN 'working' ELSE 'pending' END`
          : "DO NOTHING";
      db.run(
        `INSERT INTO jobs (key, kind, run_id, data, not_before) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) ${onConflict}`,
        key,
        kind,
        runId ?? null,
        JSON.stringify(data ?? {}),
        notBefore ?? 0,
      );
    },
    claim() {
      const row = db.first(
        `UPDATE jobs SET state = 'working', lease_until = ?1, worker = ?3, attempts = attempts + 1 WHERE seq = (
           SELECT seq FROM jobs
           WHERE (state = 'pending' AND not_before <= ?2) OR (state = 'working' AND lease_until < ?2)
           ORDER BY not_before, seq LIMIT 1)
         RETURNING seq, key, kind, run_id, data, version, attempts`,
        now() + LEASE_MS,
        now(),
        worker,
      );
      return row as Job | undefined;
    },
    done(job) {
      db.run("UPDATE jobs SET state = 'done' WHERE seq = ? AND version = ?", job.seq, job.version);
      db.run(
        "UPDATE jobs SET state = 'pending' WHERE seq = ? AND version <> ? AND state = 'working'",
        job.seq,
        job.version,
      );
    },
    retry(job, error, afterMs) {
      const wait = Math.max(afterMs ?? 0, Math.min(500 * 2 ** job.attempts, 900_000));
      const state = job.attempts >= MOST_ATTEMPTS ? "failed" : "pending";
      db.run(
        "UPDATE jobs SET state = ?, not_before = ?, error = ? WHERE seq = ?",
        state,
        now() + wait,
        error.slice(0, 500),
        job.seq,
      );
    },
    fail(job, error) {
      db.run("UPDATE jobs SET state = 'failed', error = ? WHERE seq = ?", error.slice(0, 500), job.seq);
    },
    open: () => Number(db.first("SELECT count(*) AS n FROM jobs WHERE state IN ('pending', 'working')")?.["n"]),
    nextAt() {
      const at = db.first(
        "SELECT min(CASE state WHEN 'pending' THEN not_before ELSE lease_until END) AS at FROM jobs WHERE state IN ('pending', 'working')",
      )?.["at"];
      return typeof at === "number" ? at : undefined;
    },
  };
}
