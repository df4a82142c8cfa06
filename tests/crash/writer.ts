import { systemClock } from "../../src/adapters/clock/system.ts";
import { openSqliteRunStore } from "../../src/adapters/run-store/sqlite.ts";
import { chain, EMPTY_JOURNAL } from "../../src/engine/journal.ts";
import { toPawlError } from "../../src/kernel/errors.ts";

/**
 * A real process that appends events of some kilobytes to the store in its first argument until the disk says no, or 500 times.
 * Prints how many were acknowledged, how many can be read back, and the refusal.
 */
const file = process.argv[2] ?? "";
const clock = systemClock();
let acknowledged = 0;
let readBack = 0;
let refusal: { code: string; message: string; remedy?: string } | undefined;
try {
  const store = await openSqliteRunStore({ file, clock });
  const lease = await store.acquire("run_writer", "writer", 60_000);
  let head = EMPTY_JOURNAL;
  try {
    for (; acknowledged < 500; acknowledged++) {
      // Random, so that nothing on the way makes it smaller.
      const text = Array.from({ length: 4_000 }, () => clock.random().toString(36)[3] ?? "x").join("");
      const { record } = chain(head, "run_writer", clock.now(), {
        type: "decision",
        data: { kind: "retry", reason: text },
      });
      await store.append({
        runId: "run_writer",
        records: [record],
        afterSeq: head.seq,
        fence: lease?.fence ?? 0,
        summary: {
          runId: "run_writer",
          workflow: "writer",
          status: "running",
          createdAt: 0,
          updatedAt: 0,
          costUsd: 0,
          inputTokens: 0,
          outputTokens: 0,
          cacheHits: 0,
          cacheMisses: 0,
          labels: {},
        },
      });
      head = { seq: record.seq, hash: record.hash };
    }
  } catch (error) {
    refusal = toPawlError(error).toJSON();
  }
  readBack = (await store.read("run_writer")).length;
} catch (error) {
  refusal ??= toPawlError(error).toJSON();
}
process.stdout.write(JSON.stringify({ acknowledged, readBack, refusal }));
