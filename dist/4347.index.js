export const id = 4347;
export const ids = [4347];
export const modules = {

/***/ 44347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   firstDifference: () => (/* binding */ firstDifference),
/* harmony export */   recordingProvider: () => (/* binding */ recordingProvider),
/* harmony export */   replayProvider: () => (/* binding */ replayProvider)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35183);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93314);



/**
 * Passes requests on to a provider and writes each exchange to a file, one JSON line each, for `replayProvider`.
 *
 * @param redact applied to every text before it is written: recordings are made to be kept
 */
function recordingProvider(provider, file, redact) {
    let writing = Promise.resolve();
    return {
        ...(provider.endpoint === undefined ? {} : { endpoint: provider.endpoint }),
        get name() {
            return provider.name;
        },
        async send(request, stream) {
            const response = await provider.send(request, stream);
            // Steps that run at once may finish at once: lines are written one after another.
            writing = writing.then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, `${JSON.stringify(redact({ request, response }))}\n`));
            await writing;
            return response;
        },
    };
}
/**
 * Answers from a recording, in its order, and strictly: a request that differs from the recorded one is `model.unexpected_request`, whose
 * message shows what differs. It calls itself `scripted`, whoever answered when it was recorded.
 *
 * @throws PawlError `model.bad_recording` when the file can't be read
 */
async function replayProvider(file) {
    const left = await readRecording(file);
    let count = 0;
    return {
        name: "scripted",
        endpoint: `recording:${file}`,
        async send(request, stream) {
            count++;
            const next = left.shift();
            if (next === undefined)
                throw unexpected(`request ${count} comes after the end of the recording ${file}`);
            const difference = firstDifference(next.request, request, "request");
            if (difference !== undefined)
                throw unexpected(`request ${count} isn't the recorded one of ${file}: ${difference}`);
            for (const block of next.response.content)
                if (block.type === "text")
                    stream.onText?.(block.text);
            return { ...next.response, provider: "scripted" };
        },
    };
}
async function readRecording(file) {
    try {
        const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8")).split("\n").filter((line) => line !== "");
        return lines.map((line) => JSON.parse(line));
    }
    catch (cause) {
        throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PawlError */ .p({
            code: "model.bad_recording",
            kind: "invalid",
            message: `The recording ${file} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: "Record the conversation again.",
            cause,
        });
    }
}
/** Where two values first differ, and what stands there in each; undefined when they are equal. */
function firstDifference(recorded, found, at) {
    if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(recorded) === (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(found))
        return undefined;
    if (Array.isArray(recorded) && Array.isArray(found)) {
        for (let i = 0; i < Math.max(recorded.length, found.length); i++) {
            const difference = firstDifference(recorded[i] ?? null, found[i] ?? null, `${at}[${i}]`);
            if (difference !== undefined)
                return difference;
        }
    }
    if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(recorded) && (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(found)) {
        for (const key of [...new Set([...Object.keys(recorded), ...Object.keys(found)])].toSorted()) {
            const difference = firstDifference(recorded[key] ?? null, found[key] ?? null, `${at}.${key}`);
            if (difference !== undefined)
                return difference;
        }
    }
    return `${at} was recorded as ${excerpt(recorded, found)} and is ${excerpt(found, recorded)}`;
}
/** A value as text around the place where it leaves the other one. */
function excerpt(value, other) {
    const [text, against] = [print(value), print(other)];
    let same = 0;
    while (same < text.length && text[same] === against[same])
        same++;
    const start = Math.max(0, same - 30);
    const end = Math.min(text.length, same + 120);
    return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
function print(value) {
    return JSON.stringify(value) ?? "nothing";
}
function unexpected(message) {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PawlError */ .p({
        code: "model.unexpected_request",
        kind: "permanent",
        message: `The scripted model has no answer: ${message}`,
        remedy: "Record the conversation again, or find out why the request changed.",
    });
}


/***/ })

};
