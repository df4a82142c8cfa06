import { randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { PawlError, toPawlError } from "../../kernel/errors.ts";

/** What the App asks for, and why: docs/github.md explains each. */
export const APP_PERMISSIONS = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;

export const APP_EVENTS = [
  "check_run",
  "issue_comment",
  "issues",
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "repository",
  "repository_dispatch",
  "workflow_run",
] as const;

export interface SetUpOptions {
  /** Where GitHub's pages are: `https://github.com`, or the Enterprise Server. */
  readonly webUrl: string;
  readonly apiUrl: string;
  /** How GitHub will reach the app. */
  readonly publicUrl: string;
  /** An organisation that is to own the App; the person's own account otherwise. */
  readonly organisation?: string;
  readonly stateDirectory: string;
  readonly host: string;
  readonly port: number;
}

/** The App's manifest: docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest */
export function manifest(publicUrl: string, redirectUrl: string): Readonly<Record<string, unknown>> {
  return {
    name: "Pawl",
    url: publicUrl,
    hook_attributes: { url: `${publicUrl}/api/github/webhooks`, active: true },
    redirect_url: redirectUrl,
    public: false,
    default_permissions: APP_PERMISSIONS,
    default_events: APP_EVENTS,
  };
}

/**
 * Serves one page with one button that creates the App on GitHub, takes what GitHub answers, and writes it to `app.env` in the state folder,
 * readable by its owner only. Resolves with that file's path when the App exists.
 */
export async function setUp(options: SetUpOptions, onReady: (url: string) => void): Promise<string> {
  const state = randomBytes(16).toString("hex");
  const server = createServer();
  try {
    await new Promise<void>((resolve) => server.listen(options.port, options.host, resolve));
    // A container listens everywhere; the person's browser is on this machine all the same.
    const shown = options.host === "0.0.0.0" || options.host === "::" ? "localhost" : options.host;
    const here = `http://${shown}:${(server.address() as AddressInfo).port}`;
    return await new Promise<string>((resolve) => {
      server.on("request", (request, response) => {
        const asked = new URL(request.url ?? "/", here);
        if (asked.pathname === "/") return html(response, 200, page(options, state, `${here}/created`));
        if (asked.pathname !== "/created" || asked.searchParams.get("state") !== state) {
          return html(response, 404, "<p>There is nothing here. Start at <a href=/>the first page</a>.</p>");
        }
        convert(options, asked.searchParams.get("code") ?? "").then(
          ({ file, installUrl }) => {
            html(
              response,
              200,
              `<p>The App exists. Its secrets are in <code>${escape(file)}</code>.</p><p><a href="${escape(installUrl)}/installations/new">Install it in your repositories</a>, then start the app.</p>`,
            );
            resolve(file);
          },
          (thrown: unknown) =>
            html(response, 502, `<p>${escape(toPawlError(thrown).message)}</p><p><a href=/>Try again</a></p>`),
        );
        return undefined;
      });
      onReady(here);
    });
  } finally {
    server.close();
    server.closeIdleConnections();
  }
}

async function convert(
  options: SetUpOptions,
  code: string,
): Promise<{ readonly file: string; readonly installUrl: string }> {
  const response = await fetch(`${options.apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
    method: "POST",
    headers: { accept: "application/vnd.github+json", "user-agent": "pawl" },
  });
  const made = (await response.json()) as { id?: unknown; pem?: unknown; webhook_secret?: unknown; html_url?: unknown };
  if (
    !response.ok ||
    typeof made.id !== "number" ||
    typeof made.pem !== "string" ||
    typeof made.webhook_secret !== "string"
  ) {
    throw new PawlError({
      code: "app.not_created",
      kind: "permanent",
      message: `GitHub didn't create the App (${response.status})`,
      remedy: "The code of a manifest is good for an hour and for one use: press the button again.",
    });
  }
  mkdirSync(options.stateDirectory, { recursive: true });
  const file = path.join(options.stateDirectory, "app.env");
  const lines = [
    `APP_ID=${made.id}`,
    `PRIVATE_KEY="${made.pem.trim().replaceAll("\n", String.raw`\n`)}"`,
    `WEBHOOK_SECRET=${made.webhook_secret}`,
    `GITHUB_API_URL=${options.apiUrl}`,
    `PAWL_APP_URL=${options.publicUrl}`,
  ];
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return { file, installUrl: typeof made.html_url === "string" ? made.html_url : options.webUrl };
}

function page(options: SetUpOptions, state: string, redirectUrl: string): string {
  const owner =
    options.organisation === undefined
      ? "settings"
      : `organizations/${encodeURIComponent(options.organisation)}/settings`;
  const json = JSON.stringify(manifest(options.publicUrl, redirectUrl));
  return `<h1>Create the Pawl App</h1>
<p>GitHub shows what the App may do and asks for its name. Webhooks will go to <code>${escape(options.publicUrl)}</code>.</p>
<form action="${escape(options.webUrl)}/${owner}/apps/new?state=${state}" method="post">
<input type="hidden" name="manifest" value="${escape(json)}">
<button>Create it on GitHub</button>
</form>`;
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action https: http:; frame-ancestors 'none'",
    "cache-control": "no-store",
  });
  response.end(
    `<!doctype html><meta charset=utf-8><title>Pawl</title><style>body{font:16px/1.5 system-ui;max-width:40rem;margin:4rem auto}</style>${body}`,
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
