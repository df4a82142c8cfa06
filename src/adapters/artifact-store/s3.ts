import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { PawlError } from "../../kernel/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";
import { checkContent, checkName, corrupt, digestOf, fits, fitsRemoval, isRecord, newestFirst, pick } from "./rules.ts";

export interface S3ArtifactStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Put before every name; `pawl/` by default. */
  readonly prefix?: string;
  readonly clock: Pick<Clock, "now">;
  /** The longest one request may take, in milliseconds; 60 s by default. */
  readonly requestMs?: number;
}

/** Content by digest under `<prefix>artifacts/content/`, one JSON record per version under `<prefix>artifacts/records/<run>/`. */
export function createS3ArtifactStore(options: S3ArtifactStoreOptions): ArtifactStore {
  const { client, bucket, clock } = options;
  const prefix = `${options.prefix ?? "pawl/"}artifacts/`;
  const signal = (): { abortSignal: AbortSignal } => ({
    abortSignal: AbortSignal.timeout(options.requestMs ?? 60_000),
  });
  const contentKey = (digest: string): string => `${prefix}content/${digest}`;
  const runPrefix = (runId: string): string => `${prefix}records/${runId.replaceAll(/[^A-Za-z0-9_-]/g, "_")}/`;
  const recordKey = (record: ArtifactRecord): string =>
    `${runPrefix(record.runId)}${record.name}@${record.version}.json`;

  const read = async (Key: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }), signal());
      return Body === undefined ? undefined : await Body.transformToByteArray();
    } catch (error) {
      if (nameOf(error) === "NoSuchKey") return undefined;
      throw unavailable(error);
    }
  };
  const keysBelow = async (Prefix: string): Promise<readonly string[]> => {
    const keys: string[] = [];
    let from: string | undefined;
    do {
      const continued = from === undefined ? {} : { ContinuationToken: from };
      const page = await client
        .send(new ListObjectsV2Command({ Bucket: bucket, Prefix, ...continued }), signal())
        .catch((error: unknown) => {
          throw unavailable(error);
        });
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
      from = page.NextContinuationToken;
    } while (from !== undefined);
    return keys;
  };
  const records = async (runId: string | undefined): Promise<ArtifactRecord[]> => {
    const keys = await keysBelow(runId === undefined ? `${prefix}records/` : runPrefix(runId));
    const found = await Promise.all(keys.map(async (key) => parse(await read(key))));
    return found.filter((record) => record !== undefined);
  };

  return {
    put: async (artifact, content) => {
      checkName(artifact.name);
      const digest = digestOf(content);
      await client
        .send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: contentKey(digest),
            Body: content,
            ContentType: artifact.mediaType,
          }),
          signal(),
        )
        .catch((error: unknown) => {
          throw unavailable(error);
        });
      const known = (await records(artifact.runId)).filter(({ name }) => name === artifact.name);
      let version = Math.max(0, ...known.map((record) => record.version)) + 1;
      for (; ; version++) {
        const record: ArtifactRecord = {
          ...artifact,
          digest,
          bytes: content.byteLength,
          createdAt: clock.now(),
          version,
        };
        // Only when the name is free, so that two writers get two versions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
        const claim = {
          Bucket: bucket,
          Key: recordKey(record),
          Body: JSON.stringify(record),
          ContentType: "application/json",
          IfNoneMatch: "*",
        };
        try {
          await client.send(new PutObjectCommand(claim), signal());
          return record;
        } catch (error) {
          if (nameOf(error) !== "PreconditionFailed") throw unavailable(error);
        }
      }
    },
    get: async (name, where) => {
      const record = pick(await records(where.runId), name, where, clock.now());
      if (record === undefined) return undefined;
      const content = await read(contentKey(record.digest));
      if (content === undefined) throw corrupt(record, "its content is gone");
      checkContent(record, content, where.digest);
      return { record, content };
    },
    list: async (filter) => newestFirst((await records(filter.runId)).filter((record) => fits(record, filter))),
    remove: async (filter) => {
      const gone = (await records(filter.runId)).filter((record) => fitsRemoval(record, filter));
      const drop = async (Key: string): Promise<void> => {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }), signal());
      };
      for (const record of gone) await drop(recordKey(record));
      if (gone.length > 0) {
        const needed = new Set((await records(undefined)).map(({ digest }) => digest));
        for (const digest of new Set(gone.map(({ digest }) => digest)))
          if (!needed.has(digest)) await drop(contentKey(digest));
      }
      return gone.length;
    },
  };

  function unavailable(cause: unknown): PawlError {
    return new PawlError({
      code: "artifact.unavailable",
      kind: "transient",
      message: `the artifact bucket ${bucket} can't be used: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "Check the endpoint, the credentials and that the bucket exists.",
      cause,
    });
  }
}

function parse(bytes: Uint8Array | undefined): ArtifactRecord | undefined {
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}
