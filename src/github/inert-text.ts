/** GitHub's limit for the body of an issue, pull request or comment, in characters. */
export const BODY_LIMIT = 65_536;

const ZERO_WIDTH_FREE_AT = "@\u2060";

export interface InertOptions {
  /** Hosts whose links stay links, beside `github.com` and the repository's own host. */
  readonly allowedHosts: readonly string[];
}

/**
 * Text written by a model or an outsider, made harmless for publishing on GitHub: it notifies nobody, closes nothing, commands no bot, loads
 * nothing from other hosts, hides nothing, and can't swallow what we write below it. Readable as before. Idempotent in effect.
 */
export function inertText(text: string, options: InertOptions): string {
  const plain = text.toWellFormed().replaceAll("\r\n", "\n").replaceAll(INVISIBLE, "");
  return balanceFences(
    outsideCode(plain, (part) =>
      neutralCommands(neutralReferences(neutralMentions(neutralLinks(neutralHtml(part), options)))),
    ),
  );
}

/** The same for one line that GitHub shows as plain text (a title): no line breaks, at most `limit` characters. */
export function inertLine(text: string, limit = 200): string {
  const line = text
    .toWellFormed()
    .replaceAll(INVISIBLE, "")
    .replaceAll(/[\s\u0000-\u001f\u007f]+/g, " ")
    .trim();
  return cut(neutralReferences(neutralMentions(line)), limit);
}

/** Cuts at a character boundary and says so. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.slice(0, Math.max(0, limit - 1));
  return `${/[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end}…`;
}

/** Cuts Markdown to a size at a line's end, with fences closed and a note of what is missing. */
export function cutMarkdown(text: string, limit: number, note: string): string {
  if (text.length <= limit) return text;
  const room = limit - note.length - 20;
  const kept = text.slice(0, Math.max(0, room)).toWellFormed();
  const line = kept.lastIndexOf("\n");
  return `${balanceFences(line > room / 2 ? kept.slice(0, line) : kept)}\n\n${note}`;
}

/** What shows as nothing or turns text around: controls, zero-width, bidirectional, fillers, tags (Unicode TR36, CVE-2021-42574). */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Applies `change` to what is neither in a fenced block nor in a code span, where GitHub interprets nothing. */
function outsideCode(text: string, change: (part: string) => string): string {
  const out: string[] = [];
  let prose: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (prose.length > 0) out.push(outsideSpans(prose.join("\n"), change));
    prose = [];
  };
  for (const line of text.split("\n")) {
    if (fence === undefined) {
      const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
      if (opening === undefined) {
        prose.push(line);
        continue;
      }
      flush();
      fence = opening;
      out.push(line);
    } else {
      out.push(line);
      if (closes(line, fence)) fence = undefined;
    }
  }
  flush();
  return out.join("\n");
}

