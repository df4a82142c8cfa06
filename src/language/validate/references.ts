import { isJsonObject, type Json } from "../../kernel/json.ts";
import { checkTemplate, nameMeant, references, usesStatusFunction, type Reference } from "../expressions/evaluate.ts";
import { CONTEXT_NAMES } from "../expressions/names.ts";
import { compileScript } from "../expressions/script.ts";
import type { OutputSpec, Step, Workflow } from "../model.ts";
import type { Path } from "../parse/source.ts";
import { runningOrder } from "../plan/plan.ts";
import type { StepType, StepTypes } from "../step-type.ts";
import { hintBudget, nameHint, type HintBudget } from "./hints.ts";
import { KnownSteps } from "./known-steps.ts";
import { namesInside, type Shape } from "./shapes.ts";
import { mismatch, misuse, outputMismatch, shapeOfText, typeOfText } from "./types.ts";

/** Something wrong at a part of the text at a path of the document. */
export interface Problem {
  readonly path: Path;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string | undefined;
  /** The part of the decoded text at `path`. */
  readonly offset?: number;
  readonly length?: number;
}

/** Names that only some runs have; which, the trigger and the place decide. */
const BODY_NAMES = new Set(["item", "index", "matrix", "attempt"]);

/** What `steps.<id>` has (spec L5). */
const STEP_MEMBERS = ["outputs", "status", "outcome", "conclusion", "exit_code", "error", "tree"];

/** What a step may refer to where it stands. */
interface Sight {
  readonly workflow: Workflow;
  readonly types: StepTypes;
  /** Steps whose results are there, nearest last. */
  readonly before: KnownSteps;
  readonly names: ReadonlyMap<string, Shape>;
  /** Variables: those declared at the top, and those a `set` step makes. */
  readonly variables: readonly string[];
  /** Those that a `set` step makes, whose type isn't known. */
  readonly set: ReadonlySet<string>;
  readonly hints: HintBudget;
  /** Outputs of the workflows that steps call, where they could be read. */
  readonly called: ReadonlyMap<Step, readonly string[]>;
}

/** Every unknown, misspelt or misplaced reference, every broken expression, and every value that would become code. */
export function referenceProblems(
  workflow: Workflow,
  types: StepTypes,
  called: ReadonlyMap<Step, readonly string[]> = new Map(),
): readonly Problem[] {
  const problems: Problem[] = [];
  const set = variablesSet(workflow.steps);
  const sight: Sight = {
    workflow,
    types,
    before: KnownSteps.none,
    names: new Map(),
    variables: [...Object.keys(workflow.variables), ...set],
    set: new Set(set),
    called,
    hints: hintBudget(),
  };
  for (const section of ["variables", "env"] as const)
    checkValue(workflow[section], [section], "template", sight, problems);
  if (workflow.concurrency !== undefined)
    checkValue(workflow.concurrency.group, ["concurrency", "group"], "template", sight, problems);
  const graph = isGraph(workflow);
  checkSteps(workflow.steps, ["steps"], sight, graph, problems);
  const all = { ...sight, before: KnownSteps.none.with(workflow.steps) };
  for (const [name, output] of Object.entries(workflow.outputs)) {
    checkValue(output.value, ["outputs", name, "value"], "template", all, problems);
    checkOutputType(name, output, ["outputs", name, "value"], all, problems);
  }
  return problems;
}

/** Names that `set` steps give values to, wherever they stand. */
function variablesSet(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    const own =
      step.type === "set" && isJsonObject(step.config["variables"]) ? Object.keys(step.config["variables"]) : [];
    return [...own, ...Object.values(step.bodies).flatMap(variablesSet)];
  });
}

export function isGraph(workflow: Workflow): boolean {
  return workflow.parallel || workflow.steps.some(({ needs }) => needs.length > 0);
}

function checkSteps(steps: readonly Step[], path: Path, outer: Sight, graph: boolean, problems: Problem[]): void {
  const ids = new Set(steps.map(({ id }) => id));
  const running = graph ? steps : runningOrder(steps);
  const places = new Map(outer.before.places(running, graph).map((place, index) => [running[index], place]));
  for (const [index, step] of steps.entries()) {
    const before = places.get(step) ?? outer.before;
    checkStep(step, [...path, index], { ...outer, before }, ids, problems);
  }
}

