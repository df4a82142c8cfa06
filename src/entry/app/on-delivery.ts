import { type Door, contextsOf, decideFromEvent, prepareRun } from "../../github/action-run.ts";
import type { SelfIdentity } from "../../github/authority.ts";
import { claim } from "../../github/claim.ts";
import { DEFAULT_CONFIG, type PawlConfig, monthlyBudget, runBudget } from "../../github/config.ts";
import { readConfig } from "../../github/config-file.ts";
import type { RawEvent } from "../../github/event.ts";
import { readEvent } from "../../github/event.ts";
import { type Decision, readRequest } from "../../github/trigger.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import { obeyCommand, workflowMeant } from "./commands.ts";
import { checkConfiguration } from "./configuration-check.ts";
import type { Delivery } from "./inbox.ts";
import { type Outcome, answerLater, audit, take } from "./outcome.ts";
import type { AppParts } from "./parts.ts";
import { keepSchedules } from "./schedules.ts";
import { LAST_WORDS_MS } from "./runner-watch.ts";
import { type AppRun, LIVE, type RunOrder, runsBefore } from "./runs.ts";

type RunDecision = Extract<Decision, { kind: "run" }>;

/**
 * Works one delivery off. Until `record` is called, GitHub is only read: a crash on the way loses nothing and does nothing twice. Everything
 * that is to be written goes to the outbox in that one transaction.
 */
export async function onDelivery(parts: AppParts, delivery: Delivery): Promise<Outcome> {
  const event: RawEvent = { name: delivery.event, payload: JSON.parse(delivery.payload), deliveryId: delivery.id };
  const read = readEvent(event);
  const self = await parts.installations.self();
  const { repository } = read;
  // A repository that was just added may have schedules: it is looked at in the background, like all that never asked for anything.
  if (delivery.event === "installation" || delivery.event === "installation_repositories")
    return {
      summary: "reads the schedules of its repositories",
      record: () => parts.outbox.put({ key: "learn", kind: "learn", again: true }),
    };
  const ended = endedWorkflowRun(parts, event);
  if (ended !== undefined) return ended;
  if (repository === undefined || !couldAsk(event)) return nothing(`${delivery.event} starts nothing`);
  const pull = pushedPullRequest(event);
  if (pull !== undefined) {
    const at = await parts.installations.host(repository.owner, repository.name, read.installationId);
    const checked = await checkConfiguration(parts, at.host, at.installation, pull, delivery);
    return checked ?? nothing("the pull request doesn't touch Pawl's configuration");
  }
  const early = readRequest(event, DEFAULT_CONFIG, self);
  if (early.kind === "gone") return gone(parts, early);
  if (early.kind === "ignore" && !dependsOnConfig(early.reason)) return nothing(early.reason);

  const { host, installation } = await parts.installations.host(repository.owner, repository.name, read.installationId);
  const { config, findings } = await readConfig(host);
  if (findings.length === 0) {
    const where = { owner: host.owner, repo: host.repo, installation };
    await parts.db.together(() => keepSchedules(parts, where, config));
  }
  const door: Door = {
    host,
    config,
    configProblems: findings,
    self,
    key: parts.key,
    clock: parts.clock,
    log: parts.log,
    workflowOf: (command) => workflowMeant(parts, command),
  };
  const decision = await decideFromEvent(door, event);
  if (decision.kind === "ignore") return nothing(decision.reason);
  if (decision.kind === "gone") return gone(parts, decision);
  // Started before: by this delivery in a life that ended, or by another one of the same meaning.
  const known = parts.runs.byMeaning(decision.meaning);
  if (known !== undefined) return nothing(`${known.runId} was started for this already`);
  if (decision.kind !== "run" && !(await claim(door, decision, holder(self)))) return nothing(TAKEN);
  if (decision.kind === "refuse") return refusal(parts, decision, delivery, decision.reason, decision.reply);
  if (decision.kind === "command") return obeyCommand(parts, door, decision, delivery);
  return startRun(parts, door, decision, delivery, installation);
}

const TAKEN = "a job of the repository has taken it";

/** All processes of this App are one holder: among them the database decides. */
function holder(self: SelfIdentity): string {
  return `app ${self.appId ?? ""}`;
}

/** A pull request whose content is new: opened, reopened, pushed to. */
function pushedPullRequest(
  event: RawEvent,
): { readonly number: number; readonly headSha: string; readonly baseSha: string } | undefined {
  if (event.name !== "pull_request") return undefined;
  const { action, pull_request: pull } = event.payload as {
    action?: unknown;
    pull_request?: { number?: unknown; head?: { sha?: unknown }; base?: { sha?: unknown } };
  };
  if (!["opened", "reopened", "synchronize"].includes(String(action))) return undefined;
  const { number, head, base } = pull ?? {};
  if (typeof number !== "number" || typeof head?.sha !== "string" || typeof base?.sha !== "string") return undefined;
  return { number, headSha: head.sha, baseSha: base.sha };
}

