export const id = 233;
export const ids = [233];
export const modules = {

/***/ 52614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadFile: () => (/* binding */ uploadFile)
/* harmony export */ });
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18091);

/**
 * Uploads one file under a key with the official client, which takes its addresses and its token from the job's environment. This file exists to be
 * imported when the first result is kept: the client and its storage SDK are megabytes.
 *
 * @returns false when GitHub didn't take it: denied, down, or there already; the client has said why in the job's log
 */
async function uploadFile(file, key) {
    return (await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .saveCache */ .Io)([file], key)) !== -1;
}


/***/ })

};
