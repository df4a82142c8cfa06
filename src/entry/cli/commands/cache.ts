import { formatDuration, parseDuration } from "../../../kernel/duration.ts";
import { PawlError } from "../../../kernel/errors.ts";
import { EXIT } from "../exit.ts";
import type { LocalEngine } from "../../../wiring/local.ts";
import { openEngine } from "../open.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

export interface CacheFilter {
  readonly workflow?: string;
  readonly step?: string;
  readonly key?: string;
  readonly prefix?: string;
}

/** `pawl cache stats`: how much is kept and what it has saved. */
export async function cacheStatsCommand(session: Session): Promise<number> {
  await using local = await openEngine(session);
  const entries = (await local.cache.list?.()) ?? [];
  const runs = await local.engine.list({ limit: 1_000_000 });
  const hits = runs.reduce((sum, run) => sum + run.cacheHits, 0);
  const misses = runs.reduce((sum, run) => sum + run.cacheMisses, 0);
  const saved = { ms: 0, usd: 0 };
  for (const { runId, cacheHits } of runs) {
    if (cacheHits === 0) continue;
    const { cache } = await local.engine.show(runId);
    saved.ms += cache.saved_ms;
    saved.usd += cache.saved_usd;
  }
  const figures = {
    entries: entries.length,
    bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0),
    hits,
    misses,
    hit_rate: hits + misses === 0 ? null : hits / (hits + misses),
    saved_ms: saved.ms,
    saved_usd: saved.usd,
    oldest: entries.length === 0 ? null : new Date(Math.min(...entries.map((entry) => entry.createdAt))).toISOString(),
  };
  if (session.options.json === true) session.terminal.json(figures);
  else {
    const rate = figures.hit_rate === null ? "" : ` (${Math.round(figures.hit_rate * 100)} %)`;
    session.terminal.out(
      `${figures.entries} entries, ${bytesText(figures.bytes)}; ${hits} hits, ${misses} misses${rate}; saved ${formatDuration(saved.ms)} and $${saved.usd.toFixed(2)}`,
    );
  }
  return EXIT.ok;
}

/** `pawl cache list`. */
export async function cacheListCommand(session: Session, filter: CacheFilter): Promise<number> {
  await using local = await openEngine(session);
  const entries = ((await local.cache.list?.()) ?? []).filter(
    (entry) =>
      (filter.workflow === undefined || entry.workflow === filter.workflow) &&
      (filter.step === undefined || entry.step === filter.step) &&
      (filter.key === undefined || entry.key === filter.key) &&
      (filter.prefix === undefined || entry.key.startsWith(filter.prefix)),
  );
  if (session.options.json === true) {
    session.terminal.json(
      entries.map(({ key, bytes, workflow, step, createdAt, usedAt }) => ({
        key,
        workflow,
        step,
        bytes,
        created_at: new Date(createdAt).toISOString(),
        used_at: new Date(usedAt).toISOString(),
      })),
    );
  } else if (entries.length === 0) session.terminal.out("The cache is empty.");
  else {
    for (const { key, workflow, step, bytes, usedAt } of entries) {
      const age = formatDuration(Math.max(0, Date.now() - usedAt));
      session.terminal.out(`${key.slice(0, 12)}  ${workflow}/${step}  ${bytesText(bytes)}  used ${age} ago`);
    }
  }
  return EXIT.ok;
}

/** `pawl cache prune`: enforces an age and a size, least recently used first. */
export async function cachePruneCommand(
  session: Session,
  limits: { readonly maxAge?: string; readonly maxSize?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const pruned = (await local.cache.prune?.({
    ...(limits.maxAge === undefined ? {} : { maxAgeMs: parseDuration(limits.maxAge) }),
    ...(limits.maxSize === undefined ? {} : { maxBytes: parseBytes(limits.maxSize) }),
  })) ?? { removed: 0, bytes: 0 };
  const snapshots = await pruneOldSnapshots(session, local);
  if (session.options.json === true) session.terminal.json({ ...pruned, snapshot_bytes: snapshots.bytes });
  else {
    session.terminal.out(`${pruned.removed} entries removed, ${bytesText(pruned.bytes)} freed`);
    if (snapshots.bytes > 0) session.terminal.out(`${bytesText(snapshots.bytes)} of forgotten runs' snapshots freed`);
  }
  return EXIT.ok;
}

/** Snapshots that no run in the store names; those of the last two weeks stay in any case. */
async function pruneOldSnapshots(session: Session, { store }: LocalEngine): Promise<{ readonly bytes: number }> {
  const [{ pruneSnapshots }, { referencedTrees }] = await Promise.all([
    import("../../../adapters/workspace/prune.ts"),
    import("../../../adapters/archive/journal.ts"),
  ]);
  const keep = new Set<string>();
  for (const { runId } of await store.list({ limit: 1_000_000 })) {
    for (const tree of referencedTrees(await store.read(runId))) keep.add(tree);
  }
  return await pruneSnapshots(findPlaces(session).state, [...keep]);
}

/** `pawl cache clear`: everything, or what belongs to a workflow, a step, a key or a prefix of keys. */
export async function cacheClearCommand(session: Session, filter: CacheFilter): Promise<number> {
  await using local = await openEngine(session);
  const removed = (await local.cache.remove?.(filter)) ?? 0;
  if (session.options.json === true) session.terminal.json({ removed });
  else session.terminal.out(`${removed} entries removed`);
  return EXIT.ok;
}

/** `1.5 MB`. Units are powers of 1,000, as disks are sold. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1_000 ** power;
  return `${power === 0 ? amount : amount.toFixed(1)} ${units[power] ?? ""}`;
}

function parseBytes(text: string): number {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|TB)?$/i.exec(text.trim()) ?? [];
  const power = ["b", "kb", "mb", "gb", "tb"].indexOf(unit === "" ? "b" : unit.toLowerCase());
  if (amount !== undefined) return Math.round(Number(amount) * 1_000 ** power);
  throw new PawlError({
    code: "cli.bad_option",
    kind: "invalid",
    message: `"${text}" is not a size.`,
    remedy: "Write bytes as a number, or a text such as 500MB or 2GB.",
  });
}
