import { type Finding, nearestName } from "../kernel/diagnostics.ts";
import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { resolveInputs, usage } from "../language/inputs.ts";
import type { Workflow } from "../language/model.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { CommentFacts, IssueFacts, RepositoryHost } from "../ports/repository-host.ts";
import { type SelfIdentity, judge, readAuthority } from "./authority.ts";
import { writtenBySelf } from "./authorship.ts";
import { COMMANDS } from "./comment-command.ts";
import { type Act, type PawlConfig, ruleFor } from "./config.ts";
import type { RawEvent } from "./event.ts";
import { BODY_LIMIT, cutMarkdown } from "./inert-text.ts";
import { hiddenMarker } from "./marker.ts";
import { once } from "./once.ts";
import { codeCell, fenced } from "./run-facts.ts";
import { type Decision, type PinnedFacts, type Place, judged, readRequest, textDigest } from "./trigger.ts";

/** What answering an event needs; the action makes one per job, the app one per delivery. */
export interface Door {
  readonly host: RepositoryHost;
  readonly config: PawlConfig;
  /** Mistakes in `.github/pawl.yml`: with any, everything asked for is refused. */
  readonly configProblems?: readonly Finding[];
  readonly self: SelfIdentity;
  /** Signs the hidden markers of answers. */
  readonly key: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The workflow of the run that a command is about: who may do it can differ by workflow. Undefined when there is no such run. */
  readonly workflowOf?: (command: CommandDecision) => string | undefined | Promise<string | undefined>;
}

/** The workflows that can be started here: the repository's own, then the library's. */
export interface Catalogue {
  names(): Promise<readonly string[]>;
  /** Undefined when there is none of that name; a text when there is one that isn't valid. */
  load(name: string): Promise<Workflow | { readonly invalid: string } | undefined>;
}

/** Decides what an event asks for. GitHub is asked for the sender's permission only when something is asked for. */
export async function decideFromEvent(door: Door, event: RawEvent): Promise<Decision> {
  const request = readRequest(event, door.config, door.self);
  if (request.kind !== "ask") return request;
  const [problem] = door.configProblems ?? [];
  if (problem !== undefined) {
    const { place, sender, meaning, saidAt, pinned } = request.decision;
    const reason = `${problem.file}:${problem.line} is not valid: ${problem.message}`;
    return {
      kind: "refuse",
      place,
      sender,
      meaning,
      saidAt,
      pinned,
      reason,
      reply: `Nothing was started: ${codeCell(reason, 500)}`,
    };
  }
  const { act, decision } = request;
  const workflow = decision.kind === "command" ? await door.workflowOf?.(decision) : undefined;
  const rule = workflow === undefined ? request.rule : ruleFor(door.config, act, workflow);
  const authority = await readAuthority(door.host, door.self, decision.sender, rule, request.appId);
  return judged({ ...request, rule }, authority);
}

type RunDecision = Extract<Decision, { kind: "run" }>;
type CommandDecision = Extract<Decision, { kind: "command" }>;

export type Prepared =
  | { readonly kind: "ready"; readonly workflow: Workflow; readonly inputs: JsonObject }
  /** Nothing can be started; `reply` is the Markdown answer, with the usage where that helps. */
  | { readonly kind: "refused"; readonly reason: string; readonly reply: string };

