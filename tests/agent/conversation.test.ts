import { expect, test } from "vitest";
import { answers, inOrder } from "../peers/messages-api.ts";
import { agentStage, verify } from "./stage.ts";

const wrongFix = answers.tools("I see a sign.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a * b" }]]);
const rightFix = answers.tools("It must add.", [["edit", { path: "sum.js", old_text: "a * b", new_text: "a + b" }]]);

test("fixes a bug: reads, edits, is told what failed, corrects itself, and says what it cost", async () => {
  await using stage = await agentStage(
    inOrder([
      answers.tools("Let me look.", [
        ["read", { path: "sum.js" }],
        ["bash", { command: "node --test test.js" }],
      ]),
      wrongFix,
      answers.text("Done."),
      rightFix,
      answers.text("Now it adds."),
    ]),
  );
  const { view, step, data } = await stage.agent({ prompt: "Make the tests pass." }, { bodies: verify });
  expect(view.error).toBeUndefined();
  expect(view.status).toBe("completed");
  expect(stage.read("sum.js")).toBe("exports.sum = (a, b) => a + b;\n");
  expect(step.outputs).toMatchObject({ text: "Now it adds.", changed_files: ["sum.js"], turns: 5 });
  expect(step.evidence).toMatchObject({
    provider: "scripted",
    verify_rounds: 2,
    tool_calls: { read: 1, bash: 1, edit: 2 },
  });
  expect(view.steps["fix/verify-1/tests"]?.status).toBe("failed");
  expect(view.steps["fix/verify-2/tests"]?.status).toBe("completed");
  expect(stage.api.requests).toHaveLength(5);
  expect(JSON.stringify(stage.api.requests[3]?.messages.at(-1))).toContain("6 !== 5");
  expect(data("budget.settled")).toHaveLength(5);
  expect(view.cost.usd).toBeGreaterThan(0);
});
