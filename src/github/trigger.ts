import { digestJson, sha256 } from "../kernel/digest.ts";
import type { JsonObject } from "../kernel/json.ts";
import { ID_PATTERN } from "../language/model.ts";
import type { Account } from "../ports/repository-host.ts";
import { type Authority, type SelfIdentity, isSelf, judge } from "./authority.ts";
import { type CommandName, parseComment, visible } from "./comment-command.ts";
import { type Act, type PawlConfig, type Rule, ruleFor, triggersOf } from "./config.ts";
import { type EventRepository, type GitHubEvent, type RawEvent, readEvent } from "./event.ts";

/** Where an answer goes: the issue or pull request, and the comment that asked. */
export interface Place {
  readonly repository: EventRepository;
  readonly issue?: number;
  readonly comment?: { readonly id: number; readonly kind: "issue" | "review-comment" | "review" };
  readonly installationId?: number;
}

/** What was said, fixed at the moment it was said (G3). Goes into the journal and is compared before privileged effects. */
export interface PinnedFacts extends JsonObject {
  readonly event: string;
  readonly action: string;
  readonly actor: string;
  readonly actor_id: number;
  readonly text_sha256: string;
  readonly title: string;
  readonly body: string;
  readonly head_sha: string;
  readonly label: string;
  readonly comment_id: number;
}

interface Asked {
  readonly place: Place;
  readonly sender: Account;
  /** Equal for deliveries that mean the same thing (G9). */
  readonly meaning: string;
  /** When it was said, as the event has it: ISO 8601, or empty. */
  readonly saidAt: string;
  readonly pinned: PinnedFacts;
}

export type Decision =
  | (Asked & {
      readonly kind: "run";
      readonly workflow: string;
      /** As written by a person: typed and validated against the workflow later. `typed` when they are JSON already. */
      readonly inputs: JsonObject;
      readonly typed: boolean;
      /** The label to take off again. */
      readonly label?: string;
    })
  | (Asked & {
      readonly kind: "command";
      readonly command: Exclude<CommandName, "run">;
      readonly words: readonly string[];
      readonly flags: Readonly<Record<string, string>>;
      readonly inputs: Readonly<Record<string, string>>;
      /** From a check run's button: the run it belongs to. */
      readonly runId?: string;
    })
  /** Something asked for, but not to be done: the reply says why. */
  | (Asked & { readonly kind: "refuse"; readonly reason: string; readonly reply: string; readonly label?: string })
  /** The installation lost the issue or repository: runs that belong to it stop. */
  | { readonly kind: "gone"; readonly place: Place; readonly reason: string }
  | { readonly kind: "ignore"; readonly reason: string };

/** What an event asks for before anybody's authority was read. */
export type Request =
  | {
      readonly kind: "ask";
      readonly act: Act;
      readonly rule: Rule;
      readonly appId: number | undefined;
      readonly decision: Allowed;
    }
  | Decision;
type Allowed = Extract<Decision, { kind: "run" | "command" }>;

const ACT_OF: Readonly<Record<Exclude<CommandName, "run">, Act>> = {
  help: "read",
  list: "read",
  status: "read",
  explain: "read",
  approve: "approve",
  reject: "approve",
  resume: "resume",
  retry: "resume",
  cancel: "cancel",
};

/**
 * The one place that decides what an event asks for (G1). Pure: the action and the app call it with what they read.
 * Without `authority.actor`, everything that needs authority is refused.
 */
export function decideTrigger(raw: RawEvent, config: PawlConfig, authority: Authority): Decision {
  const request = readRequest(raw, config, authority.self);
  return request.kind === "ask" ? judged(request, authority) : request;
}

/** The second half: whether who asks may do it, by the rule of the request. */
export function judged(request: Extract<Request, { kind: "ask" }>, authority: Authority): Decision {
  const { decision, act, rule } = request;
  const verdict = judge(rule, decision.sender, {
    ...authority,
    ...(request.appId === undefined ? {} : { appId: request.appId }),
  });
  if (verdict.allowed) return decision;
  const what =
    decision.kind === "run"
      ? `start \`${decision.workflow}\``
      : `${act === "budget" ? "raise the budget" : decision.command} a run`;
  return refusal(
    decision,
    `${decision.sender.login} may not ${what}: ${verdict.reason}`,
    decision.kind === "run" ? decision.label : undefined,
  );
}

