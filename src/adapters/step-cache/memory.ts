import type { Digest } from "../../kernel/digest.ts";
import type { Clock } from "../../ports/clock.ts";
import type { StepCache } from "../../ports/step-cache.ts";
import { decodeEntry, decodeHeader, encodeEntry, infoOf } from "./entry-file.ts";
import { beyondLimits, isMeant } from "./filter.ts";

/** A cache that lives as long as the process: dry runs and tests. Entries are kept encoded, so that nobody shares a changeable object. */
export function createMemoryStepCache(
  options: {
    readonly clock?: Pick<Clock, "now">;
    /** Where the encoded entries are kept: a map of the caller's, to look at or to share. */
    readonly entries?: Map<Digest, Uint8Array>;
  } = {},
): StepCache & Required<Pick<StepCache, "list" | "remove" | "prune">> {
  const now = (): number => options.clock?.now() ?? Date.now();
  const entries = options.entries ?? new Map<Digest, Uint8Array>();
  const usedAt = new Map<Digest, number>();

  const list = (): ReturnType<typeof infoOf>[] =>
    [...entries].flatMap(([key, bytes]) => {
      const header = decodeHeader(bytes);
      return typeof header === "string" ? [] : [infoOf(header.value, bytes.byteLength, usedAt.get(key) ?? 0)];
    });
  const drop = (infos: readonly { readonly key: Digest }[]): number =>
    infos.filter(({ key }) => entries.delete(key)).length;

  return {
    get: async (key) => {
      const found = entries.get(key);
      if (found === undefined) return undefined;
      const decoded = decodeEntry(found, key, now());
      if (!decoded.ok) {
        entries.delete(key);
        return undefined;
      }
      usedAt.set(key, now());
      return decoded.entry;
    },
    put: async (entry, { workflow, step, ttlMs }) => {
      const createdAt = now();
      const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
      entries.set(entry.key, encodeEntry(entry, { workflow, step, createdAt, ...expiry }));
      usedAt.set(entry.key, createdAt);
      return true;
    },
    list: async () => list().toSorted((a, b) => b.usedAt - a.usedAt),
    remove: async (filter) => drop(list().filter((info) => isMeant(info, filter))),
    prune: async (limits) => {
      const gone = beyondLimits(list(), limits, now());
      return { removed: drop(gone), bytes: gone.reduce((sum, entry) => sum + entry.bytes, 0) };
    },
  };
}
