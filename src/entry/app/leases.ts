import { hostname } from "node:os";
import type { Database } from "./database.ts";

/** How long claimed work stays claimed without being renewed, in milliseconds. */
export const LEASE_MS = 15_000;
/** How often a living process renews what it works on, in milliseconds. */
export const RENEW_MS = 4_000;

const TABLES = ["deliveries", "jobs"] as const;

/** This process, as claims name it. */
export function workerName(): string {
  return `${hostname()} ${process.pid}`;
}

/** Keeps what this process works on its own for another while. */
export function renewLeases(db: Database, worker: string, now: number): void {
  for (const table of TABLES) {
    db.run(`UPDATE ${table} SET lease_until = ? WHERE state = 'working' AND worker = ?`, now + LEASE_MS, worker);
  }
}

/**
 * Frees at once what processes of this machine left when they died; what other machines' left is free when its lease ends. A claim in this
 * process's own name is from an earlier life with the same number: call this before anything is claimed.
 */
export function freeDeadClaims(db: Database, worker: string): void {
  const host = worker.slice(0, worker.lastIndexOf(" "));
  for (const table of TABLES) {
    for (const row of db.all(`SELECT DISTINCT worker FROM ${table} WHERE state = 'working'`)) {
      const name = String(row["worker"]);
      if (
        name !== worker &&
        (!name.startsWith(`${host} `) || isAlive(Number.parseInt(name.slice(host.length + 1), 10)))
      )
        continue;
      db.run(`UPDATE ${table} SET lease_until = 0 WHERE state = 'working' AND worker = ?`, name);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