function checkStep(step: Step, path: Path, sight: Sight, siblings: ReadonlySet<string>, problems: Problem[]): void {
  const type = sight.types.get(step.type);
  if (CONTEXT_NAMES.has(step.id)) {
    problems.push({
      path: [...path, "id"],
      rule: "step.shadows-context",
      severity: "warning",
      message: `"${step.id}" is the name of a context too, so that {{ ${step.id} }} may not mean this step`,
      hint: `write steps.${step.id}.outputs.… for the step's results, or give it another id`,
    });
  }
  for (const [index, need] of step.needs.entries()) {
    if (siblings.has(need) && need !== step.id) continue;
    const message =
      need === step.id ? `"${step.id}" can't need itself` : `"${step.id}" needs "${need}", which is no step beside it`;
    problems.push({
      path: [...path, "needs", index],
      rule: "reference.unknown-step",
      severity: "error",
      message,
      hint:
        need === step.id
          ? "take it out of needs"
          : nameHint(
              need,
              () => [...siblings].filter((id) => id !== step.id),
              sight.hints,
              (names) => `steps here: ${names}`,
            ),
    });
  }
  if (!["fail", "continue", "skip_rest"].includes(step.onError) && !siblings.has(step.onError)) {
    const known = (): readonly string[] => ["fail", "continue", "skip_rest", ...siblings];
    problems.push({
      path: [...path, "on_error"],
      rule: "reference.unknown-step",
      severity: "error",
      message: `on_error names "${step.onError}", which is no step beside it`,
      hint: nameHint(step.onError, known, sight.hints, () => "fail, continue, skip_rest or the id of a step"),
    });
  }
  const guarded = step.when === undefined ? undefined : step.when;
  if (step.when !== undefined) checkText(step.when, [...path, "when"], "condition", sight, guarded, problems);
  checkFields(step, type, path, sight, guarded, problems);
  const inner: Sight = {
    ...sight,
    names: new Map([
      ...sight.names,
      ...unshaped(type?.bodyNames ?? []),
      ...namesInside(step, type, (text) => shapeOfText(text, sight)),
    ]),
  };
  for (const [body, steps] of Object.entries(step.bodies)) {
    const [field = body, ...key] = body.split(".");
    const parallel = type?.bodies[field]?.parallel === true || steps.some(({ needs }) => needs.length > 0);
    // A body of an agent's verify, or of a loop, may look at the step it is part of.
    const own = inner.before.with([step]);
    checkSteps(
      steps,
      [...path, field, ...(key.length > 0 ? [key.join(".")] : [])],
      { ...inner, before: own },
      parallel,
      problems,
    );
  }
  if (step.compensate !== undefined) {
    checkStep(
      step.compensate,
      [...path, "compensate"],
      { ...sight, before: sight.before.with([step]) },
      new Set([step.compensate.id]),
      problems,
    );
  }
}

/** Names of which nothing more is known. */
function unshaped(names: readonly string[]): readonly (readonly [string, Shape])[] {
  return names.map((name) => [name, { type: "unknown" }]);
}

