import { createHmac } from "node:crypto";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProbotOctokit } from "probot";
import { startGitHub, type GitHub } from "./github.ts";

const run = promisify(execFile);
const PAWL_YML = `name: Pawl
on:
  workflow_dispatch:
    inputs:
      workflow: { type: string, required: true }
      run_id: { type: string, required: false }
  issues: { types: [labeled] }
jobs: {}
`;

let scratch: string;
let github: GitHub;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-peer-"));
  const folder = path.join(scratch, "seed");
  await mkdir(path.join(folder, ".github/workflows"), { recursive: true });
  await writeFile(path.join(folder, ".github/workflows/pawl.yml"), PAWL_YML);
  await writeFile(path.join(folder, "README.md"), "# Sample\n");
  github = await startGitHub({ folder, people: { wanda: "write", ronald: "read" } });
});
afterAll(async () => {
  await github.close();
  await rm(scratch, { recursive: true, force: true });
});

// Probot's own client without its waiting: writes are spaced by a second otherwise.
const Octokit = ProbotOctokit.defaults((options: object) => ({
  ...options,
  retry: { enabled: false },
  throttle: { enabled: false },
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
}));
type Client = InstanceType<typeof ProbotOctokit>;
function octokit(login: string): Client {
  return new Octokit({ baseUrl: github.url, auth: { token: github.token(login) } });
}
function asApp(): Client {
  const auth = { appId: github.app.id, privateKey: github.app.privateKey, installationId: github.app.installationId };
  return new Octokit({ baseUrl: github.url, auth });
}
const at = (): { owner: string; repo: string } => ({ owner: github.owner, repo: github.repo });

describe("who may", () => {
  it("refuses an unknown token with 401 instead of taking it for somebody", async () => {
    const stranger = new Octokit({ baseUrl: github.url, auth: { token: "ghp_nobody" } });
    await expect(stranger.rest.repos.get(at())).rejects.toMatchObject({ status: 401 });
  });

  it("tells everyone's permission, read for a stranger to the repository", async () => {
    const of = async (username: string): Promise<string> =>
      (await octokit("acme").rest.repos.getCollaboratorPermissionLevel({ ...at(), username })).data.permission;
    expect(await of("acme")).toBe("admin");
    expect(await of("wanda")).toBe("write");
    expect(await of("ronald")).toBe("read");
    await expect(of("nobody")).rejects.toMatchObject({ status: 404 });
  });

  it("lets a reader comment but not label", async () => {
    const issue = await octokit("ronald").rest.issues.create({ ...at(), title: "Broken", labels: ["pawl:fix"] });
    expect(issue.data.labels).toEqual([]);
    const place = { ...at(), issue_number: issue.data.number };
    expect((await octokit("ronald").rest.issues.createComment({ ...place, body: "hello" })).status).toBe(201);
    await expect(octokit("ronald").rest.issues.addLabels({ ...place, labels: ["x"] })).rejects.toMatchObject({
      status: 403,
    });
    expect((await octokit("wanda").rest.issues.addLabels({ ...place, labels: ["x"] })).status).toBe(200);
  });
});

describe("git", () => {
  it("serves real clones and takes real pushes, with the same commit ids as the API", async () => {
    const clone = path.join(scratch, "clone");
    const remote = `${github.url.replace("//", `//x-access-token:${github.token("wanda")}@`)}/${github.fullName}.git`;
    await run("git", ["clone", "-q", remote, clone]);
    expect(await readFile(path.join(clone, "README.md"), "utf8")).toBe("# Sample\n");
    await run("git", ["-C", clone, "checkout", "-q", "-b", "change"]);
    await writeFile(path.join(clone, "README.md"), "# Changed\n");
    const me = ["-c", "user.name=Wanda", "-c", "user.email=wanda@example.com"];
    await run("git", ["-C", clone, ...me, "commit", "-q", "-am", "Change the title"]);
    await run("git", ["-C", clone, "push", "-q", "origin", "change"]);
    const local = (await run("git", ["-C", clone, "rev-parse", "HEAD"])).stdout.trim();
    const branch = await octokit("wanda").rest.repos.getBranch({ ...at(), branch: "change" });
    expect(branch.data.commit.sha).toBe(local);
    const files = await octokit("wanda").rest.repos.compareCommits({ ...at(), base: "main", head: "change" });
    expect(files.data.files?.map((file) => file.filename)).toEqual(["README.md"]);
  });

  it("refuses the push of a reader", async () => {
    const clone = path.join(scratch, "reader");
    const remote = `${github.url.replace("//", `//x:${github.token("ronald")}@`)}/${github.fullName}.git`;
    await run("git", ["clone", "-q", remote, clone]);
    await expect(run("git", ["-C", clone, "push", "-q", "origin", "HEAD:theirs"])).rejects.toThrow(/403|denied/);
  });
});

