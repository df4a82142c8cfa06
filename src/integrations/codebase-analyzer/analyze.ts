import { setImmediate as immediate } from "node:timers/promises";
import type { Json } from "../../kernel/json.ts";
import { type CodeBase, named } from "./code-base.ts";
import { conventionsOf } from "./conventions.ts";
import { count, type Count } from "./counter.ts";
import type { Ecosystem, ToolFact } from "./ecosystem.ts";
import { go } from "./ecosystems/go.ts";
import { java } from "./ecosystems/java.ts";
import { javascript } from "./ecosystems/javascript.ts";
import { python } from "./ecosystems/python.ts";
import { rust } from "./ecosystems/rust.ts";
import { languageOf } from "./languages.ts";

const MOST_DEPENDENCIES = 300;
const MOST_SHOWN = 10;
/** Files beyond this are generated data more often than code. */
const LARGEST_FILE = 1_000_000;
/** Parsing takes about half a second a megabyte: others (a lease to renew) get their turn in between. */
const LONGEST_STRETCH_MS = 50;

/** What there is to know of a code base before working on it. Names are as workflows see them. */
export type Analysis = { readonly [name: string]: Json };

/** Analyses a code base: its result depends on nothing but the files. */
export async function analyze(base: CodeBase): Promise<Analysis> {
  const ecosystems = [javascript, python, go, rust, java].flatMap((read) => read(base) ?? []);
  const counted = await countFiles(base);
  const languages = languagesOf(counted);
  const main = mainEcosystem(ecosystems, languages);
  const tests = base.paths.filter(isTest);
  return {
    languages: languages.map(({ name }) => name),
    language_figures: languages,
    package_managers: ecosystems.map(({ packageManager, manifests, lockFile }) => ({
      name: packageManager,
      manifest: manifests[0] ?? "",
      lock_file: lockFile ?? null,
    })),
    frameworks: [...new Set(ecosystems.flatMap(({ frameworks }) => frameworks))],
    dependencies: dependenciesOf(ecosystems),
    has_tests: tests.length > 0,
    install_command: main?.install ?? null,
    ...commands("test", main?.test),
    ...commands("lint", main?.lint),
    ...commands("format", main?.format),
    ...commands("type_check", main?.typeCheck),
    ...commands("build", main?.build),
    ecosystems: ecosystems.map((ecosystem) => ({
      name: ecosystem.name,
      package_manager: ecosystem.packageManager,
      test_command: ecosystem.test?.command ?? null,
      lint_command: ecosystem.lint?.command ?? null,
      build_command: ecosystem.build?.command ?? null,
    })),
    conventions: { ...conventionsOf(base) },
    structure: structureOf(base, ecosystems, tests),
    complexity: complexityOf(counted),
    documentation: documentationOf(base, counted),
  };
}

interface CountedFile extends Count {
  readonly file: string;
  readonly language: string;
}

async function countFiles(base: CodeBase): Promise<readonly CountedFile[]> {
  const counted: CountedFile[] = [];
  let pauseAt = performance.now() + LONGEST_STRETCH_MS;
  for (const file of base.paths) {
    const language = languageOf(file);
    const text = language === undefined ? undefined : base.read(file);
    if (language === undefined || text === undefined || text.length > LARGEST_FILE) continue;
    counted.push({ file, language: language.name, ...count(text, language) });
    if (performance.now() < pauseAt) continue;
    await immediate();
    pauseAt = performance.now() + LONGEST_STRETCH_MS;
  }
  return counted;
}

function languagesOf(counted: readonly CountedFile[]) {
  const total = counted.reduce((sum, { code }) => sum + code, 0);
  const names = [...new Set(counted.map(({ language }) => language))];
  return names
    .map((name) => {
      const files = counted.filter(({ language }) => language === name);
      const code = files.reduce((sum, file) => sum + file.code, 0);
      const comments = files.reduce((sum, file) => sum + file.comments, 0);
      return {
        name,
        files: files.length,
        code_lines: code,
        comment_lines: comments,
        share: total === 0 ? 0 : round(code / total),
      };
    })
    .toSorted((a, b) => b.code_lines - a.code_lines);
}

const ECOSYSTEM_LANGUAGES: Readonly<Record<Ecosystem["name"], readonly string[]>> = {
  javascript: ["TypeScript", "JavaScript"],
  python: ["Python"],
  go: ["Go"],
  rust: ["Rust"],
  java: ["Java"],
};

/** The ecosystem in which most of the code is written: its commands are the ones meant by "the tests". */
function mainEcosystem(
  ecosystems: readonly Ecosystem[],
  languages: ReturnType<typeof languagesOf>,
): Ecosystem | undefined {
  const weight = ({ name }: Ecosystem): number =>
    languages
      .filter((language) => ECOSYSTEM_LANGUAGES[name].includes(language.name))
      .reduce((sum, { code_lines }) => sum + code_lines, 0);
  return ecosystems.toSorted((a, b) => weight(b) - weight(a))[0];
}

