import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/kernel/diagnostics.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

async function findingsOf(text: string): Promise<readonly Finding[]> {
  return (await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps })).findings;
}

const OK = 'name: a\nsteps:\n  - id: t\n    type: shell\n    command: "true"\n';

describe("each mistake is told at its place, with what to write instead", () => {
  test.each<[string, string, Partial<Finding>]>([
    [
      "a misspelt field",
      OK.replace("command", "comand"),
      { rule: "schema.unknown-field", line: 5, column: 5, hint: "did you mean command?" },
    ],
    [
      "a missing field",
      OK.replace('    command: "true"\n', ""),
      { rule: "schema.missing-field", line: 3, hint: "add command:" },
    ],
    [
      "a misspelt type",
      OK.replace("shell", "shel"),
      { rule: "schema.unknown-type", line: 4, column: 11, hint: "did you mean shell?" },
    ],
    [
      "a field of the wrong type",
      OK.replace("name: a", "name: a\nmax_parallel: many"),
      { rule: "schema.type", line: 2, column: 15 },
    ],
    [
      "an unknown top-level field",
      OK.replace("name: a", "name: a\ninput: {}"),
      { rule: "schema.unknown-field", line: 2, column: 1, hint: "did you mean inputs?" },
    ],
    [
      "an id that no expression could name",
      OK.replace("id: t", "id: T"),
      { rule: "schema.pattern", line: 3, column: 9 },
    ],
    ["a duration nobody can read", `${OK}    timeout: soon\n`, { rule: "value.duration", line: 6, column: 14 }],
    [
      "an expression in a time limit",
      `${OK}    timeout: "{{ inputs.t }}"\n`,
      { rule: "schema.no-expression", line: 6, column: 14 },
    ],
    [
      "an expression in a number of attempts",
      `${OK}    retry: {attempts: "\${{ 3 }}"}\n`,
      {
        rule: "schema.no-expression",
        line: 6,
        column: 23,
        message: '"attempts" can\'t hold an expression: it is read before the run starts',
      },
    ],
    [
      "an expression for a whole environment",
      `${OK}    env: "{{ inputs.t }}"\n`,
      { rule: "schema.no-expression", line: 6, column: 10 },
    ],
    [
      "an expression for a profile",
      `${OK}    security_profile: "{{ inputs.t }}"\n`,
      { rule: "schema.no-expression", line: 6, hint: expect.stringContaining("minimal, standard") as string },
    ],
    [
      "an expression in the number of steps at once",
      OK.replace("name: a", 'name: a\nmax_parallel: "{{ 3 }}"'),
      { rule: "schema.no-expression", line: 2, column: 15 },
    ],
    [
      "an id that stands twice",
      `${OK}  - {id: t, type: shell, command: "true"}\n`,
      { rule: "step.duplicate-id", line: 6, column: 10 },
    ],
    [
      "a need that isn't there",
      `${OK}  - {id: u, type: shell, command: "true", needs: [tt]}\n`,
      { rule: "reference.unknown-step", line: 6, hint: "did you mean t?" },
    ],
    [
      "a takeover that isn't there",
      `${OK}    on_error: contine\n`,
      { rule: "reference.unknown-step", line: 6, column: 15, hint: "did you mean continue?" },
    ],
    [
      "limits that nothing can keep",
      OK.replace("name: a", "name: a\ninputs: {n: {type: number, minimum: 5, maximum: 1}}"),
      { rule: "input.range", line: 2, hint: "swap minimum and maximum" },
    ],
    [
      "a step that needs itself",
      `${OK}    needs: [t]\n`,
      { rule: "reference.unknown-step", hint: "take it out of needs" },
    ],
    [
      "an output that a script never speaks of",
      `${OK}  - {id: u, type: shell, command: "echo {{ t.outputs.verison }}"}\n`,
      {
        rule: "reference.unknown-output",
        line: 6,
        hint: "it has stdout, stderr, exit_code; declare more under outputs:",
      },
    ],
    [
      "an artifact without a name",
      `${OK}    artifacts: [{path: a}]\n`,
      { rule: "schema.missing-field", line: 6, hint: "add name:" },
    ],
    [
      "variables that need each other",
      OK.replace("name: a", 'name: a\nvariables:\n  one: "{{ variables.two }}"\n  two: "x${one}"'),
      {
        rule: "variables.cycle",
        severity: "error",
        line: 3,
        message: "variables need each other: one → two → one",
      },
    ],
    [
      "an entry of env that needs itself",
      OK.replace("name: a", 'name: a\nenv:\n  PLACE: "/opt:{{ env.PLACE }}"'),
      { rule: "variables.cycle", severity: "error", line: 3, message: '"PLACE" in env needs itself: PLACE → PLACE' },
    ],
    [
      "an unknown input",
      OK.replace('"true"', "echo {{ inputs.x }}"),
      { rule: "reference.unknown-input", line: 5, column: 22 },
    ],
    [
      "an unknown name",
      OK.replace('"true"', "echo {{ isue.title }}"),
      { rule: "reference.unknown-name", line: 5, hint: "did you mean issue?" },
    ],
    [
      "an input called by its bare name",
      OK.replace("name: a", "name: a\ninputs: {who: string}").replace('"true"', "echo {{ who }}"),
      { rule: "reference.unknown-name", hint: "did you mean inputs.who?" },
    ],
    ["an output nobody declared", `${OK}  - {id: c, type: assert, condition: c.outputs.x, message: m}\n`, { line: 6 }],
    [
      "a default that is a field of no step",
      OK.replace("name: a", "name: a\ndefaults: {tiemout: 5m}"),
      { rule: "schema.unknown-field", line: 2, column: 12, hint: "did you mean timeout?" },
    ],
    [
      "a default of the wrong type",
      OK.replace("name: a", "name: a\ndefaults: {timeout: [5]}"),
      { rule: "schema.type", line: 2, column: 21 },
    ],
    [
      "a step that runs later",
      `name: a\nsteps:\n  - {id: c, type: assert, condition: t.exit_code == 0, message: m}\n  - {id: t, type: shell, command: "true"}\n`,
      { rule: "reference.later-step", line: 3 },
    ],
    [
      "a value in single quotes of a script",
      OK.replace('"true"', "echo '{{ issue.title }}'"),
      { rule: "script.value-as-code", line: 5, hint: expect.stringContaining('echo "{{ issue.title }}"') },
    ],
    [
      "a cycle",
      `name: a\nsteps:\n  - {id: x, type: shell, command: "true", needs: [y]}\n  - {id: y, type: shell, command: "true", needs: [x]}\n`,
      { rule: "plan.cycle", message: expect.stringMatching(/x → y → x|y → x → y/) },
    ],
    [
      "a default that breaks its own rules",
      OK.replace("name: a", "name: a\ninputs: {n: {type: number, maximum: 5, default: 9}}"),
      { rule: "input.default", line: 2 },
    ],
    [
      "a pattern that is none",
      OK.replace("name: a", 'name: a\ninputs: {n: {type: string, pattern: "(?=x)"}}'),
      { rule: "input.pattern", line: 2 },
    ],
    [
      "a repeated item outside of a repetition",
      OK.replace('"true"', "echo {{ item }}"),
      { rule: "reference.out-of-place", line: 5 },
    ],
    ["all secrets at once", OK.replace('"true"', "echo ${{ toJSON(secrets) }}"), { line: 5 }],
    ["a text that is no workflow", "just words\n", { rule: "schema.type", line: 1, column: 1 }],
    ["nothing", "", { rule: "schema.type", line: 1 }],
  ])("%s", async (_, text, expected) => {
    const errors = (await findingsOf(text)).filter(({ severity }) => severity === "error");
    expect(errors).toContainEqual(expect.objectContaining(expected));
  });

  test("all of them at once, in the order of the file", async () => {
    const text =
      "name: a\ninputs: {n: {type: number, default: x}}\nsteps:\n  - id: b\n    type: shell\n    comand: x\n    timeout: soon\n  - id: c\n    type: assert\n    condition: steps.bb.exit_code == inputs.m\n    message: m\n";
    const found = await findingsOf(text);
    expect(found.map(({ line }) => line)).toEqual(found.map(({ line }) => line).toSorted((a, b) => a - b));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set([
        "input.default",
        "schema.missing-field",
        "schema.unknown-field",
        "value.duration",
        "reference.unknown-step",
        "reference.unknown-input",
      ]),
    );
  });
});

