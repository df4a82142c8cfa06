import { expect, test } from "vitest";
import { createMemoryStepCache } from "../../../src/adapters/step-cache/memory.ts";
import { createNoStepCache } from "../../../src/adapters/step-cache/none.ts";
import { entryFor, stepCacheContract } from "../../contracts/step-cache.ts";

stepCacheContract(
  "memory",
  async () => {
    let now = Date.UTC(2026, 10, 20);
    const stored = new Map<string, Uint8Array>();
    const cache = createMemoryStepCache({ clock: { now: () => now }, entries: stored });
    return {
      cache,
      advance: (ms) => {
        now += ms;
      },
      tamper: async (key, change) => {
        stored.set(key, change(stored.get(key)!));
      },
      [Symbol.asyncDispose]: async () => undefined,
    };
  },
  { manages: true },
);

test("no cache keeps nothing and says so", async () => {
  const cache = createNoStepCache();
  const entry = entryFor("x");
  expect(await cache.put(entry, { workflow: "w", step: "s" })).toBe(false);
  expect(await cache.get(entry.key)).toBeUndefined();
});
