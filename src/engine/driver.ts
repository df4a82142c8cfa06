import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { evaluateCondition, resolveValue } from "../language/expressions/evaluate.ts";
import type { Lease } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";
import { collectArtifacts } from "./artifacts.ts";
import { runAttempt } from "./attempt.ts";
import { reserve, type OuterBudget } from "./budget.ts";
import { createContexts } from "./contexts.ts";
import { decide, type Command } from "./decide.ts";
import type { EngineOptions, EnginePorts } from "./engine.ts";
import type { ArtifactRef, JournalEvent, NewEvent } from "./events.ts";
import { frameResults } from "./frame-results.ts";
import { createInbox } from "./inbox.ts";
import { createLanes, type Lane } from "./lanes.ts";
import { createPen } from "./pen.ts";
import { prepareStep, type Prepared } from "./prepare.ts";
import { eventsOfFailure, parkEvents, withDeclaredOutputs } from "./settle.ts";
import { stepAt, type RunState, type StepState } from "./state.ts";
import { stepContext, type RunSurroundings } from "./step-context.ts";
import type { StepContext, StepImplementation, StepOutcome } from "./step.ts";
import { createUpdates, type Updates } from "./updates.ts";
import { viewRun } from "./view-of.ts";
import type { RunView } from "./view.ts";

/** One run under way in this process. */
export interface Driver {
  readonly state: RunState;
  readonly updates: Updates;
  /** Drives the run until it ends or parks; rejects when the journal can't be written or the lease is lost. Call once. */
  drive(first: readonly NewEvent[]): Promise<RunView>;
  /** Journals that the run is to be cancelled and stops what is under way. */
  cancel(by: string, reason: string): Promise<void>;
  /** Journals something that came from outside (a grant, an event) and goes on. */
  deliver(events: readonly NewEvent[]): Promise<void>;
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
}

/** What has happened since the driver last looked. */
type Happening =
  | { readonly kind: "ended"; readonly work: Work; readonly outcome: StepOutcome }
  | { readonly kind: "look" }
  | { readonly kind: "broken"; readonly error: Error };

/** An attempt, or a join, that is under way. */
interface Work {
  readonly step: StepState;
  readonly attempt: number;
  readonly lane: Lane;
  readonly control: AbortController;
  readonly startedAt: number;
  readonly implementation: StepImplementation;
  artifacts: readonly ArtifactRef[];
  leftTemporary: () => Promise<void>;
}

