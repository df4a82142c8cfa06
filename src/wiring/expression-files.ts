import { createHash } from "node:crypto";
import { globSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { PawlError } from "../kernel/errors.ts";
import type { ExpressionHost } from "../language/expressions/scope.ts";

const MOST_BYTES = 10 * 1024 * 1024;

/** Files for expressions outside a run (`pawl eval`), held to one directory as a run's workspace holds them. */
export function createExpressionFiles(root: string): Pick<ExpressionHost, "readFile" | "hashFiles"> {
  const resolve = (file: string): string => {
    const absolute = path.resolve(root, file);
    if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new PawlError({
        code: "file.not_found",
        kind: "permanent",
        message: `There is no file ${file} in the workspace.`,
      });
    }
    const real = realpathSync(absolute);
    if (!real.startsWith(realpathSync(root) + path.sep)) {
      throw new PawlError({ code: "file.outside", kind: "policy", message: `${file} lies outside the workspace.` });
    }
    return real;
  };
  return {
    readFile(file) {
      const real = resolve(file);
      if (statSync(real).size > MOST_BYTES) {
        throw new PawlError({ code: "file.too_large", kind: "permanent", message: `${file} is larger than 10 MiB.` });
      }
      return readFileSync(real, "utf8");
    },
    hashFiles(patterns) {
      // As https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#hashfiles: a hash over the files' own hashes.
      const files = globSync([...patterns], { cwd: root }).toSorted();
      const hashes = files
        .filter((file) => statSync(path.resolve(root, file)).isFile())
        .map((file) =>
          createHash("sha256")
            .update(readFileSync(resolve(file)))
            .digest(),
        );
      if (hashes.length === 0) return "";
      return createHash("sha256").update(Buffer.concat(hashes)).digest("hex");
    },
  };
}
