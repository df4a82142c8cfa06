import type { Step, Workflow } from "../language/model.ts";

const AGENTS: ReadonlySet<string> = new Set(["claude", "claude_code"]);

/** The workflow with this model in every agent step that names none, so that the journal holds which model was asked. */
export function withDefaultModel(workflow: Workflow, model: string | undefined): Workflow {
  return model === undefined ? workflow : { ...workflow, steps: steps(workflow.steps, model) };
}

function steps(list: readonly Step[], model: string): Step[] {
  return list.map((step) => ({
    ...step,
    config: AGENTS.has(step.type) && step.config["model"] === undefined ? { ...step.config, model } : step.config,
    bodies: Object.fromEntries(Object.entries(step.bodies).map(([name, body]) => [name, steps(body, model)])),
  }));
}
