import type { Body, PlanStep } from "../language/plan/plan.ts";

/** What the fold looks up in a body, worked out once for all its frames. */
export interface BodyIndex {
  readonly byId: ReadonlyMap<string, PlanStep>;
  /** Ids of the steps that come after each step. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** How many steps each one waits for. */
  readonly waits: ReadonlyMap<string, number>;
}

const known = new WeakMap<Body, BodyIndex>();

export function bodyIndex(body: Body): BodyIndex {
  const found = known.get(body);
  if (found !== undefined) return found;
  const index = build(body);
  known.set(body, index);
  return index;
}

function build(body: Body): BodyIndex {
  const byId = new Map(body.steps.map((planned) => [planned.step.id, planned]));
  const dependents = new Map<string, string[]>();
  const waits = new Map<string, number>();
  for (const planned of body.steps) {
    let count = 0;
    for (const id of new Set([...planned.after, ...planned.needs])) {
      const before = byId.get(id);
      // A fallback nobody asked for by name runs beside the order, not in it.
      if (before === undefined || before === planned) continue;
      if (before.fallbackOnly && !planned.needs.includes(id)) continue;
      count++;
      const list = dependents.get(id);
      if (list === undefined) dependents.set(id, [planned.step.id]);
      else list.push(planned.step.id);
    }
    waits.set(planned.step.id, count);
  }
  return { byId, dependents, waits };
}
