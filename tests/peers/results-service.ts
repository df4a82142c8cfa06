import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startAzurite, type BlobStore } from "./azurite.ts";

type Body = Readonly<Record<string, unknown>>;

export interface StoredArtifact {
  readonly id: number;
  readonly runBackendId: string;
  readonly jobBackendId: string;
  readonly name: string;
  readonly blob: string;
  readonly createdAt: Date;
  readonly done: boolean;
  readonly size: number;
  /** `sha256:…` as the client sent it. */
  readonly digest: string;
}
export interface StoredCache {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly scope: string;
  readonly blob: string;
  readonly createdAt: number;
  readonly done: boolean;
}

/** What a job's runtime token says: whose results it writes and which cache scopes it reads and writes. */
export interface RuntimeClaims {
  readonly runBackendId: string;
  readonly jobBackendId: string;
  /** Cache scopes, nearest first, as refs. */
  readonly cacheScopes: readonly { readonly ref: string; readonly write: boolean }[];
}

export interface ResultsService {
  /** For `ACTIONS_RESULTS_URL`, with its trailing slash. */
  readonly url: string;
  readonly artifacts: readonly StoredArtifact[];
  readonly caches: readonly StoredCache[];
  /** Called when an artifact is complete, and with `deleted` when it is gone. */
  readonly onArtifact: (listener: (artifact: StoredArtifact, deleted: boolean) => void) => void;
  readonly blobs: BlobStore;
  readonly close: () => Promise<void>;
}

/**
 * GitHub's results service as `@actions/cache` 6 (cache v2) and `@actions/artifact` 6 (v4) speak to it: Twirp calls in JSON, blobs by signed
 * URLs in Azurite. GitHub publishes no page about the protocol; it follows the clients' generated types:
 * https://github.com/actions/toolkit/tree/main/packages/artifact/src/generated · https://github.com/actions/toolkit/tree/main/packages/cache/src/generated
 */
