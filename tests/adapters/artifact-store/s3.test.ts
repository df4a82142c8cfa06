import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createS3ArtifactStore } from "../../../src/adapters/artifact-store/s3.ts";
import { artifact, artifactStoreContract, bytes } from "../../contracts/artifact-store.ts";
import { startS3, type S3Peer } from "../../peers/s3.ts";

let s3: S3Peer;
let count = 0;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3[Symbol.asyncDispose]();
});

artifactStoreContract("S3", async () => {
  const { client, bucket } = s3;
  const prefix = `test-${++count}/`;
  let now = Date.now();
  return {
    store: createS3ArtifactStore({ client, bucket, prefix, clock: { now: () => now } }),
    advance: (ms) => {
      now += ms;
    },
    replace: async (digest, content) => {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: `${prefix}artifacts/content/${digest}`, Body: content }),
      );
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
});

test("a bucket that is not there is an error that says what to check", async () => {
  const store = createS3ArtifactStore({ client: s3.client, bucket: "no-such-bucket", clock: { now: () => 1 } });
  await expect(store.put(artifact("a"), bytes("x"))).rejects.toMatchObject({
    code: "artifact.unavailable",
    kind: "transient",
  });
});
