import type { Finding, Severity } from "../../kernel/diagnostics.ts";
import { sha256 } from "../../kernel/digest.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { LINT_RULES } from "./rules.ts";

const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * Findings as a SARIF 2.1.0 log, as GitHub code scanning takes it
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 *
 * @param version the version of Pawl
 */
export function toSarif(findings: readonly Finding[], version: string): JsonObject {
  const known = new Map(LINT_RULES.map((rule) => [rule.id, rule]));
  const ids = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "pawl",
            semanticVersion: version,
            informationUri: "https://www.npmjs.com/package/pawl",
            rules: ids.map((id) => {
              const rule = known.get(id);
              return {
                id,
                name: id,
                shortDescription: { text: rule?.summary ?? id },
                ...(rule === undefined ? {} : { fullDescription: { text: rule.reason }, help: { text: rule.reason } }),
                defaultConfiguration: { level: SARIF_LEVELS[rule?.severity ?? "error"] },
              };
            }),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: SARIF_LEVELS[finding.severity],
          message: { text: finding.hint === undefined ? finding.message : `${finding.message}: ${finding.hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.file.replaceAll("\\", "/")) },
                region: {
                  startLine: finding.line,
                  startColumn: finding.column,
                  ...(finding.endLine === undefined ? {} : { endLine: finding.endLine }),
                  ...(finding.endColumn === undefined ? {} : { endColumn: finding.endColumn }),
                },
              },
            },
          ],
          // What code scanning matches alerts by from one commit to the next: the line may move, the finding stays.
          partialFingerprints: {
            "pawlFinding/v1": sha256(`${finding.rule}\n${finding.file}\n${finding.message}`).slice(0, 32),
          },
        })),
      },
    ],
  };
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Findings as workflow commands, which the runner turns into annotations
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 */
export function toGitHubAnnotations(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const properties = [
        `file=${property(finding.file)}`,
        `line=${finding.line}`,
        `col=${finding.column}`,
        `title=${property(finding.rule)}`,
      ];
      return `::${COMMANDS[finding.severity]} ${properties.join(",")}::${data(finding.hint === undefined ? finding.message : `${finding.message}\nhint: ${finding.hint}`)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
