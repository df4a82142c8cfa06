import { describe, expect, test } from "vitest";
import { done, failed, house, step, stepType, workflow } from "./house.ts";
import type { StepImplementation } from "../../src/engine/step.ts";
import { simulatedClock } from "../sim/simulated-clock.ts";
import type { ModelWorkspace } from "../sim/model-workspace.ts";

/** Steps that note that they ran, write a file of their own, and fail as long as they are named in `broken`. */
function workers(): { readonly ran: string[]; readonly broken: Set<string>; readonly types: StepImplementation[] } {
  const ran: string[] = [];
  const broken = new Set<string>();
  const work = stepType(
    "work",
    async (context) => {
      ran.push(context.path);
      (context.workspace as ModelWorkspace).write(context.path, `by attempt ${context.attempt}`);
      return broken.has(context.path) ? failed() : done({ seen: context.scope.contexts["inputs"] ?? null });
    },
    { writesWorkspace: true },
  );
  return { ran, broken, types: [work] };
}

const three = workflow([step("a", "work"), step("b", "work"), step("c", "work")]);

describe("resume", () => {
  test("holds what was done, and begins the failed step from the files it had begun with", async () => {
    const { ran, broken, types } = workers();
    const { engine, workspace } = house(types);
    broken.add("b");
    const view = await engine.run({ workflow: three, inputs: {} });
    expect(view.status).toBe("failed");
    expect(workspace.files).toEqual({ a: "by attempt 1", b: "by attempt 1" });
    broken.clear();
    ran.length = 0;
    const again = await (await engine.resume(view.run_id, { by: "me" })).result();
    expect(again.status).toBe("completed");
    expect(ran).toEqual(["b", "c"]);
    expect(again.steps["b"]?.attempts).toBe(2);
    expect(workspace.files).toEqual({ a: "by attempt 1", b: "by attempt 2", c: "by attempt 1" });
  });

  test("from a step runs it and all that comes after it again", async () => {
    const { ran, types } = workers();
    const { engine } = house(types);
    const view = await engine.run({ workflow: three, inputs: {} });
    ran.length = 0;
    const again = await (await engine.resume(view.run_id, { by: "me", from: "b" })).result();
    expect(again.status).toBe("completed");
    expect(ran).toEqual(["b", "c"]);
  });

  test("of a completed run without a step to begin from changes nothing", async () => {
    const { ran, types } = workers();
    const { engine } = house(types);
    const view = await engine.run({ workflow: three, inputs: {} });
    const events = (await engine.journal(view.run_id)).length;
    ran.length = 0;
    expect(await (await engine.resume(view.run_id, { by: "me" })).result()).toEqual(view);
    expect(ran).toEqual([]);
    expect(await engine.journal(view.run_id)).toHaveLength(events);
  });

  test("from a step the run doesn't have names those it has", async () => {
    const { types } = workers();
    const { engine } = house(types);
    const view = await engine.run({ workflow: three, inputs: {} });
    await expect(engine.resume(view.run_id, { by: "me", from: "z" })).rejects.toMatchObject({
      code: "resume.unknown_step",
      remedy: "Its steps are: a, b, c.",
    });
  });

  test("of a run nobody knows is a named refusal", async () => {
    const { engine } = house([]);
    await expect(engine.resume("run_none", { by: "me" })).rejects.toMatchObject({ code: "store.unknown_run" });
  });

  test("twice at once lets one of them go on", async () => {
    const { broken, types } = workers();
    const { engine } = house(types);
    broken.add("b");
    const view = await engine.run({ workflow: three, inputs: {} });
    broken.clear();
    const both = await Promise.allSettled([1, 2].map(() => engine.resume(view.run_id, { by: "me" })));
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "run.leased" });
    const [went] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect((await went?.result())?.status).toBe("completed");
  });
});

