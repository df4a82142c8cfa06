import { PawlError } from "../../kernel/errors.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { resolveInputs } from "../../language/inputs.ts";
import type { Workflow } from "../../language/model.ts";
import { readJsonObject } from "./json-file.ts";
import type { Session } from "./session.ts";

export interface InputOptions {
  readonly input?: readonly string[];
  readonly inputs?: string;
}

/**
 * The inputs a person gave, typed by the workflow: `--input name=value` wins over `--inputs FILE.json`.
 *
 * @throws PawlError `input.invalid` naming every problem, `cli.bad_option`, `cli.unreadable`
 */
export async function typedInputs(workflow: Workflow, options: InputOptions, session: Session): Promise<JsonObject> {
  const file = options.inputs === undefined ? {} : await readJsonObject(options.inputs, session);
  const flags = assignments(options.input ?? []);
  const fromFlags = resolveInputs(onlyGiven(workflow, flags), flags, { text: true });
  const merged = resolveInputs(workflow.inputs, { ...file, ...fromFlags.values });
  const named = new Set(Object.keys(flags));
  const problems = [...fromFlags.problems, ...merged.problems.filter(({ input }) => !named.has(input))];
  if (problems.length === 0) return merged.values;
  throw new PawlError({
    code: "input.invalid",
    kind: "invalid",
    message: problems.map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`)).join("\n"),
    remedy: `Give inputs as --input name=value. ${workflow.name} takes: ${Object.keys(workflow.inputs).join(", ") || "none"}.`,
    details: { problems: problems.map((problem): Json => ({ ...problem })) },
  });
}

/** The specs of what was given, so that a flag's text is converted by its type; unknown names stay, to be refused by name. */
function onlyGiven(workflow: Workflow, given: Readonly<Record<string, Json>>): Workflow["inputs"] {
  const optional = Object.entries(workflow.inputs).map(([name, spec]) => {
    const { default: _unused, ...rest } = spec;
    return [name, Object.hasOwn(given, name) ? rest : { ...rest, required: false }] as const;
  });
  return Object.fromEntries(optional);
}

/** `name=value` options as an object; the value may hold further `=`. @throws PawlError `cli.bad_option` */
export function assignments(written: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const text of written) {
    const at = text.indexOf("=");
    if (at <= 0) {
      throw new PawlError({
        code: "cli.bad_option",
        kind: "invalid",
        message: `--input ${text} has no value.`,
        remedy: "Write --input name=value.",
      });
    }
    found[text.slice(0, at).trim()] = text.slice(at + 1);
  }
  return found;
}
