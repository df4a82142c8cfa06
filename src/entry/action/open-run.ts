import type { RunHandle } from "../../engine/engine.ts";
import type { RunView } from "../../engine/view.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import type { RunArchives } from "../../ports/run-archives.ts";
import { projectContext } from "../../wiring/contexts.ts";
import { withDefaultModel } from "../../wiring/default-model.ts";
import type { LocalEngine } from "../../wiring/local.ts";
import type { Asked } from "./asked.ts";
import type { Job } from "./job.ts";
import { runIdOfPlace } from "./run-id.ts";

export interface Opening {
  readonly local: LocalEngine;
  readonly job: Job;
  readonly asked: Asked;
  readonly archives: RunArchives | undefined;
  readonly contexts: () => Promise<JsonObject>;
  /** Whether the attempt of this workflow run before this one was green. */
  readonly endedWell: () => Promise<boolean>;
}

/**
 * Starts the run, or carries it on: when asked to, and when this is a later attempt of a workflow run whose archive holds an unfinished one.
 *
 * @throws PawlError `archive.missing`, `input.invalid`, `workflow.unknown`, `workflow.invalid`
 */
export async function openRun(opening: Opening): Promise<RunHandle> {
  const { job, asked } = opening;
  if (asked.resume && asked.runId !== undefined) {
    if (!(await bringBack(opening, asked.runId))) throw missingArchive(asked.runId);
    return carryOn(opening, asked.runId);
  }
  if (job.workflowRun.attempt === 1) return startNew(opening, asked.runId ?? runIdOfPlace(job.place, 1));
  for (let generation = 1; ; generation++) {
    const runId = asked.runId ?? runIdOfPlace(job.place, generation);
    if (!(await bringBack(opening, runId))) return startNew(opening, runId);
    const view = await opening.local.engine.show(runId);
    if (view.status !== "completed") return carryOn(opening, runId);
    // The job died between the run's end and its own: what is left is to say so.
    if (!(await opening.endedWell())) return ended(view);
    if (asked.runId !== undefined) return carryOn(opening, runId);
  }
}

async function startNew({ local, job, asked, contexts }: Opening, runId: string): Promise<RunHandle> {
  if (asked.workflow === undefined) {
    throw new PawlError({
      code: "action.bad_input",
      kind: "invalid",
      message: 'The action\'s input "resume" needs "run_id".',
      remedy: "Give the id of the run to carry on.",
    });
  }
  const workflow = withDefaultModel(await local.workflows.load(asked.workflow), job.inputs.model);
  const { resolveInputs } = await import("../../language/inputs.ts");
  const { values, problems } = resolveInputs(workflow.inputs, asked.inputs, { text: asked.inputsAreText });
  if (problems.length > 0) {
    throw new PawlError({
      code: "input.invalid",
      kind: "invalid",
      message: problems.map(({ message }) => message).join("\n"),
      remedy: `${workflow.name} takes: ${Object.keys(workflow.inputs).join(", ") || "no inputs"}.`,
      details: { problems: problems.map((problem): Json => ({ ...problem })) },
    });
  }
  const budgetUsd = startBudget(job.inputs.budgetUsd, asked.trigger["limit_usd"]);
  return local.engine.start({
    workflow,
    inputs: values,
    runId,
    actor: asked.actor,
    trigger: asked.trigger,
    contexts: {
      ...(await contexts()),
      ...(await projectContext(workflow, () => local.workspace(runId))),
    },
    labels: {
      repository: `${job.owner}/${job.repository}`,
      ...(asked.issue === undefined ? {} : { issue: String(asked.issue) }),
    },
    ...(budgetUsd === undefined ? {} : { budget: { usd: budgetUsd } }),
  });
}

/** A run that is over: there is nothing to follow. */
function ended(view: RunView): RunHandle {
  return {
    id: view.run_id,
    // oxlint-disable-next-line require-yield
    async *events() {
      return;
    },
    status: () => view,
    result: () => Promise.resolve(view),
    cancel: () => Promise.resolve(),
  };
}

/** The smaller of what the job gives the run and what `.github/pawl.yml` allowed it when the app started it, in US dollars. */
function startBudget(given: number | undefined, limit: Json | undefined): number | undefined {
  if (typeof limit !== "number" || !(limit >= 0)) return given;
  return given === undefined ? limit : Math.min(given, limit);
}

/** Puts a run's journal and trees into this job's state; false when there is no archive of it. */
async function bringBack({ local, archives }: Opening, runId: string): Promise<boolean> {
  if ((await local.store.summary(runId)) !== undefined) return true;
  const archive = await archives?.find(runId);
  if (archive === undefined) return false;
  const { importRun } = await import("../../adapters/archive/tar.ts");
  await importRun(archive, { store: local.store, workspace: await local.workspace(runId), clock: local.clock });
  return true;
}

async function carryOn({ local, job, asked }: Opening, runId: string): Promise<RunHandle> {
  const { engine } = local;
  const answer = readAnswer(asked.trigger);
  if (answer.approval !== undefined) await engine.approve(runId, answer.approval);
  if (answer.signal !== undefined) await engine.signal(runId, answer.signal);
  const { attempt } = job.workflowRun;
  return engine.resume(runId, {
    by: answer.by ?? asked.actor,
    reason: attempt > 1 ? `attempt ${attempt} of the workflow run` : "asked for",
    ...(answer.from === undefined ? {} : { from: answer.from }),
    ...(answer.budgetUsd === undefined ? {} : { addBudget: { usd: answer.budgetUsd } }),
  });
}

interface Answer {
  readonly approval?: {
    readonly by: string;
    readonly approved: boolean;
    readonly note?: string;
    readonly tree?: string;
  };
  readonly signal?: { readonly name: string; readonly payload: Json };
  readonly from?: string;
  readonly by?: string;
  readonly budgetUsd?: number;
}

/** What the one who resumes says to the run: a grant, an event, more money, another place to start from. */
function readAnswer(trigger: JsonObject): Answer {
  const {
    approval,
    signal,
    from,
    by,
    budget_usd: budgetUsd,
  } = trigger as {
    readonly approval?: { by?: string; approved?: boolean; note?: string; tree?: string };
    readonly signal?: { name?: string; payload?: Json };
    readonly from?: string;
    readonly by?: string;
    readonly budget_usd?: number;
  };
  return {
    ...(approval === undefined || approval === null
      ? {}
      : {
          approval: {
            by: approval.by ?? by ?? "",
            approved: approval.approved === true,
            ...(approval.note === undefined ? {} : { note: approval.note }),
            ...(approval.tree === undefined ? {} : { tree: approval.tree }),
          },
        }),
    ...(signal === undefined || signal === null
      ? {}
      : { signal: { name: signal.name ?? "", payload: signal.payload ?? null } }),
    ...(typeof from === "string" && from !== "" ? { from } : {}),
    ...(typeof by === "string" && by !== "" ? { by } : {}),
    ...(typeof budgetUsd === "number" ? { budgetUsd } : {}),
  };
}

function missingArchive(runId: string): PawlError {
  return new PawlError({
    code: "archive.missing",
    kind: "invalid",
    message: `There is no archive of the run ${runId} in this repository.`,
    remedy:
      "Archives are artifacts and expire with them (Settings → Actions → Artifact and log retention). The token needs `actions: read`. Start the workflow anew otherwise.",
  });
}
