import type { StepContext, StepOutcome } from "../engine/step.ts";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import { defineStep } from "./define.ts";
import { effectsOf, originOf } from "./pull-request.ts";

export const commentStep = defineStep({
  type: "comment",
  summary: "Writes a comment on the issue or pull request that started the run.",
  description:
    "Writes one comment; run again, the step edits its own. The text is made inert: it notifies nobody, closes nothing and shows no image " +
    "from elsewhere. The workflow needs `permissions: {issues: write}`. No other issue can be reached.",
  fields: {
    body: { type: "string", description: "The text, in Markdown." },
    add_labels: { type: "array", items: { type: "string" }, description: "Labels to add beside." },
    remove_labels: { type: "array", items: { type: "string" }, description: "Labels to take off beside." },
  },
  required: ["body"],
  outputs: {
    id: { type: "number", description: "The comment's id." },
    url: { type: "string", description: "Its address." },
  },
  caching: "never",
  examples: [
    {
      title: "Say what was measured",
      yaml: `name: measure
permissions: { issues: write }
steps:
  - id: count
    type: shell
    command: git ls-files | wc -l
  - id: say
    type: comment
    body: "The repository holds {{ count.outputs.stdout }} files."
`,
    },
  ],
  run: comment,
});

async function comment(context: StepContext): Promise<StepOutcome> {
  const { body, add_labels: add, remove_labels: remove } = context.config;
  try {
    if (typeof body !== "string" || body.trim() === "") {
      throw new PawlError({
        code: "comment.empty",
        kind: "invalid",
        message: `Step ${context.path} has an empty \`body\`; there is nothing to say`,
      });
    }
    const effects = effectsOf(context);
    const origin = originOf(context);
    const made = await effects.comment({ body }, origin);
    const labels = { add: texts(add), remove: texts(remove) };
    if (labels.add.length + labels.remove.length > 0) await effects.label(labels, origin);
    return { status: "completed", outputs: { id: made.id, url: made.url }, evidence: { url: made.url } };
  } catch (thrown) {
    return { status: "failed", error: toPawlError(thrown, "github.failed") };
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
