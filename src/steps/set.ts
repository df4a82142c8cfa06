import type { StepContext, StepOutcome } from "../engine/step.ts";
import { isJsonObject } from "../kernel/json.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

export const setStep = defineStep({
  type: "set",
  summary: "Sets variables for the steps that follow.",
  description:
    "Gives workflow variables new values: later steps read them as `variables.NAME`, and shell steps as `$PAWL_VAR_NAME`. Every value may be an expression; all are resolved before any is set. " +
    "They are outputs of the step as well.",
  fields: {
    variables: { type: "object", description: "Values by variable name.", additionalProperties: true },
  },
  required: ["variables"],
  openOutputs: true,
  examples: [
    {
      title: "Keep a computed name",
      yaml: `name: set-branch
inputs:
  title: { type: string, default: "Fix: the parser!" }
steps:
  - id: names
    type: set
    variables:
      branch: "fix/{{ slug(inputs.title) }}"
  - id: check
    type: assert
    condition: "variables.branch == 'fix/fix-the-parser'"
`,
    },
  ],
  run: async (context) => set(context),
});

function set({ config }: StepContext): StepOutcome {
  const { variables } = config;
  if (!isJsonObject(variables)) throw fieldError("variables", "must be an object of values by name");
  return { status: "completed", outputs: variables, variables };
}
