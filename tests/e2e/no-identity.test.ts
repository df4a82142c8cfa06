import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SAMPLE } from "../peers/stage.ts";
import { openWorld, type World } from "./world.ts";

const JOB = ".github/workflows/pawl.yml";
const HELLO = `name: hello
steps:
  - id: greet
    type: shell
    command: echo good day
  - id: ask
    type: shell
    command: test ! -f absent
`;

/** A job without `id-token: write`: it can't say who it is, so the App learns how its run stands from GitHub alone. */
async function open(): Promise<World> {
  const job = readFileSync(path.join(SAMPLE, JOB), "utf8").replace(/^ *id-token: write\n/m, "");
  expect(job).not.toContain("id-token");
  return openWorld({ files: { [JOB]: job }, workflows: { "hello.yml": HELLO } });
}

describe("a job that has no identity to show to the App", () => {
  it("is told of to its end from the archive it leaves: one comment, one check run", async () => {
    await using world = await open();
    const issue = await world.openIssue("wanda", "Say something");
    await world.label("wanda", issue, "pawl:hello");
    const { body } = await world.reply(issue, /✅ completed/);
    expect(body).toMatch(/\[x\] ✅ greet/);
    expect(body).toMatch(/\[x\] ✅ ask/);
    await world.quiet();
    expect(await world.replies(issue)).toHaveLength(1);
    const { github } = world.stage;
    expect(github.store.checkRuns.all().map(({ conclusion }) => conclusion)).toEqual(["success"]);
  });

  it("is noticed when it was killed, and the comment says what became of it", async () => {
    await using world = await open();
    let killed = false;
    world.stage.github.watch((seen) => {
      if (killed || !/check-runs/.test(seen.path) || seen.method !== "POST") return;
      killed = true;
      world.stage.runner.jobs.at(-1)?.vanish();
    });
    const issue = await world.openIssue("wanda", "Say something");
    await world.label("wanda", issue, "pawl:hello");
    // It died before its first step: another would die the same way, so a person is asked.
    await world.reply(issue, /ended before the run began/);
    await world.quiet();
    expect(await world.replies(issue)).toHaveLength(1);
  });
});
