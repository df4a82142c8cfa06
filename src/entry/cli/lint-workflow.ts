import type { Finding } from "../../kernel/diagnostics.ts";
import { lintWorkflow as lint, type LintReport } from "../../language/lint/lint.ts";
import type { StepTypes } from "../../language/step-type.ts";
import type { NamedCheck } from "./findings.ts";

/** A workflow's findings and remarks together. One that isn't valid can't be read closely: its errors are all there is, and it scores 0. */
export function lintChecked({ reference, checked, findings }: NamedCheck, stepTypes: StepTypes): LintReport {
  const workflow = checked?.validation.workflow;
  if (checked === undefined || workflow === undefined) return { file: reference, findings, score: 0, fixes: [] };
  const report = lint(workflow, checked.text, stepTypes, findings);
  const named = report.findings.map((finding): Finding =>
    finding.file === checked.file
      ? { ...finding, file: findings[0]?.file ?? shownAs(reference, checked.file) }
      : finding,
  );
  return { ...report, findings: named };
}

function shownAs(reference: string, file: string): string {
  return /[/\\]|\.ya?ml$/.test(reference) ? reference : file;
}
