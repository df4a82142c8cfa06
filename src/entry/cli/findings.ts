import type { Finding } from "../../kernel/diagnostics.ts";
import { PawlError, toPawlError } from "../../kernel/errors.ts";
import type { CheckedWorkflow, Workflows } from "../../wiring/workflows.ts";
import type { Session } from "./session.ts";

/** A workflow a person named, with the findings spoken of by the name they used. */
export interface NamedCheck {
  readonly reference: string;
  readonly checked: CheckedWorkflow | undefined;
  readonly findings: readonly Finding[];
}

/** Checks one workflow; a file that isn't there is a finding like any other, so that the others are still checked. */
export async function checkNamed(workflows: Workflows, reference: string): Promise<NamedCheck> {
  try {
    const checked = await workflows.check(reference);
    return { reference, checked, findings: spokenOfAs(reference, checked) };
  } catch (thrown) {
    const error = toPawlError(thrown);
    if (!(thrown instanceof PawlError) || error.code !== "workflow.unknown") throw thrown;
    const finding: Finding = {
      rule: error.code,
      severity: "error",
      message: error.message,
      file: reference,
      line: 1,
      column: 1,
      ...(error.remedy === undefined ? {} : { hint: error.remedy }),
    };
    return { reference, checked: undefined, findings: [finding] };
  }
}

/** A path given on the command line is how its findings name it, wherever it was called from. */
function spokenOfAs(reference: string, { file, validation }: CheckedWorkflow): readonly Finding[] {
  if (!/[/\\]|\.ya?ml$/.test(reference)) return validation.findings;
  return validation.findings.map((finding) => (finding.file === file ? { ...finding, file: reference } : finding));
}

/** Whether any of these is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** Findings with their code frames, and a line that counts them. */
export async function showFindings(session: Session, checks: readonly NamedCheck[]): Promise<void> {
  const { renderFinding } = await import("../../language/render.ts");
  const { terminal } = session;
  for (const { reference, checked, findings } of checks) {
    for (const finding of findings) terminal.out(`${renderFinding(finding, checked?.text)}\n`);
    if (hasErrors(findings)) terminal.out(terminal.tone("bad", `✗ ${reference}: ${count(findings)}`));
    else
      terminal.out(`${terminal.tone("good", `✓ ${reference}`)}${findings.length === 0 ? "" : `: ${count(findings)}`}`);
  }
}

function count(findings: readonly Finding[]): string {
  return (["error", "warning", "info"] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, many]) => many > 0)
    .map(([severity, many]) => `${many} ${severity}${many === 1 || severity === "info" ? "" : "s"}`)
    .join(", ");
}
