import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import { methodOf } from "./builder.ts";

const OWN_SECTIONS = new Set(["name", "inputs", "variables", "steps", "outputs"]);

/**
 * TypeScript that builds this document: `workflow(…).toJSON()` of the code equals it.
 *
 * References to declared inputs and to earlier steps' declared outputs become typed ones; every other expression stays text.
 * @param document a workflow document as YAML gives it
 */
export function builderCode(document: JsonObject): string {
  const { name, inputs, variables, steps, outputs } = document;
  const rest = Object.fromEntries(Object.entries(document).filter(([key]) => !OWN_SECTIONS.has(key)));
  const known = new KnownReferences(section(inputs));
  const calls: string[] = [];
  for (const [input, declaration] of section(inputs)) calls.push(`.input(${literal(input)}, ${literal(declaration)})`);
  for (const [variable, value] of section(variables))
    calls.push(`.variable(${literal(variable)}, ${withReferences(value, known)})`);
  for (const step of list(steps)) {
    calls.push(stepCall(step, known));
    known.addStep(step);
  }
  for (const [output, declaration] of section(outputs)) {
    const value = printed(declaration, known);
    calls.push(`.output(${literal(output)}, (${value.refers ? "at" : ""}) => (${value.code}))`);
  }
  const fields = Object.keys(rest).length === 0 ? "" : `, ${literal(rest)}`;
  const constant = typeof name === "string" ? camelCase(name) : "built";
  return `import { workflow } from "pawl";\n\nexport const ${constant} = workflow(${literal(name ?? "")}${fields})${calls.map((call) => `\n  ${call}`).join("")};\n`;
}

/** What a reference may be typed as where the next step stands. */
class KnownReferences {
  readonly #paths = new Set<string>();

  constructor(inputs: readonly (readonly [string, Json])[]) {
    for (const [name] of inputs) this.#paths.add(`inputs.${name}`);
  }

  addStep(step: Json): void {
    if (!isJsonObject(step) || typeof step["id"] !== "string") return;
    const built = step["type"] === "shell" ? ["stdout", "stderr", "exit_code"] : [];
    for (const output of [...built, ...Object.keys((step["outputs"] as JsonObject | undefined) ?? {})]) {
      this.#paths.add(`steps.${step["id"]}.outputs.${output}`);
    }
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }
}

const NOTHING_KNOWN = new KnownReferences([]);

interface Printed {
  readonly code: string;
  readonly refers: boolean;
}

function stepCall(step: Json, known: KnownReferences): string {
  if (!isJsonObject(step)) return `.step("", "", ${literal(step)})`;
  const { id, type, ...fields } = step;
  const method = typeof type === "string" ? methodOf(type) : undefined;
  const start =
    method === undefined ? `.step(${literal(id ?? "")}, ${literal(type ?? "")}, ` : `.${method}(${literal(id ?? "")}, `;
  return `${start}${withReferences(fields, known, true)})`;
}

/** A value, as a function of `at` when it refers to something. */
function withReferences(value: Json, known: KnownReferences, object = false): string {
  const { code, refers } = printed(value, known);
  if (!refers) return code;
  return `(at) => ${object || code.startsWith("{") ? `(${code})` : code}`;
}

function printed(value: Json, known: KnownReferences): Printed {
  if (typeof value === "string") return printedText(value, known);
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => printed(item, known));
    return { code: `[${items.map(({ code }) => code).join(", ")}]`, refers: items.some(({ refers }) => refers) };
  }
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([key, member]) => ({ key, ...printed(member, known) }));
    const body = members
      .map(
        ({ key, code }) =>
          `${/^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__" ? key : `[${literal(key)}]`}: ${code}`,
      )
      .join(", ");
    return { code: members.length === 0 ? "{}" : `{ ${body} }`, refers: members.some(({ refers }) => refers) };
  }
  return { code: JSON.stringify(value), refers: false };
}

/** Only the exact form that a reference prints as is turned into one, so that the document stays the same to the letter. */
function printedText(text: string, known: KnownReferences): Printed {
  const pieces = text.split(/(\{\{ [a-z]+(?:\.[A-Za-z_]\w*)+ \}\})/);
  const references = pieces
    .map((piece) => /^\{\{ (.+) \}\}$/.exec(piece)?.[1])
    .map((path) => (path !== undefined && known.has(path) ? path : undefined));
  if (references.every((path) => path === undefined)) return { code: literal(text), refers: false };
  const whole = pieces.filter((piece) => piece !== "").length === 1;
  const path = references.find((found) => found !== undefined);
  if (whole) return { code: `at.${path}`, refers: true };
  const body = pieces
    .map((piece, index) =>
      references[index] === undefined
        ? piece.replaceAll(/[\\`]|\$\{/g, String.raw`\$&`)
        : `\${at.${references[index]}}`,
    )
    .join("");
  return { code: `\`${body}\``, refers: true };
}

function section(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A value as source text, expressions in it left as text. */
function literal(value: Json): string {
  return typeof value === "string" ? JSON.stringify(value) : printed(value, NOTHING_KNOWN).code;
}

function camelCase(name: string): string {
  const joined = name.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  return /^[A-Za-z]/.test(joined) ? joined : `workflow${joined}`;
}
