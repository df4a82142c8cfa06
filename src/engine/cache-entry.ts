import { sha256, type Digest } from "../kernel/digest.ts";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { CacheEntry, StepCache } from "../ports/step-cache.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";
import { explainMiss, lastKey, rememberKey } from "./cache-explain.ts";
import { cacheKey, type CacheKey, type CacheRequest } from "./cache-key.ts";
import type { ArtifactRef } from "./events.ts";

/** What looking up and keeping results stands on. */
export interface CachePorts {
  readonly cache: StepCache;
  readonly store: RunStore;
  readonly workspace: Workspace;
  readonly artifacts: ArtifactStore;
  readonly redactor: Redactor;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}

/** A step's result as it is kept and as a hit gives it back. */
export interface StepResult {
  readonly outputs: JsonObject;
  readonly artifacts: readonly ArtifactRef[];
  readonly evidence: JsonObject;
  readonly variables: JsonObject;
  /** The snapshot after the step. */
  readonly tree: TreeId | undefined;
}

export interface CachedResult extends StepResult {
  readonly saved: { readonly duration_ms: number; readonly usd: number };
  readonly fromRun: string;
}

export interface CacheLookup extends CacheKey {
  readonly hit: CachedResult | undefined;
  /** For the step's evidence, as `cache`: `{hit, key, reason, changed, files?}`. */
  readonly explanation: JsonObject;
}

/** Results larger than this are not kept: moving them costs more than most steps. */
const MAX_ENTRY_BYTES = 1_000_000_000;
const UNRESTORED = "workspace.unrestored";

/**
 * Looks a step up and, on a hit, restores all of its result: artifacts under this run, files outside git, and the work tree.
 * Whatever goes wrong is a miss with one line in the log, as long as the work tree stands as the step needs it.
 *
 * @throws PawlError `workspace.unrestored` when it doesn't
 */
export async function lookUpStep(ports: CachePorts, request: CacheRequest): Promise<CacheLookup> {
  let key: CacheKey | undefined;
  try {
    key = await cacheKey(request, ports.workspace);
    const last = await lastKey(ports.store, request);
    await rememberKey(ports.store, request, key);
    const entry = await ports.cache.get(key.key);
    const restored = entry === undefined ? undefined : await restoreEntry(ports, request, entry);
    if (restored !== undefined && typeof restored !== "string") {
      const reason = `unchanged since ${restored.fromRun}`;
      return { ...key, hit: restored, explanation: { hit: true, key: key.key, reason, changed: [] } };
    }
    const { reason, changed, files } = await explainMiss(request, key, last, ports.workspace);
    const explanation = {
      hit: false,
      key: key.key,
      reason: restored ?? reason,
      changed: [...changed],
      files: files.slice(0, 100),
    };
    return { ...key, hit: undefined, explanation };
  } catch (error) {
    if (error instanceof PawlError && error.code === UNRESTORED) throw error;
    const reason = `the cache could not be used: ${toPawlError(error).message}`;
    ports.log.warning(`step ${request.path}: ${reason}; the step runs`);
    const known = key ?? { key: "", components: {} };
    return { ...known, hit: undefined, explanation: { hit: false, key: known.key, reason, changed: [] } };
  }
}

/**
 * Keeps the result of a completed step under the key it was looked up by. Never throws.
 *
 * @returns whether it was kept
 */
export async function keepStep(
  ports: CachePorts,
  request: CacheRequest,
  lookup: CacheKey,
  result: StepResult & { readonly durationMs: number; readonly usd: number },
): Promise<boolean> {
  if (lookup.key === "") return false;
  try {
    const files = new Map<string, Uint8Array>();
    const artifacts = await keepArtifacts(ports, request, result.artifacts, files);
    const { tree: from } = request;
    const { tree: to } = result;
    if (from !== undefined && to !== undefined && from !== to)
      files.set("change", await ports.workspace.exportChange(from, to));
    const paths = request.step.cache?.paths ?? [];
    const packed = paths.length === 0 ? undefined : await ports.workspace.packPaths(paths);
    if (packed !== undefined) files.set("paths", packed);
    const bytes = [...files.values()].reduce((sum, content) => sum + content.byteLength, 0);
    if (bytes > MAX_ENTRY_BYTES) {
      ports.log.warning(
        `step ${request.path}: its result has ${bytes} bytes and is not kept in the cache (at most ${MAX_ENTRY_BYTES})`,
      );
      return false;
    }
    const manifest: Manifest = {
      outputs: ports.redactor.redactJson(result.outputs),
      variables: ports.redactor.redactJson(result.variables),
      evidence: ports.redactor.redactJson(result.evidence),
      artifacts,
      from: from ?? null,
      to: to ?? null,
      saved: { duration_ms: result.durationMs, usd: result.usd },
      run: request.runId,
      tier: request.trustTier,
    };
    const ttlMs = request.step.cache?.ttlMs;
    return await ports.cache.put(
      { key: lookup.key, manifest: manifest as unknown as JsonObject, files },
      { workflow: request.workflow, step: request.path, ...(ttlMs === undefined ? {} : { ttlMs }) },
    );
  } catch (error) {
    ports.log.warning(`step ${request.path}: its result is not kept in the cache: ${toPawlError(error).message}`);
    return false;
  }
}

interface KeptArtifact {
  readonly name: string;
  readonly digest: Digest;
  readonly media_type: string;
  readonly tags: readonly string[];
  /** Milliseconds it was to be kept from its making; null for no end. */
  readonly retention_ms: number | null;
}

interface Manifest {
  readonly outputs: JsonObject;
  readonly variables: JsonObject;
  readonly evidence: JsonObject;
  readonly artifacts: readonly KeptArtifact[];
  readonly from: TreeId | null;
  readonly to: TreeId | null;
  readonly saved: { readonly duration_ms: number; readonly usd: number };
  readonly run: string;
  readonly tier: string;
}

