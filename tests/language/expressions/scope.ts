import { PawlError } from "../../../src/kernel/errors.ts";
import type { Json } from "../../../src/kernel/json.ts";
import type { ExpressionHost, Scope } from "../../../src/language/expressions/scope.ts";

/** A scope over given contexts, with the files and status a test names. */
export function scopeOf(
  contexts: Readonly<Record<string, Json>> = {},
  given: { readonly files?: Readonly<Record<string, string>>; readonly status?: ExpressionHost["status"] } = {},
): Scope {
  const files = given.files ?? {};
  return {
    contexts,
    host: {
      secret: (name) => (name === "TOKEN" ? "a-secret" : undefined),
      readFile: (path) => {
        const text = Object.hasOwn(files, path) ? files[path] : undefined;
        if (text !== undefined) return text;
        throw new PawlError({ code: "file.not_found", kind: "permanent", message: `there is no file ${path}` });
      },
      hashFiles: (patterns) => (patterns.some((pattern) => Object.hasOwn(files, pattern)) ? "f".repeat(64) : ""),
      artifact: (name, run) => ({ name, run: run ?? "", content: files[name] ?? "" }),
      status: given.status ?? "success",
    },
  };
}

/** The code of the PawlError that `work` throws; whatever else it throws goes on. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof PawlError) return thrown.code;
    throw thrown;
  }
  return "nothing was thrown";
}

/** What `work` gives, or the code of the PawlError that it throws. */
export function outcomeOf(work: () => Json): { readonly gives: Json } | { readonly error: string } {
  try {
    return { gives: work() };
  } catch (thrown) {
    if (thrown instanceof PawlError) return { error: thrown.code };
    throw thrown;
  }
}
