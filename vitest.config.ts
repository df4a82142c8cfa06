import { defineConfig } from "vitest/config";

export default defineConfig({
  // The source maps of inlined packages point at sources they do not ship.
  logLevel: "error",
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/fixtures/**", "node_modules/**", "lib/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // It imports JSON without saying so, which only a bundler takes.
    server: { deps: { inline: ["@actions/workflow-parser"] } },
  },
});
