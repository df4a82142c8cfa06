import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../../../src/adapters/sandbox/process.ts";
import { quiet, stage } from "./stage.ts";

/** The two ways a command without a profile runs: in a process namespace, and (on machines without) in a session of its own. */
const ways = [
  { way: "in a process namespace", options: {} },
  { way: "in a session of its own", options: { programPath: "/nowhere" } },
] as const;

describe.each(ways)("a command $way", ({ options }) => {
  test("gives its exit code and both streams", async () => {
    using s = stage(options);
    const result = await s.run("echo out; echo err >&2; exit 7");
    expect(result).toMatchObject({ exitCode: 7, signal: undefined, stdout: "out\n", stderr: "err\n", truncated: 0 });
  });

  test("starts from an empty environment: only neutral variables and what is declared", async () => {
    const parent = {
      PATH: process.env["PATH"],
      ACTIONS_RUNTIME_TOKEN: "t",
      INPUT_GITHUB_TOKEN: "t",
      ANTHROPIC_API_KEY: "k",
      HOME: "/root",
    };
    using s = stage({ ...options, env: parent });
    const { stdout } = await s.run("env", { env: { DECLARED: "yes" } });
    const names = stdout.split("\n").map((line) => line.split("=")[0]);
    expect(names).toContain("DECLARED");
    expect(names).toContain("PATH");
    for (const name of ["ACTIONS_RUNTIME_TOKEN", "INPUT_GITHUB_TOKEN", "ANTHROPIC_API_KEY"])
      expect(names).not.toContain(name);
  });

  test("is ended with its whole tree at the timeout, also when it ignores SIGTERM and has left its session", async () => {
    using s = stage(options);
    const mark = `3${process.pid}${Date.now() % 100_000}`;
    const result = await s.run(
      `trap '' TERM; setsid bash -c 'trap "" TERM; sleep ${mark}' & sleep ${mark}; sleep ${mark}`,
      {
        timeoutMs: 300,
        graceMs: 100,
      },
    );
    expect(result.ended).toBe("timeout");
    expect(result.exitCode).toBeUndefined();
    expect(running(`sleep ${mark}`)).toEqual([]);
  });

  test("may clean up when it is asked to end", async () => {
    using s = stage(options);
    const result = await s.run("trap 'echo cleaned; exit 3' TERM; echo ready; sleep 60 & wait", {
      timeoutMs: 300,
      graceMs: 10_000,
    });
    expect(result).toMatchObject({ ended: "timeout", stdout: "ready\ncleaned\n" });
  });

  test("leaves nothing running when it ends by itself", async () => {
    using s = stage(options);
    const mark = `4${process.pid}${Date.now() % 100_000}`;
    const result = await s.run(
      `(setsid sleep ${mark} >/dev/null 2>&1 &); sleep ${mark} >/dev/null 2>&1 & echo started`,
    );
    expect(result.stdout).toBe("started\n");
    expect(running(`sleep ${mark}`)).toEqual([]);
  });

  test("ends when the signal fires, and says so", async () => {
    using s = stage(options);
    const abort = new AbortController();
    const result = await s.run("echo ready; sleep 60", { signal: abort.signal, onOutput: () => abort.abort() });
    expect(result.ended).toBe("cancelled");
  });

  test("doesn't start when the signal has fired already", async () => {
    using s = stage(options);
    const result = await s.run("touch started", { signal: AbortSignal.abort() });
    expect(result.ended).toBe("cancelled");
    expect(existsSync(path.join(s.workspace, "started"))).toBe(false);
  });

  test("keeps the beginning and the end of long output, and counts what it dropped", async () => {
    using s = stage(options);
    const { stdout, truncated } = await s.run("echo first; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo last", {
      outputLimit: 10_000,
    });
    expect(stdout.startsWith("first\n")).toBe(true);
    expect(stdout.endsWith("last\n")).toBe(true);
    expect(truncated).toBe(3_000_012 - 10_000);
    expect(stdout).toContain(`[… ${truncated} bytes left out …]`);
  });

  test("is ended when it prints without end, in little memory", async () => {
    using s = stage(options);
    const before = process.memoryUsage().rss;
    let shown = 0;
    const result = await s.run("yes pawl", { onOutput: (_, text) => (shown += text.length) });
    expect(result.ended).toBe("output");
    expect(result.stdout.length).toBeLessThan(70_000);
    expect(shown).toBeLessThan(3 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });

  test("shows output in whole lines as it comes", async () => {
    using s = stage(options);
    const shown: string[] = [];
    await s.run("printf 'a\\nb'; printf 'c\\n'; printf 'end'", { onOutput: (_, text) => shown.push(text) });
    expect(shown.join("")).toBe("a\nbc\nend");
    expect(shown.slice(0, -1).every((text) => text.endsWith("\n"))).toBe(true);
  });

  test("reads what it is given on standard input", async () => {
    using s = stage(options);
    expect((await s.run("cat", { stdin: "given" })).stdout).toBe("given");
  });

  test("may leave its input unread", async () => {
    using s = stage(options);
    expect((await s.run("exit 0", { stdin: "x".repeat(1_000_000) })).exitCode).toBe(0);
  });
});

test("a program that doesn't exist is an error that names it", async () => {
  using s = stage({ programPath: "/nowhere" });
  await expect(s.run("", { argv: ["no-such-program"] })).rejects.toMatchObject({
    code: "sandbox.program_not_found",
    message: expect.stringContaining("no-such-program"),
  });
});

test("without a profile, a command can't read this process's environment where the machine has namespaces", async () => {
  using s = stage();
  const { stdout } = await s.run(
    `cat /proc/${process.pid}/environ /proc/$PPID/environ 2>/dev/null | tr '\\0' '\\n'; ls /proc | grep -c '^[0-9]'`,
  );
  expect(stdout).not.toContain("VITEST");
});

test("a declared profile is refused where it can't be enforced, with the line that enables it", async () => {
  using s = stage({ programPath: "/nowhere" });
  await expect(s.run("true", { profile: "restricted" })).rejects.toMatchObject({
    code: "sandbox.unavailable",
    kind: "policy",
    remedy: expect.stringContaining("apt-get install -y bubblewrap"),
  });
  const sandbox = createSandbox({ log: quiet, temporaryRoot: s.root, programPath: "/nowhere" });
  await expect(sandbox.probe()).resolves.toMatchObject({ profiles: [] });
});

test("beside a job's tokens, nothing is run where a command could read them", async () => {
  using s = stage({ programPath: "/nowhere", withoutWalls: "nothing" });
  await expect(s.run("touch ran")).rejects.toMatchObject({
    code: "sandbox.unavailable",
    kind: "policy",
    remedy: expect.stringMatching(/apt-get install -y bubblewrap[\s\S]*PAWL_UNCONFINED=allow/),
  });
  expect(readdirSync(s.workspace)).not.toContain("ran");
});

test.for(["commands", "all"] as const)(
  "where the operator accepts it (%s), commands run without walls",
  async (withoutWalls) => {
    using s = stage({ programPath: "/nowhere", withoutWalls });
    await expect(s.run("echo ran")).resolves.toMatchObject({ stdout: "ran\n", exitCode: 0 });
  },
);

test("an unknown profile is refused, with the names there are", async () => {
  using s = stage();
  await expect(s.run("true", { profile: "lenient" })).rejects.toMatchObject({
    code: "sandbox.unknown_profile",
    remedy: expect.stringContaining("restricted"),
  });
});

function running(command: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.trim() === command);
}
