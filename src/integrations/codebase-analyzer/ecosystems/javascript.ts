import { parse as parseYaml } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../../../kernel/json.ts";
import { objectField, textField } from "../../../kernel/fields.ts";
import { type CodeBase, has, named } from "../code-base.ts";
import { type Dependency, type Ecosystem, frameworksOf, toolAmong, type ToolFact } from "../ecosystem.ts";

const FRAMEWORKS = {
  react: "React", next: "Next.js", vue: "Vue", nuxt: "Nuxt", "@angular/core": "Angular", svelte: "Svelte", "@sveltejs/kit": "SvelteKit", "solid-js": "Solid",
  express: "Express", fastify: "Fastify", koa: "Koa", hono: "Hono", "@nestjs/core": "NestJS", probot: "Probot", electron: "Electron", "react-native": "React Native",
  astro: "Astro", "@remix-run/react": "Remix", vite: "Vite", webpack: "webpack", prisma: "Prisma", typeorm: "TypeORM", "@actions/core": "GitHub Actions toolkit",
} as const; // prettier-ignore

const LOCK_FILES = {
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
} as const;

const INSTALL: Readonly<Record<string, string>> = {
  npm: "npm ci",
  pnpm: "pnpm install --frozen-lockfile",
  yarn: "yarn install --immutable",
  bun: "bun install --frozen-lockfile",
};

export function javascript(base: CodeBase): Ecosystem | undefined {
  const manifests = named(base, "package.json");
  const [manifest] = manifests;
  if (manifest === undefined) return undefined;
  const root = readJson(base, manifest);
  const lockFile = Object.keys(LOCK_FILES).find((file) => has(base, file));
  const packageManager = managerOf(root, lockFile);
  const exact = lockFile === "package-lock.json" ? lockedVersions(readJson(base, lockFile)) : new Map<string, string>();
  const dependencies = [root, ...manifests.slice(1).map((file) => readJson(base, file))].flatMap((json) => [
    ...dependenciesIn(json, "dependencies", "runtime", exact),
    ...dependenciesIn(json, "devDependencies", "development", exact),
  ]);
  const runner = packageManager === "npm" ? "npx" : packageManager === "bun" ? "bunx" : `${packageManager} exec`;
  const scripts = objectField(root, "scripts");
  const script = (...names: readonly string[]): ToolFact | undefined => {
    const name = names.find((candidate) => textField(scripts, candidate) !== "");
    if (name === undefined || textField(scripts, name).includes("no test specified")) return undefined;
    const short = name === "test" || (name === "start" && packageManager === "npm");
    return { tool: toolIn(textField(scripts, name)), command: `${packageManager} ${short ? "" : "run "}${name}` };
  };
  return {
    name: "javascript",
    packageManager,
    manifests,
    lockFile,
    install:
      lockFile === undefined ? `${packageManager} install` : (INSTALL[packageManager] ?? `${packageManager} install`),
    dependencies: unique(dependencies),
    frameworks: frameworksOf(dependencies, FRAMEWORKS),
    test:
      script("test", "test:unit", "tests") ??
      toolAmong(dependencies, {
        vitest: `${runner} vitest run`,
        jest: `${runner} jest`,
        mocha: `${runner} mocha`,
        ava: `${runner} ava`,
      }) ??
      nodeTests(base),
    lint:
      script("lint") ??
      toolAmong(dependencies, {
        eslint: `${runner} eslint .`,
        oxlint: `${runner} oxlint`,
        "@biomejs/biome": `${runner} biome lint`,
      }),
    format:
      script("format:check", "format") ??
      toolAmong(dependencies, {
        prettier: `${runner} prettier --check .`,
        oxfmt: `${runner} oxfmt --check`,
        "@biomejs/biome": `${runner} biome format`,
      }),
    typeCheck:
      script("typecheck", "type-check", "types") ??
      (has(base, "tsconfig.json") ? { tool: "tsc", command: `${runner} tsc --noEmit` } : undefined),
    build: script("build", "compile"),
    workspaces: workspacesOf(base, root),
    entryPoints: entryPointsOf(root),
  };
}

function managerOf(root: JsonObject, lockFile: string | undefined): string {
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(textField(root, "packageManager"))?.[1];
  return declared ?? (lockFile === undefined ? "npm" : (LOCK_FILES[lockFile as keyof typeof LOCK_FILES] ?? "npm"));
}

function dependenciesIn(
  json: JsonObject,
  field: string,
  scope: Dependency["scope"],
  exact: ReadonlyMap<string, string>,
): Dependency[] {
  return Object.keys(objectField(json, field)).map((name) => ({
    name,
    version: exact.get(name) ?? textField(objectField(json, field), name, "*"),
    scope,
  }));
}

/** Versions of a package-lock.json, version 2 and 3: `packages` by path. */
function lockedVersions(lock: JsonObject): Map<string, string> {
  const versions = new Map<string, string>();
  for (const [path, entry] of Object.entries(objectField(lock, "packages"))) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name !== undefined && isJsonObject(entry)) versions.set(name, textField(entry, "version"));
  }
  return versions;
}

function workspacesOf(base: CodeBase, root: JsonObject): readonly string[] {
  const declared = root["workspaces"];
  const list = Array.isArray(declared)
    ? declared
    : isJsonObject(declared) && Array.isArray(declared["packages"])
      ? declared["packages"]
      : [];
  const pnpm = base.read("pnpm-workspace.yaml");
  let packages: unknown;
  try {
    packages =
      pnpm === undefined
        ? undefined
        : (parseYaml(pnpm, { maxAliasCount: 0 }) as { packages?: unknown } | null)?.packages;
  } catch {
    packages = undefined;
  }
  return [...(list as readonly Json[]), ...(Array.isArray(packages) ? (packages as readonly Json[]) : [])].filter(
    (glob) => typeof glob === "string",
  );
}

function entryPointsOf(root: JsonObject): readonly string[] {
  const bin = root["bin"];
  const programs =
    typeof bin === "string"
      ? [bin]
      : isJsonObject(bin)
        ? Object.values(bin).filter((file) => typeof file === "string")
        : [];
  return [...new Set([textField(root, "main"), textField(root, "module"), ...programs].filter((file) => file !== ""))];
}

/** Tests for Node's own runner need no dependency. */
function nodeTests(base: CodeBase): ToolFact | undefined {
  const uses = base.paths.some(
    (file) =>
      /\.[cm]?[jt]s$/.test(file) &&
      /(?:^|[./_-])test[./_-]/.test(file) &&
      (base.read(file) ?? "").includes("node:test"),
  );
  return uses ? { tool: "node:test", command: "node --test" } : undefined;
}

/** The program a script runs in the end: `cross-env CI=1 vitest run` is vitest. */
function toolIn(script: string): string {
  const words = (script.split("&&").at(-1) ?? "").trim().split(/\s+/);
  const word = words.find((candidate) => !/=|^(?:cross-env|npx|npm|pnpm|yarn|run|exec|c8|nyc)$/.test(candidate)) ?? "";
  return word === "node" && words.includes("--test") ? "node:test" : word;
}

function unique(dependencies: readonly Dependency[]): readonly Dependency[] {
  const byName = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    if (!byName.has(dependency.name) || dependency.scope === "runtime") byName.set(dependency.name, dependency);
  }
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

function readJson(base: CodeBase, file: string): JsonObject {
  try {
    const value: unknown = JSON.parse(base.read(file) ?? "");
    return isJsonObject(value) ? value : {};
  } catch {
    // A manifest that can't be read says nothing; its own tools will tell people so.
    return {};
  }
}
