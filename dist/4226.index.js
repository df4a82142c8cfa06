export const id = 4226;
export const ids = [4226];
export const modules = {

/***/ 54226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createActionsStepCache: () => (/* binding */ createActionsStepCache)
});

;// CONCATENATED MODULE: ./lib/adapters/step-cache/actions-service.js
const SERVICE = "twirp/github.actions.results.api.v1.CacheService";
/** Tells our entries from those of actions/cache, whose archives we never unpack. SHA-256 of `pawl step cache 1`. */
const VERSION = "4b0bbfa810c2e4b5f0e978d7cb7a9fa3069982efa72bb119cca84a26998ed8d7";
/**
 * GitHub's cache service, version 2, spoken directly: three calls in JSON and one blob by a signed URL. `@actions/cache` is not used because what it
 * downloads it unpacks with `tar -P`, which lets whoever can write the repository's cache write any file of the machine; an entry of ours is one blob that
 * is checked by digest and never becomes a path. The calls follow https://github.com/actions/toolkit/tree/main/packages/cache/src/generated.
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
    return {
        readable: served && (!KNOWN_MODES.has(mode) || mode === "read" || mode === "write"),
        writable: served && (!KNOWN_MODES.has(mode) || mode === "write" || mode === "write-only"),
        download: async (key) => {
            const found = await call("GetCacheEntryDownloadURL", { key, restore_keys: [], version: VERSION });
            // The service also answers with keys that only begin so; a result is taken by its exact key or not at all.
            if (found.ok !== true || found.matched_key !== key || typeof found.signed_download_url !== "string")
                return undefined;
            return await readBlob(found.signed_download_url, limits);
        },
        upload: async (key, content) => {
            let created;
            try {
                created = await call("CreateCacheEntry", { key, version: VERSION });
            }
            catch (error) {
                if (error instanceof CacheServiceError && error.status === 409)
                    return false;
                throw error;
            }
            if (created.ok !== true || typeof created.signed_upload_url !== "string") {
                throw new CacheServiceError(0, created.message ?? "the service did not accept the entry");
            }
            const put = await fetch(created.signed_upload_url, {
                method: "PUT",
                headers: { "x-ms-blob-type": "BlockBlob", "content-type": "application/octet-stream" },
                body: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
                signal: AbortSignal.timeout(limits.blobMs),
            });
            await put.arrayBuffer();
            if (!put.ok)
                throw new CacheServiceError(put.status, `the blob store answered ${put.status}`);
            const size = String(content.byteLength);
            const finished = await call("FinalizeCacheEntryUpload", { key, size_bytes: size, version: VERSION });
            if (finished.ok !== true)
                throw new CacheServiceError(0, finished.message ?? "the service did not finish the entry");
            return true;
        },
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

// EXTERNAL MODULE: ./lib/adapters/step-cache/entry-file.js
var entry_file = __webpack_require__(92971);
// EXTERNAL MODULE: ./lib/adapters/step-cache/filter.js
var filter = __webpack_require__(7172);
;// CONCATENATED MODULE: ./lib/adapters/step-cache/actions.js



const LIMITS = { callMs: 10_000, blobMs: 120_000, maxBytes: 1_200_000_000 };
/** After so many failures in a row the service is left alone: a service that hangs would otherwise cost ten seconds a step. */
const GIVE_UP_AFTER = 2;
const KEY = /^[0-9a-f]{64}$/;
/**
 * The step cache of a GitHub Actions job. A run whose token may only read (those that issues and comments start) reads; what can't be
 * read or kept is a miss and one line in the log. GitHub evicts entries itself, after seven days without use and beyond the repository's quota.
 */
function createActionsStepCache(options) {
    const { log } = options;
    const now = () => options.clock?.now() ?? Date.now();
    const service = actionsCacheService(options.env, { ...LIMITS, ...options.limits });
    const warn = (0,filter/* warnOnce */.mc)(log);
    let failures = 0;
    const attempt = async (what, otherwise, work) => {
        if (failures >= GIVE_UP_AFTER)
            return undefined;
        try {
            const result = await work();
            failures = 0;
            return result;
        }
        catch (error) {
            const denied = error instanceof CacheServiceError && (error.status === 403 || /denied/i.test(error.message));
            if (!denied)
                failures += 1;
            const why = denied ? "this run's token does not allow it" : describe(error);
            warn(what, `step cache: GitHub's cache can't be ${what} (${why}); ${otherwise}`);
            return undefined;
        }
    };
    return {
        get: async (key) => {
            if (!service.readable || !KEY.test(key))
                return undefined;
            return await attempt("read", "steps run instead", async () => {
                const bytes = await service.download(nameOf(key));
                if (bytes === undefined)
                    return undefined;
                const decoded = (0,entry_file/* decodeEntry */.LP)(bytes, key, now());
                if (decoded.ok)
                    return decoded.entry;
                if (decoded.expired !== true) {
                    warn("broken", `step cache: entry ${key.slice(0, 12)} is refused because ${decoded.reason}; its step runs instead`);
                }
                return undefined;
            });
        },
        put: async (entry, { workflow, step, ttlMs }) => {
            if (!KEY.test(entry.key))
                return false;
            if (!service.writable) {
                warn("written", "step cache: this run may not write GitHub's cache, so its results are not kept for later runs");
                return false;
            }
            const createdAt = now();
            const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
            const bytes = (0,entry_file/* encodeEntry */.vv)(entry, { workflow, step, createdAt, ...expiry });
            // An entry of this key that is there already was written by a run that did the same.
            const kept = await attempt("written", "later runs do the steps again", async () => {
                await service.upload(nameOf(entry.key), bytes);
                return true;
            });
            return kept === true;
        },
    };
}
function nameOf(key) {
    return `pawl-step-${key}`;
}
function describe(error) {
    if (error instanceof Error && error.name === "TimeoutError")
        return "it does not answer";
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


/***/ })

};
