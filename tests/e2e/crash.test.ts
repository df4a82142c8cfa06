import { describe, expect, it } from "vitest";
import { fixTheSample, turnOf } from "../demo/scripted-model.ts";
import { openWorld } from "./world.ts";

/** The demo's own first turns end with the wrong fix; after this many answers the job is killed. */
const TURNS_BEFORE_DEATH = 3;

describe("a job that dies in its agent step", () => {
  it("resumes on a fresh machine, repeats no finished step, pays for no turn twice, and opens one pull request", async () => {
    await using world = await openWorld();
    const asked: number[] = [];
    world.model((request, index) => {
      const turn = turnOf(request);
      asked.push(turn);
      const [job] = world.stage.runner.jobs;
      if (turn === TURNS_BEFORE_DEATH && job?.attempt === 1 && job.conclusion === undefined) job.signal("SIGKILL");
      return fixTheSample(request, index);
    });
    const issue = await world.openIssue("wanda", 'formatDuration prints "1h 60m"', "It should carry.");
    await world.label("wanda", issue, "pawl:issue-to-pull-request");
    const first = await world.job(1);
    expect(first.conclusion).toBe("failure");
    expect(await world.pulls()).toEqual([]);

    const { github } = world.stage;
    await github.as("wanda", "POST", `/repos/${github.fullName}/actions/runs/${first.runId}/rerun-failed-jobs`);
    const second = await world.job(2);
    expect(second.conclusion).toBe("success");
    await world.reply(issue, /✅ completed/);
    await world.quiet();

    expect(first.log).toMatch(/✗ reproduce|✓ reproduce/);
    expect(second.log).not.toMatch(/▸ reproduce\b/);
    // Every turn was asked once, but for the one whose answer died with the job.
    const twice = asked.filter((turn, index) => asked.indexOf(turn) !== index);
    expect(twice).toEqual([TURNS_BEFORE_DEATH]);
    expect(await world.pulls()).toHaveLength(1);
    expect(await world.replies(issue)).toHaveLength(1);
  });

  it("survives a machine that vanishes without a post step", async () => {
    await using world = await openWorld();
    world.model((request, index) => {
      const [job] = world.stage.runner.jobs;
      if (turnOf(request) === TURNS_BEFORE_DEATH && job?.conclusion === undefined && job?.attempt === 1) job.vanish();
      return fixTheSample(request, index);
    });
    const issue = await world.openIssue("wanda", 'formatDuration prints "1h 60m"', "It should carry.");
    await world.label("wanda", issue, "pawl:issue-to-pull-request");
    const first = await world.job(1);
    const { github } = world.stage;
    await github.as("wanda", "POST", `/repos/${github.fullName}/actions/runs/${first.runId}/rerun-failed-jobs`);
    expect((await world.job(2)).conclusion).toBe("success");
    await world.reply(issue, /✅ completed/);
    expect(await world.pulls()).toHaveLength(1);
    await world.quiet();
  });
});

describe("the same issue labelled twice", () => {
  it("updates the one pull request instead of opening another, and asks the model nothing again", async () => {
    await using world = await openWorld();
    world.model(fixTheSample);
    const issue = await world.openIssue("wanda", 'formatDuration prints "1h 60m"', "It should carry.");
    await world.label("wanda", issue, "pawl:issue-to-pull-request");
    await world.reply(issue, /✅ completed/);
    await world.quiet();
    await expect.poll(() => world.labels(issue), { timeout: 20_000 }).toEqual([]);
    const asked = world.stage.messages?.requests.length;
    await world.label("wanda", issue, "pawl:issue-to-pull-request");
    await expect.poll(() => world.stage.runner.jobs.length, { timeout: 30_000 }).toBe(2);
    await world.quiet();
    const pulls = await world.pulls();
    expect(pulls).toHaveLength(1);
    expect(pulls[0]?.state).toBe("open");
    expect(world.stage.messages?.requests.length).toBe(asked);
  });
});
