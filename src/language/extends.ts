import { nearestName, type Finding } from "../kernel/diagnostics.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { modernise } from "./compat/older-form.ts";
import { parseDocument } from "./parse/document.ts";
import { findingAt, type Origins, type Path, type Span } from "./parse/source.ts";
import type { StepTypes } from "./step-type.ts";

export interface InheritContext {
  readonly file: string;
  readonly origins: Origins;
  readonly stepTypes: StepTypes;
  readonly load?:
    | ((reference: string, from: string) => Promise<{ readonly text: string; readonly file: string } | undefined>)
    | undefined;
  readonly names?: (() => Promise<readonly string[]>) | undefined;
}

export interface Inherited {
  readonly root: JsonObject;
  readonly findings: readonly Finding[];
  /** Texts of the files it was made from, nearest first, for the workflow's digest. */
  readonly texts: readonly string[];
}

/** A chain longer than this is taken for a mistake. */
const MAX_GENERATIONS = 8;
/** Mappings whose members are inherited one by one; of every other field the nearest one counts as a whole. */
const MERGED = ["inputs", "outputs", "variables", "env", "defaults", "permissions"];

/**
 * The document with everything it inherits through `extends` (spec L9). Its steps change the inherited ones by id: the same id overrides
 * field by field, `remove: true` takes the step out, a new id is inserted `before:` or `after:` the step it names, else after the step that
 * stands before it in this file, else at the end.
 *
 * Never throws. An unknown or circular reference is a finding at the `extends` field.
 *
 * @param siblings workflows of the same file, which come before the library
 */
export async function inherit(
  document: JsonObject,
  siblings: Readonly<Record<string, JsonObject>>,
  context: InheritContext,
): Promise<Inherited> {
  return generation(document, siblings, context, [context.file]);
}

async function generation(
  document: JsonObject,
  siblings: Readonly<Record<string, JsonObject>>,
  context: InheritContext,
  trail: readonly string[],
): Promise<Inherited> {
  const reference = document["extends"];
  if (typeof reference !== "string") return { root: document, findings: [], texts: [] };
  const refuse = (message: string, hint: string): Inherited => {
    const span = locate(document, ["extends"], context.origins);
    const findings = span === undefined ? [] : [findingAt(span, { rule: "extends.unresolved", message, hint })];
    return { root: without(document, "extends", context.origins), findings, texts: [] };
  };
  const sibling = Object.hasOwn(siblings, reference) ? siblings[reference] : undefined;
  const found =
    sibling === undefined
      ? await context.load?.(reference, context.file)
      : { text: "", file: `${context.file}#${reference}` };
  if (found === undefined) {
    const names = [...Object.keys(siblings), ...((await context.names?.()) ?? [])];
    const near = nearestName(reference, names);
    const known =
      names.length === 0 ? "a workflow's name or a path from this file" : `known: ${names.slice(0, 12).join(", ")}`;
    return refuse(
      `there is no workflow "${reference}" to extend`,
      near === undefined ? known : `did you mean ${near}?`,
    );
  }
  if (trail.includes(found.file))
    return refuse(`workflows extend one another: ${[...trail, found.file].join(" → ")}`, "remove one of these extends");
  if (trail.length > MAX_GENERATIONS)
    return refuse(`extends goes more than ${MAX_GENERATIONS} files deep`, "extend a workflow nearer to the first");

  const next = { ...context, file: found.file.split("#")[0] ?? found.file };
  const parent = sibling === undefined ? readParent(found, next) : { root: sibling, siblings, findings: [] };
  if (parent.root === undefined) return { ...refuse("", ""), findings: parent.findings };
  const above = await generation(parent.root, parent.siblings, next, [...trail, found.file]);
  const findings: Finding[] = [...parent.findings, ...above.findings];
  const root = merge(document, above.root, context.origins, findings);
  return { root, findings, texts: [found.text, ...above.texts] };
}

