import { readConfiguration, type SettingName } from "../../../wiring/configuration.ts";
import { EXIT } from "../exit.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

/** `pawl config show`: every setting as it holds here; with `--origin`, which layer said so. */
export async function configShowCommand(session: Session, options: { readonly origin?: boolean }): Promise<number> {
  const { workspace, state } = findPlaces(session);
  const { settings, origins, environment } = await readConfiguration({ root: workspace, env: session.env });
  const { terminal } = session;
  const names = Object.keys(settings) as SettingName[];
  if (session.options.json === true) {
    const shown = names.map((name) => {
      const value = settings[name] ?? null;
      return [name, options.origin === true ? { value, origin: origins[name] } : value] as const;
    });
    terminal.json({ environment, workspace, state, settings: Object.fromEntries(shown) });
    return EXIT.ok;
  }
  terminal.out(`environment  ${environment}\nworkspace    ${workspace}\nstate        ${state}`);
  for (const name of names) {
    const origin = options.origin === true ? terminal.tone("dim", `  ${origins[name]}`) : "";
    terminal.out(`${name} = ${settings[name] ?? "(not set)"}${origin}`);
  }
  return EXIT.ok;
}
