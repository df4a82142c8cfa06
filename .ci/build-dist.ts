import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Builds the action: `tsc` emits lib/, `@vercel/ncc` bundles its entry into dist/index.js, with the code it imports lazily in files of
 * its own beside it. Not minified (it buys no start time and can't be read), no source maps (6.8 MB). The same sources give the
 * same bytes, which CI checks. dist/NOTICES.txt holds the licence of every package that got in.
 */
const root = path.resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

interface Module {
  readonly name?: string;
  readonly nameForCondition?: string;
  readonly identifier?: string;
  readonly modules?: readonly Module[];
}
interface Bundle {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  readonly stats: { toJson(options: object): { readonly modules?: readonly Module[] } };
}
type Ncc = (entry: string, options: object) => Promise<Bundle>;

// What a source gave that is gone by now must not be found.
rmSync(path.join(root, "lib"), { recursive: true, force: true });
execFileSync(path.join(root, "node_modules/.bin/tsc"), ["-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
rmSync(path.join(root, "dist"), { recursive: true, force: true });
const ncc = require("@vercel/ncc") as Ncc;
const packages = new Set<string>();
await bundle("main", path.join(root, "dist"));
writeFileSync(path.join(root, "dist", "NOTICES.txt"), notices());
report(path.join(root, "dist"));

async function bundle(entry: string, folder: string): Promise<void> {
  const { code, assets, stats } = await ncc(path.join(root, "lib/entry/action", `${entry}.js`), {
    cache: false,
    quiet: true,
    minify: false,
    sourceMap: false,
    esm: true,
    target: "es2024",
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "index.js"), withoutMachinePaths(code));
  // The job's end runs the same code: main.ts tells the two apart by the name it was started by.
  writeFileSync(path.join(folder, "post.js"), 'await import("./index.js");\n');
  // Without it Node would read the bundle as CommonJS: the action's folder has no package.json of its own.
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify({ type: "module" }, null, 2)}\n`);
  for (const [name, { source }] of Object.entries(assets)) {
    if (name === "package.json") continue;
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof source === "string" ? withoutMachinePaths(source) : source);
  }
  collectPackages(
    stats.toJson({
      all: false,
      modules: true,
      nestedModules: true,
      modulesSpace: Infinity,
      nestedModulesSpace: Infinity,
    }).modules ?? [],
  );
}

/** webpack writes absolute paths of modules that ask for their own address; the bundle must be the same wherever it was built. */
function withoutMachinePaths(code: string): string {
  return code.replaceAll(`file://${root}/`, "file:///pawl/").replaceAll(`${root}/`, "/pawl/");
}

function collectPackages(modules: readonly Module[]): void {
  for (const module of modules) {
    for (const text of [module.nameForCondition, module.name, module.identifier]) {
      for (const [, name] of (text ?? "").matchAll(/node_modules\/((?:@[^/]+\/)?[^/!|"]+)(?=\/)/g)) {
        if (name !== undefined && name !== "@vercel/ncc") packages.add(name);
      }
    }
    collectPackages(module.modules ?? []);
  }
}

function notices(): string {
  const parts = [...packages].toSorted().map((name) => {
    const folder = path.join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
      version: string;
      license?: string;
    };
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|notice)/i.test(entry));
    const text = file === undefined ? "" : readFileSync(path.join(folder, file), "utf8").trim();
    return `${name} ${version}\n${license ?? "see below"}\n\n${text}\n`;
  });
  return `The action's bundle holds code of these packages.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function report(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  process.stdout.write(
    `dist: ${files.length} files, ${(bytes / 1_048_576).toFixed(1)} MB, ${packages.size} packages\n`,
  );
}
