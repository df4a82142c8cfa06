import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { bench, type Bench } from "./pawl.ts";

const BIN = path.resolve(import.meta.dirname, "../../../src/entry/cli/pawl.mjs");
const GREET = `name: greet
inputs:
  who: { type: string, required: true, description: Who is greeted. }
  tone: { type: choice, enum: [warm, cold], required: true }
steps:
  - id: say
    type: shell
    command: echo "{{ inputs.tone }} {{ inputs.who }}" > said.txt
    timeout: 1m
`;

/** Runs the program at a pseudo-terminal (script(1) of util-linux) and types each answer when its question shows. */
function atTerminal(
  repository: Bench,
  argv: readonly string[],
  answers: readonly (readonly [question: string, answer: string])[],
): Promise<{ readonly exit: number | null; readonly screen: string }> {
  const { CI: _ci, ...env } = repository.env;
  const line = [process.execPath, BIN, ...argv].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["-qec", line, "/dev/null"], { cwd: repository.root, env: { ...env, TERM: "xterm" } });
  const left = [...answers];
  let screen = "";
  let read = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const [next] = left;
    const at = next === undefined ? -1 : screen.indexOf(next[0], read);
    if (next === undefined || at < 0) return;
    read = screen.length;
    left.shift();
    child.stdin.write(`${next[1]}\n`);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, screen: stripVTControlCharacters(screen) }));
  });
}

const hasScript = spawnSync("script", ["--version"]).status === 0;

describe.runIf(hasScript)("pawl run at a terminal", () => {
  test("asks for what is missing until it is valid, shows what will run, and draws the steps as a tree", async () => {
    using repository = bench({ ".github/pawl/greet.yml": GREET });
    const { exit, screen } = await atTerminal(
      repository,
      ["run", "greet"],
      [
        ["who (", "you"],
        ["tone (", "hot"],
        ["tone (", "warm"],
        ["Run it?", "y"],
      ],
    );
    expect(exit, screen).toBe(0);
    expect(screen).toContain("Who is greeted.");
    expect(screen).toContain('must be one of warm, cold, not "hot"');
    expect(screen).toMatch(/who = you[\s\S]*say \(shell\)/);
    expect(screen).toMatch(/✓ say/);
    expect(repository.git("status", "--porcelain")).toContain("said.txt");
  });

  test("a declined run runs nothing", async () => {
    using repository = bench({ ".github/pawl/greet.yml": GREET });
    const { exit, screen } = await atTerminal(
      repository,
      ["run", "greet", "-i", "who=you"],
      [
        ["tone (", "cold"],
        ["Run it?", "n"],
      ],
    );
    expect(exit).toBe(130);
    expect(screen).toContain("Nothing was run.");
    expect((await repository.pawl("list", "--json")).json()).toEqual([]);
  });

  test("--yes asks nothing", async () => {
    using repository = bench({ ".github/pawl/greet.yml": GREET });
    const { exit } = await atTerminal(repository, ["run", "greet", "-i", "who=you", "-i", "tone=cold", "--yes"], []);
    expect(exit).toBe(0);
  });
});
