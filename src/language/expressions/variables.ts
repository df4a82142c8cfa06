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
  for (const name of inDependencyOrder(variables)) {
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

/** The names of `variables`, every one after those it depends on. Throws PawlError `variables.cycle`. */
export function inDependencyOrder(variables: JsonObject): readonly string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string, trail: readonly string[]): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") throw cycleError([...trail.slice(trail.indexOf(name)), name]);
    state.set(name, "open");
    for (const other of dependenciesOf(name, variables)) visit(other, [...trail, name]);
    state.set(name, "done");
    order.push(name);
  };
  for (const name of Object.keys(variables)) visit(name, []);
  return order;
}

function dependenciesOf(name: string, variables: JsonObject): readonly string[] {
  return references(variables[name] ?? null, "template").flatMap((reference) => {
    if (reference.form === "name") {
      const direct = reference.root.startsWith("PAWL_VAR_")
        ? reference.root.slice("PAWL_VAR_".length).toLowerCase()
        : reference.root;
      return Object.hasOwn(variables, direct) ? [direct] : [];
    }
    if (reference.root.toLowerCase() !== "variables") return [];
    const [first] = reference.path;
    if (first === undefined) return Object.keys(variables).filter((other) => other !== name);
    return Object.hasOwn(variables, first) ? [first] : [];
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