export function createDriver(request: DriverRequest): Driver {
  const { ports, options, state, runId, workspace } = request;
  const { clock } = ports;
  const updates = createUpdates();
  const inbox = createInbox<Happening>();
  const underWay = new Map<string, Work>();
  /** Paths whose start is being prepared: decided, but not in the journal yet. */
  const preparing = new Set<string>();
  let stopping: { readonly by: string; readonly reason: string } | undefined;
  let timer: { readonly until: number; readonly control: AbortController } | undefined;
  let reservations = 0;
  let landed = state.tree;

  const pen = createPen(
    ports,
    state,
    runId,
    request.lease,
    (event: JournalEvent) => updates.publish({ kind: "event", event }),
    (error) => inbox.put({ kind: "broken", error }),
  );
  const contexts = createContexts(state, {
    secrets: ports.secrets,
    env: options.env,
    secretInputs: request.secretInputs,
    artifact: (name) => artifactOf(state, name),
  });
  const lanes = createLanes(
    workspace,
    () => landed,
    (tree) => {
      landed = tree;
    },
    request.holds,
  );

  /** Folds and queues events; they are durable in order, and the next step's start shares their commit. */
  const write = (events: readonly NewEvent[]): Promise<void> => {
    const durable = pen.write(events);
    durable.catch(() => {});
    for (const event of events) {
      if (ENDINGS.has(event.type)) contexts.ended(stepAt(state, (event.data as { readonly path: string }).path));
    }
    return durable;
  };

  const surroundings: RunSurroundings = {
    ports,
    options,
    state,
    write,
    publish: (update) => updates.publish(update),
    outer: request.outerBudgets,
    nextId: () => `r${state.attempt}-${++reservations}`,
    runChild: request.runChild,
  };

  const implementationOf = (step: StepState): StepImplementation => {
    const implementation = ports.steps.get(step.planned.step.type);
    if (implementation === undefined) throw unknownType(step);
    return implementation;
  };

  // ── beginning ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  const begin = (path: string, attempt: number): void => {
    preparing.add(path);
    const step = stepAt(state, path);
    prepare(step, attempt)
      .catch((error: unknown) => {
        write(eventsOfFailure(state, step, { attempt, error: toPawlError(error), durationMs: 0 }, clock));
      })
      .finally(() => {
        preparing.delete(path);
        inbox.put({ kind: "look" });
      });
  };

  const prepare = async (step: StepState, attempt: number): Promise<void> => {
    const { planned, path } = step;
    const implementation = implementationOf(step);
    const wake = step.wake;
    const scope = contexts.scopeOf(step, workspace);
    const isFirst = attempt === step.attemptBase + 1 && wake === undefined && step.covers.length === 0;
    if (isFirst && planned.step.when !== undefined && !evaluateCondition(planned.step.when, scope)) {
      const reason = `its condition is false: ${planned.step.when}`;
      write([{ type: "step.skipped", data: { path, reason, because: "condition" } }]);
      return;
    }
    const prepared = prepareStep(state, planned.step, implementation, scope);
    const content = step.checkpoints.findLast(({ tree }) => tree !== undefined)?.tree;
    const lane = implementation.writesWorkspace
      ? await lanes.enter({ path, base: step.inputTree, content })
      : lanes.reading();
    const control = new AbortController();
    try {
      const started: NewEvent = {
        type: "step.started",
        data: {
          path,
          attempt,
          ...(lane.base === undefined ? {} : { tree: lane.base }),
          resolved: prepared.resolved,
        },
      };
      const durable = write([started]);
      const work: Work = {
        step,
        attempt,
        lane,
        control,
        startedAt: clock.now(),
        implementation,
        artifacts: [],
        leftTemporary: async () => {},
      };
      underWay.set(path, work);
      if (stopping !== undefined || state.cancel !== undefined) control.abort(cancelled(path));
      void perform(work, durable, prepared, wake, (context) => implementation.run(context));
    } catch (error) {
      await lane.abandon();
      throw error;
    }
  };

  /** Runs the work once its start is durable, and reports how it ended. Never rejects. */
  const perform = async (
    work: Work,
    durable: Promise<void>,
    prepared: Prepared,
    wake: StepContext["wake"],
    body: (context: StepContext) => Promise<StepOutcome>,
  ): Promise<void> => {
    const { step, attempt, lane, control, implementation } = work;
    const about = { runId, path: step.path, type: step.planned.step.type, attempt };
    const outcome = await runAttempt(
      clock,
      options.middleware ?? [],
      about,
      step.planned.step.timeoutMs,
      control,
      async () => {
        await durable;
        const scope = contexts.scopeOf(step, lane.workspace);
        const context = stepContext(surroundings, step, {
          number: attempt,
          prepared,
          scope,
          lane,
          signal: control.signal,
          temporaryDirectory: await temporaryFor(work, implementation),
          wake,
        });
        const result = await body(context);
        if (result.status === "completed" || result.status === "failed") {
          work.artifacts = await collectArtifacts(ports, state, step, lane, result, scope);
        }
        return result.status === "completed" ? withDeclaredOutputs(step, result, scope) : result;
      },
    );
    await work.leftTemporary().catch(() => {});
    inbox.put({ kind: "ended", work, outcome });
  };

  const temporaryFor = async (work: Work, implementation: StepImplementation): Promise<string> => {
    if (implementation.code === undefined && !implementation.writesWorkspace) return "";
    const directory = await ports.temporaryDirectory(`${runId}-${work.step.path.replaceAll("/", ".")}-${work.attempt}`);
    work.leftTemporary = () => directory.remove();
    return directory.path;
  };

  const join = (path: string): void => {
    const step = stepAt(state, path);
    const implementation = implementationOf(step);
    const work: Work = {
      step,
      attempt: step.attempt,
      lane: lanes.reading(),
      control: new AbortController(),
      startedAt: clock.now(),
      implementation,
      artifacts: [],
      leftTemporary: async () => {},
    };
    underWay.set(path, work);
    void (async () => {
      try {
        const scope = contexts.scopeOf(step, workspace);
        const prepared = prepareStep(state, step.planned.step, implementation, scope);
        const round = step.expansion?.rounds;
        const saved = step.checkpoints.findLast((made) => made.round === round && made.tree !== undefined)?.tree;
        const lane = implementation.writesWorkspace
          ? await lanes.enter({ path, base: undefined, content: saved })
          : work.lane;
        const entered = { ...work, lane };
        underWay.set(path, entered);
        const frames = frameResults(state, step);
        await perform(entered, Promise.resolve(), prepared, undefined, async (context) => {
          if (implementation.join === undefined) throw noJoin(step);
          return implementation.join(context, frames);
        });
      } catch (error) {
        inbox.put({ kind: "ended", work, outcome: { status: "failed", error: toPawlError(error) } });
      }
    })();
  };

  // ── ending ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  const conclude = async (work: Work, outcome: StepOutcome): Promise<void> => {
    const { step, lane, attempt, startedAt } = work;
    const { path } = step;
    underWay.delete(path);
    if (stopping !== undefined && outcome.status !== "completed") {
      await lane.abandon();
      return;
    }
    const durationMs = Math.max(0, Math.round(clock.now() - startedAt));
    try {
      const tree = await lane.leave();
      const written = await outcomeEvents(work, outcome, tree, durationMs);
      write(written);
    } catch (error) {
      write(eventsOfFailure(state, step, { attempt, error: toPawlError(error), durationMs }, clock));
    }
  };

  const outcomeEvents = async (
    work: Work,
    outcome: StepOutcome,
    tree: string | undefined,
    durationMs: number,
  ): Promise<readonly NewEvent[]> => {
    const { step, attempt } = work;
    const { path } = step;
    const withTree = tree === undefined ? {} : { tree };
    switch (outcome.status) {
      case "completed": {
        const completed: NewEvent = {
          type: "step.completed",
          data: {
            path,
            outputs: outcome.outputs,
            artifacts: work.artifacts,
            ...withTree,
            duration_ms: durationMs,
            evidence: outcome.evidence ?? {},
          },
        };
        if (outcome.variables === undefined) return [completed];
        return [{ type: "variable.set", data: { path, values: outcome.variables } }, completed];
      }
      case "failed": {
        const { error, outputs, evidence } = outcome;
        return eventsOfFailure(
          state,
          step,
          { attempt, error, durationMs, ...withTree, ...(outputs && { outputs }), ...(evidence && { evidence }) },
          clock,
        );
      }
      case "expanded":
        return [
          {
            type: "step.expanded",
            data: {
              path,
              frames: outcome.frames,
              max_parallel: outcome.maxParallel,
              ...withTree,
              ...(outcome.outputs === undefined ? {} : { outputs: outcome.outputs }),
            },
          },
        ];
      case "parked":
        return parkEvents(step, outcome, tree, landed);
      case "cancel_run": {
        const by = `step ${path}`;
        stopOthers(path);
        return [
          {
            type: "step.completed",
            data: { path, outputs: {}, artifacts: [], duration_ms: durationMs, evidence: { reason: outcome.reason } },
          },
          { type: "run.cancel_requested", data: { by, reason: outcome.reason } },
        ];
      }
    }
  };

  const stopOthers = (except?: string): void => {
    for (const [path, { control }] of underWay) if (path !== except) control.abort(cancelled(path));
  };

  // ── the loop ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  const isBusy = (path: string): boolean => preparing.has(path) || underWay.has(path);

  /** Acts on what is decided; returns the run's end when it has one. */
  const act = async (commands: readonly Command[]): Promise<"end" | "again" | "wait"> => {
    let changed = false;
    for (const command of commands) {
      if ("path" in command && command.do !== "fail" && isBusy(command.path)) continue;
      const seq = state.head.seq;
      switch (command.do) {
        case "begin":
          begin(command.path, command.attempt);
          break;
        case "join":
          join(command.path);
          break;
        case "skip": {
          const { path, reason, because } = command;
          write([{ type: "step.skipped", data: { path, reason, because } }]);
          break;
        }
        case "cancel":
          write([{ type: "step.cancelled", data: { path: command.path, reason: command.reason } }]);
          break;
        case "wake":
          write([{ type: "timer.fired", data: { path: command.path } }]);
          break;
        case "wait":
          setTimer(command.until);
          break;
        case "start_compensation":
          write([{ type: "compensation.started", data: { reason: command.reason, paths: command.paths } }]);
          break;
        case "finish_compensation":
          write([{ type: "compensation.finished", data: { status: command.status, failed: command.failed } }]);
          break;
        case "compensate":
          await compensate(command.path, command.attempt);
          break;
        case "park":
          write([{ type: "run.parked", data: { reason: command.reason, wake: command.wake } }]);
          return "end";
        case "complete":
          complete();
          return "end";
        case "fail": {
          const error = stepAt(state, command.path).error ?? unknownFailure(command.path).toJSON();
          write([{ type: "run.failed", data: { error, path: command.path } }]);
          return "end";
        }
        case "cancel_run":
          write([{ type: "run.cancelled", data: state.cancel ?? { by: "unknown", reason: "a step was cancelled" } }]);
          return "end";
      }
      changed ||= state.head.seq !== seq;
    }
    return changed ? "again" : "wait";
  };

  const complete = (): void => {
    try {
      const scope = contexts.rootScope(workspace);
      const outputs: Record<string, Json> = {};
      for (const [name, output] of Object.entries(state.plan.workflow.outputs)) {
        outputs[name] = resolveValue(output.value, scope);
      }
      write([{ type: "run.completed", data: { outputs } }]);
    } catch (error) {
      write([{ type: "run.failed", data: { error: toPawlError(error).toJSON() } }]);
    }
  };

  const compensate = async (path: string, attempt: number): Promise<void> => {
    const step = stepAt(state, path);
    const undo = step.planned.step.compensate;
    if (undo === undefined) return;
    await write([{ type: "compensation.step", data: { path, status: "started", attempt } }]);
    const outcome = await runCompensation(step, undo, attempt);
    if (outcome.status === "completed") {
      const evidence = outcome.evidence ?? {};
      write([{ type: "compensation.step", data: { path, status: "completed", attempt, evidence } }]);
      return;
    }
    const error = outcome.status === "failed" ? outcome.error : cannotCompensate(path, outcome.status);
    const failed: NewEvent = {
      type: "compensation.step",
      data: { path, status: "failed", attempt, error: error.toJSON() },
    };
    write([failed]);
  };

  const runCompensation = async (
    step: StepState,
    undo: NonNullable<StepState["planned"]["step"]["compensate"]>,
    attempt: number,
  ): Promise<StepOutcome> => {
    const implementation = ports.steps.get(undo.type);
    const control = new AbortController();
    if (implementation === undefined) return { status: "failed", error: unknownType(step) };
    try {
      const scope = contexts.scopeOf(step, workspace);
      const prepared = prepareStep(state, undo, implementation, scope);
      const lane = implementation.writesWorkspace
        ? await lanes.enter({ path: step.path, base: undefined, content: undefined })
        : lanes.reading();
      const path = `${step.path}/compensate`;
      const planned = { ...step.planned, step: undo };
      const work: Work = {
        step: { ...step, path, planned, expansion: undefined, checkpoints: [] },
        attempt,
        lane,
        control,
        startedAt: clock.now(),
        implementation,
        artifacts: [],
        leftTemporary: async () => {},
      };
      const about = { runId, path, type: undo.type, attempt };
      const outcome = await runAttempt(clock, options.middleware ?? [], about, undo.timeoutMs, control, async () =>
        implementation.run(
          stepContext(surroundings, work.step, {
            number: attempt,
            prepared,
            scope,
            lane,
            signal: control.signal,
            temporaryDirectory: await temporaryFor(work, implementation),
            wake: undefined,
          }),
        ),
      );
      await work.leftTemporary().catch(() => {});
      await lane.leave();
      return outcome;
    } catch (error) {
      return { status: "failed", error: toPawlError(error) };
    }
  };

  const setTimer = (until: number): void => {
    if (timer !== undefined && timer.until === until) return;
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

  const drive = async (first: readonly NewEvent[]): Promise<RunView> => {
    pen.write(first, request.blobs).catch(() => {});
    landed = state.tree;
    contexts.reset();
    try {
      await lanes.settle();
      await loop();
      await pen.flushed();
      if (state.status !== "running") await lanes.settle();
      return viewRun(state);
    } finally {
      timer?.control.abort();
      updates.end();
    }
  };

  const loop = async (): Promise<void> => {
    for (;;) {
      if (stopping !== undefined) {
        if (underWay.size === 0 && preparing.size === 0) {
          write([{ type: "run.cancelled", data: stopping }]);
          return;
        }
      } else {
        const next = await act(decide(state, clock.now()));
        if (next === "end") return;
        if (next === "again") continue;
      }
      const happening = await inbox.take();
      if (happening.kind === "broken") {
        stopOthers();
        throw happening.error;
      }
      if (happening.kind === "ended") await conclude(happening.work, happening.outcome);
    }
  };

  return {
    state,
    updates,
    drive,
    async cancel(by, reason) {
      if (state.cancel !== undefined || state.status !== "running") return;
      const durable = write([{ type: "run.cancel_requested", data: { by, reason } }]);
      stopOthers();
      inbox.put({ kind: "look" });
      await durable;
    },
    async deliver(events) {
      const durable = write(events);
      inbox.put({ kind: "look" });
      await durable;
    },
    stop(by, reason) {
      stopping = { by, reason };
      stopOthers();
      inbox.put({ kind: "look" });
    },
    lose(error) {
      stopOthers();
      inbox.put({ kind: "broken", error });
    },
    budgetFor: (path) => ({
      reserve: (worstCase) => reserve(surroundings, path, worstCase),
    }),
  };
}

