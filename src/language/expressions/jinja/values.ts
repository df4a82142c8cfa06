import type { Json, JsonObject } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import type { RuntimeValue } from "./library.ts";
import {
  ArrayValue,
  BooleanValue,
  FloatValue,
  IntegerValue,
  NullValue,
  ObjectValue,
  StringValue,
  UndefinedValue,
} from "./library.ts";

export const UNDEFINED: RuntimeValue = new UndefinedValue(undefined);
export const NULL: RuntimeValue = new NullValue(null);
export const TRUE: RuntimeValue = new BooleanValue(true);
export const FALSE: RuntimeValue = new BooleanValue(false);

/**
 * The members of a JSON object as Jinja values, each made when it is first read: a condition that reads one output of one step
 * doesn't pay for the others. Only own members are seen, so nothing of JavaScript's prototypes is in reach.
 */
class LazyMembers extends Map<string, RuntimeValue> {
  readonly source: JsonObject;

  constructor(source: JsonObject) {
    super();
    this.source = source;
    Object.defineProperty(this, "size", { get: () => Object.keys(source).length });
  }

  override has(key: string): boolean {
    return Object.hasOwn(this.source, key);
  }

  override get(key: string): RuntimeValue | undefined {
    const known = super.get(key);
    if (known !== undefined || !Object.hasOwn(this.source, key)) return known;
    const made = toRuntime(this.source[key] ?? null);
    super.set(key, made);
    return made;
  }

  override keys(): MapIterator<string> {
    return Object.keys(this.source).values();
  }

  override values(): MapIterator<RuntimeValue> {
    return Object.keys(this.source)
      .map((key) => this.get(key) ?? UNDEFINED)
      .values();
  }

  override entries(): MapIterator<[string, RuntimeValue]> {
    return Object.keys(this.source)
      .map((key): [string, RuntimeValue] => [key, this.get(key) ?? UNDEFINED])
      .values();
  }

  override [Symbol.iterator](): MapIterator<[string, RuntimeValue]> {
    return this.entries();
  }

  override forEach(visit: (value: RuntimeValue, key: string, map: Map<string, RuntimeValue>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/** A JSON value as the interpreter reads it. Objects stay as they are until something in them is read. */
export function toRuntime(value: Json): RuntimeValue {
  if (value === null) return NULL;
  switch (typeof value) {
    case "string":
      return new StringValue(value);
    case "number":
      return Number.isInteger(value) ? new IntegerValue(value) : new FloatValue(value);
    case "boolean":
      return value ? TRUE : FALSE;
    default:
      return isJsonObject(value) ? new ObjectValue(new LazyMembers(value)) : new ArrayValue(value.map(toRuntime));
  }
}

/** A Jinja value as JSON; undefined becomes null. Throws PawlError `expression.evaluation` for a function, Infinity or NaN. */
export function toJson(value: RuntimeValue): Json {
  if (value.value instanceof LazyMembers) return value.value.source;
  switch (value.type) {
    case "NullValue":
    case "UndefinedValue":
      return null;
    case "StringValue":
    case "BooleanValue":
      return value.value as string | boolean;
    case "IntegerValue":
    case "FloatValue":
      return finite(value.value as number);
    case "FunctionValue":
      throw evaluationError("the result is a function, not a value", "Call it: write its name with parentheses.");
    default:
      return isArrayValue(value)
        ? itemsOf(value).map(toJson)
        : Object.fromEntries([...membersOf(value)].map(([key, member]) => [key, toJson(member)]));
  }
}

export function isArrayValue(value: RuntimeValue): boolean {
  return value.type === "ArrayValue" || value.type === "TupleValue";
}

export function isObjectValue(value: RuntimeValue): boolean {
  return value.type === "ObjectValue" || value.type === "NamespaceValue" || value.type === "KeywordArgumentsValue";
}

export function isNumberValue(value: RuntimeValue): boolean {
  return value.type === "IntegerValue" || value.type === "FloatValue" || value.type === "BooleanValue";
}

export function itemsOf(value: RuntimeValue): readonly RuntimeValue[] {
  return value.value as readonly RuntimeValue[];
}

export function membersOf(value: RuntimeValue): ReadonlyMap<string, RuntimeValue> {
  return value.value as ReadonlyMap<string, RuntimeValue>;
}

/** For messages: `a number`, `a list`. */
export function typeName(value: RuntimeValue): string {
  return TYPE_NAMES[value.type] ?? value.type;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  IntegerValue: "a number",
  FloatValue: "a number",
  StringValue: "a text",
  BooleanValue: "a boolean",
  ArrayValue: "a list",
  TupleValue: "a list",
  ObjectValue: "an object",
  NamespaceValue: "an object",
  FunctionValue: "a function",
  NullValue: "nothing (null)",
  UndefinedValue: "not set",
};

function finite(value: number): number {
  if (!Number.isFinite(value)) throw evaluationError(`the result ${value} is not a number that can be kept`);
  return value;
}
