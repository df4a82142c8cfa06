import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "./json-answer.ts";
import type { VerifyRunner } from "./oidc.ts";
import type { AppParts } from "./parts.ts";
import type { PeopleApi } from "./people-api.ts";
import { takeProgress } from "./progress.ts";
import { readBody } from "./webhook-door.ts";

/** Most a run's view may be, in bytes. */
const MOST_BYTES = 16 * 1024 * 1024;

type Route = (request: IncomingMessage, response: ServerResponse, match: RegExpExecArray) => Promise<void> | void;

/** What the app answers beside webhooks. */
export function createRoutes(
  parts: AppParts,
  verifyRunner: VerifyRunner,
  people: PeopleApi,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const runner = async (request: IncomingMessage): ReturnType<VerifyRunner> => {
    const token = /^bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    return token === undefined ? undefined : verifyRunner(token);
  };

  const progress: Route = async (request, response, match) => {
    const identity = await runner(request);
    if (identity === undefined)
      return json(response, 401, { ok: false, error: "send a GitHub OIDC token for this app as bearer" });
    const body = await readBody(request, MOST_BYTES);
    if (body === undefined) return json(response, 413, { ok: false, error: "too large" });
    let value: unknown;
    try {
      value = JSON.parse(body.toString("utf8"));
    } catch {
      return json(response, 400, { ok: false, error: "the body is not JSON" });
    }
    const answer = takeProgress(parts, match[1] ?? "", identity, value);
    json(response, answer.status, answer.body);
    parts.wake();
  };

  const health: Route = (_request, response) => {
    json(response, 200, { ok: true, deliveries: parts.inbox.open(), jobs: parts.outbox.open() });
  };

  const routes: readonly (readonly [string, RegExp, Route])[] = [
    ["POST", /^\/api\/runs\/(run_[0-9A-Za-z]{1,40})\/events$/, progress],
    ["GET", /^\/(?:healthz|ping)$/, health],
    ["GET", /^\/api\/runs$/, (request, response) => people.list(request, response)],
    [
      "GET",
      /^\/api\/runs\/(run_[0-9A-Za-z]{1,40})$/,
      (request, response, match) => people.show(request, response, match[1] ?? ""),
    ],
    [
      "GET",
      /^\/api\/runs\/(run_[0-9A-Za-z]{1,40})\/audit$/,
      (request, response, match) => people.audit(request, response, match[1] ?? ""),
    ],
    [
      "POST",
      /^\/api\/runs\/(run_[0-9A-Za-z]{1,40})\/(approve|reject|cancel|resume|retry)$/,
      (request, response, match) => people.act(request, response, match[1] ?? "", match[2] ?? ""),
    ],
  ];
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    for (const [method, pattern, route] of routes) {
      const match = pattern.exec(path);
      if (match !== null && request.method === method) return route(request, response, match);
    }
    json(response, 404, { ok: false, error: "there is nothing here" });
  };
}
