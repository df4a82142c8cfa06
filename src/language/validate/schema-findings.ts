import type { ErrorObject } from "ajv";
import { nearestName, type Finding } from "../../kernel/diagnostics.ts";
import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import { holdsExpression } from "../expressions/segments.ts";
import { findingAt, type Origins, type Path, type SourceText, type Span } from "../parse/source.ts";
import { STEP_FIELDS } from "../schema/compose.ts";
import type { Validator } from "../schema/validator.ts";
import { schemaValidators } from "../schema/validators.ts";
import type { StepType, StepTypes } from "../step-type.ts";
import { mistakeOf, noExpression, owner, pathOf } from "./mistakes.ts";

/**
 * Everything in a document that its schema refuses, each with the place and what was expected. A value that is an expression is left to run
 * time, whatever type its field has, where the field is resolved then.
 */
export async function schemaFindings(
  root: Json,
  source: SourceText,
  origins: Origins,
  { stepTypes, unknownType }: { readonly stepTypes: StepTypes; readonly unknownType?: string },
): Promise<readonly Finding[]> {
  const steps: { readonly step: Json; readonly path: Path; readonly type: string }[] = [];
  walkSteps(isJsonObject(root) ? root["steps"] : undefined, ["steps"], stepTypes, (step, path) => {
    steps.push({ step, path, type: isJsonObject(step) && typeof step["type"] === "string" ? step["type"] : "" });
  });
  const validators = await schemaValidators(stepTypes, new Set(steps.map(({ type }) => type)));
  const found = new Map<string, Finding>();
  const judge = (validate: Validator, value: Json, at: Path, takesExpression: (field: Path) => boolean): void => {
    if (validate(value)) return;
    for (const error of validate.errors ?? []) {
      if (error.keyword === "propertyNames") continue;
      const field = pathOf(error.instancePath);
      const path = [...at, ...field];
      const data = error.data as Json | undefined;
      const isExpression =
        typeof data === "string" && error.keyword !== "additionalProperties" && holdsExpression(data) && !isName(path);
      if (isExpression && takesExpression(field)) continue;
      const finding = isExpression
        ? findingAt(
            origins.locate(root, path, "value") ?? { source, start: 0, end: 0 },
            noExpression(field.at(-1), error),
          )
        : withReason(explain(error, path, root, source, origins), unknownType);
      const key = `${finding.line}:${finding.column}:${finding.message}`;
      if (!found.has(key)) found.set(key, finding);
    }
  };
  judge(validators.document, root, [], resolvedInWorkflow);
  const defaults = isJsonObject(root) ? root["defaults"] : undefined;
  if (isJsonObject(defaults)) {
    judge(validators.fields, defaults, ["defaults"], resolvedInStep);
    for (const finding of unknownDefaults(defaults, stepTypes, (name) =>
      origins.locate(root, ["defaults", name], "key"),
    ))
      found.set(`${finding.line}:${finding.column}:${finding.message}`, finding);
  }
  for (const { step, path, type } of steps) {
    judge(validators.fields, step, path, resolvedInStep);
    judge(validators.step(type), step, path, () => true);
    for (const [at, mistake] of alternatives(step, path, stepTypes.get(type), defaults)) {
      const finding = findingAt(origins.locate(root, at) ?? { source, start: 0, end: 0 }, mistake);
      found.set(`${finding.line}:${finding.column}:${finding.message}`, finding);
    }
  }
  return [...found.values()];
}

/** A type that is close to no known one may be one that was not loaded. */
function withReason(finding: Finding, unknownType: string | undefined): Finding {
  const isUnknown = finding.rule === "schema.unknown-type" && finding.hint?.startsWith("one of") === true;
  return isUnknown && unknownType !== undefined ? { ...finding, hint: `${finding.hint}; ${unknownType}` } : finding;
}

/** Whether a value of a field that every step has is resolved when its step starts; the others are read before the run does. */
function resolvedInStep([field, name, member]: Path): boolean {
  if (field === "when") return true;
  if (field === "cache") return name === "key";
  if (name === undefined) return false;
  if (field === "outputs") return member === undefined || member === "value";
  if (field === "artifacts") return member === undefined || member === "path";
  return field === "env" || field === "inputs";
}

