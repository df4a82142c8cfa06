import type { StepContext, StepOutcome } from "../engine/step.ts";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { Effects, PullRequestIntent } from "../ports/effects.ts";
import type { Patch } from "../ports/workspace.ts";
import { defineStep } from "./define.ts";

const TEXT_LIST = { type: ["array", "string"], items: { type: "string" } };

export const pullRequestStep = defineStep({
  type: "pull_request",
  summary: "Publishes the run's changes as a pull request.",
  description:
    "Commits everything the run changed to a branch and opens a pull request, or brings the one it opened before up to date: the same " +
    "workflow and issue always give the same branch and pull request. The body ends with the evidence of the run. Protected paths, the " +
    "size of the patch and secrets in it are checked first. The workflow needs `permissions: {contents: write, pull_requests: write}`.",
  fields: {
    title: { type: "string", description: "Title; by default the workflow's name and the issue's title." },
    body: {
      type: "string",
      description:
        "What the reader should know, in Markdown. Mentions, closing keywords and foreign links in it are made inert.",
    },
    branch: { type: "string", description: "Head branch; by default `pawl/<workflow>/<issue>`." },
    strategy: {
      type: "string",
      description:
        "Which branch template of .github/pawl.yml to use without `branch`: `feature` (by default), `hotfix` or `release`.",
    },
    base: { type: "string", description: "Branch to merge into; by default the repository's default branch." },
    draft: { type: "boolean", description: "Open as a draft. True by default." },
    labels: { ...TEXT_LIST, description: "Labels to add." },
    reviewers: {
      ...TEXT_LIST,
      description: "Logins or `organisation/team` to ask for a review; by default the owners by CODEOWNERS.",
    },
    milestone: { type: "string", description: "Title of an open milestone." },
    commit_message: { type: "string", description: "Commit message; by default the title." },
    from: { type: "string", description: "Tree to start the patch from; by default the tree the run began with." },
  },
  outputs: {
    number: { type: "number", description: "The pull request's number." },
    url: { type: "string", description: "Its address." },
    branch: { type: "string", description: "Its head branch." },
    head_sha: { type: "string", description: "The commit it shows." },
    created: { type: "boolean", description: "False when one that existed was updated." },
    files: { type: "list", description: "The files it changes." },
  },
  caching: "never",
  examples: [
    {
      title: "Publish what an earlier step changed",
      yaml: `name: tidy
permissions: { contents: write, pull_requests: write }
steps:
  - id: tidy
    type: shell
    command: npm run format
  - id: publish
    type: pull_request
    title: Format the sources
`,
    },
  ],
  run: publish,
});

async function publish(context: StepContext): Promise<StepOutcome> {
  try {
    const effects = effectsOf(context);
    const patch = await patchOf(context);
    const result = await effects.publishPullRequest(intentOf(context, patch), originOf(context));
    return {
      status: "completed",
      outputs: {
        number: result.number,
        url: result.url,
        branch: result.branch,
        head_sha: result.headSha,
        created: result.created,
        files: result.files,
      },
      evidence: { pull_request: result.number, url: result.url, branch: result.branch, head_sha: result.headSha },
    };
  } catch (thrown) {
    return { status: "failed", error: toPawlError(thrown, "github.failed") };
  }
}

async function patchOf(context: StepContext): Promise<Patch> {
  const { from } = context.config;
  // What the run began with: `context.baseTree` is only what this step began with.
  const runBase = context.evidence()["base_tree"];
  const start = [from, runBase].find((tree): tree is string => typeof tree === "string" && tree !== "");
  if (start === undefined || context.workspace.baseCommit === undefined) {
    throw new PawlError({
      code: "workspace.no_commit",
      kind: "permanent",
      message: "A pull request needs a git repository with at least one commit; the workspace is none",
      remedy: "Run the workflow in a checkout.",
    });
  }
  return context.workspace.patch(start, await context.workspace.snapshot());
}

function intentOf(context: StepContext, patch: Patch): PullRequestIntent {
  const { config, workspace } = context;
  const { workflow, issue } = context.run;
  const milestone = textOf(config["milestone"]);
  const branch = textOf(config["branch"]);
  const strategy = textOf(config["strategy"]);
  const base = textOf(config["base"]);
  const commitMessage = textOf(config["commit_message"]);
  const deleted = new Set(patch.files.filter(({ status }) => status === "deleted").map(({ path }) => path));
  return {
    title: textOf(config["title"]) ?? (issue === undefined ? workflow : `${workflow}: #${issue}`),
    body: textOf(config["body"]) ?? "",
    draft: config["draft"] !== false && config["draft"] !== "false",
    labels: listOf(config["labels"]),
    reviewers: listOf(config["reviewers"]),
    ...(branch === undefined ? {} : { branch }),
    ...(strategy === undefined ? {} : { strategy }),
    ...(base === undefined ? {} : { base }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(commitMessage === undefined ? {} : { commitMessage }),
    baseCommit: workspace.baseCommit ?? "",
    patch,
    content: (path) =>
      deleted.has(path) ? Promise.resolve(null) : workspace.readAt(patch.to, path).then((found) => found ?? null),
    evidence: { ...context.evidence(), inputs: context.scope.contexts["inputs"] ?? {} },
  };
}

/** The step's way out; without a repository host there is none. */
export function effectsOf(context: StepContext): Effects {
  if (context.effects !== undefined) return context.effects;
  throw new PawlError({
    code: "effect.no_host",
    kind: "permanent",
    message: `Step ${context.path} writes to GitHub, and this run has no repository there`,
    remedy: "Run it in GitHub Actions, or set GITHUB_TOKEN and GITHUB_REPOSITORY.",
  });
}

/** Who asks: the run's own facts, never anything a step's text says. */
export function originOf(context: StepContext): Parameters<Effects["comment"]>[1] {
  const { id, workflow, issue, permissions } = context.run;
  return {
    runId: id,
    workflow,
    step: context.path,
    ...(issue === undefined ? {} : { issue }),
    permissions,
    signal: context.signal,
  };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function listOf(value: Json | undefined): readonly string[] {
  if (typeof value === "string")
    return value
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
