import { describe, expect, test } from "vitest";
import { evidenceBlock } from "../../src/github/evidence.ts";

const step = (type: string, status: string, more: object = {}): object => ({ type, status, attempts: 1, ...more });
const ABOUT = {
  runId: "run_1",
  workflow: "fix",
  step: "publish",
  baseSha: "b".repeat(40),
  headTree: "t".repeat(40),
  repository: "acme/sample",
};
const rows = (steps: object): string[] =>
  evidenceBlock(JSON.parse(JSON.stringify({ steps })), ABOUT, 40_000)
    .split("\n")
    .filter((line) => /^\| [^\w ]+ \| <code>/.test(line));

describe("the evidence's table of steps", () => {
  test("has each step followed by those inside it, as they ran", () => {
    const found = rows({
      each: step("foreach", "completed"),
      publish: step("pull_request", "running"),
      after: step("comment", "pending"),
      "each/0/lint": step("shell", "completed"),
      "each/1/lint": step("shell", "completed"),
      "each/0/lint/verify/0/check": step("shell", "completed"),
    });
    expect(found.map((row) => /<code>(.+?)<\/code>/.exec(row)?.[1])).toEqual([
      "each",
      "each/0/lint",
      "each/0/lint/verify/0/check",
      "each/1/lint",
      "publish",
      "after",
    ]);
  });

  test("says of the step that writes it that it publishes this, and of later ones that they come later", () => {
    const [publish, after] = rows({ publish: step("pull_request", "running"), after: step("comment", "pending") });
    expect(publish).toMatch(/📤 .* publishes this pull request/);
    expect(after).toMatch(/▫️ .* runs after this was written/);
    expect(publish).not.toContain("⏳");
  });
});
