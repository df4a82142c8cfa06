export const id = 2505;
export const ids = [2505];
export const modules = {

/***/ 12505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishJob: () => (/* binding */ finishJob)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62292);



/**
 * What the job's end still owes, also when `main` was killed: what the journal holds is uploaded, so that the run can be carried on
 * elsewhere. When `main` had uploaded the end itself there is nothing to do.
 */
async function finishJob(env, log) {
    const job = (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .readJob */ .c)(env);
    if (env["STATE_archived"] === "true" || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(job.state, "runs.db")))
        return;
    const { saveAfterwards } = await Promise.all(/* import() */[__webpack_require__.e(6847), __webpack_require__.e(1406)]).then(__webpack_require__.bind(__webpack_require__, 11406));
    await saveAfterwards({ job, env, log, runId: env["STATE_run_id"] });
}


/***/ })

};
