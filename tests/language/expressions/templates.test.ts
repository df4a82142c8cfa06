import { describe, expect, test } from "vitest";
import {
  evaluateExpression,
  resolveText,
  resolveValue,
  resolveVariables,
} from "../../../src/language/expressions/evaluate.ts";
import { codeOf, scopeOf } from "./scope.ts";

const scope = scopeOf({
  inputs: { name: "Octo", count: 3, list: ["a", "b"], evil: "{{ secrets.TOKEN }} ${{ secrets.TOKEN }} ${name}" },
  variables: { branch: "fix" },
  env: { HOME_PAGE: "https://example.org" },
});

describe("a field that is one whole expression", () => {
  test.each([
    ["{{ inputs.count }}", 3],
    ["${{ inputs.count }}", 3],
    ["${count}", 3],
    ["  {{ inputs.list }}\n", ["a", "b"]],
    ["{{ inputs.count > 2 }}", true],
    ["{{ inputs.missing }}", null],
  ])("%j keeps its type", (text, value) => {
    expect(resolveValue(text, scope)).toEqual(value);
  });

  test("is text as soon as other text stands beside it", () => {
    expect(resolveValue("{{ inputs.count }} files", scope)).toBe("3 files");
    expect(resolveValue("{{ inputs.count }}{{ inputs.count }}", scope)).toBe("33");
  });

  test("is resolved in lists and objects too, whose names stay as written", () => {
    expect(resolveValue({ "{{ k }}": ["{{ inputs.count }}", { deep: "${branch}/x" }] }, scope)).toEqual({
      "{{ k }}": [3, { deep: "fix/x" }],
    });
  });
});

describe("text around braces, where a field or a condition may be meant", () => {
  test.each([
    ["{{ inputs.count }}-{{ inputs.count }}", "3-3"],
    ["feature/{{ inputs.name }}", "feature/Octo"],
    ["{{ inputs.name }}.{{ inputs.count }}", "Octo.3"],
    ["({{ inputs.count }})", "(3)"],
    ["{{ inputs.count }} and more", "3 and more"],
    ["${{ 'a' }} and ${{ 2 }}", "a and 2"],
    ["{{ inputs.count }} > 2", true],
    ["{{ inputs.count }} == 3 and not {{ inputs.missing }}", true],
    ["'a' in {{ inputs.list }}", true],
    ["${{ inputs.count }} > 2 || ${{ false }}", true],
    ["hash('{{ inputs.count }}') == hash('3')", true],
  ])("%s is %j", (text, value) => {
    expect(evaluateExpression(text, scope)).toBe(value);
  });
});

describe("text", () => {
  test("is left alone where nothing is evaluated in it", () => {
    expect(resolveText("plain $HOME {not} $(this) #{x}\n\n", scope)).toBe("plain $HOME {not} $(this) #{x}\n\n");
  });

  test("takes the shell's ${#list[@]} for what it is", () => {
    expect(resolveText("echo ${#LIST[@]} {{ inputs.count }}", scope)).toBe("echo ${#LIST[@]} 3");
  });

  test("keeps its last line break and its white space", () => {
    expect(resolveText("a {{ inputs.name }}\n  b\n", scope)).toBe("a Octo\n  b\n");
  });

  test("shows lists and objects as JSON, and nothing as nothing", () => {
    expect(resolveText("{{ inputs.list }}|{{ inputs.missing }}|${{ inputs.list }}", scope)).toBe('["a", "b"]||Array');
  });

  test("loses white space where `-` asks for it", () => {
    expect(resolveText("a  {{- inputs.count -}}  b", scope)).toBe("a3b");
  });

  test("runs loops and choices, and a line that holds only a statement leaves nothing behind", () => {
    const template =
      "Files:\n{% for item in inputs.list %}\n- {{ item }} ({{ loop.index }})\n{% endfor %}\n{% if inputs.count > 2 %}\nmany\n{% endif %}\n";
    expect(resolveText(template, scope)).toBe("Files:\n- a (1)\n- b (2)\nmany\n");
  });

  test("may mix both languages and names in a template with statements", () => {
    expect(resolveText("{% if true %}${{ inputs.NAME }} {{ inputs.count }} ${branch}{% endif %}", scope)).toBe(
      "Octo 3 fix",
    );
  });

  test("keeps what stands between raw and endraw, and comments leave nothing", () => {
    expect(resolveText("{% raw %}{{ x }} ${{ y }}{% endraw %}{# gone #}!", scope)).toBe("{{ x }} ${{ y }}!");
  });

  test("is never evaluated a second time", () => {
    const once = resolveText("{{ inputs.evil }}", scope);
    expect(once).toBe("{{ secrets.TOKEN }} ${{ secrets.TOKEN }} ${name}");
    expect(resolveText("<{{ inputs.evil }}>", scope)).toBe(`<${once}>`);
    expect(resolveText("{% for x in [inputs.evil] %}{{ x }}{% endfor %}", scope)).toBe(once);
  });
});

describe("${NAME}", () => {
  test("finds inputs, then variables, then the environment", () => {
    expect(resolveText("${name} ${branch} ${HOME_PAGE}", scope)).toBe("Octo fix https://example.org");
  });

  test("knows the names shells know them by", () => {
    expect(resolveText("${INPUT_COUNT} ${PAWL_VAR_BRANCH}", scope)).toBe("3 fix");
  });

  test("that nobody declared is an error that offers the nearest name and the way to keep the text", () => {
    expect(() => resolveText("${brnch}", scope)).toThrow(/neither an input, nor a variable/);
    expect(codeOf(() => resolveText("${brnch}", scope))).toBe("expression.evaluation");
  });

  test("is kept as text behind a second dollar", () => {
    expect(resolveText("$${branch} and ${branch}", scope)).toBe("${branch} and fix");
  });
});

describe("variables", () => {
  test("are resolved after those they refer to, whatever their order", () => {
    const variables = {
      full: "{{ variables.base }}-${suffix}",
      suffix: "{{ inputs.count }}",
      base: "${{ inputs.name }}",
      list: ["{{ variables.base }}"],
    };
    expect(resolveVariables(variables, scope)).toEqual({ full: "Octo-3", suffix: 3, base: "Octo", list: ["Octo"] });
  });

  test("that refer to one another in a circle are an error that prints it", () => {
    const variables = { a: "{{ variables.b }}", b: "${{ variables.c }}", c: "${a}", d: "fine" };
    expect(codeOf(() => resolveVariables(variables, scope))).toBe("variables.cycle");
    expect(() => resolveVariables(variables, scope)).toThrow("a → b → c → a");
  });

  test("that refer to themselves are a circle of one", () => {
    expect(() => resolveVariables({ x: "{{ variables.x }}" }, scope)).toThrow("x → x");
  });
});
