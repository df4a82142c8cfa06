import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import { createLocalEngine } from "../../src/wiring/local.ts";
import { answers, inOrder, startMessagesApi } from "../peers/messages-api.ts";
import { step, workflow } from "./stage.ts";

const quiet = (): void => undefined;

/** One run of a fixing agent in a work tree of its own, with this environment. */
async function run(
  root: string,
  name: string,
  env: Readonly<Record<string, string>>,
  prompt = "Fix it.",
): Promise<{ readonly view: RunView; readonly text: string }> {
  const workspace = path.join(root, name);
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, "sum.js"), "exports.sum = (a, b) => a - b;\n");
  execFileSync("git", ["init", "-q", workspace]);
  await using local = await createLocalEngine({
    workspace,
    stateDirectory: path.join(root, `${name}-state`),
    env: { PATH: process.env["PATH"], ...env },
    log: { info: quiet, warning: quiet, error: quiet, debug: quiet },
  });
  const view = await local.engine.run({
    workflow: workflow([step("fix", "claude", { config: { prompt } })]),
    inputs: {},
  });
  return { view, text: readFileSync(path.join(workspace, "sum.js"), "utf8") };
}

test("a recorded run is played again on another machine, without server and key, and says that it is scripted", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-recording-run-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = path.join(root, "talk.jsonl");
  const api = await startMessagesApi(
    inOrder([
      answers.tools("Fix.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a + b" }]]),
      answers.text("Now it adds."),
    ]),
  );
  const first = await run(root, "first", {
    ANTHROPIC_API_KEY: "key-of-the-test",
    ANTHROPIC_BASE_URL: api.url,
    PAWL_MODEL_RECORD: file,
  });
  await api.close();
  expect(first.view.status).toBe("completed");
  expect(readFileSync(file, "utf8")).not.toContain("key-of-the-test");

  const second = await run(root, "second", { PAWL_MODEL_REPLAY: file });
  expect(second.view.error).toBeUndefined();
  expect(second.text).toBe("exports.sum = (a, b) => a + b;\n");
  expect(second.view.steps["fix"]).toMatchObject({
    outputs: { text: "Now it adds." },
    evidence: { provider: "scripted" },
  });

  const other = await run(root, "third", { PAWL_MODEL_REPLAY: file }, "Fix something else.");
  expect(other.view.steps["fix"]?.error).toMatchObject({
    code: "model.unexpected_request",
    message: expect.stringContaining('was recorded as "Fix it." and is "Fix something else."'),
  });
});
