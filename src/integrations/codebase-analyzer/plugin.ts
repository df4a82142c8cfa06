import { PawlError } from "../../kernel/errors.ts";
import type { Plugin } from "../../ports/plugin.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { analyze, type Analysis } from "./analyze.ts";
import { codeBase } from "./code-base.ts";

/** The analysis of a code base (A5): languages, manifests, commands, conventions and figures, as context for prompts and conditions. */
export const codebaseAnalyzer: Plugin = {
  name: "codebase_analyzer",
  version: "2",
  description: "Reads what a code base is made of, how it is built and tested, and what its habits are.",
  actions: {
    analyze: {
      description: "Analyses the workspace. Nothing is run: manifests, lock files and sources are read.",
      input: {
        type: "object",
        properties: {
          paths: {
            type: "array",
            items: { type: "string" },
            description: "Globs of the files to look at; all by default.",
          },
        },
        additionalProperties: false,
      },
      output: {
        type: "object",
        required: ["languages", "has_tests", "test_command", "conventions", "structure", "complexity", "documentation"],
      },
      effects: false,
      run: ({ paths }, { workspace }) =>
        analyzeWorkspace(workspace, Array.isArray(paths) ? paths.map(String) : undefined),
    },
  },
};

/** Analyses a run's workspace; links that leave it and files that are too large are passed over. */
export function analyzeWorkspace(workspace: Workspace, globs: readonly string[] = ["**/*"]): Promise<Analysis> {
  return analyze(codeBase(workspace.glob(globs), (file) => readText(workspace, file)));
}

function readText(workspace: Workspace, file: string): string | undefined {
  try {
    return workspace.readFile(file);
  } catch (thrown) {
    if (thrown instanceof PawlError) return undefined;
    throw thrown;
  }
}
