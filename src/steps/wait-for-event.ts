import { DURATION_PATTERN, parseDuration } from "../kernel/duration.ts";
import { PawlError } from "../kernel/errors.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

export const waitForEventStep = defineStep({
  type: "wait_for_event",
  summary: "Parks the run until an event arrives.",
  description:
    "Parks the run, which then holds no machine, until an event of this name is delivered to it (`pawl signal RUN EVENT`, the app, the library's `signal`) whose payload agrees with `match`. " +
    "With `give_up_after` it fails with `event.timeout` when none came in that time.",
  fields: {
    event: { type: "string", description: "The event's name." },
    match: {
      type: "object",
      description: "Members the payload must have, with these values.",
      additionalProperties: true,
    },
    give_up_after: {
      type: ["string", "number"],
      pattern: DURATION_PATTERN,
      minimum: 0,
      description: "How long to wait, in seconds or as a text such as 15m; without it, for ever.",
    },
  },
  required: ["event"],
  openOutputs: true,
  outputs: {
    name: { type: "string", description: "The event's name." },
    payload: { type: "any", description: "What came with it." },
  },
  examples: [
    {
      title: "Wait for a deployment",
      yaml: `- id: deployed
  type: wait_for_event
  event: deployment.finished
  match:
    environment: staging
  give_up_after: 2h
`,
    },
  ],
  run: async (context) => waitForEvent(context),
});

async function waitForEvent(context: StepContext): Promise<StepOutcome> {
  const { config, wake, path, clock } = context;
  const { event, match, give_up_after: giveUpAfter } = config;
  if (typeof event !== "string" || event === "") throw fieldError("event", "must name an event");
  if (wake?.kind === "event") {
    const payload = wake.data["payload"] ?? null;
    return { status: "completed", outputs: { name: event, payload }, evidence: { event } };
  }
  const deadline = await deadlineOf(context, giveUpAfter);
  if (deadline !== undefined && clock.now() >= deadline) {
    return {
      status: "failed",
      error: new PawlError({
        code: "event.timeout",
        kind: "permanent",
        message: `no event "${event}" came within ${JSON.stringify(giveUpAfter)}`,
        remedy: "Send it and resume the run, or give it longer by give_up_after.",
      }),
    };
  }
  return {
    status: "parked",
    reason: `it waits for the event ${event}`,
    wake: {
      event: { path, name: event, ...(isJsonObject(match) ? { match } : {}) },
      ...(deadline === undefined ? {} : { at: new Date(deadline).toISOString() }),
    },
  };
}

/** When to give up, fixed by the first attempt so that a restart doesn't move it; undefined for never. */
export async function deadlineOf(
  context: StepContext,
  giveUpAfter: StepContext["config"][string] | undefined,
): Promise<number | undefined> {
  if (typeof giveUpAfter !== "string" && typeof giveUpAfter !== "number") return undefined;
  const known = context.checkpoints.find((checkpoint) => checkpoint.kind === "deadline")?.data["at"];
  if (typeof known === "number") return known;
  const at = context.clock.now() + parseDuration(giveUpAfter);
  await context.checkpoint("deadline", { at });
  return at;
}
