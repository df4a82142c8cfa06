import { PawlError } from "../../kernel/errors.ts";

/** Another writer appended first. */
export function conflict(runId: string, expected: number, found: number): PawlError {
  return new PawlError({
    code: "store.conflict",
    kind: "permanent",
    message: `Run ${runId} has ${found} events in its journal where ${expected} were expected: another worker wrote it.`,
    remedy: "Look at the run again with `pawl show`; the events already there stand.",
  });
}

/** The writer's lease was taken over. */
export function fenced(runId: string, fence: number, current: number): PawlError {
  return new PawlError({
    code: "store.fenced",
    kind: "permanent",
    message: `Run ${runId} was taken over by another worker (lease ${current}, this one held ${fence}).`,
    remedy: "Nothing was written. The other worker goes on with the run.",
  });
}

export function unknownRun(runId: string): PawlError {
  return new PawlError({
    code: "store.unknown_run",
    kind: "invalid",
    message: `There is no run ${runId} here.`,
    remedy: "`pawl list` shows the runs of this workspace; --state or PAWL_STATE names another state directory.",
  });
}
