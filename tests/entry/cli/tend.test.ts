import { readFileSync } from "node:fs";
import path from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { describe, expect, test } from "vitest";
import { bench } from "./pawl.ts";

const CACHED = `name: cached
steps:
  - id: slow
    type: shell
    command: cat input.txt; date +%s%N
    cache: { inputs: [input.txt] }
    timeout: 1m
`;
const KEEPS = `name: keeps
steps:
  - id: report
    type: shell
    command: echo report > report.txt
    outputs: { report: ./report.txt }
    timeout: 1m
`;
const UNTIMED = `name: untimed
description: Has a step that could run for ever.
steps:
  - id: work
    type: shell
    command: echo work
`;
const OLDER = `workflows:
  older:
    steps:
      - name: greet
        type: shell
        command: echo hello
`;

describe("pawl cache", () => {
  test("a step that declared its files is a hit until one of them changes, and says which part changed", async () => {
    using repository = bench({ "cached.yml": CACHED, "input.txt": "a\n" });
    const once = async (): Promise<{ cached: boolean; explained: string }> => {
      const called = await repository.pawl("run", "cached.yml", "--json", "--explain-cache");
      const { steps } = called.json() as { steps: { slow: { cached: boolean } } };
      return { cached: steps.slow.cached, explained: called.stderr };
    };
    expect((await once()).cached).toBe(false);
    const again = await once();
    expect(again.cached, again.explained).toBe(true);
    repository.write("input.txt", "b\n");
    const changed = await once();
    expect(changed.cached).toBe(false);
    expect(changed.explained).toMatch(/miss slow changed since run_\w+: files \(input\.txt\)$/m);
    expect((await repository.pawl("cache", "stats", "--json")).json()).toMatchObject({
      entries: 2,
      hits: 1,
      misses: 2,
    });
    expect((await repository.pawl("cache", "clear", "--workflow", "cached", "--json")).json()).toEqual({ removed: 2 });
    expect((await repository.pawl("cache", "list", "--json")).json()).toEqual([]);
  });

  test("prune takes an age and a size", async () => {
    using repository = bench();
    expect((await repository.pawl("cache", "prune", "--max-age", "30d", "--max-size", "1GB")).exit).toBe(0);
    expect((await repository.pawl("cache", "prune", "--max-size", "huge")).exit).toBe(2);
  });
});

describe("pawl artifacts", () => {
  test("lists what runs have kept and gives it back", async () => {
    using repository = bench({ "keeps.yml": KEEPS });
    const run = (await repository.pawl("run", "keeps.yml", "--json")).json() as { run_id: string };
    const list = (await repository.pawl("artifacts", "list", "--json")).json() as { name: string; run_id: string }[];
    expect(list).toMatchObject([{ name: "report", run_id: run.run_id, workflow: "keeps", step: "report" }]);
    expect((await repository.pawl("artifacts", "get", "report")).stdout).toBe("report\n");
    expect((await repository.pawl("artifacts", "get", "report", "--version", "1")).stdout).toBe("report\n");
    expect((await repository.pawl("artifacts", "get", "report", "--version", "2")).stderr).toMatch(
      /"report" of version 2/,
    );
    expect((await repository.pawl("artifacts", "get", "raport", "--json")).exit).toBe(2);
    const nowhere = await repository.pawl("artifacts", "get", "report", "--out", "no/such/folder/report", "--json");
    expect(nowhere.json()).toMatchObject({ error: { code: "cli.unwritable" } });
  });
});

describe("pawl lint", () => {
  test("remarks with a score, as JSON, SARIF and annotations", async () => {
    using repository = bench({ "untimed.yml": UNTIMED });
    const json = await repository.pawl("lint", "untimed.yml", "--json");
    const { ok, findings, score } = json.json() as {
      ok: boolean;
      findings: { rule: string; file: string }[];
      score: number;
    };
    expect({ ok, exit: json.exit }).toEqual({ ok: true, exit: 0 });
    expect(score).toBeLessThan(100);
    expect(findings.map(({ file }) => file)).toContain("untimed.yml");
    const sarif = (await repository.pawl("lint", "untimed.yml", "--format", "sarif")).json() as {
      runs: { results: unknown[] }[];
    };
    expect(sarif.runs[0]?.results).toHaveLength(findings.length);
    expect((await repository.pawl("lint", "untimed.yml", "--format", "github")).stdout).toMatch(
      /^::(warning|notice) file=untimed\.yml,line=/,
    );
  });
});

