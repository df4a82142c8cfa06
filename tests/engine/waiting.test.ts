import { describe, expect, test } from "vitest";
import { done, failed, house, step, stepType, workflow, type House } from "./house.ts";
import { simulatedClock } from "../sim/simulated-clock.ts";
import type { ModelWorkspace } from "../sim/model-workspace.ts";

const approval = stepType("approval", async (context) => {
  if (context.wake?.kind === "approved") return done({ by: context.wake.data["by"] ?? "" });
  if (context.wake?.kind === "rejected") return failed("policy", "approval.rejected");
  return {
    status: "parked",
    reason: context.wake?.kind === "stale" ? "asks again" : "waits for an approval",
    wake: { approval: { path: context.path, message: "go on?" } },
  };
});
const write = stepType(
  "write",
  async (context) => {
    (context.workspace as ModelWorkspace).write(context.path, "written");
    return done();
  },
  { writesWorkspace: true },
);
const asked = workflow([step("a", "write"), step("gate", "approval"), step("b", "write")]);

async function parked(given: House): Promise<string> {
  const view = await given.engine.run({ workflow: asked, inputs: {} });
  expect(view).toMatchObject({ status: "parked", parked: { reason: "waits for an approval" } });
  return view.run_id;
}

describe("an approval", () => {
  test("parks the run, and a grant lets it go on with who gave it", async () => {
    const given = house([approval, write]);
    const runId = await parked(given);
    await given.engine.approve(runId, { by: "ada", approved: true });
    const view = await (await given.engine.resume(runId, { by: "ada" })).result();
    expect(view.status).toBe("completed");
    expect(view.steps["gate"]?.outputs).toEqual({ by: "ada" });
    expect((await given.engine.journal(runId)).find(({ type }) => type === "approval.granted")?.data).toMatchObject({
      by: "ada",
      tree: view.steps["a"]?.tree,
    });
  });

  test("refused fails the step", async () => {
    const given = house([approval, write]);
    const runId = await parked(given);
    await given.engine.approve(runId, { by: "ada", approved: false, note: "not like this" });
    const view = await (await given.engine.resume(runId, { by: "ada" })).result();
    expect(view).toMatchObject({ status: "failed", error: { code: "approval.rejected" } });
  });

  test("is stale when the files changed since it was asked for, and is asked for again", async () => {
    const given = house([approval, write]);
    const runId = await parked(given);
    given.workspace.write("a", "changed behind its back");
    await expect(given.engine.approve(runId, { by: "ada", approved: true })).rejects.toMatchObject({
      code: "approval.stale",
    });
    const view = await (await given.engine.resume(runId, { by: "ada" })).result();
    expect(view).toMatchObject({ status: "parked", parked: { reason: "asks again" } });
  });

  test("that nobody asked for is refused", async () => {
    const { engine } = house([write]);
    const view = await engine.run({ workflow: workflow([step("a", "write")]), inputs: {} });
    await expect(engine.approve(view.run_id, { by: "ada", approved: true })).rejects.toMatchObject({
      code: "approval.none",
    });
  });

  test("given twice is refused the second time", async () => {
    const given = house([approval, write]);
    const runId = await parked(given);
    await given.engine.approve(runId, { by: "ada", approved: true });
    await expect(given.engine.approve(runId, { by: "bob", approved: true })).rejects.toMatchObject({
      code: "approval.none",
    });
  });
});

describe("waiting for an event or a time", () => {
  const event = stepType("event", async (context) =>
    context.wake?.kind === "event"
      ? done(context.wake.data)
      : {
          status: "parked",
          reason: "waits for a deployment",
          wake: { event: { path: context.path, name: "deployed", match: { to: "production" } } },
        },
  );
  const delay = stepType("delay", async (context) =>
    context.wake?.kind === "time"
      ? done()
      : { status: "parked", reason: "waits", wake: { at: new Date(context.clock.now() + 3_600_000).toISOString() } },
  );

  test("an event goes to the run only when it matches", async () => {
    const { engine } = house([event]);
    const view = await engine.run({ workflow: workflow([step("a", "event")]), inputs: {} });
    expect(await engine.signal(view.run_id, { name: "deployed", payload: { to: "staging" } })).toBe(false);
    expect(await engine.signal(view.run_id, { name: "deployed", payload: { to: "production", by: "ci" } })).toBe(true);
    const end = await (await engine.resume(view.run_id, { by: "ci" })).result();
    expect(end.steps["a"]?.outputs).toEqual({ name: "deployed", payload: { to: "production", by: "ci" } });
  });

  test("a long delay gives the process back, and the run is due when its time has come", async () => {
    const clock = simulatedClock(1);
    const { engine } = house([delay], { ports: { clock } });
    const view = await engine.run({ workflow: workflow([step("a", "delay")]), inputs: {} });
    expect(view.status).toBe("parked");
    expect(await engine.due()).toEqual([]);
    const early = await (await engine.resume(view.run_id, { by: "cron" })).result();
    expect(early.status).toBe("parked");
    clock.advance(3_600_001);
    expect((await engine.due()).map(({ runId }) => runId)).toEqual([view.run_id]);
    expect((await (await engine.resume(view.run_id, { by: "cron" })).result()).status).toBe("completed");
  });
});

describe("a wake-up", () => {
  test("that comes after the run has failed or was cancelled leaves it as it is", async () => {
    let tries = 0;
    const fails = stepType("fails", async () => {
      tries++;
      return failed();
    });
    const { engine } = house([fails]);
    const { run_id: runId } = await engine.run({ workflow: workflow([step("a", "fails")]), inputs: {} });
    const before = await engine.journal(runId);
    const view = await (await engine.resume(runId, { by: "a timer", onlyWake: true })).result();
    expect(view.status).toBe("failed");
    expect(tries).toBe(1);
    expect(await engine.journal(runId)).toEqual(before);
  });
});
