import { describe, expect, test } from "vitest";
import { openStage, outputsAt } from "./stage.ts";

describe("assert", () => {
  test("that doesn't hold fails the run and shows its operands", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: t
inputs:
  target: { type: number, default: 80 }
steps:
  - id: measure
    type: set
    variables: { covered: 71.5 }
  - id: enough
    type: assert
    condition: "measure.outputs.covered >= {{ inputs.target }}"
    message: "Only {{ measure.outputs.covered }} %"
`);
    expect(view.status).toBe("failed");
    expect(view.error).toMatchObject({
      code: "assert.failed",
      message: "Only 71.5 % (measure.outputs.covered = 71.5, {{ inputs.target }} = 80)",
    });
  });

  test("may be a note instead", async () => {
    const stage = await openStage();
    const view = await stage.play(
      "name: t\nsteps:\n  - id: a\n    type: assert\n    condition: '1 == 2'\n    on_error: continue\n  - id: b\n    type: assert\n    condition: 'a.outputs.passed == false'\n",
    );
    expect(view.status).toBe("completed");
  });
});

describe("set", () => {
  test("changes variables for the steps that follow, shells included", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: t
variables: { mode: fast, kept: 1 }
steps:
  - id: change
    type: set
    variables: { mode: "{{ variables.mode }}er", fresh: [1, 2] }
  - id: show
    type: shell
    command: echo "$PAWL_VAR_MODE {{ variables.kept }} {{ variables.fresh[1] }}"
`);
    expect(outputsAt(view, "show")["stdout"]).toBe("faster 1 2");
  });
});

describe("transform", () => {
  const transform = async (fields: string): Promise<unknown> => {
    const stage = await openStage();
    const view = await stage.play(
      `name: t\nsteps:\n  - id: t\n    type: transform\n${fields.replaceAll(/^(?=.)/gm, "    ")}`,
    );
    return view.error ?? outputsAt(view, "t")["result"];
  };

  test.each([
    ["data: [3, 1, 2]\nsort_by: item\n", [1, 2, 3]],
    ["data: [3, 1, 2]\nsort_by: item\ndescending: true\nlimit: 2\n", [3, 2]],
    ["data: [1, 2, 3, 4]\nfilter: item is even\nmap: item * 10 + index\n", [21, 43]],
    [
      "data: [{n: a, k: x}, {n: b, k: y}, {n: c, k: x}]\ngroup_by: item.k\n",
      {
        x: [
          { n: "a", k: "x" },
          { n: "c", k: "x" },
        ],
        y: [{ n: "b", k: "y" }],
      },
    ],
    ['data: \'{"a": {"b": 5}}\'\nparse: json\nexpression: value.a.b + 1\n', 6],
    ['data: "x\\ny\\n"\nparse: lines\n', ["x", "y"]],
    [
      'data: "name,note\\na,\\"x, \\"\\"y\\"\\"\\"\\nb,\\n"\nparse: csv\n',
      [
        { name: "a", note: 'x, "y"' },
        { name: "b", note: "" },
      ],
    ],
    ["data: {a: 1, b: 2}\nfilter: item.value > 1\nmap: item.key\n", ["b"]],
  ])("%j", async (fields, result) => {
    expect(await transform(fields)).toEqual(result);
  });

  test("of text that is no JSON fails with its place", async () => {
    expect(await transform("data: '{oops'\nparse: json\n")).toMatchObject({ code: "transform.not_json" });
  });
});

describe("validate", () => {
  const validate = (fields: string): string =>
    `name: t\nsteps:\n  - id: v\n    type: validate\n${fields.replaceAll(/^(?=.)/gm, "    ")}`;

  test("names every problem with its place", async () => {
    const stage = await openStage();
    const view = await stage.play(
      validate(
        "data: {a: x, c: 1}\nschema: {type: object, required: [b], additionalProperties: false, properties: {a: {type: number}, b: {}}}\n",
      ),
    );
    expect(view.error).toMatchObject({ code: "validate.failed" });
    expect(outputsAt(view, "v")).toMatchObject({
      valid: false,
      problems: expect.arrayContaining([
        { path: "", message: "must have required property 'b'" },
        { path: "", message: 'must NOT have additional properties: "c"' },
        { path: "/a", message: "must be number" },
      ]),
    });
  });

  test("reads the data and the schema from files", async () => {
    const stage = await openStage({
      "data.json": '{"when": "2026-11-20"}',
      "schema.json": '{"properties": {"when": {"format": "date"}}}',
    });
    const view = await stage.play(validate("file: data.json\nschema_file: schema.json\n"));
    expect(outputsAt(view, "v")).toEqual({ valid: true, problems: [], data: { when: "2026-11-20" } });
  });

  test.each([
    ["a file that isn't there", "file: nope.json\nschema: {}\n", "file.not_found"],
    ["a file outside", "file: ../../../etc/passwd\nschema: {}\n", "file.outside"],
    ["a schema that is none", "data: 1\nschema: {type: nonsense}\n", "schema.invalid"],
  ])("refuses %s", async (_name, fields, code) => {
    const stage = await openStage();
    const view = await stage.play(validate(fields));
    expect(view.error?.code).toBe(code);
  });
});

