import { PawlError, toPawlError } from "../kernel/errors.ts";
import { evaluateCondition } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import { collectArtifacts } from "./artifacts.ts";
import { runAttempt } from "./attempt.ts";
import { budgetExceeded } from "./budget.ts";
import { askCache, isCacheable, keepResult } from "./cached-step.ts";
import { frameResults } from "./frame-results.ts";
import type { Lane } from "./lanes.ts";
import { prepareStep, type Prepared } from "./prepare.ts";
import { eventsOfFailure, withDeclaredOutputs } from "./settle.ts";
import type { StepState } from "./state.ts";
import { outputOf, stepContext, type Output } from "./step-context.ts";
import type { StepContext, StepImplementation, StepOutcome } from "./step.ts";
import { implementationOf, type Run, type Work } from "./work.ts";

/**
 * Begins one attempt: its condition, its fields, its place to work, its start in the journal; then its code. Resolves once the start is
 * queued (or the step was skipped, or failed to begin); how it ends is reported. Never rejects.
 */
export async function beginStep(run: Run, step: StepState, attempt: number): Promise<void> {
  let lane: Lane | undefined;
  try {
    const { planned, path } = step;
    const implementation = implementationOf(run, planned.step.type, path);
    const wake = step.wake;
    const scope = run.contexts.scopeOf(step, run.workspace);
    const isFirst = attempt === step.attemptBase + 1 && wake === undefined && step.covers.length === 0;
    if (isFirst && planned.step.when !== undefined && !evaluateCondition(planned.step.when, scope)) {
      const reason = `its condition is false: ${planned.step.when}`;
      run.record([{ type: "step.skipped", data: { path, reason, because: "condition" } }]);
      return;
    }
    if (planned.step.circuitBreaker !== undefined) await run.breakers.check(planned.step.circuitBreaker);
    const preparing = prepareStep(run, planned.step, implementation, scope);
    const prepared = preparing instanceof Promise ? await preparing : preparing;
    lane = implementation.writesWorkspace
      ? await run.lanes.enter({
          path,
          base: step.inputTree,
          content: step.checkpoints.findLast(({ tree }) => tree !== undefined),
        })
      : run.lanes.reading();
    const work = newWork(run, step, attempt, implementation, lane);
    const isAsked = isCacheable(implementation, step) && attempt === step.attemptBase + 1 && wake === undefined;
    const asked = isAsked ? await lookUp(run, work, prepared, scope) : { isHit: false };
    if (!asked.isHit) start(run, work, prepared, wake, asked.key);
  } catch (error) {
    await lane?.abandon();
    const failure = { attempt, error: toPawlError(error), durationMs: 0 };
    run.record(eventsOfFailure(run.state, step, failure, run.ports.clock));
  }
}

/** Asks the cache; on a hit the step has ended. */
async function lookUp(
  run: Run,
  work: Work,
  prepared: Prepared,
  scope: Scope,
): Promise<{ readonly isHit: boolean; readonly key?: string }> {
  const { step, lane, implementation } = work;
  const context = contextOf(run, work, prepared, undefined, "", { write: () => {}, end: () => {} });
  const identity = (await implementation.identity?.(context)) ?? {};
  const question = { lane, prepared, implementation, scope, identity };
  const answer = await askCache(run, step, question);
  if ("hit" in answer) {
    run.record(answer.hit);
    return { isHit: true };
  }
  work.cache = answer.explanation;
  work.keep = (kept) => keepResult(run, step, { ...question, key: answer.key }, kept);
  return { isHit: false, key: answer.key };
}

function start(
  run: Run,
  work: Work,
  prepared: Prepared,
  wake: StepContext["wake"],
  cacheKey: string | undefined,
): void {
  const { step, attempt, lane, implementation } = work;
  const { path } = step;
  const durable = run.write([
    {
      type: "step.started",
      data: {
        path,
        attempt,
        resolved: prepared.resolved,
        ...(lane.base === undefined ? {} : { tree: lane.base }),
        ...(cacheKey === undefined || cacheKey === "" ? {} : { cache_key: cacheKey }),
      },
    },
  ]);
  run.enlist(work);
  void perform(run, work, prepared, wake, async (context) => {
    await durable;
    return implementation.run(context);
  });
}

