import type { Json, JsonObject } from "../kernel/json.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import type { Secrets } from "./secrets.ts";
import type { Workspace } from "./workspace.ts";

/** What one call of an action may use. */
export interface PluginCall {
  readonly runId: string;
  readonly path: string;
  readonly workspace: Workspace;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The same for every attempt of this step of this run: what an outside service is given so that a repeat is found again. */
  readonly idempotencyKey: string;
}

export interface PluginAction {
  readonly description: string;
  /** JSON Schemas of the inputs and of the outputs (an object). */
  readonly input: JsonObject;
  readonly output: JsonObject;
  /** Whether it acts on the outside; such an action is never cached. */
  readonly effects: boolean;
  run(inputs: JsonObject, call: PluginCall): Promise<{ readonly [name: string]: Json }>;
}

/** An integration (I5): actions of an outside service or of a library, called by `plugin` steps. */
export interface Plugin {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly actions: Readonly<Record<string, PluginAction>>;
  init?(): Promise<void>;
  /** Whether it can work now; when not, why. */
  health?(): Promise<{ readonly ok: boolean; readonly message: string }>;
  dispose?(): Promise<void>;
}

/** Finds a plugin by name, loading it when it is first asked for; undefined when there is none. */
export interface Plugins {
  get(name: string): Promise<Plugin | undefined>;
  names(): readonly string[];
}
