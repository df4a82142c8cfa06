import { describe, expect, test } from "vitest";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

const HEAD = `name: typed
inputs:
  count: {type: number, default: 1}
  title: {type: string, default: a}
  parts: {type: list, default: [a]}
  deep: {type: boolean, default: true}
  any: {type: object, default: {}}
steps:
  - id: build
    type: shell
    command: echo hi
    outputs: {size: number, names: list}
`;

async function findings(step: string) {
  const result = await validateWorkflow(HEAD + step, { file: "typed.yml", stepTypes: builtInSteps });
  return result.findings.filter(({ severity }) => severity === "error");
}

const foreach = (items: string): string => `  - id: each
    type: foreach
    items: ${items}
    steps:
      - {id: say, type: shell, command: echo}
`;
const say = (prompt: string): string => `  - {id: ask, type: claude, prompt: "${prompt}"}\n`;

describe("types along the graph", () => {
  test.each(["{{ inputs.count }}", "${{ inputs.count }}", "{{ build.outputs.size }}", "{{ inputs.parts | length }}"])(
    "a number can't be what a foreach goes through: %s",
    async (items) => {
      const [finding] = await findings(foreach(`"${items}"`));
      expect(finding).toMatchObject({ rule: "type.field", line: 15, column: 12 });
      expect(finding?.message).toContain("is given a number");
    },
  );

  test.each(["{{ inputs.parts }}", "{{ build.outputs.names }}", "{{ inputs.any }}", "{{ build.outputs.stdout }}"])(
    "what may be a list is let through: %s",
    async (items) => {
      expect(await findings(foreach(`"${items}"`))).toEqual([]);
    },
  );

  test("a text can't be a number of turns, and the message says how to convert it", async () => {
    const [finding] = await findings(`  - {id: ask, type: claude, prompt: x, max_turns: "{{ inputs.title }}"}\n`);
    expect(finding).toMatchObject({ rule: "type.field", hint: expect.stringContaining("| int") as string });
    expect(await findings(`  - {id: ask, type: claude, prompt: x, max_turns: "{{ inputs.title | int }}"}\n`)).toEqual(
      [],
    );
  });

  test.each([
    ["{% for x in inputs.count %}{{ x }}{% endfor %}", "type.use"],
    ["{{ inputs.count | join(',') }}", "type.use"],
    ["{{ inputs.deep.value }}", "type.use"],
    ["{{ inputs.parts.length }}", "type.use"],
    ["{{ inputs.title.size }}", "type.use"],
    ["{{ build.output.size }}", "reference.unknown-member"],
    ["{{ steps.build.stdout }}", "reference.unknown-member"],
  ])("%s is refused as %s", async (prompt, rule) => {
    expect((await findings(say(prompt))).map((finding) => finding.rule)).toEqual([rule]);
  });

  test.each([
    "{% for x in inputs.parts %}{{ x }}{% endfor %}",
    "{{ inputs.title.upper() }}",
    "{{ inputs.any.whatever.else }}",
    "{{ inputs.parts | join(',') }} {{ inputs.title | length }}",
    "{{ build.exit_code }} {{ steps.build.outcome }}",
  ])("%s is fine", async (prompt) => {
    expect(await findings(say(prompt))).toEqual([]);
  });

  test("a declared output must be what its value is", async () => {
    const step = `  - id: sum\n    type: shell\n    command: echo\n    outputs: {n: {type: number, value: "{{ inputs.title }}"}}\n`;
    expect(await findings(step)).toMatchObject([
      { rule: "type.output", message: expect.stringContaining('"n"') as string },
    ]);
  });
});

