import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { mkdirSync } from "node:fs";
import path from "node:path";

/** The app's own tables: what came in, what is to be written, which runs there are, and who did what. Runs' journals live with their runners. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL,
  action TEXT,
  payload TEXT NOT NULL,
  order_key TEXT,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending',
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  outcome TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (seq) WHERE state IN ('pending', 'working');
CREATE INDEX IF NOT EXISTS deliveries_order ON deliveries (order_key, seq) WHERE state IN ('pending', 'working');
CREATE TABLE IF NOT EXISTS jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  run_id TEXT,
  data TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL DEFAULT 'pending',
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  error TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS jobs_open ON jobs (not_before) WHERE state IN ('pending', 'working');
CREATE TABLE IF NOT EXISTS runs (
  run_id TEXT PRIMARY KEY,
  meaning TEXT NOT NULL UNIQUE,
  installation INTEGER NOT NULL,
  owner TEXT NOT NULL,
  repo TEXT NOT NULL,
  issue INTEGER,
  workflow TEXT NOT NULL,
  state TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_id INTEGER NOT NULL,
  request TEXT NOT NULL,
  view TEXT,
  memory TEXT NOT NULL DEFAULT '{}',
  workflow_run INTEGER,
  known_workflow_runs TEXT NOT NULL DEFAULT '[]',
  cancel_requested INTEGER NOT NULL DEFAULT 0,
  resumes INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  created_at INTEGER NOT NULL,
  dispatched_at INTEGER,
  heard_at INTEGER,
  reported_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS runs_place ON runs (owner, repo, issue, created_at);
CREATE INDEX IF NOT EXISTS runs_live ON runs (state) WHERE state IN ('queued', 'dispatched', 'running');
CREATE TABLE IF NOT EXISTS audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  repository TEXT NOT NULL,
  issue INTEGER,
  run_id TEXT,
  allowed INTEGER NOT NULL,
  reason TEXT NOT NULL,
  delivery TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/** One row by column name; callers know the columns they asked for. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

interface Waiting {
  attempt(): () => void;
  fail(thrown: unknown): void;
}

export interface Database {
  /** All rows of a query. */
  all(sql: string, ...values: SQLInputValue[]): readonly Row[];
  first(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All or nothing, durable when it returns. Never spans an await: `work` is synchronous. */
  transaction<T>(work: () => T): T;
  /**
   * Like `transaction`, together with whatever else is to be written in this turn of the event loop: waiting for the disk once for all of it.
   * Resolves when it is durable; what one of them throws undoes and rejects that one alone.
   */
  together<T>(work: () => T): Promise<T>;
  close(): void;
}

/** Remembers one small thing under a name, in place of what was there. */
export function keepFact(db: Pick<Database, "run">, key: string, value: string): void {
  db.run(
    "INSERT INTO facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}

/** Opens the app's database; several processes may share the file. Every committed write survives a crash of the machine. */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec("PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  db.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;");
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const works = waiting;
    waiting = [];
    const ends: (() => void)[] = [];
    try {
      db.exec("BEGIN IMMEDIATE");
      for (const one of works) ends.push(one.attempt());
      db.exec("COMMIT");
    } catch (thrown) {
      if (db.isTransaction) db.exec("ROLLBACK");
      for (const one of works) one.fail(thrown);
      return;
    }
    for (const end of ends) end();
  };
  /** Does the work within a savepoint; what comes back tells its caller, once everything is durable. */
  const attempt = <T>(work: () => T, resolve: (value: T) => void, reject: (thrown: unknown) => void): (() => void) => {
    db.exec("SAVEPOINT one");
    try {
      const value = work();
      db.exec("RELEASE one");
      return () => resolve(value);
    } catch (thrown) {
      db.exec("ROLLBACK TO one; RELEASE one");
      return () => reject(thrown);
    }
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values),
    first: (sql, ...values) => prepared(sql).get(...values),
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
    transaction(work) {
      db.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        db.exec("COMMIT");
        return result;
      } catch (thrown) {
        db.exec("ROLLBACK");
        throw thrown;
      }
    },
    together(work) {
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ attempt: () => attempt(work, resolve, reject), fail: reject });
      });
    },
    close() {
      if (waiting.length > 0) flush();
      statements.clear();
      db.close();
    },
  };
}
