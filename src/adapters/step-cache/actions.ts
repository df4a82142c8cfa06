import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { StepCache } from "../../ports/step-cache.ts";
import {
  actionsCacheService,
  CacheServiceError,
  type ActionsCacheEnvironment,
  type ActionsCacheLimits,
} from "./actions-service.ts";
import { decodeEntry, encodeEntry } from "./entry-file.ts";
import { warnOnce } from "./filter.ts";

export interface ActionsStepCacheOptions {
  readonly log: Log;
  readonly env: ActionsCacheEnvironment;
  readonly clock?: Pick<Clock, "now">;
  readonly limits?: Partial<ActionsCacheLimits>;
}

const LIMITS: ActionsCacheLimits = { callMs: 10_000, blobMs: 120_000, maxBytes: 1_200_000_000 };
/** After so many failures in a row the service is left alone: a service that hangs would otherwise cost ten seconds a step. */
const GIVE_UP_AFTER = 2;
const KEY = /^[0-9a-f]{64}$/;

/**
 * The step cache of a GitHub Actions job. A run whose token may only read (those that issues and comments start) reads; what can't be
 * read or kept is a miss and one line in the log. GitHub evicts entries itself, after seven days without use and beyond the repository's quota.
 */
export function createActionsStepCache(options: ActionsStepCacheOptions): StepCache {
  const { log } = options;
  const now = (): number => options.clock?.now() ?? Date.now();
  const service = actionsCacheService(options.env, { ...LIMITS, ...options.limits });
  const warn = warnOnce(log);
  let failures = 0;

  const attempt = async <T>(what: string, otherwise: string, work: () => Promise<T>): Promise<T | undefined> => {
    if (failures >= GIVE_UP_AFTER) return undefined;
    try {
      const result = await work();
      failures = 0;
      return result;
    } catch (error) {
      const denied = error instanceof CacheServiceError && (error.status === 403 || /denied/i.test(error.message));
      if (!denied) failures += 1;
      const why = denied ? "this run's token does not allow it" : describe(error);
      warn(what, `step cache: GitHub's cache can't be ${what} (${why}); ${otherwise}`);
      return undefined;
    }
  };

  return {
    get: async (key) => {
      if (!service.readable || !KEY.test(key)) return undefined;
      return await attempt("read", "steps run instead", async () => {
        const bytes = await service.download(nameOf(key));
        if (bytes === undefined) return undefined;
        const decoded = decodeEntry(bytes, key, now());
        if (decoded.ok) return decoded.entry;
        if (decoded.expired !== true) {
          warn(
            "broken",
            `step cache: entry ${key.slice(0, 12)} is refused because ${decoded.reason}; its step runs instead`,
          );
        }
        return undefined;
      });
    },
    put: async (entry, { workflow, step, ttlMs }) => {
      if (!KEY.test(entry.key)) return false;
      if (!service.writable) {
        warn(
          "written",
          "step cache: this run may not write GitHub's cache, so its results are not kept for later runs",
        );
        return false;
      }
      const createdAt = now();
      const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
      const bytes = encodeEntry(entry, { workflow, step, createdAt, ...expiry });
      // An entry of this key that is there already was written by a run that did the same.
      const kept = await attempt("written", "later runs do the steps again", async () => {
        await service.upload(nameOf(entry.key), bytes);
        return true;
      });
      return kept === true;
    },
  };
}

function nameOf(key: string): string {
  return `pawl-step-${key}`;
}

function describe(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "it does not answer";
  if (error instanceof Error && error.cause instanceof Error) return `${error.message}: ${error.cause.message}`;
  return error instanceof Error ? error.message : String(error);
}