describe("held work", () => {
  test("that ended after the failed step began is still in the files when that step runs again", async () => {
    let isBroken = true;
    const log = stepType(
      "log",
      async (context) => {
        const workspace = context.workspace as ModelWorkspace;
        workspace.write(context.path, "mine");
        return isBroken && context.path === "b" ? failed() : done();
      },
      { writesWorkspace: true },
    );
    const { engine, workspace } = house([log]);
    const definition = workflow([step("a", "log"), step("b", "log"), step("c", "log")], { parallel: true });
    const view = await engine.run({ workflow: definition, inputs: {} });
    expect(view.status).toBe("failed");
    isBroken = false;
    expect((await (await engine.resume(view.run_id, { by: "me" })).result()).status).toBe("completed");
    expect(workspace.files).toEqual({ a: "mine", b: "mine", c: "mine" });
  });
});

describe("a work tree that stands where the run had been earlier", () => {
  test("is nobody's change: what the run did since comes back", async () => {
    const { broken, types } = workers();
    const { engine, workspace } = house(types);
    broken.add("c");
    const view = await engine.run({ workflow: three, inputs: {} });
    // As on a machine from which the run went on elsewhere.
    await workspace.restore(view.steps["a"]?.tree ?? "");
    broken.clear();
    const end = await (await engine.resume(view.run_id, { by: "me" })).result();
    expect(end.status).toBe("completed");
    expect(Object.keys(workspace.files).toSorted()).toEqual(["a", "b", "c"]);
  });
});

describe("another attempt", () => {
  test("begins from the files the step had begun with, not from what the failed one left", async () => {
    const flaky = stepType(
      "flaky",
      async (context) => {
        const workspace = context.workspace as ModelWorkspace;
        workspace.write(`attempt-${context.attempt}`, Object.keys(workspace.files).join(" "));
        return context.attempt < 2 ? failed("transient") : done();
      },
      { writesWorkspace: true },
    );
    const { engine, workspace } = house([flaky]);
    const retry = { ...step("", "").retry, attempts: 2, delayMs: 1 };
    await engine.run({ workflow: workflow([step("a", "flaky", { retry })]), inputs: {} });
    expect(workspace.files).toEqual({ "attempt-2": "" });
  });
});

describe("fork", () => {
  test("is a new run that holds what came before and sees its own inputs", async () => {
    const { ran, types } = workers();
    const { engine } = house(types);
    const definition = workflow(three.steps, {
      inputs: { who: { type: "string", required: false, description: "", default: "world" } },
      variables: { greeting: "hello {{ inputs.who }}" },
    });
    const view = await engine.run({ workflow: definition, inputs: { who: "world" } });
    ran.length = 0;
    const fork = await engine.fork(view.run_id, { from: "b", inputs: { who: "you" }, by: "me" });
    const end = await fork.result();
    expect(end.run_id).not.toBe(view.run_id);
    expect(end.status).toBe("completed");
    expect(ran).toEqual(["b", "c"]);
    expect(end.steps["a"]?.outputs).toEqual({ seen: { who: "world" } });
    expect(end.steps["b"]?.outputs).toEqual({ seen: { who: "you" } });
    expect((await engine.verify(end.run_id)).ok).toBe(true);
    expect(await engine.show(view.run_id)).toEqual(view);
  });

  test("with an input the workflow doesn't take is refused", async () => {
    const { types } = workers();
    const { engine } = house(types);
    const view = await engine.run({ workflow: three, inputs: {} });
    await expect(engine.fork(view.run_id, { from: "b", inputs: { nope: 1 }, by: "me" })).rejects.toMatchObject({
      code: "workflow.inputs",
    });
  });
});

