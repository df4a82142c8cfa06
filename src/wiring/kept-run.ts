import path from "node:path";
import type { RunStore } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";

/** A state directory without an engine: enough to read runs and to make archives of them. */
export interface KeptRuns extends AsyncDisposable {
  readonly store: RunStore;
  readonly workspace: (runId: string) => Promise<Workspace>;
}

/** @throws PawlError `store.io`, `store.corrupt`, `store.newer_version` */
export async function openKeptRun(places: {
  readonly workspace: string;
  readonly stateDirectory: string;
}): Promise<KeptRuns> {
  const [{ openSqliteRunStore }, { systemClock }] = await Promise.all([
    import("../adapters/run-store/sqlite.ts"),
    import("../adapters/clock/system.ts"),
  ]);
  const { stateDirectory } = places;
  const store = await openSqliteRunStore({ file: path.join(stateDirectory, "runs.db"), clock: systemClock() });
  return {
    store,
    async workspace(runId) {
      const { openGitWorkspace } = await import("../adapters/workspace/git.ts");
      return openGitWorkspace({ root: places.workspace, stateDirectory, runId });
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}
