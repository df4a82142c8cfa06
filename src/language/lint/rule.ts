import type { Severity } from "../../kernel/diagnostics.ts";
import type { LintSubject, Remark } from "./subject.ts";

/** One lint rule: what it looks for, why, and an example of either kind that the tests run. */
export interface LintRule {
  /** `lint.` and a name. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for the reference's table and for SARIF. */
  readonly summary: string;
  /** Why it matters: what went wrong for people who did otherwise. */
  readonly reason: string;
  /** A workflow that the rule remarks on. */
  readonly bad: string;
  /** The same workflow without the remark. */
  readonly good: string;
  check(subject: LintSubject): Iterable<Remark>;
}
