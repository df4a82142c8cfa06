import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createEngine } from "../../src/engine/create.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { RunView } from "../../src/engine/view.ts";
import type { Workflow } from "../../src/language/model.ts";
import type { JournalRecord, RunStore } from "../../src/ports/run-store.ts";
import { house } from "../engine/house.ts";
import { createLedger, type Ledger } from "../sim/ledger.ts";
import { modelWorkspace, type ModelWorkspace, type Trees } from "../sim/model-workspace.ts";
import { simulatedClock, type SimulatedClock } from "../sim/simulated-clock.ts";
import { simulatedSteps } from "../sim/steps.ts";

const RUN = "run_points";
/** Turns of the event loop no run of these workflows needs. */
const LONGEST = 100_000;

interface World {
  readonly clock: SimulatedClock;
  readonly store: RunStore;
  readonly ledger: Ledger;
  readonly workspace: ModelWorkspace;
}

/** The engine of one life of the process; after `dieAt` appends nothing it does has any effect. */
function live(world: World, life: number, dieAt: number, when: "before" | "after", died: () => void): Engine {
  let appends = 0;
  let isDead = false;
  const never = <T>(): Promise<T> => new Promise<T>(() => {});
  const die = <T>(): Promise<T> => {
    isDead = true;
    died();
    return never();
  };
  const store: RunStore = {
    ...world.store,
    async append(append) {
      if (isDead) return never();
      const isLast = ++appends === dieAt;
      if (isLast && when === "before") return die();
      await world.store.append(append);
      for (const { body } of append.records) {
        const { type, data } = JSON.parse(body) as { type: string; data: { path: string } };
        if (type === "step.completed") world.ledger.finished(data.path);
        if (type === "compensation.step") world.ledger.forget(data.path);
      }
      return isLast ? die() : undefined;
    },
    renew: (lease, ttl) => (isDead ? never() : world.store.renew(lease, ttl)),
    release: (lease) => (isDead ? never() : world.store.release(lease)),
  };
  const pause = async (): Promise<void> => {
    if (isDead) await never();
  };
  const steps = simulatedSteps(world.ledger, pause, () => isDead);
  const { ports } = house(steps, { ports: { clock: world.clock, store }, workspace: world.workspace });
  return createEngine(ports, {
    worker: `life-${life}`,
    host: "points",
    pid: life,
    engineVersion: "test",
    trustTier: "test",
    env: {},
    isAlive: (pid) => pid === life,
  });
}

async function until<T>(clock: SimulatedClock, promise: Promise<T>): Promise<T> {
  let isOver = false;
  const over = promise.finally(() => {
    isOver = true;
  });
  over.catch(() => {});
  for (let turn = 0; turn < LONGEST; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    if (isOver) return promise;
    const next = clock.nextWake;
    if (turn % 4 === 3 && next !== undefined) clock.advance(next);
  }
  throw new Error("the run never ended");
}

async function toTheEnd(world: World, engine: Engine, workflow: Workflow): Promise<RunView> {
  const view = await toItsEnd(world, engine, workflow);
  if (!isRolledBack(workflow, view)) return view;
  return (await engine.rollback(RUN, { by: "points" })).result();
}

/** Whether somebody who saw the run fail would ask for it to be undone now. */
export function isRolledBack(workflow: Workflow, view: RunView): boolean {
  return workflow.rollback === "manual" && view.status === "failed" && view.compensation === undefined;
}

