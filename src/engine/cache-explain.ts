import type { Digest } from "../kernel/digest.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";
import type { CacheKey, CacheRequest } from "./cache-key.ts";

/** What the last run of a step was keyed by, as kept in the run store's facts. */
export interface LastKey {
  readonly key: Digest;
  readonly components: Readonly<Record<string, Digest>>;
  readonly tree: TreeId | undefined;
  readonly runId: string;
}

/** Longest list of names in one explanation. */
const SHOWN = 5;

/** The key this step (by workflow and path) had when it was last looked up here; undefined the first time. */
export async function lastKey(store: RunStore, request: CacheRequest): Promise<LastKey | undefined> {
  const fact = await store.getFact(factName(request));
  if (fact === undefined) return undefined;
  const { key, components, tree, run } = fact.value;
  if (typeof key !== "string" || !isJsonObject(components) || typeof run !== "string") return undefined;
  return {
    key,
    components: components as Readonly<Record<string, Digest>>,
    tree: typeof tree === "string" ? tree : undefined,
    runId: run,
  };
}

/** Keeps the key for the next explanation. When another run writes at the same time, the later one stands. */
export async function rememberKey(
  store: RunStore,
  request: CacheRequest,
  { key, components }: CacheKey,
): Promise<void> {
  const name = factName(request);
  const value: JsonObject = {
    key,
    components,
    run: request.runId,
    ...(request.tree === undefined ? {} : { tree: request.tree }),
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    const version = (await store.getFact(name))?.version ?? 0;
    if (await store.setFact(name, value, version)) return;
  }
}

/** Names of the parts that differ between two keys, sorted; a part only one of them has differs. */
export function changedComponents(before: CacheKey["components"], now: CacheKey["components"]): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).toSorted();
}

/** Why a step was not found in the cache, for people: which parts of its key are new since its last run, and which files. */
export async function explainMiss(
  request: CacheRequest,
  key: CacheKey,
  last: LastKey | undefined,
  workspace: Workspace,
): Promise<{ readonly reason: string; readonly changed: readonly string[]; readonly files: readonly string[] }> {
  if (last === undefined) return { reason: "this step has not run here before", changed: [], files: [] };
  if (last.key === key.key) {
    const reason = `nothing has changed since ${last.runId}, but its result is not in the cache (not kept, expired or removed)`;
    return { reason, changed: [], files: [] };
  }
  const changed = changedComponents(last.components, key.components);
  const files = changed.includes("files") ? await changedFiles(request, last, workspace) : [];
  const names = changed.map((name) => (name === "files" && files.length > 0 ? `files (${shorten(files)})` : name));
  return { reason: `changed since ${last.runId}: ${shorten(names)}`, changed, files };
}

async function changedFiles(request: CacheRequest, last: LastKey, workspace: Workspace): Promise<readonly string[]> {
  if (last.tree === undefined || request.tree === undefined) return [];
  try {
    const { files } = await workspace.patch(last.tree, request.tree);
    const globs = request.step.cache?.inputs ?? [];
    const declared = globs.length === 0 ? undefined : new Set(workspace.glob(globs));
    return files
      .filter(({ path, status }) => declared === undefined || status === "deleted" || declared.has(path))
      .map(({ path }) => path);
  } catch {
    // The last run's snapshot is gone: the names of the changed parts have to do.
    return [];
  }
}

function shorten(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return more > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${more} more` : names.join(", ");
}

function factName({ workflow, path }: CacheRequest): string {
  return `cache/${workflow}/${path}`;
}
