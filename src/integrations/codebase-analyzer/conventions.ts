import path from "node:path";
import type { CodeBase } from "./code-base.ts";
import { languageOf } from "./languages.ts";

/** Habits a newcomer should keep to, as most files show them. */
export interface Conventions {
  readonly indentation: string;
  readonly quotes: string;
  readonly semicolons: string;
  readonly file_names: string;
  readonly test_files: string;
  readonly line_ends: string;
}

/** Files looked at: enough to see a habit, few enough to be quick. */
const SAMPLE = 200;

/** Reads the habits off the source files; `unclear` where there is no majority of two thirds. */
export function conventionsOf(base: CodeBase): Conventions {
  const sources = base.paths.filter((file) => languageOf(file) !== undefined);
  const texts = sources.slice(0, SAMPLE).map((file) => base.read(file) ?? "");
  const scripts = sources
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .slice(0, SAMPLE)
    .map((file) => base.read(file) ?? "");
  return {
    indentation: majority(texts.flatMap(indentationOf)),
    quotes: majority(scripts.flatMap(quotesOf)),
    semicolons: majority(scripts.flatMap(semicolonsOf)),
    file_names: majority(sources.flatMap(nameStyleOf)),
    test_files: majority(sources.flatMap(testStyleOf)),
    line_ends: majority(texts.map((text) => (text.includes("\r\n") ? "CRLF" : "LF"))),
  };
}

function indentationOf(text: string): string[] {
  const indented = text.split("\n").filter((line) => /^[ \t]+\S/.test(line) && !/^\s*\*/.test(line));
  if (indented.length === 0) return [];
  const tabs = indented.filter((line) => line.startsWith("\t")).length;
  if (tabs * 2 > indented.length) return ["tabs"];
  const widths = indented.map((line) => /^ */.exec(line)?.[0].length ?? 0).filter((width) => width > 0);
  const step = [2, 4, 8, 3].find(
    (candidate) =>
      widths.filter((width) => width % candidate === 0).length > widths.length * 0.9 && widths.includes(candidate),
  );
  return step === undefined ? [] : [`${step} spaces`];
}

function quotesOf(text: string): string[] {
  const double = text.match(/"/g)?.length ?? 0;
  const single = text.match(/'/g)?.length ?? 0;
  return double + single === 0 ? [] : [double >= single ? "double" : "single"];
}

function semicolonsOf(text: string): string[] {
  const statements = text
    .split("\n")
    .filter((line) => /^\s*(?:const|let|import|return|export)\b.*[\w)\]"'`;]$/.test(line));
  if (statements.length < 3) return [];
  return [statements.filter((line) => line.endsWith(";")).length * 2 > statements.length ? "always" : "never"];
}

function nameStyleOf(file: string): string[] {
  const name = path.posix.basename(file).replace(/\..*$/, "");
  if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name)) return ["kebab-case"];
  if (/^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(name)) return ["snake_case"];
  if (/^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$/.test(name)) return ["PascalCase"];
  return /^[a-z]+[A-Z]\w*$/.test(name) ? ["camelCase"] : [];
}

function testStyleOf(file: string): string[] {
  const name = path.posix.basename(file);
  const style = /\.test\.[a-z]+$/.test(name)
    ? "*.test.*"
    : /\.spec\.[a-z]+$/.test(name)
      ? "*.spec.*"
      : /^test_.*\.py$/.test(name)
        ? "test_*.py"
        : /_test\.(?:go|py)$/.test(name)
          ? "*_test.*"
          : name.endsWith("Test.java")
            ? "*Test.java"
            : undefined;
  if (style === undefined) return [];
  return [
    `${style} ${/(?:^|\/)(?:tests?|__tests__|spec)\//.test(file) ? "in a folder of tests" : "beside the source"}`,
  ];
}

function majority(votes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const [winner] = [...counts].toSorted(([, a], [, b]) => b - a);
  return winner !== undefined && winner[1] * 3 >= votes.length * 2 ? winner[0] : "unclear";
}
