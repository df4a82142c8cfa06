import {
  Composer,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Finding } from "../../kernel/diagnostics.ts";
import type { Json } from "../../kernel/json.ts";
import { boundedTokens, checkText } from "./limits.ts";
import { findingAt, Origins, position, sourceText, type Members, type SourceText } from "./source.ts";

export interface ParsedDocument {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  /** The document as JSON; undefined when the text is not YAML within bounds. With findings, what could be read all the same. */
  readonly root: Json | undefined;
}

/**
 * Reads one YAML document within the bounds of spec S5 and enters the place of every mapping and list into `origins`.
 *
 * Never throws. Time and memory are linear in the text.
 */
export function parseDocument(text: string, file: string, origins: Origins): ParsedDocument {
  // A byte order mark is an encoding's signature, not content (Unicode 23.8); one is taken off.
  const source = sourceText(file, text.startsWith("\ufeff") ? text.slice(1) : text);
  const bad = checkText(source);
  if (bad.length > 0) return { source, findings: bad, root: undefined };
  const { tokens, findings: overBounds } = boundedTokens(source);
  if (overBounds.length > 0) return { source, findings: overBounds, root: undefined };

  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    strict: true,
    stringKeys: true,
    // The library's own check compares every pair of keys; ours is a set per mapping.
    uniqueKeys: false,
    logLevel: "silent",
  });
  const documents = [...composer.compose(tokens, true, source.text.length)] as Document.Parsed[];
  const document = documents[0];
  const findings: Finding[] = [];
  const second = documents[1];
  if (second !== undefined) {
    const start = second.range[0];
    findings.push(
      findingAt(
        { source, start, end: start },
        {
          rule: "yaml.documents",
          message: "the file holds more than one YAML document",
          hint: "one file is one workflow: put the second into its own file",
        },
      ),
    );
  }
  for (const error of document?.errors ?? []) {
    const start = Math.min(error.pos[0], source.text.length);
    const braces = bareBraces(source, start);
    if (braces !== undefined) {
      // What the library says after that is about a mapping that nobody meant.
      if (!findings.some(({ line }) => line === braces.line)) findings.push(braces);
      continue;
    }
    findings.push(
      findingAt(
        { source, start: firstWord(source, start, error.code), end: Math.min(error.pos[1], source.text.length) },
        {
          rule: error.code === "NON_STRING_KEY" ? "yaml.key" : "yaml.syntax",
          ...syntaxText(error.code, error.message),
        },
      ),
    );
    if (findings.length >= 20) break;
  }
  if (document?.contents == null || findings.length > 0)
    return { source, findings, root: findings.length > 0 ? undefined : null };
  const reader = new Reader(source, origins, findings);
  const root = reader.read(document.contents as Node);
  return { source, findings, root };
}

/** The line's own text, where the library points at its indentation. */
function firstWord({ text }: SourceText, start: number, code: string): number {
  if (code !== "MISSING_CHAR" && code !== "BAD_INDENT") return start;
  const blank = /^[ ]*/.exec(text.slice(start))?.[0].length ?? 0;
  return start === 0 || text[start - 1] === "\n" ? start + blank : start;
}

