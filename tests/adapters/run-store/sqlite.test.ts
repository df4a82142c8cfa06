import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { openSqliteRunStore } from "../../../src/adapters/run-store/sqlite.ts";
import type { RunStore } from "../../../src/ports/run-store.ts";
import { runStoreContract } from "../../contracts/run-store.ts";
import { simulatedClock } from "../../sim/simulated-clock.ts";

const opened: { store: RunStore; directory: string }[] = [];

function freshDirectory(): string {
  return mkdtempSync(path.join(tmpdir(), "pawl-store-"));
}

afterEach(async () => {
  for (const { store, directory } of opened.splice(0)) {
    await store.close();
    rmSync(directory, { recursive: true });
  }
});

runStoreContract("sqlite", async (clock) => {
  const directory = freshDirectory();
  const file = path.join(directory, "runs.db");
  const store = await openSqliteRunStore({ file, clock });
  opened.push({ store, directory });
  return { store, reopen: () => openSqliteRunStore({ file, clock }) };
});

describe("the sqlite file", () => {
  const clock = simulatedClock(1);
  const directory = (): string => {
    const made = freshDirectory();
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };

  test("is opened with a synced write-ahead log and the safe pragmas", async () => {
    const file = path.join(directory(), "runs.db");
    const store = await openSqliteRunStore({ file, clock });
    const database = new DatabaseSync(file);
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    database.close();
    await store.close();
  });

  test("written by a newer version is refused untouched", async () => {
    const file = path.join(directory(), "runs.db");
    await (await openSqliteRunStore({ file, clock })).close();
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 99");
    database.close();
    await expect(openSqliteRunStore({ file, clock })).rejects.toMatchObject({ code: "store.newer_version" });
  });

  test("that is no database is refused with what to do", async () => {
    const file = path.join(directory(), "runs.db");
    writeFileSync(file, "not a database, but long enough to be read as one".repeat(100));
    await expect(openSqliteRunStore({ file, clock })).rejects.toMatchObject({
      code: "store.corrupt",
      remedy: expect.stringContaining("Move the file away") as unknown,
    });
  });

  test("in a place that can't be written is refused with its path", async () => {
    const blocked = path.join(directory(), "file");
    writeFileSync(blocked, "");
    const file = path.join(blocked, "runs.db");
    await expect(openSqliteRunStore({ file, clock })).rejects.toMatchObject({
      code: "store.io",
      message: expect.stringContaining(file) as unknown,
    });
  });
});
