import { PawlError } from "../kernel/errors.ts";
import type { Permissions } from "../kernel/permissions.ts";
import type { Clock } from "../ports/clock.ts";
import type { EffectOrigin, Effects, PullRequestIntent, PullRequestResult } from "../ports/effects.ts";
import type { Log } from "../ports/log.ts";
import type { CommentFacts, PullRequestFacts, RepositoryHost } from "../ports/repository-host.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { SelfIdentity } from "./authority.ts";
import { branchName, plainBranch } from "./branch-name.ts";
import { writtenBySelf } from "./authorship.ts";
import type { PawlConfig } from "./config.ts";
import { evidenceBlock } from "./evidence.ts";
import { BODY_LIMIT, cutMarkdown, inertLine, inertText } from "./inert-text.ts";
import { hiddenMarker } from "./marker.ts";
import { again, once } from "./once.ts";
import { checkPatch } from "./patch-policy.ts";
import { commitMessage, publishBranch } from "./publish.ts";
import { pullRequestTemplate } from "./pull-request-template.ts";
import { chooseReviewers } from "./reviewers.ts";

export interface EffectsOptions {
  readonly host: RepositoryHost;
  readonly config: PawlConfig;
  readonly self: SelfIdentity;
  /** Signs commits' trailers and hidden markers; the same for all runs of a repository. */
  readonly key: string;
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly log: Log;
  readonly runUrl?: string;
  readonly artifactUrl?: string;
  /** Host of the web pages: `github.com`, or the Enterprise Server's. Links to it stay links. */
  readonly webHost?: string;
  /** Reads again, right before each effect, whether whoever started the run may still do so (G3); throws `effect.denied`. */
  readonly recheck?: () => Promise<void>;
}

/** Everything a run does on GitHub (G8). The target is the event's repository and issue; nothing a model says can choose another. */
export function createEffects(options: EffectsOptions): Effects {
  const { host, clock } = options;
  const recheck = options.recheck ?? (() => Promise.resolve());
  return {
    async publishPullRequest(intent, origin) {
      demand(origin.permissions, "contents", "publish a pull request");
      demand(origin.permissions, "pullRequests", "publish a pull request");
      return publishPullRequest(options, recheck, intent, origin);
    },

    async comment(intent, origin) {
      const issue = targetOf(origin, intent.issue);
      if (origin.permissions.issues !== "write" && origin.permissions.pullRequests !== "write") {
        throw denied("comment", "issues: write");
      }
      await recheck();
      const about = { run: origin.runId, step: origin.step, issue };
      const marker = hiddenMarker(options.key, "comment", about);
      const text = inertText(options.redactor.redact(intent.body), { allowedHosts: hostsOf(options) });
      const body = `${cutMarkdown(text, BODY_LIMIT - marker.length - 2, "_Cut: GitHub takes no longer comments._")}\n\n${marker}`;
      const find = async (): Promise<CommentFacts | undefined> =>
        (await host.comments(issue)).find(
          (comment) => writtenBySelf(comment.author, options.self) && comment.body.includes(marker),
        );
      const found = await once(clock, origin.signal, find, () => host.createComment(issue, body));
      const now = found.body === body ? found : await host.updateComment(found.id, body);
      return { id: now.id, url: now.url };
    },

    async label(intent, origin) {
      const issue = targetOf(origin, intent.issue);
      demand(origin.permissions, "issues", "change labels");
      const prefix = options.config.labelPrefix.toLowerCase();
      const reserved = [...intent.add, ...intent.remove].filter((label) => label.toLowerCase().startsWith(prefix));
      if (reserved.length > 0) {
        throw new PawlError({
          code: "effect.denied",
          kind: "policy",
          message: `A run may not change labels that start runs: ${reserved.join(", ")}`,
        });
      }
      await recheck();
      const has = new Set((await host.issue(issue))?.labels ?? []);
      const add = intent.add.filter((label) => !has.has(label));
      if (add.length > 0) await host.addLabels(issue, add);
      for (const label of intent.remove) if (has.has(label)) await host.removeLabel(issue, label);
      return { added: add, removed: intent.remove.filter((label) => has.has(label)) };
    },
  };
}

