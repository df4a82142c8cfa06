import { isJsonObject, type Json, type JsonObject } from "../../../kernel/json.ts";
import { listField, objectField, textField } from "../../../kernel/fields.ts";
import { type CodeBase, has, named } from "../code-base.ts";
import { type Dependency, type Ecosystem, frameworksOf, toolAmong } from "../ecosystem.ts";
import { readToml } from "../toml.ts";

const FRAMEWORKS = {
  django: "Django", flask: "Flask", fastapi: "FastAPI", starlette: "Starlette", aiohttp: "aiohttp", tornado: "Tornado", celery: "Celery", sqlalchemy: "SQLAlchemy",
  pydantic: "Pydantic", numpy: "NumPy", pandas: "pandas", torch: "PyTorch", tensorflow: "TensorFlow", "scikit-learn": "scikit-learn", typer: "Typer", click: "Click",
} as const; // prettier-ignore

const LOCK_FILES = { "uv.lock": "uv", "poetry.lock": "poetry", "pdm.lock": "pdm", "Pipfile.lock": "pipenv" } as const;
const INSTALL: Readonly<Record<string, string>> = {
  uv: "uv sync",
  poetry: "poetry install",
  pdm: "pdm install",
  pipenv: "pipenv sync --dev",
};

export function python(base: CodeBase): Ecosystem | undefined {
  const manifests = named(
    base,
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "requirements.txt",
    "requirements-dev.txt",
    "Pipfile",
  );
  if (manifests.length === 0) return undefined;
  const project = readToml(base, "pyproject.toml");
  const lockFile = Object.keys(LOCK_FILES).find((file) => has(base, file));
  const manager =
    lockFile === undefined
      ? Object.keys(objectField(objectField(project, "tool"), "poetry")).length > 0
        ? "poetry"
        : "pip"
      : LOCK_FILES[lockFile as keyof typeof LOCK_FILES];
  const dependencies = unique([...declared(project), ...requirements(base), ...pipfile(base)]);
  const run = manager === "pip" ? "" : `${manager} run `;
  const tools = objectField(project, "tool");
  const configured = (name: string): boolean => name in tools;
  const pytest =
    toolAmong(dependencies, { pytest: `${run}pytest` }) ??
    (configured("pytest") || has(base, "pytest.ini") || has(base, "conftest.py")
      ? { tool: "pytest", command: `${run}pytest` }
      : undefined);
  const unittest = base.paths.some((file) => /(?:^|\/)test[^/]*\.py$/.test(file))
    ? { tool: "unittest", command: `${run}python -m unittest` }
    : undefined;
  return {
    name: "python",
    packageManager: manager,
    manifests,
    lockFile,
    install:
      INSTALL[manager] ?? (has(base, "requirements.txt") ? "pip install -r requirements.txt" : "pip install -e ."),
    dependencies,
    frameworks: frameworksOf(dependencies, FRAMEWORKS),
    test: toolAmong(dependencies, { tox: `${run}tox`, nox: `${run}nox` }) ?? pytest ?? unittest,
    lint:
      toolAmong(dependencies, { ruff: `${run}ruff check .`, flake8: `${run}flake8`, pylint: `${run}pylint .` }) ??
      (configured("ruff") || has(base, "ruff.toml") ? { tool: "ruff", command: `${run}ruff check .` } : undefined),
    format: toolAmong(dependencies, { black: `${run}black --check .`, ruff: `${run}ruff format --check .` }),
    typeCheck:
      toolAmong(dependencies, { mypy: `${run}mypy .`, pyright: `${run}pyright` }) ??
      (configured("mypy") ? { tool: "mypy", command: `${run}mypy .` } : undefined),
    build: "build-system" in project ? { tool: "build", command: `${run}python -m build` } : undefined,
    workspaces: listField(objectField(objectField(tools, "uv"), "workspace"), "members").filter(
      (glob) => typeof glob === "string",
    ),
    entryPoints: Object.keys(objectField(objectField(project, "project"), "scripts")),
  };
}

/** PEP 621 and PEP 735 tables, and poetry's own. */
function declared(project: JsonObject): Dependency[] {
  const standard = objectField(project, "project");
  const poetry = objectField(objectField(project, "tool"), "poetry");
  const groups = Object.values(objectField(poetry, "group")).flatMap((group) =>
    isJsonObject(group) ? Object.entries(objectField(group, "dependencies")) : [],
  );
  return [
    ...listField(standard, "dependencies").flatMap((text) => requirement(text, "runtime")),
    ...Object.values(objectField(standard, "optional-dependencies")).flatMap((list) =>
      Array.isArray(list) ? (list as readonly Json[]).flatMap((text) => requirement(text, "development")) : [],
    ),
    ...Object.values(objectField(project, "dependency-groups")).flatMap((list) =>
      Array.isArray(list) ? (list as readonly Json[]).flatMap((text) => requirement(text, "development")) : [],
    ),
    ...Object.entries(objectField(poetry, "dependencies")).map(([name, version]) => table(name, version, "runtime")),
    ...[...Object.entries(objectField(poetry, "dev-dependencies")), ...groups].map(([name, version]) =>
      table(name, version, "development"),
    ),
  ].filter(({ name }) => name !== "python");
}

function requirements(base: CodeBase): Dependency[] {
  return base.paths
    .filter((file) => /^requirements[^/]*\.txt$/.test(file))
    .flatMap((file) => {
      const scope = /dev|test|lint|doc/.test(file) ? ("development" as const) : ("runtime" as const);
      return (base.read(file) ?? "").split("\n").flatMap((line) => requirement(line.replace(/\s*#.*$/, ""), scope));
    });
}

function pipfile(base: CodeBase): Dependency[] {
  const file = readToml(base, "Pipfile");
  return [
    ...Object.entries(objectField(file, "packages")).map(([name, version]) => table(name, version, "runtime")),
    ...Object.entries(objectField(file, "dev-packages")).map(([name, version]) => table(name, version, "development")),
  ];
}

/** One requirement (PEP 508): name, extras, version; options and URLs of requirements files are no names. */
function requirement(text: Json, scope: Dependency["scope"]): Dependency[] {
  if (typeof text !== "string") return [];
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*([^;]*)/.exec(text.trim());
  const name = match?.[1];
  return name === undefined ? [] : [{ name: normal(name), version: (match?.[2] ?? "").trim() || "*", scope }];
}

function table(name: string, version: Json, scope: Dependency["scope"]): Dependency {
  return {
    name: normal(name),
    version: typeof version === "string" ? version : isJsonObject(version) ? textField(version, "version", "*") : "*",
    scope,
  };
}

/** PEP 503: names are the same whatever their case and separators. */
function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function unique(dependencies: readonly Dependency[]): readonly Dependency[] {
  const byName = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    if (!byName.has(dependency.name) || dependency.scope === "runtime") byName.set(dependency.name, dependency);
  }
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
