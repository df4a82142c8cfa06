import { describe, expect, test } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import type { Step, Workflow } from "../../src/language/model.ts";
import type { ModelWorkspace } from "../sim/model-workspace.ts";
import { done, failed, house, step, stepType, workflow, type House } from "./house.ts";

/** A step that fails until somebody mends it, one that always fails, one that works. */
function broken(given: { mended?: boolean } = {}): House & { readonly ran: string[]; given: { mended?: boolean } } {
  const ran: string[] = [];
  const note = (path: string): void => void ran.push(path);
  const types = [
    stepType("flaky", async ({ path }) => {
      note(path);
      return given.mended === true ? done() : failed("transient");
    }),
    stepType("fail", async ({ path }) => {
      note(path);
      return failed();
    }),
    stepType("pass", async ({ path }) => {
      note(path);
      return done();
    }),
  ];
  return { ...house(types), ran, given };
}

const retry = { ...step("", "").retry, attempts: 3, delayMs: 1 };
const retried = [step("a", "flaky", { retry }), step("b", "pass")];

const asks = (steps: readonly Step[], rest: Partial<Workflow> = {}): Workflow =>
  workflow(steps, { autonomy: "ask", ...rest });

async function answered({ engine }: House, view: RunView, approved: boolean): Promise<RunView> {
  await engine.approve(view.run_id, { by: "ada", approved });
  return (await engine.resume(view.run_id, { by: "ada" })).result();
}

async function decisions({ engine }: House, runId: string): Promise<readonly unknown[]> {
  return (await engine.journal(runId)).filter(({ type }) => type === "decision").map(({ data }) => data);
}

describe("autonomy ask", () => {
  test("parks with what the engine would do and why, and a grant lets it do that", async () => {
    const here = broken();
    const view = await here.engine.run({ workflow: asks(retried), inputs: {} });
    expect(view).toMatchObject({
      status: "parked",
      autonomy: "ask",
      parked: { wake: { approval: { path: "a", message: "attempt 1 of 3 failed (test.failed). Try it again?" } } },
      steps: { a: { status: "failed", error: { code: "test.failed" }, proposes: { does: "retry" } } },
    });
    here.given.mended = true;
    const end = await answered(here, view, true);
    expect(end).toMatchObject({ status: "completed", steps: { a: { status: "completed", attempts: 2 } } });
    expect(await decisions(here, view.run_id)).toMatchObject([
      { kind: "escalate", path: "a", data: { proposes: "retry" } },
      { kind: "retry", path: "a", reason: "ada granted it: attempt 1 of 3 failed (test.failed)" },
    ]);
    expect(await here.engine.replay(view.run_id)).toMatchObject({ ok: true });
  });

  test("rejected lets the failure stand, and a resume tries it again as after any failure", async () => {
    const here = broken();
    const view = await here.engine.run({ workflow: asks(retried), inputs: {} });
    const end = await answered(here, view, false);
    expect(end).toMatchObject({
      status: "failed",
      error: { code: "test.failed" },
      steps: { b: { status: "skipped" } },
    });
    expect((await decisions(here, view.run_id)).at(-1)).toMatchObject({ kind: "decline", path: "a" });
    here.given.mended = true;
    const again = await (await here.engine.resume(view.run_id, { by: "ada" })).result();
    expect(again.status).toBe("completed");
  });

  test.each([
    ["continue", "continue", ["a", "b"], "completed"],
    ["skip_rest", "skip_rest", ["a"], "completed"],
    ["rescue", "fallback", ["a", "rescue", "b"], "completed"],
  ] as const)("asks before on_error: %s", async (onError, does, ran, status) => {
    const here = broken();
    const rescue = onError === "rescue" ? [step("rescue", "pass")] : [];
    const steps = [step("a", "fail", { onError }), ...rescue, step("b", "pass")];
    const view = await here.engine.run({ workflow: asks(steps), inputs: {} });
    expect(view).toMatchObject({ status: "parked", steps: { a: { proposes: { does } } } });
    expect(here.ran).toEqual(["a"]);
    expect((await answered(here, view, true)).status).toBe(status);
    expect(here.ran).toEqual(ran);
  });

  test("asks nobody where the workflow provides nothing for the failure", async () => {
    const here = broken();
    const view = await here.engine.run({ workflow: asks([step("a", "fail")]), inputs: {} });
    expect(view.status).toBe("failed");
  });

  test("tries again with what was mended by hand meanwhile", async () => {
    const reads = stepType(
      "reads",
      async ({ workspace }) => ((workspace as ModelWorkspace).files["mended"] === "yes" ? done() : failed("transient")),
      { writesWorkspace: true },
    );
    const here = house([reads]);
    const view = await here.engine.run({ workflow: asks([step("a", "reads", { retry })]), inputs: {} });
    here.workspace.write("mended", "yes");
    expect((await answered(here, view, true)).status).toBe("completed");
  });

  test("is asked before a step's own code does another thing than it was asked to", async () => {
    let turns = 0;
    const agent = stepType("agent", async (context) => {
      await context.decided("substitute", "another model takes the step");
      turns++;
      return done();
    });
    const here = house([agent]);
    const view = await here.engine.run({ workflow: asks([step("a", "agent")]), inputs: {} });
    expect(view).toMatchObject({ status: "parked", steps: { a: { proposes: { does: "substitute" } } } });
    expect(turns).toBe(0);
    expect(await answered(here, view, true)).toMatchObject({ status: "completed", steps: { a: { attempts: 1 } } });
    const other = await here.engine.run({ workflow: asks([step("a", "agent")]), inputs: {} });
    expect(await answered(here, other, false)).toMatchObject({
      status: "failed",
      error: { code: "autonomy.rejected" },
    });
    expect(turns).toBe(1);
  });

  test("resumed with another autonomy answers what was asked", async () => {
    const here = broken();
    const workflowAsks = asks([step("a", "fail", { onError: "continue" }), step("b", "pass")]);
    for (const [autonomy, status] of [
      ["full", "completed"],
      ["off", "failed"],
    ] as const) {
      const view = await here.engine.run({ workflow: workflowAsks, inputs: {} });
      const end = await (await here.engine.resume(view.run_id, { by: "ada", autonomy })).result();
      expect(end.status).toBe(status);
    }
  });

  test("resumed from the step that was asked about begins it afresh", async () => {
    const here = broken();
    const view = await here.engine.run({ workflow: asks(retried), inputs: {} });
    here.given.mended = true;
    const end = await (await here.engine.resume(view.run_id, { by: "ada", from: "a" })).result();
    expect(end).toMatchObject({
      status: "completed",
      steps: { a: { status: "completed" }, b: { status: "completed" } },
    });
    expect(here.ran).toEqual(["a", "a", "b"]);
    expect(await here.engine.replay(view.run_id)).toMatchObject({ ok: true });
  });

  test("of a parent holds for what it starts, however free that calls itself", async () => {
    const child = workflow([step("inner", "fail", { onError: "continue" })], { name: "child", autonomy: "full" });
    const starts = stepType("starts", async (context) => {
      const end = await context.runChild({ reference: "child", inputs: {} });
      return end.status === "parked"
        ? { status: "parked", reason: "its child waits", wake: { event: { path: context.path, name: "run.ended" } } }
        : done({ child: end.runId });
    });
    const fails = stepType("fail", async () => failed());
    const here = house([starts, fails], { workflows: { child } });
    const view = await here.engine.run({ workflow: asks([step("a", "starts")]), inputs: {} });
    expect(view.status).toBe("parked");
    const [inner] = await here.engine.list({ parentRunId: view.run_id });
    expect(await here.engine.show(inner?.runId ?? "")).toMatchObject({ status: "parked", autonomy: "ask" });
    await here.engine.approve(inner?.runId ?? "", { by: "ada", approved: true });
    const end = await (await here.engine.resume(view.run_id, { by: "ada" })).result();
    expect(end.status).toBe("completed");
  });
});

