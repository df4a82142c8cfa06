import type { Json } from "../kernel/json.ts";
import { canonicalJson, isJsonObject } from "../kernel/json.ts";
import { PawlError } from "../kernel/errors.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError, wholeNumber } from "./frames.ts";

export const transformStep = defineStep({
  type: "transform",
  summary: "Computes a value from others.",
  description:
    "Reads `data` (after `parse`, when it is text), then, in this order: keeps the items for which `filter` holds, replaces each by `map`, orders them by `sort_by`, keeps the first `limit`, groups them by `group_by`; " +
    "at last `expression` computes the result from what there is, as `value`. In `filter`, `map`, `sort_by` and `group_by` the current item is `item`, its place `index`. No program runs, no model is asked.",
  fields: {
    data: { description: "The value to start from; usually an expression." },
    parse: {
      type: "string",
      enum: ["json", "lines", "csv"],
      description: "How to read `data` when it is text. CSV's first line names the members of each item.",
    },
    filter: {
      type: ["string", "boolean"],
      description: "A condition on `item`; those for which it doesn't hold are left out.",
    },
    map: { type: "string", description: "An expression for what each `item` becomes." },
    sort_by: { type: "string", description: "An expression whose value orders the items." },
    descending: { type: "boolean", description: "Largest first." },
    limit: { type: "integer", minimum: 0, description: "How many items are kept." },
    group_by: { type: "string", description: "An expression; the result is an object of lists by its value." },
    expression: {
      type: "string",
      description: "An expression for the result, in which `value` is what the other fields gave.",
    },
  },
  outputs: { result: { type: "any", description: "The result." } },
  conditionFields: ["filter", "map", "sort_by", "group_by", "expression"],
  bodyNames: ["item", "index", "value"],
  examples: [
    {
      title: "The slowest tests",
      yaml: `name: slowest
steps:
  - id: slow
    type: transform
    data: '[{"name": "a", "ms": 5}, {"name": "b", "ms": 900}, {"name": "c", "ms": 70}]'
    parse: json
    filter: "item.ms > 10"
    sort_by: "item.ms"
    descending: true
    map: "{{ {'name': item.name} }}"
    expression: "value | map(attribute='name') | join(', ')"
  - id: check
    type: assert
    condition: "slow.outputs.result == 'b, c' or slow.outputs.result == 'c, b'"
`,
    },
  ],
  run: async (context) => ({ status: "completed", outputs: { result: transform(context) } }) satisfies StepOutcome,
});

function transform(context: StepContext): Json {
  const { config } = context;
  const read = readData(config["data"] ?? null, config["parse"]);
  const overItems = ["filter", "sort_by", "map", "limit", "group_by"].some((field) => config[field] !== undefined);
  const value = overItems ? arrange(context, itemsOf(read)) : read;
  const { expression } = config;
  return typeof expression === "string" ? context.evaluate(expression, { value }) : value;
}

/** Items keep what they were when they are ordered and grouped, and become what `map` says last of all that concerns one item. */
function arrange(context: StepContext, items: readonly Json[]): Json {
  const { config } = context;
  const { filter, map, sort_by: sortBy, group_by: groupBy } = config;
  const each = (text: string, item: Json, index: number): Json => context.evaluate(text, { item, index });
  let kept = items.map((item, index) => ({ item, index }));
  if (filter !== undefined && filter !== null) {
    const text = typeof filter === "string" ? filter : JSON.stringify(filter);
    kept = kept.filter(({ item, index }) => context.condition(text, { item, index }));
  }
  if (typeof map === "string") kept = kept.map(({ item, index }) => ({ item: each(map, item, index), index }));
  if (typeof sortBy === "string") {
    const sign = config["descending"] === true ? -1 : 1;
    kept = kept
      .map((entry) => ({ ...entry, rank: each(sortBy, entry.item, entry.index) }))
      .toSorted((a, b) => sign * compare(a.rank, b.rank) || a.index - b.index);
  }
  const limit = wholeNumber(config["limit"], "limit", {
    fallback: kept.length,
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
  });
  const list = kept.slice(0, limit);
  if (typeof groupBy !== "string") return list.map(({ item }) => item);
  const groups = Map.groupBy(list, ({ item, index }) => textOf(each(groupBy, item, index)));
  return Object.fromEntries([...groups].map(([name, members]) => [name, members.map(({ item }) => item)]));
}

function itemsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (isJsonObject(value)) return Object.entries(value).map(([key, member]) => ({ key, value: member }));
  throw fieldError("data", `must be a list for what is asked of it; it is ${JSON.stringify(value).slice(0, 80)}`);
}

function compare(left: Json, right: Json): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [textOf(left), textOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

function readData(data: Json, parse: Json | undefined): Json {
  if (typeof data !== "string" || parse === undefined || parse === null) return data;
  switch (parse) {
    case "json":
      try {
        return JSON.parse(data) as Json;
      } catch (thrown) {
        throw new PawlError({
          code: "transform.not_json",
          kind: "permanent",
          message: `\`data\` is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
          cause: thrown,
        });
      }
    case "lines":
      return linesOf(data);
    default:
      return csvRecords(data);
  }
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. */
function csvRecords(text: string): Json {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === "," || char === "\n") {
      rows.at(-1)?.push(field.replace(/\r$/, ""));
      field = "";
      if (char === "\n") rows.push([]);
    } else field += char;
  }
  if (field !== "" || (rows.at(-1)?.length ?? 0) > 0) rows.at(-1)?.push(field.replace(/\r$/, ""));
  const [names = [], ...records] = rows.filter((row) => row.length > 0);
  return records.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}
