import { diff3Merge } from "node-diff3";
import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Clock } from "../ports/clock.ts";
import type { EffectOrigin, PullRequestIntent } from "../ports/effects.ts";
import type { CommitFacts, RepositoryHost, TreeEntry } from "../ports/repository-host.ts";
import { inertText } from "./inert-text.ts";
import { sign, verifies } from "./marker.ts";
import { once } from "./once.ts";

/** Where published work stands. */
export interface Published {
  readonly headSha: string;
  readonly tree: string;
  readonly baseSha: string;
  /** Base commits that came after the run began and were taken in. */
  readonly rebased: boolean;
}

interface Change {
  readonly path: string;
  readonly mode: string;
  /** Null: the file is removed. */
  readonly content: Uint8Array | null;
}

const TRAILER = "Pawl-Signature";

/**
 * Brings the work onto its branch (G7): base tip, plus the patch merged onto whatever the base became since; never forced. Commits carry a
 * signature in a trailer, so that a branch somebody else pushed to is told apart: that is `effect.conflict`, as is a merge with both sides in
 * `details`. The same work on the same branch makes no second commit.
 */
export async function publishBranch(
  host: RepositoryHost,
  settings: { readonly clock: Clock; readonly key: string },
  intent: PullRequestIntent,
  origin: EffectOrigin,
  branch: string,
  base: string,
  message: string,
): Promise<Published> {
  const baseSha = await host.branch(base);
  const baseCommit = baseSha === undefined ? undefined : await host.commit(baseSha);
  if (baseCommit === undefined) {
    throw new PawlError({
      code: "effect.conflict",
      kind: "permanent",
      message: `The base branch ${base} doesn't exist in ${host.owner}/${host.repo}`,
      remedy: "Set `base` of the pull_request step to a branch that exists.",
    });
  }
  const rebased = baseCommit.sha !== intent.baseCommit;
  const changes = rebased ? await mergeOnto(host, intent, baseCommit) : await readChanges(intent);
  const tree = await writeTree(host, baseCommit.tree, changes);
  if (tree === baseCommit.tree) {
    throw new PawlError({
      code: "effect.no_change",
      kind: "permanent",
      message: `Nothing is left to publish: ${base} already holds these changes`,
    });
  }
  const about = { repo: `${host.owner}/${host.repo}`, branch };
  const headSha = await host.branch(branch);
  const head = headSha === undefined ? undefined : await host.commit(headSha);
  const parents = await parentsFor(host, settings.key, about, head, baseCommit, branch);
  if (head !== undefined && head.tree === tree && parents.length === 1 && parents[0] === head.sha) {
    return { headSha: head.sha, tree, baseSha: baseCommit.sha, rebased };
  }
  const signed = `${message.trimEnd()}\n\nPawl-Run: ${origin.runId}\n${TRAILER}: ${sign(settings.key, "commit", { ...about, tree })}\n`;
  const commit = await host.createCommit({ message: signed, tree, parents });
  const moved = await moveBranch(host, settings.clock, origin.signal, branch, head?.sha, commit);
  return { headSha: moved, tree, baseSha: baseCommit.sha, rebased };
}

/** The message of a commit made for a model: no trailers, no `[skip ci]`, nothing hidden; the identity is the token's own. */
export function commitMessage(written: string): string {
  const [subject = "", ...rest] = inertText(written, { allowedHosts: [] }).split("\n");
  const body = rest
    .filter((line) => !/^[A-Za-z][A-Za-z0-9-]{1,60}:\s/.test(line))
    .join("\n")
    .trim();
  const plain = `${subject.slice(0, 120).trim() || "Publish the work of a run"}${body === "" ? "" : `\n\n${body.slice(0, 4_000)}`}`;
  return plain
    .replaceAll(/\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/gi, "($1)")
    .replaceAll(/^skip-checks:/gim, "skip checks:");
}

async function parentsFor(
  host: RepositoryHost,
  key: string,
  about: JsonObject,
  head: CommitFacts | undefined,
  base: CommitFacts,
  branch: string,
): Promise<readonly string[]> {
  if (head === undefined) return [base.sha];
  const { status } = await host.compare(base.sha, head.sha);
  // A branch with nothing of its own: just created, or merged.
  if (status === "behind" || status === "identical") return [base.sha];
  const signature = new RegExp(`^${TRAILER}: ([0-9a-f]{64})$`, "m").exec(head.message)?.[1] ?? "";
  if (!verifies(key, "commit", { ...about, tree: head.tree }, signature)) {
    throw new PawlError({
      code: "effect.conflict",
      kind: "permanent",
      message: `Branch ${branch} holds commits that Pawl didn't make (${head.sha.slice(0, 12)}); nothing was overwritten`,
      remedy: "Merge, rename or delete that branch, then run `/pawl retry`. The work is kept in the run's archive.",
      details: { branch, head: head.sha },
    });
  }
  return status === "ahead" ? [head.sha] : [head.sha, base.sha];
}

