export const id = 440;
export const ids = [440];
export const modules = {

/***/ 55440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createLocalArtifactStore: () => (/* binding */ createLocalArtifactStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/adapters/artifact-store/rules.js


/** Names Windows keeps for devices, and our own. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Names beginning so are Pawl's own: run archives. */
const RESERVED_PREFIX = "pawl-run";
/** @throws PawlError `artifact.name` */
function checkName(name) {
    if (NAME.test(name) && !name.includes("..") && !RESERVED.test(name) && !name.startsWith(RESERVED_PREFIX))
        return;
    throw new errors/* PawlError */.p({
        code: "artifact.name",
        kind: "policy",
        message: `${JSON.stringify(name.slice(0, 120))} can't be the name of an artifact`,
        remedy: `Use up to 100 letters, digits, ".", "_" and "-", starting with a letter or digit; not a device name such as "con", and not "${RESERVED_PREFIX}…".`,
    });
}
function digestOf(content) {
    return (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
}
/** @throws PawlError `artifact.corrupt` when the content isn't what the record says, or not what the reader expects */
function checkContent(record, content, expected) {
    if (content.byteLength !== record.bytes || digestOf(content) !== record.digest) {
        throw corrupt(record, "its content is not what was stored");
    }
    if (expected !== undefined && expected !== record.digest)
        throw corrupt(record, "it is not the one the run made; it was replaced");
}
function corrupt(record, why, cause) {
    return new errors/* PawlError */.p({
        code: "artifact.corrupt",
        kind: "permanent",
        message: `artifact ${record.name} (run ${record.runId}, version ${record.version}) can't be used: ${why}`,
        remedy: "Run the step that makes it again (pawl resume --from).",
        ...(cause === undefined ? {} : { cause }),
    });
}
/** Newest first: by time, then by version. */
function newestFirst(records) {
    return records.toSorted((a, b) => b.createdAt - a.createdAt || b.version - a.version);
}
function fits(record, filter) {
    return ((filter.runId === undefined || record.runId === filter.runId) &&
        (filter.name === undefined || record.name === filter.name) &&
        (filter.workflow === undefined || record.workflow === filter.workflow));
}
function fitsRemoval(record, filter) {
    const { expiredBefore } = filter;
    const expired = expiredBefore === undefined || (record.expiresAt !== undefined && record.expiresAt <= expiredBefore);
    return fits(record, filter) && expired;
}
/** The record that `get` means: of this run or of any, this version or the newest, not past its time. */
function pick(records, name, where, now) {
    return newestFirst(records).find((record) => record.name === name &&
        (where.runId === undefined || record.runId === where.runId) &&
        (where.version === undefined || record.version === where.version) &&
        (record.expiresAt === undefined || record.expiresAt > now));
}
/** Whether parsed JSON is a record; a store reads what anyone may have written. */
function isRecord(value) {
    if (typeof value !== "object" || value === null)
        return false;
    const record = value;
    return (typeof record.name === "string" &&
        typeof record.digest === "string" &&
        /^[0-9a-f]{64}$/.test(record.digest) &&
        typeof record.bytes === "number" &&
        typeof record.mediaType === "string" &&
        typeof record.runId === "string" &&
        typeof record.step === "string" &&
        typeof record.workflow === "string" &&
        typeof record.createdAt === "number" &&
        typeof record.version === "number" &&
        Array.isArray(record.tags));
}

;// CONCATENATED MODULE: ./lib/adapters/artifact-store/local.js






/**
 * Content by digest in `content/`, one JSON record per artifact version in `records/<run>/`. A record appears only when its content is there,
 * and a version number is taken by creating its file, so that many processes may write at once.
 */
function createLocalArtifactStore(options) {
    const { directory, clock } = options;
    const contentFile = (digest) => external_node_path_.join(directory, "content", digest.slice(0, 2), digest);
    const runFolder = (runId) => external_node_path_.join(directory, "records", runId.replaceAll(/[^A-Za-z0-9_-]/g, "_"));
    const recordFile = (record) => external_node_path_.join(runFolder(record.runId), `${record.name}@${record.version}.json`);
    const recordsIn = async (folder) => {
        const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
        const found = await Promise.all(names.map((name) => readRecord(external_node_path_.join(folder, name))));
        return found.filter((record) => record !== undefined);
    };
    const records = async (runId) => {
        if (runId !== undefined)
            return await recordsIn(runFolder(runId));
        const runs = await (0,promises_.readdir)(external_node_path_.join(directory, "records")).catch(() => []);
        return (await Promise.all(runs.map((run) => recordsIn(external_node_path_.join(directory, "records", run))))).flat();
    };
    return {
        put: async (artifact, content) => {
            checkName(artifact.name);
            const digest = digestOf(content);
            await inStore(artifact.name, async () => await keepContent(contentFile(digest), content));
            const known = await recordsIn(runFolder(artifact.runId));
            let version = Math.max(0, ...known.filter(({ name }) => name === artifact.name).map((record) => record.version)) + 1;
            return await inStore(artifact.name, async () => {
                await (0,promises_.mkdir)(runFolder(artifact.runId), { recursive: true });
                for (;; version++) {
                    const record = {
                        ...artifact,
                        digest,
                        bytes: content.byteLength,
                        createdAt: clock.now(),
                        version,
                    };
                    if (await createRecord(recordFile(record), record))
                        return record;
                }
            });
        },
        get: async (name, where) => {
            const record = pick(await records(where.runId), name, where, clock.now());
            if (record === undefined)
                return undefined;
            const content = await readContent(contentFile(record.digest)).catch((cause) => {
                throw corrupt(record, "its content is gone", cause);
            });
            checkContent(record, content, where.digest);
            return { record, content };
        },
        list: async (filter) => newestFirst((await records(filter.runId)).filter((record) => fits(record, filter))),
        remove: async (filter) => {
            const gone = (await records(filter.runId)).filter((record) => fitsRemoval(record, filter));
            await Promise.all(gone.map((record) => (0,promises_.rm)(recordFile(record), { force: true })));
            if (gone.length > 0) {
                const needed = new Set((await records(undefined)).map(({ digest }) => digest));
                const free = new Set(gone.map(({ digest }) => digest).filter((digest) => !needed.has(digest)));
                await Promise.all([...free].map((digest) => (0,promises_.rm)(contentFile(digest), { force: true })));
            }
            return gone.length;
        },
    };
}
async function keepContent(file, content) {
    await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}.draft`;
    try {
        await (0,promises_.writeFile)(draft, content, { flag: "wx" });
        await (0,promises_.rename)(draft, file);
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
    }
}
/** False when this version is taken. Linking a finished draft makes the record appear whole, and only if its name is free. */
async function createRecord(file, record) {
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}.draft`;
    try {
        await (0,promises_.writeFile)(draft, JSON.stringify(record), { flag: "wx" });
        await (0,promises_.link)(draft, file);
        return true;
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "EEXIST")
            return false;
        throw error;
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
    }
}
async function readContent(file) {
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        return await handle.readFile();
    }
    finally {
        await handle.close();
    }
}
async function readRecord(file) {
    try {
        const value = JSON.parse(await (0,promises_.readFile)(file, "utf8"));
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function inStore(name, work) {
    try {
        return await work();
    }
    catch (cause) {
        if (cause instanceof errors/* PawlError */.p)
            throw cause;
        throw new errors/* PawlError */.p({
            code: "artifact.not_stored",
            kind: "transient",
            message: `artifact ${name} could not be stored: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: "Check the space and rights of the state directory, then resume the run.",
            cause,
        });
    }
}


/***/ })

};
