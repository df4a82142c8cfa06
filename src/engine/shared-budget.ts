import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Budget } from "../language/model.ts";
import type { Clock } from "../ports/clock.ts";
import type { RunStore } from "../ports/run-store.ts";
import { budgetExceeded, tokensOf, unpriced, type OuterBudget, type WorstCase } from "./budget.ts";

/** Limits over all runs of a calendar month (UTC). */
export interface MonthlyBudgets {
  readonly all?: Budget;
  readonly perActor?: Budget;
  readonly perWorkflow?: Budget;
}

interface Spent {
  readonly usd: number;
  readonly tokens: number;
  /** Set aside and not settled; what a crash cut off stays set aside. */
  readonly held_usd: number;
  readonly held_tokens: number;
}

const NOTHING: Spent = { usd: 0, tokens: 0, held_usd: 0, held_tokens: 0 };

/** The monthly budgets that apply to a run (R10), kept as facts of the run store that every worker shares. */
export function monthlyBudgets(
  store: RunStore,
  clock: Clock,
  limits: MonthlyBudgets,
  run: { readonly workflow: string; readonly actor: string | undefined },
): readonly OuterBudget[] {
  const scopes: readonly (readonly [string, Budget | undefined])[] = [
    ["the month", limits.all],
    [`actor ${run.actor ?? "nobody"} this month`, limits.perActor],
    [`workflow ${run.workflow} this month`, limits.perWorkflow],
  ];
  return scopes.flatMap(([scope, limit]) => (limit === undefined ? [] : [monthly(store, clock, scope, limit)]));
}

function monthly(store: RunStore, clock: Clock, scope: string, limit: Budget): OuterBudget {
  return {
    async reserve(worstCase) {
      if (worstCase.unpriced !== undefined && limit.usd !== undefined) throw unpriced(worstCase.unpriced);
      const key = `spend/${new Date(clock.now()).toISOString().slice(0, 7)}/${scope}`;
      await change(store, key, (spent) => {
        check(scope, limit, spent, worstCase);
        return hold(spent, worstCase, 1);
      });
      const end = (usd: number, tokens: number): Promise<void> =>
        change(store, key, (spent) => {
          const freed = hold(spent, worstCase, -1);
          return { ...freed, usd: freed.usd + usd, tokens: freed.tokens + tokens };
        });
      return {
        id: key,
        settle: (cost) => end(cost.usd, tokensOf(cost)),
        release: () => end(0, 0),
      };
    },
  };
}

function hold(spent: Spent, { usd, tokens }: WorstCase, sign: 1 | -1): Spent {
  return { ...spent, held_usd: spent.held_usd + sign * usd, held_tokens: spent.held_tokens + sign * tokens };
}

function check(scope: string, limit: Budget, spent: Spent, worstCase: WorstCase): void {
  const dimensions = [
    ["usd", limit.usd, spent.usd + spent.held_usd, worstCase.usd],
    ["tokens", limit.tokens, spent.tokens + spent.held_tokens, worstCase.tokens],
  ] as const;
  for (const [dimension, most, used, needed] of dimensions) {
    if (most !== undefined && used + needed > most + 5e-7) {
      throw budgetExceeded({ scope, dimension, limit: most, used, needed });
    }
  }
}

/** Compare-and-set until it holds; whoever else changed it meanwhile is counted in. */
async function change(store: RunStore, key: string, next: (spent: Spent) => Spent): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    const stored = await store.getFact(key);
    const spent = stored === undefined ? NOTHING : { ...NOTHING, ...(stored.value as JsonObject & Partial<Spent>) };
    if (await store.setFact(key, { ...next(spent) }, stored?.version ?? 0)) return;
  }
  throw new PawlError({
    code: "budget.contended",
    kind: "transient",
    message: `The spending of ${key} is being changed by too many others to be counted safely.`,
  });
}