function outsideSpans(text: string, change: (part: string) => string): string {
  let out = "";
  let rest = text;
  for (;;) {
    // A span ends with as many backticks as it began with, within its paragraph.
    const span = /(?<!`)(`{1,5})(?!`)((?:(?!\n[ \t]*\n)[^])*?[^`])\1(?!`)/.exec(rest.slice(0, 100_000));
    if (span === null) return out + change(rest);
    out += change(rest.slice(0, span.index)) + span[0];
    rest = rest.slice(span.index + span[0].length);
  }
}

function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return (
    trimmed.length >= fence.length &&
    [...trimmed].every((character) => character === fence.charAt(0)) &&
    !/^ {4}/.test(line)
  );
}

/** Closes a fence left open, so that what follows isn't inside it. */
function balanceFences(text: string): string {
  let fence: string | undefined;
  for (const line of text.split("\n")) {
    if (fence === undefined) fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    else if (closes(line, fence)) fence = undefined;
  }
  return fence === undefined ? text : `${text}\n${fence}`;
}

/** All HTML is shown as text: comments, hidden blocks, `<img>`, `<picture>`, and markers of our own that a model might imitate. */
function neutralHtml(text: string): string {
  return text.replaceAll(/<(?=[!/?A-Za-z])/g, "&lt;");
}

const URL_CHARACTERS = String.raw`[^\s<>()\[\]"'\u0060|]`;

/** Images become links, links to hosts that aren't allowed become text, and so do bare addresses, whatever scheme they pretend to have. */
function neutralLinks(text: string, options: InertOptions): string {
  const allowed = (address: string): boolean => isAllowed(address, options.allowedHosts);
  return text
    .replaceAll(
      /^( {0,3})\[([^\]\n]{1,300})\]:[ \t]*(\S+)(.*)$/gm,
      (whole, indent: string, name: string, address: string, rest: string) =>
        allowed(address) ? whole : `${indent}\\[${name}]: ${defused(address)}${rest}`,
    )
    .replaceAll(/!\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]*)>?[^)\n]*\)/g, (_, alt: string, address: string) =>
      allowed(address) ? `[${alt === "" ? "image" : alt}](${address})` : `${alt} (image removed: ${defused(address)})`,
    )
    .replaceAll(/!\[/g, "!\\[")
    .replaceAll(/\[([^\]\n]{0,500})\]\(\s*<?([^)\s>]*)>?[^)\n]*\)/g, (whole, label: string, address: string) =>
      allowed(address) ? whole : `${label} (${defused(address)})`,
    )
    .replaceAll(
      new RegExp(
        String.raw`(?<![A-Za-z0-9/])((?:[a-z][a-z0-9+.-]{0,20}:|)(?:\\?/){2}${URL_CHARACTERS}+|www\.${URL_CHARACTERS}+)`,
        "gi",
      ),
      (address: string) => (allowed(address) || /^\/\/(?:\s|$)/.test(address) ? address : defused(address)),
    );
}

/** Says where an address points without carrying its path or query, which might carry a secret. */
function defused(address: string): string {
  const host = hostOf(address);
  return host === undefined ? "(address removed)" : `\`${host.replaceAll(".", "[.]").slice(0, 100)}\``;
}

function hostOf(address: string): string | undefined {
  const text = address.replaceAll("\\", "").replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, "");
  const host = /^(?:[^/@\s]*@)?([A-Za-z0-9.-]+|\[[0-9a-f:.]+\])/i.exec(text.replace(/^www\./i, "www."))?.[1];
  return host === undefined || host === "" ? undefined : host.toLowerCase();
}

function isAllowed(address: string, hosts: readonly string[]): boolean {
  if (
    /^(?:#|\.{0,2}\/(?![/\\])|[A-Za-z0-9_][\w./-]*$)/.test(address) &&
    !/^www\./i.test(address) &&
    !address.includes(":")
  )
    return true;
  if (!/^https:\/\//i.test(address)) return false;
  const parsed = URL.parse(address);
  if (parsed === null || parsed.username !== "" || parsed.password !== "") return false;
  return ["github.com", ...hosts].some((host) => parsed.host === host.toLowerCase());
}

/** `@name` notifies nobody when an invisible joiner follows the sign. */
function neutralMentions(text: string): string {
  return text.replaceAll(/(?<![A-Za-z0-9_`])@(?=[A-Za-z0-9])/g, ZERO_WIDTH_FREE_AT);
}

/** `Fixes #1` closes nothing, and `#1`, `owner/repo#1` leave no trace elsewhere. */
function neutralReferences(text: string): string {
  return text
    .replaceAll(/(?<![&A-Za-z0-9])((?:[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)?)#(?=\d)/g, "$1#\u2060")
    .replaceAll(/\bGH-(?=\d)/gi, (found) => `${found}\u2060`)
    .replaceAll(/\b((?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+)(?=https:\/\/)/gi, "$1\u2060");
}

/** A `/command` at the start of a line is for bots; a leading joiner makes it text. */
function neutralCommands(text: string): string {
  return text.replaceAll(/^([ \t]*)\/(?=[A-Za-z])/gm, "$1\u2060/");
}