describe("pull requests", () => {
  it("needs a head that exists, makes one per branch, and follows its branch", async () => {
    const app = asApp();
    const pull = { ...at(), title: "Change", base: "main" };
    await expect(app.rest.pulls.create({ ...pull, head: "missing" })).rejects.toMatchObject({ status: 422 });
    const base = await app.rest.git.getRef({ ...at(), ref: "heads/main" });
    await app.rest.git.createRef({ ...at(), ref: "refs/heads/empty", sha: base.data.object.sha });
    await expect(app.rest.pulls.create({ ...pull, head: "empty" })).rejects.toThrow(/No commits between/);
    const put = { ...at(), path: "NOTES.md", branch: "empty", message: "Add notes", content: "aGk=" };
    await app.rest.repos.createOrUpdateFileContents(put);
    const made = await app.rest.pulls.create({ ...pull, head: "empty", draft: true });
    expect(made.data).toMatchObject({ draft: true, changed_files: 1, user: { login: "pawl[bot]", type: "Bot" } });
    await expect(app.rest.pulls.create({ ...pull, head: "empty" })).rejects.toThrow(/already exists/);
    await app.rest.repos.createOrUpdateFileContents({ ...put, path: "MORE.md" });
    const number = { ...at(), pull_number: made.data.number };
    const files = await app.rest.pulls.listFiles(number);
    expect(files.data.map((file) => file.filename).toSorted()).toEqual(["MORE.md", "NOTES.md"]);
    const head = await app.rest.git.getRef({ ...at(), ref: "heads/empty" });
    expect((await app.rest.pulls.get(number)).data.head.sha).toBe(head.data.object.sha);
  });
});

describe("limits", () => {
  it("refuses a comment above 65,536 characters and a check run on an unknown commit", async () => {
    const app = asApp();
    const issue = await octokit("wanda").rest.issues.create({ ...at(), title: "Long" });
    const long = { ...at(), issue_number: issue.data.number, body: "x".repeat(65_537) };
    await expect(app.rest.issues.createComment(long)).rejects.toThrow(/too long/);
    const check = { ...at(), name: "Pawl", head_sha: "0".repeat(40) };
    await expect(app.rest.checks.create(check)).rejects.toThrow(/No commit found/);
    await expect(octokit("wanda").rest.checks.create(check)).rejects.toMatchObject({ status: 403 });
    const main = await app.rest.git.getRef({ ...at(), ref: "heads/main" });
    const made = await app.rest.checks.create({ ...check, head_sha: main.data.object.sha });
    expect(made.data.app).toMatchObject({ slug: "pawl" });
  });

  it("keeps one reaction per person and content", async () => {
    const issue = await octokit("wanda").rest.issues.create({ ...at(), title: "Look" });
    const eyes = { ...at(), issue_number: issue.data.number, content: "eyes" as const };
    expect((await asApp().rest.reactions.createForIssue(eyes)).status).toBe(201);
    expect((await asApp().rest.reactions.createForIssue(eyes)).status).toBe(200);
    expect((await asApp().rest.reactions.listForIssue(eyes)).data).toHaveLength(1);
  });
});

