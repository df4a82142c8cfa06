import type { RunHandle } from "../../engine/engine.ts";
import type { JournalEvent } from "../../engine/events.ts";
import type { RunView } from "../../engine/view.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Effects } from "../../ports/effects.ts";
import type { Redactor } from "../../ports/secrets.ts";
import type { Asked } from "./asked.ts";

/** Facts that are known only when the run has ended. */
export interface FinalFacts {
  readonly pullRequest?: { readonly number: number; readonly url: string };
  readonly artifactUrl?: string;
}

/** Whoever watches a run on GitHub: the app, or the comment and the check run. */
export interface Reports {
  event(event: JournalEvent): void;
  /** The last state is where it has to be when this resolves. */
  finish(view: RunView, facts: FinalFacts): Promise<void>;
}

export interface EffectParts {
  readonly clock: Clock;
  readonly redactor: Redactor;
}

/** What a job does on GitHub beside running the workflow. */
export interface GitHubSide {
  /** Effects under the job's token; undefined without one. */
  readonly effects: ((parts: EffectParts, asked: Asked) => Promise<Effects>) | undefined;
  /** The `issue` and `repo` contexts. */
  contexts(asked: Asked): Promise<JsonObject>;
  /** Whether the attempt of this workflow run before this one was green; true where nothing can say. */
  readonly endedWell: () => Promise<boolean>;
  reports(run: {
    readonly handle: RunHandle;
    readonly asked: Asked;
    readonly clock: Clock;
    readonly redactor: Redactor;
  }): Promise<Reports>;
}
