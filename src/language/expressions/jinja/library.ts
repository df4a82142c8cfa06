import * as library from "@huggingface/jinja";

/**
 * The parts of `@huggingface/jinja` that Pawl uses, with types of our own: the package's declarations name their files without
 * extensions, which TypeScript's `nodenext` resolution reads as `any`.
 */
export interface RuntimeValue {
  readonly type: string;
  readonly value: unknown;
  readonly builtins: ReadonlyMap<string, RuntimeValue>;
  toString(): string;
  __bool__(): { readonly value: boolean };
}

/** A node of the library's syntax tree. */
export interface JinjaNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

export interface JinjaToken {
  readonly value: string;
  readonly type: string;
}

export interface JinjaEnvironment {
  variables: Map<string, RuntimeValue>;
  readonly parent?: JinjaEnvironment;
  readonly tests: ReadonlyMap<string, (...operands: RuntimeValue[]) => boolean>;
  set(name: string, value: unknown): RuntimeValue;
  setVariable(name: string, value: RuntimeValue): RuntimeValue;
}

interface JinjaInterpreter {
  evaluate(node: JinjaNode | undefined, environment: JinjaEnvironment): RuntimeValue;
}

type NativeFunction = (args: RuntimeValue[], environment: JinjaEnvironment) => RuntimeValue;

type Value<T> = new (value: T) => RuntimeValue;

const exported = library as unknown as {
  readonly Environment: new (parent?: JinjaEnvironment) => JinjaEnvironment;
  readonly Interpreter: new (environment?: JinjaEnvironment) => JinjaInterpreter;
  readonly tokenize: (source: string) => JinjaToken[];
  readonly parse: (tokens: readonly JinjaToken[]) => JinjaNode;
};

export const { Environment, Interpreter, tokenize, parse } = exported;

// The value classes aren't exported; what `set` returns has them as constructors.
const probe = new Environment();
const classOf = <T>(name: string, value: unknown): Value<T> => probe.set(name, value).constructor as Value<T>;

export const IntegerValue = classOf<number>("integer", 1);
export const FloatValue = classOf<number>("float", 1.5);
export const StringValue = classOf<string>("string", "");
export const BooleanValue = classOf<boolean>("boolean", true);
export const ArrayValue = classOf<readonly RuntimeValue[]>("array", []);
export const ObjectValue = classOf<ReadonlyMap<string, RuntimeValue>>("object", {});
export const FunctionValue = classOf<NativeFunction>("function", () => null);
export const NullValue = classOf<null>("null", null);
export const UndefinedValue = classOf<undefined>("undefined", undefined);
