import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixTheSample, turnOf } from "../demo/scripted-model.ts";
import { answers, textOf, type Answer, type Script } from "../peers/messages-api.ts";
import { ACTION } from "../peers/stage.ts";
import { openWorld, type World } from "./world.ts";

const run = promisify(execFile);
const LIBRARY = path.join(ACTION, "workflows-lib");
const NAMES = readdirSync(LIBRARY)
  .filter((name) => name.endsWith(".yml"))
  .map((name) => name.replace(/\.yml$/, ""));

describe("every reference workflow", () => {
  it.each(NAMES)("%s is valid, and lint has at most one remark", async (name) => {
    const file = path.join(LIBRARY, `${name}.yml`);
    const pawl = path.join(ACTION, "src/entry/cli/pawl.mjs");
    const { stdout } = await run(process.execPath, [pawl, "lint", file, "--json"]);
    const report = JSON.parse(stdout) as { ok: boolean; findings: { severity: string }[]; score: number };
    expect(report.findings.filter((finding) => finding.severity === "error")).toEqual([]);
    expect(report.score).toBeGreaterThanOrEqual(90);
  });
});

/** What the model does for each workflow's task, told apart by its first message; each list is its turns. */
const TASKS: readonly (readonly [mark: RegExp, turns: readonly Answer[]])[] = [
  [
    /Write tests for this repository/,
    [
      answers.tools("I add a test of the largest unit.", [
        [
          "write",
          {
            path: "test/more.test.js",
            content:
              'import assert from "node:assert/strict";\nimport { it } from "node:test";\nimport { formatSize } from "../src/index.js";\n\nit("stays at the largest unit", () => assert.equal(formatSize(2 ** 50), "1024 TiB"));\n',
          },
        ],
      ]),
      answers.text("The largest unit is tested now."),
    ],
  ],
  [
    /Correct the typing errors/,
    [
      answers.tools("I correct the declared type.", [
        ["edit", { path: "types.txt", old_text: "number", new_text: "string" }],
      ]),
      answers.text("The declared type was wrong."),
    ],
  ],
  [
    /Write the documentation of/,
    [
      answers.tools("I write it.", [
        ["write", { path: "docs/sizes.md", content: "# Sizes\n\nSee [the source](../src/missing.js).\n" }],
      ]),
      answers.text("Written."),
      answers.tools("The link is broken; I correct it.", [
        ["edit", { path: "docs/sizes.md", old_text: "missing.js", new_text: "size.js" }],
      ]),
      answers.text("`parseSize` and `formatSize` are documented."),
    ],
  ],
  [
    /Judge which of these findings/,
    [
      answers.text(
        JSON.stringify({
          findings: [
            {
              title: "A shell is built",
              severity: "low",
              place: "danger.js:1",
              why: "only the build calls it",
              remedy: "use execFile",
            },
          ],
        }),
      ),
    ],
  ],
  [
    /Review this difference for defects/,
    [
      answers.text(
        JSON.stringify({
          summary: "One defect.",
          defects: [
            {
              place: "src/late.js:1",
              severity: "major",
              what: "The unit is wrong.",
              why: "Callers pass milliseconds.",
            },
          ],
        }),
      ),
    ],
  ],
  [
    /Make this repository's benchmark/,
    [
      answers.tools("The loop is too long.", [["edit", { path: "speed.js", old_text: "+ 80", new_text: "+ 10" }]]),
      answers.text("It waited for nothing; now it does less of it."),
    ],
  ],
];

const script: Script = (request, index) => {
  const [first] = request.messages;
  const task = textOf(first?.content);
  const turns = TASKS.find(([mark]) => mark.test(task))?.[1];
  return turns === undefined ? fixTheSample(request, index) : (turns[turnOf(request)] ?? answers.text("Done."));
};

/** Files that give the workflows something to do beside the sample's own bug. */
const FILES = {
  "check.js":
    'import { readFileSync } from "node:fs";\nif (!readFileSync("types.txt", "utf8").includes("string")) { console.log("types.txt:1 expected string"); process.exitCode = 1; }\n',
  "types.txt": "number\n",
  "pass.js": "",
  "audit.js": 'console.log("no known vulnerabilities");\n',
  "speed.js":
    "const began = performance.now();\nwhile (performance.now() < began + 80);\nconsole.log(Math.round(performance.now() - began));\n",
  "docs/index.md": "# Documentation\n",
};

