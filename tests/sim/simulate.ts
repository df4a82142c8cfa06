import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createEngine } from "../../src/engine/create.ts";
import { loadRun } from "../../src/engine/load.ts";
import type { StepImplementation } from "../../src/engine/step.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { JournalEvent } from "../../src/engine/events.ts";
import type { RunView } from "../../src/engine/view.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import { canonicalJson } from "../../src/kernel/json.ts";
import type { Autonomy, Budget } from "../../src/language/model.ts";
import type { Append, RunStore } from "../../src/ports/run-store.ts";
import { house } from "../engine/house.ts";
import { generateWorkflow } from "./generate.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { modelWorkspace, type Trees } from "./model-workspace.ts";
import { createScheduler, type Owner, type Scheduler } from "./scheduler.ts";
import { random, simulatedClock, type SimulatedClock } from "./simulated-clock.ts";
import { simulatedSteps } from "./steps.ts";

export interface Simulated {
  readonly seed: number;
  /** Of everything that happened, in order: the same seed gives the same hash. */
  readonly trace: string;
  readonly violations: readonly string[];
  readonly status: string;
  readonly crashes: number;
  readonly stalls: number;
  readonly events: number;
  readonly steps: number;
  /** What happened, line by line, for people. */
  readonly lines: readonly string[];
}

const RUN = "run_simulated";
const LEASE_MS = 10_000;
/** More turns of the world than any run of these workflows needs. */
const LONGEST = 20_000;

/** Lives through one run of a generated workflow in a world where processes die, stall, wake twice and see clocks jump. */
export async function simulate(seed: number): Promise<Simulated> {
  const chance = random(seed);
  const clock = simulatedClock(seed);
  const lines: string[] = [];
  const scheduler = createScheduler(chance, (line) => lines.push(line));
  const workflow = generateWorkflow(seed);
  const ledger = createLedger(workflow.budget.usd ?? 0);
  const world = createWorld(seed, chance, clock, scheduler, ledger, workflow.autonomy ?? "full", (line) =>
    lines.push(line),
  );

  let process = world.boot();
  process.call("start", (engine) => engine.start({ workflow, inputs: {}, runId: RUN, actor: "sim" }));
  let last: RunView | undefined;
  let wakes = 0;
  let rolledBack = false;
  let turns = 0;
  for (; turns < LONGEST; turns++) {
    await settled();
    if (!process.owner.alive || process.owner.stalled) {
      process = world.boot();
      clock.advance(LEASE_MS + 1);
      process.call("resume", (engine) => resumeOrStart(engine, world.store, workflow));
      continue;
    }
    if (process.ended !== undefined) {
      last = process.ended;
      process.ended = undefined;
      if (isRolledBack(seed) && !rolledBack && (last.status === "failed" || last.status === "cancelled")) {
        rolledBack = true;
        process.call("rollback", (engine) => rollBack(engine));
        continue;
      }
      if (last.status !== "parked" || ++wakes > 60) {
        // A process that was late may only now do what it was told before, and take the run up again: that has an end too.
        while (scheduler.step()) await settled();
        if ((await world.store.summary(RUN))?.status !== "running") break;
        clock.advance(LEASE_MS + 1);
        process.call("resume", (engine) => resumeOrStart(engine, world.store, workflow));
        continue;
      }
      await world.wake(process, last);
      continue;
    }
    if (process.failed !== undefined) {
      const again = process.failed;
      process.failed = undefined;
      world.checkRefusal(again);
      // The other of two wake-ups has the run: this one was rightly told no.
      if (process.calls > 0) continue;
      clock.advance(LEASE_MS + 1);
      // Something else of this process may have the run in its hands; it gets on before the next try.
      scheduler.step();
      process.call("resume", (engine) => resumeOrStart(engine, world.store, workflow));
      continue;
    }
    if (world.disturb(process)) continue;
    if (scheduler.step()) continue;
    const next = clock.nextWake;
    if (next === undefined) break;
    clock.advance(next);
  }
  await world.check(last, turns >= LONGEST);
  return {
    seed,
    trace: sha256([...lines, last?.status ?? "", await world.journal()].join("\n")),
    violations: world.violations(),
    status: last?.status ?? "none",
    crashes: world.crashes,
    stalls: world.stalls,
    events: (await world.events()).length,
    steps: ledger.counts.runs,
    lines,
  };
}

