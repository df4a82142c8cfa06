import { createHash } from "node:crypto";
import { digestJson, type Digest } from "../../kernel/digest.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { CacheEntry, CacheInfo } from "../../ports/step-cache.ts";

/** What a store knows of an entry without reading its payload. */
export interface EntryAbout {
  readonly workflow: string;
  readonly step: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When it stops counting; absent: never. */
  readonly expiresAt?: number;
}

export interface EntryHeader {
  readonly key: Digest;
  readonly about: EntryAbout;
  readonly manifest: JsonObject;
  readonly manifestDigest: Digest;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly digest: Digest }[];
}

/** First line of an entry; a later form gets a later number, and is a miss to an older Pawl. */
const MAGIC = "pawl-cache-entry 1\n";
/** `MAGIC`, 64 digits of the header's digest, a line feed, ten digits of the header's length, a line feed. */
const PREFIX_BYTES = MAGIC.length + 64 + 1 + 10 + 1;
const MAX_HEADER_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 1_000;

/** An entry as one file: a prefix, a JSON header with the digest of everything that follows, then the payloads one after another. */
export function encodeEntry(entry: CacheEntry, about: EntryAbout): Uint8Array {
  const files = [...entry.files].map(([name, content]) => ({
    name,
    bytes: content.byteLength,
    digest: digestOf(content),
  }));
  const header: EntryHeader = {
    key: entry.key,
    about,
    manifest: entry.manifest,
    manifestDigest: digestJson(entry.manifest),
    files,
  };
  const text = Buffer.from(JSON.stringify(header), "utf8");
  const prefix = Buffer.from(`${MAGIC}${digestOf(text)}\n${String(text.byteLength).padStart(10, "0")}\n`, "latin1");
  return new Uint8Array(Buffer.concat([prefix, text, ...entry.files.values()]));
}

export type Decoded =
  | { readonly ok: true; readonly entry: CacheEntry; readonly about: EntryAbout }
  /** Why it can't be used; for one line of a log. */
  | { readonly ok: false; readonly reason: string; readonly expired?: boolean };

/** Reads an entry and checks everything: form, key, digests of manifest and payloads, age. */
export function decodeEntry(bytes: Uint8Array, key: Digest, now: number): Decoded {
  const header = decodeHeader(bytes);
  if (typeof header === "string") return { ok: false, reason: header };
  if (header.value.key !== key) return { ok: false, reason: "it was stored for another key" };
  if (digestJson(header.value.manifest) !== header.value.manifestDigest)
    return { ok: false, reason: "its manifest was altered" };
  const { expiresAt } = header.value.about;
  if (expiresAt !== undefined && expiresAt <= now) return { ok: false, reason: "it is past its time", expired: true };
  const files = new Map<string, Uint8Array>();
  let at = header.end;
  for (const { name, bytes: length, digest } of header.value.files) {
    const content = bytes.subarray(at, at + length);
    if (content.byteLength !== length) return { ok: false, reason: "it is cut short" };
    if (digestOf(content) !== digest) return { ok: false, reason: `the digest of its ${name} differs` };
    files.set(name, content);
    at += length;
  }
  if (at !== bytes.byteLength) return { ok: false, reason: "it is longer than it says" };
  return { ok: true, entry: { key, manifest: header.value.manifest, files }, about: header.value.about };
}

/** How many bytes from the start hold the whole header; undefined when the prefix is not one of ours. */
export function headerLength(start: Uint8Array): number | undefined {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, PREFIX_BYTES)).toString("latin1");
  const found = /^pawl-cache-entry 1\n[0-9a-f]{64}\n(\d{10})\n$/.exec(text);
  const length = Number(found?.[1] ?? Number.NaN);
  return Number.isInteger(length) && length <= MAX_HEADER_BYTES ? PREFIX_BYTES + length : undefined;
}

/** Enough of a file's start to read `headerLength`. */
export const ENTRY_PREFIX_BYTES = PREFIX_BYTES;

/** The checked header, or why there is none. */
export function decodeHeader(bytes: Uint8Array): { readonly value: EntryHeader; readonly end: number } | string {
  const end = headerLength(bytes);
  if (end === undefined) return "it is not an entry of this version";
  const text = bytes.subarray(PREFIX_BYTES, end);
  if (bytes.byteLength < end) return "it is cut short";
  const digest = Buffer.from(bytes.buffer, bytes.byteOffset + MAGIC.length, 64).toString("latin1");
  if (digestOf(text) !== digest) return "its digest differs";
  try {
    const value: unknown = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("utf8"));
    return isHeader(value) ? { value, end } : "its header has another form";
  } catch {
    return "its header is damaged";
  }
}

/** What lists show of an entry. */
export function infoOf(header: EntryHeader, bytes: number, usedAt: number): CacheInfo {
  const { createdAt, workflow, step } = header.about;
  return { key: header.key, bytes, createdAt, usedAt, workflow, step };
}

function isHeader(value: unknown): value is EntryHeader {
  if (!isJsonObject(value) || !isJsonObject(value["about"]) || !isJsonObject(value["manifest"])) return false;
  const { key, files, about } = value;
  const { createdAt, expiresAt, workflow, step } = about;
  return (
    typeof key === "string" &&
    typeof createdAt === "number" &&
    (expiresAt === undefined || typeof expiresAt === "number") &&
    typeof workflow === "string" &&
    typeof step === "string" &&
    Array.isArray(files) &&
    files.length <= MAX_FILES &&
    files.every(
      (file) =>
        isJsonObject(file) &&
        typeof file["name"] === "string" &&
        Number.isSafeInteger(file["bytes"]) &&
        Number(file["bytes"]) >= 0 &&
        typeof file["digest"] === "string",
    )
  );
}

function digestOf(content: Uint8Array): Digest {
  return createHash("sha256").update(content).digest("hex");
}
