import { PawlError } from "../../kernel/errors.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Log } from "../../ports/log.ts";
import type {
  CheckRunFields,
  CommitFacts,
  RepositoryHost,
  RepositoryRole,
  TreeEntry,
} from "../../ports/repository-host.ts";
import {
  type CheckRunJson,
  type CommentJson,
  type IssueJson,
  type PullJson,
  type UserJson,
  type WorkflowRunJson,
  accountOf,
  checkRunBody,
  checkRunOf,
  commentOf,
  issueOf,
  pullRequestOf,
  workflowRunOf,
} from "./facts.ts";
import { type Send, type TokenSource, createSend } from "./request.ts";

export interface RepositoryHostOptions {
  /** A fixed token, or a source that can mint a new one when GitHub refuses the old. */
  readonly token: string | TokenSource;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly log: Log;
  readonly wait?: (ms: number) => Promise<void>;
}

const PER_PAGE = 100;
/** No list is read further than this many pages. */
const MAX_PAGES = 30;
const REPO = "/repos/{owner}/{repo}";

/** One repository on GitHub (or Enterprise Server) through its REST API. See the port for what is repeated and what is not. */
export function createRepositoryHost(options: RepositoryHostOptions): RepositoryHost {
  const fixed = options.token;
  const token: TokenSource = typeof fixed === "string" ? () => Promise.resolve(fixed) : fixed;
  const send = createSend({
    token,
    apiUrl: options.apiUrl,
    log: options.log,
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  });
  const { owner, repo } = options;
  const call: Send = (route, parameters) => send(route, { owner, repo, ...parameters });
  return {
    owner,
    repo,
    ...people(call),
    ...issues(call),
    ...contents(call),
    ...pullRequests(call, owner),
    ...checks(call),
    ...actions(call),
    async read(path) {
      return orUndefined(call<JsonObject>(`GET ${REPO}/${path}`));
    },
  };
}

type Part<K extends keyof RepositoryHost> = Pick<RepositoryHost, K>;

function people(call: Send): Part<"repository" | "roleOf" | "inTeam"> {
  return {
    async repository() {
      const found = await call<{
        id: number;
        name: string;
        owner: UserJson;
        default_branch: string;
        private: boolean;
        html_url: string;
      }>(`GET ${REPO}`);
      return {
        id: found.id,
        owner: found.owner.login,
        name: found.name,
        defaultBranch: found.default_branch,
        private: found.private,
        url: found.html_url,
      };
    },
    async roleOf(login) {
      const found = await orUndefined(
        call<{ permission: string; role_name?: string; user?: UserJson | null }>(
          `GET ${REPO}/collaborators/{username}/permission`,
          { username: login },
        ),
      );
      if (found?.user === undefined || found.user === null) return undefined;
      return { account: accountOf(found.user), role: roleFrom(found.permission, found.role_name) };
    },
    async inTeam(organisation, team, login) {
      const found = await orUndefined(
        call<{ state: string }>("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", {
          org: organisation,
          team_slug: team,
          username: login,
        }),
      );
      return found?.state === "active";
    },
  };
}

/** `role_name` tells triage and maintain apart, which `permission` folds into read and write; a custom role keeps `permission`. */
function roleFrom(permission: string, roleName: string | undefined): RepositoryRole {
  const known = ["none", "read", "triage", "write", "maintain", "admin"] as const;
  return known.find((role) => role === roleName) ?? known.find((role) => role === permission) ?? "none";
}

function issues(
  call: Send,
): Part<
  | "issue"
  | "issuesLabelled"
  | "comments"
  | "comment"
  | "createComment"
  | "updateComment"
  | "react"
  | "addLabels"
  | "removeLabel"
  | "setMilestone"
> {
  return {
    async issue(number) {
      const found = await orUndefined(call<IssueJson>(`GET ${REPO}/issues/{issue_number}`, { issue_number: number }));
      return found === undefined ? undefined : issueOf(found);
    },
    async issuesLabelled(label) {
      const found = await pages<IssueJson>(call, `GET ${REPO}/issues`, { labels: label, state: "open" });
      return found.map(issueOf);
    },
    async comments(issue, since) {
      const found = await pages<CommentJson>(call, `GET ${REPO}/issues/{issue_number}/comments`, {
        issue_number: issue,
        ...(since === undefined ? {} : { since }),
      });
      return found.map(commentOf);
    },
    async comment(id) {
      const found = await orUndefined(
        call<CommentJson>(`GET ${REPO}/issues/comments/{comment_id}`, { comment_id: id }),
      );
      return found === undefined ? undefined : commentOf(found);
    },
    async createComment(issue, body) {
      return commentOf(
        await call<CommentJson>(`POST ${REPO}/issues/{issue_number}/comments`, { issue_number: issue, body }),
      );
    },
    async updateComment(id, body) {
      return commentOf(await call<CommentJson>(`PATCH ${REPO}/issues/comments/{comment_id}`, { comment_id: id, body }));
    },
    async react(target, content) {
      if ("issue" in target) {
        await call(`POST ${REPO}/issues/{issue_number}/reactions`, { issue_number: target.issue, content });
      } else if ("comment" in target) {
        await call(`POST ${REPO}/issues/comments/{comment_id}/reactions`, { comment_id: target.comment, content });
      } else {
        await call(`POST ${REPO}/pulls/comments/{comment_id}/reactions`, {
          comment_id: target.reviewComment,
          content,
        });
      }
    },
    async addLabels(issue, labels) {
      await call(`POST ${REPO}/issues/{issue_number}/labels`, { issue_number: issue, labels: [...labels] });
    },
    async removeLabel(issue, label) {
      const done = await orUndefined(
        call(`DELETE ${REPO}/issues/{issue_number}/labels/{name}`, { issue_number: issue, name: label }).then(
          () => true,
        ),
      );
      return done ?? false;
    },
    async setMilestone(issue, title) {
      const found = await pages<{ number: number; title: string }>(call, `GET ${REPO}/milestones`, { state: "open" });
      const milestone = found.find((one) => one.title === title);
      if (milestone === undefined) return false;
      await call(`PATCH ${REPO}/issues/{issue_number}`, { issue_number: issue, milestone: milestone.number });
      return true;
    },
  };
}

