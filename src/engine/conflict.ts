import { PawlError } from "../kernel/errors.ts";
import type { MergeConflict } from "../ports/workspace.ts";

/** The most characters that are shown of one side of one file, and of how many files. */
const SIDE_CHARACTERS = 2_000;
const SHOWN_FILES = 5;
/** Lines shown before the first one that differs. */
const CONTEXT_LINES = 3;

/**
 * The error of two steps that changed the same lines beside each other: `details.conflicts` and the message show both sides of each file
 * (of the first five), from shortly before the place where they part.
 */
export function conflictError(conflicts: readonly MergeConflict[]): PawlError {
  const paths = conflicts.map(({ path }) => path);
  const shown = conflicts.slice(0, SHOWN_FILES).map(bothSides);
  const sides = shown.flatMap(({ path, ours, theirs }) => [
    `--- ${path}, as the other step left it:\n${ours}`,
    `--- ${path}, as this step left it:\n${theirs}`,
  ]);
  return new PawlError({
    code: "workspace.conflict",
    kind: "permanent",
    message: [
      `Another step that ran at the same time changed the same lines of ${paths.join(", ")}.`,
      ...sides.map((side) => side.trimEnd()),
    ].join("\n"),
    remedy: "Let one of the two steps wait for the other with `needs`, or let them write different files.",
    details: { paths, conflicts: shown },
  });
}

function bothSides({ path, ours, theirs }: MergeConflict): { path: string; ours: string; theirs: string } {
  const mine = ours.split("\n");
  const other = theirs.split("\n");
  const differs = mine.findIndex((line, at) => line !== other[at]);
  const first = Math.max(0, (differs < 0 ? mine.length : differs) - CONTEXT_LINES);
  const tooLong = ours.length > SIDE_CHARACTERS || theirs.length > SIDE_CHARACTERS;
  const from = tooLong ? first : 0;
  return { path, ours: excerpt(mine, from), theirs: excerpt(other, from) };
}

function excerpt(lines: readonly string[], from: number): string {
  const text = lines.slice(from).join("\n");
  const before = from === 0 ? "" : `… from line ${from + 1}\n`;
  if (text.length <= SIDE_CHARACTERS) return before + text;
  return `${before}${text.slice(0, SIDE_CHARACTERS)}\n… ${text.length - SIDE_CHARACTERS} more characters`;
}
