import { ruleFor } from "../../github/config.ts";
import { markOf } from "../../github/evidence.ts";
import { ownersOf, readCodeowners } from "../../github/reviewers.ts";
import { type Door, helpText } from "../../github/action-run.ts";
import { codeCell, dollars, fenced, plainCell } from "../../github/run-facts.ts";
import type { Decision } from "../../github/trigger.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { usage } from "../../language/inputs.ts";
import type { Delivery } from "./inbox.ts";
import { type Outcome, answerLater, audit, take } from "./outcome.ts";
import type { AppParts } from "./parts.ts";
import { resumeRun } from "./resume.ts";
import { type AppRun, LIVE } from "./runs.ts";

export type CommandDecision = Extract<Decision, { kind: "command" }>;

/** What a command does, apart from being answered. */
export interface Effect {
  readonly reply?: string;
  readonly allowed?: boolean;
  readonly run?: AppRun;
  readonly change?: () => void;
}

/** Does what a `/pawl` command or a check run's button says (G4). The sender's authority for it was read already. */
export async function obeyCommand(
  parts: AppParts,
  door: Door,
  decision: CommandDecision,
  delivery: Delivery,
): Promise<Outcome> {
  const effect = await effectOf(parts, door, decision);
  return {
    summary: `${decision.command}: ${effect.reply?.split("\n")[0] ?? "done"}`,
    record() {
      take(parts, decision, delivery);
      effect.change?.();
      if (effect.reply !== undefined && decision.sender.type === "User") answerLater(parts, decision, effect.reply);
      audit(
        parts,
        decision,
        delivery,
        decision.command,
        effect.allowed ?? true,
        effect.reply?.split("\n")[0] ?? "done",
        effect.run?.runId,
      );
    },
  };
}

/** What a command would do; nothing is written until `change` is called in a transaction. */
export async function effectOf(parts: AppParts, door: Door, decision: CommandDecision): Promise<Effect> {
  switch (decision.command) {
    case "help":
      return { reply: await help(parts, door, decision.words[0]) };
    case "list":
      return { reply: await help(parts, door, undefined) };
    default: {
      const found = findRun(parts, decision);
      if (typeof found === "string") return { reply: found, allowed: false };
      return onRun(parts, door, decision, found);
    }
  }
}

async function help(parts: AppParts, door: Door, name: string | undefined): Promise<string> {
  const { defaultBranch } = await door.host.repository();
  const commit = (await door.host.branch(defaultBranch)) ?? defaultBranch;
  const catalogue = parts.catalogue(door.host, commit);
  const workflow = name === undefined ? undefined : await catalogue.load(name);
  if (workflow !== undefined && !("invalid" in workflow))
    return fenced(usage(workflow, `${door.config.command} ${workflow.name}`));
  return helpText(door.config, await catalogue.names());
}

/** The workflow of the run that a command means. */
export function workflowMeant(parts: AppParts, decision: CommandDecision): string | undefined {
  const run = findRun(parts, decision);
  return typeof run === "string" ? undefined : run.workflow;
}

/** The run a command means: the one it names, or the newest of its issue that the command can apply to. Never one of another repository. */
function findRun(parts: AppParts, decision: CommandDecision): AppRun | string {
  const { repository, issue } = decision.place;
  const named = decision.runId ?? decision.words.find((word) => word.startsWith("run_"));
  if (named !== undefined) {
    const run = parts.runs.get(named);
    const here = run !== undefined && `${run.owner}/${run.repo}`.toLowerCase() === repository.fullName.toLowerCase();
    return here ? run : `There is no run ${codeCell(named)} in this repository.`;
  }
  if (issue === undefined) return "Say which run: its id is in the status comment.";
  const runs = parts.runs.list({ owner: repository.owner, repo: repository.name, issue, limit: 20 });
  const fits: Readonly<Record<string, (run: AppRun) => boolean>> = {
    approve: (run) => run.state === "parked",
    reject: (run) => run.state === "parked",
    resume: (run) => run.state === "parked" || run.state === "failed" || run.state === "cancelled",
    retry: (run) => run.state === "failed" || run.state === "cancelled",
    cancel: (run) => [...LIVE, "parked"].includes(run.state),
  };
  const fit = fits[decision.command] ?? ((): boolean => true);
  const fitting = runs.filter(fit);
  const [run] = fitting;
  if (run === undefined)
    return runs.length === 0
      ? "No run was started from here."
      : `No run here can be answered with \`${decision.command}\` now.`;
  if (fitting.length > 1 && (decision.command === "approve" || decision.command === "reject")) {
    return `${fitting.length} runs wait here; say which: ${fitting.map(({ runId }) => codeCell(runId)).join(", ")}.`;
  }
  return run;
}

