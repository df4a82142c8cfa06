import { describe, expect, test } from "vitest";
import { Origins } from "../../../src/language/parse/source.ts";
import { parseDocument } from "../../../src/language/parse/document.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

const STEP = "steps:\n  - {id: a, type: shell, command: echo}\n";
const validate = (text: string) => validateWorkflow(text, { file: "hostile.yml", stepTypes: builtInSteps });

/** Nine levels of nine references: 9⁹ values if they were followed. */
const laughs = Array.from({ length: 9 }, (_, level) => {
  const before = level === 0 ? "x" : `*l${level - 1}`;
  return `l${level}: &l${level} [${Array.from({ length: 9 }, () => before).join(", ")}]`;
}).join("\n");
const keys = (count: number): string => Array.from({ length: count }, (_, n) => `k${n}: 1`).join("\n");

describe("hostile YAML is refused by name and place (spec S5)", () => {
  test.each([
    ["aliases that multiply", laughs, "yaml.alias", 1],
    ["an alias that holds itself", "a: &a [*a]", "yaml.alias", 1],
    ["nesting in brackets", `name: x\na: ${"[".repeat(1000)}`, "yaml.too-deep", 2],
    ["nesting in dashes", `name: x\na:\n  ${"- ".repeat(1000)}x`, "yaml.too-deep", 3],
    [
      "nesting by indentation",
      Array.from({ length: 300 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
      "yaml.too-deep",
      34,
    ],
    ["16,000 keys", keys(16_000), "yaml.too-many-nodes", 15_001],
    ["more bytes than a workflow may have", `# ${"x".repeat(300_000)}`, "yaml.too-large", 1],
    ["a value longer than any should be", `a: ${"x".repeat(140_000)}`, "yaml.scalar-too-long", 1],
    ["a key that reaches prototypes", "__proto__: {polluted: 1}", "yaml.key", 1],
    ["a key that is a mapping", "? {a: 1}\n: 2", "yaml.key", 1],
    ["a directive", "%YAML 1.1\n---\non: {x: 1}\nc: NO", "yaml.directive", 1],
    ["the same key twice", "on: 1\non: 2", "yaml.duplicate-key", 2],
    ["an unknown tag", "a: !!js/function 'x'", "yaml.tag", 1],
    ["a tag of one's own", "a: !mine x", "yaml.tag", 1],
    ["two documents", "a: 1\n---\nb: 2", "yaml.documents", 2],
    ["a NEL that some read as a line end", "a: b\u0085c: d", "yaml.character", 1],
    ["text that runs backwards", "a: b\u202Ec", "yaml.character", 1],
    ["a zero byte", "a: b\0c", "yaml.character", 1],
    ["half a character", "a: \ud83d", "yaml.character", 1],
    ["a bracket that never closes", "a: [1, 2", "yaml.syntax", 1],
    ["a tab as indentation", "a:\n\tb: 1", "yaml.syntax", 2],
    ["infinity by exponent", "a: 1e999", "yaml.number", 1],
    ["infinity by name", "a: .inf", "yaml.number", 1],
    ["no number", "a: .nan", "yaml.number", 1],
    ["negative zero", "a: -0", "yaml.number", 1],
    ["a hexadecimal number", "a: 0x10", "yaml.number", 1],
    ["more digits than a number holds", "a: 12345678901234567890", "yaml.number", 1],
  ])("%s", async (_what, text, rule, line) => {
    const { ok, findings } = await validate(text);
    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({ rule, line, file: "hostile.yml" });
    expect(findings[0]?.message).not.toMatch(/\bat .*\.ts/);
  });

  test("prototypes stay as they are", async () => {
    await validate("__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}");
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(["1e999", ".inf", "-0", "0x10", "1_000"])("a timeout can't be %s", async (timeout) => {
    const { ok, findings } = await validate(`name: x\n${STEP.replace("echo}", `echo, timeout: ${timeout}}`)}`);
    expect(ok).toBe(false);
    expect(findings[0]?.line).toBe(3);
  });

  test("an id that stands twice, or that hides a character", async () => {
    const twice = await validate(`name: x\n${STEP}  - {id: a, type: shell, command: echo}\n`);
    expect(twice.findings).toMatchObject([{ rule: "step.duplicate-id", line: 4 }]);
    const hidden = await validate(`name: x\n${STEP.replace("id: a", "id: 'a\u200bb'")}`);
    expect(hidden.findings).toMatchObject([{ line: 3 }]);
  });
});

describe("what is unusual and harmless is accepted", () => {
  test("one byte order mark", async () => {
    expect((await validate(`\ufeffname: x\n${STEP}`)).ok).toBe(true);
  });

  test("texts that only look like YAML of another kind", () => {
    const text = "a: 'x & *y'\nb: |\n  &anchor *alias !tag\n  %directive\nc: no\nd: 1_000\ne: x#y\nf: a & b * c ! d\n";
    const { root, findings } = parseDocument(text, "f.yml", new Origins());
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ b: "&anchor *alias !tag\n%directive\n", c: "no", d: "1_000", f: "a & b * c ! d" });
  });

  test("known tags, quoted keys, Windows line ends and no final line end", () => {
    const { root, findings } = parseDocument('"a b": !!str 1\r\nc: [1,\r\n 2]', "f.yml", new Origins());
    expect(findings).toEqual([]);
    expect(root).toEqual({ "a b": "1", c: [1, 2] });
  });
});
