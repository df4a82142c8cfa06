import type {
  Account,
  CheckRunFacts,
  CheckRunFields,
  CommentFacts,
  IssueFacts,
  PullRequestFacts,
  WorkflowRunFacts,
} from "../../ports/repository-host.ts";

// The members of GitHub's answers that Pawl reads. Everything that GitHub's description calls nullable is so here.

export interface UserJson {
  readonly id: number;
  readonly login: string;
  readonly type?: string;
}

export interface IssueJson {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null;
  readonly user: UserJson | null;
  readonly labels: readonly (string | { readonly name?: string | null })[];
  readonly state: string;
  readonly pull_request?: unknown;
  readonly html_url: string;
  readonly updated_at: string;
}

export interface CommentJson {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly user: UserJson | null;
  readonly created_at: string;
}

export interface PullJson {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged?: boolean;
  readonly merged_at?: string | null;
  readonly draft?: boolean;
  readonly title: string;
  readonly body: string | null;
  readonly user: UserJson | null;
  readonly head: { readonly ref: string; readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly ref: string; readonly sha: string };
}

export interface CheckRunJson {
  readonly id: number;
  readonly html_url: string | null;
  readonly name: string;
  readonly external_id: string | null;
  readonly app?: { readonly id: number } | null;
}

export interface WorkflowRunJson {
  readonly id: number;
  readonly html_url: string;
  readonly display_title?: string;
  /** `.github/workflows/file.yml`, on some versions with `@ref`. */
  readonly path?: string;
  readonly name?: string | null;
  readonly event: string;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly run_attempt?: number;
  readonly created_at: string;
  readonly head_branch?: string | null;
}

/** The account GitHub shows for content whose author is gone: github.com/ghost. */
const GHOST: Account = { id: 10_137, login: "ghost", type: "User" };

export function accountOf(user: UserJson | null): Account {
  if (user === null) return GHOST;
  const type = user.type === "Bot" || user.type === "Organization" || user.type === "Mannequin" ? user.type : "User";
  return { id: user.id, login: user.login, type };
}

export function issueOf(json: IssueJson): IssueFacts {
  return {
    number: json.number,
    title: json.title,
    body: json.body ?? "",
    author: accountOf(json.user),
    labels: json.labels.flatMap((label) => {
      const name = typeof label === "string" ? label : label.name;
      return name === undefined || name === null ? [] : [name];
    }),
    state: json.state === "closed" ? "closed" : "open",
    isPullRequest: json.pull_request !== undefined && json.pull_request !== null,
    url: json.html_url,
    updatedAt: json.updated_at,
  };
}

export function commentOf(json: CommentJson): CommentFacts {
  return {
    id: json.id,
    url: json.html_url,
    body: json.body ?? "",
    author: accountOf(json.user),
    createdAt: json.created_at,
  };
}

export function pullRequestOf(json: PullJson): PullRequestFacts {
  return {
    number: json.number,
    url: json.html_url,
    state: json.state === "closed" ? "closed" : "open",
    merged: json.merged ?? (json.merged_at !== undefined && json.merged_at !== null),
    draft: json.draft ?? false,
    title: json.title,
    body: json.body ?? "",
    author: accountOf(json.user),
    headRef: json.head.ref,
    headSha: json.head.sha,
    headRepository: json.head.repo?.full_name ?? "",
    baseRef: json.base.ref,
    baseSha: json.base.sha,
  };
}

export function checkRunOf(json: CheckRunJson): CheckRunFacts {
  return {
    id: json.id,
    url: json.html_url ?? "",
    name: json.name,
    externalId: json.external_id ?? "",
    appId: json.app?.id,
  };
}

export function workflowRunOf(json: WorkflowRunJson): WorkflowRunFacts {
  return {
    id: json.id,
    url: json.html_url,
    title: json.display_title ?? json.name ?? "",
    event: json.event,
    status: json.status ?? "unknown",
    conclusion: json.conclusion ?? undefined,
    attempt: json.run_attempt ?? 1,
    createdAt: json.created_at,
    branch: json.head_branch ?? "",
  };
}

/** GitHub takes at most 50 annotations a request and 65,535 characters of summary and of text. */
export function checkRunBody(fields: CheckRunFields): Record<string, unknown> {
  return {
    name: fields.name,
    status: fields.status,
    ...(fields.conclusion === undefined ? {} : { conclusion: fields.conclusion }),
    external_id: fields.externalId,
    ...(fields.detailsUrl === undefined ? {} : { details_url: fields.detailsUrl }),
    output: {
      title: fields.title.slice(0, 255),
      summary: fields.summary.slice(0, 65_535),
      ...(fields.text === undefined ? {} : { text: fields.text.slice(0, 65_535) }),
      annotations: (fields.annotations ?? []).slice(0, 50).map((one) => ({
        path: one.path,
        start_line: one.line,
        end_line: one.line,
        annotation_level: one.level,
        title: one.title.slice(0, 255),
        message: one.message.slice(0, 60_000),
      })),
    },
    actions: (fields.actions ?? []).slice(0, 3).map((one) => ({
      label: one.label.slice(0, 20),
      description: one.description.slice(0, 40),
      identifier: one.identifier.slice(0, 20),
    })),
  };
}
