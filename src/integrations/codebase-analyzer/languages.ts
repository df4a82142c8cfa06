/** How a language is written, as far as counting goes. */
export interface Syntax {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly lineComment: readonly string[];
  readonly blockComment: readonly (readonly [open: string, close: string])[];
  /** Quotes of strings, longest first; a string may span lines where its quote says so. */
  readonly strings: readonly { readonly quote: string; readonly multiline: boolean }[];
  /** Words and signs at which control flow parts: what cyclomatic complexity counts. */
  readonly decisions: ReadonlySet<string>;
  /** How a comment begins that documents what follows. */
  readonly documentation: readonly string[];
}

const C_LIKE = { lineComment: ["//"], blockComment: [["/*", "*/"]] as const };
const quotes = (...list: readonly string[]): Syntax["strings"] =>
  list.map((quote) => ({ quote, multiline: quote === "`" || quote.length === 3 }));
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const LANGUAGES: readonly Syntax[] = [
  {
    name: "TypeScript",
    extensions: [".ts", ".tsx", ".mts", ".cts"],
    ...C_LIKE,
    strings: quotes('"', "'", "`"),
    decisions: words("if for while case catch && || ?? ?"),
    documentation: ["/**"],
  },
  {
    name: "JavaScript",
    extensions: [".js", ".jsx", ".mjs", ".cjs"],
    ...C_LIKE,
    strings: quotes('"', "'", "`"),
    decisions: words("if for while case catch && || ?? ?"),
    documentation: ["/**"],
  },
  {
    name: "Python",
    extensions: [".py", ".pyi"],
    lineComment: ["#"],
    blockComment: [],
    strings: quotes('"""', "'''", '"', "'"),
    decisions: words("if elif for while except and or case"),
    documentation: ['"""', "'''"],
  },
  {
    name: "Go",
    extensions: [".go"],
    ...C_LIKE,
    strings: quotes('"', "`", "'"),
    decisions: words("if for case && || select"),
    documentation: ["//"],
  },
  {
    name: "Rust",
    extensions: [".rs"],
    lineComment: ["//"],
    blockComment: [["/*", "*/"]],
    strings: quotes('"'),
    decisions: words("if for while loop match && || ?"),
    documentation: ["///", "//!", "/**"],
  },
  {
    name: "Java",
    extensions: [".java"],
    ...C_LIKE,
    strings: quotes('"""', '"', "'"),
    decisions: words("if for while case catch && || ?"),
    documentation: ["/**"],
  },
];

/** The language of a file by its ending. */
export function languageOf(file: string): Syntax | undefined {
  const extension = /\.[^./]+$/.exec(file)?.[0].toLowerCase();
  return extension === undefined ? undefined : LANGUAGES.find(({ extensions }) => extensions.includes(extension));
}
