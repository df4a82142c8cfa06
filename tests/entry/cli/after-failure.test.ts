import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { bench } from "./pawl.ts";

interface View {
  readonly run_id: string;
  readonly status: string;
  readonly autonomy?: string;
  readonly parked?: { readonly reason: string };
  readonly compensation?: unknown;
  readonly steps: Readonly<Record<string, { status: string; attempts: number; proposes?: { does: string } }>>;
}

const MENDED = `name: mended
autonomy: ask
steps:
  - id: make
    type: shell
    command: echo made > made.txt
    timeout: 1m
  - id: check
    type: shell
    command: test -e fixed.txt
    timeout: 1m
    retry: { attempts: 3 }
`;
const UNDOABLE = `name: undoable
rollback_strategy: manual
steps:
  - id: make
    type: shell
    command: echo made > made.txt
    timeout: 1m
    compensate: { type: shell, command: rm made.txt }
  - id: breaks
    type: shell
    command: exit 4
    timeout: 1m
`;

describe("autonomy: ask", () => {
  test("parks with exit code 3, and a grant tries again with the file somebody mended meanwhile", async () => {
    using repository = bench({ "mended.yml": MENDED });
    const asked = await repository.pawl("run", "mended.yml", "--json");
    const parked = asked.json() as View;
    expect(asked.exit, asked.stderr).toBe(3);
    expect(parked).toMatchObject({
      status: "parked",
      autonomy: "ask",
      steps: { check: { proposes: { does: "retry" } } },
    });
    expect(parked.parked?.reason).toContain("attempt 1 of 3 failed (step.exit_code). Try it again?");
    repository.write("fixed.txt", "yes\n");
    expect((await repository.pawl("approve", parked.run_id, "--by", "ada")).exit).toBe(0);
    const end = await repository.pawl("resume", parked.run_id, "--json");
    expect(end.exit, end.stderr).toBe(0);
    expect(end.json()).toMatchObject({ status: "completed", steps: { make: { attempts: 1 }, check: { attempts: 2 } } });
    const { stdout } = await repository.pawl("events", parked.run_id);
    expect(stdout).toContain('"reason":"ada granted it: attempt 1 of 3 failed (step.exit_code)"');
  });

  test("rejected, or run with --autonomy off, the failure stands", async () => {
    using repository = bench({ "mended.yml": MENDED });
    const parked = (await repository.pawl("run", "mended.yml", "--json")).json() as View;
    await repository.pawl("reject", parked.run_id);
    expect((await repository.pawl("resume", parked.run_id)).exit).toBe(1);
    const off = await repository.pawl("run", "mended.yml", "--autonomy", "off", "--json");
    expect(off.exit).toBe(1);
    expect(off.json()).toMatchObject({ status: "failed", autonomy: "off", steps: { check: { attempts: 1 } } });
    expect(off.stderr).toContain('autonomy is "off": attempt 1 of 3 failed (step.exit_code); the failure stands');
  });

  test("a level there isn't is refused before anything runs", async () => {
    using repository = bench({ "mended.yml": MENDED.replace("ask", "some") });
    const { exit, stdout } = await repository.pawl("run", "mended.yml");
    expect(exit).toBe(2);
    expect(stdout).toMatch(/full.*ask.*off/);
  });
});

describe("pawl rollback", () => {
  test("undoes what a failed run did, says so, and is refused the second time", async () => {
    using repository = bench({ "undoable.yml": UNDOABLE });
    const made = path.join(repository.root, "made.txt");
    const { run_id: runId } = (await repository.pawl("run", "undoable.yml", "--json")).json() as View;
    expect(existsSync(made)).toBe(true);
    const called = await repository.pawl("rollback", runId, "--json");
    expect(called.exit, called.stderr).toBe(0);
    expect(called.json()).toMatchObject({
      status: "failed",
      compensation: { status: "completed", undone: ["make"], failed: [] },
      steps: { make: { status: "compensated" } },
    });
    expect(existsSync(made)).toBe(false);
    expect((await repository.pawl("show", runId)).stdout).toContain("undone: make");
    const again = await repository.pawl("rollback", runId, "--json");
    expect(again.exit).toBe(2);
    expect(again.json()).toMatchObject({ error: { code: "rollback.nothing" } });
    expect((await repository.pawl("audit", "verify", runId)).exit).toBe(0);
  });

  test("exits 1 and names what could not be undone", async () => {
    using repository = bench({ "undoable.yml": UNDOABLE.replace("rm made.txt", "exit 7") });
    const { run_id: runId } = (await repository.pawl("run", "undoable.yml", "--json")).json() as View;
    const called = await repository.pawl("rollback", runId);
    expect(called.exit).toBe(1);
    expect(called.stdout).toContain("could not be undone: make");
  });
});
