import type { Log } from "../../ports/log.ts";
import type { RunArchives } from "../../ports/run-archives.ts";
import type { LocalEngine } from "../../wiring/local.ts";
import { throttle, type Throttled } from "./throttle.ts";

/** A runner that vanishes loses at most this much. An upload takes about a second of the runner's time. */
const INTERVAL_MS = 20_000;

export interface ArchiveUpload extends Throttled {
  /** Where the archive last uploaded can be fetched. */
  readonly url: () => string | undefined;
}

/** Keeps a run's archive at GitHub up to date while it runs. A failure is one warning and never fails the run. */
export function createArchiveUpload(
  runId: string,
  local: Pick<LocalEngine, "store" | "workspace">,
  archives: RunArchives,
  log: Log,
): ArchiveUpload {
  let url: string | undefined;
  let warned = false;
  const upload = throttle(
    INTERVAL_MS,
    async () => {
      const { exportRun } = await import("../../adapters/archive/tar.ts");
      const archive = await exportRun({ runId, store: local.store, workspace: await local.workspace(runId) });
      url = (await archives.save(runId, archive)).url ?? url;
    },
    (error) => {
      if (warned) return;
      warned = true;
      log.warning(error instanceof Error ? error.message : String(error));
    },
  );
  return { ...upload, url: () => url };
}
