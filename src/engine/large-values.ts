import { sha256, type Digest } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";
import { canonicalJson, isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { BlobRef } from "./events.ts";

/** A journal line longer than this, in UTF-16 units, has its large members moved into blobs. */
export const LONGEST_LINE = 16_384;
/** A member longer than this becomes a blob of its own. */
const LONGEST_MEMBER = 2_048;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The value as a blob: its canonical JSON's bytes, and what stands in the journal for it. */
export function toBlob(value: Json | object): { readonly ref: BlobRef; readonly bytes: Uint8Array } {
  const bytes = encoder.encode(canonicalJson(value));
  return { ref: { $blob: sha256(bytes), bytes: bytes.byteLength }, bytes };
}

export function fromBlob(bytes: Uint8Array): Json {
  return JSON.parse(decoder.decode(bytes)) as Json;
}

/** The same data with every large member replaced by a reference; the blobs go into `blobs`. */
export function withoutLargeValues<T>(data: T, blobs: Map<Digest, Uint8Array>): T {
  return shrink(data as Json, blobs, true) as T;
}

function shrink(value: Json, blobs: Map<Digest, Uint8Array>, top: boolean): Json {
  if (typeof value === "string") return value.length > LONGEST_MEMBER ? moved(value, blobs) : value;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => shrink(item, blobs, false));
    return canonicalJson(items).length > LONGEST_LINE ? moved(value, blobs) : items;
  }
  if (!isJsonObject(value)) return value;
  const members: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members[key] = shrink(member, blobs, false);
  }
  return !top && canonicalJson(members).length > LONGEST_LINE ? moved(value, blobs) : members;
}

function moved(value: Json, blobs: Map<Digest, Uint8Array>): JsonObject {
  const { ref, bytes } = toBlob(value);
  blobs.set(ref.$blob, bytes);
  return { ...ref };
}

/**
 * Puts the blobs back where their references stand.
 *
 * @throws PawlError `journal.blob_missing` when the store lost one
 */
export async function withLargeValues<T>(
  data: T,
  load: (digest: Digest) => Promise<Uint8Array | undefined>,
  keep: ReadonlySet<string> = new Set(),
): Promise<T> {
  return (await grow(data as Json, load, keep)) as T;
}

async function grow(
  value: Json,
  load: (digest: Digest) => Promise<Uint8Array | undefined>,
  keep: ReadonlySet<string>,
): Promise<Json> {
  if (Array.isArray(value)) return Promise.all(value.map((item: Json) => grow(item, load, keep)));
  if (!isJsonObject(value)) return value;
  if (typeof value["$blob"] === "string" && Object.keys(value).length === 2) {
    const bytes = await load(value["$blob"]);
    if (bytes === undefined || sha256(bytes) !== value["$blob"]) throw missing(value["$blob"]);
    return fromBlob(bytes);
  }
  const members: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    members[key] = keep.has(key) ? member : await grow(member, load, keep);
  }
  return members;
}

function missing(digest: Digest): PawlError {
  return new PawlError({
    code: "journal.blob_missing",
    kind: "permanent",
    message: `The run store has lost or damaged the large value ${digest.slice(0, 12)} that the journal refers to.`,
    remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
  });
}