interface CommitJson {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
}

function contents(
  call: Send,
): Part<
  | "file"
  | "directory"
  | "branch"
  | "commit"
  | "tree"
  | "blob"
  | "createBlob"
  | "createTree"
  | "createCommit"
  | "createBranch"
  | "updateBranch"
  | "compare"
  | "lastAuthors"
> {
  const at = (ref: string | undefined): { ref?: string } => (ref === undefined ? {} : { ref });
  return {
    async file(path, ref) {
      const found = await orUndefined(
        call<{ type?: string; content?: string; encoding?: string; sha: string } | readonly unknown[]>(
          `GET ${REPO}/contents/{+path}`,
          { path: segments(path), ...at(ref) },
        ),
      );
      if (found === undefined || !("sha" in found) || found.type !== "file" || found.encoding !== "base64") {
        return undefined;
      }
      return { text: Buffer.from(found.content ?? "", "base64").toString("utf8"), sha: found.sha };
    },
    async directory(path, ref) {
      const found = await orUndefined(
        call<readonly { name: string }[] | JsonObject>(`GET ${REPO}/contents/{+path}`, {
          path: segments(path),
          ...at(ref),
        }),
      );
      return Array.isArray(found) ? found.map((entry: { name: string }) => entry.name) : [];
    },
    async branch(name) {
      const found = await orUndefined(
        call<{ object: { sha: string } }>(`GET ${REPO}/git/ref/{+ref}`, { ref: `heads/${segments(name)}` }),
      );
      return found?.object.sha;
    },
    async commit(sha) {
      const found = await orUndefined(call<CommitJson>(`GET ${REPO}/git/commits/{sha}`, { sha }));
      return found === undefined ? undefined : commitOf(found);
    },
    async tree(sha) {
      const found = await call<{ tree: readonly TreeEntry[]; truncated: boolean }>(`GET ${REPO}/git/trees/{sha}`, {
        sha,
        recursive: "1",
      });
      if (found.truncated) {
        throw new PawlError({
          code: "github.truncated",
          kind: "permanent",
          message: `GitHub lists only part of tree ${sha}: the repository is too large for its tree API`,
          remedy: "Publish with git and a token instead.",
        });
      }
      return found.tree;
    },
    async blob(sha) {
      const found = await call<{ content: string; encoding: string }>(`GET ${REPO}/git/blobs/{sha}`, { sha });
      return Buffer.from(found.content, found.encoding === "base64" ? "base64" : "utf8");
    },
    async createBlob(content) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/blobs`, {
        content: Buffer.from(content).toString("base64"),
        encoding: "base64",
      });
      return made.sha;
    },
    async createTree(base, entries) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/trees`, {
        base_tree: base,
        tree: entries.map((entry) => ({ ...entry, type: "blob" })),
      });
      return made.sha;
    },
    async createCommit(commit) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/commits`, {
        message: commit.message,
        tree: commit.tree,
        parents: [...commit.parents],
      });
      return made.sha;
    },
    async createBranch(name, sha) {
      await call(`POST ${REPO}/git/refs`, { ref: `refs/heads/${name}`, sha });
    },
    async updateBranch(name, sha) {
      try {
        await call(`PATCH ${REPO}/git/refs/{+ref}`, { ref: `heads/${segments(name)}`, sha, force: false });
      } catch (thrown) {
        // GitHub answers 422 "Update is not a fast forward" where others answer 409.
        if (thrown instanceof PawlError && thrown.code === "github.invalid" && /fast.?forward/i.test(thrown.message)) {
          throw new PawlError({
            code: "github.conflict",
            kind: "permanent",
            message: `Branch ${name} holds commits that ${sha.slice(0, 12)} doesn't`,
            remedy: "Look at what was pushed there, then run the step again.",
            cause: thrown,
          });
        }
        throw thrown;
      }
    },
    async compare(base, head) {
      const found = await call<{
        status: "ahead" | "behind" | "diverged" | "identical";
        merge_base_commit: { sha: string };
        files?: readonly { filename: string; previous_filename?: string }[];
      }>(`GET ${REPO}/compare/{+basehead}`, { basehead: `${segments(base)}...${segments(head)}`, per_page: 1 });
      const files = (found.files ?? []).flatMap((file) =>
        file.previous_filename === undefined ? [file.filename] : [file.filename, file.previous_filename],
      );
      return { status: found.status, mergeBase: found.merge_base_commit.sha, files };
    },
    async lastAuthors(path, ref, limit) {
      const found = await call<readonly { author: UserJson | null }[]>(`GET ${REPO}/commits`, {
        path,
        sha: ref,
        per_page: limit,
      });
      return found.flatMap(({ author }) => (author === null || author.type === "Bot" ? [] : [author.login]));
    },
  };
}

