import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/kernel/digest.ts";
import type { Finding } from "../../../src/kernel/diagnostics.ts";
import { bench, type Bench } from "./pawl.ts";

/** The module of the guide, as it stands there. */
const GUIDE = readFileSync(path.resolve(import.meta.dirname, "../../../docs/own-step-types.md"), "utf8");
const GREET = (/```js\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? "").replaceAll(/^ {3}/gm, "");
const WORKFLOW = `name: hello
inputs:
  who: { type: string, default: Ada }
  times: { type: number, default: 2 }
steps:
  - id: hi
    type: greet
    who: "{{ inputs.who }}"
    times: "{{ inputs.times }}"
  - id: said
    type: assert
    condition: hi.outputs.text == 'Hello Ada, Hello Ada'
`;
const FILES = {
  "pawl.config.yml": "steps:\n  - ./tools/greet.mjs\n",
  "tools/greet.mjs": GREET,
  ".github/pawl/hello.yml": WORKFLOW,
};

async function trusting(files: Readonly<Record<string, string>>): Promise<Bench> {
  const directory = bench(files);
  const trusted = await directory.pawl("config", "trust", "--yes", "--json");
  expect(trusted.exit, trusted.stdout).toBe(0);
  return directory;
}

async function findingsOf(directory: Bench, file: string): Promise<readonly Finding[]> {
  return ((await directory.pawl("validate", file, "--json")).json() as { findings: readonly Finding[] }).findings;
}

describe("a step type from a module that pawl.config.yml names", () => {
  test("is validated, planned, run and described like a built-in one", async () => {
    using directory = await trusting(FILES);
    expect((await directory.pawl("plan", "hello", "--json")).json()).toMatchObject({
      steps: [{ id: "hi", type: "greet" }, { id: "said" }],
      layers: [["hi"], ["said"]],
    });
    const run = await directory.pawl("run", "hello", "--json");
    expect(run.exit, run.stdout + run.stderr).toBe(0);
    expect(run.json()).toMatchObject({
      status: "completed",
      steps: { hi: { outputs: { text: "Hello Ada, Hello Ada" } } },
    });
    expect((await directory.pawl("lint", "hello", "--json")).json()).toMatchObject({ ok: true });
    const page = await directory.pawl("schema", "greet");
    expect(page.stdout).toContain("Greets somebody.");
    expect(page.stdout).toContain("| `times` | integer |");
  });

  test("its mistakes are found like a built-in one's", async () => {
    using directory = await trusting(FILES);
    directory.write("w.yml", "name: w\nsteps:\n  - id: hi\n    type: gret\n    who: Ada\n");
    expect(await findingsOf(directory, "w.yml")).toMatchObject([
      { rule: "schema.unknown-type", line: 4, column: 11, hint: "did you mean greet?" },
    ]);
    directory.write("w.yml", "name: w\nsteps:\n  - id: hi\n    type: greet\n    whom: Ada\n    times: 9\n");
    expect(await findingsOf(directory, "w.yml")).toMatchObject([
      { rule: "schema.missing-field", hint: "add who:" },
      { rule: "schema.unknown-field", line: 5, hint: "did you mean who?" },
      { rule: "schema.maximum", line: 6 },
    ]);
    const run = (await directory.pawl("run", "hello", "--input", "times=7", "--json")).json();
    expect(run).toMatchObject({
      status: "failed",
      steps: { hi: { error: { code: "step.field", message: expect.stringContaining("at most 3, not 7") as string } } },
    });
  });

  test("editors complete it by the schema that is printed", async () => {
    using directory = await trusting(FILES);
    const schema = (await directory.pawl("schema")).json() as object;
    const accepts = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);
    const workflow = (step: object): object => ({ name: "w", steps: [{ id: "hi", type: "greet", ...step }] });
    expect(accepts(workflow({ who: "Ada", times: "{{ 1 }}" }))).toBe(true);
    expect(accepts(workflow({ who: "Ada", times: 9 }))).toBe(false);
    expect(accepts(workflow({ times: 1 }))).toBe(false);
  });

  test("comes from a package, in the version that is asked for", async () => {
    const files = {
      "node_modules/pawl-greet/package.json": '{"name": "pawl-greet", "version": "2.1.7", "exports": "./index.mjs"}',
      "node_modules/pawl-greet/index.mjs": GREET,
      ".github/pawl/hello.yml": WORKFLOW,
    };
    using directory = await trusting({
      ...files,
      "pawl.config.yml": 'steps:\n  - {module: pawl-greet, version: "2.1"}\n',
    });
    expect((await directory.pawl("validate", "hello")).exit).toBe(0);
    using other = bench({ ...files, "pawl.config.yml": "steps:\n  - {module: pawl-greet, version: 3}\n" });
    const refused = await other.pawl("config", "trust", "--yes", "--json");
    expect(refused.exit).toBe(2);
    expect(refused.json()).toMatchObject({
      error: {
        code: "steps.version",
        message: "pawl.config.yml:2:5: pawl-greet is there in version 2.1.7, not 3.",
      },
    });
  });
});

describe("a module that nobody has trusted", () => {
  test("isn't run by looking at the repository, and the finding says why its type is unknown", async () => {
    using directory = bench({
      ...FILES,
      "tools/greet.mjs": `import { writeFileSync } from "node:fs";\nwriteFileSync("ran", "");\n${GREET}`,
    });
    for (const command of ["validate", "lint", "plan", "run"]) {
      const called = await directory.pawl(command, "hello", "--json");
      expect(called.exit, command).not.toBe(0);
      const { findings } = called.json() as { findings: readonly Finding[] };
      expect(findings[0]?.hint, command).toContain("then run pawl config trust");
    }
    expect(directory.git("status", "--porcelain")).not.toContain("ran");
  });

  test("is what a module becomes when a line of it changes", async () => {
    using directory = await trusting(FILES);
    directory.write("tools/greet.mjs", `${GREET}\n// changed\n`);
    expect(await findingsOf(directory, "hello")).toMatchObject([
      { rule: "schema.unknown-type", message: 'there is no step type "greet"' },
    ]);
  });

  test("is what a module stays that needs a second file: nobody would notice when that one changes", async () => {
    const helper = "export const hello = 'Hello ';\n";
    for (const reach of [
      'import { hello } from "./helper.mjs";',
      'const { hello } = await import("./helper.mjs");',
      'import { createRequire } from "node:module"; createRequire(import.meta.url)("./helper.mjs");',
    ]) {
      using directory = bench({ ...FILES, "tools/helper.mjs": helper, "tools/greet.mjs": `${reach}\n${GREET}` });
      const called = await directory.pawl("config", "trust", "--yes", "--json");
      expect(called.exit, reach).toBe(2);
      expect(called.json(), reach).toMatchObject({
        error: { code: "steps.broken", message: expect.stringContaining('it imports "./helper.mjs"') as string },
      });
      expect(await findingsOf(directory, "hello"), reach).toMatchObject([{ rule: "schema.unknown-type" }]);
    }
  });

  test("is what it stays where nobody can be asked", async () => {
    using directory = bench(FILES);
    const called = await directory.pawl("config", "trust", "--json");
    expect(called.exit).toBe(2);
    expect(called.json()).toMatchObject({ error: { code: "config.unasked" } });
    expect(await findingsOf(directory, "hello")).toMatchObject([{ rule: "schema.unknown-type" }]);
  });

  test("isn't trusted by a record that the repository brings", async () => {
    using directory = bench(FILES, { env: { XDG_CONFIG_HOME: "own", HOME: "" } });
    const first = await trusting(FILES);
    const record = JSON.parse(
      readFileSync(path.join(first.root, "..home/.config/pawl/trusted.json"), "utf8"),
    ) as object;
    first[Symbol.dispose]();
    expect(Object.keys(record)).toHaveLength(1);
    const file = path.join(directory.root, "pawl.config.yml");
    const greet = path.join(directory.root, "tools/greet.mjs");
    const digest = sha256(
      [JSON.stringify(["./tools/greet.mjs"]), `${greet}\0${sha256(readFileSync(greet))}`].join("\n"),
    );
    for (const place of ["own/pawl/trusted.json", ".config/pawl/trusted.json"])
      directory.write(place, JSON.stringify({ [file]: digest }));
    expect(await findingsOf(directory, "hello")).toMatchObject([{ rule: "schema.unknown-type" }]);
  });

  test("says so in config show", async () => {
    using directory = bench(FILES);
    const file = path.join(directory.root, "tools/greet.mjs");
    expect((await directory.pawl("config", "show", "--json")).json()).toMatchObject({
      steps: [{ module: "./tools/greet.mjs", file, trusted: false }],
    });
    await directory.pawl("config", "trust", "--yes");
    expect((await directory.pawl("config", "show")).stdout).toContain(`steps: ./tools/greet.mjs  ${file}`);
  });
});

