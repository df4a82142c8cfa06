import type { Database } from "./database.ts";
import { LEASE_MS } from "./leases.ts";

/** A webhook delivery as it is kept. */
export interface Delivery {
  readonly seq: number;
  readonly id: string;
  readonly event: string;
  readonly payload: string;
  readonly attempts: number;
  readonly received_at: number;
}

const MOST_ATTEMPTS = 12;

/** The deliveries (G9): kept before they are acknowledged, worked off in order per issue, each once. */
export interface Inbox {
  /** Durable when it resolves; false when this delivery id is known already. */
  keep(delivery: { readonly id: string; readonly event: string; readonly payload: string }): Promise<boolean>;
  /** The next deliveries that nobody works on and before which nothing of their issue is open. */
  claim(limit: number): readonly Delivery[];
  /** Call within the transaction that records what came of it. */
  done(delivery: Delivery, outcome: string): void;
  /** Puts it back for later; gives up after a day of trying. */
  retry(delivery: Delivery, error: string, afterMs?: number): void;
  /** Works on it again (`pawl app replay`). False when there is no such delivery. */
  replay(id: string): boolean;
  has(id: string): boolean;
  /** Open deliveries. */
  open(): number;
  /** Whether one could be claimed now. */
  due(): boolean;
  prune(olderThan: number): number;
}

export function createInbox(db: Database, now: () => number, worker: string): Inbox {
  return {
    keep({ id, event, payload }) {
      const { action, orderKey } = outline(payload);
      return db.together(
        () =>
          db.run(
            "INSERT INTO deliveries (id, event, action, payload, order_key, received_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            id,
            event,
            action,
            payload,
            orderKey,
            now(),
          ) === 1,
      );
    },
    claim(limit) {
      const rows = db.all(
        `UPDATE deliveries SET state = 'working', lease_until = ?1, worker = ?3, attempts = attempts + 1 WHERE seq IN (
           SELECT seq FROM deliveries AS d
           WHERE ((state = 'pending' AND not_before <= ?2) OR (state = 'working' AND lease_until < ?2))
             AND NOT EXISTS (
               SELECT 1 FROM deliveries AS e
               WHERE e.order_key = d.order_key AND e.seq < d.seq AND e.state IN ('pending', 'working'))
           ORDER BY seq LIMIT ?4)
         RETURNING seq, id, event, payload, attempts, received_at`,
        now() + LEASE_MS,
        now(),
        worker,
        limit,
      );
      return rows as unknown as readonly Delivery[];
    },
    done(delivery, outcome) {
      db.run("UPDATE deliveries SET state = 'done', outcome = ? WHERE seq = ?", outcome.slice(0, 500), delivery.seq);
    },
    retry(delivery, error, afterMs) {
      const wait = Math.max(afterMs ?? 0, Math.min(1_000 * 2 ** delivery.attempts, 3_600_000));
      const state = delivery.attempts >= MOST_ATTEMPTS ? "failed" : "pending";
      db.run(
        "UPDATE deliveries SET state = ?, not_before = ?, outcome = ? WHERE seq = ?",
        state,
        now() + wait,
        error.slice(0, 500),
        delivery.seq,
      );
    },
    replay(id) {
      return db.run("UPDATE deliveries SET state = 'pending', not_before = 0, attempts = 0 WHERE id = ?", id) === 1;
    },
    has: (id) => db.first("SELECT 1 FROM deliveries WHERE id = ?", id) !== undefined,
    open: () => Number(db.first("SELECT count(*) AS n FROM deliveries WHERE state IN ('pending', 'working')")?.["n"]),
    due: () => db.first("SELECT 1 FROM deliveries WHERE state = 'pending' AND not_before <= ?", now()) !== undefined,
    prune: (olderThan) =>
      db.run("DELETE FROM deliveries WHERE received_at < ? AND state IN ('done', 'failed')", olderThan),
  };
}

/** The little that ordering needs; a payload that is no JSON object never gets here. */
function outline(payload: string): { action: string | null; orderKey: string | null } {
  const found = JSON.parse(payload) as {
    action?: unknown;
    repository?: { full_name?: unknown } | null;
    issue?: { number?: unknown } | null;
    pull_request?: { number?: unknown } | null;
  };
  const number = found.issue?.number ?? found.pull_request?.number;
  const name = found.repository?.full_name;
  return {
    action: typeof found.action === "string" ? found.action : null,
    orderKey: typeof name === "string" && typeof number === "number" ? `${name.toLowerCase()}#${number}` : null,
  };
}
