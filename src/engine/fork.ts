import type { Digest } from "../kernel/digest.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Plan } from "../language/plan/plan.ts";
import type { JournalRecord, RunSummary } from "../ports/run-store.ts";
import type { EventData, JournalEvent, NewEvent } from "./events.ts";
import { chain, EMPTY_JOURNAL } from "./journal.ts";
import { LONGEST_LINE, withoutLargeValues } from "./large-values.ts";
import { reduce } from "./reduce.ts";
import { initialState, type RunState } from "./state.ts";
import { summarize } from "./summary.ts";

/**
 * The journal of a fork: everything that happened in the original, under the fork's own id and chain, with its own inputs. What the
 * original spent counts in the fork's budget, and its held steps are held in the fork.
 */
export function forkedJournal(
  plan: Plan,
  events: readonly JournalEvent[],
  fork: { readonly runId: string; readonly from: string; readonly inputs: JsonObject },
): {
  readonly state: RunState;
  readonly records: readonly JournalRecord[];
  readonly blobs: ReadonlyMap<Digest, Uint8Array>;
  readonly summary: RunSummary;
} {
  const state = initialState(plan);
  const records: JournalRecord[] = [];
  const blobs = new Map<Digest, Uint8Array>();
  for (const event of events) {
    const data = event.type === "run.created" ? forkedData(event as JournalEvent<"run.created">, fork) : event.data;
    const at = Date.parse(event.at);
    let chained = chain(state.head ?? EMPTY_JOURNAL, fork.runId, at, { type: event.type, data } as NewEvent);
    if (chained.record.body.length > LONGEST_LINE) {
      const small = { type: event.type, data: withoutLargeValues(data, blobs) } as NewEvent;
      chained = chain(state.head, fork.runId, at, small);
    }
    records.push(chained.record);
    reduce(state, { ...chained.event, data } as JournalEvent, chained.record.hash);
  }
  return { state, records, blobs, summary: { ...summarize(state), costUsd: 0, inputTokens: 0, outputTokens: 0 } };
}

function forkedData(
  created: JournalEvent<"run.created">,
  fork: { readonly from: string; readonly inputs: JsonObject },
): EventData["run.created"] {
  const { parent: _parent, ...rest } = created.data;
  return { ...rest, inputs: fork.inputs, forked_from: { run: created.run, step: fork.from } };
}
