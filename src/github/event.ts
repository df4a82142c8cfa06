import type { Account } from "../ports/repository-host.ts";

/** A webhook delivery, or what `GITHUB_EVENT_NAME` and `GITHUB_EVENT_PATH` hold in an action. */
export interface RawEvent {
  readonly name: string;
  readonly payload: unknown;
  readonly deliveryId?: string;
}

export interface EventRepository {
  readonly id: number | undefined;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  /** Its page: `https://github.com/owner/name`. */
  readonly htmlUrl: string;
}

export interface EventIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | undefined;
  readonly labels: readonly string[];
  readonly url: string;
  readonly updatedAt: string;
  readonly isPullRequest: boolean;
  /** Of a pull request, where the payload says it. */
  readonly headSha: string | undefined;
}

export interface EventComment {
  readonly id: number;
  readonly body: string;
  readonly author: Account | undefined;
  readonly kind: "issue" | "review-comment" | "review";
  readonly url: string;
  /** The App that wrote it, when one did. */
  readonly appId: number | undefined;
  /** ISO 8601; empty where the payload doesn't say. */
  readonly createdAt: string;
}

/** An event read tolerantly: real payloads miss members that the schemas call required. */
export interface GitHubEvent {
  readonly name: string;
  readonly action: string | undefined;
  readonly deliveryId: string | undefined;
  readonly repository: EventRepository | undefined;
  readonly installationId: number | undefined;
  readonly sender: Account | undefined;
  readonly issue: EventIssue | undefined;
  readonly comment: EventComment | undefined;
  /** The label of a `labeled` event. */
  readonly label: string | undefined;
  readonly assignee: Account | undefined;
  readonly checkRun:
    | { readonly id: number; readonly externalId: string; readonly appId: number | undefined; readonly headSha: string }
    | undefined;
  readonly requestedAction: string | undefined;
  /** `inputs` of `workflow_dispatch`, `client_payload` of `repository_dispatch`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The cron line of a `schedule` event. */
  readonly schedule: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Never throws: what isn't there, or isn't what it should be, is undefined. */
export function readEvent(raw: RawEvent): GitHubEvent {
  const payload = object(raw.payload) ?? {};
  const pull = object(payload["pull_request"]);
  const issue = object(payload["issue"]) ?? pull;
  const check = object(payload["check_run"]);
  return {
    name: raw.name,
    action: text(payload["action"]),
    deliveryId: raw.deliveryId,
    repository: repositoryFrom(object(payload["repository"])),
    installationId: number(object(payload["installation"])?.["id"]),
    sender: account(payload["sender"]),
    issue: issue === undefined ? undefined : issueFrom(issue, issue === pull),
    comment: commentFrom(raw.name, payload),
    label: text(object(payload["label"])?.["name"]),
    assignee: account(payload["assignee"]),
    checkRun:
      check === undefined
        ? undefined
        : {
            id: number(check["id"]) ?? 0,
            externalId: text(check["external_id"]) ?? "",
            appId: number(object(check["app"])?.["id"]),
            headSha: text(check["head_sha"]) ?? "",
          },
    requestedAction: text(object(payload["requested_action"])?.["identifier"]),
    data: object(payload["inputs"]) ?? object(payload["client_payload"]) ?? {},
    schedule: text(payload["schedule"]),
  };
}

function repositoryFrom(found: Fields | undefined): EventRepository | undefined {
  const fullName = text(found?.["full_name"]);
  const [owner, name] = fullName?.split("/") ?? [];
  if (found === undefined || fullName === undefined || owner === undefined || name === undefined) return undefined;
  return {
    id: number(found["id"]),
    owner,
    name,
    fullName,
    defaultBranch: text(found["default_branch"]) ?? "main",
    private: found["private"] === true,
    htmlUrl: text(found["html_url"]) ?? `https://github.com/${fullName}`,
  };
}

function issueFrom(found: Fields, isPull: boolean): EventIssue | undefined {
  const id = number(found["number"]);
  if (id === undefined) return undefined;
  const labels = Array.isArray(found["labels"]) ? (found["labels"] as readonly unknown[]) : [];
  return {
    number: id,
    title: text(found["title"]) ?? "",
    body: text(found["body"]) ?? "",
    author: account(found["user"]),
    labels: labels.flatMap((label) => {
      const name = text(object(label)?.["name"]);
      return name === undefined ? [] : [name];
    }),
    url: text(found["html_url"]) ?? "",
    updatedAt: text(found["updated_at"]) ?? "",
    isPullRequest: isPull || object(found["pull_request"]) !== undefined,
    headSha: isPull ? text(object(found["head"])?.["sha"]) : undefined,
  };
}

function commentFrom(event: string, payload: Fields): EventComment | undefined {
  const kinds: Readonly<Record<string, EventComment["kind"]>> = {
    issue_comment: "issue",
    pull_request_review_comment: "review-comment",
    pull_request_review: "review",
  };
  const kind = kinds[event];
  const found = object(kind === "review" ? payload["review"] : payload["comment"]);
  const id = number(found?.["id"]);
  if (kind === undefined || found === undefined || id === undefined) return undefined;
  return {
    id,
    body: text(found["body"]) ?? "",
    author: account(found["user"]),
    kind,
    url: text(found["html_url"]) ?? "",
    appId: number(object(found["performed_via_github_app"])?.["id"]),
    createdAt: text(found["created_at"]) ?? text(found["submitted_at"]) ?? "",
  };
}

function account(value: unknown): Account | undefined {
  const found = object(value);
  const id = number(found?.["id"]);
  const login = text(found?.["login"]);
  if (found === undefined || id === undefined || login === undefined) return undefined;
  const type = text(found["type"]);
  // What is not plainly a person is treated as a bot: GitHub's "User" is the only type that may have a role.
  const known = type === "User" || type === "Organization" || type === "Mannequin" ? type : "Bot";
  return { id, login, type: known };
}

function object(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}
