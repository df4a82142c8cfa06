import type { DatabaseSync } from "node:sqlite";
import { PawlError } from "../../kernel/errors.ts";

/** Raised with every change of the tables; a file with a higher one was written by a newer Pawl and is refused. */
export const SCHEMA_VERSION = 1;

/** `Pawl` in ASCII, so that a stray SQLite file is told from a run store. */
const APPLICATION_ID = 0x5061776c;

const TABLES = `
CREATE TABLE IF NOT EXISTS journal (
  run_id TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
  run_id TEXT NOT NULL PRIMARY KEY, workflow TEXT NOT NULL, status TEXT NOT NULL,
  created_at INTEGER NOT NULL, parent TEXT, grp TEXT, wake_at INTEGER,
  seq INTEGER NOT NULL, summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS runs_by_creation ON runs (created_at);
CREATE INDEX IF NOT EXISTS runs_alive ON runs (status, wake_at) WHERE status IN ('running', 'parked');
CREATE TABLE IF NOT EXISTS leases (
  run_id TEXT NOT NULL PRIMARY KEY, worker TEXT NOT NULL, fence INTEGER NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blobs (digest TEXT NOT NULL PRIMARY KEY, coding TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS run_blobs (
  run_id TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (run_id, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS run_blobs_by_digest ON run_blobs (digest);
CREATE TABLE IF NOT EXISTS checkpoints (
  run_id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, coding TEXT NOT NULL, state BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS facts (
  key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/**
 * Sets the connection up for durable commits and hostile files, and brings the tables to this version.
 *
 * @throws PawlError `store.newer_version`, `store.corrupt`
 */
export function prepareDatabase(database: DatabaseSync, file: string): void {
  // SQLite's defaults wait for no lock, trust functions in the schema and skip cheap corruption checks.
  database.exec("PRAGMA busy_timeout = 5000");
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA cell_size_check = ON");
  database.exec("PRAGMA journal_mode = WAL");
  // FULL syncs the write-ahead log at every commit: what was acknowledged survives a power cut.
  database.exec("PRAGMA synchronous = FULL");
  // A commit of many runs at once is more than SQLite's usual 2 MiB cache holds.
  database.exec("PRAGMA cache_size = -16384");
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version > SCHEMA_VERSION) throw newer(file, version);
  if (version === SCHEMA_VERSION) return;
  database.exec("BEGIN IMMEDIATE");
  database.exec(TABLES);
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  database.exec("COMMIT");
}

function newer(file: string, version: number): PawlError {
  return new PawlError({
    code: "store.newer_version",
    kind: "invalid",
    message: `The run store ${file} has version ${version}; this Pawl reads up to ${SCHEMA_VERSION}.`,
    remedy: "Use the version of Pawl that wrote it, or another state directory (--state).",
  });
}
