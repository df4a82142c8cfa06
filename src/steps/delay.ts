import { DURATION_PATTERN, parseDuration, formatDuration } from "../kernel/duration.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

/** Shorter waits are slept; longer ones park the run, so that no machine is held. */
const SLEPT_MS = 30_000;

export const delayStep = defineStep({
  type: "delay",
  summary: "Waits for a time.",
  description:
    "Waits for a `duration`, or `until` a moment. Up to 30 seconds the run waits where it is; for longer it is parked, holds no machine, and goes on when the time has come. " +
    "The end of the wait is fixed when it begins: a restart doesn't begin it anew.",
  oneOf: [{ fields: ["duration", "until"] }],
  fields: {
    duration: {
      type: ["string", "number"],
      pattern: DURATION_PATTERN,
      minimum: 0,
      description: "Seconds as a number, or a text such as 500ms, 90s, 15m, 1h30m, 7d.",
    },
    until: {
      type: "string",
      pattern: String.raw`^\d{4}-\d\d-\d\d`,
      description: "A moment, as ISO 8601: 2026-12-01T09:00:00Z.",
    },
  },
  outputs: { waited_ms: { type: "number", description: "How long it was, in milliseconds." } },
  examples: [
    {
      title: "Give a service a moment",
      yaml: `name: wait-a-moment
steps:
  - id: moment
    type: delay
    duration: 20ms
  - id: go
    type: shell
    command: echo ready
`,
    },
  ],
  run: async (context) => wait(context),
});

async function wait(context: StepContext): Promise<StepOutcome> {
  const { clock, checkpoints } = context;
  const known = checkpoints.find((checkpoint) => checkpoint.kind === "delay")?.data;
  const start = numberOf(known?.["started_at"]) ?? clock.now();
  const end = numberOf(known?.["ends_at"]) ?? endOf(context.config, start);
  if (known === undefined) await context.checkpoint("delay", { started_at: start, ends_at: end });
  const left = end - clock.now();
  if (left > SLEPT_MS) {
    return {
      status: "parked",
      reason: `it waits for ${formatDuration(left)}`,
      wake: { at: new Date(end).toISOString() },
    };
  }
  if (left > 0) await clock.sleep(left, context.signal);
  return { status: "completed", outputs: { waited_ms: Math.max(0, clock.now() - start) } };
}

function endOf(config: StepContext["config"], start: number): number {
  const { duration, until } = config;
  if ((duration === undefined) === (until === undefined))
    throw fieldError("duration", "or `until` must be given, and not both");
  if (typeof duration === "number" || typeof duration === "string") return start + parseDuration(duration);
  const at = typeof until === "string" ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(at))
    throw fieldError("until", `must be a moment such as 2026-12-01T09:00:00Z; it is ${JSON.stringify(until)}`);
  return at;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
