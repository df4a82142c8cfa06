/** What happened outside in one simulated world; it outlives every process, and holds the invariants that speak of the outside. */
export interface Ledger {
  /** A step's code ran. */
  ran(path: string, late: boolean): void;
  /** Its end is durable. */
  finished(path: string): void;
  /** A resume from an earlier step allows it again. */
  forget(path: string): void;
  /** One model turn was paid. A late holder may pay for one that was set aside before it lost the run: it costs, but within the budget. */
  paid(path: string, turn: number, usd: number, late: boolean): void;
  /** The turn's checkpoint is durable. */
  kept(path: string, turn: number): void;
  /** An outside effect: looked up by its key, done when it isn't there. */
  effect(key: string): "done" | "found";
  raiseBudget(usd: number): void;
  readonly violations: readonly string[];
  readonly counts: { readonly runs: number; readonly turns: number; readonly effects: number };
}

export function createLedger(budgetUsd: number): Ledger {
  let limit = budgetUsd;
  let spent = 0;
  let runs = 0;
  let turns = 0;
  const over = new Set<string>();
  const keptTurns = new Set<string>();
  const effects = new Set<string>();
  const violations: string[] = [];
  return {
    ran(path, late) {
      runs++;
      if (!late && over.has(path)) violations.push(`step ${path} ran again after its end was durable`);
    },
    finished: (path) => void over.add(path),
    forget: (path) => void over.delete(path),
    paid(path, turn, usd, late) {
      turns++;
      spent += usd;
      if (!late && keptTurns.has(`${path}#${turn}`)) violations.push(`turn ${turn} of ${path} was paid for again`);
      if (spent > limit + 1e-6) violations.push(`$${spent} spent of a budget of $${limit}`);
    },
    kept: (path, turn) => void keptTurns.add(`${path}#${turn}`),
    effect(key) {
      if (effects.has(key)) return "found";
      effects.add(key);
      return "done";
    },
    raiseBudget(usd) {
      limit += usd;
    },
    violations,
    get counts() {
      return { runs, turns, effects: effects.size };
    },
  };
}
