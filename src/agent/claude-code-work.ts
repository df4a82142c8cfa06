import { randomUUID } from "node:crypto";
import { PawlError } from "../kernel/errors.ts";
import { booleanField } from "../kernel/fields.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { TokenCost } from "../engine/events.ts";
import type { FrameResult, StepContext, StepOutcome } from "../engine/step.ts";
import { findClaudeCode, type ProgramRun, runClaudeCode } from "./claude-code.ts";
import { addTurn, type Conversation, conversationOf, type Turn } from "./conversation.ts";
import { CLAUDE_CODE_PACKAGE } from "./defaults.ts";
import { resultOf } from "./loop.ts";
import { fail, patchOf, succeed, type Work } from "./outcome.ts";
import { addCost, NO_COST } from "./prices.ts";
import type { ProgramMemory } from "./program-memory.ts";
import { type AgentPrompt, renderPrompt } from "./prompt.ts";
import { agentSettings, type AgentSettings } from "./settings.ts";
import { lastVerification, verificationFeedback, verifyKey } from "./verification.ts";
import { joinAgent, runAgent } from "./work.ts";

/** One finished call of the program, as the journal keeps it. */
interface Round {
  readonly prompt: string;
  readonly session: string;
  readonly turns: readonly Turn[];
  readonly text: string;
  readonly denied: readonly string[];
  readonly cost: TokenCost;
  readonly provider: string;
  readonly memory: ProgramMemory;
}

/** Runs the program, or the built-in loop where it isn't installed. */
export async function runWithClaudeCode(context: StepContext): Promise<StepOutcome> {
  // The built-in loop had begun: it goes on, whatever is installed now.
  if (context.checkpoints.some(({ kind }) => kind === "begun")) return runAgent(context);
  const settings = await agentSettings(context);
  const found = await findClaudeCode(context, settings);
  if (found !== undefined) return work(context, settings, found, roundsOf(context), 1);
  const install = `npm install -g ${CLAUDE_CODE_PACKAGE}`;
  if (booleanField(context.config, "required", false)) {
    throw new PawlError({
      code: "claude_code.missing",
      kind: "policy",
      message: `Step ${context.path} requires Claude Code, which isn't installed here or can't run under its security profile`,
      remedy: `Install it: ${install}`,
    });
  }
  await context.decided(
    "substitute",
    `Claude Code isn't installed here (${install}); the built-in loop takes the step`,
    {
      wanted: "claude_code",
      used: "claude",
    },
  );
  return runAgent(context);
}

/** Takes up what a verification gave. */
export async function joinWithClaudeCode(context: StepContext, frames: readonly FrameResult[]): Promise<StepOutcome> {
  if (!context.checkpoints.some(({ kind }) => kind === "program")) return joinAgent(context, frames);
  const settings = await agentSettings(context);
  const rounds = roundsOf(context);
  const verification = lastVerification(frames);
  if (verification === undefined) return runWithClaudeCode(context);
  const { round, frame } = verification;
  if (frame.status === "cancelled") {
    throw new PawlError({ code: "step.cancelled", kind: "cancelled", message: `Step ${context.path} was cancelled` });
  }
  const found = await findClaudeCode(context, settings);
  const version = found?.version ?? "";
  if (frame.status === "completed") return succeed(context, await stateOf(context, settings, rounds, round, version));
  if (round >= settings.verifyAttempts || found === undefined) {
    const error = new PawlError({
      code: "agent.verification_failed",
      kind: "permanent",
      message: `The work of step ${context.path} didn't pass its verification in ${round} ${round === 1 ? "attempt" : "attempts"}`,
      remedy:
        "Read the transcript and the patch among the artifacts; raise verify_attempts or the budget, or make the task smaller.",
    });
    return fail(context, await stateOf(context, settings, rounds, round, version), error);
  }
  const feedback = verificationFeedback(frame, (text) => context.redactor.redact(text));
  return work(context, settings, found, rounds, round + 1, feedback);
}

