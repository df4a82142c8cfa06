import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";

export interface S3Peer extends AsyncDisposable {
  readonly client: S3Client;
  readonly bucket: string;
}

/** An S3 server of others' making (s3rver) on a free port of 127.0.0.1, with one empty bucket. */
export async function startS3(): Promise<S3Peer> {
  const directory = await mkdtemp(path.join(tmpdir(), "pawl-s3-"));
  const bucket = "pawl-test";
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    forcePathStyle: true,
    // s3rver's fixed test credentials.
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    maxAttempts: 1,
  });
  return {
    client,
    bucket,
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
