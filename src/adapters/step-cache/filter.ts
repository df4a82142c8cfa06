import type { Log } from "../../ports/log.ts";
import type { CacheInfo, StepCache } from "../../ports/step-cache.ts";

type Filter = Parameters<NonNullable<StepCache["remove"]>>[0];
type Limits = Parameters<NonNullable<StepCache["prune"]>>[0];

/** Whether an entry is meant: every member that is given must fit; none given means all. */
export function isMeant(info: CacheInfo, filter: Filter): boolean {
  return (
    (filter.key === undefined || info.key === filter.key) &&
    (filter.workflow === undefined || info.workflow === filter.workflow) &&
    (filter.step === undefined || info.step === filter.step) &&
    (filter.prefix === undefined || info.key.startsWith(filter.prefix))
  );
}

/** Which entries must go so that the rest is within the limits: too old by last use first, then least recently used. */
export function beyondLimits(entries: readonly CacheInfo[], limits: Limits, now: number): readonly CacheInfo[] {
  const { maxAgeMs, maxBytes } = limits;
  const tooOld = (entry: CacheInfo): boolean => maxAgeMs !== undefined && now - entry.usedAt > maxAgeMs;
  const gone = entries.filter(tooOld);
  if (maxBytes === undefined) return gone;
  const kept = entries.filter((entry) => !tooOld(entry)).toSorted((a, b) => a.usedAt - b.usedAt);
  let bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of kept) {
    if (bytes <= maxBytes) break;
    gone.push(entry);
    bytes -= entry.bytes;
  }
  return gone;
}

/** A log line per reason, not per entry: a cache that is down says so once. */
export function warnOnce(log: Log): (subject: string, message: string) => void {
  const said = new Set<string>();
  return (subject, message) => {
    if (said.has(subject)) return;
    said.add(subject);
    log.warning(message);
  };
}
