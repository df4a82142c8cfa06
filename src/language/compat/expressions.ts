import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import { chainsOf } from "../expressions/chains.ts";
import { CONTEXT_NAMES } from "../expressions/names.ts";
import type { Path } from "../parse/source.ts";
import type { Rewriter } from "./rewriter.ts";

/** What an old name means today. */
interface Meanings {
  readonly inputs: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  /** Outputs by name, with the step that gives them: older forms refer to them without it. */
  readonly outputs: ReadonlyMap<string, string>;
}

/**
 * The workflow with every `${ expression }` as `{{ expression }}`: names of variables, inputs and outputs get the context they live in today.
 * Plain `${NAME}` is still part of the language and stays, unless it names an output. Scripts are left alone: there it is the shell's.
 */
export function newExpressions(workflow: JsonObject, at: Path, rewriter: Rewriter): JsonObject {
  const steps = allSteps(workflow["steps"], rewriter);
  const meanings: Meanings = {
    inputs: new Set(Object.keys(object(workflow["inputs"]))),
    variables: new Set(Object.keys(object(workflow["variables"]))),
    steps: new Set(steps.map(({ id }) => id)),
    outputs: new Map(steps.flatMap(({ id, outputs }) => outputs.map((name) => [name, id] as const))),
  };
  const rewrite = (value: Json, path: Path): Json => {
    if (typeof value === "string") {
      const changed = newText(value, meanings);
      if (changed !== value) rewriter.note(path, `${value} became ${changed}`);
      return changed;
    }
    if (Array.isArray(value))
      return rewriter.origins.carry(
        value,
        (value as readonly Json[]).map((item, index) => rewrite(item, [...path, index])),
      );
    if (!isJsonObject(value)) return value;
    const type = rewriter.stepTypes.get(typeof value["type"] === "string" ? value["type"] : "");
    const code = type?.code?.field;
    const members = Object.entries(value).map(([name, member]): [string, Json] => [
      name,
      name === code ? member : rewrite(member, [...path, name]),
    ]);
    return rewriter.origins.carry(value, Object.fromEntries(members));
  };
  return rewrite(workflow, at) as JsonObject;
}

interface NamedStep {
  readonly id: string;
  readonly outputs: readonly string[];
}

function allSteps(steps: Json | undefined, rewriter: Rewriter): readonly NamedStep[] {
  if (!Array.isArray(steps)) return [];
  return (steps as readonly Json[]).filter(isJsonObject).flatMap((step): readonly NamedStep[] => {
    const type = rewriter.stepTypes.get(typeof step["type"] === "string" ? step["type"] : "");
    const inner = Object.keys(type?.bodies ?? {}).flatMap((field) => {
      const body = step[field];
      const lists = isJsonObject(body) ? Object.values(body) : [body];
      return lists.flatMap((list) => allSteps(list, rewriter));
    });
    const id = step["id"];
    return typeof id === "string" ? [{ id, outputs: Object.keys(object(step["outputs"])) }, ...inner] : inner;
  });
}

/** `${a.b and c}` and `feature/${task.title.slug}`; a text with braces inside the expression isn't one. */
export function newText(text: string, meanings: Meanings): string {
  return text.replaceAll(/(?<![$\\])\$\{([^{}]+)\}/g, (whole, inside: string) => {
    const name = inside.trim();
    const simple = /^[A-Za-z_]\w*$/.test(name);
    if (simple && !(meanings.outputs.has(name) && !meanings.inputs.has(name) && !meanings.variables.has(name)))
      return whole;
    return `{{ ${newExpression(name, meanings)} }}`;
  });
}

function newExpression(expression: string, meanings: Meanings): string {
  let changed = "";
  let at = 0;
  for (const { root, path, role, offset, length } of chainsOf(expression, "jinja")) {
    if (role !== "value") continue;
    const written = expression.slice(offset, offset + length);
    const isSlugged = path.at(-1) === "slug" && written.endsWith(".slug");
    const rest = written.slice(root.length, isSlugged ? -".slug".length : undefined);
    const full = placed(root, path, meanings) + rest;
    changed += expression.slice(at, offset) + (isSlugged ? `slug(${full})` : full);
    at = offset + length;
  }
  return changed + expression.slice(at);
}

function placed(root: string, rest: readonly string[], { inputs, variables, steps, outputs }: Meanings): string {
  if (CONTEXT_NAMES.has(root) && !(root === "project" && variables.has(root))) return root;
  if (variables.has(root)) return `variables.${root}`;
  if (inputs.has(root)) return `inputs.${root}`;
  const owner = outputs.get(root);
  if (steps.has(root) && (owner === undefined || ["outputs", "status", "outcome"].includes(rest[0] ?? "")))
    return rest.length === 0 || ["outputs", "status", "outcome", "exit_code", "error"].includes(rest[0] ?? "")
      ? root
      : `${root}.outputs`;
  return owner === undefined ? root : `${owner}.outputs.${root}`;
}

function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