/** GitHub says that a workflow run of ours ended: when its run isn't known to have, somebody has to look. */
function endedWorkflowRun(parts: AppParts, event: RawEvent): Outcome | undefined {
  if (event.name !== "workflow_run") return undefined;
  const { action, workflow_run: ended } = event.payload as {
    action?: unknown;
    workflow_run?: { id?: unknown; display_title?: unknown };
  };
  const runId = /\brun_[0-9a-z]{26}\b/.exec(String(ended?.display_title))?.[0];
  const run = runId === undefined ? undefined : parts.runs.get(runId);
  if (action !== "completed" || run === undefined || !LIVE.includes(run.state))
    return nothing("no live run of ours ended");
  return {
    summary: `looks after ${run.runId}`,
    record: () =>
      parts.outbox.put({
        key: `look:${run.runId}:${String(ended?.id)}`,
        kind: "look",
        runId: run.runId,
        notBefore: parts.clock.now() + LAST_WORDS_MS,
        again: true,
      }),
  };
}

/** Events that can never ask for anything are not worth a request to GitHub. */
function couldAsk(event: RawEvent): boolean {
  return !["push", "ping", "check_suite", "workflow_job", "status"].includes(event.name);
}

/** Whether `.github/pawl.yml` could make it ask for something: other prefixes, other commands, assignments. */
function dependsOnConfig(reason: string): boolean {
  return /label is not one|no command|assignee|repository_dispatch|schedule/.test(reason);
}

function nothing(reason: string): Outcome {
  return { summary: `ignored: ${reason}`, record: () => undefined };
}

async function startRun(
  parts: AppParts,
  door: Door,
  decision: RunDecision,
  delivery: Delivery,
  installation: number,
): Promise<Outcome> {
  const { host, config } = door;
  const { place } = decision;
  const issue = place.issue === undefined ? undefined : await host.issue(place.issue);
  if (place.issue !== undefined && issue === undefined) return nothing(`#${place.issue} is gone`);
  // Deliveries come in any order: what GitHub says now decides, and who took the label off again changed their mind.
  if (decision.label !== undefined && !hasLabel(issue?.labels ?? [], decision.label)) {
    return nothing(`the label ${decision.label} is not on #${place.issue} any more`);
  }
  if (!(await claim(door, decision, holder(door.self)))) return nothing(TAKEN);
  const facts = await host.repository();
  const commit = await host.branch(facts.defaultBranch);
  if (commit === undefined) return nothing(`${facts.owner}/${facts.name} has no commit on ${facts.defaultBranch}`);
  const catalogue = parts.catalogue(host, commit);
  const prepared = await prepareRun(door, decision, catalogue);
  if (prepared.kind === "refused") {
    const label = decision.label === undefined ? {} : { label: decision.label };
    return refusal(
      parts,
      { ...decision, ...label, kind: "refuse", reason: prepared.reason, reply: prepared.reply },
      delivery,
      prepared.reason,
      prepared.reply,
    );
  }
  const headSha =
    decision.pinned.head_sha === ""
      ? await headOf(host, place.issue, issue?.isPullRequest, commit)
      : decision.pinned.head_sha;
  const limitUsd = runBudget(config, decision.workflow);
  const order: RunOrder = {
    place: { ...place, repository: { ...place.repository, defaultBranch: facts.defaultBranch } },
    workflow: decision.workflow,
    workflowFile: prepared.workflow.source.file,
    workflowDigest: prepared.workflow.source.digest,
    inputs: prepared.inputs,
    pinned: decision.pinned,
    issue: contextsOf(place, issue, headSha, decision.pinned).issue,
    headSha,
    dispatchFile: config.dispatchFile,
    command: config.command,
    automaticResumes: config.automaticResumes,
    notifications: config.notifications,
    ...(limitUsd === undefined ? {} : { limitUsd }),
    cancelOlder: prepared.workflow.concurrency?.cancelInProgress ?? false,
  };
  const runId = parts.clock.newRunId();
  return {
    summary: `starts ${runId}`,
    record() {
      // Others may have started since: within the transaction the count is certain.
      const against = overQuota(parts, config, decision) ?? overBudget(parts, config, decision);
      if (against !== undefined && parts.runs.byMeaning(decision.meaning) === undefined) {
        return refuseFor(parts, decision, delivery, against).record();
      }
      const { run, created } = parts.runs.create({
        runId,
        meaning: decision.meaning,
        installation,
        actor: decision.sender.login,
        actorId: decision.sender.id,
        order,
      });
      if (!created) return;
      if (order.cancelOlder) cancelOlder(parts, run);
      take(parts, decision, delivery);
      parts.outbox.put({ key: `dispatch:${run.runId}:0`, kind: "dispatch", runId: run.runId, data: {} });
      parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
      audit(parts, decision, delivery, "start", true, `${decision.workflow} from ${delivery.event}`, run.runId);
    },
  };
}

