import type { Clock } from "../../ports/clock.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";
import { checkContent, checkName, digestOf, fits, fitsRemoval, newestFirst, pick } from "./rules.ts";

/** Artifacts that live as long as the process: dry runs and tests. */
export function createMemoryArtifactStore(options: { readonly clock: Pick<Clock, "now"> }): ArtifactStore {
  const { clock } = options;
  let stored: readonly { readonly record: ArtifactRecord; readonly content: Uint8Array }[] = [];
  const records = (): ArtifactRecord[] => stored.map(({ record }) => record);

  return {
    put: async (artifact, content) => {
      checkName(artifact.name);
      const earlier = records().filter(({ runId, name }) => runId === artifact.runId && name === artifact.name);
      const record: ArtifactRecord = {
        ...artifact,
        digest: digestOf(content),
        bytes: content.byteLength,
        createdAt: clock.now(),
        version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      };
      stored = [...stored, { record, content: content.slice() }];
      return record;
    },
    get: async (name, where) => {
      const record = pick(records(), name, where, clock.now());
      const found = stored.find((entry) => entry.record === record);
      if (found === undefined) return undefined;
      checkContent(found.record, found.content);
      return { record: found.record, content: found.content.slice() };
    },
    list: async (filter) => newestFirst(records().filter((record) => fits(record, filter))),
    remove: async (filter) => {
      const before = stored.length;
      stored = stored.filter(({ record }) => !fitsRemoval(record, filter));
      return before - stored.length;
    },
  };
}
