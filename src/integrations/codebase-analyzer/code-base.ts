import path from "node:path";

/** The files of a code base, as the analysis reads them. Generated and vendored folders are left out. */
export interface CodeBase {
  /** Relative to the root, with forward slashes, sorted. */
  readonly paths: readonly string[];
  /** A file's text; undefined where there is none, or it can't be read as text. */
  read(file: string): string | undefined;
}

const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third_party|\.venv|venv|site-packages|target|dist|build|out|coverage|\.next|\.git|__pycache__|\.gradle)\//;

/** A code base over any way to list and read files. */
export function codeBase(files: readonly string[], read: (file: string) => string | undefined): CodeBase {
  const kept = new Map<string, string | undefined>();
  return {
    paths: files.filter((file) => !FOREIGN.test(file)).toSorted(),
    read(file) {
      if (!kept.has(file)) kept.set(file, read(file));
      return kept.get(file);
    },
  };
}

/** The files of this name, wherever they lie, from the root downwards. */
export function named(base: CodeBase, ...names: readonly string[]): readonly string[] {
  return base.paths
    .filter((file) => names.includes(path.posix.basename(file)))
    .toSorted((a, b) => a.split("/").length - b.split("/").length || a.localeCompare(b));
}

export function has(base: CodeBase, file: string): boolean {
  return base.paths.includes(file);
}
