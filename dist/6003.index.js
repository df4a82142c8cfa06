export const id = 6003;
export const ids = [6003];
export const modules = {

/***/ 26003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportRun: () => (/* binding */ exportRun),
  importRun: () => (/* binding */ importRun)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var kernel_digest = __webpack_require__(56129);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/adapters/archive/manifest.js


const STATUSES = new Set(["running", "completed", "failed", "parked", "cancelled"]);
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
function isManifest(value) {
    if (!(0,json/* isJsonObject */.O)(value))
        return false;
    const { format, runId, runs, trees, artifacts, members } = value;
    return (format === 1 &&
        isRunId(runId) &&
        Array.isArray(runs) &&
        runs.every(isArchivedRun) &&
        Array.isArray(trees) &&
        Array.isArray(artifacts) &&
        artifacts.every((artifact) => (0,json/* isJsonObject */.O)(artifact) && isDigest(artifact["digest"]) && typeof artifact["name"] === "string") &&
        Array.isArray(members) &&
        members.every((member) => (0,json/* isJsonObject */.O)(member) && typeof member["name"] === "string" && isDigest(member["digest"])));
}
function isArchivedRun(value) {
    if (!(0,json/* isJsonObject */.O)(value) || !(0,json/* isJsonObject */.O)(value["summary"]))
        return false;
    const { runId, head, records, summary } = value;
    return (isRunId(runId) &&
        isDigest(head) &&
        Number.isSafeInteger(records) &&
        summary["runId"] === runId &&
        typeof summary["workflow"] === "string" &&
        STATUSES.has(summary["status"]) &&
        typeof summary["createdAt"] === "number" &&
        typeof summary["updatedAt"] === "number" &&
        (0,json/* isJsonObject */.O)(summary["labels"]));
}
function isRunId(value) {
    return typeof value === "string" && RUN_ID.test(value);
}
function isDigest(value) {
    return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
function corrupt(why, cause) {
    return new errors/* PawlError */.p({
        code: "archive.corrupt",
        kind: "permanent",
        message: `the archive is damaged: ${why}`,
        remedy: "Fetch it again from where it was made; a damaged archive is never used in part.",
        ...(cause === undefined ? {} : { cause }),
    });
}
function refused(name, why) {
    return new errors/* PawlError */.p({
        code: "archive.refused",
        kind: "policy",
        message: `archive entry ${JSON.stringify(name.slice(0, 200))} is refused: ${why}`,
        remedy: "Use only archives that pawl itself has written.",
    });
}

;// CONCATENATED MODULE: ./lib/adapters/archive/container.js






const MAX_BYTES = 4 * 1024 ** 3;
const MAX_ENTRIES = 100_000;
/** Journals compress well, but never so: beyond it is a bomb. */
const MAX_RATIO = 2_000;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}$/;
const compress = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
/** Named members as one tar compressed with Zstandard, with a checksum. The same members give the same bytes. */
async function writeContainer(members) {
    const pack = tar_stream.pack();
    const chunks = [];
    const fill = async () => {
        for (const [name, content] of members) {
            await new Promise((resolve, reject) => {
                pack.entry({ name, mode: 0o600, mtime: new Date(0) }, Buffer.from(content), (error) => error ? reject(error) : resolve());
            });
        }
        pack.finalize();
    };
    const read = async () => {
        for await (const chunk of pack)
            chunks.push(chunk);
    };
    await Promise.all([fill(), read()]);
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: 3, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 };
    return new Uint8Array(await compress(Buffer.concat(chunks), { params }));
}
/**
 * Members by name, in memory only: nothing an archive names ever becomes a path. Anything but plain files, and more than the caps, is refused.
 *
 * @throws PawlError `archive.corrupt`, `archive.refused`
 */
