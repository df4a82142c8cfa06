import type { RunHandle } from "../../engine/engine.ts";
import type { JournalEvent } from "../../engine/events.ts";
import type { RunView } from "../../engine/view.ts";
import { runLines } from "../run-lines.ts";
import type { Runner } from "./runner.ts";

/** Writes a run into the job's log until it ends; `onEvent` hears each event once it is durable. */
export async function followRun(
  handle: RunHandle,
  runner: Runner,
  onEvent: (event: JournalEvent) => void,
): Promise<RunView> {
  const release = cancelOnSignals(handle, runner);
  try {
    for await (const update of handle.events()) {
      if (update.kind === "event") {
        for (const line of runLines(update.event)) runner.line(line);
        onEvent(update.event);
      } else {
        for (const line of update.text.replace(/\n$/, "").split("\n")) runner.line(`  ${update.path} | ${line}`);
      }
    }
    return await handle.result();
  } finally {
    release();
  }
}

/**
 * The runner ends a cancelled job's process with SIGINT, SIGTERM 7.5 seconds later and SIGKILL 2.5 seconds after that
 * (docs.github.com, "Workflow cancellation"): the first of them cancels the run.
 */
function cancelOnSignals(handle: RunHandle, runner: Runner): () => void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) return;
    asked = true;
    runner.line(`${signal}: the job is being cancelled; steps are stopped and what is finished is held.`);
    void handle
      .cancel(`the job was cancelled (${signal})`, "github")
      .catch((error: unknown) => runner.line(String(error)));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}
