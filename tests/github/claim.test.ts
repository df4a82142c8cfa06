import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRepositoryHost } from "../../src/adapters/repository-host/octokit.ts";
import { claim } from "../../src/github/claim.ts";
import { DEFAULT_CONFIG } from "../../src/github/config.ts";
import { readRequest } from "../../src/github/trigger.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import { type Stage, hurried, quiet, setStage } from "./stage.ts";

let stage: Stage;
let job: RepositoryHost;
beforeAll(async () => {
  stage = await setStage();
  job = hostWith(stage.github.jobToken({ contents: "write" }));
});
afterAll(() => stage[Symbol.asyncDispose]());

function hostWith(token: string): RepositoryHost {
  const { owner, repo, url: apiUrl } = stage.github;
  return createRepositoryHost({ owner, repo, apiUrl, token, log: quiet, wait: () => Promise.resolve() });
}

let comments = 0;
/** A comment of Wanda's that asks for something, as both hear it. */
function said(at = new Date().toISOString()): Parameters<typeof claim>[1] {
  comments += 1;
  const sender = { id: 7, login: "wanda", type: "User" };
  const asked = readRequest(
    {
      name: "issue_comment",
      payload: {
        action: "created",
        issue: { number: 1, title: "Broken", body: "", user: sender, labels: [], updated_at: at },
        comment: { id: comments, body: "/pawl fix", user: sender, created_at: at },
        repository: { id: 1, full_name: stage.github.fullName, default_branch: "main" },
        sender,
      },
    },
    DEFAULT_CONFIG,
    {},
  );
  if (asked.kind !== "ask") throw new Error(asked.kind);
  return asked.decision;
}

const as = (host: RepositoryHost): Parameters<typeof claim>[0] => ({ host, clock: hurried, log: quiet });

describe("a comment that the App and a job both hear", () => {
  test("is taken by one of them, however many ask at once", async () => {
    for (let round = 0; round < 5; round++) {
      const decision = said();
      const taken = await Promise.all([
        claim(as(stage.host), decision, "app 1"),
        claim(as(job), decision, "job of workflow run 1"),
        claim(as(job), decision, "job of workflow run 2"),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  test("stays with who took it, also when that one died and asks again", async () => {
    const decision = said();
    expect(await claim(as(job), decision, "job of workflow run 1")).toBe(true);
    expect(await claim(as(stage.host), decision, "app 1")).toBe(false);
    expect(await claim(as(job), decision, "job of workflow run 1")).toBe(true);
    expect(await claim(as(job), decision, "job of workflow run 10")).toBe(false);
  });

  test.each([
    ["the commit", /\/git\/commits$/, { lost: true }],
    ["the reference", /\/git\/refs$/, { lost: true }],
    ["nothing, at a 502", /\/git\/refs$/, { status: 502 }],
  ])("is taken once when the answer about %s is lost", async (_, path, how) => {
    const decision = said();
    stage.github.trouble({ method: "POST", path, times: 1, ...how });
    expect(await claim(as(stage.host), decision, "app 1")).toBe(true);
    expect(await claim(as(job), decision, "job of workflow run 1")).toBe(false);
  });

  test("is nobody's while GitHub can't say who has it", async () => {
    const dead = createRepositoryHost({
      owner: "acme",
      repo: "sample",
      apiUrl: "http://127.0.0.1:9",
      token: "none",
      log: quiet,
      wait: () => Promise.resolve(),
    });
    await expect(claim(as(dead), said(), "job of workflow run 1")).rejects.toThrow(PawlError);
  });

  test("is left to who has it by a job that may only read, and done by that job when nobody has", async () => {
    const reader = hostWith(stage.github.jobToken({ contents: "read" }));
    const taken = said();
    expect(await claim(as(stage.host), taken, "app 1")).toBe(true);
    expect(await claim(as(reader), taken, "job of workflow run 1")).toBe(false);
    expect(await claim(as(reader), said(), "job of workflow run 1")).toBe(true);
  });

  test("leaves no claims behind that are older than GitHub's own memory", async () => {
    await claim(as(stage.host), said("2026-01-01T00:00:00Z"), "app 1");
    expect(await stage.host.refs("pawl/claims/2026-01-01")).toHaveLength(1);
    // One claim in sixteen tidies up.
    for (let n = 0; n < 200 && (await stage.host.refs("pawl/claims/2026-01-01")).length > 0; n++) {
      await claim(as(stage.host), said(), "app 1");
    }
    expect(await stage.host.refs("pawl/claims/2026-01-01")).toEqual([]);
    expect((await stage.host.refs("pawl/claims/")).length).toBeGreaterThan(0);
  });
});
