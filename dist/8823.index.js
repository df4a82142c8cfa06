export const id = 8823;
export const ids = [8823];
export const modules = {

/***/ 18823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentSecrets: () => (/* binding */ environmentSecrets)
/* harmony export */ });
/**
 * Secrets from the process environment: only the names given, so that a workflow can't name its way to the rest of it.
 *
 * @param env the environment to read, once, now
 * @param names variable names; a name that isn't set is simply absent
 */
function environmentSecrets(env, names) {
    const known = new Map();
    for (const name of names) {
        const value = env[name];
        if (value !== undefined && value !== "")
            known.set(name, value);
    }
    return {
        get: (name) => known.get(name),
        values: () => [...known.values()],
    };
}


/***/ })

};
