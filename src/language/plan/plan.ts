import type { Json } from "../../kernel/json.ts";
import { references, usesStatusFunction, type Reference } from "../expressions/evaluate.ts";
import type { Step, Workflow } from "../model.ts";
import type { StepTypes } from "../step-type.ts";

/** What runs after what. Made from the workflow alone, so that a resumed run makes the same one from the definition it kept. */
export interface Plan {
  readonly workflow: Workflow;
  readonly root: Body;
  /** Ids of the top-level steps by the longest way to them: those of one layer could run at once. */
  readonly layers: readonly (readonly string[])[];
}

export interface Body {
  /** `steps` for the workflow's own; the field name within a step. */
  readonly name: string;
  readonly steps: readonly PlanStep[];
  readonly maxParallel: number;
}

export interface PlanStep {
  readonly step: Step;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** Ids of the same body that must have ended before it starts. */
  readonly after: readonly string[];
  /** Those of them whose failure or skipping it minds: named in `needs`, or referred to. */
  readonly needs: readonly string[];
  /** Its `when` decides about failures itself (`failure()`, `always()`, …). */
  readonly statusAware: boolean;
  readonly bodies: Readonly<Record<string, Body>>;
  readonly cacheable: boolean;
  /** Runs only when a step that names it in `on_error` fails. */
  readonly fallbackOnly: boolean;
}

/**
 * The order of a workflow's steps (spec L8): the list's order, or with `parallel_execution` or any `needs` a graph whose edges are `needs`
 * and every reference to another step's result. Pure and deterministic; a cycle, which validation refuses, is broken at its last step.
 */
export function planWorkflow(workflow: Workflow, stepTypes: StepTypes): Plan {
  const graph = workflow.parallel || workflow.steps.some(({ needs }) => needs.length > 0);
  const root = planBody("steps", workflow.steps, { graph, maxParallel: workflow.maxParallel }, stepTypes);
  return { workflow, root, layers: layersOf(root) };
}

interface Order {
  readonly graph: boolean;
  readonly maxParallel: number;
}

function planBody(name: string, steps: readonly Step[], order: Order, stepTypes: StepTypes): Body {
  const ids = new Map(steps.map(({ id }, index) => [id, index]));
  const fallbacks = new Set(steps.flatMap((step) => fallbackId(step) ?? []).filter((target) => ids.has(target)));
  const running = runningOrder(steps);
  const previous = new Map(order.graph ? [] : running.map(({ id }, place) => [id, running[place - 1]?.id]));
  const places = new Map(running.map(({ id }, place) => [id, place]));
  const siblings: Siblings = { steps, ids: order.graph ? ids : places, fallbacks, previous };
  const planned = steps.map((step, index) => planStep(step, index, siblings, order, stepTypes));
  return { name, steps: planned, maxParallel: order.graph ? order.maxParallel : 1 };
}

/**
 * The steps of a list in the order they run: as written, but a fallback after every step that hands over to it, wherever it stands. Fallbacks
 * of one another in a circle come last, as written.
 */
export function runningOrder(steps: readonly Step[]): readonly Step[] {
  const ids = new Set(steps.map(({ id }) => id));
  const left = new Map<string, number>();
  for (const step of steps) {
    const target = fallbackId(step);
    if (target !== undefined && ids.has(target)) left.set(target, (left.get(target) ?? 0) + 1);
  }
  if (left.size === 0) return steps;
  const held = new Map<string, Step>();
  const running: Step[] = [];
  for (const step of steps) {
    if ((left.get(step.id) ?? 0) > 0) held.set(step.id, step);
    for (let next = held.has(step.id) ? undefined : step; next !== undefined;) {
      running.push(next);
      const target = fallbackId(next) ?? "";
      left.set(target, (left.get(target) ?? 0) - 1);
      next = left.get(target) === 0 ? held.get(target) : undefined;
      held.delete(next?.id ?? "");
    }
  }
  return [...running, ...held.values()];
}

/** The step that takes over when this one fails, if one shall. A step may be called like one of the other words of `on_error`. */
export function fallbackId({ onError }: Step): string | undefined {
  return onError === "fail" || onError === "continue" || onError === "skip_rest" ? undefined : onError;
}

/** What a step of a body must know of those beside it. */
interface Siblings {
  readonly steps: readonly Step[];
  /** Each one's place in the order they run. */
  readonly ids: ReadonlyMap<string, number>;
  readonly fallbacks: ReadonlySet<string>;
  /** In a list, the one that runs before. */
  readonly previous: ReadonlyMap<string, string | undefined>;
}

