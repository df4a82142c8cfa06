import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/integrations/codebase-analyzer/analyze.ts";
import { codeBase } from "../../../src/integrations/codebase-analyzer/code-base.ts";
import { count } from "../../../src/integrations/codebase-analyzer/counter.ts";
import { LANGUAGES, languageOf } from "../../../src/integrations/codebase-analyzer/languages.ts";
import { openStage } from "../../steps/stage.ts";

const analysis = (files: Readonly<Record<string, string>>) =>
  analyze(codeBase(Object.keys(files), (file) => files[file]));

describe("JavaScript and TypeScript", () => {
  test("manifest, lock file, scripts, frameworks and workspaces are read", async () => {
    const found = await analysis({
      "package.json": JSON.stringify({
        packageManager: "pnpm@9.1.0",
        scripts: { test: "cross-env CI=1 vitest run", lint: "eslint .", build: "tsc -p ." },
        dependencies: { express: "^5.0.0" },
        devDependencies: { vitest: "^3.0.0", eslint: "^9.0.0", prettier: "^3.0.0" },
        bin: { tool: "bin/tool.js" },
      }),
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "tsconfig.json": "{}",
      "packages/a/package.json": JSON.stringify({ dependencies: { react: "19.0.0" } }),
      "src/main-file.ts": "export const a = 1;\n",
    });
    expect(found).toMatchObject({
      languages: ["TypeScript"],
      package_managers: [{ name: "pnpm", manifest: "package.json", lock_file: "pnpm-lock.yaml" }],
      frameworks: ["Express", "React"],
      install_command: "pnpm install --frozen-lockfile",
      test_command: "pnpm test",
      test_tool: "vitest",
      lint_command: "pnpm run lint",
      lint_tool: "eslint",
      format_command: "pnpm exec prettier --check .",
      type_check_command: "pnpm exec tsc --noEmit",
      build_command: "pnpm run build",
      dependencies: { runtime: 2, development: 3 },
      structure: { monorepo: true, workspaces: ["packages/*"], entry_points: ["bin/tool.js"] },
    });
  });

  test("exact versions come from the lock file, tests of Node's own runner are found, and npm's placeholder script is none", async () => {
    const found = await analysis({
      "package.json": JSON.stringify({
        scripts: { test: 'echo "Error: no test specified" && exit 1' },
        dependencies: { ms: "^2.0.0" },
      }),
      "package-lock.json": JSON.stringify({ packages: { "": {}, "node_modules/ms": { version: "2.1.3" } } }),
      "test/ms.test.js": 'import { test } from "node:test";\n',
    });
    expect(found).toMatchObject({
      test_command: "node --test",
      has_tests: true,
      dependencies: { list: [{ name: "ms", version: "2.1.3", scope: "runtime", ecosystem: "javascript" }] },
    });
  });
});

describe("Python", () => {
  test("a project of uv with PEP 621 and PEP 735 tables", async () => {
    const found = await analysis({
      "pyproject.toml": [
        "[project]",
        'dependencies = ["FastAPI[standard]>=0.110", "SQL_Alchemy ; python_version > \'3.9\'"]',
        "[project.scripts]",
        'serve = "app:main"',
        "[dependency-groups]",
        'dev = ["pytest>=8", "ruff", "mypy"]',
        "[build-system]",
        'requires = ["hatchling"]',
      ].join("\n"),
      "uv.lock": "version = 1\n",
      "app/main.py": '"""The application."""\n',
      "tests/test_main.py": "def test_it(): pass\n",
    });
    expect(found).toMatchObject({
      languages: ["Python"],
      package_managers: [{ name: "uv", lock_file: "uv.lock" }],
      frameworks: ["FastAPI"],
      test_command: "uv run pytest",
      lint_command: "uv run ruff check .",
      format_command: "uv run ruff format --check .",
      type_check_command: "uv run mypy .",
      dependencies: { runtime: 2, development: 3 },
      structure: { entry_points: ["serve"], test_directories: ["tests"] },
    });
  });

  test("requirements files, and unittest where there is no other runner", async () => {
    const found = await analysis({
      "requirements.txt": "Flask==3.0.0  # web\n-r other.txt\n",
      "requirements-dev.txt": "black\n",
      "test_app.py": "import unittest\n",
    });
    expect(found).toMatchObject({
      frameworks: ["Flask"],
      install_command: "pip install -r requirements.txt",
      test_command: "python -m unittest",
      format_command: "black --check .",
      dependencies: { runtime: 1, development: 1 },
    });
  });
});

test("Go: requirements without the indirect ones, golangci-lint where it's configured", async () => {
  const found = await analysis({
    "go.mod":
      "module example.org/x\n\ngo 1.24\n\nrequire github.com/spf13/cobra v1.9.0\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgolang.org/x/sys v0.1.0 // indirect\n)\n",
    "go.sum": "",
    ".golangci.yml": "",
    "cmd/x/main.go": "package main\n",
    "x_test.go": "package x\n",
  });
  expect(found).toMatchObject({
    frameworks: ["Cobra", "Gin"],
    test_command: "go test ./...",
    lint_command: "golangci-lint run",
    dependencies: { runtime: 2 },
    has_tests: true,
    structure: { entry_points: ["cmd/x/main.go"] },
  });
});