function hasLabel(labels: readonly string[], label: string): boolean {
  return labels.some((one) => one.toLowerCase() === label.toLowerCase());
}

/** Ends the runs of the same workflow and issue that came before. Call within a transaction. */
function cancelOlder(parts: AppParts, run: AppRun): void {
  for (const older of runsBefore(parts, run)) {
    parts.runs.change(older.runId, { cancelRequested: true, note: `Replaced by ${run.runId}` });
    parts.outbox.put({ key: `stop:${older.runId}`, kind: "stop", runId: older.runId, again: true });
  }
}

async function headOf(
  host: RepositoryHost,
  issue: number | undefined,
  isPullRequest: boolean | undefined,
  commit: string,
): Promise<string> {
  if (issue === undefined || isPullRequest !== true) return commit;
  return (await host.pullRequest(issue))?.headSha ?? commit;
}

function overQuota(parts: AppParts, config: PawlConfig, decision: RunDecision): string | undefined {
  const { owner, name: repo } = decision.place.repository;
  const live = parts.runs.list({ owner, repo, states: LIVE, limit: 1_000 });
  const own = live.filter((run) => run.actorId === decision.sender.id).length;
  if (own >= config.quota.perActor)
    return `\`${decision.sender.login}\` has ${own} runs under way, and ${config.quota.perActor} are allowed`;
  if (live.length >= config.quota.perRepository) {
    return `this repository has ${live.length} runs under way, and ${config.quota.perRepository} are allowed`;
  }
  return undefined;
}

/** The limits of a calendar month (UTC), of the workflow and of the repository. */
function overBudget(parts: AppParts, config: PawlConfig, decision: RunDecision): string | undefined {
  const { owner, name: repo } = decision.place.repository;
  const { workflow } = decision;
  const now = new Date(parts.clock.now());
  const since = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const limits = [
    { of: `\`${workflow}\``, filter: { workflow }, limit: monthlyBudget(config, workflow) },
    { of: "this repository", filter: {}, limit: config.monthlyBudgetUsd },
  ];
  for (const { of, filter, limit } of limits) {
    if (limit === undefined) continue;
    const spent = parts.runs.spent({ owner, repo, ...filter, since });
    if (spent >= limit) {
      return `the month's budget of ${of} is used up: $${spent.toFixed(2)} of $${limit.toFixed(2)} (\`month_usd\` in .github/pawl.yml)`;
    }
  }
  return undefined;
}

function refuseFor(parts: AppParts, decision: RunDecision, delivery: Delivery, reason: string): Outcome {
  const refused = { ...decision, kind: "refuse" as const, reason, reply: reason };
  return refusal(parts, refused, delivery, reason, `Nothing was started: ${reason}.`);
}

function refusal(
  parts: AppParts,
  decision: Extract<Decision, { kind: "refuse" }>,
  delivery: Delivery,
  reason: string,
  reply: string,
): Outcome {
  return {
    summary: `refused: ${reason}`,
    record() {
      take(parts, decision, delivery);
      // Bots get no answers: two that answer each other never stop.
      if (decision.sender.type === "User") answerLater(parts, decision, reply);
      audit(parts, decision, delivery, "start", false, reason);
    },
  };
}

/** The issue or repository is gone: what runs for it stops, and nothing more is written there. */
function gone(parts: AppParts, decision: Extract<Decision, { kind: "gone" }>): Outcome {
  const { repository, issue } = decision.place;
  const runs = parts.runs.list({
    owner: repository.owner,
    repo: repository.name,
    ...(issue === undefined ? {} : { issue }),
    states: [...LIVE, "parked"],
  });
  return {
    summary: `${decision.reason}: ${runs.length} runs are stopped`,
    record() {
      for (const run of runs) {
        parts.runs.change(run.runId, { cancelRequested: true, note: decision.reason });
        parts.outbox.put({ key: `stop:${run.runId}`, kind: "stop", runId: run.runId, again: true });
      }
    },
  };
}
