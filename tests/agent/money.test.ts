import { describe, expect, test } from "vitest";
import { costOf, priceOf } from "../../src/agent/prices.ts";
import { answers, type AnswerUsage, inOrder } from "../peers/messages-api.ts";
import { agentStage, step, verify, workflow } from "./stage.ts";

/** Every count said, so that the script adds none of its own. */
const usageOf = (input: number, output: number, cacheWrite = 0): AnswerUsage => ({
  input_tokens: input,
  output_tokens: output,
  cache_read_input_tokens: 0,
  cache_creation_input_tokens: cacheWrite,
});
const look = answers.tools("Look.", [["read", { path: "sum.js" }]], usageOf(1_000, 100));
const dear = answers.tools("Look.", [["read", { path: "sum.js" }]], usageOf(2_000, 500));

test("a budget of one cent is refused before the first request when the worst case doesn't fit, and can be raised", async () => {
  await using stage = await agentStage(inOrder([look, answers.text("ok")]));
  const { view, data } = await stage.agent(
    { prompt: "x".repeat(20_000), model: "claude-opus-5-5" },
    { budget: { usd: 0.01 } },
  );
  expect(stage.api.requests).toHaveLength(0);
  expect(view.status).toBe("parked");
  expect(view.parked?.wake.budget).toMatchObject({ dimension: "usd", limit: 0.01 });
  expect(data("budget.reserved")).toEqual([]);
  const resumed = await stage.engine.resume(view.run_id, { by: "ann", addBudget: { usd: 2 } });
  expect((await resumed.result()).status).toBe("completed");
  expect(stage.api.requests).toHaveLength(2);
});

test("a budget spent in the middle of a conversation parks it, and a raised one goes on with the next turn", async () => {
  await using stage = await agentStage(inOrder([dear, dear, dear, answers.text("ok")]));
  const { view, data } = await stage.agent({ prompt: "Look.", max_tokens: 1_024 }, { budget: { usd: 0.03 } });
  expect(view.status).toBe("parked");
  const sent = stage.api.requests.length;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(4);
  expect(data("budget.settled").reduce((sum, { cost }) => sum + cost.usd, 0)).toBeLessThanOrEqual(0.03);
  const after = await (await stage.engine.resume(view.run_id, { by: "ann", addBudget: { usd: 1 } })).result();
  expect(after.status).toBe("completed");
  expect(stage.api.requests).toHaveLength(4);
});

test("whatever the provider counts, no budget is ever overspent", async () => {
  for (const usd of [0.02, 0.05, 0.11]) {
    let spent = 0;
    // As dear as an answer may be: every byte a token, every token written to the cache, the answer as long as allowed.
    await using stage = await agentStage((request) => {
      const prompt = JSON.stringify(request).length / 2;
      const usage = usageOf(0, request.max_tokens, Math.floor(prompt));
      spent += costOf("claude-sonnet-5-5", {
        input: 0,
        cacheWrite: Math.floor(prompt),
        cacheRead: 0,
        output: request.max_tokens,
      }).usd;
      return answers.tools("More.", [["read", { path: "sum.js" }]], usage);
    });
    const { view } = await stage.agent({ prompt: "Go on for ever.", max_tokens: 800 }, { budget: { usd } });
    expect(view.status).toBe("parked");
    expect(spent).toBeLessThanOrEqual(usd);
    expect(view.cost.usd).toBeCloseTo(spent, 9);
  }
});

test("a model without a price is refused under a budget in dollars, before the first request", async () => {
  await using stage = await agentStage(inOrder([answers.text("ok")]));
  const onStep = await stage.agent({ prompt: "Go.", model: "claude-unheard-of" }, { budget: { usd: 5 } });
  expect(onStep.step.error).toMatchObject({
    code: "model.unpriced",
    message: expect.stringContaining("claude-unheard-of"),
  });
  const onRun = await stage.agent(
    { prompt: "Go.", model: "claude-unheard-of" },
    {},
    { workflow: { budget: { usd: 5 } } },
  );
  expect(onRun.step.error).toMatchObject({ code: "model.unpriced" });
  expect(stage.api.requests).toHaveLength(0);
  expect(
    (await stage.agent({ prompt: "Go.", model: "claude-unheard-of" }, { budget: { tokens: 1_000_000 } })).view.status,
  ).toBe("completed");
});

