import { RE2JS } from "re2js";
import type { Finding } from "../../kernel/diagnostics.ts";
import { sha256, type Digest } from "../../kernel/digest.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import { resolveInputs } from "../inputs.ts";
import type { Workflow } from "../model.ts";
import { modernise } from "../compat/older-form.ts";
import { dependencyCycle } from "../expressions/evaluate.ts";
import { holdsExpression } from "../expressions/segments.ts";
import { inherit } from "../extends.ts";
import { normaliseWorkflow } from "../normalise.ts";
import { parseDocument } from "../parse/document.ts";
import { findingAt, Origins, within, type Path, type SourceText, type Span } from "../parse/source.ts";
import { planWorkflow, type Body, type Plan } from "../plan/plan.ts";
import { FIRST_STEP } from "../schema/compose.ts";
import type { StepTypes } from "../step-type.ts";
import { callsOf } from "./calls.ts";
import { referenceProblems, type Problem } from "./references.ts";
import { schemaFindings } from "./schema-findings.ts";

export interface ValidationResult {
  /** No finding of severity error. */
  readonly ok: boolean;
  /** Of every stage, in the order of the file. */
  readonly findings: readonly Finding[];
  /** There when `ok`. */
  readonly workflow?: Workflow;
  readonly plan?: Plan;
}

export interface ValidateOptions {
  /** As shown in findings. */
  readonly file: string;
  readonly stepTypes: StepTypes;
  /** Reads a workflow that this one extends or calls. */
  readonly load?: (
    reference: string,
    from: string,
  ) => Promise<{ readonly text: string; readonly file: string } | undefined>;
  /** Names that can be loaded, for hints. */
  readonly names?: () => Promise<readonly string[]>;
  /** Why there are no other step types, for the hint of a type that nobody knows. */
  readonly unknownType?: string;
}

/**
 * Reads, checks and plans a workflow file: syntax, schema, references, types and security, all findings at once.
 *
 * Never throws. Time is linear in the text; a text over the bounds of spec S5 is refused before it is read.
 */
export async function validateWorkflow(text: string, options: ValidateOptions): Promise<ValidationResult> {
  const origins = new Origins();
  const { source, findings, root } = parseDocument(text, options.file, origins);
  if (findings.length > 0) return { ok: false, findings };
  if (!isJsonObject(root)) {
    const whole = { source, start: 0, end: source.text.length };
    return {
      ok: false,
      findings: [
        findingAt(whole, {
          rule: "schema.type",
          message: "a workflow file is a mapping with name: and steps:",
          hint: `start with two lines, name: my-workflow and steps:, and under them a step: ${FIRST_STEP}`,
        }),
      ],
    };
  }
  const { root: own, rewritings, siblings } = modernise(root, options.file, origins, options.stepTypes);
  const inherited = await inherit(own, siblings, { ...options, origins });
  const today = inherited.root;
  // Without what it extends such a file lacks its steps; saying that too would hide the cause.
  if (inherited.findings.length > 0 && today["steps"] === undefined)
    return { ok: false, findings: ordered(inherited.findings) };
  const shape = [...inherited.findings, ...(await schemaFindings(today, source, origins, options))];
  const first = rewritings[0];
  if (first !== undefined) shape.push(olderForm(origins.locate(root, first.at, "key") ?? { source, start: 0, end: 0 }));
  if (shape.some(({ severity }) => severity === "error") && !isSound(today))
    return { ok: false, findings: ordered(shape) };
  const digest = sha256([source.text, ...inherited.texts].join("\0"));
  return await judge(today, { source, digest }, origins, shape, options);
}

function olderForm(span: Span): Finding {
  return findingAt(span, {
    rule: "compat.older-form",
    severity: "info",
    message: "the file is in an older form, which is read as today's",
    hint: "pawl migrate rewrites it",
  });
}

/** Whether a document with findings is still whole enough to look for more in it. */
function isSound(root: JsonObject): boolean {
  const { steps } = root;
  return (
    Array.isArray(steps) &&
    steps.every((step) => isJsonObject(step) && typeof step["id"] === "string" && typeof step["type"] === "string")
  );
}

async function judge(
  root: JsonObject,
  { source, digest }: { readonly source: SourceText; readonly digest: Digest },
  origins: Origins,
  shape: readonly Finding[],
  options: ValidateOptions,
): Promise<ValidationResult> {
  const problems: Problem[] = [];
  const workflow = normaliseWorkflow(root, {
    file: options.file,
    digest,
    origins,
    stepTypes: options.stepTypes,
    problem: (path, rule, message, hint) => problems.push({ path, rule, severity: "error", message, hint }),
  });
  const calls = await callsOf(workflow, options);
  problems.push(...inputProblems(workflow), ...variableCycles(workflow), ...calls.problems);
  problems.push(...referenceProblems(workflow, options.stepTypes, calls.outputs));
  const plan = planWorkflow(workflow, options.stepTypes);
  // An id that stands twice looks like a step that waits for itself.
  if (!problems.some(({ rule }) => rule === "step.duplicate-id")) problems.push(...cycleProblems(plan.root, ["steps"]));
  const findings = ordered([...shape, ...problems.map((problem) => place(problem, root, source, origins))]);
  const ok = findings.every(({ severity }) => severity !== "error");
  return ok ? { ok, findings, workflow, plan } : { ok, findings };
}

