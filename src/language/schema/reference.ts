import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import type { StepType, StepTypes } from "../step-type.ts";
import { STEP_FIELDS, WORKFLOW_FIELDS } from "./compose.ts";

/** The pages of the generated reference, by file name. Made from what the validator and the editors read, so that they can't disagree. */
export function referencePages(stepTypes: StepTypes): ReadonlyMap<string, string> {
  const types = [...stepTypes.values()].toSorted((a, b) => a.type.localeCompare(b.type));
  const pages = new Map<string, string>();
  pages.set("README.md", indexPage(types));
  pages.set(
    "workflow-fields.md",
    fieldsPage("Workflow fields", "What stands at the top of a workflow file.", WORKFLOW_FIELDS, ["name", "steps"]),
  );
  pages.set(
    "step-fields.md",
    fieldsPage("Fields every step has", "Beside these, each type has fields of its own.", STEP_FIELDS, ["id", "type"]),
  );
  for (const type of types) pages.set(`${fileName(type.type)}.md`, typePage(type));
  return pages;
}

function indexPage(types: readonly StepType[]): string {
  return page([
    "# Language reference",
    "",
    "Generated from the step types by `npm run generate`.",
    "",
    "- [Workflow fields](workflow-fields.md)",
    "- [Fields every step has](step-fields.md)",
    "- [Expressions](expressions.md)",
    "- [Lint rules](lint.md)",
    "",
    "| step type | what it does |",
    "| --- | --- |",
    ...types.map(({ type, summary }) => `| [\`${type}\`](${fileName(type)}.md) | ${cell(summary)} |`),
  ]);
}

function fieldsPage(
  title: string,
  intro: string,
  fields: Readonly<Record<string, JsonObject>>,
  required: readonly string[],
): string {
  return page([`# ${title}`, "", intro, "", ...fieldTable(fields, required)]);
}

/** What one step type takes and gives, in Markdown. */
export function typePage(type: StepType): string {
  const bodies = Object.entries(type.bodies);
  const outputs = Object.entries(type.outputs);
  const caching = {
    declared: "Cached when the step has `cache`.",
    default: "Cached unless the step says `cache: false`.",
    never: "Never cached.",
  }[type.caching];
  const names =
    type.bodyNames.length === 0
      ? []
      : ["", `Inside, ${type.bodyNames.map((name) => `\`${name}\``).join(", ")} can be referred to.`];
  return page([
    `# ${type.type}`,
    "",
    type.summary,
    "",
    type.description,
    "",
    "## Fields",
    "",
    ...(Object.keys(type.fields).length === 0 ? ["None of its own."] : fieldTable(type.fields, type.required)),
    ...(bodies.length === 0
      ? []
      : [
          "",
          "## Steps inside",
          "",
          "| field | required | what it holds |",
          "| --- | --- | --- |",
          ...bodies.map(
            ([name, body]) => `| \`${name}\` | ${body.required ? "yes" : ""} | ${cell(body.description)} |`,
          ),
          ...names,
        ]),
    "",
    "## Outputs",
    "",
    ...(outputs.length === 0
      ? ["None of its own; declare them under `outputs`."]
      : [
          "| output | type | what it is |",
          "| --- | --- | --- |",
          ...outputs.map(([name, output]) => `| \`${name}\` | ${output.type} | ${cell(output.description ?? "")} |`),
        ]),
    "",
    `${caching} ${type.writesWorkspace ? "It may change files; the workspace is snapshotted after it." : "It changes no files."}`,
    ...type.examples.flatMap(({ title, yaml }) => ["", `## Example: ${title}`, "", "```yaml", yaml.trimEnd(), "```"]),
  ]);
}

function fieldTable(fields: Readonly<Record<string, JsonObject>>, required: readonly string[]): string[] {
  return [
    "| field | type | required | what it does |",
    "| --- | --- | --- | --- |",
    ...Object.entries(fields).flatMap(([name, schema]) => rows(name, schema, required.includes(name))),
  ];
}

/** A field, and the members of a mapping below it. */
function rows(name: string, schema: JsonObject, required: boolean): string[] {
  const members = schema["properties"];
  const inner = isJsonObject(members)
    ? Object.entries(members).flatMap(([member, below]) =>
        isJsonObject(below) ? rows(`${name}.${member}`, below, false) : [],
      )
    : [];
  return [
    `| \`${name}\` | ${cell(typeText(schema))} | ${required ? "yes" : ""} | ${cell(described(schema))} |`,
    ...inner,
  ];
}

function described(schema: JsonObject): string {
  const fallback = schema["default"];
  const text = typeof schema["description"] === "string" ? schema["description"] : "";
  return fallback === undefined ? text : `${text} Default: \`${JSON.stringify(fallback)}\`.`;
}

function typeText(schema: JsonObject): string {
  const { type, enum: choices, $ref: reference, items } = schema;
  if (Array.isArray(choices))
    return (choices as readonly Json[])
      .map((choice) => `\`${typeof choice === "string" ? choice : JSON.stringify(choice)}\``)
      .join(", ");
  if (typeof reference === "string") return reference.endsWith("/steps") ? "steps" : "step";
  if (Array.isArray(type)) return type.join(" or ");
  if (type === "array" && isJsonObject(items) && typeof items["type"] === "string") return `list of ${items["type"]}`;
  return typeof type === "string" ? type : "any";
}

/** Text for a cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll(/\s*\n\s*/g, " ");
}

function fileName(type: string): string {
  return type.replaceAll("_", "-");
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
