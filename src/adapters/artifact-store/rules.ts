import { createHash } from "node:crypto";
import type { Digest } from "../../kernel/digest.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";

/** Names Windows keeps for devices, and our own. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Names beginning so are Pawl's own: run archives. */
export const RESERVED_PREFIX = "pawl-run";

export type ArtifactFilter = Parameters<ArtifactStore["list"]>[0];
export type Wanted = Parameters<ArtifactStore["get"]>[1];
export type RemoveFilter = Parameters<ArtifactStore["remove"]>[0];

/** @throws PawlError `artifact.name` */
export function checkName(name: string): void {
  if (NAME.test(name) && !name.includes("..") && !RESERVED.test(name) && !name.startsWith(RESERVED_PREFIX)) return;
  throw new PawlError({
    code: "artifact.name",
    kind: "policy",
    message: `${JSON.stringify(name.slice(0, 120))} can't be the name of an artifact`,
    remedy: `Use up to 100 letters, digits, ".", "_" and "-", starting with a letter or digit; not a device name such as "con", and not "${RESERVED_PREFIX}…".`,
  });
}

export function digestOf(content: Uint8Array): Digest {
  return createHash("sha256").update(content).digest("hex");
}

/** @throws PawlError `artifact.corrupt` when the content isn't what the record says, or not what the reader expects */
export function checkContent(record: ArtifactRecord, content: Uint8Array, expected?: Digest): void {
  if (content.byteLength !== record.bytes || digestOf(content) !== record.digest) {
    throw corrupt(record, "its content is not what was stored");
  }
  if (expected !== undefined && expected !== record.digest)
    throw corrupt(record, "it is not the one the run made; it was replaced");
}

export function corrupt(
  record: Pick<ArtifactRecord, "name" | "runId" | "version">,
  why: string,
  cause?: unknown,
): PawlError {
  return new PawlError({
    code: "artifact.corrupt",
    kind: "permanent",
    message: `artifact ${record.name} (run ${record.runId}, version ${record.version}) can't be used: ${why}`,
    remedy: "Run the step that makes it again (pawl resume --from).",
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Newest first: by time, then by version. */
export function newestFirst(records: readonly ArtifactRecord[]): ArtifactRecord[] {
  return records.toSorted((a, b) => b.createdAt - a.createdAt || b.version - a.version);
}

export function fits(record: ArtifactRecord, filter: ArtifactFilter): boolean {
  return (
    (filter.runId === undefined || record.runId === filter.runId) &&
    (filter.name === undefined || record.name === filter.name) &&
    (filter.workflow === undefined || record.workflow === filter.workflow)
  );
}

export function fitsRemoval(record: ArtifactRecord, filter: RemoveFilter): boolean {
  const { expiredBefore } = filter;
  const expired = expiredBefore === undefined || (record.expiresAt !== undefined && record.expiresAt <= expiredBefore);
  return fits(record, filter) && expired;
}

/** The record that `get` means: of this run or of any, this version or the newest, not past its time. */
export function pick(
  records: readonly ArtifactRecord[],
  name: string,
  where: Wanted,
  now: number,
): ArtifactRecord | undefined {
  return newestFirst(records).find(
    (record) =>
      record.name === name &&
      (where.runId === undefined || record.runId === where.runId) &&
      (where.version === undefined || record.version === where.version) &&
      (record.expiresAt === undefined || record.expiresAt > now),
  );
}

/** Whether parsed JSON is a record; a store reads what anyone may have written. */
export function isRecord(value: unknown): value is ArtifactRecord {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Partial<Record<keyof ArtifactRecord, unknown>>;
  return (
    typeof record.name === "string" &&
    typeof record.digest === "string" &&
    /^[0-9a-f]{64}$/.test(record.digest) &&
    typeof record.bytes === "number" &&
    typeof record.mediaType === "string" &&
    typeof record.runId === "string" &&
    typeof record.step === "string" &&
    typeof record.workflow === "string" &&
    typeof record.createdAt === "number" &&
    typeof record.version === "number" &&
    Array.isArray(record.tags)
  );
}
