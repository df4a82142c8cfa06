import type { Json, JsonObject } from "../../kernel/json.ts";
import type { Reference } from "../expressions/evaluate.ts";
import { nameMeant, references } from "../expressions/evaluate.ts";
import type { InputType, OutputType, Step, Workflow } from "../model.ts";
import type { StepTypes } from "../step-type.ts";
import { nearestName } from "../../kernel/diagnostics.ts";
import { listed } from "./hints.ts";
import { kindsOf } from "./mistakes.ts";
import { shapeOfInput, shapeOfLiteral, shapeOfOutput, type Shape, type ValueType } from "./shapes.ts";

/** What a reference can be looked up in. */
export interface TypeSight {
  readonly workflow: Workflow;
  readonly types: StepTypes;
  readonly before: { readonly get: (id: string) => Step | undefined };
  /** Variables that a `set` step may give another type than they were declared with. */
  readonly set: ReadonlySet<string>;
  /** What `item`, `matrix` and the like stand for here. */
  readonly names?: ReadonlyMap<string, Shape>;
}

/** JSON Schema's names of the same. */
const IN_SCHEMA: Readonly<Record<ValueType, readonly string[]>> = {
  string: ["string"],
  number: ["number", "integer"],
  boolean: ["boolean"],
  object: ["object"],
  list: ["array"],
  unknown: [],
};
const NUMBER: Shape = { type: "number" };
const TEXT: Shape = { type: "string" };
const TEXTS: Shape = { type: "list", items: TEXT };
/** What filters give, whatever they are given. */
const OF_FILTER: Readonly<Record<string, Shape>> = {
  int: NUMBER,
  float: NUMBER,
  length: NUMBER,
  count: NUMBER,
  abs: NUMBER,
  round: NUMBER,
  string: TEXT,
  upper: TEXT,
  lower: TEXT,
  trim: TEXT,
  join: TEXT,
  tojson: TEXT,
  slug: TEXT,
  list: { type: "list" },
  split: TEXTS,
  lines: TEXTS,
  keys: TEXTS,
};
const LIST_FILTERS =
  /^\s*\|\s*(length|count|join|first|last|map|select|selectattr|reject|rejectattr|sort|unique|groupby|sum|list|reverse)\b/;
const NAMES: Readonly<Record<ValueType, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  list: "a list",
  unknown: "unknown",
};

/** The declared shape of what a reference reads, and how many names of its path that takes. */
function declared(
  reference: Pick<Reference, "root" | "path" | "ignoresCase">,
  sight: TypeSight,
): { readonly shape: Shape; readonly type: ValueType; readonly used: number } {
  const { path } = reference;
  const found = start(reference, sight);
  let { shape, used } = found;
  for (;;) {
    const name = path[used];
    const member = name === undefined ? undefined : memberOf(shape, name);
    if (member === undefined) return { shape, type: shape.type, used };
    shape = member;
    used += 1;
  }
}

/** GitHub's language reads members whatever their case; one that only differs in it is let through. */
function memberOf({ members }: Shape, name: string): Shape | undefined {
  if (members === undefined) return undefined;
  if (Object.hasOwn(members, name)) return members[name];
  const near = Object.keys(members).find((known) => known.toLowerCase() === name.toLowerCase());
  return near === undefined ? undefined : members[near];
}

function start(
  reference: Pick<Reference, "root" | "path" | "ignoresCase">,
  sight: TypeSight,
): { readonly shape: Shape; readonly used: number } {
  const { root, path } = reference;
  const nothing = { shape: { type: "unknown" }, used: 0 } as const;
  const named = sight.names?.get(root);
  if (named !== undefined) return { shape: named, used: 0 };
  const { inputs, variables } = sight.workflow;
  const first = path[0] ?? "";
  if (root === "inputs") {
    const name = nameMeant(first, Object.keys(inputs), reference);
    const spec = name === undefined ? undefined : inputs[name];
    return spec === undefined ? nothing : { shape: shapeOfInput(spec), used: 1 };
  }
  if (root === "variables") {
    const name = nameMeant(first, Object.keys(variables), reference);
    const value = name === undefined ? undefined : variables[name];
    return value === undefined || name === undefined || sight.set.has(name)
      ? nothing
      : { shape: shapeOfLiteral(value), used: 1 };
  }
  const [id, ...rest] = root === "steps" ? path : [root, ...path];
  const step = sight.before.get(id ?? "");
  const skipped = root === "steps" ? 1 : 0;
  const [member, name] = rest;
  if (step === undefined || member !== "outputs" || name === undefined) return nothing;
  const own = Object.hasOwn(step.outputs, name) ? step.outputs[name] : undefined;
  const outputs = sight.types.get(step.type)?.outputs ?? {};
  const given = own ?? (Object.hasOwn(outputs, name) ? outputs[name] : undefined);
  return given === undefined ? nothing : { shape: shapeOfOutput(given), used: skipped + 2 };
}

export interface Misuse {
  /** `type.use` where it isn't said. */
  readonly rule?: string;
  readonly message: string;
  readonly hint: string;
}