/** The first half: what is asked, by whom, and which rule applies. No authority is needed to find that nothing is asked. */
export function readRequest(raw: RawEvent, config: PawlConfig, self: SelfIdentity): Request {
  const event = readEvent(raw);
  const { repository, sender } = event;
  if (repository === undefined) return ignore(`${event.name} has no repository`);
  if (
    (event.name === "issues" && event.action === "deleted") ||
    (event.name === "repository" && event.action === "deleted")
  ) {
    return {
      kind: "gone",
      place: placeOf(event, repository),
      reason: `the ${event.name === "issues" ? "issue" : "repository"} was deleted`,
    };
  }
  if (sender === undefined) return ignore(`${event.name} names no sender`);
  const appId = event.comment?.appId;
  if (isSelf(sender, { self, ...(appId === undefined ? {} : { appId }) })) return ignore("the event is Pawl's own");
  const read = READERS[event.name];
  if (read === undefined) return ignore(`${event.name} starts nothing`);
  return read({ event, repository, sender, config, appId });
}

interface Reading {
  readonly event: GitHubEvent;
  readonly repository: EventRepository;
  readonly sender: Account;
  readonly config: PawlConfig;
  readonly appId: number | undefined;
}

const READERS: Readonly<Record<string, (reading: Reading) => Request>> = {
  issues: fromIssue,
  pull_request: fromPullRequest,
  pull_request_target: fromPullRequest,
  issue_comment: fromComment,
  pull_request_review_comment: fromComment,
  pull_request_review: fromComment,
  check_run: fromCheckRun,
  workflow_dispatch: fromWorkflowDispatch,
  repository_dispatch: fromRepositoryDispatch,
  schedule: fromSchedule,
};

function fromIssue(reading: Reading): Request {
  if (reading.event.action === "labeled") return fromLabel(reading);
  if (reading.event.action === "assigned") return fromAssignment(reading);
  return ignore(`issues.${reading.event.action ?? ""} starts nothing`);
}

function fromPullRequest(reading: Reading): Request {
  if (reading.event.action === "labeled") return fromLabel(reading);
  if (reading.event.action === "assigned") return fromAssignment(reading);
  return ignore(`${reading.event.name}.${reading.event.action ?? ""} starts nothing`);
}

function fromLabel(reading: Reading): Request {
  const { event, config } = reading;
  const label = event.label ?? "";
  // GitHub compares labels without regard to ASCII case; anything beyond ASCII is another label that may look the same.
  const name = asciiLower(label);
  const prefix = asciiLower(config.labelPrefix);
  if (!name.startsWith(prefix)) {
    const disguised = asciiLower(label.normalize("NFKC").replaceAll(/[^\x21-\x7e]/gu, "")).startsWith(prefix);
    return ignore(
      disguised ? `the label "${visible(label)}" only looks like one of Pawl's` : "the label is not one of Pawl's",
    );
  }
  const workflow = name.slice(prefix.length);
  if (!/^[\x21-\x7e]+$/.test(label) || !ID_PATTERN.test(workflow)) {
    return ignore(`the label "${visible(label)}" names no workflow`);
  }
  const triggers = triggersOf(config, workflow);
  const allowed = event.issue?.isPullRequest === true ? triggers.pullRequestLabel : triggers.label;
  if (!allowed) return ignore(`labels don't start ${workflow} (.github/pawl.yml)`);
  return run(reading, workflow, {}, { label, meaning: ["label", name, event.issue?.updatedAt ?? ""] });
}

