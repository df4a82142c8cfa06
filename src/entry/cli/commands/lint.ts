import { writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../../kernel/errors.ts";
import { applyFixes } from "../../../language/lint/lint.ts";
import { toGitHubAnnotations, toSarif } from "../../../language/lint/formats.ts";
import { VERSION } from "../../../wiring/version.ts";
import { EXIT } from "../exit.ts";
import { checkNamed, hasErrors, showFindings } from "../findings.ts";
import { lintChecked } from "../lint-workflow.ts";
import { openWorkflows } from "../open.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

export interface LintOptions {
  readonly format?: "text" | "json" | "sarif" | "github";
  readonly fix?: boolean;
}

/** `pawl lint <file or name>…`: findings and remarks with a score; the score of several files is that of the worst. */
export async function lintCommand(
  session: Session,
  references: readonly string[],
  options: LintOptions,
): Promise<number> {
  if (options.fix === true) await fixAll(session, references);
  const { workflows, stepTypes } = await openWorkflows(session);
  const checks = await Promise.all(references.map((reference) => checkNamed(workflows, reference)));
  const reports = checks.map((check) => lintChecked(check, stepTypes));
  const findings = reports.flatMap((report) => report.findings);
  const score = Math.min(...reports.map((report) => report.score));
  const ok = !hasErrors(findings);
  const { terminal } = session;
  const format = options.format ?? (session.options.json === true ? "json" : "text");
  if (format === "json") terminal.json({ ok, findings, score });
  else if (format === "sarif") terminal.json(toSarif(findings, VERSION));
  else if (format === "github") process.stdout.write(toGitHubAnnotations(findings));
  else {
    await showFindings(
      session,
      checks.map((check, index) => ({ ...check, findings: reports[index]?.findings ?? [] })),
    );
    terminal.out(`score ${score} of 100`);
  }
  return ok ? EXIT.ok : EXIT.failed;
}

/** Makes the mechanical fixes in the files themselves, until there are none left that another fix made possible. */
async function fixAll(session: Session, references: readonly string[]): Promise<void> {
  const { workflows, stepTypes } = await openWorkflows(session);
  for (const reference of references) {
    const check = await checkNamed(workflows, reference);
    const { fixes } = lintChecked(check, stepTypes);
    if (check.checked === undefined || fixes.length === 0) continue;
    const { file, text } = check.checked;
    if (file.startsWith("<library>/")) {
      throw new PawlError({
        code: "lint.not_yours",
        kind: "invalid",
        message: `${file} ships with Pawl and is not changed.`,
        remedy: "Copy it into .github/pawl/ first.",
      });
    }
    await writeFile(path.resolve(findPlaces(session).workspace, file), applyFixes(text, fixes));
    session.terminal.note(`${reference}: ${fixes.length} ${fixes.length === 1 ? "fix" : "fixes"} made`);
  }
}
