import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createNodeMiddleware, Probot } from "probot";
import { createApp } from "../src/entry/app/server.ts";
import type { Log } from "../src/ports/log.ts";
import { type BenchRow, against } from "./report.ts";

const PER_SECOND = 200;
const SECONDS = 8;
const SECRET = "bench";
const quiet: Log = { info: () => undefined, warning: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * Webhooks at 200 a second: how long until the sender has its 202, with the delivery durable in the database, against Probot's own middleware,
 * which keeps nothing. Same process, same payloads, same client, one after the other.
 */
export async function measure(): Promise<BenchRow[]> {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const bare = await bareProbot(privateKey);
  const pawl = await pawlApp(privateKey);
  try {
    // A round to warm each up, then the measured one.
    for (const url of [bare.url, pawl.url]) await load(url, 1);
    const baseline = await load(bare.url, SECONDS);
    const kept = await load(pawl.url, SECONDS);
    return [
      against(
        "webhook kept and acknowledged, p99 at 200/s",
        percentile(kept, 0.99),
        percentile(baseline, 0.99),
        "ms",
        "< 100 ms",
      ),
      against("webhook kept and acknowledged, median at 200/s", percentile(kept, 0.5), percentile(baseline, 0.5), "ms"),
      { name: "webhooks kept of those sent", value: pawl.kept() / (kept.length + PER_SECOND), unit: "share", aim: "1" },
    ];
  } finally {
    await bare.close();
    await pawl.close();
  }
}

interface Target {
  readonly url: string;
  close(): Promise<void>;
}

async function bareProbot(privateKey: string): Promise<Target> {
  const probot = new Probot({ appId: 1, privateKey, secret: SECRET, logLevel: "fatal" });
  const middleware = await createNodeMiddleware((app) => app.onAny(() => undefined), { probot });
  const server = createServer((incoming, outgoing) => void middleware(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pawlApp(privateKey: string): Promise<Target & { kept(): number }> {
  // The App asks GitHub once who it is.
  const github = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"id": 1, "slug": "pawl"}');
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  const stateDirectory = await mkdtemp(path.join(tmpdir(), "pawl-bench-"));
  const app = await createApp({
    appId: 1,
    privateKey,
    webhookSecret: SECRET,
    apiUrl: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    stateDirectory,
    host: "127.0.0.1",
    port: 0,
    library: path.resolve(import.meta.dirname, "../workflows-lib"),
    log: quiet,
    reconcileEveryMs: 0,
  });
  return {
    url: app.url,
    kept: () => Number(app.parts.db.first("SELECT count(*) AS n FROM deliveries")?.["n"]),
    async close() {
      await app.close();
      github.close();
      github.closeAllConnections();
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}

/** Sends at a steady rate, whatever the answers take, and gives each answer's time in milliseconds. */
async function load(url: string, seconds: number): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: Promise<number>[] = [];
  const start = performance.now();
  for (let n = 0; n < PER_SECOND * seconds; n++) {
    const due = start + (n * 1_000) / PER_SECOND;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    times.push(send(url, agent, n));
  }
  const all = await Promise.all(times);
  agent.destroy();
  return all;
}

function send(url: string, agent: Agent, n: number): Promise<number> {
  const body = payload(n);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/github/webhooks`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-github-delivery": randomUUID(),
          "x-github-event": "issue_comment",
          "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === 200 || response.statusCode === 202) resolve(performance.now() - start);
          else reject(new Error(`answered ${response.statusCode}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A comment of ordinary size (about 8 kB of payload) by a bot, which asks for nothing: the worker has its share of work, GitHub has none. */
function payload(n: number): string {
  const sender = { id: 9, login: "someone[bot]", type: "Bot" };
  return JSON.stringify({
    action: "edited",
    comment: { id: n, body: "x".repeat(6_000), user: sender },
    issue: { number: (n % 50) + 1, title: "t", body: "y".repeat(1_500), user: sender, labels: [] },
    repository: { id: 1, name: "b", full_name: "a/b", default_branch: "main", private: false },
    sender,
    installation: { id: 1 },
  });
}

function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
