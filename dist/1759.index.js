export const id = 1759;
export const ids = [1759];
export const modules = {

/***/ 76181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * Reads a duration: a number of seconds (`90`), or text such as `500ms`, `90s`, `1h30m`, `7d`.
 *
 * @returns milliseconds, a non-negative integer
 * @throws PawlError `duration.invalid`, naming what was found
 */
function parseDuration(value) {
    const found = typeof value === "number" ? value * 1_000 : parseText(value);
    if (found === undefined || !Number.isFinite(found) || found < 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
            code: "duration.invalid",
            kind: "invalid",
            message: `"${value}" is not a duration`,
            remedy: "Write seconds as a number (90) or a text such as 500ms, 90s, 15m, 1h30m or 7d.",
        });
    }
    return Math.round(found);
}
function parseText(text) {
    const trimmed = text.trim();
    if (/^\d+(\.\d+)?$/.test(trimmed))
        return Number(trimmed) * 1_000;
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
        total += Number(amount) * (UNIT_MS[unit ?? ""] ?? Number.NaN);
    }
    return total;
}
/** A duration for people: `850ms`, `12.3s`, `4m 05s`, `1h 02m`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${(ms / 1_000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1_000);
    const two = (n) => String(n).padStart(2, "0");
    if (seconds < 3_600)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    return `${Math.floor(seconds / 3_600)}h ${two(Math.floor((seconds % 3_600) / 60))}m`;
}


/***/ }),

/***/ 29755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ID_PATTERN)
/* harmony export */ });
/** Step and input names: what every id in a workflow must match. */
const ID_PATTERN = /^[a-z][a-z0-9_-]{0,62}$/;


/***/ }),

/***/ 51759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateWorkflow: () => (/* binding */ validateWorkflow)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var kernel_digest = __webpack_require__(56129);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/language/inputs.js
var inputs = __webpack_require__(5133);
// EXTERNAL MODULE: ./lib/language/expressions/names.js
var names = __webpack_require__(30658);
;// CONCATENATED MODULE: ./lib/language/compat/expressions.js


/** Words of the expression language, which are no names. */
const WORDS = new Set([
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "true",
    "false",
    "none",
    "defined",
    "True",
    "False",
    "None",
]);
/**
 * The workflow with every `${ expression }` as `{{ expression }}`: names of variables, inputs and outputs get the context they live in today.
 * Plain `${NAME}` is still part of the language and stays, unless it names an output. Scripts are left alone: there it is the shell's.
 */
function newExpressions(workflow, at, rewriter) {
    const steps = allSteps(workflow["steps"], rewriter);
    const meanings = {
        inputs: new Set(Object.keys(object(workflow["inputs"]))),
        variables: new Set(Object.keys(object(workflow["variables"]))),
        steps: new Set(steps.map(({ id }) => id)),
        outputs: new Map(steps.flatMap(({ id, outputs }) => outputs.map((name) => [name, id]))),
    };
    const rewrite = (value, path) => {
        if (typeof value === "string") {
            const changed = newText(value, meanings);
            if (changed !== value)
                rewriter.note(path, `${value} became ${changed}`);
            return changed;
        }
        if (Array.isArray(value))
            return rewriter.origins.carry(value, value.map((item, index) => rewrite(item, [...path, index])));
        if (!(0,json/* isJsonObject */.O)(value))
            return value;
        const type = rewriter.stepTypes.get(typeof value["type"] === "string" ? value["type"] : "");
        const code = type?.code?.field;
        const members = Object.entries(value).map(([name, member]) => [
            name,
            name === code ? member : rewrite(member, [...path, name]),
        ]);
        return rewriter.origins.carry(value, Object.fromEntries(members));
    };
    return rewrite(workflow, at);
}
function allSteps(steps, rewriter) {
    if (!Array.isArray(steps))
        return [];
    return steps.filter(json/* isJsonObject */.O).flatMap((step) => {
        const type = rewriter.stepTypes.get(typeof step["type"] === "string" ? step["type"] : "");
        const inner = Object.keys(type?.bodies ?? {}).flatMap((field) => {
            const body = step[field];
            const lists = (0,json/* isJsonObject */.O)(body) ? Object.values(body) : [body];
            return lists.flatMap((list) => allSteps(list, rewriter));
        });
        const id = step["id"];
        return typeof id === "string" ? [{ id, outputs: Object.keys(object(step["outputs"])) }, ...inner] : inner;
    });
}
/** `${a.b and c}` and `feature/${task.title.slug}`; a text with braces inside the expression isn't one. */
function newText(text, meanings) {
    return text.replaceAll(/(?<![$\\])\$\{([^{}]+)\}/g, (whole, inside) => {
        const name = inside.trim();
        const simple = /^[A-Za-z_]\w*$/.test(name);
        if (simple && !(meanings.outputs.has(name) && !meanings.inputs.has(name) && !meanings.variables.has(name)))
            return whole;
        return `{{ ${newExpression(name, meanings)} }}`;
    });
}
function newExpression(expression, meanings) {
    // Texts in quotes are kept; every other chain of names is looked at by its first.
    return expression.replaceAll(/'[^']*'|"[^"]*"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g, (chain, offset) => {
        if (/^['"]/.test(chain))
            return chain;
        const before = expression.slice(0, offset).trimEnd();
        if (before.endsWith(".") || before.endsWith("|"))
            return chain;
        const called = expression
            .slice(offset + chain.length)
            .trimStart()
            .startsWith("(");
        const [root = "", ...rest] = chain.split(".");
        if (WORDS.has(root) || (called && rest.length === 0))
            return chain;
        const slugged = rest.at(-1) === "slug" && !called;
        const full = [placed(root, rest, meanings), ...(slugged ? rest.slice(0, -1) : rest)].join(".");
        return slugged ? `slug(${full})` : full;
    });
}
function placed(root, rest, { inputs, variables, steps, outputs }) {
    if (names/* CONTEXT_NAMES */.p.has(root) && !(root === "project" && variables.has(root)))
        return root;
    if (variables.has(root))
        return `variables.${root}`;
    if (inputs.has(root))
        return `inputs.${root}`;
    const owner = outputs.get(root);
    if (steps.has(root) && (owner === undefined || ["outputs", "status", "outcome"].includes(rest[0] ?? "")))
        return rest.length === 0 || ["outputs", "status", "outcome", "exit_code", "error"].includes(rest[0] ?? "")
            ? root
            : `${root}.outputs`;
    return owner === undefined ? root : `${owner}.outputs.${root}`;
}
function object(value) {
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}

// EXTERNAL MODULE: ./lib/language/model.js
var model = __webpack_require__(29755);
;// CONCATENATED MODULE: ./lib/language/compat/steps.js


/** Fields that have another name today, with the value they have there. */
const RENAMED = [
    { from: "run", to: "command", only: "shell" },
    { from: "script", to: "command", only: "shell" },
    { from: "if", to: "when" },
    { from: "depends_on", to: "needs" },
    { from: "dependencies", to: "needs" },
    { from: "timeout_minutes", to: "timeout", value: (minutes) => `${String(minutes)}m` },
    { from: "timeout_seconds", to: "timeout" },
    { from: "continue_on_error", to: "on_error", value: (value) => (value === false ? "fail" : "continue") },
    { from: "max_retries", to: "retry", value: (value) => (typeof value === "number" ? value + 1 : value) },
    { from: "environment", to: "env" },
    { from: "parameters", to: "inputs", only: "plugin" },
    { from: "params", to: "inputs", only: "plugin" },
];
const OUTPUT_TYPES = {
    file: "artifact",
    text: "string",
    str: "string",
    integer: "number",
    int: "number",
    float: "number",
    bool: "boolean",
    array: "list",
    dict: "object",
    json: "object",
};
/** One step in today's form, its own fields only: what its bodies hold stays as it is. */
function newStep(written, at, rewriter) {
    const step = { ...written };
    const renamed = {};
    const move = (from, to) => {
        renamed[to] = from;
        rewriter.note([...at, from], `"${from}" became "${to}"`);
    };
    setType(step, at, rewriter);
    const type = typeof step["type"] === "string" ? step["type"] : "";
    for (const { from, to, value, only } of RENAMED) {
        const old = step[from];
        if (old === undefined || step[to] !== undefined || (only !== undefined && only !== type))
            continue;
        if (rewriter.stepTypes.get(type)?.fields[from] !== undefined)
            continue;
        delete step[from];
        step[to] = value === undefined ? old : value(old);
        move(from, to);
    }
    const ownCondition = rewriter.stepTypes.get(type)?.fields["condition"] !== undefined;
    if (!ownCondition && step["condition"] !== undefined && step["when"] === undefined) {
        step["when"] = step["condition"];
        delete step["condition"];
        move("condition", "when");
    }
    if (typeof step["description"] === "string") {
        step["name"] ??= step["description"];
        delete step["description"];
    }
    setCache(step, written, at, rewriter, renamed);
    setInputFiles(step, type, at, rewriter, renamed);
    setOutputs(step, type, at, rewriter);
    return rewriter.origins.carry(written, step, renamed);
}
/** `plugin`, `ai_action` and, where it isn't there, `claude_code`. */
function setType(step, at, { stepTypes, note }) {
    if (step["type"] === undefined && typeof step["plugin"] === "string") {
        step["type"] = "plugin";
        note(at, "a step with plugin and action has type: plugin");
    }
    if (step["type"] === "claude_code" && !stepTypes.has("claude_code")) {
        step["type"] = "claude";
        note([...at, "type"], "claude_code runs as claude");
    }
    if (step["type"] !== "ai_action")
        return;
    step["type"] = "claude";
    note([...at, "type"], "ai_action became claude");
    const { agent, prompt_template: template, name, action, plugin } = step;
    for (const field of ["agent", "action", "plugin"])
        delete step[field];
    if (typeof agent === "string")
        step["system"] ??= `You act as ${agent.replaceAll(/[_-]+/g, " ")}.`;
    // A template of several words is the text itself, not the name of a file.
    if (typeof template === "string" && /\s/.test(template.trim())) {
        delete step["prompt_template"];
        step["prompt"] ??= template;
    }
    if (step["prompt"] === undefined && step["prompt_template"] === undefined) {
        const task = [name, action ?? plugin].find((text) => typeof text === "string");
        step["prompt"] = typeof task === "string" ? `${task.replaceAll(/[_-]+/g, " ")}.` : "Do what the inputs ask for.";
    }
}
function setCache(step, written, at, { origins, note }, renamed) {
    const { use_cache: use, cache_key: key, cache_ttl: ttl, cache } = step;
    if (use === undefined && key === undefined && ttl === undefined)
        return;
    for (const field of ["use_cache", "cache_key", "cache_ttl"])
        delete step[field];
    const before = (0,json/* isJsonObject */.O)(cache) ? cache : {};
    const policy = {
        ...(use === undefined ? {} : { enabled: use }),
        ...(key === undefined ? {} : { key }),
        ...(ttl === undefined ? {} : { ttl }),
        ...before,
    };
    step["cache"] = origins.carry(written, policy, { enabled: "use_cache", key: "cache_key", ttl: "cache_ttl" });
    const from = key === undefined ? (use === undefined ? "cache_ttl" : "use_cache") : "cache_key";
    renamed["cache"] = from;
    note([...at, from], `"${from}" became part of "cache"`);
}
/** A list of inputs names what a step reads: shown to an agent, and part of what a result depends on. */
function setInputFiles(step, type, at, { origins, stepTypes, note }, renamed) {
    const { inputs } = step;
    if (!Array.isArray(inputs))
        return;
    delete step["inputs"];
    const known = stepTypes.get(type);
    if (known?.fields["context"] !== undefined) {
        const context = (0,json/* isJsonObject */.O)(step["context"]) ? step["context"] : {};
        step["context"] = origins.carry(step, { ...context, files: inputs });
        renamed["context"] = "inputs";
        note([...at, "inputs"], `the list of inputs became context.files`);
    }
    else if (known?.caching !== "never") {
        const cache = (0,json/* isJsonObject */.O)(step["cache"]) ? step["cache"] : { enabled: step["cache"] === true };
        step["cache"] = origins.carry(step, { ...cache, inputs });
        note([...at, "inputs"], `the list of inputs became cache.inputs`);
    }
    else {
        note([...at, "inputs"], `the list of inputs was left out: a ${type} step reads no files`);
    }
}
function setOutputs(step, type, at, rewriter) {
    const { origins, stepTypes, note } = rewriter;
    const { outputs } = step;
    const listed = typeof outputs === "string" ? [outputs] : outputs;
    if (Array.isArray(listed)) {
        const names = listed.filter((name) => typeof name === "string");
        step["outputs"] = Object.fromEntries(names.map((name) => [name, { type: "any" }]));
        note([...at, "outputs"], "the list of outputs became outputs by name");
    }
    else if ((0,json/* isJsonObject */.O)(outputs)) {
        const changed = Object.entries(outputs).map(([name, output]) => [name, newOutput(output, origins)]);
        if (changed.some(([name, output]) => output !== outputs[name])) {
            step["outputs"] = origins.carry(outputs, Object.fromEntries(changed));
            note([...at, "outputs"], "outputs have today's form");
        }
    }
    const declared = step["outputs"];
    // What an older agent step promised by name, a structured result gives by name.
    if (stepTypes.get(type)?.fields["output_schema"] !== undefined &&
        (0,json/* isJsonObject */.O)(declared) &&
        step["output_schema"] === undefined) {
        const promised = Object.entries(declared).filter(([, output]) => (0,json/* isJsonObject */.O)(output) && output["value"] === undefined);
        const open = promised.filter(([, output]) => (0,json/* isJsonObject */.O)(output) && output["type"] !== "artifact");
        if (open.length > 0) {
            step["output_schema"] = {
                type: "object",
                properties: Object.fromEntries(open.map(([name, output]) => [name, schemaOf(output)])),
                required: open.map(([name]) => name),
            };
        }
    }
}
function newOutput(output, origins) {
    if (typeof output === "string")
        return OUTPUT_TYPES[output] ?? output;
    if (!(0,json/* isJsonObject */.O)(output))
        return output;
    const { path, type, required: _required, ...rest } = output;
    const today = typeof type === "string" ? (OUTPUT_TYPES[type] ?? type) : type;
    if (path === undefined && today === type && output["required"] === undefined)
        return output;
    return origins.carry(output, {
        ...rest,
        ...(path === undefined ? {} : { value: path }),
        ...(today === undefined ? (path === undefined ? {} : { type: "artifact" }) : { type: today }),
    }, { value: "path" });
}
function schemaOf(output) {
    const type = (0,json/* isJsonObject */.O)(output) ? output["type"] : undefined;
    if (type === "list")
        return { type: "array" };
    return typeof type === "string" && ["string", "number", "boolean", "object"].includes(type) ? { type } : {};
}
/** The same steps, each with an id: made from its name, else from what it does. Ids are never made twice. */
function stepsWithIds(steps, at, { origins, note }) {
    const taken = new Set(steps.flatMap((step) => ((0,json/* isJsonObject */.O)(step) && typeof step["id"] === "string" ? [step["id"]] : [])));
    return steps.map((step, index) => {
        if (!(0,json/* isJsonObject */.O)(step) || step["id"] !== undefined)
            return step;
        const wanted = idOf(step, index);
        let id = wanted;
        for (let n = 2; taken.has(id); n++)
            id = `${wanted.slice(0, 58)}_${n}`;
        taken.add(id);
        note([...at, index], `the step has the id "${id}", made from its ${step["name"] === undefined ? "type" : "name"}`);
        return origins.carry(step, { id, ...step }, { id: "name" });
    });
}
function idOf(step, index) {
    const { name, type, plugin, action } = step;
    const said = [
        name,
        typeof plugin === "string" ? `${plugin}_${typeof action === "string" ? action : "call"}` : undefined,
        type,
    ];
    const text = said.find((part) => typeof part === "string") ?? "step";
    const id = text
        .toLowerCase()
        .replaceAll(/[^a-z0-9_]+/g, "_")
        .replaceAll(/^[^a-z]+|_+$/g, "")
        .slice(0, 60);
    return model/* ID_PATTERN */.p.test(id) ? id : `step_${index + 1}`;
}

