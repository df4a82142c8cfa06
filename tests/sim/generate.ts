import fc from "fast-check";
import type { Autonomy, Step, Workflow } from "../../src/language/model.ts";
import { step, workflow } from "../engine/house.ts";

const LEAVES = [
  "pass",
  "pass",
  "write",
  "write",
  "effect",
  "agent",
  "agent",
  "flaky",
  "fail",
  "throws",
  "sleep",
  "approval",
  "event",
  "delay",
] as const;

const ON_ERROR = ["fail", "fail", "fail", "continue", "skip_rest"] as const;

/** One step with its id left to whoever places it. */
const shape = fc.letrec<{ step: Partial<Step> & { type: string } }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 6, arbitrary: leaf() },
    {
      weight: 1,
      arbitrary: fc
        .record({
          type: fc.constantFrom("each", "branches", "loop"),
          inner: fc.array(tie("step"), { minLength: 1, maxLength: 3 }),
          count: fc.integer({ min: 0, max: 3 }),
          onError: fc.constantFrom(...ON_ERROR),
        })
        .map(({ type, inner, count, onError }) => ({
          type,
          onError,
          config: { count, at_once: 2, rounds: Math.max(1, count) },
          bodies: { steps: place(inner, "i") },
        })),
    },
  ),
})).step;

function leaf(): fc.Arbitrary<Partial<Step> & { type: string }> {
  return fc
    .record({
      type: fc.constantFrom(...LEAVES),
      onError: fc.constantFrom(...ON_ERROR),
      attempts: fc.integer({ min: 1, max: 3 }),
      failures: fc.integer({ min: 0, max: 2 }),
      turns: fc.integer({ min: 1, max: 3 }),
      ms: fc.constantFrom(1, 50, 5_000, 120_000),
      when: fc.constantFrom(undefined, undefined, undefined, undefined, "always()", "failure()"),
    })
    .map(({ type, onError, attempts, failures, turns, ms, when }) => ({
      type,
      onError,
      retry: { ...step("", "").retry, attempts, delayMs: 100 },
      config: { failures, turns, ms: type === "sleep" ? Math.min(ms, 5_000) : ms },
      ...(when === undefined ? {} : { when }),
    }));
}

function place(shapes: readonly (Partial<Step> & { type: string })[], prefix: string): Step[] {
  return shapes.map(({ type, ...rest }, index) => step(`${prefix}${index}`, type, rest));
}

const workflows = fc
  .record({
    steps: fc.array(shape, { minLength: 1, maxLength: 6 }),
    parallel: fc.boolean(),
    needs: fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }),
    rollback: fc.constantFrom("none", "automatic"),
    compensated: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    fallback: fc.option(fc.nat({ max: 4 })),
    usd: fc.constantFrom(2, 4, 50),
  })
  .map(({ steps, parallel, needs, rollback, compensated, fallback, usd }) => {
    const placed = place(steps, "s").map((made, index): Step => {
      const earlier = needs[index] ?? 0;
      return {
        ...made,
        needs: parallel && earlier < index ? [`s${earlier}`] : [],
        ...(compensated[index] === true ? { compensate: step("undo", "pass") } : {}),
        ...(fallback === index && index < steps.length - 1 ? { onError: `s${steps.length - 1}` } : {}),
      };
    });
    return workflow(placed, { parallel, rollback, budget: { usd } });
  });

/** The workflow of a seed. */
export function generateWorkflow(seed: number): Workflow {
  const [made] = fc.sample(workflows, { seed, numRuns: 1 });
  if (made === undefined) throw new Error(`seed ${seed} gives no workflow`);
  const autonomy = autonomyOf(seed);
  return autonomy === "full" ? made : { ...made, autonomy, steps: made.steps.map(choosing) };
}

/** Not drawn with the rest, so that a seed gives the steps it always gave. */
function autonomyOf(seed: number): Autonomy {
  if (Math.floor(seed / 7) % 4 !== 3) return "full";
  return seed % 3 === 0 ? "off" : "ask";
}

/** Agents that choose for themselves, where that has to be asked for. */
function choosing(one: Step): Step {
  const bodies = Object.fromEntries(Object.entries(one.bodies).map(([name, steps]) => [name, steps.map(choosing)]));
  return { ...one, bodies, ...(one.type === "agent" ? { config: { ...one.config, chooses: true } } : {}) };
}
