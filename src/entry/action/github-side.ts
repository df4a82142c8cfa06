import type { RunHandle } from "../../engine/engine.ts";
import type { JournalEvent } from "../../engine/events.ts";
import type { RunView } from "../../engine/view.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Effects } from "../../ports/effects.ts";
import type { Log } from "../../ports/log.ts";
import type { Redactor } from "../../ports/secrets.ts";
import type { Asked } from "./asked.ts";
import type { Job } from "./job.ts";

/** Whoever watches a run on GitHub: the app, or the comment and the check run. */
export interface Reports {
  event(event: JournalEvent): void;
  /** The last state is where it has to be when this resolves. */
  finish(view: RunView): Promise<void>;
}

/** What a job does on GitHub beside running the workflow. */
export interface GitHubSide {
  /** Effects under the job's token; undefined without one. */
  readonly effects: ((parts: { readonly clock: Clock; readonly redactor: Redactor }) => Promise<Effects>) | undefined;
  /** The `issue`, `repo` and `project` contexts. */
  contexts(asked: Asked): Promise<JsonObject>;
  reports(run: {
    readonly handle: RunHandle;
    readonly asked: Asked;
    readonly job: Job;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly log: Log;
  }): Promise<Reports>;
}
