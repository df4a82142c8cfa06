import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/language/plan/plan.ts";
import { planWorkflow } from "../../../src/language/plan/plan.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

async function planOf(text: string): Promise<Plan> {
  const { plan, findings } = await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  if (plan === undefined) throw new Error("a valid workflow has a plan");
  return plan;
}

const shell = (id: string, more = ""): string => `  - {id: ${id}, type: shell, command: "true"${more}}\n`;
const check = (id: string, condition: string): string =>
  `  - {id: ${id}, type: assert, condition: "${condition}", message: m}\n`;

describe("the order of steps", () => {
  test("is the order of the list", async () => {
    const plan = await planOf(`name: a\nsteps:\n${shell("one")}${shell("two")}${check("three", "one.exit_code == 0")}`);
    expect(plan.root.steps.map(({ after }) => after)).toEqual([[], ["one"], ["one", "two"]]);
    expect(plan.root.steps.map(({ needs }) => needs)).toEqual([[], [], ["one"]]);
    expect(plan.layers).toEqual([["one"], ["two"], ["three"]]);
  });

  test("follows needs and references as soon as one step names its needs", async () => {
    const plan = await planOf(
      `name: a\nsteps:\n${shell("one")}${shell("two")}${shell("three", ", needs: [one, two]")}${check("four", "steps.two.exit_code == 0")}`,
    );
    expect(plan.layers).toEqual([
      ["one", "two"],
      ["three", "four"],
    ]);
    expect(plan.root.maxParallel).toBeGreaterThan(1);
  });

  test("waits for what a step inside refers to", async () => {
    const plan = await planOf(
      `name: a\nparallel_execution: true\nsteps:\n${shell("one")}  - id: each\n    type: foreach\n    items: [1]\n    steps:\n    ${check("inner", "one.exit_code == 0").trim()}\n`,
    );
    expect(plan.layers).toEqual([["one"], ["each"]]);
  });

  test("does not take a name inside a body for a step outside of it", async () => {
    const plan = await planOf(
      `name: a\nparallel_execution: true\nsteps:\n${shell("one")}  - id: each\n    type: foreach\n    items: [1]\n    steps:\n    ${shell("one").trim()}\n    ${check("inner", "one.exit_code == 0").trim()}\n`,
    );
    expect(plan.layers).toEqual([["one", "each"]]);
  });

  test("leaves a step that only takes over out of the way", async () => {
    const plan = await planOf(
      `name: a\nsteps:\n${shell("one", ", on_error: rescue")}${shell("rescue")}${shell("two")}`,
    );
    expect(plan.root.steps.map(({ fallbackOnly }) => fallbackOnly)).toEqual([false, true, false]);
  });

  test("puts a step that takes over behind those it takes over from, wherever it is written", async () => {
    const plan = await planOf(
      `name: a\nsteps:\n  - {id: rescue, type: shell, command: "echo {{ one.exit_code }}"}\n${shell("one", ", on_error: rescue")}${shell("two")}${shell("three", ", on_error: rescue")}${shell("four")}`,
    );
    expect(plan.layers).toEqual([["one"], ["two"], ["three"], ["rescue"], ["four"]]);
    expect(plan.root.steps[0]?.fallbackOnly).toBe(true);
  });

  test("refuses steps that take over from each other", async () => {
    const text = `name: a\nsteps:\n${shell("one", ", on_error: two")}${shell("two", ", on_error: one")}`;
    const { findings } = await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps });
    expect(findings.map(({ rule }) => rule)).toContain("plan.cycle");
  });

  test.each(["fail", "continue", "skip_rest"])("takes a step called %s for no step that takes over", async (id) => {
    const plan = await planOf(`name: a\nsteps:\n${shell("first", ", on_error: continue")}${shell(id)}${shell("last")}`);
    expect(plan.layers).toEqual([["first"], [id], ["last"]]);
  });

  test("is the same however often it is made", async () => {
    const plan = await planOf(
      `name: a\nparallel_execution: true\nsteps:\n${shell("one")}${shell("two")}${shell("three", ", needs: [one]")}`,
    );
    expect(planWorkflow(plan.workflow, builtInSteps)).toEqual(plan);
    expect(planWorkflow(JSON.parse(JSON.stringify(plan.workflow)) as Plan["workflow"], builtInSteps)).toEqual(plan);
  });
});

test("steps with outside effects are never cacheable, agents are unless they say no, scripts when they say so", async () => {
  const plan = await planOf(
    `name: a\npermissions: {contents: write, pull_requests: write}\nsteps:\n${shell("plain")}${shell("kept", ", cache: true")}  - {id: fix, type: claude, prompt: Go.}\n  - {id: fresh, type: claude, prompt: Go., cache: false}\n  - {id: open, type: pull_request, title: T}\n`,
  );
  expect(plan.root.steps.filter(({ cacheable }) => cacheable).map(({ step }) => step.id)).toEqual(["kept", "fix"]);
});