async function moveBranch(
  host: RepositoryHost,
  clock: Clock,
  signal: AbortSignal,
  branch: string,
  from: string | undefined,
  to: string,
): Promise<string> {
  try {
    return await once(
      clock,
      signal,
      async () => ((await host.branch(branch)) === to ? to : undefined),
      async () => {
        if (from === undefined) await host.createBranch(branch, to);
        else await host.updateBranch(branch, to);
        return to;
      },
    );
  } catch (thrown) {
    if (!(thrown instanceof PawlError) || !["github.conflict", "github.invalid"].includes(thrown.code)) throw thrown;
    throw new PawlError({
      code: "effect.conflict",
      kind: "permanent",
      message: `Somebody changed branch ${branch} while it was published; nothing was overwritten`,
      remedy: "Run `/pawl retry`: it starts from what is there now.",
      cause: thrown,
    });
  }
}

async function readChanges(intent: PullRequestIntent): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const file of intent.patch.files) {
    changes.push({ path: file.path, mode: file.newMode, content: await intent.content(file.path) });
  }
  return changes;
}

async function writeTree(host: RepositoryHost, baseTree: string, changes: readonly Change[]): Promise<string> {
  const entries: { path: string; mode: string; sha: string | null }[] = [];
  for (const change of changes) {
    entries.push(
      change.content === null
        ? { path: change.path, mode: "100644", sha: null }
        : { path: change.path, mode: change.mode, sha: await host.createBlob(change.content) },
    );
  }
  return entries.length === 0 ? baseTree : host.createTree(baseTree, entries);
}

/** The patch's files as they must be on the moved base. Text is merged line by line; what can't be merged is reported with both sides. */
async function mergeOnto(
  host: RepositoryHost,
  intent: PullRequestIntent,
  base: CommitFacts,
): Promise<readonly Change[]> {
  const start = await host.commit(intent.baseCommit);
  if (start === undefined) {
    throw new PawlError({
      code: "effect.conflict",
      kind: "permanent",
      message: `The run began at commit ${intent.baseCommit.slice(0, 12)}, which ${host.owner}/${host.repo} doesn't have`,
      remedy: "Push that commit, or start the run again from the base branch.",
    });
  }
  const before = byPath(await host.tree(start.tree));
  const now = byPath(await host.tree(base.tree));
  const changes: Change[] = [];
  const conflicts: { path: string; ours: string; theirs: string }[] = [];
  for (const change of await readChanges(intent)) {
    const old = before.get(change.path);
    const theirs = now.get(change.path);
    if (old?.sha === theirs?.sha) {
      changes.push(change);
      continue;
    }
    const merged = await mergeFile(host, change, old, theirs);
    if (merged.kind === "conflict") conflicts.push({ path: change.path, ours: merged.ours, theirs: merged.theirs });
    else if (merged.change !== undefined) changes.push(merged.change);
  }
  if (conflicts.length > 0) {
    throw new PawlError({
      code: "effect.conflict",
      kind: "permanent",
      message: `The base moved, and both it and this run changed ${conflicts.map(({ path }) => path).join(", ")}`,
      remedy: "The work is kept: merge by hand from the run's patch, or start the run again on the new base.",
      details: { base: base.sha, conflicts },
    });
  }
  return changes;
}

async function mergeFile(
  host: RepositoryHost,
  change: Change,
  old: TreeEntry | undefined,
  theirs: TreeEntry | undefined,
): Promise<
  | { readonly kind: "merged"; readonly change: Change | undefined }
  | { readonly kind: "conflict"; readonly ours: string; readonly theirs: string }
> {
  const theirBytes = theirs === undefined ? undefined : await host.blob(theirs.sha);
  const ourText = asText(change.content ?? undefined);
  const theirText = asText(theirBytes);
  const same =
    change.content === null
      ? theirBytes === undefined
      : theirBytes !== undefined && Buffer.compare(Buffer.from(change.content), Buffer.from(theirBytes)) === 0;
  if (same) return { kind: "merged", change: undefined };
  const shown = (text: string | undefined, there: boolean): string =>
    (there ? (text ?? "(binary file)") : "(file removed)").slice(0, 4_000);
  const conflict = {
    kind: "conflict" as const,
    ours: shown(ourText, change.content !== null),
    theirs: shown(theirText, theirBytes !== undefined),
  };
  const oldText = old === undefined ? undefined : asText(await host.blob(old.sha));
  if (ourText === undefined || theirText === undefined || oldText === undefined) return conflict;
  const regions = diff3Merge(lines(ourText), lines(oldText), lines(theirText), { excludeFalseConflicts: true });
  const kept: string[] = [];
  for (const region of regions) {
    if (region.ok === undefined) return conflict;
    kept.push(...region.ok);
  }
  return { kind: "merged", change: { ...change, content: Buffer.from(kept.join("\n")) } };
}

function lines(text: string): string[] {
  return text.split("\n");
}

/** Undefined for what is absent or not UTF-8 text. */
function asText(content: Uint8Array | undefined): string | undefined {
  if (content === undefined || content.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

function byPath(entries: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  return new Map(entries.filter(({ type }) => type !== "tree").map((entry) => [entry.path, entry]));
}
