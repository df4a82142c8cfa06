import { PawlError } from "../kernel/errors.ts";
import { sha256 } from "../kernel/digest.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Lease } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { OuterBudget } from "./budget.ts";
import { createDriver, type Driver } from "./driver.ts";
import type { Engine, EngineOptions, EnginePorts, ResumeOptions, RunHandle, RunRequest } from "./engine.ts";
import type { JournalEvent, NewEvent } from "./events.ts";
import { verifyChain } from "./journal.ts";
import { createLeases } from "./leases.ts";
import { loadRun, planned, readEvents } from "./load.ts";
import { createdEvent, openingVariables, SECRET_INPUT, splitSecrets, startedEvent, writesFiles } from "./opening.ts";
import { createPen } from "./pen.ts";
import { asText } from "./prepare.ts";
import { treeToResumeFrom } from "./resume-tree.ts";
import { initialState, type RunState } from "./state.ts";
import type { RunSurroundings } from "./step-context.ts";
import type { StepContext } from "./step.ts";
import { createUpdates } from "./updates.ts";
import { viewRun } from "./view-of.ts";
import type { RunView } from "./view.ts";

const LEASE_MS = 60_000;

interface LiveRun {
  readonly driver: Driver;
  readonly result: Promise<RunView>;
}

/** The engine on the given ports. Keeps nothing but what is under way in this process: everything else is in the run store. */
export function createEngine(ports: EnginePorts, options: EngineOptions): Engine {
  const { store, clock } = ports;
  const live = new Map<string, LiveRun>();
  const leases = createLeases(store, clock, options.leaseMs ?? LEASE_MS, (runId, error) => {
    live.get(runId)?.driver.lose(error);
  });

  const take = async (runId: string): Promise<Lease> => {
    const lease = live.has(runId) ? undefined : await leases.take(runId, options.worker);
    if (lease === undefined) throw leased(runId);
    return lease;
  };

  const begin = (
    runId: string,
    opened: {
      readonly state: RunState;
      readonly workspace: Workspace;
      readonly secretInputs: JsonObject;
      readonly outerBudgets: readonly OuterBudget[];
      readonly holds: string | undefined;
      readonly blobs?: ReadonlyMap<string, Uint8Array>;
    },
    first: readonly NewEvent[],
  ): RunHandle => {
    const driver = createDriver({
      ports,
      options,
      runId,
      lease: () => leases.current(runId),
      runChild: (parent, request) => runChild(runId, parent, request),
      ...opened,
    });
    const result = driver.drive(first).finally(async () => {
      live.delete(runId);
      await leases.give(runId);
    });
    // Whoever holds the handle may only watch events; a failure is theirs to ask for.
    result.catch(() => {});
    live.set(runId, { driver, result });
    return handleOf(runId, driver, result);
  };

  const startRun = async (
    request: RunRequest,
    extra: {
      readonly parent?: { readonly run: string; readonly path: string };
      readonly outer?: readonly OuterBudget[];
    },
  ): Promise<RunHandle> => {
    const runId = request.runId ?? clock.newRunId();
    if (live.has(runId) || (request.runId !== undefined && (await store.summary(runId)) !== undefined)) {
      throw exists(runId);
    }
    const lease = await take(runId);
    try {
      const { plan, definition } = planned(request.workflow, ports.steps);
      const workspace = await ports.workspace(runId);
      const { journaled, secret } = splitSecrets(request.workflow, request.inputs);
      for (const value of Object.values(secret)) ports.redactor.add(asText(value));
      const variables = openingVariables(ports, options, request, runId, workspace);
      const tree = writesFiles(plan.root, ports) ? await workspace.snapshot() : undefined;
      const created = createdEvent(request, definition, options, {
        inputs: journaled,
        labels: request.labels ?? {},
        ...(extra.parent === undefined ? {} : { parent: extra.parent }),
      });
      const started = startedEvent(options, lease, workspace, { tree, variables });
      const blobs = new Map([[definition.ref.$blob, definition.bytes]]);
      const state = initialState(plan);
      return begin(
        runId,
        { state, workspace, secretInputs: secret, outerBudgets: extra.outer ?? [], holds: tree, blobs },
        [created, started],
      );
    } catch (error) {
      await leases.give(runId);
      throw error;
    }
  };

  const resumeRun = async (runId: string, resume: ResumeOptions, outer: readonly OuterBudget[]): Promise<RunHandle> => {
    const lease = await take(runId);
    try {
      const state = await loadRun(store, runId, ports.steps);
      if (state.status === "completed" && resume.from === undefined) {
        await leases.give(runId);
        return finishedHandle(state);
      }
      checkFrom(state, resume.from);
      const workspace = await ports.workspace(runId);
      const tree = await treeToResumeFrom(state, resume.from, workspace);
      const resumed: NewEvent = {
        type: "run.resumed",
        data: {
          by: resume.by,
          reason: resume.reason ?? (state.status === "running" ? "its worker is gone" : `it was ${state.status}`),
          ...(resume.from === undefined ? {} : { from: resume.from }),
          ...(resume.addBudget === undefined ? {} : { budget: { ...resume.addBudget } }),
          ...(tree === undefined ? {} : { tree }),
        },
      };
      const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
      // Taking over from a worker that died changes nothing about the run: only the start is journaled.
      const isTakeover = state.status === "running" && resume.from === undefined && resume.addBudget === undefined;
      const secretInputs = secretsAgain(ports, state);
      const opened = { state, workspace, secretInputs, outerBudgets: outer, holds: undefined };
      return begin(runId, opened, isTakeover ? [started] : [resumed, started]);
    } catch (error) {
      await leases.give(runId);
      throw error;
    }
  };

  /** A child's id follows from where it was started, so that the same call after a crash finds the same child. */
  const runChild: (
    parentId: string,
    parent: Parameters<RunSurroundings["runChild"]>[0],
    request: Parameters<StepContext["runChild"]>[0],
  ) => ReturnType<StepContext["runChild"]> = async (parentId, parent, request) => {
    const driver = live.get(parentId)?.driver;
    if (driver === undefined) throw leased(parentId);
    const { created, plan } = driver.state;
    const runId = childId(parentId, parent.path);
    const outer = [driver.budgetFor(parent.path)];
    const summary = await store.summary(runId);
    const handle =
      summary === undefined
        ? await startRun(
            {
              runId,
              workflow: await ports.loadWorkflow(request.reference, plan.workflow.source.file),
              inputs: request.inputs,
              trigger: { event: "workflow", run: parentId, path: parent.path },
              contexts: created?.contexts ?? {},
              labels: created?.labels ?? {},
              ...(created?.actor === undefined ? {} : { actor: created.actor }),
            },
            { parent: { run: parentId, path: parent.path }, outer },
          )
        : await resumeRun(runId, { by: `run ${parentId}`, reason: "its parent goes on" }, outer);
    const onAbort = (): void => void handle.cancel("the run that started it was stopped", `run ${parentId}`);
    parent.signal.addEventListener("abort", onAbort, { once: true });
    try {
      const view = await handle.result();
      return {
        runId,
        status: view.status,
        outputs: view.outputs,
        ...(view.error === undefined ? {} : { error: { ...view.error, details: view.error.details ?? {} } }),
      };
    } finally {
      parent.signal.removeEventListener("abort", onAbort);
    }
  };

  /** Writes to a run that nobody in this process drives. */
  const writeParked = async (
    runId: string,
    decideEvents: (state: RunState) => Promise<{ readonly events: readonly NewEvent[]; readonly error?: PawlError }>,
  ): Promise<RunView> => {
    await take(runId);
    try {
      const state = await loadRun(store, runId, ports.steps);
      const { events, error } = await decideEvents(state);
      if (events.length > 0) {
        const pen = createPen(
          ports,
          state,
          runId,
          () => leases.current(runId),
          () => {},
          () => {},
        );
        await pen.write(events);
      }
      if (error !== undefined) throw error;
      return viewRun(state);
    } finally {
      await leases.give(runId);
    }
  };

  const answer = async (
    runId: string,
    answerTo: (state: RunState) => Promise<{ readonly events: readonly NewEvent[]; readonly error?: PawlError }>,
  ): Promise<RunView> => {
    const running = live.get(runId);
    if (running === undefined) return writeParked(runId, answerTo);
    const { events, error } = await answerTo(running.driver.state);
    await running.driver.deliver(events);
    if (error !== undefined) throw error;
    return viewRun(running.driver.state);
  };

  return {
    start: (request) => startRun(request, {}),
    run: async (request) => (await startRun(request, {})).result(),
    resume: (runId, resume) => resumeRun(runId, resume, []),
    fork: async (runId) => {
      throw leased(runId);
    },
    approve: (runId, grant) =>
      answer(runId, async (state) => {
        const waiting = [...state.parkedSteps]
          .map((path) => state.steps.get(path)?.parked?.wake.approval)
          .find((approval) => approval !== undefined);
        if (waiting === undefined) throw nothingToApprove(runId, state);
        const { path } = waiting;
        const by = { path, by: grant.by, ...(grant.note === undefined ? {} : { note: grant.note }) };
        if (!grant.approved) return { events: [{ type: "approval.rejected", data: by }] };
        const found =
          grant.tree ?? (waiting.tree === undefined ? undefined : await (await ports.workspace(runId)).snapshot());
        if (found !== waiting.tree) {
          const trees = {
            ...(waiting.tree === undefined ? {} : { expected: waiting.tree }),
            ...(found === undefined ? {} : { found }),
          };
          return {
            events: [{ type: "approval.stale", data: { path, ...trees } }],
            error: stale(path, waiting.tree, found),
          };
        }
        const tree = waiting.tree === undefined ? {} : { tree: waiting.tree };
        return { events: [{ type: "approval.granted", data: { ...by, ...tree } }] };
      }),
    signal: async (runId, event) => {
      let delivered = false;
      await answer(runId, async (state) => {
        for (const path of state.parkedSteps) {
          const wanted = state.steps.get(path)?.parked?.wake.event;
          if (wanted?.name !== event.name || !includes(event.payload, wanted.match)) continue;
          delivered = true;
          return { events: [{ type: "event.received", data: { path, name: event.name, payload: event.payload } }] };
        }
        return { events: [] };
      });
      return delivered;
    },
    cancel: async (runId, { by, reason }) => {
      const running = live.get(runId);
      if (running !== undefined) {
        await running.driver.cancel(by, reason);
        return running.result;
      }
      return writeParked(runId, async (state) => {
        if (state.status !== "running" && state.status !== "parked") return { events: [] };
        return {
          events: [
            { type: "run.cancel_requested", data: { by, reason } },
            { type: "run.cancelled", data: { by, reason } },
          ],
        };
      });
    },
    show: async (runId) => {
      const running = live.get(runId);
      return viewRun(running?.driver.state ?? (await loadRun(store, runId, ports.steps)));
    },
    list: (query) => store.list(query),
    journal: async (runId) => (await readEvents(store, runId)).map(({ hash: _hash, ...event }): JournalEvent => event),
    verify: async (runId) => {
      const summary = await store.summary(runId);
      return verifyChain(runId, await store.read(runId), summary?.head);
    },
    shutdown: async (reason) => {
      const results = [...live.values()].map(({ driver, result }) => {
        driver.stop(options.worker, reason);
        return result;
      });
      await Promise.allSettled(results);
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

function childId(parentId: string, path: string): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  const digest = sha256(`${parentId} ${path}`);
  // The parent's time stays in front, so that children sort beside it.
  const time = parentId.startsWith("run_") ? parentId.slice(4, 14) : "";
  let tail = "";
  for (let i = 0; tail.length + time.length < 26; i++) {
    tail += alphabet[Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 32] ?? "0";
  }
  return `run_${time}${tail}`;
}

/** Secret inputs are not in the journal: a resume takes them from the secrets of the same name. */
function secretsAgain(ports: EnginePorts, state: RunState): JsonObject {
  const found: Record<string, Json> = {};
  for (const [name, value] of Object.entries(state.inputs)) {
    if (value !== SECRET_INPUT || state.plan.workflow.inputs[name]?.type !== "secret") continue;
    const secret = ports.secrets.get(name) ?? ports.secrets.get(name.toUpperCase());
    if (secret === undefined) throw secretMissing(name);
    found[name] = secret;
  }
  return found;
}

/** Whether the payload holds everything `match` names. */
function includes(payload: Json, match: JsonObject | undefined): boolean {
  return Object.entries(match ?? {}).every(([key, wanted]) => {
    const found = typeof payload === "object" && payload !== null ? (payload as JsonObject)[key] : undefined;
    return JSON.stringify(found) === JSON.stringify(wanted);
  });
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

function secretMissing(name: string): PawlError {
  return new PawlError({
    code: "input.secret_missing",
    kind: "invalid",
    message: `The secret input ${name} is not kept in the journal, and there is no secret of that name now.`,
    remedy: `Set the environment variable ${name.toUpperCase()} and resume again.`,
  });
}

function nothingToApprove(runId: string, state: RunState): PawlError {
  return new PawlError({
    code: "approval.none",
    kind: "invalid",
    message: `Run ${runId} waits for no approval; it is ${state.status}.`,
    remedy: "`pawl show` says what it waits for.",
  });
}

function stale(path: string, expected: string | undefined, found: string | undefined): PawlError {
  return new PawlError({
    code: "approval.stale",
    kind: "policy",
    message: `The workspace changed since the approval of ${path} was asked for (${expected ?? "none"} then, ${found ?? "none"} now).`,
    remedy: "Resume the run: it shows the new state and asks again.",
  });
}
