import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunView } from "../../src/engine/view.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import { resolveInputs } from "../../src/language/inputs.ts";
import { createLocalEngine } from "../../src/wiring/local.ts";
import { fixTheSample, turnOf } from "../demo/scripted-model.ts";
import { answers, startMessagesApi, textOf, type Answer, type Script } from "../peers/messages-api.ts";
import { ACTION, SAMPLE } from "../peers/stage.ts";

/** Steps that need GitHub or a person: they are left out when a reference workflow runs on this machine alone. */
const OUTWARD: ReadonlySet<string> = new Set(["pull_request", "comment", "approval"]);

/** Small programs whose answer depends on the files alone, so that a second run has every reason to be the same. */
const FILES: Readonly<Record<string, string>> = {
  "check.js":
    'import { readFileSync } from "node:fs";\nif (!readFileSync("types.txt", "utf8").includes("string")) { console.log("types.txt:1 expected string"); process.exitCode = 1; }\n',
  "types.txt": "number\n",
  "pass.js": "",
  "speed.js": "console.log(80);\n",
  "cover.js":
    'import { existsSync, writeFileSync } from "node:fs";\nwriteFileSync("coverage.lcov", `SF:src/size.js\\nDA:1,1\\nDA:2,${existsSync("test/more.test.js") ? 1 : 0}\\nLF:2\\nLH:${existsSync("test/more.test.js") ? 2 : 1}\\nend_of_record\\n`);\n',
  "docs/index.md": "# Documentation\n",
};

const TEST_FILE = {
  path: "test/more.test.js",
  content: 'import { it } from "node:test";\n\nit("holds", () => {});\n',
};
const writes = (name: string, input: Readonly<Record<string, unknown>>): readonly Answer[] => [
  answers.tools("I change it.", [[name, input]]),
  answers.text("Done."),
];

/** What the model does, told apart by the task it is given. */
const TASKS: readonly (readonly [mark: RegExp, turns: readonly Answer[]])[] = [
  [/Correct the typing errors/, writes("edit", { path: "types.txt", old_text: "number", new_text: "string" })],
  [/Write the documentation of/, writes("write", { path: "docs/sizes.md", content: "# Sizes\n" })],
  [/Write tests for this repository/, writes("write", TEST_FILE)],
  [/Make this repository's benchmark/, writes("edit", { path: "speed.js", old_text: "80", new_text: "10" })],
  [/Do what this issue asks for/, writes("write", TEST_FILE)],
  [/Plan how to do what this issue asks for/, [answers.text("One test is missing; add it.")]],
  [/^Migrate the code below/, writes("write", { path: "src/migrated.js", content: "export {};\n" })],
  [/Plan a migration/, [answers.text(JSON.stringify({ summary: "One file.", files: [{ path: "a", change: "b" }] }))]],
  [/Judge which of these findings/, [answers.text(JSON.stringify({ findings: [] }))]],
  [/Review this difference for defects/, [answers.text(JSON.stringify({ summary: "None.", defects: [] }))]],
];

const script: Script = (request, index) => {
  const task = textOf(request.messages[0]?.content);
  const turns = TASKS.find(([mark]) => mark.test(task))?.[1];
  return turns === undefined ? fixTheSample(request, index) : (turns[turnOf(request)] ?? answers.text("Done."));
};

const PASS = { test_command: "node pass.js" };

/** Every reference workflow with a step that can be cached, and the inputs it is run with. */
export const LOCAL_REFERENCES: Readonly<Record<string, JsonObject>> = {
  "code-migration": { from: "callbacks", to: "promises", paths: "src", ...PASS },
  "code-review": { base: "HEAD" },
  "documentation-generation": { subject: "sizes", output: "docs/" },
  "fix-typing-errors": { check_command: "node check.js", ...PASS },
  hotfix: {},
  "increase-test-coverage": { target: 80, coverage_command: "node cover.js" },
  "issue-to-pull-request": {},
  "performance-optimization": { benchmark_command: "node speed.js", ...PASS },
  "security-scan": { audit_command: "node pass.js" },
  "standard-dev": PASS,
};

export interface RunTwice {
  readonly first: RunView;
  readonly second: RunView;
  readonly firstMs: number;
  readonly secondMs: number;
  /** Requests the model got in each run. */
  readonly asked: readonly [number, number];
}

/** Runs a reference workflow on two fresh copies of one commit, one after the other in the same place, with one state directory. */
export async function runTwice(name: string): Promise<RunTwice> {
  const base = await mkdtemp(path.join(tmpdir(), "pawl-reference-"));
  const api = await startMessagesApi(script);
  try {
    const root = path.join(base, "work");
    await cp(SAMPLE, root, { recursive: true });
    for (const [file, text] of Object.entries(FILES)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
    }
    const git = (...argv: readonly string[]): void => {
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...argv], { cwd: root });
    };
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "Start");
    const env = {
      PATH: process.env["PATH"],
      HOME: base,
      ANTHROPIC_API_KEY: ["sk", "ant", "scripted"].join("-"),
      ANTHROPIC_BASE_URL: api.url,
    };
    const once = async (): Promise<{ view: RunView; ms: number; asked: number }> => {
      const before = api.requests.length;
      const began = performance.now();
      await using local = await createLocalEngine({
        workspace: root,
        stateDirectory: path.join(base, "state"),
        library: path.join(ACTION, "workflows-lib"),
        env,
        log: { info: () => {}, debug: () => {}, warning: () => {}, error: () => {} },
      });
      const workflow = await local.workflows.load(name);
      const view = await local.engine.run({
        workflow: { ...workflow, outputs: {}, steps: workflow.steps.filter(({ type }) => !OUTWARD.has(type)) },
        inputs: resolveInputs(workflow.inputs, LOCAL_REFERENCES[name] ?? {}).values,
        contexts: { issue: { number: 1, title: "formatDuration is wrong", body: "It should carry." } },
      });
      return { view, ms: performance.now() - began, asked: api.requests.length - before };
    };
    const first = await once();
    git("reset", "-q", "--hard");
    git("clean", "-q", "-fd");
    const second = await once();
    return {
      first: first.view,
      second: second.view,
      firstMs: first.ms,
      secondMs: second.ms,
      asked: [first.asked, second.asked],
    };
  } finally {
    await api.close();
    await rm(base, { recursive: true, force: true });
  }
}
