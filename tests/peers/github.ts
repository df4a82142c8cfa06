import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AddressInfo } from "node:net";
import { createActions, type Actions } from "./github/actions.ts";
import { createDeliveries, type Deliveries } from "./github/deliveries.ts";
import { startEmulate, type EmulateInside, type GitHubStore } from "./github/emulate.ts";
import { createGitRemote, type Api } from "./github/git.ts";
import { pageFor } from "./github/pages.ts";
import { byApp, mends, type Call, type PeerState } from "./github/mends.ts";

export interface GitHubSeed {
  readonly owner?: string;
  readonly repo?: string;
  /** The first commit of `main`; an almost empty repository without one. */
  readonly folder?: string;
  readonly message?: string;
  /** People and their role on the repository; `read` for everyone else on GitHub. The owner is always there. */
  readonly people?: Readonly<Record<string, "admin" | "maintain" | "write" | "triage" | "read">>;
  /** The Pawl App as installed; all that it needs by default. */
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
}

/** One REST request as it was received, for tests that ask what was written. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
  /** Who asked: a login, `pawl[bot]`, `app` for a JWT, or `anonymous`. */
  readonly by: string;
  readonly userAgent: string;
}

/** Trouble to make: the next `times` matching requests get this instead of, or after (`lost`), being served. */
export interface Trouble {
  readonly method?: string;
  readonly path: RegExp;
  readonly times: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only requests of this client. */
  readonly userAgent?: string;
  /** Only requests whose body matches. */
  readonly body?: RegExp;
  /** The request is served, and its answer is lost: the connection is cut. */
  readonly lost?: boolean;
  /** The request is served, and the connection is cut in the middle of the answer. */
  readonly truncated?: boolean;
  /** The connection is cut before the request is served. */
  readonly reset?: boolean;
  /** The request is served, and the answer comes this much later, in milliseconds. */
  readonly delayMs?: number;
  /** Called when the trouble was made: the request was served or refused, and nobody has been told. */
  readonly made?: () => void;
}

