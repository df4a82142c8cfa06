export const id = 8580;
export const ids = [8580];
export const modules = {

/***/ 50403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ CLAUDE_CODE_PACKAGE),
/* harmony export */   UB: () => (/* binding */ DEFAULT_MODEL),
/* harmony export */   d3: () => (/* binding */ BUILT_IN_TOOLS)
/* harmony export */ });
/** The model of an agent step that names none. */
const DEFAULT_MODEL = "claude-sonnet-5-5";
/** The tools an agent has beside those of MCP servers. */
const BUILT_IN_TOOLS = ["read", "glob", "grep", "edit", "write", "bash"];
/** The npm package that holds the Claude Code program. */
const CLAUDE_CODE_PACKAGE = "@anthropic-ai/claude-code";


/***/ }),

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

/***/ 81336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   hQ: () => (/* binding */ booleanField),
/* harmony export */   qV: () => (/* binding */ objectField),
/* harmony export */   sJ: () => (/* binding */ numberField)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35183);

/** A resolved field as text: numbers and booleans as they print, lists and objects as JSON; `fallback` when it is absent or null. */
function textField(config, name, fallback = "") {
    const value = config[name];
    if (value === undefined || value === null)
        return fallback;
    if (typeof value === "string")
        return value;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}
/** A resolved field as a number, also when an expression gave it as text; `fallback` when it is absent or no number. */
function numberField(config, name, fallback) {
    const value = config[name];
    const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? number : fallback;
}
/** A resolved field as a truth value, also when an expression gave it as the text `true` or `false`. */
function booleanField(config, name, fallback) {
    const value = config[name];
    if (typeof value === "boolean")
        return value;
    if (value === "true")
        return true;
    if (value === "false")
        return false;
    return fallback;
}
/** A resolved field as a list: one value stands for a list of one, an absent field for an empty list. */
function listField(config, name) {
    const value = config[name];
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
/** A resolved field as an object; empty when it is anything else. */
function objectField(config, name) {
    const value = config[name];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value) ? value : {};
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

/***/ 58580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  builtInSteps: () => (/* binding */ builtInSteps)
});

// EXTERNAL MODULE: ./lib/kernel/duration.js
var kernel_duration = __webpack_require__(76181);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/language/model.js
var model = __webpack_require__(29755);
;// CONCATENATED MODULE: ./lib/steps/define.js

/**
 * Makes a step type from its definition: the one way in for ours and for a third party's.
 *
 * By default it has no fields, is never cached, doesn't write the workspace and gives no outputs of its own.
 * Throws a bare error when the definition contradicts itself (a required field that isn't declared): that is a mistake of its programmer.
 */
function defineStep(definition) {
    const step = {
        fields: {},
        required: [],
        bodies: {},
        outputs: {},
        openOutputs: false,
        caching: "never",
        writesWorkspace: false,
        conditionFields: [],
        deferredFields: [],
        bodyNames: [],
        examples: [],
        ...definition,
    };
    for (const problem of contradictions(step))
        throw new Error(`step type "${step.type}": ${problem}`);
    return Object.freeze(step);
}
function contradictions(step) {
    const known = new Set([...Object.keys(step.fields), ...Object.keys(step.bodies)]);
    const named = [
        ["required", step.required],
        ["conditionFields", step.conditionFields],
        ["deferredFields", step.deferredFields],
        ["code", step.code === undefined ? [] : [step.code.field, step.code.interpreterField]],
    ];
    const problems = named.flatMap(([list, fields]) => fields.filter((field) => !known.has(field)).map((field) => `${list} names "${field}", which is no field of it`));
    if (!model/* ID_PATTERN */.p.test(step.type))
        problems.push(`its name must match ${model/* ID_PATTERN */.p.source}`);
    for (const [field, schema] of Object.entries(step.fields)) {
        if (typeof schema["description"] !== "string")
            problems.push(`field "${field}" has no description`);
        if (field in step.bodies)
            problems.push(`"${field}" is both a field and a body`);
    }
    if (Object.keys(step.bodies).length > 0 && step.join === undefined)
        problems.push("it has bodies but no join");
    return problems;
}

// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/steps/frames.js

/** A frame's steps as expressions see steps: outputs and status by id. */
function stepsOf(frame) {
    return Object.fromEntries(Object.entries(frame.steps).map(([id, { status, outputs }]) => [id, { status, outputs }]));
}
/** Every step's outputs by its id, for control steps that hand on what happened inside. */
function outputsOf(frame) {
    return Object.fromEntries(Object.entries(frame.steps).map(([id, { outputs }]) => [id, outputs]));
}
/** The outputs of the last step that ended well in a frame: what a one-step body gives. */
function lastOutputs(frame) {
    const done = Object.values(frame.steps).filter(({ status }) => status === "completed" || status === "cached");
    return done.at(-1)?.outputs ?? {};
}
/**
 * How a control step fails because a frame of it did: with the kind of the first failure, so that what would help inside (a retry, a raised
 * budget) is known outside; undefined when all frames ended well.
 */
function failureOf(frames, code, name, outputs) {
    const failed = frames.filter((frame) => frame.status !== "completed");
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const others = failed.length === 1 ? "" : ` (and ${failed.length - 1} more)`;
    const reason = first.error?.message ?? (first.status === "cancelled" ? "it was cancelled" : "a step in it failed");
    return {
        status: "failed",
        error: new errors/* PawlError */.p({
            code: first.status === "cancelled" && first.error === undefined ? "cancelled" : code,
            kind: first.error?.kind ?? (first.status === "cancelled" ? "cancelled" : "permanent"),
            message: `${name(first)} failed${others}: ${reason}`,
            ...(first.error?.remedy === undefined ? {} : { remedy: first.error.remedy }),
            details: {
                failed: failed.map((frame) => frame.key),
                ...(first.error === undefined ? {} : { cause_code: first.error.code }),
            },
            ...(first.error === undefined ? {} : { cause: first.error }),
        }),
        outputs,
    };
}
/** A whole number of a field, or its default; throws PawlError `step.field` outside its bounds. */
function wholeNumber(value, field, { fallback, minimum, maximum }) {
    if (value === undefined || value === null)
        return fallback;
    const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof read === "number" && Number.isInteger(read) && read >= minimum && read <= maximum)
        return read;
    throw fieldError(field, `must be a whole number from ${minimum} to ${maximum}; it is ${JSON.stringify(value)}`);
}
/** A field whose value turned out wrong once its expressions were resolved. */
function fieldError(field, problem, remedy) {
    return new errors/* PawlError */.p({
        code: "step.field",
        kind: "invalid",
        message: `\`${field}\` ${problem}`,
        ...(remedy === undefined ? {} : { remedy }),
    });
}

;// CONCATENATED MODULE: ./lib/steps/wait-for-event.js





const waitForEventStep = defineStep({
    type: "wait_for_event",
    summary: "Parks the run until an event arrives.",
    description: "Parks the run, which then holds no machine, until an event of this name is delivered to it (`pawl signal RUN EVENT`, the app, the library's `signal`) whose payload agrees with `match`. " +
        "With `give_up_after` it fails with `event.timeout` when none came in that time.",
    fields: {
        event: { type: "string", description: "The event's name." },
        match: {
            type: "object",
            description: "Members the payload must have, with these values.",
            additionalProperties: true,
        },
        give_up_after: {
            type: ["string", "number"],
            pattern: kernel_duration/* DURATION_PATTERN */.Cq,
            minimum: 0,
            description: "How long to wait, in seconds or as a text such as 15m; without it, for ever.",
        },
    },
    required: ["event"],
    openOutputs: true,
    outputs: {
        name: { type: "string", description: "The event's name." },
        payload: { type: "any", description: "What came with it." },
    },
    examples: [
        {
            title: "Wait for a deployment",
            yaml: `- id: deployed
  type: wait_for_event
  event: deployment.finished
  match:
    environment: staging
  give_up_after: 2h
`,
        },
    ],
    run: async (context) => waitForEvent(context),
});
async function waitForEvent(context) {
    const { config, wake, path, clock } = context;
    const { event, match, give_up_after: giveUpAfter } = config;
    if (typeof event !== "string" || event === "")
        throw fieldError("event", "must name an event");
    if (wake?.kind === "event") {
        const payload = wake.data["payload"] ?? null;
        return { status: "completed", outputs: { name: event, payload }, evidence: { event } };
    }
    const deadline = await deadlineOf(context, giveUpAfter);
    if (deadline !== undefined && clock.now() >= deadline) {
        return {
            status: "failed",
            error: new errors/* PawlError */.p({
                code: "event.timeout",
                kind: "permanent",
                message: `no event "${event}" came within ${JSON.stringify(giveUpAfter)}`,
                remedy: "Send it and resume the run, or give it longer by give_up_after.",
            }),
        };
    }
    return {
        status: "parked",
        reason: `it waits for the event ${event}`,
        wake: {
            event: { path, name: event, ...((0,json/* isJsonObject */.O)(match) ? { match } : {}) },
            ...(deadline === undefined ? {} : { at: new Date(deadline).toISOString() }),
        },
    };
}
/** When to give up, fixed by the first attempt so that a restart doesn't move it; undefined for never. */
async function deadlineOf(context, giveUpAfter) {
    if (typeof giveUpAfter !== "string" && typeof giveUpAfter !== "number")
        return undefined;
    const known = context.checkpoints.find((checkpoint) => checkpoint.kind === "deadline")?.data["at"];
    if (typeof known === "number")
        return known;
    const at = context.clock.now() + (0,kernel_duration/* parseDuration */.E9)(giveUpAfter);
    await context.checkpoint("deadline", { at });
    return at;
}

;// CONCATENATED MODULE: ./lib/steps/approval.js




