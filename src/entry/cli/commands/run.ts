import { userInfo } from "node:os";
import { PawlError } from "../../../kernel/errors.ts";
import type { Autonomy, Workflow } from "../../../language/model.ts";
import type { LocalEngine } from "../../../wiring/local.ts";
import { readConfiguration } from "../../../wiring/configuration.ts";
import { localContexts, projectContext } from "../../../wiring/contexts.ts";
import { withDefaultModel } from "../../../wiring/default-model.ts";
import { typedInputs, type InputOptions } from "../assignments.ts";
import { EXIT, exitOfRun } from "../exit.ts";
import { checkNamed, hasErrors, showFindings } from "../findings.ts";
import { followRun, type FollowOptions } from "../follow.ts";
import { openEngine } from "../open.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";
import { showRun } from "../show-run.ts";

export interface RunOptions extends InputOptions, FollowOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  /** A step id: everything before it is taken from the newest run of this workflow that has it. */
  readonly from?: string;
  readonly runId?: string;
  readonly explainCache?: boolean;
  readonly model?: string;
  readonly budgetUsd?: string;
  readonly autonomy?: Autonomy;
}

/** `pawl run <file or name>`: runs a workflow to its end in this workspace. */
export async function runCommand(
  session: Session,
  reference: string | undefined,
  options: RunOptions,
): Promise<number> {
  await using local = await openEngine(session);
  const name = reference ?? (await chosenWorkflow(session, local));
  const check = await checkNamed(local.workflows, name);
  const workflow = check.checked?.validation.workflow;
  if (workflow === undefined || hasErrors(check.findings)) return refuse();
  const asked = await askedInputs(session, workflow, options);
  const inputs = await typedInputs(workflow, asked, session);
  if (options.dryRun === true) {
    const { dryRun } = await import("./dry-run.ts");
    return dryRun(session, check, inputs);
  }
  const { settings } = await readConfiguration({
    root: findPlaces(session).workspace,
    env: session.env,
    flags: { model: options.model, budget_usd: options.budgetUsd },
  });
  const runId = options.runId ?? local.clock.newRunId();
  const handle =
    options.from === undefined
      ? await local.engine.start({
          workflow: withDefaultModel(workflow, settings.model),
          inputs,
          actor: actorOf(session),
          trigger: { event: "cli" },
          contexts: {
            ...(await localContexts(findPlaces(session).workspace)),
            ...(await projectContext(workflow, () => local.workspace(runId))),
          },
          runId,
          ...(settings.budget_usd === undefined ? {} : { budget: { usd: settings.budget_usd } }),
          ...(options.autonomy === undefined ? {} : { autonomy: options.autonomy }),
        })
      : await local.engine.fork(await newestRun(local, workflow, options.from), {
          from: options.from,
          inputs,
          by: actorOf(session),
        });
  const view = await followRun(session, handle, options);
  if (options.events !== true) showRun(session, view, { tree: false });
  if (options.explainCache === true) {
    const { explainCache } = await import("./explain-cache.ts");
    explainCache(session, view);
  }
  return exitOfRun(view.status);

  async function refuse(): Promise<number> {
    if (session.options.json === true) {
      const message = `The workflow ${name} is not valid.`;
      session.terminal.json({
        error: { code: "workflow.invalid", kind: "invalid", message },
        findings: check.findings,
      });
    } else await showFindings(session, [check]);
    return EXIT.invalid;
  }
}

/** Who a run started at a terminal is attributed to. */
export function actorOf({ env }: Session): string {
  return env["PAWL_ACTOR"] ?? env["USER"] ?? userInfo().username;
}

async function newestRun(local: LocalEngine, workflow: Workflow, from: string): Promise<string> {
  const [newest] = await local.engine.list({ workflow: workflow.name, limit: 1 });
  if (newest !== undefined) return newest.runId;
  throw new PawlError({
    code: "run.none",
    kind: "invalid",
    message: `There is no earlier run of ${workflow.name} whose steps before "${from}" could be taken over.`,
    remedy: `Run it once without --from.`,
  });
}

async function chosenWorkflow(session: Session, local: LocalEngine): Promise<string> {
  const names = await local.files.names();
  if (session.terminal.canAsk && names.length > 0) {
    const { askWorkflow } = await import("../ask.ts");
    return askWorkflow(session, names);
  }
  throw new PawlError({
    code: "cli.missing_argument",
    kind: "invalid",
    message: "No workflow is named.",
    remedy: `Write: pawl run <file or name>. There are: ${names.join(", ") || "none yet"}.`,
  });
}

async function askedInputs(session: Session, workflow: Workflow, options: RunOptions): Promise<InputOptions> {
  if (!session.terminal.canAsk || options.yes === true || options.dryRun === true) return options;
  const { askInputs } = await import("../ask.ts");
  return askInputs(session, workflow, options);
}
