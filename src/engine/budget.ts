import { PawlError } from "../kernel/errors.ts";
import type { Budget } from "../language/model.ts";
import type { NewEvent, TokenCost } from "./events.ts";
import { frameOf, NO_COST, stepAt, type RunState, type StepState } from "./state.ts";
import type { Reservation } from "./step.ts";

export interface WorstCase {
  readonly usd: number;
  readonly tokens: number;
  /** The model's name when its price is unknown. */
  readonly unpriced?: string;
}

/** Money outside the run that a request must also fit: a parent run's budget, a month's. */
export interface OuterBudget {
  reserve(worstCase: WorstCase): Promise<Reservation>;
}

/**
 * Sets money aside for one request (R10): checked against the run's budget and those of the step and every step around it, then
 * against the outer ones, and journaled before it resolves. A reservation whose request was cut off by a crash stays set aside for ever:
 * it may have been spent.
 *
 * @throws PawlError `budget.exceeded` (kind budget) with the dimension, limit, need and scope in its details
 */
export async function reserve(
  run: {
    readonly state: RunState;
    readonly write: (events: readonly NewEvent[]) => Promise<void>;
    readonly outer: readonly OuterBudget[];
    readonly nextId: () => string;
  },
  path: string,
  worstCase: WorstCase,
): Promise<Reservation> {
  const steps = around(run.state, path);
  const inDollars = [runBudget(run.state), ...steps.map((step) => step.planned.step.budget)].some(
    (budget) => budget?.usd !== undefined,
  );
  if (worstCase.unpriced !== undefined && inDollars) throw unpriced(worstCase.unpriced);
  checkRun(run.state, worstCase);
  for (const step of steps) checkStep(run.state, step, worstCase);
  const id = run.nextId();
  // Folded at once, so that a neighbour's reservation made meanwhile sees this one.
  const written = run.write([
    { type: "budget.reserved", data: { path, id, usd: worstCase.usd, tokens: worstCase.tokens } },
  ]);
  const settleOwn = (cost: TokenCost, model: string): Promise<void> =>
    run.write([{ type: "budget.settled", data: { path, id, cost, model } }]);
  const held: Reservation[] = [];
  try {
    for (const outer of run.outer) held.push(await outer.reserve(worstCase));
    await written;
  } catch (error) {
    await Promise.all([...held.map((reservation) => reservation.release()), settleOwn(NO_COST, "")]);
    throw error;
  }
  return {
    id,
    settle: async (cost, model) => {
      await Promise.all([settleOwn(cost, model), ...held.map((reservation) => reservation.settle(cost, model))]);
    },
    release: async () => {
      await Promise.all([settleOwn(NO_COST, ""), ...held.map((reservation) => reservation.release())]);
    },
  };
}

/** The run's limits: the caller's where it set one, else the workflow's, and what resumes added. */
export function runBudget(state: RunState): Budget {
  const own = state.plan.workflow.budget;
  const given: Budget = state.created?.budget ?? {};
  const limits: { -readonly [K in keyof Budget]: Budget[K] } = {};
  for (const dimension of DIMENSIONS) {
    const limit = given[dimension] ?? own[dimension];
    if (limit !== undefined) limits[dimension] = limit + (state.addedBudget[dimension] ?? 0);
  }
  return limits;
}

const DIMENSIONS = ["usd", "tokens", "minutes", "turns"] as const;

function checkRun(state: RunState, worstCase: WorstCase): void {
  const limits = runBudget(state);
  const reserved = sum(state, () => true);
  check("run", "usd", limits.usd, state.cost.usd + reserved.usd, worstCase.usd);
  check("run", "tokens", limits.tokens, tokensOf(state.cost) + reserved.tokens, worstCase.tokens);
  check("run", "turns", limits.turns, state.turns, 1);
}

function checkStep(state: RunState, step: StepState, worstCase: WorstCase): void {
  const limits = step.planned.step.budget;
  if (limits === undefined) return;
  const inside = `${step.path}/`;
  const reserved = sum(state, (path) => path === step.path || path.startsWith(inside));
  // A resume that raises the run's budget raises that of the step that ran out too: it is what the person saw.
  const added = state.addedBudget;
  const scope = `step ${step.path}`;
  check(scope, "usd", plus(limits.usd, added.usd), step.cost.usd + reserved.usd, worstCase.usd);
  check(scope, "tokens", plus(limits.tokens, added.tokens), tokensOf(step.cost) + reserved.tokens, worstCase.tokens);
  check(scope, "turns", plus(limits.turns, added.turns), step.turns, 1);
}

function plus(limit: number | undefined, added: number | undefined): number | undefined {
  return limit === undefined ? undefined : limit + (added ?? 0);
}

function check(
  scope: string,
  dimension: "usd" | "tokens" | "turns",
  limit: number | undefined,
  used: number,
  more: number,
): void {
  // Half a millionth of a dollar: less than any price, more than what adding floats loses.
  if (limit === undefined || used + more <= limit + 5e-7) return;
  throw budgetExceeded({ scope, dimension, limit, used, needed: more });
}

/** A limit in dollars can't be kept with a model whose price nobody knows (A4). */
export function unpriced(model: string): PawlError {
  return new PawlError({
    code: "model.unpriced",
    kind: "invalid",
    message: `The price of the model ${model} is unknown, so a budget in dollars can't be kept.`,
    remedy: "Use a model of the price list, or give the budget in tokens.",
  });
}

export function budgetExceeded(spent: {
  readonly scope: string;
  readonly dimension: string;
  readonly limit: number;
  readonly used: number;
  readonly needed: number;
}): PawlError {
  const unit = (amount: number): string =>
    spent.dimension === "usd" ? `$${amount.toFixed(4)}` : `${Math.round(amount)} ${spent.dimension}`;
  return new PawlError({
    code: "budget.exceeded",
    kind: "budget",
    message:
      `The budget of ${spent.scope} is ${unit(spent.limit)}; ${unit(spent.used)} is spent or set aside ` +
      `and the next request may need ${unit(spent.needed)}, so it was not sent.`,
    remedy: `Resume the run with more, for example \`pawl resume <run-id> --budget +${spent.dimension === "usd" ? 1 : spent.needed}\`.`,
    details: { ...spent },
  });
}

function sum(state: RunState, counts: (path: string) => boolean): WorstCase {
  let usd = 0;
  let tokens = 0;
  for (const reservation of state.reservations.values()) {
    if (!counts(reservation.path)) continue;
    usd += reservation.usd;
    tokens += reservation.tokens;
  }
  return { usd, tokens };
}

export function tokensOf(cost: TokenCost): number {
  return inputTokensOf(cost) + cost.output_tokens;
}

/** Every token that was sent, at whatever price: the journal keeps those of the prompt cache apart. */
export function inputTokensOf(cost: TokenCost): number {
  return cost.input_tokens + cost.cache_read_tokens + cost.cache_write_tokens;
}

function around(state: RunState, path: string): StepState[] {
  const found: StepState[] = [];
  for (let step = state.steps.get(path); step !== undefined;) {
    found.push(step);
    const parent: string | undefined = frameOf(state, step).parent;
    step = parent === undefined ? undefined : stepAt(state, parent);
  }
  return found;
}