describe("what YAML could be abused for is refused by name", () => {
  const workflow = (top: string): string => `${top}\n${OK}`;
  test.each<[string, string, string]>([
    ["an anchor", workflow("x: &a 1"), "yaml.alias"],
    ["an alias", workflow("x: *a"), "yaml.alias"],
    ["a document in itself", "a: &a [*a]\n", "yaml.alias"],
    ["deep nesting", workflow(`x: ${"[".repeat(500)}`), "yaml.too-deep"],
    ["too many nodes", `x: [${"1,".repeat(31_000)}]\n`, "yaml.too-many-nodes"],
    ["a text over the limit", `x: "${"a".repeat(300_000)}"\n`, "yaml.too-large"],
    ["a duplicate key", workflow("name: b"), "yaml.duplicate-key"],
    ["the prototype as a key", workflow("__proto__: {polluted: 1}"), "yaml.key"],
    ["another version of YAML", `%YAML 1.1\n---\n${OK}`, "yaml.directive"],
    ["an unknown tag", workflow("x: !!js/function 'y'"), "yaml.tag"],
    ["a mapping as a key", workflow("? {a: 1}\n: 2"), "yaml.key"],
    ["a second document", `${OK}---\n${OK}`, "yaml.documents"],
    ["a next-line character", workflow("x: \u0085"), "yaml.character"],
    ["a mark that reorders text", workflow("x: \u202e"), "yaml.character"],
    ["infinity", workflow("x: .inf"), "yaml.number"],
    ["a hexadecimal number", workflow("x: 0x10"), "yaml.number"],
  ])("%s", async (_, text, rule) => {
    expect((await findingsOf(text)).map((finding) => finding.rule)).toContain(rule);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("a byte order mark is accepted once", async () => {
    expect(await findingsOf(`\ufeff${OK}`)).toEqual([]);
    expect(await findingsOf(`\ufeff\ufeff${OK}`)).not.toEqual([]);
  });

  test("an id with a letter nobody sees is refused", async () => {
    expect(await findingsOf(OK.replace("id: t", "id: 't\u200b'"))).not.toEqual([]);
  });
});

describe("what is right is left alone", () => {
  test.each<[string, string]>([
    [
      "an expression where a number belongs",
      `name: a\ninputs: {n: {type: number, default: 2}}\nsteps:\n  - {id: f, type: claude, prompt: Go., max_turns: "{{ inputs.n }}"}\n`,
    ],
    [
      "a later step's result, when order follows references",
      `name: a\nparallel_execution: true\nsteps:\n  - {id: c, type: assert, condition: t.exit_code == 0, message: m}\n  - {id: t, type: shell, command: "true"}\n`,
    ],
    ["a handler that looks at a failure", `${OK}  - {id: h, type: shell, command: "true", when: failure()}\n`],
    [
      "a step inside another that refers outwards",
      `name: a\nsteps:\n  - {id: t, type: shell, command: "true"}\n  - id: p\n    type: parallel\n    steps:\n      - {id: one, type: assert, condition: t.exit_code == 0, message: m}\n      - {id: two, type: shell, command: "true"}\n`,
    ],
    ["shell variables", OK.replace('"true"', "echo ${HOME} $1 ${X:-y}")],
  ])("%s", async (_, text) => {
    const result = await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps });
    expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(result.plan?.root.steps.length).toBeGreaterThan(0);
  });
});

