import { TESTS } from "./check.ts";
import { expressionFunctions } from "./functions/catalogue.ts";
import type { ExpressionFunction } from "./functions/function.ts";
import { filters, LIBRARY_FILTERS } from "./jinja/filters.ts";
import { limits } from "./limits.ts";

/** What each context holds, in the order of spec L5. */
const CONTEXTS: Readonly<Record<string, string>> = {
  inputs: "The workflow's inputs by name, with their types.",
  variables: "The workflow's variables, and what `set` steps made of them.",
  steps:
    "Steps that have ended, by id: `outputs`, `status`, `outcome` (`success`, `failure`, `skipped`, `cancelled`), `exit_code`, `error`. A step's id alone means the same.",
  env: "The workflow's `env` and the variables of the process's environment a workflow may see.",
  secrets:
    "Secrets, one at a time and by a literal name: `secrets.NAME`. All of them, or one named by a value, is refused.",
  run: "`id`, `attempt`, `workflow`, `actor`, `url`.",
  issue: "The issue or pull request that started the run: `number`, `title`, `body`, `author`, `labels`, `url`.",
  repo: "`owner`, `name`, `full_name`, `default_branch`, `head_sha`, `url`.",
  workspace: "`path`: where the files are.",
  project: "What was found out about the code base: `languages`, `has_tests`, `test_command`, …",
  matrix: "Inside a `foreach` over a matrix: the cell.",
  item: "Inside a `foreach`: the current item; its place, from 0, is `index`.",
};

/** The reference page of the expression languages as Markdown, made from the functions' own descriptions. */
export function expressionReference(): string {
  return [
    "# Expressions",
    "",
    "Two languages see the same contexts and the same functions: `{{ … }}` is [Jinja](https://jinja.palletsprojects.com/en/stable/templates/#expressions), `${{ … }}` is [GitHub's expression language](https://docs.github.com/en/actions/reference/workflows-and-actions/expressions), read by GitHub's own parser. A field may use either.",
    "",
    "## Where they stand",
    "",
    "| written | means |",
    "| --- | --- |",
    '| `target: "{{ inputs.target }}"` | A field that is one whole expression keeps the type of its value: a number stays a number. |',
    '| `max_parallel: "{{ inputs.n }}"` | What it gives is held to the field\'s type and bounds before the step runs: `"3"` is no number (`| int` makes it one). A text takes the text of any value; nothing at all leaves an optional field out. |',
    '| `title: "Fix {{ issue.title }}"` | Beside other text the value is written out as text. |',
    "| `when: coverage.outputs.line > 80` | A condition (`when`, `condition`, `until`, `filter`) is an expression without braces, … |",
    '| `when: "coverage.outputs.line > {{ inputs.target }}"` | … in which `{{ }}` and `${{ }}` stand for a value, whatever it holds, … |',
    "| `when: failure() && inputs.notify` | … in GitHub's language where its operators (`&&`, `\\|\\|`, `!`) are used. |",
    '| `branch: "fix/${ticket}"` | `${NAME}` in a field that is no shell text is an input, a variable or an environment variable; `$${NAME}` is the text itself. |',
    "| `{% for f in files %}…{% endfor %}` | Jinja's statements work in text fields and prompt templates. `{% raw %}…{% endraw %}` keeps text as it is. |",
    "",
    "A name that nobody declared is an error. A context that is absent (no issue, no matrix), or a member that is, reads as nothing.",
    "",
    "## In a shell step",
    "",
    "A value is never pasted into a script. Each expression becomes a reference to an environment variable, so that it is one word whatever it holds: `rm -- {{ inputs.file }}` runs as `rm -- \"${PAWL_EXPR_1}\"`. Inputs and variables are there already, as `$INPUT_NAME` and `$PAWL_VAR_NAME`. Where the script's text can't carry a reference (single quotes, a here-document with a quoted end, `{% … %}`, arithmetic, `eval`, `bash -c`, any language but sh and bash) validation refuses it and shows the line to write.",
    "",
    "## Contexts",
    "",
    "| context | holds |",
    "| --- | --- |",
    ...Object.entries(CONTEXTS).map(([name, holds]) => `| \`${name}\` | ${holds} |`),
    "",
    "## Functions",
    "",
    "| function | gives | example |",
    "| --- | --- | --- |",
    ...expressionFunctions.map(functionRow),
    "",
    "GitHub's language ignores the case of a function's name; Jinja does not. In Jinja, most read well as filters too: `issue.title | slug`.",
    "",
    "## Jinja's filters and tests",
    "",
    `Filters: ${list([...new Set([...filters.keys(), ...LIBRARY_FILTERS])])}.`,
    "",
    `Tests: ${list(TESTS)}.`,
    "",
    "Methods of texts: `upper`, `lower`, `strip`, `lstrip`, `rstrip`, `title`, `capitalize`, `startswith`, `endswith`, `split`, `replace`; of objects: `get`, `items`, `keys`, `values`.",
    "",
    "## Comparison",
    "",
    'Jinja compares as Python does: by content, and never across types (`1 == "1"` is false). GitHub\'s language turns both sides into numbers where their types differ, compares texts without regard to case (unit by unit, so `ß` is not `SS`), and finds two lists or objects equal only when they are the same one.',
    "",
    "## Limits",
    "",
    "| limit | value |",
    "| --- | --- |",
    ...limits.map(({ what, value }) => `| ${what} | ${value.toLocaleString("en-US")} |`),
    "",
    "An expression that asks for more is stopped with `expression.limit`. Expressions reach neither JavaScript, nor the process, nor files but through the functions above; regular expressions run in linear time (RE2).",
    "",
  ].join("\n");
}

function functionRow({ name, aliases, summary, parameters, required, variadic, example }: ExpressionFunction): string {
  const shown = parameters.map((parameter, index) => {
    const repeated = variadic && index === parameters.length - 1 ? `${parameter}, …` : parameter;
    return index < required ? repeated : `[${repeated}]`;
  });
  const also = aliases.length === 0 ? "" : ` Also ${list(aliases)}.`;
  return `| \`${name}(${shown.join(", ")})\` | ${cell(summary)}${also} | ${code(example.expression)} → ${code(JSON.stringify(example.gives))} |`;
}

function list(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(", ");
}

function code(text: string): string {
  return `\`${cell(text.replaceAll("\n", "\\n"))}\``;
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