function planStep(step: Step, index: number, siblings: Siblings, order: Order, stepTypes: StepTypes): PlanStep {
  const type = stepTypes.get(step.type);
  const { ids, fallbacks } = siblings;
  const referred = new Set<string>();
  for (const reference of stepReferences(step, stepTypes)) {
    const id = reference.root === "steps" ? reference.path[0] : reference.root;
    if (id !== undefined && id !== step.id && ids.has(id)) referred.add(id);
  }
  const explicit = step.needs.filter((id) => ids.has(id) && id !== step.id);
  const previous = siblings.previous.get(step.id);
  const place = ids.get(step.id) ?? index;
  const rescued = fallbacks.has(step.id)
    ? siblings.steps.filter((other) => fallbackId(other) === step.id).map(({ id }) => id)
    : [];
  // In a list a reference to a later step is an error that validation reports; it must not turn the order round.
  const before = new Set([
    ...explicit,
    ...[...referred].filter((id) => order.graph || (ids.get(id) ?? 0) < place),
    ...rescued,
  ]);
  if (previous !== undefined) before.add(previous);
  const bodies = Object.entries(step.bodies).map(([body, inner]) => {
    const field = body.split(".")[0] ?? body;
    const parallel = type?.bodies[field]?.parallel === true;
    const graph = parallel || inner.some(({ needs }) => needs.length > 0);
    return [body, planBody(body, inner, { graph, maxParallel: parallelism(step, order) }, stepTypes)] as const;
  });
  return {
    step,
    index,
    after: [...before],
    needs: [...new Set([...explicit, ...[...referred].filter((id) => before.has(id))])],
    statusAware: step.when !== undefined && usesStatusFunction(step.when),
    bodies: Object.fromEntries(bodies),
    cacheable: type !== undefined && type.caching !== "never" && (step.cache?.enabled ?? type.caching === "default"),
    fallbackOnly: fallbacks.has(step.id),
  };
}

function parallelism(step: Step, order: Order): number {
  const own = step.config["max_parallel"];
  return typeof own === "number" && own >= 1 ? own : order.maxParallel;
}

/** Every reference in a step and in the steps inside it, whose results its own bodies wait for through it. */
export function stepReferences(step: Step, stepTypes: StepTypes): readonly Reference[] {
  const conditions = new Set(stepTypes.get(step.type)?.conditionFields ?? []);
  const fields = Object.entries(step.config).flatMap(([field, value]) => [
    ...references(value, conditions.has(field) ? "condition" : "template"),
  ]);
  const others: readonly (Json | undefined)[] = [
    step.inputs,
    step.env,
    step.cache?.key,
    ...step.artifacts.map(({ path }) => path),
    ...Object.values(step.outputs).map(({ value }) => value),
  ];
  const inner = Object.values(step.bodies).flatMap((body) => {
    const own = new Set(body.map(({ id }) => id));
    return body
      .flatMap((child) => stepReferences(child, stepTypes))
      .filter(({ root, path }) => !own.has(root === "steps" ? (path[0] ?? "") : root));
  });
  return [
    ...(step.when === undefined ? [] : references(step.when, "condition")),
    ...fields,
    ...others.flatMap((value) => (value === undefined ? [] : [...references(value, "template")])),
    ...inner,
  ];
}

/** Layers by longest path; what a cycle holds back forms the last one. */
function layersOf(body: Body): readonly (readonly string[])[] {
  const layers: string[][] = [];
  const depth = new Map<string, number>();
  const followers = new Map<string, PlanStep[]>();
  const open = new Map<PlanStep, number>();
  for (const planned of body.steps) {
    open.set(planned, planned.after.length);
    for (const id of planned.after) {
      const known = followers.get(id);
      if (known === undefined) followers.set(id, [planned]);
      else known.push(planned);
    }
  }
  const place = ({ step, after }: PlanStep): void => {
    const at = 1 + Math.max(-1, ...after.map((id) => depth.get(id) ?? -1));
    depth.set(step.id, at);
    (layers[at] ??= []).push(step.id);
  };
  let ready = body.steps.filter(({ after }) => after.length === 0);
  while (ready.length > 0) {
    const next: PlanStep[] = [];
    for (const planned of ready) {
      place(planned);
      for (const follower of followers.get(planned.step.id) ?? []) {
        const left = (open.get(follower) ?? 0) - 1;
        open.set(follower, left);
        if (left === 0) next.push(follower);
      }
    }
    ready = next;
  }
  for (const planned of body.steps) if (!depth.has(planned.step.id)) place(planned);
  return layers;
}
