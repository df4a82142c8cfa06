import type { JsonObject } from "../kernel/json.ts";

export type ContentBlock =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "tool_use";
      readonly id: string;
      readonly name: string;
      readonly input: JsonObject;
      /** The input as the model wrote it, when it was no JSON object; `input` is empty then. */
      readonly malformed?: string;
    }
  | {
      readonly type: "tool_result";
      readonly tool_use_id: string;
      readonly content: string;
      readonly is_error?: boolean;
    }
  | { readonly type: "thinking"; readonly thinking: string; readonly signature: string }
  | { readonly type: "redacted_thinking"; readonly data: string };

export interface Message {
  readonly role: "user" | "assistant";
  readonly content: readonly ContentBlock[];
}

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly input_schema: JsonObject;
}

export interface ModelRequest {
  readonly model: string;
  readonly system: string;
  readonly messages: readonly Message[];
  readonly tools: readonly ToolSpec[];
  readonly maxTokens: number;
  readonly temperature?: number;
}

/** Tokens as the Messages API counts them. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** How many of `cacheWrite` are kept for an hour instead of five minutes. */
  readonly cacheWriteLong?: number;
}

export interface ModelResponse {
  readonly model: string;
  /** Who answered this request: `anthropic`, or `scripted`. */
  readonly provider: string;
  readonly content: readonly ContentBlock[];
  readonly stopReason: "end_turn" | "tool_use" | "max_tokens" | "stop_sequence" | "refusal" | "pause_turn";
  readonly usage: Usage;
  /** The provider's request id, for support. */
  readonly requestId?: string;
}

export interface ModelStream {
  readonly onText?: (text: string) => void;
  readonly signal?: AbortSignal;
}

export interface RawRequest {
  readonly method: string;
  /** Path and query: `/v1/messages?beta=true`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** `anthropic`, or `scripted`. */
  readonly provider: string;
}

/**
 * Where agent turns come from (A7, A8). Errors are PawlErrors: `model.no_key`, `model.auth`, `model.overloaded`, `model.rate_limited`,
 * `model.invalid_request`, `model.unreachable`, `model.bad_response`; the retryable ones are transient and carry `retryAfterMs`.
 */
export interface ModelProvider {
  /** `anthropic`, or `scripted` where answers are recorded; shown wherever a result of it is. */
  readonly name: string;
  /** Where requests go, for cache keys: an answer of a scripted server never stands in for a model's. */
  readonly endpoint?: string;
  send(request: ModelRequest, stream: ModelStream): Promise<ModelResponse>;
  /**
   * Passes on a request that another program (Claude Code) made in the provider's own protocol, with our key, which that program never sees.
   * The answer is the provider's as it stands, an error's status included; throws `model.unreachable` or `model.cancelled`.
   */
  forward?(request: RawRequest, signal: AbortSignal): Promise<RawResponse>;
}
