import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Notifier } from "../../ports/notifier.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import type { Audit } from "./audit.ts";
import type { Database } from "./database.ts";
import type { Inbox } from "./inbox.ts";
import type { Installations } from "./installations.ts";
import type { Outbox } from "./outbox.ts";
import type { RepositoryCatalogue } from "./repository-files.ts";
import type { Runs } from "./runs.ts";

/** What the app is made of; everything in this folder works on it. */
export interface AppParts {
  readonly db: Database;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly runs: Runs;
  readonly audit: Audit;
  readonly installations: Installations;
  readonly catalogue: (host: RepositoryHost, commit: string) => RepositoryCatalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** Signs markers; derived from the App's private key, so that every process of the App has the same. */
  readonly key: string;
  /** Where runs report to and people look, without a slash at the end. */
  readonly appUrl: () => string;
  /** Tells receivers outside of what becomes of a repository's (`owner/name`) runs. */
  readonly notifierFor: (repository: string) => Notifier;
  /** Wakes the workers: there is something new. */
  readonly wake: () => void;
}