async function onRun(parts: AppParts, door: Door, decision: CommandDecision, run: AppRun): Promise<Effect> {
  const { sender, flags } = decision;
  switch (decision.command) {
    case "status":
      return { run, reply: statusText(run) };
    case "explain":
      return { run, reply: explainText(parts, run) };
    case "approve":
    case "reject":
      return answerApproval(parts, door, decision, run);
    case "cancel": {
      if (![...LIVE, "parked"].includes(run.state))
        return { run, allowed: false, reply: `${codeCell(run.runId)} has ended already (${run.state}).` };
      return {
        run,
        change() {
          parts.runs.change(run.runId, { cancelRequested: true, note: `Cancelled by ${sender.login}` });
          parts.outbox.put({ key: `stop:${run.runId}`, kind: "stop", runId: run.runId, again: true });
          parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
        },
      };
    }
    case "resume":
    case "retry": {
      if (LIVE.includes(run.state))
        return { run, allowed: false, reply: `${codeCell(run.runId)} is under way already.` };
      if (run.state === "completed")
        return { run, allowed: false, reply: `${codeCell(run.runId)} has completed; start a new run instead.` };
      const budget = flags["budget"];
      const more = budget === undefined ? undefined : Number(/^\+?(\d{1,5}(?:\.\d{1,4})?)$/.exec(budget)?.[1]);
      if (more !== undefined && !(more > 0))
        return { run, allowed: false, reply: "`--budget` takes dollars to add, such as `+2`." };
      const from = flags["from"];
      if (from !== undefined && run.view !== undefined && !Object.hasOwn(run.view.steps, from)) {
        return {
          run,
          allowed: false,
          reply: `The run has no step ${codeCell(from)}. Its steps: ${Object.keys(run.view.steps)
            .map((path) => codeCell(path))
            .join(", ")}.`,
        };
      }
      return {
        run,
        change: () =>
          resumeRun(parts, run, `Resumed by ${sender.login}`, {
            by: sender.login,
            ...(from === undefined ? {} : { from }),
            ...(more === undefined ? {} : { budget_usd: more }),
          }),
      };
    }
    default:
      return {};
  }
}

/**
 * Grants or refuses what a run waits for (R6). Bound to what was shown: a hash given must be 12 to 40 hexadecimal digits and match the tree
 * shown or the head exactly once; a pull request that was pushed to since makes it stale.
 */
async function answerApproval(parts: AppParts, door: Door, decision: CommandDecision, run: AppRun): Promise<Effect> {
  const wake = run.view?.parked?.wake.approval;
  if (run.state !== "parked" || wake === undefined) {
    return { run, allowed: false, reply: `${codeCell(run.runId)} waits for no approval (it is ${run.state}).` };
  }
  const approved = decision.command === "approve";
  const given = decision.runId === undefined ? decision.words.find((word) => !word.startsWith("run_")) : undefined;
  const shown = wake.tree;
  if (given !== undefined) {
    if (!/^[0-9a-f]{12,40}$/.test(given)) {
      return {
        run,
        allowed: false,
        reply: `${codeCell(given)} is no hash to approve: give 12 to 40 hexadecimal digits of the tree shown in the status comment.`,
      };
    }
    const candidates = [...new Set([shown, run.order.headSha].filter((hash) => hash !== undefined))].filter((hash) =>
      hash.startsWith(given),
    );
    if (candidates.length !== 1) {
      return {
        run,
        allowed: false,
        reply: `${codeCell(given)} is not what the run shows now${shown === undefined ? "" : ` (tree ${codeCell(shown)})`}; look again, then approve that.`,
      };
    }
  }
  if (approved && run.issue !== undefined) {
    const pull = await door.host.pullRequest(run.issue).catch(() => undefined);
    if (pull !== undefined && pull.headSha !== run.order.headSha) {
      return {
        run,
        allowed: false,
        reply: `The approval is stale: the pull request was at ${codeCell(run.order.headSha.slice(0, 12))} when the run began and is at ${codeCell(pull.headSha.slice(0, 12))} now. Start the run again on the new head.`,
      };
    }
  }
  if (approved && ruleFor(door.config, "approve", run.workflow).codeOwners) {
    const against = await notOwned(door.host, decision.sender.login, wake.files);
    if (against !== undefined) return { run, allowed: false, reply: against };
  }
  const note = decision.flags["note"] ?? decision.flags["reason"];
  const approval: JsonObject = {
    by: decision.sender.login,
    by_id: decision.sender.id,
    approved,
    ...(shown === undefined ? {} : { tree: shown }),
    ...(note === undefined ? {} : { note }),
  };
  return {
    run,
    change: () =>
      resumeRun(parts, run, `${approved ? "Approved" : "Rejected"} by ${decision.sender.login}`, {
        by: decision.sender.login,
        approval,
      }),
  };
}