function commands(name: string, fact: ToolFact | undefined): Analysis {
  return { [`${name}_command`]: fact?.command ?? null, [`${name}_tool`]: fact?.tool ?? null };
}

function dependenciesOf(ecosystems: readonly Ecosystem[]): Analysis {
  const all = ecosystems.flatMap(({ name, dependencies }) =>
    dependencies.map((dependency) => ({ ...dependency, ecosystem: name })),
  );
  return {
    runtime: all.filter(({ scope }) => scope === "runtime").length,
    development: all.filter(({ scope }) => scope === "development").length,
    list: all.slice(0, MOST_DEPENDENCIES),
  };
}

function structureOf(base: CodeBase, ecosystems: readonly Ecosystem[], tests: readonly string[]): Analysis {
  const top = (files: readonly string[]): string[] => [
    ...new Set(files.flatMap((file) => (file.includes("/") ? [file.split("/")[0] ?? ""] : []))),
  ];
  const sources = base.paths.filter((file) => languageOf(file) !== undefined && !isTest(file));
  const workspaces = ecosystems.flatMap((ecosystem) => ecosystem.workspaces);
  return {
    top_level: top(base.paths),
    source_directories: top(sources),
    test_directories: [...new Set(tests.map((file) => file.split("/").slice(0, -1).join("/") || "."))].slice(0, 20),
    test_files: tests.length,
    entry_points: ecosystems.flatMap(({ entryPoints }) => entryPoints).slice(0, 20),
    monorepo: workspaces.length > 0,
    workspaces,
    ci: base.paths.filter((file) =>
      /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.circleci\/config\.yml$|^Jenkinsfile$|^azure-pipelines\.yml$/.test(
        file,
      ),
    ),
    containers: named(base, "Dockerfile", "docker-compose.yml", "compose.yaml"),
  };
}

function isTest(file: string): boolean {
  return (
    languageOf(file) !== undefined &&
    /(?:^|\/)(?:tests?|__tests__|spec)\/|[._-](?:test|spec)\.[a-z]+$|(?:^|\/)test_[^/]*\.py$|_test\.go$|Tests?\.java$/.test(
      file,
    )
  );
}

/** Cyclomatic complexity (McCabe), on syntax trees. */
function complexityOf(counted: readonly CountedFile[]): Analysis {
  const code = counted.reduce((sum, file) => sum + file.code, 0);
  const decisions = counted.reduce((sum, file) => sum + file.decisions, 0);
  const functions = functionsOf(counted);
  const total = functions.reduce((sum, { complexity }) => sum + complexity, 0);
  const shown = (files: readonly CountedFile[]): Json[] =>
    files.slice(0, MOST_SHOWN).map((file) => ({ file: file.file, code_lines: file.code, decisions: file.decisions }));
  return {
    code_lines: code,
    decisions,
    decisions_per_100_lines: code === 0 ? 0 : round((decisions / code) * 100),
    functions: functions.length,
    mean_of_functions: functions.length === 0 ? 0 : round(total / functions.length),
    most_complex_functions: functions
      .toSorted((a, b) => b.complexity - a.complexity)
      .slice(0, MOST_SHOWN)
      .map(({ file, line, name, complexity }) => ({ file, line, name, complexity })),
    most_complex: shown(counted.toSorted((a, b) => b.decisions - a.decisions)),
    largest: shown(counted.toSorted((a, b) => b.code - a.code)),
  };
}

function functionsOf(counted: readonly CountedFile[]) {
  return counted.flatMap(({ file, functions }) => functions.map((found) => ({ file, ...found })));
}

function documentationOf(base: CodeBase, counted: readonly CountedFile[]): Analysis {
  const code = counted.reduce((sum, file) => sum + file.code, 0);
  const comments = counted.reduce((sum, file) => sum + file.comments, 0);
  const documented = counted.filter((file) => file.documentation > 0).length;
  // What tests are named says what they do; comments above them are rare everywhere.
  const functions = functionsOf(counted).filter(({ file }) => !isTest(file));
  return {
    readme: base.paths.find((file) => /^readme(?:\.[a-z]+)?$/i.test(file)) ?? null,
    changelog: base.paths.find((file) => /^(?:changelog|changes|history)(?:\.[a-z]+)?$/i.test(file)) ?? null,
    contributing: base.paths.find((file) => /^(?:\.github\/)?contributing(?:\.[a-z]+)?$/i.test(file)) ?? null,
    license: base.paths.find((file) => /^(?:license|licence|copying)(?:\.[a-z]+)?$/i.test(file)) ?? null,
    pages: base.paths.filter((file) => /^docs?\/.*\.(?:md|rst|adoc)$/i.test(file)).length,
    comment_share: code + comments === 0 ? 0 : round(comments / (code + comments)),
    documented_files_share: counted.length === 0 ? 0 : round(documented / counted.length),
    documented_functions_share:
      functions.length === 0 ? 0 : round(functions.filter((found) => found.documented).length / functions.length),
  };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
