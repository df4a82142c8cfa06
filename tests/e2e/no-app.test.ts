import { describe, expect, it } from "vitest";
import { fixTheSample } from "../demo/scripted-model.ts";
import { openWorld } from "./world.ts";

/** What a repository without the app commits: the same action, started by GitHub's own events. */
const WORKFLOW = `name: Pawl
on:
  issues: { types: [labeled] }
  issue_comment: { types: [created] }
permissions: {}
jobs:
  run:
    if: github.event_name == 'issues' && startsWith(github.event.label.name, 'pawl:') || startsWith(github.event.comment.body, '/pawl')
    runs-on: ubuntu-24.04
    permissions: { contents: write, issues: write, pull-requests: write, checks: write, actions: read }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - id: pawl
        uses: pawl-dev/pawl@v1
        env: { ANTHROPIC_BASE_URL: "\${{ vars.ANTHROPIC_BASE_URL }}" }
        with: { anthropic_api_key: "\${{ secrets.ANTHROPIC_API_KEY }}" }
`;
const FILES = { ".github/workflows/pawl.yml": WORKFLOW };

describe("a repository with the action alone", () => {
  it("turns a labelled issue into one verified pull request, with one comment and a check run", async () => {
    await using world = await openWorld({ app: false, files: FILES });
    world.model(fixTheSample);
    const issue = await world.openIssue("wanda", 'formatDuration prints "1h 60m"', "It should carry.");
    await world.label("wanda", issue, "pawl:issue-to-pull-request");
    const job = await world.job();
    expect(job.conclusion).toBe("success");
    expect(job.outputs["pawl"]?.["conclusion"]).toBe("completed");
    expect(Number(job.outputs["pawl"]?.["total_cost_usd"])).toBeGreaterThan(0);
    expect(job.summary).toContain("issue-to-pull-request");
    const pulls = await world.pulls();
    expect(pulls).toHaveLength(1);
    expect(job.outputs["pawl"]?.["pull_request_number"]).toBe(String(pulls[0]?.number));
    expect(pulls[0]?.body).toContain("scripted");
    expect(await world.replies(issue)).toHaveLength(1);
    expect(await world.labels(issue)).toEqual([]);
    await world.quiet();
  });

  it("refuses a reader's command with a reason, and ends green with nothing done", async () => {
    await using world = await openWorld({ app: false, files: FILES });
    const issue = await world.openIssue("ronald", "Please");
    await world.comment("ronald", issue, "/pawl issue-to-pull-request");
    const job = await world.job();
    expect(job.conclusion).toBe("success");
    expect(job.outputs["pawl"]?.["conclusion"]).toBe("skipped");
    const { body } = await world.reply(issue, /ronald/);
    expect(body).toMatch(/write/);
    expect(await world.pulls()).toEqual([]);
    await world.quiet();
  });
});
