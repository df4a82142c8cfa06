import type { Secrets } from "../../ports/secrets.ts";

/**
 * Secrets from the process environment: only the names given, so that a workflow can't name its way to the rest of it.
 *
 * @param env the environment to read, once, now
 * @param names variable names; a name that isn't set is simply absent
 */
export function environmentSecrets(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Secrets {
  const known = new Map<string, string>();
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== "") known.set(name, value);
  }
  return {
    get: (name) => known.get(name),
    values: () => [...known.values()],
  };
}
