import { digestJson } from "../kernel/digest.ts";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import { textField } from "../kernel/fields.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { FrameResult, StepContext, StepOutcome } from "../engine/step.ts";
import { DEFAULT_MODEL } from "./defaults.ts";
import { converse, openSession, record, type Session, tell } from "./loop.ts";
import { connectMcpServers } from "./mcp.ts";
import { fail, patchOf, succeed, type Work } from "./outcome.ts";
import { renderPrompt } from "./prompt.ts";
import { sessionHistory } from "./session.ts";
import { agentSettings } from "./settings.ts";
import { lastVerification, verificationFeedback, verifyKey } from "./verification.ts";

/** What an agent's result depends on beside its fields: the prompt is rendered by the step itself, so its text is part of the cache key this way. */
export async function agentIdentity(context: StepContext): Promise<JsonObject> {
  const model = textField(context.config, "model", DEFAULT_MODEL);
  const { endpoint } = await context.models(model);
  return {
    model,
    endpoint: endpoint ?? "",
    prompt: digestJson(await renderPrompt(context)),
    ...(context.config["session"] === undefined ? {} : { session: digestJson(await sessionHistory(context)) }),
  };
}

/** Begins the conversation, or goes on with the one the journal holds. */
export async function runAgent(context: StepContext): Promise<StepOutcome> {
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

/** Takes up what a verification gave: success, another round, or the end. */
export async function joinAgent(context: StepContext, frames: readonly FrameResult[]): Promise<StepOutcome> {
  const settings = await agentSettings(context);
  const verification = lastVerification(frames);
  if (verification === undefined) return runAgent(context);
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
