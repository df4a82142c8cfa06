import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import { request as sendPlain } from "node:http";
import { request as sendSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { PawlError } from "../../kernel/errors.ts";
import type { Notification, Notifier } from "../../ports/notifier.ts";

export interface WebhookOptions {
  /** Signs; the receiver knows it too. */
  readonly secret: Uint8Array;
  /** `host` or `host:port` that may be reached although it is private or without TLS: the operator's own. */
  readonly allowed: readonly string[];
  readonly isPrivate: (address: string, family: number) => boolean;
}

const TIMEOUT_MS = 10_000;

/**
 * Signed webhooks as in the Standard Webhooks specification (github.com/standard-webhooks): `webhook-id`, `webhook-timestamp` and
 * `webhook-signature`, HMAC-SHA-256 over the three parts. Only public addresses over TLS are reached, unless the operator listed the host: the
 * address comes from a file in a repository. Redirects are not followed.
 */
export function createWebhookNotifier(options: WebhookOptions): Notifier {
  return {
    async notify(address, notification) {
      const url = URL.parse(address);
      const own = url !== null && [url.host, url.hostname].some((host) => options.allowed.includes(host));
      if (url === null || !(url.protocol === "https:" || (own && url.protocol === "http:")))
        throw refused(address, "it is no https address");
      if (url.username !== "" || url.password !== "") throw refused(address, "it carries a password");
      const found = await resolve(url);
      if (!own && found.some(({ address: one, family }) => options.isPrivate(one, family)))
        throw refused(address, "it leads into a private network");
      const [first] = found;
      if (first === undefined) throw unavailable(address, "its name has no address");
      const status = await post(url, first, notification, options.secret);
      if (status >= 200 && status < 300) return;
      if (status >= 500 || status === 408 || status === 425 || status === 429)
        throw unavailable(address, `it answered ${status}`);
      throw refused(address, `it answered ${status}`);
    },
  };
}

interface Resolved {
  readonly address: string;
  readonly family: number;
}

async function resolve(url: URL): Promise<readonly Resolved[]> {
  try {
    return await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true });
  } catch (cause) {
    throw unavailable(url.href, "its name can't be resolved", cause);
  }
}

/** Connects to the address that was judged, not to whatever the name says a moment later. */
function post(url: URL, to: Resolved, { id, type, at, data }: Notification, secret: Uint8Array): Promise<number> {
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  const judged: LookupFunction = (_name, { all }, callback) => {
    if (all === true) callback(null, [{ address: to.address, family: to.family }]);
    else callback(null, to.address, to.family);
  };
  const send = url.protocol === "https:" ? sendSecure : sendPlain;
  return new Promise((done, fail) => {
    const request = send(
      url,
      {
        method: "POST",
        lookup: judged,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "pawl",
          "webhook-id": id,
          "webhook-timestamp": String(timestamp),
          "webhook-signature": `v1,${signature}`,
        },
      },
      (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      },
    );
    request.once("error", (cause) => fail(unavailable(url.href, cause.message, cause)));
    request.end(body);
  });
}

function refused(address: string, why: string): PawlError {
  return new PawlError({
    code: "notify.refused",
    kind: "permanent",
    message: `Nothing is sent to ${shown(address)}: ${why}`,
    remedy:
      "Correct it under `notifications: webhooks:` in .github/pawl.yml; PAWL_NOTIFY_ALLOW lists private hosts that may be reached.",
  });
}

function unavailable(address: string, why: string, cause?: unknown): PawlError {
  return new PawlError({
    code: "notify.unavailable",
    kind: "transient",
    message: `${shown(address)} can't be told: ${why}`,
    remedy: "It is tried again.",
    cause,
  });
}

/** Without its query, where tokens are. */
function shown(address: string): string {
  const url = URL.parse(address);
  return url === null ? "an address that is none" : `${url.origin}${url.pathname}`;
}
