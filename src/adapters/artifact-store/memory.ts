import type { Digest } from "../../kernel/digest.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";
import { checkContent, checkName, corrupt, digestOf, fits, fitsRemoval, newestFirst, pick } from "./rules.ts";

/** Artifacts that live as long as the process: dry runs and tests. */
export function createMemoryArtifactStore(options: {
  readonly clock: Pick<Clock, "now">;
  /** Where contents are kept by digest: a map of the caller's, to look at or to share. */
  readonly contents?: Map<Digest, Uint8Array>;
}): ArtifactStore {
  const { clock } = options;
  const contents = options.contents ?? new Map<Digest, Uint8Array>();
  let records: readonly ArtifactRecord[] = [];

  return {
    put: async (artifact, content) => {
      checkName(artifact.name);
      const earlier = records.filter(({ runId, name }) => runId === artifact.runId && name === artifact.name);
      const record: ArtifactRecord = {
        ...artifact,
        digest: digestOf(content),
        bytes: content.byteLength,
        createdAt: clock.now(),
        version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      };
      records = [...records, record];
      contents.set(record.digest, content.slice());
      return record;
    },
    get: async (name, where) => {
      const record = pick(records, name, where, clock.now());
      if (record === undefined) return undefined;
      const content = contents.get(record.digest);
      if (content === undefined) throw corrupt(record, "its content is gone");
      checkContent(record, content, where.digest);
      return { record, content: content.slice() };
    },
    list: async (filter) => newestFirst(records.filter((record) => fits(record, filter))),
    remove: async (filter) => {
      const before = records.length;
      records = records.filter((record) => !fitsRemoval(record, filter));
      const needed = new Set(records.map(({ digest }) => digest));
      for (const digest of contents.keys()) if (!needed.has(digest)) contents.delete(digest);
      return before - records.length;
    },
  };
}
