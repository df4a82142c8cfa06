import { hash } from "node:crypto";
import { canonicalJson } from "./json.ts";

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export type Digest = string;

export function sha256(data: string | Uint8Array): Digest {
  return hash("sha256", data, "hex");
}

/** The digest of a JSON value's canonical form (RFC 8785), so that key order never matters. */
export function digestJson(value: unknown): Digest {
  return sha256(canonicalJson(value));
}
