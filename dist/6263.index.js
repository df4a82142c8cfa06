export const id = 6263;
export const ids = [6263];
export const modules = {

/***/ 16263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobEvent: () => (/* binding */ jobEvent)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61351);

/** The event that started the job, as `@actions/github` reads it from the runner. */
function jobEvent() {
    return { name: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.eventName, payload: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.payload };
}


/***/ })

};
