import { data } from "@actions/expressions";
import type { Json, JsonObject } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";

export type ExpressionData =
  | InstanceType<typeof data.StringData>
  | InstanceType<typeof data.NumberData>
  | InstanceType<typeof data.BooleanData>
  | InstanceType<typeof data.Null>
  | InstanceType<typeof data.Array>
  | InstanceType<typeof data.Dictionary>;

/**
 * A JSON object as GitHub's language sees one: members by name in any case, each converted when it is first read.
 * Only own members are seen. (The library's own dictionary loses members named like those of JavaScript's objects.)
 */
export class LazyDictionary extends data.Dictionary {
  readonly source: JsonObject;
  private names: Map<string, string> | undefined;
  private readonly made = new Map<string, ExpressionData>();

  constructor(source: JsonObject) {
    super();
    this.source = source;
  }

  override get(key: string): ExpressionData | undefined {
    const name = Object.hasOwn(this.source, key) ? key : this.nameOf(key);
    if (name === undefined) return undefined;
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const value = toData(this.source[name] ?? null);
    this.made.set(name, value);
    return value;
  }

  override values(): ExpressionData[] {
    return Object.keys(this.source).map((key) => this.get(key) ?? new data.Null());
  }

  override pairs(): { key: string; value: ExpressionData }[] {
    return Object.keys(this.source).map((key) => ({ key, value: this.get(key) ?? new data.Null() }));
  }

  private nameOf(key: string): string | undefined {
    if (this.names === undefined) {
      this.names = new Map();
      for (const name of Object.keys(this.source)) {
        const folded = name.toLowerCase();
        if (!this.names.has(folded)) this.names.set(folded, name);
      }
    }
    return this.names.get(key.toLowerCase());
  }
}

/** A JSON list, which remembers what it was made from: GitHub's `==` asks whether two lists are the same one. */
class SourceArray extends data.Array {
  readonly source: readonly Json[];

  constructor(source: readonly Json[]) {
    super();
    this.source = source;
    for (const item of source) this.add(toData(item));
  }
}

const NULL = new data.Null();
const TRUE = new data.BooleanData(true);
const FALSE = new data.BooleanData(false);

/** A JSON value as the evaluator reads it. */
export function toData(value: Json): ExpressionData {
  if (value === null) return NULL;
  switch (typeof value) {
    case "string":
      return new data.StringData(value);
    case "number":
      return new data.NumberData(value);
    case "boolean":
      return value ? TRUE : FALSE;
    default:
      return isJsonObject(value) ? new LazyDictionary(value) : new SourceArray(value as readonly Json[]);
  }
}

/** An evaluator's value as JSON. Throws PawlError `expression.evaluation` for NaN and Infinity, which JSON can't carry. */
export function toJson(value: ExpressionData): Json {
  if (value instanceof LazyDictionary || value instanceof SourceArray) return value.source;
  if (value instanceof data.Dictionary)
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, toJson(pair.value)]));
  if (value instanceof data.Array) return value.values().map(toJson);
  if (value instanceof data.NumberData) {
    if (!Number.isFinite(value.value))
      throw evaluationError(`the result ${value.value} is not a number that can be kept`);
    return value.value;
  }
  if (value instanceof data.StringData || value instanceof data.BooleanData) return value.value;
  return null;
}
