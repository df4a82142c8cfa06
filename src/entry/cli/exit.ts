import type { RunStatus } from "../../engine/view.ts";

/** What the process ends with; docs/cli.md names them. */
export const EXIT = { ok: 0, failed: 1, invalid: 2, parked: 3, cancelled: 130 } as const;

/** The exit code of a command that ran a workflow to this status. */
export function exitOfRun(status: RunStatus): number {
  switch (status) {
    case "completed":
      return EXIT.ok;
    case "parked":
      return EXIT.parked;
    case "cancelled":
      return EXIT.cancelled;
    default:
      return EXIT.failed;
  }
}
