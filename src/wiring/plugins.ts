import type { Plugin, Plugins } from "../ports/plugin.ts";

/** The integrations that come with Pawl, by name; each is loaded when a step first asks for it. */
const BUILT_IN: Readonly<Record<string, () => Promise<Plugin>>> = {
  codebase_analyzer: async () => (await import("../integrations/codebase-analyzer/plugin.ts")).codebaseAnalyzer,
};

/** The integrations a `plugin` step may call. */
export function builtInPlugins(): Plugins {
  return {
    get: async (name) => (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name]?.() : undefined),
    names: () => Object.keys(BUILT_IN),
  };
}