function checkFields(
  step: Step,
  type: StepType | undefined,
  path: Path,
  sight: Sight,
  guarded: string | undefined,
  problems: Problem[],
): void {
  const conditions = new Set(type?.conditionFields ?? []);
  // The step evaluates these itself, with names it adds (the item of a filter) and with what its own steps gave (a loop's until).
  const late = new Set([...conditions, ...(type?.deferredFields ?? [])]);
  const inside = Object.values(step.bodies).flat();
  const lateSight: Sight = {
    ...sight,
    names: new Map([...sight.names, ...unshaped(type?.bodyNames ?? [])]),
    before: sight.before.with(inside),
  };
  for (const [field, value] of Object.entries(step.config)) {
    if (field === type?.code?.field && typeof value === "string")
      checkScript(value, step, type, [...path, field], problems);
    const kind = conditions.has(field) ? "condition" : "template";
    checkValue(value, [...path, field], kind, late.has(field) ? lateSight : sight, problems, guarded);
    if (typeof value !== "string" || kind === "condition" || late.has(field)) continue;
    const wrong = mismatch(field, type?.fields[field], typeOfText(value, sight));
    if (wrong !== undefined) problems.push({ path: [...path, field], rule: "type.field", severity: "error", ...wrong });
  }
  // What a step's outputs are made of is read after it ran, so they may refer to the step itself.
  const after = {
    ...sight,
    before: sight.before.with([step]),
    names: new Map([...sight.names, ...unshaped(["outputs"])]),
  };
  for (const [name, output] of Object.entries(step.outputs)) {
    if (output.value === undefined) continue;
    checkValue(output.value, [...path, "outputs", name], "template", after, problems, guarded);
    checkOutputType(name, output, [...path, "outputs", name], after, problems);
  }
  for (const [index, artifact] of step.artifacts.entries())
    checkValue(artifact.path, [...path, "artifacts", index, "path"], "template", after, problems, guarded);
  checkValue(step.inputs, [...path, "inputs"], "template", sight, problems, guarded);
  checkValue(step.env, [...path, "env"], "template", sight, problems, guarded);
  if (step.cache?.key !== undefined)
    checkValue(step.cache.key, [...path, "cache", "key"], "template", sight, problems, guarded);
}

function checkOutputType(name: string, output: OutputSpec, path: Path, sight: Sight, problems: Problem[]): void {
  const type = typeof output.value === "string" ? typeOfText(output.value, sight) : "unknown";
  const wrong = outputMismatch(name, output.type, type);
  if (wrong !== undefined) problems.push({ path, rule: "type.output", severity: "error", ...wrong });
}

function checkScript(text: string, step: Step, type: StepType, path: Path, problems: Problem[]): void {
  const { interpreterField = "shell", defaultInterpreter = "bash" } = type.code ?? {};
  const interpreter = step.config[interpreterField];
  for (const { message, offset, length, hint } of compileScript(
    text,
    typeof interpreter === "string" ? interpreter : defaultInterpreter,
  ).problems) {
    problems.push({ path, rule: "script.value-as-code", severity: "error", message, hint, offset, length });
  }
}

function checkValue(
  value: Json,
  path: Path,
  kind: "template" | "condition",
  sight: Sight,
  problems: Problem[],
  guarded?: string,
): void {
  if (typeof value === "string") checkText(value, path, kind, sight, guarded, problems);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      checkValue(item as Json, [...path, index], kind, sight, problems, guarded);
  else if (isJsonObject(value))
    for (const [name, member] of Object.entries(value))
      checkValue(member, [...path, name], kind, sight, problems, guarded);
}

function checkText(
  text: string,
  path: Path,
  kind: "template" | "condition",
  sight: Sight,
  guarded: string | undefined,
  problems: Problem[],
): void {
  for (const { rule, severity, message, hint, offset, length } of checkTemplate(text, kind)) {
    problems.push({ path, rule, severity, message, hint, offset, ...(length === undefined ? {} : { length }) });
  }
  for (const reference of references(text, kind)) {
    const problem = checkReference(reference, sight, guarded);
    const { offset, length } = reference;
    if (problem !== undefined) problems.push({ path, ...problem, offset, length });
    const wrong = problem === undefined && reference.form !== "name" ? misuse(text, reference, sight) : undefined;
    if (wrong !== undefined) problems.push({ path, rule: "type.use", severity: "error", ...wrong, offset, length });
  }
}

type ReferenceProblem = Pick<Problem, "rule" | "severity" | "message" | "hint">;

