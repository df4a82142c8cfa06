import { expect, test } from "vitest";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { again } from "../../src/github/once.ts";
import { PawlError } from "../../src/kernel/errors.ts";

function limited(retryAfterMs: number): PawlError {
  return new PawlError({ code: "github.rate_limited", kind: "transient", message: "slow down", retryAfterMs });
}

/** A clock that notes how long it was asked to wait, and a write that is limited the first time. */
async function tryOnce(retryAfterMs: number): Promise<{ waits: readonly number[]; outcome: unknown }> {
  const waits: number[] = [];
  const clock = { ...systemClock(), sleep: async (ms: number) => void waits.push(ms) };
  let calls = 0;
  const outcome: unknown = await again(clock, async () => {
    calls += 1;
    if (calls === 1) throw limited(retryAfterMs);
    return "done";
  }).catch((error: unknown) => error);
  return { waits, outcome };
}

test("a rate limit that ends within a minute is waited for, as long as GitHub asks", async () => {
  await expect(tryOnce(30_000)).resolves.toEqual({ waits: [30_000], outcome: "done" });
});

test("a longer one goes up at once: nobody holds a runner for it", async () => {
  const { waits, outcome } = await tryOnce(61_000);
  expect(waits).toEqual([]);
  expect(outcome).toMatchObject({ code: "github.rate_limited", retryAfterMs: 61_000 });
});
