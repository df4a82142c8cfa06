import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the Messages API got it. */
export interface MessagesRequest {
  readonly model: string;
  readonly system?: unknown;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly tools?: readonly { readonly name: string }[];
  readonly max_tokens: number;
  readonly stream?: boolean;
}

export type AnswerBlock =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "tool_use";
      readonly id: string;
      readonly name: string;
      readonly input: Readonly<Record<string, unknown>>;
    };

export interface AnswerUsage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly cache_creation_input_tokens?: number;
  readonly cache_read_input_tokens?: number;
}

/** What the model says next. */
export type Answer =
  | { readonly content: readonly AnswerBlock[]; readonly usage?: AnswerUsage; readonly stopReason?: string }
  /** An error as the API words it: https://docs.claude.com/en/api/errors */
  | {
      readonly status: number;
      readonly error: { readonly type: string; readonly message: string };
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 200 with a body that is no message. */
  | { readonly nonsense: string }
  /** The stream ends in the middle of its message. */
  | { readonly truncated: readonly AnswerBlock[] }
  /** Accepted, never answered: until the client gives up. */
  | { readonly silent: true };

/** Decides the answer from the whole conversation; `index` counts the requests from 0. May wait. */
export type Script = (request: MessagesRequest, index: number) => Answer | Promise<Answer>;

export interface MessagesApi {
  /** For `ANTHROPIC_BASE_URL`. */
  readonly url: string;
  readonly requests: readonly MessagesRequest[];
  /** Headers of each request, in the same order. */
  readonly headers: readonly Readonly<Record<string, string | readonly string[] | undefined>>[];
  readonly close: () => Promise<void>;
}

export const answers = {
  text: (text: string, usage?: AnswerUsage): Answer => ({
    content: [{ type: "text", text }],
    ...(usage === undefined ? {} : { usage }),
  }),
  /** Tool calls, with a sentence before them; ids are made from the name and place. */
  tools: (
    said: string,
    calls: readonly (readonly [name: string, input: Readonly<Record<string, unknown>>])[],
    usage?: AnswerUsage,
  ): Answer => ({
    content: [
      { type: "text", text: said },
      ...calls.map(([name, input], place) => ({
        type: "tool_use" as const,
        id: toolId(name, input, place),
        name,
        input,
      })),
    ],
    ...(usage === undefined ? {} : { usage }),
  }),
  rateLimited: (retryAfterSeconds = 0): Answer => ({
    status: 429,
    error: { type: "rate_limit_error", message: "Number of request tokens has exceeded your rate limit" },
    headers: { "retry-after": String(retryAfterSeconds) },
  }),
  overloaded: (): Answer => ({ status: 529, error: { type: "overloaded_error", message: "Overloaded" } }),
  unauthorized: (): Answer => ({ status: 401, error: { type: "authentication_error", message: "invalid x-api-key" } }),
  nonsense: (): Answer => ({ nonsense: "<html>upstream gateway says hello</html>" }),
};

/** Answers the listed turns in order; past the end the last one is given again. */
export function inOrder(turns: readonly Answer[]): Script {
  return (_request, index) => {
    const turn = turns[Math.min(index, turns.length - 1)];
    if (turn === undefined) throw new Error("a script needs at least one turn");
    return turn;
  };
}

/**
 * A Messages API that answers by script, over real HTTP and server-sent events. Every answer carries the header `x-pawl-model: scripted`,
 * by which a client knows, and must say, that no model was asked.
 *
 * https://docs.claude.com/en/api/messages · https://docs.claude.com/en/docs/build-with-claude/streaming
 */
export async function startMessagesApi(
  script: Script,
  options: { readonly apiKey?: string } = {},
): Promise<MessagesApi> {
  const requests: MessagesRequest[] = [];
  const headers: MessagesApi["headers"][number][] = [];
  const server = createServer((incoming, outgoing) => {
    const serve = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
      outgoing.setHeader("x-pawl-model", "scripted");
      const asked = parseRequest(Buffer.concat(chunks).toString());
      if (pathname === "/v1/messages/count_tokens" && asked !== undefined) {
        sendJson(outgoing, 200, { input_tokens: countTokens(asked) });
        return;
      }
      if (incoming.method !== "POST" || pathname !== "/v1/messages") {
        sendJson(outgoing, 404, { type: "error", error: { type: "not_found_error", message: "Not found" } });
        return;
      }
      // The official client sends the key as a bearer token; older ones as x-api-key. The API takes either.
      const key = incoming.headers["x-api-key"] ?? incoming.headers.authorization?.replace(/^bearer /i, "");
      if (options.apiKey !== undefined && key !== options.apiKey) {
        await send(outgoing, answers.unauthorized(), undefined, 0);
        return;
      }
      if (asked === undefined) {
        const error = { type: "invalid_request_error", message: "messages: Field required" };
        await send(outgoing, { status: 400, error }, undefined, 0);
        return;
      }
      const index = requests.push(asked) - 1;
      headers.push(incoming.headers);
      await send(outgoing, await script(asked, index), asked, index);
    };
    serve().catch((thrown: unknown) => {
      if (!outgoing.headersSent)
        sendJson(outgoing, 500, { type: "error", error: { type: "api_error", message: String(thrown) } });
      outgoing.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    headers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** All text of a message's content, whatever its blocks. */
export function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((block: { text?: unknown; content?: unknown }) =>
      typeof block.text === "string" ? block.text : textOf(block.content),
    )
    .join("\n");
}

async function send(
  outgoing: ServerResponse,
  answer: Answer,
  asked: MessagesRequest | undefined,
  index: number,
): Promise<void> {
  outgoing.setHeader("request-id", `req_scripted_${index + 1}`);
  if ("silent" in answer) {
    await new Promise((resolve) => outgoing.on("close", resolve));
    return;
  }
  if ("status" in answer) {
    for (const [name, value] of Object.entries(answer.headers ?? {})) outgoing.setHeader(name, value);
    sendJson(outgoing, answer.status, { type: "error", error: answer.error, request_id: `req_scripted_${index + 1}` });
    return;
  }
  if ("nonsense" in answer) {
    outgoing
      .writeHead(200, { "content-type": asked?.stream === true ? "text/event-stream" : "application/json" })
      .end(answer.nonsense);
    return;
  }
  const content = "truncated" in answer ? answer.truncated : answer.content;
  const stop = content.some((block) => block.type === "tool_use") ? "tool_use" : "end_turn";
  const message = {
    id: `msg_scripted_${index + 1}`,
    type: "message",
    role: "assistant",
    model: asked?.model,
    content,
    stop_reason: "truncated" in answer ? stop : (answer.stopReason ?? stop),
    stop_sequence: null,
    usage: usageOf(asked, content, "truncated" in answer ? undefined : answer.usage),
  };
  if (asked?.stream !== true) {
    sendJson(outgoing, 200, message);
    return;
  }
  outgoing.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const event = (type: string, data: Readonly<Record<string, unknown>>): void => {
    outgoing.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  };
  event("message_start", {
    message: { ...message, content: [], stop_reason: null, usage: { ...message.usage, output_tokens: 1 } },
  });
  event("ping", {});
  for (const [place, block] of content.entries()) {
    const empty = block.type === "text" ? { type: "text", text: "" } : { ...block, input: {} };
    event("content_block_start", { index: place, content_block: empty });
    for (const part of pieces(block.type === "text" ? block.text : JSON.stringify(block.input))) {
      const delta =
        block.type === "text" ? { type: "text_delta", text: part } : { type: "input_json_delta", partial_json: part };
      event("content_block_delta", { index: place, delta });
      if ("truncated" in answer) {
        outgoing.destroy();
        return;
      }
    }
    event("content_block_stop", { index: place });
  }
  const delta = { stop_reason: message.stop_reason, stop_sequence: null };
  event("message_delta", { delta, usage: { output_tokens: message.usage.output_tokens } });
  event("message_stop", {});
  outgoing.end();
}

/** Counts as a model with prompt caching does: what an earlier request sent is read from the cache, the newest message is written to it. */
function usageOf(
  asked: MessagesRequest | undefined,
  content: readonly AnswerBlock[],
  given: AnswerUsage | undefined,
): Required<AnswerUsage> {
  const past = asked === undefined ? 0 : countTokens({ ...asked, messages: asked.messages.slice(0, -1) });
  const all = asked === undefined ? 0 : countTokens(asked);
  const first = (asked?.messages.length ?? 0) <= 1;
  return {
    input_tokens: given?.input_tokens ?? 8,
    output_tokens: given?.output_tokens ?? Math.ceil(JSON.stringify(content).length / 4),
    cache_creation_input_tokens: given?.cache_creation_input_tokens ?? (first ? all : all - past),
    cache_read_input_tokens: given?.cache_read_input_tokens ?? (first ? 0 : past),
  };
}

/** About four characters a token. */
function countTokens(asked: MessagesRequest): number {
  return Math.ceil(JSON.stringify([asked.system, asked.tools, asked.messages]).length / 4);
}

function parseRequest(text: string): MessagesRequest | undefined {
  try {
    const value = JSON.parse(text) as Partial<MessagesRequest>;
    return Array.isArray(value.messages) && typeof value.model === "string" ? (value as MessagesRequest) : undefined;
  } catch {
    return undefined;
  }
}

/** Two or three parts, as a stream splits words and JSON at any place. */
function pieces(text: string): readonly string[] {
  const size = Math.max(1, Math.ceil(text.length / 3));
  return text === ""
    ? [""]
    : Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
}

function toolId(name: string, input: unknown, place: number): string {
  const mark = Buffer.from(JSON.stringify(input)).reduce((sum, byte) => (sum * 31 + byte) % 0xffff_ffff, place + 7);
  return `toolu_${name}_${mark.toString(36)}_${place}`;
}

function sendJson(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
