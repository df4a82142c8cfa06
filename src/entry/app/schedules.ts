import { Cron } from "croner";
import { sha256 } from "../../kernel/digest.ts";
import type { PawlConfig } from "../../github/config.ts";
import { readConfig } from "../../github/config-file.ts";
import type { RepositoryFacts } from "../../ports/repository-host.ts";
import type { AppParts } from "./parts.ts";

/** A repository's schedules as they are kept between looks. */
interface Kept {
  readonly owner: string;
  readonly repo: string;
  readonly installation: number;
  readonly lines: readonly string[];
  /** When `.github/pawl.yml` was read for them, and until when they were carried out; milliseconds since the epoch. */
  readonly readAt: number;
  readonly firedUntil: number;
}

/** How long what `.github/pawl.yml` said is believed without reading it again, in milliseconds. */
const BELIEVED_MS = 10 * 60_000;
const PREFIX = "schedule:";

/** Remembers what a repository's configuration schedules. Call within a transaction, whenever the configuration was read anyway. */
export function keepSchedules(
  parts: Pick<AppParts, "db" | "clock">,
  where: { readonly owner: string; readonly repo: string; readonly installation: number },
  config: PawlConfig,
): void {
  const key = `${PREFIX}${where.owner}/${where.repo}`.toLowerCase();
  const lines = [...new Set(Object.values(config.workflows).flatMap((one) => one.triggers.schedule))];
  if (lines.length === 0) {
    parts.db.run("DELETE FROM facts WHERE key = ?", key);
    return;
  }
  const before = parts.db.first("SELECT value FROM facts WHERE key = ?", key);
  const now = parts.clock.now();
  const firedUntil = before === undefined ? now : (JSON.parse(String(before["value"])) as Kept).firedUntil;
  const { owner, repo, installation } = where;
  store(parts, key, { owner, repo, installation, lines, readAt: now, firedUntil });
}

/**
 * Keeps a delivery for every schedule whose time has come since the last look (G2). The delivery's id is made of the line and its time, so
 * that several processes, and a process that was away, make one of it; of several times that were missed, the last counts.
 */
export async function fireSchedules(parts: AppParts): Promise<number> {
  let fired = 0;
  for (const row of parts.db.all("SELECT key, value FROM facts WHERE key LIKE 'schedule:%'")) {
    const key = String(row["key"]);
    const now = parts.clock.now();
    let kept = JSON.parse(String(row["value"])) as Kept;
    const { host } = await parts.installations.host(kept.owner, kept.repo, kept.installation);
    if (now - kept.readAt > BELIEVED_MS) {
      const { config } = await readConfig(host);
      parts.db.transaction(() => keepSchedules(parts, kept, config));
      const again = parts.db.first("SELECT value FROM facts WHERE key = ?", key);
      if (again === undefined) continue;
      kept = JSON.parse(String(again["value"])) as Kept;
    }
    for (const line of kept.lines) {
      const time = lastTime(line, kept.firedUntil, now);
      if (time === undefined) continue;
      const id = `schedule-${sha256(`${key}\u0000${line}\u0000${time.toISOString()}`).slice(0, 32)}`;
      const payload = deliveryOf(line, time, await host.repository(), kept.installation);
      if (await parts.inbox.keep({ id, event: "schedule", payload })) fired += 1;
    }
    parts.db.transaction(() => store(parts, key, { ...kept, firedUntil: now }));
  }
  if (fired > 0) parts.wake();
  return fired;
}

/** The last time a cron line (UTC) names after `from`, up to `to`; undefined when there is none or it is no cron line. */
function lastTime(line: string, from: number, to: number): Date | undefined {
  let found: Date | undefined;
  try {
    const cron = new Cron(line, { timezone: "UTC", paused: true });
    let next = cron.nextRun(new Date(from));
    for (let n = 0; next !== null && next.getTime() <= to && n < 10_000; n++) {
      found = next;
      next = cron.nextRun(next);
    }
  } catch {
    return undefined;
  }
  return found;
}

function deliveryOf(line: string, time: Date, facts: RepositoryFacts, installation: number): string {
  return JSON.stringify({
    schedule: line,
    scheduled_at: time.toISOString(),
    repository: {
      id: facts.id,
      name: facts.name,
      full_name: `${facts.owner}/${facts.name}`,
      default_branch: facts.defaultBranch,
      private: facts.private,
      html_url: facts.url,
    },
    // Nobody's account: a schedule carries the authority of the configuration on the default branch alone.
    sender: { id: 0, login: "schedule", type: "User" },
    installation: { id: installation },
  });
}

function store(parts: Pick<AppParts, "db">, key: string, kept: Kept): void {
  parts.db.run(
    "INSERT INTO facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    JSON.stringify(kept),
  );
}
