import { describe, expect, test } from "vitest";
import { done, failed, house, step, stepType, workflow } from "./house.ts";
import type { StepImplementation } from "../../src/engine/step.ts";

const pass = stepType("pass", async (context) => done({ path: context.path, attempt: context.attempt }));
const boom = stepType("boom", async () => failed());

describe("a run in list order", () => {
  test("runs each step after the one before and keeps what they gave", async () => {
    const order: string[] = [];
    const note = stepType("note", async (context) => {
      order.push(context.path);
      return done({ n: order.length });
    });
    const { engine } = house([note]);
    const view = await engine.run({
      workflow: workflow([step("a", "note"), step("b", "note"), step("c", "note")]),
      inputs: {},
    });
    expect(view.status).toBe("completed");
    expect(order).toEqual(["a", "b", "c"]);
    expect(view.steps["c"]?.outputs).toEqual({ n: 3 });
  });

  test("ends one step and starts the next in one commit", async () => {
    const { engine, ports } = house([pass]);
    const appends: string[][] = [];
    const append = ports.store.append.bind(ports.store);
    ports.store.append = (given) => {
      appends.push(given.records.map(({ body }) => (JSON.parse(body) as { type: string }).type));
      return append(given);
    };
    await engine.run({ workflow: workflow([step("a", "pass"), step("b", "pass")]), inputs: {} });
    expect(appends).toEqual([
      ["run.created", "run.started"],
      ["step.started"],
      ["step.completed", "step.started"],
      ["step.completed", "run.completed"],
    ]);
  });

  test("skips what comes after a failure, says why, and fails", async () => {
    const { engine } = house([pass, boom]);
    const view = await engine.run({
      workflow: workflow([step("a", "boom"), step("b", "pass"), step("c", "pass", { when: "always()" })]),
      inputs: {},
    });
    expect(view.status).toBe("failed");
    expect(view.error?.code).toBe("test.failed");
    expect(view.steps["b"]).toMatchObject({ status: "skipped", skip_reason: "an earlier step failed: a" });
    expect(view.steps["c"]?.status).toBe("completed");
  });

  test("goes on after a failure that on_error tolerates", async () => {
    const { engine } = house([pass, boom]);
    const view = await engine.run({
      workflow: workflow([step("a", "boom", { onError: "continue" }), step("b", "pass")]),
      inputs: {},
    });
    expect(view.status).toBe("completed");
    expect(view.steps["a"]?.status).toBe("failed");
    expect(view.steps["b"]?.status).toBe("completed");
  });

  test("tries a transient failure again and journals the decision", async () => {
    const flaky = stepType("flaky", async (context) => (context.attempt < 3 ? failed("transient") : done()));
    const { engine } = house([flaky]);
    const retry = { ...step("a", "flaky").retry, attempts: 3, delayMs: 1 };
    const view = await engine.run({ workflow: workflow([step("a", "flaky", { retry })]), inputs: {} });
    expect(view.steps["a"]).toMatchObject({ status: "completed", attempts: 3 });
    const journal = await engine.journal(view.run_id);
    expect(journal.filter(({ type }) => type === "retry.scheduled")).toHaveLength(2);
    expect(journal.filter(({ type }) => type === "decision")).toHaveLength(2);
  });
});

describe("steps that hold steps", () => {
  const each: StepImplementation = stepType(
    "each",
    async () => ({
      status: "expanded",
      maxParallel: 2,
      frames: [0, 1, 2].map((n) => ({ key: String(n), body: "steps", names: { item: n } })),
    }),
    {
      bodies: { steps: { shape: "list", required: true, description: "" } },
      join: async (_context, frames) =>
        frames.every((frame) => frame.status === "completed")
          ? done({ items: frames.map((frame) => frame.names["item"] ?? null) })
          : failed(),
    },
  );

  test("opens frames up to its limit and joins them", async () => {
    let most = 0;
    let now = 0;
    const slow = stepType("slow", async (context) => {
      most = Math.max(most, ++now);
      await context.clock.sleep(1);
      now--;
      return done({ item: context.scope.contexts["item"] ?? null });
    });
    const { engine } = house([each, slow]);
    const view = await engine.run({
      workflow: workflow([step("all", "each", { bodies: { steps: [step("one", "slow"), step("two", "slow")] } })]),
      inputs: {},
    });
    expect(view.status).toBe("completed");
    expect(view.steps["all"]?.outputs).toEqual({ items: [0, 1, 2] });
    expect(view.steps["all/2/two"]?.outputs).toEqual({ item: 2 });
    expect(most).toBe(2);
  });

  test("a resume runs only what failed inside, and what comes after", async () => {
    const ran: string[] = [];
    let broken = true;
    const work = stepType("work", async (context) => {
      ran.push(context.path);
      return broken && context.path === "all/1/one" ? failed() : done();
    });
    const { engine } = house([each, work]);
    const view = await engine.run({
      workflow: workflow([
        step("before", "work"),
        step("all", "each", { bodies: { steps: [step("one", "work"), step("two", "work")] } }),
        step("after", "work"),
      ]),
      inputs: {},
    });
    expect(view.status).toBe("failed");
    ran.length = 0;
    broken = false;
    const again = await (await engine.resume(view.run_id, { by: "test" })).result();
    expect(again.status).toBe("completed");
    expect(ran).toEqual(["all/1/one", "all/1/two", "after"]);
  });
});
