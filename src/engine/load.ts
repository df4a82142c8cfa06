import { PawlError } from "../kernel/errors.ts";
import type { Workflow } from "../language/model.ts";
import { planWorkflow, type Plan } from "../language/plan/plan.ts";
import type { StepTypes } from "../language/step-type.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { JournalEvent } from "./events.ts";
import { readChain } from "./journal.ts";
import { fromBlob, toBlob, withLargeValues } from "./large-values.ts";
import { reduce } from "./reduce.ts";
import { initialState, UnknownPath, type RunState } from "./state.ts";

/** What stays a reference when a journal is read: the definition is read once, on its own. */
const KEPT = new Set(["definition"]);

const plans = new WeakMap<Workflow, { readonly plan: Plan; readonly definition: ReturnType<typeof toBlob> }>();

/** The plan of a workflow and its definition as a blob, worked out once for all its runs. */
export function planned(workflow: Workflow, stepTypes: StepTypes): NonNullable<ReturnType<typeof plans.get>> {
  const known = plans.get(workflow);
  if (known !== undefined) return known;
  const made = { plan: planWorkflow(workflow, stepTypes), definition: toBlob(workflow) };
  plans.set(workflow, made);
  return made;
}

/** The events of a run with their large values, every link of the chain checked. */
export async function readEvents(
  store: RunStore,
  runId: string,
): Promise<readonly (JournalEvent & { hash: string })[]> {
  const records = await store.read(runId);
  const { events } = readChain(runId, records);
  const whole: (JournalEvent & { hash: string })[] = [];
  for (const [index, event] of events.entries()) {
    const { hash = "", body = "" } = records[index] ?? {};
    const isWhole = !body.includes('"$blob"');
    const data = isWhole ? event.data : await withLargeValues(event.data, (digest) => store.blob(digest), KEPT);
    whole.push({ ...event, data, hash });
  }
  return whole;
}

/**
 * The state of a stored run.
 *
 * @throws PawlError `store.unknown_run`, `journal.corrupt`, `journal.newer_version`, `journal.blob_missing`, `journal.other_workflow`
 */
export async function loadRun(store: RunStore, runId: string, stepTypes: StepTypes): Promise<RunState> {
  const events = await readEvents(store, runId);
  const workflow = await definitionOf(store, runId, events[0]);
  const state = initialState(planned(workflow, stepTypes).plan);
  try {
    for (const event of events) reduce(state, event, event.hash);
  } catch (error) {
    if (error instanceof UnknownPath) throw otherWorkflow(runId, error);
    throw error;
  }
  return state;
}

export async function definitionOf(store: RunStore, runId: string, first: JournalEvent | undefined): Promise<Workflow> {
  if (first?.type !== "run.created") throw notBegun(runId);
  const { definition } = (first as JournalEvent<"run.created">).data;
  const bytes = await store.blob(definition.$blob);
  if (bytes === undefined) throw notBegun(runId);
  return fromBlob(bytes) as unknown as Workflow;
}

function notBegun(runId: string): PawlError {
  return new PawlError({
    code: "journal.corrupt",
    kind: "permanent",
    message: `The journal of run ${runId} has no beginning: its first event or its workflow definition is missing.`,
    remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
  });
}

function otherWorkflow(runId: string, cause: UnknownPath): PawlError {
  return new PawlError({
    code: "journal.other_workflow",
    kind: "permanent",
    message: `The journal of run ${runId} does not belong to its workflow definition: ${cause.message}.`,
    remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
    cause,
  });
}
