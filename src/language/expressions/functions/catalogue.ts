import { coverageFunctions } from "./coverage.ts";
import { dataFunctions } from "./data.ts";
import { fileFunctions } from "./files.ts";
import type { ExpressionFunction } from "./function.ts";
import { githubFunctions } from "./github.ts";
import { junitFunctions } from "./junit.ts";
import { statusFunctions } from "./status.ts";
import { textFunctions } from "./text.ts";

/** Every function of spec L5, in the order of the reference. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...statusFunctions,
  ...githubFunctions,
  ...dataFunctions,
  ...textFunctions,
  ...fileFunctions,
  ...coverageFunctions,
  ...junitFunctions,
];

const exact = new Map<string, ExpressionFunction>();
const folded = new Map<string, ExpressionFunction>();
for (const entry of expressionFunctions) {
  for (const name of [entry.name, ...entry.aliases]) {
    exact.set(name, entry);
    folded.set(name.toLowerCase(), entry);
  }
}

/** Every name a function can be called by. */
export const functionNames: ReadonlySet<string> = new Set(exact.keys());

/** The function of that name: as written in Jinja; in any case with `ignoreCase`, as in GitHub's language. */
export function functionNamed(name: string, ignoreCase = false): ExpressionFunction | undefined {
  return ignoreCase ? folded.get(name.toLowerCase()) : exact.get(name);
}