/** Events after which later steps see the step's result. */
const ENDINGS: ReadonlySet<string> = new Set([
  "step.completed",
  "step.cached",
  "step.failed",
  "step.skipped",
  "step.cancelled",
]);

function artifactOf(state: RunState, name: string): Json {
  for (const step of [...state.steps.values()].toReversed()) {
    const found = step.artifacts.findLast((artifact) => artifact.name === name);
    if (found !== undefined) return { ...found };
  }
  return null;
}

function cancelled(path: string): PawlError {
  return new PawlError({ code: "step.cancelled", kind: "cancelled", message: `Step ${path} was cancelled` });
}

function unknownType(step: StepState): PawlError {
  const { id, type } = step.planned.step;
  return new PawlError({
    code: "step.unknown_type",
    kind: "invalid",
    message: `Step ${id} has the type "${type}", which this Pawl doesn't know`,
    remedy: "Run it with the version of Pawl, or the plugins, that the workflow was written for.",
  });
}

function noJoin(step: StepState): PawlError {
  return new PawlError({
    code: "step.no_join",
    kind: "permanent",
    message: `The step type ${step.planned.step.type} opens frames but can't join them`,
    remedy: "Give the type a `join`, or let its `run` end the step itself.",
  });
}

function cannotCompensate(path: string, status: string): PawlError {
  return new PawlError({
    code: "compensation.not_ended",
    kind: "permanent",
    message: `The compensation of ${path} ended as "${status}"; it must complete or fail`,
    remedy: "Use a step type that ends by itself, such as shell, for `compensate`.",
  });
}

function unknownFailure(path: string): PawlError {
  return new PawlError({ code: "step.failed", kind: "permanent", message: `Step ${path} failed` });
}
