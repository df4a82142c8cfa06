import { isJsonObject, type Json, type JsonObject } from "./json.ts";

/** A resolved field as text: numbers and booleans as they print, lists and objects as JSON; `fallback` when it is absent or null. */
export function textField(config: JsonObject, name: string, fallback = ""): string {
  const value = config[name];
  if (value === undefined || value === null) return fallback;
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A resolved field as a number, also when an expression gave it as text; `fallback` when it is absent or no number. */
export function numberField(config: JsonObject, name: string, fallback: number): number {
  const value = config[name];
  const number =
    typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : fallback;
}

/** A resolved field as a truth value, also when an expression gave it as the text `true` or `false`. */
export function booleanField(config: JsonObject, name: string, fallback: boolean): boolean {
  const value = config[name];
  if (typeof value === "boolean") return value;
  if (value === "true") return true;
  if (value === "false") return false;
  return fallback;
}

/** A resolved field as a list: one value stands for a list of one, an absent field for an empty list. */
export function listField(config: JsonObject, name: string): readonly Json[] {
  const value = config[name];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** A resolved field as an object; empty when it is anything else. */
export function objectField(config: JsonObject, name: string): JsonObject {
  const value = config[name];
  return isJsonObject(value) ? value : {};
}
