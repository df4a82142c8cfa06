import type { Json } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError, limitError } from "../errors.ts";
import { functionNamed } from "../functions/catalogue.ts";
import type { FunctionUse } from "../functions/function.ts";
import { jsonType, numberArgument, textArgument } from "../functions/function.ts";
import { replaceBounded } from "../functions/text.ts";

import type { RuntimeValue } from "./library.ts";
import { applyOperator, truth } from "./operators.ts";
import { toRuntime } from "./values.ts";

type Filter = (operand: Json, args: readonly Json[], named: Readonly<Record<string, Json>>, use: FunctionUse) => Json;

/** Columns an `indent` may ask for. */
const MAX_INDENT = 64;

/** Filters of the library that are taken as they are: they make nothing larger than what they are given. */
export const LIBRARY_FILTERS: ReadonlySet<string> = new Set([
  "safe",
  "list",
  "first",
  "last",
  "length",
  "reverse",
  "sort",
  "string",
  "unique",
  "upper",
  "lower",
  "title",
  "capitalize",
  "trim",
  "int",
  "float",
  "abs",
  "items",
  "bool",
  "default",
  "d",
  "get",
  "keys",
  "values",
  "dictsort",
]);

/** Pawl's functions that read well behind a `|`; their first argument is what stands before it. */
const FUNCTION_FILTERS = [
  "slug",
  "hash",
  "parse_json",
  "from_json",
  "to_json",
  "parse_coverage",
  "parse_junit",
  "file",
  "matches",
  "extract",
  "split",
  "round",
  "sum",
  "min",
  "max",
  "toJSON",
  "fromJSON",
  "startsWith",
  "endsWith",
  "contains",
];

const own: readonly (readonly [string, Filter])[] = [
  [
    "replace",
    (operand, args, named, { meter }) =>
      replaceBounded(
        textArgument(operand, "replace's text"),
        named["count"] === undefined ? args : [...args.slice(0, 2), named["count"]],
        meter,
      ),
  ],
  [
    "join",
    (operand, args, named, { meter }) =>
      join(operand, args[0] ?? named["separator"] ?? named["d"] ?? "", named["attribute"], meter),
  ],
  [
    "indent",
    (operand, args, named, { meter }) =>
      indent(
        textArgument(operand, "indent's text"),
        args[0] ?? named["width"] ?? 4,
        args[1] ?? named["first"],
        args[2] ?? named["blank"],
        meter,
      ),
  ],
  [
    "tojson",
    (operand, args, named, { meter }) => {
      const text = pythonJson(operand, boundedIndent(args[0] ?? named["indent"] ?? 0), named["sort_keys"] === true);
      meter.produce(text.length);
      return text;
    },
  ],
  ["count", (operand, _args, _named, use) => call("len", [operand], use)],
  [
    "truncate",
    (operand, args, named) =>
      truncate(
        textArgument(operand, "truncate's text"),
        numberArgument(args[0] ?? named["length"] ?? 255, "truncate's length"),
      ),
  ],
  ["lines", (operand, _args, _named, use) => call("split", [operand], use)],
  ["selectattr", (operand, args, _named, { meter }) => selectItems("selectattr", operand, args, true, meter)],
  ["rejectattr", (operand, args, _named, { meter }) => selectItems("rejectattr", operand, args, false, meter)],
  ["map", (operand, args, named, use) => mapItems(operand, args, named, use)],
  ["urlencode", (operand) => encodeURIComponent(textArgument(operand, "urlencode's text"))],
];

/** Filters that Pawl adds to the library's, or takes over because their results must be bounded. */
export const filters: ReadonlyMap<string, Filter> = new Map([
  ...FUNCTION_FILTERS.map((name): readonly [string, Filter] => [
    name,
    (operand, args, _named, use) => call(name, [operand, ...args], use),
  ]),
  ...own,
]);

function call(name: string, args: readonly Json[], use: FunctionUse): Json {
  const found = functionNamed(name);
  if (found === undefined) throw evaluationError(`"${name}" is not a filter`);
  return found.call(args, use);
}

function join(operand: Json, separator: Json, attribute: Json | undefined, meter: FunctionUse["meter"]): string {
  const between = textArgument(separator, "join's separator");
  const items = typeof operand === "string" ? Array.from(operand) : operand;
  if (!Array.isArray(items)) throw evaluationError(`join needs a list; it was given ${jsonType(operand)}`);
  const texts = items.map((item: Json) => {
    const member = typeof attribute === "string" && isJsonObject(item) ? (item[attribute] ?? "") : item;
    return typeof member === "string"
      ? member
      : member === null
        ? ""
        : typeof member === "object"
          ? JSON.stringify(member)
          : String(member);
  });
  meter.produce(texts.reduce((all, text) => all + text.length + between.length, 0));
  return texts.join(between);
}

