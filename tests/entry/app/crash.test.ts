import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage as GitHubStage, setStage, writeFiles } from "../../github/stage.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type AppProcess, startApp } from "../../peers/app.ts";
import { startOidcIssuer, type OidcIssuer } from "../../peers/oidc.ts";
import { FIX_YML, PAWL_YML } from "./stage.ts";

let scratch: string;
let stage: GitHubStage;
let oidc: OidcIssuer;
let app: AppProcess;
const dispatched: string[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-crash-"));
  await writeFiles(scratch, {
    ".github/pawl.yml": "quota: { per_actor: 100 }\n",
    ".github/workflows/pawl.yml": PAWL_YML,
    ".github/pawl/fix.yml": FIX_YML,
  });
  stage = await setStage({ folder: scratch });
  stage.github.actions.onRequested((run) =>
    dispatched.push((run.payload as { inputs: { issue: string } }).inputs.issue),
  );
  oidc = await startOidcIssuer();
  app = await startApp({ github: stage.github, oidc });
});
afterAll(async () => {
  await app.close();
  await oidc.close();
  await stage[Symbol.asyncDispose]();
  await rm(scratch, { recursive: true, force: true });
});

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 900; turn++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came to be\n${app.output()}`);
}

test("labels set while the app is killed again and again start one run each, with one comment and one reaction", async () => {
  const issues: number[] = [];
  for (let n = 0; n < 12; n++) issues.push(await stage.issue(`Broken ${n}`));
  for (const [n, issue] of issues.entries()) {
    await stage.github.as("wanda", "POST", `/repos/${stage.github.fullName}/issues/${issue}/labels`, {
      labels: ["pawl:fix"],
    });
    if (n % 3 === 2) {
      // Somewhere in the middle of what the labels set off.
      await stage.github.settle();
      await app.crash();
      await app.start();
    }
  }
  await stage.github.settle();
  await until(async () => {
    const comments = await Promise.all(issues.map((issue) => stage.host.comments(issue)));
    return new Set(dispatched).size === issues.length && comments.every((all) => all.length > 0);
  });
  // What a crash interrupted is taken up when its lease ends; nothing of it is done twice meanwhile.
  for (const issue of issues) {
    expect(dispatched.filter((one) => one === String(issue))).toHaveLength(1);
    expect(await stage.host.comments(issue)).toHaveLength(1);
    expect((await stage.host.issue(issue))?.labels).toEqual([]);
  }
}, 120_000);
