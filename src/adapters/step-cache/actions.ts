import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { within } from "../../kernel/deadline.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { StepCache } from "../../ports/step-cache.ts";
import {
  actionsCacheService,
  CacheServiceError,
  type ActionsCacheEnvironment,
  type ActionsCacheLimits,
} from "./actions-service.ts";
import { readSingleFile } from "./actions-tar.ts";
import { decodeEntry, encodeEntry, type Decoded } from "./entry-file.ts";
import { warnOnce } from "./filter.ts";

export interface ActionsStepCacheOptions {
  readonly log: Log;
  readonly env: ActionsCacheEnvironment;
  readonly clock?: Pick<Clock, "now">;
  readonly limits?: Partial<ActionsCacheLimits>;
}

const LIMITS: ActionsCacheLimits = { callMs: 10_000, blobMs: 120_000, maxBytes: 1_200_000_000 };
/**
 * After so many failures in a row the service is left alone: one that hangs would otherwise cost ten seconds a step. The official client has tried an
 * upload five times, over half a minute, before it fails.
 */
const GIVE_UP_AFTER = { read: 2, written: 1 };
const FOLDER = ".pawl-step-cache";
const KEY = /^[0-9a-f]{64}$/;

/**
 * The step cache of a GitHub Actions job. A run whose token may only read (those that issues and comments start) reads; what can't be
 * read or kept is a miss and one line in the log. GitHub evicts entries itself, after seven days without use and beyond the repository's quota.
 */
export function createActionsStepCache(options: ActionsStepCacheOptions): StepCache {
  const { log } = options;
  const now = (): number => options.clock?.now() ?? Date.now();
  const limits = { ...LIMITS, ...options.limits };
  const service = actionsCacheService(options.env, limits);
  const warn = warnOnce(log);
  const failures = { read: 0, written: 0 };
  const shared = sharing<boolean>();

  const attempt = async <T>(
    what: "read" | "written",
    otherwise: string,
    work: () => Promise<T>,
  ): Promise<T | undefined> => {
    if (failures[what] >= GIVE_UP_AFTER[what]) return undefined;
    try {
      const result = await work();
      failures[what] = 0;
      return result;
    } catch (error) {
      failures[what] += 1;
      warn(what, `step cache: GitHub's cache can't be ${what} (${describe(error)}); ${otherwise}`);
      return undefined;
    }
  };

  const upload = async (key: string, bytes: Uint8Array): Promise<boolean> => {
    const directory = path.join(homedir(), FOLDER);
    const file = path.join(directory, nameOf(key));
    await mkdir(directory, { recursive: true });
    await writeFile(file, bytes);
    try {
      const { uploadFile } = await import("./actions-upload.ts");
      // The official client waits minutes for a service that hangs.
      const taken = await within(
        limits.blobMs,
        uploadFile(pathOf(key), nameOf(key)),
        () => new CacheServiceError(0, "it does not answer"),
      );
      // An entry of this key that is there already was written by a run that did the same.
      if (taken || (await service.has(nameOf(key), pathOf(key)))) return true;
      throw new CacheServiceError(
        0,
        "GitHub did not take an entry, as a run started by an issue or a comment may only read",
      );
    } finally {
      await rm(file, { force: true });
      // Gone with its last file.
      await rmdir(directory).catch(() => undefined);
    }
  };

  return {
    get: async (key) => {
      if (!service.readable || !KEY.test(key)) return undefined;
      return await attempt("read", "steps run instead", async () => {
        const archive = await service.download(nameOf(key), pathOf(key));
        if (archive === undefined) return undefined;
        const decoded = await decode(archive, key);
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
      const { key } = entry;
      if (!KEY.test(key)) return false;
      if (!service.writable) {
        warn(
          "written",
          "step cache: this run may not write GitHub's cache, so its results are not kept for later runs",
        );
        return false;
      }
      // A service that can't be read, and was said so, takes nothing either.
      if (failures.read > 0) return false;
      const createdAt = now();
      const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
      const bytes = encodeEntry(entry, { workflow, step, createdAt, ...expiry });
      // Two steps with one result at once make one upload.
      const kept = await attempt("written", "later runs do the steps again", () =>
        shared(key, () => upload(key, bytes)),
      );
      return kept === true;
    },
  };

  async function decode(archive: Uint8Array, key: string): Promise<Decoded> {
    try {
      return decodeEntry(await readSingleFile(archive, limits.maxBytes), key, now());
    } catch (error) {
      return { ok: false, reason: describe(error) };
    }
  }
}

/**
 * Who asks while work of the same name is under way gets that one's end. Work begins inside the call that waits for it, never before: a promise
 * nobody waits for would end the process when it fails.
 */
function sharing<T>(): (name: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return async (name, work) => {
    const known = underWay.get(name);
    if (known !== undefined) return await known;
    const begun = work();
    underWay.set(name, begun);
    try {
      return await begun;
    } finally {
      underWay.delete(name);
    }
  };
}

/** The path is part of what tells entries apart, so it must be the same text on every machine; the client knows `~`. */
function pathOf(key: string): string {
  return `~/${FOLDER}/${nameOf(key)}`;
}

function nameOf(key: string): string {
  return `pawl-step-${key}`;
}

function describe(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "it does not answer";
  if (error instanceof CacheServiceError && error.status === 403) return "this run's token does not allow it";
  if (error instanceof Error && error.cause instanceof Error) return `${error.message}: ${error.cause.message}`;
  return error instanceof Error ? error.message : String(error);
}
