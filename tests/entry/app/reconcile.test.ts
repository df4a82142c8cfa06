import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "../../../src/ports/clock.ts";
import { systemClock } from "../../../src/adapters/clock/system.ts";
import { type Stage, startStage, step } from "./stage.ts";

let stage: Stage;
let ahead = 0;
const real = systemClock();
/** The machine's clock, which a test may put ahead. */
const clock: Clock = { ...real, now: () => real.now() + ahead };

beforeAll(async () => {
  stage = await startStage({ clock });
});
afterAll(() => stage[Symbol.asyncDispose]());

async function running(): Promise<{ issue: number; run: Stage["requested"][number]; runId: string }> {
  const issue = await stage.on.issue();
  await stage.say("wanda", issue, "/pawl fix");
  await stage.settle();
  return { issue, ...lastOf(issue) };
}

function lastOf(issue: number): { run: Stage["requested"][number]; runId: string } {
  const run = stage.requested.findLast(
    (one) => (one.payload as { inputs: { issue: string } }).inputs.issue === String(issue),
  );
  if (run === undefined) throw new Error("nothing was dispatched");
  return { run, runId: (run.payload as { inputs: { run_id: string } }).inputs.run_id };
}

async function lookAfter(): Promise<void> {
  ahead += 120_000;
  await stage.app.reconciler.checkRuns();
  await stage.settle();
}

describe("a runner that died", () => {
  test("is noticed, and the run goes on from its last step on another, as often as allowed", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, { steps: { tests: step({ status: "running" }) } });
    stage.github.actions.report(run.id, "completed", "failure");
    await lookAfter();
    const second = lastOf(issue);
    expect(second.runId).toBe(runId);
    expect(second.run.id).not.toBe(run.id);
    expect(second.run.payload).toMatchObject({ inputs: { resume: "true" } });
    expect((await stage.progress(run, {})).status).toBe(409);
    for (let died = 0; died < 2; died++) {
      const { run: now } = lastOf(issue);
      await stage.progress(now, {});
      stage.github.actions.report(now.id, "completed", "failure");
      await lookAfter();
    }
    expect(stage.app.parts.runs.get(runId)).toMatchObject({ state: "failed", resumes: 2 });
    const [, comment] = await stage.comments(issue);
    expect(comment?.body).toContain("❌ failed");
    expect(comment?.body).toContain(`/pawl resume ${runId}`);
  });

  test("is left alone while GitHub says it works", async () => {
    const { issue, run } = await running();
    await stage.progress(run, {});
    stage.github.actions.report(run.id, "in_progress", null);
    await lookAfter();
    expect(lastOf(issue).run.id).toBe(run.id);
  });

  test("by a person's cancel on GitHub leaves a cancelled run, and the comment says so", async () => {
    const { issue, run, runId } = await running();
    await stage.progress(run, {});
    stage.github.actions.report(run.id, "completed", "cancelled");
    await lookAfter();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("cancelled");
    expect((await stage.comments(issue)).some(({ body }) => body.includes("was cancelled"))).toBe(true);
  });
});

describe("a workflow run that GitHub says has ended", () => {
  test("before the run began leaves it failed at once, with the log's link, and isn't tried again", async () => {
    const { issue, run, runId } = await running();
    stage.github.actions.report(run.id, "completed", "failure");
    await stage.settle();
    ahead += 5_000;
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)).toMatchObject({ state: "failed", resumes: 0 });
    const comment = (await stage.comments(issue)).find(({ body }) => body.includes(runId));
    expect(comment?.body).toContain("Its job ended before the run began (failure)");
    expect(comment?.body).toContain(`/actions/runs/${run.id}`);
  });

  test("after its last report changes nothing", async () => {
    const { run, runId } = await running();
    await stage.progress(run, { status: "completed", steps: { tests: step() } });
    stage.github.actions.report(run.id, "completed", "success");
    await stage.settle();
    ahead += 5_000;
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("completed");
  });
});

