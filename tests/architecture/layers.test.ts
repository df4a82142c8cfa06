import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const SOURCE = path.resolve(import.meta.dirname, "../../src");

/** docs/architecture.md, "Who may import whom". The first folder below `src/` is the layer. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  ports: ["kernel"],
  language: ["kernel"],
  engine: ["kernel", "ports", "language"],
  steps: ["kernel", "ports", "language", "engine", "agent"],
  agent: ["kernel", "ports", "language", "engine"],
  github: ["kernel", "ports", "language", "engine"],
  adapters: ["kernel", "ports"],
  integrations: ["kernel", "ports"],
  wiring: ["kernel", "ports", "language", "engine", "steps", "agent", "github", "adapters", "integrations"],
  entry: ["kernel", "ports", "language", "engine", "steps", "agent", "github", "adapters", "integrations", "wiring"],
  "index.ts": ["kernel", "ports", "language", "engine", "steps", "wiring"],
};

/** Packages the pure layers may use; everything else there is I/O or belongs behind a port. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kernel: ["node:crypto"],
  ports: [],
  language: [
    "yaml",
    "ajv",
    "ajv-formats",
    "@huggingface/jinja",
    "@actions/expressions",
    "re2js",
    "fast-xml-parser",
    "picomatch",
  ],
  engine: [],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Relative to src/, for imports of our own files. */
  readonly target: string | undefined;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) return sourceFiles(full);
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [full] : [];
  });
}

/** Every static, type-only, re-exporting and dynamic import in a file's text. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? "";
    const target = specifier.startsWith(".")
      ? path.relative(SOURCE, path.resolve(path.dirname(file), specifier))
      : undefined;
    return { file: path.relative(SOURCE, file), specifier, target };
  });
}

const files = sourceFiles(SOURCE);
const imports = files.flatMap(importsOf);
const layerOf = (file: string): string => file.split(path.sep)[0] ?? "";

describe("the layers", () => {
  test("every source file stands in a layer the table knows", () => {
    const unknown = files.map((file) => path.relative(SOURCE, file)).filter((file) => !(layerOf(file) in MAY_IMPORT));
    expect(unknown).toEqual([]);
  });

  test("imports follow the arrows of the table", () => {
    const against = imports
      .filter(({ file, target }) => {
        if (target === undefined || target.startsWith("..")) return false;
        const from = layerOf(file);
        const to = layerOf(target);
        return from !== to && !(MAY_IMPORT[from] ?? []).includes(to);
      })
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(against).toEqual([]);
  });

  test("adapters of one port never import those of another", () => {
    const group = (file: string): string => file.split(path.sep).slice(0, 2).join("/");
    const against = imports
      .filter(
        ({ file, target }) =>
          target !== undefined &&
          ["adapters", "integrations"].includes(layerOf(file)) &&
          layerOf(target) === layerOf(file) &&
          group(file) !== group(target),
      )
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(against).toEqual([]);
  });

  test("the pure layers use no package that does I/O", () => {
    const against = imports
      .filter(({ file, specifier, target }) => {
        const allowed = PURE_PACKAGES[layerOf(file)];
        if (target !== undefined || allowed === undefined) return false;
        return !allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`));
      })
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(against).toEqual([]);
  });

  test("no file is part of an import cycle, types included", () => {
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports) {
      if (target !== undefined) graph.set(file, [...(graph.get(file) ?? []), target]);
    }
    expect(cyclesIn(graph)).toEqual([]);
  });

  test("the scan sees the imports that are there", () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(
      imports.some(
        ({ file, target }) => file === path.join("kernel", "digest.ts") && target === path.join("kernel", "json.ts"),
      ),
    ).toBe(true);
  });
});

/** One cycle for each file from which a walk comes back to itself (depth-first, three colours). */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (node: string, trail: readonly string[]): void => {
    if (done.has(node)) return;
    const seen = trail.indexOf(node);
    if (seen >= 0) {
      cycles.push([...trail.slice(seen), node].join(" → "));
      return;
    }
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return cycles;
}
