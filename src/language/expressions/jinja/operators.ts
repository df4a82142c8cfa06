import { evaluationError, limitError } from "../errors.ts";
import type { Meter } from "../limits.ts";
import { MAX_ITEMS } from "../limits.ts";
import type { RuntimeValue } from "./library.ts";
import { ArrayValue, BooleanValue, FloatValue, IntegerValue, StringValue } from "./library.ts";
import { FALSE, TRUE, isArrayValue, isNumberValue, isObjectValue, itemsOf, membersOf, typeName } from "./values.ts";

/**
 * Jinja's binary operators on values already evaluated, with Python's meaning: equality by content and never across types (`1 == "1"` is
 * false), texts and lists compared in order, `%` and `//` rounding down. (The library compares lists by identity and texts by JavaScript's `==`.)
 */
export function applyOperator(operator: string, left: RuntimeValue, right: RuntimeValue, meter: Meter): RuntimeValue {
  switch (operator) {
    case "==":
      return new BooleanValue(sameValue(left, right, meter));
    case "!=":
      return new BooleanValue(!sameValue(left, right, meter));
    case "in":
      return new BooleanValue(isMember(left, right, meter));
    case "not in":
      return new BooleanValue(!isMember(left, right, meter));
    case "<":
      return new BooleanValue(compare(operator, left, right, meter) < 0);
    case "<=":
      return new BooleanValue(compare(operator, left, right, meter) <= 0);
    case ">":
      return new BooleanValue(compare(operator, left, right, meter) > 0);
    case ">=":
      return new BooleanValue(compare(operator, left, right, meter) >= 0);
    case "~":
      return text(asText(left) + asText(right), meter);
    case "+":
      return add(left, right, meter);
    case "*":
      return multiply(left, right, meter);
    default:
      return calculate(
        operator,
        numberOf(operator, left, right),
        numberOf(operator, right, left),
        isFloat(left, right),
      );
  }
}

function sameValue(left: RuntimeValue, right: RuntimeValue, meter: Meter): boolean {
  meter.work(1);
  if (isNumberValue(left) && isNumberValue(right)) return Number(left.value) === Number(right.value);
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (isArrayValue(left) && isArrayValue(right)) {
    const [a, b] = [itemsOf(left), itemsOf(right)];
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? FALSE, meter));
  }
  if (isObjectValue(left) && isObjectValue(right)) {
    const [a, b] = [membersOf(left), membersOf(right)];
    if (a.size !== b.size) return false;
    for (const [key, member] of a) {
      const other = b.get(key);
      if (other === undefined || !sameValue(member, other, meter)) return false;
    }
    return true;
  }
  return left.type === right.type && left.value === right.value;
}

function isNothing(value: RuntimeValue): boolean {
  return value.type === "NullValue" || value.type === "UndefinedValue";
}

function isMember(item: RuntimeValue, container: RuntimeValue, meter: Meter): boolean {
  if (isNothing(container)) return false;
  if (isArrayValue(container)) return itemsOf(container).some((member) => sameValue(item, member, meter));
  if (container.type === "StringValue" && item.type === "StringValue") {
    return (container.value as string).includes(item.value as string);
  }
  if (isObjectValue(container)) return item.type === "StringValue" && membersOf(container).has(item.value as string);
  throw mismatch("in", item, container);
}

