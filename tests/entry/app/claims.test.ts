import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRepositoryHost } from "../../../src/adapters/repository-host/octokit.ts";
import { claim } from "../../../src/github/claim.ts";
import { DEFAULT_CONFIG } from "../../../src/github/config.ts";
import { readRequest } from "../../../src/github/trigger.ts";
import { hurried, quiet } from "../../github/stage.ts";
import { type Stage, startStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Says something, and takes it as a job that listens to comments does, before the App hears of it. */
async function takenByJob(login: string, issue: number, body: string, holder: string): Promise<number> {
  const { github } = stage;
  github.sendWebhooksTo(null);
  const id = await stage.say(login, issue, body);
  await github.settle();
  const [delivery] = github.deliveries.log.slice(-1);
  if (delivery === undefined) throw new Error("GitHub told nobody");
  const asked = readRequest({ name: delivery.event, payload: delivery.payload }, DEFAULT_CONFIG, {});
  const decision = asked.kind === "ask" ? asked.decision : asked;
  if (decision.kind === "ignore" || decision.kind === "gone") throw new Error(decision.reason);
  const host = createRepositoryHost({
    owner: github.owner,
    repo: github.repo,
    apiUrl: github.url,
    token: github.jobToken({ contents: "write" }),
    log: quiet,
  });
  expect(await claim({ host, clock: hurried, log: quiet }, decision, holder)).toBe(true);
  github.sendWebhooksTo(`${stage.app.url}/api/github/webhooks`);
  await github.deliveries.redeliver(delivery.guid);
  await stage.settle();
  return id;
}

const dispatchedFor = (issue: number): number =>
  stage.requested.filter((run) => (run.payload as { inputs: { issue: string } }).inputs.issue === String(issue)).length;
const eyesOn = (comment: number): number =>
  stage.github.peer.reactions.filter((one) => one.subject.endsWith(`/comments/${comment}`)).length;

describe("what a job of the repository has taken", () => {
  test.each([
    ["a run", "wanda", "/pawl fix"],
    ["a command", "wanda", "/pawl help"],
    ["a refusal", "ronald", "/pawl fix"],
    ["a mistake", "wanda", "/pawl run fix what"],
  ])("is left alone by the App: %s", async (_, login, body) => {
    const issue = await stage.on.issue();
    const comment = await takenByJob(login, issue, body, "job of workflow run 1");
    expect(dispatchedFor(issue)).toBe(0);
    expect(await stage.comments(issue)).toHaveLength(1);
    expect(eyesOn(comment)).toBe(0);
  });
});

describe("what the App itself had taken when it died", () => {
  test.each([
    ["a run", "/pawl fix", 1],
    ["a command", "/pawl help", 0],
  ])("is gone on with when the delivery is worked on again: %s", async (_, body, runs) => {
    const issue = await stage.on.issue();
    const comment = await takenByJob("wanda", issue, body, `app ${stage.github.app.id}`);
    expect(dispatchedFor(issue)).toBe(runs);
    expect(await stage.comments(issue)).toHaveLength(2);
    expect(eyesOn(comment)).toBe(1);
  });
});

test("two processes of the App and a redelivery make one run of a comment", async () => {
  const issue = await stage.on.issue();
  await stage.another();
  await stage.say("wanda", issue, "/pawl fix");
  await stage.github.settle();
  const delivery = stage.github.deliveries.log.findLast(({ event }) => event === "issue_comment");
  await stage.github.deliveries.redeliver(delivery?.guid ?? "");
  await stage.settle();
  expect(dispatchedFor(issue)).toBe(1);
  expect(await stage.comments(issue)).toHaveLength(2);
});