const approvalStep = defineStep({
    type: "approval",
    summary: "Parks the run until a person approves.",
    description: "Parks the run, which then holds no machine, until someone approves or rejects it: `/pawl approve` on the issue, the check run's button, the dashboard or `pawl approve`. The approval holds for the " +
        "files as they were shown: when they change, it is stale and asked for again. A rejection fails the step with `approval.rejected`.",
    fields: {
        message: { type: "string", description: "What is asked, for people." },
        approvers: {
            type: ["array", "string"],
            items: { type: "string" },
            description: "Logins that may answer; without it, whoever may approve runs of this workflow.",
        },
        give_up_after: {
            type: ["string", "number"],
            pattern: kernel_duration/* DURATION_PATTERN */.Cq,
            minimum: 0,
            description: "How long to wait, in seconds or as a text such as 15m; then it fails with `approval.timeout`. Without it, for ever.",
        },
    },
    outputs: {
        approved: { type: "boolean", description: "True." },
        by: { type: "string", description: "Who approved." },
        note: { type: "string", description: "What they said." },
    },
    examples: [
        {
            title: "Ask before publishing",
            yaml: `name: publish
inputs:
  version: { type: string, required: true }
steps:
  - id: ask
    type: approval
    message: "Publish {{ inputs.version }}?"
    approvers: [octocat]
    give_up_after: 3d
`,
        },
    ],
    run: async (context) => ask(context),
});
/** Changed files that an approval names; who changes more has nothing left that a person could judge file by file. */
const MOST_FILES = 1_000;
async function ask(context) {
    const { config, wake, path, clock, baseTree } = context;
    const own = config["message"];
    const message = typeof own === "string" && own !== "" ? own : `Go on with ${context.step.name ?? path}?`;
    const by = textOf(wake?.data["by"]);
    const note = textOf(wake?.data["note"]);
    const approvers = approversOf(config["approvers"]);
    const mayAnswer = approvers.length === 0 || approvers.includes(by.toLowerCase());
    if (wake?.kind === "approved" && mayAnswer) {
        return {
            status: "completed",
            outputs: { approved: true, by, note },
            evidence: { approved_by: by, ...(baseTree === undefined ? {} : { tree: baseTree }) },
        };
    }
    if (wake?.kind === "rejected" && mayAnswer)
        return refused("approval.rejected", `${by || "someone"} rejected it${note === "" ? "" : `: ${note}`}`);
    if (wake !== undefined && !mayAnswer && wake.kind !== "time" && wake.kind !== "stale") {
        await context.refused(`the answer of ${by}`, `only ${approvers.join(", ")} may answer`);
    }
    const deadline = await deadlineOf(context, config["give_up_after"]);
    if (deadline !== undefined && clock.now() >= deadline) {
        return refused("approval.timeout", `nobody answered within ${textOf(config["give_up_after"])}`);
    }
    const files = await changedFiles(context);
    return {
        status: "parked",
        reason: `it waits for an approval: ${message}`,
        wake: {
            approval: {
                path,
                message,
                ...(baseTree === undefined ? {} : { tree: baseTree }),
                ...(files === undefined ? {} : { files }),
            },
            ...(deadline === undefined ? {} : { at: new Date(deadline).toISOString() }),
        },
    };
}
/** What the run has changed since it began: who may approve can depend on it. Undefined when that can't be told, or is too much to tell. */
async function changedFiles(context) {
    const { workspace, baseTree } = context;
    const begun = context.evidence()["base_tree"];
    if (typeof begun !== "string" || begun === "" || baseTree === undefined)
        return undefined;
    const { files } = await workspace.patch(begun, baseTree);
    return files.length > MOST_FILES ? undefined : files.map(({ path }) => path);
}
function refused(code, message) {
    return {
        status: "failed",
        error: new errors/* PawlError */.p({ code, kind: "policy", message, remedy: "Resume the run from this step to ask again." }),
        outputs: { approved: false },
    };
}
function approversOf(value) {
    const list = typeof value === "string"
        ? value.split(/[\s,]+/)
        : Array.isArray(value)
            ? value.map(textOf)
            : [];
    return list.map((login) => login.replace(/^@/, "").toLowerCase()).filter((login) => login !== "");
}
function textOf(value) {
    return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

// EXTERNAL MODULE: ./lib/language/expressions/evaluate.js + 5 modules
var evaluate = __webpack_require__(35019);
;// CONCATENATED MODULE: ./lib/steps/assert.js



/** How much of an operand's value a failure shows. */
const SHOWN_CHARACTERS = 200;
const assertStep = defineStep({
    type: "assert",
    summary: "Fails the run unless a condition holds.",
    description: "Checks a condition against what earlier steps produced. A condition is decided by code, never by a model. When it doesn't hold, " +
        "the step fails with `assert.failed` and shows the value of every operand; `on_error: continue` makes it a note instead.",
    fields: {
        condition: {
            type: ["string", "boolean"],
            description: "What must be true: a bare expression, or one in which `{{ }}` or `${{ }}` stands for a value: `coverage.outputs.line > {{ inputs.target }}`.",
        },
        message: { type: "string", description: "What to tell people when it doesn't hold. May contain expressions." },
    },
    required: ["condition"],
    outputs: {
        passed: { type: "boolean", description: "Whether the condition held." },
        message: { type: "string", description: "The message, when it didn't." },
    },
    conditionFields: ["condition"],
    examples: [
        {
            title: "Compare a measured value with an input",
            yaml: `name: assert-coverage
inputs:
  target: { type: number, default: 80 }
steps:
  - id: measure
    type: shell
    command: echo "covered=91.5" >> "$PAWL_OUTPUT"
    outputs:
      covered: { type: number }
  - id: enough
    type: assert
    condition: "measure.outputs.covered >= {{ inputs.target }}"
    message: "Coverage is {{ measure.outputs.covered }} %, and {{ inputs.target }} % is asked for"
`,
        },
    ],
    run: async (context) => check(context),
});
function check(context) {
    const { condition, message: own } = context.config;
    const text = typeof condition === "string" ? condition : JSON.stringify(condition ?? "");
    if (condition === true || (condition !== false && context.condition(text))) {
        return { status: "completed", outputs: { passed: true, message: "" }, evidence: { condition: text, passed: true } };
    }
    const operands = (0,evaluate/* operandValues */.ch)(text, context.scope).map(({ text: name, value }) => `${name} = ${shown(value)}`);
    const reason = `the condition \`${text.trim()}\` does not hold`;
    const message = typeof own === "string" && own !== "" ? own : reason;
    return {
        status: "failed",
        error: new errors/* PawlError */.p({
            code: "assert.failed",
            kind: "permanent",
            message: operands.length === 0 ? message : `${message} (${operands.join(", ")})`,
            details: { condition: text, operands },
        }),
        outputs: { passed: false, message },
        evidence: { condition: text, passed: false, operands },
    };
}
function shown(value) {
    const text = JSON.stringify(value);
    return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}… (${text.length} characters)`;
}

;// CONCATENATED MODULE: ./lib/steps/cancel.js

const cancelStep = defineStep({
    type: "cancel",
    summary: "Ends the run here, on purpose.",
    description: "Cancels the run with a reason: steps under way are stopped, steps that were to follow don't start, `always()` and `cancelled()` steps still run. Usually behind a `when`.",
    fields: {
        reason: { type: "string", description: "Why, for people." },
    },
    examples: [
        {
            title: "Nothing to do",
            yaml: `name: stop-early
inputs:
  files: { type: list, default: [a.ts] }
steps:
  - id: nothing
    type: cancel
    when: "inputs.files | length == 0"
    reason: There are no files to look at
  - id: work
    type: shell
    command: echo working
`,
        },
    ],
    run: async ({ config, path }) => {
        const { reason } = config;
        return {
            status: "cancel_run",
            reason: typeof reason === "string" && reason !== "" ? reason : `the step ${path} asked for it`,
        };
    },
});

// EXTERNAL MODULE: ./lib/agent/defaults.js
var defaults = __webpack_require__(50403);
;// CONCATENATED MODULE: ./lib/steps/agent-fields.js

/** What `claude` and `claude_code` have in common: the same fields mean the same, the results have one shape, and both are planned and cached alike. */
const agentStep = {
    required: [],
    oneOf: [{ fields: ["prompt", "prompt_template"], atLeast: true }],
    openOutputs: true,
    caching: "default",
    writesWorkspace: true,
    conditionFields: [],
    deferredFields: ["prompt", "system"],
    bodyNames: ["attempt"],
    // The agent's code is loaded when an agent step runs: a start without one doesn't pay for it.
    identity: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3036)]).then(__webpack_require__.bind(__webpack_require__, 63036))).agentIdentity(context),
    fields: {
        prompt: {
            type: "string",
            minLength: 1,
            description: "The task. What others wrote (issue, outputs of steps) is shown and delimited by itself.",
        },
        prompt_template: {
            type: "string",
            minLength: 1,
            description: "A Jinja file beside the workflow that holds the task.",
        },
        system: { type: "string", description: "Added to the system prompt." },
        model: {
            type: "string",
            minLength: 1,
            default: defaults/* DEFAULT_MODEL */.UB,
            description: `The model; ${defaults/* DEFAULT_MODEL */.UB} by default.`,
        },
        fallback_model: {
            type: "string",
            minLength: 1,
            description: "The model that takes over when the first doesn't answer.",
        },
        tools: {
            type: "array",
            items: { type: "string", enum: [...defaults/* BUILT_IN_TOOLS */.d3] },
            uniqueItems: true,
            description: "What the agent may use; by default everything its security profile allows.",
        },
        mcp_servers: {
            type: "object",
            propertyNames: { pattern: "^[a-z][a-z0-9_-]{0,30}$" },
            additionalProperties: {
                type: "object",
                properties: {
                    command: {
                        description: "The program to start, in the step's sandbox: a text, or a list with its arguments.",
                    },
                    args: { type: "array", items: { type: "string" }, description: "Its arguments." },
                    env: { type: "object", description: "Its environment, which starts empty." },
                    url: { type: "string", description: "Or the address of a server that speaks streamable HTTP." },
                    headers: { type: "object", description: "Headers sent to it." },
                },
                additionalProperties: false,
            },
            description: "MCP servers whose tools the agent gets, by a short name: tools are called mcp__name__tool.",
        },
        session: {
            type: "string",
            minLength: 1,
            description: "The id of an agent step before this one whose conversation goes on here.",
        },
        max_turns: {
            type: "integer",
            minimum: 1,
            maximum: 1_000,
            default: 50,
            description: "Requests to the model at most.",
        },
        max_tokens: {
            type: "integer",
            minimum: 1,
            maximum: 128_000,
            default: 8_192,
            description: "Length of one answer at most, in tokens.",
        },
        temperature: {
            type: "number",
            minimum: 0,
            maximum: 1,
            description: "The model's temperature; its own default when absent.",
        },
        output_schema: {
            type: "object",
            description: "JSON Schema of a structured result. Its fields become outputs; a wrong result is repaired once.",
        },
        context: {
            type: "object",
            properties: {
                files: { type: "array", items: { type: "string" }, description: "Globs of workspace files to show." },
                outputs: { type: "array", items: { type: "string" }, description: "Ids of steps whose outputs to show." },
                codebase: { type: "boolean", description: "Show the analysis of the code base." },
            },
            additionalProperties: false,
            description: "What the agent is shown beside the task.",
        },
        verify_attempts: {
            type: "integer",
            minimum: 1,
            maximum: 20,
            default: 3,
            description: "How often the work is verified in all.",
        },
        must_change: {
            type: "boolean",
            description: "Whether leaving every file as it was is a failure; by default when there are verify steps and a tool that writes.",
        },
    },
    bodies: {
        verify: {
            shape: "list",
            required: false,
            description: "Steps that check the work; their failures go back to the agent.",
        },
    },
    outputs: {
        text: { type: "string", description: "What the agent said last." },
        result: { type: "any", description: "The structured result, with output_schema." },
        changed_files: { type: "list", items: "string", description: "Paths of the files it changed." },
        turns: { type: "number", description: "How many answers it took." },
        session: { type: "string", description: "Names the conversation, for another step's session." },
    },
};

;// CONCATENATED MODULE: ./lib/steps/claude-code.js


const claudeCodeStep = {
    type: "claude_code",
    summary: "Lets Claude Code work in the repository, under the same budget, profile and verification as `claude`.",
    description: [
        "Runs the Claude Code program headless in the step's sandbox. It reaches the model through a gateway that adds the key and keeps the",
        "budget, so that it holds neither. Fields, verification and results are those of `claude`.",
        "",
        `The program (npm package ${defaults/* CLAUDE_CODE_PACKAGE */.Kn}) is looked for on PATH, or named by \`program\`. Where it isn't there, the built-in loop of`,
        "`claude` takes the step, and the journal says so; `required: true` refuses the step instead.",
    ].join("\n"),
    ...agentStep,
    fields: {
        ...agentStep.fields,
        program: { type: "string", minLength: 1, description: "The program's name or absolute path; `claude` by default." },
        required: { type: "boolean", default: false, description: "Refuse the step where the program isn't there." },
    },
    examples: [
        {
            title: "Let Claude Code fix a bug, and prove it",
            yaml: [
                "name: example",
                "steps:",
                "  - id: fix",
                "    type: claude_code",
                "    security_profile: restricted",
                "    prompt: Make the tests pass.",
                "    verify:",
                "      - id: tests",
                "        type: shell",
                "        command: npm test",
                "",
            ].join("\n"),
        },
    ],
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3036), __webpack_require__.e(7155)]).then(__webpack_require__.bind(__webpack_require__, 97155))).runWithClaudeCode(context),
    join: async (context, frames) => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3036), __webpack_require__.e(7155)]).then(__webpack_require__.bind(__webpack_require__, 97155))).joinWithClaudeCode(context, frames),
};

;// CONCATENATED MODULE: ./lib/steps/claude.js

