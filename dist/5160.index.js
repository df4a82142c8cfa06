export const id = 5160;
export const ids = [5160,985];
export const modules = {

/***/ 80985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible),
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** Control characters and marks that reorder or hide text, made visible, so that a person sees what is there and no terminal obeys it. */
function visible(text) {
    return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
/** The nearest known name within a third of the length in edits (Damerau–Levenshtein), or undefined. */
function nearestName(name, known) {
    let best;
    let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one each. */
function editDistance(a, b) {
    let beforePrevious = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((current[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
            }
            current[j] = best;
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 55160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_OWN_TYPES: () => (/* binding */ NO_OWN_TYPES),
/* harmony export */   createWorkflows: () => (/* binding */ createWorkflows)
/* harmony export */ });
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80985);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);


/** For the doors that read anybody's checkout: what it names as code is not run. */
const NO_OWN_TYPES = "types of your own are loaded on the command line and by the library, not on GitHub";
/** Workflows from these files, checked against these step types; `unknownType` tells the author of a workflow why there are no others. */
function createWorkflows(files, stepTypes, unknownType) {
    const check = async (reference, from) => {
        const found = await files.load(reference, from);
        if (found === undefined)
            throw await unknownWorkflow(files, reference);
        const { validateWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(6140), __webpack_require__.e(8815), __webpack_require__.e(5019), __webpack_require__.e(9157), __webpack_require__.e(4216), __webpack_require__.e(7073)]).then(__webpack_require__.bind(__webpack_require__, 57073));
        const validation = await validateWorkflow(found.text, {
            file: found.file,
            stepTypes,
            load: (nested, nestedFrom) => files.load(nested, nestedFrom),
            names: () => files.names(),
            ...(unknownType === undefined ? {} : { unknownType }),
        });
        return { ...found, validation };
    };
    return {
        check,
        async load(reference, from) {
            const { file, validation } = await check(reference, from);
            if (validation.ok && validation.workflow !== undefined)
                return validation.workflow;
            throw invalidWorkflow(file, validation.findings);
        },
    };
}
async function unknownWorkflow(files, reference) {
    const names = await files.names();
    const nearest = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(reference, names);
    const known = names.length === 0 ? "There are none yet: write one in .github/pawl/." : `There are: ${names.join(", ")}.`;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "workflow.unknown",
        kind: "invalid",
        message: `There is no workflow "${reference}": no such file, and neither .github/pawl/ nor the library has that name.`,
        remedy: nearest === undefined ? known : `Did you mean "${nearest}"? ${known}`,
    });
}
function invalidWorkflow(file, findings) {
    const errors = findings.filter(({ severity }) => severity === "error");
    const first = errors[0];
    const place = first === undefined ? file : `${first.file}:${first.line}:${first.column}: ${first.message}`;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "workflow.invalid",
        kind: "invalid",
        message: `The workflow ${file} has ${errors.length} ${errors.length === 1 ? "mistake" : "mistakes"}. ${place}`,
        remedy: `Run: pawl validate ${file}`,
        details: { findings: findings.map((finding) => ({ ...finding })) },
    });
}


/***/ })

};
