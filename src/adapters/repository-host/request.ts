import { request as octokitRequest } from "@octokit/request";
import { RequestError } from "@octokit/request-error";
import { PawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";

/** Gives the token to use now; `fresh` asks for a newly minted one because GitHub refused the last. */
export type TokenSource = (options: { readonly fresh: boolean }) => Promise<string>;

export interface RequestSettings {
  readonly token: TokenSource;
  /** `https://api.github.com`, or `https://HOST/api/v3` on Enterprise Server. */
  readonly apiUrl: string;
  readonly log: Log;
  /** Waits between repeats of a read and after a refused fresh token; tests pass one that doesn't wait. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** `onLink` is given the `link` header of the answer, which names the pages around it. */
export type Send = <T>(
  route: string,
  parameters?: Readonly<Record<string, unknown>>,
  onLink?: (link: string | undefined) => void,
) => Promise<T>;

/** How often a read is sent in all, and how long GitHub may take to answer one request. */
const READ_ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;
/** GitHub's advice when a secondary limit comes without `retry-after`: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const SECONDARY_LIMIT_MS = 60_000;

/**
 * One way to GitHub: reads are repeated on 5xx and dropped connections, writes are sent once. A 401 mints the token anew once; a token that is
 * seconds old may not have reached all of GitHub yet, so it gets a few more tries within five seconds. Everything else becomes a PawlError.
 */
export function createSend(settings: RequestSettings): Send {
  const wait = settings.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const client = octokitRequest.defaults({
    baseUrl: settings.apiUrl.replace(/\/+$/, ""),
    headers: { "user-agent": "pawl", "x-github-api-version": "2022-11-28" },
  });

  return async <T>(
    route: string,
    parameters: Readonly<Record<string, unknown>> = {},
    onLink: (link: string | undefined) => void = () => undefined,
  ): Promise<T> => {
    const isRead = route.startsWith("GET ");
    let fresh = false;
    let refusals = 0;
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await client(route, {
          ...parameters,
          headers: { ...headersOf(parameters), authorization: `Bearer ${await settings.token({ fresh })}` },
          request: { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: isRead ? "follow" : "manual" },
        });
        if (response.status >= 300 && response.status < 400) throw moved(route);
        // The client gives what came of an answer that was cut short, as text.
        if (typeof response.data === "string" && /json/.test(response.headers["content-type"] ?? "")) throw cut(route);
        onLink(response.headers.link);
        return response.data as T;
      } catch (thrown) {
        const error = asPawlError(thrown, route);
        if (error.code === "github.unauthorized" && refusals < 4) {
          // GitHub refused it before doing anything: a write may be sent again too.
          fresh = refusals === 0;
          if (refusals > 0) await wait(500 * 2 ** (refusals - 1));
          refusals += 1;
          continue;
        }
        if (isRead && error.code === "github.unavailable" && attempt < READ_ATTEMPTS) {
          settings.log.debug(`${route}: ${error.message}; asking again`);
          await wait(250 * 2 ** (attempt - 1));
          continue;
        }
        throw error;
      }
    }
  };
}

function headersOf(parameters: Readonly<Record<string, unknown>>): Record<string, string> {
  const headers = parameters["headers"];
  return typeof headers === "object" && headers !== null ? (headers as Record<string, string>) : {};
}

function moved(route: string): PawlError {
  return new PawlError({
    code: "github.moved",
    kind: "permanent",
    message: `GitHub answered ${route} with a redirect: the repository was renamed or transferred`,
    remedy: "Start the run again from the repository's new place.",
  });
}

function cut(route: string): PawlError {
  return new PawlError({
    code: "github.unavailable",
    kind: "transient",
    message: `GitHub's answer to ${route} was cut short`,
    remedy: "It is tried again; see githubstatus.com if it lasts.",
  });
}

function asPawlError(thrown: unknown, route: string): PawlError {
  if (thrown instanceof PawlError) return thrown;
  if (!(thrown instanceof RequestError) || thrown.response === undefined) {
    return new PawlError({
      code: "github.unavailable",
      kind: "transient",
      message: `GitHub gave no answer to ${route}`,
      remedy: "It is tried again; see githubstatus.com if it lasts.",
      cause: thrown,
    });
  }
  const headers = thrown.response.headers;
  const said = wordsOf(thrown);
  const limited = rateLimit(thrown.status, headers, said);
  const about = { route, status: thrown.status };
  if (limited !== undefined) {
    return new PawlError({
      code: "github.rate_limited",
      kind: "transient",
      message: `GitHub limits requests now (${route}): ${said}`,
      retryAfterMs: limited,
      details: about,
      cause: thrown,
    });
  }
  const known = BY_STATUS[thrown.status];
  if (thrown.status >= 300 && thrown.status < 400) return moved(route);
  if (thrown.status >= 500 || known === undefined) {
    return new PawlError({
      code: "github.unavailable",
      kind: "transient",
      message: `GitHub answered ${route} with ${thrown.status}: ${said}`,
      details: about,
      cause: thrown,
    });
  }
  return new PawlError({
    code: known.code,
    kind: "permanent",
    message: `GitHub refused ${route} (${thrown.status}): ${said}`,
    remedy: known.remedy,
    details: about,
    cause: thrown,
  });
}

const BY_STATUS: Readonly<Record<number, { readonly code: string; readonly remedy: string }>> = {
  400: { code: "github.invalid", remedy: "Report this with the run's id: Pawl sent something GitHub doesn't take." },
  401: { code: "github.unauthorized", remedy: "Check the token or the App's key; run `pawl doctor`." },
  403: { code: "github.forbidden", remedy: "Give the App or the job's `permissions:` what the message asks for." },
  404: { code: "github.not_found", remedy: "Check that it exists and that the App or token may see it." },
  409: {
    code: "github.conflict",
    remedy: "Somebody changed it at the same moment; start again from what is there now.",
  },
  410: { code: "github.not_found", remedy: "It was deleted." },
  413: { code: "github.invalid", remedy: "Make what is sent smaller." },
  415: { code: "github.invalid", remedy: "Report this with the run's id." },
  422: { code: "github.invalid", remedy: "Read GitHub's message: it names the field." },
  451: { code: "github.forbidden", remedy: "The repository is blocked for legal reasons." },
};

function wordsOf(error: RequestError): string {
  const data: unknown = error.response?.data;
  if (typeof data === "object" && data !== null && "message" in data && typeof data.message === "string") {
    const errors = "errors" in data && data.errors !== undefined ? ` ${JSON.stringify(data.errors)}` : "";
    return `${data.message}${errors}`.slice(0, 500);
  }
  return error.message.slice(0, 500);
}

/** Milliseconds to wait when the answer is a primary or secondary rate limit; undefined when it is something else. */
function rateLimit(
  status: number,
  headers: Readonly<Record<string, string | number | undefined>>,
  said: string,
): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return after * 1_000;
  if (String(headers["x-ratelimit-remaining"]) === "0") {
    const reset = Number(headers["x-ratelimit-reset"]) * 1_000 - Date.now();
    return Number.isFinite(reset) ? Math.max(reset, 1_000) : SECONDARY_LIMIT_MS;
  }
  return status === 429 || /secondary rate limit|abuse detection/i.test(said) ? SECONDARY_LIMIT_MS : undefined;
}
