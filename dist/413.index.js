export const id = 413;
export const ids = [413];
export const modules = {

/***/ 90413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createActionsStepCache: () => (/* binding */ createActionsStepCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/deadline.js
var deadline = __webpack_require__(56993);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/adapters/step-cache/actions-service.js



const SERVICE = "twirp/github.actions.results.api.v1.CacheService";
/** The official client's salt (`versionSalt` in its cacheUtils). */
const VERSION_SALT = "1.0";
/**
 * The reading half of GitHub's cache service, version 2: one call in JSON and one blob by a signed URL. Writing goes through `@actions/cache`; its
 * reading half unpacks what it downloads to wherever the archive says, so ours stops at the bytes (docs/adr/0005). The call follows
 * https://github.com/actions/toolkit/tree/main/packages/cache/src/generated, the version the client's `getCacheVersion`.
 */
function actionsCacheService(env, limits) {
    const mode = (env.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
    const { ACTIONS_RESULTS_URL: url = "", ACTIONS_RUNTIME_TOKEN: token = "" } = env;
    const served = url !== "" && token !== "";
    const call = async (method, body) => {
        const response = await fetch(new URL(`${SERVICE}/${method}`, url.endsWith("/") ? url : `${url}/`), {
            method: "POST",
            headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "user-agent": "pawl" },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(limits.callMs),
        });
        const text = await response.text();
        if (response.ok)
            return JSON.parse(text);
        throw new CacheServiceError(response.status, messageIn(text) ?? `${response.status} ${response.statusText}`);
    };
    const find = async (key, file) => {
        const found = await call("GetCacheEntryDownloadURL", { key, restore_keys: [], version: versionOf(file) });
        // The service also answers with keys that only begin so; a result is taken by its exact key or not at all.
        return found.ok === true && found.matched_key === key ? found.signed_download_url : undefined;
    };
    return {
        readable: served && (!KNOWN_MODES.has(mode) || mode === "read" || mode === "write"),
        writable: served && (!KNOWN_MODES.has(mode) || mode === "write" || mode === "write-only"),
        download: async (key, file) => {
            const url = await find(key, file);
            return url === undefined ? undefined : await readBlob(url, limits);
        },
        has: async (key, file) => (await find(key, file)) !== undefined,
    };
}
class CacheServiceError extends Error {
    name = "CacheServiceError";
    /** The HTTP status; 0 when the service answered but said no. */
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
const KNOWN_MODES = new Set(["none", "read", "write", "write-only"]);
function versionOf(file) {
    const parts = [file, hasZstandard() ? "zstd-without-long" : "gzip"];
    if (process.platform === "win32")
        parts.push("windows-only");
    return (0,external_node_crypto_.createHash)("sha256")
        .update([...parts, VERSION_SALT].join("|"))
        .digest("hex");
}
let zstandard;
/** As the client decides how to compress: by whether `zstd` is on PATH. */
function hasZstandard() {
    const name = process.platform === "win32" ? "zstd.exe" : "zstd";
    zstandard ??= (process.env["PATH"] ?? "").split(external_node_path_.delimiter).some((folder) => (0,external_node_fs_.existsSync)(external_node_path_.join(folder, name)));
    return zstandard;
}
async function readBlob(url, limits) {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.blobMs) });
    if (!response.ok || response.body === null) {
        await response.arrayBuffer().catch(() => undefined);
        throw new CacheServiceError(response.status, `the blob store answered ${response.status}`);
    }
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body) {
        bytes += chunk.byteLength;
        if (bytes > limits.maxBytes)
            throw new CacheServiceError(0, `the entry is larger than ${limits.maxBytes} bytes`);
        chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
}
function messageIn(text) {
    try {
        const { msg } = JSON.parse(text);
        return typeof msg === "string" ? msg.slice(0, 300) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./lib/adapters/step-cache/actions-tar.js



/**
 * The one file in an archive that `@actions/cache` has made, read in memory. Its name is not looked at and nothing is written: the client's own
 * restore unpacks with `tar -P`, where a name in the archive decides which file of the machine is overwritten.
 *
 * @throws Error saying what is wrong: another form, more than one entry, a link, or more than `maxBytes`
 */
async function readSingleFile(archive, maxBytes) {
    const reader = tar_stream.extract();
    const unpacked = decompressor(archive);
    unpacked.on("error", (error) => reader.destroy(error));
    external_node_stream_.Readable.from([Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)])
        .pipe(unpacked)
        .pipe(reader);
    let content;
    try {
        for await (const entry of reader) {
            if (content !== undefined)
                throw new Error("it holds more than one file");
            if (entry.header.type !== "file")
                throw new Error(`it holds a ${entry.header.type}`);
            if (entry.header.size > maxBytes)
                throw new Error(`it unpacks to more than ${maxBytes} bytes`);
            const chunks = [];
            for await (const chunk of entry)
                chunks.push(chunk);
            content = new Uint8Array(Buffer.concat(chunks));
        }
    }
    finally {
        unpacked.destroy();
    }
    if (content === undefined)
        throw new Error("it is empty");
    return content;
}
function decompressor(archive) {
    const start = Buffer.from(archive.subarray(0, 4)).toString("hex");
    // RFC 8878 section 3.1.1, RFC 1952 section 2.3.1.
    if (start === "28b52ffd")
        return (0,external_node_zlib_.createZstdDecompress)();
    if (start.startsWith("1f8b"))
        return (0,external_node_zlib_.createGunzip)();
    throw new Error("it is no archive");
}

// EXTERNAL MODULE: ./lib/adapters/step-cache/entry-file.js
var entry_file = __webpack_require__(92971);
// EXTERNAL MODULE: ./lib/adapters/step-cache/filter.js
var filter = __webpack_require__(7172);
;// CONCATENATED MODULE: ./lib/adapters/step-cache/actions.js








const LIMITS = { callMs: 10_000, blobMs: 120_000, maxBytes: 1_200_000_000 };
/**
 * After so many failures in a row the service is left alone: one that hangs would otherwise cost ten seconds a step. The official client has tried an
 * upload five times, over half a minute, before it fails.
 */
const GIVE_UP_AFTER = { read: 2, written: 1 };
const FOLDER = ".pawl-step-cache";
const KEY = /^[0-9a-f]{64}$/;
/**
 * The step cache of a GitHub Actions job. A run whose token may only read (those that issues and comments start) reads; what can't be
 * read or kept is a miss and one line in the log. GitHub evicts entries itself, after seven days without use and beyond the repository's quota.
 */
function createActionsStepCache(options) {
    const { log } = options;
    const now = () => options.clock?.now() ?? Date.now();
    const limits = { ...LIMITS, ...options.limits };
    const service = actionsCacheService(options.env, limits);
    const warn = (0,filter/* warnOnce */.mc)(log);
    const failures = { read: 0, written: 0 };
    const shared = sharing();
    const attempt = async (what, otherwise, work) => {
        if (failures[what] >= GIVE_UP_AFTER[what])
            return undefined;
        try {
            const result = await work();
            failures[what] = 0;
            return result;
        }
        catch (error) {
            failures[what] += 1;
            warn(what, `step cache: GitHub's cache can't be ${what} (${describe(error)}); ${otherwise}`);
            return undefined;
        }
    };
    const upload = async (key, bytes) => {
        const directory = external_node_path_.join((0,external_node_os_.homedir)(), FOLDER);
        const file = external_node_path_.join(directory, nameOf(key));
        await (0,promises_.mkdir)(directory, { recursive: true });
        await (0,promises_.writeFile)(file, bytes);
        try {
            const { uploadFile } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1143), __webpack_require__.e(3838), __webpack_require__.e(9954), __webpack_require__.e(8091), __webpack_require__.e(233)]).then(__webpack_require__.bind(__webpack_require__, 52614));
            // The official client waits minutes for a service that hangs.
            const taken = await (0,deadline/* within */.u)(limits.blobMs, uploadFile(pathOf(key), nameOf(key)), () => new CacheServiceError(0, "it does not answer"));
            // An entry of this key that is there already was written by a run that did the same.
            if (taken || (await service.has(nameOf(key), pathOf(key))))
                return true;
            throw new CacheServiceError(0, "GitHub did not take an entry, as a run started by an issue or a comment may only read");
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
            // Gone with its last file.
            await (0,promises_.rmdir)(directory).catch(() => undefined);
        }
    };
    return {
        get: async (key) => {
            if (!service.readable || !KEY.test(key))
                return undefined;
            return await attempt("read", "steps run instead", async () => {
                const archive = await service.download(nameOf(key), pathOf(key));
                if (archive === undefined)
                    return undefined;
                const decoded = await decode(archive, key);
                if (decoded.ok)
                    return decoded.entry;
                if (decoded.expired !== true) {
                    warn("broken", `step cache: entry ${key.slice(0, 12)} is refused because ${decoded.reason}; its step runs instead`);
                }
                return undefined;
            });
        },
        put: async (entry, { workflow, step, ttlMs }) => {
            const { key } = entry;
            if (!KEY.test(key))
                return false;
            if (!service.writable) {
                warn("written", "step cache: this run may not write GitHub's cache, so its results are not kept for later runs");
                return false;
            }
            // A service that can't be read, and was said so, takes nothing either.
            if (failures.read > 0)
                return false;
            const createdAt = now();
            const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
            const bytes = (0,entry_file/* encodeEntry */.vv)(entry, { workflow, step, createdAt, ...expiry });
            // Two steps with one result at once make one upload.
            const kept = await attempt("written", "later runs do the steps again", () => shared(key, () => upload(key, bytes)));
            return kept === true;
        },
    };
    async function decode(archive, key) {
        try {
            return (0,entry_file/* decodeEntry */.LP)(await readSingleFile(archive, limits.maxBytes), key, now());
        }
        catch (error) {
            return { ok: false, reason: describe(error) };
        }
    }
}
/**
 * Who asks while work of the same name is under way gets that one's end. Work begins inside the call that waits for it, never before: a promise
 * nobody waits for would end the process when it fails.
 */
