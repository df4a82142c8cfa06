import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import { parser as javascript } from "@lezer/javascript";
import type { LRParser } from "@lezer/lr";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";

/** A language: its grammar, and what its grammar calls the things that are counted. Names are node names of the Lezer grammars. */
export interface Language {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly parser: LRParser;
  /** Where control flow parts, as cyclomatic complexity counts it. Signs (`&&`) count inside `operations` only. */
  readonly decisions: ReadonlySet<string>;
  readonly operations: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** How a comment begins that documents what follows. */
  readonly documentation: readonly string[];
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const SCRIPT = {
  decisions: names("if for while case catch ConditionalExpression"),
  operations: names("BinaryExpression"),
  functions: names("FunctionDeclaration FunctionExpression ArrowFunction MethodDeclaration"),
  documentation: ["/**"],
};

export const LANGUAGES: readonly Language[] = [
  {
    name: "TypeScript",
    extensions: [".ts", ".mts", ".cts"],
    parser: javascript.configure({ dialect: "ts" }),
    ...SCRIPT,
  },
  { name: "TypeScript", extensions: [".tsx"], parser: javascript.configure({ dialect: "ts jsx" }), ...SCRIPT },
  {
    name: "JavaScript",
    extensions: [".js", ".jsx", ".mjs", ".cjs"],
    parser: javascript.configure({ dialect: "jsx" }),
    ...SCRIPT,
  },
  {
    name: "Python",
    extensions: [".py", ".pyi"],
    parser: python,
    decisions: names("if elif for while except case and or"),
    operations: new Set(),
    functions: names("FunctionDefinition"),
    documentation: [],
  },
  {
    name: "Go",
    extensions: [".go"],
    parser: go,
    decisions: names("if for case"),
    operations: names("BinaryExp"),
    functions: names("FunctionDecl MethodDecl"),
    documentation: ["//", "/*"],
  },
  {
    name: "Rust",
    extensions: [".rs"],
    parser: rust,
    decisions: names("if for while loop MatchArm TryExpression"),
    operations: names("BinaryExpression"),
    functions: names("FunctionItem"),
    documentation: ["///", "//!", "/**", "/*!"],
  },
  {
    name: "Java",
    extensions: [".java"],
    parser: java,
    decisions: names("if for while case catch TernaryExpression"),
    operations: names("BinaryExpression"),
    functions: names("MethodDeclaration ConstructorDeclaration"),
    documentation: ["/**"],
  },
];

/** The language of a file by its ending. */
export function languageOf(file: string): Language | undefined {
  const extension = /\.[^./]+$/.exec(file)?.[0].toLowerCase();
  return extension === undefined ? undefined : LANGUAGES.find(({ extensions }) => extensions.includes(extension));
}
