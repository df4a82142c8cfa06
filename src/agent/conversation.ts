import type { TokenCost } from "../engine/events.ts";
import type { Checkpoint } from "../engine/step.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { ContentBlock, Message, ModelResponse, Usage } from "../ports/model-provider.ts";
import { addCost, costOf, type KnownPrefix, NO_COST } from "./prices.ts";

/**
 * A conversation as the journal holds it. Every turn is a checkpoint, so the fold of the checkpoints is the conversation, and a process that
 * takes the step over goes on with the next turn.
 *
 * - `begun`: the system text and the first message
 * - `answered`: what the model said, what it cost
 * - `results`: what its tool calls gave
 * - `told`: what it was told afterwards: a verification that failed, an answer to repair, an answer cut short
 * - `closed`: it ended for good without success; a retry begins a new one
 */
export type Turn =
  | {
      readonly kind: "begun";
      readonly data: { readonly system: string; readonly history: readonly Message[]; readonly prompt: string };
    }
  | { readonly kind: "answered"; readonly data: Answer }
  | { readonly kind: "results"; readonly data: Results }
  | {
      readonly kind: "told";
      readonly data: { readonly text: string; readonly why: TellReason; readonly round: number };
    }
  | { readonly kind: "closed"; readonly data: { readonly reason: string } };

export type TellReason = "verify" | "repair" | "cut";

export interface Answer {
  readonly content: readonly ContentBlock[];
  readonly stop: ModelResponse["stopReason"];
  readonly usage: Usage;
  readonly model: string;
  readonly provider: string;
  readonly request_id?: string;
}

export interface Results {
  readonly results: readonly ContentBlock[];
  /** Tools the model called that it isn't allowed to have. */
  readonly denied: readonly string[];
  /** The structured result it handed in, when it was valid. */
  readonly submitted?: Json;
}

export interface Conversation {
  readonly begun: boolean;
  readonly system: string;
  readonly messages: readonly Message[];
  /** Answers so far. */
  readonly turns: number;
  readonly cost: TokenCost;
  readonly model: string;
  readonly provider: string;
  /** Tool calls of the last answer that have no results yet. */
  readonly openCalls: readonly Extract<ContentBlock, { type: "tool_use" }>[];
  /** Why the last answer ended; undefined while the next answer is still to come. */
  readonly lastStop: ModelResponse["stopReason"] | undefined;
  readonly lastText: string;
  readonly known: KnownPrefix | undefined;
  readonly denied: readonly string[];
  readonly submitted: Json | undefined;
  /** How often it was told each thing. */
  readonly told: Readonly<Record<TellReason, number>>;
  /** The highest round of verification it was told about. */
  readonly verifyRound: number;
  readonly toolCalls: Readonly<Record<string, number>>;
  /** Every turn there was, those of conversations that were closed included. */
  readonly log: readonly Turn[];
}

const EMPTY: Conversation = {
  begun: false,
  system: "",
  messages: [],
  turns: 0,
  cost: NO_COST,
  model: "",
  provider: "",
  openCalls: [],
  lastStop: undefined,
  lastText: "",
  known: undefined,
  denied: [],
  submitted: undefined,
  told: { verify: 0, repair: 0, cut: 0 },
  verifyRound: 0,
  toolCalls: {},
  log: [],
};

/** The conversation the checkpoints hold: what came after the last `closed`. */
export function conversationOf(checkpoints: readonly Checkpoint[]): Conversation {
  return turnsOf(checkpoints).reduce(addTurn, EMPTY);
}

function turnsOf(checkpoints: readonly Checkpoint[]): readonly Turn[] {
  const kinds = new Set(["begun", "answered", "results", "told", "closed"]);
  // The engine gives back what was journaled by this module, under the kinds listed above.
  return checkpoints.filter(({ kind }) => kinds.has(kind)).map(({ kind, data }) => ({ kind, data }) as unknown as Turn);
}

export function addTurn(conversation: Conversation, turn: Turn): Conversation {
  return { ...afterTurn(conversation, turn), log: [...conversation.log, turn] };
}

function afterTurn(conversation: Conversation, turn: Turn): Conversation {
  switch (turn.kind) {
    case "begun":
      return {
        ...conversation,
        begun: true,
        system: turn.data.system,
        messages: [...turn.data.history, userText(turn.data.prompt)],
      };
    case "answered":
      return addAnswer(conversation, turn.data);
    case "results":
      return {
        ...conversation,
        openCalls: [],
        lastStop: undefined,
        messages: [...conversation.messages, { role: "user", content: turn.data.results }],
        denied: [...new Set([...conversation.denied, ...turn.data.denied])],
        submitted: turn.data.submitted ?? conversation.submitted,
      };
    case "told":
      return {
        ...conversation,
        messages: [...conversation.messages, userText(turn.data.text)],
        lastStop: undefined,
        submitted: undefined,
        told: { ...conversation.told, [turn.data.why]: conversation.told[turn.data.why] + 1 },
        verifyRound: turn.data.why === "verify" ? turn.data.round : conversation.verifyRound,
      };
    default:
      return EMPTY;
  }
}

function addAnswer(conversation: Conversation, answer: Answer): Conversation {
  const calls = answer.content.filter((block) => block.type === "tool_use");
  const text = answer.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
  const toolCalls = { ...conversation.toolCalls };
  for (const { name } of calls) toolCalls[name] = (toolCalls[name] ?? 0) + 1;
  const { usage } = answer;
  // An answer without content can't be sent back; the next message then follows the one before.
  const messages: readonly Message[] =
    answer.content.length === 0
      ? conversation.messages
      : [...conversation.messages, { role: "assistant", content: answer.content }];
  return {
    ...conversation,
    messages,
    turns: conversation.turns + 1,
    cost: addCost(conversation.cost, costOf(answer.model, usage)),
    model: answer.model,
    provider: answer.provider,
    openCalls: calls,
    lastStop: answer.stop,
    lastText: text === "" ? conversation.lastText : text,
    known: { tokens: usage.input + usage.cacheRead + usage.cacheWrite + usage.output, messages: messages.length },
    toolCalls,
  };
}

/** A turn in the form `checkpoint` takes. */
export function checkpointData(turn: Turn): JsonObject {
  return turn.data as unknown as JsonObject;
}

function userText(text: string): Message {
  return { role: "user", content: [{ type: "text", text }] };
}