/** Finds the workflow and types its inputs. A mistake is answered with what to write instead (G2). */
export async function prepareRun(
  door: Pick<Door, "config">,
  decision: RunDecision,
  catalogue: Catalogue,
): Promise<Prepared> {
  const { command, labelPrefix } = door.config;
  const found = await catalogue.load(decision.workflow);
  if (found === undefined) {
    const names = await catalogue.names();
    const nearest = nearestName(decision.workflow, names);
    const meant = nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`;
    const list = names.map((name) => `\`${name}\``).join(", ") || "none; add one under `.github/pawl/`";
    const reason = `there is no workflow named \`${decision.workflow}\``;
    return { kind: "refused", reason, reply: `Nothing was started: ${reason}.${meant}\n\nWorkflows here: ${list}.` };
  }
  if ("invalid" in found) {
    const reason = `the workflow \`${decision.workflow}\` is not valid`;
    return {
      kind: "refused",
      reason,
      reply: `Nothing was started: ${reason}.\n\n${fenced(found.invalid.slice(0, 8_000))}`,
    };
  }
  const defaults = Object.hasOwn(door.config.workflows, decision.workflow)
    ? (door.config.workflows[decision.workflow]?.inputs ?? {})
    : {};
  const { values, problems } = resolveInputs(
    found.inputs,
    { ...defaults, ...decision.inputs },
    decision.typed ? {} : { text: true },
  );
  const secret = Object.entries(found.inputs).find(([name, spec]) => spec.type === "secret" && name in decision.inputs);
  const all = [
    ...problems.map(({ input, message, hint }) => ({ input, message, hint })),
    ...(secret === undefined || decision.typed
      ? []
      : [
          {
            input: secret[0],
            message: "is a secret and can't be given in a comment",
            hint: "Store it as an Actions secret; revoke the one you wrote.",
          },
        ]),
  ];
  if (all.length === 0) return { kind: "ready", workflow: found, inputs: values };
  const lines = all.map(
    ({ input, message, hint }) =>
      `- ${codeCell(input)}: ${codeCell(message, 400)}${hint === undefined ? "" : ` ${codeCell(hint, 300)}`}`,
  );
  const how =
    decision.label === undefined
      ? command
      : `${command} (the label \`${labelPrefix}${decision.workflow}\` gives no inputs)`;
  const reason = `${all.length === 1 ? "an input" : `${all.length} inputs`} of \`${decision.workflow}\` can't be used`;
  return {
    kind: "refused",
    reason,
    reply: `Nothing was started: ${reason}.\n\n${lines.join("\n")}\n\nUsage of ${how}:\n\n${fenced(usage(found, `${command} ${decision.workflow}`))}`,
  };
}

/**
 * Says at once that it was seen: 👀, and the label taken off so that it can be set again. Both are fine to repeat. One that fails keeps the
 * other from nothing; then the error goes up.
 */
