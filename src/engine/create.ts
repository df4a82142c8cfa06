import type { PawlError } from "../kernel/errors.ts";
import { canonicalJson } from "../kernel/json.ts";
import type { RunStore, RunSummary } from "../ports/run-store.ts";
import { answerApproval, answerCancel, answerSignal, type Answer, type Message } from "./answers.ts";
import { deadWorker } from "./dead-worker.ts";
import type { Engine, EngineOptions, EnginePorts } from "./engine.ts";
import type { JournalEvent } from "./events.ts";
import { verifyChain } from "./journal.ts";
import { definitionOf, foldRun, loadRun, planned, readEvents } from "./load.ts";
import { createPen } from "./pen.ts";
import { replay } from "./replay.ts";
import { createRuns } from "./runs.ts";
import type { RunState } from "./state.ts";
import { viewRun } from "./view-of.ts";
import type { RunView } from "./view.ts";

/** The engine on the given ports. Keeps nothing but what is under way in this process: everything else is in the run store. */
export function createEngine(ports: EnginePorts, options: EngineOptions): Engine {
  const { store } = ports;

  const cancel: Engine["cancel"] = async (runId, { by, reason }) => {
    const running = runs.live.get(runId);
    if (running === undefined) return say(runId, { kind: "cancel", by, reason });
    await running.driver.cancel(by, reason);
    return running.result;
  };

  const runs = createRuns(ports, options, cancel);

  const answer = (state: RunState, message: Message): Promise<Answer> => answerMessage(ports, state, message);

  /** Says something to a run: to its driver in this process, into the journal when nobody drives it, else by leaving word for who does. */
  const say = async (runId: string, message: Message): Promise<RunView> => {
    const running = runs.live.get(runId);
    if (running !== undefined) {
      await running.driver.hear(message);
      return viewRun(running.driver.state);
    }
    try {
      return await runs.withLease(runId, async (lease) => {
        const state = await loadRun(store, runId, ports.steps);
        const { events, error } = await answer(state, message);
        const pen = createPen(
          ports,
          state,
          runId,
          lease,
          () => {},
          () => {},
        );
        if (events.length > 0) await pen.write(events);
        if (error !== undefined) throw error;
        return viewRun(state);
      });
    } catch (error) {
      if ((error as Partial<PawlError>).code !== "run.leased") throw error;
      await runs.mailbox.leave(runId, message);
      return viewRun(await loadRun(store, runId, ports.steps));
    }
  };

  return {
    start: (request) => runs.start(request),
    run: async (request) => (await runs.start(request)).result(),
    resume: (runId, resume) => runs.resume(runId, resume),
    rollback: (runId, options) => runs.rollback(runId, options),
    fork: (runId, fork) => runs.fork(runId, fork),
    approve: (runId, grant) => say(runId, { kind: "approve", ...grant }),
    signal: async (runId, event) => {
      const state = runs.live.get(runId)?.driver.state ?? (await loadRun(store, runId, ports.steps));
      if (answerSignal(state, event).events.length === 0) return false;
      await say(runId, { kind: "signal", ...event });
      return true;
    },
    cancel,
    show: async (runId) => {
      const running = runs.live.get(runId);
      return viewRun(running?.driver.state ?? (await loadRun(store, runId, ports.steps)));
    },
    list: (query) => store.list(query),
    orphans: async () => {
      const found = await store.orphans();
      const known = new Set(found.map(({ runId }) => runId));
      const running = await store.list({ status: ["running"], limit: 1_000 });
      const others = running.filter(({ runId }) => !known.has(runId) && !runs.live.has(runId));
      const dead = await Promise.all(others.map(({ runId }) => deadWorker(store, options, runId)));
      return [...found, ...others.filter((_, index) => dead[index] !== undefined)];
    },
    due: () => store.due(ports.clock.now()),
    journal: async (runId) => (await readEvents(store, runId)).map(({ hash: _hash, ...event }): JournalEvent => event),
    verify: (runId) => verifyRun(ports, runId),
    replay: async (runId) => {
      const events = await readEvents(store, runId);
      const workflow = await definitionOf(store, runId, events[0]);
      return replay(planned(workflow, ports.steps).plan, events);
    },
    prune: async (endedBefore) => {
      const removed: string[] = [];
      const isOld = ({ updatedAt }: RunSummary): boolean => updatedAt < endedBefore;
      for (
        let page = await endedRuns(store, endedBefore);
        page.some(isOld);
        page = await endedRuns(store, endedBefore)
      ) {
        for (const { runId } of page.filter(isOld)) {
          await store.deleteRun(runId);
          removed.push(runId);
        }
      }
      return removed;
    },
    shutdown: async (reason) => {
      const results = [...runs.live.values()].map(({ driver, result }) => {
        driver.stop(options.worker, reason);
        return result;
      });
      await Promise.allSettled(results);
    },
  };
}

function endedRuns(store: RunStore, before: number): Promise<readonly RunSummary[]> {
  return store.list({ status: ["completed", "failed", "cancelled"], before, limit: 1_000 });
}

/** What a message makes of a run, wherever it is driven. */
async function answerMessage(ports: EnginePorts, state: RunState, message: Message): Promise<Answer> {
  if (message.kind === "signal") return answerSignal(state, message);
  if (message.kind === "cancel") return answerCancel(state, message);
  return answerApproval(state, message, async () => (await ports.workspace(state.runId)).snapshot());
}

/** The chain, the end the summary speaks of, and the stored fold, if there is one: all must say the same. */
async function verifyRun(ports: EnginePorts, runId: string): ReturnType<Engine["verify"]> {
  const { store, steps } = ports;
  const summary = await store.summary(runId);
  const chain = verifyChain(runId, await store.read(runId), summary?.head);
  if (!chain.ok || (await store.checkpoint(runId)) === undefined) return chain;
  const [quick, full] = [await loadRun(store, runId, steps), await foldRun(store, runId, steps)];
  if (canonicalJson(viewRun(quick)) === canonicalJson(viewRun(full))) return chain;
  return { ...chain, ok: false, reason: "the stored fold of the run says something else than its journal" };
}
