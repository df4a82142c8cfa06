export const id = 9157;
export const ids = [9157];
export const modules = {

/***/ 68128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ ownStepSchema),
/* harmony export */   L8: () => (/* binding */ documentSchema),
/* harmony export */   XC: () => (/* binding */ untypedStepSchema),
/* harmony export */   ku: () => (/* binding */ schemaDigest),
/* harmony export */   nV: () => (/* binding */ STEP_FIELDS),
/* harmony export */   ug: () => (/* binding */ FIRST_STEP),
/* harmony export */   xs: () => (/* binding */ commonStepSchema)
/* harmony export */ });
/* unused harmony exports SCHEMA_ID, WORKFLOW_FIELDS, composeSchema, typeSchema */
/* harmony import */ var _kernel_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56129);


/** Where the published schema is served for editors. */
const SCHEMA_ID = "https://unpkg.com/pawl/workflow.schema.json";
const PROFILES = ["minimal", "standard", "hardened", "paranoid", "development", "testing", "restricted"];
const OUTPUT_TYPES = ["string", "number", "boolean", "object", "list", "artifact", "any"];
const ITEMS = {
    type: "string",
    enum: ["string", "number", "boolean", "object"],
    description: "What each item of a list is.",
};
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
            type: { type: "string", enum: OUTPUT_TYPES, description: "What it is." },
            items: ITEMS,
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
                items: ITEMS,
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
        description: "Whether completed steps are compensated when the run fails: automatic, or manual for when somebody asks for it (pawl rollback).",
    },
    autonomy: {
        type: "string",
        enum: ["full", "ask", "off"],
        description: "How far the engine goes on its own after a failure. full: it does what retry and on_error say. ask: it parks and asks a person first. off: the failure stands.",
    },
    cost_tracking: { type: "boolean", description: "Whether cost is recorded (it is, unless this is false)." },
    steps: { $ref: "#/definitions/steps" },
};
/**
 * The JSON Schema (draft 7) of a workflow file, put together from the step types.
 * Every field of a type's own that isn't a text takes an expression too; the validator sees by the value whether it is one.
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
        definitions[`field_${name}`] = schema;
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
/** A first step, whole: what a hint shows to somebody who has none. */
const FIRST_STEP = "- {id: hello, type: shell, command: echo hello}";
/** The shape of a document without looking into its steps: `steps` is a list of mappings. */
function documentSchema() {
    const steps = {
        type: "array",
        minItems: 1,
        maxItems: 5000,
        items: { type: "object", description: `a step is a mapping, such as ${FIRST_STEP}` },
        description: `steps are a list, such as ${FIRST_STEP}`,
    };
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
    // Told by code of its own, in better words than a schema's.
    const { allOf: _choices, ...rest } = schema;
    return { ...rest, properties: { ...schema["properties"], ...bodies } };
}
/** The fields and bodies of one type's own, for whoever looks at it alone. */
function typeSchema(type) {
    const { properties, ...schema } = ownStepSchema(type);
    const common = new Set(Object.keys(STEP_FIELDS));
    const own = Object.entries(properties).filter(([name]) => name === "type" || !common.has(name));
    return { ...schema, required: ["id", "type", ...type.required], properties: Object.fromEntries(own) };
}
/** Tells whether a validator made beforehand stands for this very schema. */
function schemaDigest(schema) {
    return (0,_kernel_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(JSON.stringify(schema));
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
function stepSchema(type, common, field) {
    const own = Object.fromEntries(Object.entries(type.fields).map(([name, schema]) => [name, field(schema)]));
    const bodies = Object.fromEntries(Object.entries(type.bodies).map(([name, { shape, description }]) => [
        name,
        shape === "list"
            ? { $ref: "#/definitions/steps", description }
            : { type: "object", description, additionalProperties: { $ref: "#/definitions/steps" } },
    ]));
    const requiredBodies = Object.entries(type.bodies).flatMap(([name, { required }]) => (required ? [name] : []));
    const choices = (type.oneOf ?? []).map(({ fields, atLeast }) => {
        const each = fields.map((name) => ({ required: [name] }));
        return atLeast === true ? { anyOf: each } : { oneOf: each };
    });
    return {
        type: "object",
        description: type.summary,
        ...(choices.length === 0 ? {} : { allOf: choices }),
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


/***/ }),

/***/ 28296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ schemaValidators),
  r: () => (/* binding */ stepValidator)
});

