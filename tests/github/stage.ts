import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createRedactor } from "../../src/adapters/redactor/redactor.ts";
import { createRepositoryHost } from "../../src/adapters/repository-host/octokit.ts";
import { openGitWorkspace } from "../../src/adapters/workspace/git.ts";
import { DEFAULT_CONFIG, type PawlConfig } from "../../src/github/config.ts";
import { createEffects } from "../../src/github/effects.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { EffectOrigin, Effects, PullRequestIntent } from "../../src/ports/effects.ts";
import type { Log } from "../../src/ports/log.ts";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import type { Workspace } from "../../src/ports/workspace.ts";
import { startGitHub, type GitHub, type GitHubSeed } from "../peers/github.ts";

const run = promisify(execFile);
export const KEY = "a key of the tests";
export const SELF = { login: "pawl[bot]" };
export const quiet: Log = {
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};
/** Real time, but nobody waits. */
export const hurried: Clock = {
  now: () => Date.now(),
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  newRunId: () => "run_1",
};

/** A local GitHub with a small repository, and the App's way to it. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub;
  readonly host: RepositoryHost;
  /** A token of the App's installation. */
  readonly token: string;
  /** Where a person clones it from. */
  readonly remote: string;
  /** An effects module as one process has it. */
  effects(config?: Partial<PawlConfig>): Effects;
  /** A fresh checkout of `main`, changed, as the intent to publish it. */
  change(edit: (root: string) => Promise<void>, intent?: Partial<PullRequestIntent>): Promise<PullRequestIntent>;
  /** Commits to a branch as a person does. */
  push(branch: string, files: Readonly<Record<string, string>>): Promise<string>;
  issue(title?: string): Promise<number>;
}

export async function setStage(seed: GitHubSeed = {}): Promise<Stage> {
  const scratch = await mkdtemp(path.join(tmpdir(), "pawl-stage-"));
  const folder = path.join(scratch, "seed");
  await writeFiles(folder, {
    "README.md": "# Sample\n\none\ntwo\nthree\nfour\nfive\n",
    "src/a.js": "export const a = 1;\n",
    CODEOWNERS: "* @wanda\n/src/ @acme/core @olga\n",
    ".github/workflows/pawl.yml": "name: Pawl\non: { workflow_dispatch: {} }\njobs: {}\n",
  });
  const github = await startGitHub({ folder, people: { wanda: "write", olga: "write", ronald: "read" }, ...seed });
  const token = await installationToken(github);
  const host = createRepositoryHost({
    owner: github.owner,
    repo: github.repo,
    apiUrl: github.url,
    token,
    log: quiet,
    wait: () => Promise.resolve(),
  });
  const remote = `${github.url.replace("http://", `http://x-access-token:${github.token("wanda")}@`)}/${github.fullName}.git`;
  let clones = 0;
  const clone = async (): Promise<string> => {
    clones += 1;
    const root = path.join(scratch, `clone-${clones}`);
    await run("git", ["clone", "-q", remote, root]);
    return root;
  };
  return {
    github,
    host,
    token,
    remote,
    effects: (config = {}) =>
      createEffects({
        host,
        config: { ...DEFAULT_CONFIG, ...config },
        self: SELF,
        key: KEY,
        redactor: createRedactor([]),
        clock: hurried,
        log: quiet,
      }),
    async change(edit, intent = {}) {
      const root = await clone();
      const workspace = await openGitWorkspace({
        root,
        stateDirectory: path.join(scratch, `state-${clones}`),
        runId: "run_1",
      });
      const from = await workspace.snapshot();
      await edit(root);
      return intentOf(workspace, from, intent);
    },
    async push(branch, files) {
      const root = await clone();
      const git = (...words: string[]): Promise<{ stdout: string }> => run("git", ["-C", root, ...words]);
      await git("checkout", "-q", "-B", branch, ...(branch === "main" ? [] : [`origin/${branch}`]));
      await writeFiles(root, files);
      await git("add", "-A");
      await git("-c", "user.name=Wanda", "-c", "user.email=w@acme.test", "commit", "-q", "-m", "By hand");
      await git("push", "-q", "origin", branch);
      return (await git("rev-parse", "HEAD")).stdout.trim();
    },
    async issue(title = "Broken") {
      const made = (await github.as("wanda", "POST", `/repos/${github.fullName}/issues`, {
        title,
        body: "It breaks",
      })) as { number: number };
      return made.number;
    },
    async [Symbol.asyncDispose]() {
      await github.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

export function origin(issue: number | undefined, extra: Partial<EffectOrigin> = {}): EffectOrigin {
  return {
    runId: "run_1",
    workflow: "fix",
    step: "publish",
    ...(issue === undefined ? {} : { issue }),
    permissions: { contents: "write", pullRequests: "write", issues: "write" },
    signal: new AbortController().signal,
    ...extra,
  };
}

export async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function intentOf(
  workspace: Workspace,
  from: string,
  intent: Partial<PullRequestIntent>,
): Promise<PullRequestIntent> {
  const patch = await workspace.patch(from, await workspace.snapshot());
  return {
    title: "Fix it",
    body: "It works now.",
    draft: true,
    labels: [],
    reviewers: [],
    baseCommit: workspace.baseCommit ?? "",
    patch,
    content: async (file) => (await workspace.readAt(patch.to, file)) ?? null,
    evidence: {
      steps: {
        tests: {
          type: "shell",
          status: "completed",
          attempts: 1,
          exit_code: 0,
          duration_ms: 1_200,
          tree: patch.to,
          evidence: { command: "npm test" },
        },
        fix: {
          type: "claude",
          status: "completed",
          attempts: 1,
          duration_ms: 9_000,
          cost: { usd: 0.1234 },
          evidence: { model: "claude-sonnet-5", provider: "scripted" },
        },
      },
      cost: { usd: 0.1234, input_tokens: 1_000, output_tokens: 200 },
      cache: { hits: 1, misses: 2 },
    },
    ...intent,
  };
}

async function installationToken(github: GitHub): Promise<string> {
  const { createAppAuth } = await import("@octokit/auth-app");
  const { request } = await import("@octokit/request");
  const auth = createAppAuth({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    request: request.defaults({ baseUrl: github.url }),
  });
  return (await auth({ type: "installation", installationId: github.app.installationId })).token;
}