const claudeStep = {
    type: "claude",
    summary: "Lets Claude work in the repository with tools, verifies what it did, and sends it back while it isn't right.",
    description: [
        "Sends `prompt` (or the file `prompt_template`) to Claude and runs the tools it calls, confined to the workspace and to the step's",
        "`security_profile`, until it ends its turn. Every turn is journaled: a run that dies goes on with the next turn and pays for none twice.",
        "",
        "`verify` steps run afterwards. While one fails and attempts are left, its output goes back to the same conversation. The step fails when",
        "the verification never passes, when nothing changed although something had to, or when a tool the agent needed was denied.",
        "",
        "Money is reserved before each request: one whose worst case doesn't fit the budget is not sent.",
    ].join("\n"),
    ...agentStep,
    examples: [
        {
            title: "Fix a bug, and prove it",
            yaml: [
                "name: example",
                "steps:",
                "  - id: fix",
                "    type: claude",
                "    security_profile: restricted",
                "    budget: {usd: 1}",
                "    prompt: |",
                "      Fix the bug that this issue reports:",
                "      {{ issue.body }}",
                "    verify:",
                "      - id: tests",
                "        type: shell",
                "        command: npm test",
                "",
            ].join("\n"),
        },
    ],
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3036)]).then(__webpack_require__.bind(__webpack_require__, 63036))).runAgent(context),
    join: async (context, frames) => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3036)]).then(__webpack_require__.bind(__webpack_require__, 63036))).joinAgent(context, frames),
};

;// CONCATENATED MODULE: ./lib/steps/pull-request.js


const TEXT_LIST = { type: ["array", "string"], items: { type: "string" } };
const pullRequestStep = defineStep({
    type: "pull_request",
    summary: "Publishes the run's changes as a pull request.",
    description: "Commits everything the run changed to a branch and opens a pull request, or brings the one it opened before up to date: the same " +
        "workflow and issue always give the same branch and pull request. The body ends with the evidence of the run. Protected paths, the " +
        "size of the patch and secrets in it are checked first. The workflow needs `permissions: {contents: write, pull_requests: write}`.",
    fields: {
        title: { type: "string", description: "Title; by default the workflow's name and the issue's title." },
        body: {
            type: "string",
            description: "What the reader should know, in Markdown. Mentions, closing keywords and foreign links in it are made inert.",
        },
        branch: { type: "string", description: "Head branch; by default `pawl/<workflow>/<issue>`." },
        strategy: {
            type: "string",
            description: "Which branch template of .github/pawl.yml to use without `branch`: `feature` (by default), `hotfix` or `release`.",
        },
        base: { type: "string", description: "Branch to merge into; by default the repository's default branch." },
        draft: { type: "boolean", description: "Open as a draft. True by default." },
        labels: { ...TEXT_LIST, description: "Labels to add." },
        reviewers: {
            ...TEXT_LIST,
            description: "Logins or `organisation/team` to ask for a review; by default the owners by CODEOWNERS.",
        },
        milestone: { type: "string", description: "Title of an open milestone." },
        commit_message: { type: "string", description: "Commit message; by default the title." },
        from: { type: "string", description: "Tree to start the patch from; by default the tree the run began with." },
    },
    outputs: {
        number: { type: "number", description: "The pull request's number." },
        url: { type: "string", description: "Its address." },
        branch: { type: "string", description: "Its head branch." },
        head_sha: { type: "string", description: "The commit it shows." },
        created: { type: "boolean", description: "False when one that existed was updated." },
        files: { type: "list", description: "The files it changes." },
    },
    caching: "never",
    examples: [
        {
            title: "Publish what an earlier step changed",
            yaml: `name: tidy
permissions: { contents: write, pull_requests: write }
steps:
  - id: tidy
    type: shell
    command: npm run format
  - id: publish
    type: pull_request
    title: Format the sources
`,
        },
    ],
    run: publish,
});
async function publish(context) {
    try {
        const effects = effectsOf(context);
        const patch = await patchOf(context);
        const result = await effects.publishPullRequest(intentOf(context, patch), originOf(context));
        return {
            status: "completed",
            outputs: {
                number: result.number,
                url: result.url,
                branch: result.branch,
                head_sha: result.headSha,
                created: result.created,
                files: result.files,
            },
            evidence: { pull_request: result.number, url: result.url, branch: result.branch, head_sha: result.headSha },
        };
    }
    catch (thrown) {
        return { status: "failed", error: (0,errors/* toPawlError */.e)(thrown, "github.failed") };
    }
}
async function patchOf(context) {
    const { from } = context.config;
    // What the run began with: `context.baseTree` is only what this step began with.
    const runBase = context.evidence()["base_tree"];
    const start = [from, runBase].find((tree) => typeof tree === "string" && tree !== "");
    if (start === undefined || context.workspace.baseCommit === undefined) {
        throw new errors/* PawlError */.p({
            code: "workspace.no_commit",
            kind: "permanent",
            message: "A pull request needs a git repository with at least one commit; the workspace is none",
            remedy: "Run the workflow in a checkout.",
        });
    }
    return context.workspace.patch(start, await context.workspace.snapshot());
}
function intentOf(context, patch) {
    const { config, workspace } = context;
    const { workflow, issue } = context.run;
    const milestone = pull_request_textOf(config["milestone"]);
    const branch = pull_request_textOf(config["branch"]);
    const strategy = pull_request_textOf(config["strategy"]);
    const base = pull_request_textOf(config["base"]);
    const commitMessage = pull_request_textOf(config["commit_message"]);
    const deleted = new Set(patch.files.filter(({ status }) => status === "deleted").map(({ path }) => path));
    return {
        title: pull_request_textOf(config["title"]) ?? (issue === undefined ? workflow : `${workflow}: #${issue}`),
        body: pull_request_textOf(config["body"]) ?? "",
        draft: config["draft"] !== false && config["draft"] !== "false",
        labels: listOf(config["labels"]),
        reviewers: listOf(config["reviewers"]),
        ...(branch === undefined ? {} : { branch }),
        ...(strategy === undefined ? {} : { strategy }),
        ...(base === undefined ? {} : { base }),
        ...(milestone === undefined ? {} : { milestone }),
        ...(commitMessage === undefined ? {} : { commitMessage }),
        baseCommit: workspace.baseCommit ?? "",
        patch,
        content: (path) => deleted.has(path) ? Promise.resolve(null) : workspace.readAt(patch.to, path).then((found) => found ?? null),
        evidence: { ...context.evidence(), inputs: context.scope.contexts["inputs"] ?? {} },
    };
}
/** The step's way out; without a repository host there is none. */
function effectsOf(context) {
    if (context.effects !== undefined)
        return context.effects;
    throw new errors/* PawlError */.p({
        code: "effect.no_host",
        kind: "permanent",
        message: `Step ${context.path} writes to GitHub, and this run has no repository there`,
        remedy: "Run it in GitHub Actions, or set GITHUB_TOKEN and GITHUB_REPOSITORY.",
    });
}
/** Who asks: the run's own facts, never anything a step's text says. */
function originOf(context) {
    const { id, workflow, issue, permissions } = context.run;
    return {
        runId: id,
        workflow,
        step: context.path,
        ...(issue === undefined ? {} : { issue }),
        permissions,
        signal: context.signal,
    };
}
function pull_request_textOf(value) {
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
function listOf(value) {
    if (typeof value === "string")
        return value
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "");
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

;// CONCATENATED MODULE: ./lib/steps/comment.js



const commentStep = defineStep({
    type: "comment",
    summary: "Writes a comment on the issue or pull request that started the run.",
    description: "Writes one comment; run again, the step edits its own. The text is made inert: it notifies nobody, closes nothing and shows no image " +
        "from elsewhere. The workflow needs `permissions: {issues: write}`. No other issue can be reached.",
    fields: {
        body: { type: "string", description: "The text, in Markdown." },
        add_labels: { type: "array", items: { type: "string" }, description: "Labels to add beside." },
        remove_labels: { type: "array", items: { type: "string" }, description: "Labels to take off beside." },
    },
    required: ["body"],
    outputs: {
        id: { type: "number", description: "The comment's id." },
        url: { type: "string", description: "Its address." },
    },
    caching: "never",
    examples: [
        {
            title: "Say what was measured",
            yaml: `name: measure
permissions: { issues: write }
steps:
  - id: count
    type: shell
    command: git ls-files | wc -l
  - id: say
    type: comment
    body: "The repository holds {{ count.outputs.stdout }} files."
`,
        },
    ],
    run: comment,
});
async function comment(context) {
    const { body, add_labels: add, remove_labels: remove } = context.config;
    try {
        if (typeof body !== "string" || body.trim() === "") {
            throw new errors/* PawlError */.p({
                code: "comment.empty",
                kind: "invalid",
                message: `Step ${context.path} has an empty \`body\`; there is nothing to say`,
            });
        }
        const effects = effectsOf(context);
        const origin = originOf(context);
        const made = await effects.comment({ body }, origin);
        const labels = { add: texts(add), remove: texts(remove) };
        if (labels.add.length + labels.remove.length > 0)
            await effects.label(labels, origin);
        return { status: "completed", outputs: { id: made.id, url: made.url }, evidence: { url: made.url } };
    }
    catch (thrown) {
        return { status: "failed", error: (0,errors/* toPawlError */.e)(thrown, "github.failed") };
    }
}
function texts(value) {
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

;// CONCATENATED MODULE: ./lib/steps/delay.js



/** Shorter waits are slept; longer ones park the run, so that no machine is held. */
const SLEPT_MS = 30_000;
const delayStep = defineStep({
    type: "delay",
    summary: "Waits for a time.",
    description: "Waits for a `duration`, or `until` a moment. Up to 30 seconds the run waits where it is; for longer it is parked, holds no machine, and goes on when the time has come. " +
        "The end of the wait is fixed when it begins: a restart doesn't begin it anew.",
    oneOf: [{ fields: ["duration", "until"] }],
    fields: {
        duration: {
            type: ["string", "number"],
            pattern: kernel_duration/* DURATION_PATTERN */.Cq,
            minimum: 0,
            description: "Seconds as a number, or a text such as 500ms, 90s, 15m, 1h30m, 7d.",
        },
        until: {
            type: "string",
            pattern: String.raw `^\d{4}-\d\d-\d\d`,
            description: "A moment, as ISO 8601: 2026-12-01T09:00:00Z.",
        },
    },
    outputs: { waited_ms: { type: "number", description: "How long it was, in milliseconds." } },
    examples: [
        {
            title: "Give a service a moment",
            yaml: `name: wait-a-moment
steps:
  - id: moment
    type: delay
    duration: 20ms
  - id: go
    type: shell
    command: echo ready
`,
        },
    ],
    run: async (context) => wait(context),
});
async function wait(context) {
    const { clock, checkpoints } = context;
    const known = checkpoints.find((checkpoint) => checkpoint.kind === "delay")?.data;
    const start = numberOf(known?.["started_at"]) ?? clock.now();
    const end = numberOf(known?.["ends_at"]) ?? endOf(context.config, start);
    if (known === undefined)
        await context.checkpoint("delay", { started_at: start, ends_at: end });
    const left = end - clock.now();
    if (left > SLEPT_MS) {
        return {
            status: "parked",
            reason: `it waits for ${(0,kernel_duration/* formatDuration */.a3)(left)}`,
            wake: { at: new Date(end).toISOString() },
        };
    }
    if (left > 0)
        await clock.sleep(left, context.signal);
    return { status: "completed", outputs: { waited_ms: Math.max(0, clock.now() - start) } };
}
function endOf(config, start) {
    const { duration, until } = config;
    if ((duration === undefined) === (until === undefined))
        throw fieldError("duration", "or `until` must be given, and not both");
    if (typeof duration === "number" || typeof duration === "string")
        return start + (0,kernel_duration/* parseDuration */.E9)(duration);
    const at = typeof until === "string" ? Date.parse(until) : Number.NaN;
    if (Number.isNaN(at))
        throw fieldError("until", `must be a moment such as 2026-12-01T09:00:00Z; it is ${JSON.stringify(until)}`);
    return at;
}
function numberOf(value) {
    return typeof value === "number" ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/steps/matrix.js


/** Combinations made before `exclude` takes some away; more is a mistake, and would take the memory of the process. */
const MAX_COMBINATIONS = 10_000;
/**
 * The cells of a matrix, in the order GitHub gives them: every combination of its lists, the first list changing slowest; without those that
 * `exclude` matches; each `include` joined to the cells whose original values it doesn't contradict, or added as a cell of its own.
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
function matrixCells(matrix) {
    if (!(0,json/* isJsonObject */.O)(matrix))
        throw fieldError("matrix", `must be an object of lists; it is ${JSON.stringify(matrix)}`);
    const { include, exclude, ...axes } = matrix;
    const excluded = cellList(exclude, "matrix.exclude");
    const cells = combinations(axes)
        .filter((cell) => !excluded.some((pattern) => matches(cell, pattern)))
        .map((original) => ({ original, cell: { ...original } }));
    const added = [];
    for (const extra of cellList(include, "matrix.include")) {
        const joined = cells.filter(({ original }) => agrees(original, extra));
        if (joined.length === 0)
            added.push(extra);
        for (const entry of joined)
            Object.assign(entry.cell, extra);
    }
    return [...cells.map(({ cell }) => cell), ...added];
}
function combinations(axes) {
    const names = Object.keys(axes);
    if (names.length === 0)
        return [];
    let cells = [{}];
    for (const name of names) {
        const values = axes[name];
        if (!Array.isArray(values))
            throw fieldError(`matrix.${name}`, `must be a list; it is ${JSON.stringify(values)}`);
        if (cells.length * values.length > MAX_COMBINATIONS)
            throw fieldError("matrix", `has more than ${MAX_COMBINATIONS} combinations`);
        cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value })));
    }
    return cells;
}
function cellList(value, field) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value) || !value.every(json/* isJsonObject */.O))
        throw fieldError(field, "must be a list of objects");
    return value;
}
function matches(cell, pattern) {
    return Object.entries(pattern).every(([name, value]) => same(cell[name], value));
}
/** An `include` may add names, never change an original value. */
function agrees(original, extra) {
    const shared = Object.keys(extra).filter((name) => Object.hasOwn(original, name));
    return Object.keys(original).length > 0 && shared.every((name) => same(original[name], extra[name]));
}
function same(left, right) {
    return left !== undefined && right !== undefined && (0,json/* canonicalJson */.d)(left) === (0,json/* canonicalJson */.d)(right);
}

