import { PawlError } from "../../kernel/errors.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { isJsonObject } from "../../kernel/json.ts";
import { references } from "./references.ts";
import type { Scope } from "./scope.ts";
import { resolveValue } from "./resolve.ts";

/**
 * Resolves a workflow's variables, each after those it refers to (`variables.x`, `${x}`), whatever order they were written in.
 * Throws PawlError `variables.cycle`, whose message prints the cycle, and whatever an expression throws.
 */
export function resolveVariables(variables: JsonObject, scope: Scope): JsonObject {
  const resolved: Record<string, Json> = {};
  const inputs = scope.contexts["inputs"];
  const names = isJsonObject(inputs) ? Object.keys(inputs) : [];
  for (const name of inDependencyOrder(variables, { context: "variables", inputs: names })) {
    const known: Json = { ...outerVariables(scope), ...resolved };
    const value = resolveValue(variables[name] ?? null, {
      contexts: { ...scope.contexts, variables: known },
      host: scope.host,
    });
    Object.defineProperty(resolved, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return Object.fromEntries(Object.keys(variables).map((name) => [name, resolved[name] ?? null]));
}

function outerVariables(scope: Scope): JsonObject {
  const outer = scope.contexts["variables"];
  return isJsonObject(outer) ? outer : {};
}

/** Which context the values stand in, and the inputs, which `${name}` finds before them. */
export interface Dependencies {
  readonly context: "variables" | "env";
  readonly inputs: readonly string[];
}

/** The names of `variables`, every one after those it depends on. Throws PawlError `variables.cycle`. */
export function inDependencyOrder(
  variables: JsonObject,
  dependencies: Dependencies = { context: "variables", inputs: [] },
): readonly string[] {
  const { order, cycle } = arrange(variables, dependencies);
  if (cycle !== undefined) throw cycleError(cycle);
  return order;
}

/** The first circle of names that need each other, the first one again at its end; undefined when there is none. Never throws. */
export function dependencyCycle(values: JsonObject, dependencies: Dependencies): readonly string[] | undefined {
  return arrange(values, dependencies).cycle;
}

interface Arranged {
  readonly order: readonly string[];
  readonly cycle?: readonly string[];
}

/** Depth first, with a stack of its own: a chain may be as long as a file allows. */
function arrange(values: JsonObject, dependencies: Dependencies): Arranged {
  const order: string[] = [];
  const done = new Set<string>();
  for (const first of Object.keys(values)) {
    if (done.has(first)) continue;
    const open = new Map([[first, dependenciesOf(first, values, dependencies).values()]]);
    const trail = [first];
    for (let name = trail.at(-1); name !== undefined; name = trail.at(-1)) {
      const next = open.get(name)?.next();
      if (next === undefined || next.done === true) {
        trail.pop();
        open.delete(name);
        done.add(name);
        order.push(name);
      } else if (open.has(next.value)) return { order, cycle: [...trail.slice(trail.indexOf(next.value)), next.value] };
      else if (!done.has(next.value)) {
        open.set(next.value, dependenciesOf(next.value, values, dependencies).values());
        trail.push(next.value);
      }
    }
  }
  return { order };
}

function dependenciesOf(name: string, values: JsonObject, { context, inputs }: Dependencies): readonly string[] {
  return references(values[name] ?? null, "template").flatMap((reference) => {
    if (reference.form === "name") {
      if (inputs.includes(reference.root)) return [];
      const direct =
        context === "variables" && reference.root.startsWith("PAWL_VAR_")
          ? reference.root.slice("PAWL_VAR_".length).toLowerCase()
          : reference.root;
      return Object.hasOwn(values, direct) ? [direct] : [];
    }
    if (reference.root.toLowerCase() !== context) return [];
    const [first] = reference.path;
    if (first === undefined) return Object.keys(values).filter((other) => other !== name);
    return Object.hasOwn(values, first) ? [first] : [];
  });
}

function cycleError(cycle: readonly string[]): PawlError {
  return new PawlError({
    code: "variables.cycle",
    kind: "invalid",
    message: `variables refer to one another in a circle: ${cycle.join(" → ")}`,
    remedy: "Give one of them a value that doesn't need the others.",
    details: { cycle: [...cycle] },
  });
}