test("a variable may carry the name of the input it is made of, and a chain of variables may be as long as the file", async () => {
  const chain = Array.from({ length: 3_000 }, (_, index) => `  v${index}: "{{ variables.v${index + 1} }}"\n`).join("");
  const text = OK.replace("name: a", 'name: a\ninputs: {who: string}\nvariables:\n  who: "${who}!"\n');
  const { findings } = await validateWorkflow(text.replace("variables:\n", `variables:\n${chain}  v3000: end\n`), {
    file: "w.yml",
    stepTypes: builtInSteps,
  });
  expect(findings).toEqual([]);
});

test("a step called as a context is gets a warning that says how to reach it", async () => {
  expect(await findingsOf(OK.replace("id: t", "id: item"))).toEqual([
    expect.objectContaining({
      rule: "step.shadows-context",
      severity: "warning",
      line: 3,
      column: 9,
      hint: "write steps.item.outputs.… for the step's results, or give it another id",
    }),
  ]);
});

test("an output that a script writes needs no declaration", async () => {
  const text = `name: a\nsteps:\n  - {id: t, type: shell, command: 'echo "version=1" >> "$PAWL_OUTPUT"'}\n  - {id: u, type: shell, command: "echo {{ t.outputs.version }}"}\n`;
  expect(await findingsOf(text)).toEqual([]);
});

