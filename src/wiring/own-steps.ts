import type { StepImplementation } from "../engine/step.ts";
import { CONFIGURATION_FILE } from "./configuration-file.ts";
import { moduleError, stepModulesOf, type StepModules } from "./step-modules.ts";
import { isTrusted } from "./trust.ts";

/** Step types from a directory's configuration, and why there are no more: a hint for workflows that use a type nobody knows. */
export interface OwnSteps {
  readonly types: ReadonlyMap<string, StepImplementation>;
  readonly unknownType: string;
}

/**
 * Loads the step types that a directory's `pawl.config.yml` names, where the person of this machine has trusted exactly these modules
 * (`pawl config trust`): a repository alone can't make Pawl run code by being looked at.
 *
 * @throws PawlError `config.invalid`, `steps.not_found`, `steps.broken`, `steps.version`, `steps.name_taken`, each with the place in the configuration
 */
export async function ownSteps(root: string, env: Readonly<Record<string, string | undefined>>): Promise<OwnSteps> {
  const found = await stepModulesOf(root);
  const types = new Map<string, StepImplementation>();
  if (found.modules.length === 0)
    return { types, unknownType: `a type of your own is loaded by steps: in ${CONFIGURATION_FILE}` };
  if (!(await isTrusted(env, found.configuration, found.digest))) {
    return {
      types,
      unknownType: `${CONFIGURATION_FILE} names modules of step types that you haven't trusted as they are now: read them, then run pawl config trust`,
    };
  }
  for (const [type, step] of await loadTypes(found)) types.set(type, step);
  return { types, unknownType: `${CONFIGURATION_FILE} brings: ${[...types.keys()].join(", ")}` };
}

/**
 * Runs the modules and takes their types, whoever trusts them.
 *
 * @throws PawlError `steps.broken`, `steps.version`, `steps.name_taken`
 */
export async function loadTypes({ modules }: StepModules): Promise<ReadonlyMap<string, StepImplementation>> {
  const types = new Map<string, StepImplementation>();
  const [{ loadSteps }, { builtInSteps }] = await Promise.all([
    import("./load-steps.ts"),
    import("../steps/registry.ts"),
  ]);
  for (const module of modules) {
    for (const step of await loadSteps(module)) {
      if (builtInSteps.has(step.type) || types.has(step.type)) {
        throw moduleError(
          "steps.name_taken",
          module.place,
          `${module.module} brings the step type "${step.type}", a name that ${builtInSteps.has(step.type) ? "a built-in type" : "another module's type"} has`,
          "Give the type another name in its module.",
        );
      }
      types.set(step.type, step);
    }
  }
  return types;
}
