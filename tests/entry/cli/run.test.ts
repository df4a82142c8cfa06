import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { bench, ended } from "./pawl.ts";

interface View {
  readonly run_id: string;
  readonly workflow: string;
  readonly status: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
  readonly cost: object;
  readonly cache: { readonly hits: number; readonly misses: number };
  readonly steps: Readonly<
    Record<
      string,
      {
        readonly status: string;
        readonly attempts: number;
        readonly cached: boolean;
        readonly outputs: Readonly<Record<string, unknown>>;
        readonly exit_code?: number;
        readonly duration_ms?: number;
        readonly tree?: string;
      }
    >
  >;
}

const GREET = `name: greet
inputs:
  who: { type: string, required: true }
  times: { type: number, default: 1 }
outputs:
  said: { type: string, value: "{{ say.outputs.stdout }}" }
steps:
  - id: say
    type: shell
    command: echo "hello {{ inputs.who }}" | tee said.txt
    timeout: 1m
  - id: said
    type: assert
    condition: "'hello' in say.outputs.stdout"
`;
const RED = `name: red
steps:
  - id: ok
    type: shell
    command: echo one
    timeout: 1m
  - id: broken
    type: shell
    command: echo no >&2; exit 7
    timeout: 1m
  - id: after
    type: shell
    command: echo never
    timeout: 1m
`;
const SLOW = `name: slow
steps:
  - id: first
    type: shell
    command: echo done
    timeout: 1m
  - id: forever
    type: shell
    command: echo sleeping; sleep 120
    timeout: 5m
`;

describe("pawl run", () => {
  test("prints one JSON object and exits 0 when the run completes", async () => {
    using repository = bench({ ".github/pawl/greet.yml": GREET });
    const called = await repository.pawl("run", "greet", "--input", "who=a 'quoted' $(touch hacked)", "--json");
    const view = called.json() as View;
    expect(called.exit).toBe(0);
    expect(view).toMatchObject({
      workflow: "greet",
      status: "completed",
      outputs: { said: "hello a 'quoted' $(touch hacked)" },
      cost: { usd: 0, input_tokens: 0, output_tokens: 0 },
      cache: { hits: 0, misses: 0 },
      steps: { say: { status: "completed", attempts: 1, cached: false, exit_code: 0 }, said: { status: "completed" } },
    });
    expect(view.run_id).toMatch(/^run_/);
    expect(view.steps["say"]?.tree).toMatch(/^[0-9a-f]{40}$/);
    expect(repository.git("status", "--porcelain")).toBe("?? said.txt\n");
  });

  test("progress goes to standard error as plain lines, the result to standard output", async () => {
    using repository = bench({ "greet.yml": GREET });
    const { stdout, stderr } = await repository.pawl("run", "greet.yml", "-i", "who=you");
    expect(stderr).toMatch(/▶ say[\s\S]*✓ say[\s\S]*✓ said/);
    expect(stderr).not.toContain("\u001b");
    expect(stdout).toContain("completed");
  });

  test("a failing step fails the run: exit 1, the step's exit code, the rest skipped", async () => {
    using repository = bench({ "red.yml": RED });
    const called = await repository.pawl("run", "red.yml", "--json");
    expect(called.exit).toBe(1);
    expect(called.json() as View).toMatchObject({
      status: "failed",
      error: { code: "step.exit_code" },
      steps: { ok: { status: "completed" }, broken: { status: "failed", exit_code: 7 }, after: { status: "skipped" } },
    });
  });

  test.each([
    ["a missing input", ["run", "greet.yml"]],
    ["an unknown input", ["run", "greet.yml", "-i", "who=x", "-i", "whom=y"]],
    ["an ill-typed input", ["run", "greet.yml", "-i", "who=x", "-i", "times=many"]],
    ["an input without a value", ["run", "greet.yml", "-i", "who"]],
    ["an unknown workflow", ["run", "greeet"]],
    ["an invalid workflow", ["run", "broken.yml"]],
    ["a workspace that isn't there", ["run", "greet.yml", "-i", "who=x", "--workspace", "nowhere"]],
  ])("%s exits 2, says what to write and starts nothing", async (_what, argv) => {
    using repository = bench({ "greet.yml": GREET, "broken.yml": "name: broken\nsteps:\n  - id: a\n    type: shel\n" });
    const called = await repository.pawl(...argv, "--json");
    expect(called.exit).toBe(2);
    expect((called.json() as { error: { code: string; message: string } }).error.message).not.toBe("");
    expect(called.stderr).not.toContain("    at ");
    expect((await repository.pawl("list", "--json")).json() as unknown[]).toEqual([]);
  });

  test("--dry-run shows the plan and runs nothing", async () => {
    using repository = bench({ "greet.yml": GREET });
    const called = await repository.pawl("run", "greet.yml", "-i", "who=you", "--dry-run", "--json");
    expect(called.exit).toBe(0);
    expect(called.json()).toMatchObject({
      dry_run: true,
      inputs: { who: "you", times: 1 },
      layers: [["say"], ["said"]],
    });
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  test("--events prints one JSON event per line, in order", async () => {
    using repository = bench({ "greet.yml": GREET });
    const { stdout } = await repository.pawl("run", "greet.yml", "-i", "who=you", "--events");
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { seq: number; type: string });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(0)?.type).toBe("run.created");
    expect(events.at(-1)?.type).toBe("run.completed");
  });

  test("SIGINT cancels cleanly: the step is stopped, the journal says so, exit 130", async () => {
    using repository = bench({ "slow.yml": SLOW });
    const child = repository.start("run", "slow.yml", "--json", "--output");
    await new Promise<void>((resolve) => {
      child.stderr?.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes("sleeping")) resolve();
      });
    });
    const end = ended(child);
    child.kill("SIGINT");
    const called = await end;
    expect(called.exit).toBe(130);
    expect(called.json() as View).toMatchObject({
      status: "cancelled",
      steps: { first: { status: "completed" }, forever: { status: "cancelled" } },
    });
  });

  test("a folder without git works, and its state stays outside of it", async () => {
    using folder = bench({ "greet.yml": GREET }, { git: false });
    const called = await folder.pawl("run", "greet.yml", "-i", "who=you", "--json");
    expect(called.exit).toBe(0);
    expect(readFileSync(path.join(folder.root, "said.txt"), "utf8")).toBe("hello you\n");
  });
});