describe("a label whose delivery GitHub never made", () => {
  const labelUnheard = async (login: string): Promise<number> => {
    stage.github.sendWebhooksTo(null);
    const issue = await stage.on.issue();
    await stage.label(login, issue, "pawl:fix");
    await stage.github.settle();
    stage.github.sendWebhooksTo(`${stage.app.url}/api/github/webhooks`);
    return issue;
  };

  test("is found on the open issue after a while, and starts one run in the name of who set it", async () => {
    const issue = await labelUnheard("wanda");
    const prompt = await stage.another({ clock: real });
    expect(await prompt.reconciler.findUntakenLabels()).toBe(0);
    ahead += 600_000;
    const other = await stage.another();
    await Promise.all([stage.app.reconciler.findUntakenLabels(), other.reconciler.findUntakenLabels()]);
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toMatchObject([{ actor: "wanda", workflow: "fix" }]);
    expect((await stage.look(issue)).labels).toEqual([]);
    expect(await stage.app.reconciler.findUntakenLabels()).toBe(0);
  });
});

describe("a parked run", () => {
  test("that waits for a time is woken when it has come, once, and not before", async () => {
    const { issue, run, runId } = await running();
    const at = new Date(clock.now() + 3_600_000).toISOString();
    await stage.progress(run, { status: "parked", parked: { reason: "waits an hour", wake: { at } } });
    await lookAfter();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("parked");
    ahead += 3_600_000;
    const other = await stage.another();
    await Promise.all([stage.app.reconciler.checkRuns(), other.reconciler.checkRuns()]);
    await stage.settle();
    expect(stage.app.parts.runs.get(runId)).toMatchObject({ state: "dispatched", resumes: 1 });
    expect(lastOf(issue).run.payload).toMatchObject({ inputs: { run_id: runId, resume: "true" } });
  });

  test("that waits for a person is left alone however long it takes", async () => {
    const { run, runId } = await running();
    const wake = { approval: { path: "ask", message: "Really?" } };
    await stage.progress(run, { status: "parked", parked: { reason: "waits for approval", wake } });
    await lookAfter();
    expect(stage.app.parts.runs.get(runId)?.state).toBe("parked");
  });
});

describe("the budget of a workflow", () => {
  test("goes with its run, and when the month's is used up nothing starts and the answer says so", async () => {
    const before = await stage.on.host.file(".github/pawl.yml");
    await stage.on.push("main", {
      ".github/pawl/dear.yml": "name: dear\nsteps:\n  - id: tests\n    type: shell\n    command: npm test\n",
      ".github/pawl.yml":
        "quota: { per_actor: 100, per_repository: 100 }\nbudget: { usd: 9 }\nworkflows: { dear: { budget: { usd: 1.5, month_usd: 2 } } }\n",
    });
    const start = async (): Promise<number> => {
      const issue = await stage.on.issue();
      await stage.say("wanda", issue, "/pawl dear");
      await stage.settle();
      return issue;
    };
    const { run } = lastOf(await start());
    const { trigger } = (run.payload as { inputs: { trigger: string } }).inputs;
    expect(JSON.parse(trigger)).toMatchObject({ limit_usd: 1.5 });
    await stage.progress(run, { status: "completed", cost: { usd: 2.25, input_tokens: 1, output_tokens: 1 } });
    const issue = await start();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    expect((await stage.comments(issue))[1]?.body).toContain("the month's budget of `dear` is used up: $2.25 of $2.00");
    expect((await running()).runId).toMatch(/^run_/);
    await stage.on.push("main", { ".github/pawl.yml": before?.text ?? "" });
  });
});

describe("a schedule", () => {
  test("starts its workflow when its time has come, once, whoever looks", async () => {
    const before = await stage.on.host.file(".github/pawl.yml");
    await stage.on.push("main", {
      ".github/pawl.yml": 'workflows: { fix: { triggers: { schedule: ["*/10 * * * *"] } } }\n',
    });
    const issue = await stage.on.issue();
    // Any question to Pawl makes it read the configuration.
    await stage.say("wanda", issue, "/pawl list");
    await stage.settle();
    const scheduled = (): number => stage.app.parts.runs.list({}).filter(({ actor }) => actor === "schedule").length;
    expect(await stage.app.reconciler.fireSchedules()).toBe(0);
    ahead += 600_000;
    const other = await stage.another();
    await Promise.all([stage.app.reconciler.fireSchedules(), other.reconciler.fireSchedules()]);
    await stage.settle();
    expect(scheduled()).toBe(1);
    expect(await stage.app.reconciler.fireSchedules()).toBe(0);
    ahead += 3_600_000;
    // Six times were missed; one run makes up for them.
    await stage.app.reconciler.fireSchedules();
    await stage.settle();
    expect(scheduled()).toBe(2);
    await stage.on.push("main", { ".github/pawl.yml": before?.text ?? "" });
    ahead += 1_200_000;
    expect(await stage.app.reconciler.fireSchedules()).toBe(0);
  });
});

