import type { Json } from "../../kernel/json.ts";

/** The contexts of spec L5. A context that is absent here is unknown to the expression. */
export interface Scope {
  /** Top-level names: `inputs`, `variables`, `steps`, `env`, `run`, `issue`, `repo`, `workspace`, `matrix`, `item`, `project`, and each step's id. */
  readonly contexts: Readonly<Record<string, Json>>;
  readonly host: ExpressionHost;
}

/** What functions may ask of the outside. Synchronous, because neither expression language can wait. */
export interface ExpressionHost {
  /** A secret by its literal name; undefined when there is none. Never enumerable. */
  secret(name: string): string | undefined;
  /** A workspace file's text; throws PawlError `file.not_found`, `file.outside` or `file.too_large`. */
  readFile(path: string): string;
  /** As GitHub's hashFiles: SHA-256 over the SHA-256 of each matching file, "" when none matches. */
  hashFiles(patterns: readonly string[]): string;
  /** A stored artifact as the `artifact()` function gives it. */
  artifact(name: string, run?: string): Json;
  /** What `success()`, `failure()`, `cancelled()` mean where the expression stands. */
  readonly status: "success" | "failure" | "cancelled";
}
