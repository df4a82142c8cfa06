import { nearestName } from "../../kernel/diagnostics.ts";
import type { Json } from "../../kernel/json.ts";
import { isJsonObject } from "../../kernel/json.ts";
import { evaluationError } from "./errors.ts";
import type { Scope } from "./scope.ts";

/** Where `${NAME}` looks, in order. */
const CONTEXTS = ["inputs", "variables", "env"] as const;

/**
 * The value of `${NAME}` in a field that is no shell text: an input, a variable or an environment variable of that name; `INPUT_NAME` and
 * `PAWL_VAR_NAME` mean what they mean in a shell step. Throws PawlError `expression.evaluation` when there is none.
 */
export function namedValue(name: string, scope: Scope): Json {
  for (const context of CONTEXTS) {
    const values = scope.contexts[context];
    if (isJsonObject(values) && Object.hasOwn(values, name)) return values[name] ?? null;
  }
  for (const [prefix, context] of [
    ["INPUT_", "inputs"],
    ["PAWL_VAR_", "variables"],
  ] as const) {
    const values = scope.contexts[context];
    if (!name.startsWith(prefix) || !isJsonObject(values)) continue;
    const wanted = name.slice(prefix.length);
    const key = Object.keys(values).find((member) => environmentName(member) === wanted);
    if (key !== undefined) return values[key] ?? null;
  }
  const known = CONTEXTS.flatMap((context) => {
    const values = scope.contexts[context];
    return isJsonObject(values) ? Object.keys(values) : [];
  });
  const near = nearestName(name, known);
  throw evaluationError(
    `\${${name}} is neither an input, nor a variable, nor an environment variable`,
    near === undefined
      ? `Declare it, or write $\${${name}} to keep the text as it is.`
      : `Did you mean \${${near}}? To keep the text as it is, write $\${${name}}.`,
  );
}

/** A name as it is exported to shells: upper case, with `_` for everything that isn't a letter or a digit. */
export function environmentName(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
}
