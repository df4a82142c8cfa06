import { readFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { Session } from "./session.ts";

/** @throws PawlError `cli.unreadable` when the file isn't there or isn't a JSON object */
export async function readJsonObject(file: string, { cwd }: Session): Promise<JsonObject> {
  const unreadable = (reason: string, cause?: unknown): PawlError =>
    new PawlError({
      code: "cli.unreadable",
      kind: "invalid",
      message: `${file} ${reason}.`,
      remedy: "Give the path of a file that holds one JSON object.",
      cause,
    });
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), "utf8");
  } catch (error) {
    throw unreadable("can't be read", error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(`is not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (!isJsonObject(value)) throw unreadable("holds no JSON object");
  return value;
}
