import { PawlError } from "../kernel/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { RepositoryHost } from "../ports/repository-host.ts";
import { once } from "./once.ts";
import type { Decision } from "./trigger.ts";

/** Where claims are kept: outside branches and tags, so that no clone fetches them and no page shows them. */
const CLAIMS = "pawl/claims/";
/** GitHub sends a delivery again for three days at most; an older claim can't be asked about any more. */
const KEEP_DAYS = 5;
/** The tree without entries, which git has built in. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
/** What both the App and a job of the repository's own can hear. Everything else has one hearer. */
const HEARD_BY_MANY = new Set([
  "issues",
  "pull_request",
  "pull_request_target",
  "issue_comment",
  "pull_request_review_comment",
  "pull_request_review",
]);

export type Claimable = Exclude<Decision, { kind: "ignore" } | { kind: "gone" }>;

/**
 * Takes what an event asks for, once among all who hear it: the App, and jobs that listen to the same events. True for `holder`, however
 * often it asks (a crash in between, a redelivery, a re-run of the job); false for everybody else. GitHub makes a reference of a name once,
 * whoever asks for it: the name is the event's meaning, and the commit it points to names the holder. Errors of GitHub go up: what can't be
 * claimed may have been taken. Only a job that may not write references goes on when nobody has taken it.
 */
export async function claim(
  door: { readonly host: RepositoryHost; readonly clock: Clock; readonly log: Log },
  decision: Claimable,
  holder: string,
): Promise<boolean> {
  if (!HEARD_BY_MANY.has(decision.pinned.event)) return true;
  const { host, clock, log } = door;
  const ref = `${CLAIMS}${dayOf(decision.saidAt)}/${decision.meaning.slice(0, 40)}`;
  const mark = `Pawl-Holder: ${holder}`;
  const lookUp = async (): Promise<boolean | undefined> => {
    const sha = await host.ref(ref);
    if (sha === undefined) return undefined;
    return (await host.commit(sha))?.message.split("\n").includes(mark) ?? false;
  };
  try {
    const mine = await once(clock, new AbortController().signal, lookUp, async () => {
      const message = `Take what was asked for\n\n${mark}\n`;
      await host.createRef(ref, await host.createCommit({ message, tree: EMPTY_TREE, parents: [] }));
      return true;
    });
    if (mine && decision.meaning.startsWith("0")) await prune(door);
    return mine;
  } catch (thrown) {
    if (!(thrown instanceof PawlError) || thrown.code !== "github.forbidden") throw thrown;
    log.warning(
      "Nobody else is kept from doing this too: the job may not write references. Give it `permissions: contents: write`",
    );
    return true;
  }
}

/** Removes claims that nobody can ask about any more. One claim in sixteen does it, so that few are ever there. */
async function prune({ host, clock, log }: Parameters<typeof claim>[0]): Promise<void> {
  const oldest = dayOf(new Date(clock.now() - KEEP_DAYS * 86_400_000).toISOString());
  try {
    for (const ref of await host.refs(CLAIMS)) {
      const day = ref.slice(CLAIMS.length, CLAIMS.length + oldest.length);
      if (day < oldest) await host.deleteRef(ref);
    }
  } catch (thrown) {
    log.debug(`Old claims stay: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

/** `2026-11-25`; what has no time is kept under `0000-00-00` and goes with the next pruning. */
function dayOf(time: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? "0000-00-00";
}
