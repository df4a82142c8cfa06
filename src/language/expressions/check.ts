import { nearestName } from "../../kernel/diagnostics.ts";
import type { Severity } from "../../kernel/diagnostics.ts";
import { toPawlError } from "../../kernel/errors.ts";
import type { Chain } from "./chains.ts";
import { chainsOf } from "./chains.ts";
import { readCondition } from "./condition.ts";
import { functionNamed, functionNames } from "./functions/catalogue.ts";
import { filters, LIBRARY_FILTERS } from "./jinja/filters.ts";
import type { PlacedExpression, TextKind } from "./references.ts";
import { expressionsIn, localNames } from "./references.ts";
import { holdsExpression } from "./segments.ts";
import { readTemplate } from "./template.ts";

/** Something wrong with an expression, before anything runs. `offset` counts in UTF-16 units from the start of the text. */
export interface ExpressionProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
  readonly length?: number;
  readonly hint?: string;
}

/** Jinja's tests, as `is` names them. */
export const TESTS: ReadonlySet<string> = new Set([
  "boolean",
  "callable",
  "odd",
  "even",
  "false",
  "true",
  "none",
  "string",
  "number",
  "integer",
  "iterable",
  "mapping",
  "sequence",
  "lower",
  "upper",
  "defined",
  "undefined",
  "equalto",
  "eq",
]);

/** Everything wrong with a text's expressions that can be known without values: syntax, unknown functions, filters and tests, refused uses of `secrets`, limits, and conditions that don't mean what they seem to. */
export function checkTemplate(text: string, kind: TextKind): readonly ExpressionProblem[] {
  if (kind === "template" && !holdsExpression(text)) return [];
  const { expressions } = expressionsIn(text, kind);
  const local = localNames(text);
  const problems = expressions.flatMap((expression) =>
    chainsOf(expression.text, expression.language).flatMap((chain) => nameProblems(chain, expression, local)),
  );
  if (!problems.some((problem) => problem.severity === "error"))
    problems.push(...syntaxProblems(text, kind, expressions));
  return problems.toSorted((a, b) => a.offset - b.offset);
}

function nameProblems(
  chain: Chain,
  { language, offset }: PlacedExpression,
  local: ReadonlySet<string>,
): ExpressionProblem[] {
  const place = { severity: "error", offset: offset + chain.offset, length: chain.length } as const;
  const unknown = (what: string, rule: string, known: Iterable<string>): ExpressionProblem[] => {
    const near = nearestName(chain.root, known);
    return [
      {
        rule,
        message: `there is no ${what} "${chain.root}"`,
        ...place,
        ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
      },
    ];
  };
  switch (chain.role) {
    case "call":
      if (
        functionNamed(chain.root, language === "github") !== undefined ||
        local.has(chain.root) ||
        chain.root === "range" ||
        chain.root === "namespace"
      )
        return [];
      return unknown("function", "expression.unknown-function", [...functionNames, "range"]);
    case "filter":
      if (filters.has(chain.root) || LIBRARY_FILTERS.has(chain.root)) return [];
      return unknown("filter", "expression.unknown-filter", [...filters.keys(), ...LIBRARY_FILTERS]);
    case "test":
      return TESTS.has(chain.root) ? [] : unknown("test", "expression.unknown-test", TESTS);
    default: {
      const isSecrets = language === "github" ? chain.root.toLowerCase() === "secrets" : chain.root === "secrets";
      if (!isSecrets || chain.path.length > 0) return [];
      return [
        {
          rule: "expression.secrets",
          message: "`secrets` can only be read one at a time and by a literal name",
          hint: "Write secrets.NAME.",
          ...place,
        },
      ];
    }
  }
}

function syntaxProblems(text: string, kind: TextKind, expressions: readonly PlacedExpression[]): ExpressionProblem[] {
  try {
    if (kind === "template") readTemplate(text);
    else readCondition(text);
    return [];
  } catch (thrown) {
    const error = toPawlError(thrown);
    const found = error.details["expression"];
    const at =
      typeof found === "string"
        ? expressions.find((expression) => expression.text.trim().startsWith(found.slice(0, 40)))
        : undefined;
    const within = typeof error.details["offset"] === "number" ? error.details["offset"] : 0;
    const leading = at === undefined ? 0 : at.offset + (within === 0 ? at.text.length - at.text.trimStart().length : 0);
    return [
      {
        rule: error.code,
        severity: "error",
        message: error.message,
        offset: Math.min(Math.max(0, text.length - 1), leading + within),
        ...(error.remedy === undefined ? {} : { hint: error.remedy }),
      },
    ];
  }
}
