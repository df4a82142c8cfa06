import type { ErrorObject } from "ajv";
import { nearestName } from "../../kernel/diagnostics.ts";
import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { Path } from "../parse/source.ts";
import { FIRST_STEP } from "../schema/compose.ts";

/** What other tools call what Pawl has too, for those who come from there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
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
function missing(name: string, value: Json, path: Path, types: readonly string[]): string {
  if (path.length === 0 && name === "steps") return `add steps: with a list under it, such as ${FIRST_STEP}`;
  if (path.length === 0 && name === "name") return "add name: my-workflow";
  if (name !== "type" || !isJsonObject(value)) return `add ${name}:`;
  if (value["uses"] !== undefined) return ELSEWHERE["uses"] ?? "";
  const [type] = Object.entries({ command: "shell", run: "shell", prompt: "claude", condition: "assert" }).flatMap(
    ([field, found]) => (value[field] === undefined ? [] : [found]),
  );
  return type === undefined ? `add type: with one of ${types.join(", ")}` : `add type: ${type}`;
}

/** What a schema's error means to a person, and where: the value at a path, or the name of a member. */
export interface Mistake {
  readonly at: Path;
  readonly part: "key" | "value";
  readonly rule: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** An error of one of our validators in a person's words; `path` leads to the value it is about. */
export function mistakeOf(error: ErrorObject, path: Path): Mistake {
  const where = path.at(-1);
  const named = nameOf(path);
  const params = error.params as Readonly<Record<string, unknown>>;
  const value = { at: path, part: "value" } as const;
  switch (error.keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      const near = nearestName(name, known);
      const elsewhere = path.length === 0 || typeof path.at(-1) === "number" ? ELSEWHERE[name] : undefined;
      return {
        at: [...path, name],
        part: "key",
        rule: "schema.unknown-field",
        message: `${owner(path, error.data as Json)} has no field "${name}"`,
        hint: elsewhere ?? (near === undefined ? `known fields: ${known.join(", ")}` : `did you mean ${near}?`),
      };
    }
    case "required": {
      const name = String(params["missingProperty"]);
      return {
        ...value,
        rule: "schema.missing-field",
        message: `${owner(path, error.data as Json)} lacks "${name}"`,
        hint: missing(name, error.data as Json, path, typesOf(error)),
      };
    }
    case "enum":
    case "const": {
      const allowed =
        error.keyword === "const" ? [params["allowedValue"]] : (params["allowedValues"] as readonly unknown[]);
      const near = typeof error.data === "string" ? nearestName(error.data, allowed.map(String)) : undefined;
      const holder = path.at(-2);
      const isType = where === "type" && (typeof holder === "number" || holder === "compensate");
      return {
        ...value,
        rule: isType ? "schema.unknown-type" : "schema.value",
        message: isType
          ? `there is no step type ${shown(error.data as Json)}`
          : `${named} can't be ${shown(error.data as Json)}`,
        hint: near === undefined ? `one of ${allowed.join(", ")}` : `did you mean ${near}?`,
      };
    }
    case "type":
      return {
        ...value,
        rule: "schema.type",
        message: `${named} must be ${kindsOf(params["type"])}, not ${kind(error.data as Json)}`,
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
        message: `${named} can't be ${shown(error.data as Json)}`,
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
        message: `${named} must be at ${error.keyword === "minimum" ? "least" : "most"} ${String(params["limit"])}, not ${shown(error.data as Json)}`,
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
function typesOf({ parentSchema }: ErrorObject): readonly string[] {
  const properties = parentSchema?.["properties"] as
    | { readonly type?: { readonly enum?: readonly string[] } }
    | undefined;
  return properties?.type?.enum ?? [];
}

/** `"limit"`, and for an item of a list its place in it. */
function nameOf(path: Path): string {
  const where = path.at(-1);
  if (where === undefined) return "the workflow";
  return typeof where === "string" ? `"${where}"` : `item ${where + 1} of ${nameOf(path.slice(0, -1))}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  null: "nothing",
};

/** `type` of a JSON Schema as people say it. */
export function kindsOf(types: unknown): string {
  const all = [types].flat().map((type) => KINDS[String(type)] ?? String(type));
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** A name as its author may have meant it. */
function nameLike(written: unknown): string {
  const name = typeof written === "string" ? written.toLowerCase().replaceAll(/[^a-z0-9_]+/g, "-") : "";
  const trimmed = name.replaceAll(/^[^a-z]+|-+$/g, "").slice(0, 60);
  return trimmed === "" ? "" : `write ${trimmed}: `;
}

function fieldHint({ parentSchema }: ErrorObject): string | undefined {
  const description: unknown = parentSchema?.["description"];
  return typeof description === "string" ? description : undefined;
}

/** Whom a mistake is about: the workflow, a step by its type and id, or a part of one. */
export function owner(path: Path, value: Json): string {
  if (path.length === 0) return "the workflow";
  if (isJsonObject(value) && typeof value["type"] === "string" && typeof value["id"] === "string")
    return `the ${value["type"]} step "${value["id"]}"`;
  if (isJsonObject(value) && typeof value["id"] === "string") return `the step "${value["id"]}"`;
  return nameOf(path);
}

/** The path that a JSON pointer (RFC 6901) stands for. */
export function pathOf(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function kind(value: Json): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "boolean") return String(value);
  return `the ${typeof value === "string" ? "text" : "number"} ${shown(value)}`;
}

function shown(value: Json | JsonObject): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What is wrong with an expression in a field that is read before the run starts. */
export function noExpression(
  field: Path[number] | undefined,
  { schema }: Pick<ErrorObject, "schema"> = { schema: undefined },
): { readonly rule: string; readonly message: string; readonly hint: string } {
  const choices = Array.isArray(schema) ? `one of ${schema.join(", ")}` : "the value itself";
  return {
    rule: "schema.no-expression",
    message: `${typeof field === "string" ? `"${field}"` : "it"} can't hold an expression: it is read before the run starts`,
    hint: `write ${choices}`,
  };
}
