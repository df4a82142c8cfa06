import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunView } from "../../src/engine/view.ts";
import type { GitHub } from "./github.ts";
import type { OidcIssuer } from "./oidc.ts";

export interface AppProcess {
  readonly url: string;
  /** The newest view of each run as its job reported it, by run id. */
  readonly views: ReadonlyMap<string, RunView>;
  /** Everything it printed. */
  readonly output: () => string;
  /** Ends it as a crash does, and starts it again on the same state and address. */
  readonly crash: () => Promise<void>;
  /** Ends it as an operator does: it finishes what it is at. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** The number of its process now. */
  readonly pid: () => number | undefined;
  readonly close: () => Promise<void>;
}

const MAIN = path.resolve(import.meta.dirname, "../../src/entry/app/main.ts");
const START_LIMIT_MS = 30_000;

/**
 * Starts the Pawl app as the process an operator starts, against a local GitHub, and points that GitHub's webhooks at it. As in most
 * deployments something stands in front of it: here a proxy that also keeps what jobs report about their runs.
 */
export async function startApp(options: {
  readonly github: GitHub;
  readonly oidc: OidcIssuer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Starts it again when somebody else killed it, as a service manager does. */
  readonly restarts?: boolean;
}): Promise<AppProcess> {
  const { github, oidc } = options;
  const state = await mkdtemp(path.join(tmpdir(), "pawl-app-"));
  const port = await freePort();
  const inner = `http://127.0.0.1:${port}`;
  const views = new Map<string, RunView>();
  const proxy = createHttpServer((incoming, outgoing) => forward(incoming, outgoing, port, views));
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  let child: ChildProcess | undefined;
  let output = "";
  let ending = false;

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [MAIN], {
      cwd: state,
      env: {
        PATH: process.env["PATH"],
        HOME: state,
        APP_ID: String(github.app.id),
        PRIVATE_KEY: github.app.privateKey,
        WEBHOOK_SECRET: github.app.webhookSecret,
        GITHUB_API_URL: github.url,
        HOST: "127.0.0.1",
        PORT: String(port),
        PAWL_APP_URL: url,
        PAWL_STATE: state,
        PAWL_OIDC_ISSUER: oidc.url,
        ...options.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    ending = false;
    started.once("exit", () => {
      if (options.restarts === true && !ending) void start();
    });
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    started.stdout.on("data", read);
    started.stderr.on("data", read);
    const until = Date.now() + START_LIMIT_MS;
    while (!(await answers(inner))) {
      if (started.exitCode !== null) throw new Error(`the app ended with ${started.exitCode}:\n${output}`);
      if (Date.now() > until) throw new Error(`the app did not listen on ${inner}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    github.sendWebhooksTo(`${url}/api/github/webhooks`);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    ending = true;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };

  await start();
  return {
    url,
    views,
    output: () => output,
    crash: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    start,
    pid: () => child?.pid,
    close: async () => {
      github.sendWebhooksTo(null);
      await end("SIGKILL");
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** Passes a request on, and remembers the view that a job's report carries. */
function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number, views: Map<string, RunView>): void {
  const { method, headers, url } = incoming;
  const onward = httpRequest({ host: "127.0.0.1", port, method, headers, path: url }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  const chunks: Buffer[] = [];
  const report = method === "POST" && /^\/api\/runs\/[^/]+\/events$/.test(url ?? "");
  incoming.on("data", (chunk: Buffer) => {
    if (report) chunks.push(chunk);
  });
  incoming.on("end", () => {
    if (!report) return;
    const { view } = JSON.parse(Buffer.concat(chunks).toString()) as { view: RunView };
    views.set(view.run_id, view);
  });
  incoming.pipe(onward);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
