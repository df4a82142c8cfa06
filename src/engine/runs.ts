import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { resolveText } from "../language/expressions/evaluate.ts";
import { resolveInputs } from "../language/inputs.ts";
import type { Workflow } from "../language/model.ts";
import type { Lease } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { OuterBudget } from "./budget.ts";
import { createDriver, type Driver } from "./driver.ts";
import type { EngineOptions, EnginePorts, ForkOptions, ResumeOptions, RunHandle, RunRequest } from "./engine.ts";
import type { EventData, NewEvent } from "./events.ts";
import { forkedJournal } from "./fork.ts";
import { createLeases } from "./leases.ts";
import { definitionOf, loadRun, planned, readEvents } from "./load.ts";
import { checkDepth, childId, childRequest, GROUP_LABEL } from "./child-run.ts";
import { deadWorker, leaseName } from "./dead-worker.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { createdEvent, openingVariables, splitSecrets, startedEvent, secretsAgain, writesFiles } from "./opening.ts";
import { asText } from "./prepare.ts";
import { checkRollback } from "./rollback.ts";
import { withHandChanges } from "./hand-changes.ts";
import { treeToResumeFrom } from "./resume-tree.ts";
import { monthlyBudgets } from "./shared-budget.ts";
import { initialState, type RunState } from "./state.ts";
import type { RunSurroundings } from "./step-context.ts";
import type { StepContext } from "./step.ts";
import { awaitTurn } from "./turn-taking.ts";
import { createUpdates } from "./updates.ts";
import { viewRun } from "./view-of.ts";
import type { RunView } from "./view.ts";

const LEASE_MS = 60_000;

export interface LiveRun {
  readonly driver: Driver;
  readonly result: Promise<RunView>;
}

/** The runs under way in this process: how they begin, go on, and end. */
export interface Runs {
  readonly live: ReadonlyMap<string, LiveRun>;
  readonly mailbox: Mailbox;
  /** The lease of a run nobody drives, for as long as `work` takes. @throws PawlError `run.leased` */
  withLease<T>(runId: string, work: (lease: () => Lease) => Promise<T>): Promise<T>;
  start(request: RunRequest): Promise<RunHandle>;
  resume(runId: string, options: ResumeOptions): Promise<RunHandle>;
  rollback(runId: string, options: { readonly by: string; readonly reason?: string }): Promise<RunHandle>;
  fork(runId: string, options: ForkOptions): Promise<RunHandle>;
}

interface Opened {
  readonly state: RunState;
  readonly workspace: Workspace;
  readonly secretInputs: JsonObject;
  readonly outerBudgets: readonly OuterBudget[];
  readonly holds: string | undefined;
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
}

/** What a run inherits from the run that started it. */
interface Family {
  readonly parent: NonNullable<EventData["run.created"]["parent"]>;
  readonly outer: readonly OuterBudget[];
  readonly workspace: Workspace;
}