describe("workflow runs", () => {
  it("starts the repository's own workflow by dispatch, after checking its inputs", async () => {
    const app = asApp();
    const place = { ...at(), workflow_id: "pawl.yml", ref: "main" };
    const wrong = { ...place, inputs: { workflow: "fix", colour: "red" } };
    await expect(app.rest.actions.createWorkflowDispatch(wrong)).rejects.toThrow(/Unexpected inputs/);
    await expect(app.rest.actions.createWorkflowDispatch({ ...place, inputs: {} })).rejects.toThrow(/not provided/);
    await expect(app.rest.actions.createWorkflowDispatch({ ...place, workflow_id: "no.yml" })).rejects.toMatchObject({
      status: 404,
    });
    const seen: string[] = [];
    github.actions.onRequested((request) => seen.push(`${request.event} ${request.workflowPath} ${request.attempt}`));
    await app.rest.actions.createWorkflowDispatch({ ...place, inputs: { workflow: "fix" } });
    const runs = (await app.rest.actions.listWorkflowRunsForRepo(at())).data.workflow_runs;
    expect(runs[0]).toMatchObject({ event: "workflow_dispatch", status: "queued", run_attempt: 1 });
    await app.rest.actions.reRunWorkflow({ ...at(), run_id: runs[0]?.id ?? 0 });
    expect(seen).toEqual([
      "workflow_dispatch .github/workflows/pawl.yml 1",
      "workflow_dispatch .github/workflows/pawl.yml 2",
    ]);
  });

  it("starts workflows that listen to the event, of the activity they name", async () => {
    const events: string[] = [];
    github.actions.onRequested((request) => events.push(request.event));
    const issue = await octokit("wanda").rest.issues.create({ ...at(), title: "Start" });
    await github.settle();
    expect(events).toEqual([]);
    await octokit("wanda").rest.issues.addLabels({ ...at(), issue_number: issue.data.number, labels: ["pawl:fix"] });
    await github.settle();
    expect(events).toEqual(["issues"]);
  });
});

describe("webhooks", () => {
  it("arrive signed, with the installation and an id of their own, and can be sent again", async () => {
    const got: { event: string; id: string; valid: boolean; installation: unknown }[] = [];
    const app = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        const signature = createHmac("sha256", github.app.webhookSecret).update(body).digest("hex");
        got.push({
          event: String(request.headers["x-github-event"]),
          id: String(request.headers["x-github-delivery"]),
          valid: request.headers["x-hub-signature-256"] === `sha256=${signature}`,
          installation: (JSON.parse(body) as { installation: { id: number } }).installation.id,
        });
        response.end("ok");
      });
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    github.sendWebhooksTo(`http://127.0.0.1:${(app.address() as AddressInfo).port}/`);
    await octokit("wanda").rest.issues.create({ ...at(), title: "Event" });
    await octokit("wanda").rest.issues.create({ ...at(), title: "Another" });
    await github.settle();
    github.sendWebhooksTo(null);
    app.close();
    expect(got).toHaveLength(2);
    expect(got.every((entry) => entry.valid && entry.installation === github.app.installationId)).toBe(true);
    expect(got[0]?.id).not.toBe(got[1]?.id);
  });
});

describe("trouble", () => {
  it("answers 502 once, or loses the answer of a write that was done", async () => {
    github.trouble({ method: "GET", path: /\/issues$/, times: 1, status: 502 });
    await expect(octokit("wanda").rest.issues.listForRepo(at())).rejects.toMatchObject({ status: 502 });
    const before = (await octokit("wanda").rest.issues.listForRepo({ ...at(), per_page: 100 })).data.length;
    github.trouble({ method: "POST", path: /\/issues$/, times: 1, lost: true });
    await expect(octokit("wanda").rest.issues.create({ ...at(), title: "Lost" })).rejects.toThrow(
      /closed|reset|fetch|other side/i,
    );
    const after = (await octokit("wanda").rest.issues.listForRepo({ ...at(), per_page: 100 })).data.length;
    expect(after).toBe(before + 1);
  });
});
