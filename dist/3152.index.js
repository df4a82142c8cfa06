export const id = 3152;
export const ids = [3152];
export const modules = {

/***/ 53152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runId: () => (/* binding */ runId),
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);


/** Crockford's base 32: no letters that look like digits, and it sorts as its numbers do. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** The longest delay a Node timer keeps; longer ones would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** The machine's own time and chance. */
function systemClock() {
    return {
        now: () => Date.now(),
        random: () => Math.random(),
        newRunId: () => runId(Date.now(), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16)),
        async sleep(ms, signal) {
            for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(Math.min(left, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
            }
            signal?.throwIfAborted();
        },
    };
}
/** `run_`, ten characters of time in milliseconds and sixteen of chance. */
function runId(now, chance) {
    let time = "";
    for (let rest = now, place = 0; place < 10; place++) {
        time = (ALPHABET[rest % 32] ?? "0") + time;
        rest = Math.floor(rest / 32);
    }
    const tail = Array.from(chance.subarray(0, 16), (byte) => ALPHABET[byte % 32] ?? "0").join("");
    return `run_${time}${tail}`;
}


/***/ })

};
