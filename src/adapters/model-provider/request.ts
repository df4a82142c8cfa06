import type {
  MessageCreateParamsStreaming,
  MessageParam,
  ContentBlockParam,
} from "@anthropic-ai/sdk/resources/messages";
import type { ContentBlock, Message, ModelRequest } from "../../ports/model-provider.ts";

const CACHED = { cache_control: { type: "ephemeral" } } as const;

/**
 * A request in the Messages API's own form. With caching, three of the four breakpoints the API allows are set: after the system text (which
 * covers the tools before it), and after the last two user messages, so that every turn of a loop reads the whole prefix of the turn before
 * and writes only what is new.
 */
export function requestParameters(request: ModelRequest, caching: boolean): MessageCreateParamsStreaming {
  const users = request.messages.flatMap((message, index) => (message.role === "user" ? [index] : []));
  const breakpoints = new Set(caching ? users.slice(-2) : []);
  return {
    model: request.model,
    max_tokens: request.maxTokens,
    stream: true,
    ...(request.system === "" ? {} : { system: [{ type: "text", text: request.system, ...(caching ? CACHED : {}) }] }),
    messages: request.messages.map((message, index) => messageParameter(message, breakpoints.has(index))),
    ...(request.tools.length === 0
      ? {}
      : {
          tools: request.tools.map(({ name, description, input_schema }) => ({
            name,
            description,
            input_schema: { type: "object" as const, ...input_schema },
          })),
        }),
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
  };
}

function messageParameter(message: Message, cached: boolean): MessageParam {
  const last = message.content.length - 1;
  return {
    role: message.role,
    content: message.content.map((block, index) => blockParameter(block, cached && index === last)),
  };
}

function blockParameter(block: ContentBlock, cached: boolean): ContentBlockParam {
  const mark = cached ? CACHED : {};
  switch (block.type) {
    case "text":
      return { type: "text", text: block.text, ...mark };
    case "tool_use":
      return { type: "tool_use", id: block.id, name: block.name, input: block.input };
    case "tool_result":
      return {
        type: "tool_result",
        tool_use_id: block.tool_use_id,
        content: block.content,
        ...(block.is_error === true ? { is_error: true } : {}),
        ...mark,
      };
    case "thinking":
      return { type: "thinking", thinking: block.thinking, signature: block.signature };
    default:
      return { type: "redacted_thinking", data: block.data };
  }
}
