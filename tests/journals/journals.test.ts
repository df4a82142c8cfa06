import { describe, expect, test } from "vitest";
import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createEngine } from "../../src/engine/create.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { toBlob } from "../../src/engine/large-values.ts";
import type { JournalRecord } from "../../src/ports/run-store.ts";
import { house } from "../engine/house.ts";
import { createLedger } from "../sim/ledger.ts";
import { simulatedClock } from "../sim/simulated-clock.ts";
import { simulatedSteps } from "../sim/steps.ts";
import { journalFixtures, type JournalFixture } from "./journal-fixture.ts";

const fixtures = journalFixtures();
const RUN = "run_points";

/** An engine whose store holds the recorded run. */
async function holding(fixture: JournalFixture, records = fixture.records): Promise<Engine> {
  const clock = simulatedClock(1);
  const store = createMemoryRunStore(clock);
  const steps = simulatedSteps(
    createLedger(0),
    async () => {},
    () => false,
  );
  const { ports } = house(steps, { ports: { store, clock } });
  const options = { worker: "w", host: "h", pid: 1, engineVersion: "test", trustTier: "test", env: {} };
  const { ref, bytes } = toBlob(fixture.definition);
  const lease = await store.acquire(RUN, "import", 1);
  const last = fixture.records.at(-1);
  await store.append({
    runId: RUN,
    records,
    afterSeq: 0,
    fence: lease?.fence ?? 0,
    blobs: new Map([[ref.$blob, bytes]]),
    summary: {
      runId: RUN,
      workflow: fixture.definition.name,
      status: fixture.view.status,
      createdAt: 0,
      updatedAt: 0,
      costUsd: 0,
      inputTokens: 0,
      outputTokens: 0,
      cacheHits: 0,
      cacheMisses: 0,
      labels: {},
      ...(last === undefined ? {} : { head: { seq: last.seq, hash: last.hash } }),
    },
  });
  if (lease !== undefined) await store.release(lease);
  return createEngine(ports, options);
}

describe.each(fixtures)("the journal of $name as version 1 wrote it", (fixture) => {
  test("is whole, folds to the same view and is decided the same way", async () => {
    const engine = await holding(fixture);
    expect(await engine.verify(RUN)).toMatchObject({ ok: true, events: fixture.records.length });
    // A view only gains members.
    expect(await engine.show(RUN)).toMatchObject(fixture.view);
    expect(await engine.replay(RUN)).toEqual({ ok: true, events: fixture.records.length });
  });
});

describe("a journal that somebody touched", () => {
  const fixture = fixtures.find(({ name }) => name === "an agent");
  if (fixture === undefined) throw new Error("the fixture is gone");
  const { records } = fixture;
  const changed = (at: number, change: (record: JournalRecord) => JournalRecord): JournalRecord[] =>
    records.map((record, index) => (index === at ? change(record) : record));

  test("by editing an event is found at that event", async () => {
    const engine = await holding(
      fixture,
      changed(4, (record) => ({ ...record, body: record.body.replace("0.75", "0.05") })),
    );
    expect(await engine.verify(RUN)).toMatchObject({ ok: false, broken_at: 5 });
    await expect(engine.show(RUN)).rejects.toMatchObject({ code: "journal.corrupt" });
  });

  test("by cutting its end off is found", async () => {
    const engine = await holding(fixture, records.slice(0, -2));
    expect(await engine.verify(RUN)).toMatchObject({
      ok: false,
      reason: `the journal ends at event ${records.length - 2}, but ${records.length} were written`,
    });
    // Whatever else is asked of it is refused by the same name: what is left looks like a run under way.
    for (const ask of [
      () => engine.show(RUN),
      () => engine.resume(RUN, { by: "me" }),
      () => engine.fork(RUN, { from: "s0", by: "me" }),
      () => engine.cancel(RUN, { by: "me", reason: "enough" }),
      () => engine.replay(RUN),
      () => engine.journal(RUN),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: "journal.corrupt" });
    }
    expect(await engine.list({})).toHaveLength(1);
  });

  test("by taking an event out is found", async () => {
    const engine = await holding(fixture, records.filter((_, index) => index !== 3));
    expect(await engine.verify(RUN)).toMatchObject({ ok: false, broken_at: 4, reason: "event 4 is missing" });
  });

  test("by putting another workflow under it is refused", async () => {
    const other = fixtures.find(({ name }) => name === "a graph");
    if (other === undefined) throw new Error("the fixture is gone");
    const engine = await holding({ ...fixture, definition: other.definition });
    await expect(engine.show(RUN)).rejects.toMatchObject({ code: "journal.corrupt" });
  });
});
