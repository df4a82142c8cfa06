import { describe, expect, test } from "vitest";
import { PawlError } from "../../src/kernel/errors.ts";
import { done, failed, house, step, stepType, workflow } from "./house.ts";
import { simulatedClock } from "../sim/simulated-clock.ts";

const pass = stepType("pass", async () => done());
const fail = stepType("fail", async () => failed("permanent"));
const retry = {
  attempts: 3,
  backoff: "exponential",
  delayMs: 1,
  maxDelayMs: 10,
  jitter: 0,
  on: ["transient"],
} as const;

describe("a failure", () => {
  test("of a kind the policy doesn't name is not retried", async () => {
    const { engine } = house([fail]);
    const view = await engine.run({ workflow: workflow([step("a", "fail", { retry })]), inputs: {} });
    expect(view.steps["a"]?.attempts).toBe(1);
  });

  test("by exit code is retried by whoever asks for attempts", async () => {
    const exits = stepType("exits", async (context) =>
      context.attempt < 3 ? failed("permanent", "step.exit_code") : done(),
    );
    const { engine } = house([exits]);
    const view = await engine.run({ workflow: workflow([step("a", "exits", { retry })]), inputs: {} });
    expect(view.steps["a"]).toMatchObject({ status: "completed", attempts: 3 });
  });

  test("waits as long as the other side asked before the next attempt", async () => {
    const clock = simulatedClock(1);
    const begun: number[] = [];
    const busy = stepType("busy", async (context) => {
      begun.push(context.clock.now());
      const error = new PawlError({
        code: "model.overloaded",
        kind: "transient",
        message: "busy",
        retryAfterMs: 20_000,
      });
      return begun.length < 2 ? { status: "failed", error } : done();
    });
    const { engine } = house([busy], { ports: { clock } });
    const end = engine.run({ workflow: workflow([step("a", "busy", { retry })]), inputs: {} });
    await pump(clock, end);
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBe(20_000);
  });

  test("in one of several steps at once lets the others end and starts no new ones", async () => {
    const { engine } = house([pass, fail]);
    const view = await engine.run({
      workflow: workflow([step("a", "fail"), step("b", "pass", { needs: ["c"] }), step("c", "pass")], {
        parallel: true,
      }),
      inputs: {},
    });
    expect(view.status).toBe("failed");
    expect(view.steps["c"]?.status).toBe("completed");
    expect(view.steps["b"]).toMatchObject({ status: "skipped", skip_reason: "an earlier step failed: a" });
  });

  test("hands over to the step that on_error names, which is skipped when nobody needs it", async () => {
    const { engine } = house([pass, fail]);
    const steps = (type: string) => [step("a", type, { onError: "plan-b" }), step("plan-b", "pass"), step("c", "pass")];
    const needed = await engine.run({ workflow: workflow(steps("fail")), inputs: {} });
    expect(needed.status).toBe("completed");
    expect(needed.steps["plan-b"]?.status).toBe("completed");
    expect(needed.steps["c"]?.status).toBe("completed");
    const unneeded = await engine.run({ workflow: workflow(steps("pass")), inputs: {} });
    expect(unneeded.status).toBe("completed");
    expect(unneeded.steps["plan-b"]).toMatchObject({
      status: "skipped",
      skip_reason: "no step failed that it stands in for",
    });
  });

  test("of the fallback too fails the run", async () => {
    const { engine } = house([fail]);
    const view = await engine.run({
      workflow: workflow([step("a", "fail", { onError: "b" }), step("b", "fail")]),
      inputs: {},
    });
    expect(view).toMatchObject({ status: "failed", error: { code: "test.failed" } });
  });
});