describe("reference workflows on a real repository", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ files: FILES });
    world.model(script);
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  /** Asks for a workflow on an issue of its own and waits for its end. */
  async function ask(title: string, command: string, end = /✅ completed/): Promise<{ issue: number; body: string }> {
    const issue = await world.openIssue("wanda", title, "It should carry.");
    await world.comment("wanda", issue, `/pawl ${command}`);
    const { body } = await world.reply(issue, end);
    await world.quiet();
    return { issue, body };
  }
  async function filesOf(branch: string): Promise<readonly string[]> {
    const { github } = world.stage;
    const pull = (await world.pulls()).find((one) => one.head.ref === branch);
    const at = `/repos/${github.fullName}/pulls/${pull?.number}/files`;
    return ((await github.as("wanda", "GET", at)) as { filename: string }[]).map((file) => file.filename);
  }

  it("fix-typing-errors corrects what the checker reports", async () => {
    const { issue } = await ask("Types", 'fix-typing-errors check_command="node check.js" test_command="node pass.js"');
    expect(await filesOf(`pawl/fix-typing-errors/${issue}`)).toEqual(["types.txt"]);
  });

  it("documentation-generation publishes only with links that lead somewhere", async () => {
    const { issue, body } = await ask("Docs", 'documentation-generation subject="sizes" output=docs/');
    expect(await filesOf(`pawl/documentation-generation/${issue}`)).toEqual(["docs/sizes.md"]);
    expect(body).toMatch(/verify-2/);
  });

  it("security-scan reports what was judged, and lets the audit decide", async () => {
    const { issue } = await ask("Scan", 'security-scan audit_command="node audit.js"');
    const report = await world.reply(issue, /Security scan/);
    expect(report.body).toContain("danger.js:1");
  });

  it("code-review comments the defects and changes nothing", async () => {
    const { github } = world.stage;
    const content = Buffer.from("export const late = 1;\n").toString("base64");
    const at = `/repos/${github.fullName}/contents/src/late.js`;
    await github.as("wanda", "PUT", at, { message: "Add late", content, branch: "main" });
    const before = (await world.pulls()).length;
    const { issue } = await ask("Review", "code-review base=HEAD~1");
    const report = await world.reply(issue, /### Review/);
    expect(report.body).toContain("src/late.js:1");
    expect(await world.pulls()).toHaveLength(before);
  });

  it("performance-optimization opens its pull request with both figures", async () => {
    const command = 'performance-optimization benchmark_command="node speed.js" test_command="node pass.js"';
    const { issue } = await ask("Speed", command);
    expect(await filesOf(`pawl/performance-optimization/${issue}`)).toEqual(["speed.js"]);
  });

  it("increase-test-coverage adds tests and nothing else", async () => {
    const coverage =
      "node --test --experimental-test-coverage --test-reporter=lcov --test-reporter-destination=coverage.lcov test/size.test.js test/more.test.js";
    const { body } = await ask(
      "Coverage",
      `increase-test-coverage target=100 coverage_command="${coverage}"`,
      /❌ failed|✅ completed/,
    );
    // A hundred per cent is out of reach with one test: the run ends red, and keeps what was tried.
    expect(body).toMatch(/❌ failed/);
    expect(body).toMatch(/verification|ended with exit code/);
  });

  it("deployment-validation checks a running service without a model", async () => {
    const service = createServer((request, response) => {
      response.end(request.url === "/version" ? "2.1.0" : "ok");
    });
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
    const asked = world.stage.messages?.requests.length;
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    await ask("Deployed", `deployment-validation url=${url} version=2.1.0`);
    await ask("Deployed wrongly", `deployment-validation url=${url} version=3.0.0`, /❌ failed/);
    service.close();
    expect(world.stage.messages?.requests.length).toBe(asked);
  });

  it("hotfix waits for a person, and publishes exactly what was agreed to", async () => {
    const { issue, body } = await ask("formatDuration is wrong", "hotfix", /⏸️ waits/);
    const approve = /\/pawl approve \S+(?: [0-9a-f]+)?/.exec(body)?.[0] ?? "";
    expect((await world.pulls()).some((pull) => pull.head.ref === `hotfix/${issue}`)).toBe(false);
    await world.comment("wanda", issue, approve);
    await world.reply(issue, /✅ completed/);
    await world.quiet();
    expect(await filesOf(`hotfix/${issue}`)).toEqual(["src/duration.js"]);
  });
});
