import { sha256, type Digest } from "../../kernel/digest.ts";
import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { StepType, StepTypes } from "../step-type.ts";

/** Where the published schema is served for editors. */
export const SCHEMA_ID = "https://unpkg.com/pawl/workflow.schema.json";

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

const BUDGET: JsonObject = {
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

const CACHE: JsonObject = {
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

const RETRY: JsonObject = {
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

const OUTPUTS: JsonObject = {
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

const ARTIFACT: JsonObject = {
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
export const STEP_FIELDS: Readonly<Record<string, JsonObject>> = {
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
export const WORKFLOW_FIELDS: Readonly<Record<string, JsonObject>> = {
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
    description:
      "Whether completed steps are compensated when the run fails: automatic, or manual for when somebody asks for it (pawl rollback).",
  },
  autonomy: {
    type: "string",
    enum: ["full", "ask", "off"],
    description:
      "How far the engine goes on its own after a failure. full: it does what retry and on_error say. ask: it parks and asks a person first. off: the failure stands.",
  },
  cost_tracking: { type: "boolean", description: "Whether cost is recorded (it is, unless this is false)." },
  steps: { $ref: "#/definitions/steps" },
};

/**
 * The JSON Schema (draft 7) of a workflow file, put together from the step types.
 * Every field of a type's own that isn't a text takes an expression too; the validator sees by the value whether it is one.
 */
export function composeSchema(stepTypes: StepTypes): JsonObject {
  const types = [...stepTypes.values()];
  const definitions: Record<string, Json> = {
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
  for (const [name, schema] of Object.entries(STEP_FIELDS)) definitions[`field_${name}`] = schema;
  for (const type of types) definitions[`step_${type.type}`] = stepSchema(type, EDITOR_FIELDS, orExpression);
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
export const FIRST_STEP = "- {id: hello, type: shell, command: echo hello}";

/** The shape of a document without looking into its steps: `steps` is a list of mappings. */
export function documentSchema(): JsonObject {
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
export function commonStepSchema(): JsonObject {
  return { type: "object", properties: { ...STEP_FIELDS, compensate: { type: "object" } } };
}

/** What a type adds to the fields every step has, without looking into its bodies, for a validator that walks the tree itself. */
export function ownStepSchema(type: StepType): JsonObject {
  const schema = stepSchema(
    type,
    Object.fromEntries(Object.keys(STEP_FIELDS).map((name) => [name, {}])),
    (field) => field,
  );
  const bodies = Object.fromEntries(
    Object.entries(type.bodies).map(([name, { shape }]) => [
      name,
      shape === "list"
        ? { type: "array", minItems: 1, items: { type: "object" } }
        : { type: "object", additionalProperties: { type: "array", minItems: 1, items: { type: "object" } } },
    ]),
  );
  // Told by code of its own, in better words than a schema's.
  const { allOf: _choices, ...rest } = schema;
  return { ...rest, properties: { ...(schema["properties"] as JsonObject), ...bodies } };
}

/** The fields and bodies of one type's own, for whoever looks at it alone. */
export function typeSchema(type: StepType): JsonObject {
  const { properties, ...schema } = ownStepSchema(type);
  const common = new Set(Object.keys(STEP_FIELDS));
  const own = Object.entries(properties as JsonObject).filter(([name]) => name === "type" || !common.has(name));
  return { ...schema, required: ["id", "type", ...type.required], properties: Object.fromEntries(own) };
}

/** Tells whether a validator made beforehand stands for this very schema. */
export function schemaDigest(schema: JsonObject): Digest {
  return sha256(JSON.stringify(schema));
}

/** What every step must have before its type says more. */
export function untypedStepSchema(stepTypes: StepTypes): JsonObject {
  return {
    type: "object",
    required: ["id", "type"],
    properties: { id: STEP_FIELDS["id"] ?? {}, type: { type: "string", enum: [...stepTypes.keys()] } },
  };
}

/** References to the fields every step has, so that the published schema holds each once. */
const EDITOR_FIELDS: JsonObject = Object.fromEntries(
  Object.keys(STEP_FIELDS).map((name) => [name, { $ref: `#/definitions/field_${name}` }]),
);

function stepSchema(type: StepType, common: JsonObject, field: (schema: JsonObject) => JsonObject): JsonObject {
  const own = Object.fromEntries(Object.entries(type.fields).map(([name, schema]) => [name, field(schema)]));
  const bodies = Object.fromEntries(
    Object.entries(type.bodies).map(([name, { shape, description }]) => [
      name,
      shape === "list"
        ? { $ref: "#/definitions/steps", description }
        : { type: "object", description, additionalProperties: { $ref: "#/definitions/steps" } },
    ]),
  );
  const requiredBodies = Object.entries(type.bodies).flatMap(([name, { required }]) => (required ? [name] : []));
  const choices = (type.oneOf ?? []).map(({ fields, atLeast }): JsonObject => {
    const each = fields.map((name): JsonObject => ({ required: [name] }));
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
function orExpression(schema: JsonObject): JsonObject {
  const types =
    typeof schema["type"] === "string" ? [schema["type"]] : Array.isArray(schema["type"]) ? schema["type"] : [];
  const takesAnyText = types.includes("string") && schema["enum"] === undefined && schema["pattern"] === undefined;
  if (takesAnyText || types.length === 0) return schema;
  const { description } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    ...(isJsonObject(schema["default"]) || schema["default"] === undefined ? {} : { default: schema["default"] }),
    anyOf: [schema, { type: "string", pattern: String.raw`\{\{|\$\{` }],
  };
}
