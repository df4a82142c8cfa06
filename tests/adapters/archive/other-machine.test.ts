import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { contentsOf, createRepository, runGit, temporaryFolder } from "../workspace/repository.ts";

const PAWL = path.resolve(import.meta.dirname, "../../../src/entry/cli/pawl.mjs");
const WORKFLOW = `name: three
description: Three steps, of which the second waits.
steps:
  - { id: one, type: shell, command: "echo one > one.txt; chmod +x one.txt; ln -s one.txt link" }
  - { id: two, type: shell, command: "echo half > half.txt; until test -e go; do sleep 0.05; done; rm half.txt; cat one.txt > two.txt" }
  - { id: three, type: shell, command: "mkdir deep; cat one.txt two.txt > deep/three.txt" }
`;

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const thing of made.splice(0)) thing.remove();
});

interface Answer {
  readonly run_id: string;
  readonly status: string;
  readonly steps: Readonly<
    Record<string, { readonly status: string; readonly attempts: number; readonly tree?: string }>
  >;
}

async function pawl(cwd: string, ...args: string[]): Promise<Answer> {
  const { stdout } = await promisify(execFile)(process.execPath, [PAWL, ...args, "--json"], { cwd });
  return JSON.parse(stdout) as Answer;
}

test("a run killed on one machine is finished on another from its archive alone, byte for byte as an undisturbed run", async () => {
  const origin = createRepository({ ".github/pawl/three.yml": WORKFLOW, "base.txt": "base\n", ".gitignore": "go\n" });
  made.push(origin);
  const elsewhere = temporaryFolder();
  made.push({ remove: () => rmSync(elsewhere, { recursive: true, force: true }) });
  const machine = (name: string): string => {
    runGit(elsewhere, ["clone", "-q", origin.root, name]);
    return path.join(elsewhere, name);
  };

  const first = machine("first");
  const child = spawn(process.execPath, [PAWL, "run", "three", "--yes", "--json"], { cwd: first, stdio: "ignore" });
  await vi.waitFor(() => expect(existsSync(path.join(first, "half.txt"))).toBe(true), { timeout: 30_000 });
  child.kill("SIGKILL");
  await once(child, "exit");
  const listed = (await pawl(first, "list")) as unknown as readonly { readonly run_id: string }[];
  const runId = listed[0]!.run_id;
  await pawl(first, "export", runId, "--out", path.join(elsewhere, "run.pawl"));
  // Lets what the killed process left behind end.
  writeFileSync(path.join(first, "go"), "");

  const [second, undisturbed] = [machine("second"), machine("undisturbed")];
  for (const root of [second, undisturbed]) writeFileSync(path.join(root, "go"), "");
  const resumed = await pawl(second, "resume", "--archive", path.join(elsewhere, "run.pawl"));
  const whole = await pawl(undisturbed, "run", "three", "--yes");

  expect(resumed).toMatchObject({ run_id: runId, status: "completed" });
  expect(resumed.steps["one"]).toMatchObject({ status: "completed", attempts: 1 });
  expect(resumed.steps["three"]?.tree).toBe(whole.steps["three"]?.tree);
  expect(contentsOf(second)).toEqual(contentsOf(undisturbed));
  expect(readFileSync(path.join(second, "deep/three.txt"), "utf8")).toBe("one\none\n");
  expect(await pawl(second, "audit", "verify", runId)).toMatchObject({ ok: true });
});
