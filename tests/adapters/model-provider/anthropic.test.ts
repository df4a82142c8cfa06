import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { createAnthropicProvider } from "../../../src/adapters/model-provider/anthropic.ts";
import type { Message, ModelProvider, ModelRequest } from "../../../src/ports/model-provider.ts";
import { answers, inOrder, type Script, startMessagesApi } from "../../peers/messages-api.ts";

const quiet = (): void => undefined;
const log = { info: quiet, warning: quiet, error: quiet, debug: quiet };
const user = (text: string): Message => ({ role: "user", content: [{ type: "text", text }] });
const request: ModelRequest = {
  model: "claude-sonnet-5-5",
  system: "be brief",
  messages: [user("hello")],
  tools: [
    { name: "read", description: "reads", input_schema: { type: "object", properties: { path: { type: "string" } } } },
  ],
  maxTokens: 100,
};

async function withApi<T>(
  script: Script,
  use: (provider: ModelProvider, api: Awaited<ReturnType<typeof startMessagesApi>>) => Promise<T>,
  options: { promptCaching?: boolean } = {},
): Promise<T> {
  const api = await startMessagesApi(script);
  try {
    return await use(createAnthropicProvider({ apiKey: "right", baseUrl: api.url, log, ...options }), api);
  } finally {
    await api.close();
  }
}

/** Serves one answer byte for byte. */
async function withRaw<T>(body: string, use: (provider: ModelProvider) => Promise<T>, status = 200): Promise<T> {
  const server = createServer((_, response) =>
    response.writeHead(status, { "content-type": "text/event-stream" }).end(body),
  );
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  try {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return await use(createAnthropicProvider({ apiKey: "k", baseUrl, log }));
  } finally {
    server.close();
  }
}

const event = (type: string, data: object): string => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;

test("streams text, gives tool calls, usage and the request's id, and says when no model answered", async () => {
  await withApi(
    inOrder([
      answers.tools("Let me read it.", [["read", { path: "a" }]], {
        input_tokens: 5,
        output_tokens: 7,
        cache_read_input_tokens: 11,
        cache_creation_input_tokens: 13,
      }),
    ]),
    async (provider) => {
      expect(provider.name).toBe("anthropic");
      let shown = "";
      const answer = await provider.send(request, { onText: (text) => (shown += text) });
      expect(shown).toBe("Let me read it.");
      expect(answer).toMatchObject({
        provider: "scripted",
        model: "claude-sonnet-5-5",
        stopReason: "tool_use",
        usage: { input: 5, output: 7, cacheRead: 11, cacheWrite: 13 },
        requestId: "req_scripted_1",
        content: [
          { type: "text", text: "Let me read it." },
          { type: "tool_use", name: "read", input: { path: "a" } },
        ],
      });
      expect(provider.name).toBe("scripted");
    },
  );
});

test("marks the system text and the last two user messages for caching, and nothing when caching is off", async () => {
  const messages: Message[] = [
    user("one"),
    { role: "assistant", content: [{ type: "tool_use", id: "t1", name: "read", input: {} }] },
    {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: "t1", content: "r1" },
        { type: "text", text: "and" },
      ],
    },
    { role: "assistant", content: [{ type: "tool_use", id: "t2", name: "read", input: {} }] },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "t2", content: "r2" }] },
  ];
  const marked = async (promptCaching: boolean): Promise<string[]> =>
    withApi(
      inOrder([answers.text("ok")]),
      async (provider, api) => {
        await provider.send({ ...request, messages }, {});
        const sent = api.requests[0];
        const found: string[] = [];
        JSON.stringify({ system: sent?.system, messages: sent?.messages }, (_, value: unknown) => {
          if (typeof value === "object" && value !== null && "cache_control" in value)
            found.push(JSON.stringify(value).slice(0, 60));
          return value;
        });
        return found;
      },
      { promptCaching },
    );
  expect(await marked(true)).toEqual([
    expect.stringContaining("be brief"),
    expect.stringContaining('"text":"and"'),
    expect.stringContaining("t2"),
  ]);
  expect(await marked(false)).toEqual([]);
});

