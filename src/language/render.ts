import { visible, type Finding } from "../kernel/diagnostics.ts";

/** Lines longer than this are cut around the place in question. */
const FRAME_WIDTH = 120;

/**
 * One finding for people: place, severity, message, the line before and the line itself with a caret under what is meant, and the hint.
 *
 * @param text the file's text; a finding of another file is shown without its lines
 */
export function renderFinding(finding: Finding, text?: string): string {
  const head = `${finding.file}:${finding.line}:${finding.column}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
  const frame = text === undefined ? [] : codeFrame(finding, text.replace(/^\ufeff/, "").split("\n"));
  const hint = finding.hint === undefined ? [] : [`  hint: ${finding.hint}`];
  return [head, ...frame, ...hint].join("\n");
}

/** All findings in the order of the file, and a last line that counts them. `texts` gives the text of each file by name. */
export function renderFindings(findings: readonly Finding[], texts: ReadonlyMap<string, string>): string {
  if (findings.length === 0) return "no findings";
  const shown = findings.map((finding) => renderFinding(finding, texts.get(finding.file)));
  return [...shown, countFindings(findings)].join("\n\n");
}

/** `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const word = severity === "info" ? "note" : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "no findings" : counts.join(", ");
}

function codeFrame(finding: Finding, lines: readonly string[]): string[] {
  const line = lines[finding.line - 1]?.replace(/\r$/, "");
  if (line === undefined) return [];
  const before = finding.line > 1 ? lines[finding.line - 2]?.replace(/\r$/, "") : undefined;
  const gutter = String(finding.line).length;
  const from = finding.column - 1 > FRAME_WIDTH - 20 ? finding.column - 1 - 40 : 0;
  const cut = (content: string): string => visible(content.slice(from, from + FRAME_WIDTH));
  const length =
    finding.endLine === finding.line && finding.endColumn !== undefined
      ? Math.max(1, Math.min(finding.endColumn - finding.column, FRAME_WIDTH))
      : 1;
  const frame: string[] = [];
  if (before !== undefined && before.trim() !== "" && from === 0) {
    frame.push(`  ${String(finding.line - 1).padStart(gutter)} | ${cut(before)}`);
  }
  frame.push(`  ${finding.line} | ${cut(line)}`);
  frame.push(`  ${" ".repeat(gutter)} | ${" ".repeat(Math.max(0, finding.column - 1 - from))}${"^".repeat(length)}`);
  return frame;
}
