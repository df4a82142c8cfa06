import { realpath } from "node:fs/promises";
import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext } from "../engine/step.ts";
import { ask } from "./ask.ts";
import {
  addTurn,
  checkpointData,
  type Conversation,
  conversationOf,
  type TellReason,
  type Turn,
} from "./conversation.ts";
import { parseResult, resultTool } from "./result.ts";
import type { AgentSettings } from "./settings.ts";
import { RESULT_TOOL, runToolCalls } from "./tool-calls.ts";
import { bashTool } from "./tools/bash.ts";
import { editTool, readTool, writeTool } from "./tools/files.ts";
import { globTool, grepTool } from "./tools/search.ts";
import type { AgentTool, ToolEnvironment } from "./tools/tool.ts";

const BUILT_IN: readonly AgentTool[] = [readTool, globTool, grepTool, editTool, writeTool, bashTool];
/** How often an answer that was cut short is gone on with. */
const MOST_CUTS = 3;
/** How often a structured result is asked for again. */
const MOST_REPAIRS = 1;
/** A paid answer waits this long for its reading tools before it is journaled alone: what a crash in between may cost is one request. */
const LONGEST_HOLD_MS = 10;

/** Everything a conversation needs beside its own turns. */
export interface Session {
  /** How far the conversation has come, also when it ended with an error. */
  current: Conversation;
  readonly settings: AgentSettings;
  readonly tools: ReadonlyMap<string, AgentTool>;
  readonly environment: ToolEnvironment;
}

/** Sets up an agent's tools. `extra` are those of MCP servers. */
export async function openSession(
  context: StepContext,
  settings: AgentSettings,
  extra: readonly AgentTool[] = [],
): Promise<Session> {
  const chosen = [
    ...BUILT_IN.filter(({ spec }) => settings.tools.includes(spec.name)),
    ...extra,
    ...(settings.outputSchema === undefined ? [] : [resultTool(settings.outputSchema)]),
  ];
  return {
    current: conversationOf(context.checkpoints),
    settings,
    tools: new Map(chosen.map((tool) => [tool.spec.name, tool])),
    environment: {
      root: await realpath(context.workspace.root),
      sandbox: context.sandbox,
      profile: settings.profile,
      env: context.env,
      readable: context.workspace.linked ?? [],
      temporaryDirectory: context.temporaryDirectory,
      signal: context.signal,
      glob: (patterns) => context.workspace.glob(patterns),
      onOutput: (text) => context.output("tool", text),
    },
  };
}

/** Journals a turn and adds it. A turn after which files may differ takes the workspace along. */
export async function record(
  context: StepContext,
  conversation: Conversation,
  turn: Turn,
  snapshot = false,
): Promise<Conversation> {
  await context.checkpoint(turn.kind, checkpointData(turn), { snapshot });
  return addTurn(conversation, turn);
}

/**
 * Goes on with a conversation until the model has ended its turn (and handed in its result, when one is asked for).
 *
 * @throws PawlError `agent.max_turns`, `agent.refused`, `agent.answer_too_long`, `agent.no_result`, `agent.silent`, and what providers and
 * budgets give
 */
export async function converse(context: StepContext, session: Session): Promise<void> {
  const { settings, tools, environment } = session;
  const specs = [...tools.values()].map(({ spec }) => spec);
  const pen = turnPen();
  // What was refused is no part of a turn: it is journaled at once, after the answer that asked for it.
  const refused: StepContext["refused"] = (what, reason) => {
    pen.writeHeld();
    return context.refused(what, reason);
  };
  try {
    for (;;) {
      const conversation = session.current;
      context.signal.throwIfAborted();
      if (conversation.openCalls.length > 0) {
        const changes = conversation.openCalls.some(({ name }) => tools.get(name)?.effect !== "read");
        if (changes) await pen.durable();
        const running = runToolCalls({ ...context, refused }, environment, tools, conversation.openCalls);
        if (!(await endsWithin(running, LONGEST_HOLD_MS))) pen.writeHeld();
        const turn: Turn = { kind: "results", data: await running };
        pen.write(() => context.checkpoint(turn.kind, checkpointData(turn), { snapshot: changes }));
        session.current = addTurn(conversation, turn);
        if (changes) await pen.durable();
        if (session.current.submitted !== undefined) return;
      } else if (conversation.lastStop !== undefined && conversation.lastStop !== "pause_turn") {
        await pen.durable();
        const next = await afterEnd(context, settings, conversation);
        if (next === undefined) return;
        session.current = next;
      }
      if (session.current.turns >= settings.maxTurns) throw tooManyTurns(context, settings);
      const asked = await ask(context, settings, session.current, specs, () => pen.durable());
      session.current = asked.conversation;
      pen.hold(asked.journal);
    }
  } finally {
    await pen.durable();
  }
}