/** Begins the join of a step whose frames have all ended. Never rejects. */
export async function beginJoin(run: Run, step: StepState): Promise<void> {
  const { path, planned } = step;
  let lane = run.lanes.reading();
  const control = new AbortController();
  try {
    const implementation = implementationOf(run, planned.step.type, path);
    const scope = run.contexts.scopeOf(step, run.workspace);
    const prepared = await prepareStep(run, planned.step, implementation, scope);
    if (implementation.writesWorkspace) {
      const round = step.expansion?.rounds;
      const made = step.checkpoints.findLast((one) => one.round === round && one.tree !== undefined);
      // What the frames wrote since is part of the run's tree; what this join had saved is a change of that.
      const content = made?.tree === undefined ? undefined : { tree: made.tree };
      lane = await run.lanes.enter({ path, base: undefined, content });
    }
    const frames = frameResults(run.state, step);
    const work = newWork(run, step, step.attempt, implementation, lane, control);
    const key = step.cacheKey;
    if (key !== undefined) {
      const context = contextOf(run, work, prepared, undefined, "", { write: () => {}, end: () => {} });
      const identity = (await implementation.identity?.(context)) ?? {};
      const question = { lane, prepared, implementation, scope, identity, key };
      work.keep = (kept) => keepResult(run, step, question, kept);
    }
    run.enlist(work);
    void perform(run, work, prepared, undefined, async (context) => {
      if (implementation.join === undefined) throw noJoin(planned.step.type);
      return implementation.join(context, frames);
    });
  } catch (error) {
    const nothing = { run: async (): Promise<StepOutcome> => ({ status: "failed", error: toPawlError(error) }) };
    const implementation = { ...run.ports.steps.get(planned.step.type), ...nothing } as StepImplementation;
    const work = newWork(run, step, step.attempt, implementation, lane, control);
    run.enlist(work);
    run.report(work, { status: "failed", error: toPawlError(error) });
  }
}

function newWork(
  run: Run,
  step: StepState,
  attempt: number,
  implementation: StepImplementation,
  lane: Lane,
  control = new AbortController(),
): Work {
  // A join goes on with a step that began before its frames did: its time counts from there.
  const startedAt = step.expansion === undefined ? run.ports.clock.now() : (step.startedAt ?? run.ports.clock.now());
  return { step, attempt, lane, control, startedAt, implementation, artifacts: [], keep: undefined, cache: undefined };
}

/** Runs the step's code with all it may use, and reports how it ended. Never rejects. */
async function perform(
  run: Run,
  work: Work,
  prepared: Prepared,
  wake: StepContext["wake"],
  body: (context: StepContext) => Promise<StepOutcome>,
): Promise<void> {
  run.report(
    work,
    await attemptOf(run, work, prepared, wake, async (context) => {
      const result = await body(context);
      if (result.status !== "completed" && result.status !== "failed") return result;
      work.artifacts = await collectArtifacts(run.ports, run.state, work.step, work.lane, result, context.scope);
      return result.status === "completed"
        ? withDeclaredOutputs(work.step, result, context.scope, work.artifacts)
        : result;
    }),
  );
}

/** One attempt within its timeout, its minutes, the middleware and a temporary directory. Never rejects. */
export async function attemptOf(
  run: Run,
  work: Work,
  prepared: Prepared,
  wake: StepContext["wake"],
  body: (context: StepContext) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  const { step, attempt, control, implementation } = work;
  const { ports, options, runId } = run;
  const definition = step.planned.step;
  const output = outputOf(run, step.path);
  const over = limitMinutes(run, work);
  const about = { runId, path: step.path, type: definition.type, attempt };
  const outcome = await runAttempt(
    ports.clock,
    options.middleware ?? [],
    about,
    definition.timeoutMs,
    control,
    async () => {
      const needsDirectory = implementation.code !== undefined || implementation.writesWorkspace;
      const name = `${runId}-${step.path.replaceAll("/", ".")}-${attempt}`;
      const directory = needsDirectory ? await ports.temporaryDirectory(name) : undefined;
      try {
        return await body(contextOf(run, work, prepared, wake, directory?.path ?? "", output));
      } finally {
        await directory?.remove().catch(() => {});
      }
    },
  );
  over();
  output.end();
  // Whoever stopped the step knows better why than what it says itself.
  const reason: unknown = control.signal.aborted ? control.signal.reason : undefined;
  const isEnded = outcome.status === "completed" || outcome.status === "expanded";
  if (reason instanceof PawlError && !isEnded && reason.kind !== "transient") {
    return { ...(outcome.status === "failed" ? outcome : {}), status: "failed", error: reason };
  }
  return outcome;
}

function contextOf(
  run: Run,
  work: Work,
  prepared: Prepared,
  wake: StepContext["wake"],
  temporaryDirectory: string,
  output: Output,
): StepContext {
  const { step, attempt, lane, control } = work;
  const scope = run.contexts.scopeOf(step, lane.workspace);
  return stepContext(run, step, {
    number: attempt,
    prepared,
    scope,
    lane,
    signal: control.signal,
    temporaryDirectory,
    wake,
    output,
  });
}

/** Ends the attempt when the step's own minutes are spent, unless what it returns is called before. */
function limitMinutes(run: Run, work: Work): () => void {
  const minutes = work.step.planned.step.budget?.minutes;
  if (minutes === undefined) return () => {};
  const over = new AbortController();
  const limit = minutes + (run.state.addedBudget.minutes ?? 0);
  const scope = `step ${work.step.path}`;
  run.ports.clock.sleep(limit * 60_000, over.signal).then(
    () => work.control.abort(budgetExceeded({ scope, dimension: "minutes", limit, used: limit, needed: 1 })),
    () => {},
  );
  return () => over.abort();
}

function noJoin(type: string): PawlError {
  return new PawlError({
    code: "step.no_join",
    kind: "permanent",
    message: `The step type ${type} opens frames but can't join them`,
    remedy: "Give the type a `join`, or let its `run` end the step itself.",
  });
}
