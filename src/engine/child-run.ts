import { sha256 } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";
import { resolveInputs } from "../language/inputs.ts";
import { autonomyOf, stricter } from "./autonomy.ts";
import type { EnginePorts, RunRequest } from "./engine.ts";
import type { RunState } from "./state.ts";
import type { StepContext } from "./step.ts";

/** Workflows that start workflows, one inside the other. */
const DEEPEST_CHILD = 8;

/** Where the concurrency group of a run stands among its labels. */
export const GROUP_LABEL = "concurrency_group";

/**
 * What starts the child run that the step at `path` asks for.
 *
 * @throws PawlError `workflow.inputs`, and what loading the workflow gives
 */
export async function childRequest(
  ports: EnginePorts,
  parent: RunState,
  runId: string,
  path: string,
  request: Parameters<StepContext["runChild"]>[0],
): Promise<RunRequest> {
  const { created, plan } = parent;
  const workflow = await ports.loadWorkflow(request.reference, plan.workflow.source.file);
  const { values, problems } = resolveInputs(workflow.inputs, request.inputs);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new PawlError({
      code: "workflow.inputs",
      kind: "invalid",
      message: `Step ${path} starts the workflow ${workflow.name}: ${problems.map(({ message }) => message).join("; ")}`,
      ...(problem.hint === undefined ? {} : { remedy: problem.hint }),
    });
  }
  const autonomy = stricter(autonomyOf(parent), workflow.autonomy);
  return {
    runId,
    workflow,
    inputs: values,
    trigger: { event: "workflow", run: parent.runId, path },
    contexts: created?.contexts ?? {},
    labels: withoutGroup(created?.labels ?? {}),
    ...(autonomy === "full" ? {} : { autonomy }),
    ...(created?.actor === undefined ? {} : { actor: created.actor }),
  };
}

function withoutGroup(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== GROUP_LABEL));
}

/** A child's id follows from where it was started, so that the same call after a crash finds the same child. */
export function childId(parentId: string, path: string): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  const digest = sha256(`${parentId} ${path}`);
  // The parent's time stays in front, so that children sort beside it.
  const time = parentId.startsWith("run_") ? parentId.slice(4, 14) : "";
  let tail = "";
  for (let i = 0; tail.length + time.length < 26; i++) {
    tail += alphabet[Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 32] ?? "0";
  }
  return `run_${time}${tail}`;
}

/** @throws PawlError `workflow.recursion` when workflows start one another without end */
export function checkDepth(chain: readonly string[]): void {
  if (chain.length > DEEPEST_CHILD) throw recursion(chain);
}

function recursion(chain: readonly string[]): PawlError {
  return new PawlError({
    code: "workflow.recursion",
    kind: "invalid",
    message: `Workflows start one another more than ${DEEPEST_CHILD} deep: ${chain.join(" → ")}`,
    remedy: "Let one of them stop starting the next, or use a loop step.",
  });
}
