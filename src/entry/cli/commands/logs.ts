import { formatDuration } from "../../../kernel/duration.ts";
import { PawlError } from "../../../kernel/errors.ts";
import { nearestName } from "../../../kernel/diagnostics.ts";
import type { StepView } from "../../../engine/view.ts";
import type { Json } from "../../../kernel/json.ts";
import { EXIT } from "../exit.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";

/** `pawl logs <run-id> [step]`: what each step ran and what it printed, as the journal holds it. */
export async function logsCommand(session: Session, runId: string, step: string | undefined): Promise<number> {
  await using local = await openEngine(session);
  const view = await local.engine.show(runId);
  const paths = Object.keys(view.steps);
  const wanted = step === undefined ? paths : paths.filter((path) => path === step || path.startsWith(`${step}/`));
  if (wanted.length === 0 && step !== undefined) {
    const nearest = nearestName(step, paths);
    throw new PawlError({
      code: "step.unknown",
      kind: "invalid",
      message: `The run ${runId} has no step "${step}".`,
      remedy: nearest === undefined ? `It has: ${paths.join(", ")}.` : `Did you mean "${nearest}"?`,
    });
  }
  const logs = wanted.flatMap((path) => {
    const found = view.steps[path];
    return found === undefined ? [] : [{ path, ...logOf(found) }];
  });
  const { terminal } = session;
  if (session.options.json === true) {
    terminal.json(logs);
    return EXIT.ok;
  }
  for (const log of logs) {
    const time = log.duration_ms === undefined ? "" : ` ${formatDuration(log.duration_ms)}`;
    terminal.out(terminal.tone("bold", `── ${log.path} ${log.status}${time}`));
    if (log.command !== undefined) terminal.out(terminal.tone("dim", `$ ${log.command}`));
    if (log.stdout !== "") terminal.out(log.stdout);
    if (log.stderr !== "") terminal.out(log.stderr);
    if (log.error !== undefined) terminal.out(terminal.tone("bad", log.error));
  }
  return EXIT.ok;
}

function logOf(step: StepView): {
  readonly status: string;
  readonly duration_ms?: number;
  readonly command?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: string;
} {
  const command = text(step.evidence["command"]);
  return {
    status: step.status,
    ...(step.duration_ms === undefined ? {} : { duration_ms: step.duration_ms }),
    ...(command === "" ? {} : { command }),
    stdout: text(step.outputs["stdout"] ?? step.outputs["text"]),
    stderr: text(step.outputs["stderr"]),
    ...(step.error === undefined ? {} : { error: step.error.message }),
  };
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
