import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { holds, resolve, show, type Contexts } from "./expressions.ts";
import type { GitHub } from "./github.ts";
import type { RequestedRun } from "./github/actions.ts";
import { git } from "./github/git.ts";
import type { OidcIssuer } from "./oidc.ts";
import type { ResultsService } from "./results-service.ts";
import {
  githubContext,
  inputsOf,
  jobEnvironment,
  list,
  mapping,
  textMapping,
  tokenPermissions,
  type Mapping,
} from "./runner/environment.ts";
import { openFileCommands } from "./runner/file-commands.ts";
import { createJobLog, type Annotation, type JobLog } from "./runner/log.ts";

export interface RunnerOptions {
  readonly github: GitHub;
  readonly results: ResultsService;
  readonly oidc: OidcIssuer;
  /** The action's repository: `action.yml`, `dist/` and `workflows-lib/` are taken from it, nothing else. */
  readonly action: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The repository's configuration variables, `vars` in a workflow. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly onStart?: (job: Job) => void;
  readonly onLine?: (line: string, job: Job) => void;
  /** Jobs at once; 2 by default. */
  readonly parallel?: number;
}

export interface Job {
  readonly runId: number;
  readonly attempt: number;
  readonly event: string;
  readonly workspace: string;
  readonly startedAt: number;
  /** Undefined while it runs. */
  readonly conclusion: "success" | "failure" | "cancelled" | "skipped" | undefined;
  /** By step id, of the steps that have one. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly summary: string;
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly commands: readonly string[];
  /** The process id of the step that runs now. */
  readonly pid: number | undefined;
  /** Sends a signal to the running step's process alone. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** The machine is gone: the running step is killed and nothing of the job happens any more. */
  readonly vanish: () => void;
}

export interface Runner {
  readonly jobs: readonly Job[];
  /** Resolves when no job runs or waits. */
  readonly idle: () => Promise<void>;
  /** Resolves with the job of a workflow run's attempt when it has ended. */
  readonly ended: (runId: number, attempt?: number) => Promise<Job>;
  readonly close: () => Promise<void>;
}

