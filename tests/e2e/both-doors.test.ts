import { describe, expect, it } from "vitest";
import { openWorld, type World } from "./world.ts";

/** A job file that listens to comments although the App is installed and answers them too; several people have it so, if only for a while. */
const LISTENING = `name: Pawl
run-name: pawl \${{ inputs.workflow }} \${{ inputs.run_id }}
on:
  issues: { types: [labeled] }
  issue_comment: { types: [created] }
  workflow_dispatch:
    inputs:
      workflow: { type: string, required: true }
      inputs: { type: string, required: false }
      run_id: { type: string, required: false }
      issue: { type: string, required: false }
      trigger: { type: string, required: false }
      app_url: { type: string, required: false }
      resume: { type: string, required: false }
permissions: {}
jobs:
  run:
    runs-on: ubuntu-24.04
    permissions: { contents: write, issues: write, pull-requests: write, checks: write, actions: read, id-token: write }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - id: pawl
        uses: pawl-dev/pawl@v1
        with:
          workflow: \${{ inputs.workflow }}
          inputs: \${{ inputs.inputs }}
          run_id: \${{ inputs.run_id }}
          issue: \${{ inputs.issue }}
          trigger: \${{ inputs.trigger }}
          app_url: \${{ inputs.app_url }}
          resume: \${{ inputs.resume }}
`;
const HELLO = `name: hello
steps:
  - id: greet
    type: shell
    command: echo good day
`;

async function open(): Promise<World> {
  return openWorld({ files: { ".github/workflows/pawl.yml": LISTENING }, workflows: { "hello.yml": HELLO } });
}
/** How often the workflow's step ran, in whatever job. */
const greetings = (world: World): number =>
  world.stage.runner.jobs.filter(({ log }) => /^good day$|✓ greet/m.test(log)).length;

describe("a repository where the App and a job both hear of comments and labels", () => {
  it.each([
    ["a comment", (world: World, issue: number) => world.comment("wanda", issue, "/pawl hello")],
    ["a label", (world: World, issue: number) => world.label("wanda", issue, "pawl:hello")],
  ])("runs once for %s, whoever was first", async (_, ask) => {
    await using world = await open();
    const issue = await world.openIssue("wanda", "Say something");
    await ask(world, issue);
    await world.reply(issue, /✅ completed/);
    await world.quiet();
    expect(greetings(world)).toBe(1);
    expect(await world.replies(issue)).toHaveLength(1);
    expect(await world.labels(issue)).toEqual([]);
  });

  it("runs once when the App dies as it hears of it, and comes back", async () => {
    await using world = await open();
    const issue = await world.openIssue("wanda", "Say something");
    world.stage.github.watch((seen) => {
      // The App has just taken it, and dies.
      if (seen.method === "POST" && seen.path.endsWith("/git/refs") && seen.by === "pawl[bot]")
        void world.stage.app?.crash();
    });
    await world.comment("wanda", issue, "/pawl hello");
    await world.quiet();
    await world.stage.app?.start();
    await world.reply(issue, /✅ completed/);
    await world.quiet();
    expect(greetings(world)).toBe(1);
    expect(await world.replies(issue)).toHaveLength(1);
  });
});
