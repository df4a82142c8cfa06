import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Effects } from "../ports/effects.ts";
import type { RunArchives } from "../ports/run-archives.ts";
import type { StepCache } from "../ports/step-cache.ts";

/** Makes a value when it is first asked for, once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** A step cache whose adapter is loaded by the first step that can be cached. */
export function lazyStepCache(load: () => Promise<StepCache>): StepCache {
  const cache = once(load);
  return {
    get: async (key) => (await cache()).get(key),
    put: async (entry, about) => (await cache()).put(entry, about),
  };
}

/** An artifact store whose adapter is loaded by the first artifact. */
export function lazyArtifactStore(load: () => Promise<ArtifactStore>): ArtifactStore {
  const store = once(load);
  return {
    put: async (artifact, content) => (await store()).put(artifact, content),
    get: async (name, where) => (await store()).get(name, where),
    list: async (filter) => (await store()).list(filter),
    remove: async (filter) => (await store()).remove(filter),
  };
}

/** Effects whose client is loaded by the first of them. */
export function lazyEffects(load: () => Promise<Effects>): Effects {
  const effects = once(load);
  return {
    publishPullRequest: async (intent, origin) => (await effects()).publishPullRequest(intent, origin),
    comment: async (intent, origin) => (await effects()).comment(intent, origin),
    label: async (intent, origin) => (await effects()).label(intent, origin),
  };
}

/** Archives whose client is loaded when the first is saved or looked for. */
export function lazyRunArchives(load: () => Promise<RunArchives>): RunArchives {
  const archives = once(load);
  return {
    save: async (runId, archive) => (await archives()).save(runId, archive),
    find: async (runId) => (await archives()).find(runId),
  };
}