;// CONCATENATED MODULE: ./lib/steps/foreach.js




/** As many items as one step may open: what GitHub allows a matrix. */
const MAX_ITEMS = 256;
const foreachStep = defineStep({
    type: "foreach",
    summary: "Runs steps once for each item of a list, or each cell of a matrix.",
    description: "Opens its `steps` once for every item of `items`, or for every combination of `matrix` (with `include` and `exclude` as on GitHub). Inside, `item` and `index` " +
        "(from 0) name the current one, and `matrix` the cell. Items run one after another unless `max_parallel` says otherwise; their results are a list in the order of the items.\n\n" +
        `At most ${MAX_ITEMS} items. It fails when an item failed; the results of the others are kept in its outputs.`,
    oneOf: [{ fields: ["items", "matrix"] }],
    fields: {
        items: {
            type: ["array", "string", "object", "null"],
            description: "The list, or an expression that gives one. A text is taken line by line, an object as a list of `{key, value}`, nothing as an empty list.",
        },
        matrix: {
            type: "object",
            description: "Lists by name; every combination is a cell. `include` adds to cells or adds cells, `exclude` takes cells away.",
        },
        max_parallel: {
            type: "integer",
            minimum: 1,
            description: "How many items run at the same time; 1 by default.",
        },
    },
    bodies: { steps: { shape: "list", required: true, description: "What runs for each item." } },
    bodyNames: ["item", "index", "matrix"],
    repeatsFor: { list: "items", matrix: "matrix" },
    outputs: {
        results: {
            type: "list",
            items: "object",
            description: "One entry for each item, in their order: `{item, index, status, outputs, steps}`; `outputs` are those of its last step.",
        },
        count: { type: "number", description: "How many items there were." },
        failed: { type: "number", description: "How many of them failed." },
    },
    examples: [
        {
            title: "A list, two at a time",
            yaml: `name: each-package
inputs:
  packages: { type: list, default: [core, cli, app] }
steps:
  - id: each
    type: foreach
    items: "{{ inputs.packages }}"
    max_parallel: 2
    steps:
      - id: hello
        type: shell
        command: echo "name={{ item }}" >> "$PAWL_OUTPUT"
        outputs: { name: { type: string } }
  - id: in-order
    type: assert
    condition: "each.outputs.results | map(attribute='outputs.name') | join(',') == 'core,cli,app'"
`,
        },
        {
            title: "A matrix",
            yaml: `name: matrix
steps:
  - id: grid
    type: foreach
    matrix:
      os: [linux, mac]
      node: [22, 24]
      exclude: [{ os: mac, node: 22 }]
    steps:
      - id: show
        type: shell
        command: echo "{{ matrix.os }} {{ matrix.node }}"
  - id: three
    type: assert
    condition: "grid.outputs.count == 3"
`,
        },
    ],
    run: async (context) => foreach_open(context),
    join: async (_context, frames) => gather(frames),
});
function foreach_open({ config }) {
    const maxParallel = wholeNumber(config["max_parallel"], "max_parallel", {
        fallback: 1,
        minimum: 1,
        maximum: MAX_ITEMS,
    });
    const names = namesOfFrames(config);
    if (names.length > MAX_ITEMS) {
        throw fieldError("items", `has ${names.length} entries; at most ${MAX_ITEMS} are run`, "Run a shell step over the list, or split it.");
    }
    if (names.length === 0)
        return { status: "completed", outputs: { results: [], count: 0, failed: 0 } };
    return {
        status: "expanded",
        frames: names.map((own, index) => ({ key: String(index), body: "steps", names: own })),
        maxParallel,
    };
}
function namesOfFrames(config) {
    const { items, matrix } = config;
    if ((items === undefined) === (matrix === undefined))
        throw fieldError("items", "or `matrix` must be given, and not both");
    if (matrix !== undefined)
        return matrixCells(matrix).map((cell, index) => ({ item: cell, index, matrix: cell }));
    return itemsOf(items ?? null).map((item, index) => ({ item, index }));
}
function itemsOf(items) {
    if (Array.isArray(items))
        return items;
    if (typeof items === "string")
        return linesOf(items);
    if ((0,json/* isJsonObject */.O)(items))
        return Object.entries(items).map(([key, value]) => ({ key, value }));
    if (items === null)
        return [];
    throw fieldError("items", `must be a list; it is ${JSON.stringify(items)}`);
}
/** A text that is JSON of a list is that list (a step's `stdout`); any other is its lines. */
function linesOf(text) {
    if (text.trimStart().startsWith("[")) {
        try {
            const parsed = JSON.parse(text);
            if (Array.isArray(parsed))
                return parsed;
        }
        catch {
            // Not JSON after all: lines may well start with a bracket.
        }
    }
    return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
function gather(frames) {
    const results = frames.map((frame) => ({
        item: frame.names["item"] ?? null,
        index: frame.names["index"] ?? null,
        status: frame.status,
        outputs: lastOutputs(frame),
        steps: stepsOf(frame),
        ...(frame.error === undefined ? {} : { error: frame.error.message }),
    }));
    const failed = frames.filter((frame) => frame.status !== "completed").length;
    const outputs = { results, count: frames.length, failed };
    return (failureOf(frames, "foreach.failed", (frame) => `item ${Number(frame.key) + 1} of ${frames.length}`, outputs) ?? {
        status: "completed",
        outputs,
    });
}

;// CONCATENATED MODULE: ./lib/steps/loop.js




const DEFAULT_TURNS = 10;
const MAX_TURNS = 1_000;
const loopStep = defineStep({
    type: "loop",
    summary: "Repeats steps until a condition holds, a bounded number of times.",
    description: "Runs its `steps`, then asks `until`; while that doesn't hold, it runs them again, at most `max_iterations` times (10 by default). `until` sees the steps of the turn that just " +
        "ended by their ids, and `iteration` (from 1). The steps see `iteration` and `previous`, the outputs by id of the turn before.\n\n" +
        "A loop that ends without its condition holding fails with `loop.exhausted`, or completes when `on_exhausted: continue`.",
    fields: {
        until: { type: ["string", "boolean"], description: "Asked after every turn: when it holds, the loop is done." },
        max_iterations: {
            type: "integer",
            minimum: 1,
            maximum: MAX_TURNS,
            description: `How many turns at most; ${DEFAULT_TURNS} by default.`,
        },
        on_exhausted: {
            type: "string",
            enum: ["fail", "continue"],
            description: "What to do when no turn fulfilled the condition; `fail` by default.",
        },
    },
    required: ["until"],
    bodies: { steps: { shape: "list", required: true, description: "What one turn does." } },
    bodyNames: ["iteration", "index", "previous"],
    openOutputs: true,
    outputs: {
        iterations: { type: "number", description: "How many turns there were." },
        satisfied: { type: "boolean", description: "Whether the condition held in the end." },
        last: { type: "object", description: "The outputs of the last step of the last turn." },
    },
    conditionFields: ["until"],
    examples: [
        {
            title: "Count to three",
            yaml: `name: count
steps:
  - id: counting
    type: loop
    max_iterations: 5
    until: "tick.outputs.n >= 3"
    steps:
      - id: tick
        type: shell
        command: echo "n={{ iteration }}" >> "$PAWL_OUTPUT"
        outputs: { n: { type: number } }
  - id: three
    type: assert
    condition: "counting.outputs.iterations == 3 and counting.outputs.tick.n == 3"
`,
        },
    ],
    run: async (context) => turn(context, 1, {}),
    join: async (context, frames) => decide(context, frames),
});
function turn({ config }, iteration, previous) {
    turnLimit(config);
    return {
        status: "expanded",
        frames: [{ key: String(iteration), body: "steps", names: { iteration, index: iteration - 1, previous } }],
        maxParallel: 1,
        outputs: { iterations: iteration },
    };
}
function turnLimit(config) {
    return wholeNumber(config["max_iterations"], "max_iterations", {
        fallback: DEFAULT_TURNS,
        minimum: 1,
        maximum: MAX_TURNS,
    });
}
function decide(context, frames) {
    const frame = frames.at(-1);
    const iteration = Number(frame?.names["iteration"] ?? frame?.key ?? 1);
    const inner = frame === undefined ? {} : outputsOf(frame);
    const outputs = { ...inner, iterations: iteration, last: frame === undefined ? {} : lastOutputs(frame) };
    const failure = failureOf(frames, "loop.failed", () => `turn ${iteration}`, { ...outputs, satisfied: false });
    if (failure !== undefined || frame === undefined)
        return failure ?? turn(context, 1, {});
    if (holds(context, frame))
        return { status: "completed", outputs: { ...outputs, satisfied: true } };
    const limit = turnLimit(context.config);
    if (iteration < limit)
        return turn(context, iteration + 1, inner);
    if (context.config["on_exhausted"] === "continue")
        return { status: "completed", outputs: { ...outputs, satisfied: false } };
    return {
        status: "failed",
        error: new errors/* PawlError */.p({
            code: "loop.exhausted",
            kind: "permanent",
            message: `after ${limit} ${limit === 1 ? "turn" : "turns"} \`${untilText(context.config)}\` still does not hold`,
            remedy: "Raise max_iterations, or write on_exhausted: continue.",
            details: { iterations: iteration },
        }),
        outputs: { ...outputs, satisfied: false },
    };
}
function untilText(config) {
    const { until } = config;
    return typeof until === "string" ? until : JSON.stringify(until ?? false);
}
/** The turn's steps hide outer steps of the same names, as they do inside the turn. */
function holds(context, frame) {
    const inner = stepsOf(frame);
    const outer = context.scope.contexts["steps"];
    const steps = { ...((0,json/* isJsonObject */.O)(outer) ? outer : {}), ...inner };
    return context.condition(untilText(context.config), { ...inner, ...frame.names, steps });
}

;// CONCATENATED MODULE: ./lib/steps/memory.js



/** Bytes of JSON one memory may hold: facts live beside the journal, and large things are artifacts. */
const MAX_BYTES = 64 * 1_024;
/** Writers of one key that may come between reading and writing. */
const MAX_CONFLICTS = 20;
const memoryStep = defineStep({
    type: "memory",
    summary: "Remembers and recalls values across runs.",
    description: "Keeps small values that outlive the run: `remember` stores `value` under `key`, `append` adds it to a list (its last `keep` items), `recall` reads it (`default` when there is none), `list` gives the keys that start with `key`, `forget` empties one. " +
        "`scope: workflow` (the default) is seen by runs of this workflow alone, `scope: shared` by all workflows of the same store. At most 64 KiB a value; never put secrets here.",
    fields: {
        action: { type: "string", enum: ["remember", "append", "recall", "list", "forget"], description: "What to do." },
        key: { type: "string", description: "The name it is kept under." },
        value: { description: "What is remembered." },
        default: { description: "What `recall` gives when nothing is kept." },
        keep: { type: "integer", minimum: 1, description: "How many items `append` keeps; 100 by default." },
        scope: { type: "string", enum: ["workflow", "shared"], description: "Who sees it." },
    },
    required: ["action", "key"],
    outputs: {
        value: { type: "any", description: "The value kept now; for `list`, an object of values by key." },
        found: { type: "boolean", description: "Whether something was kept before." },
    },
    examples: [
        {
            title: "Compare with the last run",
            yaml: `name: trend
steps:
  - id: last
    type: memory
    action: recall
    key: coverage
    default: 0
  - id: now
    type: memory
    action: remember
    key: coverage
    value: 81.5
  - id: better
    type: assert
    condition: "now.outputs.value >= last.outputs.value"
`,
        },
    ],
    run: async (context) => act(context),
});
async function act(context) {
    const { config, facts } = context;
    const key = factKey(context);
    switch (config["action"]) {
        case "recall": {
            const known = memory_valueOf((await facts.getFact(key))?.value);
            return done(known ?? config["default"] ?? null, known !== undefined);
        }
        case "list": {
            const prefix = factKey(context);
            const found = (await facts.listFacts(prefix)).flatMap((fact) => {
                const value = memory_valueOf(fact.value);
                return value === undefined ? [] : [[fact.key.slice(prefix.length - keyOf(context).length), value]];
            });
            return done(Object.fromEntries(found), found.length > 0);
        }
        case "remember":
            return update(context, key, () => config["value"] ?? null);
        case "append":
            return update(context, key, (before) => {
                const list = before === undefined ? [] : Array.isArray(before) ? before : [before];
                return [...list, config["value"] ?? null].slice(-Math.max(1, Number(config["keep"] ?? 100)));
            });
        case "forget":
            return update(context, key, () => undefined);
        default:
            throw fieldError("action", `must be remember, append, recall, list or forget; it is ${JSON.stringify(config["action"])}`);
    }
}
/**
 * Reads, changes and writes, again when another run wrote in between. The write carries this attempt's mark, so that a step that is started
 * again after a crash finds its own `append` instead of making it twice.
 */
async function update(context, key, change) {
    const mark = `${context.run.id}/${context.path}`;
    for (let conflicts = 0; conflicts <= MAX_CONFLICTS; conflicts++) {
        const fact = await context.facts.getFact(key);
        const before = memory_valueOf(fact?.value);
        if (fact?.value["by"] === mark && context.checkpoints.some((checkpoint) => checkpoint.kind === "remembering"))
            return done(before ?? null, true);
        const next = change(before);
        const stored = next === undefined ? { by: mark } : { by: mark, value: next };
        checkSize(stored);
        if (conflicts === 0)
            await context.checkpoint("remembering", { key });
        if (await context.facts.setFact(key, stored, fact?.version ?? 0))
            return done(next ?? null, before !== undefined);
    }
    throw new errors/* PawlError */.p({
        code: "memory.busy",
        kind: "transient",
        message: `"${keyOf(context)}" is written by too many runs at once`,
    });
}
function keyOf({ config }) {
    const { key } = config;
    if (typeof key !== "string" || !/^[A-Za-z0-9._/-]{1,200}$/.test(key)) {
        throw fieldError("key", `must be letters, digits, ".", "_", "-" and "/", at most 200; it is ${JSON.stringify(key)}`, "Use slug() on free text.");
    }
    return key;
}
function factKey(context) {
    const key = keyOf(context);
    return context.config["scope"] === "shared"
        ? `memory/shared/${key}`
        : `memory/workflow/${context.run.workflow}/${key}`;
}
function memory_valueOf(fact) {
    return fact === undefined || !Object.hasOwn(fact, "value") ? undefined : fact["value"];
}
function checkSize(value) {
    const bytes = new TextEncoder().encode(JSON.stringify(value)).byteLength;
    if (bytes > MAX_BYTES)
        throw fieldError("value", `has ${bytes} bytes; at most ${MAX_BYTES} are kept`, "Keep it as an artifact.");
}
function done(value, found) {
    return { status: "completed", outputs: { value, found } };
}

;// CONCATENATED MODULE: ./lib/steps/parallel.js


/** As many branches as one step may open. */
const MAX_BRANCHES = 256;
const parallelStep = defineStep({
    type: "parallel",
    summary: "Runs steps at the same time.",
    description: "Runs its `steps` at once, each as soon as what it refers to is there, or several `branches`, each a list of steps in order. It ends when all of them have " +
        "ended, and fails when one has failed. Steps that write files work on copies of the workspace; their changes are merged, and a conflict fails the later one.\n\n" +
        "The outputs of an inner step are outputs of this one under its id: `checks.outputs.lint.stdout`.",
    fields: {
        max_parallel: {
            type: "integer",
            minimum: 1,
            description: "How many run at the same time; without it, as many as the workflow's `max_parallel` allows.",
        },
    },
    bodies: {
        steps: { shape: "list", required: false, parallel: true, description: "Steps that run at the same time." },
        branches: {
            shape: "map",
            required: false,
            description: "Lists of steps by name; the lists run at the same time, each in its own order.",
        },
    },
    openOutputs: true,
    examples: [
        {
            title: "Two checks at once",
            yaml: `name: checks-at-once
steps:
  - id: checks
    type: parallel
    steps:
      - id: lint
        type: shell
        command: echo "problems=0" >> "$PAWL_OUTPUT"
        outputs: { problems: { type: number } }
      - id: unit
        type: shell
        command: echo "passed=12" >> "$PAWL_OUTPUT"
        outputs: { passed: { type: number } }
  - id: good
    type: assert
    condition: "checks.outputs.lint.problems == 0 and checks.outputs.unit.passed == 12"
`,
        },
        {
            title: "Branches with an order of their own",
            yaml: `name: branches
steps:
  - id: both
    type: parallel
    max_parallel: 2
    branches:
      api:
        - id: build-api
          type: shell
          command: echo built
        - id: test-api
          type: shell
          command: echo "{{ steps['build-api'].outputs.stdout }} and tested"
      docs:
        - id: build-docs
          type: shell
          command: echo documented
`,
        },
    ],
    run: async ({ step, config }) => {
        const names = Object.keys(step.bodies);
        const maxParallel = wholeNumber(config["max_parallel"], "max_parallel", {
            fallback: MAX_BRANCHES,
            minimum: 1,
            maximum: MAX_BRANCHES,
        });
        const frames = names.map((body) => ({ key: frameKey(body), body, names: {} }));
        if (frames.length === 0)
            return { status: "completed", outputs: {} };
        return { status: "expanded", frames, maxParallel };
    },
    join: async (_context, frames) => {
        const outputs = Object.assign({}, ...frames.map(outputsOf));
        return (failureOf(frames, "parallel.failed", (frame) => (frame.body === "steps" ? "a parallel step" : `branch ${frame.key}`), outputs) ?? { status: "completed", outputs });
    },
});
/** `branches.api` opens as `api`: the path of a step in it is `both/api/build-api`. */
function frameKey(body) {
    return body.startsWith("branches.") ? body.slice("branches.".length).replaceAll(/[^A-Za-z0-9_.-]/g, "-") : body;
}

// EXTERNAL MODULE: ./lib/kernel/diagnostics.js
var diagnostics = __webpack_require__(80985);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var digest = __webpack_require__(56129);
;// CONCATENATED MODULE: ./lib/steps/plugin.js





const pluginStep = defineStep({
    type: "plugin",
    summary: "Calls an action of an integration.",
    description: "Calls `action` of the integration that `plugin` names, with `inputs` checked against the action's schema before the call and its outputs after it. Which integrations there are is a matter of configuration; " +
        "`codebase_analyzer` comes with Pawl. An action with outside effects is given a key that is the same for every attempt, so that a repeat finds its own earlier work.",
    fields: {
        plugin: { type: "string", description: "The integration's name." },
        action: { type: "string", description: "The action's name." },
    },
    required: ["plugin", "action"],
    openOutputs: true,
    caching: "declared",
    examples: [
        {
            title: "Look at the code base",
            yaml: `- id: analysis
  type: plugin
  plugin: codebase_analyzer
  action: analyze
`,
        },
    ],
    run: async (context) => call(context),
    identity: async (context) => {
        const { plugin, name } = await actionOf(context);
        return { plugin: plugin.name, version: plugin.version, action: name };
    },
});
async function call(context) {
    const { plugin, action, name } = await actionOf(context);
    await plugin_check(action.input, context.inputs, "plugin.inputs", `the inputs of ${plugin.name}.${name}`);
    const outputs = await action.run(context.inputs, {
        runId: context.run.id,
        path: context.path,
        workspace: context.workspace,
        secrets: context.secrets,
        clock: context.clock,
        log: logOf(context),
        signal: context.signal,
        idempotencyKey: (0,digest/* digestJson */.t)([context.run.id, context.path, plugin.name, name]),
    });
    await plugin_check(action.output, outputs, "plugin.outputs", `what ${plugin.name}.${name} gave`);
    return {
        status: "completed",
        outputs,
        evidence: { plugin: plugin.name, version: plugin.version, action: name },
        cacheable: !action.effects,
    };
}
async function actionOf({ config, plugins, }) {
    const { plugin: pluginName, action: name } = config;
    if (typeof pluginName !== "string")
        throw fieldError("plugin", "must name an integration");
    if (typeof name !== "string")
        throw fieldError("action", "must name an action");
    const plugin = await plugins.get(pluginName);
    if (plugin === undefined)
        throw unknown("plugin.unknown", `there is no integration "${pluginName}"`, pluginName, plugins.names());
    const action = Object.hasOwn(plugin.actions, name) ? plugin.actions[name] : undefined;
    if (action === undefined)
        throw unknown("plugin.unknown_action", `${plugin.name} has no action "${name}"`, name, Object.keys(plugin.actions));
    return { plugin, action, name };
}
function unknown(code, message, name, known) {
    const near = (0,diagnostics/* nearestName */.q)(name, known);
    const remedy = near === undefined ? `There are: ${known.join(", ") || "none"}.` : `Did you mean "${near}"?`;
    return new errors/* PawlError */.p({ code, kind: "invalid", message, remedy });
}
async function plugin_check(schema, data, code, place) {
    const { schemaProblems } = await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(6757)]).then(__webpack_require__.bind(__webpack_require__, 36757));
    const [first] = schemaProblems(schema, data);
    if (first === undefined)
        return;
    throw new errors/* PawlError */.p({
        code,
        kind: code === "plugin.inputs" ? "invalid" : "permanent",
        message: `${place} do not agree with their schema: ${first.path === "" ? "the whole" : first.path} ${first.message}`,
    });
}
function logOf(context) {
    const line = (message) => context.output("tool", `${message}\n`);
    return { info: line, warning: line, error: line, debug: () => { } };
}