describe("memory", () => {
  const remember = (fields: string): string =>
    `name: t\ninputs:\n  n: { type: number, default: 0 }\nsteps:\n  - id: m\n    type: memory\n${fields.replaceAll(/^(?=.)/gm, "    ")}`;

  test("is kept from one run to the next", async () => {
    const stage = await openStage();
    await stage.play(remember('action: remember\nkey: last\nvalue: "{{ inputs.n }}"\n'), { n: 7 });
    const view = await stage.play(remember("action: recall\nkey: last\n"));
    expect(outputsAt(view, "m")).toEqual({ value: 7, found: true });
  });

  test("appends, and keeps the last items", async () => {
    const stage = await openStage();
    for (const n of [1, 2, 3])
      await stage.play(remember('action: append\nkey: list\nvalue: "{{ inputs.n }}"\nkeep: 2\n'), { n });
    const view = await stage.play(remember("action: list\nkey: li\n"));
    expect(outputsAt(view, "m")["value"]).toEqual({ list: [2, 3] });
  });

  test("gives the default where nothing is kept, and after it was forgotten", async () => {
    const stage = await openStage();
    const recall = remember("action: recall\nkey: k\ndefault: none\n");
    expect(outputsAt(await stage.play(recall), "m")).toEqual({ value: "none", found: false });
    await stage.play(remember("action: remember\nkey: k\nvalue: 1\n"));
    await stage.play(remember("action: forget\nkey: k\n"));
    expect(outputsAt(await stage.play(recall), "m")).toEqual({ value: "none", found: false });
  });

  test("of one workflow isn't seen by another, shared memory is", async () => {
    const stage = await openStage();
    await stage.play(remember("action: remember\nkey: own\nvalue: 1\n"));
    await stage.play(remember("action: remember\nkey: all\nvalue: 2\nscope: shared\n"));
    const other = (fields: string): string => remember(fields).replace("name: t", "name: other");
    expect(outputsAt(await stage.play(other("action: recall\nkey: own\n")), "m")["found"]).toBe(false);
    expect(outputsAt(await stage.play(other("action: recall\nkey: all\nscope: shared\n")), "m")["value"]).toBe(2);
  });

  test("loses nothing when many write at once", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: t
steps:
  - id: each
    type: foreach
    items: "{{ range(12) }}"
    max_parallel: 12
    steps:
      - id: add
        type: memory
        action: append
        key: all
        value: "{{ item }}"
  - id: all
    type: memory
    action: recall
    key: all
`);
    expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
    expect((outputsAt(view, "all")["value"] as number[]).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n),
    );
  });

  test("refuses a key made of free text and a value over 64 KiB", async () => {
    const stage = await openStage();
    expect((await stage.play(remember('action: remember\nkey: "a key; with spaces"\nvalue: 1\n'))).error?.code).toBe(
      "step.field",
    );
    expect((await stage.play(remember("action: remember\nkey: k\nvalue: \"{{ 'x' * 70000 }}\"\n"))).error?.code).toBe(
      "step.field",
    );
  });
});

describe("retrieval", () => {
  const files = {
    "src/duration.ts":
      "/** Reads a duration such as 1h30m. */\nexport function parseDuration(text: string): number {\n  return Number(text);\n}\n",
    "src/colour.ts": "export const red = '#f00';\n",
    "docs/guide.md": "# Guide\n\nWrite the duration of a delay as text.\n",
    "image.bin": "\0\0duration duration duration",
  };

  test("finds the passage that fits best, by words and parts of names", async () => {
    const stage = await openStage(files);
    const view = await stage.play("name: t\nsteps:\n  - id: r\n    type: retrieval\n    query: parse the duration\n");
    expect(outputsAt(view, "r")["files"]).toEqual(["src/duration.ts", "docs/guide.md"]);
    expect(outputsAt(view, "r")["text"]).toMatch(/^src\/duration\.ts:1\n/);
  });

  test("keeps to the paths it is given, and gives nothing for words nobody wrote", async () => {
    const stage = await openStage(files);
    const view = await stage.play(
      'name: t\nsteps:\n  - id: docs\n    type: retrieval\n    query: duration\n    paths: ["docs/**"]\n  - id: none\n    type: retrieval\n    query: zebra\n  - id: without\n    type: retrieval\n    query: duration\n    exclude: ["docs/**"]\n',
    );
    expect(outputsAt(view, "docs")["files"]).toEqual(["docs/guide.md"]);
    expect(outputsAt(view, "none")["results"]).toEqual([]);
    expect(outputsAt(view, "without")["files"]).toEqual(["src/duration.ts"]);
  });
});
