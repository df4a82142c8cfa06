import { createHmac } from "node:crypto";
import type { RunView } from "../../engine/view.ts";
import { answer } from "../../github/action-run.ts";
import type { Notifications, Occasion } from "../../github/config.ts";
import { plainCell } from "../../github/run-facts.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import { keepFact } from "./database.ts";
import type { Job } from "./outbox.ts";
import type { AppParts } from "./parts.ts";
import type { AppRun } from "./runs.ts";

/** One webhook as the outbox keeps it. */
interface Order {
  readonly url: string;
  readonly id: string;
  readonly type: string;
  readonly about: JsonObject;
}

/** What a run's state is an occasion for; undefined while nobody needs to hear of it. */
function occasionOf(run: AppRun): Occasion | undefined {
  const wake = run.view?.parked?.wake;
  if (run.state === "parked")
    return wake?.budget !== undefined
      ? "budget"
      : wake?.at === undefined || wake.approval !== undefined
        ? "parked"
        : undefined;
  return run.state === "completed" || run.state === "failed" ? run.state : undefined;
}

/** Has everybody told who asked for it, once per occasion. Call within a transaction. */
export function notifyLater(parts: AppParts, run: AppRun): void {
  const occasion = occasionOf(run);
  const wanted: Notifications | undefined = run.order.notifications;
  if (occasion === undefined || wanted === undefined) return;
  // A run that waits a second time is another occasion.
  const id = `${run.runId}.${run.resumes}.${occasion}`;
  for (const [index, { url, on }] of wanted.webhooks.entries()) {
    if (!on.includes(occasion)) continue;
    const data: Order = { url, id, type: `run.${occasion}`, about: aboutOf(run) };
    parts.outbox.put({ key: `notify:${id}:${index}`, kind: "notify", runId: run.runId, data: { ...data } });
  }
}

function aboutOf(run: AppRun): JsonObject {
  const { htmlUrl } = run.order.place.repository;
  const view: RunView | undefined = run.view;
  return {
    run_id: run.runId,
    workflow: run.workflow,
    repository: `${run.owner}/${run.repo}`,
    status: run.state,
    actor: run.actor,
    cost_usd: view?.cost.usd ?? 0,
    reason: view?.parked?.reason ?? view?.error?.message ?? run.note ?? null,
    issue: run.issue ?? null,
    url: run.issue === undefined ? htmlUrl : `${htmlUrl}/issues/${run.issue}`,
  };
}

/** The secret that signs a repository's notifications. The operator tells it to whoever receives them. */
export function notificationSecret(key: string, repository: string): Buffer {
  return createHmac("sha256", key).update(`pawl notifications\u0000${repository.toLowerCase()}`).digest();
}

/** Sends one webhook; errors go to the outbox, which tries again. */
export async function notify(parts: AppParts, job: Job, data: JsonObject): Promise<void> {
  const run = parts.runs.get(job.run_id ?? "");
  if (run === undefined) return;
  const { url, id, type, about } = data as unknown as Order;
  await parts.notifierFor(`${run.owner}/${run.repo}`).notify(url, { id, type, at: parts.clock.now(), data: about });
}

/**
 * Calls people by one comment of its own, because an edit of the status comment tells nobody: GitHub notifies of what is new. It is taken away
 * again when what it asks for is done, so that the issue keeps its one comment.
 */
export async function callPeople(parts: AppParts, host: RepositoryHost, run: AppRun): Promise<void> {
  const occasion = occasionOf(run);
  const people = occasion === undefined ? [] : (run.order.notifications?.mention[occasion] ?? []);
  const key = `call:${run.runId}`;
  const called = parts.db.first("SELECT value FROM facts WHERE key = ?", key)?.["value"];
  const [id, about] = typeof called === "string" ? called.split(" ") : [];
  const now = people.length === 0 ? undefined : `${run.resumes}.${occasion}`;
  if (about === now) return;
  if (id !== undefined) {
    await host.deleteComment(Number(id));
    parts.db.run("DELETE FROM facts WHERE key = ?", key);
  }
  if (now === undefined || run.issue === undefined) return;
  const names = people.map((name) => `@${name === "author" ? run.actor : name}`).join(" ");
  const waits = occasion === "parked" || occasion === "budget" ? "waits" : occasion;
  const why = run.view?.parked?.reason ?? run.view?.error?.message ?? run.note;
  const door = { host, self: await parts.installations.self(), key: parts.key, clock: parts.clock };
  const said = await answer(
    door,
    run.order.place,
    `call:${run.runId}:${now}`,
    `${names}: \`${run.workflow}\` ${waits}${why === undefined ? "" : `: ${plainCell(why, 300)}`}. Its status comment says what can be done.`,
  );
  if (said !== undefined) keepFact(parts.db, key, `${said.id} ${now}`);
}
