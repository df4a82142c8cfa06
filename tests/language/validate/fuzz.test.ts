import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { migrateWorkflow } from "../../../src/language/migrate.ts";
import { renderFindings } from "../../../src/language/render.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";
import { TYPED_STEPS, WRAPPED } from "../compat/files.ts";

const LIBRARY = path.resolve(import.meta.dirname, "../../../workflows-lib");
const real = [
  ...readdirSync(LIBRARY)
    .filter((file) => file.endsWith(".yml"))
    .map((file) => readFileSync(path.join(LIBRARY, file), "utf8")),
  TYPED_STEPS,
  WRAPPED,
];

/** How an answer breaks the promise for any text at all: findings with places in the text, frames for them, and no stack trace. */
async function broken(text: string): Promise<readonly string[]> {
  const { ok, findings, workflow } = await validateWorkflow(text, {
    file: "fuzzed.yml",
    stepTypes: builtInSteps,
    load: async (name) => (name === "base" ? { text, file: "base.yml" } : undefined),
  });
  renderFindings(findings, new Map([["fuzzed.yml", text]]));
  migrateWorkflow(text, { file: "fuzzed.yml", stepTypes: builtInSteps });
  const lines = text.replace(/^\ufeff/, "").split("\n");
  const own = findings.filter(({ file }) => file === "fuzzed.yml");
  const outside = own.filter(
    ({ line, column }) => line < 1 || line > lines.length || column < 1 || column > (lines[line - 1] ?? "").length + 1,
  );
  const unreadable = findings.filter(({ message }) => /\n\s+at |undefined|\[object/.test(message));
  return [
    ...(ok === (workflow !== undefined) ? [] : ["ok and the workflow disagree"]),
    ...(ok || findings.length > 0 ? [] : ["refused without a finding"]),
    ...outside.map(({ message, line, column }) => `${line}:${column} is outside of the text: ${message}`),
    ...unreadable.map(({ message }) => `unreadable: ${message}`),
  ];
}

/** A real workflow with some of its characters replaced, removed, repeated or moved. */
const mutated = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 40 }),
        put: fc.oneof(
          fc.constantFrom(
            "",
            ":",
            "- ",
            "{{",
            "}}",
            "${{",
            "[",
            "]",
            "{",
            "}",
            "|",
            "'",
            '"',
            "\n",
            "  ",
            "#",
            "null",
            "&a ",
            "*a",
            "!x",
            "%",
            "\t",
          ),
          fc.string({ unit: "binary", maxLength: 6 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, { at, length, put }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + put + now.slice(start + length);
    }, text),
  );

/** Documents of a workflow's words in places where they don't belong. */
const words = fc.constantFrom(
  "name",
  "steps",
  "id",
  "type",
  "shell",
  "claude",
  "inputs",
  "outputs",
  "when",
  "needs",
  "cache",
  "retry",
  "workflows",
  "extends",
  "base",
  "run",
  "plugin",
  "verify",
  "compensate",
  "__proto__",
  "{{ inputs.x }}",
  "${{ steps }}",
  "${a.b}",
);
const anything = fc.letrec<{ readonly node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    words,
    fc.constantFrom(0, 1, -1, true, null),
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(words, tie("node"), { maxKeys: 6 }),
  ),
})).node;

describe("any text at all gets an answer with places", () => {
  test("real workflows, damaged", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        expect(await broken(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("a workflow's words where they don't belong", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(words, anything, { maxKeys: 8 }), async (document) => {
        expect(await broken(JSON.stringify(document))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        expect(await broken(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["steps that are a text", "name: x\nsteps: hello"],
    ["a step that is nothing", "name: x\nsteps:\n  -\n"],
    ["an empty file", ""],
    ["only a comment", "# later"],
    ["a wrapper around nothing", "workflows: {}"],
    ["a wrapper around a text", "workflows: {a: b}"],
    ["a workflow that extends itself", "name: x\nextends: base"],
  ])("found before: %s", async (_what, text) => {
    expect(await broken(text)).toEqual([]);
  });

  /** Files that once took many seconds: thousands of mistakes, each with thousands of names that it could have meant. */
  const many = (line: (n: number) => string): string =>
    `name: x\nsteps:\n${Array.from({ length: 2_000 }, (_, n) => `  - {id: step_${n}, type: shell, command: x, ${line(n)}}`).join("\n")}`;
  test.each([
    ["references to nothing", many((n) => `env: {A: "{{ stepx_${n}.outputs.a }}"}`)],
    ["needs of nothing", many((n) => `needs: [stepx_${n}]`)],
    ["each step needs the next", many((n) => `needs: [step_${n + 1}]`)],
    [
      "one name for all",
      many(() => "x: 1")
        .replaceAll(/id: step_\d+/g, "name: same")
        .replaceAll("x: 1", "run: y"),
    ],
    ["keys that all stand twice", Array.from({ length: 14_000 }, (_, n) => `k${n % 7_000}: 1`).join("\n")],
  ])("thousands of %s are answered within the time of a test", async (_what, text) => {
    expect(await broken(text)).toEqual([]);
  });
});
