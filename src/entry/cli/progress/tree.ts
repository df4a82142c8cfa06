import { stripVTControlCharacters } from "node:util";
import { formatDuration } from "../../../kernel/duration.ts";
import type { RunUpdate } from "../../../engine/engine.ts";
import type { JournalEvent } from "../../../engine/events.ts";
import type { RunView, StepView } from "../../../engine/view.ts";
import type { Terminal } from "../terminal.ts";
import type { Progress } from "./progress.ts";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 120;
/** More steps than this and the finished ones at the top scroll out of the live part. */
const MOST_ROWS = 30;

/**
 * The run as a tree that redraws itself in place: every step with its state and time, and the last line the running step printed. What is
 * drawn is the view the engine gives, so that the tree and `pawl show` can't differ.
 */
export function treeProgress(terminal: Terminal, view: () => RunView): Progress {
  let drawnRows = 0;
  let frame = 0;
  const lastOutput = new Map<string, string>();
  const draw = (): void => {
    const rows = treeRows(view(), terminal, FRAMES[frame % FRAMES.length] ?? "", lastOutput);
    const up = drawnRows === 0 ? "" : `\u001B[${drawnRows}A`;
    terminal.note(`${up}\r\u001B[J${rows.join("\n")}`);
    drawnRows = rows.length;
  };
  const timer = setInterval(() => {
    frame += 1;
    draw();
  }, FRAME_MS);
  timer.unref();
  return {
    update(update: RunUpdate): void {
      if (update.kind === "output") {
        const line = stripVTControlCharacters(update.text).trimEnd().split("\n").at(-1) ?? "";
        if (line.trim() !== "") lastOutput.set(update.path, line.trim());
      } else {
        forgetOutput(update.event, lastOutput);
        draw();
      }
    },
    end(): void {
      clearInterval(timer);
      draw();
    },
  };
}

function forgetOutput(event: JournalEvent, lastOutput: Map<string, string>): void {
  if (/^step\.(completed|failed|skipped|cancelled|cached)$/.test(event.type) && "path" in event.data) {
    if (typeof event.data.path === "string") lastOutput.delete(event.data.path);
  }
}

/** The rows of a run's tree; `spinner` stands before what is running. */
export function treeRows(
  view: RunView,
  terminal: Terminal,
  spinner: string,
  lastOutput: ReadonlyMap<string, string> = new Map(),
): string[] {
  const rows = Object.entries(view.steps).map(([path, step]) => row(path, step));
  const hidden = rows.length - MOST_ROWS;
  const shown = hidden > 0 ? [terminal.tone("dim", `  … ${hidden} more`), ...rows.slice(hidden)] : rows;
  return [
    `${terminal.tone("bold", view.workflow)} ${terminal.tone("dim", `${view.run_id} ${view.status}`)}`,
    ...shown,
  ].map((text) => fit(text, terminal.columns));

  function row(path: string, step: StepView): string {
    const parts = path.split("/");
    const indent = "  ".repeat(parts.length);
    const facts = [
      ...(step.cached ? ["cached"] : []),
      ...(step.duration_ms === undefined ? [] : [formatDuration(step.duration_ms)]),
      ...(step.attempts > 1 ? [`${step.attempts} attempts`] : []),
      ...(step.cost === undefined || step.cost.usd === 0 ? [] : [`$${step.cost.usd.toFixed(4)}`]),
      ...(step.skip_reason === undefined ? [] : [step.skip_reason]),
    ];
    const message = step.status === "failed" ? ` ${step.error?.message.split("\n")[0] ?? ""}` : "";
    const output = step.status === "running" ? ` ${lastOutput.get(path) ?? ""}` : "";
    return `${indent}${mark(step.status)} ${step.name ?? parts.slice(-2).join("/")} ${terminal.tone("dim", facts.join(" · ") + output)}${message}`;
  }

  function mark(status: StepView["status"]): string {
    switch (status) {
      case "completed":
      case "cached":
        return terminal.tone("good", "✓");
      case "failed":
        return terminal.tone("bad", "✗");
      case "running":
        return terminal.tone("warn", spinner);
      case "cancelled":
        return terminal.tone("warn", "■");
      case "compensated":
        return terminal.tone("warn", "↺");
      case "skipped":
        return terminal.tone("dim", "-");
      default:
        return terminal.tone("dim", "·");
    }
  }
}

/** Cuts a row to the terminal's width, so that it stays one row and the cursor finds its way back up. */
function fit(text: string, columns: number): string {
  const plain = stripVTControlCharacters(text);
  return plain.length < columns ? text : `${plain.slice(0, Math.max(0, columns - 2))}…`;
}
