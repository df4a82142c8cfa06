import { expect, test } from "vitest";
import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createLeases } from "../../src/engine/leases.ts";
import { simulatedClock } from "../sim/simulated-clock.ts";

test("a run in this process's hands is not taken a second time, though its lease has ended meanwhile", async () => {
  const clock = simulatedClock(1);
  const leases = createLeases(createMemoryRunStore(clock), clock, 1_000, () => {});
  const first = await leases.take("run_a", "me");
  clock.jump(5_000);
  expect(await leases.take("run_a", "me")).toBeUndefined();
  expect(leases.current("run_a")).toEqual(first);
  await leases.give("run_a");
  expect((await leases.take("run_a", "me"))?.fence).toBe(2);
});