function resolvedInWorkflow([field, name, member]: Path): boolean {
  if (field === "concurrency") return name === undefined || name === "group";
  if (field === "outputs") return name !== undefined && (member === undefined || member === "value");
  return (field === "env" || field === "variables") && name !== undefined;
}

type Placed = readonly [Path, { readonly rule: string; readonly message: string; readonly hint: string }];

/** Fields of which one must be there, where there is none, or more than one. */
function alternatives(
  step: Json,
  path: Path,
  type: StepType | undefined,
  defaults: Json | undefined,
): readonly Placed[] {
  if (!isJsonObject(step) || type?.oneOf === undefined) return [];
  const filled = isJsonObject(defaults) ? defaults : {};
  return type.oneOf.flatMap(({ fields, atLeast }): readonly Placed[] => {
    const given = fields.filter((field) => step[field] !== undefined);
    const who = owner(path, step);
    const names = fields.map((field) => `"${field}"`).join(" or ");
    if (given.length === 0 && fields.every((field) => filled[field] === undefined)) {
      const hint = `add ${fields.map((field) => `${field}:`).join(" or ")}`;
      return [[path, { rule: "schema.missing-field", message: `${who} lacks ${names}`, hint }]];
    }
    const second = given[1];
    if (second === undefined || atLeast === true) return [];
    const message = `${who} has ${given.map((field) => `"${field}"`).join(" and ")}, of which only one can hold`;
    return [[[...path, second], { rule: "schema.one-of", message, hint: "delete one of them" }] as const];
  });
}

/** Names in `defaults` that are fields of no step: they would do nothing, silently. */
function unknownDefaults(
  defaults: JsonObject,
  stepTypes: StepTypes,
  locate: (name: string) => Span | undefined,
): readonly Finding[] {
  const common = Object.keys(STEP_FIELDS).filter((name) => !["id", "name", "type"].includes(name));
  const known = new Set([...common, ...[...stepTypes.values()].flatMap(({ fields }) => Object.keys(fields))]);
  return Object.keys(defaults).flatMap((name) => {
    const span = known.has(name) ? undefined : locate(name);
    if (span === undefined) return [];
    const near = nearestName(name, known);
    return [
      findingAt(span, {
        rule: "schema.unknown-field",
        message: `"${name}" in defaults is a field of no step`,
        hint: near === undefined ? `for example ${common.slice(0, 8).join(", ")}` : `did you mean ${near}?`,
      }),
    ];
  });
}

/** Every mapping that stands where a step does, whatever is wrong with it. */
function walkSteps(
  steps: Json | undefined,
  path: Path,
  types: StepTypes,
  visit: (step: Json, path: Path) => void,
): void {
  if (!Array.isArray(steps)) return;
  for (const [index, step] of (steps as readonly Json[]).entries()) {
    if (!isJsonObject(step)) continue;
    const at = [...path, index];
    visit(step, at);
    const type = types.get(typeof step["type"] === "string" ? step["type"] : "");
    for (const [field, { shape }] of Object.entries(type?.bodies ?? {})) {
      const body = step[field];
      if (shape === "list") walkSteps(body, [...at, field], types, visit);
      else if (isJsonObject(body))
        for (const [key, inner] of Object.entries(body)) walkSteps(inner, [...at, field, key], types, visit);
    }
    const undo = step["compensate"];
    if (isJsonObject(undo)) visit({ id: "compensate", ...undo }, [...at, "compensate"]);
  }
}

/** Ids and types are what everything else refers to: they can't wait for run time. */
function isName(path: Path): boolean {
  const last = path.at(-1);
  return last === "id" || last === "type" || (last === "name" && path.length === 1);
}

function explain(error: ErrorObject, path: Path, root: Json, source: SourceText, origins: Origins): Finding {
  const { at, part, ...mistake } = mistakeOf(error, path);
  return findingAt(origins.locate(root, at, part) ?? { source, start: 0, end: 0 }, mistake);
}
