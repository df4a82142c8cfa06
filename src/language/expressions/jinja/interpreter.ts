import { nearestName } from "../../../kernel/diagnostics.ts";
import type { Json } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import type { Meter } from "../limits.ts";
import { CONTEXT_NAMES, secretsRefusal } from "../names.ts";
import type { Scope } from "../scope.ts";
import { filters } from "./filters.ts";
import type { JinjaEnvironment, JinjaNode, RuntimeValue } from "./library.ts";
import { Interpreter, StringValue } from "./library.ts";
import { replaceBounded } from "../functions/text.ts";
import { applyOperator, truth } from "./operators.ts";
import {
  NULL,
  UNDEFINED,
  isArrayValue,
  isObjectValue,
  itemsOf,
  membersOf,
  toJson,
  toRuntime,
  typeName,
} from "./values.ts";

/** Results of these are new texts or lists, and count against what one template may make. */
const PRODUCING = new Set([
  "CallExpression",
  "FilterExpression",
  "FilterStatement",
  "For",
  "If",
  "CallStatement",
  "Program",
]);

/** A value that stands where a node was: what it evaluates to is known already. */
export function constantNode(value: RuntimeValue): JinjaNode {
  return { type: "Constant", value };
}

/**
 * The library's interpreter with bounds on steps, depth and size, equality as Python has it, Pawl's functions as filters, and `secrets`
 * readable by literal name alone. A name nobody declared is an error instead of an empty text, except where the template asks
 * (`is defined`, `default`).
 */
export class BoundedInterpreter extends Interpreter {
  private readonly scope: Scope;
  private readonly meter: Meter;
  private tolerant = 0;

  constructor(scope: Scope, meter: Meter) {
    super();
    this.scope = scope;
    this.meter = meter;
  }

  override evaluate(node: JinjaNode | undefined, environment: JinjaEnvironment): RuntimeValue {
    if (node === undefined || node === null) return UNDEFINED;
    this.meter.enter();
    try {
      const result = this.dispatch(node, environment);
      if (PRODUCING.has(node.type)) this.measure(result);
      return result;
    } finally {
      this.meter.leave();
    }
  }

  private dispatch(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    switch (node.type) {
      case "Constant":
        return node["value"] as RuntimeValue;
      case "Identifier":
        return this.name(node["value"] as string, environment);
      case "MemberExpression":
        return this.member(node, environment);
      case "BinaryExpression":
        return this.binary(node, environment);
      case "CallExpression":
        return this.call(node, environment);
      case "FilterExpression":
        return this.filter(node, environment);
      case "TestExpression":
        return this.test(node, environment);
      case "For":
        return this.loop(node, environment);
      default:
        return super.evaluate(node, environment);
    }
  }

  private name(name: string, environment: JinjaEnvironment): RuntimeValue {
    for (let at: JinjaEnvironment | undefined = environment; at !== undefined; at = at.parent) {
      const value = at.variables.get(name);
      if (value !== undefined) return value;
    }
    if (name === "secrets") throw secretsRefusal();
    if (this.tolerant > 0 || CONTEXT_NAMES.has(name)) return UNDEFINED;
    const near = nearestName(name, [...Object.keys(this.scope.contexts), ...CONTEXT_NAMES]);
    throw evaluationError(
      `nothing is named "${name}" here`,
      near === undefined
        ? "Name a context (inputs, variables, steps, env, …) or a step's id."
        : `Did you mean "${near}"?`,
    );
  }

  private member(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const objectNode = node["object"] as JinjaNode;
    const property = node["property"] as JinjaNode;
    if (objectNode.type === "Identifier" && objectNode["value"] === "secrets") {
      if (node["computed"] === true && property.type !== "StringLiteral") throw secretsRefusal();
      const secret = this.scope.host.secret(property["value"] as string);
      return secret === undefined ? NULL : new StringValue(secret);
    }
    const object = this.evaluate(objectNode, environment);
    if (property.type === "SliceExpression") {
      return super.evaluate({ ...node, object: constantNode(object) }, environment);
    }
    const literal = node["computed"] !== true;
    if (object.type === "UndefinedValue" || object.type === "NullValue") {
      if (!literal) this.evaluate(property, environment);
      return UNDEFINED;
    }
    const key = literal ? property["value"] : this.evaluate(property, environment).value;
    if (isObjectValue(object)) {
      return (
        membersOf(object).get(String(key)) ??
        (object.type === "ObjectValue" ? object.builtins.get(String(key)) : undefined) ??
        UNDEFINED
      );
    }
    if (typeof key === "number") {
      if (object.type === "StringValue") {
        const character = (object.value as string).at(key);
        return character === undefined ? UNDEFINED : new StringValue(character);
      }
      return isArrayValue(object) ? (itemsOf(object).at(key) ?? UNDEFINED) : UNDEFINED;
    }
    return typeof key === "string" ? (object.builtins.get(key) ?? UNDEFINED) : UNDEFINED;
  }

  private binary(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const operator = (node["operator"] as { readonly value: string }).value;
    const left = this.evaluate(node["left"] as JinjaNode, environment);
    if (operator === "and") return truth(left) ? this.evaluate(node["right"] as JinjaNode, environment) : left;
    if (operator === "or") return truth(left) ? left : this.evaluate(node["right"] as JinjaNode, environment);
    return applyOperator(operator, left, this.evaluate(node["right"] as JinjaNode, environment), this.meter);
  }

