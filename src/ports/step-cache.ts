import type { Digest } from "../kernel/digest.ts";
import type { JsonObject } from "../kernel/json.ts";

export interface CacheEntry {
  readonly key: Digest;
  /** JSON the engine wrote; the store doesn't look inside. */
  readonly manifest: JsonObject;
  /** Payload by name (`patch`, `objects`, `artifact:<name>`, `path:<n>`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface CacheInfo {
  readonly key: Digest;
  readonly bytes: number;
  readonly createdAt: number;
  readonly usedAt: number;
  readonly workflow: string;
  readonly step: string;
}

/**
 * Results of steps by key (W2, W3). Nothing but speed depends on it: a miss, a refusal and a broken entry are all `undefined` or `false`,
 * and the reason goes to `warn` once. Entries are verified by digest before they are returned.
 */
export interface StepCache {
  get(key: Digest): Promise<CacheEntry | undefined>;
  /** True when stored. */
  put(
    entry: CacheEntry,
    about: { readonly workflow: string; readonly step: string; readonly ttlMs?: number },
  ): Promise<boolean>;
  list?(): Promise<readonly CacheInfo[]>;
  remove?(filter: {
    readonly key?: Digest;
    readonly workflow?: string;
    readonly step?: string;
    readonly prefix?: string;
  }): Promise<number>;
  /** Enforces ages and the size limit, least recently used first. */
  prune?(limits: {
    readonly maxBytes?: number;
    readonly maxAgeMs?: number;
  }): Promise<{ readonly removed: number; readonly bytes: number }>;
}
