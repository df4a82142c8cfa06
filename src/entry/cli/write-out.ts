import { writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import type { Session } from "./session.ts";

/**
 * Writes what a command was asked for to the file its `--out` names.
 *
 * @returns the file's absolute path
 * @throws PawlError `cli.unwritable`
 */
export async function writeOut({ cwd }: Session, file: string, content: Uint8Array): Promise<string> {
  const target = path.resolve(cwd, file);
  try {
    await writeFile(target, content);
  } catch (cause) {
    throw new PawlError({
      code: "cli.unwritable",
      kind: "invalid",
      message: `${file} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "Give a file in a folder that exists and has space.",
      cause,
    });
  }
  return target;
}
