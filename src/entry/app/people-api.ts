import type { IncomingMessage, ServerResponse } from "node:http";
import { createSend } from "../../adapters/repository-host/request.ts";
import { type SelfIdentity, judge, readAuthority } from "../../github/authority.ts";
import { readConfig } from "../../github/config-file.ts";
import { type Act, ruleFor } from "../../github/config.ts";
import { isJsonObject } from "../../kernel/json.ts";
import type { Account } from "../../ports/repository-host.ts";
import { type CommandDecision, effectOf } from "./commands.ts";
import { json } from "./json-answer.ts";
import type { AppParts } from "./parts.ts";
import type { AppRun } from "./runs.ts";
import { readBody } from "./webhook-door.ts";

const ACTS = { approve: "approve", reject: "approve", cancel: "cancel", resume: "resume", retry: "resume" } as const;
type Verb = keyof typeof ACTS;

/**
 * What people and their tools ask of the app over HTTP: a GitHub token of theirs as bearer says who they are, and their permission in the
 * repository, read now, says what they see and may do. The same code as for `/pawl` comments does it.
 */
export interface PeopleApi {
  list(request: IncomingMessage, response: ServerResponse): Promise<void>;
  show(request: IncomingMessage, response: ServerResponse, runId: string): Promise<void>;
  audit(request: IncomingMessage, response: ServerResponse, runId: string): Promise<void>;
  act(request: IncomingMessage, response: ServerResponse, runId: string, verb: string): Promise<void>;
}

export function createPeopleApi(parts: AppParts, apiUrl: string): PeopleApi {
  const whoAsks = async (request: IncomingMessage): Promise<Account | undefined> => {
    const token = /^(?:bearer|token) (\S{10,600})$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) return undefined;
    try {
      const send = createSend({
        token: () => Promise.resolve(token),
        apiUrl,
        log: parts.log,
        wait: () => Promise.resolve(),
      });
      const user = await send<{ id: number; login: string; type: string }>("GET /user");
      return { id: user.id, login: user.login, type: user.type === "User" ? "User" : "Bot" };
    } catch {
      return undefined;
    }
  };

  const self = (): Promise<SelfIdentity> => parts.installations.self();

  /** Answers the request itself when the caller may not. A run one may not read doesn't exist. */
  const permitted = async (
    request: IncomingMessage,
    response: ServerResponse,
    where: { readonly owner: string; readonly repo: string; readonly workflow?: string },
    act: Act,
  ): Promise<Account | undefined> => {
    const account = await whoAsks(request);
    if (account === undefined) {
      json(response, 401, { ok: false, error: "send a GitHub token of yours as bearer" });
      return undefined;
    }
    const { host } = await parts.installations.host(where.owner, where.repo).catch(() => ({ host: undefined }));
    if (host === undefined) {
      json(response, 404, { ok: false, error: "not found" });
      return undefined;
    }
    const { config } = await readConfig(host);
    const rule = ruleFor(config, act, where.workflow);
    const verdict = judge(rule, account, await readAuthority(host, await self(), account, rule));
    if (verdict.allowed) return account;
    json(response, act === "read" ? 404 : 403, { ok: false, error: act === "read" ? "not found" : verdict.reason });
    return undefined;
  };

  const runFor = async (
    request: IncomingMessage,
    response: ServerResponse,
    runId: string,
    act: Act,
  ): Promise<{ readonly run: AppRun; readonly account: Account } | undefined> => {
    const run = parts.runs.get(runId);
    if (run === undefined) {
      json(response, 404, { ok: false, error: "not found" });
      return undefined;
    }
    const account = await permitted(request, response, run, act);
    return account === undefined ? undefined : { run, account };
  };

  return {
    async list(request, response) {
      const query = new URL(request.url ?? "/", "http://localhost").searchParams;
      const [owner, repo] = (query.get("repository") ?? "").split("/");
      if (owner === undefined || repo === undefined || repo === "") {
        return json(response, 400, { ok: false, error: "say which: ?repository=owner/name" });
      }
      if ((await permitted(request, response, { owner, repo }, "read")) === undefined) return;
      json(response, 200, parts.runs.list({ owner, repo, limit: 100 }).map(outline));
    },
    async show(request, response, runId) {
      const found = await runFor(request, response, runId, "read");
      if (found !== undefined) json(response, 200, { ...outline(found.run), view: found.run.view ?? null });
    },
    async audit(request, response, runId) {
      const found = await runFor(request, response, runId, "configure");
      if (found !== undefined) json(response, 200, parts.audit.list({ runId }));
    },
    async act(request, response, runId, verb) {
      const command = verb as Verb;
      const body = await bodyOf(request);
      if (body === undefined) return json(response, 400, { ok: false, error: "the body is no JSON object" });
      const budget = typeof body["budget_usd"] === "number" ? body["budget_usd"] : undefined;
      const found = await runFor(request, response, runId, budget === undefined ? ACTS[command] : "budget");
      if (found === undefined) return;
      const { run, account } = found;
      const { host } = await parts.installations.host(run.owner, run.repo, run.installation);
      const { config, findings } = await readConfig(host);
      const door = {
        host,
        config,
        configProblems: findings,
        self: await self(),
        key: parts.key,
        clock: parts.clock,
        log: parts.log,
      };
      const effect = await effectOf(parts, door, decisionOf(run, account, command, body, budget));
      const allowed = effect.allowed ?? true;
      parts.db.transaction(() => {
        effect.change?.();
        parts.audit.write({
          actor: account.login,
          actorId: account.id,
          act: command,
          repository: `${run.owner}/${run.repo}`,
          ...(run.issue === undefined ? {} : { issue: run.issue }),
          runId,
          allowed,
          reason: effect.reply ?? "over the API",
        });
      });
      parts.wake();
      json(response, allowed ? 202 : 409, {
        ok: allowed,
        ...(effect.reply === undefined ? {} : { error: effect.reply }),
      });
    },
  };
}

function decisionOf(
  run: AppRun,
  account: Account,
  command: Verb,
  body: Readonly<Record<string, unknown>>,
  budget: number | undefined,
): CommandDecision {
  const text = (name: string): string | undefined => {
    const value = body[name];
    return typeof value === "string" && value.length <= 2_000 ? value : undefined;
  };
  const tree = text("tree");
  const flags = { from: text("from"), note: text("note"), budget: budget === undefined ? undefined : String(budget) };
  return {
    kind: "command",
    command,
    words: [run.runId, ...(tree === undefined ? [] : [tree])],
    inputs: {},
    flags: Object.fromEntries(
      Object.entries(flags).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    place: run.order.place,
    sender: account,
    meaning: `${run.meaning}:${command}`,
    saidAt: "",
    pinned: run.order.pinned,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  const bytes = await readBody(request, 65_536);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8"));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A run as lists show it. */
function outline(run: AppRun): Readonly<Record<string, unknown>> {
  return {
    run_id: run.runId,
    workflow: run.workflow,
    status: run.state,
    repository: `${run.owner}/${run.repo}`,
    issue: run.issue ?? null,
    actor: run.actor,
    created_at: new Date(run.createdAt).toISOString(),
    cost_usd: run.view?.cost.usd ?? 0,
    workflow_run: run.workflowRun ?? null,
    note: run.note ?? null,
  };
}
