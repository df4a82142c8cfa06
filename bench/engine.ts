import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { systemClock } from "../src/adapters/clock/system.ts";
import { openSqliteRunStore } from "../src/adapters/run-store/sqlite.ts";
import { createEngine } from "../src/engine/create.ts";
import type { Engine } from "../src/engine/engine.ts";
import type { RunStore } from "../src/ports/run-store.ts";
import { done, house, step, stepType, workflow } from "../tests/engine/house.ts";
import { against, median, type BenchRow } from "./report.ts";

const SEQUENTIAL = 1_000;
const RUNS = 1_000;
const STEPS = 10;
const MANY = 10_000;

const noop = stepType("noop", async () => done());
const steps = (count: number) => Array.from({ length: count }, (_, index) => step(`s${index}`, "noop"));

interface Bench extends AsyncDisposable {
  readonly engine: Engine;
  readonly store: RunStore;
  readonly directory: string;
}

async function bench(types = [noop]): Promise<Bench> {
  const directory = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
  const clock = systemClock();
  const store = await openSqliteRunStore({ file: path.join(directory, "runs.db"), clock });
  const { ports } = house(types, { ports: { clock, store } });
  return {
    engine: createEngine(ports, OPTIONS),
    store,
    directory,
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const OPTIONS = { worker: "bench", host: "bench", pid: 1, engineVersion: "bench", trustTier: "bench", env: {} };

/** The same records as a run of the engine left, one raw transaction for each of the engine's, on the same pragmas. */
function rawCommits(bodies: readonly (readonly string[])[]): number {
  const directory = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
  const database = new DatabaseSync(path.join(directory, "raw.db"));
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (seq INTEGER PRIMARY KEY, body TEXT)",
  );
  const insert = database.prepare("INSERT INTO raw (body) VALUES (?)");
  const begun = performance.now();
  for (const commit of bodies) {
    database.exec("BEGIN IMMEDIATE");
    for (const body of commit) insert.run(body);
    database.exec("COMMIT");
  }
  const ms = performance.now() - begun;
  database.close();
  rmSync(directory, { recursive: true });
  return ms;
}

/** One run of many steps, each durable before the next begins, against raw commits of the same bytes. */
async function sequential(): Promise<readonly [BenchRow, BenchRow]> {
  const engineMs: number[] = [];
  const rawMs: number[] = [];
  for (let round = 0; round < 3; round++) {
    await using place = await bench();
    const begun = performance.now();
    const view = await place.engine.run({ workflow: workflow(steps(SEQUENTIAL)), inputs: {} });
    engineMs.push(performance.now() - begun);
    const records = await place.store.read(view.run_id);
    // As the engine commits them: the opening, the first start, then each end with the next start.
    const bodies = records.map(({ body }) => body);
    const commits = [bodies.slice(0, 2), bodies.slice(2, 3)];
    for (let at = 3; at < bodies.length; at += 2) commits.push(bodies.slice(at, at + 2));
    rawMs.push(rawCommits(commits));
  }
  const each = median(engineMs) / SEQUENTIAL;
  const raw = median(rawMs) / SEQUENTIAL;
  return [
    against("durable sequential step against a raw commit of the same bytes", each, raw, "ms", "≤ 1.5×"),
    against("sequential steps per second", 1_000 / each, 1_000 / raw, "steps/s"),
  ];
}

/** Many runs at once: their appends share transactions. */
async function concurrent(rawPerSecond: number): Promise<BenchRow> {
  await using place = await bench();
  const definition = workflow(steps(STEPS));
  const begun = performance.now();
  await Promise.all(Array.from({ length: RUNS }, () => place.engine.run({ workflow: definition, inputs: {} })));
  const seconds = (performance.now() - begun) / 1_000;
  // 10,000 steps a second where a raw commit takes 0.36 ms: the same share on any disk.
  return against(
    `${RUNS} runs at once of ${STEPS} steps, against one raw commit after another`,
    (RUNS * STEPS) / seconds,
    rawPerSecond,
    "steps/s",
    "≥ 3.6×",
  );
}

/** Memory of many runs under way at once, each waiting in its first step. */
async function manyAtOnce(): Promise<readonly BenchRow[]> {
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const waiting = new Set<string>();
  const wait = stepType("noop", async (context) => {
    waiting.add(context.run.id);
    await gate;
    return done();
  });
  await using place = await bench([wait]);
  const definition = workflow(steps(STEPS));
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const runs = Array.from({ length: MANY }, () => place.engine.run({ workflow: definition, inputs: {} }));
  while (waiting.size < MANY) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  const startedMs = performance.now() - begun;
  const used = process.memoryUsage().rss - before;
  open();
  await Promise.all(runs);
  return [
    { name: `memory of ${MANY} runs under way at once`, value: used / 2 ** 20, unit: "MiB", aim: "< 1,024" },
    { name: `starting ${MANY} runs at once, per run`, value: startedMs / MANY, unit: "ms" },
  ];
}

/** Going on with a long run in a fresh engine, up to its next step's start. */
async function resuming(): Promise<readonly BenchRow[]> {
  let failsNow = true;
  let ran = 0;
  const last = stepType("noop", async (context) => {
    ran++;
    if (failsNow && context.path === `s${SEQUENTIAL - 1}`) throw new Error("the process is to end here");
    return done();
  });
  await using place = await bench([last]);
  const view = await place.engine.run({ workflow: workflow(steps(SEQUENTIAL)), inputs: {} });
  failsNow = false;
  const samples: number[] = [];
  const { ports } = house([last], { ports: { clock: systemClock(), store: place.store } });
  const before = ran;
  const begun = performance.now();
  const handle = await createEngine(ports, OPTIONS).resume(view.run_id, { by: "bench" });
  samples.push(performance.now() - begun);
  const end = await handle.result();
  const begunAll = Object.values(end.steps).filter(({ status }) => status === "completed").length;
  return [
    against(
      `resume of a run of ${SEQUENTIAL} steps, against \`node -e 0\``,
      median(samples),
      bareNodeMs(),
      "ms",
      "< 100 ms",
    ),
    { name: "steps lost by the resume", value: SEQUENTIAL - begunAll, unit: "steps", aim: "0" },
    { name: "steps repeated by the resume", value: ran - before - 1, unit: "steps", aim: "0" },
  ];
}

function bareNodeMs(): number {
  const samples = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    return performance.now() - begun;
  });
  return median(samples);
}

/** A fresh engine on a fresh store, up to the first step's start. */
async function starting(): Promise<BenchRow> {
  const samples: number[] = [];
  for (let round = 0; round < 10; round++) {
    const begun = performance.now();
    await using place = await bench();
    await place.engine.run({ workflow: workflow(steps(1)), inputs: {} });
    samples.push(performance.now() - begun);
  }
  return { name: "store opened, engine made and one step run", value: median(samples), unit: "ms" };
}

/** The engine and its embedded store (P2, P3). */
export async function measure(): Promise<readonly BenchRow[]> {
  const [each, perSecond] = await sequential();
  return [
    each,
    perSecond,
    await concurrent(perSecond.baseline ?? Number.NaN),
    ...(await manyAtOnce()),
    ...(await resuming()),
    await starting(),
  ];
}
