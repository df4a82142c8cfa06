import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { bench } from "./pawl.ts";

const GOOD = `name: good
inputs:
  who: { type: string, default: you }
steps:
  - id: build
    type: shell
    command: echo built
  - id: check
    type: assert
    condition: build.outputs.stdout == 'built'
`;
const BAD = `name: bad
steps:
  - id: build
    type: shel
    command: echo built
  - id: check
    type: assert
    condition: biuld.outputs.stdout == 'built'
`;

interface Findings {
  readonly ok: boolean;
  readonly findings: readonly {
    rule: string;
    severity: string;
    message: string;
    file: string;
    line: number;
    column: number;
    hint?: string;
  }[];
}

describe("pawl validate", () => {
  test("says ok and exits 0 for a valid workflow, by path and by name", async () => {
    using repository = bench({ ".github/pawl/good.yml": GOOD });
    const byPath = await repository.pawl("validate", ".github/pawl/good.yml", "--json");
    expect((byPath.json() as Findings).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect((byPath.json() as Findings).ok).toBe(true);
    expect(byPath.exit).toBe(0);
    expect((await repository.pawl("validate", "good")).exit).toBe(0);
  });

  test("gives every mistake its place under the name the file was called by, and exits 1", async () => {
    using repository = bench({ "bad.yml": BAD });
    const called = await repository.pawl("validate", "bad.yml", "--json");
    const { ok, findings } = called.json() as Findings;
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(called.exit).toBe(1);
    expect(ok).toBe(false);
    expect(errors.map(({ line }) => line)).toEqual(expect.arrayContaining([4, 8]));
    for (const finding of errors) {
      expect(finding.file).toBe("bad.yml");
      expect(finding.column).toBeGreaterThan(0);
      expect(finding.rule).toMatch(/^[a-z_-]+(\.[a-z_-]+)+$/);
    }
    expect(errors.find(({ line }) => line === 4)?.hint ?? "").toContain("shell");
  });

  test("a file that isn't there is a finding beside those of the others", async () => {
    using repository = bench({ "bad.yml": BAD, ".github/pawl/good.yml": GOOD });
    const called = await repository.pawl("validate", "goood", "bad.yml", "--json");
    const { findings } = called.json() as Findings;
    expect(called.exit).toBe(1);
    expect(findings.find(({ file }) => file === "goood")?.hint).toContain("good");
    expect(findings.some(({ file }) => file === "bad.yml")).toBe(true);
  });

  test("shows a person the line with the mistake", async () => {
    using repository = bench({ "bad.yml": BAD });
    const { stdout } = await repository.pawl("validate", "bad.yml");
    expect(stdout).toContain("bad.yml:4");
    expect(stdout).toContain("type: shel");
    expect(stdout).not.toContain("    at ");
  });
});

describe("pawl plan", () => {
  test("prints steps and layers", async () => {
    using repository = bench({ "good.yml": GOOD });
    const called = await repository.pawl("plan", "good.yml", "--json");
    expect(called.exit).toBe(0);
    expect(called.json()).toMatchObject({
      workflow: "good",
      steps: [
        { id: "build", type: "shell", needs: [] },
        { id: "check", type: "assert", needs: ["build"] },
      ],
      layers: [["build"], ["check"]],
    });
  });

  test("an invalid workflow has no plan: exit 1 and the findings", async () => {
    using repository = bench({ "bad.yml": BAD });
    const called = await repository.pawl("plan", "bad.yml", "--json");
    expect(called.exit).toBe(1);
    expect((called.json() as Findings).findings.length).toBeGreaterThan(0);
  });
});

describe("pawl eval", () => {
  test.each([
    ["1 + 2", 3, "number"],
    ["{{ inputs.n * 2 }}", 14, "number"],
    ["${{ inputs.n == 7 && 'yes' || 'no' }}", "yes", "string"],
    ["hello {{ inputs.n }}", "hello 7", "string"],
    ["{{ inputs.list }}", [1, 2], "list"],
    ["${{ inputs.nothing }}", null, "null"],
  ])("%s", async (text, value, type) => {
    using directory = bench(
      { "context.json": '{"inputs": {"n": 7, "list": [1, 2], "nothing": null}}' },
      { git: false },
    );
    const called = await directory.pawl("eval", text, "--context", "context.json", "--json");
    expect(called.json()).toEqual({ value, type });
    expect(called.exit).toBe(0);
  });

  test.each([["{{ 1 + }}"], ["${{ nope( }}"], ["{{ missing.name }}"]])("%s exits 1 and says why", async (text) => {
    using directory = bench({}, { git: false });
    const called = await directory.pawl("eval", text, "--json");
    expect(called.exit).toBe(1);
    expect((called.json() as { error: { code: string } }).error.code).toMatch(/^expression\./);
    expect(called.stderr).not.toContain("    at ");
  });
});

describe("pawl graph", () => {
  test("draws Mermaid and DOT", async () => {
    using repository = bench({ "good.yml": GOOD });
    const mermaid = await repository.pawl("graph", "good.yml");
    expect(mermaid.stdout).toMatch(/^flowchart TD/);
    expect(mermaid.stdout).toMatch(/s_build --> s_check/);
    const dot = await repository.pawl("graph", "good.yml", "--format", "dot");
    expect(dot.stdout).toContain('"build" -> "check"');
  });
});

describe("the program", () => {
  test.each([[["run", "--no-such-option"]], [["nonsense"]], [["show"]]])("%j is invalid use: exit 2", async (argv) => {
    using directory = bench({}, { git: false });
    const called = await directory.pawl(...argv);
    expect(called.exit).toBe(2);
    expect(called.stderr).toContain("error:");
    expect((await directory.pawl(...argv, "--json")).json()).toMatchObject({ error: { code: "cli.invalid_use" } });
  });

  test("prints its schema", async () => {
    using directory = bench({}, { git: false });
    const called = await directory.pawl("schema");
    expect(called.exit).toBe(0);
    expect((called.json() as { $schema: string }).$schema).toContain("json-schema.org");
  });

  test("completes commands in a shell", async () => {
    using directory = bench({}, { git: false });
    const script = (await directory.pawl("completion", "bash")).stdout;
    const completed = spawnSync(
      "bash",
      ["-c", `${script}\nCOMP_WORDS=(pawl val) COMP_CWORD=1; _pawl; echo "\${COMPREPLY[@]}"`],
      { encoding: "utf8" },
    );
    expect(completed.stdout.trim()).toBe("validate");
  });

  const older = ["/usr/local/bin/node", "/usr/bin/node"].find(
    (node) =>
      existsSync(node) && Number(/^v(\d+)/.exec(spawnSync(node, ["-v"], { encoding: "utf8" }).stdout)?.[1]) < 24,
  );
  test.runIf(older !== undefined)("starts itself again on a newer Node when the machine's is older", () => {
    const bin = path.resolve(import.meta.dirname, "../../../src/entry/cli/pawl.mjs");
    const called = spawnSync(older ?? "", [bin, "eval", "6 * 7"], { encoding: "utf8" });
    expect(called.stdout.trim()).toBe("42");
    expect(called.status).toBe(0);
    expect(spawnSync(older ?? "", [bin, "eval", "{{ 1 + }}"]).status).toBe(1);
  });
});
