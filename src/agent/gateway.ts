import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import type { TokenCost } from "../engine/events.ts";
import type { Reservation, StepContext } from "../engine/step.ts";
import type { RawResponse, Usage } from "../ports/model-provider.ts";
import { modelBreaker } from "./model-breaker.ts";
import { addCost, costOf, NO_COST, worstCaseOfBytes } from "./prices.ts";
import { UsageReader } from "./usage-reader.ts";

const LARGEST_BODY = 32 * 1024 * 1024;

/** The model as another program reaches it: an address on loopback, and a key that is good for nothing else. */
export interface Gateway extends AsyncDisposable {
  readonly port: number;
  readonly token: string;
  /** What went through so far. */
  readonly cost: () => TokenCost;
  readonly provider: () => string;
  /** The budget or policy error that stopped a request, if one did: what the program says about it is not to be relied on. */
  readonly refusal: () => PawlError | undefined;
}

/**
 * Stands between a program and the model (S2, R10): it adds the key, which the program never sees, and sets the worst case of each request
 * aside before it leaves, as our own loop does. A request that doesn't fit the budget gets an error that the program doesn't retry.
 */
export async function openGateway(context: StepContext, model: string): Promise<Gateway> {
  const provider = await context.models(model);
  const forward = provider.forward?.bind(provider);
  if (forward === undefined) {
    throw new PawlError({
      code: "model.no_gateway",
      kind: "permanent",
      message: `The model provider ${provider.name} can't serve another program`,
      remedy: "Use a claude step instead.",
    });
  }
  const token = `pawl-${randomBytes(24).toString("hex")}`;
  let cost = NO_COST;
  let answeredBy = provider.name;
  let refusal: PawlError | undefined;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isAllowed(request, token)) return sendError(response, 401, "authentication_error", "not this step's key");
    const url = request.url ?? "/";
    const paid = /^\/v1\/messages(?:\?|$)/.test(url) && request.method === "POST";
    if (!paid && !url.startsWith("/v1/messages/count_tokens"))
      return sendError(response, 404, "not_found_error", "not served here");
    const body = await readBody(request);
    if (body === undefined) return sendError(response, 413, "request_too_large", "the request is too large");
    const asked = parse(body);
    const askedModel = typeof asked["model"] === "string" ? asked["model"] : model;
    const maxTokens = typeof asked["max_tokens"] === "number" ? asked["max_tokens"] : 0;
    const unlisted = paid ? unlistedPrice(asked) : undefined;
    if (unlisted !== undefined) {
      await context.refused(
        `model request with ${unlisted}`,
        "its price isn't in the list, so no budget could be kept",
      );
      return sendError(response, 400, "invalid_request_error", `${unlisted} can't be used here`);
    }
    let reservation: Reservation | undefined;
    if (paid) {
      try {
        reservation = await context.reserve(worstCaseOfBytes(askedModel, body.length, maxTokens, cacheKind(body)));
      } catch (thrown) {
        refusal = toPawlError(thrown);
        return sendError(response, 400, "invalid_request_error", refusal.message);
      }
    }
    const reader = new UsageReader();
    const breaker = modelBreaker(context, provider, askedModel);
    try {
      await breaker.check();
      const answer = await forward(
        { method: request.method ?? "GET", path: url, headers: textHeaders(request), body },
        context.signal,
      );
      answeredBy = answer.provider;
      await pass(answer, response, reader);
      if (answer.status < 300) await breaker.note(undefined);
      else if (answer.status >= 500) await breaker.note(noAnswer(askedModel, answer.status));
    } catch (thrown) {
      const error = toPawlError(thrown);
      await breaker.note(error);
      if (!response.headersSent) sendError(response, 529, "overloaded_error", error.message);
      response.destroy();
    } finally {
      await settle(reservation, askedModel, reader.usage);
    }
  };

  const settle = async (
    reservation: Reservation | undefined,
    askedModel: string,
    usage: Usage | undefined,
  ): Promise<void> => {
    if (reservation === undefined) return;
    if (usage === undefined) return reservation.release();
    const spent = costOf(askedModel, usage);
    cost = addCost(cost, spent);
    await reservation.settle(spent, askedModel);
  };

  const pending = new Set<Promise<void>>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const served = serve(request, response).catch(() => void response.destroy());
    pending.add(served);
    void served.finally(() => pending.delete(served));
  };
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    token,
    cost: () => cost,
    provider: () => answeredBy,
    refusal: () => refusal,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // What is on its way is settled before the step ends: its money must not stay set aside.
      await Promise.all(pending);
    },
  };
}

/** Tools that the program itself runs; those the provider runs cost by the call, or bring a prompt nobody has measured. */
const OWN_TOOLS = /^(?:custom|bash_|text_editor_|memory_|computer_)/;

/** What of a request is charged otherwise than the price list says: pricing page, "Feature-specific pricing". */
function unlistedPrice(asked: JsonObject): string | undefined {
  const { speed, inference_geo: place, service_tier: tier, tools, mcp_servers: servers, container } = asked;
  if (speed !== undefined && speed !== "standard") return `speed ${JSON.stringify(speed)}`;
  if (place !== undefined && place !== null && place !== "global") return `inference_geo ${JSON.stringify(place)}`;
  if (tier !== undefined && tier !== "auto" && tier !== "standard_only") return `service_tier ${JSON.stringify(tier)}`;
  if (Array.isArray(servers) && servers.length > 0) return "mcp_servers";
  if (container !== undefined && container !== null) return "a container";
  for (const tool of Array.isArray(tools) ? tools : []) {
    const type = isJsonObject(tool) ? tool["type"] : undefined;
    if (typeof type === "string" && !OWN_TOOLS.test(type)) return `the tool ${type}`;
  }
  return undefined;
}

/** Whether any part of the prompt is to be cached for an hour, wherever the mark stands. */
function cacheKind(body: Buffer): "cacheWrite" | "cacheWriteLong" {
  return /"ttl"\s*:\s*"1h"/.test(body.toString("utf8")) ? "cacheWriteLong" : "cacheWrite";
}

function noAnswer(model: string, status: number): PawlError {
  return new PawlError({
    code: "model.unavailable",
    kind: "transient",
    message: `${model} doesn't answer (${status})`,
  });
}

function isAllowed(request: IncomingMessage, token: string): boolean {
  const given = request.headers["x-api-key"] ?? request.headers.authorization?.replace(/^Bearer /i, "") ?? "";
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function pass(answer: RawResponse, response: ServerResponse, reader: UsageReader): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers });
  for await (const chunk of answer.body) {
    if (answer.status < 300) reader.write(chunk);
    if (!response.write(chunk))
      await new Promise<void>((resolve) => response.once("drain", resolve).once("close", resolve));
  }
  reader.end();
  response.end();
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > LARGEST_BODY) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function parse(body: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function textHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  response
    .writeHead(status, { "content-type": "application/json", "x-should-retry": "false" })
    .end(JSON.stringify({ type: "error", error: { type, message } }));
}