/** A member read from what has none, or a single value used as a list. Undefined when nothing is known to be wrong. */
export function misuse(text: string, reference: Reference, sight: TypeSight): Misuse | undefined {
  const { type, used, shape } = declared(reference, sight);
  const member = reference.path[used];
  const name = [reference.root, ...reference.path.slice(0, used)].join(".");
  const after = text.slice(reference.offset + reference.length);
  if (type === "object" && shape.members !== undefined && member !== undefined && !GUARDED.test(after))
    return unknownMember(name, member, Object.keys(shape.members));
  if (type === "unknown" || type === "object") return undefined;
  // Texts and lists have methods: a call is judged when it is made.
  if (member !== undefined && !/^\s*\(/.test(after)) {
    const length = member === "length" && (type === "list" || type === "string");
    return {
      message: `${name} is ${NAMES[type]} and has no member "${member}"`,
      hint: length ? `write ${name} | length` : "remove the member, or declare the value as an object",
    };
  }
  if (type === "list" || type === "string" || member !== undefined) return undefined;
  const filter = LIST_FILTERS.exec(after)?.[1];
  const iterated = /\bin\s+$/.test(text.slice(0, reference.offset));
  if (filter === undefined && !iterated) return undefined;
  return {
    message: `${name} is ${NAMES[type]} and is used as a list${filter === undefined ? "" : ` by "${filter}"`}`,
    hint: "declare the value as a list, or write [value]",
  };
}

/** What makes a member that may be missing a thing its author thought of. */
const GUARDED = /^\s*(?:\(|\|\s*(?:default|d)\b|is\s|or\b|\|\|)/;

function unknownMember(name: string, member: string, known: readonly string[]): Misuse {
  const near = nearestName(member, known);
  return {
    rule: "reference.unknown-member",
    message: `${name} has no member "${member}"`,
    hint: near === undefined ? `it has ${listed(known)}` : `did you mean ${near}?`,
  };
}

/** The type of a field's text when it is one expression whose type is declared: a name, or one that ends in a filter of known result. */
export function typeOfText(text: string, sight: TypeSight): ValueType {
  return shapeOfText(text, sight).type;
}

/** The same with what is inside. */
export function shapeOfText(text: string, sight: TypeSight): Shape {
  const unknown: Shape = { type: "unknown" };
  const whole = /^\s*\$?\{\{-?\s*((?:(?!\}\}).)*?)\s*-?\}\}\s*$/s.exec(text)?.[1];
  if (whole === undefined) return unknown;
  const filter = /\|\s*([a-z_]+)\s*(?:\([^()]*\))?$/.exec(whole)?.[1];
  if (filter !== undefined) return OF_FILTER[filter] ?? unknown;
  if (/^range\s*\([^()]*\)$/.test(whole)) return { type: "list", items: { type: "number" } };
  if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(whole)) return unknown;
  const [reference] = references(text, "template");
  if (reference === undefined || reference.dynamic) return unknown;
  const { shape, used } = declared(reference, sight);
  return reference.path.length === used ? shape : unknown;
}

/**
 * Whether a value of a type can stand where a schema wants another. Numbers and truth values can stand for texts, as they do in a
 * template; everything else must be what is asked for.
 */
export function mismatch(field: string, schema: JsonObject | undefined, type: ValueType): Misuse | undefined {
  const wanted = schema?.["type"];
  const kinds = (Array.isArray(wanted) ? wanted : wanted === undefined ? [] : [wanted]).filter(
    (kind) => typeof kind === "string",
  );
  if (type === "unknown" || kinds.length === 0 || IN_SCHEMA[type].some((kind) => kinds.includes(kind)))
    return undefined;
  if (kinds.includes("string") && (type === "number" || type === "boolean") && kinds.length === 1) return undefined;
  if (kinds.length === 1 && kinds[0] === "string") return undefined;
  return {
    message: `"${field}" wants ${kindsOf(kinds)} and is given ${NAMES[type]}`,
    hint: kinds.some((kind) => kind === "integer" || kind === "number")
      ? "declare the value as a number, or write {{ … | int }}"
      : `declare the value as ${kindsOf(kinds.filter((kind) => kind !== "null"))}`,
  };
}

/** The same for a declared output. */
export function outputMismatch(name: string, wanted: OutputType, type: ValueType): Misuse | undefined {
  const target = shapeOfOutput({ type: wanted }).type;
  if (target === "unknown" || type === "unknown" || target === type || target === "string") return undefined;
  // Lists are objects to JavaScript and to `type: object` in older files: both hold what isn't a single value.
  if (target === "object" && type === "list") return undefined;
  return {
    message: `the output "${name}" is declared as ${NAMES[target]} and is given ${NAMES[type]}`,
    hint: "correct the declared type, or convert the value",
  };
}

/** What is wrong with an input of a called workflow, or undefined. */
export function inputMismatch(name: string, wanted: InputType, type: ValueType): Misuse | undefined {
  const target = shapeOfInput({ type: wanted }).type;
  if (target === "unknown" || type === "unknown" || target === type) return undefined;
  if (target === "string" && type !== "list" && type !== "object") return undefined;
  return {
    message: `the input "${name}" is ${NAMES[target]} and is given ${NAMES[type]}`,
    hint: "give it a value of its type",
  };
}

/** The type of a value as written: a literal's own, an expression's declared one. */
export function typeOfValue(value: Json, sight: TypeSight): ValueType {
  return typeof value === "string" && /\$\{|\{\{|\{%/.test(value)
    ? typeOfText(value, sight)
    : shapeOfLiteral(value).type;
}
