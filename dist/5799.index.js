export const id = 5799;
export const ids = [5799];
export const modules = {

/***/ 55799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compileSchema: () => (/* binding */ compileSchema)
});

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./lib/language/schema/ajv-options.js
/** How schemas of workflows are judged, at run time and when their validators are made beforehand: all errors, each with its value. */
const AJV_OPTIONS = { allErrors: true, verbose: true, strict: false, allowUnionTypes: true };

;// CONCATENATED MODULE: ./lib/language/schema/ajv.js


const ajv_ajv = new ajv.Ajv(AJV_OPTIONS);
/** Compiles a schema that has no validator made beforehand: that of a step type which doesn't ship with Pawl. */
function compileSchema(schema) {
    return ajv_ajv.compile(schema);
}


/***/ })

};