;// CONCATENATED MODULE: ./lib/language/compat/wrapper.js

/** Fields beside `workflows:` that hold for each of them. */
const SHARED = ["version", "description", "variables", "env", "inputs", "defaults", "budget", "permissions"];
/** Takes the meant workflow out of a `workflows: {name: {…}}` wrapper; a document without one is itself the workflow. */
function unwrapped(document, file, { origins, note }) {
    const { workflows } = document;
    if (!(0,json/* isJsonObject */.O)(workflows))
        return { chosen: document, path: [], siblings: {} };
    const entries = Object.entries(workflows).filter((entry) => (0,json/* isJsonObject */.O)(entry[1]));
    const shared = Object.fromEntries(SHARED.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])));
    const whole = Object.fromEntries(entries.map(([name, workflow]) => [
        name,
        origins.carry(workflow, { ...shared, name, ...workflow, ...merged(shared, workflow) }),
    ]));
    const extended = new Set(entries.map(([, workflow]) => workflow["extends"]));
    const called = file
        .split("/")
        .at(-1)
        ?.replace(/\.ya?ml$/, "");
    const name = entries.find(([key]) => key === called)?.[0] ?? entries.find(([key]) => !extended.has(key))?.[0] ?? entries[0]?.[0];
    if (name === undefined)
        return { chosen: document, path: [], siblings: {} };
    const others = entries.length > 1 ? `; the file's others (${entries.map(([key]) => key).join(", ")}) need files of their own` : "";
    note(["workflows"], `"workflows: ${name}:" became the workflow itself${others}`);
    return { chosen: whole[name] ?? document, path: ["workflows", name], siblings: whole };
}
/** Variables and environment of file and workflow together; the workflow's own win. */
function merged(shared, workflow) {
    return Object.fromEntries(["variables", "env", "inputs"].flatMap((field) => {
        const [outer, own] = [shared[field], workflow[field]];
        return (0,json/* isJsonObject */.O)(outer) && (0,json/* isJsonObject */.O)(own) ? [[field, { ...outer, ...own }]] : [];
    }));
}

;// CONCATENATED MODULE: ./lib/language/compat/workflow.js

/** Fields that only described the file; nothing is lost with them. */
const DESCRIPTIVE = new Set(["author", "metadata", "tags", "license", "created", "updated"]);
const ROLLBACK = {
    auto: "automatic",
    rollback: "automatic",
    revert: "automatic",
    on_failure: "automatic",
    true: "automatic",
    false: "none",
    disabled: "none",
};
/** Names of types as older files and other tools call them. */
const INPUT_TYPES = {
    text: "string",
    str: "string",
    file: "string",
    path: "string",
    integer: "number",
    int: "number",
    float: "number",
    bool: "boolean",
    array: "list",
    dict: "object",
    json: "object",
    select: "choice",
};
/** The workflow's own fields in today's form; its steps stay as they are. */
function newWorkflowFields(workflow, at, { origins, note }) {
    const fields = {};
    for (const [field, value] of Object.entries(workflow)) {
        if (DESCRIPTIVE.has(field))
            note([...at, field], `"${field}" was left out: it only described the file`);
        else
            fields[field] = value;
    }
    const { name, parallel_execution: parallel, rollback_strategy: rollback, cost_tracking: tracking } = fields;
    if (typeof name === "string" && !/^[a-z][a-z0-9_-]*$/.test(name)) {
        fields["name"] = workflowName(name);
        fields["description"] ??= name;
        note([...at, "name"], `the name "${name}" became ${workflowName(name)}`);
    }
    if ((0,json/* isJsonObject */.O)(parallel)) {
        fields["parallel_execution"] = parallel["enabled"] !== false;
        const most = parallel["max_parallel"] ?? parallel["max_workers"] ?? parallel["max_concurrent"];
        if (typeof most === "number")
            fields["max_parallel"] = most;
        note([...at, "parallel_execution"], "the details of parallel_execution became max_parallel");
    }
    const strategy = (0,json/* isJsonObject */.O)(rollback) ? (rollback["type"] ?? rollback["enabled"] ?? true) : rollback;
    const known = ROLLBACK[typeof strategy === "boolean" ? `${strategy}` : typeof strategy === "string" ? strategy : ""];
    if (strategy !== undefined && known !== undefined) {
        fields["rollback_strategy"] = known;
        note([...at, "rollback_strategy"], `rollback_strategy became ${known}`);
    }
    if ((0,json/* isJsonObject */.O)(tracking)) {
        fields["cost_tracking"] = tracking["enabled"] !== false;
        const most = tracking["budget"] ?? tracking["budget_usd"] ?? tracking["max_usd"] ?? tracking["limit"];
        if (typeof most === "number" && fields["budget"] === undefined)
            fields["budget"] = { usd: most };
        note([...at, "cost_tracking"], "the details of cost_tracking became budget");
    }
    fields["inputs"] = newInputs(fields, at, origins, note);
    if (Object.keys(fields["inputs"]).length === 0)
        delete fields["inputs"];
    return origins.carry(workflow, fields);
}
/** Inputs by name with today's types, and those that only a `${INPUT_NAME}` in a variable tells of. */
function newInputs(workflow, at, origins, note) {
    const written = workflow["inputs"];
    const named = Array.isArray(written)
        ? written.flatMap((input) => {
            if (typeof input === "string")
                return [[input, { type: "string", required: true }]];
            if (!(0,json/* isJsonObject */.O)(input) || typeof input["name"] !== "string")
                return [];
            const { name, ...spec } = input;
            return [[name, origins.carry(input, spec)]];
        })
        : Object.entries((0,json/* isJsonObject */.O)(written) ? written : {});
    if (Array.isArray(written))
        note([...at, "inputs"], "the list of inputs became inputs by name");
    const inputs = Object.fromEntries(named.map(([name, spec]) => {
        if (!(0,json/* isJsonObject */.O)(spec))
            return [name, typeof spec === "string" ? (INPUT_TYPES[spec] ?? spec) : spec];
        const { choices, ...rest } = spec;
        const type = typeof rest["type"] === "string" ? (INPUT_TYPES[rest["type"]] ?? rest["type"]) : rest["type"];
        if (choices === undefined && type === rest["type"])
            return [name, spec];
        note([...at, "inputs", name], `the input "${name}" has today's type names`);
        const changed = {
            ...rest,
            ...(type === undefined ? {} : { type }),
            ...(choices === undefined ? {} : { enum: choices }),
        };
        return [name, origins.carry(spec, changed, { enum: "choices" })];
    }));
    for (const input of inputsOfVariables(workflow["variables"])) {
        if (Object.hasOwn(inputs, input))
            continue;
        inputs[input] = { type: "string" };
        note([...at, "variables"], `\${INPUT_${input.toUpperCase()}} declares the input "${input}"`);
    }
    return (0,json/* isJsonObject */.O)(written) ? origins.carry(written, inputs) : inputs;
}
function inputsOfVariables(variables) {
    if (!(0,json/* isJsonObject */.O)(variables))
        return [];
    return Object.values(variables).flatMap((value) => typeof value === "string"
        ? [...value.matchAll(/\$\{INPUT_([A-Za-z0-9_]+)\}/g)].map(([, name = ""]) => name.toLowerCase())
        : []);
}
function workflowName(text) {
    const slug = text
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/g, "-")
        .replaceAll(/^[^a-z]+|-+$/g, "");
    return slug === "" ? "workflow" : slug.slice(0, 100);
}

;// CONCATENATED MODULE: ./lib/language/compat/older-form.js





/**
 * The document in today's form (spec L12). A document that is in it already is given back as it is; one in an older form is rewritten as a
 * whole, member by member, and every new object keeps the place of what it was made from.
 *
 * @param file decides which workflow of a file with several is meant: the one called like the file, else the first that no other extends
 */
function modernise(document, file, origins, stepTypes) {
    if (!isOlderForm(document))
        return { root: document, rewritings: [], siblings: {} };
    const rewritings = [];
    const rewriter = { origins, stepTypes, note: (at, message) => rewritings.push({ at, message }) };
    const { chosen, path, siblings } = unwrapped(document, file, rewriter);
    const rewrite = (workflow, at) => rewriteWorkflow(workflow, at, rewriter);
    const root = rewrite(chosen, path);
    return {
        root,
        rewritings,
        siblings: Object.fromEntries(Object.entries(siblings).map(([name, sibling]) => [
            name,
            rewriteWorkflow(sibling, ["workflows", name], { ...rewriter, note: () => { } }),
        ])),
    };
}
function rewriteWorkflow(workflow, at, rewriter) {
    const fields = newWorkflowFields(workflow, at, rewriter);
    const { steps } = fields;
    if (!Array.isArray(steps))
        return fields;
    const rewritten = rewriteSteps(steps, [...at, "steps"], rewriter);
    const root = rewriter.origins.carry(fields, { ...fields, steps: rewritten });
    return newExpressions(root, at, rewriter);
}
function rewriteSteps(steps, at, rewriter) {
    const rewritten = steps.map((step, index) => {
        if (!(0,json/* isJsonObject */.O)(step))
            return step;
        const changed = newStep(step, [...at, index], rewriter);
        const type = rewriter.stepTypes.get(typeof changed["type"] === "string" ? changed["type"] : "");
        const bodies = Object.entries(type?.bodies ?? {}).flatMap(([field, { shape }]) => {
            const body = changed[field];
            if (shape === "list" && Array.isArray(body))
                return [[field, rewriteSteps(body, [...at, index, field], rewriter)]];
            if (shape === "map" && (0,json/* isJsonObject */.O)(body)) {
                const inner = Object.entries(body).map(([key, list]) => [
                    key,
                    Array.isArray(list) ? rewriteSteps(list, [...at, index, field, key], rewriter) : list,
                ]);
                return [[field, rewriter.origins.carry(body, Object.fromEntries(inner))]];
            }
            return [];
        });
        return bodies.length === 0
            ? changed
            : rewriter.origins.carry(changed, { ...changed, ...Object.fromEntries(bodies) });
    });
    return rewriter.origins.carry(steps, stepsWithIds(rewritten, at, rewriter));
}
/** Fields and types that only older forms have; one of them anywhere makes the whole document one. */
const OLDER_STEP_FIELDS = [
    "use_cache",
    "cache_key",
    "agent",
    "depends_on",
    "continue_on_error",
    "timeout_minutes",
    "run",
];
function isOlderForm(document) {
    return (0,json/* isJsonObject */.O)(document["workflows"]) || hasOlderStep(document["steps"]);
}
function hasOlderStep(steps) {
    if (!Array.isArray(steps))
        return false;
    return steps.some((step) => {
        if (!(0,json/* isJsonObject */.O)(step))
            return false;
        const { type, plugin, condition, outputs, inputs } = step;
        if (type === "ai_action" || (type === undefined && plugin !== undefined))
            return true;
        if (OLDER_STEP_FIELDS.some((field) => field in step))
            return true;
        if (condition !== undefined && type !== "assert")
            return true;
        if (Array.isArray(inputs) || Array.isArray(outputs) || hasOlderOutput(outputs))
            return true;
        // A step without an id is one only where a name can give it: a missing id in a new file is the author's slip.
        if (step["id"] === undefined && typeof step["name"] === "string" && type !== undefined)
            return true;
        return ["steps", "verify"].some((body) => hasOlderStep(step[body]));
    });
}
function hasOlderOutput(outputs) {
    return (0,json/* isJsonObject */.O)(outputs) && Object.values(outputs).some((output) => (0,json/* isJsonObject */.O)(output) && "path" in output);
}

// EXTERNAL MODULE: ./lib/kernel/diagnostics.js
var diagnostics = __webpack_require__(80985);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/language/parse/source.js
/**
 * Where each object and list of a document came from. Rewriting (compat, `extends`) makes new objects; they are entered here with the
 * origin of the old ones, so that a finding always points at what the author wrote, in the file it was written in.
 */
