export const id = 7073;
export const ids = [7073];
export const modules = {

/***/ 76181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ DURATION_PATTERN),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What a text must look like to be a duration, as a regular expression for JSON Schemas. */
const DURATION_PATTERN = String.raw `^\s*(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h|d))+)\s*$`;
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

/***/ 57073:
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
// EXTERNAL MODULE: ./lib/language/expressions/chains.js
var chains = __webpack_require__(79658);
// EXTERNAL MODULE: ./lib/language/expressions/names.js
var names = __webpack_require__(30658);
;// CONCATENATED MODULE: ./lib/language/compat/expressions.js



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
    let changed = "";
    let at = 0;
    for (const { root, path, role, offset, length } of (0,chains/* chainsOf */.M)(expression, "jinja")) {
        if (role !== "value")
            continue;
        const written = expression.slice(offset, offset + length);
        const isSlugged = path.at(-1) === "slug" && written.endsWith(".slug");
        const rest = written.slice(root.length, isSlugged ? -".slug".length : undefined);
        const full = placed(root, path, meanings) + rest;
        changed += expression.slice(at, offset) + (isSlugged ? `slug(${full})` : full);
        at = offset + length;
    }
    return changed + expression.slice(at);
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
// EXTERNAL MODULE: ./lib/language/expressions/segments.js
var segments = __webpack_require__(55606);
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
        message: (0,diagnostics/* visible */.R)(text.message),
        file: span.source.file,
        line: from.line,
        column: from.column,
        ...(to.line === from.line && to.column > from.column ? { endLine: to.line, endColumn: to.column } : {}),
        ...(text.hint === undefined ? {} : { hint: (0,diagnostics/* visible */.R)(text.hint) }),
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
        const braces = bareBraces(source, start);
        if (braces !== undefined) {
            // What the library says after that is about a mapping that nobody meant.
            if (!findings.some(({ line }) => line === braces.line))
                findings.push(braces);
            continue;
        }
        findings.push(findingAt({ source, start: firstWord(source, start, error.code), end: Math.min(error.pos[1], source.text.length) }, {
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
/** The line's own text, where the library points at its indentation. */
function firstWord({ text }, start, code) {
    if (code !== "MISSING_CHAR" && code !== "BAD_INDENT")
        return start;
    const blank = /^[ ]*/.exec(text.slice(start))?.[0].length ?? 0;
    return start === 0 || text[start - 1] === "\n" ? start + blank : start;
}
/** `key: {{ value }}`, which YAML reads as a mapping in a mapping: the mistake that everybody makes once. */
function bareBraces(source, at) {
    const { text } = source;
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    const newline = text.indexOf("\n", at);
    const line = text.slice(lineStart, newline === -1 ? text.length : newline);
    const [whole, before = ""] = /^(\s*(?:-\s+)*(?:[\w.-]+:\s+)?)\{\{.*/.exec(line) ?? [];
    if (whole === undefined)
        return undefined;
    const value = line.slice(before.length).trimEnd();
    const start = lineStart + before.length;
    return findingAt({ source, start, end: start + value.length }, {
        rule: "yaml.braces",
        message: "a value that starts with {{ must stand in quotes: YAML reads a { as the start of a mapping",
        hint: `write ${value.includes("'") ? JSON.stringify(value) : `'${value}'`}`,
    });
}
/** What the library says, with a remedy where its words alone don't give one. */
function syntaxText(code, message) {
    const first = message.split("\n")[0] ?? message;
    if (/^Sequence item without - indicator/i.test(first)) {
        return {
            message: "the line's indentation fits nothing above it",
            hint: "give the line the same indentation as its neighbours",
        };
    }
    if (code === "NON_STRING_KEY")
        return { message: "a key is a plain text, no list or mapping" };
    const hints = {
        TAB_AS_INDENT: "indent with spaces",
        BAD_INDENT: "give the line the same indentation as its neighbours",
        MULTILINE_IMPLICIT_KEY: "a key stands on one line; quote the value if it contains ': '",
        BLOCK_AS_IMPLICIT_KEY: "a value that contains ': ' must be quoted, or written below after | ",
        MISSING_CHAR: "close the quote or bracket, or add the missing character",
        UNEXPECTED_TOKEN: "quote the text if it holds any of : { } [ ] , & * # ? | - < > = ! % @ at a place where YAML reads them",
        BAD_SCALAR_START: "quote the text: YAML gives ` and @ a meaning of their own at its start",
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
// EXTERNAL MODULE: ./lib/language/schema/compose.js
var compose = __webpack_require__(68128);
// EXTERNAL MODULE: ./lib/language/validate/mistakes.js
var mistakes = __webpack_require__(51220);
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
        ...(root["autonomy"] === undefined ? {} : { autonomy: root["autonomy"] }),
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
        config: Object.fromEntries(Object.entries(step).filter(([field]) => !(field in compose/* STEP_FIELDS */.nV) && !(field in (type?.bodies ?? {})))),
        bodies,
        place: placeOf(context.origins.spanOf(written), context.file),
    };
}
/** `defaults` fills fields the step doesn't have: those every step has, and those of its own type. */
function withDefaults(step, defaults, type) {
    const known = Object.entries(defaults).filter(([field]) => (field in compose/* STEP_FIELDS */.nV && !["id", "name", "type"].includes(field)) || field in (type?.fields ?? {}));
    const env = (0,json/* isJsonObject */.O)(defaults["env"]) && (0,json/* isJsonObject */.O)(step["env"]) ? { env: { ...defaults["env"], ...step["env"] } } : {};
    return { ...Object.fromEntries(known), ...step, ...env };
}
function readDuration(value, path, context) {
    if (typeof value !== "string" && typeof value !== "number")
        return undefined;
    if (typeof value === "string" && (0,segments/* holdsExpression */.x9)(value)) {
        const { rule, message, hint } = (0,mistakes/* noExpression */.__)(path.at(-1));
        context.problem(path, rule, message, hint);
        return undefined;
    }
    try {
        return (0,duration/* parseDuration */.E9)(value);
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
        ...itemsOf(written),
        ...(fallback === undefined ? {} : { default: fallback }),
        ...(Array.isArray(choices) ? { enum: choices } : {}),
        ...(typeof pattern === "string" ? { pattern } : {}),
        ...(typeof minimum === "number" ? { minimum } : {}),
        ...(typeof maximum === "number" ? { maximum } : {}),
    };
}
function itemsOf({ items }) {
    return items === undefined ? {} : { items: items };
}
/** `number`, `./report.xml`, `{{ … }}` or the details. */
function outputSpec(value) {
    if ((0,json/* isJsonObject */.O)(value)) {
        const { type, description, value: from } = value;
        return {
            type: type ?? "any",
            ...itemsOf(value),
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

;// CONCATENATED MODULE: ./lib/language/validate/shapes.js

const UNKNOWN = { type: "unknown" };
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
/** The shape that a declared input promises. */
function shapeOfInput({ type, items }) {
    return { type: OF_INPUT[type], ...(items === undefined ? {} : { items: { type: OF_OUTPUT[items] } }) };
}
/** The shape that a declared output promises. */
function shapeOfOutput({ type, items }) {
    return { type: OF_OUTPUT[type], ...(items === undefined ? {} : { items: { type: OF_OUTPUT[items] } }) };
}
/** The shape of a value as it is written; `ofText` says what a text with an expression in it gives. */
function shapeOfLiteral(value, ofText = () => UNKNOWN) {
    if (value === null)
        return UNKNOWN;
    if (typeof value === "string")
        return /\$\{|\{\{|\{%/.test(value) ? ofText(value) : { type: "string" };
    if (Array.isArray(value))
        return { type: "list", items: common(value.map((item) => shapeOfLiteral(item, ofText))) };
    if (!(0,json/* isJsonObject */.O)(value))
        return { type: typeof value };
    const members = Object.entries(value).map(([name, member]) => [name, shapeOfLiteral(member, ofText)]);
    return { type: "object", members: Object.fromEntries(members) };
}
/** What holds of all of several values: the members of objects together, since each may have others. */
function common(shapes) {
    const [first, ...others] = shapes;
    if (first === undefined)
        return UNKNOWN;
    return others.reduce((one, other) => {
        if (one.type !== other.type)
            return UNKNOWN;
        const items = one.items === undefined || other.items === undefined ? {} : { items: common([one.items, other.items]) };
        if (one.members === undefined || other.members === undefined)
            return { type: one.type, ...items };
        const names = new Set([...Object.keys(one.members), ...Object.keys(other.members)]);
        const members = [...names].map((name) => {
            const both = [one.members?.[name], other.members?.[name]].filter((shape) => shape !== undefined);
            return [name, common(both)];
        });
        return { type: one.type, members: Object.fromEntries(members) };
    }, first);
}
/** What the names inside a step that repeats stand for: `item`, `index` and `matrix`, by the fields its type says it repeats for. */
function namesInside(step, type, ofText) {
    const repeats = type?.repeatsFor;
    if (repeats === undefined)
        return new Map();
    const list = step.config[repeats.list];
    const matrix = step.config[repeats.matrix];
    const cell = (0,json/* isJsonObject */.O)(matrix) ? cellOf(matrix, ofText) : UNKNOWN;
    const item = matrix === undefined && list !== undefined ? itemOf(list, ofText) : cell;
    const index = ["index", { type: "number" }];
    return new Map(matrix === undefined ? [["item", item], index] : [["item", cell], ["matrix", cell], index]);
}
/** As `foreach` goes through a value: a list by its items, a text by its lines, an object by its members. */
function itemOf(list, ofText) {
    const shape = shapeOfLiteral(list, ofText);
    if (shape.type === "list")
        return shape.items ?? UNKNOWN;
    if (shape.type === "object") {
        const value = shape.members === undefined ? UNKNOWN : common(Object.values(shape.members));
        return { type: "object", members: { key: { type: "string" }, value } };
    }
    // A text that a run gives may be the JSON of a list of anything.
    return typeof list === "string" && !/\$\{|\{\{|\{%|^\s*\[/.test(list) ? shape : UNKNOWN;
}
function cellOf({ include, exclude: _exclude, ...axes }, ofText) {
    const members = Object.entries(axes).map(([name, values]) => [
        name,
        shapeOfLiteral(values, ofText).items ?? UNKNOWN,
    ]);
    const own = { type: "object", members: Object.fromEntries(members) };
    if (include === undefined)
        return own;
    const added = shapeOfLiteral(include, ofText).items;
    return added?.members === undefined ? { type: "object" } : common([own, added]);
}

;// CONCATENATED MODULE: ./lib/language/validate/types.js





/** JSON Schema's names of the same. */
const IN_SCHEMA = {
    string: ["string"],
    number: ["number", "integer"],
    boolean: ["boolean"],
    object: ["object"],
    list: ["array"],
    unknown: [],
};
const NUMBER = { type: "number" };
const TEXT = { type: "string" };
const TEXTS = { type: "list", items: TEXT };
/** What filters give, whatever they are given. */
const OF_FILTER = {
    int: NUMBER,
    float: NUMBER,
    length: NUMBER,
    count: NUMBER,
    abs: NUMBER,
    round: NUMBER,
    string: TEXT,
    upper: TEXT,
    lower: TEXT,
    trim: TEXT,
    join: TEXT,
    tojson: TEXT,
    slug: TEXT,
    list: { type: "list" },
    split: TEXTS,
    lines: TEXTS,
    keys: TEXTS,
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
/** The declared shape of what a reference reads, and how many names of its path that takes. */
function declared(reference, sight) {
    const { path } = reference;
    const found = start(reference, sight);
    let { shape, used } = found;
    for (;;) {
        const name = path[used];
        const member = name === undefined ? undefined : memberOf(shape, name);
        if (member === undefined)
            return { shape, type: shape.type, used };
        shape = member;
        used += 1;
    }
}
/** GitHub's language reads members whatever their case; one that only differs in it is let through. */
function memberOf({ members }, name) {
    if (members === undefined)
        return undefined;
    if (Object.hasOwn(members, name))
        return members[name];
    const near = Object.keys(members).find((known) => known.toLowerCase() === name.toLowerCase());
    return near === undefined ? undefined : members[near];
}
function start(reference, sight) {
    const { root, path } = reference;
    const nothing = { shape: { type: "unknown" }, used: 0 };
    const named = sight.names?.get(root);
    if (named !== undefined)
        return { shape: named, used: 0 };
    const { inputs, variables } = sight.workflow;
    const first = path[0] ?? "";
    if (root === "inputs") {
        const name = (0,evaluate/* nameMeant */.FC)(first, Object.keys(inputs), reference);
        const spec = name === undefined ? undefined : inputs[name];
        return spec === undefined ? nothing : { shape: shapeOfInput(spec), used: 1 };
    }
    if (root === "variables") {
        const name = (0,evaluate/* nameMeant */.FC)(first, Object.keys(variables), reference);
        const value = name === undefined ? undefined : variables[name];
        return value === undefined || name === undefined || sight.set.has(name)
            ? nothing
            : { shape: shapeOfLiteral(value), used: 1 };
    }
    const [id, ...rest] = root === "steps" ? path : [root, ...path];
    const step = sight.before.get(id ?? "");
    const skipped = root === "steps" ? 1 : 0;
    const [member, name] = rest;
    if (step === undefined || member !== "outputs" || name === undefined)
        return nothing;
    const own = Object.hasOwn(step.outputs, name) ? step.outputs[name] : undefined;
    const outputs = sight.types.get(step.type)?.outputs ?? {};
    const given = own ?? (Object.hasOwn(outputs, name) ? outputs[name] : undefined);
    return given === undefined ? nothing : { shape: shapeOfOutput(given), used: skipped + 2 };
}
/** A member read from what has none, or a single value used as a list. Undefined when nothing is known to be wrong. */
function misuse(text, reference, sight) {
    const { type, used, shape } = declared(reference, sight);
    const member = reference.path[used];
    const name = [reference.root, ...reference.path.slice(0, used)].join(".");
    const after = text.slice(reference.offset + reference.length);
    if (type === "object" && shape.members !== undefined && member !== undefined && !GUARDED.test(after))
        return unknownMember(name, member, Object.keys(shape.members));
    if (type === "unknown" || type === "object")
        return undefined;
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
/** What makes a member that may be missing a thing its author thought of. */
const GUARDED = /^\s*(?:\(|\|\s*(?:default|d)\b|is\s|or\b|\|\|)/;
function unknownMember(name, member, known) {
    const near = (0,diagnostics/* nearestName */.q)(member, known);
    return {
        rule: "reference.unknown-member",
        message: `${name} has no member "${member}"`,
        hint: near === undefined ? `it has ${listed(known)}` : `did you mean ${near}?`,
    };
}
/** The type of a field's text when it is one expression whose type is declared: a name, or one that ends in a filter of known result. */
function typeOfText(text, sight) {
    return shapeOfText(text, sight).type;
}
/** The same with what is inside. */
function shapeOfText(text, sight) {
    const unknown = { type: "unknown" };
    const whole = /^\s*\$?\{\{-?\s*((?:(?!\}\}).)*?)\s*-?\}\}\s*$/s.exec(text)?.[1];
    if (whole === undefined)
        return unknown;
    const filter = /\|\s*([a-z_]+)\s*(?:\([^()]*\))?$/.exec(whole)?.[1];
    if (filter !== undefined)
        return OF_FILTER[filter] ?? unknown;
    if (/^range\s*\([^()]*\)$/.test(whole))
        return { type: "list", items: { type: "number" } };
    if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(whole))
        return unknown;
    const [reference] = (0,evaluate/* references */.Ft)(text, "template");
    if (reference === undefined || reference.dynamic)
        return unknown;
    const { shape, used } = declared(reference, sight);
    return reference.path.length === used ? shape : unknown;
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
        message: `"${field}" wants ${(0,mistakes/* kindsOf */.tG)(kinds)} and is given ${NAMES[type]}`,
        hint: kinds.some((kind) => kind === "integer" || kind === "number")
            ? "declare the value as a number, or write {{ … | int }}"
            : `declare the value as ${(0,mistakes/* kindsOf */.tG)(kinds.filter((kind) => kind !== "null"))}`,
    };
}
/** The same for a declared output. */
function outputMismatch(name, wanted, type) {
    const target = shapeOfOutput({ type: wanted }).type;
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
    const target = shapeOfInput({ type: wanted }).type;
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
    return typeof value === "string" && /\$\{|\{\{|\{%/.test(value)
        ? typeOfText(value, sight)
        : shapeOfLiteral(value).type;
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
        names: new Map(),
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
            hint: need === step.id
                ? "take it out of needs"
                : nameHint(need, () => [...siblings].filter((id) => id !== step.id), sight.hints, (names) => `steps here: ${names}`),
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
        names: new Map([
            ...sight.names,
            ...unshaped(type?.bodyNames ?? []),
            ...namesInside(step, type, (text) => shapeOfText(text, sight)),
        ]),
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
/** Names of which nothing more is known. */
function unshaped(names) {
    return names.map((name) => [name, { type: "unknown" }]);
}
function checkFields(step, type, path, sight, guarded, problems) {
    const conditions = new Set(type?.conditionFields ?? []);
    // The step evaluates these itself, with names it adds (the item of a filter) and with what its own steps gave (a loop's until).
    const late = new Set([...conditions, ...(type?.deferredFields ?? [])]);
    const inside = Object.values(step.bodies).flat();
    const lateSight = {
        ...sight,
        names: new Map([...sight.names, ...unshaped(type?.bodyNames ?? [])]),
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
        names: new Map([...sight.names, ...unshaped(["outputs"])]),
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
            : references_unknownMember(first, Object.keys(sight.workflow.inputs), "input", reference, sight);
    if (root === "variables")
        return first === undefined ? undefined : references_unknownMember(first, sight.variables, "variable", reference, sight);
    if (root === "steps")
        return first === undefined ? undefined : checkStepReference(first, path.slice(1), reference, sight, guarded);
    if (sight.before.has(root))
        return checkStepReference(root, path, reference, sight, guarded);
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
    const known = () => [...names/* CONTEXT_NAMES */.p, ...sight.names.keys(), ...sight.before.ids()];
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
function checkStepReference(id, path, reference, sight, guarded) {
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
    // What a type that nobody knows gives isn't known either: that it isn't known is told once.
    if (type === undefined)
        return undefined;
    const called = sight.called.get(step);
    const declared = [...Object.keys(step.outputs), ...Object.keys(type.outputs), ...(called ?? [])];
    const isOpen = type.openOutputs && called === undefined && mayGive(step, type, output);
    if ((0,evaluate/* nameMeant */.FC)(output, declared, reference) === undefined && !isOpen) {
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
/** Code can give an output that nobody declared only where it speaks of it; what a program that it calls writes has to be declared. */
function mayGive(step, { code }, output) {
    const text = code === undefined ? undefined : step.config[code.field];
    return typeof text !== "string" || text.includes(output);
}
function laterStep(id) {
    return {
        rule: "reference.later-step",
        severity: "error",
        message: `the step "${id}" runs after this one`,
        hint: `move it before, or set parallel_execution: true so that order follows references`,
    };
}
function references_unknownMember(name, known, what, reference, sight) {
    if ((0,evaluate/* nameMeant */.FC)(name, known, reference) !== undefined)
        return undefined;
    return {
        rule: `reference.unknown-${what}`,
        severity: "error",
        message: `there is no ${what} "${name}"`,
        hint: nameHint(name, () => known, sight.hints, (names) => `${what}s: ${names}`),
    };
}

// EXTERNAL MODULE: ./lib/language/schema/validators.js + 1 modules
var schema_validators = __webpack_require__(28296);
;// CONCATENATED MODULE: ./lib/language/validate/schema-findings.js







/**
 * Everything in a document that its schema refuses, each with the place and what was expected. A value that is an expression is left to run
 * time, whatever type its field has, where the field is resolved then.
 */
async function schemaFindings(root, source, origins, { stepTypes, unknownType }) {
    const steps = [];
    walkSteps((0,json/* isJsonObject */.O)(root) ? root["steps"] : undefined, ["steps"], stepTypes, (step, path) => {
        steps.push({ step, path, type: (0,json/* isJsonObject */.O)(step) && typeof step["type"] === "string" ? step["type"] : "" });
    });
    const validators = await (0,schema_validators/* schemaValidators */.$)(stepTypes, new Set(steps.map(({ type }) => type)));
    const found = new Map();
    const judge = (validate, value, at, takesExpression) => {
        if (validate(value))
            return;
        for (const error of validate.errors ?? []) {
            if (error.keyword === "propertyNames")
                continue;
            const field = (0,mistakes/* pathOf */.XM)(error.instancePath);
            const path = [...at, ...field];
            const data = error.data;
            const isExpression = typeof data === "string" && error.keyword !== "additionalProperties" && (0,segments/* holdsExpression */.x9)(data) && !isName(path);
            if (isExpression && takesExpression(field))
                continue;
            const finding = isExpression
                ? findingAt(origins.locate(root, path, "value") ?? { source, start: 0, end: 0 }, (0,mistakes/* noExpression */.__)(field.at(-1), error))
                : withReason(explain(error, path, root, source, origins), unknownType);
            const key = `${finding.line}:${finding.column}:${finding.message}`;
            if (!found.has(key))
                found.set(key, finding);
        }
    };
    judge(validators.document, root, [], resolvedInWorkflow);
    const defaults = (0,json/* isJsonObject */.O)(root) ? root["defaults"] : undefined;
    if ((0,json/* isJsonObject */.O)(defaults)) {
        judge(validators.fields, defaults, ["defaults"], resolvedInStep);
        for (const finding of unknownDefaults(defaults, stepTypes, (name) => origins.locate(root, ["defaults", name], "key")))
            found.set(`${finding.line}:${finding.column}:${finding.message}`, finding);
    }
    for (const { step, path, type } of steps) {
        judge(validators.fields, step, path, resolvedInStep);
        judge(validators.step(type), step, path, () => true);
        for (const [at, mistake] of alternatives(step, path, stepTypes.get(type), defaults)) {
            const finding = findingAt(origins.locate(root, at) ?? { source, start: 0, end: 0 }, mistake);
            found.set(`${finding.line}:${finding.column}:${finding.message}`, finding);
        }
    }
    return [...found.values()];
}
/** A type that is close to no known one may be one that was not loaded. */
function withReason(finding, unknownType) {
    const isUnknown = finding.rule === "schema.unknown-type" && finding.hint?.startsWith("one of") === true;
    return isUnknown && unknownType !== undefined ? { ...finding, hint: `${finding.hint}; ${unknownType}` } : finding;
}
/** Whether a value of a field that every step has is resolved when its step starts; the others are read before the run does. */
function resolvedInStep([field, name, member]) {
    if (field === "when")
        return true;
    if (field === "cache")
        return name === "key";
    if (name === undefined)
        return false;
    if (field === "outputs")
        return member === undefined || member === "value";
    if (field === "artifacts")
        return member === undefined || member === "path";
    return field === "env" || field === "inputs";
}
function resolvedInWorkflow([field, name, member]) {
    if (field === "concurrency")
        return name === undefined || name === "group";
    if (field === "outputs")
        return name !== undefined && (member === undefined || member === "value");
    return (field === "env" || field === "variables") && name !== undefined;
}
/** Fields of which one must be there, where there is none, or more than one. */
function alternatives(step, path, type, defaults) {
    if (!(0,json/* isJsonObject */.O)(step) || type?.oneOf === undefined)
        return [];
    const filled = (0,json/* isJsonObject */.O)(defaults) ? defaults : {};
    return type.oneOf.flatMap(({ fields, atLeast }) => {
        const given = fields.filter((field) => step[field] !== undefined);
        const who = (0,mistakes/* owner */.eC)(path, step);
        const names = fields.map((field) => `"${field}"`).join(" or ");
        if (given.length === 0 && fields.every((field) => filled[field] === undefined)) {
            const hint = `add ${fields.map((field) => `${field}:`).join(" or ")}`;
            return [[path, { rule: "schema.missing-field", message: `${who} lacks ${names}`, hint }]];
        }
        const second = given[1];
        if (second === undefined || atLeast === true)
            return [];
        const message = `${who} has ${given.map((field) => `"${field}"`).join(" and ")}, of which only one can hold`;
        return [[[...path, second], { rule: "schema.one-of", message, hint: "delete one of them" }]];
    });
}
/** Names in `defaults` that are fields of no step: they would do nothing, silently. */
function unknownDefaults(defaults, stepTypes, locate) {
    const common = Object.keys(compose/* STEP_FIELDS */.nV).filter((name) => !["id", "name", "type"].includes(name));
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
    const { at, part, ...mistake } = (0,mistakes/* mistakeOf */.Wl)(error, path);
    return findingAt(origins.locate(root, at, part) ?? { source, start: 0, end: 0 }, mistake);
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
                    hint: `start with two lines, name: my-workflow and steps:, and under them a step: ${compose/* FIRST_STEP */.ug}`,
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
    const shape = [...inherited.findings, ...(await schemaFindings(today, source, origins, options))];
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
        message: "the file is in an older form, which is read as today's",
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
        if (spec.minimum !== undefined && spec.maximum !== undefined && spec.minimum > spec.maximum) {
            problems.push({
                path: [...path, "maximum"],
                rule: "input.range",
                severity: "error",
                message: `no value of "${name}" can be at least ${spec.minimum} and at most ${spec.maximum}`,
                hint: "swap minimum and maximum",
            });
        }
        if (typeof spec.default === "string" && (0,segments/* holdsExpression */.x9)(spec.default)) {
            problems.push({
                path: [...path, "default"],
                rule: "input.default",
                severity: "warning",
                message: `the default of "${name}" is taken as it is written: no expression is resolved in it`,
                hint: "leave the default out, and write {{ inputs.… | default(…) }} where it is used",
            });
        }
        else if (spec.default !== undefined) {
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
        const what = context === "env" ? "entries of env" : "variables";
        return cyclesOf(workflow[context], { context, inputs }).map((cycle) => {
            const alone = cycle.length === 2;
            return {
                path: [context, cycle[0] ?? ""],
                rule: "variables.cycle",
                severity: "error",
                message: alone
                    ? `"${cycle[0] ?? ""}" in ${context} needs itself: ${cycle.join(" → ")}`
                    : `${what} need each other: ${cycle.join(" → ")}`,
                hint: `give ${alone ? "it" : "one of them"} a value that doesn't need ${alone ? "itself" : "the others"}`,
            };
        });
    });
}
/** Each pass reads every value again, so that a file of nothing but cycles is told of the first ones only. */
const MAX_CYCLES = 20;
function cyclesOf(values, dependencies) {
    const found = [];
    let left = values;
    while (found.length < MAX_CYCLES) {
        const cycle = (0,evaluate/* dependencyCycle */.MS)(left, dependencies);
        if (cycle === undefined)
            break;
        found.push(cycle);
        left = Object.fromEntries(Object.entries(left).filter(([name]) => !cycle.includes(name)));
    }
    return found;
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