export function createRuns(
  ports: EnginePorts,
  options: EngineOptions,
  cancelRun: (runId: string, cancel: { readonly by: string; readonly reason: string }) => Promise<unknown>,
): Runs {
  const { store, clock } = ports;
  const live = new Map<string, LiveRun>();
  const leases = createLeases(store, clock, options.leaseMs ?? LEASE_MS, (runId, error) => {
    live.get(runId)?.driver.lose(error);
  });
  const mailbox = createMailbox(store, clock, (runId) => live.has(runId));
  /** Runs that count against `maxConcurrentRuns`, and those that wait for one of them to end. */
  const inRoom = new Set<string>();
  const waitingForRoom: (() => void)[] = [];

  const take = async (runId: string): Promise<Lease> => {
    const lease = live.has(runId) ? undefined : await leases.take(runId, leaseName(options));
    if (lease !== undefined) return lease;
    const dead = live.has(runId) ? undefined : await deadWorker(store, options, runId);
    const relieved = dead === undefined ? undefined : await leases.take(runId, leaseName(options), dead);
    if (relieved === undefined) throw leased(runId);
    return relieved;
  };

  /** Gives the lease back when what follows fails. */
  const holding = async <T>(runId: string, work: (lease: Lease) => Promise<T>): Promise<T> => {
    const lease = await take(runId);
    try {
      return await work(lease);
    } catch (error) {
      await leases.give(runId);
      throw error;
    }
  };

  const begin = (runId: string, opened: Opened, first: readonly NewEvent[]): RunHandle => {
    const { state } = opened;
    const { workflow } = state.plan;
    const driver = createDriver({
      ports,
      options,
      runId,
      lease: () => leases.current(runId),
      runChild: (parent, request) => runChild(runId, parent, request),
      turn: (record, isOver, flushed) => turnOf(runId, state, record, isOver, flushed),
      ...opened,
      outerBudgets: [
        ...opened.outerBudgets,
        ...monthlyBudgets(store, clock, options.monthlyBudgets ?? {}, {
          workflow: workflow.name,
          actor: first[0]?.type === "run.created" ? first[0].data.actor : state.created?.actor,
        }),
      ],
    });
    const result = driver.drive(first).finally(async () => {
      live.delete(runId);
      inRoom.delete(runId);
      waitingForRoom.shift()?.();
      if (live.size === 0) mailbox.stop();
      await leases.give(runId);
    });
    // Whoever holds the handle may only watch events; a failure is theirs to ask for.
    result.catch(() => {});
    live.set(runId, { driver, result });
    mailbox.watch((to, message) => {
      const driven = live.get(to)?.driver;
      if (driven !== undefined) void driven.hear(message).catch((error: unknown) => ports.log.warning(String(error)));
    });
    return handleOf(runId, driver, result);
  };

  /** Waits until the run may begin: room in this process, its concurrency group, the quotas. */
  const turnOf = async (
    runId: string,
    state: RunState,
    record: (events: readonly NewEvent[]) => void,
    isOver: () => boolean,
    flushed: () => Promise<void>,
  ): Promise<void> => {
    // A child runs in the place of its parent.
    if (state.created?.parent !== undefined) return;
    const most = options.maxConcurrentRuns ?? Number.POSITIVE_INFINITY;
    while (inRoom.size >= most && !isOver()) {
      await new Promise<void>((resolve) => {
        waitingForRoom.push(resolve);
      });
    }
    inRoom.add(runId);
    const group = state.created?.labels[GROUP_LABEL];
    if (group === undefined && options.quotas === undefined) return;
    // The others must see this run before it looks at them.
    await flushed();
    const { createdAt, plan } = state;
    const turn = { runId, workflow: plan.workflow.name, actor: state.created?.actor, group, createdAt };
    if (group !== undefined && plan.workflow.concurrency?.cancelInProgress === true) await cancelOlder(turn, group);
    const isDead = async (other: string): Promise<boolean> => (await deadWorker(store, options, other)) !== undefined;
    await awaitTurn(store, clock, turn, options.quotas ?? {}, record, isOver, isDead);
  };

  const cancelOlder = async (
    turn: { readonly runId: string; readonly createdAt: number },
    group: string,
  ): Promise<void> => {
    const others = await store.list({ group, status: ["running", "parked"], limit: 1_000 });
    const older = others.filter(({ runId, createdAt }) => runId !== turn.runId && createdAt <= turn.createdAt);
    const reason = `run ${turn.runId} of the same group ${group} takes its place`;
    await Promise.all(older.map(({ runId }) => cancelRun(runId, { by: "concurrency", reason })));
  };

  const startRun = async (request: RunRequest, family?: Family): Promise<RunHandle> => {
    const runId = request.runId ?? clock.newRunId();
    if (live.has(runId) || (request.runId !== undefined && (await store.summary(runId)) !== undefined)) {
      throw exists(runId);
    }
    return holding(runId, async (lease) => {
      const { workflow } = request;
      const { plan, definition } = planned(workflow, ports.steps);
      const workspace = family?.workspace ?? (await ports.workspace(runId));
      const { journaled, secret } = splitSecrets(workflow, request.inputs);
      for (const value of Object.values(secret)) ports.redactor.add(asText(value));
      const { variables, scope } = openingVariables(ports, options, request, runId, workspace);
      const group = workflow.concurrency === undefined ? undefined : resolveText(workflow.concurrency.group, scope);
      const tree = writesFiles(plan.root, ports) ? await workspace.snapshot() : undefined;
      const created = createdEvent(request, definition, options, {
        inputs: journaled,
        labels: { ...request.labels, ...(group === undefined ? {} : { [GROUP_LABEL]: group }) },
        ...(family === undefined ? {} : { parent: family.parent }),
      });
      const started = startedEvent(options, lease, workspace, { tree, variables });
      const blobs = new Map([[definition.ref.$blob, definition.bytes]]);
      const opened = { state: initialState(plan), workspace, secretInputs: secret, holds: tree, blobs };
      return begin(runId, { ...opened, outerBudgets: family?.outer ?? [] }, [created, started]);
    });
  };

  const resumeRun = (runId: string, resume: ResumeOptions, family?: Family): Promise<RunHandle> =>
    holding(runId, async (lease) => {
      const state = await loadRun(store, runId, ports.steps);
      const isOver = ["completed", "failed", "cancelled"].includes(state.status);
      if ((state.status === "completed" || (isOver && resume.onlyWake === true)) && resume.from === undefined) {
        await leases.give(runId);
        return finishedHandle(state);
      }
      checkFrom(state, resume.from);
      const workspace = family?.workspace ?? (await ports.workspace(runId));
      const secretInputs = secretsAgain(ports, state);
      const ownTree = await treeToResumeFrom(state, resume.from, workspace);
      const { tree, changedByHand } = await withHandChanges(state, workspace, ownTree, ports.log);
      const resumed: NewEvent = {
        type: "run.resumed",
        data: {
          by: resume.by,
          reason: resume.reason ?? (state.status === "running" ? "its worker is gone" : `it was ${state.status}`),
          ...(resume.from === undefined ? {} : { from: resume.from }),
          ...(resume.addBudget === undefined ? {} : { budget: { ...resume.addBudget } }),
          ...(resume.autonomy === undefined ? {} : { autonomy: resume.autonomy }),
          ...(tree === undefined ? {} : { tree }),
          ...(changedByHand.length === 0 ? {} : { changed_by_hand: changedByHand }),
        },
      };
      const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
      // Taking over from a worker that died changes nothing about the run: only the start is journaled.
      const changes = resume.from ?? resume.addBudget ?? resume.autonomy;
      const isTakeover = state.status === "running" && changes === undefined;
      const opened = { state, workspace, secretInputs, outerBudgets: family?.outer ?? [], holds: undefined };
      return begin(runId, opened, isTakeover ? [started] : [resumed, started]);
    });

  const rollBack: Runs["rollback"] = (runId, { by, reason = "rolled back" }) =>
    holding(runId, async (lease) => {
      const state = await loadRun(store, runId, ports.steps);
      checkRollback(state);
      const workspace = await ports.workspace(runId);
      const secretInputs = secretsAgain(ports, state);
      const { tree, changedByHand } = await withHandChanges(state, workspace, undefined, ports.log);
      const resumed: NewEvent = {
        type: "run.resumed",
        data: {
          by,
          reason,
          rollback: true,
          ...(tree === undefined ? {} : { tree }),
          ...(changedByHand.length === 0 ? {} : { changed_by_hand: changedByHand }),
        },
      };
      const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
      return begin(runId, { state, workspace, secretInputs, outerBudgets: [], holds: undefined }, [resumed, started]);
    });

  const forkRun = async (runId: string, fork: ForkOptions): Promise<RunHandle> => {
    const events = await readEvents(store, runId);
    const workflow = await definitionOf(store, runId, events[0]);
    const forkId = clock.newRunId();
    return holding(forkId, async (lease) => {
      const { plan, definition } = planned(workflow, ports.steps);
      const inputs = forkInputs(workflow, events[0]?.data as EventData["run.created"], fork);
      const { journaled, secret } = splitSecrets(workflow, inputs);
      for (const value of Object.values(secret)) ports.redactor.add(asText(value));
      const copied = forkedJournal(plan, events, { runId: forkId, from: fork.from, inputs: journaled });
      checkFrom(copied.state, fork.from);
      await store.append({
        runId: forkId,
        records: copied.records,
        afterSeq: 0,
        fence: lease.fence,
        summary: copied.summary,
        blobs: new Map([...copied.blobs, [definition.ref.$blob, definition.bytes]]),
      });
      const workspace = await ports.workspace(forkId);
      const tree = await treeToResumeFrom(copied.state, fork.from, workspace);
      const secretInputs = { ...secretsAgain(ports, copied.state, secret), ...secret };
      const request = {
        workflow,
        inputs: { ...inputs, ...secretInputs },
        contexts: copied.state.created?.contexts ?? {},
      };
      const { variables } = openingVariables(ports, options, request, forkId, workspace);
      const resumed: NewEvent = {
        type: "run.resumed",
        data: {
          by: fork.by,
          from: fork.from,
          reason: "fork",
          inputs: journaled,
          ...(tree === undefined ? {} : { tree }),
        },
      };
      const changed = changedVariables(copied.state, variables);
      const set: NewEvent[] =
        changed === undefined ? [] : [{ type: "variable.set", data: { path: fork.from, values: changed } }];
      const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
      const opened = { state: copied.state, workspace, secretInputs, outerBudgets: [], holds: undefined };
      return begin(forkId, opened, [resumed, ...set, started]);
    });
  };

  /** A child's id follows from where it was started, so that the same call after a crash finds the same child. */
  const runChild = async (
    parentId: string,
    parent: Parameters<RunSurroundings["runChild"]>[0],
    request: Parameters<StepContext["runChild"]>[0],
  ): ReturnType<StepContext["runChild"]> => {
    const driver = live.get(parentId)?.driver;
    if (driver === undefined) throw leased(parentId);
    const { created, plan } = driver.state;
    const chain = [...(created?.parent?.chain ?? []), plan.workflow.name];
    checkDepth(chain);
    const runId = childId(parentId, parent.path);
    const family: Family = {
      parent: { run: parentId, path: parent.path, chain },
      outer: [driver.budgetFor(parent.path)],
      workspace: parent.workspace,
    };
    // What a person said when they resumed the parent is said to its children too.
    const told = driver.state.autonomy === undefined ? {} : { autonomy: driver.state.autonomy };
    const handle =
      (await store.summary(runId)) === undefined
        ? await startRun(await childRequest(ports, driver.state, runId, parent.path, request), family)
        : await resumeRun(runId, { by: `run ${parentId}`, reason: "its parent goes on", ...told }, family);
    const onAbort = (): void => void handle.cancel("the run that started it was stopped", `run ${parentId}`);
    if (parent.signal.aborted) onAbort();
    parent.signal.addEventListener("abort", onAbort, { once: true });
    try {
      const { status, outputs, error } = await handle.result();
      const failed = error === undefined ? {} : { error: { ...error, details: error.details ?? {} } };
      return { runId, status, outputs, ...failed };
    } finally {
      parent.signal.removeEventListener("abort", onAbort);
    }
  };

  return {
    live,
    mailbox,
    start: (request) => startRun(request),
    resume: (runId, resume) => resumeRun(runId, resume),
    rollback: rollBack,
    fork: forkRun,
    async withLease(runId, work) {
      await take(runId);
      try {
        return await work(() => leases.current(runId));
      } finally {
        await leases.give(runId);
      }
    },
  };
}