test("Rust: a workspace with exact versions of its lock file", async () => {
  const found = await analysis({
    "Cargo.toml":
      '[workspace]\nmembers = ["crates/*"]\n[workspace.dependencies]\nserde = { version = "1", features = ["derive"] }\n',
    "Cargo.lock": '[[package]]\nname = "tokio"\nversion = "1.40.1"\n',
    "crates/a/Cargo.toml": '[package]\nname = "a"\n[dependencies]\ntokio = "1"\n[dev-dependencies]\nproptest = "1"\n',
    "crates/a/src/lib.rs": "//! A crate.\n",
  });
  expect(found).toMatchObject({
    frameworks: ["Serde", "Tokio"],
    test_command: "cargo test --workspace",
    structure: { monorepo: true },
    dependencies: {
      list: [
        { name: "proptest", scope: "development" },
        { name: "serde", version: "1" },
        { name: "tokio", version: "1.40.1" },
      ],
    },
  });
});

describe("Java", () => {
  test("Maven with its wrapper", async () => {
    const found = await analysis({
      "pom.xml":
        "<project><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.11.0</version><scope>test</scope></dependency></dependencies><build><plugins><plugin><artifactId>maven-checkstyle-plugin</artifactId></plugin></plugins></build></project>",
      mvnw: "",
      "src/main/java/App.java": "public class App { public static void main(String[] args) {} }\n",
      "src/test/java/AppTest.java": "class AppTest {}\n",
    });
    expect(found).toMatchObject({
      frameworks: ["JUnit 5", "Spring Boot"],
      test_command: "./mvnw -B test",
      lint_tool: "checkstyle",
      dependencies: { runtime: 1, development: 1 },
      structure: { entry_points: ["src/main/java/App.java"] },
    });
  });

  test("Gradle, in either language", async () => {
    const found = await analysis({
      "build.gradle.kts":
        'dependencies {\n  implementation("com.google.guava:guava:33.0.0-jre")\n  testImplementation("org.junit.jupiter:junit-jupiter:5.11.0")\n}\n',
      "settings.gradle.kts": 'rootProject.name = "x"\ninclude(":app", ":lib")\n',
      "App.java": "class App {}\n",
    });
    expect(found).toMatchObject({
      package_managers: [{ name: "gradle" }],
      test_command: "gradle test",
      frameworks: ["Guava", "JUnit 5"],
      structure: { workspaces: [":app", ":lib"].map((name) => name.slice(1)) },
    });
  });
});

test("the commands of the language most of the code is written in come first", async () => {
  const found = await analysis({
    "package.json": JSON.stringify({ scripts: { test: "jest" } }),
    "a.js": "x;\n",
    "go.mod": "module x\n",
    "b.go": "package x\n".repeat(50),
  });
  expect(found).toMatchObject({ languages: ["Go", "JavaScript"], test_command: "go test ./..." });
  expect(found["ecosystems"]).toHaveLength(2);
});

test("habits are read off the files, and what has no majority is unclear", async () => {
  const source = (name: string): readonly [string, string] => [
    name,
    "import a from 'a'\nconst b = 'x'\nexport function c() {\n\treturn b\n}\n",
  ];
  const found = await analysis(
    Object.fromEntries([
      source("src/one-thing.js"),
      source("src/other-thing.js"),
      source("src/one-thing.test.js"),
      ["src/UpperCase.js", "x\n"],
      ["src/lowerCase.js", "y\n"],
    ]),
  );
  expect(found["conventions"]).toEqual({
    indentation: "tabs",
    quotes: "single",
    semicolons: "never",
    file_names: "unclear",
    test_files: "*.test.* beside the source",
    line_ends: "LF",
  });
});

