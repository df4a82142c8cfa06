import {
  answer,
  decideFromEvent,
  helpText,
  prepareRun,
  takeTrigger,
  type Catalogue,
  type Door,
} from "../../github/action-run.ts";
import { claim } from "../../github/claim.ts";
import { writtenBySelf } from "../../github/authorship.ts";
import { readMarker } from "../../github/marker.ts";
import { again } from "../../github/once.ts";
import type { Decision } from "../../github/trigger.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import { usage } from "../../language/inputs.ts";
import type { Workflows } from "../../wiring/workflows.ts";
import type { Asked } from "./asked.ts";
import type { JobOnGitHub } from "./github.ts";
import type { Runner } from "./runner.ts";

export interface EventReading {
  readonly github: JobOnGitHub;
  readonly runner: Runner;
  readonly workflows: Workflows;
  readonly names: () => Promise<readonly string[]>;
}

type Command = Extract<Decision, { kind: "command" }>;

/**
 * What the event that started this job asks for, in a repository without the app (U1): a run, a run to carry on, or nothing more to do
 * because the event asked for nothing or has been answered.
 */
export async function askedByEvent(reading: EventReading): Promise<Asked | undefined> {
  const { github, runner } = reading;
  const { self, key, log } = github;
  const { systemClock } = await import("../../adapters/clock/system.ts");
  const [host, { config, findings }] = await Promise.all([github.host(), github.configuration()]);
  const door: Door = {
    host,
    config,
    configProblems: findings,
    self,
    key,
    clock: systemClock(),
    log,
    workflowOf: async (asked) => (await runMeant({ host, self, key }, asked))?.workflow,
  };
  const { jobEvent } = await import("../../adapters/runner/event.ts");
  const { name, payload } = jobEvent();
  const action = isJsonObject(payload) ? payload["action"] : undefined;
  const decision = await decideFromEvent(door, {
    name,
    payload,
    ...(typeof action === "string" ? { action } : {}),
  });
  if (decision.kind === "ignore" || decision.kind === "gone") {
    runner.line(`Nothing to do: ${decision.reason}.`);
    return undefined;
  }
  // A re-run of the job has the claim of its first attempt.
  if (!(await claim(door, decision, `job of workflow run ${github.job.workflowRun.id}`))) {
    runner.line("Nothing to do: the Pawl app of this repository, or another of its jobs, has taken it.");
    return undefined;
  }
  try {
    await again(door.clock, () => takeTrigger(door, decision));
  } catch (thrown) {
    // Neither is needed for what was asked.
    log.warning(`No 👀, or the label stays: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  if (decision.kind === "refuse") {
    runner.line(`Refused: ${decision.reason}`);
    await answer(door, decision.place, decision.meaning, decision.reply);
    return undefined;
  }
  if (decision.kind === "command") return command(reading, door, decision);
  const prepared = await prepareRun(door, decision, catalogue(reading));
  if (prepared.kind === "refused") {
    runner.line(`Refused: ${prepared.reason}`);
    await answer(door, decision.place, decision.meaning, prepared.reply);
    return undefined;
  }
  return {
    workflow: decision.workflow,
    inputs: prepared.inputs,
    inputsAreText: false,
    actor: decision.sender.login,
    issue: decision.place.issue,
    trigger: decision.pinned,
    runId: undefined,
    resume: false,
    trustTier: "trusted",
  };
}

function catalogue({ workflows, names }: EventReading): Catalogue {
  return {
    names,
    async load(name) {
      if (!(await names()).includes(name)) return undefined;
      const { validation } = await workflows.check(name);
      if (validation.ok && validation.workflow !== undefined) return validation.workflow;
      const errors = validation.findings.filter(({ severity }) => severity === "error");
      return {
        invalid: errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"),
      };
    },
  };
}

async function command(reading: EventReading, door: Door, decision: Command): Promise<Asked | undefined> {
  const { config } = door;
  const reply = async (markdown: string): Promise<undefined> => {
    await answer(door, decision.place, decision.meaning, markdown);
    return undefined;
  };
  switch (decision.command) {
    case "help":
    case "list": {
      const [wanted] = decision.words;
      if (decision.command === "help" && wanted !== undefined) {
        const found = await catalogue(reading).load(wanted);
        if (found !== undefined && !("invalid" in found))
          return reply(`\`\`\`\n${usage(found, config.command)}\n\`\`\``);
      }
      return reply(helpText(config, await reading.names()));
    }
    case "resume":
    case "retry":
      return carryOn(reading, door, decision, {
        ...(decision.flags["from"] === undefined ? {} : { from: decision.flags["from"] }),
        ...(decision.flags["budget"] === undefined ? {} : { budget_usd: dollars(decision.flags["budget"]) }),
      });
    case "approve":
    case "reject":
      return carryOn(reading, door, decision, {
        approval: {
          by: decision.sender.login,
          approved: decision.command === "approve",
          ...(decision.flags["note"] === undefined ? {} : { note: decision.flags["note"] }),
        },
      });
    default: {
      const { url } = reading.github.job.workflowRun;
      return reply(
        `\`${config.command} ${decision.command}\` needs the Pawl app. Without it, the status comment of the run shows where it stands, and the run is cancelled where it runs: ${url.replace(/\/runs\/\d+$/, "")}.`,
      );
    }
  }
}

async function carryOn(
  reading: EventReading,
  door: Door,
  decision: Command,
  answerToRun: JsonObject,
): Promise<Asked | undefined> {
  const runId = (await runMeant(door, decision))?.runId;
  if (runId === undefined) {
    await answer(door, decision.place, decision.meaning, "There is no such run of Pawl on this issue.");
    return undefined;
  }
  reading.runner.line(`${decision.sender.login} asks to ${decision.command} ${runId}.`);
  return {
    workflow: undefined,
    inputs: {},
    inputsAreText: false,
    actor: decision.sender.login,
    issue: decision.place.issue,
    trigger: { ...decision.pinned, by: decision.sender.login, ...answerToRun },
    runId,
    resume: true,
    trustTier: "trusted",
  };
}

/** The run that the command names, or the newest, by the status comments on the issue that are really ours. */
async function runMeant(
  door: Pick<Door, "host" | "self" | "key">,
  { place, runId, words }: Command,
): Promise<{ readonly runId: string; readonly workflow: string | undefined } | undefined> {
  if (place.issue === undefined) return undefined;
  const named = runId ?? words.find((word) => word.startsWith("run_"));
  for (const comment of (await door.host.comments(place.issue)).toReversed()) {
    if (!writtenBySelf(comment.author, door.self)) continue;
    const { run, workflow } = readMarker(door.key, "run", comment.body) ?? {};
    if (typeof run !== "string" || (named !== undefined && named !== run)) continue;
    return { runId: run, workflow: typeof workflow === "string" ? workflow : undefined };
  }
  return undefined;
}

function dollars(text: string): number {
  const amount = Number(/^\+?\$?(\d+(?:\.\d+)?)$/.exec(text)?.[1] ?? "0");
  return Number.isFinite(amount) ? amount : 0;
}
