import { beforeEach, describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/kernel/json.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import type { Append, JournalRecord, RunStore, RunSummary } from "../../src/ports/run-store.ts";
import { simulatedClock, type SimulatedClock } from "../sim/simulated-clock.ts";

/** What a run store is opened on: a fresh place and a clock the suite can move. */
export type OpenRunStore = (clock: SimulatedClock) => Promise<{
  readonly store: RunStore;
  /** Another connection to the same runs, where the technology has such a thing. */
  readonly reopen?: () => Promise<RunStore>;
}>;

/** The port's contract: every adapter passes it, the memory one included. */
export function runStoreContract(name: string, open: OpenRunStore): void {
  describe(`the run store contract: ${name}`, () => {
    let clock: SimulatedClock;
    let store: RunStore;
    let reopen: (() => Promise<RunStore>) | undefined;
    beforeEach(async () => {
      clock = simulatedClock(1);
      ({ store, reopen } = await open(clock));
    });

    const take = async (runId: string, worker = "w1"): Promise<number> => {
      const lease = await store.acquire(runId, worker, 1_000);
      if (lease === undefined) throw new Error(`${runId} is leased`);
      return lease.fence;
    };
    const record = (seq: number, text = `event ${seq}`): JournalRecord => {
      const body = canonicalJson({ seq, text });
      return { seq, body, hash: sha256(body) };
    };
    const summary = (runId: string, rest: Partial<RunSummary> = {}): RunSummary => ({
      runId,
      workflow: "w",
      status: "running",
      createdAt: clock.now(),
      updatedAt: clock.now(),
      costUsd: 0,
      inputTokens: 0,
      outputTokens: 0,
      cacheHits: 0,
      cacheMisses: 0,
      labels: {},
      ...rest,
    });
    const append = (runId: string, fence: number, rest: Partial<Append> = {}): Promise<void> =>
      store.append({ runId, fence, afterSeq: 0, records: [record(1)], summary: summary(runId), ...rest });

    test("gives back what was appended, in order and unchanged", async () => {
      const fence = await take("r1");
      await append("r1", fence, { records: [record(1, "ü\u0000\n"), record(2)] });
      await append("r1", fence, { afterSeq: 2, records: [record(3)] });
      expect(await store.read("r1")).toEqual([record(1, "ü\u0000\n"), record(2), record(3)]);
      expect(await store.read("r1", 2)).toEqual([record(3)]);
      expect(await store.read("r1", 3)).toEqual([]);
      expect(await store.read("r1", 0, 1)).toEqual([record(1, "ü\u0000\n")]);
    });

    test("refuses to append after a seq that is not the last", async () => {
      const fence = await take("r1");
      await append("r1", fence);
      await expect(append("r1", fence)).rejects.toMatchObject({ code: "store.conflict" });
      await expect(append("r1", fence, { afterSeq: 5, records: [record(6)] })).rejects.toMatchObject({
        code: "store.conflict",
      });
      expect(await store.read("r1")).toHaveLength(1);
    });

    test("a refused append leaves those made in the same turn standing", async () => {
      const one = await take("r1");
      const two = await take("r2");
      await append("r1", one);
      const results = await Promise.allSettled([append("r1", one), append("r2", two)]);
      expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect(await store.read("r2")).toHaveLength(1);
    });

    test("names a run it doesn't have", async () => {
      await expect(store.read("nobody")).rejects.toMatchObject({ code: "store.unknown_run" });
      expect(await store.summary("nobody")).toBeUndefined();
    });

    test("stores large values with the events that refer to them, once", async () => {
      const bytes = new TextEncoder().encode("large ".repeat(2_000));
      const digest = sha256(bytes);
      for (const runId of ["r1", "r2"]) {
        await append(runId, await take(runId), { blobs: new Map([[digest, bytes]]) });
      }
      expect(await store.blob(digest)).toEqual(bytes);
      await store.deleteRun("r1");
      expect(await store.blob(digest)).toEqual(bytes);
      await store.deleteRun("r2");
      expect(await store.blob(digest)).toBeUndefined();
    });

    test("one worker holds a run until its lease ends", async () => {
      await take("r1");
      expect(await store.acquire("r1", "w2", 1_000)).toBeUndefined();
      clock.advance(1_001);
      expect(await store.acquire("r1", "w2", 1_000)).toMatchObject({ worker: "w2", fence: 2 });
    });

    test("tells who holds a run", async () => {
      expect(await store.lease("r1")).toBeUndefined();
      const lease = await store.acquire("r1", "w1", 1_000);
      expect(await store.lease("r1")).toEqual(lease);
    });

    test("a worker known to be dead is relieved at once, any other is not", async () => {
      await take("r1", "dead");
      expect(await store.acquire("r1", "w2", 1_000, "somebody else")).toBeUndefined();
      expect(await store.acquire("r1", "w2", 1_000, "dead")).toMatchObject({ worker: "w2", fence: 2 });
    });

    test("a renewed lease lasts, a released one is free", async () => {
      const lease = await store.acquire("r1", "w1", 1_000);
      if (lease === undefined) throw new Error("leased");
      clock.advance(900);
      const renewed = await store.renew(lease, 1_000);
      clock.advance(900);
      expect(await store.acquire("r1", "w2", 1_000)).toBeUndefined();
      await store.release(renewed);
      expect(await store.acquire("r1", "w2", 1_000)).toMatchObject({ fence: 2 });
    });

    test("a holder that comes back late can neither write nor renew nor release", async () => {
      const late = await store.acquire("r1", "w1", 1_000);
      if (late === undefined) throw new Error("leased");
      clock.advance(1_001);
      const fence = await take("r1", "w2");
      await expect(append("r1", late.fence)).rejects.toMatchObject({ code: "store.fenced" });
      await expect(store.renew(late, 1_000)).rejects.toMatchObject({ code: "store.fenced" });
      await store.release(late);
      expect(await store.acquire("r1", "w3", 1_000)).toBeUndefined();
      await append("r1", fence);
      expect(await store.read("r1")).toHaveLength(1);
    });

    test("lists newest first, by every filter", async () => {
      const runs: Partial<RunSummary>[] = [
        { workflow: "a", status: "completed", labels: { issue: "7" } },
        { workflow: "b", status: "failed", group: "g", labels: { issue: "8" } },
        { workflow: "a", status: "parked", parentRunId: "r0", labels: { issue: "7", repository: "o/r" } },
      ];
      for (const [index, rest] of runs.entries()) {
        clock.advance(10);
        await append(`r${index}`, await take(`r${index}`), { summary: summary(`r${index}`, rest) });
      }
      const ids = async (query: Parameters<RunStore["list"]>[0]): Promise<string[]> =>
        (await store.list(query)).map(({ runId }) => runId);
      expect(await ids({})).toEqual(["r2", "r1", "r0"]);
      expect(await ids({ limit: 1 })).toEqual(["r2"]);
      expect(await ids({ workflow: "a" })).toEqual(["r2", "r0"]);
      expect(await ids({ status: ["failed", "parked"] })).toEqual(["r2", "r1"]);
      expect(await ids({ group: "g" })).toEqual(["r1"]);
      expect(await ids({ parentRunId: "r0" })).toEqual(["r2"]);
      expect(await ids({ labels: { issue: "7" } })).toEqual(["r2", "r0"]);
      expect(await ids({ labels: { issue: "7", repository: "o/r" } })).toEqual(["r2"]);
      expect(await ids({ before: (await store.summary("r1"))?.createdAt ?? 0 })).toEqual(["r0"]);
    });

    test("finds runs whose worker is gone, and none that is held, parked or over", async () => {
      for (const [runId, status] of [
        ["dead", "running"],
        ["parked", "parked"],
        ["over", "completed"],
      ] as const) {
        await append(runId, await take(runId), { summary: summary(runId, { status }) });
      }
      clock.advance(1_001);
      await append("alive", await take("alive"));
      expect((await store.orphans()).map(({ runId }) => runId)).toEqual(["dead"]);
    });

    test("finds parked runs whose time has come", async () => {
      for (const [runId, wakeAt] of [
        ["soon", 5],
        ["later", 50],
      ] as const) {
        await append(runId, await take(runId), { summary: summary(runId, { status: "parked", wakeAt }) });
      }
      await append("never", await take("never"), { summary: summary("never", { status: "parked" }) });
      expect((await store.due(10)).map(({ runId }) => runId)).toEqual(["soon"]);
      expect(await store.due(4)).toEqual([]);
    });

    test("keeps the last checkpoint of a run", async () => {
      expect(await store.checkpoint("r1")).toBeUndefined();
      await append("r1", await take("r1"));
      await store.saveCheckpoint("r1", 1, new Uint8Array([1, 2]));
      await store.saveCheckpoint("r1", 2, new Uint8Array(2_000).fill(7));
      expect(await store.checkpoint("r1")).toEqual({ seq: 2, state: new Uint8Array(2_000).fill(7) });
    });

    test("sets a fact only for who saw its last version", async () => {
      expect(await store.getFact("a/1")).toBeUndefined();
      expect(await store.setFact("a/1", { n: 1 }, 0)).toBe(true);
      expect(await store.setFact("a/1", { n: 9 }, 0)).toBe(false);
      expect(await store.setFact("a/1", { n: 2 }, 1)).toBe(true);
      expect(await store.getFact("a/1")).toEqual({ value: { n: 2 }, version: 2 });
      const both = await Promise.all([store.setFact("a/1", { n: 3 }, 2), store.setFact("a/1", { n: 4 }, 2)]);
      expect(both.filter(Boolean)).toHaveLength(1);
    });

    test("lists facts by prefix, and forgets removed runs whole", async () => {
      for (const key of ["a/2", "a/1", "b/1"]) await store.setFact(key, { key }, 0);
      expect((await store.listFacts("a/")).map(({ key }) => key)).toEqual(["a/1", "a/2"]);
      await append("r1", await take("r1"));
      await store.deleteRun("r1");
      await expect(store.read("r1")).rejects.toMatchObject({ code: "store.unknown_run" });
      expect(await store.list({})).toEqual([]);
    });

    if (name === "memory") return;
    test("what was acknowledged is there for who opens it next", async () => {
      const fence = await take("r1");
      await append("r1", fence, { records: [record(1), record(2)] });
      if (reopen === undefined) throw new Error("a store that outlives its process can be opened again");
      const other = await reopen();
      expect(await other.read("r1")).toEqual([record(1), record(2)]);
      expect(await other.acquire("r1", "w2", 1_000)).toBeUndefined();
      await other.close();
    });
  });
}