async function toItsEnd(world: World, engine: Engine, workflow: Workflow): Promise<RunView> {
  const known = await world.store.summary(RUN);
  let view: RunView;
  if (known === undefined) view = await engine.run({ workflow, inputs: {}, runId: RUN });
  else if (known.status !== "running" && known.status !== "parked") return engine.show(RUN);
  else view = await (await engine.resume(RUN, { by: "points" })).result();
  for (let wakes = 0; view.status === "parked" && wakes < 60; wakes++) {
    const wake = view.parked?.wake ?? {};
    const tree = wake.approval?.tree === undefined ? {} : { tree: wake.approval.tree };
    if (wake.approval !== undefined) await engine.approve(RUN, { by: "points", approved: true, ...tree });
    if (wake.event !== undefined) await engine.signal(RUN, { name: wake.event.name, payload: null });
    if (wake.at !== undefined) world.clock.advance(Math.max(0, Date.parse(wake.at) - world.clock.now()) + 1);
    if (wake.budget !== undefined) world.ledger.raiseBudget(5);
    const money = wake.budget === undefined ? {} : { addBudget: { usd: 5 } };
    view = await (await engine.resume(RUN, { by: "points", ...money })).result();
  }
  return view;
}

function world(workflow: Workflow, seed: number): World {
  const clock = simulatedClock(seed);
  const trees: Trees = new Map();
  const ledger = createLedger(workflow.budget.usd ?? Number.POSITIVE_INFINITY);
  return { clock, store: createMemoryRunStore(clock), ledger, workspace: modelWorkspace(trees) };
}

export interface Points {
  /** Points at which a process died. */
  readonly points: number;
  readonly violations: readonly string[];
}

/** Lets a process die before and after each append of a run, lets another go on, and compares with a life without death. */
export async function crashEverywhere(name: string, workflow: Workflow, seed = 1): Promise<Points> {
  const calm = world(workflow, seed);
  const expected = await until(
    calm.clock,
    toTheEnd(
      calm,
      live(calm, 1, 0, "before", () => {}),
      workflow,
    ),
  );
  const violations: string[] = [...calm.ledger.violations];
  let points = 0;
  for (const when of ["before", "after"] as const) {
    for (let at = 1; ; at++) {
      const hit = await crashOnce(name, workflow, seed, at, when, expected, violations);
      if (!hit) break;
      points++;
    }
  }
  return { points, violations };
}

async function crashOnce(
  name: string,
  workflow: Workflow,
  seed: number,
  at: number,
  when: "before" | "after",
  expected: RunView,
  violations: string[],
): Promise<boolean> {
  const place = world(workflow, seed);
  let hit = false;
  await until(
    place.clock,
    new Promise<void>((resolve, reject) => {
      const engine = live(place, 1, at, when, () => {
        hit = true;
        resolve();
      });
      toTheEnd(place, engine, workflow).then(() => resolve(), reject);
    }),
  );
  if (!hit) return false;
  const engine = live(place, 2, 0, "before", () => {});
  const found = await until(place.clock, toTheEnd(place, engine, workflow));
  const where = `${name}, killed ${when} append ${at}`;
  // Side by side, whether a step had begun before another failed is chance: both ends are right.
  const isChance = workflow.parallel && expected.status === "failed";
  if (!isChance && essence(found) !== essence(expected))
    violations.push(`${where}: ended otherwise: ${essence(found)}`);
  const chain = await engine.verify(RUN);
  if (!chain.ok) violations.push(`${where}: ${chain.reason}`);
  const replayed = await engine.replay(RUN);
  if (!replayed.ok) violations.push(`${where}: replay differs: ${JSON.stringify(replayed.difference)}`);
  violations.push(...place.ledger.violations.map((violation) => `${where}: ${violation}`));
  return true;
}

function essence(view: RunView): string {
  const steps = Object.entries(view.steps)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { status }]) => `${path}=${status}`);
  return `${view.status} ${view.error?.code ?? ""} ${steps.join(" ")}`;
}

/** One life without death, as its journal and its view. */
export async function recordGolden(
  workflow: Workflow,
): Promise<{ readonly records: readonly JournalRecord[]; readonly view: RunView }> {
  const place = world(workflow, 1);
  const engine = live(place, 1, 0, "before", () => {});
  const view = await until(place.clock, toTheEnd(place, engine, workflow));
  return { records: await place.store.read(RUN), view };
}
