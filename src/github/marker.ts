import { createHmac, timingSafeEqual } from "node:crypto";
import { canonicalJson } from "../kernel/json.ts";
import type { JsonObject } from "../kernel/json.ts";

const NAME = "pawl";

/** The HMAC-SHA-256 of a value under the key, for one purpose; 64 hexadecimal digits. */
export function sign(key: string, purpose: string, value: JsonObject): string {
  return createHmac("sha256", key)
    .update(`${purpose}\u0000${canonicalJson(value)}`)
    .digest("hex");
}

export function verifies(key: string, purpose: string, value: JsonObject, signature: string): boolean {
  const expected = Buffer.from(sign(key, purpose, value));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** A hidden line that holds state nobody else can forge (G4): an HTML comment with base64url JSON and its HMAC. */
export function hiddenMarker(key: string, purpose: string, value: JsonObject): string {
  const text = Buffer.from(canonicalJson(value)).toString("base64url");
  return `<!-- ${NAME}:${purpose}:1 ${text} ${sign(key, purpose, value)} -->`;
}

/**
 * The state of the first marker of this purpose that carries our signature; undefined when there is none. A copy of a marker verifies too:
 * who wrote the text around it has to be checked by the caller.
 */
export function readMarker(key: string, purpose: string, text: string): JsonObject | undefined {
  const pattern = new RegExp(`<!-- ${NAME}:${purpose}:1 ([A-Za-z0-9_-]{1,20000}) ([0-9a-f]{64}) -->`, "g");
  for (const [, encoded, signature] of text.matchAll(pattern)) {
    try {
      const value = JSON.parse(Buffer.from(encoded ?? "", "base64url").toString("utf8")) as JsonObject;
      if (verifies(key, purpose, value, signature ?? "")) return value;
    } catch {
      // Not one of ours.
    }
  }
  return undefined;
}
