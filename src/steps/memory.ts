import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

/** Bytes of JSON one memory may hold: facts live beside the journal, and large things are artifacts. */
const MAX_BYTES = 64 * 1_024;
/** Writers of one key that may come between reading and writing. */
const MAX_CONFLICTS = 20;

export const memoryStep = defineStep({
  type: "memory",
  summary: "Remembers and recalls values across runs.",
  description:
    "Keeps small values that outlive the run: `remember` stores `value` under `key`, `append` adds it to a list (its last `keep` items), `recall` reads it (`default` when there is none), `list` gives the keys that start with `key`, `forget` empties one. " +
    "`scope: workflow` (the default) is seen by runs of this workflow alone, `scope: shared` by all workflows of the same store. At most 64 KiB a value; never put secrets here.",
  fields: {
    action: { type: "string", enum: ["remember", "append", "recall", "list", "forget"], description: "What to do." },
    key: { type: "string", description: "The name it is kept under." },
    value: { description: "What is remembered." },
    default: { description: "What `recall` gives when nothing is kept." },
    keep: { type: "integer", minimum: 1, description: "How many items `append` keeps; 100 by default." },
    scope: { type: "string", enum: ["workflow", "shared"], description: "Who sees it." },
  },
  required: ["action", "key"],
  outputs: {
    value: { type: "any", description: "The value kept now; for `list`, an object of values by key." },
    found: { type: "boolean", description: "Whether something was kept before." },
  },
  examples: [
    {
      title: "Compare with the last run",
      yaml: `name: trend
steps:
  - id: last
    type: memory
    action: recall
    key: coverage
    default: 0
  - id: now
    type: memory
    action: remember
    key: coverage
    value: 81.5
  - id: better
    type: assert
    condition: "now.outputs.value >= last.outputs.value"
`,
    },
  ],
  run: async (context) => act(context),
});

async function act(context: StepContext): Promise<StepOutcome> {
  const { config, facts } = context;
  const key = factKey(context);
  switch (config["action"]) {
    case "recall": {
      const known = valueOf((await facts.getFact(key))?.value);
      return done(known ?? config["default"] ?? null, known !== undefined);
    }
    case "list": {
      const prefix = factKey(context);
      const found = (await facts.listFacts(prefix)).flatMap((fact) => {
        const value = valueOf(fact.value);
        return value === undefined ? [] : [[fact.key.slice(prefix.length - keyOf(context).length), value] as const];
      });
      return done(Object.fromEntries(found), found.length > 0);
    }
    case "remember":
      return update(context, key, () => config["value"] ?? null);
    case "append":
      return update(context, key, (before) => {
        const list = before === undefined ? [] : Array.isArray(before) ? (before as readonly Json[]) : [before];
        return [...list, config["value"] ?? null].slice(-Math.max(1, Number(config["keep"] ?? 100)));
      });
    case "forget":
      return update(context, key, () => undefined);
    default:
      throw fieldError(
        "action",
        `must be remember, append, recall, list or forget; it is ${JSON.stringify(config["action"])}`,
      );
  }
}

/**
 * Reads, changes and writes, again when another run wrote in between. The write carries this attempt's mark, so that a step that is started
 * again after a crash finds its own `append` instead of making it twice.
 */
async function update(
  context: StepContext,
  key: string,
  change: (before: Json | undefined) => Json | undefined,
): Promise<StepOutcome> {
  const mark = `${context.run.id}/${context.path}`;
  for (let conflicts = 0; conflicts <= MAX_CONFLICTS; conflicts++) {
    const fact = await context.facts.getFact(key);
    const before = valueOf(fact?.value);
    if (fact?.value["by"] === mark && context.checkpoints.some((checkpoint) => checkpoint.kind === "remembering"))
      return done(before ?? null, true);
    const next = change(before);
    const stored: JsonObject = next === undefined ? { by: mark } : { by: mark, value: next };
    checkSize(stored);
    if (conflicts === 0) await context.checkpoint("remembering", { key });
    if (await context.facts.setFact(key, stored, fact?.version ?? 0)) return done(next ?? null, before !== undefined);
  }
  throw new PawlError({
    code: "memory.busy",
    kind: "transient",
    message: `"${keyOf(context)}" is written by too many runs at once`,
  });
}

function keyOf({ config }: StepContext): string {
  const { key } = config;
  if (typeof key !== "string" || !/^[A-Za-z0-9._/-]{1,200}$/.test(key)) {
    throw fieldError(
      "key",
      `must be letters, digits, ".", "_", "-" and "/", at most 200; it is ${JSON.stringify(key)}`,
      "Use slug() on free text.",
    );
  }
  return key;
}

function factKey(context: StepContext): string {
  const key = keyOf(context);
  return context.config["scope"] === "shared"
    ? `memory/shared/${key}`
    : `memory/workflow/${context.run.workflow}/${key}`;
}

function valueOf(fact: JsonObject | undefined): Json | undefined {
  return fact === undefined || !Object.hasOwn(fact, "value") ? undefined : fact["value"];
}

function checkSize(value: JsonObject): void {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).byteLength;
  if (bytes > MAX_BYTES)
    throw fieldError("value", `has ${bytes} bytes; at most ${MAX_BYTES} are kept`, "Keep it as an artifact.");
}

function done(value: Json, found: boolean): StepOutcome {
  return { status: "completed", outputs: { value, found } };
}