async function publishPullRequest(
  options: EffectsOptions,
  recheck: () => Promise<void>,
  intent: PullRequestIntent,
  origin: EffectOrigin,
): Promise<PullRequestResult> {
  const { host, config, clock, redactor } = options;
  if (intent.patch.files.length === 0) {
    throw new PawlError({
      code: "effect.no_change",
      kind: "permanent",
      message: "There is nothing to publish: the run changed no files",
    });
  }
  await checkPatch(intent.patch, intent.content, {
    permissions: origin.permissions,
    protectedPaths: config.protectedPaths,
    limits: config.limits,
    redactor,
  });
  await recheck();
  const base = intent.base ?? (await host.repository()).defaultBranch;
  const branch = branchOf(config, redactor, intent, origin, base);
  const title = inertLine(redactor.redact(intent.title)) || `${origin.workflow}: changes`;
  const message = commitMessage(redactor.redact(intent.commitMessage ?? intent.title));
  const published = await publishBranch(host, options, intent, origin, branch, base, message);
  const body = await bodyOf(options, intent, origin, published);

  const find = async (): Promise<PullRequestFacts | undefined> =>
    (await host.pullRequestsFrom(branch, "open")).find(
      (pull) => pull.headRepository.toLowerCase() === `${host.owner}/${host.repo}`.toLowerCase(),
    );
  let created = false;
  const pull = await once(clock, origin.signal, find, async () => {
    const made = await host.createPullRequest({ title, body, head: branch, base, draft: intent.draft });
    created = true;
    return made;
  });
  if (!created && (pull.title !== title || pull.body !== body)) {
    await host.updatePullRequest(pull.number, { title, body, ...(pull.baseRef === base ? {} : { base }) });
  }
  await decorate(options, intent, origin, pull, base);
  return {
    number: pull.number,
    url: pull.url,
    branch,
    headSha: published.headSha,
    created,
    files: intent.patch.files.map(({ path }) => path),
  };
}

function branchOf(
  config: PawlConfig,
  redactor: Redactor,
  intent: PullRequestIntent,
  origin: EffectOrigin,
  base: string,
): string {
  const { branches } = config.pullRequest;
  const strategy = intent.strategy ?? "feature";
  const template = Object.hasOwn(branches, strategy) ? branches[strategy] : undefined;
  if (template === undefined) {
    throw new PawlError({
      code: "effect.denied",
      kind: "policy",
      message: `There is no branch strategy "${strategy}"; there are ${Object.keys(branches).join(", ")}`,
      remedy: "Add its template under `pull_request: branches:` in .github/pawl.yml.",
    });
  }
  const branch =
    intent.branch === undefined
      ? branchName(template, {
          workflow: origin.workflow,
          runId: origin.runId,
          ...(origin.issue === undefined ? {} : { issue: origin.issue }),
        })
      : plainBranch(redactor.redact(intent.branch));
  if (branch === base) {
    throw new PawlError({
      code: "effect.denied",
      kind: "policy",
      message: `A run publishes on a branch of its own, never on ${base} itself`,
      remedy: "Leave `branch` out, or name another one.",
    });
  }
  return branch;
}