test("a default that looks like an expression is said to stay as it is written", async () => {
  const inputs = 'inputs: {n: {type: string, default: "{{ env.HOME }}"}}';
  expect(await findingsOf(OK.replace("name: a", `name: a\n${inputs}`))).toMatchObject([
    { rule: "input.default", severity: "warning", line: 2, column: 37 },
  ]);
});

test("every cycle of variables is told, not the first alone", async () => {
  const variables = 'variables: {a: "{{ variables.b }}", b: "{{ variables.a }}", c: "{{ variables.c }}"}';
  const found = await findingsOf(OK.replace("name: a", `name: a\n${variables}`));
  expect(found.map(({ rule }) => rule)).toEqual(["variables.cycle", "variables.cycle"]);
});

test("GitHub's language reads names whatever their case, Jinja does not", async () => {
  const workflow = (text: string): string =>
    `name: a\nparallel_execution: true\ninputs: {Who: {type: string, default: x}}\nsteps:\n  - {id: t, type: shell, command: "true", outputs: {Size: number}}\n  - {id: u, type: shell, command: "echo ${text}"}\n`;
  const all = "${{ INPUTS.who }} ${{ Steps.T.Outputs.size }} ${{ inputs.WHO }} ${{ T.outputs.SIZE }}";
  const { findings, plan } = await validateWorkflow(workflow(all), { file: "w.yml", stepTypes: builtInSteps });
  expect(findings).toEqual([]);
  expect(plan?.layers).toEqual([["t"], ["u"]]);
  expect((await findingsOf(workflow("{{ inputs.who }}"))).map(({ hint }) => hint)).toEqual(["did you mean Who?"]);
  expect((await findingsOf(workflow("${{ inputs.whom }}"))).map(({ rule }) => rule)).toEqual([
    "reference.unknown-input",
  ]);
});

test("says of an input with a type nobody knows just that", async () => {
  expect(
    await findingsOf(
      "name: a\ninputs:\n  n: {type: numbr, default: 80}\nsteps:\n  - {id: s, type: shell, command: ls}\n",
    ),
  ).toEqual([expect.objectContaining({ rule: "schema.value", line: 3 })]);
});

test("shows characters that hide as what they are", async () => {
  expect(await findingsOf("name: a\nsteps:\n  - {id: 'a\u200bb', type: shell, command: ls}\n")).toEqual([
    expect.objectContaining({ rule: "schema.pattern", message: expect.stringContaining("a\\u200bb") }),
  ]);
});
