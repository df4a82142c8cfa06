import type { Actions, Payload } from "./actions.ts";
import { isRecord } from "./actions.ts";
import type { Deliveries } from "./deliveries.ts";
import type { EmulateInside, PullRow, RepoRow, TokenOwner, UserRow } from "./emulate.ts";

/** One REST call on its way to emulate. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Payload;
  readonly token: string | undefined;
  /** Whom the token stands for; undefined without one or with an app's JWT. */
  readonly who: TokenOwner | undefined;
  /** The user who acts: the person, or the app's bot. */
  readonly actor: UserRow | undefined;
  readonly repo: RepoRow | undefined;
  readonly inside: EmulateInside;
  readonly actions: Actions;
  readonly deliveries: Deliveries;
  readonly peer: PeerState;
  /** Asks emulate itself, as the caller unless a token is given. */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly data: unknown }>;
}

export interface PeerArtifact {
  readonly id: number;
  readonly runId: number;
  readonly fullName: string;
  readonly name: string;
  readonly size: number;
  readonly digest: string;
  readonly createdAt: Date;
  /** A signed URL of its archive. */
  readonly download: () => string;
}

const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** What GitHub keeps and emulate has no table for. */
export interface PeerState {
  readonly reactions: { id: number; subject: string; user: UserRow; content: string; created_at: string }[];
  /** Finished artifacts of workflow runs. */
  readonly artifacts: PeerArtifact[];
}

interface Mend {
  /** What GitHub does and emulate does not. */
  readonly what: string;
  readonly page: string;
  readonly method: string;
  readonly path: RegExp;
  /** Answers in emulate's place, or lets the call through. */
  readonly before?: (call: Call) => Promise<Response | undefined> | Response | undefined;
  /** Changes emulate's answer or its store after it. */
  readonly after?: (call: Call, response: Response) => Promise<Response | undefined>;
}

const DOCS = "https://docs.github.com/en/rest";
const REPO = String.raw`\/repos\/(?<owner>[^/]+)\/(?<repo>[^/]+)`;
const at = (rest: string): RegExp => new RegExp(`^${REPO}${rest}$`);

/** Comment and body length: 65,536 characters, counted as GitHub's own message does. */
const BODY_LIMIT = 65_536;

