import type { Finding, Severity } from "../../kernel/diagnostics.ts";
import type { Workflow } from "../model.ts";
import type { StepTypes } from "../step-type.ts";
import { LINT_RULES } from "./rules.ts";
import { LintSubject, type TextEdit } from "./subject.ts";

export interface LintReport {
  readonly file: string;
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  /** 100 for a workflow without remarks, down to 0. */
  readonly score: number;
  /** What `--fix` would change; see `applyFixes`. */
  readonly fixes: readonly TextEdit[];
}

/** What a finding costs of the score. */
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 25, warning: 8, info: 2 };

/**
 * What every rule remarks on a workflow that is valid already. Never throws.
 *
 * @param text the file's text, for places and fixes
 * @param found what validation found; it counts and is listed with the rest
 */
export function lintWorkflow(
  workflow: Workflow,
  text: string,
  stepTypes: StepTypes,
  found: readonly Finding[] = [],
): LintReport {
  const subject = new LintSubject(workflow, stepTypes, text);
  const remarks = LINT_RULES.flatMap((rule) => Array.from(rule.check(subject), (remark) => ({ rule, remark })));
  const findings = [...found, ...remarks.map(({ rule, remark }) => subject.finding(rule.id, rule.severity, remark))];
  return {
    file: workflow.source.file,
    findings: findings.toSorted((a, b) => a.line - b.line || a.column - b.column),
    score: score(findings),
    fixes: remarks.flatMap(({ rule, remark }) =>
      remark.edit === undefined ? [] : [{ rule: rule.id, ...remark.edit }],
    ),
  };
}

/** The score of a set of findings: 100 less the weight of each, never below 0. */
export function score(findings: readonly Finding[]): number {
  return Math.max(0, 100 - findings.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0));
}

/** The text with all fixes made. Edits that overlap an earlier one are left out. */
export function applyFixes(text: string, fixes: readonly TextEdit[]): string {
  let result = text.replace(/^\ufeff/, "");
  let before = Number.POSITIVE_INFINITY;
  for (const { offset, length, insert } of fixes.toSorted((a, b) => b.offset - a.offset)) {
    if (offset + length > before) continue;
    result = result.slice(0, offset) + insert + result.slice(offset + length);
    before = offset;
  }
  return result;
}
