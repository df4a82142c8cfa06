import { inputTokensOf } from "../../../engine/budget.ts";
import type { Engine } from "../../../engine/engine.ts";
import type { EventData, JournalEvent } from "../../../engine/events.ts";
import type { RunSummary } from "../../../ports/run-store.ts";
import { EXIT } from "../exit.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";

const MOST_RUNS = 100_000;

/** One answer that was paid for. */
interface Payment {
  readonly run: RunSummary;
  readonly at: string;
  readonly model: string;
  readonly usd: number;
  readonly input: number;
  readonly output: number;
}

/** What a payment is counted under, by what `--by` may name. Days and months are those of UTC. */
const KEYS = {
  workflow: ({ run }: Payment) => run.workflow,
  actor: ({ run }: Payment) => run.actor ?? "unknown",
  model: ({ model }: Payment) => model,
  day: ({ at }: Payment) => at.slice(0, 10),
  month: ({ at }: Payment) => at.slice(0, 7),
} as const;

/** What `pawl cost --by` takes. */
export type CostKey = keyof typeof KEYS;

/** `pawl cost`: what models cost, by workflow, actor, model, day or month. Read from the journals, where every answer stands with its price. */
export async function costCommand(session: Session, { by }: { readonly by: CostKey }): Promise<number> {
  await using local = await openEngine(session);
  const groups = Map.groupBy(await payments(local.engine), KEYS[by]);
  const rows = [...groups].map(([name, paid]) => ({ name, ...total(paid) })).toSorted((a, b) => b.usd - a.usd);
  const usd = rows.reduce((sum, row) => sum + row.usd, 0);
  const { terminal } = session;
  if (session.options.json === true)
    terminal.json({ usd, rows: rows.map(({ name, ...row }) => ({ [by]: name, ...row })) });
  else {
    for (const row of rows)
      terminal.out(`$${row.usd.toFixed(4)}  ${row.name}  ${terminal.tone("dim", `${row.runs} runs`)}`);
    terminal.out(terminal.tone("bold", `$${usd.toFixed(4)}  in all`));
  }
  return EXIT.ok;
}

async function payments(engine: Engine): Promise<readonly Payment[]> {
  const runs = await engine.list({ limit: MOST_RUNS });
  const paid: Payment[] = [];
  for (const run of runs) {
    // What a child run spent stands in its parent's journal too, and is counted there.
    if (run.parentRunId !== undefined || run.costUsd + run.inputTokens + run.outputTokens === 0) continue;
    for (const { at, data } of settled(await engine.journal(run.runId))) {
      const { cost, model } = data;
      // A request that came to nothing.
      if (model === "") continue;
      paid.push({ run, at, model, usd: cost.usd, input: inputTokensOf(cost), output: cost.output_tokens });
    }
  }
  return paid;
}

/** The payments of a run itself: what a fork brought along was paid by the run it was forked from. */
function settled(
  journal: readonly JournalEvent[],
): readonly { readonly at: string; readonly data: EventData["budget.settled"] }[] {
  const own = journal.findLastIndex(
    ({ type, data }) => type === "run.resumed" && (data as EventData["run.resumed"]).reason === "fork",
  );
  return journal
    .slice(own + 1)
    .flatMap(({ type, at, data }) =>
      type === "budget.settled" ? [{ at, data: data as EventData["budget.settled"] }] : [],
    );
}

function total(paid: readonly Payment[]): {
  readonly runs: number;
  readonly usd: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
} {
  const sum = (of: (payment: Payment) => number): number => paid.reduce((all, payment) => all + of(payment), 0);
  return {
    runs: new Set(paid.map(({ run }) => run.runId)).size,
    usd: sum(({ usd }) => usd),
    input_tokens: sum(({ input }) => input),
    output_tokens: sum(({ output }) => output),
  };
}
