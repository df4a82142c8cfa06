import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import { ID_PATTERN } from "../model.ts";
import type { Path } from "../parse/source.ts";
import type { Rewriter } from "./rewriter.ts";

/** Fields that have another name today, with the value they have there. */
const RENAMED: readonly {
  readonly from: string;
  readonly to: string;
  readonly value?: (value: Json) => Json;
  readonly only?: string;
}[] = [
  { from: "run", to: "command", only: "shell" },
  { from: "script", to: "command", only: "shell" },
  { from: "if", to: "when" },
  { from: "depends_on", to: "needs" },
  { from: "dependencies", to: "needs" },
  { from: "timeout_minutes", to: "timeout", value: (minutes) => `${String(minutes as number)}m` },
  { from: "timeout_seconds", to: "timeout" },
  { from: "continue_on_error", to: "on_error", value: (value) => (value === false ? "fail" : "continue") },
  { from: "max_retries", to: "retry", value: (value) => (typeof value === "number" ? value + 1 : value) },
  { from: "environment", to: "env" },
  { from: "parameters", to: "inputs", only: "plugin" },
  { from: "params", to: "inputs", only: "plugin" },
];

const OUTPUT_TYPES: Readonly<Record<string, string>> = {
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

const TYPES_TODAY: ReadonlySet<string> = new Set(["string", "number", "boolean", "object", "list", "artifact", "any"]);

/** One step in today's form, its own fields only: what its bodies hold stays as it is. */
export function newStep(written: JsonObject, at: Path, rewriter: Rewriter): JsonObject {
  const step: Record<string, Json> = { ...written };
  const renamed: Record<string, string> = {};
  const move = (from: string, to: string): void => {
    renamed[to] = from;
    rewriter.note([...at, from], `"${from}" became "${to}"`);
  };
  setType(step, at, rewriter);
  const type = typeof step["type"] === "string" ? step["type"] : "";
  for (const { from, to, value, only } of RENAMED) {
    const old = step[from];
    if (old === undefined || step[to] !== undefined || (only !== undefined && only !== type)) continue;
    if (rewriter.stepTypes.get(type)?.fields[from] !== undefined) continue;
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
  const head = Object.entries({ id, name, type: made }).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  );
  const inOrder = written["type"] === undefined ? { ...Object.fromEntries(head), ...rest } : step;
  return rewriter.origins.carry(written, inOrder, renamed);
}

/** `plugin`, `ai_action` and, where it isn't there, `claude_code`. */
function setType(step: Record<string, Json>, at: Path, { stepTypes, note }: Rewriter): void {
  if (step["type"] === undefined && typeof step["plugin"] === "string") {
    step["type"] = "plugin";
    note(at, "a step with plugin and action has type: plugin");
  }
  if (step["type"] === "claude_code" && !stepTypes.has("claude_code")) {
    step["type"] = "claude";
    note([...at, "type"], "claude_code runs as claude");
  }
  if (step["type"] !== "ai_action") return;
  step["type"] = "claude";
  note([...at, "type"], "ai_action became claude");
  const { agent, prompt_template: template, name, action, plugin } = step;
  for (const field of ["agent", "action", "plugin"]) delete step[field];
  if (typeof agent === "string") step["system"] ??= `You act as ${agent.replaceAll(/[_-]+/g, " ")}.`;
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

function setCache(
  step: Record<string, Json>,
  written: JsonObject,
  at: Path,
  { origins, note }: Rewriter,
  renamed: Record<string, string>,
): void {
  const { use_cache: use, cache_key: key, cache_ttl: ttl, cache } = step;
  if (use === undefined && key === undefined && ttl === undefined) return;
  for (const field of ["use_cache", "cache_key", "cache_ttl"]) delete step[field];
  const before = isJsonObject(cache) ? cache : {};
  const policy: JsonObject = {
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
function setInputFiles(
  step: Record<string, Json>,
  type: string,
  at: Path,
  { origins, stepTypes, note }: Rewriter,
  renamed: Record<string, string>,
): void {
  const { inputs } = step;
  if (!Array.isArray(inputs)) return;
  delete step["inputs"];
  const known = stepTypes.get(type);
  if (known?.fields["context"] !== undefined) {
    const context = isJsonObject(step["context"]) ? step["context"] : {};
    step["context"] = origins.carry(step, { ...context, files: inputs });
    renamed["context"] = "inputs";
    note([...at, "inputs"], `the list of inputs became context.files`);
  } else if (known?.caching !== "never") {
    const cache = isJsonObject(step["cache"]) ? step["cache"] : { enabled: step["cache"] === true };
    step["cache"] = origins.carry(step, { ...cache, inputs });
    note([...at, "inputs"], `the list of inputs became cache.inputs`);
  } else {
    note([...at, "inputs"], `the list of inputs was left out: a ${type} step reads no files`);
  }
}

function setOutputs(step: Record<string, Json>, type: string, at: Path, rewriter: Rewriter): void {
  const { origins, stepTypes, note } = rewriter;
  const { outputs } = step;
  const listed = typeof outputs === "string" ? [outputs] : outputs;
  if (Array.isArray(listed)) {
    const names = listed.filter((name) => typeof name === "string");
    // A plug-in's only output is its whole answer where that has no member of the name.
    const whole = type === "plugin" && names.length === 1 ? { value: "{{ outputs }}" } : {};
    step["outputs"] = Object.fromEntries(names.map((name): [string, Json] => [name, { type: "any", ...whole }]));
    note([...at, "outputs"], "the list of outputs became outputs by name");
  } else if (isJsonObject(outputs)) {
    const changed = Object.entries(outputs).map(([name, output]): [string, Json] => [
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
  if (
    stepTypes.get(type)?.fields["output_schema"] !== undefined &&
    isJsonObject(declared) &&
    step["output_schema"] === undefined
  ) {
    const promised = Object.entries(declared).filter(
      ([, output]) => isJsonObject(output) && output["value"] === undefined,
    );
    const open = promised.filter(([, output]) => isJsonObject(output) && output["type"] !== "artifact");
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
function fromAnswer(output: Json): Json {
  if (typeof output !== "string" || output in OUTPUT_TYPES || TYPES_TODAY.has(output)) return output;
  const path = /^(?:\$\.|result\.|response\.)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/.exec(output)?.[1];
  return path === undefined ? output : { type: "any", value: `{{ outputs.${path} }}` };
}

function newOutput(output: Json, origins: Rewriter["origins"]): Json {
  if (typeof output === "string") return OUTPUT_TYPES[output] ?? output;
  if (!isJsonObject(output)) return output;
  const { path, type, required: _required, ...rest } = output;
  const today = typeof type === "string" ? (OUTPUT_TYPES[type] ?? type) : type;
  if (path === undefined && today === type && output["required"] === undefined) return output;
  return origins.carry(
    output,
    {
      ...rest,
      ...(path === undefined ? {} : { value: path }),
      ...(today === undefined ? (path === undefined ? {} : { type: "artifact" }) : { type: today }),
    } as JsonObject,
    { value: "path" },
  );
}

function schemaOf(output: Json): JsonObject {
  const type = isJsonObject(output) ? output["type"] : undefined;
  if (type === "list") return { type: "array" };
  return typeof type === "string" && ["string", "number", "boolean", "object"].includes(type) ? { type } : {};
}

/** The same steps, each with an id: made from its name, else from what it does. Ids are never made twice. */
export function stepsWithIds(steps: readonly Json[], at: Path, { origins, note }: Rewriter): readonly Json[] {
  const taken = new Set(
    steps.flatMap((step) => (isJsonObject(step) && typeof step["id"] === "string" ? [step["id"]] : [])),
  );
  const last = new Map<string, number>();
  return steps.map((step, index) => {
    if (!isJsonObject(step) || step["id"] !== undefined) return step;
    const wanted = idOf(step, index);
    let id = wanted;
    let n = last.get(wanted) ?? 1;
    while (taken.has(id)) id = `${wanted.slice(0, 57)}_${++n}`;
    last.set(wanted, n);
    taken.add(id);
    note([...at, index], `the step has the id "${id}", made from its ${step["name"] === undefined ? "type" : "name"}`);
    return origins.carry(step, { id, ...step }, { id: "name" });
  });
}

function idOf(step: JsonObject, index: number): string {
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
  return ID_PATTERN.test(id) ? id : `step_${index + 1}`;
}
