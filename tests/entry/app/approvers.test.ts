import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.on.push("main", { CODEOWNERS: "* @wanda\n/src/ @olga\n/docs/\n" });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A run that waits for an approval with these files changed. */
async function parked(files: readonly string[] | undefined): Promise<{ issue: number; runId: string }> {
  const issue = await stage.on.issue();
  await stage.say("wanda", issue, "/pawl fix");
  await stage.settle();
  const run = stage.requested.at(-1);
  if (run === undefined) throw new Error("nothing was dispatched");
  const approval = { path: "ok", tree: "ab".repeat(20), message: "?", ...(files === undefined ? {} : { files }) };
  await stage.progress(run, { status: "parked", parked: { reason: "Approve", wake: { approval } } });
  await stage.settle();
  return { issue, runId: (run.payload as { inputs: { run_id: string } }).inputs.run_id };
}

async function approve(login: string, { issue, runId }: { issue: number; runId: string }): Promise<boolean> {
  await stage.say(login, issue, `/pawl approve ${runId}`);
  await stage.settle();
  return stage.app.parts.runs.get(runId)?.state !== "parked";
}

describe("who may approve, said for one workflow", () => {
  test("is asked of that workflow's run, whether it says more or less than the repository's rule", async () => {
    await stage.on.push("main", {
      ".github/pawl.yml": "workflows: { fix: { who: { approve: { permission: admin, users: [ronald] } } } }\n",
    });
    const run = await parked([]);
    expect(await approve("wanda", run)).toBe(false);
    expect((await stage.comments(run.issue)).at(-1)?.body).toContain("needs admin permission");
    expect(await approve("ronald", run)).toBe(true);
  });

  test("can ask for an owner of the changed files", async () => {
    await stage.on.push("main", {
      ".github/pawl.yml": "workflows: { fix: { who: { approve: { code_owners: true } } } }\n",
    });
    const run = await parked(["README.md", "src/a.js", "docs/free.md"]);
    expect(await approve("wanda", run)).toBe(false);
    expect((await stage.comments(run.issue)).at(-1)?.body).toMatch(/an owner of <code>src\/a\.js<\/code> \(<code>olga/);
    const hers = await parked(["src/a.js", "docs/free.md"]);
    expect(await approve("olga", hers)).toBe(true);
  });

  test("is refused when the run doesn't say what it changed", async () => {
    const run = await parked(undefined);
    expect(await approve("wanda", run)).toBe(false);
  });
});
