import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import type { Digest } from "../../kernel/digest.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { CacheInfo, StepCache } from "../../ports/step-cache.ts";
import { decodeEntry, decodeHeader, encodeEntry, ENTRY_PREFIX_BYTES, headerLength, infoOf } from "./entry-file.ts";
import { beyondLimits, isMeant, warnOnce } from "./filter.ts";

export interface LocalStepCacheOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Total size that is kept; 5 GiB by default. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 5 * 1024 ** 3;
/** A draft older than this belongs to a process that died. */
const DRAFT_AGE_MS = 3_600_000;
const KEY = /^[0-9a-f]{64}$/;

/**
 * One file per entry, in folders by the key's first two digits. A file appears whole or not at all (written beside, then renamed), and is checked
 * before it is used, so that any number of processes may share the folder without a lock. A file's modification time is when it was last used.
 */
export function createLocalStepCache(
  options: LocalStepCacheOptions,
): StepCache & Required<Pick<StepCache, "list" | "remove" | "prune">> {
  const { directory, clock, log } = options;
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const warn = warnOnce(log);
  /** Bytes written since the size was last looked at: looking at every write would read the whole folder each time. */
  let unchecked = Number.POSITIVE_INFINITY;

  const place = (key: Digest): string => path.join(directory, key.slice(0, 2), `${key}.entry`);

  const get: StepCache["get"] = async (key) => {
    if (!KEY.test(key)) return undefined;
    const bytes = await readEntry(place(key));
    if (bytes === undefined) return undefined;
    if (bytes instanceof Error) {
      warn("read", `step cache: an entry could not be read, its step runs instead (${bytes.message})`);
      return undefined;
    }
    const decoded = decodeEntry(bytes, key, clock.now());
    if (decoded.ok) {
      const now = clock.now() / 1_000;
      await utimes(place(key), now, now).catch(() => undefined);
      return decoded.entry;
    }
    if (decoded.expired !== true) {
      warn(
        "broken",
        `step cache: entry ${key.slice(0, 12)} is refused because ${decoded.reason}; its step runs instead`,
      );
    }
    await rm(place(key), { force: true }).catch(() => undefined);
    return undefined;
  };

  const put: StepCache["put"] = async (entry, about) => {
    if (!KEY.test(entry.key)) return false;
    const createdAt = clock.now();
    const encoded = encodeEntry(entry, {
      workflow: about.workflow,
      step: about.step,
      createdAt,
      ...(about.ttlMs === undefined ? {} : { expiresAt: createdAt + about.ttlMs }),
    });
    if (encoded.byteLength > maxBytes) {
      warn(
        "large",
        `step cache: the result of ${about.step} (${encoded.byteLength} bytes) is larger than the whole cache may be; it is not kept`,
      );
      return false;
    }
    const draft = path.join(directory, "drafts", randomUUID());
    try {
      await mkdir(path.dirname(draft), { recursive: true });
      await mkdir(path.dirname(place(entry.key)), { recursive: true });
      const handle = await open(draft, "wx");
      try {
        await handle.writeFile(encoded);
        await handle.utimes(createdAt / 1_000, createdAt / 1_000);
      } finally {
        await handle.close();
      }
      await rename(draft, place(entry.key));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      warn("write", `step cache: a result could not be kept, later runs do its step again (${messageOf(error)})`);
      return false;
    }
    unchecked += encoded.byteLength;
    if (unchecked > maxBytes / 20) {
      unchecked = 0;
      await prune({ maxBytes });
    }
    return true;
  };

  const files = async (): Promise<
    readonly { readonly file: string; readonly bytes: number; readonly usedAt: number }[]
  > => {
    const folders = (await readdir(directory).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const found = await Promise.all(
      folders.map(async (folder) => {
        const names = await readdir(path.join(directory, folder)).catch(() => []);
        return await Promise.all(
          names
            .filter((name) => name.endsWith(".entry"))
            .map(async (name) => {
              const file = path.join(directory, folder, name);
              const known = await stat(file).catch(() => undefined);
              return known === undefined ? [] : [{ file, bytes: known.size, usedAt: Math.round(known.mtimeMs) }];
            }),
        );
      }),
    );
    return found.flat(2);
  };

  const list = async (): Promise<readonly CacheInfo[]> => {
    const infos: CacheInfo[] = [];
    for (const { file, bytes, usedAt } of await files()) {
      const header = await readHeader(file);
      if (header !== undefined) infos.push(infoOf(header, bytes, usedAt));
    }
    return infos.toSorted((a, b) => b.usedAt - a.usedAt);
  };

  const remove: NonNullable<StepCache["remove"]> = async (filter) => {
    const meant = (await list()).filter((info) => isMeant(info, filter));
    await Promise.all(meant.map(({ key }) => rm(place(key), { force: true })));
    return meant.length;
  };

  const prune: NonNullable<StepCache["prune"]> = async (limits) => {
    await removeOldDrafts(path.join(directory, "drafts"), clock.now());
    // Names and times are enough here: nothing is read.
    const all = (await files()).map(({ file, bytes, usedAt }) => ({
      key: path.basename(file, ".entry"),
      bytes,
      usedAt,
      createdAt: usedAt,
      workflow: "",
      step: "",
    }));
    const gone = beyondLimits(all, limits, clock.now());
    await Promise.all(gone.map(({ key }) => rm(place(key), { force: true }).catch(() => undefined)));
    return { removed: gone.length, bytes: gone.reduce((sum, entry) => sum + entry.bytes, 0) };
  };

  return { get, put, list, remove, prune };
}

async function readEntry(file: string): Promise<Uint8Array | Error | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function readHeader(file: string): Promise<Parameters<typeof infoOf>[0] | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const prefix = Buffer.alloc(ENTRY_PREFIX_BYTES);
      await handle.read(prefix, 0, prefix.length, 0);
      const length = headerLength(prefix);
      if (length === undefined) return undefined;
      const whole = Buffer.alloc(length);
      const { bytesRead } = await handle.read(whole, 0, length, 0);
      const header = decodeHeader(whole.subarray(0, bytesRead));
      return typeof header === "string" ? undefined : header.value;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function removeOldDrafts(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const known = await stat(file).catch(() => undefined);
    if (known !== undefined && now - known.mtimeMs > DRAFT_AGE_MS) await rm(file, { force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
