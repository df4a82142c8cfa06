import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRepositoryHost } from "../../src/adapters/repository-host/octokit.ts";
import { claimTrigger, takeTrigger } from "../../src/github/action-run.ts";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import { SELF, type Stage, quiet, setStage } from "./stage.ts";

let stage: Stage;
let person: RepositoryHost;
beforeAll(async () => {
  stage = await setStage();
  const { owner, repo, url: apiUrl } = stage.github;
  person = createRepositoryHost({ owner, repo, apiUrl, token: stage.github.token("wanda"), log: quiet });
});
afterAll(() => stage[Symbol.asyncDispose]());

type Decision = Parameters<typeof claimTrigger>[1];

function asked(issue: number, how: { label?: string; comment?: number }): Decision {
  const place = { issue, ...(how.comment === undefined ? {} : { comment: { kind: "issue", id: how.comment } }) };
  return { kind: "run", place, ...(how.label === undefined ? {} : { label: how.label }) } as unknown as Decision;
}

/** An action beside the App: another bot than the App's. */
const action = (): Parameters<typeof claimTrigger>[0] => ({
  host: stage.host,
  log: quiet,
  self: { login: "github-actions[bot]" },
});

describe("an event that the App and the action both hear of", () => {
  test("by a label is the App's when the App took the label off", async () => {
    const issue = await stage.issue();
    const decision = asked(issue, { label: "pawl:fix" });
    await person.addLabels(issue, ["pawl:fix"]);
    await takeTrigger({ host: stage.host, log: quiet }, decision);
    expect(await claimTrigger(action(), decision)).toBe(false);
  });

  test("by a label has one taker, however many ask", async () => {
    const issue = await stage.issue();
    await person.addLabels(issue, ["pawl:fix"]);
    const decision = asked(issue, { label: "pawl:fix" });
    const taken = await Promise.all([claimTrigger(action(), decision), claimTrigger(action(), decision)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect((await stage.host.issue(issue))?.labels).toEqual([]);
  });

  test("by a comment is the App's when another bot's 👀 is on it, and its own or a person's change nothing", async () => {
    const issue = await stage.issue();
    const { id } = await person.createComment(issue, "/pawl fix");
    await person.react({ comment: id }, "eyes");
    const decision = asked(issue, { comment: id });
    const app = { host: stage.host, log: quiet, self: SELF };
    expect(await claimTrigger(app, decision)).toBe(true);
    expect(await claimTrigger(app, decision)).toBe(true);
    expect(await claimTrigger(action(), decision)).toBe(false);
  });

  test("is taken when GitHub can't say who has it", async () => {
    const decision = asked(999_999, { comment: 1 });
    const dead = createRepositoryHost({
      owner: "acme",
      repo: "sample",
      apiUrl: "http://127.0.0.1:9",
      token: "none",
      log: quiet,
      wait: () => Promise.resolve(),
    });
    expect(await claimTrigger({ ...action(), host: dead }, decision)).toBe(true);
  });
});