function sharing() {
    const underWay = new Map();
    return async (name, work) => {
        const known = underWay.get(name);
        if (known !== undefined)
            return await known;
        const begun = work();
        underWay.set(name, begun);
        try {
            return await begun;
        }
        finally {
            underWay.delete(name);
        }
    };
}
/** The path is part of what tells entries apart, so it must be the same text on every machine; the client knows `~`. */
function pathOf(key) {
    return `~/${FOLDER}/${nameOf(key)}`;
}
function nameOf(key) {
    return `pawl-step-${key}`;
}
function describe(error) {
    if (error instanceof Error && error.name === "TimeoutError")
        return "it does not answer";
    if (error instanceof CacheServiceError && error.status === 403)
        return "this run's token does not allow it";
    if (error instanceof Error && error.cause instanceof Error)
        return `${error.message}: ${error.cause.message}`;
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 92971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ decodeHeader),
/* harmony export */   LP: () => (/* binding */ decodeEntry),
/* harmony export */   _U: () => (/* binding */ infoOf),
/* harmony export */   gT: () => (/* binding */ headerLength),
/* harmony export */   vv: () => (/* binding */ encodeEntry),
/* harmony export */   wD: () => (/* binding */ ENTRY_PREFIX_BYTES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56129);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35183);



/** First line of an entry; a later form gets a later number, and is a miss to an older Pawl. */
const MAGIC = "pawl-cache-entry 1\n";
/** `MAGIC`, 64 digits of the header's digest, a line feed, ten digits of the header's length, a line feed. */
const PREFIX_BYTES = MAGIC.length + 64 + 1 + 10 + 1;
const MAX_HEADER_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 1_000;
/** An entry as one file: a prefix, a JSON header with the digest of everything that follows, then the payloads one after another. */
function encodeEntry(entry, about) {
    const files = [...entry.files].map(([name, content]) => ({
        name,
        bytes: content.byteLength,
        digest: digestOf(content),
    }));
    const header = {
        key: entry.key,
        about,
        manifest: entry.manifest,
        manifestDigest: (0,_kernel_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestJson */ .t)(entry.manifest),
        files,
    };
    const text = Buffer.from(JSON.stringify(header), "utf8");
    const prefix = Buffer.from(`${MAGIC}${digestOf(text)}\n${String(text.byteLength).padStart(10, "0")}\n`, "latin1");
    return new Uint8Array(Buffer.concat([prefix, text, ...entry.files.values()]));
}
/** Reads an entry and checks everything: form, key, digests of manifest and payloads, age. */
function decodeEntry(bytes, key, now) {
    const header = decodeHeader(bytes);
    if (typeof header === "string")
        return { ok: false, reason: header };
    if (header.value.key !== key)
        return { ok: false, reason: "it was stored for another key" };
    if ((0,_kernel_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestJson */ .t)(header.value.manifest) !== header.value.manifestDigest)
        return { ok: false, reason: "its manifest was altered" };
    const { expiresAt } = header.value.about;
    if (expiresAt !== undefined && expiresAt <= now)
        return { ok: false, reason: "it is past its time", expired: true };
    const files = new Map();
    let at = header.end;
    for (const { name, bytes: length, digest } of header.value.files) {
        const content = bytes.subarray(at, at + length);
        if (content.byteLength !== length)
            return { ok: false, reason: "it is cut short" };
        if (digestOf(content) !== digest)
            return { ok: false, reason: `the digest of its ${name} differs` };
        files.set(name, content);
        at += length;
    }
    if (at !== bytes.byteLength)
        return { ok: false, reason: "it is longer than it says" };
    return { ok: true, entry: { key, manifest: header.value.manifest, files }, about: header.value.about };
}
/** How many bytes from the start hold the whole header; undefined when the prefix is not one of ours. */
function headerLength(start) {
    const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, PREFIX_BYTES)).toString("latin1");
    const found = /^pawl-cache-entry 1\n[0-9a-f]{64}\n(\d{10})\n$/.exec(text);
    const length = Number(found?.[1] ?? Number.NaN);
    return Number.isInteger(length) && length <= MAX_HEADER_BYTES ? PREFIX_BYTES + length : undefined;
}
/** Enough of a file's start to read `headerLength`. */
const ENTRY_PREFIX_BYTES = PREFIX_BYTES;
/** The checked header, or why there is none. */
function decodeHeader(bytes) {
    const end = headerLength(bytes);
    if (end === undefined)
        return "it is not an entry of this version";
    const text = bytes.subarray(PREFIX_BYTES, end);
    if (bytes.byteLength < end)
        return "it is cut short";
    const digest = Buffer.from(bytes.buffer, bytes.byteOffset + MAGIC.length, 64).toString("latin1");
    if (digestOf(text) !== digest)
        return "its digest differs";
    try {
        const value = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("utf8"));
        return isHeader(value) ? { value, end } : "its header has another form";
    }
    catch {
        return "its header is damaged";
    }
}
/** What lists show of an entry. */
function infoOf(header, bytes, usedAt) {
    const { createdAt, workflow, step } = header.about;
    return { key: header.key, bytes, createdAt, usedAt, workflow, step };
}
function isHeader(value) {
    if (!(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value) || !(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value["about"]) || !(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value["manifest"]))
        return false;
    const { key, files, about } = value;
    const { createdAt, expiresAt, workflow, step } = about;
    return (typeof key === "string" &&
        typeof createdAt === "number" &&
        (expiresAt === undefined || typeof expiresAt === "number") &&
        typeof workflow === "string" &&
        typeof step === "string" &&
        Array.isArray(files) &&
        files.length <= MAX_FILES &&
        files.every((file) => (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(file) &&
            typeof file["name"] === "string" &&
            Number.isSafeInteger(file["bytes"]) &&
            Number(file["bytes"]) >= 0 &&
            typeof file["digest"] === "string"));
}
function digestOf(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
}


/***/ }),