/** Defaults that break their own rules, and patterns that are none. */
function inputProblems(workflow: Workflow): Problem[] {
  return Object.entries(workflow.inputs).flatMap(([name, spec]): Problem[] => {
    const path: Path = ["inputs", name];
    const problems: Problem[] = [];
    if (spec.pattern !== undefined) {
      try {
        RE2JS.compile(spec.pattern);
      } catch (error) {
        return [
          {
            path: [...path, "pattern"],
            rule: "input.pattern",
            severity: "error",
            message: `the pattern of "${name}" is not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
            hint: "write it in RE2 syntax: no look-around, no back-references",
          },
        ];
      }
    }
    if (spec.type === "choice" && spec.enum === undefined) {
      problems.push({
        path,
        rule: "input.choice",
        severity: "error",
        message: `the choice "${name}" has no enum`,
        hint: "list its values: enum: [a, b]",
      });
    }
    if (spec.minimum !== undefined && spec.maximum !== undefined && spec.minimum > spec.maximum) {
      problems.push({
        path: [...path, "maximum"],
        rule: "input.range",
        severity: "error",
        message: `no value of "${name}" can be at least ${spec.minimum} and at most ${spec.maximum}`,
        hint: "swap minimum and maximum",
      });
    }
    if (typeof spec.default === "string" && holdsExpression(spec.default)) {
      problems.push({
        path: [...path, "default"],
        rule: "input.default",
        severity: "warning",
        message: `the default of "${name}" is taken as it is written: no expression is resolved in it`,
        hint: "leave the default out, and write {{ inputs.… | default(…) }} where it is used",
      });
    } else if (spec.default !== undefined) {
      for (const { message } of resolveInputs({ [name]: spec }, { [name]: spec.default }).problems) {
        problems.push({
          path: [...path, "default"],
          rule: "input.default",
          severity: "error",
          message: `the default doesn't fit: ${message}`,
          hint: "correct the default or the input's rules",
        });
      }
    }
    return problems;
  });
}

/** Values at the top of the file that could never be had, since each needs the other. */
function variableCycles(workflow: Workflow): Problem[] {
  const inputs = Object.keys(workflow.inputs);
  return (["variables", "env"] as const).flatMap((context): Problem[] => {
    const what = context === "env" ? "entries of env" : "variables";
    return cyclesOf(workflow[context], { context, inputs }).map((cycle): Problem => {
      const alone = cycle.length === 2;
      return {
        path: [context, cycle[0] ?? ""],
        rule: "variables.cycle",
        severity: "error",
        message: alone
          ? `"${cycle[0] ?? ""}" in ${context} needs itself: ${cycle.join(" → ")}`
          : `${what} need each other: ${cycle.join(" → ")}`,
        hint: `give ${alone ? "it" : "one of them"} a value that doesn't need ${alone ? "itself" : "the others"}`,
      };
    });
  });
}

/** Each pass reads every value again, so that a file of nothing but cycles is told of the first ones only. */
const MAX_CYCLES = 20;

function cyclesOf(
  values: JsonObject,
  dependencies: Parameters<typeof dependencyCycle>[1],
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let left = values;
  while (found.length < MAX_CYCLES) {
    const cycle = dependencyCycle(left, dependencies);
    if (cycle === undefined) break;
    found.push(cycle);
    left = Object.fromEntries(Object.entries(left).filter(([name]) => !cycle.includes(name)));
  }
  return found;
}

/** A cycle of `after` edges in a body, written out. */
function cycleProblems(body: Body, path: Path): Problem[] {
  const after = new Map(body.steps.map(({ step, after: ids }) => [step.id, ids]));
  const done = new Set<string>();
  const found: Problem[] = [];
  const walk = (id: string, trail: readonly string[]): void => {
    if (done.has(id)) return;
    const start = trail.indexOf(id);
    if (start >= 0) {
      const cycle = [...trail.slice(start), id];
      const index = body.steps.findIndex(({ step }) => step.id === id);
      found.push({
        path: [...path, index, "id"],
        rule: "plan.cycle",
        severity: "error",
        message: `steps wait for one another: ${cycle.join(" → ")}`,
        hint: "remove one of these needs or references",
      });
      return;
    }
    for (const next of after.get(id) ?? []) walk(next, [...trail, id]);
    done.add(id);
  };
  for (const { step } of body.steps) walk(step.id, []);
  const inner = body.steps.flatMap((planned, index) =>
    Object.entries(planned.bodies).flatMap(([name, nested]) =>
      cycleProblems(nested, [...path, index, ...name.split(".")]),
    ),
  );
  return [...found, ...inner];
}

function place(problem: Problem, root: JsonObject, source: SourceText, origins: Origins): Finding {
  const span = origins.locate(root, problem.path) ?? { source, start: 0, end: 0 };
  const text = textAt(root, problem.path);
  const exact =
    text !== undefined && problem.offset !== undefined ? within(span, text, problem.offset, problem.length ?? 1) : span;
  return findingAt(exact, problem);
}

function textAt(root: JsonObject, path: Path): string | undefined {
  let value: unknown = root;
  for (const name of path)
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
