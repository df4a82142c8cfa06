import type { Body, Plan, PlanStep } from "../../../language/plan/plan.ts";
import { EXIT } from "../exit.ts";
import { checkNamed, hasErrors, showFindings } from "../findings.ts";
import { openWorkflows } from "../open.ts";
import type { Session } from "../session.ts";

/** `pawl plan <file or name>`: what would run after what, without running it. */
export async function planCommand(session: Session, reference: string): Promise<number> {
  const { workflows } = await openWorkflows(session);
  const check = await checkNamed(workflows, reference);
  const plan = check.checked?.validation.plan;
  if (plan === undefined || hasErrors(check.findings)) {
    if (session.options.json === true) session.terminal.json({ ok: false, findings: check.findings });
    else await showFindings(session, [check]);
    return EXIT.failed;
  }
  if (session.options.json === true) session.terminal.json(planJson(plan));
  else session.terminal.out(planText(plan, session));
  return EXIT.ok;
}

/** The plan as the command contract prints it; `after` is all a step waits for, `needs` what it can't do without. */
export function planJson(plan: Plan): object {
  return {
    workflow: plan.workflow.name,
    steps: plan.root.steps.map(stepJson),
    layers: plan.layers,
  };
}

function stepJson({ step, needs, after, cacheable, bodies, fallbackOnly }: PlanStep): object {
  const inner = Object.entries(bodies).map(([name, body]) => [name, body.steps.map(stepJson)] as const);
  return {
    id: step.id,
    type: step.type,
    needs,
    ...(step.when === undefined ? {} : { when: step.when }),
    cacheable,
    after,
    ...(fallbackOnly ? { fallback_only: true } : {}),
    ...(inner.length === 0 ? {} : { bodies: Object.fromEntries(inner) }),
  };
}

/** The plan for people: layer by layer, with what each step needs. */
export function planText(plan: Plan, { terminal }: Session): string {
  const lines = [terminal.tone("bold", plan.workflow.name)];
  plan.layers.forEach((layer, index) => {
    lines.push(terminal.tone("dim", `${index + 1}.`));
    for (const id of layer) {
      const step = plan.root.steps.find((candidate) => candidate.step.id === id);
      if (step !== undefined) lines.push(...stepLines(step, "   "));
    }
  });
  return lines.join("\n");

  function stepLines(planned: PlanStep, indent: string): string[] {
    const { step, needs, cacheable } = planned;
    const facts = [
      step.type,
      ...(needs.length === 0 ? [] : [`needs ${needs.join(", ")}`]),
      ...(step.when === undefined ? [] : [`when ${step.when}`]),
      ...(cacheable ? ["cached"] : []),
    ];
    const inner = Object.entries(planned.bodies).flatMap(([name, body]) => bodyLines(name, body, `${indent}  `));
    return [`${indent}${step.id}  ${terminal.tone("dim", facts.join(" · "))}`, ...inner];
  }

  function bodyLines(name: string, body: Body, indent: string): string[] {
    return [
      `${indent}${terminal.tone("dim", `${name}:`)}`,
      ...body.steps.flatMap((step) => stepLines(step, `${indent}  `)),
    ];
  }
}
