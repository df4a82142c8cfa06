import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createSandbox } from "../../src/adapters/sandbox/process.ts";
import type { RunView } from "../../src/engine/view.ts";
import { SAMPLE, startStage, type Stage } from "../peers/stage.ts";
import { createNarration } from "./narration.ts";
import { openPaper, type Paper } from "./paper.ts";
import { fixTheSample } from "./scripted-model.ts";
import { check, findOut, type Check, type Findings } from "./truth.ts";

const USAGE = `Usage: npm run demo [-- --json] [-- --keep]

Labels an issue on a local GitHub and shows how it becomes a verified pull request.

  --json   print one JSON object instead of the story
  --keep   leave everything up until Ctrl-C, and print the addresses
  --help   print this

With ANTHROPIC_API_KEY set the agent is Claude; without it a scripted model answers.`;
const LABEL = "pawl:issue-to-pull-request";
const REPORT = path.resolve(SAMPLE, "../bug-report.md");

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: "boolean" }, keep: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const json = values.json === true;
  const paper = openPaper(process.stdout, json);
  const apiKey = process.env["ANTHROPIC_API_KEY"] ?? "";
  const model = apiKey === "" ? "scripted" : "anthropic";
  const stage = await raiseStage(paper, apiKey);
  try {
    const { issue, runId } = await labelAnIssue(stage);
    const found = await findOut(stage.github, issue);
    const view = runId === undefined ? undefined : stage.app?.views.get(runId);
    const checks = check(found, view, model);
    const ok = checks.every((one) => one.ok);
    if (json) process.stdout.write(`${JSON.stringify(asJson(found, view, model, checks), null, 2)}\n`);
    else tellTheEnd(paper, stage, { found, view, checks, issue });
    if (values.keep === true) await waitForInterrupt(paper, stage, issue, found.pullRequests[0]?.html_url);
    return ok ? 0 : 1;
  } finally {
    await stage.close();
  }
}

async function raiseStage(paper: Paper, apiKey: string): Promise<Stage> {
  const narration = createNarration(paper);
  const walls = await sandboxHere(apiKey === "");
  const stage = await startStage({
    ...(apiKey === "" ? { script: fixTheSample } : { secrets: { ANTHROPIC_API_KEY: apiKey } }),
    ...(process.env["ANTHROPIC_BASE_URL"] === undefined || apiKey === ""
      ? {}
      : { variables: { ANTHROPIC_BASE_URL: process.env["ANTHROPIC_BASE_URL"] } }),
    // Somebody who watches with --keep may kill it.
    appRestarts: true,
    onStart: narration.jobStarted,
    onLine: narration.jobLine,
    watch: narration.request,
  });
  paper.title("Pawl: from a labelled issue to a verified pull request");
  paper.fact("GitHub", `${stage.github.url}  ${stage.github.fullName}, real git behind a local API`);
  paper.fact("Pawl app", `${stage.app?.url ?? ""}  receives signed webhooks`);
  paper.fact("Runner", `Node ${process.versions.node}  runs the checked-in dist/ as a job`);
  paper.fact("Sandbox", walls);
  paper.fact("Model", apiKey === "" ? "scripted  (set ANTHROPIC_API_KEY to let Claude do it)" : "Claude");
  paper.line();
  return stage;
}

/** What stands around the agent on this machine. The demo needs nothing installed: a script of ours does no harm, so it goes on without walls too. */
async function sandboxHere(scripted: boolean): Promise<string> {
  const quiet = (): void => undefined;
  const log = { info: quiet, warning: quiet, error: quiet, debug: quiet };
  const { profiles } = await createSandbox({ log, temporaryRoot: tmpdir() }).probe();
  if (profiles.includes("standard")) return "bubblewrap around the agent and its commands";
  if (scripted) process.env["PAWL_UNCONFINED"] ??= "allow";
  return scripted
    ? "none: this machine has no bubblewrap, which the demo accepts (PAWL_UNCONFINED=allow)"
    : "none: this machine has no bubblewrap, so the agent will be refused";
}

/** Opens the bug report as a person with write access and labels it; resolves when the run it started has ended. */
async function labelAnIssue(stage: Stage): Promise<{ readonly issue: number; readonly runId: string | undefined }> {
  const { github, runner } = stage;
  const [title = "", ...body] = (await readFile(REPORT, "utf8")).split("\n");
  const at = `/repos/${github.fullName}/issues`;
  const opened = (await github.as("wanda", "POST", at, { title, body: body.join("\n").trim() })) as { number: number };
  const requested = new Promise<number>((resolve) => github.actions.onRequested((run) => resolve(run.id)));
  await github.as("wanda", "POST", `${at}/${opened.number}/labels`, { labels: [LABEL] });
  const job = await runner.ended(await within(requested, 30_000, "the app did not dispatch a run"));
  await github.settle();
  await settled(stage, opened.number);
  const outputs = Object.values(job.outputs)[0] ?? {};
  return { issue: opened.number, runId: outputs["run_id"] };
}

