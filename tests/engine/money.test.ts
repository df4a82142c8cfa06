import { describe, expect, test } from "vitest";
import { NO_COST } from "../../src/engine/state.ts";
import { done, house, step, stepType, workflow } from "./house.ts";

/** Asks for its `usd` in the given number of turns, and pays all it set aside. */
const agent = stepType("agent", async (context) => {
  const usd = Number(context.config["usd"] ?? 1);
  const turns = Number(context.config["turns"] ?? 1);
  for (let turn = context.checkpoints.length; turn < turns; turn++) {
    const reservation = await context.reserve({ usd, tokens: 100 });
    await Promise.all([
      context.checkpoint("turn", { turn }),
      reservation.settle({ ...NO_COST, usd, input_tokens: 80, output_tokens: 20 }, "m"),
    ]);
  }
  return done({ turns });
});
const child = stepType("child", async (context) => {
  const end = await context.runChild({ reference: "child", inputs: {} });
  return end.status === "completed"
    ? done(end.outputs)
    : { status: "parked", reason: "its child waits", wake: { event: { path: context.path, name: "run.ended" } } };
});

describe("a budget", () => {
  test("is never exceeded: the turn that might is not taken, and the run parks with the reason", async () => {
    const { engine } = house([agent]);
    const view = await engine.run({
      workflow: workflow([step("a", "agent", { config: { turns: 5 } })], { budget: { usd: 2.5 } }),
      inputs: {},
    });
    expect(view).toMatchObject({ status: "parked", cost: { usd: 2, input_tokens: 160 } });
    expect(view.parked?.wake.budget).toEqual({ path: "a", dimension: "usd", limit: 2.5, needed: 1, scope: "run" });
  });

  test("that is raised lets the run go on where it stopped, paying for no turn again", async () => {
    const { engine } = house([agent]);
    const view = await engine.run({
      workflow: workflow([step("a", "agent", { config: { turns: 4 } })], { budget: { usd: 2.5 } }),
      inputs: {},
    });
    const end = await (await engine.resume(view.run_id, { by: "me", addBudget: { usd: 2 } })).result();
    expect(end).toMatchObject({ status: "completed", cost: { usd: 4 } });
  });

  test("of a step, and in turns, holds as well", async () => {
    const { engine } = house([agent]);
    const view = await engine.run({
      workflow: workflow([step("a", "agent", { config: { turns: 3 }, budget: { turns: 2 } })]),
      inputs: {},
    });
    expect(view.parked?.wake.budget).toMatchObject({ dimension: "turns", limit: 2, scope: "step a" });
  });

  test("in dollars refuses a model whose price is unknown", async () => {
    const unknown = stepType("unknown", async (context) => {
      await context.reserve({ usd: 0, tokens: 1, unpriced: "some-model" });
      return done();
    });
    const { engine } = house([unknown]);
    const priced = await engine.run({ workflow: workflow([step("a", "unknown")], { budget: { usd: 1 } }), inputs: {} });
    expect(priced).toMatchObject({ status: "failed", error: { code: "model.unpriced" } });
    const free = await engine.run({ workflow: workflow([step("a", "unknown")]), inputs: {} });
    expect(free.status).toBe("completed");
  });

  test("spans sub-workflows: what a child spends is the parent's money, and the child goes on after a raise", async () => {
    const workflows = { child: workflow([step("x", "agent", { config: { turns: 3 } })]) };
    const { engine } = house([agent, child], { workflows });
    const view = await engine.run({
      workflow: workflow([step("a", "child")], { budget: { usd: 2 } }),
      inputs: {},
    });
    expect(view).toMatchObject({ status: "parked", cost: { usd: 2 } });
    const end = await (await engine.resume(view.run_id, { by: "me", addBudget: { usd: 5 } })).result();
    expect(end).toMatchObject({ status: "completed", cost: { usd: 3 } });
    expect(await engine.list({ parentRunId: view.run_id })).toHaveLength(1);
  });

  test("of a fork counts what the original spent, and shows only its own", async () => {
    const { engine } = house([agent]);
    const definition = workflow([step("a", "agent", { config: { turns: 2 } }), step("b", "agent")], {
      budget: { usd: 3.5 },
    });
    const view = await engine.run({ workflow: definition, inputs: {} });
    expect(view).toMatchObject({ status: "completed", cost: { usd: 3 } });
    const fork = await (await engine.fork(view.run_id, { from: "b", by: "me" })).result();
    expect(fork).toMatchObject({ status: "parked", cost: { usd: 0 } });
    const end = await (await engine.resume(fork.run_id, { by: "me", addBudget: { usd: 1 } })).result();
    expect(end).toMatchObject({ status: "completed", cost: { usd: 1 } });
  });

  test("of a month is shared by all runs, by actor too", async () => {
    const { engine } = house([agent], {
      options: { monthlyBudgets: { all: { usd: 5 }, perActor: { usd: 1 } } },
    });
    const run = (actor: string) =>
      engine.run({ workflow: workflow([step("a", "agent", { config: { turns: 1 } })]), inputs: {}, actor });
    expect((await run("ada")).status).toBe("completed");
    expect((await run("ada")).parked?.wake.budget).toMatchObject({ scope: "actor ada this month", limit: 1 });
    const others = await Promise.all(["b", "c", "d", "e", "f"].map(run));
    expect(others.map(({ status }) => status).toSorted()).toEqual([
      "completed",
      "completed",
      "completed",
      "completed",
      "parked",
    ]);
  });
});