/** Why somebody doesn't own, by CODEOWNERS of the default branch, each of these files that has an owner; undefined when they do. */
async function notOwned(
  host: Door["host"],
  login: string,
  files: readonly string[] | undefined,
): Promise<string | undefined> {
  if (files === undefined)
    return "The approval needs an owner of the changed files, and the run doesn't say which those are.";
  const codeowners = await readCodeowners(host);
  if (codeowners === undefined)
    return "The approval needs an owner of the changed files, and this repository has no CODEOWNERS.";
  const memberships = new Map<string, boolean>();
  for (const file of files) {
    const owners = ownersOf(codeowners, file).map((owner) => owner.slice(1).toLowerCase());
    if (owners.length === 0 || owners.includes(login.toLowerCase())) continue;
    let owned = false;
    for (const owner of owners) {
      const [organisation, team] = owner.split("/");
      if (organisation === undefined || team === undefined) continue;
      const known = memberships.get(owner) ?? (await host.inTeam(organisation, team, login));
      memberships.set(owner, known);
      owned ||= known;
    }
    if (!owned)
      return `The approval needs an owner of ${codeCell(file)} (${owners.map((owner) => codeCell(owner)).join(", ")}), and ${codeCell(login)} is none.`;
  }
  return undefined;
}

function statusText(run: AppRun): string {
  const steps = Object.entries(run.view?.steps ?? {});
  const done = steps.filter(([, step]) => ["completed", "cached", "skipped"].includes(step.status)).length;
  const comment = run.memory.commentId === undefined ? "" : ` Details are in its status comment.`;
  const cost = run.view === undefined ? "" : `, ${dollars(run.view.cost.usd)}`;
  return `${codeCell(run.runId)} of ${codeCell(run.workflow)} is **${run.state}**: ${done} of ${steps.length} steps${cost}.${comment}`;
}

function explainText(parts: AppParts, run: AppRun): string {
  const lines = [statusText(run), ""];
  if (run.note !== undefined) lines.push(`- ${plainCell(run.note, 500)}`);
  if (run.view?.parked !== undefined) lines.push(`- It waits: ${plainCell(run.view.parked.reason, 500)}`);
  for (const [path, step] of Object.entries(run.view?.steps ?? {})) {
    if (step.status === "failed" && step.error !== undefined) {
      lines.push(
        `- ${markOf("failed")} ${codeCell(path)}: ${plainCell(step.error.message, 600)}${step.error.remedy === undefined ? "" : ` ${plainCell(step.error.remedy, 400)}`}`,
      );
    }
    if (step.status === "skipped" && step.skip_reason !== undefined)
      lines.push(`- ${markOf("skipped")} ${codeCell(path)}: ${plainCell(step.skip_reason, 300)}`);
  }
  const acts = parts.audit.list({ runId: run.runId, limit: 20 });
  for (const act of acts.toReversed())
    lines.push(`- ${act.at} ${plainCell(act.actor)}: ${act.act}${act.allowed ? "" : " (refused)"}`);
  return lines.join("\n");
}