function compare(operator: string, left: RuntimeValue, right: RuntimeValue, meter: Meter): number {
  meter.work(1);
  if (isNumberValue(left) && isNumberValue(right)) return Number(left.value) - Number(right.value);
  if (left.type === "StringValue" && right.type === "StringValue") {
    const [a, b] = [left.value as string, right.value as string];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (isArrayValue(left) && isArrayValue(right)) {
    const [a, b] = [itemsOf(left), itemsOf(right)];
    for (const [index, item] of a.entries()) {
      const other = b[index];
      if (other === undefined) return 1;
      if (!sameValue(item, other, meter)) return compare(operator, item, other, meter);
    }
    return a.length - b.length;
  }
  throw mismatch(operator, left, right);
}

function add(left: RuntimeValue, right: RuntimeValue, meter: Meter): RuntimeValue {
  if (isArrayValue(left) && isArrayValue(right)) {
    return list([...itemsOf(left), ...itemsOf(right)], meter);
  }
  if (left.type === "StringValue" || right.type === "StringValue") {
    if (isNothing(left) || isNothing(right)) throw mismatch("+", left, right);
    return text(asText(left) + asText(right), meter);
  }
  return numeric(numberOf("+", left, right) + numberOf("+", right, left), isFloat(left, right));
}

function multiply(left: RuntimeValue, right: RuntimeValue, meter: Meter): RuntimeValue {
  for (const [value, times] of [
    [left, right],
    [right, left],
  ] as const) {
    if (times.type !== "IntegerValue") continue;
    const count = Math.max(0, times.value as number);
    if (value.type === "StringValue") {
      meter.produce((value.value as string).length * count);
      return new StringValue((value.value as string).repeat(count));
    }
    if (isArrayValue(value)) {
      checkItems(itemsOf(value).length * count);
      return list(Array.from({ length: count }, () => itemsOf(value)).flat(), meter);
    }
  }
  return numeric(numberOf("*", left, right) * numberOf("*", right, left), isFloat(left, right));
}

function calculate(operator: string, a: number, b: number, float: boolean): RuntimeValue {
  if (b === 0 && (operator === "/" || operator === "//" || operator === "%")) {
    throw evaluationError(`a division by zero: ${a} ${operator} ${b}`);
  }
  switch (operator) {
    case "-":
      return numeric(a - b, float);
    case "/":
      return numeric(a / b, true);
    case "//":
      return numeric(Math.floor(a / b), float);
    case "%":
      return numeric(a - b * Math.floor(a / b), float);
    case "**":
      return numeric(a ** b, float || b < 0);
    default:
      throw evaluationError(`"${operator}" is not an operator`);
  }
}

function numeric(value: number, float: boolean): RuntimeValue {
  if (!Number.isFinite(value)) throw evaluationError("a calculation has no finite result");
  return float || !Number.isInteger(value) ? new FloatValue(value) : new IntegerValue(value);
}

function numberOf(operator: string, value: RuntimeValue, other: RuntimeValue): number {
  if (!isNumberValue(value)) throw mismatch(operator, value, other);
  return Number(value.value);
}

function isFloat(left: RuntimeValue, right: RuntimeValue): boolean {
  return left.type === "FloatValue" || right.type === "FloatValue";
}

function asText(value: RuntimeValue): string {
  return isNothing(value) ? "" : value.toString();
}

function text(value: string, meter: Meter): RuntimeValue {
  meter.produce(value.length);
  return new StringValue(value);
}

function list(items: readonly RuntimeValue[], meter: Meter): RuntimeValue {
  checkItems(items.length);
  meter.produce(items.length);
  return new ArrayValue(items);
}

function checkItems(count: number): void {
  if (count > MAX_ITEMS) throw limitError(`a list of ${count} items; an expression makes at most ${MAX_ITEMS}`);
}

function mismatch(operator: string, left: RuntimeValue, right: RuntimeValue): Error {
  const textAndNumber =
    [left, right].some(isNumberValue) && [left, right].some((value) => value.type === "StringValue");
  return evaluationError(
    `"${operator}" does not work between ${typeName(left)} and ${typeName(right)}`,
    textAndNumber
      ? "Declare the output's type (`outputs: { n: { type: number } }`), or write `| float` after the text."
      : undefined,
  );
}

/** The boolean a value counts as. */
export function truth(value: RuntimeValue): boolean {
  return value === TRUE || (value !== FALSE && value.__bool__().value);
}
