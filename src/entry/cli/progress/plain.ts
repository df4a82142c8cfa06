import type { RunUpdate } from "../../../engine/engine.ts";
import { runLines } from "../../run-lines.ts";
import type { Terminal } from "../terminal.ts";
import type { Progress } from "./progress.ts";

/** One line per thing that happened, for logs and pipes; with `output`, what the steps print as well. */
export function plainProgress(terminal: Terminal, options: { readonly output: boolean }): Progress {
  return {
    update(update: RunUpdate): void {
      if (update.kind === "event") {
        for (const line of runLines(update.event, (tone, text) => terminal.tone(tone, text))) terminal.note(line);
      } else if (options.output) {
        for (const line of update.text.replace(/\n$/, "").split("\n")) {
          terminal.note(terminal.tone("dim", `  ${update.path} | ${line}`));
        }
      }
    },
    end: () => undefined,
  };
}
