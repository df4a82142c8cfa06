import type { Log } from "../../ports/log.ts";
import type { RepositoryHost, RepositoryRole } from "../../ports/repository-host.ts";
import { type Part, REPO, orUndefined, pages } from "./calls.ts";
import { contents } from "./contents.ts";
import {
  type CommentJson,
  type IssueJson,
  type PullJson,
  type UserJson,
  accountOf,
  commentOf,
  issueOf,
  pullRequestOf,
} from "./facts.ts";
import { actions, checks } from "./runs.ts";
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
  };
}

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
  | "openIssues"
  | "labelled"
  | "comments"
  | "comment"
  | "createComment"
  | "updateComment"
  | "deleteComment"
  | "react"
  | "reactions"
  | "addLabels"
  | "removeLabel"
  | "setMilestone"
> {
  return {
    async issue(number) {
      const found = await orUndefined(call<IssueJson>(`GET ${REPO}/issues/{issue_number}`, { issue_number: number }));
      return found === undefined ? undefined : issueOf(found);
    },
    async openIssues(since) {
      return (await pages<IssueJson>(call, `GET ${REPO}/issues`, { state: "open", since })).map(issueOf);
    },
    async labelled(issue, label) {
      const events = await pages<{
        event: string;
        actor: UserJson | null;
        created_at: string;
        label?: { name?: string } | null;
      }>(call, `GET ${REPO}/issues/{issue_number}/events`, { issue_number: issue });
      const set = events.findLast(
        (one) => one.event === "labeled" && one.label?.name?.toLowerCase() === label.toLowerCase(),
      );
      return set === undefined ? undefined : { by: accountOf(set.actor), at: set.created_at };
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
    async deleteComment(id) {
      await orUndefined(call(`DELETE ${REPO}/issues/comments/{comment_id}`, { comment_id: id }));
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
    async reactions(target) {
      const [route, number] =
        "issue" in target
          ? ["/issues/{number}", target.issue]
          : "comment" in target
            ? ["/issues/comments/{number}", target.comment]
            : ["/pulls/comments/{number}", target.reviewComment];
      const found = await pages<{ user: UserJson | null; content: string }>(call, `GET ${REPO}${route}/reactions`, {
        number,
      });
      return found.map(({ user, content }) => ({ author: accountOf(user), content }));
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