describe("what goes wrong", () => {
  test.each([
    [answers.unauthorized(), { code: "model.auth", kind: "permanent" }],
    [answers.rateLimited(7), { code: "model.rate_limited", kind: "transient", retryAfterMs: 7_000 }],
    [answers.overloaded(), { code: "model.overloaded", kind: "transient" }],
    [answers.nonsense(), { code: "model.bad_response", kind: "transient" }],
    [
      { status: 400, error: { type: "invalid_request_error", message: "no" } },
      { code: "model.invalid_request", kind: "permanent" },
    ],
    [
      { status: 404, error: { type: "not_found_error", message: "model" } },
      { code: "model.unknown", kind: "permanent" },
    ],
    [
      { status: 500, error: { type: "api_error", message: "oops" } },
      { code: "model.unavailable", kind: "transient" },
    ],
  ] as const)("%j is told apart", async (answer, expected) => {
    await withApi(inOrder([answer]), async (provider, api) => {
      await expect(provider.send(request, {})).rejects.toMatchObject(expected);
      // Trying again is the agent's decision: it is money.
      expect(api.requests).toHaveLength(1);
    });
  });

  test("an answer that breaks off says how many tokens were counted until then: they are paid for", async () => {
    const usage = { input_tokens: 40, output_tokens: 1, cache_read_input_tokens: 2 };
    const body = [
      event("message_start", {
        message: { id: "m", type: "message", role: "assistant", model: "x", content: [], stop_reason: null, usage },
      }),
      event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
      event("content_block_delta", { index: 0, delta: { type: "text_delta", text: "half an ans" } }),
    ].join("");
    await expect(withRaw(body, (provider) => provider.send(request, {}))).rejects.toMatchObject({
      code: "model.bad_response",
      kind: "transient",
      details: { usage: { input: 40, output: 1, cacheRead: 2, cacheWrite: 0 } },
    });
  });

  test("a connection that is cut while the answer comes", async () => {
    await withApi(inOrder([{ truncated: [{ type: "text", text: "half an answer" }] }]), async (provider) => {
      await expect(provider.send(request, {})).rejects.toMatchObject({ kind: "transient" });
    });
  });

  test("a server that isn't there", async () => {
    const provider = createAnthropicProvider({ apiKey: "k", baseUrl: "http://127.0.0.1:9", log });
    await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.unreachable", kind: "transient" });
  });

  test("a cancelled request", async () => {
    await withApi(inOrder([{ silent: true }]), async (provider, api) => {
      const abort = new AbortController();
      const sent = provider.send(request, { signal: abort.signal });
      await expect.poll(() => api.requests.length).toBe(1);
      abort.abort();
      await expect(sent).rejects.toMatchObject({ kind: "cancelled" });
    });
  });

  test("tool input that is no JSON is kept as it was written", async () => {
    const usage = { input_tokens: 1, output_tokens: 1 };
    const body = [
      event("message_start", {
        message: { id: "m", type: "message", role: "assistant", model: "x", content: [], stop_reason: null, usage },
      }),
      event("content_block_start", { index: 0, content_block: { type: "tool_use", id: "t", name: "read", input: {} } }),
      event("content_block_delta", { index: 0, delta: { type: "input_json_delta", partial_json: '{"path": "a' } }),
      event("content_block_stop", { index: 0 }),
      event("message_delta", { delta: { stop_reason: "tool_use" }, usage }),
      event("message_stop", {}),
    ].join("");
    const answer = await withRaw(body, (provider) => provider.send(request, {}));
    expect(answer.content).toEqual([{ type: "tool_use", id: "t", name: "read", input: {}, malformed: '{"path": "a' }]);
  });

  test("an error in the middle of a stream", async () => {
    const body = event("error", { error: { type: "overloaded_error", message: "Overloaded" } });
    await expect(withRaw(body, (provider) => provider.send(request, {}))).rejects.toMatchObject({ kind: "transient" });
  });

  test.each([
    "event: message_start\ndata: {\n\n",
    "data: [1]\n\n",
    "\u0000\u0001\u0002",
    'event: message_stop\ndata: {"type":"message_stop"}\n\n',
  ])("bytes that are no answer: %j", async (body) => {
    await expect(withRaw(body, (provider) => provider.send(request, {}))).rejects.toMatchObject({
      code: "model.bad_response",
      kind: "transient",
    });
  });
});

describe("rate limits", () => {
  test("a pause that was asked for holds every request that shares the provider", async () => {
    const limited = {
      status: 429,
      error: { type: "rate_limit_error", message: "slow down" },
      headers: { "retry-after-ms": "300" },
    };
    await withApi(inOrder([limited, answers.text("ok")]), async (provider, api) => {
      await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.rate_limited", retryAfterMs: 300 });
      const before = performance.now();
      const sent = [provider.send(request, {}), provider.send(request, {})];
      expect(api.requests).toHaveLength(1);
      await Promise.all(sent);
      expect(performance.now() - before).toBeGreaterThan(200);
    });
  });

  test("a long pause isn't waited for: the request fails at once and says when to come back", async () => {
    await withApi(inOrder([answers.rateLimited(3_600)]), async (provider, api) => {
      await expect(provider.send(request, {})).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
      await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.rate_limited", kind: "transient" });
      expect(api.requests).toHaveLength(1);
    });
  });

  test("an answer that says nothing is left until a time is believed", async () => {
    const reset = new Date(Date.now() + 3_600_000).toISOString();
    const last = {
      status: 500,
      error: { type: "api_error", message: "x" },
      headers: { "anthropic-ratelimit-input-tokens-remaining": "0", "anthropic-ratelimit-input-tokens-reset": reset },
    };
    await withApi(inOrder([last]), async (provider) => {
      await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.unavailable" });
      await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.rate_limited" });
    });
  });

  test("waiting ends when the step is cancelled", async () => {
    const limited = {
      status: 429,
      error: { type: "rate_limit_error", message: "x" },
      headers: { "retry-after": "60" },
    };
    await withApi(inOrder([limited]), async (provider) => {
      await expect(provider.send(request, {})).rejects.toMatchObject({ code: "model.rate_limited" });
      await expect(provider.send(request, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: "AbortError",
      });
    });
  });
});
