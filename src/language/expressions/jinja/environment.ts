import { evaluationError } from "../errors.ts";
import { functionNamed, functionNames } from "../functions/catalogue.ts";
import { Meter, MAX_ITEMS } from "../limits.ts";
import type { Scope } from "../scope.ts";
import type { Json } from "../../../kernel/json.ts";
import { orderedArguments } from "./interpreter.ts";
import type { JinjaEnvironment, RuntimeValue } from "./library.ts";
import { ArrayValue, Environment, FunctionValue, IntegerValue } from "./library.ts";
import { FALSE, NULL, TRUE, toRuntime } from "./values.ts";

const CONSTANTS: Readonly<Record<string, RuntimeValue>> = {
  true: TRUE,
  True: TRUE,
  false: FALSE,
  False: FALSE,
  none: NULL,
  None: NULL,
};

/** Names a template knows besides contexts and functions. */
export const JINJA_GLOBALS: ReadonlySet<string> = new Set([
  "range",
  "namespace",
  "loop",
  "caller",
  "varargs",
  "kwargs",
]);

/**
 * The names of one scope, each made into a Jinja value when it is first read. A context hides a function of the same name only where
 * it isn't called, so that a step may be named `file`.
 */
class ScopeVariables extends Map<string, RuntimeValue> {
  private readonly scope: Scope;

  constructor(scope: Scope) {
    super();
    this.scope = scope;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override get(name: string): RuntimeValue | undefined {
    const known = super.get(name);
    if (known !== undefined) return known;
    const made = this.make(name);
    if (made !== undefined) super.set(name, made);
    return made;
  }

  private make(name: string): RuntimeValue | undefined {
    if (name === "secrets") return undefined;
    if (Object.hasOwn(this.scope.contexts, name)) return toRuntime(this.scope.contexts[name] ?? null);
    if (Object.hasOwn(CONSTANTS, name)) return CONSTANTS[name];
    return functionValue(name, this.scope);
  }
}

/** One of Pawl's functions as a Jinja value; undefined when there is none of that name. */
export function functionValue(name: string, scope: Scope): RuntimeValue | undefined {
  if (name === "range") return new FunctionValue((args) => range(args.map((arg) => arg.value)));
  if (!functionNames.has(name)) return undefined;
  const found = functionNamed(name);
  if (found === undefined) return undefined;
  return new FunctionValue((args) => {
    const given = orderedArguments(args, found.parameters, found.name);
    const most = found.variadic ? Number.POSITIVE_INFINITY : found.parameters.length;
    if (given.length < found.required || given.length > most) {
      throw evaluationError(
        `${found.name}() was given ${given.length} arguments`,
        `It takes: ${found.name}(${found.parameters.join(", ")}).`,
      );
    }
    return toRuntime(found.call(given, { scope, meter: new Meter() }));
  });
}

function range(args: readonly unknown[]): RuntimeValue {
  const numbers = args.filter((value) => typeof value === "number");
  if (numbers.length === 0 || numbers.length !== args.length || numbers.length > 3)
    throw evaluationError("range() takes one to three numbers");
  const [start, stop, step] =
    numbers.length === 1 ? [0, numbers[0] ?? 0, 1] : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 1];
  if (step === 0) throw evaluationError("range() can't step by zero");
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > MAX_ITEMS) throw evaluationError(`range() of ${count} items; at most ${MAX_ITEMS}`);
  return new ArrayValue(Array.from({ length: count }, (_, index) => new IntegerValue(start + index * step)));
}

const environments = new WeakMap<Scope, JinjaEnvironment>();

/** The environment of a scope, kept with it: its contexts must not change while it is used. An expression can't assign, so all may share it. */
export function sharedEnvironment(scope: Scope): JinjaEnvironment {
  const known = environments.get(scope);
  if (known !== undefined) return known;
  const shared = new Environment();
  const namespace = shared.variables.get("namespace");
  shared.variables = new ScopeVariables(scope);
  if (namespace !== undefined) shared.variables.set("namespace", namespace);
  environments.set(scope, shared);
  return shared;
}

/** An environment of one evaluation's own over the scope's, with names bound beside it; a template's `set` stays in it. */
export function ownEnvironment(scope: Scope, extra: Readonly<Record<string, Json>> = {}): JinjaEnvironment {
  const own = new Environment(sharedEnvironment(scope));
  own.variables = new Map();
  for (const [name, value] of Object.entries(extra)) own.setVariable(name, toRuntime(value));
  return own;
}
