import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import { writeFiles } from "../github/stage.ts";
import { SAMPLE, startStage, type Stage } from "../peers/stage.ts";
import { FAULTS, type Door, type DoorKind, counted, onlooker, onlookers, untilRight } from "./table.ts";

interface Effect {
  readonly method: string;
  readonly path: (issue: number) => RegExp;
  readonly body?: RegExp;
}

/** What the body of the status comment has, and no other comment: its marker. */
const STATUS = /<!-- pawl:run:1 /;

const EFFECTS: Readonly<Record<string, Effect>> = {
  "the claim": { method: "POST", path: () => /\/git\/refs$/, body: /refs\/pawl\/claims/ },
  "👀": { method: "POST", path: (issue) => new RegExp(`/issues/${issue}/reactions$`) },
  "the label taken off": { method: "DELETE", path: (issue) => new RegExp(`/issues/${issue}/labels/`) },
  "the status comment": { method: "POST", path: (issue) => new RegExp(`/issues/${issue}/comments$`), body: STATUS },
  "the comment's last edit": { method: "PATCH", path: () => /\/issues\/comments\/\d+$/, body: /✅ completed/ },
  "the check run": { method: "POST", path: () => /\/check-runs$/ },
  "the commit": { method: "POST", path: () => /\/git\/commits$/, body: /Pawl-Signature/ },
  "the branch": { method: "POST", path: () => /\/git\/refs$/, body: /refs\/heads/ },
  "the pull request": { method: "POST", path: () => /\/pulls$/ },
  "its label": { method: "POST", path: () => /\/issues\/\d+\/labels$/, body: /automation/ },
  "a comment of a step": {
    method: "POST",
    path: (issue) => new RegExp(`/issues/${issue}/comments$`),
    body: /Something was done/,
  },
};

const WORKFLOW = `name: publish
permissions: { contents: write, pull_requests: write, issues: write }
steps:
  - id: work
    type: shell
    command: echo done >> DONE.md
  - id: publish
    type: pull_request
    title: Say that it is done
    labels: [automation]
  - id: tell
    type: comment
    body: Something was done
`;
const JOB = `name: Pawl
on:
  issues: { types: [labeled] }
permissions: {}
jobs:
  run:
    runs-on: ubuntu-24.04
    permissions: { contents: write, issues: write, pull-requests: write, checks: write, actions: read }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - id: pawl
        uses: pawl-dev/pawl@v1
`;

/** The action's checked-in bundle as a job of a repository without the app. A job that fails is run again, as a person would do. */
export const actionDoor: DoorKind = { name: "action", effects: Object.keys(EFFECTS), open };

const MOST_ATTEMPTS = 4;

async function open(): Promise<Door> {
  const folder = await mkdtemp(path.join(tmpdir(), "pawl-faults-"));
  await cp(SAMPLE, folder, { recursive: true });
  await writeFiles(folder, { ".github/workflows/pawl.yml": JOB, ".github/pawl/publish.yml": WORKFLOW });
  const stage = await startStage({ folder, app: false, people: { wanda: "write", ...onlookers() } });
  const { github, runner } = stage;
  const requested: number[] = [];
  github.actions.onRequested(({ id }) => requested.push(id));
  const at = `/repos/${github.fullName}`;
  return {
    async meet({ effect, fault, mode }) {
      const found = EFFECTS[effect];
      if (found === undefined) throw new Error(`no effect ${effect}`);
      const { number: issue } = (await github.as("wanda", "POST", `${at}/issues`, { title: "Do it" })) as {
        number: number;
      };
      let made = false;
      github.trouble({
        method: found.method,
        userAgent: "pawl",
        path: found.path(issue),
        ...(found.body === undefined ? {} : { body: found.body }),
        times: 1,
        ...FAULTS[fault],
        made: () => {
          made = true;
          const job = runner.jobs.at(-1);
          if (mode === "crash") job?.vanish();
          if (mode === "restart") job?.signal("SIGTERM");
        },
      });
      const before = requested.length;
      await github.as("wanda", "POST", `${at}/issues/${issue}/labels`, { labels: ["pawl:publish"] });
      await untilRight(() => Promise.resolve(counted("workflow runs", requested.length - before, 1)));
      const id = requested[before] ?? 0;
      let conclusion = (await runner.ended(id, 1)).conclusion;
      for (let attempt = 2; conclusion !== "success" && attempt <= MOST_ATTEMPTS; attempt++) {
        await github.as("wanda", "POST", `${at}/actions/runs/${id}/rerun-failed-jobs`);
        conclusion = (await runner.ended(id, attempt)).conclusion;
      }
      await runner.idle();
      const wrong = await look(stage, onlooker(github, issue), issue);
      return [
        ...wrong,
        ...(conclusion === "success" ? [] : [`the job is ${conclusion ?? "open"}`]),
        ...(made ? [] : ["the fault was not met"]),
      ];
    },
    async [Symbol.asyncDispose]() {
      await stage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What GitHub must show when everything was done once. */
async function look({ github }: Stage, host: RepositoryHost, issue: number): Promise<readonly string[]> {
  const comments = await host.comments(issue);
  const status = comments.filter(({ body }) => STATUS.test(body));
  const runId = /run_[0-9a-z]{26}/.exec(status[0]?.body ?? "")?.[0];
  const head = (await host.branch("main")) ?? "";
  const checks = (await host.checkRuns(head, "pawl: publish")).filter(({ externalId }) => externalId === runId);
  const branch = `pawl/publish/${issue}`;
  const pulls = await host.pullRequestsFrom(branch, "all");
  const commit = await host.commit((await host.branch(branch)) ?? "");
  const place = `/repos/${github.fullName}/issues/${pulls[0]?.number ?? 0}/labels`;
  const labels = pulls.length === 0 ? [] : ((await github.as("wanda", "GET", place)) as { name: string }[]);
  const eyes = github.peer.reactions.filter((one) => one.subject.endsWith(`/issues/${issue}`)).length;
  return [
    ...counted("status comments", status.length, 1),
    ...(status[0]?.body.includes("✅ completed") === true ? [] : ["the status comment doesn't say that it completed"]),
    ...counted("comments of the step", comments.filter(({ body }) => body.includes("Something was done")).length, 1),
    ...counted("👀", eyes, 1),
    ...counted("labels left", (await host.issue(issue))?.labels.length ?? -1, 0),
    ...counted("check runs", checks.length, 1),
    ...(github.store.checkRuns.get(checks[0]?.id ?? 0)?.conclusion === "success" ? [] : ["the check run isn't green"]),
    ...counted("pull requests", pulls.length, 1),
    ...(commit?.parents.join() === head ? [] : ["the branch isn't one commit on the base"]),
    ...counted("labels of the pull request", labels.filter(({ name }) => name === "automation").length, 1),
  ];
}
