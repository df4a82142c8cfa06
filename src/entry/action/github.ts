import type { Json, JsonObject } from "../../kernel/json.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import { once } from "../../wiring/lazy-ports.ts";
import type { Asked } from "./asked.ts";
import type { GitHubSide, Reports } from "./github-side.ts";
import type { Job } from "./job.ts";
import { runnerLog, type Runner } from "./runner.ts";

/** This job's side on GitHub: what its event asks for, what expressions see of the issue, and who is told how the run stands. */
export function githubSide(
  job: Job,
  runner: Runner,
  env: Readonly<Record<string, string | undefined>>,
): GitHubSide & { askedByEvent(): Promise<Asked | undefined> } {
  const log = runnerLog(runner, env["RUNNER_DEBUG"] === "1");
  const { githubToken } = job.inputs;
  const host = once(async (): Promise<RepositoryHost> => {
    const { createRepositoryHost } = await import("../../adapters/repository-host/octokit.ts");
    const { apiUrl, owner, repository: repo } = job;
    return createRepositoryHost({ token: githubToken ?? "", apiUrl, owner, repo, log });
  });

  return {
    effects: undefined,
    async askedByEvent() {
      return undefined;
    },
    contexts: (asked) => contexts(job, asked, host),
    async reports({ handle }): Promise<Reports> {
      if (job.inputs.appUrl !== undefined) {
        const { createAppLink } = await import("./app-link.ts");
        const link = createAppLink({
          appUrl: job.inputs.appUrl,
          runId: handle.id,
          job,
          env,
          log,
          view: () => handle.status(),
        });
        return link;
      }
      return { event: () => undefined, finish: () => Promise.resolve() };
    },
  };
}

async function contexts(job: Job, asked: Asked, host: () => Promise<RepositoryHost>): Promise<JsonObject> {
  const { owner, repository: name, serverUrl, sha } = job;
  const payload = job.payload();
  const described = payload["repository"];
  const repository = typeof described === "object" && described !== null && !Array.isArray(described) ? described : {};
  const issue = await issueContext(asked, host);
  return {
    repo: {
      owner,
      name,
      full_name: `${owner}/${name}`,
      default_branch: ("default_branch" in repository ? repository["default_branch"] : undefined) ?? "",
      head_sha: sha,
      url: `${serverUrl}/${owner}/${name}`,
    },
    ...(issue === undefined ? {} : { issue }),
  };
}

async function issueContext(asked: Asked, host: () => Promise<RepositoryHost>): Promise<Json | undefined> {
  const pinned = asked.trigger["issue"];
  if (typeof pinned === "object" && pinned !== null) return pinned;
  if (asked.issue === undefined) return undefined;
  const issue = await (await host()).issue(asked.issue);
  if (issue === undefined) return undefined;
  const { number, title, body, author, labels, url } = issue;
  return { number, title, body, author: author.login, labels, url };
}
