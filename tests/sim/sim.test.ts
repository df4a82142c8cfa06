import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

test("simulated runs keep every promise, and their seeds say how they go", { timeout: 300_000 }, async () => {
  const broken: string[] = [];
  let crashes = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const { violations, trace, crashes: died } = await simulate(seed);
    crashes += died;
    broken.push(...violations.map((violation) => `seed ${seed}: ${violation}`));
    if (seed % 50 === 0 && (await simulate(seed)).trace !== trace) broken.push(`seed ${seed}: another trace`);
  }
  expect(broken).toEqual([]);
  expect(crashes).toBeGreaterThan(300);
});
