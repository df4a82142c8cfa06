import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppParts } from "./parts.ts";

/** No event Pawl subscribes to comes near this; GitHub's own limit is 25 MB. In bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Reads a body up to a limit; undefined when it is longer. The connection of a longer one is closed. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The door webhooks come in by (G9): checks size and signature, keeps the delivery durably, answers 202, and only then lets anybody work on it.
 * A delivery that is known already gets the same answer. Nothing is parsed before the signature holds.
 */
export async function receiveWebhook(
  parts: Pick<AppParts, "inbox" | "wake">,
  verify: (payload: string, signature: string) => Promise<boolean>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, message: string): void => {
    response.writeHead(status, { "content-type": "text/plain", ...(status === 413 ? { connection: "close" } : {}) });
    response.end(message);
  };
  const id = header(request, "x-github-delivery");
  const event = header(request, "x-github-event");
  const signature = header(request, "x-hub-signature-256");
  if (id === undefined || event === undefined || !/^[\w-]{1,100}$/.test(id) || !/^[a-z_]{1,60}$/.test(event)) {
    return end(400, "not a GitHub delivery");
  }
  if (signature === undefined) return end(401, "the delivery isn't signed");
  if (!/^application\/json(?:;|$)/i.test(header(request, "content-type") ?? "")) {
    return end(415, "set the webhook's content type to application/json");
  }
  const body = await readBody(request, MOST_BYTES);
  if (body === undefined) return end(413, "the delivery is too large");
  let payload: string;
  try {
    payload = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return end(400, "the delivery is not UTF-8");
  }
  if (!(await verify(payload, signature))) return end(401, "the signature doesn't match");
  try {
    const parsed: unknown = JSON.parse(payload);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
      return end(400, "the delivery is no JSON object");
  } catch {
    return end(400, "the delivery is not JSON");
  }
  await parts.inbox.keep({ id, event, payload });
  end(202, "kept");
  parts.wake();
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
