import { visible, type Finding, type Severity } from "../../kernel/diagnostics.ts";
import type { Json } from "../../kernel/json.ts";
import type { Place } from "../model.ts";

/** A workflow file's text with what it takes to turn offsets into lines. */
export interface SourceText {
  readonly file: string;
  /** As read, without a leading byte order mark. */
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** A stretch of a source text, in UTF-16 code units; `end` is past the last one. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export type Path = readonly (string | number)[];

/** A stretch of the members' own source, unless it names another (a member that is inherited from another file). */
export interface MemberSpan {
  readonly source?: SourceText;
  readonly start: number;
  readonly end: number;
}

/** Where the members of one mapping or list stand in the text. */
export interface Members {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  key(name: string | number): MemberSpan | undefined;
  value(name: string | number): MemberSpan | undefined;
}

/**
 * Where each object and list of a document came from. Rewriting (compat, `extends`) makes new objects; they are entered here with the
 * origin of the old ones, so that a finding always points at what the author wrote, in the file it was written in.
 */
export class Origins {
  readonly #members = new WeakMap<object, Members>();
  readonly #renamed = new WeakMap<object, Readonly<Record<string, string>>>();

  enter(value: object, members: Members): void {
    this.#members.set(value, members);
  }

  /** Gives `to` the origin of `from`; `renamed` maps new member names to the old ones. */
  carry<T extends object>(from: object, to: T, renamed: Readonly<Record<string, string>> = {}): T {
    const members = this.#members.get(from);
    if (members !== undefined) this.#members.set(to, members);
    this.#renamed.set(to, { ...this.#renamed.get(from), ...renamed });
    return to;
  }

  /** Gives `to` the origin of `from`, and of `parent` for the members that only it has. */
  inherit<T extends object>(from: object, parent: object, to: T): T {
    const [own, above] = [this.#members.get(from), this.#members.get(parent)];
    this.carry(from, to);
    if (own === undefined || above === undefined) return to;
    const renamed = this.#renamed.get(parent);
    const inherited = (part: "key" | "value", name: string | number): MemberSpan | undefined => {
      const found = above[part](renamed?.[name] ?? name);
      return found === undefined ? undefined : { source: above.source, ...found };
    };
    this.#members.set(to, {
      source: own.source,
      start: own.start,
      end: own.end,
      key: (name) => own.key(name) ?? inherited("key", name),
      value: (name) => own.value(name) ?? inherited("value", name),
    });
    return to;
  }

  /** The whole object or list. */
  spanOf(value: object): Span | undefined {
    const members = this.#members.get(value);
    return members === undefined ? undefined : { source: members.source, start: members.start, end: members.end };
  }

  /**
   * The span of what stands at `path` below `root`, or of the nearest thing around it that the text holds.
   *
   * @param part the member's key or its value; for a missing member, the object around it
   */
  locate(root: Json, path: Path, part: "key" | "value" = "value"): Span | undefined {
    let value: Json | undefined = root;
    let best: Span | undefined = isObject(root) ? this.spanOf(root) : undefined;
    for (const [index, name] of path.entries()) {
      if (!isObject(value)) break;
      const members = this.#members.get(value);
      const written = this.#renamed.get(value)?.[name] ?? name;
      const last = index === path.length - 1;
      const found = last && part === "key" ? members?.key(written) : members?.value(written);
      if (members !== undefined && found !== undefined) best = { source: members.source, ...found };
      value = (value as { readonly [key: string | number]: Json })[name];
    }
    return best;
  }
}

function isObject(value: Json | undefined): value is Extract<Json, object> {
  return typeof value === "object" && value !== null;
}

export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** Line and column, from 1, of an offset. */
export function position(source: SourceText, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

export function placeOf(span: Span | undefined, file: string): Place {
  if (span === undefined) return { file, line: 1, column: 1 };
  return { file: span.source.file, ...position(span.source, span.start) };
}

/**
 * Narrows a scalar's span to a part of its decoded text. Escapes, folding and indentation move offsets, so the part is found again by its
 * text: as many occurrences in as it was before. Where that fails, the whole scalar's span is the answer.
 */
export function within(span: Span, decoded: string, offset: number, length: number): Span {
  const wanted = decoded.slice(offset, offset + length).split("\n")[0] ?? "";
  if (wanted.trim() === "") return span;
  let nth = 0;
  for (let at = decoded.indexOf(wanted); at >= 0 && at < offset; at = decoded.indexOf(wanted, at + 1)) nth++;
  let at = span.source.text.indexOf(wanted, span.start);
  for (; nth > 0 && at >= 0; nth--) at = span.source.text.indexOf(wanted, at + 1);
  if (at < 0 || at >= span.end) return span;
  return { source: span.source, start: at, end: at + wanted.length };
}

export interface FindingText {
  readonly rule: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A finding at a span; severity `error` unless told. The end is left out where it stands on another line. */
export function findingAt(span: Span, text: FindingText): Finding {
  const from = position(span.source, span.start);
  const to = position(span.source, Math.max(span.start, span.end));
  return {
    rule: text.rule,
    severity: text.severity ?? "error",
    message: visible(text.message),
    file: span.source.file,
    line: from.line,
    column: from.column,
    ...(to.line === from.line && to.column > from.column ? { endLine: to.line, endColumn: to.column } : {}),
    ...(text.hint === undefined ? {} : { hint: visible(text.hint) }),
  };
}