async function readContainer(bytes) {
    const members = new Map();
    const limit = Math.min(MAX_BYTES, Math.max(bytes.byteLength, 4_096) * MAX_RATIO);
    const reader = tar_stream.extract();
    const unpacked = (0,external_node_zlib_.createZstdDecompress)();
    let ended = false;
    unpacked.on("error", (error) => reader.destroy(error));
    unpacked.on("end", () => {
        ended = true;
    });
    external_node_stream_.Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)])
        .pipe(unpacked)
        .pipe(reader);
    let total = 0;
    try {
        for await (const entry of reader) {
            const { name, type, size } = entry.header;
            total += size;
            if (type !== "file")
                throw refused(name, `it is a ${type}`);
            if (!NAME.test(name) || name.length > 300)
                throw refused(name, "its name is not a plain relative path");
            if (members.has(name))
                throw refused(name, "it is there twice");
            if (members.size >= MAX_ENTRIES)
                throw refused(name, `the archive has more than ${MAX_ENTRIES} entries`);
            if (total > limit)
                throw refused(name, `the archive unpacks to more than ${limit} bytes`);
            const chunks = [];
            for await (const chunk of entry)
                chunks.push(chunk);
            const content = Buffer.concat(chunks);
            if (content.byteLength !== size)
                throw corrupt(`${name} is cut short`);
            members.set(name, content);
        }
    }
    catch (error) {
        if (error instanceof errors/* PawlError */.p)
            throw error;
        throw corrupt("it can't be unpacked", error);
    }
    finally {
        unpacked.destroy();
    }
    if (!ended)
        throw corrupt("it is cut short");
    return members;
}

;// CONCATENATED MODULE: ./lib/adapters/archive/journal.js



const GENESIS = "0".repeat(64);
/**
 * Checks that a journal is whole and belongs to this run: places without gaps, every hash right, each event tied to the one before and to the run,
 * and the last one the archive's head.
 *
 * @throws PawlError `archive.corrupt`
 */
function checkJournal(records, run) {
    let previous = GENESIS;
    for (const [i, record] of records.entries()) {
        const place = `event ${i + 1} of run ${run.runId}`;
        if (record.seq !== i + 1 || typeof record.body !== "string")
            throw corrupt(`${place} is out of place`);
        if ((0,kernel_digest/* sha256 */.s)(record.body) !== record.hash)
            throw corrupt(`${place} was altered`);
        const event = parse(record);
        if (event["run"] !== run.runId)
            throw corrupt(`${place} belongs to another run`);
        if (event["prev"] !== previous || event["seq"] !== record.seq)
            throw corrupt(`${place} does not follow the one before`);
        previous = record.hash;
    }
    if (records.length !== run.records || previous !== run.head)
        throw corrupt(`the journal of run ${run.runId} is not whole`);
}
/** Digests of the large values a journal refers to (`{"$blob": …}`). */
function referencedBlobs(records) {
    const found = new Set();
    for (const record of records) {
        for (const [, digest] of record.body.matchAll(/"\$blob":"([0-9a-f]{64})"/g))
            if (digest !== undefined)
                found.add(digest);
    }
    return found;
}
/** Trees a journal names as a run's own: members called `tree` or `base_tree`. */
function referencedTrees(records) {
    const found = new Set();
    for (const record of records) {
        for (const [, tree] of record.body.matchAll(/"(?:base_)?tree":"([0-9a-f]{40}(?:[0-9a-f]{24})?)"/g)) {
            if (tree !== undefined)
                found.add(tree);
        }
    }
    return found;
}
function parse(record) {
    try {
        const value = JSON.parse(record.body);
        if ((0,json/* isJsonObject */.O)(value))
            return value;
    }
    catch (cause) {
        throw corrupt(`event ${record.seq} is no JSON`, cause);
    }
    throw corrupt(`event ${record.seq} has another form`);
}

;// CONCATENATED MODULE: ./lib/adapters/archive/tar.js






const MANIFEST = "pawl-archive.json";
const PACK = "trees.pack";
const MAX_ARTIFACT_BYTES = 100_000_000;
const IMPORT_LEASE_MS = 60_000;
/**
 * A run as one file: its journal, those of the runs it started, the values they refer to and the git objects of their snapshots.
 * A run that is under way may be exported; the archive then ends where the journal did.
 *
 * @throws PawlError `store.unknown_run`
 */
