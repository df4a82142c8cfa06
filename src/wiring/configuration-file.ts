import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";

/** The file of settings of one working copy (F2). */
export const CONFIGURATION_FILE = "pawl.config.yml";

/**
 * Reads a configuration file's text, with the place of each part of it.
 *
 * @throws PawlError `config.invalid`, naming the line
 */
export async function parsePlacedYaml(
  text: string,
  shown: string,
): Promise<{ readonly value: Json; readonly placeOf: (path: readonly (string | number)[]) => string }> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error !== undefined) throw notYaml(at(error.pos[0]), error.message);
  try {
    return {
      value: document.toJS({ maxAliasCount: 0 }) as Json,
      placeOf: (path) => {
        const node = document.getIn(path, true) as { readonly range?: readonly number[] } | undefined;
        return at(node?.range?.[0] ?? 0);
      },
    };
  } catch (thrown) {
    throw notYaml(shown, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function notYaml(place: string, problem: string): PawlError {
  return new PawlError({
    code: "config.invalid",
    kind: "invalid",
    message: `${place} is not YAML: ${problem.split("\n", 1)[0]}`,
    remedy: "Correct it.",
  });
}