;// CONCATENATED MODULE: ./lib/steps/text-search.js
/** Okapi BM25's usual constants: how fast repetitions stop to count, and how much a long passage is held back. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const PASSAGE_LINES = 30;
/** What a word in a file's path counts for, beside its text. */
const PATH_WEIGHT = 3;
/** Cuts a file into passages of about thirty lines, breaking at blank lines where there are some. */
function passagesOf(path, text) {
    const lines = text.split(/\r?\n/);
    const passages = [];
    let start = 0;
    for (let at = 1; at <= lines.length; at++) {
        const long = at - start >= PASSAGE_LINES;
        const breaks = at - start >= PASSAGE_LINES / 2 && (lines[at] ?? "").trim() === "";
        if (at < lines.length && !long && !breaks)
            continue;
        const piece = lines.slice(start, at).join("\n");
        if (piece.trim() !== "")
            passages.push({ path, line: start + 1, text: piece });
        start = at;
    }
    return passages;
}
/** The words of a text as they are searched: parts of camelCase and snake_case names count, and the whole name as well. */
function termsOf(text) {
    const terms = [];
    for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
        const parts = word.split(/_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part !== "");
        const whole = word.toLowerCase();
        terms.push(whole);
        if (parts.length > 1)
            terms.push(...parts.map((part) => part.toLowerCase()));
    }
    return terms;
}
/** The passages that answer a query best, by BM25, best first; equal ones in the order of their paths. */
function rank(passages, query, limit) {
    const wanted = [...new Set(termsOf(query))];
    const documents = passages.map((passage) => {
        const terms = [
            ...termsOf(passage.text),
            ...Array.from({ length: PATH_WEIGHT }, () => termsOf(passage.path)).flat(),
        ];
        const counts = new Map();
        for (const term of terms)
            counts.set(term, (counts.get(term) ?? 0) + 1);
        return { passage, counts, length: terms.length };
    });
    const average = documents.reduce((all, { length }) => all + length, 0) / Math.max(1, documents.length);
    const weights = wanted.map((term) => {
        const holders = documents.filter(({ counts }) => counts.has(term)).length;
        return { term, weight: Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5)) };
    });
    return documents
        .map(({ passage, counts, length }) => {
        const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / Math.max(1, average));
        const score = weights.reduce((all, { term, weight }) => {
            const times = counts.get(term) ?? 0;
            return all + (weight * times * (SATURATION + 1)) / (times + norm);
        }, 0);
        return { ...passage, score: Math.round(score * 1_000) / 1_000 };
    })
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line))
        .slice(0, limit);
}

