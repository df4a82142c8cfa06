import { PawlError } from "../../../kernel/errors.ts";
import type { Json } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import type { Scope } from "../scope.ts";
import type { ExpressionFunction } from "./function.ts";
import { defineFunction, jsonType, textArgument } from "./function.ts";

export const fileFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "file",
    aliases: ["read_file"],
    summary: "The text of a workspace file. Paths outside the workspace are refused.",
    parameters: ["path"],
    example: { expression: "file('VERSION')", gives: "1.4.0\n" },
    call: ([path], { scope }) => scope.host.readFile(textArgument(path, "file()'s path")),
  }),
  defineFunction({
    name: "file_exists",
    summary: "Whether the workspace has a file at this path.",
    parameters: ["path"],
    example: { expression: "file_exists('no/such/file')", gives: false },
    call: ([path], { scope }) => {
      try {
        scope.host.readFile(textArgument(path, "file_exists()'s path"));
        return true;
      } catch (thrown) {
        if (thrown instanceof PawlError && thrown.code === "file.not_found") return false;
        if (thrown instanceof PawlError && thrown.code === "file.too_large") return true;
        throw thrown;
      }
    },
  }),
  defineFunction({
    name: "hashFiles",
    aliases: ["hash_files"],
    summary:
      "As GitHub's: SHA-256 over the SHA-256 of every workspace file that matches the globs; empty when none does.",
    parameters: ["pattern"],
    variadic: true,
    example: { expression: "hashFiles('no/such/*.lock')", gives: "" },
    call: (args, { scope }) =>
      scope.host.hashFiles(args.map((pattern) => textArgument(pattern, "every pattern of hashFiles()"))),
  }),
  defineFunction({
    name: "artifact",
    summary:
      "A stored artifact of this run, or with `run` (`latest` or a run's id) of another one of this workflow: its `name`, `digest`, `url` and `content`.",
    parameters: ["name", "run"],
    required: 1,
    example: { expression: "artifact('coverage', run='latest').name", gives: "coverage" },
    call: ([name, run], { scope }) =>
      scope.host.artifact(
        textArgument(name, "artifact()'s name"),
        run === undefined || run === null ? undefined : textArgument(run, "artifact()'s run"),
      ),
  }),
];

/**
 * The text a report function is to read: text itself, the path of a workspace file, or an artifact.
 * A text without a line break that has none of a report's marks is taken for a path.
 */
export function reportText(value: Json | undefined, scope: Scope, place: string): string {
  if (typeof value === "string") {
    const path = value.trim();
    return path !== "" && !/[\n<{[]/.test(path) && !path.startsWith("mode:") && !path.startsWith("SF:")
      ? scope.host.readFile(path)
      : value;
  }
  if (isJsonObject(value)) {
    const { content, path, name } = value;
    if (typeof content === "string") return content;
    if (typeof path === "string") return scope.host.readFile(path);
    const stored = typeof name === "string" ? scope.host.artifact(name) : null;
    if (isJsonObject(stored) && typeof stored["content"] === "string") return stored["content"];
  }
  throw evaluationError(
    `${place} needs a report's text, the path of its file, or an artifact; it was given ${jsonType(value)}`,
  );
}
