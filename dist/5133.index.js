export const id = 5133;
export const ids = [5133];
export const modules = {

/***/ 5133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   resolveInputs: () => (/* binding */ resolveInputs)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80985);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);



/**
 * The inputs of a run: defaults filled in, every value of its declared type and within its limits. All problems at once; never throws.
 *
 * @param given values by name; a name that isn't declared is a problem that names the nearest one
 */
function resolveInputs(specs, given, options = {}) {
    const problems = [];
    const values = {};
    for (const name of Object.keys(given)) {
        if (Object.hasOwn(specs, name))
            continue;
        const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(name, Object.keys(specs));
        const known = Object.keys(specs).join(", ");
        const hint = near === undefined ? (known === "" ? "it takes no inputs" : `it takes ${known}`) : `did you mean ${near}?`;
        problems.push({ input: name, message: `there is no input "${name}"`, hint });
    }
    for (const [name, spec] of Object.entries(specs)) {
        const raw = Object.hasOwn(given, name) ? given[name] : undefined;
        if (raw === undefined) {
            if (spec.default !== undefined)
                values[name] = spec.default;
            else if (spec.required)
                problems.push({
                    input: name,
                    message: `the input "${name}" is required`,
                    hint: `give ${name}=${example(spec)}`,
                });
            continue;
        }
        const value = options.text === true && typeof raw === "string" ? fromText(raw, spec) : raw;
        const problem = value === undefined ? `must be ${article(spec)}, not "${shorten(shown(raw))}"` : fault(value, spec);
        if (problem === undefined && value !== undefined)
            values[name] = value;
        else
            problems.push({
                input: name,
                message: `the input "${name}" ${problem}`,
                hint: `for example ${name}=${example(spec)}`,
            });
    }
    return { values, problems };
}
/**
 * How a workflow is called, for people who got it wrong.
 *
 * @param command what stands before the inputs: `/pawl fix`, `pawl run fix`
 */
function usage(workflow, command) {
    const entries = Object.entries(workflow.inputs);
    const words = entries.map(([name, spec]) => spec.required ? `${name}=<${placeholder(spec)}>` : `[${name}=<${placeholder(spec)}>]`);
    const width = Math.max(0, ...entries.map(([name]) => name.length));
    const lines = entries.map(([name, spec]) => `  ${name.padEnd(width)}  ${describe(spec)}`);
    return [
        [command, ...words].join(" "),
        ...(workflow.description === "" ? [] : ["", workflow.description.trim()]),
        ...(lines.length === 0 ? [] : ["", ...lines]),
    ].join("\n");
}
function describe(spec) {
    const facts = [
        placeholder(spec),
        spec.required ? "required" : undefined,
        spec.default === undefined || spec.type === "secret" ? undefined : `default ${JSON.stringify(spec.default)}`,
        spec.minimum === undefined ? undefined : `at least ${spec.minimum}`,
        spec.maximum === undefined ? undefined : `at most ${spec.maximum}`,
        spec.pattern === undefined ? undefined : `matching ${spec.pattern}`,
    ].filter((fact) => fact !== undefined);
    return `${facts.join(", ")}${spec.description === "" ? "" : `: ${spec.description.trim()}`}`;
}
function placeholder(spec) {
    return spec.enum === undefined ? spec.type : spec.enum.map(shown).join("|");
}
/** The value a text stands for; undefined when it can't be read as the type. */
function fromText(text, spec) {
    switch (spec.type) {
        case "number":
            return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined;
        case "boolean":
            return { true: true, yes: true, on: true, false: false, no: false, off: false }[text.trim().toLowerCase()];
        case "list":
            return text.trim().startsWith("[")
                ? parsed(text, Array.isArray)
                : text.trim() === ""
                    ? []
                    : text.split(",").map((item) => fromText(item.trim(), itemSpec(spec)) ?? item.trim());
        case "object":
            return parsed(text, _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O);
        case "choice":
            return spec.enum?.find((choice) => shown(choice) === text) ?? text;
        default:
            return text;
    }
}
function parsed(text, accepts) {
    try {
        const value = JSON.parse(text);
        return accepts(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is wrong with a value, as the end of a sentence; undefined when nothing is. */
function fault(value, spec) {
    const right = {
        string: typeof value === "string",
        secret: typeof value === "string",
        choice: typeof value !== "object",
        number: typeof value === "number" && Number.isFinite(value),
        boolean: typeof value === "boolean",
        list: Array.isArray(value),
        object: (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value),
    };
    // A type nobody knows is a finding of its own.
    if (spec.type in right && !right[spec.type])
        return `must be ${article(spec)}, not ${shorten(JSON.stringify(value))}`;
    if (Array.isArray(value)) {
        if ([spec.items, spec.enum, spec.pattern].every((rule) => rule === undefined))
            return undefined;
        const wrong = value.findIndex((item) => fault(item, itemSpec(spec)) !== undefined);
        return wrong === -1 ? undefined : `has an item ${wrong + 1} that ${fault(value[wrong] ?? null, itemSpec(spec))}`;
    }
    if (spec.enum !== undefined && !spec.enum.some((choice) => (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(choice) === (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value))) {
        const near = typeof value === "string" ? (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(value, spec.enum.map(shown)) : undefined;
        return `must be one of ${spec.enum.map(shown).join(", ")}, not ${shorten(JSON.stringify(value))}${near === undefined ? "" : ` (did you mean ${near}?)`}`;
    }
    if (typeof value === "string") {
        if (value.includes("\0"))
            return "holds a NUL character, which no process can be given";
        if (spec.pattern !== undefined && !matches(spec.pattern, value))
            return `must match ${spec.pattern}`;
    }
    const size = typeof value === "number" ? value : undefined;
    if (size !== undefined && spec.minimum !== undefined && size < spec.minimum)
        return `must be at least ${spec.minimum}, not ${size}`;
    if (size !== undefined && spec.maximum !== undefined && size > spec.maximum)
        return `must be at most ${spec.maximum}, not ${size}`;
    return undefined;
}
/** What each item of a list must be: of the declared type, and within the limits that stand beside it. */
function itemSpec({ items, ...spec }) {
    return { ...spec, type: items ?? "choice" };
}
/** RE2 semantics: linear time, whatever the pattern and the value. */
function matches(pattern, value) {
    try {
        return re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(pattern).matcher(value).find();
    }
    catch {
        return false;
    }
}
function article(spec) {
    return {
        string: "text",
        secret: "text",
        choice: "one of its choices",
        number: "a number",
        boolean: "true or false",
        list: "a list (a,b or JSON)",
        object: "a JSON object",
    }[spec.type];
}
function example(spec) {
    const choice = spec.enum?.[0];
    if (choice !== undefined)
        return shown(choice);
    return {
        string: "text",
        secret: "…",
        choice: "…",
        number: String(spec.minimum ?? 1),
        boolean: "true",
        list: "a,b",
        object: '{"key":"value"}',
    }[spec.type];
}
/** A value as a person writes it: texts bare, the rest as JSON. */
function shown(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}


/***/ })

};