describe("autonomy off", () => {
  test("lets the failure stand and says what was not done", async () => {
    const here = broken();
    const view = await here.engine.run({ workflow: workflow(retried, { autonomy: "off" }), inputs: {} });
    expect(view).toMatchObject({ status: "failed", autonomy: "off", steps: { a: { attempts: 1 } } });
    expect(await decisions(here, view.run_id)).toEqual([
      {
        kind: "decline",
        path: "a",
        reason: 'autonomy is "off": attempt 1 of 3 failed (test.failed); the failure stands',
      },
    ]);
  });

  test("refuses what a step's own code would do instead", async () => {
    const agent = stepType("agent", async (context) => {
      await context.decided("fallback", "the other model takes over");
      return done();
    });
    const view = await house([agent]).engine.run({
      workflow: workflow([step("a", "agent")], { autonomy: "off" }),
      inputs: {},
    });
    expect(view).toMatchObject({ status: "failed", error: { code: "autonomy.off" } });
  });
});

test("the caller's autonomy stands before the workflow's", async () => {
  const here = broken();
  const view = await here.engine.run({ workflow: asks(retried), inputs: {}, autonomy: "off" });
  expect(view).toMatchObject({ status: "failed", autonomy: "off" });
  const free = await here.engine.run({ workflow: asks(retried), inputs: {}, autonomy: "full" });
  expect(free).toMatchObject({ status: "failed", steps: { a: { attempts: 3 } } });
});

test("a run that is being cancelled asks nobody", async () => {
  let stop: () => Promise<unknown> = async () => undefined;
  const cancels = stepType("cancels", async () => {
    void stop();
    return failed("transient");
  });
  const tidy = stepType("tidy", async () => failed());
  const here = house([cancels, tidy]);
  const steps = [step("a", "cancels"), step("b", "tidy", { when: "always()", onError: "continue" })];
  const handle = await here.engine.start({ workflow: asks(steps), inputs: {} });
  stop = () => handle.cancel("enough", "ada");
  expect((await handle.result()).status).toBe("cancelled");
});
