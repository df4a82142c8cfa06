export const id = 3876;
export const ids = [3876];
export const modules = {

/***/ 33876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fieldJudge: () => (/* binding */ fieldJudge)
/* harmony export */ });
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35183);
/* harmony import */ var _expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35019);
/* harmony import */ var _schema_validators_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28296);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51220);




/**
 * Judges what the expressions of a step's own fields gave by the schema its type declares, before the step runs. Nothing is converted, with
 * two exceptions that hold wherever values meet fields: a text takes the text of any value, as a template does, and nothing at all leaves a
 * field that needs no value as if it weren't there.
 */
async function fieldJudge(stepTypes, type) {
    const validate = await (0,_schema_validators_js__WEBPACK_IMPORTED_MODULE_1__/* .stepValidator */ .r)(stepTypes, type);
    return (written, resolved, how) => judge(validate, type, written, resolved, how);
}
function judge(validate, type, written, resolved, { text, shown }) {
    const given = new Set(Object.keys(written).filter((field) => (0,_expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .anyExpression */ .BD)(written[field] ?? null)));
    let config = Object.fromEntries(Object.entries(resolved).filter(([field, value]) => !(value === null && given.has(field) && isLeftOut(field, type))));
    const errors = () => {
        validate({ id: "step", type: type.type, ...config });
        return (validate.errors ?? []).filter(({ instancePath }) => given.has(String((0,_mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(instancePath)[0])));
    };
    let found = errors();
    const texts = found.filter(({ keyword, params, data }) => keyword === "type" && params["type"] === "string" && data !== null);
    for (const { instancePath } of texts) {
        const path = (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(instancePath);
        const source = at(written, path);
        if (typeof source === "string")
            config = put(config, path, text(source));
    }
    if (texts.length > 0)
        found = errors();
    return {
        config,
        problems: found.map((error) => {
            const path = (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(error.instancePath);
            const { message, hint } = (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .mistakeOf */ .Wl)({ ...error, data: shown(error.data) }, path);
            return { path, message, hint };
        }),
    };
}
function isLeftOut(field, type) {
    const wanted = type.fields[field]?.["type"];
    return wanted !== undefined && ![wanted].flat().includes("null") && !type.required.includes(field);
}
function at(value, path) {
    return path.reduce((part, name) => typeof part === "object" && part !== null ? part[name] : undefined, value);
}
function put(value, [name, ...rest], made) {
    if (name === undefined)
        return made;
    if (Array.isArray(value))
        return value.map((item, index) => (index === name ? put(item, rest, made) : item));
    return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(value) ? { ...value, [name]: put(value[name] ?? null, rest, made) } : value;
}


/***/ })

};