function readParent(
  found: { readonly text: string; readonly file: string },
  context: InheritContext,
): {
  readonly root: JsonObject | undefined;
  readonly siblings: Readonly<Record<string, JsonObject>>;
  readonly findings: readonly Finding[];
} {
  const { root, findings, source } = parseDocument(found.text, found.file, context.origins);
  if (findings.length > 0) return { root: undefined, siblings: {}, findings };
  if (!isJsonObject(root)) {
    const whole = { source, start: 0, end: 0 };
    const message = "a workflow file is a mapping with name: and steps:";
    return {
      root: undefined,
      siblings: {},
      findings: [findingAt(whole, { rule: "schema.type", message, hint: "extend another workflow" })],
    };
  }
  return { ...modernise(root, found.file, context.origins, context.stepTypes), findings: [] };
}

function merge(child: JsonObject, parent: JsonObject, origins: Origins, findings: Finding[]): JsonObject {
  const fields: Record<string, Json> = { ...parent, ...child };
  delete fields["extends"];
  for (const field of MERGED) {
    const [own, inherited] = [child[field], parent[field]];
    if (isJsonObject(own) && isJsonObject(inherited))
      fields[field] = origins.inherit(own, inherited, { ...inherited, ...own });
  }
  const [own, inherited] = [child["steps"], parent["steps"]];
  if (Array.isArray(own) && Array.isArray(inherited))
    fields["steps"] = mergeSteps(own as readonly Json[], inherited as readonly Json[], child, origins, findings);
  return origins.inherit(child, parent, fields);
}

function mergeSteps(
  own: readonly Json[],
  inherited: readonly Json[],
  child: JsonObject,
  origins: Origins,
  findings: Finding[],
): readonly Json[] {
  const steps = [...inherited];
  const indexOf = (id: Json | undefined): number => steps.findIndex((step) => isJsonObject(step) && step["id"] === id);
  let previous: Json | undefined;
  for (const [index, change] of own.entries()) {
    if (!isJsonObject(change)) {
      steps.push(change);
      continue;
    }
    const { id, remove, before, after, ...fields } = change;
    const refuse = (name: Json | undefined, field: string): void => {
      const ids = steps.flatMap((step) => (isJsonObject(step) && typeof step["id"] === "string" ? [step["id"]] : []));
      const near = typeof name === "string" ? nearestName(name, ids) : undefined;
      const span = locate(child, ["steps", index, field], origins);
      if (span === undefined) return;
      findings.push(
        findingAt(span, {
          rule: "extends.unknown-step",
          message: `no inherited step is called ${JSON.stringify(name)}`,
          hint: near === undefined ? `steps: ${ids.slice(0, 12).join(", ")}` : `did you mean ${near}?`,
        }),
      );
    };
    const at = indexOf(id);
    if (remove === true) {
      if (at < 0) refuse(id, "id");
      else steps.splice(at, 1);
      continue;
    }
    const base = at < 0 ? undefined : steps[at];
    // Another type has other fields: such a step takes the old one's place whole.
    const sameType = fields["type"] === undefined || (isJsonObject(base) && base["type"] === fields["type"]);
    const written = { ...(id === undefined ? {} : { id }), ...fields } as JsonObject;
    const step =
      isJsonObject(base) && sameType
        ? origins.inherit(change, base, { ...base, ...written })
        : origins.carry(change, written);
    const anchor = before ?? after;
    if (anchor !== undefined && indexOf(anchor) < 0) refuse(anchor, before === undefined ? "after" : "before");
    if (at >= 0 && anchor === undefined) steps[at] = step;
    else {
      if (at >= 0) steps.splice(at, 1);
      const place = indexOf(anchor ?? previous);
      steps.splice(place < 0 ? steps.length : place + (before === undefined ? 1 : 0), 0, step);
    }
    previous = id;
  }
  return steps;
}

function without(document: JsonObject, field: string, origins: Origins): JsonObject {
  const { [field]: _left, ...rest } = document;
  return origins.carry(document, rest);
}

function locate(root: JsonObject, path: Path, origins: Origins): Span | undefined {
  return origins.locate(root, path);
}