/***/ 7172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   i9: () => (/* binding */ beyondLimits),
/* harmony export */   mc: () => (/* binding */ warnOnce)
/* harmony export */ });
/** Whether an entry is meant: every member that is given must fit; none given means all. */
function isMeant(info, filter) {
    return ((filter.key === undefined || info.key === filter.key) &&
        (filter.workflow === undefined || info.workflow === filter.workflow) &&
        (filter.step === undefined || info.step === filter.step) &&
        (filter.prefix === undefined || info.key.startsWith(filter.prefix)));
}
/** Which entries must go so that the rest is within the limits: too old by last use first, then least recently used. */
function beyondLimits(entries, limits, now) {
    const { maxAgeMs, maxBytes } = limits;
    const tooOld = (entry) => maxAgeMs !== undefined && now - entry.usedAt > maxAgeMs;
    const gone = entries.filter(tooOld);
    if (maxBytes === undefined)
        return gone;
    const kept = entries.filter((entry) => !tooOld(entry)).toSorted((a, b) => a.usedAt - b.usedAt);
    let bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
    for (const entry of kept) {
        if (bytes <= maxBytes)
            break;
        gone.push(entry);
        bytes -= entry.bytes;
    }
    return gone;
}
/** A log line per reason, not per entry: a cache that is down says so once. */
function warnOnce(log) {
    const said = new Set();
    return (subject, message) => {
        if (said.has(subject))
            return;
        said.add(subject);
        log.warning(message);
    };
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
