import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { openSqliteRunStore } from "../../src/adapters/run-store/sqlite.ts";
import { verifyChain } from "../../src/engine/journal.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import type { JournalRecord } from "../../src/ports/run-store.ts";
import { random } from "../sim/simulated-clock.ts";
import { freshPlace, journalOf, work } from "./harness.ts";

// Real processes, disks and thousands of runs: minutes where many share the machine.
vi.setConfig({ testTimeout: 300_000 });

const RUN = "run_crash";
const NAMED = new Set(["store.corrupt", "store.io", "store.unknown_run", "store.newer_version"]);

/** What a store makes of its files: intact events from the first on, or a named refusal. */
async function found(file: string): Promise<readonly JournalRecord[] | string> {
  try {
    const store = await openSqliteRunStore({ file, clock: systemClock() });
    try {
      return await store.read(RUN);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof PawlError && NAMED.has(error.code)) return error.code;
    throw error;
  }
}

/** A run that was killed in the middle, its events still in the write-ahead log, and a second place to damage copies in. */
async function killedRun(): Promise<{
  readonly records: readonly JournalRecord[];
  readonly wal: Uint8Array;
  readonly database: Uint8Array;
  readonly copy: (wal: Uint8Array | undefined, database: Uint8Array) => string;
}> {
  const place = freshPlace();
  onTestFinished(() => place[Symbol.dispose]());
  await work(place.directory, "an agent", { killAt: 6 });
  const file = path.join(place.directory, "state", "runs.db");
  const wal = readFileSync(`${file}-wal`);
  const database = readFileSync(file);
  const damaged = path.join(place.directory, "damaged");
  mkdirSync(damaged);
  const copy = (newWal: Uint8Array | undefined, newDatabase: Uint8Array): string => {
    const target = path.join(damaged, "runs.db");
    writeFileSync(target, newDatabase);
    rmSync(`${target}-wal`, { force: true });
    if (newWal !== undefined) writeFileSync(`${target}-wal`, newWal);
    rmSync(`${target}-shm`, { force: true });
    return target;
  };
  const records = await found(copy(wal, database));
  if (typeof records === "string") throw new Error(records);
  return { records, wal, database, copy };
}

function isPrefix(some: readonly JournalRecord[], all: readonly JournalRecord[]): boolean {
  return some.every((record, index) => record.body === all[index]?.body && record.hash === all[index]?.hash);
}

describe("a damaged disk", () => {
  test("a write-ahead log cut at any 64 bytes leaves whole events from the first on", async () => {
    const { records, wal, database, copy } = await killedRun();
    const wrong: number[] = [];
    let shortest = records.length;
    for (let cut = 0; cut <= wal.length; cut += 64) {
      const left = await found(copy(wal.subarray(0, cut), database));
      if (typeof left === "string") continue;
      shortest = Math.min(shortest, left.length);
      if (!isPrefix(left, records) || !verifyChain(RUN, left).ok) wrong.push(cut);
    }
    expect(wrong).toEqual([]);
    expect(records.length).toBeGreaterThan(5);
    expect(shortest).toBeLessThan(records.length);
  });

  test("a flipped bit is never taken for what was written", async () => {
    const { records, wal, database, copy } = await killedRun();
    const chance = random(7);
    const wrong: string[] = [];
    const flip = (bytes: Uint8Array): Uint8Array => {
      const flipped = Uint8Array.from(bytes);
      const at = Math.floor(chance() * flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
      return flipped;
    };
    // Checkpointed, so that the events are in the database itself.
    const whole = copy(wal, database);
    const store = await openSqliteRunStore({ file: whole, clock: systemClock() });
    await store.close();
    const settled = readFileSync(whole);
    for (let time = 0; time < 200; time++) {
      for (const file of [() => copy(flip(wal), database), () => copy(undefined, flip(settled))]) {
        const left = await found(file());
        if (typeof left === "string" || !verifyChain(RUN, left).ok) continue;
        if (!isPrefix(left, records)) wrong.push(`flip ${time}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("a disk that says no", () => {
  const WRITER = path.join(import.meta.dirname, "writer.ts");
  const parse = (text: string) =>
    JSON.parse(text) as { acknowledged: number; readBack: number; refusal?: { code: string; message: string } };

  test("a failing write is a named refusal, and what was acknowledged before it stands", () => {
    using place = freshPlace();
    const file = path.join(place.directory, "runs.db");
    // A file-size limit makes the kernel fail the write (EFBIG), which SQLite reports as an I/O error.
    const limited = 'trap "" XFSZ; ulimit -f 600; exec "$0" "$@"';
    const { stdout } = spawnSync("bash", ["-c", limited, process.execPath, WRITER, file], { encoding: "utf8" });
    const end = parse(stdout);
    expect(["store.io", "store.full"]).toContain(end.refusal?.code);
    expect(end.acknowledged).toBeGreaterThan(10);
    const again = parse(execFileSync(process.execPath, [WRITER, file], { encoding: "utf8" }));
    expect(again.readBack).toBe(end.acknowledged);
  });

  const namespaces = spawnSync("unshare", ["-rm", "true"]).status === 0;
  test.runIf(namespaces)("a full disk is store.full, and what was acknowledged before it stands", () => {
    using place = freshPlace();
    const script = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1/runs.db"';
    const { stdout } = spawnSync(
      "unshare",
      ["-rm", "sh", "-c", script, "sh", place.directory, process.execPath, WRITER],
      {
        encoding: "utf8",
      },
    );
    const end = parse(stdout);
    expect(end.refusal?.code).toBe("store.full");
    expect(end.acknowledged).toBeGreaterThan(10);
    expect(end.readBack).toBe(end.acknowledged);
  });

  test.runIf(namespaces)("a read-only disk is a refusal that names the file", () => {
    using place = freshPlace();
    const file = path.join(place.directory, "runs.db");
    execFileSync(process.execPath, [WRITER, file]);
    const script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" "$3" "$1/runs.db"';
    const { stdout } = spawnSync(
      "unshare",
      ["-rm", "sh", "-c", script, "sh", place.directory, process.execPath, WRITER],
      {
        encoding: "utf8",
      },
    );
    const { refusal } = parse(stdout);
    expect(refusal).toMatchObject({ code: "store.io", message: expect.stringContaining(file) as unknown });
  });
});

describe("a run that another process holds or left", () => {
  test("a second process on the same run is refused while the first one lives", async () => {
    using place = freshPlace();
    const first = work(place.directory, "a list", { holdMs: 3_000 });
    // An event in the journal: the first process holds the run.
    await vi.waitFor(() => expect(journalOf(place.directory)).not.toEqual([]), { timeout: 30_000, interval: 10 });
    const second = await work(place.directory, "a list");
    expect(second.refusal?.code).toBe("run.leased");
    expect((await first).view?.status).toBe("completed");
  });

  test("a clock set back three hours does not keep the next process from going on", async () => {
    using place = freshPlace();
    const { directory } = place;
    expect((await work(directory, "an agent", { killAt: 5 })).signal).toBe("SIGKILL");
    const { view } = await work(directory, "an agent", { clockShiftMs: -3 * 3_600_000 });
    expect(view?.status).toBe("completed");
  });
});