;// CONCATENATED MODULE: ./lib/steps/retrieval.js




/** Files and characters one search reads; what is beyond is counted in its outputs. */
const MAX_FILES = 5_000;
const MAX_FILE_CHARACTERS = 400_000;
const MAX_CHARACTERS = 40_000_000;
const DEFAULT_LIMIT = 8;
const retrievalStep = defineStep({
    type: "retrieval",
    summary: "Searches the repository and gives the passages that fit best.",
    description: "Ranks passages of the workspace's text files by how well they fit `query` (BM25 over words and the parts of names), without a model and without a network, so the same files and query always give the same answer. " +
        "Its `text` is made for an agent's `context`: each passage under its path and line.",
    fields: {
        query: { type: "string", description: "What is looked for: a few words, an issue's text, a name in the code." },
        paths: {
            type: ["array", "string"],
            items: { type: "string" },
            description: "Globs of the files to search; every file by default.",
        },
        exclude: { type: ["array", "string"], items: { type: "string" }, description: "Globs of files to leave out." },
        limit: {
            type: "integer",
            minimum: 1,
            maximum: 100,
            description: `How many passages; ${DEFAULT_LIMIT} by default.`,
        },
    },
    required: ["query"],
    caching: "default",
    outputs: {
        results: { type: "list", description: "Passages, best first: `{path, line, text, score}`." },
        text: { type: "string", description: "The same as one text." },
        files: { type: "list", description: "Paths of the files they come from, best first." },
        searched: { type: "number", description: "How many files were read." },
    },
    examples: [
        {
            title: "Find where something is done",
            yaml: `name: find
steps:
  - id: write
    type: shell
    command: |
      mkdir -p src
      printf 'export function parseDuration(text) {\\n  return Number(text);\\n}\\n' > src/duration.js
  - id: search
    type: retrieval
    query: where is a duration parsed
    paths: ["src/**"]
    limit: 1
  - id: found
    type: assert
    condition: "search.outputs.files[0] == 'src/duration.js'"
`,
        },
    ],
    run: async (context) => search(context),
});
async function search(context) {
    const { config, workspace } = context;
    const { query } = config;
    if (typeof query !== "string" || query.trim() === "")
        throw fieldError("query", "must say what to look for");
    const limit = wholeNumber(config["limit"], "limit", { fallback: DEFAULT_LIMIT, minimum: 1, maximum: 100 });
    const include = globs(config["paths"]);
    const excluded = new Set(config["exclude"] === undefined ? [] : workspace.glob(globs(config["exclude"])));
    const paths = workspace.glob(include.length === 0 ? ["**"] : include).filter((path) => !excluded.has(path));
    const { passages, searched } = read(context, paths);
    const results = rank(passages, query, limit);
    return {
        status: "completed",
        outputs: {
            results: results.map(({ path, line, text, score }) => ({ path, line, text, score })),
            text: results.map(({ path, line, text }) => `${path}:${line}\n${text}`).join("\n\n"),
            files: [...new Set(results.map(({ path }) => path))],
            searched,
        },
        evidence: { query, searched, passed_over: paths.length - searched },
    };
}
function read({ workspace, signal }, paths) {
    const passages = [];
    let characters = 0;
    let searched = 0;
    for (const path of paths) {
        signal.throwIfAborted();
        if (searched >= MAX_FILES || characters >= MAX_CHARACTERS)
            break;
        const text = retrieval_textOf(() => workspace.readFile(path));
        if (text === undefined)
            continue;
        passages.push(...passagesOf(path, text));
        characters += text.length;
        searched += 1;
    }
    return { passages, searched };
}
/** A file's text; undefined for binary files and those too large to be worth searching. */
function retrieval_textOf(readFile) {
    try {
        const text = readFile();
        return text.length > MAX_FILE_CHARACTERS || text.slice(0, 8_000).includes("\0") ? undefined : text;
    }
    catch (thrown) {
        if (thrown instanceof errors/* PawlError */.p && thrown.code.startsWith("file."))
            return undefined;
        throw thrown;
    }
}
function globs(value) {
    if (typeof value === "string")
        return value.split(/[\s,]+/).filter((pattern) => pattern !== "");
    return Array.isArray(value) ? value.filter((pattern) => typeof pattern === "string") : [];
}

;// CONCATENATED MODULE: ./lib/steps/set.js



