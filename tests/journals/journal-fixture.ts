import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RunView } from "../../src/engine/view.ts";
import type { Workflow } from "../../src/language/model.ts";
import type { JournalRecord } from "../../src/ports/run-store.ts";

/** One run as a released version wrote it. Kept for ever: a later version reads it, folds it to the same view and decides the same. */
export interface JournalFixture {
  readonly name: string;
  readonly definition: Workflow;
  readonly records: readonly JournalRecord[];
  readonly view: RunView;
}

export const FIXTURES = path.join(import.meta.dirname, "v1");

export function journalFixtures(): readonly JournalFixture[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(path.join(FIXTURES, file), "utf8")) as JournalFixture);
}
