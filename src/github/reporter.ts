import type { RunView } from "../engine/view.ts";
import { PawlError } from "../kernel/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { CheckRunFacts, RepositoryHost } from "../ports/repository-host.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { SelfIdentity } from "./authority.ts";
import { writtenBySelf } from "./authorship.ts";
import { checkRunFor } from "./check-run.ts";
import { hiddenMarker, readMarker } from "./marker.ts";
import { again, once } from "./once.ts";
import { type StatusAbout, statusComment } from "./status-comment.ts";

/** What a reporter remembers from one process to the next, so that it need not look for its comment. */
export interface ReporterMemory {
  readonly commentId?: number;
  readonly checkRunId?: number;
  /** GitHub keeps refusing check runs: the token lacks the permission. */
  readonly checksRefused?: boolean;
}

export interface ReporterOptions {
  readonly host: RepositoryHost;
  readonly runId: string;
  /** Where the comment goes; without one there is only the check run. */
  readonly issue?: number;
  /** Where the check run goes; without one there is only the comment. */
  readonly headSha?: string;
  readonly self: SelfIdentity;
  readonly key: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor?: Redactor;
  readonly about: StatusAbout;
  readonly memory?: ReporterMemory;
  readonly remember?: (memory: ReporterMemory) => void;
  /** Least time between two edits, in milliseconds; 3,000 by default. The last state is always written. */
  readonly intervalMs?: number;
}

export interface Reporter {
  /** Shows this state soon; never waits, never throws. Facts about the run that became known may come with it. */
  update(view: RunView, about?: Partial<StatusAbout>): void;
  /** Shows this state now and resolves when it stands; rejects when GitHub can't be reached for it. */
  finish(view: RunView, about?: Partial<StatusAbout>): Promise<ReporterMemory & { readonly commentUrl?: string }>;
}

/**
 * Keeps one comment and one check run of a run current (G4, G5). The comment is found again by its signed marker and its author, so that a
 * second process edits the same one; an unchanged text is not written again.
 */
export function createReporter(options: ReporterOptions): Reporter {
  const { clock, log } = options;
  const interval = options.intervalMs ?? 3_000;
  const never = new AbortController().signal;
  let about: StatusAbout = options.about;
  let memory: ReporterMemory = options.memory ?? {};
  let commentUrl: string | undefined;
  let wanted: RunView | undefined;
  let working: Promise<void> | undefined;
  let lastAt = 0;
  let shownComment: string | undefined;
  let shownCheck: string | undefined;
  let finishing = false;
  let pause = new AbortController();

  const note = (news: ReporterMemory): void => {
    memory = { ...memory, ...news };
    options.remember?.(memory);
  };

  const writeComment = async (view: RunView): Promise<void> => {
    const { host, issue } = options;
    if (issue === undefined) return;
    const repo = `${host.owner}/${host.repo}`.toLowerCase();
    const state = { run: options.runId, workflow: view.workflow, repo, issue };
    const text = statusComment(view, about);
    const body = `${options.redactor?.redact(text) ?? text}\n\n${hiddenMarker(options.key, "run", state)}`;
    if (body === shownComment) return;
    const isOurs = (found: { author: Parameters<typeof writtenBySelf>[0]; body: string }): boolean =>
      writtenBySelf(found.author, options.self) &&
      readMarker(options.key, "run", found.body)?.["run"] === options.runId;
    if (memory.commentId === undefined) {
      const found = await once(
        clock,
        never,
        async () => (await host.comments(issue)).find(isOurs),
        () => host.createComment(issue, body),
      );
      note({ commentId: found.id });
      commentUrl = found.url;
      if (found.body === body) {
        shownComment = body;
        return;
      }
    }
    const { commentId = 0 } = memory;
    const edit = (): Promise<{ readonly url: string }> => host.updateComment(commentId, body);
    const edited = await edit().catch(async (thrown: unknown) => {
      if (!(thrown instanceof PawlError) || thrown.code !== "github.not_found") throw thrown;
      // GitHub's copies lag behind one another: only a list without it says that it is gone.
      return (await host.comments(issue)).some(({ id }) => id === commentId) ? await again(clock, edit) : undefined;
    });
    // Somebody who deleted the comment doesn't want it, and a new one would nag.
    if (edited === undefined) log.info("The status comment was deleted; it is not written again");
    else commentUrl = edited.url;
    shownComment = body;
  };

  const writeCheck = async (view: RunView): Promise<void> => {
    const { host, headSha } = options;
    if (headSha === undefined || memory.checksRefused === true) return;
    const text = statusComment(view, about);
    const link = about.runUrl;
    const fields = checkRunFor(view, {
      summary: options.redactor?.redact(text) ?? text,
      ...(link === undefined ? {} : { detailsUrl: link }),
    });
    const shown = JSON.stringify(fields);
    if (shown === shownCheck) return;
    let created = false;
    if (memory.checkRunId === undefined) {
      const { appId } = options.self;
      const lookUp = async (): Promise<CheckRunFacts | undefined> =>
        (await host.checkRuns(headSha, fields.name)).find(
          (check) =>
            check.externalId === options.runId &&
            (appId === undefined || check.appId === undefined || check.appId === appId),
        );
      const make = async (): Promise<CheckRunFacts> => {
        const check = await host.createCheckRun(headSha, fields);
        created = true;
        return check;
      };
      const made = await again(clock, () => once(clock, never, lookUp, make));
      note({ checkRunId: made.id });
    }
    if (!created) await host.updateCheckRun(memory.checkRunId ?? 0, fields);
    shownCheck = shown;
  };

  const write = async (view: RunView): Promise<void> => {
    lastAt = clock.now();
    const problems: unknown[] = [];
    for (const part of [writeComment, writeCheck]) {
      try {
        await part(view);
      } catch (thrown) {
        if (
          part === writeCheck &&
          options.issue !== undefined &&
          thrown instanceof PawlError &&
          thrown.code === "github.forbidden"
        ) {
          note({ checksRefused: true });
          log.warning(`There is no check run: ${thrown.message}. Give the job \`permissions: checks: write\``);
          continue;
        }
        problems.push(thrown);
      }
    }
    if (problems.length > 0) throw problems[0];
  };

  const loop = async (): Promise<void> => {
    for (;;) {
      const due = lastAt + interval - clock.now();
      if (due > 0) await clock.sleep(due, pause.signal).catch(() => undefined);
      const view = wanted;
      wanted = undefined;
      // `finish` has taken over: it writes the last state itself.
      if (view === undefined || pause.signal.aborted) return;
      try {
        await write(view);
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown.message : String(thrown);
        log.warning(`The status on GitHub is behind: ${error}`);
        if (thrown instanceof PawlError && thrown.retryAfterMs !== undefined)
          lastAt = clock.now() + thrown.retryAfterMs;
      }
    }
  };

  return {
    update(view, news) {
      about = { ...about, ...news };
      wanted = view;
      if (working !== undefined || finishing) return;
      working = loop().finally(() => {
        working = undefined;
      });
    },
    async finish(view, news) {
      about = { ...about, ...news };
      finishing = true;
      wanted = undefined;
      pause.abort();
      await working;
      try {
        await write(view);
      } finally {
        finishing = false;
        pause = new AbortController();
      }
      return { ...memory, ...(commentUrl === undefined ? {} : { commentUrl }) };
    },
  };
}