/** Calls the program (once more when its result is wrong), and opens the verification, or ends the step. */
async function work(
  context: StepContext,
  settings: AgentSettings,
  found: { readonly program: string; readonly version: string },
  before: readonly Round[],
  verifyRound: number,
  told?: string,
): Promise<StepOutcome> {
  const task = await renderPrompt(context);
  let rounds = before;
  let next = told ?? withSchema(task.prompt, settings);
  for (let repairs = 0; ; repairs++) {
    const session = rounds.at(-1)?.session ?? randomUUID();
    const called = await runClaudeCode(context, settings, {
      program: found.program,
      system: task.system,
      prompt: next,
      session,
      memory: rounds.at(-1)?.memory ?? {},
      task: rounds.length === 0 ? undefined : task.prompt,
    });
    const round = await keep(context, called, next, session);
    rounds = [...rounds, round];
    const { error } = called;
    if (error !== undefined) {
      if (error.kind !== "permanent" && error.kind !== "policy") throw error;
      return fail(context, await stateOf(context, settings, rounds, verifyRound - 1, found.version), error);
    }
    const { problem } = resultOf(conversationFrom(rounds, task), settings);
    if (problem === undefined) break;
    if (repairs >= 1) {
      const wrong = new PawlError({
        code: "agent.no_result",
        kind: "permanent",
        message: `Claude Code gave no valid result in step ${context.path}: ${problem}`,
        remedy: "Make the output_schema or the prompt clearer.",
      });
      return fail(context, await stateOf(context, settings, rounds, verifyRound - 1, found.version), wrong);
    }
    next = `Your result is missing or wrong: ${problem}. End with the whole result in a \`\`\`json block.`;
  }
  if ((context.step.bodies["verify"] ?? []).length === 0)
    return succeed(context, await stateOf(context, settings, rounds, 0, found.version));
  return {
    status: "expanded",
    frames: [{ key: verifyKey(verifyRound), body: "verify", names: { attempt: verifyRound } }],
    maxParallel: 1,
  };
}

function withSchema(prompt: string, settings: AgentSettings): string {
  if (settings.outputSchema === undefined) return prompt;
  return `${prompt}\n\nEnd with your result in a \`\`\`json block that matches this JSON Schema:\n${JSON.stringify(settings.outputSchema)}`;
}

async function keep(context: StepContext, called: ProgramRun, prompt: string, session: string): Promise<Round> {
  const round: Round = {
    prompt,
    session,
    turns: called.turns,
    text: called.text,
    denied: called.denied,
    cost: called.cost,
    provider: called.provider,
    memory: called.memory,
  };
  await context.checkpoint("program", round as unknown as JsonObject, { snapshot: true });
  return round;
}

function roundsOf(context: StepContext): readonly Round[] {
  // The engine gives back what `keep` journaled.
  return context.checkpoints.flatMap(({ kind, data }) => (kind === "program" ? [data as unknown as Round] : []));
}

function conversationFrom(rounds: readonly Round[], task: AgentPrompt): Conversation {
  let conversation = conversationOf([]);
  for (const [index, round] of rounds.entries()) {
    const opening: Turn =
      index === 0
        ? { kind: "begun", data: { system: task.system, history: [], prompt: round.prompt } }
        : { kind: "told", data: { text: round.prompt, why: "verify", round: index } };
    conversation = [opening, ...round.turns].reduce(addTurn, conversation);
  }
  const last = rounds.at(-1);
  return {
    ...conversation,
    lastText: last?.text ?? conversation.lastText,
    provider: last?.provider ?? "",
    denied: [...new Set(rounds.flatMap(({ denied }) => denied))],
    cost: rounds.reduce((sum, { cost }) => addCost(sum, cost), NO_COST),
  };
}

async function stateOf(
  context: StepContext,
  settings: AgentSettings,
  rounds: readonly Round[],
  verifyRounds: number,
  version: string,
): Promise<Work> {
  const extra: Record<string, Json> = { program: "claude_code", program_version: version };
  return {
    conversation: conversationFrom(rounds, await renderPrompt(context)),
    settings,
    patch: await patchOf(context),
    verifyRounds,
    extra,
  };
}
