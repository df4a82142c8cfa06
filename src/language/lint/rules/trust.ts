import type { LintRule } from "../rule.ts";
import type { Expression, LintSubject } from "../subject.ts";

const AGENTS = new Set(["claude", "claude_code"]);
/** What Pawl itself records of an agent step; the rest of its outputs is what the model said. */
const RECORDED = new Set(["changed_files", "turns", "session"]);

export const modelDecides: LintRule = {
  id: "lint.model-decides",
  severity: "warning",
  summary: "An assertion whose answer comes from a model.",
  reason:
    "An agent that says it succeeded proves only that it said so. Assert on exit codes, test reports and changed files.",
  bad: "name: a\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, budget: {usd: 1}, verify: [{id: t, type: shell, command: npm test}]}\n  - {id: ok, type: assert, condition: \"steps.fix.outputs.text == 'done'\", message: it says so}\n",
  good: "name: a\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, budget: {usd: 1}, verify: [{id: t, type: shell, command: npm test}]}\n  - {id: ok, type: assert, condition: steps.fix.outputs.changed_files | length > 0, message: something changed}\n",
  *check(subject) {
    const agents = agentIds(subject);
    for (const { step, expressions } of subject.steps) {
      if (step.type !== "assert") continue;
      for (const { field, references } of expressions.filter((expression) => expression.kind === "condition")) {
        const said = references.find((reference) => saidByModel(reference, agents));
        if (said !== undefined)
          yield {
            step,
            field,
            message: "a model decides this assertion",
            hint: "assert on an exit code, a parsed report or steps.<id>.outputs.changed_files",
          };
      }
    }
  },
};

export const unverifiedAgent: LintRule = {
  id: "lint.unverified-agent",
  severity: "warning",
  summary: "Nothing checks an agent's work.",
  reason: "Without `verify`, and without a later shell step or assertion, a run is green whatever the agent did.",
  bad: "name: a\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, budget: {usd: 1}}\n",
  good: "name: a\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, budget: {usd: 1}, verify: [{id: t, type: shell, command: npm test}]}\n",
  *check(subject) {
    for (const { step, siblings } of subject.steps) {
      if (!AGENTS.has(step.type) || (step.bodies["verify"]?.length ?? 0) > 0) continue;
      const later = siblings.slice(siblings.indexOf(step) + 1);
      if (!later.some(({ type }) => type === "shell" || type === "assert" || type === "validate")) {
        yield {
          step,
          message: `nothing checks what "${step.id}" did`,
          hint: "add verify: with a step that runs the tests",
        };
      }
    }
  },
};

export const unboundedCost: LintRule = {
  id: "lint.unbounded-cost",
  severity: "warning",
  summary: "An agent step under no dollar budget.",
  reason: "A conversation that goes in circles is paid for until somebody notices.",
  bad: "name: a\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, verify: [{id: t, type: shell, command: npm test}]}\n",
  good: "name: a\nbudget: {usd: 2}\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, verify: [{id: t, type: shell, command: npm test}]}\n",
  *check(subject) {
    if (subject.workflow.budget.usd !== undefined) return;
    for (const { step, parents } of subject.steps) {
      const bounded = [step, ...parents.map((parent) => parent.step)].some(({ budget }) => budget?.usd !== undefined);
      if (AGENTS.has(step.type) && !bounded)
        yield {
          step,
          message: `"${step.id}" may spend without limit`,
          hint: "add budget: {usd: 2} to the step or the workflow",
        };
    }
  },
};