test("a month's budget sends what fits what other runs left of it, and refuses what is a tenth of a cent too dear", async () => {
  const usd = 0.06;
  await using stage = await agentStage(inOrder([dear, answers.text("ok", usageOf(1_000, 10)), answers.text("ok")]), {
    options: { monthlyBudgets: { all: { usd } } },
  });
  const first = await stage.agent({ prompt: "x", max_tokens: 1_024 });
  expect(first.view.status).toBe("completed");
  expect(first.view.cost.usd).toBeCloseTo((2_000 * 2 + 500 * 10 + 1_000 * 2 + 10 * 10) / 1e6, 9);
  // Every further letter of the prompt may be a token written to the cache.
  const worst = first.data("budget.reserved")[0]?.usd ?? 0;
  const letters = Math.floor((usd - first.view.cost.usd - worst) / 2.5e-6);
  const over = await stage.agent({ prompt: "x".repeat(letters + 400), max_tokens: 1_024 });
  expect(over.view).toMatchObject({ status: "parked", cost: { usd: 0 } });
  expect(over.view.parked?.wake.budget).toMatchObject({ scope: "the month", dimension: "usd", limit: usd });
  expect(stage.api.requests).toHaveLength(2);
  const under = await stage.agent({ prompt: "x".repeat(letters - 400), max_tokens: 1_024 });
  expect(under.view.status).toBe("completed");
  expect(stage.api.requests).toHaveLength(3);
});

test("turns are a budget too", async () => {
  await using stage = await agentStage(() => look);
  const { view } = await stage.agent({ prompt: "Go." }, { budget: { turns: 3 } });
  expect(view.status).toBe("parked");
  expect(stage.api.requests).toHaveLength(3);
});

test("an answer that broke off is paid for as far as it was counted; a refused request isn't", async () => {
  await using stage = await agentStage(inOrder([answers.overloaded(), answers.text("ok", usageOf(1_000, 10))]));
  const { view } = await stage.agent({ prompt: "Go." });
  expect(view.cost).toMatchObject({ input_tokens: 1_000, output_tokens: 10 });
  expect(view.cost.usd).toBeCloseTo((1_000 * 2 + 10 * 10) / 1e6, 9);
});

test("the steps of a verification share the run's budget, and the cost is the sum of its turns", async () => {
  await using stage = await agentStage(
    inOrder([
      answers.tools("Fix.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a + b" }]], usageOf(100, 10, 50)),
      answers.text("ok", usageOf(200, 20)),
    ]),
  );
  const run = await stage.finish(
    await stage.start(
      workflow([step("fix", "claude", { config: { prompt: "Go." }, bodies: verify })], { budget: { usd: 1 } }),
    ),
  );
  // What was written to the prompt cache was sent too; the evidence keeps the two apart.
  expect(run.view.cost).toMatchObject({ input_tokens: 350, output_tokens: 30 });
  expect(run.step.cost).toEqual(run.view.cost);
  expect(run.step.evidence["cost"]).toMatchObject({ input_tokens: 300, cache_write_tokens: 50, output_tokens: 30 });
});

describe("the price list", () => {
  test("knows a dated name by its family, and not what it doesn't know", () => {
    expect(priceOf("claude-haiku-4-5-20251001")).toBe(priceOf("claude-haiku-4-5"));
    expect(priceOf("claude-4")).toBeUndefined();
    expect(priceOf("")).toBeUndefined();
  });

  test("says where and when each price was read", () => {
    expect(priceOf("claude-opus-5-5")).toMatchObject({
      input: 4,
      output: 20,
      cacheRead: 0.2,
      cacheWrite: 5,
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      source: expect.stringMatching(/^https:/),
    });
  });

  test("prices reads and writes of the cache, and long prompts where they cost more", () => {
    expect(costOf("claude-opus-5-5", { input: 1e6, output: 1e6, cacheRead: 1e6, cacheWrite: 1e6 }).usd).toBeCloseTo(
      4 + 20 + 0.2 + 5,
      9,
    );
    expect(
      costOf("claude-opus-5-5", { input: 0, output: 0, cacheRead: 0, cacheWrite: 3e6, cacheWriteLong: 1e6 }).usd,
    ).toBeCloseTo(2 * 5 + 8, 9);
    expect(costOf("claude-haiku-5-5", { input: 100_000, output: 0, cacheRead: 0, cacheWrite: 0 }).usd).toBeCloseTo(
      0.01,
      9,
    );
    expect(costOf("claude-haiku-5-5", { input: 100_001, output: 0, cacheRead: 0, cacheWrite: 0 }).usd).toBeCloseTo(
      0.0500005,
      9,
    );
  });
});