function boundedIndent(width: Json): number {
  const columns = numberArgument(width, "an indent");
  if (columns < 0 || columns > MAX_INDENT)
    throw limitError(`an indent of ${columns}; at most ${MAX_INDENT}`, "Write a smaller one.");
  return columns;
}

function indent(
  text: string,
  width: Json,
  first: Json | undefined,
  blank: Json | undefined,
  meter: FunctionUse["meter"],
): string {
  const padding = " ".repeat(boundedIndent(width));
  const lines = text.split("\n");
  meter.produce(text.length + lines.length * padding.length);
  return lines
    .map((line, index) => ((index === 0 && first !== true) || (line === "" && blank !== true) ? line : padding + line))
    .join("\n");
}

function truncate(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

function mapItems(operand: Json, args: readonly Json[], named: Readonly<Record<string, Json>>, use: FunctionUse): Json {
  if (!Array.isArray(operand)) throw evaluationError(`map needs a list; it was given ${jsonType(operand)}`);
  const { attribute } = named;
  if (typeof attribute === "string") {
    return operand.map(
      (item: Json) =>
        attribute.split(".").reduce<Json>((at, part) => memberOf(at, part), item) ?? named["default"] ?? null,
    );
  }
  const name = textArgument(args[0], "map's filter");
  return operand.map((item: Json) => call(name, [item, ...args.slice(1)], use));
}

/** Items whose attribute passes a test against a value; without a test, those where it counts as true. */
function selectItems(
  name: string,
  operand: Json,
  args: readonly Json[],
  keep: boolean,
  meter: FunctionUse["meter"],
): Json {
  if (!Array.isArray(operand)) throw evaluationError(`${name} needs a list; it was given ${jsonType(operand)}`);
  const [path, test, value] = args;
  const parts = textArgument(path, `${name}'s attribute`).split(".");
  const passes = attributeTest(name, test);
  meter.work(operand.length);
  return operand.filter((item: Json) => {
    const attribute = parts.reduce<Json>((at, part) => memberOf(at, part), item);
    return passes(toRuntime(attribute), toRuntime(value ?? null), meter) === keep;
  });
}

type AttributeTest = (attribute: RuntimeValue, value: RuntimeValue, meter: FunctionUse["meter"]) => boolean;

const OPERATOR_TESTS: Readonly<Record<string, string>> = {
  eq: "==",
  equalto: "==",
  ne: "!=",
  lt: "<",
  lessthan: "<",
  le: "<=",
  gt: ">",
  greaterthan: ">",
  ge: ">=",
  in: "in",
};

function attributeTest(filter: string, test: Json | undefined): AttributeTest {
  if (test === undefined || test === null) return (attribute) => truth(attribute);
  const name = textArgument(test, `${filter}'s test`);
  const operator = OPERATOR_TESTS[name] ?? (Object.values(OPERATOR_TESTS).includes(name) ? name : undefined);
  if (operator !== undefined)
    return (attribute, value, meter) => truth(applyOperator(operator, attribute, value, meter));
  if (name === "defined") return (attribute) => attribute.type !== "NullValue";
  if (name === "undefined" || name === "none") return (attribute) => attribute.type === "NullValue";
  throw evaluationError(
    `${filter} does not know the test "${name}"`,
    `It knows: ${Object.keys(OPERATOR_TESTS).join(", ")}, defined, undefined, none.`,
  );
}

function memberOf(value: Json, name: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(name)] ?? null;
  return isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

/** JSON as Python's `json.dumps` prints it, which is what people expect of Jinja's `tojson`. */
function pythonJson(value: Json, indent: number, sortKeys: boolean, depth = 0): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const padding = indent === 0 ? "" : `\n${" ".repeat(indent * (depth + 1))}`;
  const between = indent === 0 ? ", " : `,${padding}`;
  const ending = indent === 0 ? "" : `\n${" ".repeat(indent * depth)}`;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => pythonJson(item, indent, sortKeys, depth + 1));
    return items.length === 0 ? "[]" : `[${padding}${items.join(between)}${ending}]`;
  }
  const object = value as { readonly [key: string]: Json };
  const keys = sortKeys ? Object.keys(object).toSorted() : Object.keys(object);
  const members = keys.map(
    (key) => `${JSON.stringify(key)}: ${pythonJson(object[key] ?? null, indent, sortKeys, depth + 1)}`,
  );
  return members.length === 0 ? "{}" : `{${padding}${members.join(between)}${ending}}`;
}