export interface GitHub {
  /** `http://127.0.0.1:PORT`: REST, also under `/api/v3`, and git over smart HTTP. */
  readonly url: string;
  readonly owner: string;
  readonly repo: string;
  readonly fullName: string;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly privateKey: string;
    readonly webhookSecret: string;
    readonly installationId: number;
  };
  /** A personal token of a seeded person. */
  readonly token: (login: string) => string;
  /** A job's GITHUB_TOKEN: an installation token of the `github-actions` app with these permissions. */
  readonly jobToken: (permissions: Readonly<Record<string, "read" | "write">>) => string;
  readonly revoke: (token: string) => void;
  /** Calls the REST API as somebody; throws on 4xx and 5xx. */
  readonly as: (login: string, method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Sets where the app listens, which starts deliveries. */
  readonly sendWebhooksTo: (url: string | null) => void;
  readonly deliveries: Deliveries;
  readonly actions: Actions;
  readonly store: GitHubStore;
  readonly peer: PeerState;
  readonly requests: readonly SeenRequest[];
  /** Hears every REST request after it was answered. */
  readonly watch: (listener: (seen: SeenRequest, answer: unknown) => void) => void;
  readonly trouble: (trouble: Trouble) => void;
  /** Resolves when every webhook sent so far was answered. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const APP_PERMISSIONS = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
  workflows: "write",
} as const;
const APP_EVENTS = [
  "installation",
  "issues",
  "issue_comment",
  "pull_request",
  "check_run",
  "check_suite",
  "repository_dispatch",
  "workflow_run",
  "push",
];
/** The app behind every GITHUB_TOKEN: https://api.github.com/apps/github-actions */
const ACTIONS_APP_ID = 15_368;

/**
 * A local GitHub on one origin: emulate's REST API with the mends of `github/mends.ts`, real git behind it, workflow runs from the
 * repository's own files, and signed webhooks. Holds one repository, its people, and the Pawl App installed.
 */
export async function startGitHub(seed: GitHubSeed = {}): Promise<GitHub> {
  const owner = seed.owner ?? "acme";
  const repo = seed.repo ?? "sample";
  const fullName = `${owner}/${repo}`;
  const people = [owner, ...Object.keys(seed.people ?? {})];
  const personal = new Map(people.map((login) => [login, `ghp_${randomBytes(18).toString("hex")}`]));
  const privateKey = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;
  const app = {
    id: 7_001,
    slug: "pawl",
    privateKey,
    webhookSecret: randomBytes(16).toString("hex"),
    installationId: 90_001,
  };
  const permissions = seed.permissions ?? APP_PERMISSIONS;

  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = await mkdtemp(path.join(tmpdir(), "pawl-github-"));

  const requests: SeenRequest[] = [];
  const watchers: ((seen: SeenRequest, answer: unknown) => void)[] = [];
  const troubles: { trouble: Trouble; left: number }[] = [];
  const peer: PeerState = { reactions: [], artifacts: [] };
  let deliveries: Deliveries | undefined;
  let actions: Actions | undefined;
  const emulate = await startEmulate(
    {
      baseUrl: url,
      seed: {
        tokens: Object.fromEntries([...personal].map(([login, token]) => [token, { login, scopes: ["repo", "user"] }])),
        github: {
          users: [...people, `${app.slug}[bot]`, "github-actions[bot]"].map((login) => ({ login, name: login })),
          repos: [{ owner, name: repo, auto_init: false, description: "A sample repository" }],
          apps: [
            {
              app_id: app.id,
              slug: app.slug,
              name: "Pawl",
              private_key: privateKey,
              permissions,
              events: APP_EVENTS,
              webhook_secret: app.webhookSecret,
              installations: [
                {
                  installation_id: app.installationId,
                  account: owner,
                  repository_selection: "all",
                },
              ],
            },
            {
              app_id: ACTIONS_APP_ID,
              slug: "github-actions",
              name: "GitHub Actions",
              private_key: privateKey,
              permissions,
              events: [],
              installations: [
                {
                  installation_id: 1,
                  account: owner,
                  repository_selection: "all",
                },
              ],
            },
          ],
        },
      },
    },
    (inside) => {
      inside.webhooks.dispatch = (event, _action, payload, ownerLogin, name) => {
        const full = `${ownerLogin}/${name}`;
        const said = payload as Readonly<Record<string, unknown>>;
        const ran = said["workflow_run"] as { id?: number; status?: string } | undefined;
        const body = {
          ...said,
          ...("comment" in said ? { comment: byApp(said["comment"], inside) } : {}),
          // emulate's cancel tells neither the title, by which the App knows its runs, nor the action.
          ...(ran?.id === undefined
            ? {}
            : { action: ran.status, workflow_run: { ...ran, display_title: actions?.title(ran.id) } }),
        };
        const sender = said["sender"] as { login?: string } | null | undefined;
        const actor = inside.store.users.findOneBy("login", sender?.login);
        const sent = deliveries?.emit(event, body, full) ?? Promise.resolve();
        // What a job's own token does starts no workflow: https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
        if (actor !== undefined && actor.login !== "github-actions[bot]")
          void actions?.trigger(event, body, full, actor);
        return sent;
      };
    },
  );
  const { store } = emulate;
  for (const login of [`${app.slug}[bot]`, "github-actions[bot]"]) {
    const bot = store.users.findOneBy("login", login);
    if (bot !== undefined) store.users.update(bot.id, { type: "Bot" });
  }
  const held = store.repos.findOneBy("full_name", fullName);
  if (held === undefined) throw new Error(`emulate did not seed ${fullName}`);
  const stored: Readonly<Record<string, string>> = { write: "push", read: "pull" };
  for (const [login, role] of Object.entries(seed.people ?? {})) {
    const user = store.users.findOneBy("login", login);
    if (user === undefined || role === "read") continue;
    store.collaborators.insert({ repo_id: held.id, user_id: user.id, permission: stored[role] ?? role });
  }

  const adminToken = personal.get(owner) ?? "";
  const pipeline = createPipeline(emulate, peer, adminToken);
  const api: Api = async (method, at, body, token) =>
    readAnswer(await pipeline.handle(request(url, method, at, body, token)));
  const remote = createGitRemote({ root, api, adminToken });
  deliveries = createDeliveries(emulate);
  actions = createActions(
    emulate,
    filesOf(api, adminToken),
    (event, payload, full) => void deliveries?.emit(event, payload, full),
  );
  pipeline.connect(actions, deliveries);

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const asked = new URL(incoming.url ?? "/", url);
    if (await remote.serve(incoming, outgoing, asked)) return;
    const wantsPage = incoming.method === "GET" && incoming.headers.accept?.includes("text/html") === true;
    const page = wantsPage ? await pageFor(asked.pathname, api, adminToken) : undefined;
    if (page !== undefined) {
      outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    // GitHub Enterprise Server serves the same API under /api/v3: https://docs.github.com/en/enterprise-server/rest
    const at = asked.pathname.replace(/^\/api\/v3(?=\/|$)/, "");
    const method = incoming.method ?? "GET";
    const forwarded = new Request(`${url}${at}${asked.search}`, {
      method,
      headers: headersOf(incoming),
      ...(body.length > 0 && method !== "GET" && method !== "HEAD" ? { body } : {}),
    });
    const found = troubles.find(
      ({ trouble, left }) =>
        left > 0 &&
        trouble.path.test(at) &&
        (trouble.method ?? method) === method &&
        (trouble.userAgent ?? incoming.headers["user-agent"]) === incoming.headers["user-agent"] &&
        (trouble.body?.test(body.toString()) ?? true),
    );
    if (found !== undefined) found.left -= 1;
    const trouble = found?.trouble;
    if (trouble?.reset === true) {
      trouble.made?.();
      incoming.socket.destroy();
      return;
    }
    const { lost, truncated, delayMs } = trouble ?? {};
    const refused = trouble !== undefined && lost !== true && truncated !== true && delayMs === undefined;
    const response = refused
      ? new Response(JSON.stringify({ message: "made trouble" }), {
          status: trouble.status ?? 502,
          headers: { "content-type": "application/json", ...trouble.headers },
        })
      : await pipeline.handle(forwarded);
    const seen: SeenRequest = {
      method,
      path: at + asked.search,
      body: body.toString(),
      status: response.status,
      by: pipeline.nameOf(forwarded),
      userAgent: incoming.headers["user-agent"] ?? "",
    };
    requests.push(seen);
    const { data } = await readAnswer(response.clone());
    for (const watcher of watchers) watcher(seen, data);
    trouble?.made?.();
    if (lost === true) {
      incoming.socket.destroy();
      return;
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    if (truncated === true) {
      outgoing.writeHead(response.status, { ...headers, "content-length": String(bytes.length + 1) });
      outgoing.write(bytes.subarray(0, bytes.length / 2), () => incoming.socket.destroy());
      return;
    }
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    outgoing.writeHead(response.status, headers);
    outgoing.end(bytes);
  };
  server.on("request", (incoming, outgoing) => {
    serve(incoming, outgoing).catch((thrown: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end(String(thrown));
    });
  });

  if (seed.folder !== undefined) {
    const author = { name: owner, email: `${owner}@users.noreply.github.com`, date: new Date().toISOString() };
    await remote.seed(fullName, seed.folder, seed.message ?? "First commit", author);
  }

  const token = (login: string): string => {
    const known = personal.get(login);
    if (known === undefined) throw new Error(`nobody called ${login} was seeded`);
    return known;
  };
  return {
    url,
    owner,
    repo,
    fullName,
    app,
    token,
    deliveries,
    actions,
    store,
    peer,
    requests,
    jobToken: (granted) => {
      const job = `ghs_${randomBytes(18).toString("hex")}`;
      emulate.tokens.set(job, {
        login: owner,
        id: held.owner_id,
        scopes: [],
        installation: {
          installationId: 1,
          appId: ACTIONS_APP_ID,
          accountId: held.owner_id,
          accountType: held.owner_type,
          permissions: {
            metadata: "read",
            ...granted,
          },
          repositoryIds: [held.id],
          repositorySelection: "selected",
        },
      });
      return job;
    },
    revoke: (gone) => {
      emulate.tokens.delete(gone);
    },
    as: async (login, method, at, body) => {
      const response = await fetch(request(url, method, at, body, token(login)));
      const { status, data } = await readAnswer(response);
      if (status >= 400) throw new Error(`${method} ${at} answered ${status}: ${JSON.stringify(data)}`);
      return data;
    },
    watch: (listener) => {
      watchers.push(listener);
    },
    sendWebhooksTo: (to) => deliveries.sendTo(to),
    trouble: (trouble) => {
      troubles.push({
        trouble,
        left: trouble.times,
      });
    },
    settle: async () => {
      await actions.settle();
      await deliveries.settle();
    },
    close: async () => {
      deliveries.sendTo(null);
      await deliveries.settle();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulate.close();
      await rm(root, {
        recursive: true,
        force: true,
      });
    },
  };
}

/** Takes a REST request through the mends to emulate and back. */
function createPipeline(
  inside: EmulateInside,
  peer: PeerState,
  adminToken: string,
): {
  readonly handle: (request: Request) => Promise<Response>;
  readonly nameOf: (request: Request) => string;
  readonly connect: (actions: Actions, deliveries: Deliveries) => void;
} {
  let connected: { readonly actions: Actions; readonly deliveries: Deliveries } | undefined;
  const tokenOf = (asked: Request): string | undefined =>
    asked.headers
      .get("authorization")
      ?.replace(/^(bearer|token) /i, "")
      .trim();
  const loginOf = (token: string | undefined): string | undefined => {
    const who = token === undefined ? undefined : inside.tokens.get(token);
    const installed = inside.store.apps.all().find((row) => row.app_id === who?.installation?.appId);
    return installed === undefined ? who?.login : `${installed.slug}[bot]`;
  };

  const handle = async (asked: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(asked.url);
    const token = tokenOf(asked);
    const text = asked.method === "GET" || asked.method === "HEAD" ? "" : await asked.clone().text();
    const login = loginOf(token);
    if (connected === undefined) throw new Error("a request came before GitHub was ready");
    const shared = {
      method: asked.method,
      path: pathname,
      query: searchParams,
      body: parseBody(text),
      token,
      inside,
      peer,
      ...connected,
      who: token === undefined ? undefined : inside.tokens.get(token),
      actor: login === undefined ? undefined : inside.store.users.findOneBy("login", login),
      ask: async (method: string, at: string, body?: unknown) => {
        const as = method === "GET" ? adminToken : token;
        return readAnswer(await inside.router.fetch(request(new URL(asked.url).origin, method, at, body, as)));
      },
    };
    const applying = mends
      .filter((mend) => mend.method === "*" || mend.method === asked.method)
      .flatMap((mend) => {
        const match = mend.path.exec(pathname);
        if (match === null) return [];
        const params = match.groups ?? {};
        const repo = inside.store.repos.findOneBy("full_name", `${params["owner"]}/${params["repo"]}`);
        const call: Call = { ...shared, params, repo };
        return [{ mend, call }];
      });
    for (const { mend, call } of applying) {
      const answered = await mend.before?.(call);
      if (answered !== undefined) return answered;
    }
    let response = await inside.router.fetch(asked);
    for (const { mend, call } of applying) response = (await mend.after?.(call, response)) ?? response;
    return response;
  };

  return {
    handle,
    nameOf: (asked) => {
      const token = tokenOf(asked);
      return loginOf(token) ?? (token === undefined ? "anonymous" : token.startsWith("eyJ") ? "app" : "unknown");
    },
    connect: (actions, deliveries) => {
      connected = { actions, deliveries };
    },
  };
}

function filesOf(api: Api, token: string): Parameters<typeof createActions>[1] {
  return {
    read: async (repo, at, ref) => {
      const { status, data } = await api("GET", `/repos/${repo.full_name}/contents/${at}?ref=${ref}`, undefined, token);
      const content = (data as { content?: unknown } | null)?.content;
      if (status !== 200 || typeof content !== "string") return undefined;
      return Buffer.from(content, "base64").toString();
    },
    list: async (repo, folder, ref) => {
      const { status, data } = await api(
        "GET",
        `/repos/${repo.full_name}/contents/${folder}?ref=${ref}`,
        undefined,
        token,
      );
      return status === 200 && Array.isArray(data) ? (data as { path: string }[]).map((entry) => entry.path) : [];
    },
  };
}

function request(origin: string, method: string, at: string, body: unknown, token: string | undefined): Request {
  return new Request(`${origin}${at}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function readAnswer(response: Response): Promise<{ readonly status: number; readonly data: unknown }> {
  const text = await response.text();
  try {
    return { status: response.status, data: text === "" ? null : JSON.parse(text) };
  } catch {
    return { status: response.status, data: text };
  }
}

function parseBody(text: string): Readonly<Record<string, unknown>> {
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || ["connection", "host", "transfer-encoding", "content-length"].includes(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}
