/** Any value JSON can carry (RFC 8259). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The canonical form of a JSON value (RFC 8785): object keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript prints them. Equal values give equal text.
 *
 * Throws a `TypeError` on what JSON can't carry (undefined array items, functions, NaN, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new TypeError("a string with a lone surrogate has no canonical JSON form");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
      return canonicalObject(value as Record<string, unknown>);
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`);
  }
}

function canonicalObject(record: Record<string, unknown>): string {
  let text = "{";
  // Code-unit order is what the default sort gives, and what RFC 8785 section 3.2.3 asks for.
  for (const key of Object.keys(record).toSorted()) {
    const member = record[key];
    if (member === undefined) continue;
    text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
