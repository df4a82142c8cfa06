import { parse } from "yaml";
import { resolve, show } from "../expressions.ts";
import type { EmulateInside, RepoRow, UserRow, WorkflowRow, WorkflowRunRow } from "./emulate.ts";

export type Payload = Readonly<Record<string, unknown>>;

/** A workflow run that a runner may take. */
export interface RequestedRun {
  readonly id: number;
  readonly attempt: number;
  readonly fullName: string;
  /** `.github/workflows/pawl.yml`. */
  readonly workflowPath: string;
  readonly event: string;
  readonly payload: Payload;
  readonly branch: string;
  readonly sha: string;
  readonly actor: string;
}

/** What a dispatch was refused for, in GitHub's words. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export interface Actions {
  readonly onRequested: (listener: (run: RequestedRun) => void) => void;
  /** Makes known the workflow files that are on the default branch. */
  readonly discover: (repo: RepoRow) => Promise<void>;
  readonly dispatch: (call: DispatchCall) => Promise<WorkflowRunRow | Refusal>;
  /** Starts the workflows of the default branch whose `on:` names this event and activity. */
  readonly trigger: (event: string, payload: Payload, fullName: string, actor: UserRow) => Promise<void>;
  /** Runs it again under the same id, with the next attempt number. */
  /** How an attempt of a workflow run ended; null while it goes on. */
  readonly attempt: (runId: number, attempt: number) => string | null | undefined;
  readonly rerun: (runId: number) => RequestedRun | undefined;
  readonly report: (runId: number, status: string, conclusion: string | null) => void;
  readonly run: (runId: number) => WorkflowRunRow | undefined;
  /** What the file's `run-name` says for this run. */
  readonly title: (runId: number) => string | undefined;
  /** Resolves when the events seen so far have started what they start. */
  readonly settle: () => Promise<void>;
}

interface DispatchCall {
  readonly repo: RepoRow;
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: unknown;
  readonly actor: UserRow;
}

export type ReadFile = (repo: RepoRow, path: string, ref: string) => Promise<string | undefined>;
type ListFiles = (repo: RepoRow, folder: string, ref: string) => Promise<readonly string[]>;

const FOLDER = ".github/workflows";

