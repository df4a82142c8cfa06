import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { operandValues } from "../language/expressions/evaluate.ts";
import { defineStep } from "./define.ts";

/** How much of an operand's value a failure shows. */
const SHOWN_CHARACTERS = 200;

export const assertStep = defineStep({
  type: "assert",
  summary: "Fails the run unless a condition holds.",
  description:
    "Checks a condition against what earlier steps produced. A condition is decided by code, never by a model. When it doesn't hold, " +
    "the step fails with `assert.failed` and shows the value of every operand; `on_error: continue` makes it a note instead.",
  fields: {
    condition: {
      type: ["string", "boolean"],
      description:
        "What must be true: a bare expression, or one in which `{{ }}` or `${{ }}` stands for a value: `coverage.outputs.line > {{ inputs.target }}`.",
    },
    message: { type: "string", description: "What to tell people when it doesn't hold. May contain expressions." },
  },
  required: ["condition"],
  outputs: {
    passed: { type: "boolean", description: "Whether the condition held." },
    message: { type: "string", description: "The message, when it didn't." },
  },
  conditionFields: ["condition"],
  examples: [
    {
      title: "Compare a measured value with an input",
      yaml: `name: assert-coverage
inputs:
  target: { type: number, default: 80 }
steps:
  - id: measure
    type: shell
    command: echo "covered=91.5" >> "$PAWL_OUTPUT"
    outputs:
      covered: { type: number }
  - id: enough
    type: assert
    condition: "measure.outputs.covered >= {{ inputs.target }}"
    message: "Coverage is {{ measure.outputs.covered }} %, and {{ inputs.target }} % is asked for"
`,
    },
  ],
  run: async (context) => check(context),
});

function check(context: StepContext): StepOutcome {
  const { condition, message: own } = context.config;
  const text = typeof condition === "string" ? condition : JSON.stringify(condition ?? "");
  if (condition === true || (condition !== false && context.condition(text))) {
    return { status: "completed", outputs: { passed: true, message: "" }, evidence: { condition: text, passed: true } };
  }
  const operands = operandValues(text, context.scope).map(({ text: name, value }) => `${name} = ${shown(value)}`);
  const reason = `the condition \`${text.trim()}\` does not hold`;
  const message = typeof own === "string" && own !== "" ? own : reason;
  return {
    status: "failed",
    error: new PawlError({
      code: "assert.failed",
      kind: "permanent",
      message: operands.length === 0 ? message : `${message} (${operands.join(", ")})`,
      details: { condition: text, operands },
    }),
    outputs: { passed: false, message },
    evidence: { condition: text, passed: false, operands },
  };
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}… (${text.length} characters)`;
}
