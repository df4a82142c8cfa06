import path from "node:path";
import type { RunView } from "../../engine/view.ts";
import { toPawlError } from "../../kernel/errors.ts";
import type { Asked } from "./asked.ts";
import { githubSide, jobOnGitHub, type JobOnGitHub } from "./github.ts";
import { readJob, type Job } from "./job.ts";
import { createRunner, runnerLog } from "./runner.ts";

/**
 * The action's entry, for `main` and `post` alike: one bundle, so that the code is there once. It reads the job and what was asked, and
 * loads the rest only then: a job whose event asks for nothing ends in milliseconds.
 */
const runner = createRunner();
const log = runnerLog(runner, process.env["RUNNER_DEBUG"] === "1");
const isPost = path.basename(process.argv[1] ?? "") === "post.js";
const code = await (isPost ? finish() : perform().catch(refuse));
// Outputs that got lost would let the steps after this one take a run for another: the job is red.
const isTold = await runner.flush();
// Connections kept alive for reuse must not hold the job.
process.stdout.write("", () => process.exit(isTold || isPost ? code : 1));

/** A failure here is a warning: the run's own result stands. */
async function finish(): Promise<number> {
  try {
    const { finishJob } = await import("./post.ts");
    await finishJob(process.env, log);
  } catch (thrown) {
    log.warning(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return 0;
}

async function perform(): Promise<number> {
  const job = readJob(process.env);
  for (const secret of [job.inputs.githubToken, job.inputs.anthropicApiKey]) {
    if (secret !== undefined) runner.mask(secret);
  }
  // The library lies beside `dist/`, from where this bundle runs.
  const library = path.resolve(path.dirname(process.argv[1] ?? ""), "../workflows-lib");
  const github = jobOnGitHub(job, log);
  const asked = askedByInputs(job) ?? (await readEvent(github, library));
  if (asked === undefined) {
    runner.output("conclusion", "skipped");
    return 0;
  }
  const { performRun } = await import("./perform.ts");
  const view = await performRun(
    { job, runner, env: process.env, log, library, github: githubSide(github, runner) },
    asked,
  );
  return exitOf(view);
}

/** What the job's own inputs ask for: undefined when they name neither a workflow nor a run to carry on. */
function askedByInputs(job: Job): Asked | undefined {
  const { inputs } = job;
  if (inputs.workflow === undefined && !inputs.resume) return undefined;
  return {
    workflow: inputs.workflow,
    inputs: inputs.inputs,
    inputsAreText: false,
    actor: text(inputs.trigger["actor"]) ?? job.actor,
    issue: inputs.issue,
    trigger: { event: job.eventName, ...inputs.trigger },
    runId: inputs.runId,
    resume: inputs.resume,
    trustTier: "trusted",
  };
}

async function readEvent(github: JobOnGitHub, library: string): Promise<Asked | undefined> {
  const [{ askedByEvent }, { createWorkflowDirectories }, { builtInSteps }, { createWorkflows, NO_OWN_TYPES }] =
    await Promise.all([
      import("./by-event.ts"),
      import("../../adapters/workflow-files/directories.ts"),
      import("../../steps/registry.ts"),
      import("../../wiring/workflows.ts"),
    ]);
  const files = createWorkflowDirectories({ root: github.job.workspace, library });
  return askedByEvent({
    github,
    runner,
    workflows: createWorkflows(files, builtInSteps, NO_OWN_TYPES),
    names: () => files.names(),
  });
}

/** A parked run waits for somebody and did nothing wrong: the job is green. */
function exitOf(view: RunView): number {
  return view.status === "completed" || view.status === "parked" ? 0 : 1;
}

/** Nothing was run: said in the log, and to the app, which would otherwise wait for the run to begin. */
async function refuse(thrown: unknown): Promise<number> {
  const error = toPawlError(thrown);
  const remedy = error.remedy === undefined ? "" : `\n${error.remedy}`;
  runner.output("conclusion", error.kind === "cancelled" ? "cancelled" : "failed");
  runner.annotate("error", `${error.message}${remedy}`, { title: `Pawl: ${error.code}` });
  if (process.env["RUNNER_DEBUG"] === "1" && thrown instanceof Error) runner.line(thrown.stack ?? "");
  const { reportRefusal } = await import("./refusal.ts");
  await reportRefusal(process.env, error, runner, log);
  return 1;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