class Origins {
    #members = new WeakMap();
    #renamed = new WeakMap();
    enter(value, members) {
        this.#members.set(value, members);
    }
    /** Gives `to` the origin of `from`; `renamed` maps new member names to the old ones. */
    carry(from, to, renamed = {}) {
        const members = this.#members.get(from);
        if (members !== undefined)
            this.#members.set(to, members);
        this.#renamed.set(to, { ...this.#renamed.get(from), ...renamed });
        return to;
    }
    /** Gives `to` the origin of `from`, and of `parent` for the members that only it has. */
    inherit(from, parent, to) {
        const [own, above] = [this.#members.get(from), this.#members.get(parent)];
        this.carry(from, to);
        if (own === undefined || above === undefined)
            return to;
        const renamed = this.#renamed.get(parent);
        const inherited = (part, name) => {
            const found = above[part](renamed?.[name] ?? name);
            return found === undefined ? undefined : { source: above.source, ...found };
        };
        this.#members.set(to, {
            source: own.source,
            start: own.start,
            end: own.end,
            key: (name) => own.key(name) ?? inherited("key", name),
            value: (name) => own.value(name) ?? inherited("value", name),
        });
        return to;
    }
    /** The whole object or list. */
    spanOf(value) {
        const members = this.#members.get(value);
        return members === undefined ? undefined : { source: members.source, start: members.start, end: members.end };
    }
    /**
     * The span of what stands at `path` below `root`, or of the nearest thing around it that the text holds.
     *
     * @param part the member's key or its value; for a missing member, the object around it
     */
    locate(root, path, part = "value") {
        let value = root;
        let best = isObject(root) ? this.spanOf(root) : undefined;
        for (const [index, name] of path.entries()) {
            if (!isObject(value))
                break;
            const members = this.#members.get(value);
            const written = this.#renamed.get(value)?.[name] ?? name;
            const last = index === path.length - 1;
            const found = last && part === "key" ? members?.key(written) : members?.value(written);
            if (members !== undefined && found !== undefined)
                best = { source: members.source, ...found };
            value = value[name];
        }
        return best;
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}
function sourceText(file, text) {
    const lineStarts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lineStarts.push(at + 1);
    return { file, text, lineStarts };
}
/** Line and column, from 1, of an offset. */
function position(source, offset) {
    let low = 0;
    let high = source.lineStarts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((source.lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}
function placeOf(span, file) {
    if (span === undefined)
        return { file, line: 1, column: 1 };
    return { file: span.source.file, ...position(span.source, span.start) };
}
/**
 * Narrows a scalar's span to a part of its decoded text. Escapes, folding and indentation move offsets, so the part is found again by its
 * text: as many occurrences in as it was before. Where that fails, the whole scalar's span is the answer.
 */
function within(span, decoded, offset, length) {
    const wanted = decoded.slice(offset, offset + length).split("\n")[0] ?? "";
    if (wanted.trim() === "")
        return span;
    let nth = 0;
    for (let at = decoded.indexOf(wanted); at >= 0 && at < offset; at = decoded.indexOf(wanted, at + 1))
        nth++;
    let at = span.source.text.indexOf(wanted, span.start);
    for (; nth > 0 && at >= 0; nth--)
        at = span.source.text.indexOf(wanted, at + 1);
    if (at < 0 || at >= span.end)
        return span;
    return { source: span.source, start: at, end: at + wanted.length };
}
/** A finding at a span; severity `error` unless told. The end is left out where it stands on another line. */
function findingAt(span, text) {
    const from = position(span.source, span.start);
    const to = position(span.source, Math.max(span.start, span.end));
    return {
        rule: text.rule,
        severity: text.severity ?? "error",
        message: text.message,
        file: span.source.file,
        line: from.line,
        column: from.column,
        ...(to.line === from.line && to.column > from.column ? { endLine: to.line, endColumn: to.column } : {}),
        ...(text.hint === undefined ? {} : { hint: text.hint }),
    };
}

;// CONCATENATED MODULE: ./lib/language/parse/limits.js


/** The bounds of spec S5. Each one has its own rule and message. */
const YAML_LIMITS = {
    /** Bytes of UTF-8. */
    bytes: 262_144,
    /** Mappings and lists inside one another. */
    depth: 32,
    /** Keys and values together. */
    nodes: 30_000,
    /** UTF-16 code units of one scalar. */
    scalar: 131_072,
};
const KNOWN_TAGS = new Set(["!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq", "!"]);
/** C0 and C1 controls but tab and line ends, line separators, marks that reorder text, byte order marks, and lone surrogates. */
const REFUSED_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Findings on the text before any of it is read as YAML: too long, or with characters that editors hide. */
function checkText(source) {
    const whole = { source, start: 0, end: 0 };
    const bytes = new TextEncoder().encode(source.text).byteLength;
    if (bytes > YAML_LIMITS.bytes) {
        return [
            findingAt(whole, {
                rule: "yaml.too-large",
                message: `the file has ${bytes} bytes; a workflow may have ${YAML_LIMITS.bytes}`,
                hint: "split it into sub-workflows (type: workflow) or move long prompts into prompt_template files",
            }),
        ];
    }
    const findings = [];
    for (const match of source.text.matchAll(REFUSED_CHARACTER)) {
        const code = match[0].codePointAt(0) ?? 0;
        const span = { source, start: match.index, end: match.index + 1 };
        findings.push(findingAt(span, {
            rule: "yaml.character",
            message: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")} is not allowed in a workflow file`,
            hint: "delete it, or write it as an escape inside double quotes",
        }));
        if (findings.length === 20)
            break;
    }
    return findings;
}
/**
 * Splits the text into YAML tokens, and stops at the first bound it breaks. Linear in the text; nothing is composed yet, so neither
 * aliases nor nesting can have cost anything.
 */
function boundedTokens(source) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    const findings = [];
    let nodes = 0;
    const refuse = (rule, lexeme, message, hint) => {
        const span = { source, start: parser.offset, end: parser.offset + lexeme.length };
        findings.push(findingAt(span, { rule: `yaml.${rule}`, message, hint }));
    };
    let plain = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(source.text)) {
        // The lexer announces a plain or block scalar by a mark of its own; what follows is text, whatever it looks like.
        const type = plain ? "text" : dist/* CST */.DB.tokenType(lexeme);
        plain = type === "scalar";
        switch (type) {
            case "alias":
            case "anchor":
                refuse("alias", lexeme, `${type === "alias" ? "an alias" : "an anchor"} (${shortened(lexeme)}) is not allowed: every value is written where it is used`, "use a variable for a shared value, defaults for shared step fields, or extends for shared steps; quote the text if it only starts with & or *");
                break;
            case "tag":
                if (!KNOWN_TAGS.has(lexeme)) {
                    refuse("tag", lexeme, `the tag ${shortened(lexeme)} is not known`, "delete it; quote the text if it only starts with !");
                }
                break;
            case "directive-line":
                refuse("directive", lexeme, `the directive ${shortened(lexeme)} is not allowed: workflows are YAML 1.2`, "delete the line");
                break;
            case "text":
            case "single-quoted-scalar":
            case "double-quoted-scalar":
                nodes++;
                if (lexeme.length > YAML_LIMITS.scalar) {
                    refuse("scalar-too-long", lexeme.slice(0, 1), `one value has ${lexeme.length} characters; it may have ${YAML_LIMITS.scalar}`, "move the text into a file of the repository");
                }
                break;
            case "flow-map-start":
            case "flow-seq-start":
            case "seq-item-ind":
                nodes++;
                break;
            default:
        }
        if (nodes > YAML_LIMITS.nodes) {
            refuse("too-many-nodes", lexeme, `the file has more than ${YAML_LIMITS.nodes} keys and values`, "split it into sub-workflows (type: workflow)");
        }
        for (const token of parser.next(lexeme))
            tokens.push(token);
        // The parser's stack holds the document and the open collections; a map's open key or value may add one.
        if (parser.stack.length > YAML_LIMITS.depth + 2) {
            refuse("too-deep", lexeme, `mappings and lists stand more than ${YAML_LIMITS.depth} deep in one another`, "move the inner part into a sub-workflow or a file");
        }
        if (findings.length > 0)
            return { tokens: [], findings };
    }
    for (const token of parser.end())
        tokens.push(token);
    return { tokens, findings };
}
function shortened(text) {
    const line = text.trim();
    return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

;// CONCATENATED MODULE: ./lib/language/parse/document.js



/**
 * Reads one YAML document within the bounds of spec S5 and enters the place of every mapping and list into `origins`.
 *
 * Never throws. Time and memory are linear in the text.
 */
function parseDocument(text, file, origins) {
    // A byte order mark is an encoding's signature, not content (Unicode 23.8); one is taken off.
    const source = sourceText(file, text.startsWith("\ufeff") ? text.slice(1) : text);
    const bad = checkText(source);
    if (bad.length > 0)
        return { source, findings: bad, root: undefined };
    const { tokens, findings: overBounds } = boundedTokens(source);
    if (overBounds.length > 0)
        return { source, findings: overBounds, root: undefined };
    const composer = new dist/* Composer */.Dk({
        version: "1.2",
        schema: "core",
        merge: false,
        strict: true,
        stringKeys: true,
        // The library's own check compares every pair of keys; ours is a set per mapping.
        uniqueKeys: false,
        logLevel: "silent",
    });
    const documents = [...composer.compose(tokens, true, source.text.length)];
    const document = documents[0];
    const findings = [];
    const second = documents[1];
    if (second !== undefined) {
        const start = second.range[0];
        findings.push(findingAt({ source, start, end: start }, {
            rule: "yaml.documents",
            message: "the file holds more than one YAML document",
            hint: "one file is one workflow: put the second into its own file",
        }));
    }
    for (const error of document?.errors ?? []) {
        const start = Math.min(error.pos[0], source.text.length);
        findings.push(findingAt({ source, start, end: Math.min(error.pos[1], source.text.length) }, {
            rule: error.code === "NON_STRING_KEY" ? "yaml.key" : "yaml.syntax",
            ...syntaxText(error.code, error.message),
        }));
        if (findings.length >= 20)
            break;
    }
    if (document?.contents == null || findings.length > 0)
        return { source, findings, root: findings.length > 0 ? undefined : null };
    const reader = new Reader(source, origins, findings);
    const root = reader.read(document.contents);
    return { source, findings, root };
}
/** What the library says, with a remedy where its words alone don't give one. */
function syntaxText(code, message) {
    const first = message.split("\n")[0] ?? message;
    const hints = {
        TAB_AS_INDENT: "indent with spaces",
        BAD_INDENT: "give the line the same indentation as its neighbours",
        MULTILINE_IMPLICIT_KEY: "a key stands on one line; quote the value if it contains ': '",
        BLOCK_AS_IMPLICIT_KEY: "a value that contains ': ' must be quoted, or written below after | ",
        MISSING_CHAR: "close the quote or bracket, or add the missing character",
        UNEXPECTED_TOKEN: "quote the text if it holds any of : { } [ ] , & * # ? | - < > = ! % @ at a place where YAML reads them",
        BAD_SCALAR_START: "quote the text: YAML gives ` and @ a meaning of their own at its start",
        NON_STRING_KEY: "keys are plain texts",
    };
    const hint = hints[code];
    return { message: first.charAt(0).toLowerCase() + first.slice(1), ...(hint === undefined ? {} : { hint }) };
}
class Reader {
    #source;
    #origins;
    #findings;
    constructor(source, origins, findings) {
        this.#source = source;
        this.#origins = origins;
        this.#findings = findings;
    }
    read(node) {
        if ((0,dist/* isScalar */.jn)(node))
            return this.#scalar(node);
        if ((0,dist/* isMap */.jh)(node))
            return this.#map(node);
        if ((0,dist/* isSeq */.oP)(node))
            return this.#list(node);
        return null;
    }
    #map(node) {
        const value = {};
        const seen = new Set();
        for (const pair of node.items) {
            const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : undefined;
            if (key === undefined) {
                this.#refuse(pair.key, "key", "a mapping or list can't be a key", "keys are plain texts");
                continue;
            }
            if (key === "__proto__") {
                this.#refuse(pair.key, "key", "the key __proto__ is not allowed", "choose another name");
                continue;
            }
            if (seen.has(key)) {
                const firstLine = lineOf(this.#source, node.items.find((other) => (0,dist/* isScalar */.jn)(other.key) && String(other.key.value) === key)?.key);
                this.#refuse(pair.key, "duplicate-key", `the key "${key}" stands twice in the same mapping; the first is on line ${firstLine}`, "delete or rename one of them");
                continue;
            }
            seen.add(key);
            value[key] = this.read(pair.value);
        }
        this.#origins.enter(value, mapMembers(this.#source, node));
        return value;
    }
    #list(node) {
        const value = node.items.map((item) => ((0,dist/* isPair */.tO)(item) ? null : this.read(item)));
        this.#origins.enter(value, listMembers(this.#source, node));
        return value;
    }
    #scalar(node) {
        const { value } = node;
        if (typeof value === "number") {
            const written = node.source ?? String(value);
            if (!Number.isFinite(value)) {
                this.#refuse(node, "number", `${written} is not a finite number`, "write a number, or quote it if it is a text");
            }
            else if (/^[-+]?0[xo]/i.test(written)) {
                this.#refuse(node, "number", `${written} is not written in decimal`, `write ${value}, or quote it if it is a text`);
            }
            else if (Object.is(value, -0)) {
                this.#refuse(node, "number", "negative zero is not a number a workflow can mean", "write 0");
            }
            else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
                this.#refuse(node, "number", `${written} has more digits than a number can hold`, "quote it");
            }
            return value;
        }
        if (typeof value === "string" || typeof value === "boolean" || value === null)
            return value;
        return null;
    }
    #refuse(node, rule, message, hint) {
        const range = node?.range ?? [0, 0];
        this.#findings.push(findingAt({ source: this.#source, start: range[0], end: range[1] }, { rule: `yaml.${rule}`, message, hint }));
    }
}
function lineOf(source, node) {
    const offset = node?.range?.[0] ?? 0;
    let line = 0;
    while ((source.lineStarts[line] ?? Number.POSITIVE_INFINITY) <= offset)
        line++;
    return line;
}
function mapMembers(source, node) {
    const find = (name) => node.items.find((pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === String(name));
    return {
        source,
        ...rangeOf(node),
        key: (name) => {
            const pair = find(name);
            return pair === undefined ? undefined : rangeOf(pair.key);
        },
        value: (name) => {
            const pair = find(name);
            if (pair === undefined)
                return undefined;
            // A key without a value has an empty node; its key is the better place to point at.
            const empty = !(0,dist/* isScalar */.jn)(pair.value) && !(0,dist/* isMap */.jh)(pair.value) && !(0,dist/* isSeq */.oP)(pair.value);
            const value = pair.value;
            return empty || value?.range === undefined || value.range === null || value.range[0] === value.range[1]
                ? rangeOf(pair.key)
                : rangeOf(value);
        },
    };
}
function listMembers(source, node) {
    const item = (index) => {
        const found = node.items[Number(index)];
        return found?.range == null ? undefined : rangeOf(found);
    };
    return { source, ...rangeOf(node), key: item, value: item };
}
function rangeOf(node) {
    return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

;// CONCATENATED MODULE: ./lib/language/extends.js





/** A chain longer than this is taken for a mistake. */
const MAX_GENERATIONS = 8;
/** Mappings whose members are inherited one by one; of every other field the nearest one counts as a whole. */
const MERGED = ["inputs", "outputs", "variables", "env", "defaults", "permissions"];
/**
 * The document with everything it inherits through `extends` (spec L9). Its steps change the inherited ones by id: the same id overrides
 * field by field, `remove: true` takes the step out, a new id is inserted `before:` or `after:` the step it names, else after the step that
 * stands before it in this file, else at the end.
 *
 * Never throws. An unknown or circular reference is a finding at the `extends` field.
 *
 * @param siblings workflows of the same file, which come before the library
 */
async function inherit(document, siblings, context) {
    return generation(document, siblings, context, [context.file]);
}
async function generation(document, siblings, context, trail) {
    const reference = document["extends"];
    if (typeof reference !== "string")
        return { root: document, findings: [], texts: [] };
    const refuse = (message, hint) => {
        const span = locate(document, ["extends"], context.origins);
        const findings = span === undefined ? [] : [findingAt(span, { rule: "extends.unresolved", message, hint })];
        return { root: without(document, "extends", context.origins), findings, texts: [] };
    };
    const sibling = Object.hasOwn(siblings, reference) ? siblings[reference] : undefined;
    const found = sibling === undefined
        ? await context.load?.(reference, context.file)
        : { text: "", file: `${context.file}#${reference}` };
    if (found === undefined) {
        const names = [...Object.keys(siblings), ...((await context.names?.()) ?? [])];
        const near = (0,diagnostics/* nearestName */.q)(reference, names);
        const known = names.length === 0 ? "a workflow's name or a path from this file" : `known: ${names.join(", ")}`;
        return refuse(`there is no workflow "${reference}" to extend`, near === undefined ? known : `did you mean ${near}?`);
    }
    if (trail.includes(found.file))
        return refuse(`workflows extend one another: ${[...trail, found.file].join(" → ")}`, "remove one of these extends");
    if (trail.length > MAX_GENERATIONS)
        return refuse(`extends goes more than ${MAX_GENERATIONS} files deep`, "extend a workflow nearer to the first");
    const next = { ...context, file: found.file.split("#")[0] ?? found.file };
    const parent = sibling === undefined ? readParent(found, next) : { root: sibling, siblings, findings: [] };
    if (parent.root === undefined)
        return { ...refuse("", ""), findings: parent.findings };
    const above = await generation(parent.root, parent.siblings, next, [...trail, found.file]);
    const findings = [...parent.findings, ...above.findings];
    const root = merge(document, above.root, context.origins, findings);
    return { root, findings, texts: [found.text, ...above.texts] };
}
function readParent(found, context) {
    const { root, findings, source } = parseDocument(found.text, found.file, context.origins);
    if (findings.length > 0)
        return { root: undefined, siblings: {}, findings };
    if (!(0,json/* isJsonObject */.O)(root)) {
        const whole = { source, start: 0, end: 0 };
        const message = "a workflow file is a mapping with name: and steps:";
        return {
            root: undefined,
            siblings: {},
            findings: [findingAt(whole, { rule: "schema.type", message, hint: "extend another workflow" })],
        };
    }
    return { ...modernise(root, found.file, context.origins, context.stepTypes), findings: [] };
}
function merge(child, parent, origins, findings) {
    const fields = { ...parent, ...child };
    delete fields["extends"];
    for (const field of MERGED) {
        const [own, inherited] = [child[field], parent[field]];
        if ((0,json/* isJsonObject */.O)(own) && (0,json/* isJsonObject */.O)(inherited))
            fields[field] = origins.inherit(own, inherited, { ...inherited, ...own });
    }
    const [own, inherited] = [child["steps"], parent["steps"]];
    if (Array.isArray(own) && Array.isArray(inherited))
        fields["steps"] = mergeSteps(own, inherited, child, origins, findings);
    return origins.inherit(child, parent, fields);
}
function mergeSteps(own, inherited, child, origins, findings) {
    const steps = [...inherited];
    const indexOf = (id) => steps.findIndex((step) => (0,json/* isJsonObject */.O)(step) && step["id"] === id);
    let previous;
    for (const [index, change] of own.entries()) {
        if (!(0,json/* isJsonObject */.O)(change)) {
            steps.push(change);
            continue;
        }
        const { id, remove, before, after, ...fields } = change;
        const refuse = (name, field) => {
            const ids = steps.flatMap((step) => ((0,json/* isJsonObject */.O)(step) && typeof step["id"] === "string" ? [step["id"]] : []));
            const near = typeof name === "string" ? (0,diagnostics/* nearestName */.q)(name, ids) : undefined;
            const span = locate(child, ["steps", index, field], origins);
            if (span === undefined)
                return;
            findings.push(findingAt(span, {
                rule: "extends.unknown-step",
                message: `no inherited step is called ${JSON.stringify(name)}`,
                hint: near === undefined ? `steps: ${ids.join(", ")}` : `did you mean ${near}?`,
            }));
        };
        const at = indexOf(id);
        if (remove === true) {
            if (at < 0)
                refuse(id, "id");
            else
                steps.splice(at, 1);
            continue;
        }
        const base = at < 0 ? undefined : steps[at];
        // Another type has other fields: such a step takes the old one's place whole.
        const sameType = fields["type"] === undefined || ((0,json/* isJsonObject */.O)(base) && base["type"] === fields["type"]);
        const written = { ...(id === undefined ? {} : { id }), ...fields };
        const step = (0,json/* isJsonObject */.O)(base) && sameType
            ? origins.inherit(change, base, { ...base, ...written })
            : origins.carry(change, written);
        const anchor = before ?? after;
        if (anchor !== undefined && indexOf(anchor) < 0)
            refuse(anchor, before === undefined ? "after" : "before");
        if (at >= 0 && anchor === undefined)
            steps[at] = step;
        else {
            if (at >= 0)
                steps.splice(at, 1);
            const place = indexOf(anchor ?? previous);
            steps.splice(place < 0 ? steps.length : place + (before === undefined ? 1 : 0), 0, step);
        }
        previous = id;
    }
    return steps;
}
function without(document, field, origins) {
    const { [field]: _left, ...rest } = document;
    return origins.carry(document, rest);
}
function locate(root, path, origins) {
    return origins.locate(root, path);
}

// EXTERNAL MODULE: ./lib/kernel/duration.js
var duration = __webpack_require__(76181);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/language/schema/compose.js

/** Where the published schema is served for editors. */
const SCHEMA_ID = "https://unpkg.com/pawl/workflow.schema.json";
const PROFILES = ["minimal", "standard", "hardened", "paranoid", "development", "testing", "restricted"];
const compose_OUTPUT_TYPES = ["string", "number", "boolean", "object", "list", "artifact", "any"];
const ACCESS = { type: "string", enum: ["none", "read", "write"] };
const DURATION = {
    type: ["string", "number"],
    description: "Seconds as a number, or a text such as 500ms, 90s, 15m, 1h30m, 7d.",
};
const NAME_MAP = { propertyNames: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" } };
const BUDGET = {
    description: "The most that may be used. A budget that is spent parks the run; it goes on with a raised one.",
    type: ["object", "number"],
    properties: {
        usd: { type: "number", minimum: 0, description: "Dollars." },
        tokens: { type: "integer", minimum: 0, description: "Tokens of all kinds together." },
        minutes: { type: "number", minimum: 0, description: "Minutes of running time." },
        turns: { type: "integer", minimum: 0, description: "Answers of a model." },
    },
    additionalProperties: false,
};
const CACHE = {
    description: "Whether and by what the result is found again. `true`, or the details.",
    type: ["object", "boolean"],
    properties: {
        enabled: { type: "boolean", description: "Whether the result is kept and found again." },
        inputs: {
            type: "array",
            items: { type: "string" },
            description: "Globs of the files the result depends on; without them, the whole tree.",
        },
        env: {
            type: "array",
            items: { type: "string" },
            description: "Names of environment variables the result depends on.",
        },
        key: { description: "A key of your own, beside everything else." },
        ttl: { ...DURATION, description: "How long a result stays good." },
        paths: {
            type: "array",
            items: { type: "string" },
            description: "Paths outside git that belong to the result, such as node_modules.",
        },
    },
    additionalProperties: false,
};
const RETRY = {
    description: "How often and when a failed attempt is made again. A number is the number of attempts in all.",
    type: ["object", "integer"],
    minimum: 1,
    properties: {
        attempts: { type: "integer", minimum: 1, maximum: 100, description: "Attempts in all, the first included." },
        backoff: { type: "string", enum: ["constant", "linear", "exponential"], description: "How the wait grows." },
        delay: { ...DURATION, description: "The first wait." },
        max_delay: { ...DURATION, description: "The longest wait." },
        jitter: {
            type: ["number", "boolean"],
            minimum: 0,
            maximum: 1,
            description: "The share of each wait that is drawn by chance.",
        },
        on: {
            type: ["array", "string"],
            items: { type: "string" },
            description: "Error kinds or codes that are tried again; by default transient.",
        },
    },
    additionalProperties: false,
};
const OUTPUTS = {
    description: "Outputs by name: a type, an expression, a path (./report.xml) or the details.",
    type: "object",
    ...NAME_MAP,
    additionalProperties: {
        type: ["object", "string", "null"],
        properties: {
            type: { type: "string", enum: compose_OUTPUT_TYPES, description: "What it is." },
            value: { description: "Where it comes from: an expression, or a path for an artifact." },
            description: { type: "string", description: "What it is, for people." },
        },
        additionalProperties: false,
    },
};
const ARTIFACT = {
    type: ["object", "string"],
    required: ["name", "path"],
    properties: {
        name: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", description: "How it is referred to." },
        path: { description: "A path in the workspace." },
        media_type: { type: "string", description: "For example text/html." },
        tags: { type: "array", items: { type: "string" }, description: "Free words to find it by." },
        retention_days: { type: "integer", minimum: 1, description: "After how many days it may be removed." },
        optional: { type: "boolean", description: "Whether its absence is no failure." },
    },
    additionalProperties: false,
};
/** Fields every step has (spec L4). */
const STEP_FIELDS = {
    id: {
        type: "string",
        pattern: "^[a-z][a-z0-9_-]{0,62}$",
        description: "How others refer to this step: lower-case letters, digits, _ and -.",
    },
    name: { type: "string", maxLength: 200, description: "What people see." },
    type: { type: "string", description: "What kind of step it is." },
    when: {
        type: ["string", "boolean"],
        description: "Runs the step only if this holds. With failure() or always() it also runs after a failure.",
    },
    needs: {
        type: ["array", "string"],
        items: { type: "string" },
        description: "Ids of the steps that must have ended before.",
    },
    timeout: {
        ...DURATION,
        description: "The step and everything it started are ended then. Seconds, or a text such as 15m.",
    },
    retry: RETRY,
    on_error: {
        type: "string",
        description: "fail (the default), continue, skip_rest, or the id of the step that takes over.",
    },
    compensate: { $ref: "#/definitions/step" },
    cache: CACHE,
    inputs: {
        type: "object",
        description: "Values for this step, as its fields or its sub-workflow see them.",
        additionalProperties: true,
    },
    outputs: OUTPUTS,
    artifacts: { description: "Files to keep, by name.", type: ["array", "object"], items: ARTIFACT },
    env: {
        type: "object",
        description: "Environment variables of what the step runs; nothing else is inherited.",
        propertyNames: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
        additionalProperties: { type: ["string", "number", "boolean", "null"] },
    },
    security_profile: {
        type: "string",
        enum: PROFILES,
        description: "What the step may reach. It is enforced, or the step is refused.",
    },
    budget: BUDGET,
    circuit_breaker: {
        description: "Stops calling what keeps failing, across runs.",
        type: "object",
        required: ["name"],
        properties: {
            name: { type: "string", description: "Shared by all steps that name it." },
            failures: { type: "integer", minimum: 1, description: "Failures in a row that open it." },
            reset: { ...DURATION, description: "How long it stays open." },
        },
        additionalProperties: false,
    },
};
/** What a field of the workflow itself may be (spec L1). */
const WORKFLOW_FIELDS = {
    $schema: { type: "string", description: "The address of this schema, for editors." },
    name: {
        type: "string",
        pattern: "^[a-z][a-z0-9_-]{0,99}$",
        description: "How the workflow is called: lower-case letters, digits, _ and -.",
    },
    version: { type: ["string", "number"], description: "The version of this workflow." },
    description: { type: "string", description: "What it does, in a sentence." },
    inputs: {
        description: "What a run is given.",
        type: "object",
        ...NAME_MAP,
        additionalProperties: {
            type: ["object", "string", "null"],
            properties: {
                type: {
                    type: "string",
                    enum: ["string", "number", "boolean", "choice", "list", "object", "secret"],
                    description: "What it is.",
                },
                required: { type: "boolean", description: "Whether a run can't start without it." },
                default: { description: "What it is when not given." },
                description: { type: "string", description: "What it is for." },
                enum: { type: "array", minItems: 1, description: "The values it may have." },
                options: { type: "array", minItems: 1, description: "The same as enum." },
                pattern: { type: "string", maxLength: 1000, description: "A regular expression (RE2) it must match." },
                minimum: { type: "number", description: "The least." },
                maximum: { type: "number", description: "The most." },
            },
            additionalProperties: false,
        },
    },
    outputs: OUTPUTS,
    variables: {
        type: "object",
        description: "Values by name; they may refer to inputs and to one another.",
        ...NAME_MAP,
        additionalProperties: true,
    },
    env: { ...STEP_FIELDS["env"], description: "Environment variables of every step." },
    budget: BUDGET,
    permissions: {
        description: "What its effects may do on GitHub; what isn't listed is refused.",
        type: "object",
        properties: {
            contents: { ...ACCESS, description: "Branches and commits." },
            issues: { ...ACCESS, description: "Comments and labels." },
            pull_requests: { ...ACCESS, description: "Pull requests." },
            checks: { ...ACCESS, description: "Check runs." },
            protected_paths: {
                type: "array",
                items: { type: "string" },
                description: "Globs of protected paths it may change all the same.",
            },
        },
        additionalProperties: false,
    },
    concurrency: {
        description: "Runs of one group wait for one another.",
        type: ["object", "string"],
        required: ["group"],
        properties: {
            group: { type: "string", description: "The group's name; may hold expressions." },
            cancel_in_progress: { type: "boolean", description: "Cancel the older run instead of waiting for it." },
        },
        additionalProperties: false,
    },
    triggers: {
        type: ["object", "array"],
        description: "What starts it, beside a label and a comment.",
        additionalProperties: true,
    },
    defaults: {
        type: "object",
        description: "Fields for every step that doesn't have them.",
        additionalProperties: true,
    },
    extends: { type: "string", description: "The workflow this one is made from: a name or a path." },
    parallel_execution: {
        type: "boolean",
        description: "Steps run as soon as what they need has ended, instead of in order.",
    },
    max_parallel: { type: "integer", minimum: 1, maximum: 256, description: "The most steps at once." },
    rollback_strategy: {
        type: "string",
        enum: ["none", "automatic", "manual"],
        description: "Whether completed steps are compensated when the run fails.",
    },
    cost_tracking: { type: "boolean", description: "Whether cost is recorded (it is, unless this is false)." },
    steps: { $ref: "#/definitions/steps" },
};
/**
 * The JSON Schema (draft 7) of a workflow file, put together from the step types.
 * Every field that isn't a text takes an expression too; the validator sees by the value whether it is one.
 */
function composeSchema(stepTypes) {
    const types = [...stepTypes.values()];
    const definitions = {
        steps: {
            type: "array",
            minItems: 1,
            maxItems: 5000,
            items: { $ref: "#/definitions/step" },
            description: "The steps, in order.",
        },
        step: {
            type: "object",
            required: ["id", "type"],
            properties: {
                type: { type: "string", enum: types.map(({ type }) => type), description: "What kind of step it is." },
            },
            allOf: types.map(({ type }) => ({
                if: { properties: { type: { const: type } }, required: ["type"] },
                then: { $ref: `#/definitions/step_${type}` },
            })),
        },
    };
    for (const [name, schema] of Object.entries(STEP_FIELDS))
        definitions[`field_${name}`] = isIdentity(name) ? schema : orExpression(schema);
    for (const type of types)
        definitions[`step_${type.type}`] = stepSchema(type, EDITOR_FIELDS, orExpression);
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        $id: SCHEMA_ID,
        title: "Pawl workflow",
        description: "A workflow of shell, agent and assertion steps.",
        type: "object",
        required: ["name", "steps"],
        properties: WORKFLOW_FIELDS,
        additionalProperties: false,
        definitions,
    };
}
/** The shape of a document without looking into its steps: `steps` is a list of mappings. */
function documentSchema() {
    const steps = { type: "array", minItems: 1, maxItems: 5000, items: { type: "object" } };
    return {
        type: "object",
        required: ["name", "steps"],
        properties: { ...WORKFLOW_FIELDS, steps },
        additionalProperties: false,
    };
}
/** The shape of one step without looking into its bodies, for a validator that walks the tree itself. */
function flatStepSchema(type) {
    const schema = stepSchema(type, STEP_FIELDS, (field) => field);
    const bodies = Object.fromEntries(Object.entries(type.bodies).map(([name, { shape }]) => [
        name,
        shape === "list"
            ? { type: "array", minItems: 1, items: { type: "object" } }
            : { type: "object", additionalProperties: { type: "array", minItems: 1, items: { type: "object" } } },
    ]));
    return {
        ...schema,
        properties: { ...schema["properties"], ...bodies, compensate: { type: "object" } },
    };
}
/** What every step must have before its type says more. */
function untypedStepSchema(stepTypes) {
    return {
        type: "object",
        required: ["id", "type"],
        properties: { id: STEP_FIELDS["id"] ?? {}, type: { type: "string", enum: [...stepTypes.keys()] } },
    };
}
/** References to the fields every step has, so that the published schema holds each once. */
const EDITOR_FIELDS = Object.fromEntries(Object.keys(STEP_FIELDS).map((name) => [name, { $ref: `#/definitions/field_${name}` }]));
/** Ids and types are what everything else refers to: no expression can stand for them. */
function isIdentity(name) {
    return name === "id" || name === "type";
}
function stepSchema(type, common, field) {
    const own = Object.fromEntries(Object.entries(type.fields).map(([name, schema]) => [name, field(schema)]));
    const bodies = Object.fromEntries(Object.entries(type.bodies).map(([name, { shape, description }]) => [
        name,
        shape === "list"
            ? { $ref: "#/definitions/steps", description }
            : { type: "object", description, additionalProperties: { $ref: "#/definitions/steps" } },
    ]));
    const requiredBodies = Object.entries(type.bodies).flatMap(([name, { required }]) => (required ? [name] : []));
    return {
        type: "object",
        description: type.summary,
        required: ["id", "type", ...type.required, ...requiredBodies],
        properties: { ...common, ...own, ...bodies, type: { const: type.type, description: type.summary } },
        additionalProperties: false,
    };
}
/** The schema, or a text with an expression in it. */
function orExpression(schema) {
    const types = typeof schema["type"] === "string" ? [schema["type"]] : Array.isArray(schema["type"]) ? schema["type"] : [];
    const takesAnyText = types.includes("string") && schema["enum"] === undefined && schema["pattern"] === undefined;
    if (takesAnyText || types.length === 0)
        return schema;
    const { description } = schema;
    return {
        ...(description === undefined ? {} : { description }),
        ...(isJsonObject(schema["default"]) || schema["default"] === undefined ? {} : { default: schema["default"] }),
        anyOf: [schema, { type: "string", pattern: String.raw `\{\{|\$\{` }],
    };
}

;// CONCATENATED MODULE: ./lib/language/normalise.js





const normalise_OUTPUT_TYPES = new Set(["string", "number", "boolean", "object", "list", "artifact", "any"]);
const DEFAULT_MAX_PARALLEL = 4;
/** The workflow a document means: every default filled in. The document has the schema's shape; what it can't judge is reported. */
function normaliseWorkflow(root, context) {
    const name = normalise_text(root["name"]);
    const defaults = normalise_object(root["defaults"]);
    const concurrency = root["concurrency"];
    return {
        name,
        version: String(root["version"] ?? "1.0.0"),
        description: normalise_text(root["description"]),
        inputs: mapValues(normalise_object(root["inputs"]), inputSpec),
        outputs: mapValues(normalise_object(root["outputs"]), (value) => {
            const spec = outputSpec(value);
            return { ...spec, value: spec.value ?? null };
        }),
        variables: normalise_object(root["variables"]),
        env: mapValues(normalise_object(root["env"]), (value) => (typeof value === "string" ? value : JSON.stringify(value))),
        budget: budget(root["budget"]) ?? {},
        permissions: permissions(normalise_object(root["permissions"])),
        ...(concurrency === undefined
            ? {}
            : {
                concurrency: (0,json/* isJsonObject */.O)(concurrency)
                    ? { group: normalise_text(concurrency["group"]), cancelInProgress: concurrency["cancel_in_progress"] === true }
                    : { group: normalise_text(concurrency), cancelInProgress: false },
            }),
        triggers: (0,json/* isJsonObject */.O)(root["triggers"])
            ? root["triggers"]
            : Object.fromEntries(texts(root["triggers"]).map((event) => [event, {}])),
        parallel: root["parallel_execution"] === true,
        maxParallel: typeof root["max_parallel"] === "number" ? root["max_parallel"] : DEFAULT_MAX_PARALLEL,
        rollback: root["rollback_strategy"] ?? "none",
        costTracking: root["cost_tracking"] !== false,
        steps: normaliseSteps(list(root["steps"]), ["steps"], defaults, context),
        source: { file: context.file, digest: context.digest },
    };
}
function normaliseSteps(steps, path, defaults, context) {
    const seen = new Set();
    return steps.filter(json/* isJsonObject */.O).map((step, index) => {
        const normalised = normaliseStep(step, [...path, index], defaults, context);
        if (seen.has(normalised.id)) {
            context.problem([...path, index, "id"], "step.duplicate-id", `the id "${normalised.id}" stands twice in the same list of steps`, "give each step an id of its own");
        }
        seen.add(normalised.id);
        return normalised;
    });
}
function normaliseStep(written, path, defaults, context) {
    const type = context.stepTypes.get(normalise_text(written["type"]));
    const step = withDefaults(written, defaults, type);
    const duration = (field) => readDuration(step[field], [...path, field], context);
    const timeoutMs = duration("timeout");
    const bodies = {};
    for (const [field, { shape }] of Object.entries(type?.bodies ?? {})) {
        const value = step[field];
        if (shape === "list" && Array.isArray(value))
            bodies[field] = normaliseSteps(value, [...path, field], defaults, context);
        if (shape === "map" && (0,json/* isJsonObject */.O)(value)) {
            for (const [key, body] of Object.entries(value))
                bodies[`${field}.${key}`] = normaliseSteps(list(body), [...path, field, key], defaults, context);
        }
    }
    const profile = step["security_profile"];
    const breaker = step["circuit_breaker"];
    const compensate = step["compensate"];
    const cache = cachePolicy(step["cache"], [...path, "cache"], context);
    const own = budget(step["budget"]);
    const when = step["when"];
    return {
        id: normalise_text(step["id"]),
        ...(typeof step["name"] === "string" ? { name: step["name"] } : {}),
        type: normalise_text(step["type"]),
        ...(when === undefined ? {} : { when: String(when) }),
        needs: texts(step["needs"]),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        retry: retryPolicy(step["retry"], [...path, "retry"], context),
        onError: typeof step["on_error"] === "string" ? step["on_error"] : "fail",
        ...((0,json/* isJsonObject */.O)(compensate)
            ? {
                compensate: normaliseStep({ id: `${normalise_text(step["id"])}_compensate`.slice(0, 63), ...compensate }, [...path, "compensate"], defaults, context),
            }
            : {}),
        ...(cache === undefined ? {} : { cache }),
        inputs: normalise_object(step["inputs"]),
        outputs: mapValues(normalise_object(step["outputs"]), outputSpec),
        artifacts: artifactSpecs(step["artifacts"]),
        env: normalise_object(step["env"]),
        ...(profile === undefined ? {} : { securityProfile: profile }),
        ...(own === undefined ? {} : { budget: own }),
        ...((0,json/* isJsonObject */.O)(breaker)
            ? {
                circuitBreaker: {
                    name: normalise_text(breaker["name"]),
                    failures: typeof breaker["failures"] === "number" ? breaker["failures"] : 5,
                    resetMs: readDuration(breaker["reset"], [...path, "circuit_breaker", "reset"], context) ?? 60_000,
                },
            }
            : {}),
        config: Object.fromEntries(Object.entries(step).filter(([field]) => !(field in STEP_FIELDS) && !(field in (type?.bodies ?? {})))),
        bodies,
        place: placeOf(context.origins.spanOf(written), context.file),
    };
}
/** `defaults` fills fields the step doesn't have: those every step has, and those of its own type. */
function withDefaults(step, defaults, type) {
    const known = Object.entries(defaults).filter(([field]) => (field in STEP_FIELDS && !["id", "name", "type"].includes(field)) || field in (type?.fields ?? {}));
    const env = (0,json/* isJsonObject */.O)(defaults["env"]) && (0,json/* isJsonObject */.O)(step["env"]) ? { env: { ...defaults["env"], ...step["env"] } } : {};
    return { ...Object.fromEntries(known), ...step, ...env };
}
function readDuration(value, path, context) {
    if (typeof value !== "string" && typeof value !== "number")
        return undefined;
    try {
        return (0,duration/* parseDuration */.E)(value);
    }
    catch (thrown) {
        const error = (0,errors/* toPawlError */.e)(thrown);
        context.problem(path, "value.duration", error.message, error.remedy);
        return undefined;
    }
}
function inputSpec(value) {
    const written = (0,json/* isJsonObject */.O)(value) ? value : { type: typeof value === "string" ? value : "string" };
    const choices = written["enum"] ?? written["options"];
    const type = written["type"] ?? (choices === undefined ? "string" : "choice");
    const { default: fallback, pattern, minimum, maximum } = written;
    return {
        type,
        required: written["required"] === true,
        description: normalise_text(written["description"]),
        ...(fallback === undefined ? {} : { default: fallback }),
        ...(Array.isArray(choices) ? { enum: choices } : {}),
        ...(typeof pattern === "string" ? { pattern } : {}),
        ...(typeof minimum === "number" ? { minimum } : {}),
        ...(typeof maximum === "number" ? { maximum } : {}),
    };
}
/** `number`, `./report.xml`, `{{ … }}` or the details. */
function outputSpec(value) {
    if ((0,json/* isJsonObject */.O)(value)) {
        const { type, description, value: from } = value;
        return {
            type: type ?? "any",
            ...(typeof description === "string" ? { description } : {}),
            ...(from === undefined ? {} : { value: from }),
        };
    }
    if (typeof value !== "string")
        return { type: "any" };
    if (normalise_OUTPUT_TYPES.has(value))
        return { type: value };
    return /^\.{0,2}\//.test(value) ? { type: "artifact", value } : { type: "any", value };
}
function artifactSpecs(value) {
    const entries = (0,json/* isJsonObject */.O)(value)
        ? Object.entries(value).map(([name, spec]) => ((0,json/* isJsonObject */.O)(spec) ? { name, ...spec } : { name, path: spec }))
        : list(value);
    return entries.map((entry) => {
        const spec = (0,json/* isJsonObject */.O)(entry) ? entry : { name: normalise_text(entry).split("/").at(-1) ?? "", path: entry };
        const { media_type: mediaType, retention_days: retentionDays } = spec;
        return {
            name: normalise_text(spec["name"]),
            path: spec["path"] ?? null,
            ...(typeof mediaType === "string" ? { mediaType } : {}),
            tags: texts(spec["tags"]),
            ...(typeof retentionDays === "number" ? { retentionDays } : {}),
            optional: spec["optional"] === true,
        };
    });
}
function retryPolicy(value, path, context) {
    const written = (0,json/* isJsonObject */.O)(value) ? value : {};
    const { attempts, backoff, jitter, on } = written;
    return {
        attempts: typeof value === "number" ? value : typeof attempts === "number" ? attempts : 1,
        backoff: backoff ?? "exponential",
        delayMs: readDuration(written["delay"], [...path, "delay"], context) ?? 1_000,
        maxDelayMs: readDuration(written["max_delay"], [...path, "max_delay"], context) ?? 60_000,
        jitter: typeof jitter === "number" ? jitter : jitter === false ? 0 : 0.25,
        on: on === undefined ? ["transient"] : texts(on),
    };
}
function cachePolicy(value, path, context) {
    if (value === undefined)
        return undefined;
    const written = (0,json/* isJsonObject */.O)(value) ? value : {};
    const ttlMs = readDuration(written["ttl"], [...path, "ttl"], context);
    return {
        enabled: value !== false && written["enabled"] !== false,
        inputs: texts(written["inputs"]),
        env: texts(written["env"]),
        ...(written["key"] === undefined ? {} : { key: written["key"] }),
        ...(ttlMs === undefined ? {} : { ttlMs }),
        paths: texts(written["paths"]),
    };
}
function budget(value) {
    if (typeof value === "number")
        return { usd: value };
    return (0,json/* isJsonObject */.O)(value) ? value : undefined;
}
function permissions(written) {
    const { pull_requests: pullRequests, protected_paths: protectedPaths, ...same } = written;
    return {
        ...same,
        ...(pullRequests === undefined ? {} : { pullRequests: pullRequests }),
        ...(protectedPaths === undefined ? {} : { protectedPaths: texts(protectedPaths) }),
    };
}
function mapValues(value, change) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
}
function normalise_object(value) {
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function normalise_text(value) {
    return typeof value === "string" ? value : "";
}
/** A list of texts, or one text as a list of itself. */
function texts(value) {
    return typeof value === "string" ? [value] : list(value).filter((item) => typeof item === "string");
}

// EXTERNAL MODULE: ./lib/language/plan/plan.js
var plan_plan = __webpack_require__(25709);
// EXTERNAL MODULE: ./lib/language/expressions/segments.js
var segments = __webpack_require__(55606);
// EXTERNAL MODULE: ./lib/language/expressions/evaluate.js + 5 modules
var evaluate = __webpack_require__(35019);
;// CONCATENATED MODULE: ./lib/language/validate/types.js

const OF_INPUT = {
    string: "string",
    number: "number",
    boolean: "boolean",
    choice: "unknown",
    list: "list",
    object: "object",
    secret: "string",
};
const OF_OUTPUT = {
    string: "string",
    number: "number",
    boolean: "boolean",
    object: "object",
    list: "list",
    artifact: "unknown",
    any: "unknown",
};
/** JSON Schema's names of the same. */
const IN_SCHEMA = {
    string: ["string"],
    number: ["number", "integer"],
    boolean: ["boolean"],
    object: ["object"],
    list: ["array"],
    unknown: [],
};
/** What filters give, whatever they are given. */
const OF_FILTER = {
    int: "number",
    float: "number",
    length: "number",
    count: "number",
    abs: "number",
    round: "number",
    string: "string",
    upper: "string",
    lower: "string",
    trim: "string",
    join: "string",
    tojson: "string",
    slug: "string",
    list: "list",
};
const LIST_FILTERS = /^\s*\|\s*(length|count|join|first|last|map|select|selectattr|reject|rejectattr|sort|unique|groupby|sum|list|reverse)\b/;
const NAMES = {
    string: "a text",
    number: "a number",
    boolean: "true or false",
    object: "an object",
    list: "a list",
    unknown: "unknown",
};
/** The declared type of what a reference reads, and how many names of its path that takes. */
function declared(reference, sight) {
    const { root, path } = reference;
    if (root === "inputs") {
        const spec = Object.hasOwn(sight.workflow.inputs, path[0] ?? "") ? sight.workflow.inputs[path[0] ?? ""] : undefined;
        return { type: spec === undefined ? "unknown" : OF_INPUT[spec.type], used: 1 };
    }
    if (root === "variables") {
        const { variables } = sight.workflow;
        const value = Object.hasOwn(variables, path[0] ?? "") ? variables[path[0] ?? ""] : undefined;
        return { type: value === undefined || sight.set.has(path[0] ?? "") ? "unknown" : typeOfLiteral(value), used: 1 };
    }
    const [id, ...rest] = root === "steps" ? path : [root, ...path];
    const step = sight.before.get(id ?? "");
    const skipped = root === "steps" ? 1 : 0;
    const [member, name] = rest;
    if (step === undefined || member !== "outputs" || name === undefined)
        return { type: "unknown", used: 0 };
    const own = Object.hasOwn(step.outputs, name) ? step.outputs[name] : undefined;
    const outputs = sight.types.get(step.type)?.outputs ?? {};
    const given = own ?? (Object.hasOwn(outputs, name) ? outputs[name] : undefined);
    return { type: given === undefined ? "unknown" : OF_OUTPUT[given.type], used: skipped + 2 };
}
function typeOfLiteral(value) {
    if (value === null)
        return "unknown";
    if (Array.isArray(value))
        return "list";
    if (typeof value === "object")
        return "object";
    if (typeof value !== "string")
        return typeof value;
    return /\$\{|\{\{|\{%/.test(value) ? "unknown" : "string";
}
/** A member read from what has none, or a single value used as a list. Undefined when nothing is known to be wrong. */
function misuse(text, reference, sight) {
    const { type, used } = declared(reference, sight);
    if (type === "unknown" || type === "object")
        return undefined;
    const member = reference.path[used];
    const name = [reference.root, ...reference.path.slice(0, used)].join(".");
    const after = text.slice(reference.offset + reference.length);
    // Texts and lists have methods: a call is judged when it is made.
    if (member !== undefined && !/^\s*\(/.test(after)) {
        const length = member === "length" && (type === "list" || type === "string");
        return {
            message: `${name} is ${NAMES[type]} and has no member "${member}"`,
            hint: length ? `write ${name} | length` : "remove the member, or declare the value as an object",
        };
    }
    if (type === "list" || type === "string" || member !== undefined)
        return undefined;
    const filter = LIST_FILTERS.exec(after)?.[1];
    const iterated = /\bin\s+$/.test(text.slice(0, reference.offset));
    if (filter === undefined && !iterated)
        return undefined;
    return {
        message: `${name} is ${NAMES[type]} and is used as a list${filter === undefined ? "" : ` by "${filter}"`}`,
        hint: "declare the value as a list, or write [value]",
    };
}
/** The type of a field's text when it is one expression whose type is declared: a name, or one that ends in a filter of known result. */
function typeOfText(text, sight) {
    const whole = /^\s*\$?\{\{-?\s*((?:(?!\}\}).)*?)\s*-?\}\}\s*$/s.exec(text)?.[1];
    if (whole === undefined)
        return "unknown";
    const filter = /\|\s*([a-z_]+)\s*(?:\([^()]*\))?$/.exec(whole)?.[1];
    if (filter !== undefined)
        return OF_FILTER[filter] ?? "unknown";
    if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+$/.test(whole))
        return "unknown";
    const [reference] = (0,evaluate/* references */.Ft)(text, "template");
    if (reference === undefined || reference.dynamic)
        return "unknown";
    const { type, used } = declared(reference, sight);
    return reference.path.length === used ? type : "unknown";
}
/**
 * Whether a value of a type can stand where a schema wants another. Numbers and truth values can stand for texts, as they do in a
 * template; everything else must be what is asked for.
 */
function mismatch(field, schema, type) {
    const wanted = schema?.["type"];
    const kinds = (Array.isArray(wanted) ? wanted : wanted === undefined ? [] : [wanted]).filter((kind) => typeof kind === "string");
    if (type === "unknown" || kinds.length === 0 || IN_SCHEMA[type].some((kind) => kinds.includes(kind)))
        return undefined;
    if (kinds.includes("string") && (type === "number" || type === "boolean") && kinds.length === 1)
        return undefined;
    if (kinds.length === 1 && kinds[0] === "string")
        return undefined;
    return {
        message: `"${field}" wants ${kinds.map(named).join(" or ")} and is given ${NAMES[type]}`,
        hint: kinds.some((kind) => kind === "integer" || kind === "number")
            ? "declare the value as a number, or write {{ … | int }}"
            : `declare the value as ${kinds.map(named).join(" or ")}`,
    };
}
/** The same for a declared output. */
function outputMismatch(name, wanted, type) {
    const target = OF_OUTPUT[wanted];
    if (target === "unknown" || type === "unknown" || target === type || target === "string")
        return undefined;
    // Lists are objects to JavaScript and to `type: object` in older files: both hold what isn't a single value.
    if (target === "object" && type === "list")
        return undefined;
    return {
        message: `the output "${name}" is declared as ${NAMES[target]} and is given ${NAMES[type]}`,
        hint: "correct the declared type, or convert the value",
    };
}
/** What is wrong with an input of a called workflow, or undefined. */
function inputMismatch(name, wanted, type) {
    const target = OF_INPUT[wanted];
    if (target === "unknown" || type === "unknown" || target === type)
        return undefined;
    if (target === "string" && type !== "list" && type !== "object")
        return undefined;
    return {
        message: `the input "${name}" is ${NAMES[target]} and is given ${NAMES[type]}`,
        hint: "give it a value of its type",
    };
}
/** The type of a value as written: a literal's own, an expression's declared one. */
function typeOfValue(value, sight) {
    return typeof value === "string" && /\$\{|\{\{|\{%/.test(value) ? typeOfText(value, sight) : typeOfLiteral(value);
}
const KINDS = {
    string: "a text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
};
function named(kind) {
    return KINDS[kind] ?? kind;
}

;// CONCATENATED MODULE: ./lib/language/validate/calls.js









/** The step type that calls another workflow, and its field that names it. */
const CALL = { type: "workflow", field: "workflow" };
/**
 * Looks up every workflow that a step calls by a literal name (spec L10): unknown ones, missing, unknown or ill-typed inputs are problems,
 * and its outputs become known. What is wrong inside the other file is for its own validation to say. Never throws.
 */
async function callsOf(workflow, context) {
    const problems = [];
    const outputs = new Map();
    const read = new Map();
    for (const { step, path } of callSteps(workflow.steps, ["steps"])) {
        const reference = step.config[CALL.field];
        if (typeof reference !== "string" || (0,segments/* holdsExpression */.x9)(reference) || context.load === undefined)
            continue;
        const reading = read.get(reference) ?? readCallee(reference, context);
        read.set(reference, reading);
        const callee = await reading;
        if (callee === "unreadable")
            continue;
        if (callee === "unknown") {
            const names = (await context.names?.()) ?? [];
            const near = (0,diagnostics/* nearestName */.q)(reference, names);
            problems.push({
                path: [...path, CALL.field],
                rule: "reference.unknown-workflow",
                severity: "error",
                message: `there is no workflow "${reference}"`,
                hint: near === undefined ? `known: ${names.join(", ") || "none"}` : `did you mean ${near}?`,
            });
            continue;
        }
        outputs.set(step, Object.keys(callee.outputs));
        problems.push(...inputProblems(step, path, callee, workflow, context));
    }
    return { problems, outputs };
}
function callSteps(steps, path) {
    return steps.flatMap((step, index) => {
        const at = [...path, index];
        const inner = Object.entries(step.bodies).flatMap(([body, nested]) => callSteps(nested, [...at, ...body.split(".")]));
        return step.type === CALL.type ? [{ step, path: at }, ...inner] : inner;
    });
}
async function readCallee(reference, context) {
    const found = await context.load?.(reference, context.file);
    if (found === undefined)
        return "unknown";
    const origins = new Origins();
    const { root, findings } = parseDocument(found.text, found.file, origins);
    if (findings.length > 0 || !(0,json/* isJsonObject */.O)(root))
        return "unreadable";
    const today = modernise(root, found.file, origins, context.stepTypes);
    const whole = await inherit(today.root, today.siblings, { ...context, file: found.file, origins });
    return normaliseWorkflow(whole.root, {
        file: found.file,
        digest: "",
        origins,
        stepTypes: context.stepTypes,
        problem: () => { },
    });
}
function inputProblems(step, path, callee, workflow, { stepTypes }) {
    const problems = [];
    const known = Object.keys(callee.inputs);
    for (const [name, value] of Object.entries(step.inputs)) {
        const spec = Object.hasOwn(callee.inputs, name) ? callee.inputs[name] : undefined;
        const at = [...path, "inputs", name];
        if (spec === undefined) {
            const near = (0,diagnostics/* nearestName */.q)(name, known);
            problems.push({
                path: at,
                rule: "reference.unknown-input",
                severity: "error",
                message: `the workflow "${callee.name}" has no input "${name}"`,
                hint: near === undefined ? `inputs: ${known.join(", ") || "none"}` : `did you mean ${near}?`,
            });
            continue;
        }
        const before = new Map(workflow.steps.map((other) => [other.id, other]));
        const sight = { workflow, types: stepTypes, before, set: new Set(Object.keys(workflow.variables)) };
        const wrong = inputMismatch(name, spec.type, typeOfValue(value, sight));
        if (wrong !== undefined)
            problems.push({ path: at, rule: "type.input", severity: "error", ...wrong });
    }
    for (const [name, spec] of Object.entries(callee.inputs)) {
        if (!spec.required || spec.default !== undefined || Object.hasOwn(step.inputs, name))
            continue;
        problems.push({
            path: Object.keys(step.inputs).length > 0 ? [...path, "inputs"] : path,
            rule: "reference.missing-input",
            severity: "error",
            message: `the workflow "${callee.name}" needs the input "${name}"`,
            hint: `add it under inputs:${spec.description === "" ? "" : ` (${spec.description})`}`,
        });
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/language/expressions/script.js + 2 modules
var script = __webpack_require__(75810);
;// CONCATENATED MODULE: ./lib/language/validate/known-steps.js
/**
 * The steps that can be referred to from one place. A chain of scopes rather than a copied map: a list of a thousand steps has a thousand
 * places, and copying what each of them sees would cost a million entries.
 */
class KnownSteps {
    static none = new KnownSteps([], new Map(), () => false, undefined);
    #list;
    #indexes;
    #sees;
    #outer;
    constructor(list, indexes, sees, outer) {
        this.#list = list;
        this.#indexes = indexes;
        this.#sees = sees;
        this.#outer = outer;
    }
    /** These steps as well; they come before those of the same name outside. */
    with(list) {
        return new KnownSteps(list, indexesOf(list), () => true, this);
    }
    /** For each step of a list, what it sees: the ones before it, or in a graph all others. */
    places(list, graph) {
        const indexes = indexesOf(list);
        return list.map((_step, own) => {
            const sees = graph ? (index) => index !== own : (index) => index < own;
            return new KnownSteps(list, indexes, sees, this);
        });
    }
    get(id) {
        const index = this.#indexes.get(id);
        return index !== undefined && this.#sees(index) ? this.#list[index] : this.#outer?.get(id);
    }
    has(id) {
        return this.get(id) !== undefined;
    }
    /** Whether the nearest list has it where this place doesn't see it. */
    hides(id) {
        const index = this.#indexes.get(id);
        return index !== undefined && !this.#sees(index);
    }
    /** Nearest last. */
    ids() {
        const own = this.#list.filter((_step, index) => this.#sees(index)).map(({ id }) => id);
        return [...new Set([...(this.#outer?.ids() ?? []), ...own])];
    }
}
/** The first of several that carry one id, which is a finding of its own. */
function indexesOf(list) {
    const indexes = new Map();
    for (const [index, { id }] of list.entries())
        if (!indexes.has(id))
            indexes.set(id, index);
    return indexes;
}

;// CONCATENATED MODULE: ./lib/language/validate/references.js







/** Names that only some runs have; which, the trigger and the place decide. */
const BODY_NAMES = new Set(["item", "index", "matrix", "attempt"]);
/** What `steps.<id>` has (spec L5). */
const STEP_MEMBERS = ["outputs", "status", "outcome", "conclusion", "exit_code", "error", "tree"];
/** Every unknown, misspelt or misplaced reference, every broken expression, and every value that would become code. */
function referenceProblems(workflow, types, called = new Map()) {
    const problems = [];
    const set = variablesSet(workflow.steps);
    const sight = {
        workflow,
        types,
        before: KnownSteps.none,
        names: new Set(),
        variables: [...Object.keys(workflow.variables), ...set],
        set: new Set(set),
        called,
    };
    for (const section of ["variables", "env"])
        checkValue(workflow[section], [section], "template", sight, problems);
    if (workflow.concurrency !== undefined)
        checkValue(workflow.concurrency.group, ["concurrency", "group"], "template", sight, problems);
    const graph = isGraph(workflow);
    checkSteps(workflow.steps, ["steps"], sight, graph, problems);
    const all = { ...sight, before: KnownSteps.none.with(workflow.steps) };
    for (const [name, output] of Object.entries(workflow.outputs)) {
        checkValue(output.value, ["outputs", name, "value"], "template", all, problems);
        checkOutputType(name, output, ["outputs", name, "value"], all, problems);
    }
    return problems;
}
/** Names that `set` steps give values to, wherever they stand. */
function variablesSet(steps) {
    return steps.flatMap((step) => {
        const own = step.type === "set" && (0,json/* isJsonObject */.O)(step.config["variables"]) ? Object.keys(step.config["variables"]) : [];
        return [...own, ...Object.values(step.bodies).flatMap(variablesSet)];
    });
}
function isGraph(workflow) {
    return workflow.parallel || workflow.steps.some(({ needs }) => needs.length > 0);
}
function checkSteps(steps, path, outer, graph, problems) {
    const ids = new Set(steps.map(({ id }) => id));
    const places = outer.before.places(steps, graph);
    for (const [index, step] of steps.entries()) {
        const before = places[index] ?? outer.before;
        checkStep(step, [...path, index], { ...outer, before }, ids, problems);
    }
}
function checkStep(step, path, sight, siblings, problems) {
    const type = sight.types.get(step.type);
    for (const [index, need] of step.needs.entries()) {
        if (siblings.has(need) && need !== step.id)
            continue;
        const near = (0,diagnostics/* nearestName */.q)(need, siblings);
        const message = need === step.id ? `"${step.id}" can't need itself` : `"${step.id}" needs "${need}", which is no step beside it`;
        problems.push({
            path: [...path, "needs", index],
            rule: "reference.unknown-step",
            severity: "error",
            message,
            hint: near === undefined ? `steps here: ${[...siblings].join(", ")}` : `did you mean ${near}?`,
        });
    }
    if (!["fail", "continue", "skip_rest"].includes(step.onError) && !siblings.has(step.onError)) {
        const near = (0,diagnostics/* nearestName */.q)(step.onError, ["fail", "continue", "skip_rest", ...siblings]);
        problems.push({
            path: [...path, "on_error"],
            rule: "reference.unknown-step",
            severity: "error",
            message: `on_error names "${step.onError}", which is no step beside it`,
            hint: near === undefined ? "fail, continue, skip_rest or the id of a step" : `did you mean ${near}?`,
        });
    }
    const guarded = step.when === undefined ? undefined : step.when;
    if (step.when !== undefined)
        references_checkText(step.when, [...path, "when"], "condition", sight, guarded, problems);
    checkFields(step, type, path, sight, guarded, problems);
    const inner = {
        ...sight,
        names: new Set([...sight.names, ...(type?.bodyNames ?? [])]),
    };
    for (const [body, steps] of Object.entries(step.bodies)) {
        const [field = body, ...key] = body.split(".");
        const parallel = type?.bodies[field]?.parallel === true || steps.some(({ needs }) => needs.length > 0);
        // A body of an agent's verify, or of a loop, may look at the step it is part of.
        const own = inner.before.with([step]);
        checkSteps(steps, [...path, field, ...(key.length > 0 ? [key.join(".")] : [])], { ...inner, before: own }, parallel, problems);
    }
    if (step.compensate !== undefined) {
        checkStep(step.compensate, [...path, "compensate"], { ...sight, before: sight.before.with([step]) }, new Set([step.compensate.id]), problems);
    }
}
function checkFields(step, type, path, sight, guarded, problems) {
    const conditions = new Set(type?.conditionFields ?? []);
    // The step evaluates these itself, with names it adds (the item of a filter) and with what its own steps gave (a loop's until).
    const late = new Set([...conditions, ...(type?.deferredFields ?? [])]);
    const inside = Object.values(step.bodies).flat();
    const lateSight = {
        ...sight,
        names: new Set([...sight.names, ...(type?.bodyNames ?? [])]),
        before: sight.before.with(inside),
    };
    for (const [field, value] of Object.entries(step.config)) {
        if (field === type?.code?.field && typeof value === "string")
            checkScript(value, step, type, [...path, field], problems);
        const kind = conditions.has(field) ? "condition" : "template";
        checkValue(value, [...path, field], kind, late.has(field) ? lateSight : sight, problems, guarded);
        if (typeof value !== "string" || kind === "condition" || late.has(field))
            continue;
        const wrong = mismatch(field, type?.fields[field], typeOfText(value, sight));
        if (wrong !== undefined)
            problems.push({ path: [...path, field], rule: "type.field", severity: "error", ...wrong });
    }
    // What a step's outputs are made of is read after it ran, so they may refer to the step itself.
    const after = {
        ...sight,
        before: sight.before.with([step]),
        names: new Set([...sight.names, "outputs"]),
    };
    for (const [name, output] of Object.entries(step.outputs)) {
        if (output.value === undefined)
            continue;
        checkValue(output.value, [...path, "outputs", name], "template", after, problems, guarded);
        checkOutputType(name, output, [...path, "outputs", name], after, problems);
    }
    for (const [index, artifact] of step.artifacts.entries())
        checkValue(artifact.path, [...path, "artifacts", index, "path"], "template", after, problems, guarded);
    checkValue(step.inputs, [...path, "inputs"], "template", sight, problems, guarded);
    checkValue(step.env, [...path, "env"], "template", sight, problems, guarded);
    if (step.cache?.key !== undefined)
        checkValue(step.cache.key, [...path, "cache", "key"], "template", sight, problems, guarded);
}
function checkOutputType(name, output, path, sight, problems) {
    const type = typeof output.value === "string" ? typeOfText(output.value, sight) : "unknown";
    const wrong = outputMismatch(name, output.type, type);
    if (wrong !== undefined)
        problems.push({ path, rule: "type.output", severity: "error", ...wrong });
}
function checkScript(text, step, type, path, problems) {
    const { interpreterField = "shell", defaultInterpreter = "bash" } = type.code ?? {};
    const interpreter = step.config[interpreterField];
    for (const { message, offset, length, hint } of (0,script/* compileScript */.V)(text, typeof interpreter === "string" ? interpreter : defaultInterpreter).problems) {
        problems.push({ path, rule: "script.value-as-code", severity: "error", message, hint, offset, length });
    }
}
function checkValue(value, path, kind, sight, problems, guarded) {
    if (typeof value === "string")
        references_checkText(value, path, kind, sight, guarded, problems);
    else if (Array.isArray(value))
        for (const [index, item] of value.entries())
            checkValue(item, [...path, index], kind, sight, problems, guarded);
    else if ((0,json/* isJsonObject */.O)(value))
        for (const [name, member] of Object.entries(value))
            checkValue(member, [...path, name], kind, sight, problems, guarded);
}
function references_checkText(text, path, kind, sight, guarded, problems) {
    for (const { rule, severity, message, hint, offset, length } of (0,evaluate/* checkTemplate */.BU)(text, kind)) {
        problems.push({ path, rule, severity, message, hint, offset, ...(length === undefined ? {} : { length }) });
    }
    for (const reference of (0,evaluate/* references */.Ft)(text, kind)) {
        const problem = checkReference(reference, sight, guarded);
        const { offset, length } = reference;
        if (problem !== undefined)
            problems.push({ path, ...problem, offset, length });
        const wrong = problem === undefined && reference.form !== "name" ? misuse(text, reference, sight) : undefined;
        if (wrong !== undefined)
            problems.push({ path, rule: "type.use", severity: "error", ...wrong, offset, length });
    }
}
function checkReference(reference, sight, guarded) {
    const { root, path, form } = reference;
    if (form === "name")
        return undefined;
    const first = path[0];
    if (root === "inputs")
        return first === undefined
            ? undefined
            : unknownMember(first, Object.keys(sight.workflow.inputs), "input", "reference.unknown-input");
    if (root === "variables")
        return first === undefined
            ? undefined
            : unknownMember(first, sight.variables, "variable", "reference.unknown-variable");
    if (root === "steps")
        return first === undefined ? undefined : checkStepReference(first, path.slice(1), sight, guarded);
    if (sight.before.has(root))
        return checkStepReference(root, path, sight, guarded);
    if (sight.names.has(root))
        return undefined;
    if (BODY_NAMES.has(root))
        return {
            rule: "reference.out-of-place",
            severity: "error",
            message: `"${root}" has a value only inside a step that repeats`,
            hint: "use it in the steps of a foreach, a loop or a verification",
        };
    if (names/* CONTEXT_NAMES */.p.has(root))
        return undefined;
    if (sight.before.hides(root))
        return laterStep(root);
    const known = [...names/* CONTEXT_NAMES */.p, ...sight.before.ids(), ...sight.names];
    const input = Object.hasOwn(sight.workflow.inputs, root)
        ? `inputs.${root}`
        : Object.hasOwn(sight.workflow.variables, root)
            ? `variables.${root}`
            : undefined;
    const near = input ?? (0,diagnostics/* nearestName */.q)(root, known);
    return {
        rule: "reference.unknown-name",
        severity: "error",
        message: `nothing is called "${root}" here`,
        hint: near === undefined ? `known names: ${known.join(", ")}` : `did you mean ${near}?`,
    };
}
function checkStepReference(id, path, sight, guarded) {
    const step = sight.before.get(id);
    if (step === undefined) {
        if (sight.before.hides(id))
            return laterStep(id);
        const near = (0,diagnostics/* nearestName */.q)(id, sight.before.ids());
        return {
            rule: "reference.unknown-step",
            severity: "error",
            message: `there is no step "${id}" before this one`,
            hint: near === undefined ? `steps before it: ${sight.before.ids().join(", ") || "none"}` : `did you mean ${near}?`,
        };
    }
    const [member, output] = path;
    if (member !== undefined && !STEP_MEMBERS.includes(member)) {
        const near = (0,diagnostics/* nearestName */.q)(member, STEP_MEMBERS);
        return {
            rule: "reference.unknown-member",
            severity: "error",
            message: `a step has no member "${member}"`,
            hint: near === undefined
                ? `write ${id}.outputs.${member}; a step has ${STEP_MEMBERS.join(", ")}`
                : `did you mean ${near}?`,
        };
    }
    if (member !== "outputs" || output === undefined)
        return undefined;
    const type = sight.types.get(step.type);
    const called = sight.called.get(step);
    const declared = [...Object.keys(step.outputs), ...Object.keys(type?.outputs ?? {}), ...(called ?? [])];
    if (!declared.includes(output) && (type?.openOutputs !== true || called !== undefined)) {
        const near = (0,diagnostics/* nearestName */.q)(output, declared);
        return {
            rule: "reference.unknown-output",
            severity: "error",
            message: `the step "${id}" has no output "${output}"`,
            hint: near === undefined
                ? `it has ${declared.join(", ") || "none"}; declare more under outputs:`
                : `did you mean ${near}?`,
        };
    }
    const alone = step.when !== undefined && guarded === undefined && !(0,evaluate/* usesStatusFunction */.Rt)(step.when);
    return alone
        ? {
            rule: "reference.may-be-skipped",
            severity: "warning",
            message: `the step "${id}" may be skipped, and its output "${output}" is then empty`,
            hint: `give this step the same when, or write (steps.${id}.outputs.${output} | default(''))`,
        }
        : undefined;
}
function laterStep(id) {
    return {
        rule: "reference.later-step",
        severity: "error",
        message: `the step "${id}" runs after this one`,
        hint: `move it before, or set parallel_execution: true so that order follows references`,
    };
}
function unknownMember(name, known, what, rule) {
    if (known.includes(name))
        return undefined;
    const near = (0,diagnostics/* nearestName */.q)(name, known);
    return {
        rule,
        severity: "error",
        message: `there is no ${what} "${name}"`,
        hint: near === undefined ? `${what}s: ${known.join(", ") || "none"}` : `did you mean ${near}?`,
    };
}

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./lib/language/validate/schema-findings.js






/** Compiled when first needed, one step type at a time: a run that uses three types doesn't wait for twenty. */
class Validators {
    #types;
    #ajv = new ajv.Ajv({ allErrors: true, verbose: true, strict: false, allowUnionTypes: true });
    #compiled = new Map();
    constructor(types) {
        this.#types = types;
    }
    document() {
        return this.#get("document", documentSchema);
    }
    step(type) {
        const known = this.#types.get(type);
        return known === undefined
            ? this.#get("step", () => untypedStepSchema(this.#types))
            : this.#get(`step ${type}`, () => flatStepSchema(known));
    }
    #get(name, schema) {
        let found = this.#compiled.get(name);
        if (found === undefined) {
            found = this.#ajv.compile(schema());
            this.#compiled.set(name, found);
        }
        return found;
    }
}
const validators = new WeakMap();
/**
 * Everything in a document that its schema refuses, each with the place and what was expected. A value that is an expression is left to run
 * time, whatever type its field has.
 */
function schemaFindings(root, source, origins, stepTypes) {
    const known = validators.get(stepTypes) ?? new Validators(stepTypes);
    validators.set(stepTypes, known);
    const found = new Map();
    const judge = (validate, value, at) => {
        if (validate(value))
            return;
        for (const error of validate.errors ?? []) {
            if (error.keyword === "propertyNames")
                continue;
            const path = [...at, ...pathOf(error.instancePath)];
            const data = error.data;
            if (typeof data === "string" &&
                error.keyword !== "additionalProperties" &&
                (0,segments/* holdsExpression */.x9)(data) &&
                !isName(path))
                continue;
            const finding = explain(error, path, root, source, origins);
            const key = `${finding.line}:${finding.column}:${finding.message}`;
            if (!found.has(key))
                found.set(key, finding);
        }
    };
    judge(known.document(), root, []);
    walkSteps((0,json/* isJsonObject */.O)(root) ? root["steps"] : undefined, ["steps"], stepTypes, (step, path) => {
        judge(known.step((0,json/* isJsonObject */.O)(step) && typeof step["type"] === "string" ? step["type"] : ""), step, path);
    });
    return [...found.values()];
}
/** Every mapping that stands where a step does, whatever is wrong with it. */
function walkSteps(steps, path, types, visit) {
    if (!Array.isArray(steps))
        return;
    for (const [index, step] of steps.entries()) {
        if (!(0,json/* isJsonObject */.O)(step))
            continue;
        const at = [...path, index];
        visit(step, at);
        const type = types.get(typeof step["type"] === "string" ? step["type"] : "");
        for (const [field, { shape }] of Object.entries(type?.bodies ?? {})) {
            const body = step[field];
            if (shape === "list")
                walkSteps(body, [...at, field], types, visit);
            else if ((0,json/* isJsonObject */.O)(body))
                for (const [key, inner] of Object.entries(body))
                    walkSteps(inner, [...at, field, key], types, visit);
        }
        const undo = step["compensate"];
        if ((0,json/* isJsonObject */.O)(undo))
            visit({ id: "compensate", ...undo }, [...at, "compensate"]);
    }
}
/** Ids and types are what everything else refers to: they can't wait for run time. */
function isName(path) {
    const last = path.at(-1);
    return last === "id" || last === "type" || (last === "name" && path.length === 1);
}
function explain(error, path, root, source, origins) {
    const where = path.at(-1);
    const named = typeof where === "string" ? `"${where}"` : path.length === 0 ? "the workflow" : "it";
    const at = (place, part) => origins.locate(root, place, part) ?? { source, start: 0, end: 0 };
    const params = error.params;
    switch (error.keyword) {
        case "additionalProperties": {
            const name = String(params["additionalProperty"]);
            const known = Object.keys(error.parentSchema?.["properties"] ?? {});
            const near = (0,diagnostics/* nearestName */.q)(name, known);
            return findingAt(at([...path, name], "key"), {
                rule: "schema.unknown-field",
                message: `${owner(path, error.data)} has no field "${name}"`,
                hint: near === undefined ? `known fields: ${known.join(", ")}` : `did you mean ${near}?`,
            });
        }
        case "required": {
            const name = String(params["missingProperty"]);
            return findingAt(at(path, "value"), {
                rule: "schema.missing-field",
                message: `${owner(path, error.data)} lacks "${name}"`,
                hint: `add ${name}:`,
            });
        }
        case "enum":
        case "const": {
            const allowed = error.keyword === "const" ? [params["allowedValue"]] : params["allowedValues"];
            const near = typeof error.data === "string" ? (0,diagnostics/* nearestName */.q)(error.data, allowed.map(String)) : undefined;
            return findingAt(at(path, "value"), {
                rule: where === "type" && path.length > 2 ? "schema.unknown-type" : "schema.value",
                message: `${named} can't be ${shown(error.data)}`,
                hint: near === undefined ? `one of ${allowed.join(", ")}` : `did you mean ${near}?`,
            });
        }
        case "type": {
            const types = [params["type"]].flat().join(" or ");
            return findingAt(at(path, "value"), {
                rule: "schema.type",
                message: `${named} must be ${types}, not ${kind(error.data)}`,
                hint: fieldHint(error),
            });
        }
        case "pattern": {
            const id = where === "id" || where === "name"
                ? "lower-case letters, digits, _ and -, starting with a letter"
                : `must match ${String(params["pattern"])}`;
            const inName = error.propertyName;
            return inName === undefined
                ? findingAt(at(path, "value"), {
                    rule: "schema.pattern",
                    message: `${named} can't be ${shown(error.data)}`,
                    hint: id,
                })
                : findingAt(at([...path, inName], "key"), {
                    rule: "schema.name",
                    message: `"${inName}" can't be a name here`,
                    hint: "letters, digits, _ and -, starting with a letter",
                });
        }
        default:
            return findingAt(at(path, "value"), {
                rule: `schema.${error.keyword.toLowerCase()}`,
                message: `${named} ${error.message ?? "is not valid"}`,
                hint: fieldHint(error),
            });
    }
}
function fieldHint({ parentSchema }) {
    const description = parentSchema?.["description"];
    return typeof description === "string" ? description : undefined;
}
function owner(path, value) {
    if (path.length === 0)
        return "the workflow";
    if ((0,json/* isJsonObject */.O)(value) && typeof value["type"] === "string" && typeof value["id"] === "string")
        return `the ${value["type"]} step "${value["id"]}"`;
    if ((0,json/* isJsonObject */.O)(value) && typeof value["id"] === "string")
        return `the step "${value["id"]}"`;
    const last = path.at(-1);
    return typeof last === "number" ? `item ${last + 1} of "${String(path.at(-2))}"` : `"${last}"`;
}
function pathOf(pointer) {
    return pointer
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
function kind(value) {
    if (value === null)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object")
        return "a mapping";
    return typeof value === "string" ? `the text ${shown(value)}` : `${typeof value} ${shown(value)}`;
}
function shown(value) {
    const text = JSON.stringify(value) ?? "nothing";
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

;// CONCATENATED MODULE: ./lib/language/validate/validate.js













/**
 * Reads, checks and plans a workflow file: syntax, schema, references, types and security, all findings at once.
 *
 * Never throws. Time is linear in the text; a text over the bounds of spec S5 is refused before it is read.
 */
async function validateWorkflow(text, options) {
    const origins = new Origins();
    const { source, findings, root } = parseDocument(text, options.file, origins);
    if (findings.length > 0)
        return { ok: false, findings };
    if (!(0,json/* isJsonObject */.O)(root)) {
        const whole = { source, start: 0, end: source.text.length };
        return {
            ok: false,
            findings: [
                findingAt(whole, {
                    rule: "schema.type",
                    message: "a workflow file is a mapping with name: and steps:",
                    hint: "start with name: my-workflow",
                }),
            ],
        };
    }
    const { root: own, rewritings, siblings } = modernise(root, options.file, origins, options.stepTypes);
    const inherited = await inherit(own, siblings, { ...options, origins });
    const today = inherited.root;
    // Without what it extends such a file lacks its steps; saying that too would hide the cause.
    if (inherited.findings.length > 0 && today["steps"] === undefined)
        return { ok: false, findings: ordered(inherited.findings) };
    const shape = [...inherited.findings, ...schemaFindings(today, source, origins, options.stepTypes)];
    const first = rewritings[0];
    if (first !== undefined)
        shape.push(olderForm(origins.locate(root, first.at, "key") ?? { source, start: 0, end: 0 }));
    if (shape.some(({ severity }) => severity === "error") && !isSound(today))
        return { ok: false, findings: ordered(shape) };
    const digest = (0,kernel_digest/* sha256 */.s)([source.text, ...inherited.texts].join("\0"));
    return await judge(today, { source, digest }, origins, shape, options);
}
function olderForm(span) {
    return findingAt(span, {
        rule: "compat.older-form",
        severity: "info",
        message: "the file is in an older form; it runs as it is",
        hint: "pawl migrate rewrites it",
    });
}
/** Whether a document with findings is still whole enough to look for more in it. */
function isSound(root) {
    const { steps } = root;
    return (Array.isArray(steps) &&
        steps.every((step) => (0,json/* isJsonObject */.O)(step) && typeof step["id"] === "string" && typeof step["type"] === "string"));
}
async function judge(root, { source, digest }, origins, shape, options) {
    const problems = [];
    const workflow = normaliseWorkflow(root, {
        file: options.file,
        digest,
        origins,
        stepTypes: options.stepTypes,
        problem: (path, rule, message, hint) => problems.push({ path, rule, severity: "error", message, hint }),
    });
    const calls = await callsOf(workflow, options);
    problems.push(...validate_inputProblems(workflow), ...calls.problems);
    problems.push(...referenceProblems(workflow, options.stepTypes, calls.outputs));
    const plan = (0,plan_plan/* planWorkflow */.t)(workflow, options.stepTypes);
    // An id that stands twice looks like a step that waits for itself.
    if (!problems.some(({ rule }) => rule === "step.duplicate-id"))
        problems.push(...cycleProblems(plan.root, ["steps"]));
    const findings = ordered([...shape, ...problems.map((problem) => place(problem, root, source, origins))]);
    const ok = findings.every(({ severity }) => severity !== "error");
    return ok ? { ok, findings, workflow, plan } : { ok, findings };
}
/** Defaults that break their own rules, and patterns that are none. */
function validate_inputProblems(workflow) {
    return Object.entries(workflow.inputs).flatMap(([name, spec]) => {
        const path = ["inputs", name];
        const problems = [];
        if (spec.pattern !== undefined) {
            try {
                build/* RE2JS */.L3.compile(spec.pattern);
            }
            catch (error) {
                return [
                    {
                        path: [...path, "pattern"],
                        rule: "input.pattern",
                        severity: "error",
                        message: `the pattern of "${name}" is not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
                        hint: "write it in RE2 syntax: no look-around, no back-references",
                    },
                ];
            }
        }
        if (spec.type === "choice" && spec.enum === undefined) {
            problems.push({
                path,
                rule: "input.choice",
                severity: "error",
                message: `the choice "${name}" has no enum`,
                hint: "list its values: enum: [a, b]",
            });
        }
        if (spec.default !== undefined) {
            for (const { message } of (0,inputs.resolveInputs)({ [name]: spec }, { [name]: spec.default }).problems) {
                problems.push({
                    path: [...path, "default"],
                    rule: "input.default",
                    severity: "error",
                    message: `the default doesn't fit: ${message}`,
                    hint: "correct the default or the input's rules",
                });
            }
        }
        return problems;
    });
}
/** A cycle of `after` edges in a body, written out. */
function cycleProblems(body, path) {
    const after = new Map(body.steps.map(({ step, after: ids }) => [step.id, ids]));
    const done = new Set();
    const found = [];
    const walk = (id, trail) => {
        if (done.has(id))
            return;
        const start = trail.indexOf(id);
        if (start >= 0) {
            const cycle = [...trail.slice(start), id];
            const index = body.steps.findIndex(({ step }) => step.id === id);
            found.push({
                path: [...path, index, "id"],
                rule: "plan.cycle",
                severity: "error",
                message: `steps wait for one another: ${cycle.join(" → ")}`,
                hint: "remove one of these needs or references",
            });
            return;
        }
        for (const next of after.get(id) ?? [])
            walk(next, [...trail, id]);
        done.add(id);
    };
    for (const { step } of body.steps)
        walk(step.id, []);
    const inner = body.steps.flatMap((planned, index) => Object.entries(planned.bodies).flatMap(([name, nested]) => cycleProblems(nested, [...path, index, ...name.split(".")])));
    return [...found, ...inner];
}
function place(problem, root, source, origins) {
    const span = origins.locate(root, problem.path) ?? { source, start: 0, end: 0 };
    const text = textAt(root, problem.path);
    const exact = text !== undefined && problem.offset !== undefined ? within(span, text, problem.offset, problem.length ?? 1) : span;
    return findingAt(exact, problem);
}
function textAt(root, path) {
    let value = root;
    for (const name of path)
        value = typeof value === "object" && value !== null ? value[name] : undefined;
    return typeof value === "string" ? value : undefined;
}
function ordered(findings) {
    return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}


/***/ })

};
