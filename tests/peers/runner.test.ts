import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGitHub, type GitHub } from "./github.ts";
import { startOidcIssuer, type OidcIssuer } from "./oidc.ts";
import { startResultsService, type ResultsService } from "./results-service.ts";
import { startRunner, type Job, type Runner } from "./runner.ts";

const WORKFLOW = `name: Try
on:
  workflow_dispatch:
    inputs:
      word: { type: string, required: true }
      times: { type: number, default: 2 }
permissions: {}
jobs:
  try:
    runs-on: ubuntu-latest
    permissions: { contents: read, issues: write, id-token: write }
    steps:
      - uses: actions/checkout@v5
        with: { persist-credentials: false }
      - run: test ! -e left-behind && touch left-behind
      - id: act
        uses: somebody/pawl@v1
        with:
          word: \${{ inputs.word }}-\${{ inputs.times }}
          token: \${{ github.token }}
      - if: failure()
        run: echo "after a failure in $(cat README.md)"
`;
const ACTION = `name: Try
inputs: { word: { default: none }, token: { required: true }, left: { default: "\${{ github.repository }}" } }
runs: { using: node24, main: dist/main.js, post: dist/post.js }
`;
/** An action that reports what it was given, saves state, and waits to be killed when its word says so. */
const MAIN = `
const fs = require("node:fs");
const say = (file, text) => fs.appendFileSync(process.env[file], text + "\\n");
say("GITHUB_STATE", "left_behind=kept");
say("GITHUB_OUTPUT", "said<<EOF\\n" + process.env.INPUT_WORD + " " + process.env.INPUT_LEFT + "\\nEOF");
say("GITHUB_STEP_SUMMARY", "# Tried");
console.log("::error file=a.js,line=3::something is wrong");
console.log("names " + ["RUNNER_TEMP", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_ID_TOKEN_REQUEST_URL"].filter((n) => process.env[n]).length);
console.log("secret " + process.env.INPUT_TOKEN);
fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/issues", {
  method: "POST", headers: { authorization: "Bearer " + process.env.INPUT_TOKEN }, body: JSON.stringify({ title: "From the job" }),
}).then((r) => { console.log("issue " + r.status); if (process.env.INPUT_WORD.startsWith("wait")) { console.log("waiting"); setInterval(() => {}, 1000); } });
`;
const POST = `console.log("post sees " + process.env.STATE_left_behind + " " + process.env.INPUT_WORD);`;

let scratch: string;
let github: GitHub;
let results: ResultsService;
let oidc: OidcIssuer;
let runner: Runner;
const seen: { line: string; job: Job }[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-runner-test-"));
  const folder = path.join(scratch, "repository");
  const action = path.join(scratch, "action");
  await mkdir(path.join(folder, ".github/workflows"), { recursive: true });
  for (const place of ["dist", "workflows-lib"]) await mkdir(path.join(action, place), { recursive: true });
  await writeFile(path.join(folder, ".github/workflows/try.yml"), WORKFLOW);
  await writeFile(path.join(folder, "README.md"), "the sample\n");
  await writeFile(path.join(action, "action.yml"), ACTION);
  await writeFile(path.join(action, "dist/main.js"), MAIN);
  await writeFile(path.join(action, "dist/post.js"), POST);
  [github, results, oidc] = await Promise.all([
    startGitHub({ folder, people: { wanda: "write" } }),
    startResultsService(),
    startOidcIssuer(),
  ]);
  runner = await startRunner({
    github,
    results,
    oidc,
    action,
    onLine: (line, job) => {
      seen.push({
        line,
        job,
      });
      if (line === "waiting" && job.attempt === 1) job.signal("SIGKILL");
    },
  });
});
afterAll(async () => {
  await runner.close();
  await Promise.all([github.close(), results.close(), oidc.close()]);
  await rm(scratch, { recursive: true, force: true });
});

async function dispatch(word: string): Promise<number> {
  const at = `/repos/${github.fullName}/actions/workflows/try.yml/dispatches`;
  const body = { ref: "main", inputs: { word }, return_run_details: true };
  return ((await github.as("wanda", "POST", at, body)) as { workflow_run_id: number }).workflow_run_id;
}

describe("the runner stand-in", () => {
  it("checks out by git, runs main and post with a runner's environment, and reports", async () => {
    const id = await dispatch("hello");
    const job = await runner.ended(id);
    expect(job.conclusion).toBe("success");
    expect(job.outputs["act"]).toEqual({ said: "hello-2 acme/sample" });
    expect(job.summary).toBe("# Tried\n");
    expect(job.annotations).toMatchObject([{ level: "error", message: "something is wrong" }]);
    expect(job.log).toContain("names 4");
    expect(job.log).toContain("secret ***");
    expect(job.log).toContain("issue 201");
    expect(job.log).toContain("post sees kept hello-2");
    const run = (await github.as("wanda", "GET", `/repos/${github.fullName}/actions/runs/${id}`)) as {
      conclusion: string;
    };
    expect(run.conclusion).toBe("success");
  });

  it("runs post after main was killed, fails the job, and runs it again from a fresh checkout", async () => {
    const id = await dispatch("wait");
    const first = await runner.ended(id, 1);
    expect(first.conclusion).toBe("failure");
    expect(first.log).toContain("post sees kept wait-2");
    expect(first.log).toContain("after a failure in the sample");
    await github.as("wanda", "POST", `/repos/${github.fullName}/actions/runs/${id}/rerun-failed-jobs`);
    await expect
      .poll(() => seen.some(({ line, job }) => line === "waiting" && job.attempt === 2), { timeout: 20_000 })
      .toBe(true);
    await github.as("wanda", "POST", `/repos/${github.fullName}/actions/runs/${id}/cancel`);
    const second = await runner.ended(id, 2);
    expect(second.conclusion).toBe("cancelled");
    expect(second.log).toContain("waiting");
    // The same path on another machine, as on GitHub: nothing is left of the first attempt.
    expect(second.workspace).toBe(first.workspace);
  });
});