test("a repository that never asked for anything has its schedules from the installation on", async () => {
  await using quiet = await startStage({ clock });
  await quiet.on.push("main", {
    ".github/pawl.yml": 'workflows: { fix: { triggers: { schedule: ["*/10 * * * *"] } } }\n',
  });
  await quiet.github.deliveries.emit(
    "installation",
    { action: "created", repositories: [], sender: await quiet.github.as("wanda", "GET", "/user") },
    quiet.github.fullName,
  );
  await quiet.settle();
  // Nothing new is read when somebody looks again soon.
  expect(await quiet.app.reconciler.learnSchedules()).toBe(0);
  ahead += 600_000;
  await quiet.app.reconciler.fireSchedules();
  await quiet.settle();
  expect(quiet.app.parts.runs.list({}).map(({ actor, workflow }) => [actor, workflow])).toEqual([["schedule", "fix"]]);
});

describe("the configuration of a repository", () => {
  test("with a mistake starts nothing, and the answer says where it is", async () => {
    const before = await stage.on.host.file(".github/pawl.yml");
    await stage.on.push("main", { ".github/pawl.yml": "quota:\n  per_actr: 3\n" });
    const issue = await stage.on.issue();
    await stage.label("wanda", issue, "pawl:fix");
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    expect((await stage.comments(issue))[0]?.body).toContain(".github/pawl.yml:2 is not valid");
    await stage.on.push("main", { ".github/pawl.yml": before?.text ?? "" });
  });

  test("is checked on the pull request that changes it, line by line", async () => {
    await stage.github.as("wanda", "POST", `/repos/${stage.github.fullName}/git/refs`, {
      ref: "refs/heads/config",
      sha: await stage.on.host.branch("main"),
    });
    const head = await stage.on.push("config", {
      ".github/pawl.yml": "who:\n  start: { permision: admin }\n",
      ".github/pawl/fix.yml": "name: fix\nsteps:\n  - id: a\n    type: shel\n    command: x\n",
    });
    await stage.github.as("wanda", "POST", `/repos/${stage.github.fullName}/pulls`, {
      title: "Configure",
      head: "config",
      base: "main",
    });
    await stage.settle();
    const check = stage.github.requests.findLast(
      ({ method, path, by }) => method === "POST" && path.endsWith("/check-runs") && by === "pawl[bot]",
    );
    const body = JSON.parse(check?.body ?? "{}") as {
      head_sha: string;
      conclusion: string;
      output: { annotations: { path: string; start_line: number; message: string }[] };
    };
    expect(body).toMatchObject({ head_sha: head, conclusion: "failure" });
    const lines = body.output.annotations.map(({ path, start_line: line, message }) => `${path}:${line} ${message}`);
    expect(lines.some((line) => line.startsWith(".github/pawl.yml:2") && line.includes("`permission`"))).toBe(true);
    expect(lines.some((line) => line.startsWith(".github/pawl/fix.yml:4") && line.includes("shel"))).toBe(true);
  });

  test("says who may: another permission, and triggers that are off", async () => {
    const before = await stage.on.host.file(".github/pawl.yml");
    await stage.on.push("main", {
      ".github/pawl.yml":
        "workflows:\n  fix:\n    who: { start: { permission: admin } }\n    triggers: { label: false }\n",
    });
    const issue = await stage.on.issue();
    await stage.say("wanda", issue, "/pawl fix");
    await stage.label("wanda", issue, "pawl:fix");
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    await stage.say("acme", issue, "/pawl fix");
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
    await stage.on.push("main", { ".github/pawl.yml": before?.text ?? "" });
  });
});
