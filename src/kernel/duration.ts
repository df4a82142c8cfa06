import { PawlError } from "./errors.ts";

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** What a text must look like to be a duration, as a regular expression for JSON Schemas. */
export const DURATION_PATTERN = String.raw`^\s*(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h|d))+)\s*$`;

/**
 * Reads a duration: a number of seconds (`90`), or text such as `500ms`, `90s`, `1h30m`, `7d`.
 *
 * @returns milliseconds, a non-negative integer
 * @throws PawlError `duration.invalid`, naming what was found
 */
export function parseDuration(value: string | number): number {
  const found = typeof value === "number" ? value * 1_000 : parseText(value);
  if (found === undefined || !Number.isFinite(found) || found < 0) {
    throw new PawlError({
      code: "duration.invalid",
      kind: "invalid",
      message: `"${value}" is not a duration`,
      remedy: "Write seconds as a number (90) or a text such as 500ms, 90s, 15m, 1h30m or 7d.",
    });
  }
  return Math.round(found);
}

function parseText(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1_000;
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (UNIT_MS[unit ?? ""] ?? Number.NaN);
  }
  return total;
}

/** A duration for people: `850ms`, `12.3s`, `4m 05s`, `1h 02m`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)}ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  return `${Math.floor(seconds / 3_600)}h ${two(Math.floor((seconds % 3_600) / 60))}m`;
}
