import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";

/** The part of a job's environment that names the cache service. */
export interface ActionsCacheEnvironment {
  readonly ACTIONS_RESULTS_URL?: string | undefined;
  readonly ACTIONS_RUNTIME_TOKEN?: string | undefined;
  readonly ACTIONS_CACHE_SERVICE_V2?: string | undefined;
  /** What the run's token may do: `none`, `read`, `write`, `write-only`; everything when absent. */
  readonly ACTIONS_CACHE_MODE?: string | undefined;
}

export interface ActionsCacheService {
  readonly readable: boolean;
  readonly writable: boolean;
  /** The archive that `saveCache([file], key)` stored under exactly this key; undefined when there is none. */
  download(key: string, file: string): Promise<Uint8Array | undefined>;
  /** Whether there is one. */
  has(key: string, file: string): Promise<boolean>;
}

/** The longest a call may take; a blob gets more, since it may be large. */
export interface ActionsCacheLimits {
  readonly callMs: number;
  readonly blobMs: number;
  /** A larger blob is refused before it is read. */
  readonly maxBytes: number;
}

const SERVICE = "twirp/github.actions.results.api.v1.CacheService";
/** The official client's salt (`versionSalt` in its cacheUtils). */
const VERSION_SALT = "1.0";

/**
 * The reading half of GitHub's cache service, version 2: one call in JSON and one blob by a signed URL. Writing goes through `@actions/cache`; its
 * reading half unpacks what it downloads to wherever the archive says, so ours stops at the bytes (docs/adr/0005). The call follows
 * https://github.com/actions/toolkit/tree/main/packages/cache/src/generated, the version the client's `getCacheVersion`.
 */
export function actionsCacheService(env: ActionsCacheEnvironment, limits: ActionsCacheLimits): ActionsCacheService {
  const mode = (env.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
  const { ACTIONS_RESULTS_URL: url = "", ACTIONS_RUNTIME_TOKEN: token = "" } = env;
  const served = url !== "" && token !== "";

  const call = async (method: string, body: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const response = await fetch(new URL(`${SERVICE}/${method}`, url.endsWith("/") ? url : `${url}/`), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "user-agent": "pawl" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(limits.callMs),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    throw new CacheServiceError(response.status, messageIn(text) ?? `${response.status} ${response.statusText}`);
  };

  const find = async (key: string, file: string): Promise<string | undefined> => {
    const found = await call("GetCacheEntryDownloadURL", { key, restore_keys: [], version: versionOf(file) });
    // The service also answers with keys that only begin so; a result is taken by its exact key or not at all.
    return found.ok === true && found.matched_key === key ? found.signed_download_url : undefined;
  };

  return {
    readable: served && (!KNOWN_MODES.has(mode) || mode === "read" || mode === "write"),
    writable: served && (!KNOWN_MODES.has(mode) || mode === "write" || mode === "write-only"),
    download: async (key, file) => {
      const url = await find(key, file);
      return url === undefined ? undefined : await readBlob(url, limits);
    },
    has: async (key, file) => (await find(key, file)) !== undefined,
  };
}

export class CacheServiceError extends Error {
  override readonly name = "CacheServiceError";
  /** The HTTP status; 0 when the service answered but said no. */
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const KNOWN_MODES: ReadonlySet<string> = new Set(["none", "read", "write", "write-only"]);

interface Answer {
  readonly ok?: boolean;
  readonly signed_download_url?: string;
  readonly matched_key?: string;
}

function versionOf(file: string): string {
  const parts = [file, hasZstandard() ? "zstd-without-long" : "gzip"];
  if (process.platform === "win32") parts.push("windows-only");
  return createHash("sha256")
    .update([...parts, VERSION_SALT].join("|"))
    .digest("hex");
}

let zstandard: boolean | undefined;

/** As the client decides how to compress: by whether `zstd` is on PATH. */
function hasZstandard(): boolean {
  const name = process.platform === "win32" ? "zstd.exe" : "zstd";
  zstandard ??= (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
  return zstandard;
}

async function readBlob(url: string, limits: ActionsCacheLimits): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(limits.blobMs) });
  if (!response.ok || response.body === null) {
    await response.arrayBuffer().catch(() => undefined);
    throw new CacheServiceError(response.status, `the blob store answered ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > limits.maxBytes) throw new CacheServiceError(0, `the entry is larger than ${limits.maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function messageIn(text: string): string | undefined {
  try {
    const { msg } = JSON.parse(text) as { readonly msg?: unknown };
    return typeof msg === "string" ? msg.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
