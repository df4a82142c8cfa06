/** GitHub's limit for the body of an issue, pull request or comment, in characters. */
export const BODY_LIMIT = 65_536;

const QUIET_AT = "@\u2060";
/** What is longer is cut to GitHub's limit anyway. */
const MOST_READ = 4 * BODY_LIMIT;

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
  const line = text.slice(0, MOST_READ).toWellFormed().replaceAll(/\s+/g, " ").replaceAll(INVISIBLE, "").trim();
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

/**
 * What shows as nothing or turns text around: controls but tab and line feed, format characters (zero-width, bidirectional, tags), fillers and
 * variation selectors (Unicode TR36, CVE-2021-42574).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

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

/** A span ends with as many backticks as it began with, within its paragraph. At most five: each length fails at most once, so this is linear. */
const CODE_SPAN = /(?<!`)(`{1,5})(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\1(?!`)/g;

function outsideSpans(text: string, change: (part: string) => string): string {
  let out = "";
  let end = 0;
  for (const span of text.matchAll(CODE_SPAN)) {
    out += change(text.slice(end, span.index)) + span[0];
    end = span.index + span[0].length;
  }
  return out + change(text.slice(end));
}

function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length) && !/^ {4}/.test(line);
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
    .replaceAll("![", "[")
    .replaceAll(/\]\(([^)]{0,2000})\)|\]\(/g, (_, inside: string | undefined) => {
      const address = inside?.trim().split(/\s/)[0]?.replaceAll(/^<|>$/g, "");
      if (address === undefined) return "]\u2060(";
      return allowed(address) ? `](${address})` : `] (${defused(address)})`;
    })
    .replaceAll(BARE_ADDRESS, (address: string) =>
      allowed(address) || /^\/\/(?:\s|$)/.test(address) ? address : defused(address),
    );
}

const BARE_ADDRESS = new RegExp(
  String.raw`(?<![A-Za-z0-9/])((?:[a-z][a-z0-9+.-]{0,20}:|)(?:\\?/){2}${URL_CHARACTERS}+|www\.${URL_CHARACTERS}+)`,
  "gi",
);

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
  return text.replaceAll(/(?<![A-Za-z0-9_`])@(?=[A-Za-z0-9])/g, QUIET_AT);
}

/** `Fixes #1` closes nothing, and `#1`, `owner/repo#1` leave no trace elsewhere. */
function neutralReferences(text: string): string {
  return text
    .replaceAll(/(?<![&A-Za-z0-9])((?:[A-Za-z0-9_.-]{1,40}\/[A-Za-z0-9_.-]{1,100})?)#(?=\d)/g, "$1#\u2060")
    .replaceAll(/\bGH-(?=\d)/gi, (found) => `${found}\u2060`)
    .replaceAll(/\b((?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+)(?=https:\/\/)/gi, "$1\u2060");
}

/** A `/command` at the start of a line is for bots; a leading joiner makes it text. */
function neutralCommands(text: string): string {
  return text.replaceAll(/^([ \t]*)\/(?=[A-Za-z])/gm, "$1\u2060/");
}
