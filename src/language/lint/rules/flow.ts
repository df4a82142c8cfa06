import { evaluateCondition } from "../../expressions/evaluate.ts";
import type { LintRule } from "../rule.ts";
import type { Expression } from "../subject.ts";

/** Types whose runs take as long as somebody else lets them. */
const MAY_LAST = new Set(["shell", "claude", "claude_code", "plugin", "wait_for_event"]);

export const missingTimeout: LintRule = {
  id: "lint.missing-timeout",
  severity: "warning",
  summary: "A step that may hang has no timeout.",
  reason: "A test that waits for input holds a runner for six hours, and an agent goes on spending.",
  bad: "name: a\nsteps:\n  - id: t\n    type: shell\n    command: npm test\n",
  good: "name: a\nsteps:\n  - id: t\n    timeout: 15m\n    type: shell\n    command: npm test\n",
  *check(subject) {
    for (const { step, parents } of subject.steps) {
      const bounded = step.timeoutMs !== undefined || parents.some((parent) => parent.step.timeoutMs !== undefined);
      if (!MAY_LAST.has(step.type) || bounded || subject.workflow.budget.minutes !== undefined) continue;
      const edit = subject.insertAfterFirstLine(step, "timeout: 15m");
      yield {
        step,
        message: `"${step.id}" has no timeout`,
        hint: "add timeout: 15m, or as long as it may take",
        ...(edit === undefined ? {} : { edit }),
      };
    }
  },
};

export const constantCondition: LintRule = {
  id: "lint.constant-condition",
  severity: "warning",
  summary: "A condition that is the same on every run.",
  reason: "An assertion that can't fail proves nothing, and a step whose `when` is never true is never reached.",
  bad: 'name: a\nsteps:\n  - {id: ok, type: assert, condition: "true", message: always}\n',
  good: "name: a\nsteps:\n  - {id: t, type: shell, command: npm test, timeout: 5m, on_error: continue}\n  - {id: ok, type: assert, condition: steps.t.exit_code == 0, message: the tests pass}\n",
  *check(subject) {
    for (const { step, expressions } of subject.steps) {
      for (const expression of expressions.filter(({ kind }) => kind === "condition")) {
        const value = constantValue(expression);
        if (value === undefined) continue;
        const unreachable = expression.field === "when" && !value;
        yield {
          step,
          field: expression.field,
          message: unreachable
            ? `"${step.id}" is never reached: its condition is always false`
            : `the condition is always ${value}`,
          hint: unreachable
            ? "remove the step, or let the condition depend on an input or a step"
            : "let it depend on a step's result, or remove it",
        };
      }
    }
  },
};

export const unreachable: LintRule = {
  id: "lint.unreachable-step",
  severity: "warning",
  summary: "A step after one that always ends the run.",
  reason: "What stands after an unconditional `cancel` never runs.",
  bad: "name: a\nsteps:\n  - {id: stop, type: cancel, reason: enough}\n  - {id: t, type: shell, command: npm test, timeout: 5m}\n",
  good: "name: a\ninputs: {dry: {type: boolean, default: false}}\nsteps:\n  - {id: stop, type: cancel, reason: enough, when: inputs.dry}\n  - {id: t, type: shell, command: npm test, timeout: 5m}\n",
  *check(subject) {
    for (const { step, siblings } of subject.steps) {
      const before = siblings.slice(0, siblings.indexOf(step));
      const end = before.find(({ type, when }) => type === "cancel" && when === undefined);
      if (end !== undefined)
        yield {
          step,
          message: `"${step.id}" is never reached: "${end.id}" before it always cancels the run`,
          hint: `give "${end.id}" a when, or remove "${step.id}"`,
        };
    }
  },
};

export const substringTrap: LintRule = {
  id: "lint.substring-trap",
  severity: "warning",
  summary: "`contains('a,b', value)` matches parts of words.",
  reason:
    "In GitHub's expression language contains() of a text looks for a substring: `contains('main,dev', 'ma')` is true.",
  bad: "name: a\ninputs: {env: {type: string}}\nsteps:\n  - {id: ok, type: assert, condition: \"${{ contains('main,dev', inputs.env) }}\", message: known}\n",
  good: 'name: a\ninputs: {env: {type: string}}\nsteps:\n  - {id: ok, type: assert, condition: "${{ contains(fromJSON(\'[\\"main\\",\\"dev\\"]\'), inputs.env) }}", message: known}\n',
  *check(subject) {
    for (const { step, expressions } of subject.steps) {
      for (const { field, text } of expressions) {
        if (/contains\(\s*'[^']*,[^']*'\s*,/i.test(text)) {
          yield {
            step,
            field,
            message: "contains() of a text matches any part of it, not an item between the commas",
            hint: `write contains(fromJSON('["a","b"]'), value)`,
          };
        }
      }
    }
  },
};

export const falsyTernary: LintRule = {
  id: "lint.falsy-ternary",
  severity: "warning",
  summary: "`a && '' || b` never gives the empty value.",
  reason:
    "The value between && and || counts as false when it is '', 0, false or null, so the last one is taken even when the condition holds.",
  bad: "name: a\ninputs: {quiet: {type: boolean, default: false}}\nsteps:\n  - {id: t, type: shell, command: npm test $FLAG, timeout: 5m, env: {FLAG: \"${{ inputs.quiet && '' || '--verbose' }}\"}}\n",
  good: "name: a\ninputs: {quiet: {type: boolean, default: false}}\nsteps:\n  - {id: t, type: shell, command: npm test $FLAG, timeout: 5m, env: {FLAG: \"${{ !inputs.quiet && '--verbose' || '' }}\"}}\n",
  *check(subject) {
    for (const { step, expressions } of subject.steps) {
      for (const { field, text } of expressions) {
        if (/&&\s*(''|0|false|null)\s*\|\|/.test(text)) {
          yield {
            step,
            field,
            message: "the value between && and || counts as false, so the last one is always taken",
            hint: "turn the condition round, or use case(condition, value, otherwise)",
          };
        }
      }
    }
  },
};

/** What the condition is on every run; undefined when it depends on something. */
function constantValue({ text, references }: Expression): boolean | undefined {
  if (references.length > 0 || /\w\s*\(/.test(text)) return undefined;
  try {
    return evaluateCondition(text, {
      contexts: {},
      host: {
        secret: () => undefined,
        readFile: () => "",
        hashFiles: () => "",
        artifact: () => null,
        status: "success",
      },
    });
  } catch {
    return undefined;
  }
}
