import { data } from "@actions/expressions";
import type { ExpressionData } from "./data.ts";

/**
 * Text as GitHub compares it: .NET's `OrdinalIgnoreCase`, which maps each UTF-16 unit to one upper-case unit and leaves alone what would
 * become two (`ß`) and the two letters whose upper case is ASCII (`ı`, `ſ`). JavaScript's own folding would make `ß` equal to `SS`.
 */
export function fold(text: string): string {
  // Most texts are ASCII, where both foldings agree.
  if (!/[^ -~\s]/.test(text)) return text.toUpperCase();
  let folded = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] ?? "";
    const upper = unit.toUpperCase();
    folded += upper.length === 1 && unit !== "\u0131" && unit !== "\u017f" ? upper : unit;
  }
  return folded;
}

/** `==` of GitHub's language: types are coerced to numbers where they differ, texts ignore case, objects and lists are equal to themselves only. */
export function looselyEqual(left: ExpressionData, right: ExpressionData): boolean {
  if (left instanceof data.StringData && right instanceof data.StringData)
    return fold(left.value) === fold(right.value);
  if (!left.primitive || !right.primitive) return left === right || sameSource(left, right);
  if (left.kind === right.kind && left instanceof data.Null) return true;
  return left.number() === right.number();
}

/** `-1`, `0`, `1`, or undefined where no order exists (NaN, lists, objects): every comparison is then false. */
export function order(left: ExpressionData, right: ExpressionData): number | undefined {
  if (!left.primitive || !right.primitive) return undefined;
  if (left instanceof data.StringData && right instanceof data.StringData) {
    const [a, b] = [fold(left.value), fold(right.value)];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const [a, b] = [left.number(), right.number()];
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : Math.sign(a - b);
}

/** The same context object read twice is one object, though each reading makes its own wrapper. */
function sameSource(left: ExpressionData, right: ExpressionData): boolean {
  const source = (value: ExpressionData): unknown => ("source" in value ? value.source : undefined);
  return source(left) !== undefined && source(left) === source(right);
}
