import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/engine/view.ts";
import { answer, takeTrigger } from "../../src/github/action-run.ts";
import { createReporter } from "../../src/github/reporter.ts";
import type { Decision } from "../../src/github/trigger.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import type { PullRequestIntent } from "../../src/ports/effects.ts";
import type { Trouble } from "../peers/github.ts";
import { KEY, SELF, type Stage, hurried, origin, quiet, setStage, writeFiles } from "./stage.ts";

let stage: Stage;
let intent: PullRequestIntent;
beforeAll(async () => {
  stage = await setStage();
  intent = await stage.change((root) => writeFiles(root, { "src/a.js": "export const a = 2;\n" }));
});
afterAll(() => stage[Symbol.asyncDispose]());

const VIEW: RunView = {
  run_id: "run_1",
  workflow: "fix",
  status: "completed",
  outputs: {},
  cost: { usd: 0, input_tokens: 0, output_tokens: 0 },
  cache: { hits: 0, misses: 0, saved_usd: 0, saved_ms: 0 },
  steps: {},
  created_at: "2026-11-20T20:00:00.000Z",
  updated_at: "2026-11-20T20:00:00.000Z",
};

/** What goes wrong with the one request that does it. `lost`: GitHub did it, and nobody heard. */
const FAULTS: readonly (readonly [string, Omit<Trouble, "path" | "times" | "method">])[] = [
  ["401", { status: 401 }],
  ["403", { status: 403 }],
  ["403 with retry-after", { status: 403, headers: { "retry-after": "1" } }],
  ["404", { status: 404 }],
  ["409", { status: 409 }],
  ["422", { status: 422 }],
  ["429", { status: 429 }],
  ["500", { status: 500 }],
  ["502", { status: 502 }],
  ["503", { status: 503 }],
  ["the answer lost after the write", { lost: true }],
];

interface Effect {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** Does it, as a process that starts from nothing does. */
  readonly act: (issue: number) => Promise<unknown>;
  /** How many of it there are. */
  readonly count: (issue: number) => Promise<number>;
}

const EFFECTS: readonly Effect[] = [
  {
    name: "a comment",
    method: "POST",
    path: /\/issues\/\d+\/comments$/,
    act: (issue) => stage.effects().comment({ body: "said" }, origin(issue)),
    count: async (issue) => (await stage.host.comments(issue)).length,
  },
  {
    name: "an edited comment",
    method: "PATCH",
    path: /\/issues\/comments\/\d+$/,
    act: async (issue) => {
      if ((await stage.host.comments(issue)).length === 0)
        await stage.effects().comment({ body: "before" }, origin(issue));
      return stage.effects().comment({ body: "after" }, origin(issue));
    },
    count: async (issue) => (await stage.host.comments(issue)).filter(({ body }) => body.startsWith("after")).length,
  },
  {
    name: "an answer",
    method: "POST",
    path: /\/issues\/\d+\/comments$/,
    act: (issue) => {
      const repository = {
        id: 1,
        owner: stage.github.owner,
        name: stage.github.repo,
        fullName: stage.github.fullName,
        defaultBranch: "main",
        private: false,
        htmlUrl: "",
      };
      return answer(
        { host: stage.host, self: SELF, key: KEY, clock: hurried },
        { repository, issue },
        `m${issue}`,
        "No.",
      );
    },
    count: async (issue) => (await stage.host.comments(issue)).length,
  },
  {
    name: "a status comment",
    method: "POST",
    path: /\/issues\/\d+\/comments$/,
    act: (issue) => report(issue, undefined),
    count: async (issue) => (await stage.host.comments(issue)).length,
  },
  {
    name: "a check run",
    method: "POST",
    path: /\/check-runs$/,
    act: async (issue) => report(issue, await headOf(), `run_${issue}`),
    count: async (issue) =>
      (await stage.host.checkRuns(await headOf(), "pawl: fix")).filter((check) => check.externalId === `run_${issue}`)
        .length,
  },
  {
    name: "a label",
    method: "POST",
    path: /\/issues\/\d+\/labels$/,
    act: (issue) => stage.effects().label({ add: ["bug"], remove: [] }, origin(issue)),
    count: async (issue) => ((await stage.host.issue(issue))?.labels ?? []).filter((label) => label === "bug").length,
  },
  {
    name: "a branch",
    method: "POST",
    path: /\/git\/refs$/,
    act: (issue) => stage.effects().publishPullRequest(intent, origin(issue)),
    count: async (issue) => ((await stage.host.branch(`pawl/fix/${issue}`)) === undefined ? 0 : 1),
  },
  {
    name: "a commit",
    method: "POST",
    path: /\/git\/commits$/,
    act: (issue) => stage.effects().publishPullRequest(intent, origin(issue)),
    // Commits between the base and the branch's head.
    count: async (issue) => {
      const head = await stage.host.commit((await stage.host.branch(`pawl/fix/${issue}`)) ?? "");
      return head?.parents.length === 1 && head.parents[0] === (await headOf()) ? 1 : 0;
    },
  },
  {
    name: "a pull request",
    method: "POST",
    path: /\/pulls$/,
    act: (issue) => stage.effects().publishPullRequest(intent, origin(issue)),
    count: async (issue) => (await stage.host.pullRequestsFrom(`pawl/fix/${issue}`, "all")).length,
  },
];

async function headOf(): Promise<string> {
  return (await stage.host.branch("main")) ?? "";
}

function report(issue: number, headSha: string | undefined, runId = "run_1"): Promise<unknown> {
  const reporter = createReporter({
    host: stage.host,
    runId,
    ...(headSha === undefined ? { issue } : { headSha }),
    self: SELF,
    key: KEY,
    clock: hurried,
    log: quiet,
    about: { command: "/pawl" },
  });
  return reporter.finish({ ...VIEW, run_id: runId });
}

/** Tries like the step's retry or the outbox does: a new attempt knows nothing of the one before. */
async function untilDone(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      return;
    } catch (thrown) {
      if (!(thrown instanceof PawlError) || attempt === 4) throw thrown;
    }
  }
}

describe.each(EFFECTS)("$name", ({ act, count, method, path }) => {
  test.each(FAULTS)("is there exactly once after %s", async (_, fault) => {
    const issue = await stage.issue();
    stage.github.trouble({ method, path, times: 1, ...fault });
    await untilDone(() => act(issue));
    expect(await count(issue)).toBe(1);
  });

  test("is there exactly once when two processes do it, one after the other", async () => {
    const issue = await stage.issue();
    await act(issue);
    await act(issue);
    expect(await count(issue)).toBe(1);
  });
});

test("taking the trigger may be repeated: one reaction, the label gone", async () => {
  const issue = await stage.issue();
  await stage.github.as("wanda", "POST", `/repos/${stage.github.fullName}/issues/${issue}/labels`, {
    labels: ["pawl:fix"],
  });
  const decision = { kind: "run", label: "pawl:fix", place: { issue } } as unknown as Decision;
  await takeTrigger({ host: stage.host }, decision);
  await takeTrigger({ host: stage.host }, decision);
  expect((await stage.host.issue(issue))?.labels).toEqual([]);
  expect(
    stage.github.peer.reactions.filter((one) => one.content === "eyes" && one.subject.endsWith(`/${issue}`)).length,
  ).toBe(1);
});