describe("a run that is kept", () => {
  test("list, show, events, logs and audit tell of it", async () => {
    using repository = bench({ "greet.yml": GREET });
    const { run_id: id } = (await repository.pawl("run", "greet.yml", "-i", "who=you", "--json")).json() as View;
    expect((await repository.pawl("list", "--json")).json()).toMatchObject([
      { run_id: id, workflow: "greet", status: "completed" },
    ]);
    expect((await repository.pawl("show", id, "--json")).json()).toMatchObject({ run_id: id, status: "completed" });
    const events = (await repository.pawl("events", id)).stdout.trim().split("\n");
    const audit = (await repository.pawl("audit", "verify", id, "--json")).json() as {
      ok: boolean;
      events: number;
      head: string;
    };
    expect(audit).toMatchObject({ ok: true, events: events.length });
    expect((await repository.pawl("logs", id, "say")).stdout).toContain("hello you");
    expect((await repository.pawl("stats", "--json")).json()).toMatchObject({ runs: 1, success_rate: 1 });
  });

  test.each([["show"], ["events"], ["resume"], ["logs"], ["cancel"], ["approve"]])(
    "%s of an unknown run exits 2",
    async (verb) => {
      using repository = bench();
      const called = await repository.pawl(verb, "run_00000000000000000000000000", "--json");
      expect(called.exit).toBe(2);
      expect((called.json() as { error: { code: string } }).error.code).toContain("unknown_run");
    },
  );

  test("resume carries on after the last held step, with the same id", async () => {
    using repository = bench({ "red.yml": RED.replace("echo no >&2; exit 7", "git log -1 --format=%s | grep Allow") });
    const first = (await repository.pawl("run", "red.yml", "--json")).json() as View;
    expect(first.status).toBe("failed");
    repository.git("commit", "-q", "--allow-empty", "-m", "Allow");
    const again = await repository.pawl("resume", first.run_id, "--json");
    expect(again.exit).toBe(0);
    expect(again.json() as View).toMatchObject({
      run_id: first.run_id,
      status: "completed",
      steps: { ok: { attempts: 1 }, broken: { status: "completed" }, after: { status: "completed" } },
    });
  });

  test("PAWL_STATE and --state say where runs are kept", async () => {
    using repository = bench({ "greet.yml": GREET });
    await repository.pawl("run", "greet.yml", "-i", "who=you", "--state", "elsewhere");
    expect((await repository.pawl("list", "--json")).json()).toEqual([]);
    expect((await repository.pawl("list", "--json", "--state", "elsewhere")).json() as unknown[]).toHaveLength(1);
  });
});
