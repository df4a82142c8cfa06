import { describe, expect, test } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import { done, failed, house, step, stepType, workflow, type House } from "./house.ts";

function undoable(given: { stuck?: boolean } = {}): House & { readonly undone: string[]; given: { stuck?: boolean } } {
  const undone: string[] = [];
  const here = house([
    stepType("pass", async () => done()),
    stepType("fail", async () => failed()),
    stepType("undo", async ({ path }) => {
      if (given.stuck === true && path.startsWith("b/")) return failed();
      undone.push(path);
      return done();
    }),
    stepType("wait", async () => ({ status: "parked", reason: "waits", wake: {} })),
  ]);
  return { ...here, undone, given };
}

const compensate = step("undo", "undo");
const steps = [step("a", "pass", { compensate }), step("b", "pass", { compensate }), step("c", "fail")];
const manual = workflow(steps, { rollback: "manual" });

async function rolledBack({ engine }: House, runId: string): Promise<RunView> {
  return (await engine.rollback(runId, { by: "ada", reason: "it was a bad idea" })).result();
}

describe("a rollback on demand", () => {
  test("undoes what was done, last first, journals it, and the run ends as it had", async () => {
    const here = undoable();
    const { run_id: runId, status, error } = await here.engine.run({ workflow: manual, inputs: {} });
    expect(status).toBe("failed");
    expect(here.undone).toEqual([]);
    const view = await rolledBack(here, runId);
    expect(here.undone).toEqual(["b/compensate", "a/compensate"]);
    expect(view).toMatchObject({
      status: "failed",
      error,
      compensation: { status: "completed", undone: ["b", "a"], failed: [] },
      steps: { a: { status: "compensated" }, b: { status: "compensated" }, c: { status: "failed" } },
    });
    const events = await here.engine.journal(runId);
    expect(events.find(({ type }) => type === "run.resumed")?.data).toMatchObject({
      by: "ada",
      reason: "it was a bad idea",
      rollback: true,
    });
    expect(events.slice(-7).map(({ type }) => type)).toEqual([
      "compensation.started",
      "compensation.step",
      "compensation.step",
      "compensation.step",
      "compensation.step",
      "compensation.finished",
      "run.failed",
    ]);
    expect(await here.engine.replay(runId)).toMatchObject({ ok: true });
    expect(await here.engine.verify(runId)).toMatchObject({ ok: true });
  });

  test("says what could not be undone, and tries only that the next time", async () => {
    const here = undoable({ stuck: true });
    const { run_id: runId } = await here.engine.run({ workflow: manual, inputs: {} });
    expect(await rolledBack(here, runId)).toMatchObject({
      status: "failed",
      compensation: { status: "failed", undone: ["a"], failed: ["b"] },
    });
    here.given.stuck = false;
    expect(await rolledBack(here, runId)).toMatchObject({
      compensation: { status: "completed", undone: ["b"], failed: [] },
    });
    expect(here.undone).toEqual(["a/compensate", "b/compensate"]);
    await expect(here.engine.rollback(runId, { by: "ada" })).rejects.toMatchObject({ code: "rollback.nothing" });
  });

  test("of a cancelled run leaves it cancelled, and runs none of the steps it had left", async () => {
    const here = undoable();
    const waits = workflow([step("a", "pass", { compensate }), step("b", "wait"), step("c", "pass")]);
    const { run_id: runId } = await here.engine.run({ workflow: waits, inputs: {} });
    await here.engine.cancel(runId, { by: "ada", reason: "enough" });
    expect(await rolledBack(here, runId)).toMatchObject({
      status: "cancelled",
      error: { message: "Cancelled by ada: enough" },
      steps: { a: { status: "compensated" }, c: { status: "pending" } },
    });
  });

  test("lets a resume run again what was undone", async () => {
    const here = undoable();
    const { run_id: runId } = await here.engine.run({ workflow: manual, inputs: {} });
    await rolledBack(here, runId);
    const view = await (await here.engine.resume(runId, { by: "ada" })).result();
    expect(view.steps).toMatchObject({ a: { status: "completed", attempts: 2 }, b: { attempts: 2 } });
    expect(view.compensation).toBeUndefined();
  });

  test("is refused by name where there is nothing to undo or the run has not failed, and leaves the journal as it was", async () => {
    const here = undoable();
    const start = (rest: typeof steps): Promise<RunView> => here.engine.run({ workflow: workflow(rest), inputs: {} });
    const nothing = await start([step("a", "pass"), step("c", "fail")]);
    const completed = await start([step("a", "pass", { compensate })]);
    const parked = await start([step("a", "pass", { compensate }), step("b", "wait")]);
    for (const [{ run_id: runId }, code] of [
      [nothing, "rollback.nothing"],
      [completed, "rollback.not_failed"],
      [parked, "rollback.not_failed"],
    ] as const) {
      const before = await here.engine.journal(runId);
      await expect(here.engine.rollback(runId, { by: "ada" })).rejects.toMatchObject({ code, kind: "invalid" });
      expect(await here.engine.journal(runId)).toEqual(before);
    }
    await expect(here.engine.rollback("run_none", { by: "ada" })).rejects.toMatchObject({ code: "store.unknown_run" });
  });
});
