import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { Origins, Path } from "../parse/source.ts";
import type { StepTypes } from "../step-type.ts";
import { newExpressions } from "./expressions.ts";
import { newStep, stepsWithIds } from "./steps.ts";
import type { Rewriter, Rewriting } from "./rewriter.ts";
import { unwrapped } from "./wrapper.ts";
import { newWorkflowFields } from "./workflow.ts";

export interface Modernised {
  readonly root: JsonObject;
  /** Empty when the document is in today's form already; `root` is then the document itself. */
  readonly rewritings: readonly Rewriting[];
  /** The other workflows of the same file, which `extends` may name. */
  readonly siblings: Readonly<Record<string, JsonObject>>;
}

/**
 * The document in today's form (spec L12). A document that is in it already is given back as it is; one in an older form is rewritten as a
 * whole, member by member, and every new object keeps the place of what it was made from.
 *
 * @param file decides which workflow of a file with several is meant: the one called like the file, else the first that no other extends
 */
export function modernise(document: JsonObject, file: string, origins: Origins, stepTypes: StepTypes): Modernised {
  if (!isOlderForm(document)) return { root: document, rewritings: [], siblings: {} };
  const rewritings: Rewriting[] = [];
  const rewriter: Rewriter = { origins, stepTypes, note: (at, message) => rewritings.push({ at, message }) };
  const { chosen, path, siblings } = unwrapped(document, file, rewriter);
  const rewrite = (workflow: JsonObject, at: Path): JsonObject => rewriteWorkflow(workflow, at, rewriter);
  const root = rewrite(chosen, path);
  return {
    root,
    rewritings,
    siblings: Object.fromEntries(
      Object.entries(siblings).map(([name, sibling]) => [
        name,
        rewriteWorkflow(sibling, ["workflows", name], { ...rewriter, note: () => {} }),
      ]),
    ),
  };
}

function rewriteWorkflow(workflow: JsonObject, at: Path, rewriter: Rewriter): JsonObject {
  const fields = newWorkflowFields(workflow, at, rewriter);
  const { steps } = fields;
  if (!Array.isArray(steps)) return fields;
  const rewritten = rewriteSteps(steps as readonly Json[], [...at, "steps"], rewriter);
  const root = rewriter.origins.carry(fields, { ...fields, steps: rewritten });
  return newExpressions(root, at, rewriter);
}

function rewriteSteps(steps: readonly Json[], at: Path, rewriter: Rewriter): readonly Json[] {
  const rewritten = steps.map((step, index): Json => {
    if (!isJsonObject(step)) return step;
    const changed = newStep(step, [...at, index], rewriter);
    const type = rewriter.stepTypes.get(typeof changed["type"] === "string" ? changed["type"] : "");
    const bodies = Object.entries(type?.bodies ?? {}).flatMap(([field, { shape }]): [string, Json][] => {
      const body = changed[field];
      if (shape === "list" && Array.isArray(body))
        return [[field, rewriteSteps(body as readonly Json[], [...at, index, field], rewriter)]];
      if (shape === "map" && isJsonObject(body)) {
        const inner = Object.entries(body).map(([key, list]): [string, Json] => [
          key,
          Array.isArray(list) ? rewriteSteps(list as readonly Json[], [...at, index, field, key], rewriter) : list,
        ]);
        return [[field, rewriter.origins.carry(body, Object.fromEntries(inner))]];
      }
      return [];
    });
    return bodies.length === 0
      ? changed
      : rewriter.origins.carry(changed, { ...changed, ...Object.fromEntries(bodies) });
  });
  return rewriter.origins.carry(steps as object, stepsWithIds(rewritten, at, rewriter));
}

/** Fields and types that only older forms have; one of them anywhere makes the whole document one. */
const OLDER_STEP_FIELDS = [
  "use_cache",
  "cache_key",
  "agent",
  "depends_on",
  "continue_on_error",
  "timeout_minutes",
  "run",
] as const;

function isOlderForm(document: JsonObject): boolean {
  return isJsonObject(document["workflows"]) || hasOlderStep(document["steps"]);
}

function hasOlderStep(steps: Json | undefined): boolean {
  if (!Array.isArray(steps)) return false;
  return (steps as readonly Json[]).some((step) => {
    if (!isJsonObject(step)) return false;
    const { type, plugin, condition, outputs, inputs } = step;
    if (type === "ai_action" || (type === undefined && plugin !== undefined)) return true;
    if (OLDER_STEP_FIELDS.some((field) => field in step)) return true;
    if (condition !== undefined && type !== "assert") return true;
    if (Array.isArray(inputs) || Array.isArray(outputs) || hasOlderOutput(outputs)) return true;
    // A step without an id is one only where a name can give it: a missing id in a new file is the author's slip.
    if (step["id"] === undefined && typeof step["name"] === "string" && type !== undefined) return true;
    return ["steps", "verify"].some((body) => hasOlderStep(step[body]));
  });
}

function hasOlderOutput(outputs: Json | undefined): boolean {
  return isJsonObject(outputs) && Object.values(outputs).some((output) => isJsonObject(output) && "path" in output);
}
