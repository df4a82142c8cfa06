import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { resolveValue } from "../language/expressions/evaluate.ts";
import type { Lease } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";
import { answerApproval, answerSignal, type Message } from "./answers.ts";
import { beginJoin, beginStep } from "./begin.ts";
import { createBreakers } from "./breaker.ts";
import { budgetExceeded, reserve, runBudget, type OuterBudget } from "./budget.ts";
import { compensate } from "./compensate.ts";
import { conclude } from "./conclude.ts";
import { createContexts } from "./contexts.ts";
import { decide, type Command } from "./decide.ts";
import type { EngineOptions, EnginePorts } from "./engine.ts";
import type { JournalEvent, NewEvent } from "./events.ts";
import { createInbox } from "./inbox.ts";
import { createKnownArtifacts } from "./known-artifacts.ts";
import { createLanes } from "./lanes.ts";
import { createPen } from "./pen.ts";
import { stepAt, type RunState } from "./state.ts";
import { isFoldDue, storeFold } from "./stored-fold.ts";
import type { RunSurroundings } from "./step-context.ts";
import type { StepOutcome } from "./step.ts";
import { timeoutError } from "./attempt.ts";
import { eventsOfFailure } from "./settle.ts";
import { createUpdates, type Updates } from "./updates.ts";
import { viewRun } from "./view-of.ts";
import type { RunView } from "./view.ts";
import { cancelledError, type Run, type Work } from "./work.ts";

/** One run under way in this process. */
export interface Driver {
  readonly state: RunState;
  readonly updates: Updates;
  /** Drives the run until it ends or parks; rejects when the journal can't be written or the lease is lost. Call once. */
  drive(first: readonly NewEvent[]): Promise<RunView>;
  /** Journals that the run is to be cancelled and stops what is under way. */
  cancel(by: string, reason: string): Promise<void>;
  /** Takes what somebody says to the run: a grant, an event, a cancel. Throws what they are to be told. */
  hear(message: Message): Promise<void>;
  /** Stops what is under way without ending its steps: the run is cancelled and can be resumed. */
  stop(by: string, reason: string): void;
  /** The lease is gone: everything stops, nothing more is written. */
  lose(error: PawlError): void;
  /** For a child run: its money is this run's money too. */
  readonly budgetFor: (path: string) => OuterBudget;
}

export interface DriverRequest {
  readonly ports: EnginePorts;
  readonly options: EngineOptions;
  readonly state: RunState;
  readonly runId: string;
  readonly lease: () => Lease;
  readonly workspace: Workspace;
  readonly secretInputs: JsonObject;
  readonly outerBudgets: readonly OuterBudget[];
  readonly runChild: RunSurroundings["runChild"];
  /** What the work tree is known to hold, just after it was snapshotted. */
  readonly holds: string | undefined;
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
  /** Resolves when the run may begin; the events before it are durable by then. */
  readonly turn?: (
    record: (events: readonly NewEvent[]) => void,
    isOver: () => boolean,
    flushed: () => Promise<void>,
  ) => Promise<void>;
}

/** What has happened since the driver last looked. */
type Happening =
  | { readonly kind: "ended"; readonly work: Work; readonly outcome: StepOutcome }
  | { readonly kind: "look" }
  | { readonly kind: "broken"; readonly error: Error };

