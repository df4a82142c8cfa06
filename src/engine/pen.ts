import type { Digest } from "../kernel/digest.ts";
import type { Clock } from "../ports/clock.ts";
import type { JournalRecord, Lease, RunStore } from "../ports/run-store.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { JournalEvent, NewEvent } from "./events.ts";
import { chain } from "./journal.ts";
import { LONGEST_LINE, withoutLargeValues } from "./large-values.ts";
import { reduce } from "./reduce.ts";
import type { RunState } from "./state.ts";
import { summarize } from "./summary.ts";

/**
 * Writes one run's journal. Events are folded at once and durable when the promise resolves; what is written in the same turn of the
 * event loop shares a commit. After a failed write every later one fails the same way: the state is then ahead of the journal.
 */
export interface Pen {
  readonly state: RunState;
  write(events: readonly NewEvent[], blobs?: ReadonlyMap<Digest, Uint8Array>): Promise<void>;
  /** Resolves when all that was written so far is durable. */
  flushed(): Promise<void>;
  /** The error that broke the pen. */
  readonly broken: Error | undefined;
}

export interface PenPorts {
  readonly store: RunStore;
  readonly clock: Clock;
  readonly redactor: Redactor;
}

export function createPen(
  ports: PenPorts,
  state: RunState,
  runId: string,
  lease: () => Lease,
  onDurable: (event: JournalEvent) => void,
  onBroken: (error: Error) => void,
): Pen {
  let records: JournalRecord[] = [];
  let events: JournalEvent[] = [];
  let blobs = new Map<Digest, Uint8Array>();
  let durableSeq = state.head.seq;
  let broken: Error | undefined;
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  const add = (event: NewEvent): void => {
    const data = ports.redactor.redactJson(event.data);
    const at = ports.clock.now();
    const redacted = { type: event.type, data } as NewEvent;
    let chained = chain(state.head, runId, at, redacted);
    if (chained.record.body.length > LONGEST_LINE) {
      const small = { type: event.type, data: withoutLargeValues(data, blobs) } as NewEvent;
      chained = chain(state.head, runId, at, small);
    }
    reduce(state, { ...chained.event, data } as JournalEvent, chained.record.hash);
    records.push(chained.record);
    events.push({ ...chained.event, data } as JournalEvent);
  };

  const flush = async (previous: Promise<void>): Promise<void> => {
    // One turn is enough for everything a step asked for together (a checkpoint and what it cost) to share the commit.
    await previous;
    next = undefined;
    if (broken !== undefined) throw broken;
    if (records.length === 0) return;
    const append = {
      runId,
      records,
      afterSeq: durableSeq,
      fence: lease().fence,
      summary: summarize(state),
      blobs,
    };
    const written = events;
    durableSeq = records.at(-1)?.seq ?? durableSeq;
    records = [];
    events = [];
    blobs = new Map();
    try {
      await ports.store.append(append);
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      onBroken(broken);
      throw broken;
    }
    for (const event of written) onDurable(event);
  };

  const schedule = (): Promise<void> => {
    if (next === undefined) {
      next = flush(last.catch(() => {}));
      last = next;
      last.catch(() => {});
    }
    return next;
  };

  return {
    state,
    get broken() {
      return broken;
    },
    write(added, large) {
      if (broken !== undefined) return Promise.reject(broken);
      for (const event of added) add(event);
      for (const [digest, bytes] of large ?? []) blobs.set(digest, bytes);
      return schedule();
    },
    flushed: () => (records.length > 0 ? schedule() : last),
  };
}
