import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { InputType, OutputType, Step } from "../model.ts";
import type { StepType } from "../step-type.ts";

/** What is known of a value before a run; `unknown` never gives a finding. */
export type ValueType = "string" | "number" | "boolean" | "object" | "list" | "unknown";

/** The same with what is inside. */
export interface Shape {
  readonly type: ValueType;
  /** All members of an object there can be; undefined where others may be. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Every item of a list. */
  readonly items?: Shape;
}

const UNKNOWN: Shape = { type: "unknown" };

const OF_INPUT: Readonly<Record<InputType, ValueType>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  choice: "unknown",
  list: "list",
  object: "object",
  secret: "string",
};
const OF_OUTPUT: Readonly<Record<OutputType, ValueType>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  object: "object",
  list: "list",
  artifact: "unknown",
  any: "unknown",
};

/** The shape that a declared input promises. */
export function shapeOfInput({ type, items }: { readonly type: InputType; readonly items?: OutputType }): Shape {
  return { type: OF_INPUT[type], ...(items === undefined ? {} : { items: { type: OF_OUTPUT[items] } }) };
}

/** The shape that a declared output promises. */
export function shapeOfOutput({ type, items }: { readonly type: OutputType; readonly items?: OutputType }): Shape {
  return { type: OF_OUTPUT[type], ...(items === undefined ? {} : { items: { type: OF_OUTPUT[items] } }) };
}

/** The shape of a value as it is written; `ofText` says what a text with an expression in it gives. */
export function shapeOfLiteral(value: Json, ofText: (text: string) => Shape = () => UNKNOWN): Shape {
  if (value === null) return UNKNOWN;
  if (typeof value === "string") return /\$\{|\{\{|\{%/.test(value) ? ofText(value) : { type: "string" };
  if (Array.isArray(value))
    return { type: "list", items: common(value.map((item: Json) => shapeOfLiteral(item, ofText))) };
  if (!isJsonObject(value)) return { type: typeof value as "number" | "boolean" };
  const members = Object.entries(value).map(([name, member]) => [name, shapeOfLiteral(member, ofText)] as const);
  return { type: "object", members: Object.fromEntries(members) };
}

/** What holds of all of several values: the members of objects together, since each may have others. */
function common(shapes: readonly Shape[]): Shape {
  const [first, ...others] = shapes;
  if (first === undefined) return UNKNOWN;
  return others.reduce((one, other) => {
    if (one.type !== other.type) return UNKNOWN;
    const items =
      one.items === undefined || other.items === undefined ? {} : { items: common([one.items, other.items]) };
    if (one.members === undefined || other.members === undefined) return { type: one.type, ...items };
    const names = new Set([...Object.keys(one.members), ...Object.keys(other.members)]);
    const members = [...names].map((name): [string, Shape] => {
      const both = [one.members?.[name], other.members?.[name]].filter((shape) => shape !== undefined);
      return [name, common(both)];
    });
    return { type: one.type, members: Object.fromEntries(members) };
  }, first);
}

/** What the names inside a step that repeats stand for: `item`, `index` and `matrix`, by the fields its type says it repeats for. */
export function namesInside(
  step: Step,
  type: StepType | undefined,
  ofText: (text: string) => Shape,
): ReadonlyMap<string, Shape> {
  const repeats = type?.repeatsFor;
  if (repeats === undefined) return new Map();
  const list = step.config[repeats.list];
  const matrix = step.config[repeats.matrix];
  const cell = isJsonObject(matrix) ? cellOf(matrix, ofText) : UNKNOWN;
  const item = matrix === undefined && list !== undefined ? itemOf(list, ofText) : cell;
  const index = ["index", { type: "number" }] as const;
  return new Map<string, Shape>(
    matrix === undefined ? [["item", item], index] : [["item", cell], ["matrix", cell], index],
  );
}

/** As `foreach` goes through a value: a list by its items, a text by its lines, an object by its members. */
function itemOf(list: Json, ofText: (text: string) => Shape): Shape {
  const shape = shapeOfLiteral(list, ofText);
  if (shape.type === "list") return shape.items ?? UNKNOWN;
  if (shape.type === "object") {
    const value = shape.members === undefined ? UNKNOWN : common(Object.values(shape.members));
    return { type: "object", members: { key: { type: "string" }, value } };
  }
  // A text that a run gives may be the JSON of a list of anything.
  return typeof list === "string" && !/\$\{|\{\{|\{%|^\s*\[/.test(list) ? shape : UNKNOWN;
}

function cellOf({ include, exclude: _exclude, ...axes }: JsonObject, ofText: (text: string) => Shape): Shape {
  const members = Object.entries(axes).map(([name, values]): [string, Shape] => [
    name,
    shapeOfLiteral(values, ofText).items ?? UNKNOWN,
  ]);
  const own: Shape = { type: "object", members: Object.fromEntries(members) };
  if (include === undefined) return own;
  const added = shapeOfLiteral(include, ofText).items;
  return added?.members === undefined ? { type: "object" } : common([own, added]);
}