/** `key: {{ value }}`, which YAML reads as a mapping in a mapping: the mistake that everybody makes once. */
function bareBraces(source: SourceText, at: number): Finding | undefined {
  const { text } = source;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const newline = text.indexOf("\n", at);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline);
  const [whole, before = ""] = /^(\s*(?:-\s+)*(?:[\w.-]+:\s+)?)\{\{.*/.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const value = line.slice(before.length).trimEnd();
  const start = lineStart + before.length;
  return findingAt(
    { source, start, end: start + value.length },
    {
      rule: "yaml.braces",
      message: "a value that starts with {{ must stand in quotes: YAML reads a { as the start of a mapping",
      hint: `write ${value.includes("'") ? JSON.stringify(value) : `'${value}'`}`,
    },
  );
}

/** What the library says, with a remedy where its words alone don't give one. */
function syntaxText(code: string, message: string): { readonly message: string; readonly hint?: string } {
  const first = message.split("\n")[0] ?? message;
  if (/^Sequence item without - indicator/i.test(first)) {
    return {
      message: "the line's indentation fits nothing above it",
      hint: "give the line the same indentation as its neighbours",
    };
  }
  if (code === "NON_STRING_KEY") return { message: "a key is a plain text, no list or mapping" };
  const hints: Readonly<Record<string, string>> = {
    TAB_AS_INDENT: "indent with spaces",
    BAD_INDENT: "give the line the same indentation as its neighbours",
    MULTILINE_IMPLICIT_KEY: "a key stands on one line; quote the value if it contains ': '",
    BLOCK_AS_IMPLICIT_KEY: "a value that contains ': ' must be quoted, or written below after | ",
    MISSING_CHAR: "close the quote or bracket, or add the missing character",
    UNEXPECTED_TOKEN:
      "quote the text if it holds any of : { } [ ] , & * # ? | - < > = ! % @ at a place where YAML reads them",
    BAD_SCALAR_START: "quote the text: YAML gives ` and @ a meaning of their own at its start",
  };
  const hint = hints[code];
  return { message: first.charAt(0).toLowerCase() + first.slice(1), ...(hint === undefined ? {} : { hint }) };
}

class Reader {
  readonly #source: SourceText;
  readonly #origins: Origins;
  readonly #findings: Finding[];

  constructor(source: SourceText, origins: Origins, findings: Finding[]) {
    this.#source = source;
    this.#origins = origins;
    this.#findings = findings;
  }

  read(node: Node | null): Json {
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node);
    return null;
  }

  #map(node: YAMLMap): Json {
    const value: Record<string, Json> = {};
    const seen = new Map<string, Node>();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      if (key === undefined) {
        this.#refuse(pair.key as Node, "key", "a mapping or list can't be a key", "keys are plain texts");
        continue;
      }
      if (key === "__proto__") {
        this.#refuse(pair.key as Node, "key", "the key __proto__ is not allowed", "choose another name");
        continue;
      }
      const before = seen.get(key);
      if (before !== undefined) {
        const firstLine = position(this.#source, before.range?.[0] ?? 0).line;
        this.#refuse(
          pair.key as Node,
          "duplicate-key",
          `the key "${key}" stands twice in the same mapping; the first is on line ${firstLine}`,
          "delete or rename one of them",
        );
        continue;
      }
      seen.set(key, pair.key as Node);
      value[key] = this.read(pair.value as Node | null);
    }
    this.#origins.enter(value, mapMembers(this.#source, node));
    return value;
  }

  #list(node: YAMLSeq): Json {
    const value = node.items.map((item) => (isPair(item) ? null : this.read(item as Node | null)));
    this.#origins.enter(value, listMembers(this.#source, node));
    return value;
  }

  #scalar(node: Scalar): Json {
    const { value } = node;
    if (typeof value === "number") {
      const written = node.source ?? String(value);
      if (!Number.isFinite(value)) {
        this.#refuse(
          node,
          "number",
          `${written} is not a finite number`,
          "write a number, or quote it if it is a text",
        );
      } else if (/^[-+]?0[xo]/i.test(written)) {
        this.#refuse(
          node,
          "number",
          `${written} is not written in decimal`,
          `write ${value}, or quote it if it is a text`,
        );
      } else if (Object.is(value, -0)) {
        this.#refuse(node, "number", "negative zero is not a number a workflow can mean", "write 0");
      } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        this.#refuse(node, "number", `${written} has more digits than a number can hold`, "quote it");
      }
      return value;
    }
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    return null;
  }

  #refuse(node: Node | null, rule: string, message: string, hint: string): void {
    const range = node?.range ?? [0, 0];
    this.#findings.push(
      findingAt({ source: this.#source, start: range[0], end: range[1] }, { rule: `yaml.${rule}`, message, hint }),
    );
  }
}

function mapMembers(source: SourceText, node: YAMLMap): Members {
  // Made when first asked: most mappings have no findings, and one with thousands of keys may have thousands.
  let pairs: ReadonlyMap<string, YAMLMap["items"][number]> | undefined;
  const find = (name: string | number) => {
    pairs ??= new Map(
      node.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
    return pairs.get(String(name));
  };
  return {
    source,
    ...rangeOf(node),
    key: (name) => {
      const pair = find(name);
      return pair === undefined ? undefined : rangeOf(pair.key as Node);
    },
    value: (name) => {
      const pair = find(name);
      if (pair === undefined) return undefined;
      // A key without a value has an empty node; its key is the better place to point at.
      const empty = !isScalar(pair.value) && !isMap(pair.value) && !isSeq(pair.value);
      const value = pair.value as Node | null;
      return empty || value?.range === undefined || value.range === null || value.range[0] === value.range[1]
        ? rangeOf(pair.key as Node)
        : rangeOf(value);
    },
  };
}

function listMembers(source: SourceText, node: YAMLSeq): Members {
  const item = (index: string | number) => {
    const found = node.items[Number(index)] as Node | undefined;
    return found?.range == null ? undefined : rangeOf(found);
  };
  return { source, ...rangeOf(node), key: item, value: item };
}

function rangeOf(node: Node): { readonly start: number; readonly end: number } {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
