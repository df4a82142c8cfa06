import type { Syntax } from "./languages.ts";

/** What one file's text comes to. */
export interface Count {
  readonly lines: number;
  readonly code: number;
  readonly comments: number;
  readonly blank: number;
  /** Lines of comments that document what follows. */
  readonly documentation: number;
  /** Places where control flow parts. */
  readonly decisions: number;
}

/**
 * Counts a file in one pass over its characters: it knows what is a string and what is a comment, so a `//` in a URL is no comment and an
 * `if` in a text is no decision.
 */
export function count(text: string, syntax: Syntax): Count {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const totals = { code: 0, comments: 0, blank: 0, documentation: 0, decisions: 0 };
  let inside: { readonly close: string; readonly comment: boolean; readonly documents: boolean } | undefined;
  for (const line of lines) {
    let hasCode = false;
    let hasComment = inside?.comment === true && line.trim() !== "";
    let documents = inside?.documents === true && line.trim() !== "";
    let word = "";
    const endWord = (): void => {
      if (syntax.decisions.has(word)) totals.decisions++;
      word = "";
    };
    for (let i = 0; i < line.length;) {
      if (inside !== undefined) {
        if (!inside.comment && line[i] === "\\") {
          i += 2;
          continue;
        }
        if (line.startsWith(inside.close, i)) {
          i += inside.close.length;
          inside = undefined;
        } else i++;
        continue;
      }
      const lineComment = syntax.lineComment.find((sign) => line.startsWith(sign, i));
      const block = syntax.blockComment.find(([open]) => line.startsWith(open, i));
      const string = syntax.strings.find(({ quote }) => line.startsWith(quote, i));
      if (lineComment !== undefined) {
        endWord();
        hasComment = true;
        documents ||= !hasCode && isDocumentation(syntax, line, i);
        break;
      }
      if (block !== undefined) {
        endWord();
        hasComment = true;
        const documenting: boolean = isDocumentation(syntax, line, i);
        documents ||= documenting;
        inside = { close: block[1], comment: true, documents: documenting };
        i += block[0].length;
        continue;
      }
      if (string !== undefined) {
        endWord();
        // A Python string that stands alone documents what it stands in.
        const documenting: boolean = !hasCode && isDocumentation(syntax, line, i);
        if (documenting) hasComment = true;
        else hasCode = true;
        documents ||= documenting;
        inside = { close: string.quote, comment: documenting, documents: documenting };
        i += string.quote.length;
        continue;
      }
      const character = line[i] ?? "";
      if (/[\w$]/.test(character)) word += character;
      else {
        endWord();
        const sign = line.slice(i, i + 2);
        if (syntax.decisions.has(sign)) {
          totals.decisions++;
          i++;
        } else if (character === "?" && syntax.decisions.has("?") && line[i + 1] !== "." && line[i + 1] !== ":")
          totals.decisions++;
      }
      if (character.trim() !== "") hasCode = true;
      i++;
    }
    endWord();
    // A string ends with its line unless its quote allows more.
    if (
      inside !== undefined &&
      !inside.comment &&
      syntax.strings.some(({ quote, multiline }) => quote === inside?.close && !multiline)
    )
      inside = undefined;
    if (hasCode) totals.code++;
    else if (hasComment) totals.comments++;
    else if (line.trim() === "") totals.blank++;
    else totals.code++;
    if (documents && !hasCode) totals.documentation++;
  }
  return { lines: lines.length, ...totals };
}

function isDocumentation(syntax: Syntax, line: string, at: number): boolean {
  return syntax.documentation.some((sign) => line.startsWith(sign, at));
}