/**
 * Journals turns while the loop goes on. A held turn waits for the next write, so that both share a commit: an answer, what its reading tools
 * gave and the money set aside for the next request are one.
 */
function turnPen() {
  let pending: Promise<unknown> = Promise.resolve();
  let held: (() => Promise<unknown>) | undefined;
  const write = (journal: () => Promise<unknown>): void => {
    writeHeld();
    pending = Promise.all([pending, journal()]);
    // Held here too, so that a failure that comes while a tool runs isn't taken for one nobody looks at.
    pending.catch(() => undefined);
  };
  const writeHeld = (): void => {
    const journal = held;
    held = undefined;
    if (journal !== undefined) write(journal);
  };
  return {
    write,
    writeHeld,
    hold(journal: () => Promise<unknown>) {
      held = journal;
    },
    /** Writes what is held, and resolves when all that was written is on disk. Nothing leaves this process, and no file changes, before that. */
    durable(): Promise<unknown> {
      writeHeld();
      return pending;
    },
  };
}

/** Whether work ends, well or not, within so many milliseconds. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What follows an answer without tool calls: nothing more, or something to tell the model. */
async function afterEnd(
  context: StepContext,
  settings: AgentSettings,
  conversation: Conversation,
): Promise<Conversation | undefined> {
  switch (conversation.lastStop) {
    case "refusal":
      throw new PawlError({
        code: "agent.refused",
        kind: "permanent",
        message: `The model refused the task of step ${context.path}: ${conversation.lastText || "it gave no reason"}`,
        remedy: "Change the prompt, or use another model.",
      });
    case "max_tokens":
      if (conversation.told.cut >= MOST_CUTS) {
        throw new PawlError({
          code: "agent.answer_too_long",
          kind: "permanent",
          message: `The model's answers in step ${context.path} were cut at ${settings.maxTokens} tokens ${MOST_CUTS + 1} times`,
          remedy: "Raise the step's max_tokens, or ask for less at once.",
        });
      }
      return tell(
        context,
        conversation,
        "cut",
        `Your answer was cut at ${settings.maxTokens} tokens. Go on where it ended.`,
      );
    default:
      break;
  }
  if (settings.outputSchema === undefined) return undefined;
  const found = resultOf(conversation, settings);
  if (found.problem === undefined) return undefined;
  if (conversation.told.repair >= MOST_REPAIRS) {
    throw new PawlError({
      code: "agent.no_result",
      kind: "permanent",
      message: `The model gave no valid result in step ${context.path}: ${found.problem}`,
      remedy: "Make the output_schema or the prompt clearer.",
    });
  }
  return tell(
    context,
    conversation,
    "repair",
    `Your result is missing or wrong: ${found.problem}. Call ${RESULT_TOOL} with a correct one.`,
  );
}

/** The structured result of a conversation that ended: handed in through the tool, or written as JSON. */
export function resultOf(
  conversation: Conversation,
  settings: AgentSettings,
): { readonly value?: Json; readonly problem?: string } {
  if (settings.outputSchema === undefined) return {};
  if (conversation.submitted !== undefined) return { value: conversation.submitted };
  return parseResult(conversation.lastText, settings.outputSchema);
}

export function tell(
  context: StepContext,
  conversation: Conversation,
  why: TellReason,
  text: string,
  round = 0,
): Promise<Conversation> {
  return record(context, conversation, { kind: "told", data: { text, why, round } });
}

function tooManyTurns(context: StepContext, settings: AgentSettings): PawlError {
  return new PawlError({
    code: "agent.max_turns",
    kind: "permanent",
    message: `Step ${context.path} ended: the model was still working after ${settings.maxTurns} turns`,
    remedy: "Raise the step's max_turns, or give it a smaller task.",
  });
}
