import { readFileSync } from "node:fs";
import path from "node:path";
import { PawlError, toPawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";
import { createApp } from "./server.ts";

const { env } = process;

try {
  const log = createLog(env["LOG_LEVEL"] ?? "info");
  const app = await createApp({
    appId: Number(needed("APP_ID")),
    privateKey: privateKey(),
    webhookSecret: needed("WEBHOOK_SECRET"),
    apiUrl: env["GITHUB_API_URL"] ?? apiOfHost(env["GHE_HOST"]),
    stateDirectory: env["PAWL_STATE"] ?? path.resolve("pawl-state"),
    host: env["HOST"] ?? "127.0.0.1",
    port: Number(env["PORT"] ?? 3000),
    library: path.resolve(import.meta.dirname, "../../../workflows-lib"),
    log,
    ...(env["PAWL_APP_URL"] === undefined ? {} : { publicUrl: env["PAWL_APP_URL"] }),
    ...(env["PAWL_OIDC_ISSUER"] === undefined ? {} : { oidcIssuer: env["PAWL_OIDC_ISSUER"] }),
    ...(env["PAWL_RECONCILE_MS"] === undefined ? {} : { reconcileEveryMs: Number(env["PAWL_RECONCILE_MS"]) }),
  });
  process.stdout.write(`Pawl app listens on ${app.url}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
} catch (thrown) {
  const error = toPawlError(thrown);
  process.stderr.write(`${error.message}\n${error.remedy === undefined ? "" : `${error.remedy}\n`}`);
  process.exitCode = 2;
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