export function createDriver(request: DriverRequest): Driver {
  const { ports, options, state, runId, workspace } = request;
  const { clock } = ports;
  const updates = createUpdates();
  const inbox = createInbox<Happening>();
  const underWay = new Map<string, Work>();
  /** Paths whose start is being prepared: decided, but not in the journal yet. */
  const preparing = new Set<string>();
  /** What goes on beside the steps: results on their way into the cache. */
  const asides = new Set<Promise<void>>();
  let stopping: { readonly by: string; readonly reason: string } | undefined;
  let timer: { readonly until: number; readonly control: AbortController } | undefined;
  let reservations = 0;
  let folded = state.head.seq;

  const pen = createPen(
    ports,
    state,
    runId,
    request.lease,
    (event: JournalEvent) => updates.publish({ kind: "event", event }),
    (error) => inbox.put({ kind: "broken", error }),
  );
  const known = createKnownArtifacts(state, ports.artifacts, ports.log);
  const contexts = createContexts(state, {
    secrets: ports.secrets,
    env: options.env,
    secretInputs: request.secretInputs,
    artifact: (name, from) => known.find(name, from),
  });

  const write = (events: readonly NewEvent[]): Promise<void> => {
    const durable = pen.write(events);
    durable.catch(() => {});
    for (const event of events) {
      if (!ENDINGS.has(event.type) && !ANSWERS.has(event.type)) continue;
      const step = stepAt(state, (event.data as { readonly path: string }).path);
      if (step.phase === "ended" || ENDINGS.has(event.type)) contexts.ended(step);
    }
    return durable;
  };

  const run: Run = {
    ports,
    options,
    state,
    runId,
    workspace,
    contexts,
    lanes: createLanes(workspace, request.holds),
    breakers: createBreakers(ports.store, clock),
    write,
    record: (events) => {
      void write(events);
    },
    publish: (update) => updates.publish(update),
    outer: request.outerBudgets,
    nextId: () => `r${state.attempt}-${++reservations}`,
    runChild: request.runChild,
    report: (work, outcome) => inbox.put({ kind: "ended", work, outcome }),
    aside(work) {
      asides.add(work);
      void work.finally(() => asides.delete(work));
    },
    enlist(work) {
      underWay.set(work.step.path, work);
      // What begins after a cancel is clean-up; what was on its way when it came is stopped.
      const isLate = state.cancel !== undefined && work.step.startedSeq < state.cancelSeq;
      if (stopping !== undefined || isLate) work.control.abort(cancelledError(work.step.path));
    },
  };

  const begin = (path: string, work: Promise<void>): void => {
    preparing.add(path);
    void work.finally(() => {
      preparing.delete(path);
      inbox.put({ kind: "look" });
    });
  };

  const stopAll = (reason: (path: string) => PawlError = cancelledError): void => {
    for (const [path, { control }] of underWay) control.abort(reason(path));
  };

  const act = async (commands: readonly Command[]): Promise<"end" | "again" | "wait"> => {
    const seq = state.head.seq;
    for (const command of commands) {
      if (command.do === "abort") {
        for (const [path, work] of underWay)
          if (path.startsWith(`${command.path}/`)) work.control.abort(cancelledError(path));
      }
      const isBusy = "path" in command && (preparing.has(command.path) || underWay.has(command.path));
      if (isBusy && command.do !== "fail") continue;
      if (command.do === "begin" || command.do === "join") {
        const step = stepAt(state, command.path);
        const go = (): Promise<void> =>
          command.do === "join" ? beginJoin(run, step) : beginStep(run, step, command.attempt);
        begin(command.path, known.fetch(step.planned.step)?.then(go) ?? go());
      } else if (command.do === "wait") setTimer(command.until);
      else if (command.do === "expire") {
        const step = stepAt(state, command.path);
        const timeoutMs = step.planned.step.timeoutMs ?? 0;
        const durationMs = Math.max(0, clock.now() - (step.startedAt ?? clock.now()));
        const error = timeoutError(step.path, timeoutMs);
        run.record(eventsOfFailure(state, step, { attempt: step.attempt, error, durationMs }, clock));
      } else if (command.do === "compensate") {
        await compensate(run, command.path, command.attempt);
        underWay.delete(`${command.path}/compensate`);
      } else {
        if (ENDS.has(command.do) && !run.lanes.isSettled()) {
          // A process that dies once the end is durable leaves the work tree as the run has it: nobody takes it for changes by hand.
          await run.lanes.settle();
          if (state.head.seq !== seq) return "again";
        }
        run.record([eventOf(state, command, () => outputsOf(run))]);
      }
    }
    if (state.status !== "running") return "end";
    return state.head.seq === seq ? "wait" : "again";
  };

  const setTimer = (until: number): void => {
    if (timer !== undefined && timer.until <= until) return;
    timer?.control.abort();
    const control = new AbortController();
    timer = { until, control };
    clock.sleep(Math.max(0, until - clock.now()), control.signal).then(
      () => {
        timer = undefined;
        inbox.put({ kind: "look" });
      },
      () => {},
    );
  };

  /** Parks what is under way when the run's minutes are spent; wakes up again when they will be. */
  const watchMinutes = (): void => {
    const limit = runBudget(state).minutes;
    if (limit === undefined) return;
    const usedMs = state.activeMs + (state.activeSince === undefined ? 0 : clock.now() - state.activeSince);
    const leftMs = limit * 60_000 - usedMs;
    if (leftMs > 0) {
      setTimer(clock.now() + leftMs);
      return;
    }
    const used = usedMs / 60_000;
    stopAll(() => budgetExceeded({ scope: "run", dimension: "minutes", limit, used, needed: 1 }));
  };

  /** Stores the fold of a long run now and then, so that it is opened again fast. Losing one costs nothing but time. */
  const keepFold = (): void => {
    const { seq } = state.head;
    if (!isFoldDue(seq, folded)) return;
    folded = seq;
    const bytes = storeFold(state);
    const stored = pen.flushed().then(() => ports.store.saveCheckpoint(runId, seq, bytes));
    run.aside(
      stored.catch((error: unknown) => ports.log.debug(`the fold of ${runId} was not stored: ${String(error)}`)),
    );
  };

  /** Stops all that is under way and waits for it: whoever goes on with the run in this process finds nobody in its files. */
  const leaveAll = async (): Promise<void> => {
    stopAll();
    while (underWay.size > 0 || preparing.size > 0) {
      const happening = await inbox.take();
      stopAll();
      if (happening.kind !== "ended") continue;
      underWay.delete(happening.work.step.path);
      await happening.work.lane.abandon().catch(() => {});
    }
  };

  const loop = async (): Promise<void> => {
    for (;;) {
      keepFold();
      if (stopping === undefined) {
        watchMinutes();
        const next = await act(decide(state, clock.now()));
        if (next === "end") return;
        if (next === "again") continue;
      } else if (underWay.size === 0 && preparing.size === 0) {
        await run.lanes.settle();
        run.record([{ type: "run.cancelled", data: stopping }]);
        return;
      }
      const happening = await inbox.take();
      if (happening.kind === "broken") {
        await leaveAll();
        throw happening.error;
      }
      if (happening.kind === "ended") {
        const { work, outcome } = happening;
        underWay.delete(work.step.path);
        // A step that the end of this process stops has not ended: it begins again with the next worker.
        if (stopping !== undefined && outcome.status !== "completed") await work.lane.abandon();
        else await conclude(run, work, outcome);
        if (outcome.status === "cancel_run") stopAll();
      }
    }
  };

  return {
    state,
    updates,
    async drive(first) {
      pen.write(first, request.blobs).catch(() => {});
      run.lanes.goTo(state.tree);
      contexts.reset();
      try {
        await request.turn?.(
          run.record,
          () => state.cancel !== undefined || stopping !== undefined,
          () => pen.flushed(),
        );
        await run.lanes.settle();
        await loop();
        await pen.flushed();
        keepFold();
        await run.lanes.settle();
        await Promise.all(asides);
        return viewRun(state);
      } finally {
        timer?.control.abort();
        updates.end();
      }
    },
    async cancel(by, reason) {
      if (state.cancel !== undefined) {
        // Asked again: the clean-up is stopped too.
        stopAll();
        return;
      }
      if (state.status !== "running") return;
      const durable = write([{ type: "run.cancel_requested", data: { by, reason } }]);
      stopAll();
      inbox.put({ kind: "look" });
      await durable;
    },
    async hear(message) {
      if (message.kind === "cancel") {
        await this.cancel(message.by, message.reason);
        return;
      }
      const { events, error } =
        message.kind === "signal"
          ? answerSignal(state, message)
          : await answerApproval(state, message, () => workspace.snapshot());
      const durable = write(events);
      inbox.put({ kind: "look" });
      await durable;
      if (error !== undefined) throw error;
    },
    stop(by, reason) {
      stopping = { by, reason };
      stopAll();
      inbox.put({ kind: "look" });
    },
    lose(error) {
      stopAll();
      inbox.put({ kind: "broken", error });
    },
    budgetFor: (path) => ({ reserve: (worstCase) => reserve(run, path, worstCase) }),
  };
}

