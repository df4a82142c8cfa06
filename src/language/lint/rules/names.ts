import { nameMeant } from "../../expressions/evaluate.ts";
import type { LintRule } from "../rule.ts";
import type { LintSubject, Remark } from "../subject.ts";

export const unusedInput: LintRule = {
  id: "lint.unused-input",
  severity: "warning",
  summary: "An input that nothing refers to.",
  reason: "Whoever starts the workflow sets it, believes it does something, and is wrong.",
  bad: "name: a\ninputs: {target: {type: number, default: 80}}\nsteps: [{id: t, type: shell, command: npm test, timeout: 5m}]\n",
  good: 'name: a\ninputs: {target: {type: number, default: 80}}\nsteps: [{id: t, type: shell, command: npm test -- "$INPUT_TARGET", timeout: 5m}]\n',
  check: (subject) => unused(subject, "inputs", "input", "INPUT_"),
};

export const unusedVariable: LintRule = {
  id: "lint.unused-variable",
  severity: "warning",
  summary: "A variable that nothing refers to.",
  reason: "It is left over, or a reference to it is misspelt.",
  bad: "name: a\nvariables: {report: out.xml}\nsteps: [{id: t, type: shell, command: npm test, timeout: 5m}]\n",
  good: 'name: a\nvariables: {report: out.xml}\nsteps: [{id: t, type: shell, command: npm test -- "$PAWL_VAR_REPORT", timeout: 5m}]\n',
  check: (subject) => unused(subject, "variables", "variable", "PAWL_VAR_"),
};

function* unused(
  subject: LintSubject,
  context: "inputs" | "variables",
  noun: string,
  prefix: string,
): Generator<Remark> {
  for (const name of Object.keys(subject.workflow[context])) {
    if (isUsed(subject, context, name, prefix)) continue;
    yield {
      path: [context, name],
      message: `the ${noun} "${name}" is never used`,
      hint: `refer to it as {{ ${context}.${name} }}, or remove it`,
    };
  }
}

export const ignoredFailure: LintRule = {
  id: "lint.ignored-failure",
  severity: "warning",
  summary: "A step may fail without anything looking at how it ended.",
  reason: "With `on_error: continue` the run goes on as if nothing had happened, and ends green.",
  bad: "name: a\nsteps:\n  - {id: t, type: shell, command: npm test, timeout: 5m, on_error: continue}\n  - {id: u, type: shell, command: npm run build, timeout: 5m}\n",
  good: "name: a\nsteps:\n  - {id: t, type: shell, command: npm test, timeout: 5m, on_error: continue}\n  - {id: ok, type: assert, condition: steps.t.exit_code == 0, message: the tests pass}\n",
  *check(subject) {
    for (const { step } of subject.steps) {
      if (step.onError !== "continue") continue;
      if (!referencesTo(subject, step.id)) {
        yield {
          step,
          field: "on_error",
          message: `nothing looks at whether "${step.id}" failed`,
          hint: `read steps.${step.id}.status or steps.${step.id}.exit_code in a later step, or leave on_error out`,
        };
      }
    }
  },
};

function referencesTo(subject: LintSubject, id: string): boolean {
  for (const { root, path } of subject.allReferences()) {
    if (root === id || (root === "steps" && path[0] === id)) return true;
  }
  return subject.steps.some(({ expressions }) => expressions.some(({ text }) => /\b(failure|success)\(\)/.test(text)));
}

function isUsed(subject: LintSubject, context: "inputs" | "variables", name: string, prefix: string): boolean {
  const exported = prefix + name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
  for (const reference of subject.allReferences()) {
    const { root, path } = reference;
    const [first] = path;
    if (root === context && (first === undefined || nameMeant(first, [name], reference) !== undefined)) return true;
    if (root === name) return true;
  }
  // Scripts read the exported name, other texts `${name}`, templates in files of their own `inputs.name`.
  return subject.mentions(new RegExp(`\\b${exported}\\b|\\$\\{${name}\\b`)) || readsFiles(subject);
}

/** Prompt templates are files of their own, which a linter of one text doesn't read. */
function readsFiles(subject: LintSubject): boolean {
  return subject.steps.some(({ step }) => step.config["prompt_template"] !== undefined);
}
