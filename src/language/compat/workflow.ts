import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { Path } from "../parse/source.ts";
import type { Rewriter } from "./rewriter.ts";

/** Fields that only described the file; nothing is lost with them. */
const DESCRIPTIVE = new Set(["author", "metadata", "tags", "license", "created", "updated"]);
const ROLLBACK: Readonly<Record<string, string>> = {
  auto: "automatic",
  rollback: "automatic",
  revert: "automatic",
  on_failure: "automatic",
  true: "automatic",
  false: "none",
  disabled: "none",
};
/** Names of types as older files and other tools call them. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
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
export function newWorkflowFields(workflow: JsonObject, at: Path, { origins, note }: Rewriter): JsonObject {
  const fields: Record<string, Json> = {};
  for (const [field, value] of Object.entries(workflow)) {
    if (DESCRIPTIVE.has(field)) note([...at, field], `"${field}" was left out: it only described the file`);
    else fields[field] = value;
  }
  const { name, parallel_execution: parallel, rollback_strategy: rollback, cost_tracking: tracking } = fields;
  if (typeof name === "string" && !/^[a-z][a-z0-9_-]*$/.test(name)) {
    fields["name"] = workflowName(name);
    fields["description"] ??= name;
    note([...at, "name"], `the name "${name}" became ${workflowName(name)}`);
  }
  if (isJsonObject(parallel)) {
    fields["parallel_execution"] = parallel["enabled"] !== false;
    const most = parallel["max_parallel"] ?? parallel["max_workers"] ?? parallel["max_concurrent"];
    if (typeof most === "number") fields["max_parallel"] = most;
    note([...at, "parallel_execution"], "the details of parallel_execution became max_parallel");
  }
  const strategy = isJsonObject(rollback) ? (rollback["type"] ?? rollback["enabled"] ?? true) : rollback;
  const known = ROLLBACK[typeof strategy === "boolean" ? `${strategy}` : typeof strategy === "string" ? strategy : ""];
  if (strategy !== undefined && known !== undefined) {
    fields["rollback_strategy"] = known;
    note([...at, "rollback_strategy"], `rollback_strategy became ${known}`);
  }
  if (isJsonObject(tracking)) {
    fields["cost_tracking"] = tracking["enabled"] !== false;
    const most = tracking["budget"] ?? tracking["budget_usd"] ?? tracking["max_usd"] ?? tracking["limit"];
    if (typeof most === "number" && fields["budget"] === undefined) fields["budget"] = { usd: most };
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
function newInputs(workflow: JsonObject, at: Path, origins: Rewriter["origins"], note: Rewriter["note"]): JsonObject {
  const written = workflow["inputs"];
  const named: [string, Json][] = Array.isArray(written)
    ? (written as readonly Json[]).flatMap((input): [string, Json][] => {
        if (typeof input === "string") return [[input, { type: "string", required: true }]];
        if (!isJsonObject(input) || typeof input["name"] !== "string") return [];
        const { name, ...spec } = input;
        return [[name, origins.carry(input, spec as JsonObject)]];
      })
    : Object.entries(isJsonObject(written) ? written : {});
  if (Array.isArray(written)) note([...at, "inputs"], "the list of inputs became inputs by name");
  const inputs = Object.fromEntries(
    named.map(([name, spec]): [string, Json] => {
      if (!isJsonObject(spec)) return [name, typeof spec === "string" ? (INPUT_TYPES[spec] ?? spec) : spec];
      const { choices, ...rest } = spec;
      const type = typeof rest["type"] === "string" ? (INPUT_TYPES[rest["type"]] ?? rest["type"]) : rest["type"];
      if (choices === undefined && type === rest["type"]) return [name, spec];
      note([...at, "inputs", name], `the input "${name}" has today's type names`);
      const changed = {
        ...rest,
        ...(type === undefined ? {} : { type }),
        ...(choices === undefined ? {} : { enum: choices }),
      } as JsonObject;
      return [name, origins.carry(spec, changed, { enum: "choices" })];
    }),
  );
  for (const input of inputsOfVariables(workflow["variables"])) {
    if (Object.hasOwn(inputs, input)) continue;
    inputs[input] = { type: "string" };
    note([...at, "variables"], `\${INPUT_${input.toUpperCase()}} declares the input "${input}"`);
  }
  return isJsonObject(written) ? origins.carry(written, inputs) : inputs;
}

function inputsOfVariables(variables: Json | undefined): readonly string[] {
  if (!isJsonObject(variables)) return [];
  return Object.values(variables).flatMap((value) =>
    typeof value === "string"
      ? [...value.matchAll(/\$\{INPUT_([A-Za-z0-9_]+)\}/g)].map(([, name = ""]) => name.toLowerCase())
      : [],
  );
}

function workflowName(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return slug === "" ? "workflow" : slug.slice(0, 100);
}
