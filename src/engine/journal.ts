import { sha256, type Digest } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";
import { canonicalJson } from "../kernel/json.ts";
import type { JournalRecord } from "../ports/run-store.ts";
import { EVENT_TYPES, GENESIS, type JournalEvent, type NewEvent } from "./events.ts";

/** Where a journal ends: the place and the hash the next event is chained to. */
export interface Head {
  readonly seq: number;
  readonly hash: Digest;
}

export const EMPTY_JOURNAL: Head = { seq: 0, hash: GENESIS };

/**
 * Gives an event its place after `head`.
 *
 * @param at milliseconds since the epoch
 */
export function chain(
  head: Head,
  run: string,
  at: number,
  event: NewEvent,
): { readonly event: JournalEvent; readonly record: JournalRecord } {
  const chained: JournalEvent = {
    v: 1,
    seq: head.seq + 1,
    at: new Date(at).toISOString(),
    run,
    prev: head.hash,
    type: event.type,
    data: event.data,
  };
  // The canonical form, whose members always stand in this order: only what varies in shape is worth sorting.
  const { at: time, data, prev, seq, type } = chained;
  const body = `{"at":"${time}","data":${canonicalJson(data)},"prev":"${prev}","run":${canonicalJson(run)},"seq":${seq},"type":"${type}","v":1}`;
  return { event: chained, record: { seq: chained.seq, body, hash: sha256(body) } };
}

export interface ChainCheck {
  readonly ok: boolean;
  /** Records that are intact, from the first on. */
  readonly events: number;
  readonly head: Digest;
  /** Seq of the first record that is not what was written. */
  readonly broken_at?: number;
  readonly reason?: string;
}

/** Recomputes every hash and every link. With `expected`, also notices records missing at the end. Never throws. */
export function verifyChain(runId: string, records: readonly JournalRecord[], expected?: Head): ChainCheck {
  let head = EMPTY_JOURNAL;
  for (const record of records) {
    const reason = linkOf(runId, head, record);
    if (typeof reason === "string") {
      return { ok: false, events: head.seq, head: head.hash, broken_at: head.seq + 1, reason };
    }
    head = { seq: record.seq, hash: record.hash };
  }
  if (expected !== undefined && (expected.seq !== head.seq || expected.hash !== head.hash)) {
    const reason =
      expected.seq > head.seq
        ? `the journal ends at event ${head.seq}, but ${expected.seq} were written`
        : "the last event is not the one that was written";
    return { ok: false, events: head.seq, head: head.hash, broken_at: Math.min(head.seq, expected.seq) + 1, reason };
  }
  return { ok: true, events: head.seq, head: head.hash };
}

/** The event of a record that follows `head`, or why it does not. */
function linkOf(runId: string, head: Head, record: JournalRecord): JournalEvent | string {
  if (record.seq !== head.seq + 1) return `event ${head.seq + 1} is missing`;
  if (sha256(record.body) !== record.hash) return `event ${record.seq} does not match its hash`;
  let event: Partial<JournalEvent>;
  try {
    event = JSON.parse(record.body) as Partial<JournalEvent>;
  } catch {
    return `event ${record.seq} is not JSON`;
  }
  if (event.prev !== head.hash) return `event ${record.seq} does not follow event ${head.seq}`;
  if (event.seq !== record.seq) return `event ${record.seq} says it is event ${event.seq}`;
  if (event.run !== runId) return `event ${record.seq} belongs to run ${event.run}`;
  return event as JournalEvent;
}

/**
 * Reads stored records back into events, checking every link from `after` on.
 *
 * @throws PawlError `journal.corrupt` (permanent) where the chain breaks, `journal.newer_version` for events this version doesn't know
 */
export function readChain(
  runId: string,
  records: readonly JournalRecord[],
  after: Head = EMPTY_JOURNAL,
): { readonly events: readonly JournalEvent[]; readonly head: Head } {
  let head = after;
  const events: JournalEvent[] = [];
  for (const record of records) {
    const event = linkOf(runId, head, record);
    if (typeof event === "string") throw corrupt(runId, event);
    if (event.v !== 1 || !EVENT_TYPES.has(event.type)) throw newerVersion(runId, event);
    events.push(event);
    head = { seq: record.seq, hash: record.hash };
  }
  return { events, head };
}

/** A journal that is not what was written; says where. */
export function corrupt(runId: string, reason: string): PawlError {
  return new PawlError({
    code: "journal.corrupt",
    kind: "permanent",
    message: `The journal of run ${runId} was changed or damaged: ${reason}.`,
    remedy: "Nothing was touched. Restore the state directory or the run's archive from a copy, or start a new run.",
  });
}

function newerVersion(runId: string, event: JournalEvent): PawlError {
  return new PawlError({
    code: "journal.newer_version",
    kind: "permanent",
    message: `Event ${event.seq} of run ${runId} (type ${event.type}, version ${event.v}) was written by a newer Pawl.`,
    remedy: "Use the version of Pawl that wrote it, or a later one.",
  });
}