/** Workflow runs as GitHub starts them from the workflow files of the repository, which emulate does not read. */
export function createActions(
  inside: EmulateInside,
  files: { readonly read: ReadFile; readonly list: ListFiles },
  emit: (event: string, payload: Payload, fullName: string) => void,
): Actions {
  const { store } = inside;
  const listeners: ((run: RequestedRun) => void)[] = [];
  const requests = new Map<number, RequestedRun>();
  const titles = new Map<number, string>();
  let started: Promise<void> = Promise.resolve();

  const workflowRow = (repo: RepoRow, path: string, name: string): WorkflowRow =>
    store.workflows.findBy("repo_id", repo.id).find((row) => row.path === path) ??
    store.workflows.insert({ node_id: `W_${path}`, repo_id: repo.id, name, path, state: "active", badge_url: "" });

  const announce = (run: WorkflowRunRow, action: string): void => {
    const repo = store.repos.get(run.repo_id);
    const request = requests.get(run.id);
    if (repo === undefined || request === undefined) return;
    emit(
      "workflow_run",
      {
        action,
        workflow_run: {
          id: run.id,
          name: run.name,
          display_title: titles.get(run.id) ?? run.name,
          path: request.workflowPath,
          event: run.event,
          status: run.status,
          conclusion: run.conclusion,
          head_branch: run.head_branch,
          head_sha: run.head_sha,
          run_number: run.run_number,
          run_attempt: run.run_attempt,
        },
        repository: { id: repo.id, name: repo.name, full_name: repo.full_name, default_branch: repo.default_branch },
        sender: { login: request.actor, type: "User" },
      },
      repo.full_name,
    );
  };

  const conclusions = new Map<string, string | null>();
  const start = (
    repo: RepoRow,
    path: string,
    definition: Payload,
    what: { event: string; payload: Payload; branch: string; sha: string; actor: UserRow },
  ): WorkflowRunRow => {
    const name = typeof definition["name"] === "string" ? definition["name"] : path;
    const workflow = workflowRow(repo, path, name);
    const run = store.workflowRuns.insert({
      node_id: "",
      repo_id: repo.id,
      workflow_id: workflow.id,
      name,
      head_branch: what.branch,
      head_sha: what.sha,
      run_number: store.workflowRuns.findBy("workflow_id", workflow.id).length + 1,
      event: what.event,
      status: "queued",
      conclusion: null,
      actor_id: what.actor.id,
      run_attempt: 1,
      run_started_at: new Date().toISOString(),
    });
    const { event, payload, branch, sha } = what;
    const place = { id: run.id, attempt: 1, fullName: repo.full_name, workflowPath: path };
    const request = { ...place, event, payload, branch, sha, actor: what.actor.login };
    requests.set(run.id, request);
    titles.set(run.id, titleOf(definition, request));
    announce(run, "requested");
    for (const listener of listeners) listener(request);
    return run;
  };

  const dispatch: Actions["dispatch"] = async ({ repo, workflow, ref, inputs, actor }) => {
    const path = workflow.includes("/") ? workflow : `${FOLDER}/${workflow}`;
    const known = store.workflows.get(Number(workflow))?.path ?? path;
    // GitHub finds the workflow on the default branch, then runs the file of `ref`.
    if ((await files.read(repo, known, repo.default_branch)) === undefined)
      return { status: 404, message: "Not Found" };
    const branch = ref.replace(/^refs\/heads\//, "");
    const head = store.branches.findBy("repo_id", repo.id).find((row) => row.name === branch);
    if (head === undefined) return { status: 422, message: `No ref found for: ${ref}` };
    const definition = readDefinition((await files.read(repo, known, head.sha)) ?? "");
    const trigger = triggers(definition).get("workflow_dispatch");
    if (trigger === undefined) return { status: 422, message: "Workflow does not have 'workflow_dispatch' trigger" };
    const given = isRecord(inputs) ? inputs : {};
    const refusal = refuseInputs(given, isRecord(trigger["inputs"]) ? trigger["inputs"] : {});
    if (refusal !== undefined) return refusal;
    const payload = {
      inputs: given,
      ref: `refs/heads/${branch}`,
      workflow: known,
      repository: { id: repo.id, name: repo.name, full_name: repo.full_name, default_branch: repo.default_branch },
      sender: { login: actor.login, id: actor.id, type: actor.type },
    };
    return start(repo, known, definition, { event: "workflow_dispatch", payload, branch, sha: head.sha, actor });
  };

  const trigger: Actions["trigger"] = (event, payload, fullName, actor) => {
    const work = async (): Promise<void> => {
      const repo = store.repos.findOneBy("full_name", fullName);
      const head = store.branches.findBy("repo_id", repo?.id).find((row) => row.name === repo?.default_branch);
      if (repo === undefined || head === undefined) return;
      for (const path of await files.list(repo, FOLDER, head.sha)) {
        if (!/\.ya?ml$/.test(path)) continue;
        const definition = readDefinition((await files.read(repo, path, head.sha)) ?? "");
        const wanted = triggers(definition).get(event);
        if (wanted === undefined) continue;
        const types = wanted["types"];
        if (Array.isArray(types) && !types.includes(payload["action"])) continue;
        start(repo, path, definition, { event, payload, branch: head.name, sha: head.sha, actor });
      }
    };
    started = started.then(work, work);
    return started;
  };

  const discover: Actions["discover"] = async (repo) => {
    for (const path of await files.list(repo, FOLDER, repo.default_branch)) {
      const definition = readDefinition((await files.read(repo, path, repo.default_branch)) ?? "");
      workflowRow(repo, path, typeof definition["name"] === "string" ? definition["name"] : path);
    }
  };

  return {
    discover,
    onRequested: (listener) => {
      listeners.push(listener);
    },
    dispatch,
    trigger,
    rerun: (runId) => {
      const run = store.workflowRuns.get(runId);
      const request = requests.get(runId);
      if (run === undefined || request === undefined) return undefined;
      const next = { ...request, attempt: run.run_attempt + 1 };
      const updated = store.workflowRuns.update(runId, {
        status: "queued",
        conclusion: null,
        run_attempt: next.attempt,
      });
      requests.set(runId, next);
      if (updated !== undefined) announce(updated, "requested");
      for (const listener of listeners) listener(next);
      return next;
    },
    attempt: (runId, attempt) => conclusions.get(`${runId}/${attempt}`),
    report: (runId, status, conclusion) => {
      conclusions.set(`${runId}/${store.workflowRuns.get(runId)?.run_attempt}`, conclusion);
      const run = store.workflowRuns.update(runId, { status, conclusion });
      if (run !== undefined && status !== "queued") announce(run, status);
    },
    run: (runId) => store.workflowRuns.get(runId),
    title: (runId) => titles.get(runId),
    settle: () => started,
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on */
function triggers(definition: Payload): Map<string, Payload> {
  const on = definition["on"];
  if (typeof on === "string") return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [String(event), {}]));
  if (!isRecord(on)) return new Map();
  return new Map(Object.entries(on).map(([event, options]) => [event, isRecord(options) ? options : {}]));
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#run-name */
function titleOf(definition: Payload, request: RequestedRun): string {
  const name = definition["run-name"] ?? definition["name"] ?? request.workflowPath;
  const inputs = isRecord(request.payload["inputs"]) ? request.payload["inputs"] : {};
  const github = { event: request.payload, event_name: request.event, actor: request.actor };
  return show(resolve(show(name), { inputs, github }));
}

/** https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event and its answers as seen. */
function refuseInputs(given: Payload, declared: Payload): Refusal | undefined {
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0)
    return { status: 422, message: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` };
  if (Object.keys(given).length > 25) return { status: 422, message: "you may only define up to 25 `inputs`" };
  for (const [name, spec] of Object.entries(declared)) {
    const value = given[name];
    if (!isRecord(spec)) continue;
    if (spec["required"] === true && spec["default"] === undefined && (value === undefined || value === "")) {
      return { status: 422, message: `Required input '${name}' not provided` };
    }
    if (value !== undefined && typeof value !== "string" && typeof value !== "boolean" && typeof value !== "number") {
      return { status: 422, message: `Invalid value for input '${name}'` };
    }
  }
  if (JSON.stringify(given).length > 65_535) return { status: 422, message: "inputs are too large." };
  return undefined;
}

/** A workflow file as data; a file that is no YAML mapping starts nothing. */
function readDefinition(text: string): Payload {
  try {
    const value: unknown = parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
