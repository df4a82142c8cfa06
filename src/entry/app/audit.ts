import type { Database } from "./database.ts";

/** One line of the audit log (S6): who did what, when, and whether it was allowed. */
export interface AuditEntry {
  readonly actor: string;
  readonly actorId: number;
  readonly act: string;
  readonly repository: string;
  readonly issue?: number;
  readonly runId?: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly delivery?: string;
}

export interface Audit {
  /** Call within the transaction of what it tells. */
  write(entry: AuditEntry): void;
  /** Newest first. */
  list(filter: { readonly runId?: string; readonly limit?: number }): readonly (AuditEntry & { readonly at: string })[];
}

interface Line {
  at: number;
  actor: string;
  actor_id: number;
  act: string;
  repository: string;
  issue: number | null;
  run_id: string | null;
  allowed: number;
  reason: string;
  delivery: string | null;
}

export function createAudit(db: Database, now: () => number): Audit {
  return {
    write(entry) {
      db.run(
        "INSERT INTO audit (at, actor, actor_id, act, repository, issue, run_id, allowed, reason, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        now(),
        entry.actor,
        entry.actorId,
        entry.act,
        entry.repository,
        entry.issue ?? null,
        entry.runId ?? null,
        entry.allowed ? 1 : 0,
        entry.reason,
        entry.delivery ?? null,
      );
    },
    list({ runId, limit }) {
      const rows = db.all(
        "SELECT * FROM audit WHERE ?1 IS NULL OR run_id = ?1 ORDER BY seq DESC LIMIT ?2",
        runId ?? null,
        limit ?? 200,
      );
      return (rows as unknown as readonly Line[]).map((row) => ({
        at: new Date(row.at).toISOString(),
        actor: row.actor,
        actorId: row.actor_id,
        act: row.act,
        repository: row.repository,
        ...(row.issue === null ? {} : { issue: row.issue }),
        ...(row.run_id === null ? {} : { runId: row.run_id }),
        allowed: row.allowed === 1,
        reason: row.reason,
        ...(row.delivery === null ? {} : { delivery: row.delivery }),
      }));
    },
  };
}
