import { inspect } from "node:util";
import { toPawlError, type PawlError } from "../../kernel/errors.ts";
import { EXIT } from "./exit.ts";
import type { Session } from "./session.ts";

/**
 * Says what went wrong and what to do: `{error}` with `--json`, two lines for a person otherwise, the stack only with `--debug`.
 *
 * @returns the exit code it means
 */
export function reportFailure(session: Session, thrown: unknown): number {
  const error = toPawlError(thrown);
  const { terminal, options } = session;
  if (options.json === true) {
    const { findings, ...details } = error.details;
    terminal.json({
      error: { ...error.toJSON(), details: Object.keys(details).length === 0 ? undefined : details },
      ...(findings === undefined ? {} : { findings }),
    });
  }
  terminal.note(`${terminal.tone("bad", "error")} ${error.message} ${terminal.tone("dim", `(${error.code})`)}`);
  if (error.remedy !== undefined) terminal.note(`      ${error.remedy}`);
  if (options.debug === true) terminal.note(inspect(thrown, { depth: 6 }));
  return exitOf(error);
}

function exitOf(error: PawlError): number {
  if (error.kind === "cancelled") return EXIT.cancelled;
  if (error.kind === "invalid") return EXIT.invalid;
  if (error.code.endsWith(".unknown") || error.code.includes("unknown_run") || error.code.includes("not_found"))
    return EXIT.invalid;
  return EXIT.failed;
}
