import { PawlError, toPawlError } from "../kernel/errors.ts";
import { textField } from "../kernel/fields.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { FrameResult, StepContext, StepImplementation, StepOutcome } from "../engine/step.ts";
import { converse, openSession, record, type Session, tell } from "../agent/loop.ts";
import { connectMcpServers } from "../agent/mcp.ts";
import { fail, patchOf, succeed, type Work } from "../agent/outcome.ts";
import { renderPrompt } from "../agent/prompt.ts";
import { sessionHistory } from "../agent/session.ts";
import { agentFields } from "./agent-fields.ts";
import { agentSettings, DEFAULT_MODEL } from "../agent/settings.ts";
import { lastVerification, verificationFeedback, verifyKey } from "../agent/verification.ts";
import { digestJson } from "../kernel/digest.ts";

export const claudeStep: StepImplementation = {
  type: "claude",
  summary:
    "Lets Claude work in the repository with tools, verifies what it did, and sends it back while it isn't right.",
  description: [
    "Sends `prompt` (or the file `prompt_template`) to Claude and runs the tools it calls, confined to the workspace and to the step's",
    "`security_profile`, until it ends its turn. Every turn is journaled: a run that dies goes on with the next turn and pays for none twice.",
    "",
    "`verify` steps run afterwards. While one fails and attempts are left, its output goes back to the same conversation. The step fails when",
    "the verification never passes, when nothing changed although something had to, or when a tool the agent needed was denied.",
    "",
    "Money is reserved before each request: one whose worst case doesn't fit the budget is not sent.",
  ].join("\n"),
  ...agentFields,
  required: [],
  openOutputs: true,
  caching: "default",
  writesWorkspace: true,
  conditionFields: [],
  deferredFields: ["prompt", "system"],
  bodyNames: ["attempt"],
  examples: [
    {
      title: "Fix a bug, and prove it",
      yaml: [
        "name: example",
        "steps:",
        "  - id: fix",
        "    type: claude",
        "    security_profile: restricted",
        "    budget: {usd: 1}",
        "    prompt: |",
        "      Fix the bug that this issue reports:",
        "      {{ issue.body }}",
        "    verify:",
        "      - id: tests",
        "        type: shell",
        "        command: npm test",
        "",
      ].join("\n"),
    },
  ],
  identity,
  run,
  join,
};

/** The prompt is rendered by the step itself, so its text is part of the cache key this way. */
async function identity(context: StepContext): Promise<JsonObject> {
  const model = textField(context.config, "model", DEFAULT_MODEL);
  const { endpoint } = await context.models(model);
  return {
    model,
    endpoint: endpoint ?? "",
    prompt: digestJson(await renderPrompt(context)),
    ...(context.config["session"] === undefined ? {} : { session: digestJson(await sessionHistory(context)) }),
  };
}

async function run(context: StepContext): Promise<StepOutcome> {
  const settings = await agentSettings(context);
  await using servers = await connectMcpServers(context, settings.profile);
  const session = await openSession(context, settings, servers.tools);
  if (!session.current.begun) {
    const { system, prompt } = await renderPrompt(context);
    const history = await sessionHistory(context);
    session.current = await record(context, session.current, { kind: "begun", data: { system, history, prompt } });
  }
  return await work(context, session, session.current.verifyRound + 1);
}

async function join(context: StepContext, frames: readonly FrameResult[]): Promise<StepOutcome> {
  const settings = await agentSettings(context);
  const verification = lastVerification(frames);
  if (verification === undefined) return run(context);
  const { round, frame } = verification;
  if (frame.status === "cancelled") {
    throw new PawlError({ code: "step.cancelled", kind: "cancelled", message: `Step ${context.path} was cancelled` });
  }
  const finished = await openSession(context, settings);
  if (frame.status === "completed") return succeed(context, await stateOf(context, finished, round));
  if (round >= settings.verifyAttempts) return neverPassed(context, finished, frame, round);
  await using servers = await connectMcpServers(context, settings.profile);
  const session = await openSession(context, settings, servers.tools);
  if (session.current.verifyRound < round) {
    const feedback = verificationFeedback(frame, (text) => context.redactor.redact(text));
    session.current = await tell(context, session.current, "verify", feedback, round);
  }
  return await work(context, session, round + 1);
}

/** Lets the agent work until it ends its turn, then opens its verification, or ends the step. */
async function work(context: StepContext, session: Session, round: number): Promise<StepOutcome> {
  try {
    await converse(context, session);
  } catch (thrown) {
    const error = toPawlError(thrown, "agent.failed");
    // What may succeed later goes on with the same conversation; budgets and cancellation are the engine's business.
    if (error.kind !== "permanent" && error.kind !== "policy") throw error;
    return giveUp(context, session, error, round - 1);
  }
  if ((context.step.bodies["verify"] ?? []).length === 0) return succeed(context, await stateOf(context, session, 0));
  return {
    status: "expanded",
    frames: [{ key: verifyKey(round), body: "verify", names: { attempt: round } }],
    maxParallel: 1,
  };
}

function neverPassed(context: StepContext, session: Session, frame: FrameResult, round: number): Promise<StepOutcome> {
  const failed = Object.entries(frame.steps).flatMap(([id, step]) => (step.status === "failed" ? [id] : []));
  const what =
    failed.length > 0 ? `${failed.join(", ")} failed` : (frame.error?.message ?? "it ended without a result");
  const error = new PawlError({
    code: "agent.verification_failed",
    kind: "permanent",
    message: `The work of step ${context.path} didn't pass its verification in ${round} ${round === 1 ? "attempt" : "attempts"}: ${what}`,
    remedy:
      "Read the transcript and the patch among the artifacts; raise verify_attempts or the budget, or make the task smaller.",
  });
  return giveUp(context, session, error, round);
}

/** Closes the conversation, so that a retry begins a new one, and fails the step with what was tried. */
async function giveUp(context: StepContext, session: Session, error: PawlError, rounds: number): Promise<StepOutcome> {
  const state = await stateOf(context, session, rounds);
  const closed = await record(context, session.current, { kind: "closed", data: { reason: error.message } });
  return fail(context, { ...state, conversation: { ...state.conversation, log: closed.log } }, error);
}

async function stateOf(context: StepContext, session: Session, verifyRounds: number): Promise<Work> {
  return { conversation: session.current, settings: session.settings, patch: await patchOf(context), verifyRounds };
}
