import { isJsonObject, type Json } from "../../../kernel/json.ts";
import type { RunView } from "../../../engine/view.ts";
import type { Session } from "../session.ts";

/** `pawl run --explain-cache`: for each step hit or miss, and which part of its key changed since the last run. */
export function explainCache({ terminal }: Session, view: RunView): void {
  for (const [path, step] of Object.entries(view.steps)) {
    const explanation = step.evidence["cache"];
    if (!isJsonObject(explanation)) continue;
    const mark = step.cached ? terminal.tone("good", "hit ") : terminal.tone("warn", "miss");
    terminal.note(`${mark} ${path} ${terminal.tone("dim", text(explanation["reason"]))}`);
  }
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