interface Running {
  job: Job;
  readonly request: RequestedRun;
  readonly machine: number;
  readonly log: JobLog;
  child: ChildProcess | undefined;
  gone: boolean;
  cancelled: boolean;
}
interface Post {
  readonly name: string;
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** GitHub ends a cancelled step with SIGINT, SIGTERM 7.5 s later, SIGKILL 2.5 s after that: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const CANCEL_SIGNALS = [
  ["SIGINT", 0],
  ["SIGTERM", 7_500],
  ["SIGKILL", 10_000],
] as const;

/**
 * A stand-in for GitHub's runner: it takes the workflow runs of a local GitHub, checks the repository out by git with the job's own token,
 * and performs the workflow file's one job: `actions/checkout`, `run:` steps, and this repository's action from its checked-in `dist/`, main
 * and post, as child processes with a runner's environment contract.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const root = await mkdtemp(path.join(tmpdir(), "pawl-runner-"));
  const waiting: RequestedRun[] = [];
  const running = new Map<number, Running>();
  const jobs: Job[] = [];
  const endings: ((job: Job) => void)[] = [];
  const quiet: (() => void)[] = [];
  const backendIds = new Map<number, string>();
  let closed = false;

  const next = (): void => {
    for (const request of waiting.splice(0, closed ? 0 : (options.parallel ?? 2) - running.size)) void take(request);
    if (running.size === 0 && waiting.length === 0) for (const resolveQuiet of quiet.splice(0)) resolveQuiet();
  };

  const take = async (request: RequestedRun): Promise<void> => {
    const key = request.id * 1_000 + request.attempt;
    // As on GitHub a job always finds the same paths, on a machine that nobody used before.
    const machine =
      [1, 2, 3, 4, 5, 6, 7, 8].find((slot) => [...running.values()].every((other) => other.machine !== slot)) ?? 0;
    const folder = path.join(root, `machine-${machine}`);
    const state = openJob(request, machine, folder, options);
    running.set(key, state);
    const index = jobs.push(state.job) - 1;
    options.github.actions.report(request.id, "in_progress", null);
    options.onStart?.(state.job);
    const backendId = backendIds.get(request.id) ?? randomUUID();
    backendIds.set(request.id, backendId);
    let conclusion: NonNullable<Job["conclusion"]> = "failure";
    try {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      conclusion = await perform(state, options, folder, backendId);
    } catch (thrown) {
      state.log.write(`##[error]${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    }
    state.log.end();
    Object.assign(state.job, { conclusion: state.cancelled ? "cancelled" : conclusion });
    jobs[index] = state.job;
    running.delete(key);
    options.github.actions.report(request.id, "completed", state.job.conclusion ?? null);
    for (const listener of endings) listener(state.job);
    next();
  };

  options.github.actions.onRequested((request) => {
    waiting.push(request);
    next();
  });
  options.github.deliveries.onEvent((event, payload) => {
    const run = payload["workflow_run"] as { id?: number; conclusion?: string } | undefined;
    if (event !== "workflow_run" || run?.conclusion !== "cancelled") return;
    for (const state of running.values()) if (state.request.id === run.id && !state.cancelled) cancel(state);
  });
  options.results.onArtifact((artifact, deleted) => {
    const runId = [...backendIds].find(([, backendId]) => backendId === artifact.runBackendId)?.[0];
    const { artifacts } = options.github.peer;
    const known = artifacts.findIndex((entry) => entry.id === artifact.id);
    if (known >= 0) artifacts.splice(known, 1);
    if (deleted || runId === undefined) return;
    artifacts.push({
      id: artifact.id,
      runId,
      fullName: options.github.fullName,
      name: artifact.name,
      size: artifact.size,
      digest: artifact.digest,
      createdAt: artifact.createdAt,
      download: () => options.results.blobs.signedUrl(artifact.blob, "r"),
    });
  });

  return {
    jobs,
    idle: () =>
      running.size === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((done) => quiet.push(done)),
    ended: (runId, attempt = 1) =>
      new Promise((done) => {
        const look = (): Job | undefined =>
          jobs.find((job) => job.runId === runId && job.attempt === attempt && job.conclusion !== undefined);
        const already = look();
        if (already !== undefined) done(already);
        else
          endings.push(() => {
            const found = look();
            if (found !== undefined) done(found);
          });
      }),
    close: async () => {
      closed = true;
      for (const state of running.values()) state.job.vanish();
      while (running.size > 0) await new Promise((done) => setTimeout(done, 10));
      await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function openJob(request: RequestedRun, machine: number, folder: string, options: RunnerOptions): Running {
  const name = request.fullName.split("/")[1] ?? "";
  const state = { request, machine, child: undefined, gone: false, cancelled: false } as Omit<Running, "log" | "job">;
  const log = createJobLog((line) => options.onLine?.(line, job));
  const job: Job = {
    runId: request.id,
    attempt: request.attempt,
    event: request.event,
    workspace: path.join(folder, "_work", name, name),
    startedAt: Date.now(),
    conclusion: undefined,
    outputs: {},
    summary: "",
    get log() {
      return log.text();
    },
    annotations: log.annotations,
    commands: log.commands,
    get pid() {
      return state.child?.pid;
    },
    signal: (signal) => {
      state.child?.kill(signal);
    },
    vanish: () => {
      state.gone = true;
      state.child?.kill("SIGKILL");
    },
  };
  return Object.assign(state, { log, job });
}

function cancel(state: Running): void {
  state.cancelled = true;
  const child = state.child;
  for (const [signal, afterMs] of CANCEL_SIGNALS) {
    const timer = setTimeout(() => {
      if (child?.exitCode === null) child.kill(signal);
    }, afterMs);
    child?.on("exit", () => clearTimeout(timer));
  }
}

async function perform(
  state: Running,
  options: RunnerOptions,
  folder: string,
  backendId: string,
): Promise<NonNullable<Job["conclusion"]>> {
  const { request, log, job } = state;
  const { github } = options;
  const places = {
    temp: path.join(folder, "_work/_temp"),
    home: path.join(folder, "home"),
    tools: path.join(folder, "tools"),
  };
  for (const place of [job.workspace, ...Object.values(places)]) await mkdir(place, { recursive: true });
  const file = await readWorkflow(request, github);
  const definition = mapping(file["jobs"]);
  const [jobName, jobDefinition] = Object.entries(definition)[0] ?? [undefined, {}];
  if (jobName === undefined) throw new Error(`${request.workflowPath} has no job`);
  const details = mapping(jobDefinition);
  const permissions = mapping(details["permissions"] ?? file["permissions"]);
  const token = github.jobToken(tokenPermissions(permissions));
  log.mask(token);
  for (const secret of Object.values(options.secrets ?? {})) log.mask(secret);

  const eventFile = path.join(places.temp, "_github_workflow_event.json");
  await writeFile(eventFile, JSON.stringify(request.payload));
  const environment = jobEnvironment({
    ...options,
    request,
    places,
    workspace: job.workspace,
    jobName,
    eventFile,
    backendId,
    permissions,
    file,
  });
  const steps: Record<string, { outputs: Readonly<Record<string, string>>; outcome: string; conclusion: string }> = {};
  const contexts = (): Contexts => ({
    github: githubContext(environment, request, token),
    inputs: inputsOf(request, file),
    secrets: { ...options.secrets, GITHUB_TOKEN: token },
    vars: options.variables ?? {},
    env: textMapping(mapping(file["env"]), {}),
    runner: { os: "Linux", arch: "X64", temp: places.temp },
    job: { status: "success" },
    steps,
  });
  const status = { failed: false, cancelled: false };
  try {
    if (!holds(show(details["if"]) || undefined, contexts(), status)) return "skipped";
    const posts: Post[] = [];
    const found = { added: {} as Record<string, string>, path: [] as string[] };
    for (const [index, step] of list(details["steps"]).entries()) {
      status.cancelled = state.cancelled;
      if (state.gone) break;
      if (!holds(show(step["if"]) || undefined, contexts(), status)) continue;
      const env = textMapping(
        { ...mapping(file["env"]), ...mapping(details["env"]), ...mapping(step["env"]) },
        contexts(),
      );
      const outcome = await performStep(step, {
        state,
        options,
        places,
        folder,
        token,
        contexts: contexts(),
        environment: { ...environment, ...found.added, ...env, GITHUB_ACTION: show(step["id"]) || `__step_${index}` },
        posts,
      });
      Object.assign(found.added, outcome.environment);
      const id = show(step["id"]);
      const result = outcome.ok ? "success" : "failure";
      const conclusion = step["continue-on-error"] === true ? "success" : result;
      if (id !== "") steps[id] = { outputs: outcome.outputs, outcome: result, conclusion };
      if (!outcome.ok && step["continue-on-error"] !== true) status.failed = true;
      Object.assign(job, { summary: job.summary + outcome.summary });
      Object.assign(job, { outputs: { ...job.outputs, ...(id === "" ? {} : { [id]: outcome.outputs }) } });
    }
    // Post steps run last to first, whatever happened: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runspost-if
    for (const post of posts.toReversed()) {
      if (state.gone) break;
      log.write(`Post ${post.name}\n`);
      const commands = await openFileCommands(places.temp);
      const code = await run(state, [process.execPath, post.main], { ...post.environment, ...commands.environment });
      const { summary } = await commands.read();
      Object.assign(job, { summary: job.summary + summary });
      if (code !== 0) status.failed = true;
    }
    return status.failed ? "failure" : "success";
  } finally {
    github.revoke(token);
  }
}

interface StepPlace {
  readonly state: Running;
  readonly options: RunnerOptions;
  readonly places: { readonly temp: string; readonly home: string; readonly tools: string };
  readonly folder: string;
  readonly token: string;
  readonly contexts: Contexts;
  readonly environment: Readonly<Record<string, string>>;
  readonly posts: Post[];
}
interface StepOutcome {
  readonly ok: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly summary: string;
}
const NOTHING = { outputs: {}, environment: {}, summary: "" };

async function performStep(step: Mapping, place: StepPlace): Promise<StepOutcome> {
  const uses = show(step["uses"]);
  const given = textMapping(mapping(step["with"]), place.contexts);
  if (uses.startsWith("actions/checkout@")) {
    place.state.log.write(`Run ${uses}\n`);
    await checkOut(place, given);
    return { ok: true, ...NOTHING };
  }
  if (uses !== "") return performAction(uses, given, place);
  const commands = await openFileCommands(place.places.temp);
  const script = path.join(place.places.temp, `${randomUUID()}.sh`);
  await writeFile(script, show(resolve(show(step["run"]), place.contexts)));
  place.state.log.write(`Run ${show(step["run"]).split("\n")[0]}\n`);
  const shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", script];
  const code = await run(place.state, shell, { ...place.environment, ...commands.environment });
  const said = await commands.read();
  return { ok: code === 0, outputs: said.outputs, environment: said.environment, summary: said.summary };
}

/** Runs an action's main, and remembers its post with the state it saved, even when main was killed. */
async function performAction(
  uses: string,
  given: Readonly<Record<string, string>>,
  place: StepPlace,
): Promise<StepOutcome> {
  const action = path.join(place.folder, "_actions/pawl");
  await mkdir(action, { recursive: true });
  for (const part of ["action.yml", "dist", "workflows-lib"]) {
    await cp(path.join(place.options.action, part), path.join(action, part), { recursive: true });
  }
  const metadata = mapping(parse(await readFile(path.join(action, "action.yml"), "utf8")));
  const runs = mapping(metadata["runs"]);
  if (runs["using"] !== "node24") throw new Error(`${uses} uses ${show(runs["using"])}; this runner has node24`);
  const inputs: Record<string, string> = {};
  for (const [name, spec] of Object.entries(mapping(metadata["inputs"]))) {
    const standard = mapping(spec)["default"];
    inputs[name] = standard === undefined ? "" : show(resolve(show(standard), place.contexts));
  }
  Object.assign(inputs, given);
  // https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
  const asEnvironment = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
  place.state.log.write(`Run ${uses}\n`);
  const commands = await openFileCommands(place.places.temp);
  const environment = { ...place.environment, ...asEnvironment, GITHUB_ACTION_REPOSITORY: uses.split("@")[0] ?? "" };
  const main = path.join(action, show(runs["main"]));
  const code = await run(place.state, [process.execPath, main], { ...environment, ...commands.environment });
  const said = await commands.read();
  if (runs["post"] !== undefined) {
    const state = Object.fromEntries(Object.entries(said.state).map(([name, value]) => [`STATE_${name}`, value]));
    const post = path.join(action, show(runs["post"]));
    place.posts.push({ name: uses, main: post, environment: { ...environment, ...said.environment, ...state } });
  }
  return { ok: code === 0, outputs: said.outputs, environment: said.environment, summary: said.summary };
}

/** What `actions/checkout` does: a fresh clone of the run's commit, on its branch, by git over HTTP with the job's token. */
async function checkOut(place: StepPlace, given: Readonly<Record<string, string>>): Promise<void> {
  const { state, options, token } = place;
  const { workspace } = state.job;
  const { branch, sha } = state.request;
  const remote = `${options.github.url}/${options.github.fullName}`;
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const credentials = ["-c", `http.${options.github.url}/.extraheader=${header}`];
  const depth = given["fetch-depth"] === "0" ? [] : ["--depth", given["fetch-depth"] ?? "1"];
  await git(workspace, ["init", "-q", "-b", branch]);
  await git(workspace, ["remote", "add", "origin", remote]);
  const wanted = `+${sha}:refs/remotes/origin/${branch}`;
  await git(workspace, [...credentials, "fetch", "-q", "--no-tags", ...depth, "origin", wanted]);
  await git(workspace, ["checkout", "-q", "-B", branch, `refs/remotes/origin/${branch}`]);
  if (given["persist-credentials"] !== "false") {
    await git(workspace, ["config", "--local", `http.${options.github.url}/.extraheader`, header]);
  }
}

/** Runs one process of the job with its own process group, its output in the job's log; gives its exit code, 137 and the like by signal. */
async function run(
  state: Running,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: state.job.workspace,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  state.child = child;
  child.stdout.on("data", (chunk: Buffer) => state.log.write(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => state.log.write(chunk.toString()));
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  // The machine ends with the job: what a step left behind in its group goes too.
  if (child.pid !== undefined) {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Nothing was left.
    }
  }
  state.child = undefined;
  state.log.end();
  if (signal !== null) state.log.write(`##[error]The process was ended by ${signal}.\n`);
  return code ?? 1;
}

async function readWorkflow(request: RequestedRun, github: GitHub): Promise<Mapping> {
  const at = `/repos/${request.fullName}/contents/${request.workflowPath}?ref=${request.sha}`;
  const answer = mapping(await github.as(github.owner, "GET", at));
  return mapping(parse(Buffer.from(show(answer["content"]), "base64").toString()));
}
