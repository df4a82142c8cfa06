import { PawlError } from "../kernel/errors.ts";
import type { Log } from "../ports/log.ts";
import type { LocalEngineOptions } from "./local.ts";
import type { S3Place } from "./s3.ts";

type Stores = Pick<LocalEngineOptions, "cache" | "artifacts">;

/**
 * Stores that many machines share, where the environment names them: `PAWL_CACHE` and `PAWL_ARTIFACTS`, each
 * `s3://bucket/prefix?endpoint=https://…&region=…`. `PAWL_CACHE=none` keeps and finds nothing. Credentials are the AWS SDK's own
 * (`AWS_ACCESS_KEY_ID`, profiles, roles). Without them the stores are folders.
 *
 * @throws PawlError `config.invalid`
 */
export function sharedStores(env: Readonly<Record<string, string | undefined>>, log: Log): Stores {
  const { PAWL_CACHE: cache = "", PAWL_ARTIFACTS: artifacts = "" } = env;
  const cachePlace = cache === "" || cache === "none" ? undefined : s3Place("PAWL_CACHE", cache);
  const artifactPlace = artifacts === "" ? undefined : s3Place("PAWL_ARTIFACTS", artifacts);
  return {
    ...(cache === "none"
      ? { cache: async () => (await import("../adapters/step-cache/none.ts")).createNoStepCache() }
      : {}),
    ...(cachePlace === undefined
      ? {}
      : { cache: async ({ clock }) => (await import("./s3.ts")).s3Cache(cachePlace, { clock, log }) }),
    ...(artifactPlace === undefined
      ? {}
      : { artifacts: async ({ clock }) => (await import("./s3.ts")).s3Artifacts(artifactPlace, { clock }) }),
  };
}

function s3Place(name: string, text: string): S3Place {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "s3:" || url.hostname === "") {
    throw new PawlError({
      code: "config.invalid",
      kind: "invalid",
      message: `${name} is ${JSON.stringify(text)}, which is no S3 address`,
      remedy: "Write s3://bucket/prefix, with ?endpoint=https://… for a service other than Amazon's.",
    });
  }
  const prefix = decodeURIComponent(url.pathname)
    .replace(/^\/+/, "")
    .replace(/([^/])$/, "$1/");
  return {
    bucket: url.hostname,
    prefix: prefix === "" ? "pawl/" : prefix,
    endpoint: url.searchParams.get("endpoint") ?? undefined,
    region: url.searchParams.get("region") ?? undefined,
  };
}