function fromAssignment(reading: Reading): Request {
  const { event, config } = reading;
  const assignee = event.assignee?.login.toLowerCase();
  const [workflow] =
    Object.entries(config.workflows).find(([, one]) =>
      one.triggers.assignment.some((login) => login.toLowerCase() === assignee),
    ) ?? [];
  if (workflow === undefined) return ignore("the assignee starts nothing");
  return run(reading, workflow, {}, { meaning: ["assigned", assignee ?? "", event.issue?.updatedAt ?? ""] });
}

function fromComment(reading: Reading): Request {
  const { event, config } = reading;
  const { comment } = event;
  const newlySaid =
    event.action === "created" || (event.name === "pull_request_review" && event.action === "submitted");
  if (!newlySaid) return ignore(`an ${event.action ?? "unknown"} comment starts nothing`);
  if (comment === undefined) return ignore("the event has no comment");
  // Somebody else's words under the sender's name would carry the sender's authority.
  if (comment.author?.id !== reading.sender.id) return ignore("the comment's author is not the event's sender");
  const parsed = parseComment(comment.body, config.command);
  if (parsed.kind === "none") return ignore("the comment holds no command");
  const asked = askedBy(reading, ["comment", comment.kind, String(comment.id)]);
  if (parsed.kind === "malformed") {
    return refusal(asked, `the command \`${visible(parsed.line)}\` can't be read: ${parsed.problem}`);
  }
  const { command, words, flags, inputs } = parsed;
  if (command !== "run") {
    const act = flags["budget"] === undefined ? ACT_OF[command] : "budget";
    return ask(reading, act, undefined, { ...asked, kind: "command", command, words, flags, inputs });
  }
  const [workflow, extra] = words;
  if (workflow === undefined || !ID_PATTERN.test(workflow)) {
    return refusal(
      asked,
      `\`${config.command} run\` needs the name of a workflow; \`${config.command} list\` shows them`,
    );
  }
  if (extra !== undefined) {
    return refusal(asked, `\`${visible(extra)}\` is no input: write \`key=value\`, and quote values that hold blanks`);
  }
  if (!triggersOf(config, workflow).comment) {
    return refusal(asked, `comments don't start \`${workflow}\` here (.github/pawl.yml)`);
  }
  return run(reading, workflow, inputs, { meaning: ["comment", comment.kind, String(comment.id)] });
}

function fromCheckRun(reading: Reading): Request {
  const { event } = reading;
  const { checkRun } = event;
  if (event.action !== "requested_action" && event.action !== "rerequested") {
    return ignore(`check_run.${event.action ?? ""} starts nothing`);
  }
  const runId = /^(run_[0-9A-Za-z]{1,40})$/.exec(checkRun?.externalId ?? "")?.[1];
  const commands: Readonly<Record<string, "approve" | "reject" | "cancel" | "retry">> = {
    approve: "approve",
    reject: "reject",
    cancel: "cancel",
    retry: "retry",
  };
  const command = event.action === "rerequested" ? "retry" : commands[event.requestedAction ?? ""];
  if (runId === undefined || command === undefined) return ignore("the button is not one of Pawl's");
  // Each press is an act of its own, so only a redelivery means the same.
  const asked = askedBy(reading, ["button", runId, command, event.deliveryId ?? ""]);
  return ask(reading, ACT_OF[command], undefined, {
    ...asked,
    kind: "command",
    command,
    words: [runId, ...(checkRun?.headSha === undefined ? [] : [checkRun.headSha])],
    flags: {},
    inputs: {},
    runId,
  });
}

/** GitHub itself asks for write permission before it starts a workflow this way; the rule of .github/pawl.yml holds all the same. */
function fromWorkflowDispatch(reading: Reading): Request {
  const { workflow, inputs } = reading.event.data;
  if (typeof workflow !== "string" || !ID_PATTERN.test(workflow)) return ignore("workflow_dispatch names no workflow");
  const given = typeof inputs === "string" ? readJsonObject(inputs) : {};
  if (given === undefined) {
    return refusal(askedBy(reading, ["dispatch", reading.event.deliveryId ?? ""]), "`inputs` is not a JSON object");
  }
  return run(reading, workflow, given, {
    typed: true,
    meaning: ["dispatch", reading.event.deliveryId ?? digestJson(given)],
  });
}

