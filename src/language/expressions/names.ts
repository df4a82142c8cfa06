import { PawlError } from "../../kernel/errors.ts";

/** The contexts of spec L5. One that is absent where an expression stands (no issue, no matrix) reads as nothing, as on GitHub. */
export const CONTEXT_NAMES: ReadonlySet<string> = new Set([
  "inputs",
  "variables",
  "steps",
  "env",
  "secrets",
  "run",
  "issue",
  "repo",
  "workspace",
  "matrix",
  "item",
  "index",
  "project",
]);

/** Why anything but `secrets.NAME` is refused: a secret named by data, or all of them at once, could be carried out by whoever supplies the data. */
export function secretsRefusal(): PawlError {
  return new PawlError({
    code: "expression.secrets",
    kind: "policy",
    message: "`secrets` can only be read one at a time and by a literal name",
    remedy: "Write secrets.NAME.",
  });
}
