import type { RunView } from "../../engine/view.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { Notifications } from "../../github/config.ts";
import type { ReporterMemory } from "../../github/reporter.ts";
import type { PinnedFacts, Place } from "../../github/trigger.ts";
import type { Database } from "./database.ts";

export type AppRunState = "queued" | "dispatched" | "running" | "parked" | "completed" | "failed" | "cancelled";
export const LIVE: readonly AppRunState[] = ["queued", "dispatched", "running"];

/** What a run was asked for with; never changes. */
export interface RunOrder {
  readonly place: Place;
  readonly workflow: string;
  readonly workflowFile: string;
  readonly workflowDigest: string;
  readonly inputs: JsonObject;
  readonly pinned: PinnedFacts;
  /** The issue as it was, for the run's `issue` context. */
  readonly issue: JsonObject | undefined;
  readonly headSha: string;
  readonly dispatchFile: string;
  readonly command: string;
  readonly automaticResumes: number;
  /** What it may cost, in US dollars. */
  readonly limitUsd?: number;
  /** A newer run of the same workflow and issue ends this one instead of waiting for it (R8). */
  readonly cancelOlder: boolean;
  /** Who hears of what becomes of it; absent in orders of earlier versions. */
  readonly notifications?: Notifications;
}

/** A run as the app keeps it. */
export interface AppRun {
  readonly runId: string;
  readonly meaning: string;
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly issue: number | undefined;
  readonly workflow: string;
  readonly state: AppRunState;
  readonly actor: string;
  readonly actorId: number;
  readonly order: RunOrder;
  readonly view: RunView | undefined;
  readonly memory: ReporterMemory;
  readonly workflowRun: number | undefined;
  readonly knownWorkflowRuns: readonly number[];
  readonly cancelRequested: boolean;
  readonly resumes: number;
  readonly note: string | undefined;
  readonly createdAt: number;
  readonly dispatchedAt: number | undefined;
  readonly heardAt: number | undefined;
  readonly reportedAt: number;
}

export interface Runs {
  /** Records a new run; when one of this meaning exists, gives that one and changes nothing. Call within a transaction. */
  create(run: {
    readonly runId: string;
    readonly meaning: string;
    readonly installation: number;
    readonly actor: string;
    readonly actorId: number;
    readonly order: RunOrder;
  }): { readonly run: AppRun; readonly created: boolean };
  get(runId: string): AppRun | undefined;
  byMeaning(meaning: string): AppRun | undefined;
  /** Newest first. */
  list(filter: {
    readonly owner?: string;
    readonly repo?: string;
    readonly issue?: number;
    readonly states?: readonly AppRunState[];
    readonly actorId?: number;
    readonly limit?: number;
  }): readonly AppRun[];
  /** What runs created since then have cost so far, in US dollars, as they reported it themselves. */
  spent(filter: {
    readonly owner: string;
    readonly repo: string;
    readonly workflow?: string;
    readonly since: number;
  }): number;
  change(runId: string, change: RunChange): void;
}

export interface RunChange {
  readonly state?: AppRunState;
  readonly view?: RunView;
  readonly memory?: ReporterMemory;
  /** Null: no workflow run has it now. */
  readonly workflowRun?: number | null;
  readonly knownWorkflowRuns?: readonly number[];
  readonly cancelRequested?: boolean;
  readonly resumes?: number;
  readonly note?: string | null;
  readonly dispatchedAt?: number;
  readonly heardAt?: number;
  readonly reportedAt?: number;
}

interface Row {
  readonly run_id: string;
  readonly meaning: string;
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly issue: number | null;
  readonly workflow: string;
  readonly state: AppRunState;
  readonly actor: string;
  readonly actor_id: number;
  readonly request: string;
  readonly view: string | null;
  readonly memory: string;
  readonly workflow_run: number | null;
  readonly known_workflow_runs: string;
  readonly cancel_requested: number;
  readonly resumes: number;
  readonly note: string | null;
  readonly created_at: number;
  readonly dispatched_at: number | null;
  readonly heard_at: number | null;
  readonly reported_at: number;
}

