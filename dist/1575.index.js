export const id = 1575;
export const ids = [1575];
export const modules = {

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

/***/ 31575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLocalStepCache: () => (/* binding */ createLocalStepCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _entry_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92971);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7172);






const DEFAULT_MAX_BYTES = 5 * 1024 ** 3;
/** A draft older than this belongs to a process that died. */
const DRAFT_AGE_MS = 3_600_000;
const KEY = /^[0-9a-f]{64}$/;
/**
 * One file per entry, in folders by the key's first two digits. A file appears whole or not at all (written beside, then renamed), and is checked
 * before it is used, so that any number of processes may share the folder without a lock. A file's modification time is when it was last used.
 */
function createLocalStepCache(options) {
    const { directory, clock, log } = options;
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    const warn = (0,_filter_js__WEBPACK_IMPORTED_MODULE_5__/* .warnOnce */ .mc)(log);
    /** Bytes written since the size was last looked at: looking at every write would read the whole folder each time. */
    let unchecked = Number.POSITIVE_INFINITY;
    const place = (key) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, key.slice(0, 2), `${key}.entry`);
    const get = async (key) => {
        if (!KEY.test(key))
            return undefined;
        const bytes = await readEntry(place(key));
        if (bytes === undefined)
            return undefined;
        if (bytes instanceof Error) {
            warn("read", `step cache: an entry could not be read, its step runs instead (${bytes.message})`);
            return undefined;
        }
        const decoded = (0,_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeEntry */ .LP)(bytes, key, clock.now());
        if (decoded.ok) {
            const now = clock.now() / 1_000;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(place(key), now, now).catch(() => undefined);
            return decoded.entry;
        }
        if (decoded.expired !== true) {
            warn("broken", `step cache: entry ${key.slice(0, 12)} is refused because ${decoded.reason}; its step runs instead`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(place(key), { force: true }).catch(() => undefined);
        return undefined;
    };
    const put = async (entry, about) => {
        if (!KEY.test(entry.key))
            return false;
        const createdAt = clock.now();
        const encoded = (0,_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeEntry */ .vv)(entry, {
            workflow: about.workflow,
            step: about.step,
            createdAt,
            ...(about.ttlMs === undefined ? {} : { expiresAt: createdAt + about.ttlMs }),
        });
        if (encoded.byteLength > maxBytes) {
            warn("large", `step cache: the result of ${about.step} (${encoded.byteLength} bytes) is larger than the whole cache may be; it is not kept`);
            return false;
        }
        const draft = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "drafts", (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(draft), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(place(entry.key)), { recursive: true });
            const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(draft, "wx");
            try {
                await handle.writeFile(encoded);
                await handle.utimes(createdAt / 1_000, createdAt / 1_000);
            }
            finally {
                await handle.close();
            }
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, place(entry.key));
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true }).catch(() => undefined);
            warn("write", `step cache: a result could not be kept, later runs do its step again (${messageOf(error)})`);
            return false;
        }
        unchecked += encoded.byteLength;
        if (unchecked > maxBytes / 20) {
            unchecked = 0;
            await prune({ maxBytes });
        }
        return true;
    };
    const files = async () => {
        const folders = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(directory).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
        const found = await Promise.all(folders.map(async (folder) => {
            const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, folder)).catch(() => []);
            return await Promise.all(names
                .filter((name) => name.endsWith(".entry"))
                .map(async (name) => {
                const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, folder, name);
                const known = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file).catch(() => undefined);
                return known === undefined ? [] : [{ file, bytes: known.size, usedAt: Math.round(known.mtimeMs) }];
            }));
        }));
        return found.flat(2);
    };
    const list = async () => {
        const infos = [];
        for (const { file, bytes, usedAt } of await files()) {
            const header = await readHeader(file);
            if (header !== undefined)
                infos.push((0,_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .infoOf */ ._U)(header, bytes, usedAt));
        }
        return infos.toSorted((a, b) => b.usedAt - a.usedAt);
    };
    const remove = async (filter) => {
        const meant = (await list()).filter((info) => (0,_filter_js__WEBPACK_IMPORTED_MODULE_5__/* .isMeant */ .EZ)(info, filter));
        await Promise.all(meant.map(({ key }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(place(key), { force: true })));
        return meant.length;
    };
    const prune = async (limits) => {
        await removeOldDrafts(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, "drafts"), clock.now());
        // Names and times are enough here: nothing is read.
        const all = (await files()).map(({ file, bytes, usedAt }) => ({
            key: node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file, ".entry"),
            bytes,
            usedAt,
            createdAt: usedAt,
            workflow: "",
            step: "",
        }));
        const gone = (0,_filter_js__WEBPACK_IMPORTED_MODULE_5__/* .beyondLimits */ .i9)(all, limits, clock.now());
        await Promise.all(gone.map(({ key }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(place(key), { force: true }).catch(() => undefined)));
        return { removed: gone.length, bytes: gone.reduce((sum, entry) => sum + entry.bytes, 0) };
    };
    return { get, put, list, remove, prune };
}
async function readEntry(file) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
        try {
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return undefined;
        return error instanceof Error ? error : new Error(String(error));
    }
}
async function readHeader(file) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
        try {
            const prefix = Buffer.alloc(_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .ENTRY_PREFIX_BYTES */ .wD);
            await handle.read(prefix, 0, prefix.length, 0);
            const length = (0,_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .headerLength */ .gT)(prefix);
            if (length === undefined)
                return undefined;
            const whole = Buffer.alloc(length);
            const { bytesRead } = await handle.read(whole, 0, length, 0);
            const header = (0,_entry_file_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeHeader */ .E2)(whole.subarray(0, bytesRead));
            return typeof header === "string" ? undefined : header.value;
        }
        finally {
            await handle.close();
        }
    }
    catch {
        return undefined;
    }
}
async function removeOldDrafts(folder, now) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch(() => [])) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name);
        const known = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file).catch(() => undefined);
        if (known !== undefined && now - known.mtimeMs > DRAFT_AGE_MS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ })

};
