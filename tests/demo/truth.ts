import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunView } from "../../src/engine/view.ts";
import type { GitHub } from "../peers/github.ts";
import { git } from "../peers/github/git.ts";

export interface PullRequest {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly draft: boolean;
  readonly head: { readonly ref: string; readonly sha: string };
}
interface Comment {
  readonly html_url: string;
  readonly body: string;
  readonly user: { readonly login: string };
}
interface CheckRun {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
}

/** What can be found out afterwards, from outside: by the API as anybody sees it, and by git. */
export interface Findings {
  readonly pullRequests: readonly PullRequest[];
  readonly files: readonly string[];
  readonly comments: readonly Comment[];
  readonly checkRuns: readonly CheckRun[];
  readonly labels: readonly string[];
  readonly reactions: readonly string[];
  readonly headTree: string;
  readonly baseTree: string;
  readonly diff: string;
  /** Exit codes of the sample's own tests, in fresh clones. */
  readonly testsBefore: number;
  readonly testsAfter: number;
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
}

export async function findOut(github: GitHub, issue: number): Promise<Findings> {
  const at = `/repos/${github.fullName}`;
  const ask = async <T>(path: string): Promise<T> => (await github.as(github.owner, "GET", `${at}${path}`)) as T;
  const pullRequests = await ask<PullRequest[]>("/pulls?state=all");
  const [pull] = pullRequests;
  const files = pull === undefined ? [] : await ask<{ filename: string }[]>(`/pulls/${pull.number}/files`);
  const comments = await ask<Comment[]>(`/issues/${issue}/comments`);
  const main = await ask<{ object: { sha: string } }>("/git/ref/heads/main");
  const checks = await ask<{ check_runs: CheckRun[] }>(`/commits/${main.object.sha}/check-runs`);
  const labels = await ask<{ name: string }[]>(`/issues/${issue}/labels`);
  const reactions = await ask<{ content: string; user: { login: string } }[]>(`/issues/${issue}/reactions`);
  return {
    pullRequests,
    files: files.map((file) => file.filename),
    comments: comments.filter((comment) => comment.user.login.endsWith("[bot]")),
    checkRuns: checks.check_runs,
    labels: labels.map((label) => label.name),
    reactions: reactions.map((reaction) => `${reaction.user.login} ${reaction.content}`),
    ...(await lookInside(github, pull)),
  };
}

/** Clones the repository as anybody would, and runs the sample's tests on its main branch and on the pull request's head. */
async function lookInside(
  github: GitHub,
  pull: PullRequest | undefined,
): Promise<Pick<Findings, "headTree" | "baseTree" | "diff" | "testsBefore" | "testsAfter">> {
  const folder = await mkdtemp(path.join(tmpdir(), "pawl-demo-"));
  try {
    await git(folder, ["clone", "-q", `${github.url}/${github.fullName}.git`, "."]);
    const tree = async (ref: string): Promise<string> =>
      (await git(folder, ["rev-parse", `${ref}^{tree}`])).toString().trim();
    const testsBefore = await runTests(folder);
    const baseTree = await tree("origin/main");
    if (pull === undefined) return { headTree: "", baseTree, diff: "", testsBefore, testsAfter: -1 };
    await git(folder, ["checkout", "-q", pull.head.sha]);
    const diff = (await git(folder, ["diff", "origin/main", pull.head.sha])).toString();
    return { headTree: await tree(pull.head.sha), baseTree, diff, testsBefore, testsAfter: await runTests(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTests(cwd: string): Promise<number> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn("npm", ["test"], { cwd, env: { PATH, HOME }, stdio: "ignore" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? -1;
}

/** Everything the demo claims, as yes or no. */
export function check(found: Findings, view: RunView | undefined, model: "scripted" | "anthropic"): readonly Check[] {
  const [pull] = found.pullRequests;
  const body = pull?.body ?? "";
  const [comment] = found.comments;
  const cells = (step: string): readonly string[] => {
    const row = body.split("\n").find((line) => line.startsWith("|") && line.includes(`<code>${step}</code>`)) ?? "";
    return row.split(" | ").map((cell) => cell.trim());
  };
  const exit = (step: string, code: number): boolean => cells(step).includes(String(code));
  const cost = view?.cost;
  const checks: readonly (readonly [string, boolean])[] = [
    ["one pull request, open and a draft", found.pullRequests.length === 1 && pull?.state === "open" && pull.draft],
    ["the tests fail on main, in a fresh clone", found.testsBefore === 1],
    ["the tests pass on the pull request's head, in a fresh clone", found.testsAfter === 0],
    [
      "it changes the source and no test",
      found.files.length > 0 && found.files.every((file) => file.startsWith("src/")),
    ],
    ["its body names the head's tree, and the base's", body.includes(found.headTree) && body.includes(found.baseTree)],
    ["its body shows the tests red before and green after", exit("reproduce", 1) && exit("tests", 0)],
    ["its body names the command", body.includes("npm test")],
    [
      "its body carries the run's cost",
      cost !== undefined && body.includes(`${cost.input_tokens} tokens in, ${cost.output_tokens} out`),
    ],
    [
      "its body says which model answered",
      model === "anthropic" ? !body.includes("scripted") : body.includes("scripted"),
    ],
    ["its body closes the issue", /Fixes #\d+/.test(body)],
    ["the label is off again", found.labels.length === 0],
    ["the app reacted with 👀", found.reactions.includes("pawl[bot] eyes")],
    ["one comment, kept current", found.comments.length === 1 && comment?.body.includes("completed") === true],
    ["the check run succeeded", found.checkRuns.length === 1 && found.checkRuns[0]?.conclusion === "success"],
    ["the run completed", view?.status === "completed"],
  ];
  return checks.map(([name, ok]) => ({ name, ok }));
}