export const valueAsCode: LintRule = {
  id: "lint.value-as-code",
  severity: "error",
  summary: "A script evaluates a value as code.",
  reason:
    'Values reach a script as environment variables so that they can\'t become code; eval and `sh -c "$VALUE"` undo that.',
  bad: 'name: a\ninputs: {run: {type: string}}\nsteps:\n  - {id: t, type: shell, command: eval "$INPUT_RUN", timeout: 5m}\n',
  good: 'name: a\ninputs: {suite: {type: string}}\nsteps:\n  - {id: t, type: shell, command: npm test -- "$INPUT_SUITE", timeout: 5m}\n',
  *check(subject) {
    const value = String.raw`["']?\$\{?(?:INPUT_|PAWL_)\w*|["']?(?:\$\{\{|\{\{)`;
    const evaluated = new RegExp(
      String.raw`\beval\s+(?:--\s+)?(?:${value})|\b(?:ba|da|z|k)?sh\s+(?:-\w+\s+)*-\w*c\s+(?:${value})|\b(?:source|\.)\s+<\(\s*echo\s+(?:${value})`,
    );
    for (const { step } of subject.steps) {
      const field = subject.types.get(step.type)?.code?.field;
      const script = field === undefined ? undefined : step.config[field];
      if (field !== undefined && typeof script === "string" && evaluated.test(script)) {
        yield {
          step,
          field,
          message: "the script evaluates a value as code",
          hint: 'give the value as an argument of a fixed command: npm test -- "$INPUT_NAME"',
        };
      }
    }
  },
};

export const hiddenInBlock: LintRule = {
  id: "lint.untrusted-in-block",
  severity: "warning",
  summary: "Untrusted text is printed inside a template block, where it gets no boundary.",
  reason:
    "In a prompt, `{{ issue.body }}` is put between marks it can't close. Inside `{% for %}` the loop variable's text is not.",
  bad: "name: a\nbudget: {usd: 1}\nsteps:\n  - id: fix\n    type: claude\n    timeout: 5m\n    prompt: |\n      Fix it. {% for label in issue.labels %}{{ label }}{% endfor %}\n    verify: [{id: t, type: shell, command: npm test}]\n",
  good: "name: a\nbudget: {usd: 1}\nsteps:\n  - id: fix\n    type: claude\n    timeout: 5m\n    prompt: |\n      Fix it. {{ issue.labels }}\n    verify: [{id: t, type: shell, command: npm test}]\n",
  *check(subject) {
    for (const { step, expressions } of subject.steps) {
      if (!AGENTS.has(step.type)) continue;
      for (const { field, text } of expressions) {
        const loop = /\{%-?\s*for\s+(\w+)(?:\s*,\s*(\w+))?\s+in\s+(?:issue|steps|item|matrix)\b/.exec(text);
        if (loop !== null)
          yield {
            step,
            field,
            message: `the loop over untrusted text prints "${loop[1]}" without a boundary`,
            hint: "print the whole value outside of a block: {{ issue.labels }}",
          };
      }
    }
  },
};

export const secretForAgent: LintRule = {
  id: "lint.secret-for-agent",
  severity: "warning",
  summary: "A secret is given to an agent step.",
  reason: "Whatever an agent's commands can read, text in an issue can ask them to send away.",
  bad: 'name: a\nbudget: {usd: 1}\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, env: {TOKEN: "{{ secrets.DEPLOY }}"}, verify: [{id: t, type: shell, command: npm test}]}\n',
  good: 'name: a\nbudget: {usd: 1}\nsteps:\n  - {id: fix, type: claude, prompt: Fix it., timeout: 5m, verify: [{id: t, type: shell, command: npm test}]}\n  - {id: d, type: shell, command: ./deploy, timeout: 5m, env: {TOKEN: "{{ secrets.DEPLOY }}"}}\n',
  *check(subject) {
    for (const { step, expressions } of subject.steps) {
      if (!AGENTS.has(step.type)) continue;
      const secret = expressions.find(({ references }) => references.some(({ root }) => root === "secrets"));
      if (secret !== undefined)
        yield {
          step,
          field: secret.field,
          message: `"${step.id}" is given a secret`,
          hint: "use the secret in a shell step after the agent",
        };
    }
  },
};

function agentIds(subject: LintSubject): ReadonlySet<string> {
  return new Set(subject.steps.filter(({ step }) => AGENTS.has(step.type)).map(({ step }) => step.id));
}

function saidByModel({ root, path }: Expression["references"][number], agents: ReadonlySet<string>): boolean {
  const [id, outputs, name] = root === "steps" ? path : [root, ...path];
  return id !== undefined && agents.has(id) && outputs === "outputs" && (name === undefined || !RECORDED.has(name));
}
