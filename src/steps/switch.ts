import type { Json } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { failureOf, outputsOf } from "./frames.ts";

export const switchStep = defineStep({
  type: "switch",
  summary: "Runs the steps of the case that a value names.",
  description:
    "Compares `value`, as text, with the names of its `cases`, and runs the steps of the one that is equal; those of `default` when none is. Without a match and a default it completes " +
    "and does nothing. The outputs of the steps that ran are outputs of this one under their ids.",
  fields: {
    value: {
      type: ["string", "number", "boolean", "null"],
      description: "What is compared with the names of the cases; nothing is the empty text.",
    },
  },
  required: ["value"],
  bodies: {
    cases: { shape: "map", required: true, description: "Lists of steps by the value they are for." },
    default: { shape: "list", required: false, description: "Steps for every other value." },
  },
  bodyNames: ["value"],
  openOutputs: true,
  outputs: { case: { type: "string", description: "The case that ran: its name, `default`, or empty." } },
  examples: [
    {
      title: "By language",
      yaml: `name: by-language
inputs:
  language: { type: choice, enum: [node, python, go], default: python }
steps:
  - id: test
    type: switch
    value: "{{ inputs.language }}"
    cases:
      node:
        - id: npm
          type: shell
          command: echo npm test
      python:
        - id: pytest
          type: shell
          command: echo pytest
    default:
      - id: unknown
        type: cancel
        reason: "No tests for {{ value }}"
  - id: chosen
    type: assert
    condition: "test.outputs.case == 'python'"
`,
    },
  ],
  run: async (context) => choose(context),
  join: async (_context, frames) => {
    const [frame] = frames;
    const outputs = { ...(frame === undefined ? {} : outputsOf(frame)), case: caseName(frame?.body ?? "") };
    return (
      failureOf(frames, "switch.failed", () => `case ${caseName(frame?.body ?? "")}`, outputs) ?? {
        status: "completed",
        outputs,
      }
    );
  },
});

function choose({ step, config }: StepContext): StepOutcome {
  const value = config["value"] ?? null;
  const body = [`cases.${asText(value)}`, "default"].find((name) => Object.hasOwn(step.bodies, name));
  if (body === undefined) return { status: "completed", outputs: { case: "" } };
  const key = caseName(body).replaceAll(/[^A-Za-z0-9_.-]/g, "-");
  return { status: "expanded", frames: [{ key: key === "" ? "case" : key, body, names: { value } }], maxParallel: 1 };
}

function asText(value: Json): string {
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}

function caseName(body: string): string {
  return body.startsWith("cases.") ? body.slice("cases.".length) : body;
}
