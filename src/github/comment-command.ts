import { ID_PATTERN } from "../language/model.ts";

export const COMMANDS = [
  "run",
  "help",
  "list",
  "status",
  "approve",
  "reject",
  "resume",
  "cancel",
  "retry",
  "explain",
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** One `/pawl …` line of a comment, taken apart but not yet typed. */
export type ParsedComment =
  | { readonly kind: "none" }
  | { readonly kind: "malformed"; readonly problem: string; readonly line: string }
  | {
      readonly kind: "command";
      readonly command: CommandName;
      /** Words without `=`, in order: a workflow's name for `run`, a run id, a head SHA. */
      readonly words: readonly string[];
      /** `key=value`. */
      readonly inputs: Readonly<Record<string, string>>;
      /** `--from step`, `--budget +2`. */
      readonly flags: Readonly<Record<string, string>>;
    };

/** Most a command with its inputs may be long, in UTF-16 code units. */
const MAX_LENGTH = 16_384;
const TOO_LONG = `The command is longer than ${MAX_LENGTH} characters.`;
const FLAGS = new Set(["from", "budget", "note", "reason"]);

/**
 * Finds the one command of a comment. It stands at the very start of a line, in ASCII, outside quotes, code, HTML and what a mail program
 * adds below an answer. Values may be quoted (and then span lines), or follow on a fenced block: `details=` and the fence on the next line.
 */
export function parseComment(body: string, prefix = "/pawl"): ParsedComment {
  const lines = body.replaceAll("\r\n", "\n").split("\n");
  const starts = commandLines(lines, prefix);
  const [first] = starts;
  if (first === undefined) return { kind: "none" };
  const line = lines[first] ?? "";
  const bad = (problem: string): ParsedComment => ({ kind: "malformed", problem, line: line.slice(0, 200) });

  const rest = line.slice(prefix.length);
  // `/pawlfoo` and `/pawl-x` are other words; an invisible or non-ASCII character right after the prefix is a disguised one.
  if (rest !== "" && !/^[ \t]/.test(rest)) return /^[\x21-\x7e]/.test(rest) ? { kind: "none" } : bad(DISGUISED);

  const read = readWords([rest, ...lines.slice(first + 1)].join("\n"));
  if ("problem" in read) return bad(read.problem);
  const later = starts.find((start) => start >= first + read.lines && start !== first);
  if (later !== undefined) return bad("One comment can hold one command; send the others in comments of their own.");
  return commandFrom(read.words, bad);
}

const DISGUISED =
  "The command contains an invisible, bidirectional or non-ASCII character outside a quoted value; type it again by hand.";

function commandFrom(words: readonly Word[], bad: (problem: string) => ParsedComment): ParsedComment {
  const plain: string[] = [];
  const inputs: Record<string, string> = Object.create(null) as Record<string, string>;
  const flags: Record<string, string> = Object.create(null) as Record<string, string>;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const flag = /^--([a-z]+)(?:=(.*))?$/s.exec(word.text);
    const pair = /^([A-Za-z_][A-Za-z0-9_-]{0,62})=(.*)$/s.exec(word.text);
    if (flag !== null && !word.quotedStart) {
      const name = flag[1] ?? "";
      if (!FLAGS.has(name))
        return bad(`--${name} is no option; the options are ${[...FLAGS].map((f) => `--${f}`).join(", ")}.`);
      const value = flag[2] ?? words[++i]?.text;
      if (value === undefined) return bad(`--${name} needs a value.`);
      flags[name] = value;
    } else if (pair !== null && !word.quotedStart) {
      const key = pair[1] ?? "";
      if (key in inputs) return bad(`${key} is given twice.`);
      inputs[key] = pair[2] ?? "";
    } else {
      plain.push(word.text);
    }
  }
  const [head = "help", ...others] = plain;
  const named = COMMANDS.find((name) => name === head);
  if (named !== undefined) return { kind: "command", command: named, words: others, inputs, flags };
  if (!ID_PATTERN.test(head)) {
    return bad(
      `"${visible(head)}" is neither a command nor the name of a workflow (lower-case letters, digits, - and _).`,
    );
  }
  return { kind: "command", command: "run", words: [head, ...others], inputs, flags };
}

/** Characters that don't show, written so that they do. */
export function visible(text: string): string {
  return text.replaceAll(
    /[^\x20-\x7e]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`,
  );
}

/** Indices of lines that start with the prefix and stand in running text, as GitHub renders it (spec.commonmark.org 0.31). */
function commandLines(lines: readonly string[], prefix: string): number[] {
  const found: number[] = [];
  let fence: string | undefined;
  let html: RegExp | undefined;
  let quoted = false;
  for (const [index, line] of lines.entries()) {
    if (fence !== undefined) {
      if (new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`).test(line)) fence = undefined;
      continue;
    }
    if (html !== undefined) {
      if (html.test(line)) html = undefined;
      continue;
    }
    if (endsAnswer(line)) break;
    const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line);
    if (opening !== null) {
      fence = opening[1];
      quoted = false;
      continue;
    }
    const hides = HTML_BLOCKS.find(({ open }) => open.test(line));
    if (hides !== undefined) {
      if (!hides.close.test(line.replace(hides.open, ""))) html = hides.close;
      continue;
    }
    if (/^ {0,3}>/.test(line)) {
      quoted = true;
      continue;
    }
    if (line.trim() === "") {
      quoted = false;
      continue;
    }
    // A line right below a quote belongs to it (a lazy continuation), and is shown inside it.
    if (!quoted && line.startsWith(prefix)) found.push(index);
  }
  return found;
}