describe("a timeout", () => {
  test("stops the step and names it", async () => {
    const clock = simulatedClock(1);
    const stuck = stepType("stuck", async (context) => {
      await new Promise((_, reject) => {
        context.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
      });
      return done();
    });
    const { engine } = house([stuck], { ports: { clock } });
    const view = await pump(
      clock,
      engine.run({ workflow: workflow([step("a", "stuck", { timeoutMs: 2_000 })]), inputs: {} }),
    );
    expect(view).toMatchObject({ status: "failed", error: { code: "step.timeout" } });
  });

  test("of a step that holds steps stops what is inside, and starts nothing more there", async () => {
    const clock = simulatedClock(1);
    const stuck = stepType("stuck", async (context) => {
      await new Promise((_, reject) => {
        context.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
      });
      return done();
    });
    const hold = stepType(
      "hold",
      async () => ({ status: "expanded", maxParallel: 1, frames: [{ key: "0", body: "steps", names: {} }] }),
      { bodies: { steps: { shape: "list", required: true, description: "" } }, join: async () => done() },
    );
    const { engine } = house([hold, stuck, pass], { ports: { clock } });
    const inner = [step("one", "stuck"), step("two", "pass")];
    const view = await pump(
      clock,
      engine.run({
        workflow: workflow([step("a", "hold", { timeoutMs: 2_000, bodies: { steps: inner } })]),
        inputs: {},
      }),
    );
    expect(view).toMatchObject({ status: "failed", error: { code: "step.timeout" } });
    expect(view.steps["a/0/one"]?.status).toBe("cancelled");
    expect(view.steps["a/0/two"]?.status).toBe("cancelled");
    expect(await engine.replay(view.run_id)).toMatchObject({ ok: true });
  });

  test("doesn't wait for ever for a step that won't stop", async () => {
    const clock = simulatedClock(1);
    const deaf = stepType("deaf", () => new Promise(() => {}));
    const { engine } = house([deaf], { ports: { clock } });
    const view = await pump(
      clock,
      engine.run({ workflow: workflow([step("a", "deaf", { timeoutMs: 2_000 })]), inputs: {} }),
    );
    expect(view.error?.code).toBe("step.timeout");
  });
});

describe("compensation", () => {
  test("undoes what was done, last first, and tells it in the journal", async () => {
    const undone: string[] = [];
    const undo = stepType("undo", async (context) => {
      undone.push(context.path);
      return done();
    });
    const { engine } = house([pass, fail, undo]);
    const steps = ["a", "b"].map((id) => step(id, "pass", { compensate: step("u", "undo") }));
    const view = await engine.run({
      workflow: workflow([...steps, step("c", "fail")], { rollback: "automatic" }),
      inputs: {},
    });
    expect(view.status).toBe("failed");
    expect(undone).toEqual(["b/compensate", "a/compensate"]);
    expect(view.steps["a"]?.status).toBe("compensated");
    const types = (await engine.journal(view.run_id)).map(({ type }) => type).filter((type) => type.startsWith("comp"));
    expect(types).toEqual([
      "compensation.started",
      ...Array.from({ length: 4 }, () => "compensation.step"),
      "compensation.finished",
    ]);
  });

  test("that fails is tried as often as it may, says which, and undoes the rest all the same", async () => {
    const undo = stepType("undo", async (context) => (context.path.startsWith("b/") ? failed("transient") : done()));
    const { engine } = house([pass, fail, undo]);
    const compensate = step("u", "undo", { retry: { ...retry, attempts: 2 } });
    const view = await engine.run({
      workflow: workflow([...["a", "b"].map((id) => step(id, "pass", { compensate })), step("c", "fail")], {
        rollback: "automatic",
      }),
      inputs: {},
    });
    expect(view.steps["a"]?.status).toBe("compensated");
    expect(view.steps["b"]?.status).toBe("completed");
    const finished = (await engine.journal(view.run_id)).find(({ type }) => type === "compensation.finished");
    expect(finished?.data).toEqual({ status: "failed", failed: ["b"] });
  });
});

describe("a circuit breaker", () => {
  test("opens after so many failures, fails at once in later runs, and closes when its time has passed", async () => {
    const clock = simulatedClock(1);
    let works = false;
    let calls = 0;
    const call = stepType("call", async () => {
      calls++;
      return works ? done() : failed("transient");
    });
    const { engine } = house([call], { ports: { clock } });
    const circuitBreaker = { name: "api", failures: 2, resetMs: 60_000 };
    const run = () => engine.run({ workflow: workflow([step("a", "call", { circuitBreaker })]), inputs: {} });
    await run();
    const second = await run();
    expect((await engine.journal(second.run_id)).some(({ type }) => type === "breaker.opened")).toBe(true);
    expect(await run()).toMatchObject({ status: "failed", error: { code: "breaker.open" } });
    expect(calls).toBe(2);
    works = true;
    clock.advance(60_001);
    const closed = await run();
    expect(closed.status).toBe("completed");
    expect((await engine.journal(closed.run_id)).some(({ type }) => type === "breaker.closed")).toBe(true);
  });
});

