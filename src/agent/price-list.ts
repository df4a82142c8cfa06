/** What a model costs, in US dollars per million tokens. */
export interface Price {
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  /** Writing a prompt prefix that is kept for five minutes, the only kind our own loop writes. */
  readonly cacheWrite: number;
  /** The same for an hour, as other programs may ask for. */
  readonly cacheWriteLong: number;
  /** Other prices where the prompt is longer than `tokens`. */
  readonly above?: {
    readonly tokens: number;
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
    readonly cacheWriteLong: number;
  };
  /** When the price was read, and where. */
  readonly asOf: string;
  readonly source: string;
}

const PRICING_PAGE = "https://platform.claude.com/docs/en/about-claude/pricing";

function claude(
  model: string,
  input: number,
  output: number,
  cacheReadShare: number,
  about: { readonly above?: Price["above"]; readonly asOf?: string } = {},
): Price {
  const { above, asOf = "2026-10-24" } = about;
  // Cache writes are 1.25 times the input price on every model of the page, and twice that price for an hour.
  return {
    model,
    input,
    output,
    cacheRead: round(input * cacheReadShare),
    cacheWrite: round(input * 1.25),
    cacheWriteLong: round(input * 2),
    ...(above === undefined ? {} : { above }),
    asOf,
    source: PRICING_PAGE,
  };
}

function round(price: number): number {
  return Math.round(price * 1e6) / 1e6;
}

/**
 * The price list. A model that isn't here has no price: under a budget in dollars it is refused before the first request, so a new model is
 * added here (or in the configuration) before it is used with money at stake. A dated name (`claude-haiku-4-5-20251001`) has the price of its
 * family name.
 */
export const PRICE_LIST: readonly Price[] = [
  claude("claude-fable-5-2", 8, 40, 0.025, { asOf: "2026-11-10" }),
  claude("claude-fable-5-1", 10, 50, 0.025),
  claude("claude-fable-5", 10, 50, 0.1),
  claude("claude-opus-5-5", 4, 20, 0.05),
  claude("claude-opus-5", 5, 25, 0.1),
  claude("claude-opus-4-8", 5, 25, 0.1),
  claude("claude-opus-4-7", 5, 25, 0.1),
  claude("claude-opus-4-6", 5, 25, 0.1),
  claude("claude-opus-4-5", 5, 25, 0.1),
  claude("claude-sonnet-5-5", 2, 10, 0.05),
  claude("claude-sonnet-5", 2, 10, 0.1),
  claude("claude-sonnet-4-6", 3, 15, 0.1),
  claude("claude-sonnet-4-5", 3, 15, 0.1),
  claude("claude-haiku-5-5", 0.1, 0.5, 0.1, {
    above: { tokens: 100_000, input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625, cacheWriteLong: 1 },
  }),
  claude("claude-haiku-4-5", 1, 5, 0.1),
];
