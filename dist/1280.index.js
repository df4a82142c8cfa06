export const id = 1280;
export const ids = [1280];
export const modules = {

/***/ 31280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSqliteRunStore: () => (/* binding */ openSqliteRunStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/adapters/run-store/errors.js

/** Another writer appended first. */
function conflict(runId, expected, found) {
    return new errors/* PawlError */.p({
        code: "store.conflict",
        kind: "permanent",
        message: `Run ${runId} has ${found} events in its journal where ${expected} were expected: another worker wrote it.`,
        remedy: "Look at the run again with `pawl show`; the events already there stand.",
    });
}
/** The writer's lease was taken over. */
function fenced(runId, fence, current) {
    return new errors/* PawlError */.p({
        code: "store.fenced",
        kind: "permanent",
        message: `Run ${runId} was taken over by another worker (lease ${current}, this one held ${fence}).`,
        remedy: "Nothing was written. The other worker goes on with the run.",
    });
}
function unknownRun(runId) {
    return new errors/* PawlError */.p({
        code: "store.unknown_run",
        kind: "invalid",
        message: `There is no run ${runId} here.`,
        remedy: "`pawl list` shows the runs of this workspace; --state or PAWL_STATE names another state directory.",
    });
}

;// CONCATENATED MODULE: ./lib/adapters/run-store/sqlite-schema.js

/** Raised with every change of the tables; a file with a higher one was written by a newer Pawl and is refused. */
const SCHEMA_VERSION = 1;
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
function prepareDatabase(database, file) {
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
    if (version > SCHEMA_VERSION)
        throw newer(file, version);
    if (version === SCHEMA_VERSION)
        return;
    database.exec("BEGIN IMMEDIATE");
    database.exec(TABLES);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec("COMMIT");
}
function newer(file, version) {
    return new errors/* PawlError */.p({
        code: "store.newer_version",
        kind: "invalid",
        message: `The run store ${file} has version ${version}; this Pawl reads up to ${SCHEMA_VERSION}.`,
        remedy: "Use the version of Pawl that wrote it, or another state directory (--state).",
    });
}

;// CONCATENATED MODULE: ./lib/adapters/run-store/sqlite.js







/** Blobs shorter than this are kept as they are: compressing them saves no page. */
const COMPRESSED_FROM_BYTES = 512;
/**
 * Opens the embedded store (D1), creating it when it isn't there. What is written in one turn of the event loop, by however many runs,
 * is one transaction; a promise resolves once its transaction is on disk.
 *
 * @throws PawlError `store.newer_version`, `store.corrupt`, `store.io`, `store.full`
 */
async function openSqliteRunStore(options) {
    const { file, clock } = options;
    let database;
    try {
        (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(file), { recursive: true });
        database = new external_node_sqlite_.DatabaseSync(file);
        prepareDatabase(database, file);
        return storeOn(database, file, clock);
    }
    catch (error) {
        database?.close();
        throw inWords(error, file);
    }
}
function storeOn(database, file, clock) {
    const sql = statements(database);
    let queue = [];
    let closed = false;
    /** One transaction for all that is queued; a write that is refused leaves the others standing. */
    const commit = () => {
        const writes = queue;
        queue = [];
        const outcomes = [];
        try {
            sql.begin.run();
            for (const { work, resolve, reject } of writes) {
                try {
                    const value = work();
                    outcomes.push(() => resolve(value));
                }
                catch (error) {
                    if (!(error instanceof errors/* PawlError */.p))
                        throw error;
                    outcomes.push(() => reject(error));
                }
            }
            sql.commit.run();
        }
        catch (error) {
            if (database.isOpen && database.isTransaction)
                sql.rollback.run();
            for (const { reject } of writes)
                reject(inWords(error, file));
            return;
        }
        for (const settle of outcomes)
            settle();
    };
    const write = (work) => new Promise((resolve, reject) => {
        if (closed) {
            reject(inWords(new Error("the store is closed"), file));
            return;
        }
        if (queue.length === 0)
            setImmediate(commit);
        queue.push({ work, resolve: resolve, reject });
    });
    const read = async (work) => {
        try {
            return work();
        }
        catch (error) {
            throw inWords(error, file);
        }
    };
    const fenceOf = (runId) => Number(sql.fence.get(runId)?.["fence"] ?? 0);
    const checkFence = (runId, fence) => {
        const current = fenceOf(runId);
        if (current !== fence)
            throw fenced(runId, fence, current);
    };
    return {
        append: (append) => write(() => appendTo(sql, append)),
        read: (runId, afterSeq = 0, limit = -1) => read(() => {
            const rows = sql.read.all(runId, afterSeq, limit);
            if (rows.length === 0 && sql.summary.get(runId) === undefined)
                throw unknownRun(runId);
            return rows.map(toRecord);
        }),
        summary: (runId) => read(() => toSummary(sql.summary.get(runId))),
        list: (query) => read(() => list(database, query)),
        blob: (digest) => read(() => toBytes(sql.blob.get(digest), "content")),
        acquire: (runId, worker, ttlMs, evenFrom) => write(() => {
            const now = clock.now();
            const row = sql.lease.get(runId);
            if (row !== undefined && Number(row["expires_at"]) > now && row["worker"] !== evenFrom)
                return undefined;
            const lease = { runId, worker, fence: Number(row?.["fence"] ?? 0) + 1, expiresAt: now + ttlMs };
            sql.putLease.run(runId, worker, lease.fence, lease.expiresAt);
            return lease;
        }),
        lease: (runId) => read(() => {
            const row = sql.lease.get(runId);
            if (row === undefined)
                return undefined;
            const { worker, fence, expires_at: expiresAt } = row;
            return { runId, worker: String(worker), fence: Number(fence), expiresAt: Number(expiresAt) };
        }),
        renew: (lease, ttlMs) => write(() => {
            checkFence(lease.runId, lease.fence);
            const renewed = { ...lease, expiresAt: clock.now() + ttlMs };
            sql.putLease.run(lease.runId, lease.worker, lease.fence, renewed.expiresAt);
            return renewed;
        }),
        release: (lease) => write(() => {
            if (fenceOf(lease.runId) === lease.fence)
                sql.putLease.run(lease.runId, lease.worker, lease.fence, 0);
        }),
        orphans: () => read(() => sql.orphans.all(clock.now()).flatMap((row) => toSummary(row) ?? [])),
        due: (now) => read(() => sql.due.all(now).flatMap((row) => toSummary(row) ?? [])),
        saveCheckpoint: (runId, seq, state) => write(() => {
            const { coding, bytes } = encode(state);
            sql.putCheckpoint.run(runId, seq, coding, bytes);
        }),
        checkpoint: (runId) => read(() => {
            const row = sql.checkpoint.get(runId);
            const state = toBytes(row, "state");
            return row === undefined || state === undefined ? undefined : { seq: Number(row["seq"]), state };
        }),
        getFact: (key) => read(() => {
            const row = sql.fact.get(key);
            return row === undefined ? undefined : toFact(row);
        }),
        setFact: (key, value, expectedVersion) => write(() => {
            const version = Number(sql.fact.get(key)?.["version"] ?? 0);
            if (version !== expectedVersion)
                return false;
            sql.putFact.run(key, JSON.stringify(value), version + 1);
            return true;
        }),
        listFacts: (prefix) => read(() => sql.facts.all(prefix, `${prefix}\u{10FFFF}`).map((row) => ({ key: String(row["key"]), ...toFact(row) }))),
        deleteRun: (runId) => write(() => {
            for (const statement of sql.deleteRun)
                statement.run(runId);
            sql.sweepBlobs.run();
        }),
        close: async () => {
            if (closed)
                return;
            if (queue.length > 0)
                commit();
            closed = true;
            database.close();
        },
    };
}
function appendTo(sql, append) {
    const { runId, records, summary } = append;
    const stands = sql.stands.get(runId);
    const fence = Number(stands?.["fence"] ?? 0);
    if (fence !== append.fence)
        throw fenced(runId, append.fence, fence);
    const stored = Number(stands?.["seq"] ?? 0);
    if (stored !== append.afterSeq)
        throw conflict(runId, append.afterSeq, stored);
    for (const { seq, hash, body } of records)
        sql.append.run(runId, seq, Buffer.from(hash, "hex"), body);
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
function statements(database) {
    const one = (text) => database.prepare(text);
    return {
        begin: one("BEGIN IMMEDIATE"),
        commit: one("COMMIT"),
        rollback: one("ROLLBACK"),
        append: one("INSERT INTO journal (run_id, seq, hash, body) VALUES (?, ?, ?, ?)"),
        read: one("SELECT seq, hash, body FROM journal WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?"),
        stands: one("SELECT fence, seq, status, wake_at FROM leases LEFT JOIN runs USING (run_id) WHERE run_id = ?"),
        putRun: one(`INSERT INTO runs (run_id, workflow, status, created_at, parent, grp, wake_at, seq, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET status = excluded.status, wake_at = excluded.wake_at, seq = excluded.seq,
         summary = excluded.summary`),
        advanceRun: one("UPDATE runs SET seq = ?, summary = ? WHERE run_id = ?"),
        summary: one("SELECT summary FROM runs WHERE run_id = ?"),
        orphans: one(`SELECT summary FROM runs LEFT JOIN leases USING (run_id)
       WHERE status = 'running' AND coalesce(expires_at, 0) <= ? ORDER BY created_at`),
        due: one("SELECT summary FROM runs WHERE status = 'parked' AND wake_at <= ? ORDER BY wake_at"),
        fence: one("SELECT fence FROM leases WHERE run_id = ?"),
        lease: one("SELECT worker, fence, expires_at FROM leases WHERE run_id = ?"),
        putLease: one(`INSERT INTO leases (run_id, worker, fence, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET worker = excluded.worker, fence = excluded.fence, expires_at = excluded.expires_at`),
        hasBlob: one("SELECT 1 FROM blobs WHERE digest = ?"),
        putBlob: one("INSERT INTO blobs (digest, coding, content) VALUES (?, ?, ?)"),
        putRunBlob: one("INSERT OR IGNORE INTO run_blobs (run_id, digest) VALUES (?, ?)"),
        blob: one("SELECT coding, content FROM blobs WHERE digest = ?"),
        putCheckpoint: one(`INSERT INTO checkpoints (run_id, seq, coding, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET seq = excluded.seq, coding = excluded.coding, state = excluded.state`),
        checkpoint: one("SELECT seq, coding, state FROM checkpoints WHERE run_id = ?"),
        fact: one("SELECT value, version FROM facts WHERE key = ?"),
        facts: one("SELECT key, value, version FROM facts WHERE key >= ? AND key < ? ORDER BY key"),
        putFact: one(`INSERT INTO facts (key, value, version) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version`),
        deleteRun: ["journal", "runs", "leases", "run_blobs", "checkpoints"].map((table) => one(`DELETE FROM ${table} WHERE run_id = ?`)),
        sweepBlobs: one("DELETE FROM blobs WHERE digest NOT IN (SELECT digest FROM run_blobs)"),
    };
}
function toRecord(row) {
    const hash = row["hash"];
    return {
        seq: Number(row["seq"]),
        body: String(row["body"]),
        hash: hash instanceof Uint8Array ? Buffer.from(hash).toString("hex") : "",
    };
}
function toSummary(row) {
    return row === undefined ? undefined : JSON.parse(String(row["summary"]));
}
function toFact(row) {
    return { value: JSON.parse(String(row["value"])), version: Number(row["version"]) };
}
function encode(bytes) {
    if (bytes.byteLength < COMPRESSED_FROM_BYTES)
        return { coding: "raw", bytes };
    return { coding: "zstd", bytes: (0,external_node_zlib_.zstdCompressSync)(bytes) };
}
function toBytes(row, column) {
    const stored = row?.[column];
    if (!(stored instanceof Uint8Array))
        return undefined;
    return row?.["coding"] === "zstd" ? new Uint8Array((0,external_node_zlib_.zstdDecompressSync)(stored)) : new Uint8Array(stored);
}
function list(database, query) {
    const conditions = [];
    const values = [];
    const where = (condition, ...given) => {
        conditions.push(condition);
        values.push(...given);
    };
    if (query.workflow !== undefined)
        where("workflow = ?", query.workflow);
    if (query.status !== undefined)
        where(`status IN (${query.status.map(() => "?").join(", ")})`, ...query.status);
    if (query.group !== undefined)
        where("grp = ?", query.group);
    if (query.parentRunId !== undefined)
        where("parent = ?", query.parentRunId);
    if (query.before !== undefined)
        where("created_at < ?", query.before);
    for (const [name, value] of Object.entries(query.labels ?? {})) {
        where("EXISTS (SELECT 1 FROM json_each(summary, '$.labels') AS label WHERE label.key = ? AND label.value = ?)", name, value);
    }
    const filter = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
    const rows = database
        .prepare(`SELECT summary FROM runs ${filter} ORDER BY created_at DESC, run_id DESC LIMIT ?`)
        .all(...values, query.limit ?? 100);
    return rows.flatMap((row) => toSummary(row) ?? []);
}
/** SQLite's error codes (https://www.sqlite.org/rescode.html) as errors of ours that say what to do. */
function inWords(error, file) {
    if (error instanceof errors/* PawlError */.p)
        return error;
    const code = Number(error.errcode ?? 0) % 256;
    const said = error instanceof Error ? error.message : String(error);
    if (code === 13) {
        return new errors/* PawlError */.p({
            code: "store.full",
            kind: "transient",
            message: `The disk that holds the run store ${file} is full; nothing of the last write was kept.`,
            remedy: "Free some space and resume the run.",
            cause: error,
        });
    }
    if (code === 11 || code === 26) {
        return new errors/* PawlError */.p({
            code: "store.corrupt",
            kind: "permanent",
            message: `The run store ${file} is damaged or no run store (${said}).`,
            remedy: "Move the file away and restore it from a copy, or import the runs' archives into a new state directory.",
            cause: error,
        });
    }
    return new errors/* PawlError */.p({
        code: "store.io",
        kind: "transient",
        message: `The run store ${file} can't be read or written (${said}).`,
        remedy: "Check that the directory exists, is writable and not on a disk that is going away.",
        cause: error,
    });
}


/***/ })

};
