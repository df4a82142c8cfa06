import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "./world.ts";

const SAY = `name: say
description: Prints a word several times.
inputs:
  word: { type: string, required: true, description: What to print }
  times: { type: number, default: 1, minimum: 1, maximum: 5, description: How often }
  tone: { type: choice, enum: [calm, loud], default: calm }
steps:
  - id: print
    type: shell
    command: for i in $(seq "$INPUT_TIMES"); do echo "$INPUT_WORD"; done
`;
const MALFORMED = `name: malformed
steps:
  - id: one
    type: shell
   command: echo one
`;
const DANGLING = `name: dangling
steps:
  - id: measure
    type: shell
    command: echo 1
  - id: judge
    type: assert
    condition: mesure.outputs.stdout == '1'
`;

let world: World;
beforeAll(async () => {
  world = await openWorld({ workflows: { "say.yml": SAY, "malformed.yml": MALFORMED, "dangling.yml": DANGLING } });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** Waits until what was just said is dealt with, and tells how many jobs it started. */
async function jobsStartedBy(act: () => Promise<void>): Promise<number> {
  await world.quiet();
  const before = world.stage.runner.jobs.length;
  await act();
  await world.quiet();
  return world.stage.runner.jobs.length - before;
}

describe("labels and comments that ask for what cannot be done", () => {
  it("answers a label for an unknown workflow with the names there are, and takes it off", async () => {
    const issue = await world.openIssue("wanda", "Please");
    await world.label("wanda", issue, "pawl:sya");
    const { body } = await world.reply(issue, /sya/);
    expect(body).toContain("say");
    expect(body).toContain("issue-to-pull-request");
    await expect.poll(() => world.labels(issue), { timeout: 20_000 }).toEqual([]);
    expect(await jobsStartedBy(async () => undefined)).toBe(0);
  });

  it("answers a misspelt input with the usage of that workflow", async () => {
    const issue = await world.openIssue("wanda", "Please");
    const started = await jobsStartedBy(async () => {
      await world.comment("wanda", issue, "/pawl say wrod=hello");
    });
    const { body } = await world.reply(issue, /wrod/);
    expect(body).toMatch(/word/);
    expect(body).toMatch(/How often/);
    expect(body).toMatch(/calm/);
    expect(started).toBe(0);
  });

  it("answers an ill-typed input, one out of range and an unknown choice, all at once", async () => {
    const issue = await world.openIssue("wanda", "Please");
    const started = await jobsStartedBy(async () => {
      await world.comment("wanda", issue, "/pawl say word=hello times=nine tone=soft");
    });
    const { body } = await world.reply(issue, /times/);
    expect(body).toMatch(/nine/);
    expect(body).toMatch(/soft/);
    expect(started).toBe(0);
  });

  it("refuses a person without write access, says why, and runs nothing", async () => {
    const issue = await world.openIssue("ronald", "Please");
    const started = await jobsStartedBy(async () => {
      await world.comment("ronald", issue, "/pawl say word=hello");
    });
    const { body } = await world.reply(issue, /ronald/);
    expect(body).toMatch(/write/);
    expect(started).toBe(0);
  });

  it("does nothing for a comment that the app itself wrote", async () => {
    const issue = await world.openIssue("wanda", "Please");
    const { github } = world.stage;
    const started = await jobsStartedBy(async () => {
      const bot = github.store.users.findOneBy("login", "pawl[bot]");
      const repository = await github.as("wanda", "GET", `/repos/${github.fullName}`);
      const sender = { id: bot?.id, login: "pawl[bot]", type: "Bot" };
      const comment = {
        id: 999,
        body: "/pawl say word=loop",
        user: sender,
        performed_via_github_app: { id: github.app.id },
      };
      const payload = { action: "created", issue: { number: issue, title: "Please" }, comment, repository, sender };
      await github.deliveries.emit("issue_comment", payload, github.fullName);
    });
    expect(started).toBe(0);
    expect(await world.replies(issue)).toEqual([]);
  });

  it("answers a workflow of malformed YAML with file, line and what is wrong, and runs no step", async () => {
    const issue = await world.openIssue("wanda", "Please");
    await world.label("wanda", issue, "pawl:malformed");
    const { body } = await world.reply(issue, /malformed\.yml/);
    expect(body).toMatch(/malformed\.yml:5|line 5/);
    await world.quiet();
    expect(world.stage.runner.jobs.map((job) => job.log).join("\n")).not.toContain("▸ one");
  });

  it("answers a workflow with an unknown reference with the nearest known name", async () => {
    const issue = await world.openIssue("wanda", "Please");
    await world.label("wanda", issue, "pawl:dangling");
    const { body } = await world.reply(issue, /mesure/);
    expect(body).toContain("measure");
    expect(body).toMatch(/dangling\.yml/);
  });

  it("runs what is asked rightly: 👀 at once, one comment, a green check", async () => {
    const issue = await world.openIssue("wanda", "Please");
    await world.comment("wanda", issue, "/pawl say word=hello times=2");
    const job = await world.job();
    expect(job.conclusion).toBe("success");
    await world.reply(issue, /✅ completed/);
    await world.quiet();
    expect(await world.replies(issue)).toHaveLength(1);
  });
});
