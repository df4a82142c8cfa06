import { LINT_RULES } from "./rules.ts";

/** The reference page of the lint rules as Markdown: a table, then each rule with its reason and its examples. */
export function lintReference(): string {
  const rows = LINT_RULES.map(
    ({ id, severity, summary }) => `| [\`${id}\`](#${id.replaceAll(".", "")}) | ${severity} | ${summary} |`,
  );
  const sections = LINT_RULES.map(({ id, reason, bad, good }) =>
    [`## ${id}`, "", reason, "", "Remarked on:", "", fenced(bad), "", "Better:", "", fenced(good)].join("\n"),
  );
  return [
    "# Lint rules",
    "",
    "`pawl lint` runs these after validation. The score starts at 100; an error takes 25 from it, a warning 8, an info 2. `--fix` makes the changes that are mechanical.",
    "",
    "| rule | severity | what it remarks on |",
    "| --- | --- | --- |",
    ...rows,
    "",
    sections.join("\n\n"),
    "",
  ].join("\n");
}

function fenced(yaml: string): string {
  const lines = yaml.trimEnd().split("\n");
  const shown = lines.length > 20 ? [...lines.slice(0, 4), "  # … and so on"] : lines;
  return ["```yaml", ...shown, "```"].join("\n");
}
