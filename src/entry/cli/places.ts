import { placesOf, type Places } from "../../wiring/places.ts";
import type { Session } from "./session.ts";

/** Where this call works and where its runs are kept. @throws PawlError `cli.no_workspace` */
export function findPlaces({ cwd, env, options }: Session): Places {
  return placesOf({ cwd, env, workspace: options.workspace, state: options.state });
}