const setStep = defineStep({
    type: "set",
    summary: "Sets variables for the steps that follow.",
    description: "Gives workflow variables new values: later steps read them as `variables.NAME`, and shell steps as `$PAWL_VAR_NAME`. Every value may be an expression; all are resolved before any is set. " +
        "They are outputs of the step as well.",
    fields: {
        variables: { type: "object", description: "Values by variable name.", additionalProperties: true },
    },
    required: ["variables"],
    openOutputs: true,
    examples: [
        {
            title: "Keep a computed name",
            yaml: `name: set-branch
inputs:
  title: { type: string, default: "Fix: the parser!" }
steps:
  - id: names
    type: set
    variables:
      branch: "fix/{{ slug(inputs.title) }}"
  - id: check
    type: assert
    condition: "variables.branch == 'fix/fix-the-parser'"
`,
        },
    ],
    run: async (context) => set(context),
});
function set({ config }) {
    const { variables } = config;
    if (!(0,json/* isJsonObject */.O)(variables))
        throw fieldError("variables", "must be an object of values by name");
    return { status: "completed", outputs: variables, variables };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/fields.js
var fields = __webpack_require__(81336);
;// CONCATENATED MODULE: ./lib/steps/declared-outputs.js


/**
 * Outputs that a program wrote as text, in the types the step declares for them; undeclared ones stay text.
 *
 * @throws PawlError `step.output_type`, naming the output, its type and its text
 */
function withDeclaredTypes(step, written) {
    return Object.fromEntries(Object.entries(written).map(([name, text]) => {
        const spec = step.outputs[name];
        // A value from elsewhere (an expression, a file) is the engine's to read.
        return [name, spec === undefined || spec.value !== undefined ? text : convert(step, name, spec.type, text)];
    }));
}
function convert(step, name, type, text) {
    const value = declared_outputs_read(type, text.trim(), text);
    if (value !== undefined)
        return value;
    throw new errors/* PawlError */.p({
        code: "step.output_type",
        kind: "permanent",
        message: `Step ${step.id} declares the output "${name}" as ${type}, and wrote ${JSON.stringify(text.slice(0, 200))}`,
        remedy: type === "object" || type === "list"
            ? "Write it as JSON on one line."
            : `Write a ${type}, or declare another type.`,
    });
}
function declared_outputs_read(type, trimmed, text) {
    switch (type) {
        case "number":
            return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined;
        case "boolean":
            return trimmed === "true" ? true : trimmed === "false" ? false : undefined;
        case "object":
        case "list": {
            const value = parse(trimmed);
            const fits = type === "list" ? Array.isArray(value) : (0,json/* isJsonObject */.O)(value);
            return fits ? value : undefined;
        }
        case "any":
            return parse(trimmed) ?? text;
        default:
            return text;
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/steps/output-file.js



/** GitHub's own bound on a job's outputs is 1 MiB; a step may write as much into its file. */
const LARGEST_FILE = 1024 * 1024;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
/**
 * Reads what a step wrote to `$PAWL_OUTPUT`: lines `name=value`, or `name<<delimiter`, the value's lines, and the delimiter alone on a line
 * (the format of GitHub's own output file). The file is the step's to write, so it's read with suspicion: a link, a device or a pipe in its
 * place is refused, and so is more than 1 MiB.
 *
 * @throws PawlError `step.output_file`, saying which line is wrong
 */
async function readOutputFile(file) {
    return parseOutputs(await readRegularFile(file));
}
async function readRegularFile(file) {
    let handle;
    try {
        handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (cause) {
        const code = cause.code;
        if (code === "ENOENT")
            return "";
        throw output_file_refused(code === "ELOOP" ? "the output file was replaced by a symbolic link" : `the output file can't be read (${code})`, cause);
    }
    try {
        const info = await handle.stat();
        if (!info.isFile() || info.nlink > 1)
            throw output_file_refused("the output file was replaced by something that is no file of its own");
        if (info.size > LARGEST_FILE)
            throw output_file_refused(`the output file holds ${info.size} bytes; at most ${LARGEST_FILE} are read`);
        return await handle.readFile("utf8");
    }
    finally {
        await handle.close();
    }
}
/** The outputs in the text of an output file; a name written twice keeps its last value. */
function parseOutputs(text) {
    const outputs = new Map();
    const lines = text.split(/\r?\n/);
    for (let i = 0; i < lines.length; i++) {
        const line = lines[i] ?? "";
        if (line === "")
            continue;
        const number = i + 1;
        const equals = line.indexOf("=");
        const heredoc = line.indexOf("<<");
        if (heredoc !== -1 && (equals === -1 || heredoc < equals)) {
            const delimiter = line.slice(heredoc + 2);
            if (delimiter === "")
                throw output_file_refused(`line ${number} of the output file names no delimiter after <<`);
            const end = lines.indexOf(delimiter, i + 1);
            if (end === -1)
                throw output_file_refused(`line ${number} of the output file opens a value that "${delimiter}" never closes`);
            outputs.set(checkedName(line.slice(0, heredoc), number), lines.slice(i + 1, end).join("\n"));
            i = end;
        }
        else if (equals === -1) {
            throw output_file_refused(`line ${number} of the output file is neither name=value nor name<<delimiter`);
        }
        else {
            outputs.set(checkedName(line.slice(0, equals), number), line.slice(equals + 1));
        }
    }
    return Object.fromEntries(outputs);
}
function checkedName(name, line) {
    if (NAME.test(name))
        return name;
    throw output_file_refused(`line ${line} of the output file names the output ${JSON.stringify(name)}`);
}
function output_file_refused(message, cause) {
    return new errors/* PawlError */.p({
        code: "step.output_file",
        kind: "permanent",
        message: `The step's outputs are not taken: ${message}`,
        remedy: 'Write `name=value` lines to "$PAWL_OUTPUT", or `name<<EOF`, the lines, and `EOF`; names are letters, digits, _ and -.',
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/steps/shell.js






/** Bytes kept of each stream for the outputs; what is shown live is more. */
const OUTPUT_LIMIT = 1024 * 1024;
/** Lines of a failed command that go into its error. */
const ERROR_LINES = 20;
/** How each `shell` starts a script: GitHub's own flags, so that a step means the same here and there. */
const INTERPRETERS = {
    bash: { extension: "sh", argv: (script) => ["bash", "--noprofile", "--norc", "-eo", "pipefail", script] },
    sh: { extension: "sh", argv: (script) => ["sh", "-e", script] },
    pwsh: { extension: "ps1", argv: (script) => ["pwsh", "-NoProfile", "-NonInteractive", "-File", script] },
    python: { extension: "py", argv: (script) => ["python3", script] },
    node: { extension: "mjs", argv: (script) => ["node", script] },
};
const shellStep = {
    type: "shell",
    summary: "Runs a script in a shell.",
    description: [
        "Runs `command` with `shell` in the workspace and fails when it ends with another exit code than 0.",
        "",
        "An expression in the script never becomes part of its text: its value reaches the shell as an environment variable. Inputs are exported as",
        "`INPUT_NAME`, variables as `PAWL_VAR_NAME`. Lines `name=value` written to `$PAWL_OUTPUT` become outputs.",
        "",
        "The environment starts empty but for PATH, HOME and the locale: declare what the script needs in `env`.",
    ].join("\n"),
    fields: {
        command: {
            type: "string",
            minLength: 1,
            description: "The script. Several lines are one script, run from first to last.",
        },
        shell: {
            type: "string",
            enum: Object.keys(INTERPRETERS),
            default: "bash",
            description: "What interprets the script: bash (the default, with -eo pipefail), sh, pwsh, python or node.",
        },
        working_directory: {
            type: "string",
            description: "Where the script runs, relative to the workspace. It must not leave the workspace.",
        },
    },
    required: ["command"],
    bodies: {},
    outputs: {
        stdout: {
            type: "string",
            description: "What it printed, without one final line end; the middle is left out beyond 1 MiB.",
        },
        stderr: { type: "string", description: "What it printed to standard error, bounded likewise." },
        exit_code: { type: "number", description: "Its exit code." },
    },
    openOutputs: true,
    caching: "declared",
    writesWorkspace: true,
    code: { field: "command", interpreterField: "shell", defaultInterpreter: "bash" },
    conditionFields: [],
    deferredFields: [],
    bodyNames: [],
    examples: [
        {
            title: "Run the tests and hand a figure to later steps",
            yaml: [
                "name: example",
                "steps:",
                "  - id: tests",
                "    type: shell",
                "    command: |",
                '      echo "count=3" >> "$PAWL_OUTPUT"',
                "  - id: enough",
                "    type: assert",
                '    condition: "{{ tests.outputs.count | int }} >= 1"',
                "    message: there are tests",
                "",
            ].join("\n"),
        },
    ],
    identity: async ({ config }) => ({
        platform: process.platform,
        arch: process.arch,
        shell: (0,fields/* textField */.M8)(config, "shell", "bash"),
    }),
    run: runScript,
};
async function runScript(context) {
    const shell = (0,fields/* textField */.M8)(context.config, "shell", "bash");
    const interpreter = INTERPRETERS[shell];
    if (interpreter === undefined) {
        throw new errors/* PawlError */.p({
            code: "shell.unknown",
            kind: "invalid",
            message: `Step ${context.path} wants the shell "${shell}", which is unknown`,
            remedy: `Use one of ${Object.keys(INTERPRETERS).join(", ")}.`,
        });
    }
    const script = external_node_path_.join(context.temporaryDirectory, `script.${interpreter.extension}`);
    const outputFile = external_node_path_.join(context.temporaryDirectory, "output");
    await (0,promises_.writeFile)(script, context.script ?? (0,fields/* textField */.M8)(context.config, "command"), { mode: 0o600 });
    await (0,promises_.writeFile)(outputFile, "", { mode: 0o600 });
    const result = await context.sandbox.run({
        argv: interpreter.argv(script),
        cwd: workingDirectory(context),
        env: {
            ...context.env,
            PAWL_OUTPUT: outputFile,
            GITHUB_OUTPUT: outputFile,
            PAWL_RUN_ID: context.run.id,
            PAWL_STEP: context.path,
            PAWL_WORKSPACE: context.workspace.root,
            TMPDIR: context.temporaryDirectory,
        },
        ...(context.step.securityProfile === undefined ? {} : { profile: context.step.securityProfile }),
        ...(context.workspace.linked === undefined ? {} : { readable: context.workspace.linked }),
        writable: [context.temporaryDirectory],
        ...(context.step.timeoutMs === undefined ? {} : { timeoutMs: context.step.timeoutMs }),
        outputLimit: OUTPUT_LIMIT,
        signal: context.signal,
        onOutput: (stream, text) => context.output(stream, text),
    });
    for (const violation of result.violations)
        await context.refused(violation, `security profile ${context.step.securityProfile ?? "none"}`);
    const outputs = {
        stdout: withoutLineEnd(result.stdout),
        stderr: withoutLineEnd(result.stderr),
        ...(result.exitCode === undefined ? {} : { exit_code: result.exitCode }),
    };
    const evidence = {
        command: context.script ?? (0,fields/* textField */.M8)(context.config, "command"),
        shell,
        ...(result.exitCode === undefined ? {} : { exit_code: result.exitCode }),
        ...(result.signal === undefined ? {} : { signal: result.signal }),
        ...(result.truncated === 0 ? {} : { output_bytes_left_out: result.truncated }),
        ...(context.step.securityProfile === undefined ? {} : { security_profile: context.step.securityProfile }),
    };
    const error = errorOf(context, result);
    if (error !== undefined) {
        // A script that failed may have written outputs before: they help to see why, and a broken file must not hide the first error.
        const written = await readOutputFile(outputFile).catch(() => ({}));
        return { status: "failed", error, outputs: { ...written, ...outputs }, evidence };
    }
    const written = withDeclaredTypes(context.step, await readOutputFile(outputFile));
    return { status: "completed", outputs: { ...written, ...outputs }, evidence };
}
function workingDirectory(context) {
    const directory = (0,fields/* textField */.M8)(context.config, "working_directory");
    return directory === "" ? context.workspace.root : context.workspace.resolve(directory);
}
function errorOf(context, result) {
    const where = `Step ${context.path}`;
    switch (result.ended) {
        case "timeout":
            return new errors/* PawlError */.p({
                code: "step.timeout",
                kind: "transient",
                message: `${where} was ended: its command was still running after ${context.step.timeoutMs} ms`,
                remedy: "Raise the step's timeout, or find out what it waits for in its output.",
            });
        case "cancelled":
            return new errors/* PawlError */.p({ code: "step.cancelled", kind: "cancelled", message: `${where} was cancelled` });
        case "output":
            return new errors/* PawlError */.p({
                code: "step.output_limit",
                kind: "permanent",
                message: `${where} was ended: its command printed without end`,
                remedy: "Send large output to a file.",
            });
        case "limit":
            return new errors/* PawlError */.p({
                code: "sandbox.limit",
                kind: "policy",
                message: `${where} was ended: it exceeded a limit of its security profile (${result.violations.join("; ")})`,
                remedy: "Use less, or give the step a security profile with a higher limit.",
            });
        case undefined:
            break;
    }
    if (result.exitCode === 0)
        return undefined;
    const how = result.exitCode === undefined ? `was ended by ${result.signal}` : `ended with exit code ${result.exitCode}`;
    const lines = lastLines(result.stderr.trim() === "" ? result.stdout : result.stderr);
    return new errors/* PawlError */.p({
        code: result.exitCode === undefined ? "step.signal" : "step.exit_code",
        kind: "permanent",
        message: `${where}: the command ${how}${lines === "" ? "" : `\n${lines}`}`,
        ...(result.exitCode === undefined ? {} : { details: { exit_code: result.exitCode } }),
    });
}
function lastLines(text) {
    return text.trimEnd().split("\n").slice(-ERROR_LINES).join("\n").slice(-4_000);
}
function withoutLineEnd(text) {
    return text.endsWith("\n") ? text.slice(0, text.endsWith("\r\n") ? -2 : -1) : text;
}

;// CONCATENATED MODULE: ./lib/steps/switch.js


const switchStep = defineStep({
    type: "switch",
    summary: "Runs the steps of the case that a value names.",
    description: "Compares `value`, as text, with the names of its `cases`, and runs the steps of the one that is equal; those of `default` when none is. Without a match and a default it completes " +
        "and does nothing. The outputs of the steps that ran are outputs of this one under their ids.",
    fields: {
        value: {
            type: ["string", "number", "boolean", "null"],
            description: "What is compared with the names of the cases; nothing is the empty text.",
        },
    },
    required: ["value"],
    bodies: {
        cases: { shape: "map", required: true, description: "Lists of steps by the value they are for." },
        default: { shape: "list", required: false, description: "Steps for every other value." },
    },
    bodyNames: ["value"],
    openOutputs: true,
    outputs: { case: { type: "string", description: "The case that ran: its name, `default`, or empty." } },
    examples: [
        {
            title: "By language",
            yaml: `name: by-language
inputs:
  language: { type: choice, enum: [node, python, go], default: python }
steps:
  - id: test
    type: switch
    value: "{{ inputs.language }}"
    cases:
      node:
        - id: npm
          type: shell
          command: echo npm test
      python:
        - id: pytest
          type: shell
          command: echo pytest
    default:
      - id: unknown
        type: cancel
        reason: "No tests for {{ value }}"
  - id: chosen
    type: assert
    condition: "test.outputs.case == 'python'"
`,
        },
    ],
    run: async (context) => choose(context),
    join: async (_context, frames) => {
        const [frame] = frames;
        const outputs = { ...(frame === undefined ? {} : outputsOf(frame)), case: caseName(frame?.body ?? "") };
        return (failureOf(frames, "switch.failed", () => `case ${caseName(frame?.body ?? "")}`, outputs) ?? {
            status: "completed",
            outputs,
        });
    },
});
function choose({ step, config }) {
    const value = config["value"] ?? null;
    const body = [`cases.${asText(value)}`, "default"].find((name) => Object.hasOwn(step.bodies, name));
    if (body === undefined)
        return { status: "completed", outputs: { case: "" } };
    const key = caseName(body).replaceAll(/[^A-Za-z0-9_.-]/g, "-");
    return { status: "expanded", frames: [{ key: key === "" ? "case" : key, body, names: { value } }], maxParallel: 1 };
}
function asText(value) {
    return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}
function caseName(body) {
    return body.startsWith("cases.") ? body.slice("cases.".length) : body;
}

;// CONCATENATED MODULE: ./lib/steps/transform.js




const transformStep = defineStep({
    type: "transform",
    summary: "Computes a value from others.",
    description: "Reads `data` (after `parse`, when it is text), then, in this order: keeps the items for which `filter` holds, replaces each by `map`, orders them by `sort_by`, keeps the first `limit`, groups them by `group_by`; " +
        "at last `expression` computes the result from what there is, as `value`. In `filter`, `map`, `sort_by` and `group_by` the current item is `item`, its place `index`. No program runs, no model is asked.",
    fields: {
        data: { description: "The value to start from; usually an expression." },
        parse: {
            type: "string",
            enum: ["json", "lines", "csv"],
            description: "How to read `data` when it is text. CSV's first line names the members of each item.",
        },
        filter: {
            type: ["string", "boolean"],
            description: "A condition on `item`; those for which it doesn't hold are left out.",
        },
        map: { type: "string", description: "An expression for what each `item` becomes." },
        sort_by: { type: "string", description: "An expression whose value orders the items." },
        descending: { type: "boolean", description: "Largest first." },
        limit: { type: "integer", minimum: 0, description: "How many items are kept." },
        group_by: { type: "string", description: "An expression; the result is an object of lists by its value." },
        expression: {
            type: "string",
            description: "An expression for the result, in which `value` is what the other fields gave.",
        },
    },
    outputs: { result: { type: "any", description: "The result." } },
    conditionFields: ["filter", "map", "sort_by", "group_by", "expression"],
    bodyNames: ["item", "index", "value"],
    examples: [
        {
            title: "The slowest tests",
            yaml: `name: slowest
steps:
  - id: slow
    type: transform
    data: '[{"name": "a", "ms": 5}, {"name": "b", "ms": 900}, {"name": "c", "ms": 70}]'
    parse: json
    filter: "item.ms > 10"
    sort_by: "item.ms"
    descending: true
    map: "{{ {'name': item.name} }}"
    expression: "value | map(attribute='name') | join(', ')"
  - id: check
    type: assert
    condition: "slow.outputs.result == 'b, c' or slow.outputs.result == 'c, b'"
`,
        },
    ],
    run: async (context) => ({ status: "completed", outputs: { result: transform(context) } }),
});
function transform(context) {
    const { config } = context;
    const read = readData(config["data"] ?? null, config["parse"]);
    const overItems = ["filter", "sort_by", "map", "limit", "group_by"].some((field) => config[field] !== undefined);
    const value = overItems ? arrange(context, transform_itemsOf(read)) : read;
    const { expression } = config;
    return typeof expression === "string" ? context.evaluate(expression, { value }) : value;
}
/** Items keep what they were when they are ordered and grouped, and become what `map` says last of all that concerns one item. */
function arrange(context, items) {
    const { config } = context;
    const { filter, map, sort_by: sortBy, group_by: groupBy } = config;
    const each = (text, item, index) => context.evaluate(text, { item, index });
    let kept = items.map((item, index) => ({ item, index }));
    if (filter !== undefined && filter !== null) {
        const text = typeof filter === "string" ? filter : JSON.stringify(filter);
        kept = kept.filter(({ item, index }) => context.condition(text, { item, index }));
    }
    if (typeof map === "string")
        kept = kept.map(({ item, index }) => ({ item: each(map, item, index), index }));
    if (typeof sortBy === "string") {
        const sign = config["descending"] === true ? -1 : 1;
        kept = kept
            .map((entry) => ({ ...entry, rank: each(sortBy, entry.item, entry.index) }))
            .toSorted((a, b) => sign * compare(a.rank, b.rank) || a.index - b.index);
    }
    const limit = wholeNumber(config["limit"], "limit", {
        fallback: kept.length,
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
    });
    const list = kept.slice(0, limit);
    if (typeof groupBy !== "string")
        return list.map(({ item }) => item);
    const groups = Map.groupBy(list, ({ item, index }) => transform_textOf(each(groupBy, item, index)));
    return Object.fromEntries([...groups].map(([name, members]) => [name, members.map(({ item }) => item)]));
}
function transform_itemsOf(value) {
    if (Array.isArray(value))
        return value;
    if ((0,json/* isJsonObject */.O)(value))
        return Object.entries(value).map(([key, member]) => ({ key, value: member }));
    throw fieldError("data", `must be a list for what is asked of it; it is ${JSON.stringify(value).slice(0, 80)}`);
}
function compare(left, right) {
    if (typeof left === "number" && typeof right === "number")
        return left - right;
    const [a, b] = [transform_textOf(left), transform_textOf(right)];
    return a < b ? -1 : a > b ? 1 : 0;
}
function transform_textOf(value) {
    return typeof value === "string" ? value : (0,json/* canonicalJson */.d)(value);
}
function readData(data, parse) {
    if (typeof data !== "string" || parse === undefined || parse === null)
        return data;
    switch (parse) {
        case "json":
            try {
                return JSON.parse(data);
            }
            catch (thrown) {
                throw new errors/* PawlError */.p({
                    code: "transform.not_json",
                    kind: "permanent",
                    message: `\`data\` is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
                    cause: thrown,
                });
            }
        case "lines":
            return transform_linesOf(data);
        default:
            return csvRecords(data);
    }
}
function transform_linesOf(text) {
    const lines = text.split(/\r?\n/);
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
/** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. */
function csvRecords(text) {
    const rows = [[]];
    let field = "";
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? "";
        if (quoted) {
            if (char !== '"')
                field += char;
            else if (text[at + 1] === '"') {
                field += '"';
                at += 1;
            }
            else
                quoted = false;
        }
        else if (char === '"' && field === "")
            quoted = true;
        else if (char === "," || char === "\n") {
            rows.at(-1)?.push(field.replace(/\r$/, ""));
            field = "";
            if (char === "\n")
                rows.push([]);
        }
        else
            field += char;
    }
    if (field !== "" || (rows.at(-1)?.length ?? 0) > 0)
        rows.at(-1)?.push(field.replace(/\r$/, ""));
    const [names = [], ...records] = rows.filter((row) => row.length > 0);
    return records.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

;// CONCATENATED MODULE: ./lib/steps/validate.js




/** Problems shown in the message; all are in the outputs. */
const SHOWN = 3;
const validateStep = defineStep({
    type: "validate",
    summary: "Checks data against a JSON Schema.",
    description: "Checks `data`, or the JSON in the workspace file `file`, against `schema` or the schema in `schema_file`. What doesn't agree fails the step with `validate.failed`, all problems at once, each with the place in the data.",
    oneOf: [{ fields: ["data", "file"] }, { fields: ["schema", "schema_file"] }],
    fields: {
        data: { description: "The value to check; text that is JSON is read first." },
        file: { type: "string", description: "A workspace file that holds the value as JSON, instead of `data`." },
        schema: { type: "object", description: "The JSON Schema.", additionalProperties: true },
        schema_file: { type: "string", description: "A workspace file that holds the schema, instead of `schema`." },
    },
    outputs: {
        valid: { type: "boolean", description: "Whether the data agrees." },
        problems: { type: "list", description: "What doesn't: `{path, message}` each." },
        data: { type: "any", description: "The value that was checked." },
    },
    examples: [
        {
            title: "Check what a command printed",
            yaml: `name: check-report
steps:
  - id: report
    type: shell
    command: echo '{"score":7}'
  - id: shape
    type: validate
    data: "{{ report.outputs.stdout }}"
    schema:
      type: object
      required: [score]
      properties:
        score: { type: number, minimum: 0, maximum: 10 }
  - id: use
    type: assert
    condition: "shape.outputs.data.score > 5"
`,
        },
    ],
    run: async (context) => validate_check(context),
});
async function validate_check(context) {
    const { config } = context;
    const data = given(context, config["data"], config["file"], "data");
    const schema = given(context, config["schema"], config["schema_file"], "schema");
    if (!(0,json/* isJsonObject */.O)(schema))
        throw fieldError("schema", "must be a JSON Schema object");
    // The validator is loaded when the first such step runs: starting must stay cheap.
    const { schemaProblems } = await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(6757)]).then(__webpack_require__.bind(__webpack_require__, 36757));
    const problems = schemaProblems(schema, data);
    const outputs = {
        valid: problems.length === 0,
        problems: problems.map(({ path, message }) => ({ path, message })),
        data,
    };
    if (problems.length === 0)
        return { status: "completed", outputs };
    const shown = problems.slice(0, SHOWN).map(({ path, message }) => `${path === "" ? "the value" : path} ${message}`);
    const more = problems.length > SHOWN ? ` (and ${problems.length - SHOWN} more)` : "";
    return {
        status: "failed",
        error: new errors/* PawlError */.p({
            code: "validate.failed",
            kind: "permanent",
            message: `the data does not agree with its schema: ${shown.join("; ")}${more}`,
            details: { problems: outputs["problems"] ?? [] },
        }),
        outputs,
    };
}
function given(context, value, file, field) {
    if ((value === undefined) === (file === undefined)) {
        throw fieldError(field, `or \`${field === "data" ? "file" : "schema_file"}\` must be given, and not both`);
    }
    if (typeof file === "string")
        return parsed(context.workspace.readFile(file), `the file ${file}`);
    return typeof value === "string" && /^\s*[[{]/.test(value) ? parsed(value, `\`${field}\``) : (value ?? null);
}
function parsed(text, place) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        throw new errors/* PawlError */.p({
            code: "validate.not_json",
            kind: "permanent",
            message: `${place} is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
            cause: thrown,
        });
    }
}

;// CONCATENATED MODULE: ./lib/steps/workflow.js



const KINDS = new Set(["transient", "permanent", "budget", "cancelled", "policy", "invalid"]);
const workflowStep = defineStep({
    type: "workflow",
    summary: "Runs another workflow as a run of its own.",
    description: "Starts the workflow that `workflow` names (a name or a path, looked up in `.github/pawl/` and then in the library) with `inputs`, and waits for its end. The child is a run with its own record, " +
        "linked to this one; it spends from this step's budget, and a resume of this run goes on with the same child. The child's outputs are this step's outputs.",
    fields: {
        workflow: { type: "string", description: "The workflow's name, or its path relative to this file." },
    },
    required: ["workflow"],
    openOutputs: true,
    outputs: { run_id: { type: "string", description: "The child run's id." } },
    writesWorkspace: true,
    examples: [
        {
            title: "Run the tests of another workflow",
            yaml: `- id: tests
  type: workflow
  workflow: run-tests
  inputs:
    level: full
`,
        },
    ],
    run: async (context) => runChild(context),
});
async function runChild(context) {
    const reference = context.config["workflow"];
    if (typeof reference !== "string" || reference === "")
        throw fieldError("workflow", "must name a workflow");
    const child = await context.runChild({ reference, inputs: context.inputs });
    const outputs = { ...child.outputs, run_id: child.runId };
    const evidence = { workflow: reference, run_id: child.runId, status: child.status };
    switch (child.status) {
        case "completed":
            return { status: "completed", outputs, evidence };
        case "parked":
            return {
                status: "parked",
                reason: `its run ${child.runId} of ${reference} waits`,
                wake: { event: { path: context.path, name: "run.ended", match: { run: child.runId } } },
            };
        default:
            return { status: "failed", outputs, evidence, error: childError(reference, child) };
    }
}
function childError(reference, child) {
    const { kind, message, code, remedy } = child.error ?? {};
    const known = typeof kind === "string" && KINDS.has(kind) ? kind : undefined;
    return new errors/* PawlError */.p({
        code: child.status === "cancelled" ? "cancelled" : "workflow.failed",
        kind: known ?? (child.status === "cancelled" ? "cancelled" : "permanent"),
        message: `workflow ${reference} ${child.status}: ${typeof message === "string" ? message : "it gave no reason"}`,
        remedy: typeof remedy === "string" ? remedy : `See \`pawl show ${child.runId}\`.`,
        details: { run_id: child.runId, ...(typeof code === "string" ? { cause_code: code } : {}) },
    });
}

;// CONCATENATED MODULE: ./lib/steps/registry.js





















/** In the order of spec L3, which is the order of the reference. */
const registry_all = [
    shellStep,
    claudeStep,
    claudeCodeStep,
    assertStep,
    approvalStep,
    parallelStep,
    foreachStep,
    loopStep,
    switchStep,
    workflowStep,
    transformStep,
    validateStep,
    setStep,
    delayStep,
    waitForEventStep,
    pullRequestStep,
    commentStep,
    pluginStep,
    memoryStep,
    retrievalStep,
    cancelStep,
];
/** Every step type Pawl brings, by its name in a workflow file. One import and one line here per type. */
const builtInSteps = new Map(registry_all.map((step) => [step.type, step]));


/***/ })

};
