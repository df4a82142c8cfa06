import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { openSqliteRunStore } from "../../src/adapters/run-store/sqlite.ts";
import { openGitWorkspace } from "../../src/adapters/workspace/git.ts";
import { createEngine } from "../../src/engine/create.ts";
import type { RunView } from "../../src/engine/view.ts";
import { toPawlError } from "../../src/kernel/errors.ts";
import type { RunStore } from "../../src/ports/run-store.ts";
import type { Workspace } from "../../src/ports/workspace.ts";
import { house } from "../engine/house.ts";
import type { Ledger } from "../sim/ledger.ts";
import type { ModelWorkspace } from "../sim/model-workspace.ts";
import { simulatedSteps } from "../sim/steps.ts";
import { GOLDENS } from "./goldens.ts";
import { isRolledBack } from "./points.ts";

/**
 * A real process that runs, or goes on with, one golden workflow on a real store and a real git work tree, and may be told to die by SIGKILL
 * before or after its nth append. Prints the run as JSON; a refusal goes to standard error as JSON, with exit code 3.
 */
const { values } = parseArgs({
  options: {
    directory: { type: "string" },
    golden: { type: "string" },
    "kill-at": { type: "string" },
    "kill-when": { type: "string", default: "after" },
    "clock-shift": { type: "string", default: "0" },
    "hold-ms": { type: "string", default: "0" },
  },
});
const RUN = "run_crash";
const directory = values.directory ?? "";
const golden = GOLDENS[values.golden ?? ""];
if (directory === "" || golden === undefined) throw new Error("--directory and --golden are needed");
const outside = path.join(directory, "outside.log");

/** What happens outside is one line in a file: it survives the process as a charge or a comment would. */
const note = (line: string): void => appendFileSync(outside, `${line}\n`);
const ledger: Ledger = {
  ran: (step) => note(`ran ${step}`),
  finished: () => {},
  forget: () => {},
  paid: (step, turn) => note(`paid ${step} ${turn}`),
  kept: (step, turn) => note(`kept ${step} ${turn}`),
  effect(key) {
    const line = `effect ${key}`;
    if (existsSync(outside) && readFileSync(outside, "utf8").split("\n").includes(line)) return "found";
    note(line);
    return "done";
  },
  raiseBudget: () => {},
  violations: [],
  counts: { runs: 0, turns: 0, effects: 0 },
};

const system = systemClock();
const clock = { ...system, now: () => system.now() + Number(values["clock-shift"]) };
const store = await openSqliteRunStore({ file: path.join(directory, "state", "runs.db"), clock });
const work = path.join(directory, "work");
await mkdir(work, { recursive: true });
const workspace = await openGitWorkspace({ root: work, stateDirectory: path.join(directory, "state"), runId: RUN });
const hold = Number(values["hold-ms"]);
const { ports } = house(
  simulatedSteps(
    ledger,
    async () => {
      if (hold > 0) await system.sleep(hold);
    },
    () => false,
  ),
  { ports: { clock, store: dyingStore(store), workspace: async () => writable(workspace) } },
);
const engine = createEngine(ports, {
  worker: `worker-${process.pid}`,
  host: "crash",
  pid: process.pid,
  engineVersion: "test",
  trustTier: "test",
  env: {},
  isAlive: lives,
});

try {
  const known = await store.summary(RUN);
  const isOver = known !== undefined && known.status !== "running" && known.status !== "parked";
  let view: RunView;
  if (known === undefined) view = await engine.run({ workflow: golden, inputs: {}, runId: RUN });
  else if (isOver) view = await engine.show(RUN);
  else view = await (await engine.resume(RUN, { by: "harness" })).result();
  while (view.status === "parked") view = await goOn(view);
  if (isRolledBack(golden, view)) view = await (await engine.rollback(RUN, { by: "harness" })).result();
  process.stdout.write(JSON.stringify(view));
  await store.close();
} catch (error) {
  process.stderr.write(JSON.stringify(toPawlError(error)));
  process.exitCode = 3;
}

async function goOn(view: RunView): Promise<RunView> {
  const wake = view.parked?.wake ?? {};
  if (wake.approval !== undefined) await engine.approve(RUN, { by: "harness", approved: true });
  if (wake.event !== undefined) await engine.signal(RUN, { name: wake.event.name, payload: null });
  const money = wake.budget === undefined ? {} : { addBudget: { usd: 5 } };
  return (await engine.resume(RUN, { by: "harness", ...money })).result();
}

/** The store of a process that dies at its nth append. */
function dyingStore(real: RunStore): RunStore {
  const at = Number(values["kill-at"] ?? 0);
  let appends = 0;
  return {
    ...real,
    async append(append) {
      const isLast = ++appends === at;
      if (isLast && values["kill-when"] === "before") process.kill(process.pid, "SIGKILL");
      await real.append(append);
      if (isLast && values["kill-when"] === "after") process.kill(process.pid, "SIGKILL");
    },
  };
}

/** The git work tree with the two methods the golden steps write with. */
function writable(real: Workspace): ModelWorkspace {
  return {
    ...real,
    root: real.root,
    baseCommit: real.baseCommit,
    files: {},
    write(file, text) {
      writeFileSync(path.join(real.root, file.replaceAll("/", "-")), text);
    },
    remove: (file) => rmSync(path.join(real.root, file.replaceAll("/", "-")), { force: true }),
    fork: async (name, tree) => {
      const fork = await real.fork(name, tree);
      return { ...writable(fork), [Symbol.asyncDispose]: () => fork[Symbol.asyncDispose]() };
    },
  };
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