describe("pawl migrate", () => {
  test("prints an older form as today's, and with --write puts it in place", async () => {
    using repository = bench({ "older.yml": OLDER });
    const shown = await repository.pawl("migrate", "older.yml");
    expect(shown.stdout).toContain("id: greet");
    expect(readFileSync(path.join(repository.root, "older.yml"), "utf8")).toBe(OLDER);
    expect((await repository.pawl("migrate", "older.yml", "--write")).exit).toBe(0);
    expect((await repository.pawl("run", "older.yml", "--json")).exit).toBe(0);
    expect(((await repository.pawl("migrate", "older.yml", "--json")).json() as { changed: boolean }).changed).toBe(
      false,
    );
  });
});

describe("pawl init and pawl doctor", () => {
  test("init writes a job that GitHub accepts and a workflow that runs; a second time leaves both alone", async () => {
    using repository = bench();
    expect((await repository.pawl("init")).exit).toBe(0);
    expect((await repository.pawl("run", "check", "--json")).exit).toBe(0);
    const { checks } = (await repository.pawl("doctor", "--json")).json() as {
      checks: { name: string; state: string }[];
    };
    expect(checks.find(({ name }) => name === "GitHub job")?.state).toBe("ok");
    repository.write(".github/pawl/check.yml", "name: mine\n");
    const again = (await repository.pawl("init", "--json")).json() as { files: { written: boolean }[] };
    expect(again.files.map(({ written }) => written)).toEqual([false, false]);
    expect(readFileSync(path.join(repository.root, ".github/pawl/check.yml"), "utf8")).toBe("name: mine\n");
  });

  test("the job file is what GitHub's own parser takes", async () => {
    using repository = bench();
    await repository.pawl("init");
    const content = readFileSync(path.join(repository.root, ".github/workflows/pawl.yml"), "utf8");
    const { context, value } = parseWorkflow({ name: "pawl.yml", content }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test("doctor says what is missing and what to do about it", async () => {
    using repository = bench({ ".github/pawl/broken.yml": "name: broken\nsteps: 3\n" });
    const { ok, checks } = (await repository.pawl("doctor", "--json")).json() as {
      ok: boolean;
      checks: { name: string; state: string; remedy?: string }[];
    };
    const by = Object.fromEntries(checks.map((check) => [check.name, check]));
    expect(ok).toBe(false);
    expect(by["workflows"]).toMatchObject({ state: "missing", remedy: "pawl validate broken" });
    expect(by["model key"]?.remedy).toContain("ANTHROPIC_API_KEY");
    expect(by["GitHub job"]?.remedy).toContain("pawl init");
  });
});

describe("pawl config show", () => {
  test("later layers win, and each value says where it comes from", async () => {
    using repository = bench({
      "pawl.config.yml": "budget_usd: 3\nmodel: claude-haiku-5-5\nenvironments:\n  development: { budget_usd: 2 }\n",
    });
    expect((await repository.pawl("config", "show", "--origin", "--json")).json()).toMatchObject({
      environment: "development",
      settings: {
        budget_usd: { value: 2, origin: "pawl.config.yml (development)" },
        model: { value: "claude-haiku-5-5", origin: "pawl.config.yml" },
        monthly_budget_usd: { value: null, origin: "default" },
      },
    });
  });

  test("a misspelt setting is refused with the nearest name", async () => {
    using repository = bench({ "pawl.config.yml": "budgt_usd: 3\n" });
    const called = await repository.pawl("config", "show", "--json");
    expect(called.exit).toBe(2);
    expect(called.stderr).toContain("budget_usd");
  });
});
