export const id = 9399;
export const ids = [9399,6857];
export const modules = {

/***/ 36857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAppLink: () => (/* binding */ createAppLink)
/* harmony export */ });
/* harmony import */ var _throttle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4023);

/** The app asks for one report a second at most; the last state always arrives. */
const INTERVAL_MS = 1_000;
const ATTEMPTS = 4;
/** GitHub's identity tokens live for five minutes (docs.github.com, "OpenID Connect reference"). */
const TOKEN_MS = 4 * 60_000;
/** Reports to `<app_url>/api/runs/<run>/events`. A failure to report is one warning: the app also finds the run by itself. */
function createAppLink(options) {
    const { appUrl, job, log, runId } = options;
    const address = `${appUrl.replace(/\/$/, "")}/api/runs/${encodeURIComponent(runId)}/events`;
    let waiting = [];
    let token;
    let warned = false;
    const send = async () => {
        const events = waiting;
        waiting = [];
        const body = JSON.stringify({ view: options.view(), events, workflow_run: job.workflowRun });
        try {
            await post(body);
        }
        catch (error) {
            waiting = [...events, ...waiting];
            throw error;
        }
    };
    const reports = (0,_throttle_js__WEBPACK_IMPORTED_MODULE_0__/* .throttle */ .n)(INTERVAL_MS, send, (error) => {
        if (warned)
            return;
        warned = true;
        log.warning(`The Pawl app at ${appUrl} can't be told how this run stands: ${error instanceof Error ? error.message : String(error)}. The run goes on; the app catches up from its archive.`);
    });
    return {
        event(event) {
            waiting.push(event);
            reports.changed();
        },
        async finish() {
            reports.changed();
            await reports.finish();
        },
    };
    async function post(body) {
        for (let attempt = 1;; attempt++) {
            const answer = await attemptPost(body);
            if (answer.stop !== undefined)
                options.stop(answer.stop);
            if (answer.ok || answer.stop !== undefined)
                return;
            const again = answer.status === undefined || answer.status === 429 || answer.status >= 500;
            if (answer.status === 401)
                token = undefined;
            if (attempt === ATTEMPTS || (!again && answer.status !== 401))
                throw new Error(answer.reason);
            await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
        }
    }
    async function attemptPost(body) {
        try {
            const response = await fetch(address, {
                method: "POST",
                headers: { "content-type": "application/json", authorization: `Bearer ${await identityToken()}` },
                body,
                signal: AbortSignal.timeout(15_000),
            });
            const said = (await response.json().catch(() => ({})));
            const held = response.status === 409 && said.error === "held";
            return {
                ok: response.ok,
                status: response.status,
                reason: `it answered ${response.status}`,
                ...(said.cancel === true ? { stop: "cancelled on GitHub" } : {}),
                ...(held ? { stop: "another workflow run holds this run" } : {}),
            };
        }
        catch (error) {
            const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
            return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
        }
    }
    async function identityToken() {
        if (token !== undefined && token.until > performance.now())
            return token.value;
        const value = await options.identityToken(appUrl);
        token = { value, until: performance.now() + TOKEN_MS };
        return value;
    }
}


/***/ }),

/***/ 79399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportRefusal: () => (/* binding */ reportRefusal)
/* harmony export */ });
/* harmony import */ var _app_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36857);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62292);


/** Tells the app that the run it asked for never began, and why. Without an app, or with inputs that can't be read, there is nobody to tell. */
async function reportRefusal(env, error, runner, log) {
    const job = readable(env);
    const { appUrl, runId } = job?.inputs ?? {};
    if (job === undefined || appUrl === undefined || runId === undefined)
        return;
    const view = refusedView(job, runId, error);
    await (0,_app_link_js__WEBPACK_IMPORTED_MODULE_1__.createAppLink)({
        appUrl,
        runId,
        job,
        log,
        identityToken: (audience) => runner.identityToken(audience),
        view: () => view,
        stop: () => undefined,
    }).finish();
}
function readable(env) {
    try {
        return (0,_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .c)(env);
    }
    catch {
        return undefined;
    }
}
function refusedView({ inputs }, runId, error) {
    const now = new Date().toISOString();
    return {
        run_id: runId,
        workflow: inputs.workflow ?? "",
        status: "failed",
        outputs: {},
        error: error.toJSON(),
        cost: { usd: 0, input_tokens: 0, output_tokens: 0 },
        cache: { hits: 0, misses: 0, saved_usd: 0, saved_ms: 0 },
        steps: {},
        created_at: now,
        updated_at: now,
    };
}


/***/ }),

/***/ 4023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ throttle)
/* harmony export */ });
/**
 * Runs `work` at most once per `intervalMs`, never twice at once, and never loses the last change. What `work` throws goes to `failed`; it
 * stops nothing.
 */
function throttle(intervalMs, work, failed) {
    let dirty = false;
    let running;
    let timer;
    let lastAt = Number.NEGATIVE_INFINITY;
    const go = () => {
        clearTimeout(timer);
        timer = undefined;
        dirty = false;
        lastAt = performance.now();
        running = work()
            .catch(failed)
            .finally(() => {
            running = undefined;
            if (dirty)
                schedule();
        });
        return running;
    };
    const schedule = () => {
        if (running !== undefined || timer !== undefined)
            return;
        timer = setTimeout(() => void go(), Math.max(0, lastAt + intervalMs - performance.now()));
        timer.unref();
    };
    return {
        changed() {
            dirty = true;
            schedule();
        },
        async finish() {
            clearTimeout(timer);
            timer = undefined;
            await running;
            if (dirty)
                await go();
        },
    };
}


/***/ })

};
