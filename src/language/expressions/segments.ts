import { limitError, syntaxError } from "./errors.ts";
import { MAX_EXPRESSION_CHARACTERS, MAX_TEMPLATE_CHARACTERS } from "./limits.ts";

/** A piece of a template. Offsets count from the start of the template; `inner` is where `text` starts in it. */
export type Segment =
  | { readonly kind: "text"; readonly text: string; readonly offset: number; readonly end: number }
  | {
      readonly kind: "jinja" | "github";
      readonly text: string;
      readonly offset: number;
      readonly inner: number;
      readonly end: number;
      readonly trimBefore: boolean;
      readonly trimAfter: boolean;
    }
  | {
      readonly kind: "statement";
      readonly text: string;
      readonly offset: number;
      readonly inner: number;
      readonly end: number;
      readonly trimBefore: boolean;
      readonly trimAfter: boolean;
    }
  | {
      readonly kind: "comment";
      readonly offset: number;
      readonly end: number;
      readonly trimBefore: boolean;
      readonly trimAfter: boolean;
    }
  | { readonly kind: "name"; readonly text: string; readonly offset: number; readonly end: number };

/**
 * `field`: `${NAME}` stands for a value and `{# #}` is a comment. `script`: both are the shell's own (`${NAME}`, `${#list[@]}`).
 */
export type TemplateMode = "field" | "script";

const NAME = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/y;
const RAW = /^\s*raw\s*$/;
const END_RAW = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g;

/**
 * Splits a template into text, `{{ }}`, `${{ }}`, `{% %}`, `{# #}` and `${NAME}`, in time linear in its length.
 * `{% raw %}…{% endraw %}` is text; so is what follows `$` in `$${NAME}`, without its first `$`.
 *
 * Throws PawlError `expression.syntax` where one isn't closed, `expression.limit` when the template or an expression is too long.
 */
export function splitTemplate(template: string, mode: TemplateMode): readonly Segment[] {
  if (template.length > MAX_TEMPLATE_CHARACTERS) {
    throw limitError(`a template has ${template.length} characters; at most ${MAX_TEMPLATE_CHARACTERS} are read`);
  }
  const segments: Segment[] = [];
  let textStart = 0;
  const flush = (until: number): void => {
    if (until > textStart)
      segments.push({ kind: "text", text: template.slice(textStart, until), offset: textStart, end: until });
  };
  let at = 0;
  while (at < template.length) {
    const open = nextOpening(template, at, mode === "field");
    if (open === undefined) break;
    if (open.kind === "escape") {
      flush(open.offset);
      textStart = open.offset + 1;
      at = open.end;
      continue;
    }
    flush(open.offset);
    const segment = open.kind === "name" ? open : closed(template, open.offset, open.kind);
    at = segment.end;
    textStart = at;
    if (segment.kind === "statement" && RAW.test(segment.text)) {
      const raw = rawText(template, segment);
      segments.push(...raw.segments);
      at = raw.end;
      textStart = at;
    } else {
      segments.push(segment);
    }
  }
  flush(template.length);
  return segments;
}

type Opening =
  | { readonly kind: "jinja" | "github" | "statement" | "comment"; readonly offset: number }
  | { readonly kind: "escape"; readonly offset: number; readonly end: number }
  | (Segment & { readonly kind: "name" });

function nextOpening(template: string, from: number, field: boolean): Opening | undefined {
  for (let at = from; at < template.length; at++) {
    const code = template.charCodeAt(at);
    if (code === 0x24 /* $ */) {
      if (template.startsWith("{{", at + 1)) return { kind: "github", offset: at };
      if (!field) continue;
      // The shell's `${#list[@]}`, which fields may quote too, is no comment.
      if (template.startsWith("{#", at + 1)) {
        at += 2;
        continue;
      }
      if (template[at + 1] === "$" && template[at + 2] === "{" && template[at + 3] !== "{") {
        NAME.lastIndex = at + 1;
        if (NAME.test(template)) return { kind: "escape", offset: at, end: NAME.lastIndex };
      }
      NAME.lastIndex = at;
      const name = NAME.exec(template);
      if (name !== null) return { kind: "name", text: name[1] ?? "", offset: at, end: NAME.lastIndex };
    } else if (code === 0x7b /* { */) {
      const next = template[at + 1];
      if (next === "{") return { kind: "jinja", offset: at };
      if (next === "%") return { kind: "statement", offset: at };
      if (next === "#" && field) return { kind: "comment", offset: at };
    }
  }
  return undefined;
}

