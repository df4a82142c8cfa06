import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage, step } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function started(issue: number): Promise<Stage["requested"][number]> {
  const found = stage.requested.findLast(
    (run) => (run.payload as { inputs: { issue: string } }).inputs.issue === String(issue),
  );
  if (found === undefined) throw new Error(`nothing was dispatched for #${issue}`);
  return found;
}
const inputsOf = (run: Stage["requested"][number]): Record<string, string> =>
  (run.payload as { inputs: Record<string, string> }).inputs;

describe("a label", () => {
  test("starts one run: 👀, the label off, one comment, one check run, and the facts pinned", async () => {
    const issue = await stage.on.issue();
    await stage.label("wanda", issue, "pawl:fix");
    await stage.settle();
    const run = await started(issue);
    const inputs = inputsOf(run);
    expect(inputs).toMatchObject({ workflow: "fix", inputs: '{"target":80}', resume: "false", app_url: stage.app.url });
    expect(JSON.parse(inputs["trigger"] ?? "{}")).toMatchObject({
      actor: "wanda",
      title: "Broken",
      issue: { number: issue, body: "It breaks" },
    });
    expect((await stage.look(issue)).labels).toEqual([]);
    expect(
      stage.github.peer.reactions.filter((one) => one.subject.endsWith(`/issues/${issue}`)).map((one) => one.content),
    ).toEqual(["eyes"]);

    await stage.progress(run, {});
    await stage.progress(run, { status: "completed", steps: { tests: step() } });
    await stage.settle();
    const comments = await stage.comments(issue);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.author.login).toBe("pawl[bot]");
    expect(comments[0]?.body).toMatch(/`fix` ✅ completed/);
    expect(comments[0]?.body).toMatch(/- \[x\] ✅ tests \(1\.2s\)/);
    const checks = await stage.on.host.checkRuns(run.sha, "pawl: fix");
    expect(checks.filter((check) => check.externalId === inputs["run_id"])).toHaveLength(1);
  });

  test("asks little of GitHub: twenty requests for a run, however often its job reports", async () => {
    const issue = await stage.on.issue();
    const before = stage.github.requests.length;
    await stage.label("wanda", issue, "pawl:fix");
    await stage.settle();
    const run = await started(issue);
    for (let n = 0; n < 30; n++)
      await stage.progress(run, { steps: { tests: step({ status: "running", attempts: n }) } });
    await stage.progress(run, { status: "completed", steps: { tests: step() } });
    await stage.settle();
    const ours = stage.github.requests.slice(before).filter(({ userAgent }) => userAgent === "pawl");
    expect(ours.length).toBeLessThanOrEqual(20);
    expect(ours.filter(({ method }) => method !== "GET").length).toBeLessThanOrEqual(9);
  });

  test("of a person without write access is refused, told why, and taken off", async () => {
    const issue = await stage.on.issue();
    const before = stage.requested.length;
    // GitHub lets a reader set no label; with triage one can label without write access.
    const delivery = { action: "labeled", label: { name: "pawl:fix" }, ...(await eventOf("ronald", issue)) };
    await stage.github.deliveries.emit("issues", delivery, stage.github.fullName);
    await stage.settle();
    expect(stage.requested).toHaveLength(before);
    const comments = await stage.comments(issue);
    expect(comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "Nothing was started: ronald may not start `fix`: it needs write permission in this repository, and `ronald` has read.",
    ]);
  });

  test("for an unknown workflow is answered with the known ones", async () => {
    const issue = await stage.on.issue();
    await stage.label("wanda", issue, "pawl:fixx");
    await stage.settle();
    const [answer] = await stage.comments(issue);
    expect(answer?.body).toContain("there is no workflow named `fixx`. Did you mean `fix`?");
    expect((await stage.look(issue)).labels).toEqual([]);
  });

  test("two labels at once start two runs", async () => {
    const issue = await stage.on.issue();
    await stage.github.as("wanda", "POST", `/repos/${stage.github.fullName}/issues/${issue}/labels`, {
      labels: ["pawl:fix", "pawl:issue-to-pull-request"],
    });
    await stage.settle();
    const runs = stage.app.parts.runs.list({ issue });
    expect(runs.map(({ workflow }) => workflow).toSorted()).toEqual(["fix", "issue-to-pull-request"]);
  });
});

