import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createEmulator, type EmulatorContext, type SeedConfig } from "emulate";

/** emulate's router; its handlers get a context with `req`, `get`, `json` and `body`. */
export type Router = EmulatorContext<object>["app"];
type Dispatcher = EmulatorContext<object>["webhooks"];

/** One table of emulate's store. */
export interface Collection<T> {
  all(): readonly T[];
  get(id: number): T | undefined;
  findBy(field: string, value: unknown): readonly T[];
  findOneBy(field: string, value: unknown): T | undefined;
  insert(row: Omit<T, "id" | "created_at" | "updated_at">): T;
  update(id: number, change: Partial<T>): T | undefined;
  delete(id: number): boolean;
}

interface Row {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
}
export interface UserRow extends Row {
  readonly login: string;
  readonly type: string;
}
export interface RepoRow extends Row {
  readonly name: string;
  readonly full_name: string;
  readonly owner_id: number;
  readonly owner_type: string;
  readonly private: boolean;
  readonly default_branch: string;
}
export interface CollaboratorRow extends Row {
  readonly repo_id: number;
  readonly user_id: number;
  readonly permission: string;
}
export interface IssueRow extends Row {
  readonly repo_id: number;
  readonly number: number;
  readonly user_id: number;
  readonly title: string;
  readonly body: string | null;
  readonly is_pull_request: boolean;
}
export interface CommentRow extends Row {
  readonly repo_id: number;
  readonly issue_number: number | null;
  readonly user_id: number;
  readonly body: string;
}
export interface BranchRow extends Row {
  readonly repo_id: number;
  readonly name: string;
  readonly sha: string;
}
export interface CommitRow extends Row {
  readonly repo_id: number;
  readonly sha: string;
  readonly tree_sha: string;
  readonly parent_shas: readonly string[];
}
export interface PullRow extends Row {
  readonly repo_id: number;
  readonly number: number;
  readonly state: string;
  readonly merged: boolean;
  readonly head_ref: string;
  readonly head_sha: string;
  readonly head_repo_id: number;
  readonly base_ref: string;
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changed_files: number;
}
export interface CheckRunRow extends Row {
  readonly repo_id: number;
  readonly head_sha: string;
  readonly name: string;
  readonly app_id: number | null;
  readonly conclusion: string | null;
  readonly actions: unknown;
}
export interface WorkflowRow extends Row {
  readonly node_id: string;
  readonly repo_id: number;
  readonly name: string;
  readonly path: string;
  readonly state: string;
  readonly badge_url: string;
}
export interface WorkflowRunRow extends Row {
  readonly node_id: string;
  readonly repo_id: number;
  readonly workflow_id: number;
  readonly name: string;
  readonly head_branch: string;
  readonly head_sha: string;
  readonly run_number: number;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly actor_id: number;
  readonly run_attempt: number;
  readonly run_started_at: string;
}
export interface ArtifactRow extends Row {
  readonly node_id: string;
  readonly repo_id: number;
  readonly run_id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly expired: boolean;
  readonly expires_at: string;
}
export interface AppRow extends Row {
  readonly app_id: number;
  readonly slug: string;
  readonly name: string;
  readonly webhook_url: string | null;
  readonly webhook_secret: string | null;
  readonly events: readonly string[];
}
export interface InstallationRow extends Row {
  readonly installation_id: number;
  readonly app_id: number;
  readonly account_id: number;
  readonly account_type: string;
  readonly account_login: string;
  readonly repository_selection: string;
  readonly repository_ids: readonly number[];
  readonly events: readonly string[];
  readonly suspended_at: string | null;
}

