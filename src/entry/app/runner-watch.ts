import type { RepositoryHost } from "../../ports/repository-host.ts";
import type { AppParts } from "./parts.ts";
import { archivedView } from "./archived-view.ts";
import { adopt } from "./progress.ts";
import { resumeRun } from "./resume.ts";
import { type AppRun, LIVE } from "./runs.ts";

/** A run whose runner said nothing for this long is looked after, in milliseconds. */
const SILENT_MS = 45_000;
/** How long a job's last report may take after it ended, in milliseconds. */
export const LAST_WORDS_MS = 3_000;
/** A dispatch that gave no workflow run within this time was lost, in milliseconds. */
const LOST_DISPATCH_MS = 10 * 60_000;

/** Whether nothing was heard of a live run's runner for too long. */
export function isSilent(run: AppRun, now: number): boolean {
  return run.state !== "queued" && now - (run.heardAt ?? run.dispatchedAt ?? now) >= SILENT_MS;
}

/** Asks GitHub what became of a live run's runner, and ends or resumes the run when there is none any more. */
export async function lookAfter(parts: AppParts, run: AppRun): Promise<void> {
  const now = parts.clock.now();
  if (run.state === "queued" || !LIVE.includes(run.state)) return;
  const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
  const id = run.workflowRun ?? (await workflowRunOf(parts, host, run));
  if (id === undefined) {
    if (now - (run.dispatchedAt ?? now) > LOST_DISPATCH_MS) goOn(parts, run, "GitHub Actions never started it", true);
    return;
  }
  const found = await host.workflowRun(id);
  const told = await archivedView(parts, host, run, id);
  if (told !== undefined) parts.db.transaction(() => adopt(parts, run.runId, told, {}));
  if (found !== undefined && found.status !== "completed") return;
  // Its last words may have been on the way: what is stored now decides.
  const latest = parts.runs.get(run.runId);
  if (latest === undefined || !LIVE.includes(latest.state) || latest.heardAt !== run.heardAt) return;
  if (latest.cancelRequested || found?.conclusion === "cancelled") {
    parts.db.transaction(() => {
      parts.runs.change(run.runId, {
        state: "cancelled",
        note: latest.note ?? "The workflow run was cancelled on GitHub.",
      });
      parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
    });
    return;
  }
  // A job that never said anything of the run failed before it began (no key, a broken checkout): another one would fail the same way.
  const began = latest.view !== undefined;
  const how = found?.conclusion ?? "gone";
  const why = began
    ? `Its runner ended without a word (${how})`
    : `Its job ended before the run began (${how}); the log says why`;
  goOn(parts, latest, why, began);
}

/** Resumes a run whose runner died, as often as the repository allows; then, or when that can't help, it fails, and a person decides. */
function goOn(parts: AppParts, run: AppRun, why: string, mayHelp: boolean): void {
  parts.db.transaction(() => {
    const latest = parts.runs.get(run.runId);
    if (latest === undefined || !LIVE.includes(latest.state)) return;
    const again = mayHelp && latest.resumes < run.order.automaticResumes;
    parts.audit.write({
      actor: "pawl",
      actorId: 0,
      act: "resume",
      repository: `${run.owner}/${run.repo}`,
      ...(run.issue === undefined ? {} : { issue: run.issue }),
      runId: run.runId,
      allowed: again,
      reason: why,
    });
    if (again) {
      resumeRun(parts, latest, `${why}; it goes on from its last finished step on a new runner.`, { by: "pawl" });
      return;
    }
    parts.runs.change(run.runId, {
      state: "failed",
      note: why,
    });
    parts.outbox.put({ key: `report:${run.runId}`, kind: "report", runId: run.runId, again: true });
  });
}

/** The workflow run that carries this run's id in its title. */
export async function workflowRunOf(parts: AppParts, host: RepositoryHost, run: AppRun): Promise<number | undefined> {
  const since = searchSince(run);
  const found = (await host.dispatchedRuns(run.order.dispatchFile, since)).find(
    (one) =>
      one.title.includes(run.runId) &&
      !run.knownWorkflowRuns.includes(one.id) &&
      // A branch's own copy of the workflow file could say anything of a run.
      one.branch === run.order.place.repository.defaultBranch,
  );
  if (found !== undefined) parts.runs.change(run.runId, { workflowRun: found.id });
  return found?.id;
}

/** From when on to search for a run's workflow runs: GitHub's clock and ours may differ. ISO 8601. */
export function searchSince(run: AppRun): string {
  return new Date(run.createdAt - 3_600_000).toISOString();
}
