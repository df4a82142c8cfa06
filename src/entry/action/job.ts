import { readFileSync } from "node:fs";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What action.yml lets a workflow say. */
export interface ActionInputs {
  readonly workflow: string | undefined;
  readonly inputs: JsonObject;
  readonly githubToken: string | undefined;
  readonly anthropicApiKey: string | undefined;
  readonly model: string | undefined;
  readonly budgetUsd: number | undefined;
  readonly runId: string | undefined;
  readonly resume: boolean;
  readonly issue: number | undefined;
  readonly trigger: JsonObject;
  readonly appUrl: string | undefined;
}

/** The job this process is part of, from the variables GitHub documents (docs.github.com, "Variables reference"). */
export interface Job {
  readonly inputs: ActionInputs;
  readonly owner: string;
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly eventName: string;
  readonly actor: string;
  readonly sha: string;
  readonly workflowRun: { readonly id: number; readonly attempt: number; readonly url: string };
  /** Tells this step of this job apart from others of the same workflow run. */
  readonly place: string;
  /** Absolute: where the workflow works. */
  readonly workspace: string;
  /** Absolute: where this job's state is kept; gone when the job has ended. */
  readonly state: string;
  /** The payload of the event; read when first asked for. */
  payload(): JsonObject;
}

/** @throws PawlError `action.bad_input`, naming the input and what it takes; `action.no_runner` outside a job */
export function readJob(env: Environment): Job {
  const [owner = "", repository = ""] = required(env, "GITHUB_REPOSITORY").split("/");
  const serverUrl = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const runId = required(env, "GITHUB_RUN_ID");
  const root = required(env, "GITHUB_WORKSPACE");
  let payload: JsonObject | undefined;
  return {
    inputs: readInputs(env),
    owner,
    repository,
    serverUrl,
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    actor: env["GITHUB_ACTOR"] ?? "",
    sha: env["GITHUB_SHA"] ?? "",
    workflowRun: {
      id: Number(runId),
      attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
      url: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
    },
    place: `${owner}/${repository}/${runId}/${env["GITHUB_JOB"] ?? ""}/${env["GITHUB_ACTION"] ?? ""}`,
    workspace: path.resolve(root, input(env, "working_directory") ?? "."),
    state: path.join(required(env, "RUNNER_TEMP"), "pawl"),
    payload: () => (payload ??= readPayload(env["GITHUB_EVENT_PATH"])),
  };
}

function readInputs(env: Environment): ActionInputs {
  const budget = input(env, "budget_usd");
  const issue = input(env, "issue");
  if (budget !== undefined && !/^\d+(\.\d+)?$/.test(budget))
    throw badInput("budget_usd", "an amount of dollars, such as 2.50", budget);
  if (issue !== undefined && !/^\d+$/.test(issue)) throw badInput("issue", "a number", issue);
  const resume = input(env, "resume") ?? "false";
  if (!/^(true|false)$/i.test(resume)) throw badInput("resume", "true or false", resume);
  const runId = input(env, "run_id");
  if (runId !== undefined && !/^[A-Za-z0-9_-]{1,80}$/.test(runId)) throw badInput("run_id", "a run's id", runId);
  return {
    workflow: input(env, "workflow"),
    inputs: jsonInput(env, "inputs"),
    githubToken: input(env, "github_token"),
    anthropicApiKey: input(env, "anthropic_api_key") ?? env["ANTHROPIC_API_KEY"],
    model: input(env, "model"),
    budgetUsd: budget === undefined ? undefined : Number(budget),
    runId,
    resume: resume.toLowerCase() === "true",
    issue: issue === undefined ? undefined : Number(issue),
    trigger: jsonInput(env, "trigger"),
    appUrl: input(env, "app_url"),
  };
}

/** Inputs reach an action as `INPUT_<NAME>` (docs.github.com, "Metadata syntax"); an empty one counts as absent. */
function input(env: Environment, name: string): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
  return value === "" ? undefined : value;
}

function jsonInput(env: Environment, name: string): JsonObject {
  const text = input(env, name);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch (error) {
    throw badInput(name, `one JSON object (${error instanceof Error ? error.message : String(error)})`, text);
  }
  throw badInput(name, "one JSON object", text);
}

function badInput(name: string, expected: string, found: string): PawlError {
  const shown = found.length > 80 ? `${found.slice(0, 80)}…` : found;
  return new PawlError({
    code: "action.bad_input",
    kind: "invalid",
    message: `The action's input "${name}" must be ${expected}; it is: ${shown}`,
    remedy: `Correct "${name}" below "with:" of the step that uses Pawl.`,
  });
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new PawlError({
    code: "action.no_runner",
    kind: "invalid",
    message: `${name} is not set: this program runs as a step of a GitHub Actions job.`,
    remedy: "At a terminal, use the pawl command instead.",
  });
}

function readPayload(file: string | undefined): JsonObject {
  if (file === undefined) return {};
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  return isJsonObject(value) ? value : {};
}
