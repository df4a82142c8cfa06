import { createMemoryRunStore } from "../../adapters/run-store/memory.ts";
import { importRun } from "../../adapters/archive/tar.ts";
import { unzipOne } from "../../adapters/archive/unzip.ts";
import { loadRun } from "../../engine/load.ts";
import type { RunView } from "../../engine/view.ts";
import { viewRun } from "../../engine/view-of.ts";
import { toPawlError } from "../../kernel/errors.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import { builtInSteps } from "../../steps/registry.ts";
import { keepFact } from "./database.ts";
import type { AppParts } from "./parts.ts";
import type { AppRun } from "./runs.ts";

/** No archive larger than this is fetched, in bytes: the runner's own journal is a fraction of it. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The archive's file in its artifact, as the action packs it. */
const FILE = "run.pawl";

/**
 * How a run stands by the archive that its workflow run left at GitHub: for jobs that can't tell the app themselves, and for those that died
 * before they could. Undefined when there is none, or none that wasn't read before; an archive that can't be read is logged and told of once.
 */
export async function archivedView(
  parts: AppParts,
  host: RepositoryHost,
  run: AppRun,
  workflowRun: number,
): Promise<RunView | undefined> {
  const names = new Set(["a", "b"].map((slot) => `pawl-${run.runId}-${slot}`));
  const [newest] = (await host.artifacts(workflowRun))
    .filter(({ name, expired, size }) => names.has(name) && !expired && size <= MOST_BYTES)
    .toSorted((a, b) => b.id - a.id);
  const key = `archive:${run.runId}`;
  if (
    newest === undefined ||
    parts.db.first("SELECT value FROM facts WHERE key = ?", key)?.["value"] === `${newest.id}`
  )
    return undefined;
  const zip = await host.artifact(newest.id);
  if (zip === undefined) return undefined;
  // From here on the archive is known, and reading it again would give the same.
  keepFact(parts.db, key, `${newest.id}`);
  try {
    const store = createMemoryRunStore(parts.clock);
    await importRun(unzipOne(zip, FILE, MOST_BYTES), { store, clock: parts.clock, runId: run.runId });
    return viewRun(await loadRun(store, run.runId, builtInSteps));
  } catch (thrown) {
    parts.log.warning(`The archive of ${run.runId} can't be read: ${toPawlError(thrown).message}`);
    return undefined;
  }
}