function fromRepositoryDispatch(reading: Reading): Request {
  const { event, config } = reading;
  const named = event.action ?? "";
  const [workflow] =
    Object.entries(config.workflows).find(([, one]) => one.triggers.repositoryDispatch.includes(named)) ?? [];
  if (workflow === undefined) return ignore(`repository_dispatch "${visible(named)}" starts nothing`);
  return run(reading, workflow, JSON.parse(JSON.stringify(event.data)) as JsonObject, {
    typed: true,
    meaning: ["repository_dispatch", named, event.deliveryId ?? digestJson(event.data)],
  });
}

function fromSchedule(reading: Reading): Request {
  const { event, config } = reading;
  const line = event.schedule ?? "";
  const [workflow] = Object.entries(config.workflows).find(([, one]) => one.triggers.schedule.includes(line)) ?? [];
  if (workflow === undefined) return ignore(`no workflow has the schedule "${visible(line)}"`);
  const asked = askedBy(reading, ["schedule", line, event.deliveryId ?? ""]);
  return { ...asked, kind: "run", workflow, inputs: {}, typed: true };
}

function run(
  reading: Reading,
  workflow: string,
  inputs: JsonObject,
  how: { readonly label?: string; readonly typed?: boolean; readonly meaning: readonly string[] },
): Request {
  const asked = askedBy(reading, [workflow, ...how.meaning]);
  return ask(reading, "start", workflow, {
    ...asked,
    kind: "run",
    workflow,
    inputs,
    typed: how.typed ?? false,
    ...(how.label === undefined ? {} : { label: how.label }),
  });
}

function ask(reading: Reading, act: Act, workflow: string | undefined, decision: Allowed): Request {
  return { kind: "ask", act, rule: ruleFor(reading.config, act, workflow), appId: reading.appId, decision };
}

function askedBy(reading: Reading, meaning: readonly string[]): Asked {
  const { event, repository, sender } = reading;
  const title = event.issue?.title ?? "";
  const body = event.comment?.body ?? event.issue?.body ?? "";
  return {
    place: placeOf(event, repository),
    sender,
    meaning: sha256([repository.fullName.toLowerCase(), String(event.issue?.number ?? 0), ...meaning].join("\u0000")),
    saidAt: event.comment?.createdAt ?? event.issue?.updatedAt ?? "",
    pinned: {
      event: event.name,
      action: event.action ?? "",
      actor: sender.login,
      actor_id: sender.id,
      text_sha256: textDigest(title, event.issue?.body ?? ""),
      title,
      body,
      head_sha: event.issue?.headSha ?? event.checkRun?.headSha ?? "",
      label: event.label ?? "",
      comment_id: event.comment?.id ?? 0,
    },
  };
}

/** What an issue said: equal digests mean that nobody edited it since. */
export function textDigest(title: string, body: string): string {
  return digestJson({ title, body: body.replaceAll("\r\n", "\n") });
}

function placeOf(event: GitHubEvent, repository: EventRepository): Place {
  return {
    repository,
    ...(event.issue === undefined ? {} : { issue: event.issue.number }),
    ...(event.comment === undefined ? {} : { comment: { id: event.comment.id, kind: event.comment.kind } }),
    ...(event.installationId === undefined ? {} : { installationId: event.installationId }),
  };
}

function refusal(asked: Asked, reason: string, label?: string): Extract<Decision, { kind: "refuse" }> {
  return {
    kind: "refuse",
    place: asked.place,
    sender: asked.sender,
    meaning: asked.meaning,
    saidAt: asked.saidAt,
    pinned: asked.pinned,
    reason,
    reply: `Nothing was started: ${reason}.`.replace(/\.\.$/, "."),
    ...(label === undefined ? {} : { label }),
  };
}

function ignore(reason: string): Extract<Decision, { kind: "ignore" }> {
  return { kind: "ignore", reason };
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function readJsonObject(text: string): JsonObject | undefined {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
