export const id = 3444;
export const ids = [3444,9040];
export const modules = {

/***/ 83444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createActionsArtifactStore: () => (/* binding */ createActionsArtifactStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/@actions/artifact/lib/artifact.js + 86 modules
var artifact = __webpack_require__(75203);
// EXTERNAL MODULE: ./lib/kernel/deadline.js
var deadline = __webpack_require__(56993);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(51306);
// EXTERNAL MODULE: ./lib/adapters/artifact-store/rules.js
var rules = __webpack_require__(42279);
;// CONCATENATED MODULE: ./lib/adapters/artifact-store/bundle.js


/** The file beside the content in an uploaded artifact: its record. */
const RECORD_FILE = "pawl-artifact.json";
const MAX_RECORD_BYTES = 100_000;
const MAX_CONTENT_BYTES = 1_000_000_000;
/** What deflate can honestly reach is about 1,030 : 1 (zlib's technical details). */
const MAX_RATIO = 1_100;
/**
 * Content and record of an artifact that Pawl uploaded, from the bytes of its zip file. Nothing is written to disk, and nothing is unpacked but the
 * two files that belong there, within the caps.
 *
 * @returns undefined for a zip file that is not one of ours: other names, more files, too large, or damaged
 */
function readBundle(zip) {
    const names = [];
    let honest = true;
    let files;
    try {
        files = (0,esm/* unzipSync */.AO)(zip, {
            filter: ({ name, originalSize }) => {
                names.push(name);
                const cap = name === RECORD_FILE ? MAX_RECORD_BYTES : Math.min(MAX_CONTENT_BYTES, zip.byteLength * MAX_RATIO);
                if (names.length > 2 || originalSize > cap)
                    honest = false;
                return honest;
            },
        });
    }
    catch {
        return undefined;
    }
    const record = honest && names.length === 2 ? parse(files[RECORD_FILE]) : undefined;
    if (record === undefined)
        return undefined;
    const content = files[record.name];
    return content === undefined ? undefined : { record, content };
}
function parse(bytes) {
    if (bytes === undefined)
        return undefined;
    try {
        const value = JSON.parse(Buffer.from(bytes).toString("utf8"));
        return (0,rules/* isRecord */.u4)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/artifact-store/actions-service.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** A name is free once per workflow run, over all its attempts; later versions get a number. */
const MOST_VERSIONS = 50;
const MAX_ZIP_BYTES = 1_000_000_000;
/** GitHub's artifacts through `@actions/artifact`, which takes its addresses and token from the job's environment. */
function actionsArtifactService(options) {
    const { directory, remote } = options;
    // The official client waits a quarter of an hour for a service that hangs.
    const answered = (work) => (0,deadline/* within */.u)(options.callMs, work, () => new Error("it does not answer"));
    const client = new artifact/* DefaultArtifactClient */.t9();
    return {
        upload: async (record, content, retentionDays) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const folder = __addDisposableResource(env_1, await temporaryFolder(directory), true);
                const files = [external_node_path_.join(folder.path, record.name), external_node_path_.join(folder.path, RECORD_FILE)];
                await (0,promises_.writeFile)(files[0], content);
                await (0,promises_.writeFile)(files[1], JSON.stringify(record, undefined, 2));
                for (let version = record.version; version < record.version + MOST_VERSIONS; version++) {
                    const name = version === 1 ? record.name : `${record.name}.${version}`;
                    try {
                        const retention = retentionDays === undefined ? {} : { retentionDays };
                        const { id } = await answered(client.uploadArtifact(name, [...files], folder.path, retention));
                        if (id !== undefined)
                            return id;
                        throw new Error("GitHub gave no id for the artifact");
                    }
                    catch (error) {
                        if (!isNameTaken(error))
                            throw error;
                    }
                }
                throw new Error(`this workflow run has ${MOST_VERSIONS} artifacts named ${record.name} already`);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        find: async (name) => {
            const own = (await answered(client.listArtifacts())).artifacts.filter((artifact) => isVersionOf(name, artifact.name));
            const here = own.map(({ id, name, size, createdAt, digest }) => ({
                id,
                name,
                bytes: size,
                createdAt: createdAt?.getTime() ?? 0,
                digest,
            }));
            const elsewhere = remote === undefined ? [] : await ofOtherRuns(remote, name);
            const seen = new Set(here.map(({ id }) => id));
            return [...here, ...elsewhere.filter(({ id }) => !seen.has(id))].toSorted((a, b) => b.createdAt - a.createdAt);
        },
        download: async (artifact) => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                if (artifact.bytes > MAX_ZIP_BYTES)
                    return undefined;
                const folder = __addDisposableResource(env_2, await temporaryFolder(directory), true);
                const { digestMismatch } = await answered(client.downloadArtifact(artifact.id, {
                    path: folder.path,
                    // Never unpacked to disk: see bundle.ts.
                    skipDecompress: true,
                    ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
                    ...findIn(artifact, remote),
                }));
                const [file] = await (0,promises_.readdir)(folder.path);
                return digestMismatch === true || file === undefined ? undefined : await (0,promises_.readFile)(external_node_path_.join(folder.path, file));
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = __disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
    };
}
function findIn({ workflowRunId }, remote) {
    if (workflowRunId === undefined || remote === undefined)
        return {};
    const { token, owner, repository } = remote;
    return { findBy: { token, workflowRunId, repositoryOwner: owner, repositoryName: repository } };
}
/** https://docs.github.com/en/rest/actions/artifacts#list-artifacts-for-a-repository */
async function ofOtherRuns(remote, name) {
    const { apiUrl, owner, repository, token } = remote;
    const query = new URLSearchParams({ name, per_page: "20" });
    const response = await fetch(`${apiUrl}/repos/${owner}/${repository}/actions/artifacts?${query}`, {
        headers: {
            authorization: `Bearer ${token}`,
            accept: "application/vnd.github+json",
            "x-github-api-version": "2022-11-28",
        },
        signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok)
        throw new Error(`GitHub answered ${response.status} to the list of artifacts`);
    const { artifacts } = (await response.json());
    return artifacts.flatMap((artifact) => {
        const { id, name, size_in_bytes, created_at, digest, expired, workflow_run: run } = artifact;
        // A run of a fork's pull request belongs to this repository too, but what it uploads is the fork's.
        const foreign = run?.head_repository_id !== undefined && run.head_repository_id !== run.repository_id;
        if (expired || run === null || foreign)
            return [];
        return [
            {
                id,
                name,
                bytes: size_in_bytes,
                createdAt: Date.parse(created_at),
                digest: digest ?? undefined,
                workflowRunId: run.id,
            },
        ];
    });
}
function isVersionOf(name, listed) {
    return listed === name || (listed.startsWith(`${name}.`) && /^\d+$/.test(listed.slice(name.length + 1)));
}
function isNameTaken(error) {
    return error instanceof Error && /\(409\)|already exists/.test(error.message);
}
async function temporaryFolder(directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const made = await (0,promises_.mkdtemp)(external_node_path_.join(directory, "transfer-"));
    return { path: made, [Symbol.asyncDispose]: () => (0,promises_.rm)(made, { recursive: true, force: true }) };
}

// EXTERNAL MODULE: ./lib/adapters/artifact-store/local.js
var artifact_store_local = __webpack_require__(99040);
;// CONCATENATED MODULE: ./lib/adapters/artifact-store/actions.js





const DAY_MS = 86_400_000;
/** How many candidates of other runs are fetched before one is said not to exist. */
const MOST_CANDIDATES = 10;
/**
 * Artifacts of a GitHub Actions job: kept in the job's folder, so that a step never fails for want of GitHub's service, and uploaded for people, for
 * later jobs and for other workflows. An upload that fails is one line in the log.
 */
function createActionsArtifactStore(options) {
    const { directory, clock, log } = options;
    const local = (0,artifact_store_local.createLocalArtifactStore)({ directory: external_node_path_.join(directory, "kept"), clock });
    const service = actionsArtifactService({
        directory: external_node_path_.join(directory, "transfer"),
        remote: options.remote,
        callMs: options.callMs ?? 120_000,
    });
    const urls = new Map();
    let offline = false;
    const withUrl = (record) => {
        const url = urls.get(placeOf(record));
        return url === undefined ? record : { ...record, url };
    };
    const offlineBecause = (error) => {
        if (!offline) {
            const why = error instanceof Error ? error.message : String(error);
            log.warning(`artifacts: GitHub's artifact service can't be used (${why}); artifacts stay in this job's folder`);
        }
        offline = true;
    };
    const fetched = async (name, where) => {
        if (offline)
            return undefined;
        let candidates;
        try {
            candidates = await service.find(name);
        }
        catch (error) {
            offlineBecause(error);
            return undefined;
        }
        for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
            const zip = await service.download(candidate).catch(() => undefined);
            const bundle = zip === undefined ? undefined : readBundle(zip);
            if (bundle === undefined || bundle.record.name !== name)
                continue;
            const { record, content } = bundle;
            if (where.runId !== undefined && record.runId !== where.runId)
                continue;
            if (where.version !== undefined && record.version !== where.version)
                continue;
            if (record.expiresAt !== undefined && record.expiresAt <= clock.now())
                continue;
            (0,rules/* checkContent */.aG)(record, content, where.digest);
            return { record, content };
        }
        if (where.digest !== undefined && candidates.length > 0) {
            throw (0,rules/* corrupt */.qb)({ name, runId: where.runId ?? "any", version: where.version ?? 0 }, "what is stored under its name is not it");
        }
        return undefined;
    };
    return {
        put: async (artifact, content) => {
            const record = await local.put(artifact, content);
            if (offline)
                return record;
            try {
                const { expiresAt } = artifact;
                const days = expiresAt === undefined ? undefined : Math.max(1, Math.ceil((expiresAt - clock.now()) / DAY_MS));
                const id = await service.upload(record, content, days);
                if (options.runUrl !== undefined)
                    urls.set(placeOf(record), `${options.runUrl}/artifacts/${id}`);
            }
            catch (error) {
                offlineBecause(error);
            }
            return withUrl(record);
        },
        get: async (name, where) => {
            (0,rules/* checkName */.I3)(name);
            const found = await local.get(name, where);
            return found === undefined ? await fetched(name, where) : { ...found, record: withUrl(found.record) };
        },
        list: async (filter) => (await local.list(filter)).map(withUrl),
        remove: (filter) => local.remove(filter),
    };
}
function placeOf({ runId, name, version }) {
    return `${runId}/${name}/${version}`;
}


/***/ }),

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


/***/ }),

/***/ 56993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/**
 * Waits for `work`, at most `ms` milliseconds: for clients that have no limit of their own, or one of minutes. Work that is late goes on unheard, and
 * its failure ends nothing.
 *
 * @throws what `work` throws, or `late()` when it takes longer
 */
async function within(ms, work, late) {
    let timer;
    const limit = new Promise((_, reject) => {
        timer = setTimeout(() => reject(late()), ms);
    });
    try {
        // Both are heard by the race, also the one that comes second.
        return await Promise.race([work, limit]);
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ })

};
