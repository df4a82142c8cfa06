/** Where a run's archive (journal and trees, W6) waits for whoever carries the run on. */
export interface RunArchives {
  /** Replaces the archive kept for this run; an older one stays until the newer is whole. Throws PawlError `archive.unavailable`, transient. */
  save(runId: string, archive: Uint8Array): Promise<{ readonly url?: string }>;
  /** The newest archive of this run; undefined when there is none. Throws PawlError `archive.unavailable`. */
  find(runId: string): Promise<Uint8Array | undefined>;
}