// EXTERNAL MODULE: ./lib/language/schema/compose.js
var compose = __webpack_require__(68128);
;// CONCATENATED MODULE: ./lib/language/schema/validators.generated.js
// @ts-nocheck
// Made by "npm run generate" from the step types: ajv's validators as plain code, so that a run neither loads ajv nor compiles a schema.
const v0 = validate10;
const schema11 = { "$id": "v0", "type": "object", "required": ["name", "steps"], "properties": { "$schema": { "type": "string", "description": "The address of this schema, for editors." }, "name": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,99}$", "description": "How the workflow is called: lower-case letters, digits, _ and -." }, "version": { "type": ["string", "number"], "description": "The version of this workflow." }, "description": { "type": "string", "description": "What it does, in a sentence." }, "inputs": { "description": "What a run is given.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "choice", "list", "object", "secret"], "description": "What it is." }, "items": { "type": "string", "enum": ["string", "number", "boolean", "object"], "description": "What each item of a list is." }, "required": { "type": "boolean", "description": "Whether a run can't start without it." }, "default": { "description": "What it is when not given." }, "description": { "type": "string", "description": "What it is for." }, "enum": { "type": "array", "minItems": 1, "description": "The values it may have." }, "options": { "type": "array", "minItems": 1, "description": "The same as enum." }, "pattern": { "type": "string", "maxLength": 1000, "description": "A regular expression (RE2) it must match." }, "minimum": { "type": "number", "description": "The least." }, "maximum": { "type": "number", "description": "The most." } }, "additionalProperties": false } }, "outputs": { "description": "Outputs by name: a type, an expression, a path (./report.xml) or the details.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "object", "list", "artifact", "any"], "description": "What it is." }, "items": { "type": "string", "enum": ["string", "number", "boolean", "object"], "description": "What each item of a list is." }, "value": { "description": "Where it comes from: an expression, or a path for an artifact." }, "description": { "type": "string", "description": "What it is, for people." } }, "additionalProperties": false } }, "variables": { "type": "object", "description": "Values by name; they may refer to inputs and to one another.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": true }, "env": { "type": "object", "description": "Environment variables of every step.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean", "null"] } }, "budget": { "description": "The most that may be used. A budget that is spent parks the run; it goes on with a raised one.", "type": ["object", "number"], "properties": { "usd": { "type": "number", "minimum": 0, "description": "Dollars." }, "tokens": { "type": "integer", "minimum": 0, "description": "Tokens of all kinds together." }, "minutes": { "type": "number", "minimum": 0, "description": "Minutes of running time." }, "turns": { "type": "integer", "minimum": 0, "description": "Answers of a model." } }, "additionalProperties": false }, "permissions": { "description": "What its effects may do on GitHub; what isn't listed is refused.", "type": "object", "properties": { "contents": { "type": "string", "enum": ["none", "read", "write"], "description": "Branches and commits." }, "issues": { "type": "string", "enum": ["none", "read", "write"], "description": "Comments and labels." }, "pull_requests": { "type": "string", "enum": ["none", "read", "write"], "description": "Pull requests." }, "checks": { "type": "string", "enum": ["none", "read", "write"], "description": "Check runs." }, "protected_paths": { "type": "array", "items": { "type": "string" }, "description": "Globs of protected paths it may change all the same." } }, "additionalProperties": false }, "concurrency": { "description": "Runs of one group wait for one another.", "type": ["object", "string"], "required": ["group"], "properties": { "group": { "type": "string", "description": "The group's name; may hold expressions." }, "cancel_in_progress": { "type": "boolean", "description": "Cancel the older run instead of waiting for it." } }, "additionalProperties": false }, "triggers": { "type": ["object", "array"], "description": "What starts it, beside a label and a comment.", "additionalProperties": true }, "defaults": { "type": "object", "description": "Fields for every step that doesn't have them.", "additionalProperties": true }, "extends": { "type": "string", "description": "The workflow this one is made from: a name or a path." }, "parallel_execution": { "type": "boolean", "description": "Steps run as soon as what they need has ended, instead of in order." }, "max_parallel": { "type": "integer", "minimum": 1, "maximum": 256, "description": "The most steps at once." }, "rollback_strategy": { "type": "string", "enum": ["none", "automatic", "manual"], "description": "Whether completed steps are compensated when the run fails: automatic, or manual for when somebody asks for it (pawl rollback)." }, "autonomy": { "type": "string", "enum": ["full", "ask", "off"], "description": "How far the engine goes on its own after a failure. full: it does what retry and on_error say. ask: it parks and asks a person first. off: the failure stands." }, "cost_tracking": { "type": "boolean", "description": "Whether cost is recorded (it is, unless this is false)." }, "steps": { "type": "array", "minItems": 1, "maxItems": 5000, "items": { "type": "object", "description": "a step is a mapping, such as - {id: hello, type: shell, command: echo hello}" }, "description": "steps are a list, such as - {id: hello, type: shell, command: echo hello}" } }, "additionalProperties": false };
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
                    if (data5.items !== undefined) {
                        let data7 = data5.items;
                        if (typeof data7 !== "string") {
                            const err14 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/inputs/additionalProperties/properties/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.items.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.items, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err14];
                            }
                            else {
                                vErrors.push(err14);
                            }
                            errors++;
                        }
                        if (!((((data7 === "string") || (data7 === "number")) || (data7 === "boolean")) || (data7 === "object"))) {
                            const err15 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/inputs/additionalProperties/properties/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.inputs.additionalProperties.properties.items.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.inputs.additionalProperties.properties.items.enum, parentSchema: schema11.properties.inputs.additionalProperties.properties.items, data: data7 };
                            if (vErrors === null) {
                                vErrors = [err15];
                            }
                            else {
                                vErrors.push(err15);
                            }
                            errors++;
                        }
                    }
                    if (data5.required !== undefined) {
                        let data8 = data5.required;
                        if (typeof data8 !== "boolean") {
                            const err16 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/properties/inputs/additionalProperties/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.inputs.additionalProperties.properties.required.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.required, data: data8 };
                            if (vErrors === null) {
                                vErrors = [err16];
                            }
                            else {
                                vErrors.push(err16);
                            }
                            errors++;
                        }
                    }
                    if (data5.description !== undefined) {
                        let data9 = data5.description;
                        if (typeof data9 !== "string") {
                            const err17 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/inputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.description.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.description, data: data9 };
                            if (vErrors === null) {
                                vErrors = [err17];
                            }
                            else {
                                vErrors.push(err17);
                            }
                            errors++;
                        }
                    }
                    if (data5.enum !== undefined) {
                        let data10 = data5.enum;
                        if (Array.isArray(data10)) {
                            if (data10.length < 1) {
                                const err18 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/properties/inputs/additionalProperties/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.inputs.additionalProperties.properties.enum, data: data10 };
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
                            const err19 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/properties/inputs/additionalProperties/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.inputs.additionalProperties.properties.enum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.enum, data: data10 };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                    }
                    if (data5.options !== undefined) {
                        let data11 = data5.options;
                        if (Array.isArray(data11)) {
                            if (data11.length < 1) {
                                const err20 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/options", schemaPath: "#/properties/inputs/additionalProperties/properties/options/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.inputs.additionalProperties.properties.options, data: data11 };
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
                            const err21 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/options", schemaPath: "#/properties/inputs/additionalProperties/properties/options/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.inputs.additionalProperties.properties.options.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.options, data: data11 };
                            if (vErrors === null) {
                                vErrors = [err21];
                            }
                            else {
                                vErrors.push(err21);
                            }
                            errors++;
                        }
                    }
                    if (data5.pattern !== undefined) {
                        let data12 = data5.pattern;
                        if (typeof data12 === "string") {
                            if (data12.length > 1000) {
                                const err22 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pattern", schemaPath: "#/properties/inputs/additionalProperties/properties/pattern/maxLength", keyword: "maxLength", params: { limit: 1000 }, message: "must NOT have more than 1000 characters", schema: 1000, parentSchema: schema11.properties.inputs.additionalProperties.properties.pattern, data: data12 };
                                if (vErrors === null) {
                                    vErrors = [err22];
                                }
                                else {
                                    vErrors.push(err22);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err23 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pattern", schemaPath: "#/properties/inputs/additionalProperties/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.inputs.additionalProperties.properties.pattern.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.pattern, data: data12 };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                    if (data5.minimum !== undefined) {
                        let data13 = data5.minimum;
                        if (!(typeof data13 == "number")) {
                            const err24 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/minimum", schemaPath: "#/properties/inputs/additionalProperties/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.inputs.additionalProperties.properties.minimum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.minimum, data: data13 };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                    }
                    if (data5.maximum !== undefined) {
                        let data14 = data5.maximum;
                        if (!(typeof data14 == "number")) {
                            const err25 = { instancePath: instancePath + "/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/maximum", schemaPath: "#/properties/inputs/additionalProperties/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.inputs.additionalProperties.properties.maximum.type, parentSchema: schema11.properties.inputs.additionalProperties.properties.maximum, data: data14 };
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
            }
        }
        else {
            const err26 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.inputs.type, parentSchema: schema11.properties.inputs, data: data4 };
            if (vErrors === null) {
                vErrors = [err26];
            }
            else {
                vErrors.push(err26);
            }
            errors++;
        }
    }
    if (data.outputs !== undefined) {
        let data15 = data.outputs;
        if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
            for (const key4 in data15) {
                const _errs37 = errors;
                if (typeof key4 === "string") {
                    if (!pattern1.test(key4)) {
                        const err27 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema11.properties.outputs.propertyNames, data: key4, propertyName: key4 };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                }
                var valid4 = _errs37 === errors;
                if (!valid4) {
                    const err28 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema11.properties.outputs.propertyNames, parentSchema: schema11.properties.outputs, data: data15 };
                    if (vErrors === null) {
                        vErrors = [err28];
                    }
                    else {
                        vErrors.push(err28);
                    }
                    errors++;
                }
            }
            for (const key5 in data15) {
                let data16 = data15[key5];
                if (((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (typeof data16 !== "string")) && (data16 !== null)) {
                    const err29 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: schema11.properties.outputs.additionalProperties.type }, message: "must be object,string,null", schema: schema11.properties.outputs.additionalProperties.type, parentSchema: schema11.properties.outputs.additionalProperties, data: data16 };
                    if (vErrors === null) {
                        vErrors = [err29];
                    }
                    else {
                        vErrors.push(err29);
                    }
                    errors++;
                }
                if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                    for (const key6 in data16) {
                        if (!((((key6 === "type") || (key6 === "items")) || (key6 === "value")) || (key6 === "description"))) {
                            const err30 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.outputs.additionalProperties, data: data16 };
                            if (vErrors === null) {
                                vErrors = [err30];
                            }
                            else {
                                vErrors.push(err30);
                            }
                            errors++;
                        }
                    }
                    if (data16.type !== undefined) {
                        let data17 = data16.type;
                        if (typeof data17 !== "string") {
                            const err31 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.outputs.additionalProperties.properties.type.type, parentSchema: schema11.properties.outputs.additionalProperties.properties.type, data: data17 };
                            if (vErrors === null) {
                                vErrors = [err31];
                            }
                            else {
                                vErrors.push(err31);
                            }
                            errors++;
                        }
                        if (!(((((((data17 === "string") || (data17 === "number")) || (data17 === "boolean")) || (data17 === "object")) || (data17 === "list")) || (data17 === "artifact")) || (data17 === "any"))) {
                            const err32 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/outputs/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema11.properties.outputs.additionalProperties.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.outputs.additionalProperties.properties.type.enum, parentSchema: schema11.properties.outputs.additionalProperties.properties.type, data: data17 };
                            if (vErrors === null) {
                                vErrors = [err32];
                            }
                            else {
                                vErrors.push(err32);
                            }
                            errors++;
                        }
                    }
                    if (data16.items !== undefined) {
                        let data18 = data16.items;
                        if (typeof data18 !== "string") {
                            const err33 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/outputs/additionalProperties/properties/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.outputs.additionalProperties.properties.items.type, parentSchema: schema11.properties.outputs.additionalProperties.properties.items, data: data18 };
                            if (vErrors === null) {
                                vErrors = [err33];
                            }
                            else {
                                vErrors.push(err33);
                            }
                            errors++;
                        }
                        if (!((((data18 === "string") || (data18 === "number")) || (data18 === "boolean")) || (data18 === "object"))) {
                            const err34 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/outputs/additionalProperties/properties/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.outputs.additionalProperties.properties.items.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.outputs.additionalProperties.properties.items.enum, parentSchema: schema11.properties.outputs.additionalProperties.properties.items, data: data18 };
                            if (vErrors === null) {
                                vErrors = [err34];
                            }
                            else {
                                vErrors.push(err34);
                            }
                            errors++;
                        }
                    }
                    if (data16.description !== undefined) {
                        let data19 = data16.description;
                        if (typeof data19 !== "string") {
                            const err35 = { instancePath: instancePath + "/outputs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/outputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.outputs.additionalProperties.properties.description.type, parentSchema: schema11.properties.outputs.additionalProperties.properties.description, data: data19 };
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
        }
        else {
            const err36 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.outputs.type, parentSchema: schema11.properties.outputs, data: data15 };
            if (vErrors === null) {
                vErrors = [err36];
            }
            else {
                vErrors.push(err36);
            }
            errors++;
        }
    }
    if (data.variables !== undefined) {
        let data20 = data.variables;
        if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            for (const key7 in data20) {
                const _errs50 = errors;
                if (typeof key7 === "string") {
                    if (!pattern1.test(key7)) {
                        const err37 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$", parentSchema: schema11.properties.variables.propertyNames, data: key7, propertyName: key7 };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
                var valid7 = _errs50 === errors;
                if (!valid7) {
                    const err38 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, message: "property name must be valid", schema: schema11.properties.variables.propertyNames, parentSchema: schema11.properties.variables, data: data20 };
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
            const err39 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.variables.type, parentSchema: schema11.properties.variables, data: data20 };
            if (vErrors === null) {
                vErrors = [err39];
            }
            else {
                vErrors.push(err39);
            }
            errors++;
        }
    }
    if (data.env !== undefined) {
        let data21 = data.env;
        if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            for (const key8 in data21) {
                const _errs54 = errors;
                if (typeof key8 === "string") {
                    if (!pattern4.test(key8)) {
                        const err40 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema11.properties.env.propertyNames, data: key8, propertyName: key8 };
                        if (vErrors === null) {
                            vErrors = [err40];
                        }
                        else {
                            vErrors.push(err40);
                        }
                        errors++;
                    }
                }
                var valid8 = _errs54 === errors;
                if (!valid8) {
                    const err41 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key8 }, message: "property name must be valid", schema: schema11.properties.env.propertyNames, parentSchema: schema11.properties.env, data: data21 };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
            }
            for (const key9 in data21) {
                let data22 = data21[key9];
                if ((((typeof data22 !== "string") && (!(typeof data22 == "number"))) && (typeof data22 !== "boolean")) && (data22 !== null)) {
                    const err42 = { instancePath: instancePath + "/env/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema11.properties.env.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema11.properties.env.additionalProperties.type, parentSchema: schema11.properties.env.additionalProperties, data: data22 };
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
            const err43 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.env.type, parentSchema: schema11.properties.env, data: data21 };
            if (vErrors === null) {
                vErrors = [err43];
            }
            else {
                vErrors.push(err43);
            }
            errors++;
        }
    }
    if (data.budget !== undefined) {
        let data23 = data.budget;
        if ((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (!(typeof data23 == "number"))) {
            const err44 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: schema11.properties.budget.type }, message: "must be object,number", schema: schema11.properties.budget.type, parentSchema: schema11.properties.budget, data: data23 };
            if (vErrors === null) {
                vErrors = [err44];
            }
            else {
                vErrors.push(err44);
            }
            errors++;
        }
        if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
            for (const key10 in data23) {
                if (!((((key10 === "usd") || (key10 === "tokens")) || (key10 === "minutes")) || (key10 === "turns"))) {
                    const err45 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.budget, data: data23 };
                    if (vErrors === null) {
                        vErrors = [err45];
                    }
                    else {
                        vErrors.push(err45);
                    }
                    errors++;
                }
            }
            if (data23.usd !== undefined) {
                let data24 = data23.usd;
                if (typeof data24 == "number") {
                    if (data24 < 0 || isNaN(data24)) {
                        const err46 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.usd, data: data24 };
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
                    const err47 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.budget.properties.usd.type, parentSchema: schema11.properties.budget.properties.usd, data: data24 };
                    if (vErrors === null) {
                        vErrors = [err47];
                    }
                    else {
                        vErrors.push(err47);
                    }
                    errors++;
                }
            }
            if (data23.tokens !== undefined) {
                let data25 = data23.tokens;
                if (!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))) {
                    const err48 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.budget.properties.tokens.type, parentSchema: schema11.properties.budget.properties.tokens, data: data25 };
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
                        const err49 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.tokens, data: data25 };
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
            if (data23.minutes !== undefined) {
                let data26 = data23.minutes;
                if (typeof data26 == "number") {
                    if (data26 < 0 || isNaN(data26)) {
                        const err50 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.minutes, data: data26 };
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
                    const err51 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema11.properties.budget.properties.minutes.type, parentSchema: schema11.properties.budget.properties.minutes, data: data26 };
                    if (vErrors === null) {
                        vErrors = [err51];
                    }
                    else {
                        vErrors.push(err51);
                    }
                    errors++;
                }
            }
            if (data23.turns !== undefined) {
                let data27 = data23.turns;
                if (!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))) {
                    const err52 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.budget.properties.turns.type, parentSchema: schema11.properties.budget.properties.turns, data: data27 };
                    if (vErrors === null) {
                        vErrors = [err52];
                    }
                    else {
                        vErrors.push(err52);
                    }
                    errors++;
                }
                if (typeof data27 == "number") {
                    if (data27 < 0 || isNaN(data27)) {
                        const err53 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema11.properties.budget.properties.turns, data: data27 };
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
        }
    }
    if (data.permissions !== undefined) {
        let data28 = data.permissions;
        if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            for (const key11 in data28) {
                if (!(((((key11 === "contents") || (key11 === "issues")) || (key11 === "pull_requests")) || (key11 === "checks")) || (key11 === "protected_paths"))) {
                    const err54 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.permissions, data: data28 };
                    if (vErrors === null) {
                        vErrors = [err54];
                    }
                    else {
                        vErrors.push(err54);
                    }
                    errors++;
                }
            }
            if (data28.contents !== undefined) {
                let data29 = data28.contents;
                if (typeof data29 !== "string") {
                    const err55 = { instancePath: instancePath + "/permissions/contents", schemaPath: "#/properties/permissions/properties/contents/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.contents.type, parentSchema: schema11.properties.permissions.properties.contents, data: data29 };
                    if (vErrors === null) {
                        vErrors = [err55];
                    }
                    else {
                        vErrors.push(err55);
                    }
                    errors++;
                }
                if (!(((data29 === "none") || (data29 === "read")) || (data29 === "write"))) {
                    const err56 = { instancePath: instancePath + "/permissions/contents", schemaPath: "#/properties/permissions/properties/contents/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.contents.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.contents.enum, parentSchema: schema11.properties.permissions.properties.contents, data: data29 };
                    if (vErrors === null) {
                        vErrors = [err56];
                    }
                    else {
                        vErrors.push(err56);
                    }
                    errors++;
                }
            }
            if (data28.issues !== undefined) {
                let data30 = data28.issues;
                if (typeof data30 !== "string") {
                    const err57 = { instancePath: instancePath + "/permissions/issues", schemaPath: "#/properties/permissions/properties/issues/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.issues.type, parentSchema: schema11.properties.permissions.properties.issues, data: data30 };
                    if (vErrors === null) {
                        vErrors = [err57];
                    }
                    else {
                        vErrors.push(err57);
                    }
                    errors++;
                }
                if (!(((data30 === "none") || (data30 === "read")) || (data30 === "write"))) {
                    const err58 = { instancePath: instancePath + "/permissions/issues", schemaPath: "#/properties/permissions/properties/issues/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.issues.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.issues.enum, parentSchema: schema11.properties.permissions.properties.issues, data: data30 };
                    if (vErrors === null) {
                        vErrors = [err58];
                    }
                    else {
                        vErrors.push(err58);
                    }
                    errors++;
                }
            }
            if (data28.pull_requests !== undefined) {
                let data31 = data28.pull_requests;
                if (typeof data31 !== "string") {
                    const err59 = { instancePath: instancePath + "/permissions/pull_requests", schemaPath: "#/properties/permissions/properties/pull_requests/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.pull_requests.type, parentSchema: schema11.properties.permissions.properties.pull_requests, data: data31 };
                    if (vErrors === null) {
                        vErrors = [err59];
                    }
                    else {
                        vErrors.push(err59);
                    }
                    errors++;
                }
                if (!(((data31 === "none") || (data31 === "read")) || (data31 === "write"))) {
                    const err60 = { instancePath: instancePath + "/permissions/pull_requests", schemaPath: "#/properties/permissions/properties/pull_requests/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.pull_requests.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.pull_requests.enum, parentSchema: schema11.properties.permissions.properties.pull_requests, data: data31 };
                    if (vErrors === null) {
                        vErrors = [err60];
                    }
                    else {
                        vErrors.push(err60);
                    }
                    errors++;
                }
            }
            if (data28.checks !== undefined) {
                let data32 = data28.checks;
                if (typeof data32 !== "string") {
                    const err61 = { instancePath: instancePath + "/permissions/checks", schemaPath: "#/properties/permissions/properties/checks/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.checks.type, parentSchema: schema11.properties.permissions.properties.checks, data: data32 };
                    if (vErrors === null) {
                        vErrors = [err61];
                    }
                    else {
                        vErrors.push(err61);
                    }
                    errors++;
                }
                if (!(((data32 === "none") || (data32 === "read")) || (data32 === "write"))) {
                    const err62 = { instancePath: instancePath + "/permissions/checks", schemaPath: "#/properties/permissions/properties/checks/enum", keyword: "enum", params: { allowedValues: schema11.properties.permissions.properties.checks.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.permissions.properties.checks.enum, parentSchema: schema11.properties.permissions.properties.checks, data: data32 };
                    if (vErrors === null) {
                        vErrors = [err62];
                    }
                    else {
                        vErrors.push(err62);
                    }
                    errors++;
                }
            }
            if (data28.protected_paths !== undefined) {
                let data33 = data28.protected_paths;
                if (Array.isArray(data33)) {
                    const len0 = data33.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                        let data34 = data33[i0];
                        if (typeof data34 !== "string") {
                            const err63 = { instancePath: instancePath + "/permissions/protected_paths/" + i0, schemaPath: "#/properties/permissions/properties/protected_paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.permissions.properties.protected_paths.items.type, parentSchema: schema11.properties.permissions.properties.protected_paths.items, data: data34 };
                            if (vErrors === null) {
                                vErrors = [err63];
                            }
                            else {
                                vErrors.push(err63);
                            }
                            errors++;
                        }
                    }
                }
                else {
                    const err64 = { instancePath: instancePath + "/permissions/protected_paths", schemaPath: "#/properties/permissions/properties/protected_paths/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.permissions.properties.protected_paths.type, parentSchema: schema11.properties.permissions.properties.protected_paths, data: data33 };
                    if (vErrors === null) {
                        vErrors = [err64];
                    }
                    else {
                        vErrors.push(err64);
                    }
                    errors++;
                }
            }
        }
        else {
            const err65 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.permissions.type, parentSchema: schema11.properties.permissions, data: data28 };
            if (vErrors === null) {
                vErrors = [err65];
            }
            else {
                vErrors.push(err65);
            }
            errors++;
        }
    }
    if (data.concurrency !== undefined) {
        let data35 = data.concurrency;
        if ((!(data35 && typeof data35 == "object" && !Array.isArray(data35))) && (typeof data35 !== "string")) {
            const err66 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/type", keyword: "type", params: { type: schema11.properties.concurrency.type }, message: "must be object,string", schema: schema11.properties.concurrency.type, parentSchema: schema11.properties.concurrency, data: data35 };
            if (vErrors === null) {
                vErrors = [err66];
            }
            else {
                vErrors.push(err66);
            }
            errors++;
        }
        if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
            if (data35.group === undefined) {
                const err67 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property '" + "group" + "'", schema: schema11.properties.concurrency.required, parentSchema: schema11.properties.concurrency, data: data35 };
                if (vErrors === null) {
                    vErrors = [err67];
                }
                else {
                    vErrors.push(err67);
                }
                errors++;
            }
            for (const key12 in data35) {
                if (!((key12 === "group") || (key12 === "cancel_in_progress"))) {
                    const err68 = { instancePath: instancePath + "/concurrency", schemaPath: "#/properties/concurrency/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.concurrency, data: data35 };
                    if (vErrors === null) {
                        vErrors = [err68];
                    }
                    else {
                        vErrors.push(err68);
                    }
                    errors++;
                }
            }
            if (data35.group !== undefined) {
                let data36 = data35.group;
                if (typeof data36 !== "string") {
                    const err69 = { instancePath: instancePath + "/concurrency/group", schemaPath: "#/properties/concurrency/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.concurrency.properties.group.type, parentSchema: schema11.properties.concurrency.properties.group, data: data36 };
                    if (vErrors === null) {
                        vErrors = [err69];
                    }
                    else {
                        vErrors.push(err69);
                    }
                    errors++;
                }
            }
            if (data35.cancel_in_progress !== undefined) {
                let data37 = data35.cancel_in_progress;
                if (typeof data37 !== "boolean") {
                    const err70 = { instancePath: instancePath + "/concurrency/cancel_in_progress", schemaPath: "#/properties/concurrency/properties/cancel_in_progress/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.concurrency.properties.cancel_in_progress.type, parentSchema: schema11.properties.concurrency.properties.cancel_in_progress, data: data37 };
                    if (vErrors === null) {
                        vErrors = [err70];
                    }
                    else {
                        vErrors.push(err70);
                    }
                    errors++;
                }
            }
        }
    }
    if (data.triggers !== undefined) {
        let data38 = data.triggers;
        if (!data38 || typeof data38 != "object") {
            const err71 = { instancePath: instancePath + "/triggers", schemaPath: "#/properties/triggers/type", keyword: "type", params: { type: schema11.properties.triggers.type }, message: "must be object,array", schema: schema11.properties.triggers.type, parentSchema: schema11.properties.triggers, data: data38 };
            if (vErrors === null) {
                vErrors = [err71];
            }
            else {
                vErrors.push(err71);
            }
            errors++;
        }
    }
    if (data.defaults !== undefined) {
        let data39 = data.defaults;
        if (data39 && typeof data39 == "object" && !Array.isArray(data39)) { }
        else {
            const err72 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.defaults.type, parentSchema: schema11.properties.defaults, data: data39 };
            if (vErrors === null) {
                vErrors = [err72];
            }
            else {
                vErrors.push(err72);
            }
            errors++;
        }
    }
    if (data.extends !== undefined) {
        let data40 = data.extends;
        if (typeof data40 !== "string") {
            const err73 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.extends.type, parentSchema: schema11.properties.extends, data: data40 };
            if (vErrors === null) {
                vErrors = [err73];
            }
            else {
                vErrors.push(err73);
            }
            errors++;
        }
    }
    if (data.parallel_execution !== undefined) {
        let data41 = data.parallel_execution;
        if (typeof data41 !== "boolean") {
            const err74 = { instancePath: instancePath + "/parallel_execution", schemaPath: "#/properties/parallel_execution/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.parallel_execution.type, parentSchema: schema11.properties.parallel_execution, data: data41 };
            if (vErrors === null) {
                vErrors = [err74];
            }
            else {
                vErrors.push(err74);
            }
            errors++;
        }
    }
    if (data.max_parallel !== undefined) {
        let data42 = data.max_parallel;
        if (!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))) {
            const err75 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.max_parallel.type, parentSchema: schema11.properties.max_parallel, data: data42 };
            if (vErrors === null) {
                vErrors = [err75];
            }
            else {
                vErrors.push(err75);
            }
            errors++;
        }
        if (typeof data42 == "number") {
            if (data42 > 256 || isNaN(data42)) {
                const err76 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256", schema: 256, parentSchema: schema11.properties.max_parallel, data: data42 };
                if (vErrors === null) {
                    vErrors = [err76];
                }
                else {
                    vErrors.push(err76);
                }
                errors++;
            }
            if (data42 < 1 || isNaN(data42)) {
                const err77 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema11.properties.max_parallel, data: data42 };
                if (vErrors === null) {
                    vErrors = [err77];
                }
                else {
                    vErrors.push(err77);
                }
                errors++;
            }
        }
    }
    if (data.rollback_strategy !== undefined) {
        let data43 = data.rollback_strategy;
        if (typeof data43 !== "string") {
            const err78 = { instancePath: instancePath + "/rollback_strategy", schemaPath: "#/properties/rollback_strategy/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.rollback_strategy.type, parentSchema: schema11.properties.rollback_strategy, data: data43 };
            if (vErrors === null) {
                vErrors = [err78];
            }
            else {
                vErrors.push(err78);
            }
            errors++;
        }
        if (!(((data43 === "none") || (data43 === "automatic")) || (data43 === "manual"))) {
            const err79 = { instancePath: instancePath + "/rollback_strategy", schemaPath: "#/properties/rollback_strategy/enum", keyword: "enum", params: { allowedValues: schema11.properties.rollback_strategy.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.rollback_strategy.enum, parentSchema: schema11.properties.rollback_strategy, data: data43 };
            if (vErrors === null) {
                vErrors = [err79];
            }
            else {
                vErrors.push(err79);
            }
            errors++;
        }
    }
    if (data.autonomy !== undefined) {
        let data44 = data.autonomy;
        if (typeof data44 !== "string") {
            const err80 = { instancePath: instancePath + "/autonomy", schemaPath: "#/properties/autonomy/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.autonomy.type, parentSchema: schema11.properties.autonomy, data: data44 };
            if (vErrors === null) {
                vErrors = [err80];
            }
            else {
                vErrors.push(err80);
            }
            errors++;
        }
        if (!(((data44 === "full") || (data44 === "ask")) || (data44 === "off"))) {
            const err81 = { instancePath: instancePath + "/autonomy", schemaPath: "#/properties/autonomy/enum", keyword: "enum", params: { allowedValues: schema11.properties.autonomy.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.autonomy.enum, parentSchema: schema11.properties.autonomy, data: data44 };
            if (vErrors === null) {
                vErrors = [err81];
            }
            else {
                vErrors.push(err81);
            }
            errors++;
        }
    }
    if (data.cost_tracking !== undefined) {
        let data45 = data.cost_tracking;
        if (typeof data45 !== "boolean") {
            const err82 = { instancePath: instancePath + "/cost_tracking", schemaPath: "#/properties/cost_tracking/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.cost_tracking.type, parentSchema: schema11.properties.cost_tracking, data: data45 };
            if (vErrors === null) {
                vErrors = [err82];
            }
            else {
                vErrors.push(err82);
            }
            errors++;
        }
    }
    if (data.steps !== undefined) {
        let data46 = data.steps;
        if (Array.isArray(data46)) {
            if (data46.length > 5000) {
                const err83 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/maxItems", keyword: "maxItems", params: { limit: 5000 }, message: "must NOT have more than 5000 items", schema: 5000, parentSchema: schema11.properties.steps, data: data46 };
                if (vErrors === null) {
                    vErrors = [err83];
                }
                else {
                    vErrors.push(err83);
                }
                errors++;
            }
            if (data46.length < 1) {
                const err84 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.steps, data: data46 };
                if (vErrors === null) {
                    vErrors = [err84];
                }
                else {
                    vErrors.push(err84);
                }
                errors++;
            }
            const len1 = data46.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data47 = data46[i1];
                if (!(data47 && typeof data47 == "object" && !Array.isArray(data47))) {
                    const err85 = { instancePath: instancePath + "/steps/" + i1, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.steps.items.type, parentSchema: schema11.properties.steps.items, data: data47 };
                    if (vErrors === null) {
                        vErrors = [err85];
                    }
                    else {
                        vErrors.push(err85);
                    }
                    errors++;
                }
            }
        }
        else {
            const err86 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.steps.type, parentSchema: schema11.properties.steps, data: data46 };
            if (vErrors === null) {
                vErrors = [err86];
            }
            else {
                vErrors.push(err86);
            }
            errors++;
        }
    }
}
else {
    const err87 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
        vErrors = [err87];
    }
    else {
        vErrors.push(err87);
    }
    errors++;
} validate10.errors = vErrors; return errors === 0; }
const v1 = validate11;
const schema12 = { "$id": "v1", "type": "object", "properties": { "id": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,62}$", "description": "How others refer to this step: lower-case letters, digits, _ and -." }, "name": { "type": "string", "maxLength": 200, "description": "What people see." }, "type": { "type": "string", "description": "What kind of step it is." }, "when": { "type": ["string", "boolean"], "description": "Runs the step only if this holds. With failure() or always() it also runs after a failure." }, "needs": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Ids of the steps that must have ended before." }, "timeout": { "type": ["string", "number"], "description": "The step and everything it started are ended then. Seconds, or a text such as 15m." }, "retry": { "description": "How often and when a failed attempt is made again. A number is the number of attempts in all.", "type": ["object", "integer"], "minimum": 1, "properties": { "attempts": { "type": "integer", "minimum": 1, "maximum": 100, "description": "Attempts in all, the first included." }, "backoff": { "type": "string", "enum": ["constant", "linear", "exponential"], "description": "How the wait grows." }, "delay": { "type": ["string", "number"], "description": "The first wait." }, "max_delay": { "type": ["string", "number"], "description": "The longest wait." }, "jitter": { "type": ["number", "boolean"], "minimum": 0, "maximum": 1, "description": "The share of each wait that is drawn by chance." }, "on": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Error kinds or codes that are tried again; by default transient." } }, "additionalProperties": false }, "on_error": { "type": "string", "description": "fail (the default), continue, skip_rest, or the id of the step that takes over." }, "compensate": { "type": "object" }, "cache": { "description": "Whether and by what the result is found again. `true`, or the details.", "type": ["object", "boolean"], "properties": { "enabled": { "type": "boolean", "description": "Whether the result is kept and found again." }, "inputs": { "type": "array", "items": { "type": "string" }, "description": "Globs of the files the result depends on; without them, the whole tree." }, "env": { "type": "array", "items": { "type": "string" }, "description": "Names of environment variables the result depends on." }, "key": { "description": "A key of your own, beside everything else." }, "ttl": { "type": ["string", "number"], "description": "How long a result stays good." }, "paths": { "type": "array", "items": { "type": "string" }, "description": "Paths outside git that belong to the result, such as node_modules." } }, "additionalProperties": false }, "inputs": { "type": "object", "description": "Values for this step, as its fields or its sub-workflow see them.", "additionalProperties": true }, "outputs": { "description": "Outputs by name: a type, an expression, a path (./report.xml) or the details.", "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,99}$" }, "additionalProperties": { "type": ["object", "string", "null"], "properties": { "type": { "type": "string", "enum": ["string", "number", "boolean", "object", "list", "artifact", "any"], "description": "What it is." }, "items": { "type": "string", "enum": ["string", "number", "boolean", "object"], "description": "What each item of a list is." }, "value": { "description": "Where it comes from: an expression, or a path for an artifact." }, "description": { "type": "string", "description": "What it is, for people." } }, "additionalProperties": false } }, "artifacts": { "description": "Files to keep, by name.", "type": ["array", "object"], "items": { "type": ["object", "string"], "required": ["name", "path"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "description": "How it is referred to." }, "path": { "description": "A path in the workspace." }, "media_type": { "type": "string", "description": "For example text/html." }, "tags": { "type": "array", "items": { "type": "string" }, "description": "Free words to find it by." }, "retention_days": { "type": "integer", "minimum": 1, "description": "After how many days it may be removed." }, "optional": { "type": "boolean", "description": "Whether its absence is no failure." } }, "additionalProperties": false } }, "env": { "type": "object", "description": "Environment variables of what the step runs; nothing else is inherited.", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean", "null"] } }, "security_profile": { "type": "string", "enum": ["minimal", "standard", "hardened", "paranoid", "development", "testing", "restricted"], "description": "What the step may reach. It is enforced, or the step is refused." }, "budget": { "description": "The most that may be used. A budget that is spent parks the run; it goes on with a raised one.", "type": ["object", "number"], "properties": { "usd": { "type": "number", "minimum": 0, "description": "Dollars." }, "tokens": { "type": "integer", "minimum": 0, "description": "Tokens of all kinds together." }, "minutes": { "type": "number", "minimum": 0, "description": "Minutes of running time." }, "turns": { "type": "integer", "minimum": 0, "description": "Answers of a model." } }, "additionalProperties": false }, "circuit_breaker": { "description": "Stops calling what keeps failing, across runs.", "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "description": "Shared by all steps that name it." }, "failures": { "type": "integer", "minimum": 1, "description": "Failures in a row that open it." }, "reset": { "type": ["string", "number"], "description": "How long it stays open." } }, "additionalProperties": false } } };
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
                        if (!((((key4 === "type") || (key4 === "items")) || (key4 === "value")) || (key4 === "description"))) {
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
                    if (data28.items !== undefined) {
                        let data30 = data28.items;
                        if (typeof data30 !== "string") {
                            const err43 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/outputs/additionalProperties/properties/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.outputs.additionalProperties.properties.items.type, parentSchema: schema12.properties.outputs.additionalProperties.properties.items, data: data30 };
                            if (vErrors === null) {
                                vErrors = [err43];
                            }
                            else {
                                vErrors.push(err43);
                            }
                            errors++;
                        }
                        if (!((((data30 === "string") || (data30 === "number")) || (data30 === "boolean")) || (data30 === "object"))) {
                            const err44 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/properties/outputs/additionalProperties/properties/items/enum", keyword: "enum", params: { allowedValues: schema12.properties.outputs.additionalProperties.properties.items.enum }, message: "must be equal to one of the allowed values", schema: schema12.properties.outputs.additionalProperties.properties.items.enum, parentSchema: schema12.properties.outputs.additionalProperties.properties.items, data: data30 };
                            if (vErrors === null) {
                                vErrors = [err44];
                            }
                            else {
                                vErrors.push(err44);
                            }
                            errors++;
                        }
                    }
                    if (data28.description !== undefined) {
                        let data31 = data28.description;
                        if (typeof data31 !== "string") {
                            const err45 = { instancePath: instancePath + "/outputs/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/outputs/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.outputs.additionalProperties.properties.description.type, parentSchema: schema12.properties.outputs.additionalProperties.properties.description, data: data31 };
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
            }
        }
        else {
            const err46 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.outputs.type, parentSchema: schema12.properties.outputs, data: data27 };
            if (vErrors === null) {
                vErrors = [err46];
            }
            else {
                vErrors.push(err46);
            }
            errors++;
        }
    }
    if (data.artifacts !== undefined) {
        let data32 = data.artifacts;
        if (!data32 || typeof data32 != "object") {
            const err47 = { instancePath: instancePath + "/artifacts", schemaPath: "#/properties/artifacts/type", keyword: "type", params: { type: schema12.properties.artifacts.type }, message: "must be array,object", schema: schema12.properties.artifacts.type, parentSchema: schema12.properties.artifacts, data: data32 };
            if (vErrors === null) {
                vErrors = [err47];
            }
            else {
                vErrors.push(err47);
            }
            errors++;
        }
        if (Array.isArray(data32)) {
            const len5 = data32.length;
            for (let i5 = 0; i5 < len5; i5++) {
                let data33 = data32[i5];
                if ((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (typeof data33 !== "string")) {
                    const err48 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/type", keyword: "type", params: { type: schema12.properties.artifacts.items.type }, message: "must be object,string", schema: schema12.properties.artifacts.items.type, parentSchema: schema12.properties.artifacts.items, data: data33 };
                    if (vErrors === null) {
                        vErrors = [err48];
                    }
                    else {
                        vErrors.push(err48);
                    }
                    errors++;
                }
                if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                    if (data33.name === undefined) {
                        const err49 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'", schema: schema12.properties.artifacts.items.required, parentSchema: schema12.properties.artifacts.items, data: data33 };
                        if (vErrors === null) {
                            vErrors = [err49];
                        }
                        else {
                            vErrors.push(err49);
                        }
                        errors++;
                    }
                    if (data33.path === undefined) {
                        const err50 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property '" + "path" + "'", schema: schema12.properties.artifacts.items.required, parentSchema: schema12.properties.artifacts.items, data: data33 };
                        if (vErrors === null) {
                            vErrors = [err50];
                        }
                        else {
                            vErrors.push(err50);
                        }
                        errors++;
                    }
                    for (const key5 in data33) {
                        if (!((((((key5 === "name") || (key5 === "path")) || (key5 === "media_type")) || (key5 === "tags")) || (key5 === "retention_days")) || (key5 === "optional"))) {
                            const err51 = { instancePath: instancePath + "/artifacts/" + i5, schemaPath: "#/properties/artifacts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.artifacts.items, data: data33 };
                            if (vErrors === null) {
                                vErrors = [err51];
                            }
                            else {
                                vErrors.push(err51);
                            }
                            errors++;
                        }
                    }
                    if (data33.name !== undefined) {
                        let data34 = data33.name;
                        if (typeof data34 === "string") {
                            if (!pattern7.test(data34)) {
                                const err52 = { instancePath: instancePath + "/artifacts/" + i5 + "/name", schemaPath: "#/properties/artifacts/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" + "\"", schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", parentSchema: schema12.properties.artifacts.items.properties.name, data: data34 };
                                if (vErrors === null) {
                                    vErrors = [err52];
                                }
                                else {
                                    vErrors.push(err52);
                                }
                                errors++;
                            }
                        }
                        else {
                            const err53 = { instancePath: instancePath + "/artifacts/" + i5 + "/name", schemaPath: "#/properties/artifacts/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.name.type, parentSchema: schema12.properties.artifacts.items.properties.name, data: data34 };
                            if (vErrors === null) {
                                vErrors = [err53];
                            }
                            else {
                                vErrors.push(err53);
                            }
                            errors++;
                        }
                    }
                    if (data33.media_type !== undefined) {
                        let data35 = data33.media_type;
                        if (typeof data35 !== "string") {
                            const err54 = { instancePath: instancePath + "/artifacts/" + i5 + "/media_type", schemaPath: "#/properties/artifacts/items/properties/media_type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.media_type.type, parentSchema: schema12.properties.artifacts.items.properties.media_type, data: data35 };
                            if (vErrors === null) {
                                vErrors = [err54];
                            }
                            else {
                                vErrors.push(err54);
                            }
                            errors++;
                        }
                    }
                    if (data33.tags !== undefined) {
                        let data36 = data33.tags;
                        if (Array.isArray(data36)) {
                            const len6 = data36.length;
                            for (let i6 = 0; i6 < len6; i6++) {
                                let data37 = data36[i6];
                                if (typeof data37 !== "string") {
                                    const err55 = { instancePath: instancePath + "/artifacts/" + i5 + "/tags/" + i6, schemaPath: "#/properties/artifacts/items/properties/tags/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.artifacts.items.properties.tags.items.type, parentSchema: schema12.properties.artifacts.items.properties.tags.items, data: data37 };
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
                            const err56 = { instancePath: instancePath + "/artifacts/" + i5 + "/tags", schemaPath: "#/properties/artifacts/items/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema12.properties.artifacts.items.properties.tags.type, parentSchema: schema12.properties.artifacts.items.properties.tags, data: data36 };
                            if (vErrors === null) {
                                vErrors = [err56];
                            }
                            else {
                                vErrors.push(err56);
                            }
                            errors++;
                        }
                    }
                    if (data33.retention_days !== undefined) {
                        let data38 = data33.retention_days;
                        if (!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))) {
                            const err57 = { instancePath: instancePath + "/artifacts/" + i5 + "/retention_days", schemaPath: "#/properties/artifacts/items/properties/retention_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.artifacts.items.properties.retention_days.type, parentSchema: schema12.properties.artifacts.items.properties.retention_days, data: data38 };
                            if (vErrors === null) {
                                vErrors = [err57];
                            }
                            else {
                                vErrors.push(err57);
                            }
                            errors++;
                        }
                        if (typeof data38 == "number") {
                            if (data38 < 1 || isNaN(data38)) {
                                const err58 = { instancePath: instancePath + "/artifacts/" + i5 + "/retention_days", schemaPath: "#/properties/artifacts/items/properties/retention_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.artifacts.items.properties.retention_days, data: data38 };
                                if (vErrors === null) {
                                    vErrors = [err58];
                                }
                                else {
                                    vErrors.push(err58);
                                }
                                errors++;
                            }
                        }
                    }
                    if (data33.optional !== undefined) {
                        let data39 = data33.optional;
                        if (typeof data39 !== "boolean") {
                            const err59 = { instancePath: instancePath + "/artifacts/" + i5 + "/optional", schemaPath: "#/properties/artifacts/items/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema12.properties.artifacts.items.properties.optional.type, parentSchema: schema12.properties.artifacts.items.properties.optional, data: data39 };
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
            }
        }
    }
    if (data.env !== undefined) {
        let data40 = data.env;
        if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
            for (const key6 in data40) {
                const _errs90 = errors;
                if (typeof key6 === "string") {
                    if (!pattern4.test(key6)) {
                        const err60 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"", schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema12.properties.env.propertyNames, data: key6, propertyName: key6 };
                        if (vErrors === null) {
                            vErrors = [err60];
                        }
                        else {
                            vErrors.push(err60);
                        }
                        errors++;
                    }
                }
                var valid21 = _errs90 === errors;
                if (!valid21) {
                    const err61 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key6 }, message: "property name must be valid", schema: schema12.properties.env.propertyNames, parentSchema: schema12.properties.env, data: data40 };
                    if (vErrors === null) {
                        vErrors = [err61];
                    }
                    else {
                        vErrors.push(err61);
                    }
                    errors++;
                }
            }
            for (const key7 in data40) {
                let data41 = data40[key7];
                if ((((typeof data41 !== "string") && (!(typeof data41 == "number"))) && (typeof data41 !== "boolean")) && (data41 !== null)) {
                    const err62 = { instancePath: instancePath + "/env/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema12.properties.env.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema12.properties.env.additionalProperties.type, parentSchema: schema12.properties.env.additionalProperties, data: data41 };
                    if (vErrors === null) {
                        vErrors = [err62];
                    }
                    else {
                        vErrors.push(err62);
                    }
                    errors++;
                }
            }
        }
        else {
            const err63 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.env.type, parentSchema: schema12.properties.env, data: data40 };
            if (vErrors === null) {
                vErrors = [err63];
            }
            else {
                vErrors.push(err63);
            }
            errors++;
        }
    }
    if (data.security_profile !== undefined) {
        let data42 = data.security_profile;
        if (typeof data42 !== "string") {
            const err64 = { instancePath: instancePath + "/security_profile", schemaPath: "#/properties/security_profile/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.security_profile.type, parentSchema: schema12.properties.security_profile, data: data42 };
            if (vErrors === null) {
                vErrors = [err64];
            }
            else {
                vErrors.push(err64);
            }
            errors++;
        }
        if (!(((((((data42 === "minimal") || (data42 === "standard")) || (data42 === "hardened")) || (data42 === "paranoid")) || (data42 === "development")) || (data42 === "testing")) || (data42 === "restricted"))) {
            const err65 = { instancePath: instancePath + "/security_profile", schemaPath: "#/properties/security_profile/enum", keyword: "enum", params: { allowedValues: schema12.properties.security_profile.enum }, message: "must be equal to one of the allowed values", schema: schema12.properties.security_profile.enum, parentSchema: schema12.properties.security_profile, data: data42 };
            if (vErrors === null) {
                vErrors = [err65];
            }
            else {
                vErrors.push(err65);
            }
            errors++;
        }
    }
    if (data.budget !== undefined) {
        let data43 = data.budget;
        if ((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (!(typeof data43 == "number"))) {
            const err66 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: schema12.properties.budget.type }, message: "must be object,number", schema: schema12.properties.budget.type, parentSchema: schema12.properties.budget, data: data43 };
            if (vErrors === null) {
                vErrors = [err66];
            }
            else {
                vErrors.push(err66);
            }
            errors++;
        }
        if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
            for (const key8 in data43) {
                if (!((((key8 === "usd") || (key8 === "tokens")) || (key8 === "minutes")) || (key8 === "turns"))) {
                    const err67 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.budget, data: data43 };
                    if (vErrors === null) {
                        vErrors = [err67];
                    }
                    else {
                        vErrors.push(err67);
                    }
                    errors++;
                }
            }
            if (data43.usd !== undefined) {
                let data44 = data43.usd;
                if (typeof data44 == "number") {
                    if (data44 < 0 || isNaN(data44)) {
                        const err68 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.usd, data: data44 };
                        if (vErrors === null) {
                            vErrors = [err68];
                        }
                        else {
                            vErrors.push(err68);
                        }
                        errors++;
                    }
                }
                else {
                    const err69 = { instancePath: instancePath + "/budget/usd", schemaPath: "#/properties/budget/properties/usd/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema12.properties.budget.properties.usd.type, parentSchema: schema12.properties.budget.properties.usd, data: data44 };
                    if (vErrors === null) {
                        vErrors = [err69];
                    }
                    else {
                        vErrors.push(err69);
                    }
                    errors++;
                }
            }
            if (data43.tokens !== undefined) {
                let data45 = data43.tokens;
                if (!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))) {
                    const err70 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.budget.properties.tokens.type, parentSchema: schema12.properties.budget.properties.tokens, data: data45 };
                    if (vErrors === null) {
                        vErrors = [err70];
                    }
                    else {
                        vErrors.push(err70);
                    }
                    errors++;
                }
                if (typeof data45 == "number") {
                    if (data45 < 0 || isNaN(data45)) {
                        const err71 = { instancePath: instancePath + "/budget/tokens", schemaPath: "#/properties/budget/properties/tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.tokens, data: data45 };
                        if (vErrors === null) {
                            vErrors = [err71];
                        }
                        else {
                            vErrors.push(err71);
                        }
                        errors++;
                    }
                }
            }
            if (data43.minutes !== undefined) {
                let data46 = data43.minutes;
                if (typeof data46 == "number") {
                    if (data46 < 0 || isNaN(data46)) {
                        const err72 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.minutes, data: data46 };
                        if (vErrors === null) {
                            vErrors = [err72];
                        }
                        else {
                            vErrors.push(err72);
                        }
                        errors++;
                    }
                }
                else {
                    const err73 = { instancePath: instancePath + "/budget/minutes", schemaPath: "#/properties/budget/properties/minutes/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema12.properties.budget.properties.minutes.type, parentSchema: schema12.properties.budget.properties.minutes, data: data46 };
                    if (vErrors === null) {
                        vErrors = [err73];
                    }
                    else {
                        vErrors.push(err73);
                    }
                    errors++;
                }
            }
            if (data43.turns !== undefined) {
                let data47 = data43.turns;
                if (!((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47)))) {
                    const err74 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.budget.properties.turns.type, parentSchema: schema12.properties.budget.properties.turns, data: data47 };
                    if (vErrors === null) {
                        vErrors = [err74];
                    }
                    else {
                        vErrors.push(err74);
                    }
                    errors++;
                }
                if (typeof data47 == "number") {
                    if (data47 < 0 || isNaN(data47)) {
                        const err75 = { instancePath: instancePath + "/budget/turns", schemaPath: "#/properties/budget/properties/turns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema12.properties.budget.properties.turns, data: data47 };
                        if (vErrors === null) {
                            vErrors = [err75];
                        }
                        else {
                            vErrors.push(err75);
                        }
                        errors++;
                    }
                }
            }
        }
    }
    if (data.circuit_breaker !== undefined) {
        let data48 = data.circuit_breaker;
        if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
            if (data48.name === undefined) {
                const err76 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'", schema: schema12.properties.circuit_breaker.required, parentSchema: schema12.properties.circuit_breaker, data: data48 };
                if (vErrors === null) {
                    vErrors = [err76];
                }
                else {
                    vErrors.push(err76);
                }
                errors++;
            }
            for (const key9 in data48) {
                if (!(((key9 === "name") || (key9 === "failures")) || (key9 === "reset"))) {
                    const err77 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties", schema: false, parentSchema: schema12.properties.circuit_breaker, data: data48 };
                    if (vErrors === null) {
                        vErrors = [err77];
                    }
                    else {
                        vErrors.push(err77);
                    }
                    errors++;
                }
            }
            if (data48.name !== undefined) {
                let data49 = data48.name;
                if (typeof data49 !== "string") {
                    const err78 = { instancePath: instancePath + "/circuit_breaker/name", schemaPath: "#/properties/circuit_breaker/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.circuit_breaker.properties.name.type, parentSchema: schema12.properties.circuit_breaker.properties.name, data: data49 };
                    if (vErrors === null) {
                        vErrors = [err78];
                    }
                    else {
                        vErrors.push(err78);
                    }
                    errors++;
                }
            }
            if (data48.failures !== undefined) {
                let data50 = data48.failures;
                if (!((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50)))) {
                    const err79 = { instancePath: instancePath + "/circuit_breaker/failures", schemaPath: "#/properties/circuit_breaker/properties/failures/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema12.properties.circuit_breaker.properties.failures.type, parentSchema: schema12.properties.circuit_breaker.properties.failures, data: data50 };
                    if (vErrors === null) {
                        vErrors = [err79];
                    }
                    else {
                        vErrors.push(err79);
                    }
                    errors++;
                }
                if (typeof data50 == "number") {
                    if (data50 < 1 || isNaN(data50)) {
                        const err80 = { instancePath: instancePath + "/circuit_breaker/failures", schemaPath: "#/properties/circuit_breaker/properties/failures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema12.properties.circuit_breaker.properties.failures, data: data50 };
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
            if (data48.reset !== undefined) {
                let data51 = data48.reset;
                if ((typeof data51 !== "string") && (!(typeof data51 == "number"))) {
                    const err81 = { instancePath: instancePath + "/circuit_breaker/reset", schemaPath: "#/properties/circuit_breaker/properties/reset/type", keyword: "type", params: { type: schema12.properties.circuit_breaker.properties.reset.type }, message: "must be string,number", schema: schema12.properties.circuit_breaker.properties.reset.type, parentSchema: schema12.properties.circuit_breaker.properties.reset, data: data51 };
                    if (vErrors === null) {
                        vErrors = [err81];
                    }
                    else {
                        vErrors.push(err81);
                    }
                    errors++;
                }
            }
        }
        else {
            const err82 = { instancePath: instancePath + "/circuit_breaker", schemaPath: "#/properties/circuit_breaker/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.properties.circuit_breaker.type, parentSchema: schema12.properties.circuit_breaker, data: data48 };
            if (vErrors === null) {
                vErrors = [err82];
            }
            else {
                vErrors.push(err82);
            }
            errors++;
        }
    }
}
else {
    const err83 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
        vErrors = [err83];
    }
    else {
        vErrors.push(err83);
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
const schema18 = { "$id": "v7", "type": "object", "description": "Parks the run until a person approves.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "approval", "description": "Parks the run until a person approves." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "message": { "type": "string", "description": "What is asked, for people." }, "approvers": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Logins that may answer; without it, whoever may approve runs of this workflow." }, "give_up_after": { "type": ["string", "number"], "pattern": "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", "minimum": 0, "description": "How long to wait, in seconds or as a text such as 15m; then it fails with `approval.timeout`. Without it, for ever." } }, "additionalProperties": false };
const pattern12 = new RegExp("^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", "u");
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
        if (typeof data4 == "number") {
            if (data4 < 0 || isNaN(data4)) {
                const err8 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18.properties.give_up_after, data: data4 };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
        }
        if (typeof data4 === "string") {
            if (!pattern12.test(data4)) {
                const err9 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/pattern", keyword: "pattern", params: { pattern: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" }, message: "must match pattern \"" + "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" + "\"", schema: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", parentSchema: schema18.properties.give_up_after, data: data4 };
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
else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema18.type, parentSchema: schema18, data };
    if (vErrors === null) {
        vErrors = [err10];
    }
    else {
        vErrors.push(err10);
    }
    errors++;
} validate17.errors = vErrors; return errors === 0; }
const v8 = validate18;
const schema19 = { "$id": "v8", "type": "object", "description": "Runs steps at the same time.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "parallel", "description": "Runs steps at the same time." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "max_parallel": { "type": "integer", "minimum": 1, "description": "How many run at the same time; without it, as many as the workflow's `max_parallel` allows." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } }, "branches": { "type": "object", "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "object" } } } }, "additionalProperties": false };
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
        if (!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))) {
            const err4 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema19.properties.max_parallel.type, parentSchema: schema19.properties.max_parallel, data: data1 };
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
const schema20 = { "$id": "v9", "type": "object", "description": "Runs steps once for each item of a list, or each cell of a matrix.", "required": ["id", "type", "steps"], "properties": { "id": {}, "name": {}, "type": { "const": "foreach", "description": "Runs steps once for each item of a list, or each cell of a matrix." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "items": { "type": ["array", "string", "object", "null"], "description": "The list, or an expression that gives one. A text is taken line by line, an object as a list of `{key, value}`, nothing as an empty list." }, "matrix": { "type": "object", "description": "Lists by name; every combination is a cell. `include` adds to cells or adds cells, `exclude` takes cells away." }, "max_parallel": { "type": "integer", "minimum": 1, "description": "How many items run at the same time; 1 by default." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
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
        if ((typeof data1 != "object") && (typeof data1 !== "string")) {
            const err5 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: schema20.properties.items.type }, message: "must be array,string,object,null", schema: schema20.properties.items.type, parentSchema: schema20.properties.items, data: data1 };
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
        if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
            const err6 = { instancePath: instancePath + "/matrix", schemaPath: "#/properties/matrix/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema20.properties.matrix.type, parentSchema: schema20.properties.matrix, data: data2 };
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
        if (!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) {
            const err7 = { instancePath: instancePath + "/max_parallel", schemaPath: "#/properties/max_parallel/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema20.properties.max_parallel.type, parentSchema: schema20.properties.max_parallel, data: data3 };
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
const schema21 = { "$id": "v10", "type": "object", "description": "Repeats steps until a condition holds, a bounded number of times.", "required": ["id", "type", "until", "steps"], "properties": { "id": {}, "name": {}, "type": { "const": "loop", "description": "Repeats steps until a condition holds, a bounded number of times." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "until": { "type": ["string", "boolean"], "description": "Asked after every turn: when it holds, the loop is done." }, "max_iterations": { "type": "integer", "minimum": 1, "maximum": 1000, "description": "How many turns at most; 10 by default." }, "on_exhausted": { "type": "string", "enum": ["fail", "continue"], "description": "What to do when no turn fulfilled the condition; `fail` by default." }, "steps": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
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
        if (!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))) {
            const err7 = { instancePath: instancePath + "/max_iterations", schemaPath: "#/properties/max_iterations/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema21.properties.max_iterations.type, parentSchema: schema21.properties.max_iterations, data: data2 };
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
const schema22 = { "$id": "v11", "type": "object", "description": "Runs the steps of the case that a value names.", "required": ["id", "type", "value", "cases"], "properties": { "id": {}, "name": {}, "type": { "const": "switch", "description": "Runs the steps of the case that a value names." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "value": { "type": ["string", "number", "boolean", "null"], "description": "What is compared with the names of the cases; nothing is the empty text." }, "cases": { "type": "object", "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "default": { "type": "array", "minItems": 1, "items": { "type": "object" } } }, "additionalProperties": false };
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
        if ((((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) && (data1 !== null)) {
            const err6 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema22.properties.value.type }, message: "must be string,number,boolean,null", schema: schema22.properties.value.type, parentSchema: schema22.properties.value, data: data1 };
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
const schema24 = { "$id": "v13", "type": "object", "description": "Computes a value from others.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "transform", "description": "Computes a value from others." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "data": { "description": "The value to start from; usually an expression." }, "parse": { "type": "string", "enum": ["json", "lines", "csv"], "description": "How to read `data` when it is text. CSV's first line names the members of each item." }, "filter": { "type": ["string", "boolean"], "description": "A condition on `item`; those for which it doesn't hold are left out." }, "map": { "type": "string", "description": "An expression for what each `item` becomes." }, "sort_by": { "type": "string", "description": "An expression whose value orders the items." }, "descending": { "type": "boolean", "description": "Largest first." }, "limit": { "type": "integer", "minimum": 0, "description": "How many items are kept." }, "group_by": { "type": "string", "description": "An expression; the result is an object of lists by its value." }, "expression": { "type": "string", "description": "An expression for the result, in which `value` is what the other fields gave." } }, "additionalProperties": false };
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
        if (!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))) {
            const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema24.properties.limit.type, parentSchema: schema24.properties.limit, data: data6 };
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
const schema27 = { "$id": "v16", "type": "object", "description": "Waits for a time.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "delay", "description": "Waits for a time." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "duration": { "type": ["string", "number"], "pattern": "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", "minimum": 0, "description": "Seconds as a number, or a text such as 500ms, 90s, 15m, 1h30m, 7d." }, "until": { "type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\d", "description": "A moment, as ISO 8601: 2026-12-01T09:00:00Z." } }, "additionalProperties": false };
const pattern14 = new RegExp("^\\d{4}-\\d\\d-\\d\\d", "u");
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
        if (typeof data1 == "number") {
            if (data1 < 0 || isNaN(data1)) {
                const err5 = { instancePath: instancePath + "/duration", schemaPath: "#/properties/duration/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema27.properties.duration, data: data1 };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (typeof data1 === "string") {
            if (!pattern12.test(data1)) {
                const err6 = { instancePath: instancePath + "/duration", schemaPath: "#/properties/duration/pattern", keyword: "pattern", params: { pattern: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" }, message: "must match pattern \"" + "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" + "\"", schema: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", parentSchema: schema27.properties.duration, data: data1 };
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
    if (data.until !== undefined) {
        let data2 = data.until;
        if (typeof data2 === "string") {
            if (!pattern14.test(data2)) {
                const err7 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\d" }, message: "must match pattern \"" + "^\\d{4}-\\d\\d-\\d\\d" + "\"", schema: "^\\d{4}-\\d\\d-\\d\\d", parentSchema: schema27.properties.until, data: data2 };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
        }
        else {
            const err8 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema27.properties.until.type, parentSchema: schema27.properties.until, data: data2 };
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
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
        vErrors = [err9];
    }
    else {
        vErrors.push(err9);
    }
    errors++;
} validate26.errors = vErrors; return errors === 0; }
const v17 = validate27;
const schema28 = { "$id": "v17", "type": "object", "description": "Parks the run until an event arrives.", "required": ["id", "type", "event"], "properties": { "id": {}, "name": {}, "type": { "const": "wait_for_event", "description": "Parks the run until an event arrives." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "event": { "type": "string", "description": "The event's name." }, "match": { "type": "object", "description": "Members the payload must have, with these values.", "additionalProperties": true }, "give_up_after": { "type": ["string", "number"], "pattern": "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", "minimum": 0, "description": "How long to wait, in seconds or as a text such as 15m; without it, for ever." } }, "additionalProperties": false };
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
        if (typeof data3 == "number") {
            if (data3 < 0 || isNaN(data3)) {
                const err8 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema28.properties.give_up_after, data: data3 };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
        }
        if (typeof data3 === "string") {
            if (!pattern12.test(data3)) {
                const err9 = { instancePath: instancePath + "/give_up_after", schemaPath: "#/properties/give_up_after/pattern", keyword: "pattern", params: { pattern: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" }, message: "must match pattern \"" + "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$" + "\"", schema: "^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h|d))+)\\s*$", parentSchema: schema28.properties.give_up_after, data: data3 };
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
else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema28.type, parentSchema: schema28, data };
    if (vErrors === null) {
        vErrors = [err10];
    }
    else {
        vErrors.push(err10);
    }
    errors++;
} validate27.errors = vErrors; return errors === 0; }
const v18 = validate28;
const schema29 = { "$id": "v18", "type": "object", "description": "Publishes the run's changes as a pull request.", "required": ["id", "type"], "properties": { "id": {}, "name": {}, "type": { "const": "pull_request", "description": "Publishes the run's changes as a pull request." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "title": { "type": "string", "description": "Title; by default the workflow's name and the issue's title." }, "body": { "type": "string", "description": "What the reader should know, in Markdown. Mentions, closing keywords and foreign links in it are made inert." }, "branch": { "type": "string", "description": "Head branch; by default `pawl/<workflow>/<issue>`." }, "strategy": { "type": "string", "description": "Which branch template of .github/pawl.yml to use without `branch`: `feature` (by default), `hotfix` or `release`." }, "base": { "type": "string", "description": "Branch to merge into; by default the repository's default branch." }, "draft": { "type": "boolean", "description": "Open as a draft. True by default." }, "labels": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Labels to add." }, "reviewers": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Logins or `organisation/team` to ask for a review; by default the owners by CODEOWNERS." }, "milestone": { "type": "string", "description": "Title of an open milestone." }, "commit_message": { "type": "string", "description": "Commit message; by default the title." }, "from": { "type": "string", "description": "Tree to start the patch from; by default the tree the run began with." } }, "additionalProperties": false };
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
        if (typeof data6 !== "boolean") {
            const err9 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema29.properties.draft.type, parentSchema: schema29.properties.draft, data: data6 };
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
const schema32 = { "$id": "v21", "type": "object", "description": "Remembers and recalls values across runs.", "required": ["id", "type", "action", "key"], "properties": { "id": {}, "name": {}, "type": { "const": "memory", "description": "Remembers and recalls values across runs." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "action": { "type": "string", "enum": ["remember", "append", "recall", "list", "forget"], "description": "What to do." }, "key": { "type": "string", "description": "The name it is kept under." }, "value": { "description": "What is remembered." }, "default": { "description": "What `recall` gives when nothing is kept." }, "keep": { "type": "integer", "minimum": 1, "description": "How many items `append` keeps; 100 by default." }, "scope": { "type": "string", "enum": ["workflow", "shared"], "description": "Who sees it." } }, "additionalProperties": false };
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
        if (!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) {
            const err9 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema32.properties.keep.type, parentSchema: schema32.properties.keep, data: data3 };
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
const schema33 = { "$id": "v22", "type": "object", "description": "Searches the repository and gives the passages that fit best.", "required": ["id", "type", "query"], "properties": { "id": {}, "name": {}, "type": { "const": "retrieval", "description": "Searches the repository and gives the passages that fit best." }, "when": {}, "needs": {}, "timeout": {}, "retry": {}, "on_error": {}, "compensate": {}, "cache": {}, "inputs": {}, "outputs": {}, "artifacts": {}, "env": {}, "security_profile": {}, "budget": {}, "circuit_breaker": {}, "query": { "type": "string", "description": "What is looked for: a few words, an issue's text, a name in the code." }, "paths": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Globs of the files to search; every file by default." }, "exclude": { "type": ["array", "string"], "items": { "type": "string" }, "description": "Globs of files to leave out." }, "limit": { "type": "integer", "minimum": 1, "maximum": 100, "description": "How many passages; 8 by default." } }, "additionalProperties": false };
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
        if (!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))) {
            const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema33.properties.limit.type, parentSchema: schema33.properties.limit, data: data6 };
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
    "document": { digest: "b333e9f5415fb64488bdbf594f6bcc52c0b3179534eb04f55722add418eaafb5", validate: v0 },
    "fields": { digest: "f28e258db2f7fe9688338184d0663b40fcf0eea7ccacff319710b8a24878f9c0", validate: v1 },
    "step": { digest: "468f29256d59dc6bdd8054db748966f8e6126d9a91323d95cb9b4ac0645a862f", validate: v2 },
    "step shell": { digest: "403cb686911fdb41023ed6ea636b1a24c19ed018037746d636d94f9468be87ae", validate: v3 },
    "step claude": { digest: "e718adb7b696b9cfaa33916013db5daac389dc96cf3574ce8ac3e5ed31670e48", validate: v4 },
    "step claude_code": { digest: "1538f368c235f1f88db0990f20b4521728b8bd729fc9e59dc274eb4b6b526a14", validate: v5 },
    "step assert": { digest: "ed213cf20290b808e6f42276c3e08ccb785861be24238b7b71d9cb0e6ef151a7", validate: v6 },
    "step approval": { digest: "5f82c097f4f08c69460fefc26019c14f841ba6d93da334d193c9206dacfe7d7e", validate: v7 },
    "step parallel": { digest: "8cc7ba42dd0ec640759d4499468b8aaf31e426960a00f91f371f453d79fcf96f", validate: v8 },
    "step foreach": { digest: "6fa666f8353f6a447368009f210dcee4e4c9d5fa036fa4b3a4a55e1e3e29cf0f", validate: v9 },
    "step loop": { digest: "3e24f99940b435d57b446c565f9251e5db5deac23a62d6620749477f43b265c3", validate: v10 },
    "step switch": { digest: "4177a7be74c0ae55125be10482a71c138d45063abd41b372f112991286548ad4", validate: v11 },
    "step workflow": { digest: "e0af738f87cc9ee02f865268770d0a27627c2b30432179ae88c0f4c75c91f7d7", validate: v12 },
    "step transform": { digest: "c9d8bbf8c876031065f5e740dcc02ba442e0dc728374d6c27646f7b75affdd02", validate: v13 },
    "step validate": { digest: "68d9dad97c04c8b61ed0430cbb4c18da4aebbddaf032ef2f8b0580b032a92995", validate: v14 },
    "step set": { digest: "8aa646ad86510dca4ac49607663836a92ca15377cb433733388fae47930dd95c", validate: v15 },
    "step delay": { digest: "456ffa7ff0e43ce4cff1da368b42c64a75251810cf463a7a696a5c13620f0232", validate: v16 },
    "step wait_for_event": { digest: "b832c1e921075357acc141e6a422f5850b205398ad674eb1455eaf12483ea6f6", validate: v17 },
    "step pull_request": { digest: "2418c813a6cb48feb195b12c8367a34b908fc9b076a6ec9643088cbbba3558b1", validate: v18 },
    "step comment": { digest: "0e54e28d653815a0ce4697944eb98212696a5c2240ff244e4050334f6f1fdecb", validate: v19 },
    "step plugin": { digest: "73c374ad2c620ecd933c581cf479e2559b8552f058cafdc81e6bd4d1a00edf03", validate: v20 },
    "step memory": { digest: "211192069fa4b8ac4f7d3ee4039017c9c283239c4dac35ebe4ea40913b6488d0", validate: v21 },
    "step retrieval": { digest: "dd985699cb26fe67a040f38520c7e101072dfab189a0daa81ef9deb78e0cd9cf", validate: v22 },
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
    const [document, fields, unknown] = [
        await validatorOf(stepTypes, "document", compose/* documentSchema */.L8),
        await validatorOf(stepTypes, "fields", compose/* commonStepSchema */.xs),
        await validatorOf(stepTypes, "step", () => (0,compose/* untypedStepSchema */.XC)(stepTypes)),
    ];
    const own = new Map();
    for (const name of used) {
        const type = stepTypes.get(name);
        if (type !== undefined)
            own.set(name, await stepValidator(stepTypes, type));
    }
    return { document, fields, step: (type) => own.get(type) ?? unknown };
}
/** The validator of what one type adds to the fields every step has. */
function stepValidator(stepTypes, type) {
    return validatorOf(stepTypes, `step ${type.type}`, () => (0,compose/* ownStepSchema */.A4)(type));
}
async function validatorOf(stepTypes, name, schema) {
    const known = kept.get(stepTypes) ?? new Map();
    kept.set(stepTypes, known);
    const before = known.get(name);
    if (before !== undefined)
        return before;
    const wanted = schema();
    const made = Object.hasOwn(MADE, name) ? MADE[name] : undefined;
    const validator = made?.digest === (0,compose/* schemaDigest */.ku)(wanted) ? made.validate : (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(5799)]).then(__webpack_require__.bind(__webpack_require__, 55799))).compileSchema(wanted);
    known.set(name, validator);
    return validator;
}


/***/ }),

/***/ 51220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wl: () => (/* binding */ mistakeOf),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   __: () => (/* binding */ noExpression),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   tG: () => (/* binding */ kindsOf)
/* harmony export */ });
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80985);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);
/* harmony import */ var _schema_compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68128);



/** What other tools call what Pawl has too, for those who come from there. */
const ELSEWHERE = {
    if: "write when:",
    run: "write command:, in a step of type: shell",
    script: "write command:, in a step of type: shell",
    uses: "actions of GitHub's marketplace can't be used: write what it does as a step of type: shell",
    with: "write inputs:",
    jobs: "a file is one job: put its steps under steps:, and another job into another file",
    on: "write triggers:, or nothing: a label pawl:<name> and a comment /pawl <name> start every workflow",
    "runs-on": "the runner is chosen by .github/workflows/pawl.yml",
    "continue-on-error": "write on_error: continue",
    "timeout-minutes": "write timeout:, with a unit: timeout: 5m",
    strategy: "write a step of type: foreach, with matrix:",
    matrix: "write a step of type: foreach, with matrix:",
    depends_on: "write needs:",
    parallel: "write parallel_execution: true, or a step of type: parallel",
};
/** What a missing field would hold, where saying its name isn't enough. */
function missing(name, value, path, types) {
    if (path.length === 0 && name === "steps")
        return `add steps: with a list under it, such as ${_schema_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_STEP */ .ug}`;
    if (path.length === 0 && name === "name")
        return "add name: my-workflow";
    if (name !== "type" || !(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value))
        return `add ${name}:`;
    if (value["uses"] !== undefined)
        return ELSEWHERE["uses"] ?? "";
    const [type] = Object.entries({ command: "shell", run: "shell", prompt: "claude", condition: "assert" }).flatMap(([field, found]) => (value[field] === undefined ? [] : [found]));
    return type === undefined ? `add type: with one of ${types.join(", ")}` : `add type: ${type}`;
}
/** An error of one of our validators in a person's words; `path` leads to the value it is about. */
function mistakeOf(error, path) {
    const where = path.at(-1);
    const named = nameOf(path);
    const params = error.params;
    const value = { at: path, part: "value" };
    switch (error.keyword) {
        case "additionalProperties": {
            const name = String(params["additionalProperty"]);
            const known = Object.keys(error.parentSchema?.["properties"] ?? {});
            const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(name, known);
            const elsewhere = path.length === 0 || typeof path.at(-1) === "number" ? ELSEWHERE[name] : undefined;
            return {
                at: [...path, name],
                part: "key",
                rule: "schema.unknown-field",
                message: `${owner(path, error.data)} has no field "${name}"`,
                hint: elsewhere ?? (near === undefined ? `known fields: ${known.join(", ")}` : `did you mean ${near}?`),
            };
        }
        case "required": {
            const name = String(params["missingProperty"]);
            return {
                ...value,
                rule: "schema.missing-field",
                message: `${owner(path, error.data)} lacks "${name}"`,
                hint: missing(name, error.data, path, typesOf(error)),
            };
        }
        case "enum":
        case "const": {
            const allowed = error.keyword === "const" ? [params["allowedValue"]] : params["allowedValues"];
            const near = typeof error.data === "string" ? (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(error.data, allowed.map(String)) : undefined;
            const holder = path.at(-2);
            const isType = where === "type" && (typeof holder === "number" || holder === "compensate");
            return {
                ...value,
                rule: isType ? "schema.unknown-type" : "schema.value",
                message: isType
                    ? `there is no step type ${shown(error.data)}`
                    : `${named} can't be ${shown(error.data)}`,
                hint: near === undefined ? `one of ${allowed.join(", ")}` : `did you mean ${near}?`,
            };
        }
        case "type":
            return {
                ...value,
                rule: "schema.type",
                message: `${named} must be ${kindsOf(params["type"])}, not ${kind(error.data)}`,
                hint: fieldHint(error),
            };
        case "pattern": {
            const inName = error.propertyName;
            if (inName !== undefined)
                return {
                    at: [...path, inName],
                    part: "key",
                    rule: "schema.name",
                    message: `"${inName}" can't be a name here`,
                    hint: "letters, digits, _ and -, starting with a letter",
                };
            const isId = where === "id" || where === "name";
            return {
                ...value,
                rule: "schema.pattern",
                message: `${named} can't be ${shown(error.data)}`,
                hint: isId
                    ? `${nameLike(error.data)}lower-case letters, digits, _ and -, starting with a letter`
                    : (fieldHint(error) ?? `must match ${String(params["pattern"])}`),
            };
        }
        case "minimum":
        case "maximum":
            return {
                ...value,
                rule: `schema.${error.keyword}`,
                message: `${named} must be at ${error.keyword === "minimum" ? "least" : "most"} ${String(params["limit"])}, not ${shown(error.data)}`,
                hint: fieldHint(error),
            };
        case "minItems":
        case "minLength":
            return {
                ...value,
                rule: `schema.${error.keyword.toLowerCase()}`,
                message: params["limit"] === 1 ? `${named} is empty` : `${named} ${error.message ?? "is too short"}`,
                hint: fieldHint(error),
            };
        default:
            return {
                ...value,
                rule: `schema.${error.keyword.toLowerCase()}`,
                message: `${named} ${error.message ?? "is not valid"}`,
                hint: fieldHint(error),
            };
    }
}
/** The step types that a schema lists. */
function typesOf({ parentSchema }) {
    const properties = parentSchema?.["properties"];
    return properties?.type?.enum ?? [];
}
/** `"limit"`, and for an item of a list its place in it. */
function nameOf(path) {
    const where = path.at(-1);
    if (where === undefined)
        return "the workflow";
    return typeof where === "string" ? `"${where}"` : `item ${where + 1} of ${nameOf(path.slice(0, -1))}`;
}
const KINDS = {
    string: "a text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    null: "nothing",
};
/** `type` of a JSON Schema as people say it. */
function kindsOf(types) {
    const all = [types].flat().map((type) => KINDS[String(type)] ?? String(type));
    return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}
/** A name as its author may have meant it. */
function nameLike(written) {
    const name = typeof written === "string" ? written.toLowerCase().replaceAll(/[^a-z0-9_]+/g, "-") : "";
    const trimmed = name.replaceAll(/^[^a-z]+|-+$/g, "").slice(0, 60);
    return trimmed === "" ? "" : `write ${trimmed}: `;
}
function fieldHint({ parentSchema }) {
    const description = parentSchema?.["description"];
    return typeof description === "string" ? description : undefined;
}
/** Whom a mistake is about: the workflow, a step by its type and id, or a part of one. */
function owner(path, value) {
    if (path.length === 0)
        return "the workflow";
    if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value) && typeof value["type"] === "string" && typeof value["id"] === "string")
        return `the ${value["type"]} step "${value["id"]}"`;
    if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value) && typeof value["id"] === "string")
        return `the step "${value["id"]}"`;
    return nameOf(path);
}
/** The path that a JSON pointer (RFC 6901) stands for. */
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
    if (typeof value === "boolean")
        return String(value);
    return `the ${typeof value === "string" ? "text" : "number"} ${shown(value)}`;
}
function shown(value) {
    const text = JSON.stringify(value) ?? "nothing";
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
/** What is wrong with an expression in a field that is read before the run starts. */
function noExpression(field, { schema } = { schema: undefined }) {
    const choices = Array.isArray(schema) ? `one of ${schema.join(", ")}` : "the value itself";
    return {
        rule: "schema.no-expression",
        message: `${typeof field === "string" ? `"${field}"` : "it"} can't hold an expression: it is read before the run starts`,
        hint: `write ${choices}`,
    };
}


/***/ })

};