/** Lets everything that can go on without the outside go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function resumeOrStart(
  engine: Engine,
  store: RunStore,
  workflow: ReturnType<typeof generateWorkflow>,
): ReturnType<Engine["start"]> {
  if ((await store.summary(RUN)) === undefined) {
    return engine.start({ workflow, inputs: {}, runId: RUN, actor: "sim" });
  }
  return wakeUp(engine);
}

/** Goes on with the run, but for one that has ended: trying that again is for people to decide. */
function wakeUp(engine: Engine, addBudget?: Budget): ReturnType<Engine["start"]> {
  return engine.resume(RUN, { by: "sim", onlyWake: true, ...(addBudget === undefined ? {} : { addBudget }) });
}

/** Not by chance, so that everything before it is as it would be without. */
const isRolledBack = (seed: number): boolean => seed % 7 === 2 || seed % 7 === 5;

/** Somebody wants undone what the run did; where that is nothing, it stays as it is. */
async function rollBack(engine: Engine): ReturnType<Engine["start"]> {
  try {
    return await engine.rollback(RUN, { by: "sim" });
  } catch (error) {
    if (!(error instanceof PawlError) || error.code !== "rollback.nothing") throw error;
    return wakeUp(engine);
  }
}

interface SimulatedProcess {
  readonly owner: Owner;
  readonly engine: Engine;
  readonly steps: ReadonlyMap<string, StepImplementation>;
  call(name: string, work: (engine: Engine) => ReturnType<Engine["start"]>): void;
  /** Calls that have not been answered. */
  calls: number;
  ended: RunView | undefined;
  failed: PawlError | undefined;
}

