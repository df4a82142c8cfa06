import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { PawlError } from "../../kernel/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { CacheInfo, StepCache } from "../../ports/step-cache.ts";
import { decodeEntry, decodeHeader, encodeEntry, infoOf } from "./entry-file.ts";
import { beyondLimits, isMeant, warnOnce } from "./filter.ts";

export interface S3StepCacheOptions {
  /** Configured with endpoint, region and credentials by whoever wires it. */
  readonly client: S3Client;
  readonly bucket: string;
  /** Put before every name, for a bucket with other things in it; `pawl/` by default. */
  readonly prefix?: string;
  readonly log: Log;
  readonly clock?: Pick<Clock, "now">;
  /** The longest one request may take, in milliseconds; 30 s by default. */
  readonly requestMs?: number;
}

const GIVE_UP_AFTER = 2;
/** No entry of ours is larger; another is not read into memory. */
const MAX_ENTRY_BYTES = 1_200_000_000;
const KEY = /^[0-9a-f]{64}$/;
/** Enough of an entry's start for most headers; a longer one is read again whole. */
const HEADER_RANGE_BYTES = 262_144;

/** One object per entry, under `<prefix>steps/`. S3 has no time of last use: least recently written goes first. */
export function createS3StepCache(
  options: S3StepCacheOptions,
): StepCache & Required<Pick<StepCache, "list" | "remove" | "prune">> {
  const { client, bucket, log } = options;
  const prefix = `${options.prefix ?? "pawl/"}steps/`;
  const now = (): number => options.clock?.now() ?? Date.now();
  const warn = warnOnce(log);
  const signal = (): { abortSignal: AbortSignal } => ({
    abortSignal: AbortSignal.timeout(options.requestMs ?? 30_000),
  });
  let failures = 0;

  const attempt = async <T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> => {
    if (failures >= GIVE_UP_AFTER) return otherwise;
    try {
      const result = await work();
      failures = 0;
      return result;
    } catch (error) {
      failures += 1;
      const why = error instanceof Error ? error.message : String(error);
      // One line, whichever of reading and writing fails first: it is the same trouble.
      warn("down", `step cache: the S3 bucket ${bucket} can't be ${what} (${why}); steps run without it`);
      return otherwise;
    }
  };

  const read = async (key: string, range?: string): Promise<Uint8Array | undefined> => {
    const request = new GetObjectCommand({
      Bucket: bucket,
      Key: prefix + key,
      ...(range === undefined ? {} : { Range: range }),
    });
    try {
      const { Body, ContentLength = 0 } = await client.send(request, signal());
      if (ContentLength > MAX_ENTRY_BYTES) throw new Error(`an entry has ${ContentLength} bytes`);
      return Body === undefined ? undefined : await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey || (error instanceof Error && error.name === "NoSuchKey")) return undefined;
      throw error;
    }
  };

  const objects = async (): Promise<
    readonly { readonly key: string; readonly bytes: number; readonly usedAt: number }[]
  > => {
    const found: { key: string; bytes: number; usedAt: number }[] = [];
    let from: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(from === undefined ? {} : { ContinuationToken: from }),
        }),
        signal(),
      );
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        const key = Key?.slice(prefix.length) ?? "";
        if (KEY.test(key)) found.push({ key, bytes: Size ?? 0, usedAt: LastModified?.getTime() ?? 0 });
      }
      from = page.NextContinuationToken;
    } while (from !== undefined);
    return found;
  };

  const list = async (): Promise<readonly CacheInfo[]> => {
    const infos: CacheInfo[] = [];
    for (const { key, bytes } of await objects()) {
      const start = await read(key, `bytes=0-${HEADER_RANGE_BYTES - 1}`);
      let header = start === undefined ? "gone" : decodeHeader(start);
      if (typeof header === "string" && bytes > HEADER_RANGE_BYTES)
        header = decodeHeader((await read(key)) ?? new Uint8Array());
      if (typeof header !== "string") infos.push(infoOf(header.value, bytes, header.value.about.createdAt));
    }
    return infos.toSorted((a, b) => b.usedAt - a.usedAt);
  };

  const drop = async (keys: readonly string[]): Promise<void> => {
    // DeleteObjects takes at most 1,000 keys: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
    for (let i = 0; i < keys.length; i += 1_000) {
      const Objects = keys.slice(i, i + 1_000).map((key) => ({ Key: prefix + key }));
      await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }), signal());
    }
  };

  /** Looking after the cache is asked for by a person, who has to know that it wasn't done. */
  const tend = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new PawlError({
        code: "cache.unavailable",
        kind: "transient",
        message: `the step cache in the S3 bucket ${bucket} can't be used: ${cause instanceof Error ? cause.message : String(cause)}`,
        remedy: "Check the bucket's name, endpoint and region in PAWL_CACHE, and the credentials' rights.",
        cause,
      });
    }
  };

  return {
    get: async (key) => {
      if (!KEY.test(key)) return undefined;
      return await attempt("read", undefined, async () => {
        const bytes = await read(key);
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
      const createdAt = now();
      const expiry = ttlMs === undefined ? {} : { expiresAt: createdAt + ttlMs };
      const Body = encodeEntry(entry, { workflow, step, createdAt, ...expiry });
      return await attempt("written", false, async () => {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + entry.key, Body }), signal());
        return true;
      });
    },
    list: () => tend(list),
    remove: (filter) =>
      tend(async () => {
        const meant = (await list()).filter((info) => isMeant(info, filter));
        await drop(meant.map(({ key }) => key));
        return meant.length;
      }),
    prune: (limits) =>
      tend(async () => {
        const gone = beyondLimits(await list(), limits, now());
        await drop(gone.map(({ key }) => key));
        return { removed: gone.length, bytes: gone.reduce((sum, entry) => sum + entry.bytes, 0) };
      }),
  };
}
