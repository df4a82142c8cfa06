import { defineStep } from "./define.ts";

export const cancelStep = defineStep({
  type: "cancel",
  summary: "Ends the run here, on purpose.",
  description:
    "Cancels the run with a reason: steps under way are stopped, steps that were to follow don't start, `always()` and `cancelled()` steps still run. Usually behind a `when`.",
  fields: {
    reason: { type: "string", description: "Why, for people." },
  },
  examples: [
    {
      title: "Nothing to do",
      yaml: `name: stop-early
inputs:
  files: { type: list, default: [a.ts] }
steps:
  - id: nothing
    type: cancel
    when: "inputs.files | length == 0"
    reason: There are no files to look at
  - id: work
    type: shell
    command: echo working
`,
    },
  ],
  run: async ({ config, path }) => {
    const { reason } = config;
    return {
      status: "cancel_run",
      reason: typeof reason === "string" && reason !== "" ? reason : `the step ${path} asked for it`,
    };
  },
});
