import type { Finding } from "../../kernel/diagnostics.ts";
import { sha256 } from "../../kernel/digest.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import type { PawlConfig } from "../../github/config.ts";
import type { SelfIdentity } from "../../github/authority.ts";
import type { Log } from "../../ports/log.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import { once } from "../../wiring/lazy-ports.ts";
import type { Asked } from "./asked.ts";
import type { GitHubSide, Reports } from "./github-side.ts";
import type { Job } from "./job.ts";
import type { Runner } from "./runner.ts";

/** The account that a job's own token acts as (https://api.github.com/users/github-actions%5Bbot%5D, https://api.github.com/apps/github-actions). */
const JOB_IDENTITY: SelfIdentity = { login: "github-actions[bot]", accountId: 41_898_282, appId: 15_368 };

/** What this job's code on GitHub needs, made when it is first needed: the client is large, and a job may need none of it. */
export interface JobOnGitHub {
  readonly job: Job;
  readonly log: Log;
  readonly self: SelfIdentity;
  /** Signs hidden markers. Their author is checked as well, so a key that others could work out only loses the second lock. */
  readonly key: string;
  host(): Promise<RepositoryHost>;
  /** With findings nothing may be started: the defaults could allow more than the file meant to. */
  configuration(): Promise<{ readonly config: PawlConfig; readonly findings: readonly Finding[] }>;
}

/** Nothing is asked of GitHub before something needs it. */
export function jobOnGitHub(job: Job, log: Log): JobOnGitHub {
  const { apiUrl, owner, repository: repo, inputs } = job;
  const host = once(async (): Promise<RepositoryHost> => {
    const { createRepositoryHost } = await import("../../adapters/repository-host/octokit.ts");
    return createRepositoryHost({ token: inputs.githubToken ?? "", apiUrl, owner, repo, log });
  });
  const configuration = once(async () => {
    const { readConfig } = await import("../../github/config-file.ts");
    return readConfig(await host());
  });
  const key = sha256(`pawl markers\n${owner}/${repo}\n${inputs.anthropicApiKey ?? ""}`);
  return { job, log, self: JOB_IDENTITY, key, host, configuration };
}

/** The run's side on GitHub: its effects, what expressions see of the issue, and who is told how it stands. */
export function githubSide(github: JobOnGitHub, runner: Runner): GitHubSide {
  const { job, log, self, key } = github;
  const { owner, repository, inputs, workflowRun } = job;
  return {
    effects:
      inputs.githubToken === undefined
        ? undefined
        : async ({ clock, redactor }, asked) => {
            const [{ createEffects }, { authorityCheck, pinnedFrom }] = await Promise.all([
              import("../../github/effects.ts"),
              import("../../github/action-run.ts"),
            ]);
            const [host, { config }] = await Promise.all([github.host(), github.configuration()]);
            return createEffects({
              host,
              config,
              self,
              key,
              redactor,
              clock,
              log,
              runUrl: workflowRun.url,
              webHost: new URL(job.serverUrl).host,
              recheck: authorityCheck(
                { host, config, self },
                {
                  workflow: asked.workflow ?? "",
                  pinned: pinnedFrom(asked.trigger),
                  ...approverOf(asked.trigger),
                  ...(asked.issue === undefined ? {} : { issue: asked.issue }),
                },
              ),
            });
          },
    contexts: (asked) => contexts(job, asked, () => github.host()),
    async endedWell() {
      if (inputs.githubToken === undefined) return true;
      const before = await (await github.host()).workflowRun(workflowRun.id, workflowRun.attempt - 1);
      return before === undefined || before.conclusion === "success";
    },
    async reports({ handle, asked, clock, redactor }): Promise<Reports> {
      const { appUrl } = inputs;
      if (appUrl !== undefined) {
        const { createAppLink } = await import("./app-link.ts");
        let stopped = false;
        return createAppLink({
          appUrl,
          runId: handle.id,
          job,
          log,
          identityToken: (audience) => runner.identityToken(audience),
          view: () => handle.status(),
          stop: (reason) => {
            if (stopped) return;
            stopped = true;
            log.info(`The run is stopped: ${reason}.`);
            void handle.cancel(reason, "app").catch((thrown: unknown) => log.warning(String(thrown)));
          },
        });
      }
      if (inputs.githubToken === undefined) return { event: () => undefined, finish: () => Promise.resolve() };
      const reporter = once(async () => {
        const { createReporter } = await import("../../github/reporter.ts");
        const [host, { config }] = await Promise.all([github.host(), github.configuration()]);
        return createReporter({
          host,
          runId: handle.id,
          self,
          key,
          clock,
          log,
          redactor,
          ...(asked.issue === undefined ? {} : { issue: asked.issue }),
          ...(job.sha === "" ? {} : { headSha: job.sha }),
          about: { command: config.command, actor: asked.actor, runUrl: workflowRun.url },
        });
      });
      return {
        event: () =>
          void reporter()
            .then((ready) => ready.update(handle.status()))
            // Said once, by `finish`.
            .catch(() => undefined),
        finish: async (view, facts) => {
          try {
            const { again } = await import("../../github/once.ts");
            const ready = await reporter();
            await again(clock, () => ready.finish(view, facts));
          } catch (thrown) {
            const reason = thrown instanceof Error ? thrown.message : String(thrown);
            log.warning(`The status of ${handle.id} on ${owner}/${repository} is not up to date: ${reason}`);
          }
        },
      };
    },
  };
}

