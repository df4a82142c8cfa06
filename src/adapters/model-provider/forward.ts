import type { RawRequest, RawResponse } from "../../ports/model-provider.ts";
import { modelError } from "./errors.ts";
import { APIConnectionError } from "@anthropic-ai/sdk";

/** Headers of the other program's request that mean something to the API; its own key is none of them. */
const PASSED_ON = ["content-type", "accept", "anthropic-version", "anthropic-beta"];
/** Headers of the answer that mean something to the program. Lengths and encodings are left to this side's connection. */
const PASSED_BACK = /^(?:content-type|request-id|retry-after|retry-after-ms|x-should-retry|x-pawl-model|anthropic-.*)$/;

/** Sends a request on with our key. Throws as `ModelProvider.forward` says. */
export async function forwardRequest(
  request: RawRequest,
  to: { readonly baseUrl: string; readonly apiKey: string },
  signal: AbortSignal,
): Promise<Omit<RawResponse, "provider">> {
  const headers = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = request.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  let response: Response;
  try {
    response = await fetch(`${to.baseUrl.replace(/\/$/, "")}${request.path}`, {
      method: request.method,
      headers: { ...headers, authorization: `Bearer ${to.apiKey}` },
      ...(request.method === "GET" || request.method === "HEAD" ? {} : { body: Buffer.from(request.body) }),
      signal,
      redirect: "error",
    });
  } catch (thrown) {
    throw modelError(
      new APIConnectionError({ cause: thrown instanceof Error ? thrown : new Error(String(thrown)) }),
      "",
      signal,
    );
  }
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => PASSED_BACK.test(name))),
    body: response.body ?? emptyBody(),
  };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
