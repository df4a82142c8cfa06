import type { RawMessageStreamEvent } from "@anthropic-ai/sdk/resources/messages";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { ContentBlock, ModelResponse, Usage } from "../../ports/model-provider.ts";

/** A block while its pieces arrive. */
interface Growing {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  text: string;
  signature: string;
}

/**
 * Puts a streamed answer together. An answer whose stream ends before `message_stop` is `model.bad_response` (transient), with the tokens
 * counted so far in `details.usage`: they are paid for.
 */
export async function assemble(
  events: AsyncIterable<RawMessageStreamEvent>,
  onText: ((text: string) => void) | undefined,
): Promise<Omit<ModelResponse, "provider" | "requestId">> {
  const blocks = new Map<number, Growing>();
  let model = "";
  let stopReason: string | null = null;
  let usage: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  let complete = false;
  let failure: unknown;
  try {
    for await (const event of events) {
      switch (event.type) {
        case "message_start":
          model = event.message.model;
          usage = mergeUsage(usage, event.message.usage);
          break;
        case "content_block_start":
          blocks.set(event.index, startBlock(event.content_block));
          break;
        case "content_block_delta":
          grow(blocks.get(event.index), event.delta, onText);
          break;
        case "message_delta":
          stopReason = event.delta.stop_reason;
          usage = mergeUsage(usage, event.usage);
          break;
        case "message_stop":
          complete = true;
          break;
        case "content_block_stop":
          break;
      }
    }
  } catch (thrown) {
    failure = thrown;
  }
  if (!complete || stopReason === null) throw brokenStream(usage, failure);
  return { model, content: [...blocks.values()].flatMap(finishBlock), stopReason: knownStop(stopReason), usage };
}

function startBlock(block: {
  type: string;
  id?: string;
  name?: string;
  text?: string;
  thinking?: string;
  data?: string;
}): Growing {
  return {
    type: block.type,
    id: block.id ?? "",
    name: block.name ?? "",
    text: block.text ?? block.thinking ?? block.data ?? "",
    signature: "",
  };
}

function grow(
  block: Growing | undefined,
  delta: { type: string; text?: string; partial_json?: string; thinking?: string; signature?: string },
  onText: ((text: string) => void) | undefined,
): void {
  if (block === undefined) return;
  block.text += delta.text ?? delta.partial_json ?? delta.thinking ?? "";
  block.signature += delta.signature ?? "";
  if (delta.type === "text_delta" && delta.text !== undefined) onText?.(delta.text);
}

function finishBlock(block: Growing): ContentBlock[] {
  switch (block.type) {
    case "text":
      // The API refuses empty text when it is sent back.
      return block.text === "" ? [] : [{ type: "text", text: block.text }];
    case "thinking":
      return [{ type: "thinking", thinking: block.text, signature: block.signature }];
    case "redacted_thinking":
      return [{ type: "redacted_thinking", data: block.text }];
    case "tool_use": {
      const input = parseObject(block.text === "" ? "{}" : block.text);
      return [
        {
          type: "tool_use",
          id: block.id,
          name: block.name,
          input: input ?? {},
          ...(input === undefined ? { malformed: block.text } : {}),
        },
      ];
    }
    default:
      return [];
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function mergeUsage(
  before: Usage,
  found: {
    input_tokens?: number | null;
    output_tokens?: number | null;
    cache_read_input_tokens?: number | null;
    cache_creation_input_tokens?: number | null;
  },
): Usage {
  return {
    input: found.input_tokens ?? before.input,
    output: found.output_tokens ?? before.output,
    cacheRead: found.cache_read_input_tokens ?? before.cacheRead,
    cacheWrite: found.cache_creation_input_tokens ?? before.cacheWrite,
  };
}

function knownStop(reason: string): ModelResponse["stopReason"] {
  switch (reason) {
    case "end_turn":
    case "tool_use":
    case "max_tokens":
    case "stop_sequence":
    case "refusal":
    case "pause_turn":
      return reason;
    case "model_context_window_exceeded":
      return "max_tokens";
    default:
      return "end_turn";
  }
}

function brokenStream(usage: Usage, cause: unknown): PawlError {
  const reason = cause instanceof Error ? cause.message : "it ended in the middle of a message";
  return new PawlError({
    code: "model.bad_response",
    kind: "transient",
    message: `The model's answer broke off: ${reason}`,
    remedy: "The request is sent again while the step's retries last.",
    details: { usage: { ...usage } },
    ...(cause === undefined ? {} : { cause }),
  });
}
