import { limitError } from "./errors.ts";

/** GitHub's own limit for one expression (MAX_EXPRESSION_LENGTH of `@actions/expressions`), kept for both languages. */
export const MAX_EXPRESSION_CHARACTERS = 21_000;
/** Nested brackets in one expression, as in GitHub's parser. */
export const MAX_NESTING = 50;
/** Characters of one template, as S5 bounds a workflow file. */
export const MAX_TEMPLATE_CHARACTERS = 1_048_576;
/** Nodes evaluated by one template. */
const MAX_STEPS = 100_000;
/** Nodes under evaluation at one time. */
const MAX_DEPTH = 400;
/** Characters and list items that one template may make, in all. */
const MAX_PRODUCED = 32 * 1_048_576;
/** Items of one list that an expression makes (`range`, repetition, concatenation). */
export const MAX_ITEMS = 100_000;

/** The limits of one template, for the reference. */
export const limits: readonly { readonly what: string; readonly value: number }[] = [
  { what: "characters of one expression or condition", value: MAX_EXPRESSION_CHARACTERS },
  { what: "characters of one template", value: MAX_TEMPLATE_CHARACTERS },
  { what: "brackets in brackets", value: MAX_NESTING },
  { what: "steps of evaluation", value: MAX_STEPS },
  { what: "nodes in nodes", value: MAX_DEPTH },
  { what: "characters and list items made in all", value: MAX_PRODUCED },
  { what: "items of one list an expression makes", value: MAX_ITEMS },
];

/** Counts what one evaluation has used, and stops it with `expression.limit`. */
export class Meter {
  private steps = 0;
  private depth = 0;
  private produced = 0;

  /** Enters a node; every call needs its `leave`. */
  enter(): void {
    this.steps += 1;
    this.depth += 1;
    if (this.steps > MAX_STEPS) throw limitError(`an expression was stopped after ${MAX_STEPS} steps`);
    if (this.depth > MAX_DEPTH) throw limitError(`an expression is nested more than ${MAX_DEPTH} deep`);
  }

  leave(): void {
    this.depth -= 1;
  }

  /** Counts work that no node stands for: the turns of a loop, the items of a comparison. */
  work(amount: number): void {
    this.steps += amount;
    if (this.steps > MAX_STEPS) throw limitError(`an expression was stopped after ${MAX_STEPS} steps`);
  }

  /** Counts `size` characters or items before they are made. */
  produce(size: number): void {
    this.produced += size;
    if (this.produced > MAX_PRODUCED)
      throw limitError(`an expression was stopped after making ${MAX_PRODUCED} characters`);
  }
}
