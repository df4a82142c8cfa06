import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import { type ReporterMemory, createReporter } from "../../src/github/reporter.ts";
import type { Clock } from "../../src/ports/clock.ts";
import { createRedactor } from "../../src/adapters/redactor/redactor.ts";
import { step } from "../entry/app/stage.ts";
import { KEY, SELF, type Stage, hurried, quiet, setStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

function view(change: Partial<RunView> = {}): RunView {
  return {
    run_id: "run_1",
    workflow: "fix",
    status: "running",
    outputs: {},
    cost: { usd: 0.1234, input_tokens: 1_000, output_tokens: 20 },
    cache: { hits: 0, misses: 0, saved_usd: 0, saved_ms: 0 },
    steps: {},
    created_at: "2026-11-20T20:00:00.000Z",
    updated_at: "2026-11-20T20:00:00.000Z",
    ...change,
  };
}

function reporter(
  issue: number,
  more: Partial<Parameters<typeof createReporter>[0]> = {},
): ReturnType<typeof createReporter> {
  return createReporter({
    host: stage.host,
    runId: "run_1",
    issue,
    self: SELF,
    key: KEY,
    clock: hurried,
    log: quiet,
    about: { command: "/pawl", actor: "wanda" },
    ...more,
  });
}

async function only(issue: number): Promise<string> {
  const comments = await stage.host.comments(issue);
  expect(comments).toHaveLength(1);
  return comments[0]?.body ?? "";
}

describe("the status comment", () => {
  test("tells each step as it is, what it cost and what a person can do", async () => {
    const issue = await stage.issue();
    await reporter(issue).finish(
      view({
        status: "failed",
        error: {
          code: "step.exit_code",
          kind: "permanent",
          message: "tests ended with exit code 1",
          remedy: "Look at its output.",
        },
        steps: {
          a: step({ name: "Install", duration_ms: 2_500 }),
          b: step({ status: "cached", cached: true }),
          c: step({ status: "skipped", skip_reason: "its condition doesn't hold" }),
          d: step({
            status: "failed",
            attempts: 3,
            exit_code: 1,
            error: { code: "x", kind: "permanent", message: "exit code 1" },
          }),
          "d/0/x": step({
            status: "completed",
            evidence: { model: "claude-sonnet-5", provider: "scripted" },
            cost: { usd: 0.1, input_tokens: 1, output_tokens: 1 },
          }),
          e: step({ status: "pending" }),
        },
      }),
    );
    const body = await only(issue);
    for (const line of [
      "### `fix` ❌ failed",
      "- [x] ✅ Install (2.5s)",
      "- [x] ♻️ b (from cache)",
      "- [x] ⏭️ c (1.2s): its condition doesn't hold",
      "- [ ] ❌ d (1.2s, attempt 3, exit 1): exit code 1",
      "  - [x] ✅ d/0/x (1.2s, $0.1000, claude-sonnet-5 (scripted: recorded answers, no model was asked))",
      "- [ ] ▫️ e",
      "**tests ended with exit code 1**",
      "`/pawl resume run_1`",
      "model: scripted",
      "$0.1234",
    ]) {
      expect(body).toContain(line);
    }
  });

  test("is the same one for another process, and an unchanged text isn't written again", async () => {
    const issue = await stage.issue();
    await reporter(issue).finish(view());
    const second = reporter(issue);
    await second.finish(view({ status: "completed" }));
    const edits = stage.github.requests.filter(({ method }) => method === "PATCH").length;
    await second.finish(view({ status: "completed" }));
    expect(stage.github.requests.filter(({ method }) => method === "PATCH")).toHaveLength(edits);
    expect(await only(issue)).toContain("✅ completed");
  });

  test("is found without a search by whoever remembers it", async () => {
    const issue = await stage.issue();
    let memory: ReporterMemory = {};
    await reporter(issue, { remember: (now) => (memory = now) }).finish(view());
    const before = stage.github.requests.filter(({ path }) => path.endsWith(`/issues/${issue}/comments`)).length;
    await reporter(issue, { memory }).finish(view({ status: "completed" }));
    expect(stage.github.requests.filter(({ path }) => path.endsWith(`/issues/${issue}/comments`))).toHaveLength(before);
    expect(await only(issue)).toContain("✅ completed");
  });

  test("isn't taken from somebody who copied its marker", async () => {
    const issue = await stage.issue();
    const other = await stage.issue();
    await reporter(other).finish(view());
    const copied = await only(other);
    await stage.github.as("ronald", "POST", `/repos/${stage.github.fullName}/issues/${issue}/comments`, {
      body: copied,
    });
    await reporter(issue).finish(view());
    const comments = await stage.host.comments(issue);
    expect(comments.map(({ author }) => author.login)).toEqual(["ronald", "pawl[bot]"]);
    expect(comments[0]?.body).toBe(copied);
  });

  test("that a person deleted isn't written again", async () => {
    const issue = await stage.issue();
    const ours = reporter(issue);
    await ours.finish(view());
    const [comment] = await stage.host.comments(issue);
    await stage.github.as("acme", "DELETE", `/repos/${stage.github.fullName}/issues/comments/${comment?.id}`);
    await ours.finish(view({ status: "completed" }));
    expect(await stage.host.comments(issue)).toEqual([]);
  });

  test("that GitHub does not find for a moment is edited all the same", async () => {
    const issue = await stage.issue();
    const ours = reporter(issue);
    await ours.finish(view());
    stage.github.trouble({ method: "PATCH", path: /\/issues\/comments\/\d+$/, times: 1, status: 404 });
    await ours.finish(view({ status: "completed" }));
    const [comment] = await stage.host.comments(issue);
    expect(comment?.body).toContain("completed");
  });

  test("of many quick changes is edited a few times, and the last one stands", async () => {
    const issue = await stage.issue();
    let now = 0;
    const waits: number[] = [];
    const clock: Clock = {
      ...hurried,
      now: () => now,
      sleep: async (ms) => {
        waits.push(ms);
        now += ms;
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
    };
    const ours = reporter(issue, { clock, intervalMs: 3_000 });
    const before = stage.github.requests.length;
    for (let n = 0; n < 50; n++) ours.update(view({ cost: { usd: n, input_tokens: n, output_tokens: n } }));
    await ours.finish(view({ status: "completed" }));
    const writes = stage.github.requests.slice(before).filter(({ method }) => method !== "GET");
    expect(writes.length).toBeLessThanOrEqual(3);
    expect(await only(issue)).toContain("✅ completed");
  });

  test("never shows a secret, nor lets a step's words act", async () => {
    const issue = await stage.issue();
    const secret = ["sk-", "ant-", "api03-", "x".repeat(93), "AA"].join("");
    const message = `@wanda Fixes #1 ${secret} <img src=x> ![x](https://attacker.example) \n/merge`;
    await reporter(issue, { redactor: createRedactor([secret]) }).finish(
      view({
        status: "failed",
        error: { code: "x", kind: "permanent", message },
        steps: { a: step({ status: "failed", error: { code: "x", kind: "permanent", message } }) },
      }),
    );
    const body = await only(issue);
    expect(body).not.toContain(secret);
    expect(body).not.toMatch(/@wanda|Fixes #1|<img|\]\(https:\/\/attacker|^\/merge/m);
  });

  test("of a run with thousands of steps fits, and says how many are left out", async () => {
    const issue = await stage.issue();
    const steps = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`each/${n}/step`, step()]));
    await reporter(issue).finish(view({ steps }));
    const body = await only(issue);
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/… and \d+ more steps/);
    expect(body).toMatch(/<!-- pawl:run:1 /);
  });
});

test("a job without `checks: write` still has its comment", async () => {
  const issue = await stage.issue();
  stage.github.trouble({ method: "POST", path: /\/check-runs$/, times: 5, status: 403 });
  const headSha = (await stage.host.branch("main")) ?? "";
  await expect(reporter(issue, { headSha }).finish(view({ status: "completed" }))).resolves.toBeDefined();
  expect(await only(issue)).toContain("✅ completed");
});