describe("two runs of one workflow on one issue", () => {
  test("work one after the other: they share a branch", async () => {
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, "/pawl fix");
    await stage.settle();
    const first = await started(issue);
    await stage.say("wanda", issue, "/pawl fix target=90");
    await stage.settle();
    expect((await started(issue)).id).toBe(first.id);
    const waiting = stage.app.parts.runs.list({ issue, states: ["queued"] });
    expect(waiting.map(({ note }) => note)).toEqual([
      `Waits for ${inputsOf(first)["run_id"]}, which works on the same branch.`,
    ]);
    await stage.progress(first, { status: "completed" });
    await expect
      .poll(
        async () => {
          await stage.settle();
          return (await started(issue)).id;
        },
        { timeout: 15_000 },
      )
      .not.toBe(first.id);
    expect(inputsOf(await started(issue))["inputs"]).toBe('{"target":90}');
  });
});

describe("a comment", () => {
  test("starts a run with typed inputs", async () => {
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, '/pawl fix target=95 note="two words"');
    await stage.settle();
    expect(JSON.parse(inputsOf(await started(issue))["inputs"] ?? "{}")).toEqual({ target: 95, note: "two words" });
  });

  test("with a misspelt or ill-typed input is answered with the usage", async () => {
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, "/pawl fix targett=95");
    await stage.say("wanda", issue, "/pawl fix target=much");
    await stage.settle();
    const answers = (await stage.comments(issue)).filter(({ author }) => author.login === "pawl[bot]");
    expect(answers).toHaveLength(2);
    expect(answers[0]?.body).toMatch(/targett/);
    for (const { body } of answers) expect(body).toMatch(/\/pawl fix/);
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
  });

  test("of the App itself starts nothing", async () => {
    const issue = await stage.on.issue();
    await stage.on.host.createComment(issue, "/pawl fix");
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    expect(await stage.comments(issue)).toHaveLength(1);
  });

  test("help, list and status are answered", async () => {
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, "/pawl help fix");
    await stage.say("wanda", issue, "/pawl list");
    await stage.say("wanda", issue, "/pawl status");
    await stage.settle();
    const answers = (await stage.comments(issue))
      .filter(({ author }) => author.login === "pawl[bot]")
      .map(({ body }) => body);
    expect(answers[0]).toContain("target");
    expect(answers[1]).toContain("`issue-to-pull-request`");
    expect(answers[2]).toContain("No run was started from here.");
  });
});

