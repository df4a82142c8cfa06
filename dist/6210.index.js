export const id = 6210;
export const ids = [6210];
export const modules = {

/***/ 56210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   again: () => (/* binding */ again)
/* harmony export */ });
/* unused harmony export REFUSALS */
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

/** How often a write is tried within one call before the error goes up (and the step's own retry, or the outbox, takes over). */
const ATTEMPTS = 4;
/** How often something that GitHub refuses is asked for before the refusal is believed. */
const REFUSALS = 3;
/** The longest wait, in milliseconds, that GitHub may ask for while a runner is held. */
const LONGEST_WAIT_MS = 60_000;
/**
 * Does something exactly once: looks whether it is done, does it, and when the answer was lost or says "exists already", looks again before
 * doing it again. A rate limit goes up at once: whoever waits for minutes should not hold a runner.
 */
async function once(clock, signal, lookUp, act) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        const found = await lookUp();
        if (found !== undefined)
            return found;
        try {
            return await act();
        }
        catch (thrown) {
            if (!(thrown instanceof _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p) || !worthLooking(thrown))
                throw thrown;
            // GitHub's reads lag its writes by up to a few seconds: a single look right after a lost answer could miss what was done.
            for (let look = 0; look < 3; look++) {
                await clock.sleep(300 * 2 ** (attempt + look), signal);
                const done = await lookUp();
                if (done !== undefined)
                    return done;
            }
            if (attempt >= ATTEMPTS || thrown.kind !== "transient")
                throw thrown;
        }
    }
}
/**
 * Does something that changes nothing when it is done twice, and tries again when GitHub refuses it. That includes refusals that should last:
 * GitHub answers 403, 404, 409 and 422 to requests that are right but too early for its own copies, too. A rate limit is waited for when it
 * ends within a minute.
 */
async function again(clock, act, signal = new AbortController().signal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await act();
        }
        catch (thrown) {
            if (attempt === REFUSALS || !(thrown instanceof _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p))
                throw thrown;
            const waitMs = thrown.retryAfterMs ?? 500 * 2 ** attempt;
            if (waitMs > LONGEST_WAIT_MS)
                throw thrown;
            await clock.sleep(waitMs, signal);
        }
    }
}
function worthLooking(error) {
    return ["github.unavailable", "github.invalid", "github.conflict", "github.not_found"].includes(error.code);
}


/***/ })

};
