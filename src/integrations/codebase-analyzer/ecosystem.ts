export interface Dependency {
  readonly name: string;
  /** As the manifest writes it; from the lock file where one says exactly. */
  readonly version: string;
  readonly scope: "runtime" | "development";
}

export interface ToolFact {
  readonly tool: string;
  /** What a person would type in the root. */
  readonly command: string;
}

/** What the manifests of one ecosystem say. */
export interface Ecosystem {
  readonly name: "javascript" | "python" | "go" | "rust" | "java";
  readonly packageManager: string;
  readonly manifests: readonly string[];
  readonly lockFile: string | undefined;
  readonly install: string;
  readonly dependencies: readonly Dependency[];
  readonly frameworks: readonly string[];
  readonly test: ToolFact | undefined;
  readonly lint: ToolFact | undefined;
  readonly format: ToolFact | undefined;
  readonly typeCheck: ToolFact | undefined;
  readonly build: ToolFact | undefined;
  /** Folders of a monorepo's packages, as globs. */
  readonly workspaces: readonly string[];
  readonly entryPoints: readonly string[];
}

/** The frameworks among the dependencies, by what people call them. */
export function frameworksOf(
  dependencies: readonly Dependency[],
  known: Readonly<Record<string, string>>,
): readonly string[] {
  return [
    ...new Set(dependencies.flatMap(({ name }) => (Object.hasOwn(known, name) ? [known[name] ?? name] : []))),
  ].toSorted();
}

/** The first of these tools that the dependencies hold. */
export function toolAmong(
  dependencies: readonly Dependency[],
  tools: Readonly<Record<string, string>>,
): ToolFact | undefined {
  for (const [tool, command] of Object.entries(tools)) {
    if (dependencies.some(({ name }) => name === tool)) return { tool, command };
  }
  return undefined;
}
