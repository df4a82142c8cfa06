import { S3Client } from "@aws-sdk/client-s3";
import { createS3ArtifactStore } from "../adapters/artifact-store/s3.ts";
import { createS3StepCache } from "../adapters/step-cache/s3.ts";
import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { StepCache } from "../ports/step-cache.ts";

export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
  /** Of a service other than Amazon's; buckets are then addressed by path. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
}

export function s3Cache(
  { bucket, prefix, ...place }: S3Place,
  parts: { readonly clock: Clock; readonly log: Log },
): StepCache {
  return createS3StepCache({ client: connect(place), bucket, prefix, ...parts });
}

export function s3Artifacts({ bucket, prefix, ...place }: S3Place, parts: { readonly clock: Clock }): ArtifactStore {
  return createS3ArtifactStore({ client: connect(place), bucket, prefix, ...parts });
}

function connect({ endpoint, region }: Pick<S3Place, "endpoint" | "region">): S3Client {
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true, region: region ?? "us-east-1" }),
    ...(region === undefined ? {} : { region }),
  });
}
