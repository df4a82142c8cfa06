import type { Json } from "./json.ts";

/**
 * Text that somebody outside wrote, so that a person and a model read the same: what GitHub or a terminal would hide is shown, what would
 * reorder or blend letters is named. Nothing readable is taken away; hidden things become visible marks such as `⟦hidden comment: …⟧`.
 */
export function revealHidden(text: string): string {
  const plain = decodeEntities(text.normalize("NFC"));
  return markLookalikes(revealInvisible(showMarkup(plain)));
}

/** The same through every string of a value. */
export function revealHiddenDeep(value: Json): Json {
  if (typeof value === "string") return revealHidden(value);
  if (Array.isArray(value)) return value.map((item: Json) => revealHiddenDeep(item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealHiddenDeep(item as Json)]));
  }
  return value;
}

/** Character references until nothing changes, so that a comment can't hide behind two layers of them (bounded: each layer shortens the text). */
function decodeEntities(text: string): string {
  let current = text;
  for (let layer = 0; layer < 8; layer++) {
    const decoded = current.replaceAll(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp|zwj|zwnj|shy));/gi,
      entity,
    );
    if (decoded === current) break;
    current = decoded;
  }
  return current;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  zwj: "\u200d",
  zwnj: "\u200c",
  shy: "\u00ad",
};

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}

/** HTML comments and what else a rendered page doesn't show: declarations, attributes, link definitions, invisible formulas. */
function showMarkup(text: string): string {
  return text
    .replaceAll(/<!--\s*/g, "⟦hidden comment: ")
    .replaceAll(/\s*--!?>/g, "⟧")
    .replaceAll(/<!\[CDATA\[/gi, "⟦hidden data: ")
    .replaceAll("]]>", " ⟧")
    .replaceAll(/<([!?])([^>]{0,10000})>/g, "⟦hidden declaration: $2⟧")
    .replaceAll(
      /<(\/?)([a-z][a-z0-9-]*)(\s[^<>]{0,10000})?>/gi,
      (_, slash: string, name: string, attributes?: string) => {
        const rest = (attributes ?? "").trim();
        return rest === "" || rest === "/" ? `‹${slash}${name}›` : `‹${slash}${name} ⟦hidden attributes: ${rest}⟧›`;
      },
    )
    .replaceAll(/^( {0,3}\[)(?!\^)([^\]\n]{1,999})(\]:[ \t]*)(.*)$/gm, "⟦hidden link definition: $2 → $4⟧")
    .replaceAll(/^( {0,3})\[\^([^\]\n]{1,99})\]:(.*)$/gm, "⟦footnote $2:$3⟧")
    .replaceAll(/\\(?:phantom|hphantom|vphantom|color\{white\}|textcolor\{white\})\s*/g, "⟦invisible formula⟧");
}

// Written with escapes, because the characters themselves can't be seen.
const TAGS = /[\u{e0000}-\u{e007f}]+/gu;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
const FILLERS = /[\u115f\u1160\u3164\uffa0\u2800]/g;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** Shows what a terminal or a page would hide in any text (a file, a log), and leaves its visible characters as they are. */
export function revealInvisible(text: string): string {
  return text
    .replaceAll(TAGS, (run) => `⟦hidden text: ${fromTags(run)}⟧`)
    .replaceAll(BIDI, "⟦direction mark⟧")
    .replaceAll(FILLERS, "⟦blank letter⟧")
    .replaceAll(/[\ufe0e\ufe0f]/g, "")
    .replaceAll(IGNORABLE, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(CONTROL, (c) => `⟦control ${(c.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}⟧`)
    .replaceAll(/(?:[ \t]*\n){40,}/g, (run) => `\n⟦${run.split("\n").length - 1} blank lines⟧\n`)
    .replaceAll(/[ \t]{200,}/g, (run) => ` ⟦${run.length} blanks⟧ `);
}

/** Unicode tag characters mirror ASCII: text written with them is read by models and seen by nobody. */
function fromTags(run: string): string {
  return Array.from(run, (c) => (c.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join("");
}

/** Words that mix Latin with Cyrillic or Greek letters, which look the same to a person and not to a filter. */
function markLookalikes(text: string): string {
  return text.replaceAll(/[\p{L}\p{M}]{2,}/gu, (word) => {
    const latin = /\p{Script=Latin}/u.test(word);
    const other = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word);
    return latin && other ? `${word}⟦mixed alphabets⟧` : word;
  });
}
