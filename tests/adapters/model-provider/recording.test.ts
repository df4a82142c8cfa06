import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAnthropicProvider } from "../../../src/adapters/model-provider/anthropic.ts";
import { recordingProvider, replayProvider } from "../../../src/adapters/model-provider/recording.ts";
import { createRedactor } from "../../../src/adapters/redactor/redactor.ts";
import type { ModelRequest } from "../../../src/ports/model-provider.ts";
import { answers, inOrder, startMessagesApi } from "../../peers/messages-api.ts";

const quiet = (): void => undefined;
const log = { info: quiet, warning: quiet, error: quiet, debug: quiet };
const ask = (text: string): ModelRequest => ({
  model: "claude-sonnet-5-5",
  system: "s",
  messages: [{ role: "user", content: [{ type: "text", text }] }],
  tools: [],
  maxTokens: 10,
});

let directory = "";
let file = "";
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "pawl-recording-test-"));
  file = path.join(directory, "talk.jsonl");
});
afterEach(() => rmSync(directory, { recursive: true }));

async function record(secret = "other-words"): Promise<void> {
  const api = await startMessagesApi(inOrder([answers.text(`first ${secret}`), answers.text("second")]));
  const redactor = createRedactor(secret.startsWith("gh") ? [secret] : []);
  const provider = recordingProvider(
    createAnthropicProvider({ apiKey: "k", baseUrl: api.url, log }),
    file,
    (exchange) => redactor.redactJson(exchange),
  );
  await provider.send(ask("one"), {});
  await provider.send(ask("two"), {});
  await api.close();
}

test("a recorded conversation is answered again, without a server, as scripted", async () => {
  await record();
  const replay = await replayProvider(file);
  let shown = "";
  const first = await replay.send(ask("one"), { onText: (text) => (shown += text) });
  expect(first).toMatchObject({ provider: "scripted", content: [{ type: "text", text: "first other-words" }] });
  expect(shown).toBe("first other-words");
  expect((await replay.send(ask("two"), {})).usage.output).toBeGreaterThan(0);
});

test("a request that differs is refused, and the difference is shown", async () => {
  await record();
  const replay = await replayProvider(file);
  await expect(replay.send(ask("another one"), {})).rejects.toMatchObject({
    code: "model.unexpected_request",
    message: expect.stringContaining('request.messages[0].content[0].text was recorded as "one" and is "another one"'),
  });
});

test("a request after the last one is refused", async () => {
  await record();
  const replay = await replayProvider(file);
  await replay.send(ask("one"), {});
  await replay.send(ask("two"), {});
  await expect(replay.send(ask("three"), {})).rejects.toMatchObject({
    code: "model.unexpected_request",
    message: expect.stringContaining("request 3"),
  });
});

test("secrets don't get into a recording", async () => {
  const secret = ["gh", "s_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("");
  await record(secret);
  expect(readFileSync(file, "utf8")).not.toContain(secret.slice(8, 20));
});

test("a recording that can't be read is named", async () => {
  writeFileSync(file, "{broken\n");
  await expect(replayProvider(file)).rejects.toMatchObject({
    code: "model.bad_recording",
    message: expect.stringContaining(file),
  });
  await expect(replayProvider(path.join(directory, "none"))).rejects.toMatchObject({ code: "model.bad_recording" });
});
