import { sha256, type Digest } from "../../kernel/digest.ts";
import { isJsonObject } from "../../kernel/json.ts";
import type { JournalRecord } from "../../ports/run-store.ts";
import { corrupt, type ArchivedRun } from "./manifest.ts";

const GENESIS: Digest = "0".repeat(64);

/**
 * Checks that a journal is whole and belongs to this run: places without gaps, every hash right, each event tied to the one before and to the run,
 * and the last one the archive's head.
 *
 * @throws PawlError `archive.corrupt`
 */
export function checkJournal(records: readonly JournalRecord[], run: ArchivedRun): void {
  let previous = GENESIS;
  for (const [i, record] of records.entries()) {
    const place = `event ${i + 1} of run ${run.runId}`;
    if (record.seq !== i + 1 || typeof record.body !== "string") throw corrupt(`${place} is out of place`);
    if (sha256(record.body) !== record.hash) throw corrupt(`${place} was altered`);
    const event = parse(record);
    if (event["run"] !== run.runId) throw corrupt(`${place} belongs to another run`);
    if (event["prev"] !== previous || event["seq"] !== record.seq)
      throw corrupt(`${place} does not follow the one before`);
    previous = record.hash;
  }
  if (records.length !== run.records || previous !== run.head)
    throw corrupt(`the journal of run ${run.runId} is not whole`);
}

/** Digests of the large values a journal refers to (`{"$blob": …}`). */
export function referencedBlobs(records: readonly JournalRecord[]): ReadonlySet<Digest> {
  const found = new Set<Digest>();
  for (const record of records) {
    for (const [, digest] of record.body.matchAll(/"\$blob":"([0-9a-f]{64})"/g))
      if (digest !== undefined) found.add(digest);
  }
  return found;
}

/** Trees a journal names as a run's own: members called `tree` or `base_tree`. */
export function referencedTrees(records: readonly JournalRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const record of records) {
    for (const [, tree] of record.body.matchAll(/"(?:base_)?tree":"([0-9a-f]{40}(?:[0-9a-f]{24})?)"/g)) {
      if (tree !== undefined) found.add(tree);
    }
  }
  return found;
}

function parse(record: JournalRecord): { readonly [key: string]: unknown } {
  try {
    const value: unknown = JSON.parse(record.body);
    if (isJsonObject(value)) return value;
  } catch (cause) {
    throw corrupt(`event ${record.seq} is no JSON`, cause);
  }
  throw corrupt(`event ${record.seq} has another form`);
}
