import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { FIX_YML, PAWL_YML } from "../entry/app/stage.ts";
import { type Stage, setStage, writeFiles } from "../github/stage.ts";
import { startApp } from "../peers/app.ts";
import type { Trouble } from "../peers/github.ts";
import { startOidcIssuer } from "../peers/oidc.ts";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import { FAULTS, type Door, type DoorKind, counted, onlooker, onlookers, untilRight } from "./table.ts";

interface Effect {
  readonly method: string;
  readonly path: (issue: number) => RegExp;
  readonly body?: RegExp;
  /** What a person does first, before the fault lies in wait. */
  readonly before?: "label";
  readonly act: "label" | "help" | "cancel";
}

const EFFECTS: Readonly<Record<string, Effect>> = {
  "the claim": { method: "POST", path: () => /\/git\/refs$/, act: "label" },
  "👀": { method: "POST", path: (issue) => new RegExp(`/issues/${issue}/reactions$`), act: "label" },
  "the label taken off": { method: "DELETE", path: (issue) => new RegExp(`/issues/${issue}/labels/`), act: "label" },
  "the dispatch": { method: "POST", path: () => /\/dispatches$/, act: "label" },
  "the status comment": { method: "POST", path: (issue) => new RegExp(`/issues/${issue}/comments$`), act: "label" },
  "the check run": { method: "POST", path: () => /\/check-runs$/, act: "label" },
  "an answer": { method: "POST", path: (issue) => new RegExp(`/issues/${issue}/comments$`), act: "help" },
  "the end of the job": {
    method: "POST",
    path: () => /\/actions\/runs\/\d+\/cancel$/,
    before: "label",
    act: "cancel",
  },
  "the comment's edit": {
    method: "PATCH",
    path: () => /\/issues\/comments\/\d+$/,
    body: /was cancelled/,
    before: "label",
    act: "cancel",
  },
  "the check run's end": {
    method: "PATCH",
    path: () => /\/check-runs\/\d+$/,
    body: /"conclusion":"cancelled"/,
    before: "label",
    act: "cancel",
  },
};

/** The app as the process an operator runs, with GitHub's webhooks as its only input. */
export const appDoor: DoorKind = { name: "app", effects: Object.keys(EFFECTS), open };

async function open(): Promise<Door> {
  const folder = await mkdtemp(path.join(tmpdir(), "pawl-faults-"));
  await writeFiles(folder, {
    ".github/pawl.yml": "quota: { per_actor: 1000, per_repository: 1000 }\n",
    ".github/workflows/pawl.yml": PAWL_YML,
    ".github/pawl/fix.yml": FIX_YML,
  });
  const stage = await setStage({ folder, people: { wanda: "write", ...onlookers() } });
  const { github } = stage;
  const jobs = new Map<number, number[]>();
  github.actions.onRequested((run) => {
    const issue = Number((run.payload as { inputs: { issue: string } }).inputs.issue);
    jobs.set(issue, [...(jobs.get(issue) ?? []), run.id]);
    github.actions.report(run.id, "in_progress", null);
  });
  const oidc = await startOidcIssuer();
  const app = await startApp({ github, oidc });
  return {
    async meet({ effect, fault, mode }) {
      const found = EFFECTS[effect];
      if (found === undefined) throw new Error(`no effect ${effect}`);
      const issue = await stage.issue();
      const world: World = { stage, jobs, host: onlooker(github, issue) };
      if (found.before !== undefined) {
        await act(world, issue, found.before);
        const wrong = await untilRight(() => look(world, issue, found.before ?? "label"));
        if (wrong.length > 0) return wrong;
      }
      let taken: Promise<void> | undefined;
      let made = false;
      const trouble: Trouble = {
        method: found.method,
        userAgent: "pawl",
        path: found.path(issue),
        ...(found.body === undefined ? {} : { body: found.body }),
        times: 1,
        ...FAULTS[fault],
        made: () => {
          made = true;
          if (mode === "crash") taken = app.crash();
          if (mode === "restart") taken = app.stop();
        },
      };
      github.trouble(trouble);
      await act(world, issue, found.act);
      await untilRight(() => Promise.resolve(made ? [] : ["the fault was not met"]));
      await taken;
      if (mode !== "retry") await app.start();
      const wrong = await untilRight(() => look(world, issue, found.act));
      return made ? wrong : [...wrong, "the fault was not met"];
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await oidc.close();
      await stage[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface World {
  readonly stage: Stage;
  readonly jobs: ReadonlyMap<number, readonly number[]>;
  readonly host: RepositoryHost;
}

async function act({ stage }: World, issue: number, what: Effect["act"]): Promise<void> {
  const at = `/repos/${stage.github.fullName}/issues/${issue}`;
  if (what === "label") await stage.github.as("wanda", "POST", `${at}/labels`, { labels: ["pawl:fix"] });
  else await stage.github.as("wanda", "POST", `${at}/comments`, { body: `/pawl ${what}` });
}

/** What GitHub must show when everything was done once. */
async function look({ stage, jobs, host }: World, issue: number, what: Effect["act"]): Promise<readonly string[]> {
  const { github } = stage;
  const eyes = (subject: string): number => github.peer.reactions.filter((one) => one.subject.endsWith(subject)).length;
  const comments = await host.comments(issue);
  const bots = comments.filter(({ author }) => author.login === "pawl[bot]");
  const people = comments.filter(({ author }) => author.login !== "pawl[bot]");
  const onComments = people.flatMap(({ id }) => counted("👀 on a comment", eyes(`/issues/comments/${id}`), 1));
  if (what === "help") return [...counted("answers", bots.length, 1), ...onComments];
  const started = jobs.get(issue) ?? [];
  const runId = /run_[0-9a-z]{26}/.exec(bots[0]?.body ?? "")?.[0];
  const head = (await host.branch("main")) ?? "";
  const checks = (await host.checkRuns(head, "pawl: fix")).filter(({ externalId }) => externalId === runId);
  return [
    ...counted("runs", started.length, 1),
    ...counted("status comments", bots.length, 1),
    ...counted("👀 on the issue", eyes(`/issues/${issue}`), 1),
    ...counted("labels left", (await host.issue(issue))?.labels.length ?? -1, 0),
    ...counted("check runs", checks.length, 1),
    ...(what === "cancel" ? [...onComments, ...(await ended(stage, started, bots[0]?.body, checks[0]?.id))] : []),
  ];
}

async function ended(
  stage: Stage,
  started: readonly number[],
  comment: string | undefined,
  check: number | undefined,
): Promise<string[]> {
  const job = await stage.host.workflowRun(started[0] ?? 0);
  const shown = stage.github.store.checkRuns.get(check ?? 0);
  return [
    ...(job?.conclusion === "cancelled" ? [] : [`the job is ${job?.conclusion ?? "there"}`]),
    ...(comment?.includes("was cancelled") === true ? [] : ["the comment doesn't say that it was cancelled"]),
    ...(shown?.conclusion === "cancelled" ? [] : [`the check run is ${shown?.conclusion ?? "open"}`]),
  ];
}