describe("what is wrong with a module is told with its place in the configuration", () => {
  test.each([
    ["a syntax error", "export const api = ;", "steps.broken", "can't be loaded: Unexpected token ';'"],
    ["code that throws", 'throw new Error("no luck");', "steps.broken", "can't be loaded: no luck"],
    ["no version", "export const steps = [];", "steps.version", "doesn't say which version of step types"],
    [
      "another version",
      "export const api = 2;",
      "steps.version",
      "was written for version 2 of step types, and this Pawl has 1",
    ],
    ["no steps", "export const api = 1;", "steps.broken", "exports no list of step types"],
    [
      "a step without code",
      'export const api = 1; export const steps = [{type: "x", summary: "s", description: "d"}];',
      "steps.broken",
      "steps[0] of ./greet.mjs has no function run",
    ],
    [
      "a field nobody documented",
      GREET.replace(', description: "Whom to greet."', ""),
      "steps.broken",
      'field "who" has no description',
    ],
    ["a schema that is none", GREET.replace('"integer"', '"whole"'), "steps.broken", "is not sound"],
    [
      "a built-in's name",
      GREET.replace('"greet"', '"shell"'),
      "steps.name_taken",
      'the step type "shell", a name that a built-in type has',
    ],
  ])("%s", async (_what, text, code, message) => {
    using directory = bench({
      "pawl.config.yml": "model: claude-sonnet-5-5\nsteps:\n  - ./greet.mjs\n",
      "greet.mjs": text,
    });
    const called = await directory.pawl("config", "trust", "--yes", "--json");
    expect(called.exit).toBe(2);
    expect(called.json()).toMatchObject({
      error: { code, message: expect.stringMatching(/^pawl\.config\.yml:3:5: /) as string },
    });
    expect((called.json() as { error: { message: string } }).error.message).toContain(message);
    expect(called.stderr).not.toContain("    at ");
  });

  test.each([
    ["steps: [./nowhere.mjs]\n", "steps.not_found", "pawl.config.yml:1:9: there is no module"],
    ["steps: ./greet.mjs\n", "config.invalid", "pawl.config.yml:1:8: `steps` must be a list"],
    [
      "steps:\n  - {modul: ./greet.mjs}\n",
      "config.invalid",
      'pawl.config.yml:2:5: a module of step types has no "modul"',
    ],
    ["environments:\n  development:\n    steps: [./greet.mjs]\n", "config.invalid", "names step types"],
  ])("%s", async (text, code, message) => {
    using directory = bench({ "pawl.config.yml": text });
    mkdirSync(path.join(directory.root, "sub"));
    const called = await directory.pawl("config", "show", "--json");
    expect(called.exit).toBe(2);
    expect(called.json()).toMatchObject({ error: { code, message: expect.stringContaining(message) as string } });
  });
});