function commitOf(json: CommitJson): CommitFacts {
  return { sha: json.sha, tree: json.tree.sha, parents: json.parents.map(({ sha }) => sha), message: json.message };
}

function pullRequests(
  call: Send,
  owner: string,
): Part<"pullRequest" | "pullRequestsFrom" | "createPullRequest" | "updatePullRequest" | "requestReviewers"> {
  return {
    async pullRequest(number) {
      const found = await orUndefined(call<PullJson>(`GET ${REPO}/pulls/{pull_number}`, { pull_number: number }));
      return found === undefined ? undefined : pullRequestOf(found);
    },
    async pullRequestsFrom(branch, state) {
      const found = await pages<PullJson>(call, `GET ${REPO}/pulls`, {
        head: `${owner}:${branch}`,
        state,
        sort: "created",
        direction: "desc",
      });
      return found.map(pullRequestOf).filter((pull) => pull.headRef === branch);
    },
    async createPullRequest(fields) {
      return pullRequestOf(await call<PullJson>(`POST ${REPO}/pulls`, { ...fields }));
    },
    async updatePullRequest(number, fields) {
      return pullRequestOf(
        await call<PullJson>(`PATCH ${REPO}/pulls/{pull_number}`, { pull_number: number, ...fields }),
      );
    },
    async requestReviewers(number, users, teams) {
      await call(`POST ${REPO}/pulls/{pull_number}/requested_reviewers`, {
        pull_number: number,
        reviewers: [...users],
        team_reviewers: [...teams],
      });
    },
  };
}

function checks(call: Send): Part<"checkRuns" | "createCheckRun" | "updateCheckRun"> {
  return {
    async checkRuns(ref, name) {
      const found = await call<{ check_runs: readonly CheckRunJson[] }>(`GET ${REPO}/commits/{+ref}/check-runs`, {
        ref: segments(ref),
        check_name: name,
        per_page: PER_PAGE,
      });
      return found.check_runs.map(checkRunOf);
    },
    async createCheckRun(headSha: string, fields: CheckRunFields) {
      return checkRunOf(
        await call<CheckRunJson>(`POST ${REPO}/check-runs`, { head_sha: headSha, ...checkRunBody(fields) }),
      );
    },
    async updateCheckRun(id, fields) {
      return checkRunOf(
        await call<CheckRunJson>(`PATCH ${REPO}/check-runs/{check_run_id}`, {
          check_run_id: id,
          ...checkRunBody(fields),
        }),
      );
    },
  };
}

function actions(call: Send): Part<"dispatchWorkflow" | "dispatchedRuns" | "workflowRun" | "cancelWorkflowRun"> {
  return {
    async dispatchWorkflow(file, ref, inputs) {
      await call(`POST ${REPO}/actions/workflows/{workflow_id}/dispatches`, { workflow_id: file, ref, inputs });
    },
    async dispatchedRuns(file, since) {
      const found = await call<{ workflow_runs: readonly WorkflowRunJson[] }>(`GET ${REPO}/actions/runs`, {
        event: "workflow_dispatch",
        created: `>=${since}`,
        per_page: PER_PAGE,
      });
      const path = `.github/workflows/${file}`;
      return found.workflow_runs
        .filter((run) => run.path === undefined || run.path.split("@")[0] === path)
        .map(workflowRunOf);
    },
    async workflowRun(id) {
      const found = await orUndefined(call<WorkflowRunJson>(`GET ${REPO}/actions/runs/{run_id}`, { run_id: id }));
      return found === undefined ? undefined : workflowRunOf(found);
    },
    async cancelWorkflowRun(id) {
      await call(`POST ${REPO}/actions/runs/{run_id}/cancel`, { run_id: id });
    },
  };
}

/** A path as part of a URL: `{+path}` keeps slashes, but would let `?` and `#` through as well. */
function segments(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

async function pages<T>(call: Send, route: string, parameters: Readonly<Record<string, unknown>>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const found = await call<readonly T[]>(route, { ...parameters, per_page: PER_PAGE, page });
    all.push(...found);
    if (found.length < PER_PAGE) break;
  }
  return all;
}

/** What isn't there is an answer, not an error. */
async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof PawlError && thrown.code === "github.not_found") return undefined;
    throw thrown;
  }
}
