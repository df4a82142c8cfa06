export const id = 3137;
export const ids = [3137];
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

/***/ 63137:
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
const TYPES_TODAY = new Set(["string", "number", "boolean", "object", "list", "artifact", "any"]);
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
    // A type that had to be made up stands where people write it: before what belongs to it.
    const { id, name, type: made, ...rest } = step;
    const head = Object.entries({ id, name, type: made }).filter((entry) => entry[1] !== undefined);
    const inOrder = written["type"] === undefined ? { ...Object.fromEntries(head), ...rest } : step;
    return rewriter.origins.carry(written, inOrder, renamed);
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
        // A plug-in's only output is its whole answer where that has no member of the name.
        const whole = type === "plugin" && names.length === 1 ? { value: "{{ outputs }}" } : {};
        step["outputs"] = Object.fromEntries(names.map((name) => [name, { type: "any", ...whole }]));
        note([...at, "outputs"], "the list of outputs became outputs by name");
    }
    else if ((0,json/* isJsonObject */.O)(outputs)) {
        const changed = Object.entries(outputs).map(([name, output]) => [
            name,
            type === "plugin" ? fromAnswer(output) : newOutput(output, origins),
        ]);
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
/** `issue` or `$.issue.title`: where in a plug-in's answer an output is found. */
function fromAnswer(output) {
    if (typeof output !== "string" || output in OUTPUT_TYPES || TYPES_TODAY.has(output))
        return output;
    const path = /^(?:\$\.|result\.|response\.)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/.exec(output)?.[1];
    return path === undefined ? output : { type: "any", value: `{{ outputs.${path} }}` };
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
    const last = new Map();
    return steps.map((step, index) => {
        if (!(0,json/* isJsonObject */.O)(step) || step["id"] !== undefined)
            return step;
        const wanted = idOf(step, index);
        let id = wanted;
        let n = last.get(wanted) ?? 1;
        while (taken.has(id))
            id = `${wanted.slice(0, 57)}_${++n}`;
        last.set(wanted, n);
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
    const inputs = newInputs(fields, at, origins, note);
    const { steps, ...before } = fields;
    const whole = {
        ...before,
        ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
        ...(steps === undefined ? {} : { steps }),
    };
    return origins.carry(workflow, whole);
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

// EXTERNAL MODULE: ./lib/language/expressions/evaluate.js + 5 modules
var evaluate = __webpack_require__(35019);
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
        const seen = new Map();
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
            const before = seen.get(key);
            if (before !== undefined) {
                const firstLine = position(this.#source, before.range?.[0] ?? 0).line;
                this.#refuse(pair.key, "duplicate-key", `the key "${key}" stands twice in the same mapping; the first is on line ${firstLine}`, "delete or rename one of them");
                continue;
            }
            seen.set(key, pair.key);
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
function mapMembers(source, node) {
    // Made when first asked: most mappings have no findings, and one with thousands of keys may have thousands.
    let pairs;
    const find = (name) => {
        pairs ??= new Map(node.items.flatMap((pair) => ((0,dist/* isScalar */.jn)(pair.key) ? [[String(pair.key.value), pair]] : [])));
        return pairs.get(String(name));
    };
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
        const known = names.length === 0 ? "a workflow's name or a path from this file" : `known: ${names.slice(0, 12).join(", ")}`;
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
                hint: near === undefined ? `steps: ${ids.slice(0, 12).join(", ")}` : `did you mean ${near}?`,
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
    definitions["changes"] = {
        type: "array",
        description: "Steps to override, remove or insert, by id.",
        items: {
            type: "object",
            required: ["id"],
            properties: {
                ...EDITOR_FIELDS,
                type: { type: "string", enum: types.map(({ type }) => type), description: "What kind of step it is." },
                remove: { type: "boolean", description: "Takes the inherited step of this id out." },
                before: { type: "string", description: "The id of the step this one is put before." },
                after: { type: "string", description: "The id of the step this one is put after." },
            },
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
        required: ["name"],
        properties: { ...WORKFLOW_FIELDS, steps: { description: "The steps, in order." } },
        additionalProperties: false,
        // With extends, steps are changes to inherited ones, and there may be none.
        if: { required: ["extends"] },
        then: { properties: { steps: { $ref: "#/definitions/changes" } } },
        else: { required: ["steps"], properties: { steps: { $ref: "#/definitions/steps" } } },
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
/** The fields of a step that every type has. */
function commonStepSchema() {
    return { type: "object", properties: { ...STEP_FIELDS, compensate: { type: "object" } } };
}
/** What a type adds to the fields every step has, without looking into its bodies, for a validator that walks the tree itself. */
function ownStepSchema(type) {
    const schema = stepSchema(type, Object.fromEntries(Object.keys(STEP_FIELDS).map((name) => [name, {}])), (field) => field);
    const bodies = Object.fromEntries(Object.entries(type.bodies).map(([name, { shape }]) => [
        name,
        shape === "list"
            ? { type: "array", minItems: 1, items: { type: "object" } }
            : { type: "object", additionalProperties: { type: "array", minItems: 1, items: { type: "object" } } },
    ]));
    return { ...schema, properties: { ...schema["properties"], ...bodies } };
}
/** Tells whether a validator made beforehand stands for this very schema. */
function schemaDigest(schema) {
    return (0,kernel_digest/* sha256 */.s)(JSON.stringify(schema));
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
;// CONCATENATED MODULE: ./lib/language/validate/hints.js

const COMPARISONS = 100_000;
const LISTED = 12;
function hintBudget() {
    return { left: COMPARISONS };
}
/** `did you mean x?` where a known name is near, else what `otherwise` makes of the list of them. */
function nameHint(name, known, budget, otherwise) {
    if (budget.left <= 0)
        return otherwise("see the findings before");
    const names = known();
    budget.left -= names.length;
    const near = (0,diagnostics/* nearestName */.q)(name, names);
    return near === undefined ? otherwise(listed(names)) : `did you mean ${near}?`;
}
/** The first names of a list, and how many there are when that isn't all. */
function listed(names) {
    if (names.length === 0)
        return "none";
    const shown = names.slice(0, LISTED).join(", ");
    return names.length > LISTED ? `${shown}, … (${names.length} in all)` : shown;
}

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
                hint: near === undefined ? `known: ${listed(names)}` : `did you mean ${near}?`,
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
                hint: near === undefined ? `inputs: ${listed(known)}` : `did you mean ${near}?`,
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
    /** Whether a list has it where this place doesn't see it. */
    hides(id) {
        const index = this.#indexes.get(id);
        return index === undefined ? (this.#outer?.hides(id) ?? false) : !this.#sees(index);
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
        hints: hintBudget(),
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
    const running = graph ? steps : (0,plan_plan/* runningOrder */.YF)(steps);
    const places = new Map(outer.before.places(running, graph).map((place, index) => [running[index], place]));
    for (const [index, step] of steps.entries()) {
        const before = places.get(step) ?? outer.before;
        checkStep(step, [...path, index], { ...outer, before }, ids, problems);
    }
}
function checkStep(step, path, sight, siblings, problems) {
    const type = sight.types.get(step.type);
    if (names/* CONTEXT_NAMES */.p.has(step.id)) {
        problems.push({
            path: [...path, "id"],
            rule: "step.shadows-context",
            severity: "warning",
            message: `"${step.id}" is the name of a context too, so that {{ ${step.id} }} may not mean this step`,
            hint: `write steps.${step.id}.outputs.… for the step's results, or give it another id`,
        });
    }
    for (const [index, need] of step.needs.entries()) {
        if (siblings.has(need) && need !== step.id)
            continue;
        const message = need === step.id ? `"${step.id}" can't need itself` : `"${step.id}" needs "${need}", which is no step beside it`;
        problems.push({
            path: [...path, "needs", index],
            rule: "reference.unknown-step",
            severity: "error",
            message,
            hint: nameHint(need, () => [...siblings], sight.hints, (names) => `steps here: ${names}`),
        });
    }
    if (!["fail", "continue", "skip_rest"].includes(step.onError) && !siblings.has(step.onError)) {
        const known = () => ["fail", "continue", "skip_rest", ...siblings];
        problems.push({
            path: [...path, "on_error"],
            rule: "reference.unknown-step",
            severity: "error",
            message: `on_error names "${step.onError}", which is no step beside it`,
            hint: nameHint(step.onError, known, sight.hints, () => "fail, continue, skip_rest or the id of a step"),
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
        return first === undefined ? undefined : unknownMember(first, Object.keys(sight.workflow.inputs), "input", sight);
    if (root === "variables")
        return first === undefined ? undefined : unknownMember(first, sight.variables, "variable", sight);
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
    const known = () => [...names/* CONTEXT_NAMES */.p, ...sight.names, ...sight.before.ids()];
    const meant = Object.hasOwn(sight.workflow.inputs, root)
        ? `inputs.${root}`
        : Object.hasOwn(sight.workflow.variables, root)
            ? `variables.${root}`
            : undefined;
    return {
        rule: "reference.unknown-name",
        severity: "error",
        message: `nothing is called "${root}" here`,
        hint: meant === undefined
            ? nameHint(root, known, sight.hints, (names) => `known names: ${names}`)
            : `did you mean ${meant}?`,
    };
}
function checkStepReference(id, path, sight, guarded) {
    const step = sight.before.get(id);
    if (step === undefined) {
        if (sight.before.hides(id))
            return laterStep(id);
        return {
            rule: "reference.unknown-step",
            severity: "error",
            message: `there is no step "${id}" before this one`,
            hint: nameHint(id, () => sight.before.ids(), sight.hints, (names) => `steps before it: ${names}`),
        };
    }
    const [member, output] = path;
    if (member !== undefined && !STEP_MEMBERS.includes(member)) {
        const write = (names) => `write ${id}.outputs.${member}; a step has ${names}`;
        return {
            rule: "reference.unknown-member",
            severity: "error",
            message: `a step has no member "${member}"`,
            hint: nameHint(member, () => STEP_MEMBERS, sight.hints, write),
        };
    }
    if (member !== "outputs" || output === undefined)
        return undefined;
    const type = sight.types.get(step.type);
    const called = sight.called.get(step);
    const declared = [...Object.keys(step.outputs), ...Object.keys(type?.outputs ?? {}), ...(called ?? [])];
    if (!declared.includes(output) && (type?.openOutputs !== true || called !== undefined)) {
        const has = (names) => `it has ${names}; declare more under outputs:`;
        return {
            rule: "reference.unknown-output",
            severity: "error",
            message: `the step "${id}" has no output "${output}"`,
            hint: nameHint(output, () => declared, sight.hints, has),
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
function unknownMember(name, known, what, sight) {
    if (known.includes(name))
        return undefined;
    return {
        rule: `reference.unknown-${what}`,
        severity: "error",
        message: `there is no ${what} "${name}"`,
        hint: nameHint(name, () => known, sight.hints, (names) => `${what}s: ${names}`),
    };
}

;// CONCATENATED MODULE: ./lib/language/schema/validators.generated.js
// @ts-nocheck
// Made by "npm run generate" from the step types: ajv's validators as plain code, so that a run neither loads ajv nor compiles a schema.
const v0 = validate10;
const schema11 = { "$id": "v0", "type": "object", "required": ["name", "steps"], "properties": { "$schema": { "type": "string", "description": "The address of this schema, for editors." }, "name": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,99}$", "description": "How the workflow is called: lower-case letters, digits, _ and -." }, "version": { "type": ["string", "number"], "description": "The version of this workflow." }, "description": { "type": "string", "description": "What it does, in a sentence." }, "inputs": { "description": "What a run is given.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "choice", "list", "object", "secret"], "description": "What it is." }, "required": { "type": "boolean", "description": "Whether a run can't start without it." }, "default": { "description": "What it is when not given." }, "description": { "type": "string", "description": "What it is for." }, "enum": { "type": "array", "minItems": 1, "description": "The values it may have." }, "options": { "type": "array", "minItems": 1, "description": "The same as enum." }, "pattern": { "type": "string", "maxLength": 1000, "description": "A regular expression (RE2) it must match." }, "minimum": { "type": "number", "description": "The least." }, "maximum": { "type": "number", "description": "The most." } }, "additionalProperties": false } }, "outputs": { "description": "Outputs by name: a type, an expression, a path (./report.xml) or the details.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "object", "list", "artifact", "any"], "description": "What it is." }, "value": { "description": "Where it comes from: an expression, or a path for an artifact." }, "description": { "type": "string", "description": "What it is, for people." } }, "additionalProperties": false } }, "variables": { "type": "object", "description": "Values by name; they may refer to inputs and to one another.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": true }, "env": { "type": "object", "description": "Environment variables of every step.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean", "null"] } }, "budget": { "description": "The most that may be used. A budget that is spent parks the run; it goes on with a raised one.", "type": ["object", "number"], "properties": { "usd": { "type": "number", "minimum": 0, "description": "Dollars." }, "tokens": { "type": "integer", "minimum": 0, "description": "Tokens of all kinds together." }, "minutes": { "type": "number", "minimum": 0, "description": "Minutes of running time." }, "turns": { "type": "integer", "minimum": 0, "description": "Answers of a model." } }, "additionalProperties": false }, "permissions": { "description": "What its effects may do on GitHub; what isn't listed is refused.", "type": "object", "properties": { "contents": { "type": "string", "enum": ["none", "read", "write"], "description": "Branches and commits." }, "issues": { "type": "string", "enum": ["none", "read", "write"], "description": "Comments and labels." }, "pull_requests": { "type": "string", "enum": ["none", "read", "write"], "description": "Pull requests." }, "checks": { "type": "string", "enum": ["none", "read", "write"], "description": "Check runs." }, "protected_paths": { "type": "array", "items": { "type": "string" }, "description": "Globs of protected paths it may change all the same." } }, "additionalProperties": false }, "concurrency": { "description": "Runs of one group wait for one another.", "type": ["object", "string"], "required": ["group"], "properties": { "group": { "type": "string", "description": "The group's name; may hold expressions." }, "cancel_in_progress": { "type": "boolean", "description": "Cancel the older run instead of waiting for it." } }, "additionalProperties": false }, "triggers": { "type": ["object", "array"], "description": "What starts it, beside a label and a comment.", "additionalProperties": true }, "defaults": { "type": "object", "description": "Fields for every step that doesn't have them.", "additionalProperties": true }, "extends": { "type": "string", "description": "The workflow this one is made from: a name or a path." }, "parallel_execution": { "type": "boolean", "description": "Steps run as soon as what they need has ended, instead of in order." }, "max_parallel": { "type": "integer", "minimum": 1, "maximum": 256, "description": "The most steps at once." }, "rollback_strategy": { "type": "string", "enum": ["none", "automatic", "manual"], "description": "Whether completed steps are compensated when the run fails." }, "cost_tracking": { "type": "boolean", "description": "Whether cost is recorded (it is, unless this is false)." }, "steps": { "type": "array", "minItems": 1, "maxItems": 5000, "items": { "type": "object" } } }, "additionalProperties": false };
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9_-]{0,99}$", "u");
const pattern1 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,99}$", "u");
const pattern4 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v0" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'", schema: schema11.required, parentSchema: schema11, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.steps === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property '" + "steps" + "'", schema: schema11.required, parentSchema: schema11, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema11.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.$schema !== undefined) {
        let data0 = data.$schema;
        if (typeof data0 !== "string") {
            const err3 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.$schema.type, parentSchema: schema11.properties.$schema, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.name !== undefined) {
        let data1 = data.name;
        if (typeof data1 === "string") {
            if (!pattern0.test(data1)) {
                const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,99}$" + "\"", schema: "^[a-z][a-z0-9_-]{0,99}$", parentSchema: schema11.properties.name, data: data1 };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        else {
            const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.name.type, parentSchema: schema11.properties.name, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.version !== undefined) {
        let data2 = data.version;
        if ((typeof data2 !== "string") && (!(typeof data2 == "number"))) {
            const err6 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: schema11.properties.version.type }, message: "must be string,number", schema: schema11.properties.version.type, parentSchema: schema11.properties.version, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.description !== undefined) {
        let data3 = data.description;
        if (typeof data3 !== "string") {
            const err7 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.description.type, parentSchema: schema11.properties.description, data: data3 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.inputs !== undefined) {
        let data4 = data.inputs;
        if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            for (const key1 in data4) {
                const _errs12 = errors;
                if (typeof key1 === "string") {
                    if (!pattern1.test(key1)) {
                        const err8 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema11.properties.inputs.propertyNames, data: key1, propertyName: key1 };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
                var valid1 = _errs12 === errors;
                if (!valid1) {
                    const err9 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema11.properties.inputs.propertyNames, parentSchema: schema11.properties.inputs, data: data4 };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
            }
            for (const key2 in data4) {
                let data5 = data4[key2];
                if (((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (typeof data5 !== "string")) && (data5 !== null)) {
                    const err10 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/inputs/additionalProperties/type", keyword: "type", params: { type: schema11.properties.inputs.additionalProperties.type }, message: "must be object,string,null", schema: schema11.properties.inputs.additionalProperties.type, parentSchema: schema11.properties.inputs.additionalProperties, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
                if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                    for (const key3 in data5) {
                        if (!(func2.call(schema11.properties.inputs.additionalProperties.properties, key3))) {
                            const err11 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/inputs/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.inputs.additionalProperties, data: data5 };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                    }
                    if (data5.type !== undefined) {
                        let data6 = data5.type;
                        if (typeof data6 !== "string") {
                            const err12 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/inputs/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.type.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.type, data: data6 };
                            if (vErrors === null) {
                                vErrors = [err12];
                            }
                            else {
                                vErrors.push(err12);
                            }
                            errors++;
                        }
                        if (!(((((((data6 === "string") || (data6 === "number")) || (data6 === "boolean")) || (data6 === "choice")) || (data6 === "list")) || (data6 === "object")) || (data6 === "secret"))) {
                            const err13 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/inputs/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema11.properties.inputs.additionalProperties.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.inputs.additionalProperties.properties.type.enum, parentSchema: schema11.properties.inputs.additionalProperties.properties.type, data: data6 };
                            if (vErrors === null) {
                                vErrors = [err13];
                            }
                            else {
                                vErrors.push(err13);
                            }
                            errors++;
                        }
                    }
                    if (data5.required !== undefined) {
                        let data7 = data5.required;
                        if (typeof data7 !== "boolean") {
                            const err14 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/properties/inputs/additionalProperties/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.inputs.additionalProperties.properties.required.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.required, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err14];
                            }
                            else {
                                vErrors.push(err14);
                            }
                            errors++;
                        }
                    }
                    if (data5.description !== undefined) {
                        let data8 = data5.description;
                        if (typeof data8 !== "string") {
                            const err15 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/inputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.description.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.description, data: data8 };
                            if (vErrors === null) {
                                vErrors = [err15];
                            }
                            else {
                                vErrors.push(err15);
                            }
                            errors++;
                        }
                    }
                    if (data5.enum !== undefined) {
                        let data9 = data5.enum;
                        if (Array.isArray(data9)) {
                            if (data9.length < 1) {
                                const err16 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/properties/inputs/additionalProperties/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.inputs.additionalProperties.properties.enum, data: data9 };
                                if (vErrors === null) {
                                    vErrors = [err16];
                                }
                                else {
                                    vErrors.push(err16);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err17 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/properties/inputs/additionalProperties/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.inputs.additionalProperties.properties.enum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.enum, data: data9 };
                            if (vErrors === null) {
                                vErrors = [err17];
                            }
                            else {
                                vErrors.push(err17);
                            }
                            errors++;
                        }
                    }
                    if (data5.options !== undefined) {
                        let data10 = data5.options;
                        if (Array.isArray(data10)) {
                            if (data10.length < 1) {
                                const err18 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/options", schemaPath: "#/properties/inputs/additionalProperties/properties/options/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.inputs.additionalProperties.properties.options, data: data10 };
                                if (vErrors === null) {
                                    vErrors = [err18];
                                }
                                else {
                                    vErrors.push(err18);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err19 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/options", schemaPath: "#/properties/inputs/additionalProperties/properties/options/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.inputs.additionalProperties.properties.options.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.options, data: data10 };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                    }
                    if (data5.pattern !== undefined) {
                        let data11 = data5.pattern;
                        if (typeof data11 === "string") {
                            if (data11.length > 1000) {
                                const err20 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pattern", schemaPath: "#/properties/inputs/additionalProperties/properties/pattern/maxLength", keyword: "maxLength", params: { limit: 1000 }, message: "must NOT have more than 1000 characters", schema: 1000, parentSchema: schema11.properties.inputs.additionalProperties.properties.pattern, data: data11 };
                                if (vErrors === null) {
                                    vErrors = [err20];
                                }
                                else {
                                    vErrors.push(err20);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err21 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pattern", schemaPath: "#/properties/inputs/additionalProperties/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.pattern.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.pattern, data: data11 };
                            if (vErrors === null) {
                                vErrors = [err21];
                            }
                            else {
                                vErrors.push(err21);
                            }
                            errors++;
                        }
                    }
                    if (data5.minimum !== undefined) {
                        let data12 = data5.minimum;
                        if (!(typeof data12 == "number")) {
                            const err22 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/minimum", schemaPath: "#/properties/inputs/additionalProperties/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.inputs.additionalProperties.properties.minimum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.minimum, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                    }
                    if (data5.maximum !== undefined) {
                        let data13 = data5.maximum;
                        if (!(typeof data13 == "number")) {
                            const err23 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/maximum", schemaPath: "#/properties/inputs/additionalProperties/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.inputs.additionalProperties.properties.maximum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.maximum, data: data13 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                }
            }
        }
        else {
            const err24 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.inputs.type, parentSchema: schema11.properties.inputs, data: data4 };
            if (vErrors === null) {
                vErrors = [err24];
            }
            else {
                vErrors.push(err24);
            }
            errors++;
        }
    }
    if (data.outputs !== undefined) {
        let data14 = data.outputs;
        if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            for (const key4 in data14) {
                const _errs35 = errors;
                if (typeof key4 === "string") {
                    if (!pattern1.test(key4)) {
                        const err25 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema11.properties.outputs.propertyNames, data: key4, propertyName: key4 };
                        if (vErrors === null) {
                            vErrors = [err25];
                        }
                        else {
                            vErrors.push(err25);
                        }
                        errors++;
                    }
                }
                var valid4 = _errs35 === errors;
                if (!valid4) {
                    const err26 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema11.properties.outputs.propertyNames, parentSchema: schema11.properties.outputs, data: data14 };
                    if (vErrors === null) {
                        vErrors = [err26];
                    }
                    else {
                        vErrors.push(err26);
                    }
                    errors++;
                }
            }
            for (const key5 in data14) {
                let data15 = data14[key5];
                if (((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (typeof data15 !== "string")) && (data15 !== null)) {
                    const err27 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: schema11.properties.outputs.additionalProperties.type }, message: "must be object,string,null", schema: schema11.properties.outputs.additionalProperties.type, parentSchema: schema11.properties.outputs.additionalProperties, data: data15 };
                    if (vErrors === null) {
                        vErrors = [err27];
                    }
                    else {
                        vErrors.push(err27);
                    }
                    errors++;
                }
                if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                    for (const key6 in data15) {
                        if (!(((key6 === "type") || (key6 === "value")) || (key6 === "description"))) {
                            const err28 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.outputs.additionalProperties, data: data15 };
                            if (vErrors === null) {
                                vErrors = [err28];
                            }
                            else {
                                vErrors.push(err28);
                            }
                            errors++;
                        }
                    }
                    if (data15.type !== undefined) {
                        let data16 = data15.type;
                        if (typeof data16 !== "string") {
                            const err29 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.outputs.additionalProperties.properties.type.type, parentSchema: schema11.properties.outputs.additionalProperties.properties.type, data: data16 };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                        if (!(((((((data16 === "string") || (data16 === "number")) || (data16 === "boolean")) || (data16 === "object")) || (data16 === "list")) || (data16 === "artifact")) || (data16 === "any"))) {
                            const err30 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema11.properties.outputs.additionalProperties.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.outputs.additionalProperties.properties.type.enum, parentSchema: schema11.properties.outputs.additionalProperties.properties.type, data: data16 };
                            if (vErrors === null) {
                                vErrors = [err30];
                            }
                            else {
                                vErrors.push(err30);
                            }
                            errors++;
                        }
                    }
                    if (data15.description !== undefined) {
                        let data17 = data15.description;
                        if (typeof data17 !== "string") {
                            const err31 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/outputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.outputs.additionalProperties.properties.description.type, parentSchema: schema11.properties.outputs.additionalProperties.properties.description, data: data17 };
                            if (vErrors === null) {
                                vErrors = [err31];
                            }
                            else {
                                vErrors.push(err31);
                            }
                            errors++;
                        }
                    }
                }
            }
        }
        else {
            const err32 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.outputs.type, parentSchema: schema11.properties.outputs, data: data14 };
            if (vErrors === null) {
                vErrors = [err32];
            }
            else {
                vErrors.push(err32);
            }
            errors++;
        }
    }
    if (data.variables !== undefined) {
        let data18 = data.variables;
        if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            for (const key7 in data18) {
                const _errs46 = errors;
                if (typeof key7 === "string") {
                    if (!pattern1.test(key7)) {
                        const err33 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema11.properties.variables.propertyNames, data: key7, propertyName: key7 };
                        if (vErrors === null) {
                            vErrors = [err33];
                        }
                        else {
                            vErrors.push(err33);
                        }
                        errors++;
                    }
                }
                var valid7 = _errs46 === errors;
                if (!valid7) {
                    const err34 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, message: "property name must be valid", schema: schema11.properties.variables.propertyNames, parentSchema: schema11.properties.variables, data: data18 };
                    if (vErrors === null) {
                        vErrors = [err34];
                    }
                    else {
                        vErrors.push(err34);
                    }
                    errors++;
                }
            }
        }
        else {
            const err35 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.variables.type, parentSchema: schema11.properties.variables, data: data18 };
            if (vErrors === null) {
                vErrors = [err35];
            }
            else {
                vErrors.push(err35);
            }
            errors++;
        }
    }
    if (data.env !== undefined) {
        let data19 = data.env;
        if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            for (const key8 in data19) {
                const _errs50 = errors;
                if (typeof key8 === "string") {
                    if (!pattern4.test(key8)) {
                        const err36 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema11.properties.env.propertyNames, data: key8, propertyName: key8 };
                        if (vErrors === null) {
                            vErrors = [err36];
                        }
                        else {
                            vErrors.push(err36);
                        }
                        errors++;
                    }
                }
                var valid8 = _errs50 === errors;
                if (!valid8) {
                    const err37 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key8 }, message: "property name must be valid", schema: schema11.properties.env.propertyNames, parentSchema: schema11.properties.env, data: data19 };
                    if (vErrors === null) {
                        vErrors = [err37];
                    }
                    else {
                        vErrors.push(err37);
                    }
                    errors++;
                }
            }
            for (const key9 in data19) {
                let data20 = data19[key9];
                if ((((typeof data20 !== "string") && (!(typeof data20 == "number"))) && (typeof data20 !== "boolean")) && (data20 !== null)) {
                    const err38 = { instancePath: instancePath + "/env/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema11.properties.env.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema11.properties.env.additionalProperties.type, parentSchema: schema11.properties.env.additionalProperties, data: data20 };
                    if (vErrors === null) {
                        vErrors = [err38];
                    }
                    else {
                        vErrors.push(err38);
                    }
                    errors++;
                }
            }
        }
        else {
            const err39 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.env.type, parentSchema: schema11.properties.env, data: data19 };
            if (vErrors === null) {
                vErrors = [err39];
            }
            else {
                vErrors.push(err39);
            }
            errors++;
        }
    }
    if (data.budget !== undefined) {
        let data21 = data.budget;
        if ((!(data21 && typeof data21 == "object" && !Array.isArray(data21))) && (!(typeof data21 == "number"))) {
            const err40 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: schema11.properties.budget.type }, message: "must be object,number", schema: schema11.properties.budget.type, parentSchema: schema11.properties.budget, data: data21 };
            if (vErrors === null) {
                vErrors = [err40];
            }
            else {
                vErrors.push(err40);
            }
            errors++;
        }
        if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            for (const key10 in data21) {
                if (!((((key10 === "usd") || (key10 === "tokens")) || (key10 === "minutes")) || (key10 === "turns"))) {
                    const err41 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.budget, data: data21 };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
            }
            if (data21.usd !== undefined) {
                let data22 = data21.usd;
                if (typeof data22 == "number") {
                    if (data22 < 0 || isNaN(data22)) {
                        const err42 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.usd, data: data22 };
                        if (vErrors === null) {
                            vErrors = [err42];
                        }
                        else {
                            vErrors.push(err42);
                        }
                        errors++;
                    }
                }
                else {
                    const err43 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.budget.properties.usd.type, parentSchema: schema11.properties.budget.properties.usd, data: data22 };
                    if (vErrors === null) {
                        vErrors = [err43];
                    }
                    else {
                        vErrors.push(err43);
                    }
                    errors++;
                }
            }
            if (data21.tokens !== undefined) {
                let data23 = data21.tokens;
                if (!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))) {
                    const err44 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.budget.properties.tokens.type, parentSchema: schema11.properties.budget.properties.tokens, data: data23 };
                    if (vErrors === null) {
                        vErrors = [err44];
                    }
                    else {
                        vErrors.push(err44);
                    }
                    errors++;
                }
                if (typeof data23 == "number") {
                    if (data23 < 0 || isNaN(data23)) {
                        const err45 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.tokens, data: data23 };
                        if (vErrors === null) {
                            vErrors = [err45];
                        }
                        else {
                            vErrors.push(err45);
                        }
                        errors++;
                    }
                }
            }
            if (data21.minutes !== undefined) {
                let data24 = data21.minutes;
                if (typeof data24 == "number") {
                    if (data24 < 0 || isNaN(data24)) {
                        const err46 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.minutes, data: data24 };
                        if (vErrors === null) {
                            vErrors = [err46];
                        }
                        else {
                            vErrors.push(err46);
                        }
                        errors++;
                    }
                }
                else {
                    const err47 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.budget.properties.minutes.type, parentSchema: schema11.properties.budget.properties.minutes, data: data24 };
                    if (vErrors === null) {
                        vErrors = [err47];
                    }
                    else {
                        vErrors.push(err47);
                    }
                    errors++;
                }
            }
            if (data21.turns !== undefined) {
                let data25 = data21.turns;
                if (!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))) {
                    const err48 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.budget.properties.turns.type, parentSchema: schema11.properties.budget.properties.turns, data: data25 };
                    if (vErrors === null) {
                        vErrors = [err48];
                    }
                    else {
                        vErrors.push(err48);
                    }
                    errors++;
                }
                if (typeof data25 == "number") {
                    if (data25 < 0 || isNaN(data25)) {
                        const err49 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.turns, data: data25 };
                        if (vErrors === null) {
                            vErrors = [err49];
                        }
                        else {
                            vErrors.push(err49);
                        }
                        errors++;
                    }
                }
            }
        }
    }
    if (data.permissions !== undefined) {
        let data26 = data.permissions;
        if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            for (const key11 in data26) {
                if (!(((((key11 === "contents") || (key11 === "issues")) || (key11 === "pull_requests")) || (key11 === "checks")) || (key11 === "protected_paths"))) {
                    const err50 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.permissions, data: data26 };
                    if (vErrors === null) {
                        vErrors = [err50];
                    }
                    else {
                        vErrors.push(err50);
                    }
                    errors++;
                }
            }
            if (data26.contents !== undefined) {
                let data27 = data26.contents;
                if (typeof data27 !== "string") {
                    const err51 = { instancePath: instancePath + "/permissions/contents", schemaPath: "#/properties/permissions/properties/contents/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.contents.type, parentSchema: schema11.properties.permissions.properties.contents, data: data27 };
                    if (vErrors === null) {
                        vErrors = [err51];
                    }
                    else {
                        vErrors.push(err51);
                    }
                    errors++;
                }
                if (!(((data27 === "none") || (data27 === "read")) || (data27 === "write"))) {
                    const err52 = { instancePath: instancePath + "/permissions/contents", schemaPath: "#/properties/permissions/properties/contents/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.contents.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.contents.enum, parentSchema: schema11.properties.permissions.properties.contents, data: data27 };
                    if (vErrors === null) {
                        vErrors = [err52];
                    }
                    else {
                        vErrors.push(err52);
                    }
                    errors++;
                }
            }
            if (data26.issues !== undefined) {
                let data28 = data26.issues;
                if (typeof data28 !== "string") {
                    const err53 = { instancePath: instancePath + "/permissions/issues", schemaPath: "#/properties/permissions/properties/issues/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.issues.type, parentSchema: schema11.properties.permissions.properties.issues, data: data28 };
                    if (vErrors === null) {
                        vErrors = [err53];
                    }
                    else {
                        vErrors.push(err53);
                    }
                    errors++;
                }
                if (!(((data28 === "none") || (data28 === "read")) || (data28 === "write"))) {
                    const err54 = { instancePath: instancePath + "/permissions/issues", schemaPath: "#/properties/permissions/properties/issues/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.issues.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.issues.enum, parentSchema: schema11.properties.permissions.properties.issues, data: data28 };
                    if (vErrors === null) {
                        vErrors = [err54];
                    }
                    else {
                        vErrors.push(err54);
                    }
                    errors++;
                }
            }
            if (data26.pull_requests !== undefined) {
                let data29 = data26.pull_requests;
                if (typeof data29 !== "string") {
                    const err55 = { instancePath: instancePath + "/permissions/pull_requests", schemaPath: "#/properties/permissions/properties/pull_requests/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.pull_requests.type, parentSchema: schema11.properties.permissions.properties.pull_requests, data: data29 };
                    if (vErrors === null) {
                        vErrors = [err55];
                    }
                    else {
                        vErrors.push(err55);
                    }
                    errors++;
                }
                if (!(((data29 === "none") || (data29 === "read")) || (data29 === "write"))) {
                    const err56 = { instancePath: instancePath + "/permissions/pull_requests", schemaPath: "#/properties/permissions/properties/pull_requests/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.pull_requests.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.pull_requests.enum, parentSchema: schema11.properties.permissions.properties.pull_requests, data: data29 };
                    if (vErrors === null) {
                        vErrors = [err56];
                    }
                    else {
                        vErrors.push(err56);
                    }
                    errors++;
                }
            }
            if (data26.checks !== undefined) {
                let data30 = data26.checks;
                if (typeof data30 !== "string") {
                    const err57 = { instancePath: instancePath + "/permissions/checks", schemaPath: "#/properties/permissions/properties/checks/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.checks.type, parentSchema: schema11.properties.permissions.properties.checks, data: data30 };
                    if (vErrors === null) {
                        vErrors = [err57];
                    }
                    else {
                        vErrors.push(err57);
                    }
                    errors++;
                }
                if (!(((data30 === "none") || (data30 === "read")) || (data30 === "write"))) {
                    const err58 = { instancePath: instancePath + "/permissions/checks", schemaPath: "#/properties/permissions/properties/checks/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.checks.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.checks.enum, parentSchema: schema11.properties.permissions.properties.checks, data: data30 };
                    if (vErrors === null) {
                        vErrors = [err58];
                    }
                    else {
                        vErrors.push(err58);
                    }
                    errors++;
                }
            }
            if (data26.protected_paths !== undefined) {
                let data31 = data26.protected_paths;
                if (Array.isArray(data31)) {
                    const len0 = data31.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                        let data32 = data31[i0];
                        if (typeof data32 !== "string") {
                            const err59 = { instancePath: instancePath + "/permissions/protected_paths/" + i0, schemaPath: "#/properties/permissions/properties/protected_paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.protected_paths.items.type, parentSchema: schema11.properties.permissions.properties.protected_paths.items, data: data32 };
                            if (vErrors === null) {
                                vErrors = [err59];
                            }
                            else {
                                vErrors.push(err59);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err60 = { instancePath: instancePath + "/permissions/protected_paths", schemaPath: "#/properties/permissions/properties/protected_paths/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.permissions.properties.protected_paths.type, parentSchema: schema11.properties.permissions.properties.protected_paths, data: data31 };
                    if (vErrors === null) {
                        vErrors = [err60];
                    }
                    else {
                        vErrors.push(err60);
                    }
                    errors++;
                }
            }
        }
        else {
            const err61 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.permissions.type, parentSchema: schema11.properties.permissions, data: data26 };
            if (vErrors === null) {
                vErrors = [err61];
            }
            else {
                vErrors.push(err61);
            }
            errors++;
        }
    }
    if (data.concurrency !== undefined) {
        let data33 = data.concurrency;
        if ((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (typeof data33 !== "string")) {
            const err62 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/type", keyword: "type", params: { type: schema11.properties.concurrency.type }, message: "must be object,string", schema: schema11.properties.concurrency.type, parentSchema: schema11.properties.concurrency, data: data33 };
            if (vErrors === null) {
                vErrors = [err62];
            }
            else {
                vErrors.push(err62);
            }
            errors++;
        }
        if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
            if (data33.group === undefined) {
                const err63 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property '" + "group" + "'", schema: schema11.properties.concurrency.required, parentSchema: schema11.properties.concurrency, data: data33 };
                if (vErrors === null) {
                    vErrors = [err63];
                }
                else {
                    vErrors.push(err63);
                }
                errors++;
            }
            for (const key12 in data33) {
                if (!((key12 === "group") || (key12 === "cancel_in_progress"))) {
                    const err64 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.concurrency, data: data33 };
                    if (vErrors === null) {
                        vErrors = [err64];
                    }
                    else {
                        vErrors.push(err64);
                    }
                    errors++;
                }
            }
            if (data33.group !== undefined) {
                let data34 = data33.group;
                if (typeof data34 !== "string") {
                    const err65 = { instancePath: instancePath + "/concurrency/group", schemaPath: "#/properties/concurrency/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.concurrency.properties.group.type, parentSchema: schema11.properties.concurrency.properties.group, data: data34 };
                    if (vErrors === null) {
                        vErrors = [err65];
                    }
                    else {
                        vErrors.push(err65);
                    }
                    errors++;
                }
            }
            if (data33.cancel_in_progress !== undefined) {
                let data35 = data33.cancel_in_progress;
                if (typeof data35 !== "boolean") {
                    const err66 = { instancePath: instancePath + "/concurrency/cancel_in_progress", schemaPath: "#/properties/concurrency/properties/cancel_in_progress/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.concurrency.properties.cancel_in_progress.type, parentSchema: schema11.properties.concurrency.properties.cancel_in_progress, data: data35 };
                    if (vErrors === null) {
                        vErrors = [err66];
                    }
                    else {
                        vErrors.push(err66);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.triggers !== undefined) {
        let data36 = data.triggers;
        if (!data36 || typeof data36 != "object") {
            const err67 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/type", keyword: "type", params: { type: schema11.properties.triggers.type }, message: "must be object,array", schema: schema11.properties.triggers.type, parentSchema: schema11.properties.triggers, data: data36 };
            if (vErrors === null) {
                vErrors = [err67];
            }
            else {
                vErrors.push(err67);
            }
            errors++;
        }
    }
    if (data.defaults !== undefined) {
        let data37 = data.defaults;
        if (data37 && typeof data37 == "object" && !Array.isArray(data37)) { }
        else {
            const err68 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.defaults.type, parentSchema: schema11.properties.defaults, data: data37 };
            if (vErrors === null) {
                vErrors = [err68];
            }
            else {
                vErrors.push(err68);
            }
            errors++;
        }
    }
    if (data.extends !== undefined) {
        let data38 = data.extends;
        if (typeof data38 !== "string") {
            const err69 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.extends.type, parentSchema: schema11.properties.extends, data: data38 };
            if (vErrors === null) {
                vErrors = [err69];
            }
            else {
                vErrors.push(err69);
            }
            errors++;
        }
    }
    if (data.parallel_execution !== undefined) {
        let data39 = data.parallel_execution;
        if (typeof data39 !== "boolean") {
            const err70 = { instancePath: instancePath + "/parallel_execution", schemaPath: "#/properties/parallel_execution/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.parallel_execution.type, parentSchema: schema11.properties.parallel_execution, data: data39 };
            if (vErrors === null) {
                vErrors = [err70];
            }
            else {
                vErrors.push(err70);
            }
            errors++;
        }
    }
    if (data.max_parallel !== undefined) {
        let data40 = data.max_parallel;
        if (!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))) {
            const err71 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.max_parallel.type, parentSchema: schema11.properties.max_parallel, data: data40 };
            if (vErrors === null) {
                vErrors = [err71];
            }
            else {
                vErrors.push(err71);
            }
            errors++;
        }
        if (typeof data40 == "number") {
            if (data40 > 256 || isNaN(data40)) {
                const err72 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256", schema: 256, parentSchema: schema11.properties.max_parallel, data: data40 };
                if (vErrors === null) {
                    vErrors = [err72];
                }
                else {
                    vErrors.push(err72);
                }
                errors++;
            }
            if (data40 < 1 || isNaN(data40)) {
                const err73 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema11.properties.max_parallel, data: data40 };
                if (vErrors === null) {
                    vErrors = [err73];
                }
                else {
                    vErrors.push(err73);
                }
                errors++;
            }
        }
    }
    if (data.rollback_strategy !== undefined) {
        let data41 = data.rollback_strategy;
        if (typeof data41 !== "string") {
            const err74 = { instancePath: instancePath + "/rollback_strategy", schemaPath: "#/properties/rollback_strategy/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.rollback_strategy.type, parentSchema: schema11.properties.rollback_strategy, data: data41 };
            if (vErrors === null) {
                vErrors = [err74];
            }
            else {
                vErrors.push(err74);
            }
            errors++;
        }
        if (!(((data41 === "none") || (data41 === "automatic")) || (data41 === "manual"))) {
            const err75 = { instancePath: instancePath + "/rollback_strategy", schemaPath: "#/properties/rollback_strategy/enum", keyword: "enum", params: { allowedValues: schema11.properties.rollback_strategy.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.rollback_strategy.enum, parentSchema: schema11.properties.rollback_strategy, data: data41 };
            if (vErrors === null) {
                vErrors = [err75];
            }
            else {
                vErrors.push(err75);
            }
            errors++;
        }
    }
    if (data.cost_tracking !== undefined) {
        let data42 = data.cost_tracking;
        if (typeof data42 !== "boolean") {
            const err76 = { instancePath: instancePath + "/cost_tracking", schemaPath: "#/properties/cost_tracking/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.cost_tracking.type, parentSchema: schema11.properties.cost_tracking, data: data42 };
            if (vErrors === null) {
                vErrors = [err76];
            }
            else {
                vErrors.push(err76);
            }
            errors++;
        }
    }
    if (data.steps !== undefined) {
        let data43 = data.steps;
        if (Array.isArray(data43)) {
            if (data43.length > 5000) {
                const err77 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/maxItems", keyword: "maxItems", params: { limit: 5000 }, message: "must NOT have more than 5000 items", schema: 5000, parentSchema: schema11.properties.steps, data: data43 };
                if (vErrors === null) {
                    vErrors = [err77];
                }
                else {
                    vErrors.push(err77);
                }
                errors++;
            }
            if (data43.length < 1) {
                const err78 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.steps, data: data43 };
                if (vErrors === null) {
                    vErrors = [err78];
                }
                else {
                    vErrors.push(err78);
                }
                errors++;
            }
            const len1 = data43.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data44 = data43[i1];
                if (!(data44 && typeof data44 == "object" && !Array.isArray(data44))) {
                    const err79 = { instancePath: instancePath + "/steps/" + i1, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.steps.items.type, parentSchema: schema11.properties.steps.items, data: data44 };
                    if (vErrors === null) {
                        vErrors = [err79];
                    }
                    else {
                        vErrors.push(err79);
                    }
                    errors++;
                }
            }
        }
        else {
            const err80 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.steps.type, parentSchema: schema11.properties.steps, data: data43 };
            if (vErrors === null) {
                vErrors = [err80];
            }
            else {
                vErrors.push(err80);
            }
            errors++;
        }
    }
}
else {
    const err81 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
        vErrors = [err81];
    }
    else {
        vErrors.push(err81);
    }
    errors++;
} validate10.errors = vErrors; return errors === 0; }
const v1 = validate11;
const schema12 = { "$id": "v1", "type": "object", "properties": { "id": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,62}$", "description": "How others refer to this step: lower-case letters, digits, _ and -." }, "name": { "type": "string", "maxLength": 200, "description": "What people see." }, "type": { "type": "string", "description": "What kind of step it is." }, "when": { "type": ["string", "boolean"], "description": "Runs the step only if this holds. With failure() or always() it also runs after a failure." }, "needs": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Ids of the steps that must have ended before." }, "timeout": { "type": ["string", "number"], "description": "The step and everything it started are ended then. Seconds, or a text such as 15m." }, "retry": { "description": "How often and when a failed attempt is made again. A number is the number of attempts in all.", "type": ["object", "integer"], "minimum": 1, "properties": { "attempts": { "type": "integer", "minimum": 1, "maximum": 100, "description": "Attempts in all, the first included." }, "backoff": { "type": "string", "enum": ["constant", "linear", "exponential"], "description": "How the wait grows." }, "delay": { "type": ["string", "number"], "description": "The first wait." }, "max_delay": { "type": ["string", "number"], "description": "The longest wait." }, "jitter": { "type": ["number", "boolean"], "minimum": 0, "maximum": 1, "description": "The share of each wait that is drawn by chance." }, "on": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Error kinds or codes that are tried again; by default transient." } }, "additionalProperties": false }, "on_error": { "type": "string", "description": "fail (the default), continue, skip_rest, or the id of the step that takes over." }, "compensate": { "type": "object" }, "cache": { "description": "Whether and by what the result is found again. `true`, or the details.", "type": ["object", "boolean"], "properties": { "enabled": { "type": "boolean", "description": "Whether the result is kept and found again." }, "inputs": { "type": "array", "items": { "type": "string" }, "description": "Globs of the files the result depends on; without them, the whole tree." }, "env": { "type": "array", "items": { "type": "string" }, "description": "Names of environment variables the result depends on." }, "key": { "description": "A key of your own, beside everything else." }, "ttl": { "type": ["string", "number"], "description": "How long a result stays good." }, "paths": { "type": "array", "items": { "type": "string" }, "description": "Paths outside git that belong to the result, such as node_modules." } }, "additionalProperties": false }, "inputs": { "type": "object", "description": "Values for this step, as its fields or its sub-workflow see them.", "additionalProperties": true }, "outputs": { "description": "Outputs by name: a type, an expression, a path (./report.xml) or the details.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "object", "list", "artifact", "any"], "description": "What it is." }, "value": { "description": "Where it comes from: an expression, or a path for an artifact." }, "description": { "type": "string", "description": "What it is, for people." } }, "additionalProperties": false } }, "artifacts": { "description": "Files to keep, by name.", "type": ["array", "object"], "items": { "type": ["object", "string"], "required": ["name", "path"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "description": "How it is referred to." }, "path": { "description": "A path in the workspace." }, "media_type": { "type": "string", "description": "For example text/html." }, "tags": { "type": "array", "items": { "type": "string" }, "description": "Free words to find it by." }, "retention_days": { "type": "integer", "minimum": 1, "description": "After how many days it may be removed." }, "optional": { "type": "boolean", "description": "Whether its absence is no failure." } }, "additionalProperties": false } }, "env": { "type": "object", "description": "Environment variables of what the step runs; nothing else is inherited.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean", "null"] } }, "security_profile": { "type": "string", "enum": ["minimal", "standard", "hardened", "paranoid", "development", "testing", "restricted"], "description": "What the step may reach. It is enforced, or the step is refused." }, "budget": { "description": "The most that may be used. A budget that is spent parks the run; it goes on with a raised one.", "type": ["object", "number"], "properties": { "usd": { "type": "number", "minimum": 0, "description": "Dollars." }, "tokens": { "type": "integer", "minimum": 0, "description": "Tokens of all kinds together." }, "minutes": { "type": "number", "minimum": 0, "description": "Minutes of running time." }, "turns": { "type": "integer", "minimum": 0, "description": "Answers of a model." } }, "additionalProperties": false }, "circuit_breaker": { "description": "Stops calling what keeps failing, across runs.", "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "description": "Shared by all steps that name it." }, "failures": { "type": "integer", "minimum": 1, "description": "Failures in a row that open it." }, "reset": { "type": ["string", "number"], "description": "How long it stays open." } }, "additionalProperties": false } } };
const pattern5 = new RegExp("^[a-z][a-z0-9_-]{0,62}$", "u");
const pattern7 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v1" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id !== undefined) {
        let data0 = data.id;
        if (typeof data0 === "string") {
            if (!pattern5.test(data0)) {
                const err0 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,62}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,62}$" + "\"", schema: "^[a-z][a-z0-9_-]{0,62}$", parentSchema: schema12.properties.id, data: data0 };
                if (vErrors === null) {
                    vErrors = [err0];
                }
                else {
                    vErrors.push(err0);
                }
                errors++;
            }
        }
        else {
            const err1 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.id.type, parentSchema: schema12.properties.id, data: data0 };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
    }
    if (data.name !== undefined) {
        let data1 = data.name;
        if (typeof data1 === "string") {
            if (data1.length > 200) {
                const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema12.properties.name, data: data1 };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
        }
        else {
            const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.name.type, parentSchema: schema12.properties.name, data: data1 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data2 = data.type;
        if (typeof data2 !== "string") {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.type.type, parentSchema: schema12.properties.type, data: data2 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.when !== undefined) {
        let data3 = data.when;
        if ((typeof data3 !== "string") && (typeof data3 !== "boolean")) {
            const err5 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: schema12.properties.when.type }, message: "must be string,boolean", schema: schema12.properties.when.type, parentSchema: schema12.properties.when, data: data3 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.needs !== undefined) {
        let data4 = data.needs;
        if ((!(Array.isArray(data4))) && (typeof data4 !== "string")) {
            const err6 = { instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: schema12.properties.needs.type }, message: "must be array,string", schema: schema12.properties.needs.type, parentSchema: schema12.properties.needs, data: data4 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
        if (Array.isArray(data4)) {
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data5 = data4[i0];
                if (typeof data5 !== "string") {
                    const err7 = { instancePath: instancePath + "/needs/" + i0, schemaPath: "#/properties/needs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.needs.items.type, parentSchema: schema12.properties.needs.items, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.timeout !== undefined) {
        let data6 = data.timeout;
        if ((typeof data6 !== "string") && (!(typeof data6 == "number"))) {
            const err8 = { instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/type", keyword: "type", params: { type: schema12.properties.timeout.type }, message: "must be string,number", schema: schema12.properties.timeout.type, parentSchema: schema12.properties.timeout, data: data6 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.retry !== undefined) {
        let data7 = data.retry;
        if ((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))))) {
            const err9 = { instancePath: instancePath + "/retry", schemaPath: "#/properties/retry/type", keyword: "type", params: { type: schema12.properties.retry.type }, message: "must be object,integer", schema: schema12.properties.retry.type, parentSchema: schema12.properties.retry, data: data7 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
        if (typeof data7 == "number") {
            if (data7 < 1 || isNaN(data7)) {
                const err10 = { instancePath: instancePath + "/retry", schemaPath: "#/properties/retry/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.retry, data: data7 };
                if (vErrors === null) {
                    vErrors = [err10];
                }
                else {
                    vErrors.push(err10);
                }
                errors++;
            }
        }
        if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            for (const key0 in data7) {
                if (!((((((key0 === "attempts") || (key0 === "backoff")) || (key0 === "delay")) || (key0 === "max_delay")) || (key0 === "jitter")) || (key0 === "on"))) {
                    const err11 = { instancePath: instancePath + "/retry", schemaPath: "#/properties/retry/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.retry, data: data7 };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
            if (data7.attempts !== undefined) {
                let data8 = data7.attempts;
                if (!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))) {
                    const err12 = { instancePath: instancePath + "/retry/attempts", schemaPath: "#/properties/retry/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.retry.properties.attempts.type, parentSchema: schema12.properties.retry.properties.attempts, data: data8 };
                    if (vErrors === null) {
                        vErrors = [err12];
                    }
                    else {
                        vErrors.push(err12);
                    }
                    errors++;
                }
                if (typeof data8 == "number") {
                    if (data8 > 100 || isNaN(data8)) {
                        const err13 = { instancePath: instancePath + "/retry/attempts", schemaPath: "#/properties/retry/properties/attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema12.properties.retry.properties.attempts, data: data8 };
                        if (vErrors === null) {
                            vErrors = [err13];
                        }
                        else {
                            vErrors.push(err13);
                        }
                        errors++;
                    }
                    if (data8 < 1 || isNaN(data8)) {
                        const err14 = { instancePath: instancePath + "/retry/attempts", schemaPath: "#/properties/retry/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.retry.properties.attempts, data: data8 };
                        if (vErrors === null) {
                            vErrors = [err14];
                        }
                        else {
                            vErrors.push(err14);
                        }
                        errors++;
                    }
                }
            }
            if (data7.backoff !== undefined) {
                let data9 = data7.backoff;
                if (typeof data9 !== "string") {
                    const err15 = { instancePath: instancePath + "/retry/backoff", schemaPath: "#/properties/retry/properties/backoff/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.retry.properties.backoff.type, parentSchema: schema12.properties.retry.properties.backoff, data: data9 };
                    if (vErrors === null) {
                        vErrors = [err15];
                    }
                    else {
                        vErrors.push(err15);
                    }
                    errors++;
                }
                if (!(((data9 === "constant") || (data9 === "linear")) || (data9 === "exponential"))) {
                    const err16 = { instancePath: instancePath + "/retry/backoff", schemaPath: "#/properties/retry/properties/backoff/enum", keyword: "enum", params: { allowedValues: schema12.properties.retry.properties.backoff.enum }, message: "must be equal to one of the allowed values", schema: schema12.properties.retry.properties.backoff.enum, parentSchema: schema12.properties.retry.properties.backoff, data: data9 };
                    if (vErrors === null) {
                        vErrors = [err16];
                    }
                    else {
                        vErrors.push(err16);
                    }
                    errors++;
                }
            }
            if (data7.delay !== undefined) {
                let data10 = data7.delay;
                if ((typeof data10 !== "string") && (!(typeof data10 == "number"))) {
                    const err17 = { instancePath: instancePath + "/retry/delay", schemaPath: "#/properties/retry/properties/delay/type", keyword: "type", params: { type: schema12.properties.retry.properties.delay.type }, message: "must be string,number", schema: schema12.properties.retry.properties.delay.type, parentSchema: schema12.properties.retry.properties.delay, data: data10 };
                    if (vErrors === null) {
                        vErrors = [err17];
                    }
                    else {
                        vErrors.push(err17);
                    }
                    errors++;
                }
            }
            if (data7.max_delay !== undefined) {
                let data11 = data7.max_delay;
                if ((typeof data11 !== "string") && (!(typeof data11 == "number"))) {
                    const err18 = { instancePath: instancePath + "/retry/max_delay", schemaPath: "#/properties/retry/properties/max_delay/type", keyword: "type", params: { type: schema12.properties.retry.properties.max_delay.type }, message: "must be string,number", schema: schema12.properties.retry.properties.max_delay.type, parentSchema: schema12.properties.retry.properties.max_delay, data: data11 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
            }
            if (data7.jitter !== undefined) {
                let data12 = data7.jitter;
                if ((!(typeof data12 == "number")) && (typeof data12 !== "boolean")) {
                    const err19 = { instancePath: instancePath + "/retry/jitter", schemaPath: "#/properties/retry/properties/jitter/type", keyword: "type", params: { type: schema12.properties.retry.properties.jitter.type }, message: "must be number,boolean", schema: schema12.properties.retry.properties.jitter.type, parentSchema: schema12.properties.retry.properties.jitter, data: data12 };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                if (typeof data12 == "number") {
                    if (data12 > 1 || isNaN(data12)) {
                        const err20 = { instancePath: instancePath + "/retry/jitter", schemaPath: "#/properties/retry/properties/jitter/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1", schema: 1, parentSchema: schema12.properties.retry.properties.jitter, data: data12 };
                        if (vErrors === null) {
                            vErrors = [err20];
                        }
                        else {
                            vErrors.push(err20);
                        }
                        errors++;
                    }
                    if (data12 < 0 || isNaN(data12)) {
                        const err21 = { instancePath: instancePath + "/retry/jitter", schemaPath: "#/properties/retry/properties/jitter/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.retry.properties.jitter, data: data12 };
                        if (vErrors === null) {
                            vErrors = [err21];
                        }
                        else {
                            vErrors.push(err21);
                        }
                        errors++;
                    }
                }
            }
            if (data7.on !== undefined) {
                let data13 = data7.on;
                if ((!(Array.isArray(data13))) && (typeof data13 !== "string")) {
                    const err22 = { instancePath: instancePath + "/retry/on", schemaPath: "#/properties/retry/properties/on/type", keyword: "type", params: { type: schema12.properties.retry.properties.on.type }, message: "must be array,string", schema: schema12.properties.retry.properties.on.type, parentSchema: schema12.properties.retry.properties.on, data: data13 };
                    if (vErrors === null) {
                        vErrors = [err22];
                    }
                    else {
                        vErrors.push(err22);
                    }
                    errors++;
                }
                if (Array.isArray(data13)) {
                    const len1 = data13.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                        let data14 = data13[i1];
                        if (typeof data14 !== "string") {
                            const err23 = { instancePath: instancePath + "/retry/on/" + i1, schemaPath: "#/properties/retry/properties/on/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.retry.properties.on.items.type, parentSchema: schema12.properties.retry.properties.on.items, data: data14 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                }
            }
        }
    }
    if (data.on_error !== undefined) {
        let data15 = data.on_error;
        if (typeof data15 !== "string") {
            const err24 = { instancePath: instancePath + "/on_error", schemaPath: "#/properties/on_error/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.on_error.type, parentSchema: schema12.properties.on_error, data: data15 };
            if (vErrors === null) {
                vErrors = [err24];
            }
            else {
                vErrors.push(err24);
            }
            errors++;
        }
    }
    if (data.compensate !== undefined) {
        let data16 = data.compensate;
        if (!(data16 && typeof data16 == "object" && !Array.isArray(data16))) {
            const err25 = { instancePath: instancePath + "/compensate", schemaPath: "#/properties/compensate/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.compensate.type, parentSchema: schema12.properties.compensate, data: data16 };
            if (vErrors === null) {
                vErrors = [err25];
            }
            else {
                vErrors.push(err25);
            }
            errors++;
        }
    }
    if (data.cache !== undefined) {
        let data17 = data.cache;
        if ((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (typeof data17 !== "boolean")) {
            const err26 = { instancePath: instancePath + "/cache", schemaPath: "#/properties/cache/type", keyword: "type", params: { type: schema12.properties.cache.type }, message: "must be object,boolean", schema: schema12.properties.cache.type, parentSchema: schema12.properties.cache, data: data17 };
            if (vErrors === null) {
                vErrors = [err26];
            }
            else {
                vErrors.push(err26);
            }
            errors++;
        }
        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            for (const key1 in data17) {
                if (!((((((key1 === "enabled") || (key1 === "inputs")) || (key1 === "env")) || (key1 === "key")) || (key1 === "ttl")) || (key1 === "paths"))) {
                    const err27 = { instancePath: instancePath + "/cache", schemaPath: "#/properties/cache/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.cache, data: data17 };
                    if (vErrors === null) {
                        vErrors = [err27];
                    }
                    else {
                        vErrors.push(err27);
                    }
                    errors++;
                }
            }
            if (data17.enabled !== undefined) {
                let data18 = data17.enabled;
                if (typeof data18 !== "boolean") {
                    const err28 = { instancePath: instancePath + "/cache/enabled", schemaPath: "#/properties/cache/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema12.properties.cache.properties.enabled.type, parentSchema: schema12.properties.cache.properties.enabled, data: data18 };
                    if (vErrors === null) {
                        vErrors = [err28];
                    }
                    else {
                        vErrors.push(err28);
                    }
                    errors++;
                }
            }
            if (data17.inputs !== undefined) {
                let data19 = data17.inputs;
                if (Array.isArray(data19)) {
                    const len2 = data19.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                        let data20 = data19[i2];
                        if (typeof data20 !== "string") {
                            const err29 = { instancePath: instancePath + "/cache/inputs/" + i2, schemaPath: "#/properties/cache/properties/inputs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.cache.properties.inputs.items.type, parentSchema: schema12.properties.cache.properties.inputs.items, data: data20 };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err30 = { instancePath: instancePath + "/cache/inputs", schemaPath: "#/properties/cache/properties/inputs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema12.properties.cache.properties.inputs.type, parentSchema: schema12.properties.cache.properties.inputs, data: data19 };
                    if (vErrors === null) {
                        vErrors = [err30];
                    }
                    else {
                        vErrors.push(err30);
                    }
                    errors++;
                }
            }
            if (data17.env !== undefined) {
                let data21 = data17.env;
                if (Array.isArray(data21)) {
                    const len3 = data21.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                        let data22 = data21[i3];
                        if (typeof data22 !== "string") {
                            const err31 = { instancePath: instancePath + "/cache/env/" + i3, schemaPath: "#/properties/cache/properties/env/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.cache.properties.env.items.type, parentSchema: schema12.properties.cache.properties.env.items, data: data22 };
                            if (vErrors === null) {
                                vErrors = [err31];
                            }
                            else {
                                vErrors.push(err31);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err32 = { instancePath: instancePath + "/cache/env", schemaPath: "#/properties/cache/properties/env/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema12.properties.cache.properties.env.type, parentSchema: schema12.properties.cache.properties.env, data: data21 };
                    if (vErrors === null) {
                        vErrors = [err32];
                    }
                    else {
                        vErrors.push(err32);
                    }
                    errors++;
                }
            }
            if (data17.ttl !== undefined) {
                let data23 = data17.ttl;
                if ((typeof data23 !== "string") && (!(typeof data23 == "number"))) {
                    const err33 = { instancePath: instancePath + "/cache/ttl", schemaPath: "#/properties/cache/properties/ttl/type", keyword: "type", params: { type: schema12.properties.cache.properties.ttl.type }, message: "must be string,number", schema: schema12.properties.cache.properties.ttl.type, parentSchema: schema12.properties.cache.properties.ttl, data: data23 };
                    if (vErrors === null) {
                        vErrors = [err33];
                    }
                    else {
                        vErrors.push(err33);
                    }
                    errors++;
                }
            }
            if (data17.paths !== undefined) {
                let data24 = data17.paths;
                if (Array.isArray(data24)) {
                    const len4 = data24.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                        let data25 = data24[i4];
                        if (typeof data25 !== "string") {
                            const err34 = { instancePath: instancePath + "/cache/paths/" + i4, schemaPath: "#/properties/cache/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.cache.properties.paths.items.type, parentSchema: schema12.properties.cache.properties.paths.items, data: data25 };
                            if (vErrors === null) {
                                vErrors = [err34];
                            }
                            else {
                                vErrors.push(err34);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err35 = { instancePath: instancePath + "/cache/paths", schemaPath: "#/properties/cache/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema12.properties.cache.properties.paths.type, parentSchema: schema12.properties.cache.properties.paths, data: data24 };
                    if (vErrors === null) {
                        vErrors = [err35];
                    }
                    else {
                        vErrors.push(err35);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.inputs !== undefined) {
        let data26 = data.inputs;
        if (data26 && typeof data26 == "object" && !Array.isArray(data26)) { }
        else {
            const err36 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.inputs.type, parentSchema: schema12.properties.inputs, data: data26 };
            if (vErrors === null) {
                vErrors = [err36];
            }
            else {
                vErrors.push(err36);
            }
            errors++;
        }
    }
    if (data.outputs !== undefined) {
        let data27 = data.outputs;
        if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
            for (const key2 in data27) {
                const _errs60 = errors;
                if (typeof key2 === "string") {
                    if (!pattern1.test(key2)) {
                        const err37 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema12.properties.outputs.propertyNames, data: key2, propertyName: key2 };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
                var valid13 = _errs60 === errors;
                if (!valid13) {
                    const err38 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema12.properties.outputs.propertyNames, parentSchema: schema12.properties.outputs, data: data27 };
                    if (vErrors === null) {
                        vErrors = [err38];
                    }
                    else {
                        vErrors.push(err38);
                    }
                    errors++;
                }
            }
            for (const key3 in data27) {
                let data28 = data27[key3];
                if (((!(data28 && typeof data28 == "object" && !Array.isArray(data28))) && (typeof data28 !== "string")) && (data28 !== null)) {
                    const err39 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: schema12.properties.outputs.additionalProperties.type }, message: "must be object,string,null", schema: schema12.properties.outputs.additionalProperties.type, parentSchema: schema12.properties.outputs.additionalProperties, data: data28 };
                    if (vErrors === null) {
                        vErrors = [err39];
                    }
                    else {
                        vErrors.push(err39);
                    }
                    errors++;
                }
                if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                    for (const key4 in data28) {
                        if (!(((key4 === "type") || (key4 === "value")) || (key4 === "description"))) {
                            const err40 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.outputs.additionalProperties, data: data28 };
                            if (vErrors === null) {
                                vErrors = [err40];
                            }
                            else {
                                vErrors.push(err40);
                            }
                            errors++;
                        }
                    }
                    if (data28.type !== undefined) {
                        let data29 = data28.type;
                        if (typeof data29 !== "string") {
                            const err41 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.outputs.additionalProperties.properties.type.type, parentSchema: schema12.properties.outputs.additionalProperties.properties.type, data: data29 };
                            if (vErrors === null) {
                                vErrors = [err41];
                            }
                            else {
                                vErrors.push(err41);
                            }
                            errors++;
                        }
                        if (!(((((((data29 === "string") || (data29 === "number")) || (data29 === "boolean")) || (data29 === "object")) || (data29 === "list")) || (data29 === "artifact")) || (data29 === "any"))) {
                            const err42 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema12.properties.outputs.additionalProperties.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema12.properties.outputs.additionalProperties.properties.type.enum, parentSchema: schema12.properties.outputs.additionalProperties.properties.type, data: data29 };
                            if (vErrors === null) {
                                vErrors = [err42];
                            }
                            else {
                                vErrors.push(err42);
                            }
                            errors++;
                        }
                    }
                    if (data28.description !== undefined) {
                        let data30 = data28.description;
                        if (typeof data30 !== "string") {
                            const err43 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/outputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.outputs.additionalProperties.properties.description.type, parentSchema: schema12.properties.outputs.additionalProperties.properties.description, data: data30 };
                            if (vErrors === null) {
                                vErrors = [err43];
                            }
                            else {
                                vErrors.push(err43);
                            }
                            errors++;
                        }
                    }
                }
            }
        }
        else {
            const err44 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.outputs.type, parentSchema: schema12.properties.outputs, data: data27 };
            if (vErrors === null) {
                vErrors = [err44];
            }
            else {
                vErrors.push(err44);
            }
            errors++;
        }
    }
    if (data.artifacts !== undefined) {
        let data31 = data.artifacts;
        if (!data31 || typeof data31 != "object") {
            const err45 = { instancePath: instancePath + "/artifacts", schemaPath: "#/properties/artifacts/type", keyword: "type", params: { type: schema12.properties.artifacts.type }, message: "must be array,object", schema: schema12.properties.artifacts.type, parentSchema: schema12.properties.artifacts, data: data31 };
            if (vErrors === null) {
                vErrors = [err45];
            }
            else {
                vErrors.push(err45);
            }
            errors++;
        }
        if (Array.isArray(data31)) {
            const len5 = data31.length;
            for (let i5 = 0; i5 < len5; i5++) {
                let data32 = data31[i5];
                if ((!(data32 && typeof data32 == "object" && !Array.isArray(data32))) && (typeof data32 !== "string")) {
                    const err46 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/type", keyword: "type", params: { type: schema12.properties.artifacts.items.type }, message: "must be object,string", schema: schema12.properties.artifacts.items.type, parentSchema: schema12.properties.artifacts.items, data: data32 };
                    if (vErrors === null) {
                        vErrors = [err46];
                    }
                    else {
                        vErrors.push(err46);
                    }
                    errors++;
                }
                if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                    if (data32.name === undefined) {
                        const err47 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'", schema: schema12.properties.artifacts.items.required, parentSchema: schema12.properties.artifacts.items, data: data32 };
                        if (vErrors === null) {
                            vErrors = [err47];
                        }
                        else {
                            vErrors.push(err47);
                        }
                        errors++;
                    }
                    if (data32.path === undefined) {
                        const err48 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property '" + "path" + "'", schema: schema12.properties.artifacts.items.required, parentSchema: schema12.properties.artifacts.items, data: data32 };
                        if (vErrors === null) {
                            vErrors = [err48];
                        }
                        else {
                            vErrors.push(err48);
                        }
                        errors++;
                    }
                    for (const key5 in data32) {
                        if (!((((((key5 === "name") || (key5 === "path")) || (key5 === "media_type")) || (key5 === "tags")) || (key5 === "retention_days")) || (key5 === "optional"))) {
                            const err49 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.artifacts.items, data: data32 };
                            if (vErrors === null) {
                                vErrors = [err49];
                            }
                            else {
                                vErrors.push(err49);
                            }
                            errors++;
                        }
                    }
                    if (data32.name !== undefined) {
                        let data33 = data32.name;
                        if (typeof data33 === "string") {
                            if (!pattern7.test(data33)) {
                                const err50 = { instancePath: instancePath + "/artifacts/" + i5 + "/name", schemaPath: "#/properties/artifacts/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" + "\"", schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", parentSchema: schema12.properties.artifacts.items.properties.name, data: data33 };
                                if (vErrors === null) {
                                    vErrors = [err50];
                                }
                                else {
                                    vErrors.push(err50);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err51 = { instancePath: instancePath + "/artifacts/" + i5 + "/name", schemaPath: "#/properties/artifacts/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.name.type, parentSchema: schema12.properties.artifacts.items.properties.name, data: data33 };
                            if (vErrors === null) {
                                vErrors = [err51];
                            }
                            else {
                                vErrors.push(err51);
                            }
                            errors++;
                        }
                    }
                    if (data32.media_type !== undefined) {
                        let data34 = data32.media_type;
                        if (typeof data34 !== "string") {
                            const err52 = { instancePath: instancePath + "/artifacts/" + i5 + "/media_type", schemaPath: "#/properties/artifacts/items/properties/media_type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.media_type.type, parentSchema: schema12.properties.artifacts.items.properties.media_type, data: data34 };
                            if (vErrors === null) {
                                vErrors = [err52];
                            }
                            else {
                                vErrors.push(err52);
                            }
                            errors++;
                        }
                    }
                    if (data32.tags !== undefined) {
                        let data35 = data32.tags;
                        if (Array.isArray(data35)) {
                            const len6 = data35.length;
                            for (let i6 = 0; i6 < len6; i6++) {
                                let data36 = data35[i6];
                                if (typeof data36 !== "string") {
                                    const err53 = { instancePath: instancePath + "/artifacts/" + i5 + "/tags/" + i6, schemaPath: "#/properties/artifacts/items/properties/tags/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.tags.items.type, parentSchema: schema12.properties.artifacts.items.properties.tags.items, data: data36 };
                                    if (vErrors === null) {
                                        vErrors = [err53];
                                    }
                                    else {
                                        vErrors.push(err53);
                                    }
                                    errors++;
                                }
                            }
                        }
                        else {
                            const err54 = { instancePath: instancePath + "/artifacts/" + i5 + "/tags", schemaPath: "#/properties/artifacts/items/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema12.properties.artifacts.items.properties.tags.type, parentSchema: schema12.properties.artifacts.items.properties.tags, data: data35 };
                            if (vErrors === null) {
                                vErrors = [err54];
                            }
                            else {
                                vErrors.push(err54);
                            }
                            errors++;
                        }
                    }
                    if (data32.retention_days !== undefined) {
                        let data37 = data32.retention_days;
                        if (!((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37)))) {
                            const err55 = { instancePath: instancePath + "/artifacts/" + i5 + "/retention_days", schemaPath: "#/properties/artifacts/items/properties/retention_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.artifacts.items.properties.retention_days.type, parentSchema: schema12.properties.artifacts.items.properties.retention_days, data: data37 };
                            if (vErrors === null) {
                                vErrors = [err55];
                            }
                            else {
                                vErrors.push(err55);
                            }
                            errors++;
                        }
                        if (typeof data37 == "number") {
                            if (data37 < 1 || isNaN(data37)) {
                                const err56 = { instancePath: instancePath + "/artifacts/" + i5 + "/retention_days", schemaPath: "#/properties/artifacts/items/properties/retention_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.artifacts.items.properties.retention_days, data: data37 };
                                if (vErrors === null) {
                                    vErrors = [err56];
                                }
                                else {
                                    vErrors.push(err56);
                                }
                                errors++;
                            }
                        }
                    }
                    if (data32.optional !== undefined) {
                        let data38 = data32.optional;
                        if (typeof data38 !== "boolean") {
                            const err57 = { instancePath: instancePath + "/artifacts/" + i5 + "/optional", schemaPath: "#/properties/artifacts/items/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema12.properties.artifacts.items.properties.optional.type, parentSchema: schema12.properties.artifacts.items.properties.optional, data: data38 };
                            if (vErrors === null) {
                                vErrors = [err57];
                            }
                            else {
                                vErrors.push(err57);
                            }
                            errors++;
                        }
                    }
                }
            }
        }
    }
    if (data.env !== undefined) {
        let data39 = data.env;
        if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
            for (const key6 in data39) {
                const _errs88 = errors;
                if (typeof key6 === "string") {
                    if (!pattern4.test(key6)) {
                        const err58 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema12.properties.env.propertyNames, data: key6, propertyName: key6 };
                        if (vErrors === null) {
                            vErrors = [err58];
                        }
                        else {
                            vErrors.push(err58);
                        }
                        errors++;
                    }
                }
                var valid21 = _errs88 === errors;
                if (!valid21) {
                    const err59 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key6 }, message: "property name must be valid", schema: schema12.properties.env.propertyNames, parentSchema: schema12.properties.env, data: data39 };
                    if (vErrors === null) {
                        vErrors = [err59];
                    }
                    else {
                        vErrors.push(err59);
                    }
                    errors++;
                }
            }
            for (const key7 in data39) {
                let data40 = data39[key7];
                if ((((typeof data40 !== "string") && (!(typeof data40 == "number"))) && (typeof data40 !== "boolean")) && (data40 !== null)) {
                    const err60 = { instancePath: instancePath + "/env/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema12.properties.env.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema12.properties.env.additionalProperties.type, parentSchema: schema12.properties.env.additionalProperties, data: data40 };
                    if (vErrors === null) {
                        vErrors = [err60];
                    }
                    else {
                        vErrors.push(err60);
                    }
                    errors++;
                }
            }
        }
        else {
            const err61 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.env.type, parentSchema: schema12.properties.env, data: data39 };
            if (vErrors === null) {
                vErrors = [err61];
            }
            else {
                vErrors.push(err61);
            }
            errors++;
        }
    }
    if (data.security_profile !== undefined) {
        let data41 = data.security_profile;
        if (typeof data41 !== "string") {
            const err62 = { instancePath: instancePath + "/security_profile", schemaPath: "#/properties/security_profile/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.security_profile.type, parentSchema: schema12.properties.security_profile, data: data41 };
            if (vErrors === null) {
                vErrors = [err62];
            }
            else {
                vErrors.push(err62);
            }
            errors++;
        }
        if (!(((((((data41 === "minimal") || (data41 === "standard")) || (data41 === "hardened")) || (data41 === "paranoid")) || (data41 === "development")) || (data41 === "testing")) || (data41 === "restricted"))) {
            const err63 = { instancePath: instancePath + "/security_profile", schemaPath: "#/properties/security_profile/enum", keyword: "enum", params: { allowedValues: schema12.properties.security_profile.enum }, message: "must be equal to one of the allowed values", schema: schema12.properties.security_profile.enum, parentSchema: schema12.properties.security_profile, data: data41 };
            if (vErrors === null) {
                vErrors = [err63];
            }
            else {
                vErrors.push(err63);
            }
            errors++;
        }
    }
    if (data.budget !== undefined) {
        let data42 = data.budget;
        if ((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (!(typeof data42 == "number"))) {
            const err64 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: schema12.properties.budget.type }, message: "must be object,number", schema: schema12.properties.budget.type, parentSchema: schema12.properties.budget, data: data42 };
            if (vErrors === null) {
                vErrors = [err64];
            }
            else {
                vErrors.push(err64);
            }
            errors++;
        }
        if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
            for (const key8 in data42) {
                if (!((((key8 === "usd") || (key8 === "tokens")) || (key8 === "minutes")) || (key8 === "turns"))) {
                    const err65 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.budget, data: data42 };
                    if (vErrors === null) {
                        vErrors = [err65];
                    }
                    else {
                        vErrors.push(err65);
                    }
                    errors++;
                }
            }
            if (data42.usd !== undefined) {
                let data43 = data42.usd;
                if (typeof data43 == "number") {
                    if (data43 < 0 || isNaN(data43)) {
                        const err66 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.usd, data: data43 };
                        if (vErrors === null) {
                            vErrors = [err66];
                        }
                        else {
                            vErrors.push(err66);
                        }
                        errors++;
                    }
                }
                else {
                    const err67 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema12.properties.budget.properties.usd.type, parentSchema: schema12.properties.budget.properties.usd, data: data43 };
                    if (vErrors === null) {
                        vErrors = [err67];
                    }
                    else {
                        vErrors.push(err67);
                    }
                    errors++;
                }
            }
            if (data42.tokens !== undefined) {
                let data44 = data42.tokens;
                if (!((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44)))) {
                    const err68 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.budget.properties.tokens.type, parentSchema: schema12.properties.budget.properties.tokens, data: data44 };
                    if (vErrors === null) {
                        vErrors = [err68];
                    }
                    else {
                        vErrors.push(err68);
                    }
                    errors++;
                }
                if (typeof data44 == "number") {
                    if (data44 < 0 || isNaN(data44)) {
                        const err69 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.tokens, data: data44 };
                        if (vErrors === null) {
                            vErrors = [err69];
                        }
                        else {
                            vErrors.push(err69);
                        }
                        errors++;
                    }
                }
            }
            if (data42.minutes !== undefined) {
                let data45 = data42.minutes;
                if (typeof data45 == "number") {
                    if (data45 < 0 || isNaN(data45)) {
                        const err70 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.minutes, data: data45 };
                        if (vErrors === null) {
                            vErrors = [err70];
                        }
                        else {
                            vErrors.push(err70);
                        }
                        errors++;
                    }
                }
                else {
                    const err71 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema12.properties.budget.properties.minutes.type, parentSchema: schema12.properties.budget.properties.minutes, data: data45 };
                    if (vErrors === null) {
                        vErrors = [err71];
                    }
                    else {
                        vErrors.push(err71);
                    }
                    errors++;
                }
            }
            if (data42.turns !== undefined) {
                let data46 = data42.turns;
                if (!((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46)))) {
                    const err72 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.budget.properties.turns.type, parentSchema: schema12.properties.budget.properties.turns, data: data46 };
                    if (vErrors === null) {
                        vErrors = [err72];
                    }
                    else {
                        vErrors.push(err72);
                    }
                    errors++;
                }
                if (typeof data46 == "number") {
                    if (data46 < 0 || isNaN(data46)) {
                        const err73 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.turns, data: data46 };
                        if (vErrors === null) {
                            vErrors = [err73];
                        }
                        else {
                            vErrors.push(err73);
                        }
                        errors++;
                    }
                }
            }
        }
    }
    if (data.circuit_breaker !== undefined) {
        let data47 = data.circuit_breaker;
        if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
            if (data47.name === undefined) {
                const err74 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'", schema: schema12.properties.circuit_breaker.required, parentSchema: schema12.properties.circuit_breaker, data: data47 };
                if (vErrors === null) {
                    vErrors = [err74];
                }
                else {
                    vErrors.push(err74);
                }
                errors++;
            }
            for (const key9 in data47) {
                if (!(((key9 === "name") || (key9 === "failures")) || (key9 === "reset"))) {
                    const err75 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.circuit_breaker, data: data47 };
                    if (vErrors === null) {
                        vErrors = [err75];
                    }
                    else {
                        vErrors.push(err75);
                    }
                    errors++;
                }
            }
            if (data47.name !== undefined) {
                let data48 = data47.name;
                if (typeof data48 !== "string") {
                    const err76 = { instancePath: instancePath + "/circuit_breaker/name", schemaPath: "#/properties/circuit_breaker/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.circuit_breaker.properties.name.type, parentSchema: schema12.properties.circuit_breaker.properties.name, data: data48 };
                    if (vErrors === null) {
                        vErrors = [err76];
                    }
                    else {
                        vErrors.push(err76);
                    }
                    errors++;
                }
            }
            if (data47.failures !== undefined) {
                let data49 = data47.failures;
                if (!((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49)))) {
                    const err77 = { instancePath: instancePath + "/circuit_breaker/failures", schemaPath: "#/properties/circuit_breaker/properties/failures/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.circuit_breaker.properties.failures.type, parentSchema: schema12.properties.circuit_breaker.properties.failures, data: data49 };
                    if (vErrors === null) {
                        vErrors = [err77];
                    }
                    else {
                        vErrors.push(err77);
                    }
                    errors++;
                }
                if (typeof data49 == "number") {
                    if (data49 < 1 || isNaN(data49)) {
                        const err78 = { instancePath: instancePath + "/circuit_breaker/failures", schemaPath: "#/properties/circuit_breaker/properties/failures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.circuit_breaker.properties.failures, data: data49 };
                        if (vErrors === null) {
                            vErrors = [err78];
                        }
                        else {
                            vErrors.push(err78);
                        }
                        errors++;
                    }
                }
            }
            if (data47.reset !== undefined) {
                let data50 = data47.reset;
                if ((typeof data50 !== "string") && (!(typeof data50 == "number"))) {
                    const err79 = { instancePath: instancePath + "/circuit_breaker/reset", schemaPath: "#/properties/circuit_breaker/properties/reset/type", keyword: "type", params: { type: schema12.properties.circuit_breaker.properties.reset.type }, message: "must be string,number", schema: schema12.properties.circuit_breaker.properties.reset.type, parentSchema: schema12.properties.circuit_breaker.properties.reset, data: data50 };
                    if (vErrors === null) {
                        vErrors = [err79];
                    }
                    else {
                        vErrors.push(err79);
                    }
                    errors++;
                }
            }
        }
        else {
            const err80 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.circuit_breaker.type, parentSchema: schema12.properties.circuit_breaker, data: data47 };
            if (vErrors === null) {
                vErrors = [err80];
            }
            else {
                vErrors.push(err80);
            }
            errors++;
        }
    }
}
else {
    const err81 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
        vErrors = [err81];
    }
    else {
        vErrors.push(err81);
    }
    errors++;
} validate11.errors = vErrors; return errors === 0; }
const v2 = validate12;
const schema13 = { "$id": "v2", "type": "object", "required": ["id", "type"], "properties": { "id": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,62}$", "description": "How others refer to this step: lower-case letters, digits, _ and -." }, "type": { "type": "string", "enum": ["shell", "claude", "claude_code", "assert", "approval", "parallel", "foreach", "loop", "switch", "workflow", "transform", "validate", "set", "delay", "wait_for_event", "pull_request", "comment", "plugin", "memory", "retrieval", "cancel"] } } };
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v2" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema13.required, parentSchema: schema13, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema13.required, parentSchema: schema13, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.id !== undefined) {
        let data0 = data.id;
        if (typeof data0 === "string") {
            if (!pattern5.test(data0)) {
                const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,62}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,62}$" + "\"", schema: "^[a-z][a-z0-9_-]{0,62}$", parentSchema: schema13.properties.id, data: data0 };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
        }
        else {
            const err3 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.id.type, parentSchema: schema13.properties.id, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data1 = data.type;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.type.type, parentSchema: schema13.properties.type, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        if (!(((((((((((((((((((((data1 === "shell") || (data1 === "claude")) || (data1 === "claude_code")) || (data1 === "assert")) || (data1 === "approval")) || (data1 === "parallel")) || (data1 === "foreach")) || (data1 === "loop")) || (data1 === "switch")) || (data1 === "workflow")) || (data1 === "transform")) || (data1 === "validate")) || (data1 === "set")) || (data1 === "delay")) || (data1 === "wait_for_event")) || (data1 === "pull_request")) || (data1 === "comment")) || (data1 === "plugin")) || (data1 === "memory")) || (data1 === "retrieval")) || (data1 === "cancel"))) {
            const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema13.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema13.properties.type.enum, parentSchema: schema13.properties.type, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
}
else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema13.type, parentSchema: schema13, data };
    if (vErrors === null) {
        vErrors = [err6];
    }
    else {
        vErrors.push(err6);
    }
    errors++;
} validate12.errors = vErrors; return errors === 0; }
const v3 = validate13;
const schema14 = { "$id": "v3", "type": "object", "description": "Runs a script in a shell.", "required": ["id", "type", "command"], "properties": { "id": {}, "name": {}, "type": { "const": "shell", "description": "Runs a script in a shell." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "command": { "type": "string", "minLength": 1, "description": "The script. Several lines are one script, run from first to last." }, "shell": { "type": "string", "enum": ["bash", "sh", "pwsh", "python", "node"], "default": "bash", "description": "What interprets the script: bash (the default, with -eo pipefail), sh, pwsh, python or node." }, "working_directory": { "type": "string", "description": "Where the script runs, relative to the workspace. It must not leave the workspace." } }, "additionalProperties": false };
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v3" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema14.required, parentSchema: schema14, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema14.required, parentSchema: schema14, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.command === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "command" }, message: "must have required property '" + "command" + "'", schema: schema14.required, parentSchema: schema14, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema14.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema14, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("shell" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "shell" }, message: "must be equal to constant", schema: "shell", parentSchema: schema14.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.command !== undefined) {
        let data1 = data.command;
        if (typeof data1 === "string") {
            if (data1.length < 1) {
                const err5 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema14.properties.command, data: data1 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        else {
            const err6 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema14.properties.command.type, parentSchema: schema14.properties.command, data: data1 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.shell !== undefined) {
        let data2 = data.shell;
        if (typeof data2 !== "string") {
            const err7 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema14.properties.shell.type, parentSchema: schema14.properties.shell, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
        if (!(((((data2 === "bash") || (data2 === "sh")) || (data2 === "pwsh")) || (data2 === "python")) || (data2 === "node"))) {
            const err8 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/enum", keyword: "enum", params: { allowedValues: schema14.properties.shell.enum }, message: "must be equal to one of the allowed values", schema: schema14.properties.shell.enum, parentSchema: schema14.properties.shell, data: data2 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.working_directory !== undefined) {
        let data3 = data.working_directory;
        if (typeof data3 !== "string") {
            const err9 = { instancePath: instancePath + "/working_directory", schemaPath: "#/properties/working_directory/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema14.properties.working_directory.type, parentSchema: schema14.properties.working_directory, data: data3 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
    }
}
else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema14.type, parentSchema: schema14, data };
    if (vErrors === null) {
        vErrors = [err10];
    }
    else {
        vErrors.push(err10);
    }
    errors++;
} validate13.errors = vErrors; return errors === 0; }
const v4 = validate14;
const schema15 = { "$id": "v4", "type": "object", "description": "Lets Claude work in the repository with tools, verifies what it did, and sends it back while it isn't right.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "claude", "description": "Lets Claude work in the repository with tools, verifies what it did, and sends it back while it isn't right." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "prompt": { "type": "string", "minLength": 1, "description": "The task. What others wrote (issue, outputs of steps) is shown and delimited by itself." }, "prompt_template": { "type": "string", "minLength": 1, "description": "A Jinja file beside the workflow that holds the task." }, "system": { "type": "string", "description": "Added to the system prompt." }, "model": { "type": "string", "minLength": 1, "default": "claude-sonnet-5-5", "description": "The model; claude-sonnet-5-5 by default." }, "fallback_model": { "type": "string", "minLength": 1, "description": "The model that takes over when the first doesn't answer." }, "tools": { "type": "array", "items": { "type": "string", "enum": ["read", "glob", "grep", "edit", "write", "bash"] }, "uniqueItems": true, "description": "What the agent may use; by default everything its security profile allows." }, "mcp_servers": { "type": "object", "propertyNames": { "pattern": "^[a-z][a-z0-9_-]{0,30}$" }, "additionalProperties": { "type": "object", "properties": { "command": { "description": "The program to start, in the step's sandbox: a text, or a list with its arguments." }, "args": { "type": "array", "items": { "type": "string" }, "description": "Its arguments." }, "env": { "type": "object", "description": "Its environment, which starts empty." }, "url": { "type": "string", "description": "Or the address of a server that speaks streamable HTTP." }, "headers": { "type": "object", "description": "Headers sent to it." } }, "additionalProperties": false }, "description": "MCP servers whose tools the agent gets, by a short name: tools are called mcp__name__tool." }, "session": { "type": "string", "minLength": 1, "description": "The id of an agent step before this one whose conversation goes on here." }, "max_turns": { "type": "integer", "minimum": 1, "maximum": 1000, "default": 50, "description": "Requests to the model at most." }, "max_tokens": { "type": "integer", "minimum": 1, "maximum": 128000, "default": 8192, "description": "Length of one answer at most, in tokens." }, "temperature": { "type": "number", "minimum": 0, "maximum": 1, "description": "The model's temperature; its own default when absent." }, "output_schema": { "type": "object", "description": "JSON Schema of a structured result. Its fields become outputs; a wrong result is repaired once." }, "context": { "type": "object", "properties": { "files": { "type": "array", "items": { "type": "string" }, "description": "Globs of workspace files to show." }, "outputs": { "type": "array", "items": { "type": "string" }, "description": "Ids of steps whose outputs to show." }, "codebase": { "type": "boolean", "description": "Show the analysis of the code base." } }, "additionalProperties": false, "description": "What the agent is shown beside the task." }, "verify_attempts": { "type": "integer", "minimum": 1, "maximum": 20, "default": 3, "description": "How often the work is verified in all." }, "must_change": { "type": "boolean", "description": "Whether leaving every file as it was is a failure; by default when there are verify steps and a tool that writes." }, "verify": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
const pattern10 = new RegExp("^[a-z][a-z0-9_-]{0,30}$", "u");
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v4" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema15.required, parentSchema: schema15, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema15.required, parentSchema: schema15, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema15.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("claude" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "claude" }, message: "must be equal to constant", schema: "claude", parentSchema: schema15.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.prompt !== undefined) {
        let data1 = data.prompt;
        if (typeof data1 === "string") {
            if (data1.length < 1) {
                const err4 = { instancePath: instancePath + "/prompt", schemaPath: "#/properties/prompt/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.properties.prompt, data: data1 };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        else {
            const err5 = { instancePath: instancePath + "/prompt", schemaPath: "#/properties/prompt/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.prompt.type, parentSchema: schema15.properties.prompt, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.prompt_template !== undefined) {
        let data2 = data.prompt_template;
        if (typeof data2 === "string") {
            if (data2.length < 1) {
                const err6 = { instancePath: instancePath + "/prompt_template", schemaPath: "#/properties/prompt_template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.properties.prompt_template, data: data2 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        else {
            const err7 = { instancePath: instancePath + "/prompt_template", schemaPath: "#/properties/prompt_template/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.prompt_template.type, parentSchema: schema15.properties.prompt_template, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.system !== undefined) {
        let data3 = data.system;
        if (typeof data3 !== "string") {
            const err8 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.system.type, parentSchema: schema15.properties.system, data: data3 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.model !== undefined) {
        let data4 = data.model;
        if (typeof data4 === "string") {
            if (data4.length < 1) {
                const err9 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.properties.model, data: data4 };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        else {
            const err10 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.model.type, parentSchema: schema15.properties.model, data: data4 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
    }
    if (data.fallback_model !== undefined) {
        let data5 = data.fallback_model;
        if (typeof data5 === "string") {
            if (data5.length < 1) {
                const err11 = { instancePath: instancePath + "/fallback_model", schemaPath: "#/properties/fallback_model/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.properties.fallback_model, data: data5 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        else {
            const err12 = { instancePath: instancePath + "/fallback_model", schemaPath: "#/properties/fallback_model/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.fallback_model.type, parentSchema: schema15.properties.fallback_model, data: data5 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
    }
    if (data.tools !== undefined) {
        let data6 = data.tools;
        if (Array.isArray(data6)) {
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data7 = data6[i0];
                if (typeof data7 !== "string") {
                    const err13 = { instancePath: instancePath + "/tools/" + i0, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.tools.items.type, parentSchema: schema15.properties.tools.items, data: data7 };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
                if (!((((((data7 === "read") || (data7 === "glob")) || (data7 === "grep")) || (data7 === "edit")) || (data7 === "write")) || (data7 === "bash"))) {
                    const err14 = { instancePath: instancePath + "/tools/" + i0, schemaPath: "#/properties/tools/items/enum", keyword: "enum", params: { allowedValues: schema15.properties.tools.items.enum }, message: "must be equal to one of the allowed values", schema: schema15.properties.tools.items.enum, parentSchema: schema15.properties.tools.items, data: data7 };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            let i1 = data6.length;
            let j0;
            if (i1 > 1) {
                const indices0 = {};
                for (; i1--;) {
                    let item0 = data6[i1];
                    if (typeof item0 !== "string") {
                        continue;
                    }
                    if (typeof indices0[item0] == "number") {
                        j0 = indices0[item0];
                        const err15 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema15.properties.tools, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err15];
                        }
                        else {
                            vErrors.push(err15);
                        }
                        errors++;
                        break;
                    }
                    indices0[item0] = i1;
                }
            }
        }
        else {
            const err16 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.properties.tools.type, parentSchema: schema15.properties.tools, data: data6 };
            if (vErrors === null) {
                vErrors = [err16];
            }
            else {
                vErrors.push(err16);
            }
            errors++;
        }
    }
    if (data.mcp_servers !== undefined) {
        let data8 = data.mcp_servers;
        if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key1 in data8) {
                const _errs19 = errors;
                if (typeof key1 === "string") {
                    if (!pattern10.test(key1)) {
                        const err17 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,30}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,30}$" + "\"", schema: "^[a-z][a-z0-9_-]{0,30}$", parentSchema: schema15.properties.mcp_servers.propertyNames, data: key1, propertyName: key1 };
                        if (vErrors === null) {
                            vErrors = [err17];
                        }
                        else {
                            vErrors.push(err17);
                        }
                        errors++;
                    }
                }
                var valid4 = _errs19 === errors;
                if (!valid4) {
                    const err18 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema15.properties.mcp_servers.propertyNames, parentSchema: schema15.properties.mcp_servers, data: data8 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
            }
            for (const key2 in data8) {
                let data9 = data8[key2];
                if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                    for (const key3 in data9) {
                        if (!(((((key3 === "command") || (key3 === "args")) || (key3 === "env")) || (key3 === "url")) || (key3 === "headers"))) {
                            const err19 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/mcp_servers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15.properties.mcp_servers.additionalProperties, data: data9 };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                    }
                    if (data9.args !== undefined) {
                        let data10 = data9.args;
                        if (Array.isArray(data10)) {
                            const len1 = data10.length;
                            for (let i2 = 0; i2 < len1; i2++) {
                                let data11 = data10[i2];
                                if (typeof data11 !== "string") {
                                    const err20 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/args/" + i2, schemaPath: "#/properties/mcp_servers/additionalProperties/properties/args/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.mcp_servers.additionalProperties.properties.args.items.type, parentSchema: schema15.properties.mcp_servers.additionalProperties.properties.args.items, data: data11 };
                                    if (vErrors === null) {
                                        vErrors = [err20];
                                    }
                                    else {
                                        vErrors.push(err20);
                                    }
                                    errors++;
                                }
                            }
                        }
                        else {
                            const err21 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/args", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/args/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.properties.mcp_servers.additionalProperties.properties.args.type, parentSchema: schema15.properties.mcp_servers.additionalProperties.properties.args, data: data10 };
                            if (vErrors === null) {
                                vErrors = [err21];
                            }
                            else {
                                vErrors.push(err21);
                            }
                            errors++;
                        }
                    }
                    if (data9.env !== undefined) {
                        let data12 = data9.env;
                        if (!(data12 && typeof data12 == "object" && !Array.isArray(data12))) {
                            const err22 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.mcp_servers.additionalProperties.properties.env.type, parentSchema: schema15.properties.mcp_servers.additionalProperties.properties.env, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                    }
                    if (data9.url !== undefined) {
                        let data13 = data9.url;
                        if (typeof data13 !== "string") {
                            const err23 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/url", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.mcp_servers.additionalProperties.properties.url.type, parentSchema: schema15.properties.mcp_servers.additionalProperties.properties.url, data: data13 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                    if (data9.headers !== undefined) {
                        let data14 = data9.headers;
                        if (!(data14 && typeof data14 == "object" && !Array.isArray(data14))) {
                            const err24 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/headers", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.mcp_servers.additionalProperties.properties.headers.type, parentSchema: schema15.properties.mcp_servers.additionalProperties.properties.headers, data: data14 };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err25 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/mcp_servers/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.mcp_servers.additionalProperties.type, parentSchema: schema15.properties.mcp_servers.additionalProperties, data: data9 };
                    if (vErrors === null) {
                        vErrors = [err25];
                    }
                    else {
                        vErrors.push(err25);
                    }
                    errors++;
                }
            }
        }
        else {
            const err26 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.mcp_servers.type, parentSchema: schema15.properties.mcp_servers, data: data8 };
            if (vErrors === null) {
                vErrors = [err26];
            }
            else {
                vErrors.push(err26);
            }
            errors++;
        }
    }
    if (data.session !== undefined) {
        let data15 = data.session;
        if (typeof data15 === "string") {
            if (data15.length < 1) {
                const err27 = { instancePath: instancePath + "/session", schemaPath: "#/properties/session/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.properties.session, data: data15 };
                if (vErrors === null) {
                    vErrors = [err27];
                }
                else {
                    vErrors.push(err27);
                }
                errors++;
            }
        }
        else {
            const err28 = { instancePath: instancePath + "/session", schemaPath: "#/properties/session/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.session.type, parentSchema: schema15.properties.session, data: data15 };
            if (vErrors === null) {
                vErrors = [err28];
            }
            else {
                vErrors.push(err28);
            }
            errors++;
        }
    }
    if (data.max_turns !== undefined) {
        let data16 = data.max_turns;
        if (!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))) {
            const err29 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema15.properties.max_turns.type, parentSchema: schema15.properties.max_turns, data: data16 };
            if (vErrors === null) {
                vErrors = [err29];
            }
            else {
                vErrors.push(err29);
            }
            errors++;
        }
        if (typeof data16 == "number") {
            if (data16 > 1000 || isNaN(data16)) {
                const err30 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000", schema: 1000, parentSchema: schema15.properties.max_turns, data: data16 };
                if (vErrors === null) {
                    vErrors = [err30];
                }
                else {
                    vErrors.push(err30);
                }
                errors++;
            }
            if (data16 < 1 || isNaN(data16)) {
                const err31 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema15.properties.max_turns, data: data16 };
                if (vErrors === null) {
                    vErrors = [err31];
                }
                else {
                    vErrors.push(err31);
                }
                errors++;
            }
        }
    }
    if (data.max_tokens !== undefined) {
        let data17 = data.max_tokens;
        if (!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))) {
            const err32 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema15.properties.max_tokens.type, parentSchema: schema15.properties.max_tokens, data: data17 };
            if (vErrors === null) {
                vErrors = [err32];
            }
            else {
                vErrors.push(err32);
            }
            errors++;
        }
        if (typeof data17 == "number") {
            if (data17 > 128000 || isNaN(data17)) {
                const err33 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 128000 }, message: "must be <= 128000", schema: 128000, parentSchema: schema15.properties.max_tokens, data: data17 };
                if (vErrors === null) {
                    vErrors = [err33];
                }
                else {
                    vErrors.push(err33);
                }
                errors++;
            }
            if (data17 < 1 || isNaN(data17)) {
                const err34 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema15.properties.max_tokens, data: data17 };
                if (vErrors === null) {
                    vErrors = [err34];
                }
                else {
                    vErrors.push(err34);
                }
                errors++;
            }
        }
    }
    if (data.temperature !== undefined) {
        let data18 = data.temperature;
        if (typeof data18 == "number") {
            if (data18 > 1 || isNaN(data18)) {
                const err35 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1", schema: 1, parentSchema: schema15.properties.temperature, data: data18 };
                if (vErrors === null) {
                    vErrors = [err35];
                }
                else {
                    vErrors.push(err35);
                }
                errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
                const err36 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema15.properties.temperature, data: data18 };
                if (vErrors === null) {
                    vErrors = [err36];
                }
                else {
                    vErrors.push(err36);
                }
                errors++;
            }
        }
        else {
            const err37 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema15.properties.temperature.type, parentSchema: schema15.properties.temperature, data: data18 };
            if (vErrors === null) {
                vErrors = [err37];
            }
            else {
                vErrors.push(err37);
            }
            errors++;
        }
    }
    if (data.output_schema !== undefined) {
        let data19 = data.output_schema;
        if (!(data19 && typeof data19 == "object" && !Array.isArray(data19))) {
            const err38 = { instancePath: instancePath + "/output_schema", schemaPath: "#/properties/output_schema/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.output_schema.type, parentSchema: schema15.properties.output_schema, data: data19 };
            if (vErrors === null) {
                vErrors = [err38];
            }
            else {
                vErrors.push(err38);
            }
            errors++;
        }
    }
    if (data.context !== undefined) {
        let data20 = data.context;
        if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            for (const key4 in data20) {
                if (!(((key4 === "files") || (key4 === "outputs")) || (key4 === "codebase"))) {
                    const err39 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15.properties.context, data: data20 };
                    if (vErrors === null) {
                        vErrors = [err39];
                    }
                    else {
                        vErrors.push(err39);
                    }
                    errors++;
                }
            }
            if (data20.files !== undefined) {
                let data21 = data20.files;
                if (Array.isArray(data21)) {
                    const len2 = data21.length;
                    for (let i3 = 0; i3 < len2; i3++) {
                        let data22 = data21[i3];
                        if (typeof data22 !== "string") {
                            const err40 = { instancePath: instancePath + "/context/files/" + i3, schemaPath: "#/properties/context/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.context.properties.files.items.type, parentSchema: schema15.properties.context.properties.files.items, data: data22 };
                            if (vErrors === null) {
                                vErrors = [err40];
                            }
                            else {
                                vErrors.push(err40);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err41 = { instancePath: instancePath + "/context/files", schemaPath: "#/properties/context/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.properties.context.properties.files.type, parentSchema: schema15.properties.context.properties.files, data: data21 };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
            }
            if (data20.outputs !== undefined) {
                let data23 = data20.outputs;
                if (Array.isArray(data23)) {
                    const len3 = data23.length;
                    for (let i4 = 0; i4 < len3; i4++) {
                        let data24 = data23[i4];
                        if (typeof data24 !== "string") {
                            const err42 = { instancePath: instancePath + "/context/outputs/" + i4, schemaPath: "#/properties/context/properties/outputs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.properties.context.properties.outputs.items.type, parentSchema: schema15.properties.context.properties.outputs.items, data: data24 };
                            if (vErrors === null) {
                                vErrors = [err42];
                            }
                            else {
                                vErrors.push(err42);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err43 = { instancePath: instancePath + "/context/outputs", schemaPath: "#/properties/context/properties/outputs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.properties.context.properties.outputs.type, parentSchema: schema15.properties.context.properties.outputs, data: data23 };
                    if (vErrors === null) {
                        vErrors = [err43];
                    }
                    else {
                        vErrors.push(err43);
                    }
                    errors++;
                }
            }
            if (data20.codebase !== undefined) {
                let data25 = data20.codebase;
                if (typeof data25 !== "boolean") {
                    const err44 = { instancePath: instancePath + "/context/codebase", schemaPath: "#/properties/context/properties/codebase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema15.properties.context.properties.codebase.type, parentSchema: schema15.properties.context.properties.codebase, data: data25 };
                    if (vErrors === null) {
                        vErrors = [err44];
                    }
                    else {
                        vErrors.push(err44);
                    }
                    errors++;
                }
            }
        }
        else {
            const err45 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.context.type, parentSchema: schema15.properties.context, data: data20 };
            if (vErrors === null) {
                vErrors = [err45];
            }
            else {
                vErrors.push(err45);
            }
            errors++;
        }
    }
    if (data.verify_attempts !== undefined) {
        let data26 = data.verify_attempts;
        if (!((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26)))) {
            const err46 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema15.properties.verify_attempts.type, parentSchema: schema15.properties.verify_attempts, data: data26 };
            if (vErrors === null) {
                vErrors = [err46];
            }
            else {
                vErrors.push(err46);
            }
            errors++;
        }
        if (typeof data26 == "number") {
            if (data26 > 20 || isNaN(data26)) {
                const err47 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20", schema: 20, parentSchema: schema15.properties.verify_attempts, data: data26 };
                if (vErrors === null) {
                    vErrors = [err47];
                }
                else {
                    vErrors.push(err47);
                }
                errors++;
            }
            if (data26 < 1 || isNaN(data26)) {
                const err48 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema15.properties.verify_attempts, data: data26 };
                if (vErrors === null) {
                    vErrors = [err48];
                }
                else {
                    vErrors.push(err48);
                }
                errors++;
            }
        }
    }
    if (data.must_change !== undefined) {
        let data27 = data.must_change;
        if (typeof data27 !== "boolean") {
            const err49 = { instancePath: instancePath + "/must_change", schemaPath: "#/properties/must_change/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema15.properties.must_change.type, parentSchema: schema15.properties.must_change, data: data27 };
            if (vErrors === null) {
                vErrors = [err49];
            }
            else {
                vErrors.push(err49);
            }
            errors++;
        }
    }
    if (data.verify !== undefined) {
        let data28 = data.verify;
        if (Array.isArray(data28)) {
            if (data28.length < 1) {
                const err50 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema15.properties.verify, data: data28 };
                if (vErrors === null) {
                    vErrors = [err50];
                }
                else {
                    vErrors.push(err50);
                }
                errors++;
            }
            const len4 = data28.length;
            for (let i5 = 0; i5 < len4; i5++) {
                let data29 = data28[i5];
                if (!(data29 && typeof data29 == "object" && !Array.isArray(data29))) {
                    const err51 = { instancePath: instancePath + "/verify/" + i5, schemaPath: "#/properties/verify/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.properties.verify.items.type, parentSchema: schema15.properties.verify.items, data: data29 };
                    if (vErrors === null) {
                        vErrors = [err51];
                    }
                    else {
                        vErrors.push(err51);
                    }
                    errors++;
                }
            }
        }
        else {
            const err52 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.properties.verify.type, parentSchema: schema15.properties.verify, data: data28 };
            if (vErrors === null) {
                vErrors = [err52];
            }
            else {
                vErrors.push(err52);
            }
            errors++;
        }
    }
}
else {
    const err53 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
        vErrors = [err53];
    }
    else {
        vErrors.push(err53);
    }
    errors++;
} validate14.errors = vErrors; return errors === 0; }
const v5 = validate15;
const schema16 = { "$id": "v5", "type": "object", "description": "Lets Claude Code work in the repository, under the same budget, profile and verification as `claude`.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "claude_code", "description": "Lets Claude Code work in the repository, under the same budget, profile and verification as `claude`." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "prompt": { "type": "string", "minLength": 1, "description": "The task. What others wrote (issue, outputs of steps) is shown and delimited by itself." }, "prompt_template": { "type": "string", "minLength": 1, "description": "A Jinja file beside the workflow that holds the task." }, "system": { "type": "string", "description": "Added to the system prompt." }, "model": { "type": "string", "minLength": 1, "default": "claude-sonnet-5-5", "description": "The model; claude-sonnet-5-5 by default." }, "fallback_model": { "type": "string", "minLength": 1, "description": "The model that takes over when the first doesn't answer." }, "tools": { "type": "array", "items": { "type": "string", "enum": ["read", "glob", "grep", "edit", "write", "bash"] }, "uniqueItems": true, "description": "What the agent may use; by default everything its security profile allows." }, "mcp_servers": { "type": "object", "propertyNames": { "pattern": "^[a-z][a-z0-9_-]{0,30}$" }, "additionalProperties": { "type": "object", "properties": { "command": { "description": "The program to start, in the step's sandbox: a text, or a list with its arguments." }, "args": { "type": "array", "items": { "type": "string" }, "description": "Its arguments." }, "env": { "type": "object", "description": "Its environment, which starts empty." }, "url": { "type": "string", "description": "Or the address of a server that speaks streamable HTTP." }, "headers": { "type": "object", "description": "Headers sent to it." } }, "additionalProperties": false }, "description": "MCP servers whose tools the agent gets, by a short name: tools are called mcp__name__tool." }, "session": { "type": "string", "minLength": 1, "description": "The id of an agent step before this one whose conversation goes on here." }, "max_turns": { "type": "integer", "minimum": 1, "maximum": 1000, "default": 50, "description": "Requests to the model at most." }, "max_tokens": { "type": "integer", "minimum": 1, "maximum": 128000, "default": 8192, "description": "Length of one answer at most, in tokens." }, "temperature": { "type": "number", "minimum": 0, "maximum": 1, "description": "The model's temperature; its own default when absent." }, "output_schema": { "type": "object", "description": "JSON Schema of a structured result. Its fields become outputs; a wrong result is repaired once." }, "context": { "type": "object", "properties": { "files": { "type": "array", "items": { "type": "string" }, "description": "Globs of workspace files to show." }, "outputs": { "type": "array", "items": { "type": "string" }, "description": "Ids of steps whose outputs to show." }, "codebase": { "type": "boolean", "description": "Show the analysis of the code base." } }, "additionalProperties": false, "description": "What the agent is shown beside the task." }, "verify_attempts": { "type": "integer", "minimum": 1, "maximum": 20, "default": 3, "description": "How often the work is verified in all." }, "must_change": { "type": "boolean", "description": "Whether leaving every file as it was is a failure; by default when there are verify steps and a tool that writes." }, "program": { "type": "string", "minLength": 1, "description": "The program's name or absolute path; `claude` by default." }, "required": { "type": "boolean", "default": false, "description": "Refuse the step where the program isn't there." }, "verify": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v5" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema16.required, parentSchema: schema16, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema16.required, parentSchema: schema16, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema16.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema16, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("claude_code" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "claude_code" }, message: "must be equal to constant", schema: "claude_code", parentSchema: schema16.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.prompt !== undefined) {
        let data1 = data.prompt;
        if (typeof data1 === "string") {
            if (data1.length < 1) {
                const err4 = { instancePath: instancePath + "/prompt", schemaPath: "#/properties/prompt/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.prompt, data: data1 };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        else {
            const err5 = { instancePath: instancePath + "/prompt", schemaPath: "#/properties/prompt/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.prompt.type, parentSchema: schema16.properties.prompt, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.prompt_template !== undefined) {
        let data2 = data.prompt_template;
        if (typeof data2 === "string") {
            if (data2.length < 1) {
                const err6 = { instancePath: instancePath + "/prompt_template", schemaPath: "#/properties/prompt_template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.prompt_template, data: data2 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        else {
            const err7 = { instancePath: instancePath + "/prompt_template", schemaPath: "#/properties/prompt_template/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.prompt_template.type, parentSchema: schema16.properties.prompt_template, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.system !== undefined) {
        let data3 = data.system;
        if (typeof data3 !== "string") {
            const err8 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.system.type, parentSchema: schema16.properties.system, data: data3 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.model !== undefined) {
        let data4 = data.model;
        if (typeof data4 === "string") {
            if (data4.length < 1) {
                const err9 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.model, data: data4 };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        else {
            const err10 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.model.type, parentSchema: schema16.properties.model, data: data4 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
    }
    if (data.fallback_model !== undefined) {
        let data5 = data.fallback_model;
        if (typeof data5 === "string") {
            if (data5.length < 1) {
                const err11 = { instancePath: instancePath + "/fallback_model", schemaPath: "#/properties/fallback_model/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.fallback_model, data: data5 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        else {
            const err12 = { instancePath: instancePath + "/fallback_model", schemaPath: "#/properties/fallback_model/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.fallback_model.type, parentSchema: schema16.properties.fallback_model, data: data5 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
    }
    if (data.tools !== undefined) {
        let data6 = data.tools;
        if (Array.isArray(data6)) {
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data7 = data6[i0];
                if (typeof data7 !== "string") {
                    const err13 = { instancePath: instancePath + "/tools/" + i0, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.tools.items.type, parentSchema: schema16.properties.tools.items, data: data7 };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
                if (!((((((data7 === "read") || (data7 === "glob")) || (data7 === "grep")) || (data7 === "edit")) || (data7 === "write")) || (data7 === "bash"))) {
                    const err14 = { instancePath: instancePath + "/tools/" + i0, schemaPath: "#/properties/tools/items/enum", keyword: "enum", params: { allowedValues: schema16.properties.tools.items.enum }, message: "must be equal to one of the allowed values", schema: schema16.properties.tools.items.enum, parentSchema: schema16.properties.tools.items, data: data7 };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            let i1 = data6.length;
            let j0;
            if (i1 > 1) {
                const indices0 = {};
                for (; i1--;) {
                    let item0 = data6[i1];
                    if (typeof item0 !== "string") {
                        continue;
                    }
                    if (typeof indices0[item0] == "number") {
                        j0 = indices0[item0];
                        const err15 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema16.properties.tools, data: data6 };
                        if (vErrors === null) {
                            vErrors = [err15];
                        }
                        else {
                            vErrors.push(err15);
                        }
                        errors++;
                        break;
                    }
                    indices0[item0] = i1;
                }
            }
        }
        else {
            const err16 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema16.properties.tools.type, parentSchema: schema16.properties.tools, data: data6 };
            if (vErrors === null) {
                vErrors = [err16];
            }
            else {
                vErrors.push(err16);
            }
            errors++;
        }
    }
    if (data.mcp_servers !== undefined) {
        let data8 = data.mcp_servers;
        if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key1 in data8) {
                const _errs19 = errors;
                if (typeof key1 === "string") {
                    if (!pattern10.test(key1)) {
                        const err17 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,30}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,30}$" + "\"", schema: "^[a-z][a-z0-9_-]{0,30}$", parentSchema: schema16.properties.mcp_servers.propertyNames, data: key1, propertyName: key1 };
                        if (vErrors === null) {
                            vErrors = [err17];
                        }
                        else {
                            vErrors.push(err17);
                        }
                        errors++;
                    }
                }
                var valid4 = _errs19 === errors;
                if (!valid4) {
                    const err18 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema16.properties.mcp_servers.propertyNames, parentSchema: schema16.properties.mcp_servers, data: data8 };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
            }
            for (const key2 in data8) {
                let data9 = data8[key2];
                if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                    for (const key3 in data9) {
                        if (!(((((key3 === "command") || (key3 === "args")) || (key3 === "env")) || (key3 === "url")) || (key3 === "headers"))) {
                            const err19 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/mcp_servers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema16.properties.mcp_servers.additionalProperties, data: data9 };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                    }
                    if (data9.args !== undefined) {
                        let data10 = data9.args;
                        if (Array.isArray(data10)) {
                            const len1 = data10.length;
                            for (let i2 = 0; i2 < len1; i2++) {
                                let data11 = data10[i2];
                                if (typeof data11 !== "string") {
                                    const err20 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/args/" + i2, schemaPath: "#/properties/mcp_servers/additionalProperties/properties/args/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.mcp_servers.additionalProperties.properties.args.items.type, parentSchema: schema16.properties.mcp_servers.additionalProperties.properties.args.items, data: data11 };
                                    if (vErrors === null) {
                                        vErrors = [err20];
                                    }
                                    else {
                                        vErrors.push(err20);
                                    }
                                    errors++;
                                }
                            }
                        }
                        else {
                            const err21 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/args", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/args/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema16.properties.mcp_servers.additionalProperties.properties.args.type, parentSchema: schema16.properties.mcp_servers.additionalProperties.properties.args, data: data10 };
                            if (vErrors === null) {
                                vErrors = [err21];
                            }
                            else {
                                vErrors.push(err21);
                            }
                            errors++;
                        }
                    }
                    if (data9.env !== undefined) {
                        let data12 = data9.env;
                        if (!(data12 && typeof data12 == "object" && !Array.isArray(data12))) {
                            const err22 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.mcp_servers.additionalProperties.properties.env.type, parentSchema: schema16.properties.mcp_servers.additionalProperties.properties.env, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                    }
                    if (data9.url !== undefined) {
                        let data13 = data9.url;
                        if (typeof data13 !== "string") {
                            const err23 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/url", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.mcp_servers.additionalProperties.properties.url.type, parentSchema: schema16.properties.mcp_servers.additionalProperties.properties.url, data: data13 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                    if (data9.headers !== undefined) {
                        let data14 = data9.headers;
                        if (!(data14 && typeof data14 == "object" && !Array.isArray(data14))) {
                            const err24 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/headers", schemaPath: "#/properties/mcp_servers/additionalProperties/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.mcp_servers.additionalProperties.properties.headers.type, parentSchema: schema16.properties.mcp_servers.additionalProperties.properties.headers, data: data14 };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err25 = { instancePath: instancePath + "/mcp_servers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/mcp_servers/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.mcp_servers.additionalProperties.type, parentSchema: schema16.properties.mcp_servers.additionalProperties, data: data9 };
                    if (vErrors === null) {
                        vErrors = [err25];
                    }
                    else {
                        vErrors.push(err25);
                    }
                    errors++;
                }
            }
        }
        else {
            const err26 = { instancePath: instancePath + "/mcp_servers", schemaPath: "#/properties/mcp_servers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.mcp_servers.type, parentSchema: schema16.properties.mcp_servers, data: data8 };
            if (vErrors === null) {
                vErrors = [err26];
            }
            else {
                vErrors.push(err26);
            }
            errors++;
        }
    }
    if (data.session !== undefined) {
        let data15 = data.session;
        if (typeof data15 === "string") {
            if (data15.length < 1) {
                const err27 = { instancePath: instancePath + "/session", schemaPath: "#/properties/session/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.session, data: data15 };
                if (vErrors === null) {
                    vErrors = [err27];
                }
                else {
                    vErrors.push(err27);
                }
                errors++;
            }
        }
        else {
            const err28 = { instancePath: instancePath + "/session", schemaPath: "#/properties/session/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.session.type, parentSchema: schema16.properties.session, data: data15 };
            if (vErrors === null) {
                vErrors = [err28];
            }
            else {
                vErrors.push(err28);
            }
            errors++;
        }
    }
    if (data.max_turns !== undefined) {
        let data16 = data.max_turns;
        if (!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))) {
            const err29 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema16.properties.max_turns.type, parentSchema: schema16.properties.max_turns, data: data16 };
            if (vErrors === null) {
                vErrors = [err29];
            }
            else {
                vErrors.push(err29);
            }
            errors++;
        }
        if (typeof data16 == "number") {
            if (data16 > 1000 || isNaN(data16)) {
                const err30 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000", schema: 1000, parentSchema: schema16.properties.max_turns, data: data16 };
                if (vErrors === null) {
                    vErrors = [err30];
                }
                else {
                    vErrors.push(err30);
                }
                errors++;
            }
            if (data16 < 1 || isNaN(data16)) {
                const err31 = { instancePath: instancePath + "/max_turns", schemaPath: "#/properties/max_turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema16.properties.max_turns, data: data16 };
                if (vErrors === null) {
                    vErrors = [err31];
                }
                else {
                    vErrors.push(err31);
                }
                errors++;
            }
        }
    }
    if (data.max_tokens !== undefined) {
        let data17 = data.max_tokens;
        if (!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))) {
            const err32 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema16.properties.max_tokens.type, parentSchema: schema16.properties.max_tokens, data: data17 };
            if (vErrors === null) {
                vErrors = [err32];
            }
            else {
                vErrors.push(err32);
            }
            errors++;
        }
        if (typeof data17 == "number") {
            if (data17 > 128000 || isNaN(data17)) {
                const err33 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 128000 }, message: "must be <= 128000", schema: 128000, parentSchema: schema16.properties.max_tokens, data: data17 };
                if (vErrors === null) {
                    vErrors = [err33];
                }
                else {
                    vErrors.push(err33);
                }
                errors++;
            }
            if (data17 < 1 || isNaN(data17)) {
                const err34 = { instancePath: instancePath + "/max_tokens", schemaPath: "#/properties/max_tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema16.properties.max_tokens, data: data17 };
                if (vErrors === null) {
                    vErrors = [err34];
                }
                else {
                    vErrors.push(err34);
                }
                errors++;
            }
        }
    }
    if (data.temperature !== undefined) {
        let data18 = data.temperature;
        if (typeof data18 == "number") {
            if (data18 > 1 || isNaN(data18)) {
                const err35 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1", schema: 1, parentSchema: schema16.properties.temperature, data: data18 };
                if (vErrors === null) {
                    vErrors = [err35];
                }
                else {
                    vErrors.push(err35);
                }
                errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
                const err36 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema16.properties.temperature, data: data18 };
                if (vErrors === null) {
                    vErrors = [err36];
                }
                else {
                    vErrors.push(err36);
                }
                errors++;
            }
        }
        else {
            const err37 = { instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema16.properties.temperature.type, parentSchema: schema16.properties.temperature, data: data18 };
            if (vErrors === null) {
                vErrors = [err37];
            }
            else {
                vErrors.push(err37);
            }
            errors++;
        }
    }
    if (data.output_schema !== undefined) {
        let data19 = data.output_schema;
        if (!(data19 && typeof data19 == "object" && !Array.isArray(data19))) {
            const err38 = { instancePath: instancePath + "/output_schema", schemaPath: "#/properties/output_schema/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.output_schema.type, parentSchema: schema16.properties.output_schema, data: data19 };
            if (vErrors === null) {
                vErrors = [err38];
            }
            else {
                vErrors.push(err38);
            }
            errors++;
        }
    }
    if (data.context !== undefined) {
        let data20 = data.context;
        if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            for (const key4 in data20) {
                if (!(((key4 === "files") || (key4 === "outputs")) || (key4 === "codebase"))) {
                    const err39 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema16.properties.context, data: data20 };
                    if (vErrors === null) {
                        vErrors = [err39];
                    }
                    else {
                        vErrors.push(err39);
                    }
                    errors++;
                }
            }
            if (data20.files !== undefined) {
                let data21 = data20.files;
                if (Array.isArray(data21)) {
                    const len2 = data21.length;
                    for (let i3 = 0; i3 < len2; i3++) {
                        let data22 = data21[i3];
                        if (typeof data22 !== "string") {
                            const err40 = { instancePath: instancePath + "/context/files/" + i3, schemaPath: "#/properties/context/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.context.properties.files.items.type, parentSchema: schema16.properties.context.properties.files.items, data: data22 };
                            if (vErrors === null) {
                                vErrors = [err40];
                            }
                            else {
                                vErrors.push(err40);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err41 = { instancePath: instancePath + "/context/files", schemaPath: "#/properties/context/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema16.properties.context.properties.files.type, parentSchema: schema16.properties.context.properties.files, data: data21 };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
            }
            if (data20.outputs !== undefined) {
                let data23 = data20.outputs;
                if (Array.isArray(data23)) {
                    const len3 = data23.length;
                    for (let i4 = 0; i4 < len3; i4++) {
                        let data24 = data23[i4];
                        if (typeof data24 !== "string") {
                            const err42 = { instancePath: instancePath + "/context/outputs/" + i4, schemaPath: "#/properties/context/properties/outputs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.context.properties.outputs.items.type, parentSchema: schema16.properties.context.properties.outputs.items, data: data24 };
                            if (vErrors === null) {
                                vErrors = [err42];
                            }
                            else {
                                vErrors.push(err42);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err43 = { instancePath: instancePath + "/context/outputs", schemaPath: "#/properties/context/properties/outputs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema16.properties.context.properties.outputs.type, parentSchema: schema16.properties.context.properties.outputs, data: data23 };
                    if (vErrors === null) {
                        vErrors = [err43];
                    }
                    else {
                        vErrors.push(err43);
                    }
                    errors++;
                }
            }
            if (data20.codebase !== undefined) {
                let data25 = data20.codebase;
                if (typeof data25 !== "boolean") {
                    const err44 = { instancePath: instancePath + "/context/codebase", schemaPath: "#/properties/context/properties/codebase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema16.properties.context.properties.codebase.type, parentSchema: schema16.properties.context.properties.codebase, data: data25 };
                    if (vErrors === null) {
                        vErrors = [err44];
                    }
                    else {
                        vErrors.push(err44);
                    }
                    errors++;
                }
            }
        }
        else {
            const err45 = { instancePath: instancePath + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.context.type, parentSchema: schema16.properties.context, data: data20 };
            if (vErrors === null) {
                vErrors = [err45];
            }
            else {
                vErrors.push(err45);
            }
            errors++;
        }
    }
    if (data.verify_attempts !== undefined) {
        let data26 = data.verify_attempts;
        if (!((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26)))) {
            const err46 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema16.properties.verify_attempts.type, parentSchema: schema16.properties.verify_attempts, data: data26 };
            if (vErrors === null) {
                vErrors = [err46];
            }
            else {
                vErrors.push(err46);
            }
            errors++;
        }
        if (typeof data26 == "number") {
            if (data26 > 20 || isNaN(data26)) {
                const err47 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20", schema: 20, parentSchema: schema16.properties.verify_attempts, data: data26 };
                if (vErrors === null) {
                    vErrors = [err47];
                }
                else {
                    vErrors.push(err47);
                }
                errors++;
            }
            if (data26 < 1 || isNaN(data26)) {
                const err48 = { instancePath: instancePath + "/verify_attempts", schemaPath: "#/properties/verify_attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema16.properties.verify_attempts, data: data26 };
                if (vErrors === null) {
                    vErrors = [err48];
                }
                else {
                    vErrors.push(err48);
                }
                errors++;
            }
        }
    }
    if (data.must_change !== undefined) {
        let data27 = data.must_change;
        if (typeof data27 !== "boolean") {
            const err49 = { instancePath: instancePath + "/must_change", schemaPath: "#/properties/must_change/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema16.properties.must_change.type, parentSchema: schema16.properties.must_change, data: data27 };
            if (vErrors === null) {
                vErrors = [err49];
            }
            else {
                vErrors.push(err49);
            }
            errors++;
        }
    }
    if (data.program !== undefined) {
        let data28 = data.program;
        if (typeof data28 === "string") {
            if (data28.length < 1) {
                const err50 = { instancePath: instancePath + "/program", schemaPath: "#/properties/program/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema16.properties.program, data: data28 };
                if (vErrors === null) {
                    vErrors = [err50];
                }
                else {
                    vErrors.push(err50);
                }
                errors++;
            }
        }
        else {
            const err51 = { instancePath: instancePath + "/program", schemaPath: "#/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.properties.program.type, parentSchema: schema16.properties.program, data: data28 };
            if (vErrors === null) {
                vErrors = [err51];
            }
            else {
                vErrors.push(err51);
            }
            errors++;
        }
    }
    if (data.required !== undefined) {
        let data29 = data.required;
        if (typeof data29 !== "boolean") {
            const err52 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema16.properties.required.type, parentSchema: schema16.properties.required, data: data29 };
            if (vErrors === null) {
                vErrors = [err52];
            }
            else {
                vErrors.push(err52);
            }
            errors++;
        }
    }
    if (data.verify !== undefined) {
        let data30 = data.verify;
        if (Array.isArray(data30)) {
            if (data30.length < 1) {
                const err53 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema16.properties.verify, data: data30 };
                if (vErrors === null) {
                    vErrors = [err53];
                }
                else {
                    vErrors.push(err53);
                }
                errors++;
            }
            const len4 = data30.length;
            for (let i5 = 0; i5 < len4; i5++) {
                let data31 = data30[i5];
                if (!(data31 && typeof data31 == "object" && !Array.isArray(data31))) {
                    const err54 = { instancePath: instancePath + "/verify/" + i5, schemaPath: "#/properties/verify/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.properties.verify.items.type, parentSchema: schema16.properties.verify.items, data: data31 };
                    if (vErrors === null) {
                        vErrors = [err54];
                    }
                    else {
                        vErrors.push(err54);
                    }
                    errors++;
                }
            }
        }
        else {
            const err55 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema16.properties.verify.type, parentSchema: schema16.properties.verify, data: data30 };
            if (vErrors === null) {
                vErrors = [err55];
            }
            else {
                vErrors.push(err55);
            }
            errors++;
        }
    }
}
else {
    const err56 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
        vErrors = [err56];
    }
    else {
        vErrors.push(err56);
    }
    errors++;
} validate15.errors = vErrors; return errors === 0; }
const v6 = validate16;
const schema17 = { "$id": "v6", "type": "object", "description": "Fails the run unless a condition holds.", "required": ["id", "type", "condition"], "properties": { "id": {}, "name": {}, "type": { "const": "assert", "description": "Fails the run unless a condition holds." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "condition": { "type": ["string", "boolean"], "description": "What must be true: a bare expression, or one in which `{{ }}` or `${{ }}` stands for a value: `coverage.outputs.line > {{ inputs.target }}`." }, "message": { "type": "string", "description": "What to tell people when it doesn't hold. May contain expressions." } }, "additionalProperties": false };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v6" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema17.required, parentSchema: schema17, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema17.required, parentSchema: schema17, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.condition === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "condition" }, message: "must have required property '" + "condition" + "'", schema: schema17.required, parentSchema: schema17, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema17.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema17, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("assert" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "assert" }, message: "must be equal to constant", schema: "assert", parentSchema: schema17.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.condition !== undefined) {
        let data1 = data.condition;
        if ((typeof data1 !== "string") && (typeof data1 !== "boolean")) {
            const err5 = { instancePath: instancePath + "/condition", schemaPath: "#/properties/condition/type", keyword: "type", params: { type: schema17.properties.condition.type }, message: "must be string,boolean", schema: schema17.properties.condition.type, parentSchema: schema17.properties.condition, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.message !== undefined) {
        let data2 = data.message;
        if (typeof data2 !== "string") {
            const err6 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.properties.message.type, parentSchema: schema17.properties.message, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
}
else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
        vErrors = [err7];
    }
    else {
        vErrors.push(err7);
    }
    errors++;
} validate16.errors = vErrors; return errors === 0; }
const v7 = validate17;
const schema18 = { "$id": "v7", "type": "object", "description": "Parks the run until a person approves.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "approval", "description": "Parks the run until a person approves." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "message": { "type": "string", "description": "What is asked, for people." }, "approvers": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Logins that may answer; without it, whoever may approve runs of this workflow." }, "give_up_after": { "type": ["string", "number"], "description": "How long to wait; then it fails with `approval.timeout`. Without it, for ever." } }, "additionalProperties": false };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v7" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema18.required, parentSchema: schema18, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema18.required, parentSchema: schema18, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema18.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema18, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("approval" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "approval" }, message: "must be equal to constant", schema: "approval", parentSchema: schema18.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.message !== undefined) {
        let data1 = data.message;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.properties.message.type, parentSchema: schema18.properties.message, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.approvers !== undefined) {
        let data2 = data.approvers;
        if ((!(Array.isArray(data2))) && (typeof data2 !== "string")) {
            const err5 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/type", keyword: "type", params: { type: schema18.properties.approvers.type }, message: "must be array,string", schema: schema18.properties.approvers.type, parentSchema: schema18.properties.approvers, data: data2 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
        if (Array.isArray(data2)) {
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data3 = data2[i0];
                if (typeof data3 !== "string") {
                    const err6 = { instancePath: instancePath + "/approvers/" + i0, schemaPath: "#/properties/approvers/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.properties.approvers.items.type, parentSchema: schema18.properties.approvers.items, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.give_up_after !== undefined) {
        let data4 = data.give_up_after;
        if ((typeof data4 !== "string") && (!(typeof data4 == "number"))) {
            const err7 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/type", keyword: "type", params: { type: schema18.properties.give_up_after.type }, message: "must be string,number", schema: schema18.properties.give_up_after.type, parentSchema: schema18.properties.give_up_after, data: data4 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
}
else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema18.type, parentSchema: schema18, data };
    if (vErrors === null) {
        vErrors = [err8];
    }
    else {
        vErrors.push(err8);
    }
    errors++;
} validate17.errors = vErrors; return errors === 0; }
const v8 = validate18;
const schema19 = { "$id": "v8", "type": "object", "description": "Runs steps at the same time.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "parallel", "description": "Runs steps at the same time." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "max_parallel": { "type": ["integer", "string"], "minimum": 1, "description": "How many run at the same time; without it, as many as the workflow's `max_parallel` allows." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } }, "branches": { "type": "object", "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "object" } } } }, "additionalProperties": false };
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v8" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema19.required, parentSchema: schema19, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema19.required, parentSchema: schema19, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema19.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema19, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("parallel" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "parallel" }, message: "must be equal to constant", schema: "parallel", parentSchema: schema19.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.max_parallel !== undefined) {
        let data1 = data.max_parallel;
        if ((!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))) && (typeof data1 !== "string")) {
            const err4 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: schema19.properties.max_parallel.type }, message: "must be integer,string", schema: schema19.properties.max_parallel.type, parentSchema: schema19.properties.max_parallel, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        if (typeof data1 == "number") {
            if (data1 < 1 || isNaN(data1)) {
                const err5 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema19.properties.max_parallel, data: data1 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
    }
    if (data.steps !== undefined) {
        let data2 = data.steps;
        if (Array.isArray(data2)) {
            if (data2.length < 1) {
                const err6 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema19.properties.steps, data: data2 };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data3 = data2[i0];
                if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
                    const err7 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema19.properties.steps.items.type, parentSchema: schema19.properties.steps.items, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
            }
        }
        else {
            const err8 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema19.properties.steps.type, parentSchema: schema19.properties.steps, data: data2 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.branches !== undefined) {
        let data4 = data.branches;
        if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            for (const key1 in data4) {
                let data5 = data4[key1];
                if (Array.isArray(data5)) {
                    if (data5.length < 1) {
                        const err9 = { instancePath: instancePath + "/branches/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/branches/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema19.properties.branches.additionalProperties, data: data5 };
                        if (vErrors === null) {
                            vErrors = [err9];
                        }
                        else {
                            vErrors.push(err9);
                        }
                        errors++;
                    }
                    const len1 = data5.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                        let data6 = data5[i1];
                        if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
                            const err10 = { instancePath: instancePath + "/branches/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/properties/branches/additionalProperties/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema19.properties.branches.additionalProperties.items.type, parentSchema: schema19.properties.branches.additionalProperties.items, data: data6 };
                            if (vErrors === null) {
                                vErrors = [err10];
                            }
                            else {
                                vErrors.push(err10);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err11 = { instancePath: instancePath + "/branches/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/branches/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema19.properties.branches.additionalProperties.type, parentSchema: schema19.properties.branches.additionalProperties, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
        }
        else {
            const err12 = { instancePath: instancePath + "/branches", schemaPath: "#/properties/branches/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema19.properties.branches.type, parentSchema: schema19.properties.branches, data: data4 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
    }
}
else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema19.type, parentSchema: schema19, data };
    if (vErrors === null) {
        vErrors = [err13];
    }
    else {
        vErrors.push(err13);
    }
    errors++;
} validate18.errors = vErrors; return errors === 0; }
const v9 = validate19;
const schema20 = { "$id": "v9", "type": "object", "description": "Runs steps once for each item of a list, or each cell of a matrix.", "required": ["id", "type", "steps"], "properties": { "id": {}, "name": {}, "type": { "const": "foreach", "description": "Runs steps once for each item of a list, or each cell of a matrix." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "items": { "type": ["array", "string", "object"], "description": "The list, or an expression that gives one. A text is taken line by line; an object as a list of `{key, value}`." }, "matrix": { "type": ["object", "string"], "description": "Lists by name; every combination is a cell. `include` adds to cells or adds cells, `exclude` takes cells away." }, "max_parallel": { "type": ["integer", "string"], "minimum": 1, "description": "How many items run at the same time; 1 by default." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v9" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema20.required, parentSchema: schema20, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema20.required, parentSchema: schema20, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.steps === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property '" + "steps" + "'", schema: schema20.required, parentSchema: schema20, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema20.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema20, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("foreach" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "foreach" }, message: "must be equal to constant", schema: "foreach", parentSchema: schema20.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.items !== undefined) {
        let data1 = data.items;
        if ((!data1 || typeof data1 != "object") && (typeof data1 !== "string")) {
            const err5 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: schema20.properties.items.type }, message: "must be array,string,object", schema: schema20.properties.items.type, parentSchema: schema20.properties.items, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.matrix !== undefined) {
        let data2 = data.matrix;
        if ((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (typeof data2 !== "string")) {
            const err6 = { instancePath: instancePath + "/matrix", schemaPath: "#/properties/matrix/type", keyword: "type", params: { type: schema20.properties.matrix.type }, message: "must be object,string", schema: schema20.properties.matrix.type, parentSchema: schema20.properties.matrix, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.max_parallel !== undefined) {
        let data3 = data.max_parallel;
        if ((!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) && (typeof data3 !== "string")) {
            const err7 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: schema20.properties.max_parallel.type }, message: "must be integer,string", schema: schema20.properties.max_parallel.type, parentSchema: schema20.properties.max_parallel, data: data3 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
        if (typeof data3 == "number") {
            if (data3 < 1 || isNaN(data3)) {
                const err8 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema20.properties.max_parallel, data: data3 };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
        }
    }
    if (data.steps !== undefined) {
        let data4 = data.steps;
        if (Array.isArray(data4)) {
            if (data4.length < 1) {
                const err9 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema20.properties.steps, data: data4 };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data5 = data4[i0];
                if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
                    const err10 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema20.properties.steps.items.type, parentSchema: schema20.properties.steps.items, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
            }
        }
        else {
            const err11 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema20.properties.steps.type, parentSchema: schema20.properties.steps, data: data4 };
            if (vErrors === null) {
                vErrors = [err11];
            }
            else {
                vErrors.push(err11);
            }
            errors++;
        }
    }
}
else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema20.type, parentSchema: schema20, data };
    if (vErrors === null) {
        vErrors = [err12];
    }
    else {
        vErrors.push(err12);
    }
    errors++;
} validate19.errors = vErrors; return errors === 0; }
const v10 = validate20;
const schema21 = { "$id": "v10", "type": "object", "description": "Repeats steps until a condition holds, a bounded number of times.", "required": ["id", "type", "until", "steps"], "properties": { "id": {}, "name": {}, "type": { "const": "loop", "description": "Repeats steps until a condition holds, a bounded number of times." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "until": { "type": ["string", "boolean"], "description": "Asked after every turn: when it holds, the loop is done." }, "max_iterations": { "type": ["integer", "string"], "minimum": 1, "maximum": 1000, "description": "How many turns at most; 10 by default." }, "on_exhausted": { "type": "string", "enum": ["fail", "continue"], "description": "What to do when no turn fulfilled the condition; `fail` by default." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v10" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema21.required, parentSchema: schema21, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema21.required, parentSchema: schema21, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.until === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "until" }, message: "must have required property '" + "until" + "'", schema: schema21.required, parentSchema: schema21, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    if (data.steps === undefined) {
        const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property '" + "steps" + "'", schema: schema21.required, parentSchema: schema21, data };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema21.properties, key0))) {
            const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema21, data };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("loop" !== data0) {
            const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "loop" }, message: "must be equal to constant", schema: "loop", parentSchema: schema21.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.until !== undefined) {
        let data1 = data.until;
        if ((typeof data1 !== "string") && (typeof data1 !== "boolean")) {
            const err6 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: schema21.properties.until.type }, message: "must be string,boolean", schema: schema21.properties.until.type, parentSchema: schema21.properties.until, data: data1 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.max_iterations !== undefined) {
        let data2 = data.max_iterations;
        if ((!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))) && (typeof data2 !== "string")) {
            const err7 = { instancePath: instancePath + "/max_iterations", schemaPath: "#/properties/max_iterations/type", keyword: "type", params: { type: schema21.properties.max_iterations.type }, message: "must be integer,string", schema: schema21.properties.max_iterations.type, parentSchema: schema21.properties.max_iterations, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
        if (typeof data2 == "number") {
            if (data2 > 1000 || isNaN(data2)) {
                const err8 = { instancePath: instancePath + "/max_iterations", schemaPath: "#/properties/max_iterations/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000", schema: 1000, parentSchema: schema21.properties.max_iterations, data: data2 };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
            if (data2 < 1 || isNaN(data2)) {
                const err9 = { instancePath: instancePath + "/max_iterations", schemaPath: "#/properties/max_iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema21.properties.max_iterations, data: data2 };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
    }
    if (data.on_exhausted !== undefined) {
        let data3 = data.on_exhausted;
        if (typeof data3 !== "string") {
            const err10 = { instancePath: instancePath + "/on_exhausted", schemaPath: "#/properties/on_exhausted/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema21.properties.on_exhausted.type, parentSchema: schema21.properties.on_exhausted, data: data3 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
        if (!((data3 === "fail") || (data3 === "continue"))) {
            const err11 = { instancePath: instancePath + "/on_exhausted", schemaPath: "#/properties/on_exhausted/enum", keyword: "enum", params: { allowedValues: schema21.properties.on_exhausted.enum }, message: "must be equal to one of the allowed values", schema: schema21.properties.on_exhausted.enum, parentSchema: schema21.properties.on_exhausted, data: data3 };
            if (vErrors === null) {
                vErrors = [err11];
            }
            else {
                vErrors.push(err11);
            }
            errors++;
        }
    }
    if (data.steps !== undefined) {
        let data4 = data.steps;
        if (Array.isArray(data4)) {
            if (data4.length < 1) {
                const err12 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema21.properties.steps, data: data4 };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data5 = data4[i0];
                if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
                    const err13 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema21.properties.steps.items.type, parentSchema: schema21.properties.steps.items, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
            }
        }
        else {
            const err14 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema21.properties.steps.type, parentSchema: schema21.properties.steps, data: data4 };
            if (vErrors === null) {
                vErrors = [err14];
            }
            else {
                vErrors.push(err14);
            }
            errors++;
        }
    }
}
else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
        vErrors = [err15];
    }
    else {
        vErrors.push(err15);
    }
    errors++;
} validate20.errors = vErrors; return errors === 0; }
const v11 = validate21;
const schema22 = { "$id": "v11", "type": "object", "description": "Runs the steps of the case that a value names.", "required": ["id", "type", "value", "cases"], "properties": { "id": {}, "name": {}, "type": { "const": "switch", "description": "Runs the steps of the case that a value names." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "value": { "type": ["string", "number", "boolean"], "description": "What is compared with the names of the cases." }, "cases": { "type": "object", "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "default": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v11" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema22.required, parentSchema: schema22, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema22.required, parentSchema: schema22, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.value === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property '" + "value" + "'", schema: schema22.required, parentSchema: schema22, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    if (data.cases === undefined) {
        const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "cases" }, message: "must have required property '" + "cases" + "'", schema: schema22.required, parentSchema: schema22, data };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema22.properties, key0))) {
            const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema22, data };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("switch" !== data0) {
            const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "switch" }, message: "must be equal to constant", schema: "switch", parentSchema: schema22.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.value !== undefined) {
        let data1 = data.value;
        if (((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) {
            const err6 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema22.properties.value.type }, message: "must be string,number,boolean", schema: schema22.properties.value.type, parentSchema: schema22.properties.value, data: data1 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.cases !== undefined) {
        let data2 = data.cases;
        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            for (const key1 in data2) {
                let data3 = data2[key1];
                if (Array.isArray(data3)) {
                    if (data3.length < 1) {
                        const err7 = { instancePath: instancePath + "/cases/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/cases/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema22.properties.cases.additionalProperties, data: data3 };
                        if (vErrors === null) {
                            vErrors = [err7];
                        }
                        else {
                            vErrors.push(err7);
                        }
                        errors++;
                    }
                    const len0 = data3.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                        let data4 = data3[i0];
                        if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
                            const err8 = { instancePath: instancePath + "/cases/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/properties/cases/additionalProperties/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.properties.cases.additionalProperties.items.type, parentSchema: schema22.properties.cases.additionalProperties.items, data: data4 };
                            if (vErrors === null) {
                                vErrors = [err8];
                            }
                            else {
                                vErrors.push(err8);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err9 = { instancePath: instancePath + "/cases/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/cases/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema22.properties.cases.additionalProperties.type, parentSchema: schema22.properties.cases.additionalProperties, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
            }
        }
        else {
            const err10 = { instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.properties.cases.type, parentSchema: schema22.properties.cases, data: data2 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
    }
    if (data.default !== undefined) {
        let data5 = data.default;
        if (Array.isArray(data5)) {
            if (data5.length < 1) {
                const err11 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema22.properties.default, data: data5 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data6 = data5[i1];
                if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
                    const err12 = { instancePath: instancePath + "/default/" + i1, schemaPath: "#/properties/default/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.properties.default.items.type, parentSchema: schema22.properties.default.items, data: data6 };
                    if (vErrors === null) {
                        vErrors = [err12];
                    }
                    else {
                        vErrors.push(err12);
                    }
                    errors++;
                }
            }
        }
        else {
            const err13 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema22.properties.default.type, parentSchema: schema22.properties.default, data: data5 };
            if (vErrors === null) {
                vErrors = [err13];
            }
            else {
                vErrors.push(err13);
            }
            errors++;
        }
    }
}
else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
        vErrors = [err14];
    }
    else {
        vErrors.push(err14);
    }
    errors++;
} validate21.errors = vErrors; return errors === 0; }
const v12 = validate22;
const schema23 = { "$id": "v12", "type": "object", "description": "Runs another workflow as a run of its own.", "required": ["id", "type", "workflow"], "properties": { "id": {}, "name": {}, "type": { "const": "workflow", "description": "Runs another workflow as a run of its own." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "workflow": { "type": "string", "description": "The workflow's name, or its path relative to this file." } }, "additionalProperties": false };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v12" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema23.required, parentSchema: schema23, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema23.required, parentSchema: schema23, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.workflow === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "workflow" }, message: "must have required property '" + "workflow" + "'", schema: schema23.required, parentSchema: schema23, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema23.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema23, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("workflow" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "workflow" }, message: "must be equal to constant", schema: "workflow", parentSchema: schema23.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.workflow !== undefined) {
        let data1 = data.workflow;
        if (typeof data1 !== "string") {
            const err5 = { instancePath: instancePath + "/workflow", schemaPath: "#/properties/workflow/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema23.properties.workflow.type, parentSchema: schema23.properties.workflow, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
}
else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema23.type, parentSchema: schema23, data };
    if (vErrors === null) {
        vErrors = [err6];
    }
    else {
        vErrors.push(err6);
    }
    errors++;
} validate22.errors = vErrors; return errors === 0; }
const v13 = validate23;
const schema24 = { "$id": "v13", "type": "object", "description": "Computes a value from others.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "transform", "description": "Computes a value from others." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "data": { "description": "The value to start from; usually an expression." }, "parse": { "type": "string", "enum": ["json", "lines", "csv"], "description": "How to read `data` when it is text. CSV's first line names the members of each item." }, "filter": { "type": ["string", "boolean"], "description": "A condition on `item`; those for which it doesn't hold are left out." }, "map": { "type": "string", "description": "An expression for what each `item` becomes." }, "sort_by": { "type": "string", "description": "An expression whose value orders the items." }, "descending": { "type": "boolean", "description": "Largest first." }, "limit": { "type": ["integer", "string"], "minimum": 0, "description": "How many items are kept." }, "group_by": { "type": "string", "description": "An expression; the result is an object of lists by its value." }, "expression": { "type": "string", "description": "An expression for the result, in which `value` is what the other fields gave." } }, "additionalProperties": false };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v13" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema24.required, parentSchema: schema24, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema24.required, parentSchema: schema24, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema24.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema24, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("transform" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "transform" }, message: "must be equal to constant", schema: "transform", parentSchema: schema24.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.parse !== undefined) {
        let data1 = data.parse;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/parse", schemaPath: "#/properties/parse/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.properties.parse.type, parentSchema: schema24.properties.parse, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        if (!(((data1 === "json") || (data1 === "lines")) || (data1 === "csv"))) {
            const err5 = { instancePath: instancePath + "/parse", schemaPath: "#/properties/parse/enum", keyword: "enum", params: { allowedValues: schema24.properties.parse.enum }, message: "must be equal to one of the allowed values", schema: schema24.properties.parse.enum, parentSchema: schema24.properties.parse, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.filter !== undefined) {
        let data2 = data.filter;
        if ((typeof data2 !== "string") && (typeof data2 !== "boolean")) {
            const err6 = { instancePath: instancePath + "/filter", schemaPath: "#/properties/filter/type", keyword: "type", params: { type: schema24.properties.filter.type }, message: "must be string,boolean", schema: schema24.properties.filter.type, parentSchema: schema24.properties.filter, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.map !== undefined) {
        let data3 = data.map;
        if (typeof data3 !== "string") {
            const err7 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.properties.map.type, parentSchema: schema24.properties.map, data: data3 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.sort_by !== undefined) {
        let data4 = data.sort_by;
        if (typeof data4 !== "string") {
            const err8 = { instancePath: instancePath + "/sort_by", schemaPath: "#/properties/sort_by/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.properties.sort_by.type, parentSchema: schema24.properties.sort_by, data: data4 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.descending !== undefined) {
        let data5 = data.descending;
        if (typeof data5 !== "boolean") {
            const err9 = { instancePath: instancePath + "/descending", schemaPath: "#/properties/descending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema24.properties.descending.type, parentSchema: schema24.properties.descending, data: data5 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
    }
    if (data.limit !== undefined) {
        let data6 = data.limit;
        if ((!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))) && (typeof data6 !== "string")) {
            const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: schema24.properties.limit.type }, message: "must be integer,string", schema: schema24.properties.limit.type, parentSchema: schema24.properties.limit, data: data6 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
        if (typeof data6 == "number") {
            if (data6 < 0 || isNaN(data6)) {
                const err11 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema24.properties.limit, data: data6 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
    }
    if (data.group_by !== undefined) {
        let data7 = data.group_by;
        if (typeof data7 !== "string") {
            const err12 = { instancePath: instancePath + "/group_by", schemaPath: "#/properties/group_by/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.properties.group_by.type, parentSchema: schema24.properties.group_by, data: data7 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
    }
    if (data.expression !== undefined) {
        let data8 = data.expression;
        if (typeof data8 !== "string") {
            const err13 = { instancePath: instancePath + "/expression", schemaPath: "#/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.properties.expression.type, parentSchema: schema24.properties.expression, data: data8 };
            if (vErrors === null) {
                vErrors = [err13];
            }
            else {
                vErrors.push(err13);
            }
            errors++;
        }
    }
}
else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
        vErrors = [err14];
    }
    else {
        vErrors.push(err14);
    }
    errors++;
} validate23.errors = vErrors; return errors === 0; }
const v14 = validate24;
const schema25 = { "$id": "v14", "type": "object", "description": "Checks data against a JSON Schema.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "validate", "description": "Checks data against a JSON Schema." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "data": { "description": "The value to check; text that is JSON is read first." }, "file": { "type": "string", "description": "A workspace file that holds the value as JSON, instead of `data`." }, "schema": { "type": "object", "description": "The JSON Schema.", "additionalProperties": true }, "schema_file": { "type": "string", "description": "A workspace file that holds the schema, instead of `schema`." } }, "additionalProperties": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v14" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema25.required, parentSchema: schema25, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema25.required, parentSchema: schema25, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema25.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema25, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("validate" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "validate" }, message: "must be equal to constant", schema: "validate", parentSchema: schema25.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.file !== undefined) {
        let data1 = data.file;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema25.properties.file.type, parentSchema: schema25.properties.file, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.schema !== undefined) {
        let data2 = data.schema;
        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) { }
        else {
            const err5 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema25.properties.schema.type, parentSchema: schema25.properties.schema, data: data2 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.schema_file !== undefined) {
        let data3 = data.schema_file;
        if (typeof data3 !== "string") {
            const err6 = { instancePath: instancePath + "/schema_file", schemaPath: "#/properties/schema_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema25.properties.schema_file.type, parentSchema: schema25.properties.schema_file, data: data3 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
}
else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema25.type, parentSchema: schema25, data };
    if (vErrors === null) {
        vErrors = [err7];
    }
    else {
        vErrors.push(err7);
    }
    errors++;
} validate24.errors = vErrors; return errors === 0; }
const v15 = validate25;
const schema26 = { "$id": "v15", "type": "object", "description": "Sets variables for the steps that follow.", "required": ["id", "type", "variables"], "properties": { "id": {}, "name": {}, "type": { "const": "set", "description": "Sets variables for the steps that follow." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "variables": { "type": "object", "description": "Values by variable name.", "additionalProperties": true } }, "additionalProperties": false };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v15" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema26.required, parentSchema: schema26, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema26.required, parentSchema: schema26, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.variables === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "variables" }, message: "must have required property '" + "variables" + "'", schema: schema26.required, parentSchema: schema26, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema26.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema26, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("set" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "set" }, message: "must be equal to constant", schema: "set", parentSchema: schema26.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.variables !== undefined) {
        let data1 = data.variables;
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) { }
        else {
            const err5 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema26.properties.variables.type, parentSchema: schema26.properties.variables, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
}
else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
        vErrors = [err6];
    }
    else {
        vErrors.push(err6);
    }
    errors++;
} validate25.errors = vErrors; return errors === 0; }
const v16 = validate26;
const schema27 = { "$id": "v16", "type": "object", "description": "Waits for a time.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "delay", "description": "Waits for a time." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "duration": { "type": ["string", "number"], "description": "Seconds as a number, or a text such as 500ms, 90s, 15m, 1h30m, 7d." }, "until": { "type": "string", "description": "A moment, as ISO 8601: 2026-12-01T09:00:00Z." } }, "additionalProperties": false };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v16" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema27.required, parentSchema: schema27, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema27.required, parentSchema: schema27, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema27.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema27, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("delay" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "delay" }, message: "must be equal to constant", schema: "delay", parentSchema: schema27.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.duration !== undefined) {
        let data1 = data.duration;
        if ((typeof data1 !== "string") && (!(typeof data1 == "number"))) {
            const err4 = { instancePath: instancePath + "/duration", schemaPath: "#/properties/duration/type", keyword: "type", params: { type: schema27.properties.duration.type }, message: "must be string,number", schema: schema27.properties.duration.type, parentSchema: schema27.properties.duration, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.until !== undefined) {
        let data2 = data.until;
        if (typeof data2 !== "string") {
            const err5 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema27.properties.until.type, parentSchema: schema27.properties.until, data: data2 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
}
else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
        vErrors = [err6];
    }
    else {
        vErrors.push(err6);
    }
    errors++;
} validate26.errors = vErrors; return errors === 0; }
const v17 = validate27;
const schema28 = { "$id": "v17", "type": "object", "description": "Parks the run until an event arrives.", "required": ["id", "type", "event"], "properties": { "id": {}, "name": {}, "type": { "const": "wait_for_event", "description": "Parks the run until an event arrives." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "event": { "type": "string", "description": "The event's name." }, "match": { "type": "object", "description": "Members the payload must have, with these values.", "additionalProperties": true }, "give_up_after": { "type": ["string", "number"], "description": "How long to wait; without it, for ever." } }, "additionalProperties": false };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v17" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema28.required, parentSchema: schema28, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema28.required, parentSchema: schema28, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.event === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property '" + "event" + "'", schema: schema28.required, parentSchema: schema28, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema28.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema28, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("wait_for_event" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "wait_for_event" }, message: "must be equal to constant", schema: "wait_for_event", parentSchema: schema28.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.event !== undefined) {
        let data1 = data.event;
        if (typeof data1 !== "string") {
            const err5 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema28.properties.event.type, parentSchema: schema28.properties.event, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.match !== undefined) {
        let data2 = data.match;
        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) { }
        else {
            const err6 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema28.properties.match.type, parentSchema: schema28.properties.match, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.give_up_after !== undefined) {
        let data3 = data.give_up_after;
        if ((typeof data3 !== "string") && (!(typeof data3 == "number"))) {
            const err7 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/type", keyword: "type", params: { type: schema28.properties.give_up_after.type }, message: "must be string,number", schema: schema28.properties.give_up_after.type, parentSchema: schema28.properties.give_up_after, data: data3 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
}
else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema28.type, parentSchema: schema28, data };
    if (vErrors === null) {
        vErrors = [err8];
    }
    else {
        vErrors.push(err8);
    }
    errors++;
} validate27.errors = vErrors; return errors === 0; }
const v18 = validate28;
const schema29 = { "$id": "v18", "type": "object", "description": "Publishes the run's changes as a pull request.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "pull_request", "description": "Publishes the run's changes as a pull request." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "title": { "type": "string", "description": "Title; by default the workflow's name and the issue's title." }, "body": { "type": "string", "description": "What the reader should know, in Markdown. Mentions, closing keywords and foreign links in it are made inert." }, "branch": { "type": "string", "description": "Head branch; by default `pawl/<workflow>/<issue>`." }, "strategy": { "type": "string", "description": "Which branch template of .github/pawl.yml to use without `branch`: `feature` (by default), `hotfix` or `release`." }, "base": { "type": "string", "description": "Branch to merge into; by default the repository's default branch." }, "draft": { "type": ["boolean", "string"], "description": "Open as a draft. True by default." }, "labels": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Labels to add." }, "reviewers": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Logins or `organisation/team` to ask for a review; by default the owners by CODEOWNERS." }, "milestone": { "type": "string", "description": "Title of an open milestone." }, "commit_message": { "type": "string", "description": "Commit message; by default the title." }, "from": { "type": "string", "description": "Tree to start the patch from; by default the tree the run began with." } }, "additionalProperties": false };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v18" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema29.required, parentSchema: schema29, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema29.required, parentSchema: schema29, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema29.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema29, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("pull_request" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "pull_request" }, message: "must be equal to constant", schema: "pull_request", parentSchema: schema29.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.title !== undefined) {
        let data1 = data.title;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.title.type, parentSchema: schema29.properties.title, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.body !== undefined) {
        let data2 = data.body;
        if (typeof data2 !== "string") {
            const err5 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.body.type, parentSchema: schema29.properties.body, data: data2 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.branch !== undefined) {
        let data3 = data.branch;
        if (typeof data3 !== "string") {
            const err6 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.branch.type, parentSchema: schema29.properties.branch, data: data3 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.strategy !== undefined) {
        let data4 = data.strategy;
        if (typeof data4 !== "string") {
            const err7 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.strategy.type, parentSchema: schema29.properties.strategy, data: data4 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.base !== undefined) {
        let data5 = data.base;
        if (typeof data5 !== "string") {
            const err8 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.base.type, parentSchema: schema29.properties.base, data: data5 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.draft !== undefined) {
        let data6 = data.draft;
        if ((typeof data6 !== "boolean") && (typeof data6 !== "string")) {
            const err9 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: schema29.properties.draft.type }, message: "must be boolean,string", schema: schema29.properties.draft.type, parentSchema: schema29.properties.draft, data: data6 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
    }
    if (data.labels !== undefined) {
        let data7 = data.labels;
        if ((!(Array.isArray(data7))) && (typeof data7 !== "string")) {
            const err10 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: schema29.properties.labels.type }, message: "must be array,string", schema: schema29.properties.labels.type, parentSchema: schema29.properties.labels, data: data7 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
        if (Array.isArray(data7)) {
            const len0 = data7.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data8 = data7[i0];
                if (typeof data8 !== "string") {
                    const err11 = { instancePath: instancePath + "/labels/" + i0, schemaPath: "#/properties/labels/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.labels.items.type, parentSchema: schema29.properties.labels.items, data: data8 };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.reviewers !== undefined) {
        let data9 = data.reviewers;
        if ((!(Array.isArray(data9))) && (typeof data9 !== "string")) {
            const err12 = { instancePath: instancePath + "/reviewers", schemaPath: "#/properties/reviewers/type", keyword: "type", params: { type: schema29.properties.reviewers.type }, message: "must be array,string", schema: schema29.properties.reviewers.type, parentSchema: schema29.properties.reviewers, data: data9 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
        if (Array.isArray(data9)) {
            const len1 = data9.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data10 = data9[i1];
                if (typeof data10 !== "string") {
                    const err13 = { instancePath: instancePath + "/reviewers/" + i1, schemaPath: "#/properties/reviewers/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.reviewers.items.type, parentSchema: schema29.properties.reviewers.items, data: data10 };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.milestone !== undefined) {
        let data11 = data.milestone;
        if (typeof data11 !== "string") {
            const err14 = { instancePath: instancePath + "/milestone", schemaPath: "#/properties/milestone/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.milestone.type, parentSchema: schema29.properties.milestone, data: data11 };
            if (vErrors === null) {
                vErrors = [err14];
            }
            else {
                vErrors.push(err14);
            }
            errors++;
        }
    }
    if (data.commit_message !== undefined) {
        let data12 = data.commit_message;
        if (typeof data12 !== "string") {
            const err15 = { instancePath: instancePath + "/commit_message", schemaPath: "#/properties/commit_message/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.commit_message.type, parentSchema: schema29.properties.commit_message, data: data12 };
            if (vErrors === null) {
                vErrors = [err15];
            }
            else {
                vErrors.push(err15);
            }
            errors++;
        }
    }
    if (data.from !== undefined) {
        let data13 = data.from;
        if (typeof data13 !== "string") {
            const err16 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.from.type, parentSchema: schema29.properties.from, data: data13 };
            if (vErrors === null) {
                vErrors = [err16];
            }
            else {
                vErrors.push(err16);
            }
            errors++;
        }
    }
}
else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
        vErrors = [err17];
    }
    else {
        vErrors.push(err17);
    }
    errors++;
} validate28.errors = vErrors; return errors === 0; }
const v19 = validate29;
const schema30 = { "$id": "v19", "type": "object", "description": "Writes a comment on the issue or pull request that started the run.", "required": ["id", "type", "body"], "properties": { "id": {}, "name": {}, "type": { "const": "comment", "description": "Writes a comment on the issue or pull request that started the run." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "body": { "type": "string", "description": "The text, in Markdown." }, "add_labels": { "type": "array", "items": { "type": "string" }, "description": "Labels to add beside." }, "remove_labels": { "type": "array", "items": { "type": "string" }, "description": "Labels to take off beside." } }, "additionalProperties": false };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v19" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema30.required, parentSchema: schema30, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema30.required, parentSchema: schema30, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.body === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "body" }, message: "must have required property '" + "body" + "'", schema: schema30.required, parentSchema: schema30, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema30.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema30, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("comment" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "comment" }, message: "must be equal to constant", schema: "comment", parentSchema: schema30.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.body !== undefined) {
        let data1 = data.body;
        if (typeof data1 !== "string") {
            const err5 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema30.properties.body.type, parentSchema: schema30.properties.body, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.add_labels !== undefined) {
        let data2 = data.add_labels;
        if (Array.isArray(data2)) {
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data3 = data2[i0];
                if (typeof data3 !== "string") {
                    const err6 = { instancePath: instancePath + "/add_labels/" + i0, schemaPath: "#/properties/add_labels/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema30.properties.add_labels.items.type, parentSchema: schema30.properties.add_labels.items, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
        }
        else {
            const err7 = { instancePath: instancePath + "/add_labels", schemaPath: "#/properties/add_labels/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema30.properties.add_labels.type, parentSchema: schema30.properties.add_labels, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.remove_labels !== undefined) {
        let data4 = data.remove_labels;
        if (Array.isArray(data4)) {
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data5 = data4[i1];
                if (typeof data5 !== "string") {
                    const err8 = { instancePath: instancePath + "/remove_labels/" + i1, schemaPath: "#/properties/remove_labels/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema30.properties.remove_labels.items.type, parentSchema: schema30.properties.remove_labels.items, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
        }
        else {
            const err9 = { instancePath: instancePath + "/remove_labels", schemaPath: "#/properties/remove_labels/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema30.properties.remove_labels.type, parentSchema: schema30.properties.remove_labels, data: data4 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
    }
}
else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
        vErrors = [err10];
    }
    else {
        vErrors.push(err10);
    }
    errors++;
} validate29.errors = vErrors; return errors === 0; }
const v20 = validate30;
const schema31 = { "$id": "v20", "type": "object", "description": "Calls an action of an integration.", "required": ["id", "type", "plugin", "action"], "properties": { "id": {}, "name": {}, "type": { "const": "plugin", "description": "Calls an action of an integration." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "plugin": { "type": "string", "description": "The integration's name." }, "action": { "type": "string", "description": "The action's name." } }, "additionalProperties": false };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v20" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema31.required, parentSchema: schema31, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema31.required, parentSchema: schema31, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.plugin === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plugin" }, message: "must have required property '" + "plugin" + "'", schema: schema31.required, parentSchema: schema31, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    if (data.action === undefined) {
        const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property '" + "action" + "'", schema: schema31.required, parentSchema: schema31, data };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema31.properties, key0))) {
            const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("plugin" !== data0) {
            const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "plugin" }, message: "must be equal to constant", schema: "plugin", parentSchema: schema31.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.plugin !== undefined) {
        let data1 = data.plugin;
        if (typeof data1 !== "string") {
            const err6 = { instancePath: instancePath + "/plugin", schemaPath: "#/properties/plugin/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.plugin.type, parentSchema: schema31.properties.plugin, data: data1 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
    }
    if (data.action !== undefined) {
        let data2 = data.action;
        if (typeof data2 !== "string") {
            const err7 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.action.type, parentSchema: schema31.properties.action, data: data2 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
}
else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
        vErrors = [err8];
    }
    else {
        vErrors.push(err8);
    }
    errors++;
} validate30.errors = vErrors; return errors === 0; }
const v21 = validate31;
const schema32 = { "$id": "v21", "type": "object", "description": "Remembers and recalls values across runs.", "required": ["id", "type", "action", "key"], "properties": { "id": {}, "name": {}, "type": { "const": "memory", "description": "Remembers and recalls values across runs." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "action": { "type": "string", "enum": ["remember", "append", "recall", "list", "forget"], "description": "What to do." }, "key": { "type": "string", "description": "The name it is kept under." }, "value": { "description": "What is remembered." }, "default": { "description": "What `recall` gives when nothing is kept." }, "keep": { "type": ["integer", "string"], "minimum": 1, "description": "How many items `append` keeps; 100 by default." }, "scope": { "type": "string", "enum": ["workflow", "shared"], "description": "Who sees it." } }, "additionalProperties": false };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v21" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema32.required, parentSchema: schema32, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema32.required, parentSchema: schema32, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.action === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property '" + "action" + "'", schema: schema32.required, parentSchema: schema32, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    if (data.key === undefined) {
        const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property '" + "key" + "'", schema: schema32.required, parentSchema: schema32, data };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema32.properties, key0))) {
            const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema32, data };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("memory" !== data0) {
            const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "memory" }, message: "must be equal to constant", schema: "memory", parentSchema: schema32.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.action !== undefined) {
        let data1 = data.action;
        if (typeof data1 !== "string") {
            const err6 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.action.type, parentSchema: schema32.properties.action, data: data1 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
        if (!(((((data1 === "remember") || (data1 === "append")) || (data1 === "recall")) || (data1 === "list")) || (data1 === "forget"))) {
            const err7 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema32.properties.action.enum }, message: "must be equal to one of the allowed values", schema: schema32.properties.action.enum, parentSchema: schema32.properties.action, data: data1 };
            if (vErrors === null) {
                vErrors = [err7];
            }
            else {
                vErrors.push(err7);
            }
            errors++;
        }
    }
    if (data.key !== undefined) {
        let data2 = data.key;
        if (typeof data2 !== "string") {
            const err8 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.key.type, parentSchema: schema32.properties.key, data: data2 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
    }
    if (data.keep !== undefined) {
        let data3 = data.keep;
        if ((!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) && (typeof data3 !== "string")) {
            const err9 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/type", keyword: "type", params: { type: schema32.properties.keep.type }, message: "must be integer,string", schema: schema32.properties.keep.type, parentSchema: schema32.properties.keep, data: data3 };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
        if (typeof data3 == "number") {
            if (data3 < 1 || isNaN(data3)) {
                const err10 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema32.properties.keep, data: data3 };
                if (vErrors === null) {
                    vErrors = [err10];
                }
                else {
                    vErrors.push(err10);
                }
                errors++;
            }
        }
    }
    if (data.scope !== undefined) {
        let data4 = data.scope;
        if (typeof data4 !== "string") {
            const err11 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.scope.type, parentSchema: schema32.properties.scope, data: data4 };
            if (vErrors === null) {
                vErrors = [err11];
            }
            else {
                vErrors.push(err11);
            }
            errors++;
        }
        if (!((data4 === "workflow") || (data4 === "shared"))) {
            const err12 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema32.properties.scope.enum }, message: "must be equal to one of the allowed values", schema: schema32.properties.scope.enum, parentSchema: schema32.properties.scope, data: data4 };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
    }
}
else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
        vErrors = [err13];
    }
    else {
        vErrors.push(err13);
    }
    errors++;
} validate31.errors = vErrors; return errors === 0; }
const v22 = validate32;
const schema33 = { "$id": "v22", "type": "object", "description": "Searches the repository and gives the passages that fit best.", "required": ["id", "type", "query"], "properties": { "id": {}, "name": {}, "type": { "const": "retrieval", "description": "Searches the repository and gives the passages that fit best." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "query": { "type": "string", "description": "What is looked for: a few words, an issue's text, a name in the code." }, "paths": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Globs of the files to search; every file by default." }, "exclude": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Globs of files to leave out." }, "limit": { "type": ["integer", "string"], "minimum": 1, "maximum": 100, "description": "How many passages; 8 by default." } }, "additionalProperties": false };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v22" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema33.required, parentSchema: schema33, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema33.required, parentSchema: schema33, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    if (data.query === undefined) {
        const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property '" + "query" + "'", schema: schema33.required, parentSchema: schema33, data };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema33.properties, key0))) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("retrieval" !== data0) {
            const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "retrieval" }, message: "must be equal to constant", schema: "retrieval", parentSchema: schema33.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
    if (data.query !== undefined) {
        let data1 = data.query;
        if (typeof data1 !== "string") {
            const err5 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.query.type, parentSchema: schema33.properties.query, data: data1 };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
    }
    if (data.paths !== undefined) {
        let data2 = data.paths;
        if ((!(Array.isArray(data2))) && (typeof data2 !== "string")) {
            const err6 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: schema33.properties.paths.type }, message: "must be array,string", schema: schema33.properties.paths.type, parentSchema: schema33.properties.paths, data: data2 };
            if (vErrors === null) {
                vErrors = [err6];
            }
            else {
                vErrors.push(err6);
            }
            errors++;
        }
        if (Array.isArray(data2)) {
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
                let data3 = data2[i0];
                if (typeof data3 !== "string") {
                    const err7 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.paths.items.type, parentSchema: schema33.properties.paths.items, data: data3 };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.exclude !== undefined) {
        let data4 = data.exclude;
        if ((!(Array.isArray(data4))) && (typeof data4 !== "string")) {
            const err8 = { instancePath: instancePath + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: schema33.properties.exclude.type }, message: "must be array,string", schema: schema33.properties.exclude.type, parentSchema: schema33.properties.exclude, data: data4 };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
        if (Array.isArray(data4)) {
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data5 = data4[i1];
                if (typeof data5 !== "string") {
                    const err9 = { instancePath: instancePath + "/exclude/" + i1, schemaPath: "#/properties/exclude/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.exclude.items.type, parentSchema: schema33.properties.exclude.items, data: data5 };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.limit !== undefined) {
        let data6 = data.limit;
        if ((!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))) && (typeof data6 !== "string")) {
            const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: schema33.properties.limit.type }, message: "must be integer,string", schema: schema33.properties.limit.type, parentSchema: schema33.properties.limit, data: data6 };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
        if (typeof data6 == "number") {
            if (data6 > 100 || isNaN(data6)) {
                const err11 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema33.properties.limit, data: data6 };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
            if (data6 < 1 || isNaN(data6)) {
                const err12 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema33.properties.limit, data: data6 };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
        }
    }
}
else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
        vErrors = [err13];
    }
    else {
        vErrors.push(err13);
    }
    errors++;
} validate32.errors = vErrors; return errors === 0; }
const v23 = validate33;
const schema34 = { "$id": "v23", "type": "object", "description": "Ends the run here, on purpose.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "cancel", "description": "Ends the run here, on purpose." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "reason": { "type": "string", "description": "Why, for people." } }, "additionalProperties": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) { /*# sourceURL="v23" */ ; let vErrors = null; let errors = 0; if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === undefined) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property '" + "id" + "'", schema: schema34.required, parentSchema: schema34, data };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (data.type === undefined) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'", schema: schema34.required, parentSchema: schema34, data };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    for (const key0 in data) {
        if (!(func2.call(schema34.properties, key0))) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data.type !== undefined) {
        let data0 = data.type;
        if ("cancel" !== data0) {
            const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "cancel" }, message: "must be equal to constant", schema: "cancel", parentSchema: schema34.properties.type, data: data0 };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
    }
    if (data.reason !== undefined) {
        let data1 = data.reason;
        if (typeof data1 !== "string") {
            const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.reason.type, parentSchema: schema34.properties.reason, data: data1 };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
    }
}
else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
        vErrors = [err5];
    }
    else {
        vErrors.push(err5);
    }
    errors++;
} validate33.errors = vErrors; return errors === 0; }
const VALIDATORS = {
    "document": { digest: "1e2e7168f535a135462786fb243003f5db854784633ff1b4e995f4e48b861561", validate: v0 },
    "fields": { digest: "851ebf10b371ec55be7a1bb837558c1af58c9079a8f4a17c683e3366b7a78be6", validate: v1 },
    "step": { digest: "468f29256d59dc6bdd8054db748966f8e6126d9a91323d95cb9b4ac0645a862f", validate: v2 },
    "step shell": { digest: "403cb686911fdb41023ed6ea636b1a24c19ed018037746d636d94f9468be87ae", validate: v3 },
    "step claude": { digest: "e718adb7b696b9cfaa33916013db5daac389dc96cf3574ce8ac3e5ed31670e48", validate: v4 },
    "step claude_code": { digest: "1538f368c235f1f88db0990f20b4521728b8bd729fc9e59dc274eb4b6b526a14", validate: v5 },
    "step assert": { digest: "ed213cf20290b808e6f42276c3e08ccb785861be24238b7b71d9cb0e6ef151a7", validate: v6 },
    "step approval": { digest: "9035cf8bf9490d14df9274c0b7fe128f6524e80cb7aa283702ef0e4742cf1995", validate: v7 },
    "step parallel": { digest: "5c557fd2aa25ac7472bca7e44b50a88f807797261581fc81f9609a269cd9d3d4", validate: v8 },
    "step foreach": { digest: "f1d17fe80996b17f4629fb252390893eb7e3bfab68e0d3330f0c3b5d54dd514f", validate: v9 },
    "step loop": { digest: "2da539d5337c0f9412dad328ec8ebe68f482911b53b8bb6cc42d44acf4673356", validate: v10 },
    "step switch": { digest: "8b94662f0fc788324fa2e7d0081d31ae8d07c9596cc39d0c19dd751792a24c35", validate: v11 },
    "step workflow": { digest: "e0af738f87cc9ee02f865268770d0a27627c2b30432179ae88c0f4c75c91f7d7", validate: v12 },
    "step transform": { digest: "a2c23756623747a4b5b82c3c60670e6d5a4726054be5608a76e59d5f055a71ba", validate: v13 },
    "step validate": { digest: "68d9dad97c04c8b61ed0430cbb4c18da4aebbddaf032ef2f8b0580b032a92995", validate: v14 },
    "step set": { digest: "8aa646ad86510dca4ac49607663836a92ca15377cb433733388fae47930dd95c", validate: v15 },
    "step delay": { digest: "0495b443c4c503ea9e5770c2ff825ae2abc6e5855f4f4918b5a6713903858671", validate: v16 },
    "step wait_for_event": { digest: "eb841faf65d9302772786f207de32115ef8c09ebcf944081c0b12741256c1eaa", validate: v17 },
    "step pull_request": { digest: "77abdd58f51b0574989b7d93e8b3c3192cd7c6b8bd13532119e9d4275c094113", validate: v18 },
    "step comment": { digest: "0e54e28d653815a0ce4697944eb98212696a5c2240ff244e4050334f6f1fdecb", validate: v19 },
    "step plugin": { digest: "73c374ad2c620ecd933c581cf479e2559b8552f058cafdc81e6bd4d1a00edf03", validate: v20 },
    "step memory": { digest: "6a2f43c05a365a274572074c4e12d35a81aeb6253073b5521d3abaa63f1a6210", validate: v21 },
    "step retrieval": { digest: "fdc1fd72122ccdeeacb2840309de47901bc3a0f2d0fb5ead920d82e6e90fcedf", validate: v22 },
    "step cancel": { digest: "f81c2c754f860e126f0873b95fdb748901c0bf5d95613747abb58e6bfedb44dd", validate: v23 },
};

;// CONCATENATED MODULE: ./lib/language/schema/validators.js


const MADE = VALIDATORS;
const kept = new WeakMap();
/**
 * The validators for a document that uses these step types. Those of our own types were made by `npm run generate`; ajv itself is loaded only
 * for a type that came from elsewhere, or that was changed since.
 */
async function schemaValidators(stepTypes, used) {
    const known = kept.get(stepTypes) ?? new Map();
    kept.set(stepTypes, known);
    const get = async (name, schema) => {
        const before = known.get(name);
        if (before !== undefined)
            return before;
        const wanted = schema();
        const made = Object.hasOwn(MADE, name) ? MADE[name] : undefined;
        const validator = made?.digest === schemaDigest(wanted) ? made.validate : (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(5799)]).then(__webpack_require__.bind(__webpack_require__, 55799))).compileSchema(wanted);
        known.set(name, validator);
        return validator;
    };
    const [document, fields, unknown] = [
        await get("document", documentSchema),
        await get("fields", commonStepSchema),
        await get("step", () => untypedStepSchema(stepTypes)),
    ];
    const own = new Map();
    for (const name of used) {
        const type = stepTypes.get(name);
        if (type !== undefined)
            own.set(name, await get(`step ${name}`, () => ownStepSchema(type)));
    }
    return { document, fields, step: (type) => own.get(type) ?? unknown };
}

;// CONCATENATED MODULE: ./lib/language/validate/schema-findings.js






/**
 * Everything in a document that its schema refuses, each with the place and what was expected. A value that is an expression is left to run
 * time, whatever type its field has.
 */
async function schemaFindings(root, source, origins, stepTypes) {
    const steps = [];
    walkSteps((0,json/* isJsonObject */.O)(root) ? root["steps"] : undefined, ["steps"], stepTypes, (step, path) => {
        steps.push({ step, path, type: (0,json/* isJsonObject */.O)(step) && typeof step["type"] === "string" ? step["type"] : "" });
    });
    const validators = await schemaValidators(stepTypes, new Set(steps.map(({ type }) => type)));
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
    judge(validators.document, root, []);
    const defaults = (0,json/* isJsonObject */.O)(root) ? root["defaults"] : undefined;
    if ((0,json/* isJsonObject */.O)(defaults)) {
        judge(validators.fields, defaults, ["defaults"]);
        for (const finding of unknownDefaults(defaults, stepTypes, (name) => origins.locate(root, ["defaults", name], "key")))
            found.set(`${finding.line}:${finding.column}:${finding.message}`, finding);
    }
    for (const { step, path, type } of steps) {
        judge(validators.fields, step, path);
        judge(validators.step(type), step, path);
    }
    return [...found.values()];
}
/** Names in `defaults` that are fields of no step: they would do nothing, silently. */
function unknownDefaults(defaults, stepTypes, locate) {
    const common = Object.keys(STEP_FIELDS).filter((name) => !["id", "name", "type"].includes(name));
    const known = new Set([...common, ...[...stepTypes.values()].flatMap(({ fields }) => Object.keys(fields))]);
    return Object.keys(defaults).flatMap((name) => {
        const span = known.has(name) ? undefined : locate(name);
        if (span === undefined)
            return [];
        const near = (0,diagnostics/* nearestName */.q)(name, known);
        return [
            findingAt(span, {
                rule: "schema.unknown-field",
                message: `"${name}" in defaults is a field of no step`,
                hint: near === undefined ? `for example ${common.slice(0, 8).join(", ")}` : `did you mean ${near}?`,
            }),
        ];
    });
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
    const shape = [...inherited.findings, ...(await schemaFindings(today, source, origins, options.stepTypes))];
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
    problems.push(...validate_inputProblems(workflow), ...variableCycles(workflow), ...calls.problems);
    problems.push(...referenceProblems(workflow, options.stepTypes, calls.outputs));
    const plan = (0,plan_plan/* planWorkflow */.t5)(workflow, options.stepTypes);
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
/** Values at the top of the file that could never be had, since each needs the other. */
function variableCycles(workflow) {
    const inputs = Object.keys(workflow.inputs);
    return ["variables", "env"].flatMap((context) => {
        const cycle = (0,evaluate/* dependencyCycle */.MS)(workflow[context], { context, inputs });
        const [first] = cycle ?? [];
        if (cycle === undefined || first === undefined)
            return [];
        const what = context === "env" ? "entries of env" : "variables";
        return [
            {
                path: [context, first],
                rule: "variables.cycle",
                severity: "error",
                message: cycle.length === 2
                    ? `"${first}" in ${context} needs itself: ${cycle.join(" → ")}`
                    : `${what} need each other: ${cycle.join(" → ")}`,
                hint: `give ${cycle.length === 2 ? "it" : "one of them"} a value that doesn't need ${cycle.length === 2 ? "itself" : "the others"}`,
            },
        ];
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