function handleOf(runId: string, driver: Driver, result: Promise<RunView>): RunHandle {
  return {
    id: runId,
    events: () => driver.updates.subscribe(),
    status: () => viewRun(driver.state),
    result: () => result,
    cancel: (reason, by) => driver.cancel(by, reason),
  };
}

/** A run with nothing left to do. */
function finishedHandle(state: RunState): RunHandle {
  const updates = createUpdates();
  updates.end();
  return {
    id: state.runId,
    events: () => updates.subscribe(),
    status: () => viewRun(state),
    result: async () => viewRun(state),
    cancel: async () => {},
  };
}

function forkInputs(workflow: Workflow, created: EventData["run.created"], fork: ForkOptions): JsonObject {
  const given = { ...created.inputs, ...fork.inputs };
  const { problems } = resolveInputs(workflow.inputs, given);
  const [problem] = problems;
  if (problem === undefined) return given;
  throw new PawlError({
    code: "workflow.inputs",
    kind: "invalid",
    message: problems.map(({ message }) => message).join("; "),
    ...(problem.hint === undefined ? {} : { remedy: problem.hint }),
  });
}

/** Variables that the fork's inputs change and that no step has set since. */
function changedVariables(state: RunState, opening: JsonObject): JsonObject | undefined {
  const changed: Record<string, Json> = {};
  for (const [name, value] of Object.entries(opening)) {
    const isUntouched = JSON.stringify(state.variables[name]) === JSON.stringify(state.openingVariables[name]);
    if (isUntouched && JSON.stringify(state.variables[name]) !== JSON.stringify(value)) changed[name] = value;
  }
  return Object.keys(changed).length === 0 ? undefined : changed;
}

function checkFrom(state: RunState, from: string | undefined): void {
  if (from === undefined || state.steps.has(from)) return;
  throw new PawlError({
    code: "resume.unknown_step",
    kind: "invalid",
    message: `Run ${state.runId} has no step ${from}.`,
    remedy: `Its steps are: ${[...state.steps.keys()].slice(0, 40).join(", ")}.`,
  });
}

function leased(runId: string): PawlError {
  return new PawlError({
    code: "run.leased",
    kind: "invalid",
    message: `Run ${runId} is being executed by another worker.`,
    remedy: "Wait for it to end, or cancel it. If its process died, its lease ends within a minute.",
  });
}

function exists(runId: string): PawlError {
  return new PawlError({
    code: "run.exists",
    kind: "invalid",
    message: `There is a run ${runId} already.`,
    remedy: "Resume it, or choose another id.",
  });
}