  private call(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const callee = node["callee"] as JinjaNode;
    if (callee.type !== "MemberExpression") {
      const name = callee.type === "Identifier" ? String(callee["value"]) : "that";
      const fn = this.evaluate(callee, environment);
      if (fn.type !== "FunctionValue") throw evaluationError(`"${name}" is ${typeName(fn)} and can't be called`);
      return super.evaluate({ ...node, callee: constantNode(fn) }, environment);
    }
    const object = this.evaluate(callee["object"] as JinjaNode, environment);
    const fn = this.evaluate({ ...callee, object: constantNode(object) }, environment);
    if (fn.type !== "FunctionValue") {
      const { value: name } = callee["property"] as JinjaNode;
      throw evaluationError(`${typeName(object)} has nothing to call named "${typeof name === "string" ? name : "…"}"`);
    }
    if (object.type === "StringValue" && fn === object.builtins.get("replace")) {
      const args = this.positional(node["args"] as readonly JinjaNode[], environment);
      return toRuntime(replaceBounded(object.value as string, args.map(toJson), this.meter));
    }
    return super.evaluate({ ...node, callee: constantNode(fn) }, environment);
  }

  private filter(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const filterNode = node["filter"] as JinjaNode;
    const bare = filterNode.type === "Identifier";
    const name = String((bare ? filterNode : (filterNode["callee"] as JinjaNode))["value"]);
    const lenient = name === "default" || name === "d";
    if (lenient) this.tolerant += 1;
    let operand: RuntimeValue;
    try {
      operand = this.evaluate(node["operand"] as JinjaNode, environment);
    } finally {
      if (lenient) this.tolerant -= 1;
    }
    const args = bare ? [] : (filterNode["args"] as readonly JinjaNode[]);
    const own = filters.get(name);
    if (own !== undefined) {
      const positional = this.positional(args, environment).map(toJson);
      return toRuntime(
        own(toJson(operand), positional, this.named(args, environment), { scope: this.scope, meter: this.meter }),
      );
    }
    if (lenient) {
      const [fallback, loose] = this.positional(args, environment);
      const boolean = loose ?? (this.named(args, environment)["boolean"] === true ? toRuntime(true) : undefined);
      const empty =
        operand.type === "UndefinedValue" ||
        operand.type === "NullValue" ||
        (boolean !== undefined && truth(boolean) && !truth(operand));
      return empty ? (fallback ?? new StringValue("")) : operand;
    }
    return super.evaluate({ ...node, operand: constantNode(operand) }, environment);
  }

  private test(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const name = (node["test"] as JinjaNode)["value"];
    if (name !== "defined" && name !== "undefined") return super.evaluate(node, environment);
    this.tolerant += 1;
    try {
      return super.evaluate(node, environment);
    } finally {
      this.tolerant -= 1;
    }
  }

  private loop(node: JinjaNode, environment: JinjaEnvironment): RuntimeValue {
    const iterable = node["iterable"] as JinjaNode;
    const selected = iterable.type === "SelectExpression";
    const items = this.evaluate(selected ? (iterable["lhs"] as JinjaNode) : iterable, environment);
    if (isArrayValue(items)) this.meter.work(itemsOf(items).length);
    else if (isObjectValue(items)) this.meter.work(membersOf(items).size);
    else throw evaluationError(`a \`for\` needs a list or an object; it was given ${typeName(items)}`);
    const known = constantNode(items);
    return super.evaluate({ ...node, iterable: selected ? { ...iterable, lhs: known } : known }, environment);
  }

  private positional(args: readonly JinjaNode[], environment: JinjaEnvironment): RuntimeValue[] {
    return args.filter((arg) => arg.type !== "KeywordArgumentExpression").map((arg) => this.evaluate(arg, environment));
  }

  private named(args: readonly JinjaNode[], environment: JinjaEnvironment): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      args
        .filter((arg) => arg.type === "KeywordArgumentExpression")
        .map((arg) => [
          String((arg["key"] as JinjaNode)["value"]),
          toJson(this.evaluate(arg["value"] as JinjaNode, environment)),
        ]),
    );
  }

  private measure(value: RuntimeValue): void {
    if (value.type === "StringValue") this.meter.produce((value.value as string).length);
    else if (isArrayValue(value)) this.meter.produce(itemsOf(value).length);
  }
}

/** Positional and keyword arguments of a call to one of Pawl's functions, in the order of its parameters. */
export function orderedArguments(args: readonly RuntimeValue[], parameters: readonly string[], name: string): Json[] {
  const last = args.at(-1);
  if (last === undefined || last.type !== "KeywordArgumentsValue") return args.map(toJson);
  const ordered: Json[] = args.slice(0, -1).map(toJson);
  for (const [key, value] of membersOf(last)) {
    const place = parameters.indexOf(key);
    if (place === -1)
      throw evaluationError(`${name}() has no argument named "${key}"`, `It has: ${parameters.join(", ")}.`);
    while (ordered.length < place) ordered.push(null);
    ordered[place] = toJson(value);
  }
  return ordered;
}
