import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { sha256, type Digest } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json } from "../kernel/json.ts";
import { CONFIGURATION_FILE, parsePlacedYaml } from "./configuration-file.ts";

/** A module of step types that `pawl.config.yml` names. */
export interface StepModule {
  /** As written: a path beside the configuration, or a package. */
  readonly module: string;
  /** The package's version that is asked for: `2`, `2.1` or `2.1.7`. */
  readonly version: string | undefined;
  /** Where it is named: `pawl.config.yml:3:5`. */
  readonly place: string;
  /** Absolute. */
  readonly file: string;
  /** Of its text. */
  readonly digest: Digest;
}

export interface StepModules {
  /** The configuration that names them, absolute. */
  readonly configuration: string;
  readonly modules: readonly StepModule[];
  /** Of the list and of every module's text: what a person trusts. */
  readonly digest: Digest;
}

/**
 * The modules of step types that `steps:` of a directory's `pawl.config.yml` names; none without it. Nothing of them is run.
 *
 * @throws PawlError `config.invalid` for a list that is none, `steps.not_found` for a module that isn't there
 */
export async function stepModulesOf(root: string): Promise<StepModules> {
  const configuration = path.join(root, CONFIGURATION_FILE);
  const text = await readFile(configuration, "utf8").catch(() => undefined);
  const nothing = { configuration, modules: [], digest: sha256("") };
  if (text === undefined || !/^["']?steps["']?\s*:/m.test(text)) return nothing;
  const { value, placeOf } = await parsePlacedYaml(text, CONFIGURATION_FILE);
  const steps = isJsonObject(value) ? value["steps"] : undefined;
  if (steps === undefined || steps === null) return nothing;
  if (!Array.isArray(steps))
    throw moduleError(
      "config.invalid",
      placeOf(["steps"]),
      "`steps` must be a list of modules",
      "Write - ./my-steps.mjs",
    );
  const modules = await Promise.all(
    steps.map((entry: Json, index) => moduleOf(entry, placeOf(["steps", index]), configuration)),
  );
  const texts = modules.map((module) => `${module.file}\0${module.digest}`);
  return { configuration, modules, digest: sha256([JSON.stringify(steps), ...texts].join("\n")) };
}

async function moduleOf(entry: Json, place: string, configuration: string): Promise<StepModule> {
  const { module, version, ...rest } = isJsonObject(entry) ? entry : { module: entry };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw moduleError(
      "config.invalid",
      place,
      `a module of step types has no "${unknown}"`,
      "It has module and version.",
    );
  if (typeof module !== "string" || module === "")
    throw moduleError(
      "config.invalid",
      place,
      "a module of step types is a path or the name of a package",
      "Write - ./my-steps.mjs, or - {module: my-package, version: 2}.",
    );
  try {
    const file = createRequire(configuration).resolve(module);
    if (!path.isAbsolute(file)) throw new Error(`${file} is Node's own`);
    return {
      module,
      version: typeof version === "string" || typeof version === "number" ? String(version) : undefined,
      place,
      file,
      digest: sha256(await readFile(file)),
    };
  } catch (cause) {
    throw moduleError(
      "steps.not_found",
      place,
      `there is no module "${module}"`,
      /^\.{0,2}\//.test(module)
        ? `The path starts at ${path.dirname(configuration)}.`
        : `Install it (npm install ${module}), or write a path that starts with ./ for a file.`,
      cause,
    );
  }
}

/** An error about a module of step types, with its place in the configuration. */
export function moduleError(code: string, place: string, message: string, remedy: string, cause?: unknown): PawlError {
  return new PawlError({
    code,
    kind: "invalid",
    message: `${place}: ${message}.`,
    remedy,
    ...(cause === undefined ? {} : { cause }),
  });
}