describe("cancel and shutdown", () => {
  const stuck = stepType("stuck", async (context) => {
    await new Promise((_, reject) => {
      context.signal.addEventListener("abort", () => reject(context.signal.reason as Error), { once: true });
    });
    return done();
  });

  test("cancel stops what is under way and runs what always runs", async () => {
    const { ran, types } = workers();
    const { engine } = house([stuck, ...types]);
    const handle = await engine.start({
      workflow: workflow([step("a", "stuck"), step("b", "work"), step("c", "work", { when: "always()" })]),
      inputs: {},
    });
    await until(() => handle.status().steps["a"]?.status === "running");
    await handle.cancel("no longer wanted", "me");
    const view = await handle.result();
    expect(view).toMatchObject({ status: "cancelled", error: { message: "Cancelled by me: no longer wanted" } });
    expect(view.steps["a"]?.status).toBe("cancelled");
    expect(view.steps["b"]?.status).toBe("cancelled");
    expect(ran).toEqual(["c"]);
  });

  test("a step that cancels the run leaves the clean-up to run to its end", async () => {
    const { ran, types } = workers();
    const stop = stepType("stop", async () => ({ status: "cancel_run", reason: "nothing to do" }));
    const { engine } = house([stop, ...types]);
    const view = await engine.run({
      workflow: workflow([step("a", "stop"), step("b", "work"), step("c", "work", { when: "always()" })]),
      inputs: {},
    });
    expect(view.status).toBe("cancelled");
    expect(view.steps["c"]?.status).toBe("completed");
    expect(ran).toEqual(["c"]);
  });

  test("a shutdown ends the run so that the same step begins again later", async () => {
    let isStuck = true;
    const type = stepType("work", async (context) => (isStuck ? stuck.run(context) : done()));
    const { engine } = house([type]);
    const handle = await engine.start({ workflow: workflow([step("a", "work")]), inputs: {} });
    await until(() => handle.status().steps["a"]?.status === "running");
    await engine.shutdown("the runner is going away");
    expect((await handle.result()).status).toBe("cancelled");
    isStuck = false;
    const again = await (await engine.resume(handle.id, { by: "me" })).result();
    expect(again.status).toBe("completed");
    expect(again.steps["a"]?.attempts).toBe(1);
  });

  test("cancel reaches a run that another process drives", async () => {
    const { engine, ports } = house([stuck]);
    const other = house([stuck], { ports: { store: ports.store }, options: { worker: "worker-2", pid: 2 } });
    const handle = await engine.start({ workflow: workflow([step("a", "stuck")]), inputs: {} });
    await until(() => handle.status().steps["a"]?.status === "running");
    await other.engine.cancel(handle.id, { by: "someone else", reason: "enough" });
    expect(await handle.result()).toMatchObject({
      status: "cancelled",
      error: { message: "Cancelled by someone else: enough" },
    });
  });

  test("a parked run is cancelled without anybody driving it", async () => {
    const wait = stepType("wait", async () => ({ status: "parked", reason: "waits", wake: {} }));
    const { engine } = house([wait]);
    const view = await engine.run({ workflow: workflow([step("a", "wait")]), inputs: {} });
    expect(view.status).toBe("parked");
    expect(await engine.cancel(view.run_id, { by: "me", reason: "enough" })).toMatchObject({ status: "cancelled" });
  });
});

describe("retention", () => {
  test("removes runs that ended long ago, and none that is parked or newer", async () => {
    const clock = simulatedClock(1);
    const wait = stepType("wait", async () => ({ status: "parked", reason: "waits", wake: {} }));
    const pass = stepType("pass", async () => done());
    const { engine } = house([wait, pass], { ports: { clock } });
    const run = (type: string) => engine.run({ workflow: workflow([step("a", type)]), inputs: {} });
    const old = await run("pass");
    const parked = await run("wait");
    clock.advance(1_000);
    const since = clock.now();
    const recent = await run("pass");
    expect(await engine.prune(since)).toEqual([old.run_id]);
    expect((await engine.list({})).map(({ runId }) => runId)).toEqual([recent.run_id, parked.run_id]);
    await expect(engine.show(old.run_id)).rejects.toMatchObject({ code: "store.unknown_run" });
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
