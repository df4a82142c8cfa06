import type { Finding, Severity } from "../../kernel/diagnostics.ts";
import { isJsonObject, type Json } from "../../kernel/json.ts";
import { references, type Reference } from "../expressions/evaluate.ts";
import type { Place, Step, Workflow } from "../model.ts";
import { parseDocument } from "../parse/document.ts";
import { Origins, position, type Path, type SourceText } from "../parse/source.ts";
import type { StepTypes } from "../step-type.ts";

/** A text of a step that is evaluated when it runs. */
export interface Expression {
  /** The step's field it stands in, as a person names it: `when`, `env.TOKEN`, `condition`. */
  readonly field: string;
  readonly text: string;
  readonly kind: "template" | "condition";
  readonly references: readonly Reference[];
}

/** One step with what the rules ask of it again and again. */
export interface StepSubject {
  readonly step: Step;
  readonly expressions: readonly Expression[];
  /** Bodies around it, outermost first. */
  readonly parents: readonly StepSubject[];
  /** Its siblings in their order, itself included. */
  readonly siblings: readonly Step[];
}

/** A change of the text that mends a finding: what stands from `offset` for `length` characters becomes `insert`. */
export interface TextEdit {
  readonly rule: string;
  readonly offset: number;
  readonly length: number;
  readonly insert: string;
}

/** What a rule says of a workflow. */
export interface Remark {
  readonly message: string;
  readonly hint: string;
  /** The step it is about, and the field; without a step, the workflow. */
  readonly step?: Step;
  readonly field?: string;
  /** A top-level path such as `inputs.target`. */
  readonly path?: Path;
  readonly edit?: Omit<TextEdit, "rule">;
}

/** A workflow as the rules look at it. */
export class LintSubject {
  readonly workflow: Workflow;
  readonly types: StepTypes;
  readonly text: string;
  /** Every step, those in bodies and compensations included, in the order of the file. */
  readonly steps: readonly StepSubject[];
  readonly #origins = new Origins();
  readonly #root: Json;
  readonly #source: SourceText;
  readonly #written = new Map<string, object>();

  constructor(workflow: Workflow, types: StepTypes, text: string) {
    this.workflow = workflow;
    this.types = types;
    const parsed = parseDocument(text, workflow.source.file, this.#origins);
    this.#source = parsed.source;
    this.text = parsed.source.text;
    this.#root = parsed.root ?? null;
    this.#index(this.#root);
    this.steps = collect(workflow.steps, [], types);
  }

  /** Every reference of the workflow: of its steps, variables and outputs. */
  *allReferences(): Generator<Reference> {
    for (const { expressions } of this.steps) for (const expression of expressions) yield* expression.references;
    yield* references(this.workflow.variables, "template");
    yield* references(this.workflow.env, "template");
    for (const output of Object.values(this.workflow.outputs)) yield* references(output.value, "template");
    if (this.workflow.concurrency !== undefined) yield* references(this.workflow.concurrency.group, "template");
  }

  /** Whether the text says `name` anywhere as a word: the last doubt before something is called unused. */
  mentions(pattern: RegExp): boolean {
    return pattern.test(this.text);
  }

  finding(rule: string, severity: Severity, remark: Remark): Finding {
    const place = this.#place(remark);
    return { rule, severity, message: remark.message, hint: remark.hint, ...place };
  }

  /** An edit that adds `line` to a step written as a block, below the line its place is on; undefined for a step in braces. */
  insertAfterFirstLine(step: Step, line: string): Omit<TextEdit, "rule"> | undefined {
    if (step.place.file !== this.#source.file) return undefined;
    const start = (this.#source.lineStarts[step.place.line - 1] ?? -1) + step.place.column - 1;
    if (start < 0 || !/[A-Za-z_"']/.test(this.text[start] ?? "")) return undefined;
    const end = this.text.indexOf("\n", start);
    const first = this.text.slice(start, end < 0 ? undefined : end);
    // A first value that goes on below (a block scalar, a nested mapping) leaves no room for a line after it.
    if (end < 0 || /[|>][+-]?\d?\s*(#.*)?$|:\s*(#.*)?$/.test(first.trimEnd())) return undefined;
    return { offset: end + 1, length: 0, insert: `${" ".repeat(step.place.column - 1)}${line}\n` };
  }

  #place(remark: Remark): Place & { readonly endLine?: number; readonly endColumn?: number } {
    const { file } = this.#source;
    if (remark.step === undefined) {
      const span = remark.path === undefined ? undefined : this.#origins.locate(this.#root, remark.path, "key");
      return span === undefined ? { file, line: 1, column: 1 } : { file, ...position(this.#source, span.start) };
    }
    const written = this.#written.get(`${remark.step.place.line}:${remark.step.place.column}`);
    const path = remark.field?.split(".");
    if (written === undefined || path === undefined || remark.step.place.file !== file) return remark.step.place;
    const span = this.#origins.locate(written as Json, path, "value");
    return span === undefined ? remark.step.place : { file, ...position(this.#source, span.start) };
  }

  #index(value: Json): void {
    if (typeof value !== "object" || value === null) return;
    const span = this.#origins.spanOf(value);
    if (span !== undefined && isJsonObject(value)) {
      const { line, column } = position(this.#source, span.start);
      this.#written.set(`${line}:${column}`, value);
    }
    for (const member of Object.values(value)) this.#index(member as Json);
  }
}

function collect(steps: readonly Step[], parents: readonly StepSubject[], types: StepTypes): StepSubject[] {
  return steps.flatMap((step) => {
    const subject: StepSubject = { step, expressions: expressionsOf(step, types), parents, siblings: steps };
    const inside = [...parents, subject];
    const below = Object.values(step.bodies).flatMap((body) => collect(body, inside, types));
    const undo = step.compensate === undefined ? [] : collect([step.compensate], inside, types);
    return [subject, ...below, ...undo];
  });
}

function expressionsOf(step: Step, types: StepTypes): Expression[] {
  const conditions = new Set(types.get(step.type)?.conditionFields ?? []);
  const found: Expression[] = [];
  const add = (field: string, value: Json | undefined, kind: "template" | "condition"): void => {
    if (typeof value === "string") found.push({ field, text: value, kind, references: references(value, kind) });
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) add(`${field}.${index}`, item as Json, kind);
    else if (isJsonObject(value))
      for (const [name, member] of Object.entries(value)) add(`${field}.${name}`, member, kind);
  };
  add("when", step.when, "condition");
  for (const [field, value] of Object.entries(step.config))
    add(field, value, conditions.has(field) ? "condition" : "template");
  add("inputs", step.inputs, "template");
  add("env", step.env, "template");
  for (const [name, output] of Object.entries(step.outputs)) add(`outputs.${name}.value`, output.value, "template");
  for (const [index, artifact] of step.artifacts.entries()) add(`artifacts.${index}.path`, artifact.path, "template");
  add("cache.key", step.cache?.key, "template");
  return found;
}
