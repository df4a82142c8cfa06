/** GitHub's role names, from least to most. A custom role shows as the base role it extends. */
export type RepositoryRole = "none" | "read" | "triage" | "write" | "maintain" | "admin";

/** Who did something. Identity is the number and the type; the login is for people and may be changed or imitated. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot" | "Organization" | "Mannequin";
}

export interface RepositoryFacts {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly url: string;
}

export interface IssueFacts {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account;
  readonly labels: readonly string[];
  readonly state: "open" | "closed";
  readonly isPullRequest: boolean;
  readonly url: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

export interface CommentFacts {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly author: Account;
  readonly createdAt: string;
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

export interface TreeEntry {
  readonly path: string;
  /** Git file mode, six octal digits. */
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
}

export interface PullRequestFacts {
  readonly number: number;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly title: string;
  readonly body: string;
  readonly author: Account;
  readonly headRef: string;
  readonly headSha: string;
  readonly headRepository: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

export interface CheckRunFields {
  readonly name: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion?: "success" | "failure" | "neutral" | "cancelled" | "skipped" | "timed_out" | "action_required";
  readonly externalId: string;
  readonly detailsUrl?: string;
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly CheckAnnotation[];
  readonly actions?: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
}

export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface CheckRunFacts {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly externalId: string;
  readonly appId: number | undefined;
}

export interface WorkflowRunFacts {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | undefined;
  readonly attempt: number;
  readonly createdAt: string;
  /** The branch whose workflow file it performs. */
  readonly branch: string;
}

export interface ArtifactFacts {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly expired: boolean;
}

/**
 * What Pawl asks of the place a repository lives at, one repository per object.
 *
 * Reads are repeated a few times on 5xx and dropped connections. **Writes are sent once**: when the answer is lost, the caller looks up what
 * happened before it acts again. Errors are PawlErrors: `github.unavailable`, `github.rate_limited` (transient, with the time to wait),
 * `github.unauthorized`, `github.forbidden`, `github.not_found`, `github.conflict`, `github.invalid` (permanent, with GitHub's own words).
 * Reads of one thing answer `undefined` where it isn't there.
 */
export interface RepositoryHost {
  readonly owner: string;
  readonly repo: string;

  repository(): Promise<RepositoryFacts>;
  /** The role GitHub gives a user here; undefined for an unknown user. Any other failure throws: authority fails closed. */
  roleOf(login: string): Promise<{ readonly account: Account; readonly role: RepositoryRole } | undefined>;
  /** Whether the user is an active member of `organisation/team`. */
  inTeam(organisation: string, team: string, login: string): Promise<boolean>;

  issue(number: number): Promise<IssueFacts | undefined>;
  /** Open issues and pull requests that changed since `since` (ISO 8601). */
  openIssues(since: string): Promise<readonly IssueFacts[]>;
  /** Who set this label last, and when (ISO 8601); undefined when nothing says so. */
  labelled(issue: number, label: string): Promise<{ readonly by: Account; readonly at: string } | undefined>;
  /** Oldest first; only those after `since` (ISO 8601) when given. */
  comments(issue: number, since?: string): Promise<readonly CommentFacts[]>;
  comment(id: number): Promise<CommentFacts | undefined>;
  createComment(issue: number, body: string): Promise<CommentFacts>;
  updateComment(id: number, body: string): Promise<CommentFacts>;
  /** Fine when it is gone already. */
  deleteComment(id: number): Promise<void>;
  react(
    target: { readonly issue: number } | { readonly comment: number } | { readonly reviewComment: number },
    content: "eyes" | "rocket" | "confused" | "-1",
  ): Promise<void>;
  /** Who left which reaction, oldest first. */
  reactions(
    target: { readonly issue: number } | { readonly comment: number } | { readonly reviewComment: number },
  ): Promise<readonly { readonly author: Account; readonly content: string }[]>;
  addLabels(issue: number, labels: readonly string[]): Promise<void>;
  /** True when the label was there. */
  removeLabel(issue: number, label: string): Promise<boolean>;
  setMilestone(issue: number, title: string): Promise<boolean>;

