import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createS3StepCache } from "../../../src/adapters/step-cache/s3.ts";
import { entryFor, stepCacheContract } from "../../contracts/step-cache.ts";
import { startS3, type S3Peer } from "../../peers/s3.ts";
import { collectWarnings } from "../log.ts";

let s3: S3Peer;
let count = 0;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3[Symbol.asyncDispose]();
});

stepCacheContract(
  "S3",
  async () => {
    const { client, bucket } = s3;
    const prefix = `test-${++count}/`;
    let now = Date.now();
    return {
      cache: createS3StepCache({ client, bucket, prefix, log: collectWarnings().log, clock: { now: () => now } }),
      advance: (ms) => {
        now += ms;
      },
      tamper: async (key, change) => {
        const place = { Bucket: bucket, Key: `${prefix}steps/${key}` };
        const { Body } = await client.send(new GetObjectCommand(place));
        await client.send(new PutObjectCommand({ ...place, Body: change(await Body!.transformToByteArray()) }));
      },
      [Symbol.asyncDispose]: async () => undefined,
    };
  },
  { manages: true, knowsLastUse: false },
);

test("a bucket that is not there is a miss and one line, and is then left alone", async () => {
  const { log, warnings } = collectWarnings();
  const cache = createS3StepCache({ client: s3.client, bucket: "no-such-bucket", log });
  for (const name of ["a", "b", "c"]) {
    expect(await cache.get(entryFor(name).key)).toBeUndefined();
    expect(await cache.put(entryFor(name), { workflow: "w", step: "s" })).toBe(false);
  }
  expect(warnings).toEqual([expect.stringMatching(/^step cache: the S3 bucket no-such-bucket can't be/)]);
});

test("an endpoint that nobody serves is a miss, and an error to who looks after the cache", async () => {
  const { log, warnings } = collectWarnings();
  const client = new S3Client({
    endpoint: "http://127.0.0.1:9",
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    maxAttempts: 1,
  });
  const cache = createS3StepCache({ client, bucket: "b", log });
  expect(await cache.get(entryFor("a").key)).toBeUndefined();
  expect(await cache.put(entryFor("a"), { workflow: "w", step: "s" })).toBe(false);
  expect(warnings).toHaveLength(1);
  const unavailable = { code: "cache.unavailable", message: expect.stringContaining("bucket b ") as unknown };
  await expect(cache.list()).rejects.toMatchObject(unavailable);
  await expect(cache.remove({})).rejects.toMatchObject(unavailable);
  await expect(cache.prune({ maxBytes: 0 })).rejects.toMatchObject(unavailable);
});
