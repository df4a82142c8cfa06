import type { Log } from "../../src/ports/log.ts";

/** A log that keeps its warnings, to see what people would see. */
export function collectWarnings(): { readonly log: Log; readonly warnings: string[] } {
  const warnings: string[] = [];
  const ignore = (): void => undefined;
  return { warnings, log: { info: ignore, debug: ignore, error: ignore, warning: (line) => void warnings.push(line) } };
}