/** The differences between GitHub and emulate 0.12.2 that made tests pass which should not, each with the page it follows. */
export const mends: readonly Mend[] = [
  {
    what: "An unknown or malformed credential is 401, not the first seeded user.",
    page: `${DOCS}/authentication/authenticating-to-the-rest-api#failed-login-limit`,
    method: "*",
    path: /^/,
    before: ({ token, who, path }) => {
      if (token === undefined || who !== undefined) return undefined;
      // A JWT is checked by emulate, but only where an app must act.
      if (token.startsWith("eyJ") && /^\/app(\/|$)|\/installation$/.test(path)) return undefined;
      return problem(401, token.startsWith("eyJ") ? "A JSON web token could not be decoded" : "Bad credentials");
    },
  },
  {
    what: "Everyone has a permission on a public repository: 200 with admin, write, read or none, and the role's name.",
    page: `${DOCS}/collaborators/collaborators#get-repository-permissions-for-a-user`,
    method: "GET",
    path: at(String.raw`\/collaborators\/(?<username>[^/]+)\/permission`),
    before: ({ inside, repo, params }) => {
      const user = inside.store.users.findOneBy("login", params["username"]);
      if (repo === undefined || user === undefined) return problem(404, "Not Found");
      const role = roleOf(inside, repo, user);
      const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
      return answer(200, { permission, role_name: role, user: { login: user.login, id: user.id, type: user.type } });
    },
  },
  {
    what: "Labels, assignees and edits of others' issues need triage; a reader gets 403.",
    page: "https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization",
    method: "*",
    path: at(String.raw`\/issues\/\d+\/(labels(\/.+)?|assignees)`),
    before: (call) => (call.method === "GET" ? undefined : refuseReaders(call, "triage")),
  },
  {
    what: "Only its author and writers edit or delete a comment.",
    page: `${DOCS}/issues/comments#update-an-issue-comment`,
    method: "*",
    path: at(String.raw`\/issues\/comments\/(?<comment>\d+)`),
    before: (call) => {
      if (call.method === "GET") return undefined;
      const comment = call.inside.store.comments.get(Number(call.params["comment"]));
      return comment?.user_id === call.actor?.id ? undefined : refuseReaders(call, "write");
    },
  },
  {
    what: "Labels and assignees that a reader asks for on a new issue are dropped in silence.",
    page: `${DOCS}/issues/issues#create-an-issue`,
    method: "POST",
    path: at(String.raw`\/issues`),
    before: async (call) => {
      if (refuseReaders(call, "triage") === undefined || call.body["labels"] === undefined) return undefined;
      const { title, body } = call.body;
      const made = await call.ask("POST", call.path, { title, body });
      return answer(made.status, made.data);
    },
  },
  {
    what: "A body longer than 65,536 characters is 422.",
    page: `${DOCS}/issues/comments#create-an-issue-comment`,
    method: "*",
    path: at(String.raw`\/(issues|pulls)(\/.*)?`),
    before: ({ method, body }) => {
      if (method === "GET" || typeof body["body"] !== "string" || body["body"].length <= BODY_LIMIT) return undefined;
      return invalid("IssueComment", "body", "body is too long (maximum is 65536 characters)");
    },
  },
  {
    what: "Check runs are made by apps only, on a commit that exists, with at most 50 annotations and 3 buttons of limited length.",
    page: `${DOCS}/checks/runs#create-a-check-run`,
    method: "*",
    path: at(String.raw`\/check-runs(\/(?<check>\d+))?`),
    before: ({ method, who, body, inside, repo }) => {
      if (method === "GET") return undefined;
      if (who?.installation === undefined) return problem(403, "You must authenticate via a GitHub App.");
      const sha = body["head_sha"];
      if (method === "POST" && !inside.store.commits.findBy("repo_id", repo?.id).some((commit) => commit.sha === sha)) {
        return problem(422, `No commit found for SHA: ${String(sha)}`);
      }
      return refuseCheckOutput(body);
    },
    after: async ({ method, who, body, inside }, response) => {
      if (method === "GET" || !response.ok) return undefined;
      const made = (await response.clone().json()) as { id: number };
      const actions = Array.isArray(body["actions"]) ? body["actions"] : undefined;
      inside.store.checkRuns.update(made.id, {
        app_id: who?.installation?.appId ?? null,
        // emulate looks for `id` in a button; GitHub calls it `identifier`.
        ...(actions === undefined ? {} : { actions }),
      });
      return undefined;
    },
  },
  {
    what: "A check run names the app that made it.",
    page: `${DOCS}/checks/runs#get-a-check-run`,
    method: "*",
    path: at(String.raw`\/(check-runs(\/\d+)?|commits\/.+\/check-runs)`),
    after: async ({ inside }, response) => {
      if (!response.ok) return undefined;
      const data: unknown = await response.clone().json();
      const name = (run: unknown): unknown => {
        if (!isRecord(run)) return run;
        const row = inside.store.checkRuns.get(Number(run["id"]));
        const app = inside.store.apps.all().find((candidate) => candidate.app_id === row?.app_id);
        return { ...run, app: app === undefined ? null : { id: app.app_id, slug: app.slug, name: app.name } };
      };
      const runs = isRecord(data) && Array.isArray(data["check_runs"]) ? data["check_runs"] : undefined;
      return like(response, runs === undefined ? name(data) : { ...(data as Payload), check_runs: runs.map(name) });
    },
  },
  {
    what: "A pull request needs an existing head and base that differ, and one open pull request per head and base.",
    page: `${DOCS}/pulls/pulls#create-a-pull-request`,
    method: "POST",
    path: at(String.raw`\/pulls`),
    before: async (call) => {
      const { repo, inside, body, params } = call;
      if (repo === undefined) return undefined;
      const readers = refuseReaders(call, "write");
      if (readers !== undefined) return readers;
      const branch = (value: unknown): string | undefined => {
        const name = String(value).replace(`${params["owner"]}:`, "");
        return inside.store.branches.findBy("repo_id", repo.id).some((row) => row.name === name) ? name : undefined;
      };
      const head = branch(body["head"]);
      const base = branch(body["base"]);
      if (head === undefined) return invalid("PullRequest", "head");
      if (base === undefined) return invalid("PullRequest", "base");
      const open = inside.store.pullRequests
        .findBy("repo_id", repo.id)
        .some((pull) => pull.state === "open" && pull.head_ref === head && pull.base_ref === base);
      if (open)
        return invalid("PullRequest", undefined, `A pull request already exists for ${params["owner"]}:${head}.`);
      const compared = await call.ask("GET", `/repos/${repo.full_name}/compare/${base}...${head}`);
      const ahead = isRecord(compared.data) ? Number(compared.data["ahead_by"]) : 0;
      if (ahead === 0) return invalid("PullRequest", undefined, `No commits between ${base} and ${head}`);
      return undefined;
    },
    after: async (call, response) => {
      if (!response.ok) return undefined;
      const made = (await response.clone().json()) as { number: number };
      await measurePulls(call);
      const again = await call.ask("GET", `${call.path}/${made.number}`);
      return like(response, again.data);
    },
  },
  {
    what: "The files of a pull request are those that differ between its merge base and its head.",
    page: `${DOCS}/pulls/pulls#list-pull-requests-files`,
    method: "GET",
    path: at(String.raw`\/pulls\/(?<number>\d+)\/(?<list>files|commits)`),
    before: async (call) => {
      const pull = call.inside.store.pullRequests
        .findBy("repo_id", call.repo?.id)
        .find((row) => row.number === Number(call.params["number"]));
      if (pull === undefined) return problem(404, "Not Found");
      const compared = await call.ask(
        "GET",
        `/repos/${call.repo?.full_name}/compare/${pull.base_ref}...${pull.head_sha}`,
      );
      return answer(200, isRecord(compared.data) ? compared.data[call.params["list"] ?? ""] : []);
    },
  },
  {
    what: "The tree without entries is git's own and needs no making.",
    page: "https://git-scm.com/docs/git-hash-object",
    method: "POST",
    path: at(String.raw`\/git\/commits`),
    before: async (call) => {
      if (call.body["tree"] === EMPTY_TREE)
        await call.ask("POST", `/repos/${call.repo?.full_name}/git/trees`, { tree: [] });
      return undefined;
    },
  },
  {
    what: "A pull request follows its branch: a push moves its head and is told as `synchronize`.",
    page: "https://docs.github.com/en/webhooks/webhook-events-and-payloads?actionType=synchronize#pull_request",
    method: "*",
    path: at(String.raw`\/(git\/refs(\/.+)?|contents\/.+)`),
    after: async (call, response) => {
      if (call.method === "GET" || !response.ok) return undefined;
      await measurePulls(call);
      return undefined;
    },
  },
  {
    what: "Reactions: 201 for a new one, 200 with the same one again; readers may react.",
    page: `${DOCS}/reactions/reactions#create-reaction-for-an-issue-comment`,
    method: "*",
    path: at(String.raw`(?<subject>\/issues\/(comments\/)?\d+)\/reactions(\/(?<reaction>\d+))?`),
    before: ({ method, params, body, actor, peer, repo }) => {
      const subject = `${repo?.full_name}${params["subject"]}`;
      const here = peer.reactions.filter((reaction) => reaction.subject === subject);
      const show = (reaction: (typeof here)[number]): Payload => {
        const { id, content, created_at, user } = reaction;
        return { id, content, created_at, user: { login: user.login, id: user.id, type: user.type } };
      };
      if (method === "GET") return answer(200, here.map(show));
      if (actor === undefined) return problem(401, "Requires authentication");
      if (method === "DELETE") {
        const index = peer.reactions.findIndex((reaction) => reaction.id === Number(params["reaction"]));
        if (index < 0) return problem(404, "Not Found");
        peer.reactions.splice(index, 1);
        return new Response(null, { status: 204 });
      }
      const content = String(body["content"]);
      if (!REACTIONS.has(content)) return invalid("Reaction", "content");
      const mine = here.find((reaction) => reaction.content === content && reaction.user.id === actor.id);
      if (mine !== undefined) return answer(200, show(mine));
      const id = peer.reactions.length + 1;
      const made = { id, subject, user: actor, content, created_at: new Date().toISOString() };
      peer.reactions.push(made);
      return answer(201, show(made));
    },
  },
  {
    what: "repository_dispatch, with at most 10 top-level properties in its payload.",
    page: `${DOCS}/repos/repos#create-a-repository-dispatch-event`,
    method: "POST",
    path: at(String.raw`\/dispatches`),
    before: async (call) => {
      const { body, repo, actor, deliveries, actions } = call;
      const readers = refuseReaders(call, "write");
      if (readers !== undefined) return readers;
      if (typeof body["event_type"] !== "string")
        return problem(422, 'Invalid request.\n\n"event_type" wasn\'t supplied.');
      const given = body["client_payload"] ?? {};
      if (Object.keys(given).length > 10) {
        return problem(422, "Invalid request.\n\nNo more than 10 properties are allowed; more were supplied.");
      }
      if (repo === undefined || actor === undefined) return problem(404, "Not Found");
      const payload = {
        action: body["event_type"],
        branch: repo.default_branch,
        client_payload: given,
        repository: await shown(call, `/repos/${repo.full_name}`),
        sender: { login: actor.login, id: actor.id, type: actor.type },
      };
      void deliveries.emit("repository_dispatch", payload, repo.full_name);
      void actions.trigger("repository_dispatch", payload, repo.full_name, actor);
      return new Response(null, { status: 204 });
    },
  },
  {
    what: "A repository's workflows are the files on its default branch.",
    page: `${DOCS}/actions/workflows#list-repository-workflows`,
    method: "*",
    path: at(String.raw`\/actions\/workflows(\/.*)?`),
    before: async ({ actions, repo }) => {
      if (repo !== undefined) await actions.discover(repo);
      return undefined;
    },
  },
  {
    what: "workflow_dispatch starts the repository's own workflow file, checks its inputs, and can return the run.",
    page: `${DOCS}/actions/workflows#create-a-workflow-dispatch-event`,
    method: "POST",
    path: at(String.raw`\/actions\/workflows\/(?<workflow>[^/]+)\/dispatches`),
    before: async (call) => {
      const { repo, actor, who, params, body, actions } = call;
      if (repo === undefined || actor === undefined) return problem(404, "Not Found");
      const allowed =
        who?.installation === undefined
          ? refuseReaders(call, "write") === undefined
          : who.installation.permissions["actions"] === "write";
      if (!allowed) return problem(403, "Resource not accessible by integration");
      if (typeof body["ref"] !== "string") return problem(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
      const workflow = decodeURIComponent(params["workflow"] ?? "");
      const made = await actions.dispatch({ repo, workflow, ref: body["ref"], inputs: body["inputs"], actor });
      if ("message" in made) return problem(made.status, made.message);
      if (body["return_run_details"] !== true) return new Response(null, { status: 204 });
      const run = (await shown(call, `/repos/${repo.full_name}/actions/runs/${made.id}`)) as Payload;
      return answer(200, { workflow_run_id: made.id, run_url: run["url"], html_url: run["html_url"] });
    },
  },
  {
    what: "A re-run keeps the run's id and counts its attempts.",
    page: `${DOCS}/actions/workflow-runs#re-run-failed-jobs-from-a-workflow-run`,
    method: "POST",
    path: at(String.raw`\/actions\/runs\/(?<run>\d+)\/(rerun|rerun-failed-jobs)`),
    before: (call) => {
      const readers = refuseReaders(call, "write");
      if (readers !== undefined) return readers;
      if (call.actions.rerun(Number(call.params["run"])) === undefined) return problem(404, "Not Found");
      return answer(201, {});
    },
  },
  {
    what: "An attempt of a workflow run, as it ended.",
    page: `${DOCS}/actions/workflow-runs#get-a-workflow-run-attempt`,
    method: "GET",
    path: at(String.raw`\/actions\/runs\/(?<run>\d+)\/attempts\/(?<attempt>\d+)`),
    before: async (call) => {
      const conclusion = call.actions.attempt(Number(call.params["run"]), Number(call.params["attempt"]));
      if (conclusion === undefined) return problem(404, "Not Found");
      const run = await shown(call, call.path.replace(/\/attempts\/\d+$/, ""));
      return answer(200, { ...(isRecord(run) ? run : {}), run_attempt: Number(call.params["attempt"]), conclusion });
    },
  },
  {
    what: "Artifacts of runs, listed by name, with their digest; the archive is a redirect to blob storage.",
    page: `${DOCS}/actions/artifacts#download-an-artifact`,
    method: "GET",
    path: at(String.raw`\/actions\/(runs\/(?<run>\d+)\/)?artifacts(\/(?<artifact>\d+)(?<zip>\/zip)?)?`),
    before: ({ query, params, peer, repo, inside }) => {
      const found = peer.artifacts
        .filter((entry) => entry.fullName === repo?.full_name)
        .filter((entry) => params["run"] === undefined || entry.runId === Number(params["run"]))
        .filter((entry) => params["artifact"] === undefined || entry.id === Number(params["artifact"]))
        .filter((entry) => !query.has("name") || entry.name === query.get("name"))
        .toSorted((a, b) => b.id - a.id);
      const [first] = found;
      if (params["artifact"] === undefined) {
        const page = Number(query.get("page") ?? 1);
        const size = Number(query.get("per_page") ?? 30);
        const artifacts = found.slice((page - 1) * size, page * size).map((entry) => showArtifact(entry, inside));
        return answer(200, { total_count: found.length, artifacts });
      }
      if (first === undefined) return problem(404, "Not Found");
      if (params["zip"] === undefined) return answer(200, showArtifact(first, inside));
      return new Response(null, { status: 302, headers: { location: first.download() } });
    },
  },
  {
    what: "A workflow run shows its run-name, and runs can be asked by creation time.",
    page: `${DOCS}/actions/workflow-runs#list-workflow-runs-for-a-repository`,
    method: "GET",
    path: at(String.raw`\/actions\/(workflows\/[^/]+\/)?runs(\/\d+)?`),
    after: async ({ query, actions }, response) => {
      if (!response.ok) return undefined;
      const data = (await response.clone().json()) as Payload;
      const title = (run: Payload): Payload => ({
        ...run,
        display_title: actions.title(Number(run["id"])) ?? run["name"],
      });
      if (!Array.isArray(data["workflow_runs"])) return like(response, title(data));
      const since = /^>=?(.+)$/.exec(query.get("created") ?? "")?.[1];
      const runs = (data["workflow_runs"] as Payload[])
        .filter((run) => since === undefined || Date.parse(String(run["created_at"])) >= Date.parse(since))
        .map(title);
      return like(response, { total_count: runs.length, workflow_runs: runs });
    },
  },
  {
    what: "What an app wrote names the app.",
    page: `${DOCS}/issues/comments#get-an-issue-comment`,
    method: "*",
    path: at(String.raw`\/issues(\/.*)?`),
    after: async ({ inside }, response) => {
      if (!response.ok || response.status === 204) return undefined;
      const data: unknown = await response.clone().json();
      return like(response, Array.isArray(data) ? data.map((one) => byApp(one, inside)) : byApp(data, inside));
    },
  },
  {
    what: "The repositories an installation token reaches.",
    page: `${DOCS}/apps/installations#list-repositories-accessible-to-the-app-installation`,
    method: "GET",
    path: /^\/installation\/repositories$/,
    before: async (call) => {
      const installation = call.who?.installation;
      if (installation === undefined) return problem(403, "You must authenticate with an installation access token");
      const reached = call.inside.store.repos
        .all()
        .filter((repo) => repo.owner_id === installation.accountId && repo.owner_type === installation.accountType)
        .filter((repo) => installation.repositorySelection === "all" || installation.repositoryIds.includes(repo.id));
      const repositories = await Promise.all(reached.map((repo) => shown(call, `/repos/${repo.full_name}`)));
      return answer(200, { total_count: repositories.length, repository_selection: "all", repositories });
    },
  },
  {
    what: "Deliveries of an app's webhook, and sending one again.",
    page: `${DOCS}/apps/webhooks#redeliver-a-delivery-for-an-app-webhook`,
    method: "*",
    path: /^\/app\/hook\/deliveries(\/(?<delivery>\d+)\/attempts)?$/,
    before: ({ method, deliveries, params, query }) => {
      if (method === "GET") {
        const list = deliveries.log.map(({ guid, event, action, redelivery, status, deliveredAt }, index) => {
          const shared = { id: index + 1, guid, event, action: action ?? null, redelivery, delivered_at: deliveredAt };
          return { ...shared, status_code: status ?? 0, status: status === 200 ? "OK" : "failed" };
        });
        // A page begins at the delivery its cursor names; the `link` header alone says where the next one does.
        const size = Math.min(Number(query.get("per_page") ?? "30"), 100);
        const newest = list.toReversed();
        const first = Math.max(
          0,
          newest.findIndex(({ id }) => `v1_${id}` === query.get("cursor")),
        );
        const shown = newest.slice(first, first + size);
        const next = newest[first + size];
        const link = `<https://api.github.com/app/hook/deliveries?per_page=${size}&cursor=v1_${next?.id}>; rel="next"`;
        return Response.json(shown, next === undefined ? {} : { headers: { link } });
      }
      const delivery = deliveries.log[Number(params["delivery"]) - 1];
      if (delivery === undefined) return problem(404, "Not Found");
      void deliveries.redeliver(delivery.guid);
      return answer(202, {});
    },
  },
];

const REACTIONS = new Set(["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"]);
const ROLES = ["none", "read", "triage", "write", "maintain", "admin"] as const;
type Role = (typeof ROLES)[number];

/** A person's role on a repository; apps act by their installation's permissions instead. */
function roleOf(inside: EmulateInside, repo: RepoRow, user: UserRow): Role {
  if (repo.owner_type === "User" && repo.owner_id === user.id) return "admin";
  const collaborator = inside.store.collaborators.findBy("repo_id", repo.id).find((row) => row.user_id === user.id);
  const stored: Readonly<Record<string, Role>> = { push: "write", pull: "read" };
  if (collaborator !== undefined) return stored[collaborator.permission] ?? (collaborator.permission as Role);
  return repo.private ? "none" : "read";
}

function refuseReaders({ who, actor, repo, inside }: Call, least: Role): Response | undefined {
  if (who?.installation !== undefined || repo === undefined) return undefined;
  if (actor === undefined) return problem(401, "Requires authentication");
  const enough = ROLES.indexOf(roleOf(inside, repo, actor)) >= ROLES.indexOf(least);
  return enough ? undefined : problem(403, "Must have push access to the repository.");
}

function refuseCheckOutput(body: Payload): Response | undefined {
  const output = isRecord(body["output"]) ? body["output"] : {};
  for (const field of ["summary", "text"]) {
    const text = output[field];
    if (typeof text === "string" && text.length > 65_535) {
      return invalid("CheckRun", field, `${field} exceeds a maximum bytesize of 65535`);
    }
  }
  if (Array.isArray(output["annotations"]) && output["annotations"].length > 50) {
    return problem(422, "Invalid request.\n\nNo more than 50 items are allowed; more were supplied.");
  }
  const actions: unknown[] = Array.isArray(body["actions"]) ? body["actions"] : [];
  if (actions.length > 3)
    return problem(422, "Invalid request.\n\nNo more than 3 items are allowed; more were supplied.");
  const limits = { label: 20, description: 40, identifier: 20 };
  for (const action of actions) {
    for (const [field, limit] of Object.entries(limits)) {
      const text = isRecord(action) ? action[field] : undefined;
      if (typeof text !== "string") return problem(422, `Invalid request.\n\n"${field}" wasn't supplied.`);
      if (text.length > limit) return problem(422, `Invalid request.\n\nOnly ${limit} characters are allowed.`);
    }
  }
  return undefined;
}

/** Sets head, size and files of every open pull request from its branches. */
async function measurePulls(call: Call): Promise<void> {
  const { inside, repo, deliveries } = call;
  if (repo === undefined) return;
  for (const pull of inside.store.pullRequests.findBy("repo_id", repo.id)) {
    if (pull.state !== "open") continue;
    const head = inside.store.branches.findBy("repo_id", repo.id).find((row) => row.name === pull.head_ref);
    if (head === undefined) continue;
    const compared = await call.ask("GET", `/repos/${repo.full_name}/compare/${pull.base_ref}...${head.sha}`);
    const moved = head.sha !== pull.head_sha;
    inside.store.pullRequests.update(pull.id, { head_sha: head.sha, ...measured(compared.data) });
    if (!moved) continue;
    const pullRequest = await shown(call, `/repos/${repo.full_name}/pulls/${pull.number}`);
    const repository = await shown(call, `/repos/${repo.full_name}`);
    const facts = { action: "synchronize", number: pull.number, before: pull.head_sha, after: head.sha };
    const sender = { login: call.actor?.login, type: call.actor?.type };
    void deliveries.emit("pull_request", { ...facts, pull_request: pullRequest, repository, sender }, repo.full_name);
  }
}

function measured(compared: unknown): Partial<PullRow> {
  if (!isRecord(compared) || !Array.isArray(compared["files"])) return {};
  const files = compared["files"] as { additions: number; deletions: number }[];
  return {
    commits: Number(compared["ahead_by"]),
    changed_files: files.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
  };
}

function showArtifact(artifact: PeerArtifact, inside: EmulateInside): Payload {
  const { id, name, size, digest, createdAt, fullName, runId } = artifact;
  const run = inside.store.workflowRuns.get(runId);
  return {
    id,
    name,
    size_in_bytes: size,
    digest,
    expired: false,
    created_at: createdAt.toISOString(),
    archive_download_url: `/repos/${fullName}/actions/artifacts/${id}/zip`,
    workflow_run: { id: runId, head_branch: run?.head_branch, head_sha: run?.head_sha },
  };
}

/** Adds `performed_via_github_app` to what a bot wrote. */
export function byApp(written: unknown, inside: EmulateInside): unknown {
  if (!isRecord(written) || !isRecord(written["user"]) || !("performed_via_github_app" in written)) return written;
  const login = String(written["user"]["login"]);
  const app = inside.store.apps.all().find((candidate) => `${candidate.slug}[bot]` === login);
  if (app === undefined) return written;
  // https://api.github.com/users/github-actions%5Bbot%5D
  const user = app.slug === "github-actions" ? { ...written["user"], id: 41_898_282 } : written["user"];
  return { ...written, user, performed_via_github_app: { id: app.app_id, slug: app.slug, name: app.name } };
}

async function shown(call: Call, path: string): Promise<unknown> {
  return (await call.ask("GET", path)).data;
}

function answer(status: number, data: unknown): Response {
  return Response.json(data, { status });
}

/** The same status and headers with another body. */
function like(response: Response, data: unknown): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(data), { status: response.status, headers });
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
function invalid(resource: string, field: string | undefined, message?: string): Response {
  const error = {
    resource,
    code: message === undefined ? "invalid" : "custom",
    ...(field === undefined ? {} : { field }),
    ...(message === undefined ? {} : { message }),
  };
  return answer(422, { message: "Validation Failed", errors: [error], documentation_url: DOCS, status: "422" });
}

export function problem(status: number, message: string): Response {
  return answer(status, { message, documentation_url: DOCS, status: String(status) });
}
