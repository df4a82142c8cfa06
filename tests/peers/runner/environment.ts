import { randomUUID } from "node:crypto";
import path from "node:path";
import { resolve, show, type Contexts } from "../expressions.ts";
import type { GitHub } from "../github.ts";
import type { RequestedRun } from "../github/actions.ts";
import type { OidcIssuer } from "../oidc.ts";
import { runtimeToken, type ResultsService } from "../results-service.ts";

export type Mapping = Readonly<Record<string, unknown>>;

/** What a job's environment is made from. */
export interface JobFacts {
  readonly request: RequestedRun;
  readonly github: GitHub;
  readonly results: ResultsService;
  readonly oidc: OidcIssuer;
  readonly places: { readonly temp: string; readonly home: string; readonly tools: string };
  readonly workspace: string;
  readonly jobName: string;
  readonly eventFile: string;
  readonly backendId: string;
  readonly permissions: Mapping;
  readonly file: Mapping;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
export function jobEnvironment(facts: JobFacts): Record<string, string> {
  const { request, github, places, workspace, jobName } = facts;
  const ref = `refs/heads/${request.branch}`;
  const run = github.actions.run(request.id);
  const readOnlyCache = request.event === "issues" || request.event === "issue_comment";
  const claims = {
    sub: `repo:${request.fullName}:ref:${ref}`,
    repository: request.fullName,
    repository_owner: github.owner,
    run_id: String(request.id),
    run_attempt: String(request.attempt),
    event_name: request.event,
    actor: request.actor,
    ref,
    sha: request.sha,
    workflow_ref: `${request.fullName}/${request.workflowPath}@${ref}`,
    job_workflow_ref: `${request.fullName}/${request.workflowPath}@${ref}`,
    runner_environment: "self-hosted",
  };
  const identity = facts.permissions["id-token"] === "write" ? facts.oidc.grant(claims) : undefined;
  return {
    PATH: process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
    HOME: places.home,
    // What whoever runs this machine accepts on it.
    PAWL_UNCONFINED: process.env["PAWL_UNCONFINED"] ?? "",
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: request.actor,
    GITHUB_ACTOR_ID: "1",
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: "",
    GITHUB_EVENT_NAME: request.event,
    GITHUB_EVENT_PATH: facts.eventFile,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: jobName,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: request.branch,
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: request.fullName,
    GITHUB_REPOSITORY_ID: String(github.store.repos.findOneBy("full_name", request.fullName)?.id ?? 0),
    GITHUB_REPOSITORY_OWNER: github.owner,
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: String(request.attempt),
    GITHUB_RUN_ID: String(request.id),
    GITHUB_RUN_NUMBER: String(run?.run_number ?? 1),
    // The toolkit takes 127.0.0.1 for Enterprise Server and refuses caches and artifacts there; *.localhost is exempt.
    GITHUB_SERVER_URL: github.url.replace("127.0.0.1", "github.localhost"),
    GITHUB_SHA: request.sha,
    GITHUB_TRIGGERING_ACTOR: request.actor,
    GITHUB_WORKFLOW: show(facts.file["name"]) || request.workflowPath,
    GITHUB_WORKFLOW_REF: claims.workflow_ref,
    GITHUB_WORKFLOW_SHA: request.sha,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: "X64",
    RUNNER_ENVIRONMENT: "self-hosted",
    RUNNER_NAME: "pawl-runner-stand-in",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: places.tools,
    RUNNER_WORKSPACE: path.dirname(workspace),
    ACTIONS_CACHE_SERVICE_V2: "true",
    ...(readOnlyCache ? { ACTIONS_CACHE_MODE: "read" } : {}),
    ACTIONS_RESULTS_URL: facts.results.url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken({
      runBackendId: facts.backendId,
      jobBackendId: randomUUID(),
      cacheScopes: [{ ref, write: !readOnlyCache }],
    }),
    ...(identity === undefined
      ? {}
      : { ACTIONS_ID_TOKEN_REQUEST_URL: identity.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: identity.token }),
  };
}

/** The `github` context: what the environment says, the event, and the job's token. */
export function githubContext(
  environment: Readonly<Record<string, string>>,
  request: RequestedRun,
  token: string,
): Mapping {
  const named = Object.entries(environment)
    .filter(([name]) => name.startsWith("GITHUB_"))
    .map(([name, value]) => [name.slice("GITHUB_".length).toLowerCase(), value]);
  return { ...Object.fromEntries(named), event: request.payload, token };
}

/** A dispatch's inputs with the workflow file's defaults; empty for other events. */
export function inputsOf(request: RequestedRun, file: Mapping): Mapping {
  if (request.event !== "workflow_dispatch") return {};
  const declared = mapping(mapping(mapping(file["on"])["workflow_dispatch"])["inputs"]);
  const defaults = Object.entries(declared).map(([name, spec]) => [name, mapping(spec)["default"] ?? ""]);
  return { ...Object.fromEntries(defaults), ...mapping(request.payload["inputs"]) };
}

/** A job's `permissions:` as the permissions of its token; everything not listed is none. */
export function tokenPermissions(permissions: Mapping): Record<string, "read" | "write"> {
  const granted: Record<string, "read" | "write"> = {};
  for (const [name, level] of Object.entries(permissions)) {
    if (level === "read" || level === "write") granted[name.replaceAll("-", "_")] = level;
  }
  return granted;
}

/** Resolves the expressions of every value, as text. */
export function textMapping(values: Mapping, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, show(resolve(show(value), contexts))]),
  );
}
/** A mapping of the file; empty for anything else. */
export function mapping(value: unknown): Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}
export function list(value: unknown): readonly Mapping[] {
  return Array.isArray(value) ? value.map(mapping) : [];
}