describe("taking turns", () => {
  const slow = stepType("slow", async (context) => {
    await context.clock.sleep(50);
    return done();
  });

  test("a run waits for the older one of its concurrency group", async () => {
    const spans: (readonly [number, number])[] = [];
    const timed = stepType("timed", async (context) => {
      const begun = performance.now();
      await context.clock.sleep(20);
      spans.push([begun, performance.now()]);
      return done();
    });
    const { engine } = house([timed]);
    const definition = workflow([step("a", "timed")], { concurrency: { group: "one", cancelInProgress: false } });
    const views = await Promise.all([1, 2].map(() => engine.run({ workflow: definition, inputs: {} })));
    expect(views.map(({ status }) => status)).toEqual(["completed", "completed"]);
    expect((spans[0]?.[1] ?? 0) <= (spans[1]?.[0] ?? 0)).toBe(true);
  });

  test("a run whose process died holds nobody up, though its lease has not ended", async () => {
    const stuck = stepType("slow", () => new Promise(() => {}));
    const definition = workflow([step("a", "slow")], { concurrency: { group: "one", cancelInProgress: false } });
    const first = house([stuck], { options: { worker: "worker-1", pid: 1 } });
    const handle = await first.engine.start({ workflow: definition, inputs: {} });
    for await (const update of handle.events())
      if (update.kind === "event" && update.event.type === "step.started") break;
    const second = house([slow], {
      ports: { store: first.ports.store },
      options: { worker: "worker-2", pid: 2, isAlive: (pid) => pid !== 1 },
    });
    const view = await second.engine.run({ workflow: definition, inputs: {} });
    expect(view.status).toBe("completed");
    expect(await second.engine.journal(view.run_id)).not.toContainEqual(expect.objectContaining({ type: "decision" }));
  });

  test("a newer run takes the place of the older where the workflow says so", async () => {
    const stuck = stepType("stuck", async (context) => {
      if (context.scope.contexts["inputs"] !== undefined && context.run.actor === "second") return done();
      await new Promise((_, reject) => {
        context.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
      });
      return done();
    });
    const { engine } = house([stuck]);
    const definition = workflow([step("a", "stuck")], { concurrency: { group: "one", cancelInProgress: true } });
    const first = await engine.start({ workflow: definition, inputs: {}, actor: "first" });
    while (first.status().steps["a"]?.status !== "running") {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    const second = await engine.run({ workflow: definition, inputs: {}, actor: "second" });
    expect(second.status).toBe("completed");
    expect((await first.result()).status).toBe("cancelled");
  });

  test("no more runs than allowed are under way at once", async () => {
    let now = 0;
    let most = 0;
    const counted = stepType("counted", async (context) => {
      most = Math.max(most, ++now);
      await context.clock.sleep(5);
      now--;
      return done();
    });
    const { engine } = house([counted], { options: { maxConcurrentRuns: 3 } });
    const definition = workflow([step("a", "counted")]);
    await Promise.all(Array.from({ length: 12 }, () => engine.run({ workflow: definition, inputs: {} })));
    expect(most).toBe(3);
  });

  test("an actor's quota holds that actor up and nobody else", async () => {
    const { engine } = house([slow], { options: { quotas: { perActor: 1 } } });
    const definition = workflow([step("a", "slow")]);
    const views = await Promise.all(
      ["ada", "ada", "bob"].map((actor) => engine.run({ workflow: definition, inputs: {}, actor })),
    );
    const queued = await Promise.all(
      views.map(async ({ run_id }) => (await engine.journal(run_id)).some(({ type }) => type === "decision")),
    );
    expect(queued.filter(Boolean)).toHaveLength(1);
    expect(queued[2]).toBe(false);
  });
});

describe("middleware", () => {
  test("stands around every attempt and may change its outcome", async () => {
    const seen: string[] = [];
    const { engine } = house([pass], {
      options: {
        middleware: [
          async (about, next) => {
            seen.push(`before ${about.path}`);
            const outcome = await next();
            seen.push(`after ${about.path}`);
            return about.path === "b" && outcome.status === "completed"
              ? { ...outcome, outputs: { changed: true } }
              : outcome;
          },
        ],
      },
    });
    const view = await engine.run({ workflow: workflow([step("a", "pass"), step("b", "pass")]), inputs: {} });
    expect(seen).toEqual(["before a", "after a", "before b", "after b"]);
    expect(view.steps["b"]?.outputs).toEqual({ changed: true });
  });
});

/** Lets simulated time pass until the promise has settled. */
async function pump<T>(clock: ReturnType<typeof simulatedClock>, promise: Promise<T>): Promise<T> {
  const over = new AbortController();
  void promise.finally(() => over.abort());
  while (!over.signal.aborted) {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    if (!over.signal.aborted && clock.nextWake !== undefined) clock.advance(clock.nextWake);
  }
  return promise;
}