function createWorld(
  seed: number,
  chance: () => number,
  clock: SimulatedClock,
  scheduler: Scheduler,
  ledger: Ledger,
  autonomy: Autonomy,
  trace: (line: string) => void,
) {
  const store = createMemoryRunStore(clock);
  const trees: Trees = new Map();
  const violations: string[] = [];
  const acknowledged: string[] = [];
  let workspace = modelWorkspace(trees);
  const counts = { crashes: 0, stalls: 0, boots: 0 };
  /** Few faults for some seeds, many for others; none for one in ten. */
  const faults = seed % 10 === 0 ? 0 : (seed % 7) / 70;
  let stalled: SimulatedProcess | undefined;
  /** Processes that lost the run while they stalled. */
  const late = new Set<Owner>();

  const die = (owner: Owner, where: string): void => {
    if (!owner.alive) return;
    owner.alive = false;
    counts.crashes++;
    trace(`${owner.name} dies ${where}`);
  };

  /** The store as one process sees it: every call takes time, and may be the last thing the process does. */
  const storeOf = (owner: Owner): RunStore => {
    const later = <T>(name: string, call: () => Promise<T>): Promise<T> => scheduler.later(owner, name, call);
    return {
      ...store,
      acquire: (runId, worker, ttlMs) => later("acquire", () => store.acquire(runId, worker, ttlMs)),
      renew: (lease, ttlMs) => later("renew", () => store.renew(lease, ttlMs)),
      release: (lease) => later("release", () => store.release(lease)),
      read: (runId, afterSeq, limit) => later("read", () => store.read(runId, afterSeq, limit)),
      append: (append) =>
        scheduler.later(owner, `append ${append.records.length}`, async () => {
          if (chance() < faults) {
            die(owner, "before its append");
            return;
          }
          if (chance() < faults / 2) throw diskFull();
          await store.append(append);
          note(append);
          if (chance() < faults) die(owner, "after its append");
        }),
    };
  };

  const note = (append: Append): void => {
    for (const record of append.records) {
      acknowledged.push(record.hash);
      const event = JSON.parse(record.body) as JournalEvent;
      const { path = "", tree = "" } = event.data as { readonly path?: string; readonly tree?: string };
      trace(`${event.seq} ${event.type} ${path} ${tree.slice(0, 6)}`);
      if (event.type === "step.completed" || event.type === "step.cached") {
        ledger.finished((event.data as { readonly path: string }).path);
      }
      // What was undone may be done again.
      if (event.type === "compensation.step") ledger.forget((event.data as { readonly path: string }).path);
    }
  };

  const boot = (): SimulatedProcess => {
    const owner: Owner = { name: `p${++counts.boots}`, alive: true, stalled: false };
    const pause = async (name: string): Promise<void> => {
      await scheduler.later(owner, name, () => {
        if (chance() < faults) die(owner, `in ${name}`);
      });
    };
    const { ports } = house(
      simulatedSteps(ledger, pause, () => late.has(owner)),
      {
        ports: { store: storeOf(owner), clock: clockOf(owner, clock) },
        workspace,
      },
    );
    const engine = createEngine(ports, {
      worker: owner.name,
      host: "sim",
      pid: counts.boots,
      engineVersion: "sim",
      trustTier: "sim",
      env: {},
      leaseMs: LEASE_MS,
    });
    const made: SimulatedProcess = {
      owner,
      engine,
      steps: ports.steps,
      calls: 0,
      ended: undefined,
      failed: undefined,
      call(name, work) {
        trace(`${owner.name} ${name}`);
        made.calls++;
        work(engine)
          .then((handle) => handle.result())
          .finally(() => {
            made.calls--;
          })
          .then(
            (view) => {
              made.ended = view;
            },
            (error: unknown) => {
              made.failed =
                error instanceof PawlError
                  ? error
                  : new PawlError({ code: "sim.bare", kind: "permanent", message: String(error), cause: error });
            },
          );
      },
    };
    return made;
  };

  return {
    store,
    boot,
    get crashes() {
      return counts.crashes;
    },
    get stalls() {
      return counts.stalls;
    },
    /** Perhaps stalls the process until another has taken over, moves the clock, or lets a stalled one go on. */
    disturb(process: SimulatedProcess): boolean {
      if (stalled !== undefined && chance() < 0.05) {
        stalled.owner.stalled = false;
        stalled = undefined;
        trace("a late holder comes back");
        return true;
      }
      if (chance() < faults / 60) {
        trace("somebody cancels the run");
        process.engine.cancel(RUN, { by: "sim", reason: "no longer wanted" }).catch(ignoreRefusal);
        return true;
      }
      if (chance() < faults / 60) {
        trace(`${process.owner.name} is told to shut down`);
        process.engine.shutdown("the machine goes away").catch(ignoreRefusal);
        return true;
      }
      if (chance() < faults / 20) {
        const by = Math.floor((chance() - 0.5) * 7_200_000);
        clock.jump(by);
        trace(`the clock jumps by ${by}`);
        return true;
      }
      if (stalled === undefined && chance() < faults / 5) {
        counts.stalls++;
        trace(`${process.owner.name} stalls`);
        stalled = process;
        late.add(process.owner);
        process.owner.stalled = true;
        // Another machine takes over, with a work tree of its own; what it needs comes with the archive.
        workspace = modelWorkspace(trees);
        return true;
      }
      return false;
    },
    /** Gives a parked run what it waits for, sometimes twice. */
    async wake(process: SimulatedProcess, view: RunView): Promise<void> {
      const wake = view.parked?.wake ?? {};
      const reason = view.parked?.reason ?? "";
      if (reason === "") violations.push("a run parked without a reason");
      const twice = chance() < 0.2 ? 2 : 1;
      const { engine } = process;
      if (wake.at !== undefined) clock.advance(Math.max(0, Date.parse(wake.at) - clock.now()) + 1);
      for (let time = 0; time < twice; time++) {
        if (wake.approval !== undefined) {
          const approved = chance() < 0.8;
          process.call("approve", async () => {
            await engine.approve(RUN, { by: "sim", approved, ...treeOf(wake.approval?.tree) }).catch(ignoreRefusal);
            return wakeUp(engine);
          });
        } else if (wake.event !== undefined) {
          process.call("signal", async () => {
            await engine.signal(RUN, { name: wake.event?.name ?? "", payload: null }).catch(ignoreRefusal);
            return wakeUp(engine);
          });
        } else if (wake.budget !== undefined) {
          if (time === 0) ledger.raiseBudget(5);
          if (time === 0) process.call("raise", () => wakeUp(engine, { usd: 5 }));
        } else process.call("resume", () => wakeUp(engine));
      }
    },
    /** What a process may be told no with. */
    checkRefusal(error: PawlError): void {
      const expected = [
        "store.full",
        "run.leased",
        "run.lease_lost",
        "store.fenced",
        "store.conflict",
        "run.exists",
        "rollback.not_failed",
      ];
      if (!expected.includes(error.code)) violations.push(`unexpected refusal: ${error.code} ${error.message}`);
    },
    async events(): Promise<readonly JournalEvent[]> {
      if ((await store.summary(RUN)) === undefined) return [];
      return (await store.read(RUN)).map(({ body }) => JSON.parse(body) as JournalEvent);
    },
    async journal(): Promise<string> {
      return (await this.events()).map((event) => canonicalJson(event)).join("\n");
    },
    async check(last: RunView | undefined, endless: boolean): Promise<void> {
      if (endless) violations.push("the run never ended");
      const records = (await store.summary(RUN)) === undefined ? [] : await store.read(RUN);
      const stored = records.map(({ hash }) => hash);
      if (acknowledged.some((hash, index) => stored[index] !== hash)) violations.push("an acknowledged event is gone");
      if (last === undefined) {
        violations.push("the run has no end");
        return;
      }
      const ended = ["completed", "failed", "cancelled"].includes(last.status);
      if (!ended && last.parked?.reason === undefined) violations.push(`the run is left ${last.status}`);
      violations.push(...ownDoings(await this.events(), autonomy));
      const { engine } = boot();
      const view = await finish(scheduler, engine.show(RUN));
      if (canonicalJson(view) !== canonicalJson(last)) {
        violations.push("the journal folds to another state than the run had");
      }
      const checked = await finish(scheduler, engine.verify(RUN));
      if (!checked.ok) violations.push(`the chain is broken: ${checked.reason}`);
      const replayed = await finish(scheduler, engine.replay(RUN));
      if (!replayed.ok) violations.push(`a replay decides otherwise: ${JSON.stringify(replayed.difference)}`);
      const state = await loadRun(store, RUN, boot().steps);
      checkFiles(view, violations, state.tree === undefined ? {} : (trees.get(state.tree) ?? {}));
    },
    violations: () => [...violations, ...ledger.violations],
  };
}

