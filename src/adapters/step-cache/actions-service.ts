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
  /** The blob stored under exactly this key; undefined when there is none. */
  download(key: string): Promise<Uint8Array | undefined>;
  /** False when an entry of this key is there already. */
  upload(key: string, content: Uint8Array): Promise<boolean>;
}

/** The longest a call may take; a blob gets more, since it may be large. */
export interface ActionsCacheLimits {
  readonly callMs: number;
  readonly blobMs: number;
  /** A larger blob is refused before it is read. */
  readonly maxBytes: number;
}

const SERVICE = "twirp/github.actions.results.api.v1.CacheService";
/** Tells our entries from those of actions/cache, whose archives we never unpack. SHA-256 of `pawl step cache 1`. */
const VERSION = "4b0bbfa810c2e4b5f0e978d7cb7a9fa3069982efa72bb119cca84a26998ed8d7";

/**
 * GitHub's cache service, version 2, spoken directly: three calls in JSON and one blob by a signed URL. `@actions/cache` is not used because what it
 * downloads it unpacks with `tar -P`, which lets whoever can write the repository's cache write any file of the machine; an entry of ours is one blob that
 * is checked by digest and never becomes a path. The calls follow https://github.com/actions/toolkit/tree/main/packages/cache/src/generated.
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

  return {
    readable: served && (!KNOWN_MODES.has(mode) || mode === "read" || mode === "write"),
    writable: served && (!KNOWN_MODES.has(mode) || mode === "write" || mode === "write-only"),
    download: async (key) => {
      const found = await call("GetCacheEntryDownloadURL", { key, restore_keys: [], version: VERSION });
      // The service also answers with keys that only begin so; a result is taken by its exact key or not at all.
      if (found.ok !== true || found.matched_key !== key || typeof found.signed_download_url !== "string")
        return undefined;
      return await readBlob(found.signed_download_url, limits);
    },
    upload: async (key, content) => {
      let created: Answer;
      try {
        created = await call("CreateCacheEntry", { key, version: VERSION });
      } catch (error) {
        if (error instanceof CacheServiceError && error.status === 409) return false;
        throw error;
      }
      if (created.ok !== true || typeof created.signed_upload_url !== "string") {
        throw new CacheServiceError(0, created.message ?? "the service did not accept the entry");
      }
      const put = await fetch(created.signed_upload_url, {
        method: "PUT",
        headers: { "x-ms-blob-type": "BlockBlob", "content-type": "application/octet-stream" },
        body: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
        signal: AbortSignal.timeout(limits.blobMs),
      });
      await put.arrayBuffer();
      if (!put.ok) throw new CacheServiceError(put.status, `the blob store answered ${put.status}`);
      const size = String(content.byteLength);
      const finished = await call("FinalizeCacheEntryUpload", { key, size_bytes: size, version: VERSION });
      if (finished.ok !== true)
        throw new CacheServiceError(0, finished.message ?? "the service did not finish the entry");
      return true;
    },
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
  readonly message?: string;
  readonly signed_upload_url?: string;
  readonly signed_download_url?: string;
  readonly matched_key?: string;
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
