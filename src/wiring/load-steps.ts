import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { StepImplementation } from "../engine/step.ts";
import { isJsonObject } from "../kernel/json.ts";
import { compileSchema } from "../language/schema/ajv.ts";
import { ownStepSchema } from "../language/schema/compose.ts";
import { defineStep, type StepDefinition } from "../steps/define.ts";
import { holdToText } from "./one-file.ts";
import { moduleError, type StepModule } from "./step-modules.ts";

/** The version of what a module of step types exports: `export const api = 1`. It is raised when an older module could not run any more. */
const STEP_API = 1;

/**
 * Runs a module and takes its step types.
 *
 * @throws PawlError `steps.broken`, `steps.version`
 */
export async function loadSteps(module: StepModule): Promise<readonly StepImplementation[]> {
  const { place, file } = module;
  await checkVersion(module);
  holdToText(file, module.digest);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw moduleError("steps.broken", place, `${module.module} can't be loaded: ${said}`, `Correct ${file}.`, cause);
  }
  const { api, steps } = exported;
  if (api !== STEP_API) {
    throw moduleError(
      "steps.version",
      place,
      api === undefined
        ? `${module.module} doesn't say which version of step types it was written for`
        : `${module.module} was written for version ${JSON.stringify(api)} of step types, and this Pawl has ${STEP_API}`,
      api === undefined
        ? `Add: export const api = ${STEP_API};`
        : "Use a version of the module, or of Pawl, that fits.",
    );
  }
  if (!Array.isArray(steps) || steps.length === 0)
    throw moduleError(
      "steps.broken",
      place,
      `${module.module} exports no list of step types`,
      "Add: export const steps = [{ type, summary, description, fields, run }];",
    );
  return steps.map((definition: unknown, index) => stepOf(definition, `steps[${index}] of ${module.module}`, place));
}

/** A definition from code that no compiler of ours has seen, as a step type. */
function stepOf(definition: unknown, shown: string, place: string): StepImplementation {
  const problem = problemOf(definition);
  if (problem !== undefined)
    throw moduleError(
      "steps.broken",
      place,
      `${shown} ${problem}`,
      "A step type has type, summary, description and run.",
    );
  try {
    const step = defineStep(definition as StepDefinition);
    compileSchema(ownStepSchema(step));
    return step;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw moduleError("steps.broken", place, `${shown} is not sound: ${said}`, "Correct the definition.", cause);
  }
}

function problemOf(definition: unknown): string | undefined {
  if (typeof definition !== "object" || definition === null) return "is no definition of a step type";
  const has = definition as Readonly<Record<string, unknown>>;
  for (const name of ["type", "summary", "description"])
    if (typeof has[name] !== "string" || has[name] === "") return `has no ${name}`;
  if (typeof has["run"] !== "function") return "has no function run";
  for (const name of ["fields", "bodies", "outputs"]) {
    const value = has[name];
    if (value === undefined) continue;
    if (!isJsonObject(value) || !Object.values(value).every(isJsonObject))
      return `has ${name} that are no mapping of objects`;
  }
  for (const name of ["required", "conditionFields", "deferredFields", "bodyNames", "examples"])
    if (has[name] !== undefined && !Array.isArray(has[name])) return `has ${name} that is no list`;
  return undefined;
}

async function checkVersion({ module, version, file, place }: StepModule): Promise<void> {
  if (version === undefined) return;
  const found = await packageVersion(path.dirname(file));
  if (found === version || found?.startsWith(`${version}.`) === true) return;
  throw moduleError(
    "steps.version",
    place,
    found === undefined
      ? `${module} belongs to no package, so it has no version`
      : `${module} is there in version ${found}, not ${version}`,
    found === undefined ? "Take version: away." : `Install the version, or write version: ${found}.`,
  );
}

async function packageVersion(directory: string): Promise<string | undefined> {
  const text = await readFile(path.join(directory, "package.json"), "utf8").catch(() => undefined);
  const version = text === undefined ? undefined : (JSON.parse(text) as { readonly version?: unknown }).version;
  if (typeof version === "string") return version;
  const above = path.dirname(directory);
  return above === directory ? undefined : packageVersion(above);
}
