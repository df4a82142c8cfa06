import { expect, test, vi } from "vitest";
import { generateWorkflow } from "../sim/generate.ts";
import { GOLDENS } from "./goldens.ts";
import { crashEverywhere } from "./points.ts";

// Real processes, disks and thousands of runs: minutes where many share the machine.
vi.setConfig({ testTimeout: 300_000 });

test("golden workflows end the same whichever append was a process's last", async () => {
  const violations: string[] = [];
  let points = 0;
  for (const [name, workflow] of Object.entries(GOLDENS)) {
    const found = await crashEverywhere(name, workflow);
    points += found.points;
    violations.push(...found.violations);
  }
  expect(violations).toEqual([]);
  expect(points).toBeGreaterThanOrEqual(300);
});

test("generated workflows keep every promise whichever append was a process's last", async () => {
  const violations: string[] = [];
  let points = 0;
  for (let seed = 1; points < 2_100; seed++) {
    const found = await crashEverywhere(`seed ${seed}`, generateWorkflow(seed), seed);
    points += found.points;
    violations.push(...found.violations);
  }
  expect(violations).toEqual([]);
});
