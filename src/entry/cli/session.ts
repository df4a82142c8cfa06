import path from "node:path";
import type { Terminal } from "./terminal.ts";

/** Options every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly state?: string;
  readonly workspace?: string;
  readonly debug?: boolean;
}

/** What one call of the program stands on: where it was called, what it was told, whom it talks to. */
export interface Session {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly options: CommonOptions;
}

/** The root of the installed package or checkout: the same three levels up from `src/entry/cli` and from `lib/entry/cli`. */
export const PACKAGE_ROOT = path.resolve(import.meta.dirname, "../../..");

/** The reference workflows that ship with Pawl. */
export const LIBRARY = path.join(PACKAGE_ROOT, "workflows-lib");
