import { nearestName } from "../../kernel/diagnostics.ts";
import { isJsonObject } from "../../kernel/json.ts";
import { modernise } from "../compat/older-form.ts";
import { holdsExpression } from "../expressions/segments.ts";
import { inherit, type InheritContext } from "../extends.ts";
import type { Step, Workflow } from "../model.ts";
import { normaliseWorkflow } from "../normalise.ts";
import { parseDocument } from "../parse/document.ts";
import { Origins, type Path } from "../parse/source.ts";
import { listed } from "./hints.ts";
import type { Problem } from "./references.ts";
import { inputMismatch, typeOfValue } from "./types.ts";

/** What `workflow` steps call, as far as their text alone tells. */
export interface Calls {
  readonly problems: readonly Problem[];
  /** Names of the outputs of what a step calls. */
  readonly outputs: ReadonlyMap<Step, readonly string[]>;
}

/** The step type that calls another workflow, and its field that names it. */
const CALL = { type: "workflow", field: "workflow" };

/**
 * Looks up every workflow that a step calls by a literal name (spec L10): unknown ones, missing, unknown or ill-typed inputs are problems,
 * and its outputs become known. What is wrong inside the other file is for its own validation to say. Never throws.
 */
export async function callsOf(workflow: Workflow, context: Omit<InheritContext, "origins">): Promise<Calls> {
  const problems: Problem[] = [];
  const outputs = new Map<Step, readonly string[]>();
  const read = new Map<string, Promise<Workflow | "unknown" | "unreadable">>();
  for (const { step, path } of callSteps(workflow.steps, ["steps"])) {
    const reference = step.config[CALL.field];
    if (typeof reference !== "string" || holdsExpression(reference) || context.load === undefined) continue;
    const reading = read.get(reference) ?? readCallee(reference, context);
    read.set(reference, reading);
    const callee = await reading;
    if (callee === "unreadable") continue;
    if (callee === "unknown") {
      const names = (await context.names?.()) ?? [];
      const near = nearestName(reference, names);
      problems.push({
        path: [...path, CALL.field],
        rule: "reference.unknown-workflow",
        severity: "error",
        message: `there is no workflow "${reference}"`,
        hint: near === undefined ? `known: ${listed(names)}` : `did you mean ${near}?`,
      });
      continue;
    }
    outputs.set(step, Object.keys(callee.outputs));
    problems.push(...inputProblems(step, path, callee, workflow, context));
  }
  return { problems, outputs };
}

function callSteps(steps: readonly Step[], path: Path): readonly { readonly step: Step; readonly path: Path }[] {
  return steps.flatMap((step, index) => {
    const at = [...path, index];
    const inner = Object.entries(step.bodies).flatMap(([body, nested]) =>
      callSteps(nested, [...at, ...body.split(".")]),
    );
    return step.type === CALL.type ? [{ step, path: at }, ...inner] : inner;
  });
}

async function readCallee(
  reference: string,
  context: Omit<InheritContext, "origins">,
): Promise<Workflow | "unknown" | "unreadable"> {
  const found = await context.load?.(reference, context.file);
  if (found === undefined) return "unknown";
  const origins = new Origins();
  const { root, findings } = parseDocument(found.text, found.file, origins);
  if (findings.length > 0 || !isJsonObject(root)) return "unreadable";
  const today = modernise(root, found.file, origins, context.stepTypes);
  const whole = await inherit(today.root, today.siblings, { ...context, file: found.file, origins });
  return normaliseWorkflow(whole.root, {
    file: found.file,
    digest: "",
    origins,
    stepTypes: context.stepTypes,
    problem: () => {},
  });
}

function inputProblems(
  step: Step,
  path: Path,
  callee: Workflow,
  workflow: Workflow,
  { stepTypes }: Omit<InheritContext, "origins">,
): readonly Problem[] {
  const problems: Problem[] = [];
  const known = Object.keys(callee.inputs);
  for (const [name, value] of Object.entries(step.inputs)) {
    const spec = Object.hasOwn(callee.inputs, name) ? callee.inputs[name] : undefined;
    const at = [...path, "inputs", name];
    if (spec === undefined) {
      const near = nearestName(name, known);
      problems.push({
        path: at,
        rule: "reference.unknown-input",
        severity: "error",
        message: `the workflow "${callee.name}" has no input "${name}"`,
        hint: near === undefined ? `inputs: ${listed(known)}` : `did you mean ${near}?`,
      });
      continue;
    }
    const before = new Map(workflow.steps.map((other) => [other.id, other]));
    const sight = { workflow, types: stepTypes, before, set: new Set(Object.keys(workflow.variables)) };
    const wrong = inputMismatch(name, spec.type, typeOfValue(value, sight));
    if (wrong !== undefined) problems.push({ path: at, rule: "type.input", severity: "error", ...wrong });
  }
  for (const [name, spec] of Object.entries(callee.inputs)) {
    if (!spec.required || spec.default !== undefined || Object.hasOwn(step.inputs, name)) continue;
    problems.push({
      path: Object.keys(step.inputs).length > 0 ? [...path, "inputs"] : path,
      rule: "reference.missing-input",
      severity: "error",
      message: `the workflow "${callee.name}" needs the input "${name}"`,
      hint: `add it under inputs:${spec.description === "" ? "" : ` (${spec.description})`}`,
    });
  }
  return problems;
}
