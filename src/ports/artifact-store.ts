import type { Digest } from "../kernel/digest.ts";

export interface ArtifactRecord {
  readonly name: string;
  readonly digest: Digest;
  readonly bytes: number;
  readonly mediaType: string;
  readonly runId: string;
  /** Path of the step that made it. */
  readonly step: string;
  readonly workflow: string;
  readonly tree?: string;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly expiresAt?: number;
  /** Counts from 1 for each name within a run. */
  readonly version: number;
  /** Where a person can fetch it, when the store has such a place. */
  readonly url?: string;
}

/** Files that outlive a run (W5). Names match `^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`; content is verified by digest on read (`artifact.corrupt`). */
export interface ArtifactStore {
  put(
    artifact: Omit<ArtifactRecord, "digest" | "bytes" | "createdAt" | "version" | "url">,
    content: Uint8Array,
  ): Promise<ArtifactRecord>;
  get(
    name: string,
    where: {
      readonly runId?: string;
      readonly version?: number;
      /** What a journal or an earlier job says it must be; anything else of that name is `artifact.corrupt`. */
      readonly digest?: Digest;
    },
  ): Promise<{ readonly record: ArtifactRecord; readonly content: Uint8Array } | undefined>;
  list(filter: {
    readonly runId?: string;
    readonly name?: string;
    readonly workflow?: string;
  }): Promise<readonly ArtifactRecord[]>;
  remove(filter: { readonly runId?: string; readonly name?: string; readonly expiredBefore?: number }): Promise<number>;
}
