import type { RunHandle } from "../../engine/engine.ts";
import type { RunView } from "../../engine/view.ts";
import { plainProgress } from "./progress/plain.ts";
import type { Progress } from "./progress/progress.ts";
import { treeProgress } from "./progress/tree.ts";
import type { Session } from "./session.ts";

export interface FollowOptions {
  /** Print journal events, one JSON object per line, on standard output. */
  readonly events?: boolean;
  /** Print what the steps print. */
  readonly output?: boolean;
}

/** A signal that comes again this soon is the same one: a terminal sends it to the whole process group, and the launcher passes it on. */
const SAME_SIGNAL_MS = 400;

/**
 * Shows a run until it ends. The first SIGINT or SIGTERM cancels it cleanly (steps are stopped, the journal says so), the second ends the
 * process at once with 130.
 */
export async function followRun(session: Session, handle: RunHandle, options: FollowOptions): Promise<RunView> {
  const progress = progressOf(session, handle, options);
  const release = cancelOnSignals(session, handle);
  try {
    for await (const update of handle.events()) progress.update(update);
    return await handle.result();
  } finally {
    release();
    progress.end();
  }
}

function progressOf(session: Session, handle: RunHandle, options: FollowOptions): Progress {
  const { terminal } = session;
  if (options.events === true) {
    return {
      update: (update) => {
        if (update.kind === "event") terminal.out(JSON.stringify(update.event));
      },
      end: () => undefined,
    };
  }
  if (terminal.live && options.output !== true) return treeProgress(terminal, () => handle.status());
  return plainProgress(terminal, { output: options.output === true || session.options.json !== true });
}

function cancelOnSignals({ terminal }: Session, handle: RunHandle): () => void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      terminal.note(`${signal}: cancelling ${handle.id}; once more ends at once`);
      void handle.cancel(`received ${signal}`, "terminal").catch((error: unknown) => terminal.note(String(error)));
    } else if (now - firstAt > SAME_SIGNAL_MS) process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
