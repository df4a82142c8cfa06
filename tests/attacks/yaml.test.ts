import { describe, expect, it } from "vitest";
import { validateWorkflow } from "../../src/language/validate/validate.ts";
import { builtInSteps } from "../../src/steps/registry.ts";
import { casesOf, payload, type AttackCase } from "./cases.ts";

const GOOD_STEP = "steps:\n  - {id: good, type: shell, command: echo fine}\n";

interface YamlCase extends AttackCase {
  readonly text: string;
  /** As many keys `k0: 1`, `k1: 1`, … at the end. */
  readonly numbered?: number;
}

function fileOf(attack: YamlCase): string {
  const keys = Array.from({ length: attack.numbered ?? 0 }, (_, index) => `k${index}: 1\n`).join("");
  return payload(attack.text.replaceAll("{{steps}}", GOOD_STEP), attack) + keys;
}

describe("workflow files", () => {
  it.each(casesOf<YamlCase>("yaml"))("$id is refused with a finding: $attack", async (attack) => {
    const result = await validateWorkflow(fileOf(attack), { file: "attack.yml", stepTypes: builtInSteps });
    const errors = result.findings.filter((finding) => finding.severity === "error");
    expect(result.ok).toBe(false);
    expect(errors.length).toBeGreaterThan(0);
    for (const finding of errors) {
      expect(finding.line).toBeGreaterThanOrEqual(1);
      expect(finding.message.length).toBeLessThan(2_000);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("a good file is not refused", async () => {
    const result = await validateWorkflow(`\uFEFFname: fine\n${GOOD_STEP}`, {
      file: "fine.yml",
      stepTypes: builtInSteps,
    });
    expect(result.ok).toBe(true);
  });
});
