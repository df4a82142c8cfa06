const PATH = Symbol("path");

/**
 * A value that exists when the workflow runs, not when it is built. In text it stands as `{{ path }}`, so template strings
 * (`` `at least ${target} %` ``) and conditions (`` `${coverage} >= ${target}` ``) may hold it.
 */
export interface Reference<out T> {
  readonly [PATH]: string;
  /** Never there at run time: carries the type of the value. */
  readonly $type?: T;
  toString(): string;
}

export function isReference(value: unknown): value is Reference<unknown> {
  return typeof value === "object" && value !== null && PATH in value;
}

/** A reference to `path`, whose members are references to what is below it. */
export function referenceTo(path: string): Reference<unknown> {
  const text = (): string => `{{ ${path} }}`;
  return new Proxy(
    { [PATH]: path, toString: text },
    {
      get(target, name) {
        if (name === PATH) return target[PATH];
        if (name === "toString" || name === "toJSON" || name === Symbol.toPrimitive) return text;
        return typeof name === "string" ? referenceTo(below(path, name)) : undefined;
      },
    },
  );
}

/** `path.name`, or `path["name"]` where a dot can't carry the name in an expression. */
function below(path: string, name: string): string {
  if (path === "") return name;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}
