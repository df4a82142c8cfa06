import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { afterEach, expect, test } from "vitest";
import { sharedStores } from "../../src/wiring/shared-stores.ts";
import { collectWarnings } from "../adapters/log.ts";
import { createRepository, type TestRepository } from "../adapters/workspace/repository.ts";
import { startS3 } from "../peers/s3.ts";

const PAWL = path.resolve(import.meta.dirname, "../../src/entry/cli/pawl.mjs");
const WORKFLOW = `name: build
description: Builds once.
steps:
  - id: build
    type: shell
    command: date +%s%N > made.txt
    cache: true
    artifacts: [{ name: made, path: made.txt }]
`;

const made: TestRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

test("two machines share results and artifacts through a bucket", async () => {
  await using s3 = await startS3();
  const endpoint = await s3.client.config.endpoint?.();
  const address = `s3://${s3.bucket}/team?endpoint=${encodeURIComponent(`http://${endpoint?.hostname}:${endpoint?.port}`)}`;
  const env = {
    PATH: process.env["PATH"],
    HOME: "/nonexistent",
    AWS_ACCESS_KEY_ID: "S3RVER",
    AWS_SECRET_ACCESS_KEY: "S3RVER",
    PAWL_CACHE: address,
    PAWL_ARTIFACTS: address,
  };
  const pawl = async (...args: string[]): Promise<{ steps: Record<string, { status: string }>; run_id: string }> => {
    const repository = createRepository({ ".github/pawl/build.yml": WORKFLOW });
    made.push(repository);
    const { stdout } = await promisify(execFile)(process.execPath, [PAWL, ...args, "--json"], {
      cwd: repository.root,
      env,
    });
    return JSON.parse(stdout) as { steps: Record<string, { status: string }>; run_id: string };
  };
  const first = await pawl("run", "build", "--yes");
  const second = await pawl("run", "build", "--yes");
  expect(first.steps["build"]?.status).toBe("completed");
  expect(second.steps["build"]?.status).toBe("cached");
  const listed = (await pawl("artifacts", "list")) as unknown as readonly { readonly name: string }[];
  expect(listed.map(({ name }) => name)).toEqual(["made", "made"]);
  const { Contents } = await s3.client.send(new ListObjectsV2Command({ Bucket: s3.bucket }));
  expect(Contents?.every(({ Key }) => Key?.startsWith("team/"))).toBe(true);
});

test.each(["http://bucket", "bucket", "s3://"])("says what is wrong with the address %s", (address) => {
  expect(() => sharedStores({ PAWL_CACHE: address }, collectWarnings().log)).toThrow(
    expect.objectContaining({
      code: "config.invalid",
      message: expect.stringContaining("PAWL_CACHE") as string,
    }) as Error,
  );
});

test("nothing is shared unless it is asked for", () => {
  expect(sharedStores({}, collectWarnings().log)).toEqual({});
});
