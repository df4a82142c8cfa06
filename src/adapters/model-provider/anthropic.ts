import { Anthropic, APIError } from "@anthropic-ai/sdk";
import type { Log } from "../../ports/log.ts";
import type { ModelProvider, ModelRequest, ModelResponse } from "../../ports/model-provider.ts";
import { assemble } from "./assemble.ts";
import { modelError } from "./errors.ts";
import { forwardRequest } from "./forward.ts";
import { createRateLimitGate } from "./rate-limits.ts";
import { requestParameters } from "./request.ts";

/** The header by which a scripted Messages API (the demo, the tests) says that no model answered. */
const MODEL_HEADER = "x-pawl-model";
/** A connection that says nothing for this long is given up. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;

export interface AnthropicOptions {
  readonly apiKey: string;
  /** As `ANTHROPIC_BASE_URL`; Anthropic's own API by default. */
  readonly baseUrl?: string;
  readonly log: Log;
  /** Whether prompt prefixes are marked for caching; true by default. */
  readonly promptCaching?: boolean;
}

/**
 * Claude through the official SDK: streaming, prompt caching, rate-limit headers respected across everything that shares this provider.
 * It doesn't retry by itself: what happens after a failed request is the agent's decision, because it is money.
 */
export function createAnthropicProvider(options: AnthropicOptions): ModelProvider {
  const client = new Anthropic({
    apiKey: options.apiKey,
    // Without these the SDK would look for other credentials in the environment and in the home directory.
    authToken: null,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    maxRetries: 0,
    timeout: REQUEST_TIMEOUT_MS,
    logLevel: "off",
  });
  const gate = createRateLimitGate(options.log);
  let name = "anthropic";

  return {
    endpoint: client.baseURL,
    get name() {
      return name;
    },
    async forward(request, signal) {
      await gate.enter(signal);
      const answer = await forwardRequest(request, { baseUrl: client.baseURL, apiKey: options.apiKey }, signal);
      const headers = new Headers(answer.headers);
      gate.observe(headers, answer.status);
      name = headers.get(MODEL_HEADER) === "scripted" ? "scripted" : "anthropic";
      return { ...answer, provider: name };
    },
    async send(request: ModelRequest, stream): Promise<ModelResponse> {
      await gate.enter(stream.signal);
      let provider = name;
      try {
        const {
          data,
          response,
          request_id: requestId,
        } = await client.messages
          .create(
            requestParameters(request, options.promptCaching ?? true),
            stream.signal === undefined ? {} : { signal: stream.signal },
          )
          .withResponse();
        provider = response.headers.get(MODEL_HEADER) === "scripted" ? "scripted" : "anthropic";
        name = provider;
        gate.observe(response.headers);
        const assembled = await assemble(data, stream.onText);
        return { ...assembled, provider, ...(requestId == null ? {} : { requestId }) };
      } catch (thrown) {
        if (thrown instanceof APIError && thrown.headers !== undefined) gate.observe(thrown.headers, thrown.status);
        throw modelError(thrown, request.model, stream.signal);
      }
    },
  };
}
