import { PawlError, toPawlError } from "../../kernel/errors.ts";

/** The most of an expression's own text that an error repeats. */
const SHOWN_CHARACTERS = 160;

/** The text isn't an expression: `expression.syntax`. `offset` counts from the start of `expression`. */
export function syntaxError(expression: string, problem: string, offset = 0, remedy?: string): PawlError {
  return new PawlError({
    code: "expression.syntax",
    kind: "invalid",
    message: `\`${shorten(expression)}\` is not a valid expression: ${problem}`,
    ...(remedy === undefined ? {} : { remedy }),
    details: { expression: shorten(expression), offset },
  });
}

/** The expression is one, but has no value here: `expression.evaluation`. */
export function evaluationError(problem: string, remedy?: string, cause?: unknown): PawlError {
  return new PawlError({
    code: "expression.evaluation",
    kind: "permanent",
    message: problem,
    ...(remedy === undefined ? {} : { remedy }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The expression was stopped because it asks for too much: `expression.limit`. */
export function limitError(what: string, remedy = "Move the work into a shell step."): PawlError {
  return new PawlError({ code: "expression.limit", kind: "invalid", message: what, remedy });
}

/** What a library threw while evaluating `expression`, as an error of ours that names the expression. */
export function failureIn(expression: string, thrown: unknown): PawlError {
  if (thrown instanceof RangeError) {
    return limitError(`\`${shorten(expression)}\` is nested too deeply or makes a value too large`);
  }
  const error = toPawlError(thrown, "expression.evaluation");
  if (error.details["expression"] !== undefined) return error;
  return new PawlError({
    code: error.code,
    kind: error.kind,
    message: `\`${shorten(expression)}\`: ${error.message}`,
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    details: { ...error.details, expression: shorten(expression) },
    cause: thrown,
  });
}

function shorten(text: string): string {
  const flat = text.trim().replaceAll(/\s+/g, " ");
  return flat.length <= SHOWN_CHARACTERS ? flat : `${flat.slice(0, SHOWN_CHARACTERS)}…`;
}