async function bodyOf(
  options: EffectsOptions,
  intent: PullRequestIntent,
  origin: EffectOrigin,
  published: { readonly baseSha: string; readonly tree: string; readonly rebased: boolean },
): Promise<string> {
  const { host, redactor } = options;
  const about = { run: origin.runId, workflow: origin.workflow, issue: origin.issue ?? 0, tree: published.tree };
  const marker = hiddenMarker(options.key, "pull-request", about);
  const evidence = redactor.redact(
    evidenceBlock(
      redactor.redactJson(intent.evidence),
      {
        runId: origin.runId,
        workflow: origin.workflow,
        step: origin.step,
        baseSha: published.baseSha,
        headTree: published.tree,
        repository: `${host.owner}/${host.repo}`,
        ...(options.runUrl === undefined ? {} : { runUrl: options.runUrl }),
        ...(options.artifactUrl === undefined ? {} : { artifactUrl: options.artifactUrl }),
      },
      40_000,
    ),
  );
  const issue = origin.issue === undefined ? undefined : await host.issue(origin.issue);
  const fixes = issue === undefined || issue.isPullRequest ? "" : `Fixes #${issue.number}\n\n`;
  const moved = published.rebased
    ? "\n\n_The base moved while the run worked; its changes were merged onto the new base._"
    : "";
  const room = BODY_LIMIT - evidence.length - marker.length - fixes.length - moved.length - 200;
  const said =
    intent.body.trim() === ""
      ? redactor.redact((await pullRequestTemplate(host)) ?? "")
      : inertText(redactor.redact(intent.body), { allowedHosts: hostsOf(options) });
  const kept = cutMarkdown(said, room, "_Cut: the rest is in the run's archive._");
  return `${fixes}${kept}${moved}\n\n---\n\n${evidence}\n\n${marker}`;
}

/** Labels, milestone and reviewers are conveniences: what GitHub refuses of them is logged, and the pull request stands. */
async function decorate(
  options: EffectsOptions,
  intent: PullRequestIntent,
  origin: EffectOrigin,
  pull: PullRequestFacts,
  base: string,
): Promise<void> {
  const { host, config, log } = options;
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      await again(options.clock, act, origin.signal);
    } catch (thrown) {
      if (thrown instanceof PawlError && thrown.code === "github.rate_limited") throw thrown;
      log.warning(
        `Pull request #${pull.number}: ${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    }
  };
  const prefix = config.labelPrefix.toLowerCase();
  const labels = [...new Set([...config.pullRequest.labels, ...intent.labels])].filter(
    (label) => !label.toLowerCase().startsWith(prefix),
  );
  if (labels.length > 0) await attempt("labels", () => host.addLabels(pull.number, labels));
  const { milestone } = intent;
  if (milestone !== undefined) {
    await attempt("milestone", async () => {
      if (!(await host.setMilestone(pull.number, milestone))) log.warning(`There is no open milestone "${milestone}"`);
    });
  }
  await attempt("reviewers", async () => {
    const paths = intent.patch.files.map(({ path }) => path);
    const actor = options.self.login;
    const { users, teams } = await chooseReviewers(host, config.pullRequest, intent.reviewers, paths, base, [
      pull.author.login,
      ...(actor === undefined ? [] : [actor]),
    ]);
    if (users.length + teams.length > 0) await host.requestReviewers(pull.number, users, teams);
  });
  origin.signal.throwIfAborted();
}

function hostsOf(options: EffectsOptions): readonly string[] {
  return [...options.config.allowedHosts, ...(options.webHost === undefined ? [] : [options.webHost])];
}

function targetOf(origin: EffectOrigin, asked: number | undefined): number {
  const { issue } = origin;
  if (issue === undefined) {
    throw new PawlError({
      code: "effect.denied",
      kind: "policy",
      message: "The run belongs to no issue or pull request, so there is nothing to comment on or label",
      remedy: "Start it from an issue, or pass `issue`.",
    });
  }
  if (asked !== undefined && asked !== issue) {
    throw new PawlError({
      code: "effect.denied",
      kind: "policy",
      message: `A run started from #${issue} may not write to #${asked}`,
      remedy: "Effects reach only the issue or pull request that started the run.",
    });
  }
  return issue;
}

function demand(permissions: Permissions, name: "contents" | "issues" | "pullRequests", what: string): void {
  if (permissions[name] !== "write") {
    throw denied(what, `${name === "pullRequests" ? "pull_requests" : name}: write`);
  }
}

function denied(what: string, needed: string): PawlError {
  return new PawlError({
    code: "effect.denied",
    kind: "policy",
    message: `The workflow may not ${what}: its \`permissions\` don't grant it`,
    remedy: `Add \`${needed}\` under \`permissions:\` in the workflow.`,
  });
}