/** Lets the world go on until the promise has settled. */
async function finish<T>(scheduler: Scheduler, promise: Promise<T>): Promise<T> {
  let over = false;
  const settledOnce = promise.finally(() => {
    over = true;
  });
  settledOnce.catch(() => {});
  for (let turn = 0; turn < 1_000; turn++) {
    await settled();
    if (over) return promise;
    scheduler.step();
  }
  throw new Error("what was asked of the engine never came");
}

/** Choices the engine may make on its own only with autonomy `full`, or once the run is being cancelled. */
const CHOICES: ReadonlySet<string> = new Set(["retry", "continue", "skip", "fallback", "substitute"]);

/** What the engine did after a failure that it should have asked for, or left. */
function ownDoings(events: readonly JournalEvent[], autonomy: Autonomy): readonly string[] {
  if (autonomy === "full") return [];
  const cancelled = events.findIndex(({ type }) => type === "run.cancel_requested");
  const found: string[] = [];
  for (const [index, { type, data }] of events.entries()) {
    const {
      kind = "",
      path = "",
      leads_to: leadsTo = "",
    } = data as { kind?: string; path?: string; leads_to?: string };
    if (cancelled !== -1 && index > cancelled) break;
    const isChoice = type === "decision" && CHOICES.has(kind);
    const before = events[index - 1];
    const isGranted = before?.type === "approval.granted" && (before.data as { path: string }).path === path;
    // A step's own choice is told again where it begins again.
    const wasGranted = kind === "substitute" && events.slice(0, index).some((one) => isGrantOf(one, path));
    if (isChoice && (autonomy === "off" || !(isGranted || wasGranted)))
      found.push(`${kind} of ${path} was not granted`);
    if (type === "step.failed" && leadsTo !== "fail" && leadsTo !== "ask") found.push(`${path} failed and ${leadsTo}`);
  }
  return found;
}

function isGrantOf({ type, data }: JournalEvent, path: string): boolean {
  return type === "approval.granted" && (data as { readonly path: string }).path === path;
}

/** What completed steps wrote is there, whole, and nothing half done is. */
function checkFiles(view: RunView, violations: string[], files: Readonly<Record<string, string>>): void {
  for (const [path, step] of Object.entries(view.steps)) {
    if (step.type !== "write" || (step.status !== "completed" && step.status !== "compensated")) continue;
    if (files[`out/${path}`] !== `by ${path}`) violations.push(`what ${path} wrote is gone`);
  }
  for (const path of Object.keys(files)) {
    if (path.startsWith("half/")) violations.push(`half-done work is left: ${path}`);
  }
}

function clockOf(owner: Owner, clock: SimulatedClock): SimulatedClock {
  return {
    ...clock,
    get nextWake() {
      return clock.nextWake;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        clock.sleep(ms, signal).then(
          () => {
            if (owner.alive) resolve();
          },
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        );
      }),
  };
}

function treeOf(tree: string | undefined): { readonly tree?: string } {
  return tree === undefined ? {} : { tree };
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof PawlError)) throw error;
}

function diskFull(): PawlError {
  return new PawlError({ code: "store.full", kind: "transient", message: "the simulated disk is full" });
}
