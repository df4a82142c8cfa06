export const id = 6425;
export const ids = [6425];
export const modules = {

/***/ 76425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createActionsArchives: () => (/* binding */ createActionsArchives)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75203);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51306);
/* harmony import */ var _kernel_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56993);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93314);
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






/** An artifact can't be replaced, only deleted and made again; two names in turn leave one whole archive at any moment. */
const SLOTS = ["a", "b"];
const FILE = "run.pawl";
/** Run archives as artifacts of the workflow run: they outlive the runner and are there for "Re-run failed jobs" and for a later run. */
function createActionsArchives(options) {
    const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_2__/* .DefaultArtifactClient */ .t9();
    let nextSlot;
    // The official client waits a quarter of an hour for a service that hangs; the job would wait with it.
    const answered = (work) => (0,_kernel_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .u)(options.callMs ?? 120_000, work, () => new Error("GitHub's artifact service does not answer"));
    return {
        async save(runId, archive) {
            return unavailable("kept", async () => {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    nextSlot ??= await olderSlot(runId);
                    const name = artifactName(runId, SLOTS[nextSlot % SLOTS.length] ?? "a");
                    const directory = __addDisposableResource(env_1, await temporaryDirectory(), true);
                    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory.path, FILE);
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, archive);
                    const own = (await answered(client.listArtifacts())).artifacts;
                    if (own.some((artifact) => artifact.name === name))
                        await answered(client.deleteArtifact(name));
                    // The archive is compressed already.
                    const { id } = await answered(client.uploadArtifact(name, [file], directory.path, { compressionLevel: 0 }));
                    nextSlot += 1;
                    const { serverUrl, owner, repository, workflowRunId } = options;
                    return id === undefined
                        ? {}
                        : { url: `${serverUrl}/${owner}/${repository}/actions/runs/${workflowRunId}/artifacts/${id}` };
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
            });
        },
        async find(runId) {
            return unavailable("looked for", async () => {
                const own = newest((await answered(client.listArtifacts())).artifacts, runId);
                if (own !== undefined)
                    return download(own, undefined);
                return options.token === undefined ? undefined : fromAnotherRun(runId, options.token);
            });
        },
    };
    async function olderSlot(runId) {
        const latest = newest((await answered(client.listArtifacts())).artifacts, runId);
        return latest?.name === artifactName(runId, "a") ? 1 : 0;
    }
    /** https://docs.github.com/en/rest/actions/artifacts#list-artifacts-for-a-repository */
    async function fromAnotherRun(runId, token) {
        const found = [];
        for (const slot of SLOTS) {
            const query = new URLSearchParams({ name: artifactName(runId, slot), per_page: "10" });
            const { apiUrl, owner, repository } = options;
            const response = await fetch(`${apiUrl}/repos/${owner}/${repository}/actions/artifacts?${query}`, {
                headers: {
                    authorization: `Bearer ${token}`,
                    accept: "application/vnd.github+json",
                    "x-github-api-version": "2022-11-28",
                },
                signal: AbortSignal.timeout(30_000),
            });
            if (response.status === 404)
                continue;
            if (!response.ok)
                throw new Error(`GitHub answered ${response.status} to the list of artifacts`);
            const { artifacts } = (await response.json());
            for (const { id, name, size_in_bytes, created_at, digest, expired, workflow_run: run } of artifacts) {
                // A run of a fork's pull request belongs to this repository too, but what it uploads is the fork's.
                const foreign = run?.head_repository_id !== undefined && run.head_repository_id !== run.repository_id;
                if (expired || run === null || foreign)
                    continue;
                const createdAt = new Date(created_at);
                const known = typeof digest === "string" ? { digest } : {};
                found.push({ id, name, size: size_in_bytes, createdAt, workflowRunId: run.id, ...known });
            }
        }
        const latest = newest(found, runId);
        if (latest === undefined)
            return undefined;
        return download(latest, { token, workflowRunId: latest.workflowRunId });
    }
    async function download(artifact, from) {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const directory = __addDisposableResource(env_2, await temporaryDirectory(), true);
            const { digestMismatch } = await answered(client.downloadArtifact(artifact.id, {
                path: directory.path,
                skipDecompress: true,
                ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
                ...(from === undefined
                    ? {}
                    : { findBy: { ...from, repositoryOwner: options.owner, repositoryName: options.repository } }),
            }));
            if (digestMismatch === true)
                throw new Error("what was downloaded is not what was uploaded");
            const [zip] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory.path);
            const archive = zip === undefined ? undefined : archiveIn(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory.path, zip)));
            if (archive === undefined)
                throw new Error(`the artifact ${artifact.name} holds no ${FILE} of Pawl`);
            return archive;
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
    }
    async function temporaryDirectory() {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(options.temporaryRoot, { recursive: true });
        const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(options.temporaryRoot, "archive-"));
        return { path: made, [Symbol.asyncDispose]: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(made, { recursive: true, force: true }) };
    }
}
/** The archive out of an artifact's zip file, in memory: nothing that the file names becomes a path. */
function archiveIn(zip) {
    // It was stored without compression: one that grows is not ours.
    const mine = ({ name, originalSize }) => name === FILE && originalSize <= zip.byteLength;
    try {
        return (0,fflate__WEBPACK_IMPORTED_MODULE_5__/* .unzipSync */ .AO)(zip, { filter: mine })[FILE];
    }
    catch {
        return undefined;
    }
}
function artifactName(runId, slot) {
    return `pawl-${runId}-${slot}`;
}
function newest(artifacts, runId) {
    const names = new Set(SLOTS.map((slot) => artifactName(runId, slot)));
    return artifacts
        .filter(({ name }) => names.has(name))
        .toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0) || b.id - a.id)[0];
}
async function unavailable(what, act) {
    try {
        return await act();
    }
    catch (cause) {
        throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PawlError */ .p({
            code: "archive.unavailable",
            kind: "transient",
            message: `The run's archive can't be ${what}: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: "The run itself goes on; without its archive it can't be carried on elsewhere.",
            cause,
        });
    }
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