export async function takeTrigger(door: Pick<Door, "host">, decision: Decision): Promise<void> {
  if (decision.kind === "ignore" || decision.kind === "gone") return;
  const { issue } = decision.place;
  const label = decision.kind === "command" ? undefined : decision.label;
  const taken = label === undefined || issue === undefined ? Promise.resolve() : takeOff(door.host, issue, label);
  const ends = await Promise.allSettled([taken, acknowledge(door, decision)]);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** GitHub says that there is no such label of one that isn't there, and at times of one that is. */
async function takeOff(host: RepositoryHost, issue: number, label: string): Promise<void> {
  if (await host.removeLabel(issue, label)) return;
  const left = (await host.issue(issue))?.labels ?? [];
  if (!left.some((one) => one.toLowerCase() === label.toLowerCase())) return;
  throw new PawlError({
    code: "github.unavailable",
    kind: "transient",
    message: `GitHub says that the label ${label} isn't on #${issue}, where it is`,
  });
}

/** 👀 on the comment, or on the issue when it is to become a run. */
async function acknowledge(
  { host }: Pick<Door, "host">,
  decision: Exclude<Decision, { kind: "ignore" } | { kind: "gone" }>,
): Promise<void> {
  const { issue, comment } = decision.place;
  if (comment?.kind === "issue") await host.react({ comment: comment.id }, "eyes");
  else if (comment?.kind === "review-comment") await host.react({ reviewComment: comment.id }, "eyes");
  else if (issue !== undefined && decision.kind !== "refuse") await host.react({ issue }, "eyes");
}

/** Answers a refusal or a command in one comment; the same question is answered once, however often it is delivered. */
export async function answer(
  door: Pick<Door, "host" | "self" | "key" | "clock">,
  place: Place,
  meaning: string,
  markdown: string,
): Promise<CommentFacts | undefined> {
  const { issue } = place;
  if (issue === undefined) return undefined;
  const marker = hiddenMarker(door.key, "answer", { meaning, issue });
  const body = `${cutMarkdown(markdown, BODY_LIMIT - marker.length - 2, "…")}\n\n${marker}`;
  return once(
    door.clock,
    new AbortController().signal,
    async () =>
      (await door.host.comments(issue)).find(
        (comment) => writtenBySelf(comment.author, door.self) && comment.body.includes(marker),
      ),
    () => door.host.createComment(issue, body),
  );
}

/** The answer to `/pawl help`. */
export function helpText(config: PawlConfig, names: readonly string[]): string {
  const { command, labelPrefix } = config;
  return [
    `**${command}** runs the workflows of \`.github/pawl/\`.`,
    "",
    `- \`${command} <workflow> key=value key="two words"\` starts one; so does the label \`${labelPrefix}<workflow>\`.`,
    `- \`${command} list\` shows the workflows, \`${command} help <workflow>\` the inputs of one.`,
    `- \`${command} status [run]\`, \`explain [run]\`: where it stands, and why.`,
    `- \`${command} approve [run] [tree]\`, \`reject [run]\`: answer what it waits for.`,
    `- \`${command} resume [run] [--from step] [--budget +2]\`, \`retry [run]\`: go on; finished steps are not run again.`,
    `- \`${command} cancel [run]\` ends it.`,
    "",
    `Commands: ${COMMANDS.map((name) => `\`${name}\``).join(", ")}. Workflows: ${names.map((name) => `\`${name}\``).join(", ") || "none"}.`,
  ].join("\n");
}

/** The `issue` and `repo` contexts, with the words pinned at the event where there are any: later edits don't reach the run (G3). */
export function contextsOf(
  place: Place,
  issue: IssueFacts | undefined,
  headSha: string,
  pinned?: PinnedFacts,
): { readonly issue?: JsonObject; readonly repo: JsonObject } {
  const { repository } = place;
  const fromIssueEvent = pinned !== undefined && pinned.comment_id === 0;
  return {
    repo: {
      owner: repository.owner,
      name: repository.name,
      full_name: repository.fullName,
      default_branch: repository.defaultBranch,
      head_sha: headSha,
      url: repository.htmlUrl,
    },
    ...(issue === undefined
      ? {}
      : {
          issue: {
            number: issue.number,
            title: fromIssueEvent ? pinned.title : issue.title,
            body: fromIssueEvent ? pinned.body : issue.body,
            author: issue.author.login,
            labels: issue.labels,
            url: issue.url,
          },
        }),
  };
}

/** What the action's `trigger` input may carry of the event. */
export function pinnedFrom(trigger: Json | undefined): PinnedFacts | undefined {
  if (typeof trigger !== "object" || trigger === null || Array.isArray(trigger)) return undefined;
  const found = trigger as JsonObject;
  const text = (name: string): string => (typeof found[name] === "string" ? found[name] : "");
  const count = (name: string): number => (typeof found[name] === "number" ? found[name] : 0);
  if (text("actor") === "" || count("actor_id") === 0) return undefined;
  return {
    event: text("event"),
    action: text("action"),
    actor: text("actor"),
    actor_id: count("actor_id"),
    text_sha256: text("text_sha256"),
    title: text("title"),
    body: text("body"),
    head_sha: text("head_sha"),
    label: text("label"),
    comment_id: count("comment_id"),
  };
}

/**
 * Reads again, right before a privileged effect, that what started the run still holds (G3): the actor may still start this workflow, and the
 * issue is still there and open to it. Throws `effect.denied`; when GitHub doesn't answer, too.
 */
export function authorityCheck(
  door: Pick<Door, "host" | "config" | "self">,
  about: {
    readonly workflow: string;
    readonly issue?: number;
    readonly pinned: PinnedFacts | undefined;
    /** Who approved the run last, where somebody did. */
    readonly approver?: { readonly login: string; readonly id: number };
  },
): () => Promise<void> {
  const mayStill = async (act: Act, { id, login }: { readonly id: number; readonly login: string }): Promise<void> => {
    const sender = { id, login, type: "User" as const };
    const rule = ruleFor(door.config, act, about.workflow);
    const verdict = judge(rule, sender, await readAuthority(door.host, door.self, sender, rule));
    if (!verdict.allowed) throw refusedNow(verdict.reason);
  };
  return async () => {
    const { pinned, approver } = about;
    if (about.issue !== undefined && (await door.host.issue(about.issue)) === undefined) {
      throw refusedNow(`issue #${about.issue} is gone`);
    }
    if (approver !== undefined) await mayStill("approve", approver);
    // A schedule or a manual dispatch by somebody with access to Actions has no person whose comment or label gave the order.
    if (pinned === undefined || pinned.actor_id === 0 || pinned.event === "schedule") return;
    await mayStill("start", { id: pinned.actor_id, login: pinned.actor });
  };
}

/** Whether the issue still says what it said when the run was asked for. */
export function unedited(issue: IssueFacts, pinned: PinnedFacts): boolean {
  return pinned.text_sha256 === textDigest(issue.title, issue.body);
}

function refusedNow(reason: string): PawlError {
  return new PawlError({
    code: "effect.denied",
    kind: "policy",
    message: `Nothing was published: ${reason}`,
    remedy: "Somebody who may start the workflow can run `/pawl retry`; the work is kept.",
  });
}