  /** A file's text at a commit, branch or (by default) the default branch; at most 1 MB. */
  file(path: string, ref?: string): Promise<{ readonly text: string; readonly sha: string } | undefined>;
  /** Names in a directory; empty where there is none. */
  directory(path: string, ref?: string): Promise<readonly string[]>;
  /** The commit a branch points to. */
  branch(name: string): Promise<string | undefined>;
  commit(sha: string): Promise<CommitFacts | undefined>;
  /** Everything below a tree, blobs and submodules. `github.truncated` when GitHub can't list all of it. */
  tree(sha: string): Promise<readonly TreeEntry[]>;
  blob(sha: string): Promise<Uint8Array>;
  createBlob(content: Uint8Array): Promise<string>;
  /** `sha: null` removes a path. */
  createTree(
    base: string,
    entries: readonly { readonly path: string; readonly mode: string; readonly sha: string | null }[],
  ): Promise<string>;
  /** By the token's own identity; GitHub signs commits an App makes this way. */
  createCommit(commit: {
    readonly message: string;
    readonly tree: string;
    readonly parents: readonly string[];
  }): Promise<string>;
  createBranch(name: string, sha: string): Promise<void>;
  /** The object a reference outside branches and tags points to: `pawl/claims/…`, without `refs/`. */
  ref(name: string): Promise<string | undefined>;
  /** Names of the references that begin with `prefix`, without `refs/`. */
  refs(prefix: string): Promise<readonly string[]>;
  /** `github.invalid` when there is one of that name: GitHub makes each once, whoever asks. */
  createRef(name: string, sha: string): Promise<void>;
  deleteRef(name: string): Promise<void>;
  /** Fast-forward only: `github.conflict` when the branch holds commits that `sha` doesn't. */
  updateBranch(name: string, sha: string): Promise<void>;
  compare(
    base: string,
    head: string,
  ): Promise<{
    readonly status: "ahead" | "behind" | "diverged" | "identical";
    readonly mergeBase: string;
    readonly files: readonly string[];
  }>;
  /** Logins of those who last changed these files, most recent first. */
  lastAuthors(path: string, ref: string, limit: number): Promise<readonly string[]>;

  pullRequest(number: number): Promise<PullRequestFacts | undefined>;
  /** Pull requests from this repository's branch, newest first. */
  pullRequestsFrom(branch: string, state: "open" | "all"): Promise<readonly PullRequestFacts[]>;
  createPullRequest(fields: {
    readonly title: string;
    readonly body: string;
    readonly head: string;
    readonly base: string;
    readonly draft: boolean;
  }): Promise<PullRequestFacts>;
  updatePullRequest(
    number: number,
    fields: { readonly title?: string; readonly body?: string; readonly base?: string },
  ): Promise<PullRequestFacts>;
  requestReviewers(number: number, users: readonly string[], teams: readonly string[]): Promise<void>;

  checkRuns(ref: string, name: string): Promise<readonly CheckRunFacts[]>;
  createCheckRun(headSha: string, fields: CheckRunFields): Promise<CheckRunFacts>;
  updateCheckRun(id: number, fields: CheckRunFields): Promise<CheckRunFacts>;

  /** Starts `.github/workflows/<file>`; GitHub doesn't say which run that gave: find it by its title. */
  dispatchWorkflow(file: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<void>;
  /** Runs started by `workflow_dispatch` since `since` (ISO 8601), newest first. */
  dispatchedRuns(file: string, since: string): Promise<readonly WorkflowRunFacts[]>;
  /** As it is now, or as one of its attempts was. */
  workflowRun(id: number, attempt?: number): Promise<WorkflowRunFacts | undefined>;
  cancelWorkflowRun(id: number): Promise<void>;
  /** What a workflow run has uploaded so far. */
  artifacts(workflowRun: number): Promise<readonly ArtifactFacts[]>;
  /** An artifact as a zip; undefined when it is gone. */
  artifact(id: number): Promise<Uint8Array | undefined>;
}