/** Openings after which text is hidden, quoted or code until the closing. */
const HTML_BLOCKS: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /<!--/, close: /-->/ },
  { open: /<\?/, close: /\?>/ },
  { open: /<!\[CDATA\[/, close: /\]\]>/ },
  ...["pre", "code", "blockquote", "script", "style", "textarea", "template", "details", "samp", "kbd", "del", "s"].map(
    (tag) => ({ open: new RegExp(`<${tag}(?:[\\s>]|$)`, "i"), close: new RegExp(`</${tag}\\s*>`, "i") }),
  ),
];

/** What mail programs put between an answer and the text answered to. */
function endsAnswer(line: string): boolean {
  return (
    /^-- ?$/.test(line) ||
    /^-{3,} ?(Original Message|Forwarded message)/i.test(line) ||
    /^On .{4,200} wrote:$/.test(line) ||
    /^_{20,}$/.test(line) ||
    /^From: .+@/.test(line)
  );
}

interface Word {
  readonly text: string;
  readonly quotedStart: boolean;
}

/** Splits on blanks as a shell does: "double" with \" \\ \n \t, 'single' as is; quotes may span lines; an unquoted line end stops. */
function readWords(
  text: string,
): { readonly words: readonly Word[]; readonly lines: number } | { readonly problem: string } {
  const words: Word[] = [];
  let at = 0;
  const linesUntil = (end: number): number => text.slice(0, end).split("\n").length;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (character === "\n") break;
    if (character === " " || character === "\t") {
      at += 1;
      continue;
    }
    const word = readWord(text, at);
    if ("problem" in word) return word;
    if (word.end > MAX_LENGTH) return { problem: TOO_LONG };
    words.push(word);
    at = word.end;
    const block = /^[A-Za-z_][A-Za-z0-9_-]*=$/.test(word.text) ? fencedBlock(text, at) : undefined;
    if (block !== undefined) {
      words[words.length - 1] = { text: word.text + block.text, quotedStart: false };
      at = block.end;
      if (at > MAX_LENGTH) return { problem: TOO_LONG };
      // Another `key=` with a block of its own may follow.
      if (!/^\n[A-Za-z_][A-Za-z0-9_-]*=(?:\n|["'])/.test(text.slice(at, at + 80))) break;
      at += 1;
    }
  }
  return { words, lines: linesUntil(at) };
}

function readWord(text: string, start: number): (Word & { readonly end: number }) | { readonly problem: string } {
  let value = "";
  let at = start;
  const end = Math.min(text.length, MAX_LENGTH + 1);
  const quotedStart = /["']/.test(text[start] ?? "");
  while (at < end && !/[ \t\n]/.test(text[at] ?? "")) {
    const character = text[at] ?? "";
    if (character === '"' || character === "'") {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { problem: `A ${character} is opened and never closed.` };
      value += quoted.text;
      at = quoted.end;
    } else {
      if (!/[\x21-\x7e]/.test(character)) return { problem: DISGUISED };
      value += character;
      at += 1;
    }
  }
  if (BIDIRECTIONAL.test(value)) return { problem: DISGUISED };
  return { text: value, quotedStart, end: at };
}

/** Controls that make text read otherwise than it is (CVE-2021-42574), refused inside quotes as well. */
const BIDIRECTIONAL = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const quote = text[start];
  let value = "";
  for (let at = start + 1; at < text.length && at - start <= MAX_LENGTH; at++) {
    const character = text[at] ?? "";
    if (character === quote) return { text: value, end: at + 1 };
    if (character === "\\" && quote === '"') {
      at += 1;
      const escaped = text[at] ?? "";
      const plain: Readonly<Record<string, string>> = { n: "\n", t: "\t", '"': '"', "\\": "\\" };
      value += plain[escaped] ?? `\\${escaped}`;
    } else {
      value += character;
    }
  }
  return undefined;
}

/** The content of a fence that opens on the line after `key=`. */
function fencedBlock(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const found = /^[ \t]*\n(`{3,}|~{3,})[^\n`]*\n/.exec(text.slice(at, at + 300));
  const fence = found?.[1];
  if (found === null || fence === undefined) return undefined;
  const contentStart = at + found[0].length;
  const closing = new RegExp(`(?:^|\\n)${fence.charAt(0)}{${fence.length},}[ \\t]*(?=\\n|$)`).exec(
    text.slice(contentStart),
  );
  if (closing === null) return undefined;
  return {
    text: text.slice(contentStart, contentStart + closing.index),
    end: contentStart + closing.index + closing[0].length,
  };
}
