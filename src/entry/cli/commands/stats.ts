import { formatDuration } from "../../../kernel/duration.ts";
import type { RunSummary } from "../../../ports/run-store.ts";
import { EXIT } from "../exit.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";

const MOST_RUNS = 100_000;

interface Figures {
  readonly runs: number;
  readonly completed: number;
  readonly failed: number;
  /** Of the runs that ended by completing or failing; null when none did. */
  readonly success_rate: number | null;
  readonly p50_ms: number | null;
  readonly p95_ms: number | null;
  readonly cost_usd: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_hits: number;
  readonly cache_misses: number;
}

/** `pawl stats`: how runs went, over all and by workflow. */
export async function statsCommand(session: Session, options: { readonly workflow?: string }): Promise<number> {
  await using local = await openEngine(session);
  const runs = await local.engine.list({
    limit: MOST_RUNS,
    ...(options.workflow === undefined ? {} : { workflow: options.workflow }),
  });
  const workflows = Object.fromEntries(
    [...grouped(runs, (run) => run.workflow)].map(([name, own]) => [name, figures(own)]),
  );
  const { terminal } = session;
  if (session.options.json === true) terminal.json({ ...figures(runs), workflows });
  else if (runs.length === 0) terminal.out("There are no runs yet.");
  else
    for (const [name, own] of Object.entries(workflows))
      terminal.out(`${terminal.tone("bold", name)}  ${sentence(own)}`);
  return EXIT.ok;
}

function figures(runs: readonly RunSummary[]): Figures {
  const completed = runs.filter(({ status }) => status === "completed");
  const failed = runs.filter(({ status }) => status === "failed").length;
  const ended = completed.length + failed;
  const durations = completed.map((run) => run.updatedAt - run.createdAt).toSorted((a, b) => a - b);
  const total = (of: (run: RunSummary) => number): number => runs.reduce((sum, run) => sum + of(run), 0);
  return {
    runs: runs.length,
    completed: completed.length,
    failed,
    success_rate: ended === 0 ? null : completed.length / ended,
    p50_ms: percentile(durations, 0.5),
    p95_ms: percentile(durations, 0.95),
    cost_usd: total((run) => run.costUsd),
    input_tokens: total((run) => run.inputTokens),
    output_tokens: total((run) => run.outputTokens),
    cache_hits: total((run) => run.cacheHits),
    cache_misses: total((run) => run.cacheMisses),
  };
}

/** Nearest rank; null of nothing. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

function sentence(of: Figures): string {
  const rate = of.success_rate === null ? "none ended" : `${Math.round(of.success_rate * 100)} % completed`;
  const time =
    of.p50_ms === null || of.p95_ms === null
      ? []
      : [`p50 ${formatDuration(of.p50_ms)}`, `p95 ${formatDuration(of.p95_ms)}`];
  const cacheable = of.cache_hits + of.cache_misses;
  const cache = cacheable === 0 ? [] : [`${Math.round((of.cache_hits / cacheable) * 100)} % cache hits`];
  return [`${of.runs} runs`, rate, ...time, `$${of.cost_usd.toFixed(4)}`, ...cache].join(" · ");
}

function grouped(runs: readonly RunSummary[], key: (run: RunSummary) => string): Map<string, RunSummary[]> {
  const groups = new Map<string, RunSummary[]>();
  for (const run of runs) groups.set(key(run), [...(groups.get(key(run)) ?? []), run]);
  return groups;
}
