import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kernel/json.ts";
import { evaluateCondition, evaluateExpression, resolveValue } from "../../../src/language/expressions/evaluate.ts";
import { outcomeOf, scopeOf } from "./scope.ts";

interface Case {
  readonly expression?: string;
  readonly condition?: string;
  readonly gives?: Json;
  readonly holds?: boolean;
  readonly error?: string;
}

interface Suite {
  readonly contexts: Readonly<Record<string, Json>>;
  readonly cases: readonly Case[];
}

const folder = path.resolve(import.meta.dirname, "../../conformance");
const read = (name: string): Suite => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Suite;

/** What a case says must happen, in the form `outcomeOf` gives. */
function expected({ gives, holds, error }: Case): ReturnType<typeof outcomeOf> {
  return error === undefined ? { gives: gives ?? holds ?? null } : { error };
}

describe("GitHub's expression language", () => {
  const { contexts, cases } = read("github-expressions.json");
  test.each(cases.map((entry) => [entry.expression ?? "", entry] as const))("%s", (expression, entry) => {
    expect(outcomeOf(() => resolveValue(`\${{ ${expression} }}`, scopeOf(contexts)))).toEqual(expected(entry));
  });
});

describe("Jinja's expression language", () => {
  const { contexts, cases } = read("jinja-expressions.json");
  test.each(cases.map((entry) => [entry.expression ?? "", entry] as const))("%s", (expression, entry) => {
    expect(outcomeOf(() => evaluateExpression(expression, scopeOf(contexts)))).toEqual(expected(entry));
    expect(outcomeOf(() => resolveValue(`{{ ${expression} }}`, scopeOf(contexts)))).toEqual(expected(entry));
  });
});

describe("conditions", () => {
  const { contexts, cases } = read("conditions.json");
  test.each(cases.map((entry) => [entry.condition ?? "", entry] as const))("%j", (condition, entry) => {
    expect(outcomeOf(() => evaluateCondition(condition, scopeOf(contexts)))).toEqual(expected(entry));
  });
});
