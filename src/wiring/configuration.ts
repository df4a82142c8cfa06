import { readFile } from "node:fs/promises";
import path from "node:path";
import { nearestName } from "../kernel/diagnostics.ts";
import { PawlError } from "../kernel/errors.ts";
import { CONFIGURATION_FILE as FILE, parsePlacedYaml } from "./configuration-file.ts";

/** What can be set, with what holds when nobody does. Dollars, counts and names; `undefined` sets no limit. */
export interface Settings {
  /** The model of agent steps that name none; the step's own default otherwise. */
  readonly model: string | undefined;
  /** The most one run may spend. */
  readonly budget_usd: number | undefined;
  /** The most all runs of a calendar month (UTC) may spend. */
  readonly monthly_budget_usd: number | undefined;
  /** Runs at once in one process. */
  readonly max_concurrent_runs: number | undefined;
  /** The size the local step cache is kept under, in bytes. */
  readonly cache_max_bytes: number | undefined;
}

export type SettingName = keyof Settings;

export interface Configuration {
  readonly settings: Settings;
  /** Where each value comes from: `default`, a file, `PAWL_…`, a flag. */
  readonly origins: Readonly<Record<SettingName, string>>;
  readonly environment: string;
}

const NAMES: Readonly<Record<SettingName, "text" | "number">> = {
  model: "text",
  budget_usd: "number",
  monthly_budget_usd: "number",
  max_concurrent_runs: "number",
  cache_max_bytes: "number",
};
/**
 * Settings in layers (F2), the later ones winning: defaults, the budget of `.github/pawl.yml`, `pawl.config.yml` and in it the section of
 * the environment (`PAWL_ENVIRONMENT`, `development` by default), variables such as `PAWL_BUDGET_USD`, flags.
 *
 * @throws PawlError `config.invalid`, naming the file or variable and what it must be
 */
export async function readConfiguration(from: {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly flags?: Readonly<Partial<Record<SettingName, string | undefined>>>;
}): Promise<Configuration> {
  const environment = from.env["PAWL_ENVIRONMENT"] ?? "development";
  const values = new Map<SettingName, { value: string | number; origin: string }>();
  const put = (layer: Readonly<Record<string, unknown>>, origin: string): void => {
    for (const [name, value] of Object.entries(layer)) {
      if (value !== undefined && value !== null)
        values.set(known(name, origin), { value: typed(name, value, origin), origin });
    }
  };
  put(await repositoryBudget(from.root), ".github/pawl.yml");
  const file = await yamlFile(path.join(from.root, FILE), FILE);
  // Modules of step types are code, and loaded by those commands that need them (step-modules.ts).
  const { environments, steps: _steps, ...everywhere } = file;
  put(everywhere, FILE);
  const section = mapping(environments, FILE)[environment];
  put(mapping(section, FILE), `${FILE} (${environment})`);
  for (const name of Object.keys(NAMES)) {
    const variable = `PAWL_${name.toUpperCase()}`;
    const value = from.env[variable];
    if (value !== undefined && value !== "") put({ [name]: value }, variable);
  }
  for (const [name, value] of Object.entries(from.flags ?? {})) {
    if (value !== undefined) put({ [name]: value }, `--${name.replaceAll("_", "-")}`);
  }
  const names = Object.keys(NAMES) as SettingName[];
  return {
    settings: Object.fromEntries(names.map((name) => [name, values.get(name)?.value])) as unknown as Settings,
    origins: Object.fromEntries(names.map((name) => [name, values.get(name)?.origin ?? "default"])) as Record<
      SettingName,
      string
    >,
    environment,
  };
}

function known(name: string, origin: string): SettingName {
  if (Object.hasOwn(NAMES, name)) return name as SettingName;
  if (name === "steps") throw invalid(`${origin} names step types.`, `Put steps: at the top of ${FILE}.`);
  const nearest = nearestName(name, Object.keys(NAMES));
  throw invalid(
    `${origin} sets "${name}", which is no setting.`,
    nearest === undefined ? `Settings are: ${Object.keys(NAMES).join(", ")}.` : `Did you mean "${nearest}"?`,
  );
}

function typed(name: string, value: unknown, origin: string): string | number {
  if (NAMES[known(name, origin)] === "text") {
    if (typeof value === "string") return value;
    throw invalid(`${origin} sets ${name} to something that is no text.`, "Write a name.");
  }
  const amount =
    typeof value === "number" ? value : Number(typeof value === "string" && value.trim() !== "" ? value : Number.NaN);
  if (Number.isFinite(amount) && amount >= 0) return amount;
  throw invalid(`${origin} sets ${name} to ${JSON.stringify(value)}.`, "Write a number that isn't negative.");
}

/** The limits that the repository sets for everybody are limits here, too. */
async function repositoryBudget(root: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path.join(root, ".github/pawl.yml"), "utf8").catch(() => undefined);
  if (text === undefined) return {};
  const { parseConfig } = await import("../github/config-file.ts");
  const { config, findings } = parseConfig(text);
  const [first] = findings;
  if (first !== undefined) throw invalid(`.github/pawl.yml:${first.line}: ${first.message}`, "Correct it.");
  return { budget_usd: config.budgetUsd, monthly_budget_usd: config.monthlyBudgetUsd };
}

async function yamlFile(file: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return {};
  return mapping((await parsePlacedYaml(text, shown)).value, shown);
}

function mapping(value: unknown, origin: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw invalid(`${origin} must hold names and values.`, "Write one `name: value` per line.");
}

function invalid(message: string, remedy: string): PawlError {
  return new PawlError({ code: "config.invalid", kind: "invalid", message, remedy });
}
