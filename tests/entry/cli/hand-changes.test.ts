import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { RunView } from "../../../src/engine/view.ts";
import { bench } from "./pawl.ts";

const WORKFLOW = `name: mend
steps:
  - id: build
    type: shell
    command: echo built > built.txt; echo once >> log.txt
  - id: check
    type: shell
    command: grep -q right source.txt
`;

test("a run resumed after somebody mended a file goes on with the mended file and with its own work", async () => {
  using at = bench({ "mend.yml": WORKFLOW, "source.txt": "wrong\n" });
  const failed = await at.pawl("run", "mend.yml", "--json");
  expect(failed.exit).toBe(1);
  at.write("source.txt", "right\n");
  const resumed = await at.pawl("resume", (failed.json() as RunView).run_id, "--json");
  expect(resumed.exit).toBe(0);
  expect(resumed.stderr).toContain("changed by hand");
  expect(readFileSync(path.join(at.root, "built.txt"), "utf8")).toBe("built\n");
  expect(readFileSync(path.join(at.root, "log.txt"), "utf8")).toBe("once\n");
});

test("a clean checkout is nobody's change: the run's own files come back", async () => {
  using at = bench({ "mend.yml": WORKFLOW, "source.txt": "wrong\n" });
  const failed = await at.pawl("run", "mend.yml", "--json");
  for (const file of ["built.txt", "log.txt"]) rmSync(path.join(at.root, file));
  const resumed = await at.pawl("resume", (failed.json() as RunView).run_id, "--json");
  expect(resumed.exit).toBe(1);
  expect(readFileSync(path.join(at.root, "built.txt"), "utf8")).toBe("built\n");
  expect((resumed.json() as RunView).steps["build"]?.attempts).toBe(1);
});
