import { RE2JS } from "re2js";
import type { Json } from "../../../kernel/json.ts";
import { evaluationError, limitError } from "../errors.ts";
import type { Meter } from "../limits.ts";
import type { ExpressionFunction } from "./function.ts";
import { defineFunction, numberArgument, textArgument } from "./function.ts";

/** Characters of a regular expression, and the most a counted repetition may ask for (`x{1000}{1000}` is a million states). */
const MAX_PATTERN_CHARACTERS = 1_000;
const MAX_REPETITION = 1_000;
const MAX_SLUG_CHARACTERS = 60;

export const textFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "slug",
    summary:
      "Text as a name for branches and files: lower-case letters, digits and single hyphens, at most `max` (60) characters.",
    parameters: ["text", "max"],
    required: 1,
    example: { expression: "slug('Fix: Größe & Länge!')", gives: "fix-grosse-lange" },
    call: ([text, max]) =>
      slug(
        textArgument(text, "slug()'s text"),
        max === undefined || max === null ? MAX_SLUG_CHARACTERS : numberArgument(max, "slug()'s max"),
      ),
  }),
  defineFunction({
    name: "matches",
    summary: "Whether a regular expression (RE2 syntax, linear time) matches somewhere in the text.",
    parameters: ["text", "pattern"],
    example: { expression: "matches('v1.2.3', '^v\\\\d+\\\\.')", gives: true },
    call: ([text, pattern]) => compilePattern(pattern).matcher(textArgument(text, "matches()'s text")).find(),
  }),
  defineFunction({
    name: "extract",
    aliases: ["regex_extract"],
    summary:
      "What the first group of a regular expression (or the whole, when it has none) matched; empty when nothing did.",
    parameters: ["text", "pattern"],
    example: { expression: "extract('coverage: 81.5%', '([0-9.]+)%')", gives: "81.5" },
    call: ([text, pattern]) => {
      const matcher = compilePattern(pattern).matcher(textArgument(text, "extract()'s text"));
      if (!matcher.find()) return "";
      return matcher.group(matcher.groupCount() > 0 ? 1 : 0) ?? "";
    },
  }),
  defineFunction({
    name: "lower",
    summary: "Text in lower case.",
    parameters: ["text"],
    example: { expression: "lower('ABC')", gives: "abc" },
    call: ([text]) => textArgument(text, "lower()'s text").toLowerCase(),
  }),
  defineFunction({
    name: "upper",
    summary: "Text in upper case.",
    parameters: ["text"],
    example: { expression: "upper('abc')", gives: "ABC" },
    call: ([text]) => textArgument(text, "upper()'s text").toUpperCase(),
  }),
  defineFunction({
    name: "trim",
    summary: "Text without white space at its ends.",
    parameters: ["text"],
    example: { expression: "trim('  a ')", gives: "a" },
    call: ([text]) => textArgument(text, "trim()'s text").trim(),
  }),
  defineFunction({
    name: "replace",
    summary: "Text with every occurrence of one text replaced by another.",
    parameters: ["text", "old", "new"],
    example: { expression: "replace('a/b/c', '/', '-')", gives: "a-b-c" },
    call: ([text, ...rest], { meter }) => replaceBounded(textArgument(text, "replace()'s text"), rest, meter),
  }),
  defineFunction({
    name: "split",
    summary: "A list of the parts of a text between a separator; without one, its lines.",
    parameters: ["text", "separator"],
    required: 1,
    example: { expression: "split('a,b', ',')", gives: ["a", "b"] },
    call: ([text, separator], { meter }) => {
      const whole = textArgument(text, "split()'s text");
      meter.produce(whole.length);
      return separator === undefined || separator === null
        ? linesOf(whole)
        : whole.split(textArgument(separator, "split()'s separator"));
    },
  }),
];

function slug(text: string, max: number): string {
  return text
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, Math.max(0, max))
    .replace(/-$/, "");
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Replaces `old` by `new`, at most `count` times when that is given; the result's size is counted before it is made. */
export function replaceBounded(text: string, args: readonly Json[], meter: Meter): string {
  const old = textArgument(args[0], "replace()'s first argument");
  const next = textArgument(args[1], "replace()'s second argument");
  if (old === "") throw evaluationError("replace() needs a text to look for; it was given an empty one");
  const limit =
    args[2] === undefined || args[2] === null ? Number.POSITIVE_INFINITY : numberArgument(args[2], "replace()'s count");
  const parts = text.split(old);
  const replaced = Math.min(limit < 0 ? Number.POSITIVE_INFINITY : limit, parts.length - 1);
  meter.produce(text.length + replaced * next.length);
  if (replaced === parts.length - 1) return parts.join(next);
  return [...parts.slice(0, replaced), parts.slice(replaced).join(old)].join(next);
}

const compiled = new Map<string, RE2JS>();

/** Compiles a user's regular expression for linear-time matching. Throws `expression.limit` when it is too large, `expression.evaluation` when it isn't one. */
function compilePattern(value: Json | undefined): RE2JS {
  const pattern = textArgument(value, "a regular expression");
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > MAX_PATTERN_CHARACTERS) {
    throw limitError(
      `a regular expression of ${pattern.length} characters; at most ${MAX_PATTERN_CHARACTERS} are compiled`,
      "Write a shorter one.",
    );
  }
  const repetition = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].reduce(
    (all, [, low, high]) => all * Math.max(1, Number(high === undefined || high === "" ? low : high)),
    1,
  );
  if (repetition > MAX_REPETITION) {
    throw limitError(
      `the regular expression "${pattern.slice(0, 60)}" repeats up to ${repetition} times; at most ${MAX_REPETITION}`,
      "Use * or + instead of counted repetitions.",
    );
  }
  try {
    const made = RE2JS.compile(pattern);
    if (compiled.size >= 200) compiled.clear();
    compiled.set(pattern, made);
    return made;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw evaluationError(
      `"${pattern}" is not a regular expression in RE2 syntax: ${reason}`,
      "RE2 has no look-around and no back-references.",
      thrown,
    );
  }
}
