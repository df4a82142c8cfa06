import type { JsonObject } from "../kernel/json.ts";
import type { RepositoryRole } from "../ports/repository-host.ts";

/** What a person may be asked to be allowed for (S6). */
export type Act = "read" | "start" | "approve" | "cancel" | "resume" | "budget" | "configure";

/** Who may do one thing: anybody with the role, or named; bots only by their App's id. */
export interface Rule {
  readonly permission: Exclude<RepositoryRole, "none">;
  readonly users: readonly string[];
  /** `organisation/team`. */
  readonly teams: readonly string[];
  readonly apps: readonly number[];
  /** For `approve`: who approves must also own the changed files by CODEOWNERS. */
  readonly codeOwners: boolean;
}

export interface WorkflowTriggers {
  readonly label: boolean;
  readonly comment: boolean;
  /** Labels on pull requests start it too. */
  readonly pullRequestLabel: boolean;
  /** Logins: assigning an issue to one of them starts it. */
  readonly assignment: readonly string[];
  /** Event types of `repository_dispatch`. */
  readonly repositoryDispatch: readonly string[];
  /** Cron lines, UTC. */
  readonly schedule: readonly string[];
}

export interface WorkflowConfig {
  readonly triggers: WorkflowTriggers;
  readonly who: Readonly<Partial<Record<Act, Rule>>>;
  readonly inputs: JsonObject;
  readonly budgetUsd?: number;
  readonly monthlyBudgetUsd?: number;
}

/** What people and programs can be told of. `parked`: it waits for a person; `budget`: for money. */
export const OCCASIONS = ["completed", "failed", "parked", "budget"] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface Notifications {
  /** Logins and `organisation/team`s that are mentioned; `author` is who started the run. */
  readonly mention: Readonly<Partial<Record<Occasion, readonly string[]>>>;
  readonly webhooks: readonly { readonly url: string; readonly on: readonly Occasion[] }[];
}

/** `.github/pawl.yml`, read from the default branch and pinned when an event comes in. */
export interface PawlConfig {
  readonly labelPrefix: string;
  readonly command: string;
  readonly who: Readonly<Record<Act, Rule>>;
  readonly workflows: Readonly<Record<string, WorkflowConfig>>;
  readonly budgetUsd?: number;
  readonly monthlyBudgetUsd?: number;
  /** Globs added to those that are always protected. */
  readonly protectedPaths: readonly string[];
  readonly limits: { readonly files: number; readonly bytes: number };
  /** Hosts that published text may link to, beside GitHub itself. */
  readonly allowedHosts: readonly string[];
  readonly pullRequest: {
    readonly draft: boolean;
    readonly labels: readonly string[];
    readonly reviewers: readonly string[];
    readonly codeowners: boolean;
    readonly blame: boolean;
    /** Template of branch names, by strategy. */
    readonly branches: Readonly<Record<string, string>>;
  };
  /** The workflow file in `.github/workflows/` that the app dispatches. */
  readonly dispatchFile: string;
  /** Runs at once: per actor and in the repository (R8). */
  readonly quota: { readonly perActor: number; readonly perRepository: number };
  /** What the app does when a runner died: resume by itself up to this many times. */
  readonly automaticResumes: number;
  readonly notifications: Notifications;
}

const WRITE: Rule = { permission: "write", users: [], teams: [], apps: [], codeOwners: false };

export const DEFAULT_TRIGGERS: WorkflowTriggers = {
  label: true,
  comment: true,
  pullRequestLabel: true,
  assignment: [],
  repositoryDispatch: [],
  schedule: [],
};

/** What holds where `.github/pawl.yml` says nothing. */
export const DEFAULT_CONFIG: PawlConfig = {
  labelPrefix: "pawl:",
  command: "/pawl",
  who: {
    read: { ...WRITE, permission: "read" },
    start: WRITE,
    approve: WRITE,
    cancel: WRITE,
    resume: WRITE,
    budget: { ...WRITE, permission: "maintain" },
    configure: { ...WRITE, permission: "admin" },
  },
  workflows: {},
  protectedPaths: [],
  limits: { files: 300, bytes: 5_000_000 },
  allowedHosts: [],
  pullRequest: {
    draft: true,
    labels: [],
    reviewers: [],
    codeowners: true,
    blame: false,
    branches: {
      feature: "pawl/{workflow}/{issue}",
      hotfix: "hotfix/{workflow}-{issue}",
      release: "release/{workflow}-{issue}",
    },
  },
  dispatchFile: "pawl.yml",
  quota: { perActor: 10, perRepository: 50 },
  automaticResumes: 2,
  notifications: { mention: {}, webhooks: [] },
};

/** The triggers of one workflow; a workflow the file doesn't name has the defaults. */
export function triggersOf(config: PawlConfig, workflow: string): WorkflowTriggers {
  return workflowConfig(config, workflow)?.triggers ?? DEFAULT_TRIGGERS;
}

/** Who may do `act` with `workflow`. */
export function ruleFor(config: PawlConfig, act: Act, workflow: string | undefined): Rule {
  const own = workflow === undefined ? undefined : workflowConfig(config, workflow)?.who[act];
  return own ?? config.who[act];
}

/** What one run of `workflow` may cost, in US dollars: the workflow's own limit, or else the repository's. */
export function runBudget(config: PawlConfig, workflow: string): number | undefined {
  return workflowConfig(config, workflow)?.budgetUsd ?? config.budgetUsd;
}

/** What all runs of `workflow` may cost in a calendar month, in US dollars; only its own limit. */
export function monthlyBudget(config: PawlConfig, workflow: string): number | undefined {
  return workflowConfig(config, workflow)?.monthlyBudgetUsd;
}

function workflowConfig(config: PawlConfig, workflow: string): WorkflowConfig | undefined {
  return Object.hasOwn(config.workflows, workflow) ? config.workflows[workflow] : undefined;
}