async function exportRun(request) {
    const { runId, store, workspace } = request;
    const members = new Map();
    const runs = [];
    const trees = new Set();
    for (const summary of await withChildren(store, runId)) {
        const records = await store.read(summary.runId);
        const head = records.at(-1)?.hash;
        if (head === undefined)
            continue;
        for (const tree of referencedTrees(records))
            trees.add(tree);
        for (const digest of referencedBlobs(records)) {
            const content = await store.blob(digest);
            if (content !== undefined)
                members.set(`blobs/${digest}`, content);
        }
        members.set(journalName(summary.runId), encodeJournal(records));
        runs.push({ runId: summary.runId, head, records: records.length, summary });
    }
    const held = await heldTrees(workspace, [...trees]);
    if (held.length > 0)
        members.set(PACK, await workspace.pack(held, { thin: request.thin ?? false }));
    const artifacts = await addArtifacts(request, members);
    const manifest = {
        format: 1,
        runId,
        runs,
        trees: held,
        baseCommit: workspace.baseCommit ?? null,
        thin: request.thin ?? false,
        artifacts,
        members: [...members].map(([name, content]) => ({ name, bytes: content.byteLength, digest: (0,kernel_digest/* sha256 */.s)(content) })),
    };
    return await writeContainer(new Map([[MANIFEST, Buffer.from(JSON.stringify(manifest))], ...members]));
}
/**
 * Brings an exported run into a store and a workspace. Everything is checked before anything is written; a journal that is here already is
 * continued, never changed.
 *
 * @throws PawlError `archive.corrupt`, `archive.refused`, `archive.newer_version`, `archive.other_run`, `archive.conflict`, `store.leased`
 */
