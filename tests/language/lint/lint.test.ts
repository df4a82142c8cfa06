import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/kernel/diagnostics.ts";
import { toGitHubAnnotations, toSarif } from "../../../src/language/lint/formats.ts";
import { applyFixes, lintWorkflow, score, type LintReport } from "../../../src/language/lint/lint.ts";
import { LINT_RULES } from "../../../src/language/lint/rules.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

async function lint(text: string): Promise<LintReport> {
  const result = await validateWorkflow(text, { file: "a.yml", stepTypes: builtInSteps });
  const errors = result.findings.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  if (result.workflow === undefined) throw new Error("a valid text gives a workflow");
  return lintWorkflow(result.workflow, text, builtInSteps);
}

describe("every rule", () => {
  test.each(LINT_RULES)("$id remarks on its bad example, at a place in it, and not on its good one", async (rule) => {
    const bad = (await lint(rule.bad)).findings.filter((finding) => finding.rule === rule.id);
    expect(bad).not.toEqual([]);
    for (const finding of bad) {
      expect(finding.severity).toBe(rule.severity);
      expect(finding.hint).toBeTruthy();
      expect(finding.line).toBeLessThanOrEqual(rule.bad.split("\n").length);
    }
    expect((await lint(rule.good)).findings.filter((finding) => finding.rule === rule.id)).toEqual([]);
  });

  test("has an id of its own", () => {
    expect(new Set(LINT_RULES.map(({ id }) => id)).size).toBe(LINT_RULES.length);
  });
});

describe("fixing", () => {
  const text =
    'name: a\nsteps:\n  # the tests\n  - id: t\n    type: shell\n    command: npm test\n  - type: shell\n    id: u\n    command: "true"\n  - { id: v, type: shell, command: "true" }\n';

  test("adds what is missing where it belongs and leaves comments and the rest alone", async () => {
    const report = await lint(text);
    const fixed = applyFixes(text, report.fixes);
    expect(fixed).toBe(
      'name: a\nsteps:\n  # the tests\n  - id: t\n    timeout: 15m\n    type: shell\n    command: npm test\n  - type: shell\n    timeout: 15m\n    id: u\n    command: "true"\n  - { id: v, type: shell, command: "true" }\n',
    );
    const timeouts = (await lint(fixed)).findings.filter(({ rule }) => rule === "lint.missing-timeout");
    expect(timeouts.map(({ message }) => message)).toEqual(['"v" has no timeout']);
  });

  test("changes nothing the second time", async () => {
    const once = applyFixes(text, (await lint(text)).fixes);
    expect(applyFixes(once, (await lint(once)).fixes)).toBe(once);
  });
});

describe("the report", () => {
  test("points at the line and column of the field it is about", async () => {
    const { findings } = await lint(
      'name: a\ndescription: A.\nsteps:\n  - id: ok\n    type: assert\n    condition: "true"\n    message: always\n',
    );
    expect(findings.find(({ rule }) => rule === "lint.constant-condition")).toMatchObject({
      file: "a.yml",
      line: 6,
      column: 16,
    });
  });

  test("scores 100 without remarks and less the worse they are, never below 0", () => {
    const finding = (severity: Finding["severity"]): Finding => ({
      rule: "x",
      severity,
      message: "m",
      file: "f",
      line: 1,
      column: 1,
    });
    expect(score([])).toBe(100);
    expect(score([finding("error")])).toBeLessThan(score([finding("warning")]));
    expect(score([finding("warning")])).toBeLessThan(score([finding("info")]));
    expect(score(Array.from({ length: 50 }, () => finding("error")))).toBe(0);
  });
});

describe("formats", () => {
  const findings: readonly Finding[] = [
    {
      rule: "lint.missing-timeout",
      severity: "warning",
      message: 'step "a" has 100% no timeout',
      file: ".github/pawl/a b.yml",
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      hint: "add one\nnow",
    },
    { rule: "yaml.syntax", severity: "error", message: "bad", file: "b,c:d.yml", line: 1, column: 1 },
  ];

  test("SARIF is valid by the standard's schema", () => {
    const schema = JSON.parse(
      readFileSync(
        createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
        "utf8",
      ),
    ) as Record<string, unknown>;
    // Ajv knows draft 4 under no name; without one it reads the same keywords.
    delete schema["$schema"];
    delete schema["id"];
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const valid = ajv.compile(schema);
    valid(toSarif(findings, "1.2.3"));
    expect(valid.errors ?? []).toEqual([]);
    valid({ version: "2.1.0", runs: [{}] });
    expect(valid.errors).not.toBeNull();
  });

  test("GitHub annotations escape what would end or forge a command", () => {
    expect(toGitHubAnnotations(findings)).toBe(
      '::warning file=.github/pawl/a b.yml,line=3,col=5,title=lint.missing-timeout::step "a" has 100%25 no timeout%0Ahint: add one%0Anow\n' +
        "::error file=b%2Cc%3Ad.yml,line=1,col=1,title=yaml.syntax::bad\n",
    );
  });
});