function checkReference(reference: Reference, sight: Sight, guarded: string | undefined): ReferenceProblem | undefined {
  const { root, path, form } = reference;
  if (form === "name") return undefined;
  const first = path[0];
  if (root === "inputs")
    return first === undefined
      ? undefined
      : unknownMember(first, Object.keys(sight.workflow.inputs), "input", reference, sight);
  if (root === "variables")
    return first === undefined ? undefined : unknownMember(first, sight.variables, "variable", reference, sight);
  if (root === "steps")
    return first === undefined ? undefined : checkStepReference(first, path.slice(1), reference, sight, guarded);
  if (sight.before.has(root)) return checkStepReference(root, path, reference, sight, guarded);
  if (sight.names.has(root)) return undefined;
  if (BODY_NAMES.has(root))
    return {
      rule: "reference.out-of-place",
      severity: "error",
      message: `"${root}" has a value only inside a step that repeats`,
      hint: "use it in the steps of a foreach, a loop or a verification",
    };
  if (CONTEXT_NAMES.has(root)) return undefined;
  if (sight.before.hides(root)) return laterStep(root);
  const known = (): readonly string[] => [...CONTEXT_NAMES, ...sight.names.keys(), ...sight.before.ids()];
  const meant = Object.hasOwn(sight.workflow.inputs, root)
    ? `inputs.${root}`
    : Object.hasOwn(sight.workflow.variables, root)
      ? `variables.${root}`
      : undefined;
  return {
    rule: "reference.unknown-name",
    severity: "error",
    message: `nothing is called "${root}" here`,
    hint:
      meant === undefined
        ? nameHint(root, known, sight.hints, (names) => `known names: ${names}`)
        : `did you mean ${meant}?`,
  };
}

function checkStepReference(
  id: string,
  path: readonly string[],
  reference: Reference,
  sight: Sight,
  guarded: string | undefined,
): ReferenceProblem | undefined {
  const step = sight.before.get(id);
  if (step === undefined) {
    if (sight.before.hides(id)) return laterStep(id);
    return {
      rule: "reference.unknown-step",
      severity: "error",
      message: `there is no step "${id}" before this one`,
      hint: nameHint(
        id,
        () => sight.before.ids(),
        sight.hints,
        (names) => `steps before it: ${names}`,
      ),
    };
  }
  const [member, output] = path;
  if (member !== undefined && !STEP_MEMBERS.includes(member)) {
    const write = (names: string): string => `write ${id}.outputs.${member}; a step has ${names}`;
    return {
      rule: "reference.unknown-member",
      severity: "error",
      message: `a step has no member "${member}"`,
      hint: nameHint(member, () => STEP_MEMBERS, sight.hints, write),
    };
  }
  if (member !== "outputs" || output === undefined) return undefined;
  const type = sight.types.get(step.type);
  // What a type that nobody knows gives isn't known either: that it isn't known is told once.
  if (type === undefined) return undefined;
  const called = sight.called.get(step);
  const declared = [...Object.keys(step.outputs), ...Object.keys(type.outputs), ...(called ?? [])];
  const isOpen = type.openOutputs && called === undefined && mayGive(step, type, output);
  if (nameMeant(output, declared, reference) === undefined && !isOpen) {
    const has = (names: string): string => `it has ${names}; declare more under outputs:`;
    return {
      rule: "reference.unknown-output",
      severity: "error",
      message: `the step "${id}" has no output "${output}"`,
      hint: nameHint(output, () => declared, sight.hints, has),
    };
  }
  const alone = step.when !== undefined && guarded === undefined && !usesStatusFunction(step.when);
  return alone
    ? {
        rule: "reference.may-be-skipped",
        severity: "warning",
        message: `the step "${id}" may be skipped, and its output "${output}" is then empty`,
        hint: `give this step the same when, or write (steps.${id}.outputs.${output} | default(''))`,
      }
    : undefined;
}

/** Code can give an output that nobody declared only where it speaks of it; what a program that it calls writes has to be declared. */
function mayGive(step: Step, { code }: StepType, output: string): boolean {
  const text = code === undefined ? undefined : step.config[code.field];
  return typeof text !== "string" || text.includes(output);
}

function laterStep(id: string): ReferenceProblem {
  return {
    rule: "reference.later-step",
    severity: "error",
    message: `the step "${id}" runs after this one`,
    hint: `move it before, or set parallel_execution: true so that order follows references`,
  };
}

function unknownMember(
  name: string,
  known: readonly string[],
  what: "input" | "variable",
  reference: Reference,
  sight: Sight,
): ReferenceProblem | undefined {
  if (nameMeant(name, known, reference) !== undefined) return undefined;
  return {
    rule: `reference.unknown-${what}`,
    severity: "error",
    message: `there is no ${what} "${name}"`,
    hint: nameHint(
      name,
      () => known,
      sight.hints,
      (names) => `${what}s: ${names}`,
    ),
  };
}
