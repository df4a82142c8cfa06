export const id = 1406;
export const ids = [1406];
export const modules = {

/***/ 11406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  saveAfterwards: () => (/* binding */ saveAfterwards)
});

// EXTERNAL MODULE: ./lib/wiring/action.js + 6 modules
var action = __webpack_require__(59753);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/wiring/kept-run.js

/** @throws PawlError `store.io`, `store.corrupt`, `store.newer_version` */
async function openKeptRun(places) {
    const [{ openSqliteRunStore }, { systemClock }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1280).then(__webpack_require__.bind(__webpack_require__, 31280)),
        __webpack_require__.e(/* import() */ 3152).then(__webpack_require__.bind(__webpack_require__, 53152)),
    ]);
    const { stateDirectory } = places;
    const store = await openSqliteRunStore({ file: external_node_path_.join(stateDirectory, "runs.db"), clock: systemClock() });
    return {
        store,
        async workspace(runId) {
            const { openGitWorkspace } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(4006), __webpack_require__.e(2054)]).then(__webpack_require__.bind(__webpack_require__, 32054));
            return openGitWorkspace({ root: places.workspace, stateDirectory, runId });
        },
        [Symbol.asyncDispose]: () => store.close(),
    };
}

// EXTERNAL MODULE: ./lib/entry/action/archive-upload.js
var archive_upload = __webpack_require__(71451);
;// CONCATENATED MODULE: ./lib/entry/action/save-afterwards.js
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



/** Uploads the archive of a run whose process is gone; the newest of this job when it was killed before it could say which. */
async function saveAfterwards(after) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { job, env, log } = after;
        const archives = (0,action/* actionArchives */.q)({
            ...job,
            workflowRunId: job.workflowRun.id,
            stateDirectory: job.state,
            env,
            token: job.inputs.githubToken,
        });
        if (archives === undefined)
            return;
        const kept = __addDisposableResource(env_1, await openKeptRun({ workspace: job.workspace, stateDirectory: job.state }), true);
        const runId = after.runId ?? (await kept.store.list({ limit: 1 }))[0]?.runId;
        if (runId === undefined)
            return;
        const upload = (0,archive_upload/* createArchiveUpload */.I)(runId, kept, archives, log);
        upload.changed();
        await upload.finish();
        if (upload.url() !== undefined)
            log.info(`The run ${runId} is held: ${upload.url()}`);
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
}


/***/ })

};
