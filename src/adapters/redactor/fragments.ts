import { encodingsOf } from "./encodings.ts";

/** A piece of a secret this long is a leak; shorter ones are too common to tell from ordinary text. */
const FRAGMENT = 8;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text without anything but letters and digits, and where each of them stood. */
interface Compact {
  readonly text: string;
  readonly positions: Uint32Array;
}

/**
 * Finds pieces of secrets, eight letters or digits and longer, in every usual encoding, whatever stands between the characters: white
 * space, dashes, terminal colours, invisible characters. One pass over the text, whatever the number of secrets.
 */
export class FragmentIndex {
  readonly #fragments = new Set<string>();
  readonly #prefixes = new Set<string>();
  /** Pairs of characters some fragment starts with: most places of a text are ruled out by one look. */
  readonly #starts = new Uint8Array(65_536);
  /** Forms without a telling fragment (a passphrase of plain words): looked for as they stand. */
  readonly #literals = new Set<string>();

  add(secret: string): void {
    for (const form of encodingsOf(secret)) {
      const { text } = compact(form);
      let telling = text.length >= FRAGMENT;
      for (let i = 0; i + FRAGMENT <= text.length; i++) {
        const fragment = text.slice(i, i + FRAGMENT);
        if (isTelling(fragment)) this.#addFragment(fragment);
        else telling = false;
      }
      if (!telling) this.#literals.add(form);
    }
  }

  #addFragment(fragment: string): void {
    this.#fragments.add(fragment);
    this.#starts[pair(fragment, 0)] = 1;
    for (let length = 1; length < FRAGMENT; length++) this.#prefixes.add(fragment.slice(0, length));
  }

  /** Where pieces of secrets stand, in order, without overlaps. */
  find(text: string): Range[] {
    const ranges: Range[] = [];
    for (const literal of this.#literals) {
      for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + literal.length)) {
        ranges.push({ start: at, end: at + literal.length });
      }
    }
    if (this.#fragments.size > 0) {
      const { text: letters, positions } = compact(text);
      for (let i = 0; i + FRAGMENT <= letters.length; i++) {
        if (this.#starts[pair(letters, i)] === 0 || !this.#fragments.has(letters.slice(i, i + FRAGMENT))) continue;
        ranges.push({ start: positions[i] ?? 0, end: (positions[i + FRAGMENT - 1] ?? 0) + 1 });
      }
    }
    return merge(ranges);
  }

  /** Where the text's end could be the beginning of a piece that the next text completes; its length when it can't. */
  openEnd(text: string): number {
    let open = text.length;
    for (const literal of this.#literals) {
      for (let length = Math.min(literal.length - 1, text.length); length > 0; length--) {
        if (!text.endsWith(literal.slice(0, length))) continue;
        open = Math.min(open, text.length - length);
        break;
      }
    }
    const { text: letters, positions } = compact(text);
    for (let length = Math.min(FRAGMENT - 1, letters.length); length > 0; length--) {
      if (!this.#prefixes.has(letters.slice(-length))) continue;
      open = Math.min(open, positions[letters.length - length] ?? open);
      break;
    }
    return open;
  }
}

/** A fragment tells a secret from prose when it holds a digit, or both cases in a mix no word has. */
function isTelling(fragment: string): boolean {
  return /\d/.test(fragment) || (/[a-z]/.test(fragment) && /.[A-Z]/.test(fragment));
}

function pair(text: string, at: number): number {
  return (((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff)) & 0xffff;
}

/** ASCII letters and digits. */
const IS_LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const ESCAPE = 0x1b;

function compact(text: string): Compact {
  const codes = Buffer.allocUnsafe(text.length);
  const positions = new Uint32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === ESCAPE && text[i + 1] === "[") {
      // A terminal control sequence (ECMA-48): parameters up to the final byte.
      let end = i + 2;
      while (end < text.length && /[0-9;:?<=>]/.test(text[end] ?? "")) end++;
      i = end;
      continue;
    }
    if (code >= 128 || IS_LETTER[code] === 0) continue;
    codes[count] = code;
    positions[count] = i;
    count++;
  }
  return { text: codes.toString("latin1", 0, count), positions };
}

/** Sorted and joined where they touch or overlap. */
export function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}