export async function startResultsService(): Promise<ResultsService> {
  const blobs = await startAzurite();
  const artifacts: StoredArtifact[] = [];
  const caches: StoredCache[] = [];
  const listeners: ((artifact: StoredArtifact, deleted: boolean) => void)[] = [];
  let lastId = 0;

  const artifactOf = (body: Body): StoredArtifact | undefined =>
    artifacts.find((entry) => entry.runBackendId === body["workflow_run_backend_id"] && entry.name === body["name"]);
  const replace = <T extends { readonly id: number }>(list: T[], entry: T): void => {
    list[list.findIndex((candidate) => candidate.id === entry.id)] = entry;
  };

  const calls: Readonly<Record<string, (body: Body, claims: RuntimeClaims) => Body | Refused>> = {
    CreateCacheEntry: (body, claims) => {
      const scope = claims.cacheScopes.find((candidate) => candidate.write);
      if (scope === undefined) return refused(403, "permission_denied", "this job's token may not write the cache");
      const { key, version } = textFields(body, ["key", "version"]);
      if (caches.some((entry) => entry.key === key && entry.version === version && entry.scope === scope.ref)) {
        return refused(409, "already_exists", "cache entry with the same key, version, and scope already exists");
      }
      const id = ++lastId;
      caches.push({ id, key, version, scope: scope.ref, blob: `cache-${id}`, createdAt: Date.now(), done: false });
      return { ok: true, signed_upload_url: blobs.signedUrl(`cache-${id}`, "rcw") };
    },
    FinalizeCacheEntryUpload: (body, claims) => {
      const scopes = new Set(claims.cacheScopes.filter(({ write }) => write).map(({ ref }) => ref));
      const entry = caches.find(
        ({ key, version, scope }) => key === body["key"] && version === body["version"] && scopes.has(scope),
      );
      if (entry === undefined) return { ok: false };
      replace(caches, { ...entry, done: true });
      return { ok: true, entry_id: String(entry.id) };
    },
    GetCacheEntryDownloadURL: (body, claims) => {
      const restore = Array.isArray(body["restore_keys"]) ? body["restore_keys"].map(String) : [];
      for (const wanted of [String(body["key"]), ...restore]) {
        for (const { ref } of claims.cacheScopes) {
          // The exact key first, then the newest that starts with it: https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching
          const found = caches
            .filter((entry) => entry.done && entry.version === body["version"] && entry.scope === ref)
            .filter((entry) => entry.key.startsWith(wanted))
            .toSorted((a, b) => Number(b.key === wanted) - Number(a.key === wanted) || b.id - a.id)[0];
          if (found !== undefined) {
            return { ok: true, signed_download_url: blobs.signedUrl(found.blob, "r"), matched_key: found.key };
          }
        }
      }
      return { ok: false, signed_download_url: "", matched_key: "" };
    },
    CreateArtifact: (body) => {
      const { name, workflow_run_backend_id, workflow_job_run_backend_id } = textFields(body, [
        "name",
        "workflow_run_backend_id",
        "workflow_job_run_backend_id",
      ]);
      if (artifactOf(body)?.done === true) {
        return refused(409, "already_exists", "an artifact with this name already exists on the workflow run");
      }
      const id = ++lastId;
      artifacts.push({
        id,
        runBackendId: workflow_run_backend_id,
        jobBackendId: workflow_job_run_backend_id,
        name,
        blob: `artifact-${id}`,
        createdAt: new Date(),
        done: false,
        size: 0,
        digest: "",
      });
      return { ok: true, signed_upload_url: blobs.signedUrl(`artifact-${id}`, "rcw") };
    },
    FinalizeArtifact: (body) => {
      // An upload that was cut off leaves an unfinished entry of the same name behind; the newest is meant.
      const entry = artifacts.findLast(
        ({ runBackendId, name }) => runBackendId === body["workflow_run_backend_id"] && name === body["name"],
      );
      if (entry === undefined) return refused(404, "not_found", "artifact not found");
      const finished = { ...entry, done: true, size: Number(body["size"]), digest: textOf(body["hash"]) };
      replace(artifacts, finished);
      for (const listener of listeners) listener(finished, false);
      return { ok: true, artifact_id: String(entry.id) };
    },
    ListArtifacts: (body) => ({
      artifacts: artifacts
        .filter((entry) => entry.done && entry.runBackendId === body["workflow_run_backend_id"])
        .filter((entry) => !body["name_filter"] || entry.name === body["name_filter"])
        .filter((entry) => !body["id_filter"] || entry.id === Number(body["id_filter"]))
        .map((entry) => ({
          workflow_run_backend_id: entry.runBackendId,
          workflow_job_run_backend_id: entry.jobBackendId,
          database_id: String(entry.id),
          name: entry.name,
          size: String(entry.size),
          created_at: entry.createdAt.toISOString(),
          digest: entry.digest,
        })),
    }),
    GetSignedArtifactURL: (body) => {
      const entry = artifactOf(body);
      if (entry === undefined) return refused(404, "not_found", "artifact not found");
      return { signed_url: blobs.signedUrl(entry.blob, "r") };
    },
    DeleteArtifact: (body) => {
      const entry = artifactOf(body);
      if (entry === undefined) return refused(404, "not_found", "artifact not found");
      artifacts.splice(artifacts.indexOf(entry), 1);
      for (const listener of listeners) listener(entry, true);
      return { ok: true, artifact_id: String(entry.id) };
    },
  };

  const server = createServer((incoming, outgoing) => {
    const serve = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const call = /^\/twirp\/github\.actions\.results\.api\.v1\.\w+\/(\w+)$/.exec(incoming.url ?? "")?.[1];
      const claims = readRuntimeToken(incoming.headers.authorization);
      const perform = call === undefined ? undefined : calls[call];
      const answer =
        perform === undefined
          ? refused(404, "bad_route", `no such call: ${incoming.url}`)
          : claims === undefined
            ? refused(401, "unauthenticated", "a runtime token is needed")
            : perform(JSON.parse(Buffer.concat(chunks).toString()) as Body, claims);
      const [status, body] = isRefused(answer) ? [answer.refusedWith, answer.body] : [200, answer];
      outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    serve().catch((thrown: unknown) => outgoing.writeHead(500).end(String(thrown)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    artifacts,
    caches,
    onArtifact: (listener) => {
      listeners.push(listener);
    },
    blobs,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await blobs.close();
    },
  };
}

/** A runtime token as a runner puts it in `ACTIONS_RUNTIME_TOKEN`: its claims are read by the clients, its signature only by GitHub. */
export function runtimeToken(claims: RuntimeClaims): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const scopes = claims.cacheScopes.map(({ ref, write }) => ({ Scope: ref, Permission: write ? 3 : 1 }));
  const payload = { scp: `Actions.Results:${claims.runBackendId}:${claims.jobBackendId}`, ac: JSON.stringify(scopes) };
  return `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.${part("runner stand-in")}`;
}

function readRuntimeToken(header: string | undefined): RuntimeClaims | undefined {
  const payload = header?.replace(/^bearer /i, "").split(".")[1];
  if (payload === undefined) return undefined;
  const { scp, ac } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { scp: string; ac: string };
  const [, runBackendId = "", jobBackendId = ""] = scp.split(":");
  const scopes = JSON.parse(ac) as { Scope: string; Permission: number }[];
  const cacheScopes = scopes.map(({ Scope, Permission }) => ({ ref: Scope, write: Permission === 3 }));
  return { runBackendId, jobBackendId, cacheScopes };
}

interface Refused {
  readonly refusedWith: number;
  readonly body: Body;
}
function refused(status: number, code: string, msg: string): Refused {
  return { refusedWith: status, body: { code, msg } };
}
function isRefused(answer: Body | Refused): answer is Refused {
  return "refusedWith" in answer;
}
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
function textFields<K extends string>(body: Body, names: readonly K[]): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(body[name])])) as Record<K, string>;
}
