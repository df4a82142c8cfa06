import { expect, test, vi } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import { crash, freshPlace, work } from "./harness.ts";

// Real processes, disks and thousands of runs: minutes where many share the machine.
vi.setConfig({ testTimeout: 300_000 });

/** A handful of the points that `npm run crash` goes through in full, one for each kind of thing that may be cut off. */
const POINTS = [
  ["an agent", 4, "after"],
  ["an agent", 5, "before"],
  ["a compensation", 6, "after"],
  ["an approval", 4, "after"],
  ["writers side by side", 3, "before"],
] as const;

test("a real process killed at any point is taken over with nothing lost and nothing done twice", async () => {
  const violations: string[] = [];
  const expected = new Map<string, RunView>();
  for (const [golden, killAt, killWhen] of POINTS) {
    using place = freshPlace();
    const undisturbed = expected.get(golden) ?? (await work(place.directory, golden)).view;
    if (undisturbed === undefined) throw new Error(`${golden} does not run to its end`);
    expected.set(golden, undisturbed);
    const { violations: found, killed } = await crash(golden, { killAt, killWhen }, undisturbed);
    if (!killed) violations.push(`${golden} was not killed ${killWhen} append ${killAt}`);
    violations.push(...found);
  }
  expect(violations).toEqual([]);
});
