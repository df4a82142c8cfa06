export const id = 9040;
export const ids = [9040];
export const modules = {

/***/ 99040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLocalArtifactStore: () => (/* binding */ createLocalArtifactStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93314);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42279);






/**
 * Content by digest in `content/`, one JSON record per artifact version in `records/<run>/`. A record appears only when its content is there,
 * and a version number is taken by creating its file, so that many processes may write at once.
 */
function createLocalArtifactStore(options) {
    const { directory, clock } = options;
    const contentFile = (digest) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "content", digest.slice(0, 2), digest);
    const runFolder = (runId) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "records", runId.replaceAll(/[^A-Za-z0-9_-]/g, "_"));
    const recordFile = (record) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(runFolder(record.runId), `${record.name}@${record.version}.json`);
    const recordsIn = async (folder) => {
        const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
        const found = await Promise.all(names.map((name) => readRecord(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name))));
        return found.filter((record) => record !== undefined);
    };
    const records = async (runId) => {
        if (runId !== undefined)
            return await recordsIn(runFolder(runId));
        const runs = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "records")).catch(() => []);
        return (await Promise.all(runs.map((run) => recordsIn(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "records", run))))).flat();
    };
    return {
        put: async (artifact, content) => {
            (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .checkName */ .I3)(artifact.name);
            const digest = (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(content);
            await inStore(artifact.name, async () => await keepContent(contentFile(digest), content));
            const known = await recordsIn(runFolder(artifact.runId));
            let version = Math.max(0, ...known.filter(({ name }) => name === artifact.name).map((record) => record.version)) + 1;
            return await inStore(artifact.name, async () => {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(runFolder(artifact.runId), { recursive: true });
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
            const record = (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .pick */ .Up)(await records(where.runId), name, where, clock.now());
            if (record === undefined)
                return undefined;
            const content = await readContent(contentFile(record.digest)).catch((cause) => {
                throw (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .corrupt */ .qb)(record, "its content is gone", cause);
            });
            (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .checkContent */ .aG)(record, content, where.digest);
            return { record, content };
        },
        list: async (filter) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .newestFirst */ .ll)((await records(filter.runId)).filter((record) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .fits */ .lA)(record, filter))),
        remove: async (filter) => {
            const gone = (await records(filter.runId)).filter((record) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .fitsRemoval */ .z_)(record, filter));
            await Promise.all(gone.map((record) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(recordFile(record), { force: true })));
            if (gone.length > 0) {
                const needed = new Set((await records(undefined)).map(({ digest }) => digest));
                const free = new Set(gone.map(({ digest }) => digest).filter((digest) => !needed.has(digest)));
                await Promise.all([...free].map((digest) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(contentFile(digest), { force: true })));
            }
            return gone.length;
        },
    };
}
async function keepContent(file, content) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), { recursive: true });
    const draft = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.draft`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, content, { flag: "wx" });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, file);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true });
    }
}
/** False when this version is taken. Linking a finished draft makes the record appear whole, and only if its name is free. */
async function createRecord(file, record) {
    const draft = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.draft`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, JSON.stringify(record), { flag: "wx" });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(draft, file);
        return true;
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "EEXIST")
            return false;
        throw error;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true });
    }
}
async function readContent(file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
    try {
        return await handle.readFile();
    }
    finally {
        await handle.close();
    }
}
async function readRecord(file) {
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, "utf8"));
        return (0,_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(value) ? value : undefined;
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
        if (cause instanceof _kernel_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PawlError */ .p)
            throw cause;
        throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PawlError */ .p({
            code: "artifact.not_stored",
            kind: "transient",
            message: `artifact ${name} could not be stored: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: "Check the space and rights of the state directory, then resume the run.",
            cause,
        });
    }
}


/***/ }),

/***/ 42279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   aG: () => (/* binding */ checkContent),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   qb: () => (/* binding */ corrupt),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   z_: () => (/* binding */ fitsRemoval)
/* harmony export */ });
/* unused harmony export RESERVED_PREFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93314);


/** Names Windows keeps for devices, and our own. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Names beginning so are Pawl's own: run archives. */
const RESERVED_PREFIX = "pawl-run";
/** @throws PawlError `artifact.name` */
function checkName(name) {
    if (NAME.test(name) && !name.includes("..") && !RESERVED.test(name) && !name.startsWith(RESERVED_PREFIX))
        return;
    throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PawlError */ .p({
        code: "artifact.name",
        kind: "policy",
        message: `${JSON.stringify(name.slice(0, 120))} can't be the name of an artifact`,
        remedy: `Use up to 100 letters, digits, ".", "_" and "-", starting with a letter or digit; not a device name such as "con", and not "${RESERVED_PREFIX}…".`,
    });
}
function digestOf(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
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
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PawlError */ .p({
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


/***/ })

};
