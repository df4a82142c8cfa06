import { checkTemplate, evaluateExpression } from "../../../language/expressions/evaluate.ts";
import type { Scope } from "../../../language/expressions/scope.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { Json, JsonObject } from "../../../kernel/json.ts";
import { visibleEnvironment } from "../../../wiring/parent-environment.ts";
import { createExpressionFiles } from "../../../wiring/expression-files.ts";
import { readJsonObject } from "../json-file.ts";
import { EXIT } from "../exit.ts";
import { reportFailure } from "../failure.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

/** `pawl eval '<text>'`: what an expression gives, with the names of `--context` beside the environment and the workspace's files. */
export async function evalCommand(
  session: Session,
  text: string,
  options: { readonly context?: string },
): Promise<number> {
  const given = options.context === undefined ? {} : await readJsonObject(options.context, session);
  let value: Json;
  try {
    refuseUnknownNames(text);
    value = evaluateExpression(text, scopeOf(session, given));
  } catch (thrown) {
    reportFailure(session, thrown);
    return EXIT.failed;
  }
  if (session.options.json === true) session.terminal.json({ value, type: typeOf(value) });
  else session.terminal.out(typeof value === "string" ? value : JSON.stringify(value, null, 2));
  return EXIT.ok;
}

/** A function, filter or test that nobody knows is told with the nearest known one, as validation does. */
function refuseUnknownNames(text: string): void {
  const kind = /\{\{|\{%|\$\{/.test(text) ? "template" : "condition";
  const unknown = checkTemplate(text, kind).find(({ rule }) => rule.startsWith("expression.unknown-"));
  if (unknown === undefined) return;
  throw new PawlError({
    code: unknown.rule,
    kind: "invalid",
    message: unknown.message,
    ...(unknown.hint === undefined ? {} : { remedy: unknown.hint }),
    details: { offset: unknown.offset },
  });
}

function scopeOf(session: Session, given: JsonObject): Scope {
  const { workspace } = findPlaces(session);
  const contexts = { env: visibleEnvironment(session.env), workspace: { path: workspace }, ...given };
  return {
    contexts,
    host: { ...createExpressionFiles(workspace), secret: () => undefined, artifact: () => null, status: "success" },
  };
}

/** The language's own name of a value's type. */
function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}
