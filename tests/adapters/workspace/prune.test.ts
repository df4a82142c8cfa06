import { readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { pruneSnapshots } from "../../../src/adapters/workspace/prune.ts";
import { createRepository, type TestRepository } from "./repository.ts";

const made: TestRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

test("snapshots of runs that are no longer known are freed after two weeks, those that are kept stay", async () => {
  const repository = createRepository();
  made.push(repository);
  const state = path.join(repository.root, ".git/pawl");
  const workspace = await repository.open("run_old");
  repository.write("kept.txt", "kept ".repeat(10_000));
  const kept = await workspace.snapshot();
  repository.write("gone.txt", `${Math.random()}`.repeat(10_000));
  const gone = await workspace.snapshot();

  expect(await pruneSnapshots(state, [kept])).toEqual({ bytes: 0 });
  const freed = await pruneSnapshots(state, [kept], Date.now() + 30 * 86_400_000);
  expect(freed.bytes).toBeGreaterThan(100);

  const later = await repository.open("run_new");
  await later.restore(kept);
  expect(repository.read("kept.txt")).toMatch(/^kept kept/);
  await expect(later.restore(gone)).rejects.toMatchObject({ code: "workspace.unknown_tree" });
  const [directory = ""] = readdirSync(path.join(state, "workspace"));
  expect(readdirSync(path.join(state, "workspace", directory))).not.toContain("index-run_old");
});
