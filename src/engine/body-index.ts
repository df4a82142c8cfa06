import type { Body, PlanStep } from "../language/plan/plan.ts";

/** What the fold looks up in a body, worked out once for all its frames. */
export interface BodyIndex {
  readonly byId: ReadonlyMap<string, PlanStep>;
  /** Ids of the steps that each one waits for. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Ids of the steps that wait for each one. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
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
  const before = new Map(body.steps.map((planned) => [planned.step.id, [...waitsOf(byId, planned)]]));
  const dependents = new Map<string, string[]>();
  for (const [id, waits] of before) {
    for (const earlier of waits) {
      const list = dependents.get(earlier);
      if (list === undefined) dependents.set(earlier, [id]);
      else list.push(id);
    }
  }
  return { byId, before, dependents };
}

/**
 * A fallback runs beside the order, not in it: who comes after one waits for what the fallback itself comes after,
 * unless it asks for the fallback by name.
 */
function waitsOf(
  byId: ReadonlyMap<string, PlanStep>,
  planned: PlanStep,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  const waits = new Set<string>();
  for (const id of [...planned.after, ...planned.needs]) {
    const earlier = byId.get(id);
    if (earlier === undefined || earlier === planned || seen.has(id)) continue;
    if (earlier.fallbackOnly && !planned.needs.includes(id)) {
      seen.add(id);
      for (const through of waitsOf(byId, earlier, seen)) if (through !== planned.step.id) waits.add(through);
    } else waits.add(id);
  }
  return waits;
}
