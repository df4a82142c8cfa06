import type { ErrorObject } from "ajv";
import { nearestName } from "../../kernel/diagnostics.ts";
import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { Path } from "../parse/source.ts";

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
      return {
        at: [...path, name],
        part: "key",
        rule: "schema.unknown-field",
        message: `${owner(path, error.data as Json)} has no field "${name}"`,
        hint: near === undefined ? `known fields: ${known.join(", ")}` : `did you mean ${near}?`,
      };
    }
    case "required": {
      const name = String(params["missingProperty"]);
      return {
        ...value,
        rule: "schema.missing-field",
        message: `${owner(path, error.data as Json)} lacks "${name}"`,
        hint: `add ${name}:`,
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
          ? "lower-case letters, digits, _ and -, starting with a letter"
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
function kindsOf(types: unknown): string {
  const all = [types].flat().map((type) => KINDS[String(type)] ?? String(type));
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

function fieldHint({ parentSchema }: ErrorObject): string | undefined {
  const description: unknown = parentSchema?.["description"];
  return typeof description === "string" ? description : undefined;
}

function owner(path: Path, value: Json): string {
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
