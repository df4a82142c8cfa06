import { defineConfig } from "vitest/config";

export default defineConfig({
  // The source maps of inlined packages point at sources they do not ship.
  logLevel: "error",
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/fixtures/**", "node_modules/**", "lib/**"],
    // Agents that follow a script of ours do no harm on a machine without bubblewrap; the tests of the walls say what else is so there.
    env: { PAWL_UNCONFINED: "allow" },
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // It imports JSON without saying so, which only a bundler takes.
    server: { deps: { inline: ["@actions/workflow-parser"] } },
  },
});
