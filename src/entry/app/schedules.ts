import { Cron } from "croner";
import { sha256 } from "../../kernel/digest.ts";
import type { PawlConfig } from "../../github/config.ts";
import { readConfig } from "../../github/config-file.ts";
import type { RepositoryFacts } from "../../ports/repository-host.ts";
import { keepFact } from "./database.ts";
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
/** How long a repository that never asked for anything isn't looked at again, in milliseconds. */
const LOOKED_AT_MS = 6 * 3_600_000;

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
    const kept = JSON.parse(String(row["value"])) as Kept;
    fired += await quietly(parts, kept, () => fireIn(parts, key, kept));
  }
  if (fired > 0) parts.wake();
  return fired;
}

async function fireIn(parts: AppParts, key: string, known: Kept): Promise<number> {
  const now = parts.clock.now();
  let kept = known;
  const { host } = await parts.installations.host(kept.owner, kept.repo, kept.installation);
  if (now - kept.readAt > BELIEVED_MS) {
    const { config } = await readConfig(host);
    parts.db.transaction(() => keepSchedules(parts, kept, config));
    const again = parts.db.first("SELECT value FROM facts WHERE key = ?", key);
    if (again === undefined) return 0;
    kept = JSON.parse(String(again["value"])) as Kept;
  }
  let fired = 0;
  for (const line of kept.lines) {
    const time = lastTime(line, kept.firedUntil, now);
    if (time === undefined) continue;
    const id = `schedule-${sha256(`${key}\u0000${line}\u0000${time.toISOString()}`).slice(0, 32)}`;
    const payload = deliveryOf(line, time, await host.repository(), kept.installation);
    if (await parts.inbox.keep({ id, event: "schedule", payload })) fired += 1;
  }
  parts.db.transaction(() => store(parts, key, { ...kept, firedUntil: now }));
  return fired;
}

/**
 * Reads the configuration of repositories that never sent an event, so that their schedules hold from the installation on. Each is looked at
 * again after some hours, also by another process. Gives how many were read.
 */
export async function learnSchedules(parts: AppParts): Promise<number> {
  let read = 0;
  for (const where of await parts.installations.repositories()) {
    const place = `${where.owner}/${where.repo}`.toLowerCase();
    const known = parts.db.first("SELECT 1 FROM facts WHERE key = ?", `${PREFIX}${place}`);
    const looked = Number(parts.db.first("SELECT value FROM facts WHERE key = ?", `looked:${place}`)?.["value"] ?? 0);
    if (known !== undefined || parts.clock.now() - looked < LOOKED_AT_MS) continue;
    read += await quietly(parts, where, async () => {
      const { host } = await parts.installations.host(where.owner, where.repo, where.installation);
      const { config, findings } = await readConfig(host);
      parts.db.transaction(() => {
        if (findings.length === 0) keepSchedules(parts, where, config);
        keepFact(parts.db, `looked:${place}`, String(parts.clock.now()));
      });
      return 1;
    });
  }
  return read;
}

/** One repository that can't be read keeps no other from its schedules. */
async function quietly(
  parts: AppParts,
  { owner, repo }: { readonly owner: string; readonly repo: string },
  act: () => Promise<number>,
): Promise<number> {
  try {
    return await act();
  } catch (thrown) {
    parts.log.warning(`Schedules of ${owner}/${repo}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return 0;
  }
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
  keepFact(parts.db, key, JSON.stringify(kept));
}