function closed(template: string, offset: number, kind: "jinja" | "github" | "statement" | "comment"): Segment {
  const start = offset + (kind === "github" ? 3 : 2);
  const end = kind === "comment" ? template.indexOf("#}", start) : closing(template, start, kind);
  if (end === -1) {
    const [opening, close] = DELIMITERS[kind];
    throw syntaxError(template.slice(offset, offset + 80), `\`${opening}\` is never closed by \`${close}\``, offset);
  }
  if (end - start > MAX_EXPRESSION_CHARACTERS && kind !== "comment") {
    throw limitError(`an expression has ${end - start} characters; at most ${MAX_EXPRESSION_CHARACTERS} are read`);
  }
  const jinja = kind !== "github";
  const trimBefore = jinja && template[start] === "-" && start < end;
  const trimAfter = jinja && template[end - 1] === "-" && end - 1 > start;
  const inner = start + (trimBefore || (kind === "statement" && template[start] === "+") ? 1 : 0);
  if (kind === "comment") return { kind, offset, end: end + 2, trimBefore, trimAfter };
  const text = template.slice(inner, end - (trimAfter || (kind === "statement" && template[end - 1] === "+") ? 1 : 0));
  return { kind, text, offset, inner, end: end + 2, trimBefore, trimAfter };
}

const DELIMITERS = {
  jinja: ["{{", "}}"],
  github: ["${{", "}}"],
  statement: ["{%", "%}"],
  comment: ["{#", "#}"],
} as const;

/** Where the delimiter that closes an expression starts: outside its strings and, in Jinja, its object literals. */
function closing(template: string, start: number, kind: "jinja" | "github" | "statement"): number {
  let braces = 0;
  for (let at = start; at < template.length; at++) {
    const char = template[at];
    if (char === "'" || (char === '"' && kind !== "github")) {
      at = stringEnd(template, at, char, kind !== "github");
      if (at === -1) return -1;
    } else if (char === "{" && kind !== "github") {
      braces += 1;
    } else if (char === "}") {
      if (kind !== "statement" && braces === 0 && template[at + 1] === "}") return at;
      if (braces > 0) braces -= 1;
    } else if (char === "%" && kind === "statement" && template[at + 1] === "}") {
      return at;
    }
  }
  return -1;
}

/** The index of the quote that ends the string starting at `at`, or -1. GitHub doubles a quote, Jinja escapes it by a backslash. */
export function stringEnd(text: string, at: number, quote: string, backslash: boolean): number {
  for (let i = at + 1; i < text.length; i++) {
    if (backslash && text[i] === "\\") i += 1;
    else if (text[i] === quote) {
      if (!backslash && text[i + 1] === quote) i += 1;
      else return i;
    }
  }
  return -1;
}

function rawText(
  template: string,
  open: Segment & { readonly kind: "statement" },
): { readonly segments: readonly Segment[]; readonly end: number } {
  END_RAW.lastIndex = open.end;
  const close = END_RAW.exec(template);
  if (close === null) {
    throw syntaxError(
      template.slice(open.offset, open.end),
      "`{% raw %}` is never closed by `{% endraw %}`",
      open.offset,
    );
  }
  const text = template.slice(open.end, close.index);
  const end = close.index + close[0].length;
  return { segments: text === "" ? [] : [{ kind: "text", text, offset: open.end, end: close.index }], end };
}

/** Whether a text holds anything that is evaluated. Cheap: most strings of a workflow hold nothing. */
export function holdsExpression(text: string): boolean {
  return text.includes("{{") || text.includes("{%") || text.includes("{#") || text.includes("${");
}