/** The tables of emulate's GitHub that the mends read and write. */
export interface GitHubStore {
  readonly users: Collection<UserRow>;
  readonly repos: Collection<RepoRow>;
  readonly collaborators: Collection<CollaboratorRow>;
  readonly issues: Collection<IssueRow>;
  readonly comments: Collection<CommentRow>;
  readonly branches: Collection<BranchRow>;
  readonly commits: Collection<CommitRow>;
  readonly pullRequests: Collection<PullRow>;
  readonly checkRuns: Collection<CheckRunRow>;
  readonly workflows: Collection<WorkflowRow>;
  readonly workflowRuns: Collection<WorkflowRunRow>;
  readonly artifacts: Collection<ArtifactRow>;
  readonly apps: Collection<AppRow>;
  readonly appInstallations: Collection<InstallationRow>;
}

/** Whom a token stands for, as emulate's authentication looks it up. */
export interface TokenOwner {
  readonly login: string;
  readonly id: number;
  readonly scopes: readonly string[];
  readonly installation?: {
    readonly installationId: number;
    readonly appId: number;
    readonly accountId: number;
    readonly accountType: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly repositoryIds: readonly number[];
    readonly repositorySelection: string;
  };
}

/** The inside of one running emulate. */
export interface EmulateInside {
  readonly router: Router;
  readonly store: GitHubStore;
  readonly webhooks: Dispatcher;
  readonly tokens: Map<string, TokenOwner>;
}

interface Starting {
  readonly before: (inside: EmulateInside) => void;
  inside?: EmulateInside;
}

interface GitHubPluginFile {
  readonly githubPlugin: {
    register: (
      this: unknown,
      router: Router,
      store: unknown,
      webhooks: Dispatcher,
      baseUrl: string,
      tokens: Map<string, TokenOwner>,
    ) => void;
  };
  readonly getGitHubStore: (store: unknown) => GitHubStore;
}

const starting = new AsyncLocalStorage<Starting>();
let hooked: Promise<void> | undefined;

/**
 * Starts emulate's GitHub and hands out its inside. `before` runs before emulate registers its own routes: a route registered there wins.
 *
 * emulate has no public door to its store. Its API loads the GitHub plug-in with `import("./dist-….js")`; modules are singletons and the
 * plug-in object is mutable, so that wrapping `register` once per process reaches every emulate started here. The version is pinned.
 */
export async function startEmulate(
  options: { readonly baseUrl: string; readonly seed: SeedConfig },
  before: (inside: EmulateInside) => void,
): Promise<EmulateInside & { readonly close: () => Promise<void> }> {
  hooked ??= hookPlugin();
  await hooked;
  const start: Starting = { before };
  const emulator = await starting.run(start, () =>
    createEmulator({ service: "github", port: 0, baseUrl: options.baseUrl, seed: options.seed }),
  );
  if (start.inside === undefined) throw new Error("emulate started without registering its GitHub plug-in");
  return { ...start.inside, close: () => emulator.close() };
}

async function hookPlugin(): Promise<void> {
  const manifest = findPackageJSON("emulate", import.meta.url);
  if (manifest === undefined) throw new Error("emulate is not installed: run npm ci");
  const folder = path.join(path.dirname(manifest), "dist");
  const file = /import\("(\.\/dist-[A-Z0-9]+\.js)"\);\s*return \{\s*plugin: mod\.githubPlugin/.exec(
    readFileSync(path.join(folder, "api.js"), "utf8"),
  )?.[1];
  if (file === undefined) throw new Error("this emulate keeps its GitHub plug-in elsewhere: pin 0.12.2");
  const plugin = (await import(pathToFileURL(path.join(folder, file)).href)) as GitHubPluginFile;
  const original = plugin.githubPlugin.register;
  plugin.githubPlugin.register = function (router, store, webhooks, baseUrl, tokens) {
    const start = starting.getStore();
    const inside = { router, store: plugin.getGitHubStore(store), webhooks, tokens };
    if (start !== undefined) {
      start.inside = inside;
      start.before(inside);
    }
    const dispatch = webhooks.dispatch.bind(webhooks);
    original.call(this, router, store, webhooks, baseUrl, tokens);
    // register wraps `dispatch` with emulate's own delivery to apps; the one set in `before` delivers, so it is put back.
    if (start !== undefined) webhooks.dispatch = dispatch;
  };
}
