import type { Clock } from "./clock.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import type { RunStore } from "./run-store.ts";
import type { Workspace } from "./workspace.ts";

/** What goes into an archive: a run, the runs it started, their large values, and the objects of their snapshots (W6). */
export interface ExportRequest {
  readonly runId: string;
  readonly store: RunStore;
  readonly workspace: Workspace;
  /** Where the run's artifacts are, when they shall travel with it (up to 100 MB in all; the rest is made again or fetched from their store). */
  readonly artifacts?: ArtifactStore;
  /** Leaves out what the run's base commit brings: smaller, but the other machine needs that commit. */
  readonly thin?: boolean;
}

export interface ImportRequest {
  readonly store: RunStore;
  /** Without one the trees are left out: enough to read the run, not to carry it on. */
  readonly workspace?: Workspace;
  readonly clock: Clock;
  readonly artifacts?: ArtifactStore;
  /** The run that is expected; an archive of another one is refused. */
  readonly runId?: string;
}

export interface ImportedRun {
  readonly runId: string;
  /** Journal records that were new here, child runs included. */
  readonly records: number;
}
