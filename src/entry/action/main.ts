import { toPawlError } from "../../kernel/errors.ts";
import { readJob, type Job } from "./job.ts";
import { createRunner, type Runner } from "./runner.ts";
import type { Asked } from "./asked.ts";
import type { RunView } from "../../engine/view.ts";

/**
 * The action's entry. It reads the job and what was asked, and loads the rest only then: a job whose event asks for nothing ends in
 * milliseconds.
 */
const runner = createRunner(process.env);
let code = 1;
try {
  code = await perform();
} catch (thrown) {
  code = reportFailure(runner, thrown);
}
// Connections kept alive for reuse must not hold the job.
process.stdout.write("", () => process.exit(code));

async function perform(): Promise<number> {
  const job = readJob(process.env);
  for (const secret of [job.inputs.githubToken, job.inputs.anthropicApiKey]) {
    if (secret !== undefined) runner.mask(secret);
  }
  runner.saveState("state", job.state);
  const { githubSide } = await import("./github.ts");
  const github = githubSide(job, runner, process.env);
  const asked = askedByInputs(job) ?? (await github.askedByEvent());
  if (asked === undefined) {
    runner.output("conclusion", "skipped");
    return 0;
  }
  const { libraryBeside, performRun } = await import("./perform.ts");
  const library = libraryBeside(process.argv[1]);
  const view = await performRun({ job, runner, env: process.env, library, github }, asked);
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

/** A parked run waits for somebody and did nothing wrong: the job is green. */
function exitOf(view: RunView): number {
  return view.status === "completed" || view.status === "parked" ? 0 : 1;
}

function reportFailure(to: Runner, thrown: unknown): number {
  const error = toPawlError(thrown);
  const remedy = error.remedy === undefined ? "" : `\n${error.remedy}`;
  to.output("conclusion", error.kind === "cancelled" ? "cancelled" : "failed");
  to.annotate("error", `${error.message}${remedy}`, { title: `Pawl: ${error.code}` });
  if (process.env["RUNNER_DEBUG"] === "1" && thrown instanceof Error) to.line(thrown.stack ?? "");
  return 1;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
