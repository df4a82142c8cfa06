import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { bench, ended, type Bench } from "./pawl.ts";

interface View {
  readonly run_id: string;
  readonly status: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly steps: Readonly<Record<string, { status: string; attempts: number; cached: boolean; tree?: string }>>;
}

const CHAIN = `name: chain
inputs:
  word: { type: string, default: one }
outputs:
  said: { type: string, value: "{{ last.outputs.stdout }}" }
steps:
  - id: first
    type: shell
    command: date +%s%N | tee first.txt
    timeout: 1m
  - id: second
    type: shell
    command: echo "{{ inputs.word }}" | tee second.txt
    timeout: 1m
  - id: last
    type: shell
    command: cat first.txt second.txt
    timeout: 1m
`;
const APPROVAL = `name: asks
steps:
  - id: build
    type: shell
    command: echo built > built.txt
    timeout: 1m
  - id: ask
    type: approval
    message: Ship it?
  - id: ship
    type: shell
    command: cat built.txt
    timeout: 1m
`;
const SLOW = `name: slow
steps:
  - id: once
    type: shell
    command: echo run >> ../once-\${PWD##*/}.log
    timeout: 1m
  - id: block
    type: shell
    command: echo waiting; while [ ! -e "../go-\${PWD##*/}" ]; do sleep 0.05; done; echo through
    timeout: 2m
`;

async function run(repository: Bench, ...argv: readonly string[]): Promise<View> {
  return (await repository.pawl("run", ...argv, "--json")).json() as View;
}

describe("pawl fork", () => {
  test("makes a new run that keeps what came before the step, with a changed input", async () => {
    using repository = bench({ "chain.yml": CHAIN });
    const original = await run(repository, "chain.yml");
    const called = await repository.pawl("fork", original.run_id, "--from", "second", "-i", "word=two", "--json");
    const fork = called.json() as View;
    expect(called.exit, called.stderr).toBe(0);
    expect(fork.run_id).not.toBe(original.run_id);
    const before = String(original.outputs["said"]).split("\n");
    expect(String(fork.outputs["said"]).split("\n")).toEqual([before[0], "two"]);
  });

  test.each([
    ["an input the workflow doesn't have", ["--from", "second", "-i", "wrod=x"]],
    ["a step it doesn't have", ["--from", "secnd"]],
  ])("%s is refused with exit 2", async (_what, argv) => {
    using repository = bench({ "chain.yml": CHAIN });
    const { run_id: id } = await run(repository, "chain.yml");
    expect((await repository.pawl("fork", id, ...argv, "--json")).exit).toBe(2);
  });
});

describe("pawl approve", () => {
  test("grants what a parked run waits for, and resume carries it on", async () => {
    using repository = bench({ "asks.yml": APPROVAL });
    const parked = await repository.pawl("run", "asks.yml", "--json");
    const { run_id: id } = parked.json() as View;
    expect(parked.exit).toBe(3);
    const granted = await repository.pawl("approve", id, "--by", "ada", "--json");
    expect(granted.exit).toBe(0);
    const resumed = await repository.pawl("resume", id, "--json");
    expect(resumed.exit).toBe(0);
    expect((resumed.json() as View).steps).toMatchObject({ build: { attempts: 1 }, ship: { status: "completed" } });
    expect((await repository.pawl("events", id)).stdout).toContain('"by":"ada"');
  });

  test("is stale when the files changed since they were shown: exit 1", async () => {
    using repository = bench({ "asks.yml": APPROVAL });
    const { run_id: id } = await run(repository, "asks.yml");
    repository.write("built.txt", "something else\n");
    const granted = await repository.pawl("approve", id, "--json");
    expect(granted.exit).toBe(1);
    expect(granted.json()).toMatchObject({ error: { code: "approval.stale" } });
  });

  test("a rejected run fails when it is carried on", async () => {
    using repository = bench({ "asks.yml": APPROVAL });
    const { run_id: id } = await run(repository, "asks.yml");
    expect((await repository.pawl("reject", id)).exit).toBe(0);
    expect((await repository.pawl("resume", id, "--json")).exit).toBe(1);
  });
});

describe("pawl cancel", () => {
  test("ends a parked run", async () => {
    using repository = bench({ "asks.yml": APPROVAL });
    const { run_id: id } = await run(repository, "asks.yml");
    const cancelled = await repository.pawl("cancel", id, "--json");
    expect(cancelled.exit).toBe(0);
    expect(cancelled.json()).toMatchObject({ status: "cancelled" });
  });
});

describe("another machine", () => {
  test("carries a run on from its archive alone, with the same trees", async () => {
    using here = bench({ "asks.yml": APPROVAL });
    const parked = await run(here, "asks.yml");
    const file = path.join(here.root, "..", `${parked.run_id}.pawl`);
    expect((await here.pawl("export", parked.run_id, "--out", file)).exit).toBe(0);
    using there = bench({ "asks.yml": APPROVAL });
    const brought = await there.pawl("resume", "--archive", file, "--json");
    rmSync(file);
    expect(brought.exit).toBe(3);
    const elsewhere = (await there.pawl("show", parked.run_id, "--json")).json() as View;
    expect(elsewhere.steps["build"]?.tree).toBe(parked.steps["build"]?.tree);
  });

  test("a file that is no archive is refused", async () => {
    using repository = bench({ "no.pawl": "not an archive" });
    const called = await repository.pawl("resume", "--archive", "no.pawl", "--json");
    expect(called.exit).not.toBe(0);
    expect(called.json()).toMatchObject({ error: { code: expect.stringMatching(/^archive\./) as string } });
  });
});

describe("a run whose process was killed", () => {
  test("is an orphan that resume --orphans carries on; what was held isn't run again", async () => {
    using repository = bench({ "slow.yml": SLOW });
    const name = path.basename(repository.root);
    const child = repository.start("run", "slow.yml", "--output");
    await new Promise<void>((resolve) => {
      child.stderr?.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes("waiting")) resolve();
      });
    });
    const gone = ended(child);
    child.kill("SIGKILL");
    await gone;
    repository.write(path.join("..", `go-${name}`), "");
    const resumed = await repository.pawl(
      "resume",
      ((await repository.pawl("list", "--json")).json() as View[])[0]?.run_id ?? "",
      "--json",
    );
    for (const left of [`go-${name}`, `once-${name}.log`])
      rmSync(path.join(repository.root, "..", left), { force: true });
    expect(resumed.exit).toBe(0);
    expect((resumed.json() as View).steps).toMatchObject({ once: { attempts: 1 }, block: { status: "completed" } });
  });
});