/** The app writes its last word after the job has ended: waits until the comment says how the run ended. */
async function settled(stage: Stage, issue: number): Promise<void> {
  const { github } = stage;
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const comments = (await github.as(github.owner, "GET", `/repos/${github.fullName}/issues/${issue}/comments`)) as {
      body: string;
    }[];
    if (comments.some((comment) => /completed|failed|cancelled|waits/.test(comment.body.split("\n")[0] ?? ""))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface End {
  readonly found: Findings;
  readonly view: RunView | undefined;
  readonly checks: readonly Check[];
  readonly issue: number;
}

function tellTheEnd(paper: Paper, stage: Stage, { found, view, checks, issue }: End): void {
  const [pull] = found.pullRequests;
  if (pull !== undefined) {
    paper.title(`Pull request #${pull.number}: ${pull.title}`);
    paper.fact("branch", `${pull.head.ref} at ${pull.head.sha}`);
    paper.fact("files", found.files.join(", "));
    paper.fact(
      "cost",
      view === undefined
        ? ""
        : `$${view.cost.usd.toFixed(4)}, ${view.cost.input_tokens} tokens in, ${view.cost.output_tokens} out`,
    );
    paper.line();
    for (const line of found.diff.trimEnd().split("\n")) paper.line(`  ${line}`);
    paper.title("What its body says");
    for (const line of pull.body.split("\n").filter((text) => !text.startsWith("<!--"))) paper.line(`  ${line}`);
  }
  paper.title("What is true of it");
  for (const { name, ok } of checks) paper.line(`  ${ok ? "✓" : "✗"} ${name}`);
  paper.title("Look around");
  const remote = `${stage.github.url}/${stage.github.fullName}`;
  paper.line("  npm run demo -- --keep      leaves all of it up; then, with the addresses it prints:");
  paper.line(`  git clone ${remote}.git && cd ${stage.github.repo} && git diff main...origin/${pull?.head.ref ?? ""}`);
  paper.line(`  curl ${stage.github.url}/repos/${stage.github.fullName}/issues/${issue}/comments`);
  paper.line(`  curl ${stage.github.url}/repos/${stage.github.fullName}/pulls/${pull?.number ?? ""}`);
  paper.line();
}

function asJson(found: Findings, view: RunView | undefined, model: string, checks: readonly Check[]): unknown {
  const [pull] = found.pullRequests;
  return {
    ok: checks.every((one) => one.ok),
    model,
    pull_request:
      pull === undefined
        ? null
        : {
            number: pull.number,
            url: pull.html_url,
            title: pull.title,
            state: pull.state,
            draft: pull.draft,
            branch: pull.head.ref,
            head_sha: pull.head.sha,
            head_tree: found.headTree,
            files: found.files,
            body: pull.body,
          },
    comment_url: found.comments[0]?.html_url ?? null,
    check_run: found.checkRuns[0] === undefined ? null : { conclusion: found.checkRuns[0].conclusion },
    run: view === undefined ? null : { id: view.run_id, status: view.status, steps: view.steps, cost: view.cost },
    checks,
  };
}

async function waitForInterrupt(paper: Paper, stage: Stage, issue: number, pull: string | undefined): Promise<void> {
  paper.title("Everything stays up until Ctrl-C");
  paper.fact("GitHub", stage.github.url);
  paper.fact("issue", `${stage.github.url}/${stage.github.fullName}/issues/${issue}`);
  if (pull !== undefined) paper.fact("pull request", pull);
  paper.fact("Pawl app", `${stage.app?.url ?? ""}  process ${stage.app?.pid() ?? ""}; killed, it comes back`);
  paper.title('In another terminal: wanda, who may write (docs/github.md, "Watch it yourself", goes on from here)');
  paper.line(`  export TOKEN=${stage.github.token("wanda")} GITHUB=${stage.github.url} REPO=${stage.github.fullName}`);
  paper.line(`  export APP=${stage.app?.url ?? ""} APP_PID=${stage.app?.pid() ?? ""}`);
  paper.line();
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

async function within<T>(promise: Promise<T>, limitMs: number, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  process.stderr.write(`The demo failed: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