describe("counting", () => {
  const counted = (file: string, text: string) => {
    const syntax = languageOf(file);
    if (syntax === undefined) throw new Error("unknown language");
    return count(text, syntax);
  };

  test("knows strings from comments, and comments from code", () => {
    expect(
      counted(
        "a.ts",
        '/** Says why. */\nconst url = "https://x"; // a link\n\n/* if (never)\n   while */\nif (a && b) call("if || ?");\n',
      ),
    ).toEqual({ lines: 6, code: 2, comments: 3, blank: 1, documentation: 1, decisions: 2, functions: [] });
  });

  test("counts a Python string that stands alone as documentation", () => {
    expect(
      counted(
        "a.py",
        'def f(x):\n    """Says what.\n\n    And why.\n    """\n    return 1 if x and "or" else 2  # note\n',
      ),
    ).toEqual({
      lines: 6,
      code: 2,
      comments: 3,
      blank: 1,
      documentation: 3,
      decisions: 2,
      functions: [{ name: "f", line: 1, complexity: 3, documented: true }],
    });
  });

  test("keeps template strings over several lines together, and quotes that never close to their line", () => {
    expect(counted("a.js", 'const a = `\n// not a comment\nif (x)\n`;\nconst b = "open\n// a comment\n')).toMatchObject(
      { code: 4 + 1, comments: 1, decisions: 0 },
    );
  });

  test("Rust's documentation comments and lifetimes", () => {
    expect(
      counted(
        "a.rs",
        "//! A crate.\n/// Borrows.\nfn f<'a>(x: &'a str) -> Option<u8> {\n    let y = g(x)?;\n    match y { _ => None }\n}\n",
      ),
    ).toEqual({
      lines: 6,
      code: 4,
      comments: 2,
      blank: 0,
      documentation: 2,
      decisions: 2,
      functions: [{ name: "f", line: 3, complexity: 3, documented: true }],
    });
  });

  test.each([
    [
      "TypeScript",
      "a.ts",
      "/** Doc. */\nexport default async function f(a?: string | number) { return a ?? !b; }\n// no documentation\nexport const g = (x: boolean) => (x ? list.map((y) => y || 1) : 2);\nclass A {\n  /** Doc. */\n  @dec m() { for (;;) if (a) break; }\n}\n",
      ["f 2 2 documented", "g 4 3 bare", "m 7 3 documented"],
    ],
    ["TSX", "a.tsx", "/** Doc. */\nexport function F() { return <p>{a && <b>if</b>}</p>; }\n", ["F 2 2 documented"]],
    [
      "Python",
      "a.py",
      "@dec\nasync def f(x):\n    # why\n    'Doc.'\n    return [y for y in x if y]\n\nclass A:\n    'Doc.'\n    def m(self):\n        match x:\n            case 1:\n                pass\n        'no documentation'\n",
      ["f 1 3 documented", "m 9 2 bare"],
    ],
    [
      "Go",
      "a.go",
      "package a\n\n// F does.\nfunc F(x int) int {\n\tswitch { case x > 1 && y: return 1\n\tdefault: return func() int { if x { return 1 }; return 2 }() }\n}\nfunc (s *S) m() {}\n",
      ["F 4 4 documented", "m 8 1 bare"],
    ],
    [
      "Rust",
      "a.rs",
      "impl S {\n    /// Doc.\n    #[inline]\n    pub fn f(&self) { while y && z { } }\n    fn g() { match x { A => 1, B => 2 } }\n}\n",
      ["f 3 3 documented", "g 5 3 bare"],
    ],
    [
      "Java",
      "A.java",
      "class A {\n  /** Doc. */\n  @Override\n  int f(int x) { return x > 1 || y ? 1 : 2; }\n  A() { try { } catch (E e) { } }\n}\n",
      ["f 3 3 documented", "A 5 2 bare"],
    ],
  ])(
    "functions of %s: where they begin, how complex they are, whether they are documented",
    (_language, file, text, expected) => {
      const { functions } = counted(file, text);
      expect(
        functions.map((f) => `${f.name} ${f.line} ${f.complexity} ${f.documented ? "documented" : "bare"}`),
      ).toEqual(expected);
    },
  );

  test("text that isn't in its language is counted all the same", () => {
    const text = "function f( { if (a && ]]] }\n\u0000 'open\n/* never closed\n".repeat(50);
    expect(counted("a.ts", text)).toMatchObject({ lines: 150 });
    for (const { extensions } of LANGUAGES) expect(counted(`a${extensions[0]}`, text).lines).toBe(150);
  });
});

test.each([
  {
    "package.json": "{broken",
    "pyproject.toml": "[broken",
    "Cargo.toml": "= =",
    "pom.xml": "<project><a",
    "go.mod": "\u0000",
    "pnpm-workspace.yaml": ": :",
  },
  { "package.json": '{"dependencies": [1], "scripts": "x", "workspaces": 3, "bin": 4}' },
  {},
])("manifests that can't be read break nothing: %j", async (files: Readonly<Record<string, string>>) => {
  expect(await analysis(files)).toMatchObject({ has_tests: false });
});

test("vendored and generated folders are none of it", async () => {
  expect(
    await analysis({ "node_modules/x/index.js": "1;\n", "vendor/y.go": "package y\n", "src/a.py": "x = 1\n" }),
  ).toMatchObject({ languages: ["Python"] });
});

test("works as a plugin step, whose outputs later steps refer to", async () => {
  const stage = await openStage({
    "package.json": JSON.stringify({ scripts: { test: "node --test" } }),
    "a.test.js": 'require("node:test");\n',
  });
  const view = await stage.play(
    [
      "name: look",
      "steps:",
      "  - id: analysis",
      "    type: plugin",
      "    plugin: codebase_analyzer",
      "    action: analyze",
      "  - id: ok",
      "    type: assert",
      '    condition: "{{ analysis.outputs.has_tests }}"',
      "    message: there are tests",
      "",
    ].join("\n"),
  );
  expect(view.error).toBeUndefined();
  expect(view.steps["analysis"]?.outputs).toMatchObject({ test_command: "npm test", languages: ["JavaScript"] });
});