describe("what a step repeats for", () => {
  const inside = (field: string, use: string): string =>
    `name: repeated
inputs:
  parts: {type: list, items: number, default: [1]}
  deep: {type: list, items: object, default: []}
variables: {teams: [{name: a, size: 1}, {name: b, lead: ada}]}
steps:
  - id: build
    type: shell
    command: echo hi
    outputs: {names: {type: list, items: string}}
  - id: each
    type: foreach
    ${field}
    steps:
      - {id: say, type: claude, prompt: ${JSON.stringify(use)}}
`;
  const errorsIn = async (text: string) => {
    const { findings: all } = await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps });
    return all.filter(({ severity }) => severity === "error");
  };
  const TEAMS = "items: [{name: a, size: 1}, {name: b, lead: ada}]";
  const GRID = "matrix: {os: [linux, mac], node: [22, 24], include: [{os: linux, extra: true}]}";

  test.each([
    [TEAMS, "{{ item.nope }}", 'item has no member "nope"', "it has name, size, lead"],
    [TEAMS, "${{ item.nmae }}", 'item has no member "nmae"', "did you mean name?"],
    ['items: "{{ variables.teams }}"', "{{ item.nmae }}", 'item has no member "nmae"', "did you mean name?"],
    [TEAMS, "{{ item.size | join }}", "item.size is a number and is used as a list", undefined],
    [TEAMS, "{{ item.name.first }}", "item.name is a text and has no member", undefined],
    ["items: [1, 2]", "{% for x in item %}{{ x }}{% endfor %}", "item is a number and is used as a list", undefined],
    ["items: [a, b]", "{{ item.name }}", 'item is a text and has no member "name"', undefined],
    ['items: "{{ inputs.parts }}"', "{{ item | join }}", "item is a number and is used as a list", undefined],
    ['items: "{{ build.outputs.names }}"', "{{ item.path }}", 'item is a text and has no member "path"', undefined],
    ['items: "{{ range(3) }}"', "{{ item.x }}", 'item is a number and has no member "x"', undefined],
    ["items: {a: 1, b: 2}", "{{ item.name }}", 'item has no member "name"', "it has key, value"],
    ["items: {a: 1, b: 2}", "{{ item.value | first }}", "item.value is a number", undefined],
    [GRID, "{{ matrix.arch }}", 'matrix has no member "arch"', "it has os, node, extra"],
    [GRID, "{{ item.oss }}", 'item has no member "oss"', "did you mean os?"],
    [GRID, "{{ matrix.node.major }}", "matrix.node is a number and has no member", undefined],
    [TEAMS, "{{ index.x }}", 'index is a number and has no member "x"', undefined],
  ])("%s: %s is refused", async (field, use, message, hint) => {
    const [finding, ...others] = await errorsIn(inside(field, use));
    expect(others).toEqual([]);
    expect(finding?.message).toContain(message);
    expect(finding).toMatchObject({ line: 15, hint: expect.stringContaining(hint ?? "") as string });
  });

  test.each([
    [TEAMS, "{{ item.name }} {{ item.lead }} {{ item.lead | upper }} ${{ item.NAME }}"],
    [TEAMS, "{{ item.nope | default('x') }}{{ 'y' if item.nope is defined }}"],
    ['items: "{{ inputs.deep }}"', "{{ item.anything.at.all }}"],
    ["items: [{a: 1}, [2], x]", "{{ item.a }}"],
    ["items: []", "{{ item.a }}"],
    ['items: "{{ build.outputs.stdout }}"', "{{ item.a }}"],
    ["items: '[{\"a\": 1}]'", "{{ item.a }}"],
    ['matrix: {os: [a], include: "{{ inputs.deep }}"}', "{{ matrix.whatever }}"],
    ['matrix: "{{ inputs.any }}"', "{{ matrix.whatever }}"],
    ['matrix: {os: "{{ inputs.deep }}"}', "{{ matrix.os.any }}"],
    [GRID, "{{ matrix.os }} {{ matrix.extra }} {{ item.node }} {{ index + 1 }}"],
  ])("%s: %s is fine", async (field, use) => {
    const text = inside(field, use).replace("inputs:\n", "inputs:\n  any: {type: object, default: {}}\n");
    expect(await errorsIn(text)).toEqual([]);
  });

  test("the items of an item can be gone through, and what they are is known", async () => {
    const nested = (use: string): string => `name: nested
steps:
  - id: outer
    type: foreach
    items: [{name: a, files: [x, y]}]
    steps:
      - id: inner
        type: foreach
        items: "{{ item.${use} }}"
        steps:
          - {id: say, type: shell, command: 'echo "{{ item.nope }}"'}
`;
    expect(await errorsIn(nested("files"))).toMatchObject([{ message: 'item is a text and has no member "nope"' }]);
    expect(await errorsIn(nested("nam"))).toMatchObject([{ message: 'item has no member "nam"', line: 9 }]);
  });
});
