import type { JsonObject } from "../kernel/json.ts";

/** What somebody outside is told. */
export interface Notification {
  /** The same each time this is sent: receivers know by it what they have had already. */
  readonly id: string;
  /** `run.completed`, `run.failed`, `run.parked`, `run.budget`. */
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly data: JsonObject;
}

/** A way to tell somebody outside of GitHub. */
export interface Notifier {
  /**
   * Tells it once; whoever calls tries again after transient errors.
   *
   * @throws PawlError `notify.refused` when the address may not be reached or the receiver wants nothing; `notify.unavailable`, transient
   */
  notify(address: string, notification: Notification): Promise<void>;
}
