import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createLocalStepCache } from "../../../src/adapters/step-cache/local.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import { collectWarnings } from "../log.ts";
import { entryFor, stepCacheContract, type CacheUnderTest } from "../../contracts/step-cache.ts";

interface LocalUnderTest extends CacheUnderTest {
  readonly directory: string;
  readonly warnings: string[];
}

async function openLocal(options: { readonly maxBytes?: number } = {}): Promise<LocalUnderTest> {
  const directory = mkdtempSync(path.join(tmpdir(), "pawl-cache-"));
  let now = Date.now();
  const clock: Clock = {
    now: () => now,
    sleep: async () => undefined,
    random: () => 0.5,
    newRunId: () => "run_00000000000000000000000000",
  };
  const { log, warnings } = collectWarnings();
  return {
    directory,
    warnings,
    cache: createLocalStepCache({ directory, clock, log, ...options }),
    advance: (ms) => {
      now += ms;
    },
    tamper: async (key, change) => {
      const file = path.join(directory, key.slice(0, 2), `${key}.entry`);
      writeFileSync(file, change(readFileSync(file)));
    },
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

stepCacheContract("local directory", openLocal, { manages: true });

describe("the local step cache", () => {
  const about = { workflow: "w", step: "s" };

  test("says once, in one line, why entries are refused", async () => {
    await using at = await openLocal();
    for (const name of ["one", "two", "three"]) {
      const entry = entryFor(name);
      await at.cache.put(entry, about);
      await at.tamper(entry.key, (bytes) => bytes.slice(0, -1));
      await at.cache.get(entry.key);
    }
    expect(at.warnings).toHaveLength(1);
    expect(at.warnings[0]).toMatch(/^step cache: entry [0-9a-f]{12} is refused because .*; its step runs instead$/);
  });

  test("does not follow a link that stands in for an entry", async () => {
    await using at = await openLocal();
    const entry = entryFor("linked");
    mkdirSync(path.join(at.directory, entry.key.slice(0, 2)), { recursive: true });
    symlinkSync("/etc/hostname", path.join(at.directory, entry.key.slice(0, 2), `${entry.key}.entry`));
    expect(await at.cache.get(entry.key)).toBeUndefined();
  });

  test("keeps running, with one line, when it can't write", async () => {
    await using at = await openLocal();
    const file = path.join(at.directory, "file");
    writeFileSync(file, "");
    const { log, warnings } = collectWarnings();
    const clock = { now: () => 0, sleep: async () => undefined, random: () => 0, newRunId: () => "" };
    const cache = createLocalStepCache({ directory: path.join(file, "below"), clock, log });
    expect(await cache.put(entryFor("a"), about)).toBe(false);
    expect(await cache.put(entryFor("b"), about)).toBe(false);
    expect(warnings).toHaveLength(1);
  });

  test("stays within its size by dropping what was used longest ago", async () => {
    await using at = await openLocal({ maxBytes: 20_000 });
    for (let i = 0; i < 60; i++) {
      await at.cache.put(entryFor(`entry ${i}`), about);
      at.advance(1_000);
    }
    const bytes = (await at.cache.list?.())?.reduce((sum, entry) => sum + entry.bytes, 0) ?? 0;
    expect(bytes).toBeLessThanOrEqual(21_000);
    expect(await at.cache.get(entryFor("entry 59").key)).toBeDefined();
    expect(await at.cache.get(entryFor("entry 0").key)).toBeUndefined();
    expect(at.warnings).toEqual([]);
  });

  test("is shared by processes that write, read and prune at once without one bad entry", async () => {
    await using at = await openLocal();
    const program = path.join(import.meta.dirname, "racer.ts");
    const racers = Array.from({ length: 4 }, (_, seed) =>
      fork(program, [at.directory, String(seed), "500"], { stdio: ["ignore", "pipe", "inherit", "ipc"] }),
    );
    const reports = await Promise.all(
      racers.map(async (racer) => {
        const [report] = (await once(racer, "message")) as [{ operations: number; wrong: number; warnings: string[] }];
        return report;
      }),
    );
    expect(reports.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    expect(reports.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(reports.reduce((sum, { operations }) => sum + operations, 0)).toBe(2_000);
    expect(readdirSync(path.join(at.directory, "drafts"))).toEqual([]);
  });
});
