import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createHmac } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Webhooks } from "@octokit/webhooks";
import { type ApplicationFunction, Probot, ProbotOctokit } from "probot";
import { createWebhookNotifier } from "../../adapters/notifier/webhook.ts";
import { isPrivateAddress } from "../../adapters/sandbox/egress-proxy.ts";
import { systemClock } from "../../adapters/clock/system.ts";
import { createWorkflowDirectories } from "../../adapters/workflow-files/directories.ts";
import { toPawlError } from "../../kernel/errors.ts";
import type { StepTypes } from "../../language/step-type.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import { builtInSteps } from "../../steps/registry.ts";
import { createAudit } from "./audit.ts";
import { openDatabase } from "./database.ts";
import { type Delivery, createInbox } from "./inbox.ts";
import { createInstallations } from "./installations.ts";
import { freeDeadClaims, workerName } from "./leases.ts";
import { createRunnerVerifier } from "./oidc.ts";
import { notificationSecret } from "./notifications.ts";
import { onDelivery } from "./on-delivery.ts";
import { createOutbox } from "./outbox.ts";
import type { AppParts } from "./parts.ts";
import { createPeopleApi } from "./people-api.ts";
import { type Reconciler, startReconciler } from "./reconcile.ts";
import { repositoryCatalogue } from "./repository-files.ts";
import { createRoutes } from "./routes.ts";
import { createRuns } from "./runs.ts";
import { receiveWebhook } from "./webhook-door.ts";
import { type Workers, startWorkers } from "./workers.ts";

export interface AppOptions {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` on Enterprise Server. */
  readonly apiUrl: string;
  /** Folder of the database; several processes may share it. */
  readonly stateDirectory: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** How the outside reaches this server; `http://HOST:PORT` by default. */
  readonly publicUrl?: string;
  /** Issuer of the OIDC tokens jobs come with; GitHub's own by default. */
  readonly oidcIssuer?: string;
  /** The workflows that ship with Pawl. */
  readonly library: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly stepTypes?: StepTypes;
  /** Probot apps of an organisation's own: they get every delivery too, once it is kept. */
  readonly extensions?: readonly ApplicationFunction[];
  /** `host` or `host:port` that notifications may be sent to although they are private. */
  readonly notifyAllowed?: readonly string[];
  /** How often runners and lost deliveries are looked after, in milliseconds; 0 turns it off. */
  readonly reconcileEveryMs?: number;
}

export interface App {
  readonly url: string;
  readonly parts: AppParts;
  readonly reconciler: Reconciler;
  /** Resolves when everything that is due has been worked off. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const WEBHOOK_PATH = "/api/github/webhooks";
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/** Apps opened by this process so far. */
let openHere = 0;

/** Starts the Pawl App: webhooks in, runs dispatched, one comment and check run per run kept current. */
export async function createApp(options: AppOptions): Promise<App> {
  mkdirSync(options.stateDirectory, { recursive: true });
  const clock = options.clock ?? systemClock();
  const now = (): number => clock.now();
  const db = openDatabase(path.join(options.stateDirectory, "app.db"));
  // A second app in one process (in tests) must not take the first one's claims for those of an earlier life.
  const worker = `${workerName()}${openHere === 0 ? "" : `.${openHere}`}`;
  openHere += 1;
  freeDeadClaims(db, worker);
  const stepTypes = options.stepTypes ?? builtInSteps;
  // The app has no checkout: a repository's files are read through the API, and only the library from disk.
  const library = createWorkflowDirectories({ root: options.library, library: options.library });
  let address = "";
  let workers: Workers | undefined;
  const parts: AppParts = {
    db,
    inbox: createInbox(db, now, worker),
    outbox: createOutbox(db, now, worker),
    runs: createRuns(db, now),
    audit: createAudit(db, now),
    installations: createInstallations(options),
    catalogue: (host, commit) => repositoryCatalogue(host, commit, library, stepTypes),
    clock,
    log: options.log,
    key: createHmac("sha256", options.privateKey).update("pawl markers").digest("hex"),
    appUrl: () => options.publicUrl?.replace(/\/+$/, "") ?? address,
    notifierFor: (repository) =>
      createWebhookNotifier({
        secret: notificationSecret(options.privateKey, repository),
        allowed: options.notifyAllowed ?? [],
        isPrivate: isPrivateAddress,
      }),
    wake: () => workers?.wake(),
  };
  const probot = await startProbot(options, parts);
  const server = createServer();
  address = await listen(server, options.host, options.port);
  workers = startWorkers(parts, worker, (delivery) => receiveDelivery(probot, parts, delivery));
  const verifyRunner = createRunnerVerifier({ issuer: options.oidcIssuer ?? GITHUB_ISSUER, audience: parts.appUrl });
  const routes = createRoutes(parts, verifyRunner, createPeopleApi(parts, options.apiUrl));
  const webhooks = new Webhooks({ secret: options.webhookSecret });
  const verify = (payload: string, signature: string): Promise<boolean> =>
    webhooks.verify(payload, signature).catch(() => false);
  server.on("request", (request, response) => {
    const door = request.method === "POST" && request.url?.split("?")[0] === WEBHOOK_PATH;
    void (door ? receiveWebhook(parts, verify, request, response) : routes(request, response)).catch(
      (thrown: unknown) => failed(parts.log, request, response, thrown),
    );
  });
  const reconciler = startReconciler(parts, options.reconcileEveryMs ?? 30_000);
  return {
    url: address,
    parts,
    reconciler,
    settle: () => workers?.settle() ?? Promise.resolve(),
    async close() {
      reconciler.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await workers?.stop();
      db.close();
    },
  };
}

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function startProbot(options: AppOptions, parts: AppParts): Promise<Probot> {
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.apiUrl,
    logLevel: "fatal",
    // Extensions get a client that never repeats a write behind their back: plugin-retry posts comments again after a lost answer.
    Octokit: ProbotOctokit.defaults((given: object) => ({
      ...given,
      retry: { enabled: false },
      throttle: { enabled: false },
      log: SILENT,
    })),
  });
  for (const extension of options.extensions ?? []) {
    await probot.load(extension);
    parts.log.debug("An extension was loaded");
  }
  await probot.ready();
  return probot;
}

/** An organisation's own handlers first, so that their failure puts the delivery back; then Pawl's, whose record ends the delivery. */
async function receiveDelivery(probot: Probot, parts: AppParts, delivery: Delivery): Promise<void> {
  await probot.receive({ id: delivery.id, name: delivery.event, payload: JSON.parse(delivery.payload) } as Parameters<
    Probot["receive"]
  >[0]);
  const outcome = await onDelivery(parts, delivery);
  await parts.db.together(() => {
    outcome.record();
    parts.inbox.done(delivery, outcome.summary);
  });
  parts.log.info(`${delivery.event} ${delivery.id}: ${outcome.summary}`);
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const found = server.address() as AddressInfo;
      resolve(`http://${found.family === "IPv6" ? `[${found.address}]` : found.address}:${found.port}`);
    });
  });
}

function failed(log: Log, request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
  log.error(`${request.method ?? ""} ${request.url ?? ""}: ${toPawlError(thrown).message}`);
  if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
  response.end("Something went wrong; see the app's log.");
}
