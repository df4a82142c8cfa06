import { digestJson, sha256 } from "../../../kernel/digest.ts";
import type { Json } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import type { ExpressionFunction } from "./function.ts";
import { defineFunction, jsonType, numberArgument, textArgument } from "./function.ts";

export const dataFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "hash",
    summary:
      "SHA-256 of a text (of its UTF-8 bytes), or of the canonical JSON of any other value or of several values.",
    parameters: ["value"],
    variadic: true,
    example: { expression: "hash('abc')", gives: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    call: (args) =>
      args.length === 1 && typeof args[0] === "string"
        ? sha256(args[0])
        : digestJson(args.length === 1 ? args[0] : args),
  }),
  defineFunction({
    name: "parse_json",
    aliases: ["from_json"],
    summary: "The value of a JSON text (a step's `stdout`, a file's text).",
    parameters: ["text"],
    example: { expression: "parse_json('{\"a\": [1, 2]}').a[1]", gives: 2 },
    call: ([text]) => parseJson(text),
  }),
  defineFunction({
    name: "to_json",
    summary: "A value as JSON text on one line.",
    parameters: ["value"],
    example: { expression: "to_json([1, 'a'])", gives: '[1,"a"]' },
    call: ([value], { meter }) => {
      const text = JSON.stringify(value ?? null);
      meter.produce(text.length);
      return text;
    },
  }),
  defineFunction({
    name: "len",
    aliases: ["length"],
    summary: "How many characters a text, items a list or members an object has.",
    parameters: ["value"],
    example: { expression: "len([1, 2])", gives: 2 },
    call: ([value]) => sizeOf(value),
  }),
  defineFunction({
    name: "keys",
    summary: "The names of an object's members, in order.",
    parameters: ["object"],
    example: { expression: "keys(parse_json('{\"a\": 1}'))", gives: ["a"] },
    call: ([object]) => {
      if (isJsonObject(object)) return Object.keys(object);
      throw evaluationError(`keys() needs an object; it was given ${jsonType(object)}`);
    },
  }),
  defineFunction({
    name: "coalesce",
    summary: "The first value that is neither nothing nor an empty text.",
    parameters: ["value"],
    variadic: true,
    example: { expression: "coalesce('', 'b')", gives: "b" },
    call: (args) => args.find((value) => value !== null && value !== "") ?? null,
  }),
  defineFunction({
    name: "number",
    summary: "A text such as a step's `stdout` as a number.",
    parameters: ["value"],
    example: { expression: "number('41.5')", gives: 41.5 },
    call: ([value]) => numberArgument(typeof value === "boolean" ? Number(value) : value, "number()'s value"),
  }),
  defineFunction({
    name: "round",
    summary: "A number rounded half away from zero to so many decimal places (none by default).",
    parameters: ["value", "places"],
    required: 1,
    example: { expression: "round(2.345, 1)", gives: 2.3 },
    call: ([value, places]) =>
      round(
        numberArgument(value, "round()'s value"),
        places === undefined || places === null ? 0 : numberArgument(places, "round()'s places"),
      ),
  }),
  defineFunction({
    name: "min",
    summary: "The smallest of some numbers, or of a list of them.",
    parameters: ["value"],
    variadic: true,
    example: { expression: "min(3, 1, 2)", gives: 1 },
    call: (args) => extreme(args, "min()", (a, b) => a < b),
  }),
  defineFunction({
    name: "max",
    summary: "The largest of some numbers, or of a list of them.",
    parameters: ["value"],
    variadic: true,
    example: { expression: "max([3, 1, 2])", gives: 3 },
    call: (args) => extreme(args, "max()", (a, b) => a > b),
  }),
  defineFunction({
    name: "sum",
    summary: "The sum of a list of numbers.",
    parameters: ["list"],
    example: { expression: "sum([1, 2, 3])", gives: 6 },
    call: ([list]) => numbersOf([list ?? null], "sum()").reduce((all, value) => all + value, 0),
  }),
];

/** Parses a JSON text; keys such as `__proto__` become own members like any other. */
export function parseJson(value: Json | undefined): Json {
  const text = textArgument(value, "parse_json()'s text");
  if (text.trim() === "") throw evaluationError("parse_json() was given an empty text");
  try {
    return JSON.parse(text) as Json;
  } catch (thrown) {
    throw evaluationError(
      `parse_json() was given text that is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      undefined,
      thrown,
    );
  }
}

function sizeOf(value: Json | undefined): number {
  if (typeof value === "string") return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  if (isJsonObject(value)) return Object.keys(value).length;
  throw evaluationError(`len() needs a text, a list or an object; it was given ${jsonType(value)}`);
}

function round(value: number, places: number): number {
  const scaled = Number(`${Math.abs(value)}e${Math.trunc(places)}`);
  if (!Number.isFinite(scaled)) return value;
  return Math.sign(value) * Number(`${Math.round(scaled)}e${-Math.trunc(places)}`);
}

function numbersOf(args: readonly Json[], place: string): number[] {
  const values = args.length === 1 && Array.isArray(args[0]) ? (args[0] as readonly Json[]) : args;
  return values.map((value) => numberArgument(value, `every value of ${place}`));
}

function extreme(args: readonly Json[], place: string, better: (a: number, b: number) => boolean): number {
  const numbers = numbersOf(args, place);
  const [first, ...rest] = numbers;
  if (first === undefined) throw evaluationError(`${place} needs at least one number`);
  return rest.reduce((best, value) => (better(value, best) ? value : best), first);
}