async function keepArtifacts(
  { artifacts }: CachePorts,
  { runId }: CacheRequest,
  refs: readonly ArtifactRef[],
  files: Map<string, Uint8Array>,
): Promise<readonly KeptArtifact[]> {
  const kept: KeptArtifact[] = [];
  for (const { name, version, digest } of refs) {
    const found = await artifacts.get(name, { runId, version });
    if (found === undefined || found.record.digest !== digest) throw new Error(`artifact ${name} is not in its store`);
    files.set(`artifact:${digest}`, found.content);
    const { mediaType, tags, createdAt, expiresAt } = found.record;
    kept.push({
      name,
      digest,
      media_type: mediaType,
      tags,
      retention_ms: expiresAt === undefined ? null : expiresAt - createdAt,
    });
  }
  return kept;
}

/** The result, or why this entry can't be used here. */
async function restoreEntry(
  ports: CachePorts,
  request: CacheRequest,
  entry: CacheEntry,
): Promise<CachedResult | string> {
  const { manifest } = entry;
  if (!isManifest(manifest)) return "its entry has another form";
  // The tier is part of the key; that the entry says the same is checked against whoever can write entries of another tier's key.
  if (manifest.tier !== request.trustTier) return "its entry was made under another trust tier";
  const tree = await treeAfter(ports, request, manifest, entry);
  if (tree === null) return "files that its result changes stand otherwise here";
  const artifacts = await restoreArtifacts(ports, request, manifest, entry);
  const paths = entry.files.get("paths");
  if (paths !== undefined) await ports.workspace.unpackPaths(paths, request.step.cache?.paths ?? []);
  // The work tree last: whatever fails before leaves it as the step needs it.
  if (tree !== undefined && tree !== request.tree) await restoreWhole(ports.workspace, tree, request.tree);
  return {
    outputs: ports.redactor.redactJson(manifest.outputs),
    variables: ports.redactor.redactJson(manifest.variables),
    evidence: ports.redactor.redactJson(manifest.evidence),
    artifacts,
    tree,
    saved: manifest.saved,
    fromRun: manifest.run,
  };
}

/** Brings the work tree to `tree`, or leaves it at `before`: a step that runs on half of an earlier result gives a wrong one. */
async function restoreWhole(workspace: Workspace, tree: TreeId, before: TreeId | undefined): Promise<void> {
  try {
    await workspace.restore(tree);
  } catch (error) {
    if (before === undefined) throw unrestored(error);
    await workspace.restore(before).catch((cause: unknown) => {
      throw unrestored(cause);
    });
    throw error;
  }
}

function unrestored(cause: unknown): PawlError {
  return new PawlError({
    code: UNRESTORED,
    kind: "transient",
    message: `a cached result could be restored only in part, and the files before it not at all: ${toPawlError(cause).message}`,
    remedy: "Free space where the workspace is, then resume the run: it begins with this step and its own files.",
    cause,
  });
}

/** The tree once the change is applied; null when it doesn't apply, undefined where there are no snapshots. */
async function treeAfter(
  { workspace }: CachePorts,
  { tree }: CacheRequest,
  manifest: Manifest,
  entry: CacheEntry,
): Promise<TreeId | undefined | null> {
  const change = entry.files.get("change");
  if (manifest.from === manifest.to || manifest.to === null) return tree;
  if (change === undefined || tree === undefined) return null;
  const after = await workspace.importChange(change, tree);
  if (after === undefined) return null;
  // From the same tree the result must be the very tree the step left.
  return tree === manifest.from && after !== manifest.to ? null : after;
}

async function restoreArtifacts(
  { artifacts, clock }: CachePorts,
  { runId, path, workflow }: CacheRequest,
  manifest: Manifest,
  entry: CacheEntry,
): Promise<readonly ArtifactRef[]> {
  const contents = manifest.artifacts.map(({ name, digest }) => {
    const content = entry.files.get(`artifact:${digest}`);
    if (content === undefined || sha256(content) !== digest)
      throw new Error(`artifact ${name} of the entry is damaged`);
    return content;
  });
  const refs: ArtifactRef[] = [];
  for (const [i, { name, media_type, tags, retention_ms }] of manifest.artifacts.entries()) {
    const expiry = retention_ms === null ? {} : { expiresAt: clock.now() + retention_ms };
    const about = { name, mediaType: media_type, runId, step: path, workflow, tags, ...expiry };
    const record = await artifacts.put(about, contents[i] ?? new Uint8Array());
    const { digest, bytes, version, url } = record;
    refs.push({ name, digest, bytes, media_type, version, ...(url === undefined ? {} : { url }) });
  }
  return refs;
}

function isManifest(value: unknown): value is Manifest {
  if (!isJsonObject(value)) return false;
  const { outputs, variables, evidence, artifacts, saved, from, to, run, tier } = value;
  return (
    [outputs, variables, evidence, saved].every(isJsonObject) &&
    [from, to].every((tree) => tree === null || typeof tree === "string") &&
    typeof run === "string" &&
    typeof tier === "string" &&
    isJsonObject(saved) &&
    typeof saved["duration_ms"] === "number" &&
    typeof saved["usd"] === "number" &&
    Array.isArray(artifacts) &&
    artifacts.every(
      (artifact) =>
        isJsonObject(artifact) &&
        typeof artifact["name"] === "string" &&
        typeof artifact["digest"] === "string" &&
        typeof artifact["media_type"] === "string" &&
        (artifact["retention_ms"] === null || typeof artifact["retention_ms"] === "number") &&
        Array.isArray(artifact["tags"]),
    )
  );
}
