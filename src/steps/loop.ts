import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { FrameResult, StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { failureOf, lastOutputs, outputsOf, stepsOf, wholeNumber } from "./frames.ts";

const DEFAULT_TURNS = 10;
const MAX_TURNS = 1_000;

export const loopStep = defineStep({
  type: "loop",
  summary: "Repeats steps until a condition holds, a bounded number of times.",
  description:
    "Runs its `steps`, then asks `until`; while that doesn't hold, it runs them again, at most `max_iterations` times (10 by default). `until` sees the steps of the turn that just " +
    "ended by their ids, and `iteration` (from 1). The steps see `iteration` and `previous`, the outputs by id of the turn before.\n\n" +
    "A loop that ends without its condition holding fails with `loop.exhausted`, or completes when `on_exhausted: continue`.",
  fields: {
    until: { type: ["string", "boolean"], description: "Asked after every turn: when it holds, the loop is done." },
    max_iterations: {
      type: "integer",
      minimum: 1,
      maximum: MAX_TURNS,
      description: `How many turns at most; ${DEFAULT_TURNS} by default.`,
    },
    on_exhausted: {
      type: "string",
      enum: ["fail", "continue"],
      description: "What to do when no turn fulfilled the condition; `fail` by default.",
    },
  },
  required: ["until"],
  bodies: { steps: { shape: "list", required: true, description: "What one turn does." } },
  bodyNames: ["iteration", "index", "previous"],
  openOutputs: true,
  outputs: {
    iterations: { type: "number", description: "How many turns there were." },
    satisfied: { type: "boolean", description: "Whether the condition held in the end." },
    last: { type: "object", description: "The outputs of the last step of the last turn." },
  },
  conditionFields: ["until"],
  examples: [
    {
      title: "Count to three",
      yaml: `name: count
steps:
  - id: counting
    type: loop
    max_iterations: 5
    until: "tick.outputs.n >= 3"
    steps:
      - id: tick
        type: shell
        command: echo "n={{ iteration }}" >> "$PAWL_OUTPUT"
        outputs: { n: { type: number } }
  - id: three
    type: assert
    condition: "counting.outputs.iterations == 3 and counting.outputs.tick.n == 3"
`,
    },
  ],
  run: async (context) => turn(context, 1, {}),
  join: async (context, frames) => decide(context, frames),
});

function turn({ config }: StepContext, iteration: number, previous: JsonObject): StepOutcome {
  turnLimit(config);
  return {
    status: "expanded",
    frames: [{ key: String(iteration), body: "steps", names: { iteration, index: iteration - 1, previous } }],
    maxParallel: 1,
    outputs: { iterations: iteration },
  };
}

function turnLimit(config: JsonObject): number {
  return wholeNumber(config["max_iterations"], "max_iterations", {
    fallback: DEFAULT_TURNS,
    minimum: 1,
    maximum: MAX_TURNS,
  });
}

function decide(context: StepContext, frames: readonly FrameResult[]): StepOutcome {
  const frame = frames.at(-1);
  const iteration = Number(frame?.names["iteration"] ?? frame?.key ?? 1);
  const inner = frame === undefined ? {} : outputsOf(frame);
  const outputs = { ...inner, iterations: iteration, last: frame === undefined ? {} : lastOutputs(frame) };
  const failure = failureOf(frames, "loop.failed", () => `turn ${iteration}`, { ...outputs, satisfied: false });
  if (failure !== undefined || frame === undefined) return failure ?? turn(context, 1, {});
  if (holds(context, frame)) return { status: "completed", outputs: { ...outputs, satisfied: true } };
  const limit = turnLimit(context.config);
  if (iteration < limit) return turn(context, iteration + 1, inner);
  if (context.config["on_exhausted"] === "continue")
    return { status: "completed", outputs: { ...outputs, satisfied: false } };
  return {
    status: "failed",
    error: new PawlError({
      code: "loop.exhausted",
      kind: "permanent",
      message: `after ${limit} ${limit === 1 ? "turn" : "turns"} \`${untilText(context.config)}\` still does not hold`,
      remedy: "Raise max_iterations, or write on_exhausted: continue.",
      details: { iterations: iteration },
    }),
    outputs: { ...outputs, satisfied: false },
  };
}

function untilText(config: JsonObject): string {
  const { until } = config;
  return typeof until === "string" ? until : JSON.stringify(until ?? false);
}

/** The turn's steps hide outer steps of the same names, as they do inside the turn. */
function holds(context: StepContext, frame: FrameResult): boolean {
  const inner = stepsOf(frame);
  const outer = context.scope.contexts["steps"];
  const steps = { ...(isJsonObject(outer) ? outer : {}), ...inner };
  return context.condition(untilText(context.config), { ...inner, ...frame.names, steps });
}
