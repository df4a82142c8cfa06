import { PawlError } from "../kernel/errors.ts";
import type { Workflow } from "../language/model.ts";
import { planWorkflow, type Plan } from "../language/plan/plan.ts";
import type { StepTypes } from "../language/step-type.ts";
import type { JournalRecord, RunStore } from "../ports/run-store.ts";
import type { JournalEvent } from "./events.ts";
import { corrupt, EMPTY_JOURNAL, readChain, type Head } from "./journal.ts";
import { fromBlob, toBlob, withLargeValues } from "./large-values.ts";
import { reduce } from "./reduce.ts";
import { readFold } from "./stored-fold.ts";
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
  // The end is asked for first: whatever another process appends meanwhile comes after it.
  const written = await headOf(store, runId);
  const records = await store.read(runId);
  checkEnd(runId, records, written);
  return whole(store, runId, records, EMPTY_JOURNAL);
}

async function headOf(store: RunStore, runId: string): Promise<Head | undefined> {
  return (await store.summary(runId))?.head;
}

/** @throws PawlError `journal.corrupt` when the last event that was written isn't there, or is another one */
function checkEnd(runId: string, records: readonly JournalRecord[], written: Head | undefined): void {
  if (written === undefined) return;
  const last = records.at(-1);
  if (last === undefined || last.seq < written.seq) {
    throw corrupt(runId, `it ends at event ${last?.seq ?? 0}, but ${written.seq} were written`);
  }
  const at = records[records.length - 1 - (last.seq - written.seq)];
  if (at?.hash !== written.hash) throw corrupt(runId, `event ${written.seq} is not the one that was written`);
}

async function whole(
  store: RunStore,
  runId: string,
  records: readonly JournalRecord[],
  after: Head,
): Promise<readonly (JournalEvent & { hash: string })[]> {
  const { events } = readChain(runId, records, after);
  const read: (JournalEvent & { hash: string })[] = [];
  for (const [index, event] of events.entries()) {
    const { hash = "", body = "" } = records[index] ?? {};
    const isWhole = !body.includes('"$blob"');
    const data = isWhole ? event.data : await withLargeValues(event.data, (digest) => store.blob(digest), KEPT);
    read.push({ ...event, data, hash });
  }
  return read;
}

/**
 * The state of a stored run: the fold of its journal, begun from the last stored fold where that stands on an event of this journal.
 *
 * @throws PawlError `store.unknown_run`, `journal.corrupt`, `journal.newer_version`, `journal.blob_missing`, `journal.other_workflow`
 */
export async function loadRun(store: RunStore, runId: string, stepTypes: StepTypes): Promise<RunState> {
  return (await fromStoredFold(store, runId, stepTypes)) ?? foldRun(store, runId, stepTypes);
}

/** The fold of the whole journal, every link of its chain checked. */
export async function foldRun(store: RunStore, runId: string, stepTypes: StepTypes): Promise<RunState> {
  const events = await readEvents(store, runId);
  const workflow = await definitionOf(store, runId, events[0]);
  return foldOn(initialState(planned(workflow, stepTypes).plan), runId, events);
}

function foldOn(state: RunState, runId: string, events: readonly (JournalEvent & { hash: string })[]): RunState {
  try {
    for (const event of events) reduce(state, event, event.hash);
  } catch (error) {
    if (error instanceof UnknownPath) throw otherWorkflow(runId, error);
    throw error;
  }
  return state;
}

async function fromStoredFold(store: RunStore, runId: string, stepTypes: StepTypes): Promise<RunState | undefined> {
  const stored = await store.checkpoint(runId);
  if (stored === undefined) return undefined;
  const written = await headOf(store, runId);
  const [first] = await store.read(runId, 0, 1);
  const records = await store.read(runId, stored.seq - 1);
  const [at] = records;
  if (first === undefined || at?.seq !== stored.seq) return undefined;
  checkEnd(runId, records, written);
  const workflow = await definitionOf(store, runId, JSON.parse(first.body) as JournalEvent);
  const state = readFold(planned(workflow, stepTypes).plan, stored.state);
  if (state === undefined || state.head.seq !== at.seq || state.head.hash !== at.hash) return undefined;
  return foldOn(state, runId, await whole(store, runId, records.slice(1), state.head));
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
