import { readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { PawlError, toPawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";
import { openDatabase } from "./database.ts";
import { createInbox } from "./inbox.ts";
import { notificationSecret } from "./notifications.ts";
import { createApp } from "./server.ts";
import { setUp } from "./set-up.ts";

const env = settings();

const [command = "serve", argument] = process.argv.slice(2);

try {
  await (command === "serve"
    ? serve()
    : command === "setup"
      ? create()
      : command === "replay"
        ? replay(argument)
        : command === "notification-secret"
          ? showSecret(argument)
          : unknownCommand());
} catch (thrown) {
  const error = toPawlError(thrown);
  process.stderr.write(`${error.message}\n${error.remedy === undefined ? "" : `${error.remedy}\n`}`);
  process.exitCode = 2;
}

async function serve(): Promise<void> {
  const log = createLog(env["LOG_LEVEL"] ?? "info");
  const app = await createApp({
    appId: Number(needed("APP_ID")),
    privateKey: privateKey(),
    webhookSecret: needed("WEBHOOK_SECRET"),
    apiUrl: apiUrl(),
    stateDirectory: stateDirectory(),
    host: env["HOST"] ?? "127.0.0.1",
    port: Number(env["PORT"] ?? 3000),
    library: path.resolve(import.meta.dirname, "../../../workflows-lib"),
    log,
    ...(env["PAWL_APP_URL"] === undefined ? {} : { publicUrl: env["PAWL_APP_URL"] }),
    ...(oidcIssuer() === undefined ? {} : { oidcIssuer: oidcIssuer() ?? "" }),
    ...(env["PAWL_NOTIFY_ALLOW"] === undefined
      ? {}
      : { notifyAllowed: env["PAWL_NOTIFY_ALLOW"].split(/[\s,]+/).filter((host) => host !== "") }),
    ...(env["PAWL_RECONCILE_MS"] === undefined ? {} : { reconcileEveryMs: Number(env["PAWL_RECONCILE_MS"]) }),
  });
  process.stdout.write(`Pawl app listens on ${app.url}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
}

/** The environment, and below it what `setup` wrote to the state folder. An empty variable counts as not set. */
function settings(): Readonly<Record<string, string | undefined>> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const file = path.join(given["PAWL_STATE"] ?? path.resolve("pawl-state"), "app.env");
  try {
    return { ...parseEnv(readFileSync(file, "utf8")), ...given };
  } catch {
    // There was no setup here: everything comes from the environment.
    return given;
  }
}

/** Serves the page that creates the App on GitHub. */
async function create(): Promise<void> {
  const webUrl =
    env["GITHUB_SERVER_URL"] ?? (env["GHE_HOST"] === undefined ? "https://github.com" : `https://${env["GHE_HOST"]}`);
  const organisation = env["GITHUB_ORG"];
  const file = await setUp(
    {
      webUrl,
      apiUrl: apiUrl(),
      publicUrl: needed("PAWL_APP_URL").replace(/\/+$/, ""),
      stateDirectory: stateDirectory(),
      host: env["HOST"] ?? "127.0.0.1",
      port: Number(env["PORT"] ?? 3000),
      ...(organisation === undefined ? {} : { organisation }),
    },
    (url) => process.stdout.write(`Open ${url} to create the App\n`),
  );
  process.stdout.write(`Wrote ${file}\n`);
}

/** Has a delivery that was kept worked on again, by whichever app process claims it. */
async function replay(id: string | undefined): Promise<void> {
  const db = openDatabase(path.join(stateDirectory(), "app.db"));
  try {
    if (id !== undefined && createInbox(db, Date.now, "replay 0").replay(id)) {
      process.stdout.write(`Delivery ${id} is worked on again\n`);
      return;
    }
  } finally {
    db.close();
  }
  throw new PawlError({
    code: "app.unknown_delivery",
    kind: "invalid",
    message: id === undefined ? "replay needs the id of a delivery" : `There is no delivery ${id}`,
    remedy: "Ids are in the App's settings on GitHub under Advanced, and in the app's log.",
  });
}

/** What a receiver of a repository's notifications checks their signature with, in the form of Standard Webhooks. */
function showSecret(repository: string | undefined): void {
  if (repository === undefined || !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    throw new PawlError({
      code: "app.bad_repository",
      kind: "invalid",
      message: "notification-secret needs a repository, such as acme/site",
    });
  }
  process.stdout.write(`whsec_${notificationSecret(privateKey(), repository).toString("base64")}\n`);
}

function unknownCommand(): never {
  throw new PawlError({
    code: "app.unknown_command",
    kind: "invalid",
    message: `"${command}" is no command`,
    remedy: "Use serve (the default), setup, replay <delivery>, or notification-secret <owner/name>.",
  });
}

/** Enterprise Server issues its jobs' tokens itself: docs.github.com/enterprise-server/actions/reference/security/oidc */
function oidcIssuer(): string | undefined {
  const host = env["GHE_HOST"];
  return env["PAWL_OIDC_ISSUER"] ?? (host === undefined ? undefined : `https://${host}/_services/token`);
}

function apiUrl(): string {
  return env["GITHUB_API_URL"] ?? apiOfHost(env["GHE_HOST"]);
}

function stateDirectory(): string {
  return env["PAWL_STATE"] ?? path.resolve("pawl-state");
}

function needed(name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new PawlError({
    code: "app.not_configured",
    kind: "invalid",
    message: `${name} is not set`,
    remedy:
      "Set APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET; docs/github.md shows where they come from.",
  });
}

/** Environment variables often can't hold line breaks: `\n` in the key is read as one. */
function privateKey(): string {
  const file = env["PRIVATE_KEY_PATH"];
  return file === undefined ? needed("PRIVATE_KEY").replaceAll(String.raw`\n`, "\n") : readFileSync(file, "utf8");
}

function apiOfHost(host: string | undefined): string {
  return host === undefined || host === "" ? "https://api.github.com" : `https://${host}/api/v3`;
}

function createLog(level: string): Log {
  const rank = ["debug", "info", "warning", "error"];
  const least = rank.indexOf(level === "warn" ? "warning" : level);
  const write = (name: string, message: string): void => {
    if (rank.indexOf(name) >= least)
      process.stderr.write(`${new Date().toISOString()} ${name} ${message.replaceAll(/[\r\n]+/g, " ")}\n`);
  };
  return {
    debug: (message) => write("debug", message),
    info: (message) => write("info", message),
    warning: (message) => write("warning", message),
    error: (message) => write("error", message),
  };
}
