import { parse } from "smol-toml";
import type { JsonObject } from "../../kernel/json.ts";
import type { CodeBase } from "./code-base.ts";

/** A TOML file as an object; empty when it isn't there or can't be read. */
export function readToml(base: CodeBase, file: string): JsonObject {
  const text = base.read(file);
  if (text === undefined) return {};
  try {
    // Dates become text; nothing else of TOML is missing in JSON.
    return JSON.parse(JSON.stringify(parse(text))) as JsonObject;
  } catch {
    return {};
  }
}
