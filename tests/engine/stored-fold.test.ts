import { expect, test } from "vitest";
import { canonicalJson } from "../../src/kernel/json.ts";
import { readFold, storeFold } from "../../src/engine/stored-fold.ts";
import { foldRun, loadRun } from "../../src/engine/load.ts";
import { viewRun } from "../../src/engine/view-of.ts";
import { GOLDENS } from "../crash/goldens.ts";
import { createLedger } from "../sim/ledger.ts";
import { simulatedSteps } from "../sim/steps.ts";
import { done, failed, house, step, stepType, workflow } from "./house.ts";

/** Steps enough for a run whose fold is stored. */
const LONG = 1_100;

test.each(Object.entries(GOLDENS))(
  "the state of %s is the same after it was stored and read",
  async (_name, golden) => {
    const types = simulatedSteps(
      createLedger(Number.POSITIVE_INFINITY),
      async () => {},
      () => false,
    );
    const { engine, ports } = house(types);
    const view = await engine.run({ workflow: golden, inputs: {} });
    const state = await foldRun(ports.store, view.run_id, ports.steps);
    const again = readFold(state.plan, storeFold(state));
    expect(again).toEqual(state);
  },
);

test("a long run is opened from its stored fold and goes on as from its journal", async () => {
  let isBroken = true;
  const work = stepType("work", async (context) => (isBroken && context.path === "last" ? failed() : done()));
  const { engine, ports } = house([work]);
  const steps = [...Array.from({ length: LONG }, (_, index) => step(`s${index}`, "work")), step("last", "work")];
  const view = await engine.run({ workflow: workflow(steps), inputs: {} });
  expect((await ports.store.checkpoint(view.run_id))?.seq).toBeGreaterThan(LONG);
  const quick = await loadRun(ports.store, view.run_id, ports.steps);
  const full = await foldRun(ports.store, view.run_id, ports.steps);
  expect(canonicalJson(viewRun(quick))).toBe(canonicalJson(viewRun(full)));
  isBroken = false;
  const end = await (await engine.resume(view.run_id, { by: "me" })).result();
  expect(end.status).toBe("completed");
  expect(await engine.verify(view.run_id)).toMatchObject({ ok: true });
});

test("a stored fold that somebody changed is found by verify", async () => {
  const { engine, ports } = house([stepType("work", async () => done({ n: 1 }))]);
  const steps = Array.from({ length: LONG }, (_, index) => step(`s${index}`, "work"));
  const { run_id: runId } = await engine.run({ workflow: workflow(steps), inputs: {} });
  const stored = await ports.store.checkpoint(runId);
  const text = new TextDecoder().decode(stored?.state).replace('"n":1', '"n":2');
  await ports.store.saveCheckpoint(runId, stored?.seq ?? 0, new TextEncoder().encode(text));
  expect(await engine.verify(runId)).toMatchObject({
    ok: false,
    reason: "the stored fold of the run says something else than its journal",
  });
});

test("a stored fold of another version or of another journal is passed over", async () => {
  const { engine, ports } = house([stepType("work", async () => done())]);
  const view = await engine.run({ workflow: workflow([step("a", "work")]), inputs: {} });
  for (const text of ["not JSON", '{"version":999}', "{}"]) {
    await ports.store.saveCheckpoint(view.run_id, 3, new TextEncoder().encode(text));
    expect(await engine.show(view.run_id)).toEqual(view);
  }
});