/** Who approved the run, as the app says it. */
function approverOf(trigger: JsonObject): { readonly approver?: { readonly login: string; readonly id: number } } {
  const { by: login, by_id: id, approved } = objectOf(trigger["approval"]);
  return approved === true && typeof login === "string" && typeof id === "number" ? { approver: { login, id } } : {};
}

async function contexts(job: Job, asked: Asked, host: () => Promise<RepositoryHost>): Promise<JsonObject> {
  const { owner, repository: name, serverUrl, sha } = job;
  const described = objectOf(job.payload()["repository"]);
  const issue = await issueContext(asked, host);
  return {
    repo: {
      owner,
      name,
      full_name: `${owner}/${name}`,
      default_branch: described["default_branch"] ?? "",
      head_sha: sha,
      url: `${serverUrl}/${owner}/${name}`,
    },
    ...(issue === undefined ? {} : { issue }),
  };
}

/** The issue as it was when the run was asked for, where the trigger holds its words; later edits don't reach the run (G3). */
async function issueContext(asked: Asked, host: () => Promise<RepositoryHost>): Promise<Json | undefined> {
  const pinned = asked.trigger["issue"];
  if (typeof pinned === "object" && pinned !== null) return pinned;
  if (asked.issue === undefined) return undefined;
  const [{ pinnedFrom, unedited }, issue] = await Promise.all([
    import("../../github/action-run.ts"),
    host().then((ready) => ready.issue(asked.issue ?? 0)),
  ]);
  if (issue === undefined) return undefined;
  const words = pinnedFrom(asked.trigger);
  if (words !== undefined && words.comment_id === 0 && words.title === "" && !unedited(issue, words))
    throw edited(issue.number);
  const fromIssueEvent = words !== undefined && words.comment_id === 0 && words.title !== "";
  const { number, author, labels, url } = issue;
  return {
    number,
    title: fromIssueEvent ? words.title : issue.title,
    body: fromIssueEvent ? words.body : issue.body,
    author: author.login,
    labels,
    url,
  };
}

/** The words were too long to come with the request, and are not the same any more: what was asked for can't be known. */
function edited(issue: number): PawlError {
  return new PawlError({
    code: "trigger.edited",
    kind: "policy",
    message: `Issue #${issue} was edited after the run was asked for.`,
    remedy: "Read what it says now, and ask again: set the label, or write the comment once more.",
  });
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
