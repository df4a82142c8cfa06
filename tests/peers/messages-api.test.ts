import Anthropic from "@anthropic-ai/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, inOrder, startMessagesApi, type MessagesApi } from "./messages-api.ts";

let api: MessagesApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const request = {
  model: "claude-sonnet-5",
  max_tokens: 100,
  messages: [{ role: "user" as const, content: "Read the test." }],
};
function client(url: string, maxRetries = 0): Anthropic {
  return new Anthropic({ apiKey: "key", baseURL: url, maxRetries });
}

describe("the scripted Messages API", () => {
  it("streams text and tool calls that the official client puts together again", async () => {
    api = await startMessagesApi(inOrder([answers.tools("I read it.", [["read", { path: "test/a.test.js" }]])]));
    const stream = client(api.url).messages.stream(request);
    const message = await stream.finalMessage();
    expect(message.stop_reason).toBe("tool_use");
    expect(message.content).toMatchObject([
      { type: "text", text: "I read it." },
      { type: "tool_use", name: "read", input: { path: "test/a.test.js" } },
    ]);
    expect(message.usage.cache_creation_input_tokens).toBeGreaterThan(0);
    expect((await stream.withResponse()).response.headers.get("x-pawl-model")).toBe("scripted");
  });

  it("counts what came before as read from the cache", async () => {
    api = await startMessagesApi(inOrder([answers.text("one"), answers.text("two")]));
    const first = await client(api.url).messages.create(request);
    expect(first.usage.cache_read_input_tokens).toBe(0);
    const more = [...request.messages, { role: "assistant" as const, content: "one" }, ...request.messages];
    const second = await client(api.url).messages.create({ ...request, messages: more });
    expect(second.usage.cache_read_input_tokens).toBeGreaterThan(0);
  });

  it("answers 429 with retry-after and 529 so that the client tries again", async () => {
    api = await startMessagesApi(inOrder([answers.rateLimited(0), answers.overloaded(), answers.text("at last")]));
    const message = await client(api.url, 2).messages.create(request);
    expect(message.content).toMatchObject([{ text: "at last" }]);
    expect(api.requests).toHaveLength(3);
  });

  it("can send nonsense and break off in the middle of a message", async () => {
    api = await startMessagesApi(
      inOrder([answers.nonsense(), { truncated: [{ type: "text", text: "I was about to" }] }]),
    );
    const url = api.url;
    await expect(client(url).messages.stream(request).finalMessage()).rejects.toThrow(/without|message/i);
    await expect(client(url).messages.stream(request).finalMessage()).rejects.toThrow(/terminated|ended|connection/i);
  });

  it("takes the key as the official client sends it", async () => {
    api = await startMessagesApi(inOrder([answers.text("hello")]), { apiKey: "key" });
    expect((await client(api.url).messages.create(request)).content).toMatchObject([{ text: "hello" }]);
  });

  it("refuses a wrong key with 401", async () => {
    api = await startMessagesApi(inOrder([answers.text("never")]), { apiKey: "another" });
    await expect(client(api.url).messages.create(request)).rejects.toMatchObject({ status: 401 });
    expect(api.requests).toHaveLength(0);
  });
});