describe("a run under way", () => {
  async function running(): Promise<{ issue: number; run: Stage["requested"][number]; runId: string }> {
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, "/pawl fix");
    await stage.settle();
    const run = await started(issue);
    return { issue, run, runId: inputsOf(run)["run_id"] ?? "" };
  }

  test("believes only a job of its own repository and workflow file, for this app", async () => {
    const { run } = await running();
    expect((await stage.progress(run, {}, { repository: "mallory/lib" })).status).toBe(403);
    expect(
      (
        await stage.progress(
          run,
          {},
          { workflow_ref: `${stage.github.fullName}/.github/workflows/evil.yml@refs/heads/main` },
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await stage.progress(
          run,
          {},
          { workflow_ref: `${stage.github.fullName}/.github/workflows/pawl.yml@refs/heads/mine` },
        )
      ).status,
    ).toBe(403);
    const forged = await stage.oidc.sign({ repository: stage.github.fullName, run_id: "1" }, "https://elsewhere.test");
    const response = await fetch(`${stage.app.url}/api/runs/run_1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${forged}` },
      body: "{}",
    });
    expect(response.status).toBe(401);
    expect((await stage.progress(run, {})).status).toBe(200);
  });

  test("is held by one workflow run", async () => {
    const { run } = await running();
    expect((await stage.progress(run, {})).status).toBe(200);
    expect((await stage.progress({ ...run, id: run.id + 1_000 }, {})).status).toBe(409);
  });

  test("is cancelled by a comment: the workflow run is, and the comment says so", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, {});
    await stage.say("wanda", issue, "/pawl cancel");
    await stage.settle();
    expect((await stage.progress(run, {})).body).toMatchObject({ cancel: true });
    await stage.progress(run, { status: "cancelled" });
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("cancelled");
    expect((await stage.comments(issue)).find(({ body }) => body.includes("was cancelled"))).toBeDefined();
  });

  test("that failed goes on by a comment, from a step, with a raised budget by whoever may", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, {
      status: "failed",
      steps: { tests: step({ status: "failed", exit_code: 1 }) },
      error: { code: "x", kind: "permanent", message: "tests failed" },
    });
    await stage.settle();
    await stage.say("wanda", issue, "/pawl resume --budget +2");
    await stage.say("acme", issue, `/pawl resume ${runId} --from tests --budget +2`);
    await stage.settle();
    const again = await started(issue);
    expect(again.id).not.toBe(run.id);
    expect(inputsOf(again)).toMatchObject({ run_id: runId, resume: "true" });
    expect(JSON.parse(inputsOf(again)["trigger"] ?? "{}")).toMatchObject({ by: "acme", from: "tests", budget_usd: 2 });
    expect((await stage.progress(run, {})).status).toBe(409);
    expect((await stage.progress(again, { status: "completed" })).status).toBe(200);
    expect(stage.app.parts.audit.list({ runId }).map(({ act, actor }) => `${actor} ${act}`)).toEqual([
      "acme resume",
      "wanda start",
    ]);
  });

  test("that waits is approved for exactly what was shown", async () => {
    const tree = "ab".repeat(20);
    const { issue, run, runId } = await running();
    await stage.progress(run, {
      status: "parked",
      parked: { reason: "Approve the plan", wake: { approval: { path: "ok", tree, message: "?" } } },
    });
    await stage.settle();
    const comment = (await stage.comments(issue)).find(({ body }) => body.includes(runId));
    expect(comment?.body).toContain(`/pawl approve ${runId} ${tree.slice(0, 12)}`);
    const wrong = [
      `/pawl approve ${runId} ${tree.slice(0, 8)}`,
      `/pawl approve ${runId} ${"cd".repeat(10)}`,
      `/pawl approve ${runId} ${tree}00`,
    ];
    for (const body of wrong) await stage.say("wanda", issue, body);
    await stage.say("ronald", issue, `/pawl approve ${runId}`);
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("parked");
    await stage.say("wanda", issue, `/pawl approve ${runId} ${tree.slice(0, 12)}`);
    await stage.settle();
    const again = await started(issue);
    expect(JSON.parse(inputsOf(again)["trigger"] ?? "{}")).toMatchObject({
      approval: { by: "wanda", approved: true, tree },
    });
  });

  test("is approved by the check run's button too", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, {
      status: "parked",
      parked: { reason: "Go?", wake: { approval: { path: "ok", message: "?" } } },
    });
    await stage.settle();
    await stage.press("wanda", runId, "approve");
    await stage.settle();
    expect(JSON.parse(inputsOf(await started(issue))["trigger"] ?? "{}")).toMatchObject({
      approval: { by: "wanda", approved: true },
    });
  });

  test("stops when its issue is deleted", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, {});
    await stage.github.deliveries.emit(
      "issues",
      { action: "deleted", ...(await eventOf("wanda", issue)) },
      stage.github.fullName,
    );
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)?.cancelRequested).toBe(true);
    expect((await stage.progress(run, {})).body).toMatchObject({ cancel: true });
  });
});

async function eventOf(login: string, issue: number): Promise<Record<string, unknown>> {
  const at = `/repos/${stage.github.fullName}`;
  return {
    issue: await stage.github.as(login, "GET", `${at}/issues/${issue}`),
    repository: await stage.github.as(login, "GET", at),
    sender: await stage.github.as(login, "GET", "/user"),
  };
}
