import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, inOrder } from "../peers/messages-api.ts";
import { openWorld, type World } from "./world.ts";

const ASK = `name: ask
steps:
  - id: before
    type: shell
    command: echo "before the model"
  - id: answer
    type: claude
    prompt: Say yes.
    tools: [read]
`;
/** The same with another task: a result held for one task would answer it again without asking anybody. */
const BABBLE = ASK.replace("name: ask", "name: babble").replace("Say yes.", "Say no.");
const NEVER = `name: never
permissions: { contents: write, pull_requests: write, issues: write }
steps:
  - id: work
    type: claude
    prompt: Write yes into answer.txt.
    tools: [write]
    verify_attempts: 2
    verify:
      - id: right
        type: shell
        command: grep -q never answer.txt
  - id: open
    type: pull_request
`;
const WRITES = inOrder([
  answers.tools("I write it.", [["write", { path: "answer.txt", content: "yes\n" }]]),
  answers.text("Done."),
  answers.tools("Again.", [["write", { path: "answer.txt", content: "yes, really\n" }]]),
  answers.text("Done again."),
]);

describe("a model that does not answer as it should", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ workflows: { "ask.yml": ASK, "babble.yml": BABBLE, "never.yml": NEVER } });
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  it("waits out 429 and 529 and completes, paying for one answer", async () => {
    let asked = 0;
    world.model(() => {
      asked += 1;
      return asked === 1 ? answers.rateLimited(0) : asked === 2 ? answers.overloaded() : answers.text("Yes.");
    });
    const issue = await world.openIssue("wanda", "Ask");
    await world.label("wanda", issue, "pawl:ask");
    await world.reply(issue, /✅ completed/);
    expect(asked).toBe(3);
    await world.quiet();
  });

  it("fails with a plain reason when the endpoint talks nonsense, keeping the finished step", async () => {
    world.model(() => answers.nonsense());
    const issue = await world.openIssue("wanda", "Ask");
    await world.label("wanda", issue, "pawl:babble");
    const { body } = await world.reply(issue, /❌ failed/);
    expect(body).toMatch(/model|answer/i);
    expect(body).toContain("resume");
    expect(body).toMatch(/\[x\].*before/);
    expect(body).not.toMatch(/\n\s+at \w/);
    await world.quiet();
  });

  it("ends red without a pull request when the verification never passes, and keeps the work", async () => {
    world.model(WRITES);
    const issue = await world.openIssue("wanda", "Never");
    await world.label("wanda", issue, "pawl:never");
    const { body } = await world.reply(issue, /❌ failed/);
    expect(body).toMatch(/verification/);
    expect(body).toMatch(/\/pawl resume \S+/);
    await world.quiet();
    expect(await world.pulls()).toEqual([]);
    const names = world.stage.results.artifacts.filter((artifact) => artifact.done).map((artifact) => artifact.name);
    expect(names.length).toBeGreaterThan(0);
    expect((await world.job()).conclusion).toBe("failure");
  });
});

describe("a repository without a model key", () => {
  it("fails the agent step before any request, and says which secret is missing", async () => {
    await using world = await openWorld({ workflows: { "ask.yml": ASK }, secrets: {} });
    const issue = await world.openIssue("wanda", "Ask");
    await world.label("wanda", issue, "pawl:ask");
    const { body } = await world.reply(issue, /❌ failed/);
    expect(body).toMatch(/ANTHROPIC_API_KEY|anthropic_api_key/);
    expect(world.stage.messages?.requests).toEqual([]);
    await world.quiet();
  });
});
