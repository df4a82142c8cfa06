import { PawlError } from "../../src/kernel/errors.ts";
import type { StepContext, StepImplementation, StepOutcome } from "../../src/engine/step.ts";
import { done, failed, stepType } from "../engine/house.ts";
import type { Ledger } from "./ledger.ts";
import type { ModelWorkspace } from "./model-workspace.ts";

export type Pause = (name: string) => Promise<void>;

/** Small steps that between them use every mechanism of the engine. `pause` is where the world may take its time, or end. */
export function simulatedSteps(ledger: Ledger, pause: Pause, isLate: () => boolean): readonly StepImplementation[] {
  const type = (
    name: string,
    run: (context: StepContext) => Promise<StepOutcome>,
    rest: Partial<StepImplementation> = {},
  ): StepImplementation =>
    stepType(
      name,
      async (context) => {
        ledger.ran(context.path, isLate());
        await pause(`${name} ${context.path}`);
        return run(context);
      },
      rest,
    );
  const number = (context: StepContext, field: string, otherwise: number): number => {
    const value = context.config[field];
    return typeof value === "number" ? value : otherwise;
  };
  const joined: Partial<StepImplementation> = {
    join: async (_context, frames) => {
      await pause("join");
      const broken = frames.find(({ status }) => status !== "completed");
      if (broken === undefined) return done({ frames: frames.length });
      return { status: "failed", error: broken.error ?? stopped(broken.key) };
    },
  };
  const frames = (context: StepContext): StepOutcome => ({
    status: "expanded",
    maxParallel: number(context, "at_once", 2),
    frames: Array.from({ length: number(context, "count", 2) }, (_, index) => ({
      key: String(index),
      body: "steps",
      names: { index },
    })),
  });

  return [
    type("pass", async (context) => done({ path: context.path })),
    type("fail", async () => failed("permanent")),
    type("flaky", async (context) =>
      context.attempt <= number(context, "failures", 1) ? failed("transient") : done({ attempt: context.attempt }),
    ),
    type("throws", async () => {
      throw new TypeError("a mistake in a step");
    }),
    type(
      "write",
      async (context) => {
        const workspace = context.workspace as ModelWorkspace;
        workspace.write(`half/${context.path}`, "half done");
        await pause(`writing ${context.path}`);
        workspace.remove(`half/${context.path}`);
        workspace.write(`out/${context.path}`, `by ${context.path}`);
        return done();
      },
      { writesWorkspace: true },
    ),
    type("effect", async (context) => {
      const outcome = ledger.effect(`${context.run.id} ${context.path}`);
      await pause(`effect ${context.path}`);
      return done({ outcome });
    }),
    type(
      "agent",
      async (context) => {
        const turns = number(context, "turns", 2);
        if (context.config["chooses"] === true) await context.decided("substitute", "another model takes the step");
        for (let turn = context.checkpoints.length; turn < turns; turn++) {
          const reservation = await context.reserve({ usd: 1, tokens: 100 });
          await pause(`turn ${turn} of ${context.path}`);
          ledger.paid(context.path, turn, 0.75, isLate());
          const usage = { input_tokens: 10, output_tokens: 5, cache_read_tokens: 0, cache_write_tokens: 0 };
          (context.workspace as ModelWorkspace).write(`agent/${context.path}`, `turn ${turn}`);
          await Promise.all([
            context.checkpoint("turn", { turn }, { snapshot: true }),
            reservation.settle({ usd: 0.75, ...usage }, "simulated"),
          ]);
          ledger.kept(context.path, turn);
        }
        return done({ turns });
      },
      { writesWorkspace: true },
    ),
    type("sleep", async (context) => {
      await context.clock.sleep(number(context, "ms", 10), context.signal);
      return done();
    }),
    type("approval", async (context) => {
      if (context.wake?.kind === "approved") return done({ by: context.wake.data["by"] ?? "" });
      if (context.wake?.kind === "rejected") return failed("policy", "approval.rejected");
      const wake = { approval: { path: context.path, message: "go on?" } };
      return { status: "parked", reason: "waits for an approval", wake };
    }),
    type("event", async (context) => {
      if (context.wake?.kind === "event") return done();
      return { status: "parked", reason: "waits for an event", wake: { event: { path: context.path, name: "go" } } };
    }),
    type("delay", async (context) => {
      if (context.wake?.kind === "time") return done();
      const at = new Date(context.clock.now() + number(context, "ms", 120_000)).toISOString();
      return { status: "parked", reason: "waits for a time", wake: { at } };
    }),
    type("each", async (context) => frames(context), { bodies: BODY, ...joined }),
    type("branches", async (context) => frames(context), { bodies: PARALLEL_BODY, ...joined }),
    type("loop", async () => LOOP_TURN(0), {
      bodies: BODY,
      join: async (context, ended) => {
        await pause("join");
        const broken = ended.find(({ status }) => status !== "completed");
        if (broken !== undefined) return { status: "failed", error: broken.error ?? stopped(broken.key) };
        const rounds = context.expansion?.rounds ?? 0;
        return rounds < number(context, "rounds", 2) ? LOOP_TURN(rounds) : done({ rounds });
      },
    }),
  ];
}

const BODY = { steps: { shape: "list", required: true, description: "" } } as const;
const PARALLEL_BODY = { steps: { shape: "list", required: true, description: "", parallel: true } } as const;

const LOOP_TURN = (turn: number): StepOutcome => ({
  status: "expanded",
  maxParallel: 1,
  frames: [{ key: `turn-${turn}`, body: "steps", names: { index: turn } }],
});

function stopped(key: string): PawlError {
  return new PawlError({ code: "test.stopped", kind: "cancelled", message: `frame ${key} was stopped` });
}
