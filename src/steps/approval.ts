import { DURATION_PATTERN } from "../kernel/duration.ts";
import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { deadlineOf } from "./wait-for-event.ts";

export const approvalStep = defineStep({
  type: "approval",
  summary: "Parks the run until a person approves.",
  description:
    "Parks the run, which then holds no machine, until someone approves or rejects it: `/pawl approve` on the issue, the check run's button, the dashboard or `pawl approve`. The approval holds for the " +
    "files as they were shown: when they change, it is stale and asked for again. A rejection fails the step with `approval.rejected`.",
  fields: {
    message: { type: "string", description: "What is asked, for people." },
    approvers: {
      type: ["array", "string"],
      items: { type: "string" },
      description: "Logins that may answer; without it, whoever may approve runs of this workflow.",
    },
    give_up_after: {
      type: ["string", "number"],
      pattern: DURATION_PATTERN,
      minimum: 0,
      description:
        "How long to wait, in seconds or as a text such as 15m; then it fails with `approval.timeout`. Without it, for ever.",
    },
  },
  outputs: {
    approved: { type: "boolean", description: "True." },
    by: { type: "string", description: "Who approved." },
    note: { type: "string", description: "What they said." },
  },
  examples: [
    {
      title: "Ask before publishing",
      yaml: `name: publish
inputs:
  version: { type: string, required: true }
steps:
  - id: ask
    type: approval
    message: "Publish {{ inputs.version }}?"
    approvers: [octocat]
    give_up_after: 3d
`,
    },
  ],
  run: async (context) => ask(context),
});

/** Changed files that an approval names; who changes more has nothing left that a person could judge file by file. */
const MOST_FILES = 1_000;

async function ask(context: StepContext): Promise<StepOutcome> {
  const { config, wake, path, clock, baseTree } = context;
  const own = config["message"];
  const message = typeof own === "string" && own !== "" ? own : `Go on with ${context.step.name ?? path}?`;
  const by = textOf(wake?.data["by"]);
  const note = textOf(wake?.data["note"]);
  const approvers = approversOf(config["approvers"]);
  const mayAnswer = approvers.length === 0 || approvers.includes(by.toLowerCase());
  if (wake?.kind === "approved" && mayAnswer) {
    return {
      status: "completed",
      outputs: { approved: true, by, note },
      evidence: { approved_by: by, ...(baseTree === undefined ? {} : { tree: baseTree }) },
    };
  }
  if (wake?.kind === "rejected" && mayAnswer)
    return refused("approval.rejected", `${by || "someone"} rejected it${note === "" ? "" : `: ${note}`}`);
  if (wake !== undefined && !mayAnswer && wake.kind !== "time" && wake.kind !== "stale") {
    await context.refused(`the answer of ${by}`, `only ${approvers.join(", ")} may answer`);
  }
  const deadline = await deadlineOf(context, config["give_up_after"]);
  if (deadline !== undefined && clock.now() >= deadline) {
    return refused("approval.timeout", `nobody answered within ${textOf(config["give_up_after"])}`);
  }
  const files = await changedFiles(context);
  return {
    status: "parked",
    reason: `it waits for an approval: ${message}`,
    wake: {
      approval: {
        path,
        message,
        ...(baseTree === undefined ? {} : { tree: baseTree }),
        ...(files === undefined ? {} : { files }),
      },
      ...(deadline === undefined ? {} : { at: new Date(deadline).toISOString() }),
    },
  };
}

/** What the run has changed since it began: who may approve can depend on it. Undefined when that can't be told, or is too much to tell. */
async function changedFiles(context: StepContext): Promise<readonly string[] | undefined> {
  const { workspace, baseTree } = context;
  const begun = context.evidence()["base_tree"];
  if (typeof begun !== "string" || begun === "" || baseTree === undefined) return undefined;
  const { files } = await workspace.patch(begun, baseTree);
  return files.length > MOST_FILES ? undefined : files.map(({ path }) => path);
}

function refused(code: string, message: string): StepOutcome {
  return {
    status: "failed",
    error: new PawlError({ code, kind: "policy", message, remedy: "Resume the run from this step to ask again." }),
    outputs: { approved: false },
  };
}

function approversOf(value: Json | undefined): readonly string[] {
  const list =
    typeof value === "string"
      ? value.split(/[\s,]+/)
      : Array.isArray(value)
        ? (value as readonly Json[]).map(textOf)
        : [];
  return list.map((login) => login.replace(/^@/, "").toLowerCase()).filter((login) => login !== "");
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
