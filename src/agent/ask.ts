import { PawlError, toPawlError } from "../kernel/errors.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { Reservation, StepBreaker, StepContext } from "../engine/step.ts";
import type { ModelRequest, ModelResponse, ToolSpec, Usage } from "../ports/model-provider.ts";
import { modelBreaker } from "./model-breaker.ts";
import { addTurn, checkpointData, type Conversation, type Turn } from "./conversation.ts";
import { costOf, NO_COST, worstCase } from "./prices.ts";
import type { AgentSettings } from "./settings.ts";

/** A request is sent this often in all before the step fails; each failed one is a note in the journal's reservation, none is paid twice. */
const MOST_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;
/** A longer pause is the engine's to plan: the step fails as transient and says when to come back. */
const LONGEST_PAUSE_MS = 60_000;
/** What an answer is shortened to when the budget doesn't hold a full one. */
const SHORT_ANSWER_TOKENS = 1_024;

/**
 * Asks for the next answer: sets its worst case aside and sends.
 *
 * @param before writes what was not journaled yet, and resolves when it is durable; it shares a commit with the reservation, and both are durable
 * before the request leaves
 * @returns the conversation with the answer, and `journal`, which writes answer and cost in one go and resolves when they are durable
 */
export async function ask(
  context: StepContext,
  settings: AgentSettings,
  conversation: Conversation,
  tools: readonly ToolSpec[],
  before: () => Promise<unknown>,
): Promise<{ readonly conversation: Conversation; readonly journal: () => Promise<unknown> }> {
  const request = {
    model:
      conversation.model !== "" && conversation.model === settings.fallbackModel
        ? settings.fallbackModel
        : settings.model,
    system: conversation.system,
    messages: conversation.messages,
    tools,
    maxTokens: settings.maxTokens,
    ...(settings.temperature === undefined ? {} : { temperature: settings.temperature }),
  };
  const { response, reservation, model, breaker } = await sendWithRetries(
    context,
    settings,
    request,
    conversation,
    before,
  );
  const turn: Turn = {
    kind: "answered",
    data: {
      content: response.content,
      stop: response.stopReason,
      usage: response.usage,
      model,
      provider: response.provider,
      ...(response.requestId === undefined ? {} : { request_id: response.requestId }),
    },
  };
  // Together, so that they share a commit: a paid answer that isn't in the journal would be paid for again.
  const journal = (): Promise<unknown> =>
    Promise.all([
      context.checkpoint(turn.kind, checkpointData(turn)),
      reservation.settle(costOf(model, response.usage), model),
      breaker.note(undefined),
    ]);
  return { conversation: addTurn(conversation, turn), journal };
}

async function sendWithRetries(
  context: StepContext,
  settings: AgentSettings,
  request: ModelRequest,
  conversation: Conversation,
  before: () => Promise<unknown>,
): Promise<{ response: ModelResponse; reservation: Reservation; model: string; breaker: StepBreaker }> {
  let model = request.model;
  for (let attempt = 1; ; attempt++) {
    const journaled = before();
    const [{ reservation, maxTokens }] = await Promise.all([
      reserve(context, { ...request, model }, conversation),
      journaled,
    ]);
    let breaker: StepBreaker | undefined;
    try {
      const provider = await context.models(model);
      breaker = modelBreaker(context, provider, model);
      await breaker.check();
      const response = await provider.send(
        { ...request, model, maxTokens },
        { signal: context.signal, onText: (text) => context.output("model", text) },
      );
      // What it says in its next answer starts on a line of its own.
      if (response.content.some(({ type }) => type === "text")) context.output("model", "\n");
      return { response, reservation, model, breaker };
    } catch (thrown) {
      const error = toPawlError(thrown, "model.bad_response");
      await Promise.all([settleFailure(reservation, error, model), breaker?.note(error)]);
      const open = error.code === "breaker.open";
      const last = attempt >= MOST_ATTEMPTS || error.kind !== "transient" || context.signal.aborted;
      if (
        (last || open) &&
        error.kind === "transient" &&
        settings.fallbackModel !== undefined &&
        model !== settings.fallbackModel
      ) {
        await context.decided(
          "fallback",
          `${model} doesn't answer (${error.message}); ${settings.fallbackModel} takes over`,
          {
            from: model,
            to: settings.fallbackModel,
          },
        );
        model = settings.fallbackModel;
        attempt = 0;
        continue;
      }
      const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + context.clock.random() / 2);
      if (last || pauseMs > LONGEST_PAUSE_MS) throw error;
      context.output("tool", `${error.message}; trying again in ${Math.ceil(pauseMs / 1_000)} s\n`);
      await context.clock.sleep(pauseMs, context.signal);
    }
  }
}

/** Sets the worst case aside; when a full answer doesn't fit what is left, that of a short one. */
async function reserve(
  context: StepContext,
  request: ModelRequest,
  conversation: Conversation,
): Promise<{ reservation: Reservation; maxTokens: number }> {
  // Another model counts tokens in its own way: what was counted before says nothing.
  const known = conversation.model === request.model ? conversation.known : undefined;
  try {
    return { reservation: await context.reserve(worstCase(request, known)), maxTokens: request.maxTokens };
  } catch (thrown) {
    const tooMuch = thrown instanceof PawlError && thrown.kind === "budget" && request.maxTokens > SHORT_ANSWER_TOKENS;
    if (!tooMuch) throw thrown;
    const short = { ...request, maxTokens: SHORT_ANSWER_TOKENS };
    return { reservation: await context.reserve(worstCase(short, known)), maxTokens: SHORT_ANSWER_TOKENS };
  }
}

/** A request that failed costs nothing, except when its answer broke off: what was counted until then is paid. */
async function settleFailure(reservation: Reservation, error: PawlError, model: string): Promise<void> {
  const usage = usageOf(error);
  if (usage === undefined) await reservation.release();
  else await reservation.settle(usage.input + usage.output === 0 ? NO_COST : costOf(model, usage), model);
}

function usageOf(error: PawlError): Usage | undefined {
  const usage = error.details["usage"];
  if (!isJsonObject(usage)) return undefined;
  const count = (name: string): number => (typeof usage[name] === "number" ? usage[name] : 0);
  return {
    input: count("input"),
    output: count("output"),
    cacheRead: count("cacheRead"),
    cacheWrite: count("cacheWrite"),
  };
}
