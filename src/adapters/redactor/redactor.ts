import { constants, gunzipSync } from "node:zlib";
import type { Redactor } from "../../ports/secrets.ts";
import { FragmentIndex, merge, type Range } from "./fragments.ts";
import { LONGEST_SHAPE, TOKEN_SHAPES } from "./token-shapes.ts";

const MASK = "***";
/** Shorter values (`1`, `on`) would blot out ordinary text and hide nothing. */
const SHORTEST_SECRET = 4;
/** A match that is still growing at the end of a chunk is held back up to this many characters. */
const LONGEST_HOLD = 16_384;
/** Characters of texts that are known to be clean. */
const MOST_REMEMBERED = 4 * 1024 * 1024;

/**
 * Takes secrets out of text: the values given, pieces of them, their usual encodings, and anything shaped like a credential.
 *
 * @param values secrets known now; `add` takes those learnt later
 */
export function createRedactor(values: readonly string[]): Redactor {
  const fragments = new FragmentIndex();
  const known = new Set<string>();
  const clean = cleanTexts();

  const add = (value: string): void => {
    const trimmed = value.trim();
    if (trimmed.length < SHORTEST_SECRET || known.has(trimmed)) return;
    known.add(trimmed);
    clean.forget();
    fragments.add(trimmed);
  };
  for (const value of values) add(value);

  const find = (text: string): Range[] => {
    const ranges = fragments.find(text);
    for (const shape of TOKEN_SHAPES) {
      for (const match of text.matchAll(shape)) ranges.push({ start: match.index, end: match.index + match[0].length });
    }
    if (known.size > 0) ranges.push(...packedSecrets(text, (content) => fragments.find(content).length > 0));
    return merge(ranges);
  };
  const redact = (text: string): string => {
    if (clean.has(text)) return text;
    const masked = mask(text, find(text));
    clean.add(masked);
    return masked;
  };

  return {
    redact,
    redactJson: <T>(value: T): T => redactJson(value, redact) as T,
    stream() {
      let held = "";
      return {
        write(chunk) {
          held += chunk;
          const ranges = find(held);
          const cut = safeCut(held, ranges, fragments.openEnd(held));
          const safe = mask(
            held.slice(0, cut),
            ranges.filter(({ start }) => start < cut),
          );
          held = held.slice(cut);
          return safe;
        },
        end() {
          const rest = redact(held);
          held = "";
          return rest;
        },
      };
    },
    add,
  };
}

/**
 * Texts that hold no secret, so that one that passes twice (a tool's result on its way to the model and to the journal, the names of a journal's
 * members) is searched once. Forgotten as a whole when they come to more than a few megabytes, or a new secret is learnt.
 */
function cleanTexts() {
  const texts = new Set<string>();
  let length = 0;
  const forget = (): void => {
    texts.clear();
    length = 0;
  };
  return {
    has: (text: string): boolean => texts.has(text),
    add(text: string) {
      if (text.length > MOST_REMEMBERED / 4) return;
      if (length > MOST_REMEMBERED) forget();
      texts.add(text);
      length += text.length;
    },
    forget,
  };
}

/** Up to where a chunk can be let go: whole lines, nothing that may still grow into a secret. */
function safeCut(text: string, ranges: readonly Range[], openEnd: number): number {
  const lineEnd = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  let cut = text.length - lineEnd > LONGEST_SHAPE ? text.length : lineEnd;
  cut = Math.min(cut, openEnd);
  const key = text.lastIndexOf("-----BEGIN ");
  if (key !== -1 && !text.includes("-----END ", key) && text.length - key < LONGEST_SHAPE) cut = Math.min(cut, key);
  const packed = /H4sI[A-Za-z0-9+/=\r\n]*$/.exec(text.slice(-LONGEST_HOLD));
  if (packed !== null) cut = Math.min(cut, Math.max(0, text.length - LONGEST_HOLD) + packed.index);
  for (const { start, end } of ranges.toReversed()) {
    // The last characters of a match may be the beginning of its next piece: it's decided when it can't grow any more.
    if (end > cut - 8 && start < cut) cut = start;
  }
  return text.length - cut > LONGEST_HOLD ? text.length : cut;
}

function mask(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = "";
  let from = 0;
  for (const { start, end } of ranges) {
    result += text.slice(from, start) + MASK;
    from = end;
  }
  return result + text.slice(from);
}

/** Gzip in base64, on one line or wrapped: `H4sI` is how every such text begins (RFC 1952). */
const PACKED = /H4sI[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{20,})*(?:\r?\n[A-Za-z0-9+/]+)?={0,2}/g;

/** Packed text that holds a secret. What is cut off is read as far as it goes. */
function packedSecrets(text: string, holdsSecret: (content: string) => boolean): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(PACKED)) {
    try {
      const content = gunzipSync(Buffer.from(match[0], "base64"), {
        maxOutputLength: 1 << 20,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      if (holdsSecret(content.toString("utf8"))) found.push({ start: match.index, end: match.index + match[0].length });
    } catch {
      // No gzip after all: nothing in it can be read back either.
    }
  }
  return found;
}

function redactJson(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, redact));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
  }
  return value;
}
