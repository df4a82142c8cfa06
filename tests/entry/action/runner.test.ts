import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRunner } from "../../../src/entry/action/runner.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pawl-runner-test-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("an output that can't be written is said, and neither ends the process nor keeps back what follows", async () => {
  // A directory where the runner has its file: every write to it fails, as on a full disk.
  const outputs = path.join(folder, "outputs");
  const state = path.join(folder, "state");
  mkdirSync(outputs);
  writeFileSync(state, "");
  vi.stubEnv("GITHUB_OUTPUT", outputs);
  vi.stubEnv("GITHUB_STATE", state);
  const lines: string[] = [];
  const runner = createRunner((text) => lines.push(text));
  runner.output("conclusion", "completed");
  runner.saveState("run", "run_1");
  await expect(runner.flush()).resolves.toBe(false);
  expect(lines.join("")).toMatch(/^The runner did not take what this step says: .*EISDIR/);
  expect(readFileSync(state, "utf8")).toContain("run_1");
});

test("a runner that takes everything is told of as such", async () => {
  const outputs = path.join(folder, "outputs");
  writeFileSync(outputs, "");
  vi.stubEnv("GITHUB_OUTPUT", outputs);
  const runner = createRunner(() => undefined);
  runner.output("conclusion", "completed");
  await expect(runner.flush()).resolves.toBe(true);
  expect(readFileSync(outputs, "utf8")).toContain("completed");
});
