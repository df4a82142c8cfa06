import type { TokenCost } from "../engine/events.ts";
import type { Message, ModelRequest, Usage } from "../ports/model-provider.ts";
import { type Price, PRICE_LIST } from "./price-list.ts";

/** The price of a model by its name, a dated name included; undefined when the list has none. */
export function priceOf(model: string): Price | undefined {
  const family = model.replace(/-\d{8}$/, "").replace(/-latest$/, "");
  return PRICE_LIST.find((price) => price.model === model) ?? PRICE_LIST.find((price) => price.model === family);
}

/** What the last answer of the same conversation told: how many tokens the prompt had, and how much of it there was. */
export interface KnownPrefix {
  /** Prompt tokens as counted by the provider, cached ones included, plus the tokens it answered. */
  readonly tokens: number;
  /** Messages that these tokens cover. */
  readonly messages: number;
}

/** What `StepContext.reserve` sets aside. */
export interface WorstCase {
  readonly usd: number;
  readonly tokens: number;
  readonly unpriced?: string;
}

/**
 * The most a request can cost: every byte of what is new counts as a token (a token has at least one byte), what the provider counted before
 * is taken at its count, all of it at the dearest input price, and the answer is as long as it may be. Never an underestimate, and close
 * after the first turn.
 */
export function worstCase(request: ModelRequest, known?: KnownPrefix): WorstCase {
  const fresh = request.messages.slice(known?.messages ?? 0);
  const bytes = messageBytes(fresh) + (known === undefined ? fixedBytes(request) : 0);
  return worstCaseOfBytes(request.model, (known?.tokens ?? 0) + bytes, request.maxTokens);
}

/**
 * The same for a request of which only its size is known.
 *
 * @param write what its prompt costs when all of it is written to the cache: for five minutes, or for an hour
 */
export function worstCaseOfBytes(
  model: string,
  inputBytes: number,
  maxTokens: number,
  write: "cacheWrite" | "cacheWriteLong" = "cacheWrite",
): WorstCase {
  const tokens = inputBytes + maxTokens;
  const price = priceOf(model);
  if (price === undefined) return { usd: 0, tokens, unpriced: model };
  const rates = [price, ...(price.above === undefined ? [] : [price.above])];
  const costs = rates.map((rate) => inputBytes * Math.max(rate.input, rate[write]) + maxTokens * rate.output);
  return { usd: Math.max(...costs) / 1e6, tokens };
}

/** What an answer cost. Without a price the dollars are 0, which only happens where no budget in dollars applies. */
export function costOf(model: string, usage: Usage): TokenCost {
  const list = priceOf(model);
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite;
  const long = Math.min(usage.cacheWriteLong ?? 0, usage.cacheWrite);
  const rate = list?.above !== undefined && prompt > list.above.tokens ? list.above : list;
  const usd =
    rate === undefined
      ? 0
      : (usage.input * rate.input +
          usage.output * rate.output +
          usage.cacheRead * rate.cacheRead +
          (usage.cacheWrite - long) * rate.cacheWrite +
          long * rate.cacheWriteLong) /
        1e6;
  return {
    usd,
    input_tokens: usage.input,
    output_tokens: usage.output,
    cache_read_tokens: usage.cacheRead,
    cache_write_tokens: usage.cacheWrite,
  };
}

/** Two costs together. */
export function addCost(a: TokenCost, b: TokenCost): TokenCost {
  return {
    usd: a.usd + b.usd,
    input_tokens: a.input_tokens + b.input_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
    cache_read_tokens: a.cache_read_tokens + b.cache_read_tokens,
    cache_write_tokens: a.cache_write_tokens + b.cache_write_tokens,
  };
}

export const NO_COST: TokenCost = {
  usd: 0,
  input_tokens: 0,
  output_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
};

function messageBytes(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + byteLength(JSON.stringify(message.content)), 0);
}

/** The system text, the tools, and the instructions the provider adds to explain tools (346 tokens on current models; 1,000 is safe). */
function fixedBytes(request: ModelRequest): number {
  return (
    byteLength(request.system) + byteLength(JSON.stringify(request.tools)) + (request.tools.length === 0 ? 0 : 1_000)
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