export function createRuns(db: Database, now: () => number): Runs {
  const get = (runId: string): AppRun | undefined => {
    const row = db.first("SELECT * FROM runs WHERE run_id = ?", runId);
    return row === undefined ? undefined : runOf(row as unknown as Row);
  };
  const byMeaning = (meaning: string): AppRun | undefined => {
    const row = db.first("SELECT * FROM runs WHERE meaning = ?", meaning);
    return row === undefined ? undefined : runOf(row as unknown as Row);
  };
  return {
    get,
    byMeaning,
    create(run) {
      const { place, workflow } = run.order;
      const created = db.run(
        `INSERT INTO runs (run_id, meaning, installation, owner, repo, issue, workflow, state, actor, actor_id, request, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        run.runId,
        run.meaning,
        run.installation,
        place.repository.owner,
        place.repository.name,
        place.issue ?? null,
        workflow,
        run.actor,
        run.actorId,
        JSON.stringify(run.order),
        now(),
      );
      const found = byMeaning(run.meaning);
      if (found === undefined) throw new Error(`run ${run.runId} was not stored`);
      return { run: found, created: created === 1 };
    },
    list(filter) {
      const where: string[] = ["1 = 1"];
      const values: (string | number)[] = [];
      for (const [column, value] of [
        ["lower(owner)", filter.owner?.toLowerCase()],
        ["lower(repo)", filter.repo?.toLowerCase()],
        ["issue", filter.issue],
        ["actor_id", filter.actorId],
      ] as const) {
        if (value === undefined) continue;
        where.push(`${column} = ?`);
        values.push(value);
      }
      if (filter.states !== undefined) {
        where.push(`state IN (${filter.states.map(() => "?").join(", ")})`);
        values.push(...filter.states);
      }
      const rows = db.all(
        `SELECT * FROM runs WHERE ${where.join(" AND ")} ORDER BY created_at DESC, run_id DESC LIMIT ?`,
        ...values,
        filter.limit ?? 100,
      );
      return rows.map((row) => runOf(row as unknown as Row));
    },
    spent({ owner, repo, workflow, since }) {
      const row = db.first(
        `SELECT sum(json_extract(view, '$.cost.usd')) AS usd FROM runs
         WHERE lower(owner) = ? AND lower(repo) = ? AND created_at >= ? AND (? IS NULL OR workflow = ?)`,
        owner.toLowerCase(),
        repo.toLowerCase(),
        since,
        workflow ?? null,
        workflow ?? null,
      );
      return Number(row?.["usd"] ?? 0);
    },
    change(runId, change) {
      const columns: Readonly<Record<keyof RunChange, string>> = {
        state: "state",
        view: "view",
        memory: "memory",
        workflowRun: "workflow_run",
        knownWorkflowRuns: "known_workflow_runs",
        cancelRequested: "cancel_requested",
        resumes: "resumes",
        note: "note",
        dispatchedAt: "dispatched_at",
        heardAt: "heard_at",
        reportedAt: "reported_at",
      };
      const given = (Object.keys(change) as (keyof RunChange)[]).filter((key) => change[key] !== undefined);
      if (given.length === 0) return;
      const values = given.map((key) => {
        const value = change[key];
        if (typeof value === "boolean") return value ? 1 : 0;
        return typeof value === "object" && value !== null ? JSON.stringify(value) : (value ?? null);
      });
      db.run(
        `UPDATE runs SET ${given.map((key) => `${columns[key]} = ?`).join(", ")} WHERE run_id = ?`,
        ...values,
        runId,
      );
    },
  };
}

/**
 * Live runs of the same workflow and issue that came before: they publish on the same branch, so one works at a time (R8). Runs without an
 * issue have a branch each and wait for nobody.
 */
export function runsBefore(parts: { readonly runs: Runs }, run: AppRun): readonly AppRun[] {
  if (run.issue === undefined) return [];
  return parts.runs
    .list({ owner: run.owner, repo: run.repo, issue: run.issue, states: LIVE })
    .filter(
      (other) =>
        other.workflow === run.workflow && `${other.createdAt} ${other.runId}` < `${run.createdAt} ${run.runId}`,
    );
}

function runOf(row: Row): AppRun {
  return {
    runId: row.run_id,
    meaning: row.meaning,
    installation: row.installation,
    owner: row.owner,
    repo: row.repo,
    issue: row.issue ?? undefined,
    workflow: row.workflow,
    state: row.state,
    actor: row.actor,
    actorId: row.actor_id,
    order: JSON.parse(row.request) as RunOrder,
    view: row.view === null ? undefined : (JSON.parse(row.view) as RunView),
    memory: JSON.parse(row.memory) as ReporterMemory,
    workflowRun: row.workflow_run ?? undefined,
    knownWorkflowRuns: JSON.parse(row.known_workflow_runs) as number[],
    cancelRequested: row.cancel_requested === 1,
    resumes: row.resumes,
    note: row.note ?? undefined,
    createdAt: row.created_at,
    dispatchedAt: row.dispatched_at ?? undefined,
    heardAt: row.heard_at ?? undefined,
    reportedAt: row.reported_at,
  };
}
