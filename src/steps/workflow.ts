import { PawlError } from "../kernel/errors.ts";
import type { ErrorKind } from "../kernel/errors.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

const KINDS: ReadonlySet<string> = new Set(["transient", "permanent", "budget", "cancelled", "policy", "invalid"]);

export const workflowStep = defineStep({
  type: "workflow",
  summary: "Runs another workflow as a run of its own.",
  description:
    "Starts the workflow that `workflow` names (a name or a path, looked up in `.github/pawl/` and then in the library) with `inputs`, and waits for its end. The child is a run with its own record, " +
    "linked to this one; it spends from this step's budget, and a resume of this run goes on with the same child. The child's outputs are this step's outputs.",
  fields: {
    workflow: { type: "string", description: "The workflow's name, or its path relative to this file." },
  },
  required: ["workflow"],
  openOutputs: true,
  outputs: { run_id: { type: "string", description: "The child run's id." } },
  writesWorkspace: true,
  examples: [
    {
      title: "Run the tests of another workflow",
      yaml: `- id: tests
  type: workflow
  workflow: run-tests
  inputs:
    level: full
`,
    },
  ],
  run: async (context) => runChild(context),
});

async function runChild(context: StepContext): Promise<StepOutcome> {
  const reference = context.config["workflow"];
  if (typeof reference !== "string" || reference === "") throw fieldError("workflow", "must name a workflow");
  const child = await context.runChild({ reference, inputs: context.inputs });
  const outputs = { ...child.outputs, run_id: child.runId };
  const evidence = { workflow: reference, run_id: child.runId, status: child.status };
  switch (child.status) {
    case "completed":
      return { status: "completed", outputs, evidence };
    case "parked":
      return {
        status: "parked",
        reason: `its run ${child.runId} of ${reference} waits`,
        wake: { event: { path: context.path, name: "run.ended", match: { run: child.runId } } },
      };
    default:
      return { status: "failed", outputs, evidence, error: childError(reference, child) };
  }
}

function childError(reference: string, child: Awaited<ReturnType<StepContext["runChild"]>>): PawlError {
  const { kind, message, code, remedy } = child.error ?? {};
  const known = typeof kind === "string" && KINDS.has(kind) ? (kind as ErrorKind) : undefined;
  return new PawlError({
    code: child.status === "cancelled" ? "cancelled" : "workflow.failed",
    kind: known ?? (child.status === "cancelled" ? "cancelled" : "permanent"),
    message: `workflow ${reference} ${child.status}: ${typeof message === "string" ? message : "it gave no reason"}`,
    remedy: typeof remedy === "string" ? remedy : `See \`pawl show ${child.runId}\`.`,
    details: { run_id: child.runId, ...(typeof code === "string" ? { cause_code: code } : {}) },
  });
}
