import { EXIT } from "../exit.ts";
import { checkNamed, hasErrors, showFindings } from "../findings.ts";
import { openWorkflows } from "../open.ts";
import type { Session } from "../session.ts";

/** `pawl validate <file or name>…`: everything wrong with each, at once. */
export async function validateCommand(session: Session, references: readonly string[]): Promise<number> {
  const { workflows } = await openWorkflows(session);
  const checks = await Promise.all(references.map((reference) => checkNamed(workflows, reference)));
  const findings = checks.flatMap((check) => check.findings);
  const ok = !hasErrors(findings);
  if (session.options.json === true) session.terminal.json({ ok, findings });
  else await showFindings(session, checks);
  return ok ? EXIT.ok : EXIT.failed;
}
