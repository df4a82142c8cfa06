import type { RunUpdate } from "../../../engine/engine.ts";

/** Shows a run as it happens. */
export interface Progress {
  update(update: RunUpdate): void;
  /** The last word: nothing is drawn afterwards. */
  end(): void;
}
