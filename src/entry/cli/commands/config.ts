import { readConfiguration, type SettingName } from "../../../wiring/configuration.ts";
import { PawlError } from "../../../kernel/errors.ts";
import { loadTypes } from "../../../wiring/own-steps.ts";
import { stepModulesOf } from "../../../wiring/step-modules.ts";
import { isTrusted, trust } from "../../../wiring/trust.ts";
import { askWhether } from "../ask.ts";
import { EXIT } from "../exit.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

/** `pawl config show`: every setting as it holds here; with `--origin`, which layer said so. */
export async function configShowCommand(session: Session, options: { readonly origin?: boolean }): Promise<number> {
  const { workspace, state } = findPlaces(session);
  const { settings, origins, environment } = await readConfiguration({ root: workspace, env: session.env });
  const { terminal } = session;
  const { modules, configuration, digest } = await stepModulesOf(workspace);
  const trusted = modules.length > 0 && (await isTrusted(session.env, configuration, digest));
  const names = Object.keys(settings) as SettingName[];
  if (session.options.json === true) {
    const shown = names.map((name) => {
      const value = settings[name] ?? null;
      return [name, options.origin === true ? { value, origin: origins[name] } : value] as const;
    });
    terminal.json({
      environment,
      workspace,
      state,
      settings: Object.fromEntries(shown),
      steps: modules.map(({ module, file }) => ({ module, file, trusted })),
    });
    return EXIT.ok;
  }
  terminal.out(`environment  ${environment}\nworkspace    ${workspace}\nstate        ${state}`);
  for (const name of names) {
    const origin = options.origin === true ? terminal.tone("dim", `  ${origins[name]}`) : "";
    terminal.out(`${name} = ${settings[name] ?? "(not set)"}${origin}`);
  }
  for (const { module, file } of modules)
    terminal.out(
      `steps: ${module}  ${file}${trusted ? "" : terminal.tone("warn", "  not trusted: pawl config trust")}`,
    );
  return EXIT.ok;
}

/**
 * `pawl config trust`: from now on the modules of step types that `pawl.config.yml` names are loaded here, until one of them changes. A person
 * is asked; without one, `--yes` says that somebody has read them.
 *
 * @throws PawlError `config.nothing_to_trust`, `config.unasked`, `cli.declined`, and what is wrong with a module; then nothing is trusted
 */
export async function configTrustCommand(session: Session, options: { readonly yes?: boolean }): Promise<number> {
  const { workspace } = findPlaces(session);
  const found = await stepModulesOf(workspace);
  const { modules, configuration, digest } = found;
  if (modules.length === 0) {
    throw new PawlError({
      code: "config.nothing_to_trust",
      kind: "invalid",
      message: `${configuration} names no modules of step types.`,
      remedy: "Name them there: steps: [./my-steps.mjs].",
    });
  }
  const { terminal } = session;
  if (options.yes !== true) {
    if (!terminal.canAsk) {
      throw new PawlError({
        code: "config.unasked",
        kind: "invalid",
        message: `Nobody is here to be asked whether these may run: ${modules.map(({ file }) => file).join(", ")}.`,
        remedy: "Read them, then run: pawl config trust --yes.",
      });
    }
    const named = modules.map((module) => `  ${module.file}  sha256 ${module.digest.slice(0, 12)}`);
    await askWhether(
      [`${configuration} names code that would run in Pawl's own process:`, ...named].join("\n"),
      terminal,
    );
  }
  // Loaded before they are trusted: what is broken is said now, and is not.
  const types = await loadTypes(found);
  await trust(session.env, configuration, digest);
  const shown = modules.map(({ module, file }) => ({ module, file }));
  if (session.options.json === true) terminal.json({ configuration, steps: shown, types: [...types.keys()] });
  else {
    for (const { module, file } of shown) terminal.out(`${terminal.tone("good", "✓")} ${module}  ${file}`);
    terminal.out(`step types: ${[...types.keys()].join(", ")}`);
  }
  return EXIT.ok;
}