async function importRun(bytes, request) {
    const members = await readContainer(bytes);
    const manifest = readManifest(members);
    if (request.runId !== undefined && manifest.runId !== request.runId) {
        throw new errors/* PawlError */.p({
            code: "archive.other_run",
            kind: "policy",
            message: `the archive is of run ${manifest.runId}, not of ${request.runId}`,
            remedy: "Give the archive of the run you want to resume.",
        });
    }
    const journals = manifest.runs.map((run) => {
        const records = decodeJournal(member(members, journalName(run.runId)));
        checkJournal(records, run);
        return { run, records };
    });
    if (!journals.some(({ run }) => run.runId === manifest.runId))
        throw corrupt("the run's own journal is missing");
    const blobs = readBlobs(members);
    const pack = members.get(PACK);
    if (pack !== undefined)
        await request.workspace?.unpack(pack);
    await restoreArtifacts(manifest, members, request);
    let records = 0;
    // Children first: a parent that is resumed finds them.
    for (const journal of journals.toReversed())
        records += await store(request.store, journal, blobs);
    return { runId: manifest.runId, records };
}
async function withChildren(store, runId) {
    const own = await store.summary(runId);
    if (own === undefined) {
        throw new errors/* PawlError */.p({
            code: "store.unknown_run",
            kind: "invalid",
            message: `no run ${runId} is known here`,
            remedy: "List the runs with pawl list.",
        });
    }
    const children = await store.list({ parentRunId: runId, limit: 1_000 });
    return [own, ...(await Promise.all(children.map((child) => withChildren(store, child.runId)))).flat()];
}
/** Snapshots of the run this workspace still has; a journal may name trees of a workspace that is gone. */
async function heldTrees(workspace, trees) {
    const held = await Promise.all(trees.map(async (tree) => {
        try {
            await workspace.patch(tree, tree);
            return true;
        }
        catch (error) {
            if (error instanceof errors/* PawlError */.p && error.code === "workspace.unknown_tree")
                return false;
            throw error;
        }
    }));
    return trees.filter((_, i) => held[i]);
}
async function addArtifacts({ runId, artifacts }, members) {
    if (artifacts === undefined)
        return [];
    const kept = [];
    let total = 0;
    for (const record of (await artifacts.list({ runId })).toReversed()) {
        if (total + record.bytes > MAX_ARTIFACT_BYTES)
            continue;
        const found = await artifacts.get(record.name, { runId, version: record.version });
        if (found === undefined)
            continue;
        total += record.bytes;
        members.set(`artifacts/${record.digest}`, found.content);
        kept.push(record);
    }
    return kept;
}
async function restoreArtifacts(manifest, members, request) {
    if (request.artifacts === undefined)
        return;
    const known = await request.artifacts.list({ runId: manifest.runId });
    for (const record of manifest.artifacts) {
        if (known.some(({ name, digest }) => name === record.name && digest === record.digest))
            continue;
        const content = member(members, `artifacts/${record.digest}`);
        if ((0,kernel_digest/* sha256 */.s)(content) !== record.digest)
            throw corrupt(`artifact ${record.name} differs from its digest`);
        const { digest: _digest, bytes: _bytes, createdAt: _createdAt, version: _version, url: _url, ...made } = record;
        await request.artifacts.put({ ...made, runId: manifest.runId }, content);
    }
}
function readManifest(members) {
    let value;
    try {
        value = JSON.parse(Buffer.from(member(members, MANIFEST)).toString("utf8"));
    }
    catch (cause) {
        if (cause instanceof errors/* PawlError */.p)
            throw cause;
        throw corrupt("its list of contents is damaged", cause);
    }
    if (typeof value === "object" && value !== null && "format" in value && Number(value.format) > 1) {
        throw new errors/* PawlError */.p({
            code: "archive.newer_version",
            kind: "invalid",
            message: "the archive was written by a newer Pawl",
            remedy: "Update Pawl and try again.",
        });
    }
    if (!isManifest(value))
        throw corrupt("its list of contents has another form");
    const listed = new Set([MANIFEST, ...value.members.map(({ name }) => name)]);
    for (const name of members.keys())
        if (!listed.has(name))
            throw refused(name, "the archive's list of contents doesn't name it");
    for (const { name, digest } of value.members) {
        if ((0,kernel_digest/* sha256 */.s)(member(members, name)) !== digest)
            throw corrupt(`${name} differs from its digest`);
    }
    return value;
}
function readBlobs(members) {
    const blobs = new Map();
    for (const [name, content] of members) {
        if (!name.startsWith("blobs/"))
            continue;
        const digest = name.slice("blobs/".length);
        if ((0,kernel_digest/* sha256 */.s)(content) !== digest)
            throw corrupt(`value ${digest.slice(0, 12)} differs from its digest`);
        blobs.set(digest, content);
    }
    return blobs;
}
/** Appends what is new of one journal. @returns how many records that was */
async function store(runs, { run, records }, blobs) {
    const here = (await runs.summary(run.runId)) === undefined ? [] : await runs.read(run.runId);
    const common = Math.min(here.length, records.length);
    for (let i = 0; i < common; i++) {
        if (here[i]?.hash !== records[i]?.hash) {
            throw new errors/* PawlError */.p({
                code: "archive.conflict",
                kind: "policy",
                message: `run ${run.runId} went another way here than in the archive, from event ${i + 1} on`,
                remedy: "Resume the run that is here, or import into an empty state directory (--state).",
            });
        }
    }
    const fresh = records.slice(common);
    if (fresh.length === 0)
        return 0;
    const lease = await runs.acquire(run.runId, `import-${(0,external_node_crypto_.randomUUID)()}`, IMPORT_LEASE_MS);
    if (lease === undefined) {
        throw new errors/* PawlError */.p({
            code: "store.leased",
            kind: "transient",
            message: `run ${run.runId} is being executed here`,
            remedy: "Wait for it, or cancel it with pawl cancel.",
        });
    }
    try {
        const wanted = new Map([...referencedBlobs(fresh)].flatMap((digest) => {
            const content = blobs.get(digest);
            return content === undefined ? [] : [[digest, content]];
        }));
        await runs.append({
            runId: run.runId,
            records: fresh,
            afterSeq: here.length,
            fence: lease.fence,
            summary: run.summary,
            blobs: wanted,
        });
    }
    finally {
        await runs.release(lease);
    }
    return fresh.length;
}
function journalName(runId) {
    return `runs/${runId}/journal.jsonl`;
}
function encodeJournal(records) {
    return Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
}
function decodeJournal(bytes) {
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
    try {
        return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
    }
    catch (cause) {
        throw corrupt("a journal is damaged", cause);
    }
}
function member(members, name) {
    const found = members.get(name);
    if (found === undefined)
        throw corrupt(`${name} is missing`);
    return found;
}


/***/ })

};