/** The event a command is, where nothing has to be done for it first. */
function eventOf(state: RunState, command: Command, outputs: () => JsonObject): NewEvent {
  switch (command.do) {
    case "skip":
      return {
        type: "step.skipped",
        data: { path: command.path, reason: command.reason, because: command.because },
      };
    case "cancel":
      return { type: "step.cancelled", data: { path: command.path, reason: command.reason } };
    case "wake":
      return { type: "timer.fired", data: { path: command.path } };
    case "abort": {
      const reason = `${command.path} was still under way when its time was over`;
      return { type: "decision", data: { kind: "abort", path: command.path, reason } };
    }
    case "start_compensation":
      return { type: "compensation.started", data: { reason: command.reason, paths: command.paths } };
    case "finish_compensation":
      return { type: "compensation.finished", data: { status: command.status, failed: command.failed } };
    case "park":
      return { type: "run.parked", data: { reason: command.reason, wake: command.wake } };
    case "fail": {
      const error = stepAt(state, command.path).error ?? unknownFailure(command.path).toJSON();
      return { type: "run.failed", data: { error, path: command.path } };
    }
    case "cancel_run":
      return { type: "run.cancelled", data: state.cancel ?? { by: "a step", reason: "a step was cancelled" } };
    case "complete":
      try {
        return { type: "run.completed", data: { outputs: outputs() } };
      } catch (error) {
        return { type: "run.failed", data: { error: toPawlError(error).toJSON() } };
      }
  }
  throw new Error(`a command without an event: ${command.do}`);
}

/** The workflow's outputs. */
function outputsOf(run: Run): JsonObject {
  const scope = run.contexts.rootScope(run.workspace);
  const outputs: Record<string, Json> = {};
  for (const [name, output] of Object.entries(run.state.plan.workflow.outputs)) {
    outputs[name] = resolveValue(output.value, scope);
  }
  return outputs;
}

/** Events after which later steps see the step's result. */
const ENDINGS: ReadonlySet<string> = new Set([
  "step.completed",
  "step.cached",
  "step.failed",
  "step.skipped",
  "step.cancelled",
]);

/** Commands after which the run rests. */
const ENDS: ReadonlySet<Command["do"]> = new Set(["park", "complete", "fail", "cancel_run"]);

/** Events that may end a step whose fate a person was asked about. */
const ANSWERS: ReadonlySet<string> = new Set(["approval.granted", "approval.rejected"]);

function unknownFailure(path: string): PawlError {
  return new PawlError({ code: "step.failed", kind: "permanent", message: `Step ${path} failed` });
}
