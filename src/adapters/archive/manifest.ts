import type { Digest } from "../../kernel/digest.ts";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject } from "../../kernel/json.ts";
import type { ArtifactRecord } from "../../ports/artifact-store.ts";
import type { RunSummary } from "../../ports/run-store.ts";

export interface ArchivedRun {
  readonly runId: string;
  /** Hash of the journal's last record. */
  readonly head: Digest;
  readonly records: number;
  readonly summary: RunSummary;
}

/** An archive's list of contents: what belongs to it, and whose it is. */
export interface Manifest {
  readonly format: 1;
  readonly runId: string;
  /** The run itself first, then the runs it started. */
  readonly runs: readonly ArchivedRun[];
  readonly trees: readonly string[];
  readonly baseCommit: string | null;
  readonly thin: boolean;
  readonly artifacts: readonly ArtifactRecord[];
  readonly members: readonly { readonly name: string; readonly bytes: number; readonly digest: Digest }[];
}

const STATUSES: ReadonlySet<unknown> = new Set(["running", "completed", "failed", "parked", "cancelled"]);
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

export function isManifest(value: unknown): value is Manifest {
  if (!isJsonObject(value)) return false;
  const { format, runId, runs, trees, artifacts, members } = value;
  return (
    format === 1 &&
    isRunId(runId) &&
    Array.isArray(runs) &&
    runs.every(isArchivedRun) &&
    Array.isArray(trees) &&
    Array.isArray(artifacts) &&
    artifacts.every(
      (artifact) => isJsonObject(artifact) && isDigest(artifact["digest"]) && typeof artifact["name"] === "string",
    ) &&
    Array.isArray(members) &&
    members.every((member) => isJsonObject(member) && typeof member["name"] === "string" && isDigest(member["digest"]))
  );
}

function isArchivedRun(value: unknown): boolean {
  if (!isJsonObject(value) || !isJsonObject(value["summary"])) return false;
  const { runId, head, records, summary } = value;
  return (
    isRunId(runId) &&
    isDigest(head) &&
    Number.isSafeInteger(records) &&
    summary["runId"] === runId &&
    typeof summary["workflow"] === "string" &&
    STATUSES.has(summary["status"]) &&
    typeof summary["createdAt"] === "number" &&
    typeof summary["updatedAt"] === "number" &&
    isJsonObject(summary["labels"])
  );
}

function isRunId(value: unknown): boolean {
  return typeof value === "string" && RUN_ID.test(value);
}

function isDigest(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

export function corrupt(why: string, cause?: unknown): PawlError {
  return new PawlError({
    code: "archive.corrupt",
    kind: "permanent",
    message: `the archive is damaged: ${why}`,
    remedy: "Fetch it again from where it was made; a damaged archive is never used in part.",
    ...(cause === undefined ? {} : { cause }),
  });
}

export function refused(name: string, why: string): PawlError {
  return new PawlError({
    code: "archive.refused",
    kind: "policy",
    message: `archive entry ${JSON.stringify(name.slice(0, 200))} is refused: ${why}`,
    remedy: "Use only archives that pawl itself has written.",
  });
}
