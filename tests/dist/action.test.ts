import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { RunOptions, RunTarget } from "github-action-ts-run-api";
import { describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

const WORKFLOWS: Readonly<Record<string, string>> = {
  greet: `name: greet
inputs:
  who: { type: string, required: true }
outputs:
  said: { type: string, value: "{{ say.outputs.stdout }}" }
steps:
  - id: say
    type: shell
    command: echo "hello {{ inputs.who }}"
    timeout: 1m
`,
  red: `name: red
steps:
  - id: broken
    type: shell
    command: echo no; exit 3
    timeout: 1m
`,
  waits: `name: waits
steps:
  - id: ask
    type: approval
    message: Shall it go on?
`,
  secretive: `name: secretive
steps:
  - id: look
    type: shell
    command: env; cat /proc/$PPID/environ 2>/dev/null | tr '\\0' '\\n' || true
    timeout: 1m
`,
};

interface Ended {
  readonly exit: number | undefined;
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly state: Readonly<Record<string, string | undefined>>;
  readonly errors: readonly string[];
  readonly log: string;
  readonly summary: string;
}

/** Runs the checked-in bundle in a child process as a runner does, in a repository that holds WORKFLOWS. */
async function job(
  inputs: Readonly<Record<string, string>>,
  event: { readonly name: string; readonly payload: object } = { name: "workflow_dispatch", payload: { inputs: {} } },
  apiUrl = "http://127.0.0.1:9",
): Promise<Ended> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-dist-"));
  try {
    const workspace = path.join(root, "workspace");
    mkdirSync(path.join(workspace, ".github/pawl"), { recursive: true });
    for (const [name, text] of Object.entries(WORKFLOWS)) {
      writeFileSync(path.join(workspace, ".github/pawl", `${name}.yml`), text);
    }
    const git = (...argv: string[]): void => void execFileSync("git", ["-C", workspace, ...argv], { stdio: "ignore" });
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "Workflows");
    const temporary = path.join(root, "temp");
    mkdirSync(temporary);
    const summary = path.join(root, "summary.md");
    writeFileSync(summary, "");
    const options = RunOptions.create()
      .setShouldAddProcessEnv(false)
      // The library gives defaults as they are written; a runner would put the token in.
      .setInputs({ github_token: "", ...inputs })
      .setWorkspaceDir(workspace)
      .setWorkingDir(workspace)
      .setTempDir(temporary)
      .setGithubContext({
        eventName: event.name,
        payload: event.payload,
        repository: "octo/demo",
        serverUrl: "http://github.localhost:9",
        apiUrl,
        runId: 5,
        sha: "0".repeat(40),
        actor: "octocat",
      } as Parameters<ReturnType<typeof RunOptions.create>["setGithubContext"]>[0])
      .setEnv(
        {
          PATH: process.env["PATH"] ?? "",
          GITHUB_RUN_ATTEMPT: "1",
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_JOB: "pawl",
          GITHUB_ACTION: "pawl",
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: ["id", "token", "of", "the", "job"].join("-"),
        },
        false,
      )
      .setOutputOptions({ parseStdoutCommands: true, printStdout: false, printStderr: false });
    const ended = await RunTarget.mainJs(path.join(ROOT, "action.yml")).run(options);
    ended.cleanUpFakedDirs();
    return {
      exit: ended.exitCode,
      outputs: ended.commands.outputs,
      state: ended.commands.savedState,
      errors: ended.commands.errors,
      log: (ended.stdout ?? "") + (ended.stderr ?? ""),
      summary: readFileSync(summary, "utf8"),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe("the checked-in bundle, run as a runner runs it", () => {
  test("runs a workflow and sets every output of the contract", async () => {
    const ended = await job({ workflow: "greet", inputs: '{"who": "it\'s $(me)"}' });
    expect(ended.errors).toEqual([]);
    expect(ended.exit, ended.log).toBe(0);
    expect(ended.outputs).toMatchObject({
      conclusion: "completed",
      outputs: '{"said":"hello it\'s $(me)"}',
      total_cost_usd: "0",
      input_tokens: "0",
      output_tokens: "0",
      cache_hits: "0",
      pull_request_number: "",
      pull_request_url: "",
      branch_name: "",
    });
    expect(ended.outputs["run_id"]).toMatch(/^run_[0-9a-z]{26}$/);
    expect(ended.state["run_id"]).toBe(ended.outputs["run_id"]);
    expect(ended.log).toContain("✓ say");
  });

  test("writes the timeline into the job summary", async () => {
    const { summary } = await job({ workflow: "greet", inputs: '{"who": "you"}' });
    expect(summary).toContain("## greet: completed");
    expect(summary).toMatch(/\| ✅ \| `say` \| shell \|/);
    expect(summary).toContain("gantt");
  });

  test("a failed run is a red job with an annotation, and its outputs are set all the same", async () => {
    const ended = await job({ workflow: "red" });
    expect(ended.exit).toBe(1);
    expect(ended.outputs).toMatchObject({ conclusion: "failed" });
    expect(ended.errors.join("\n")).toContain("exit code 3");
  });

  test("a run that waits for somebody is a green job", async () => {
    const ended = await job({ workflow: "waits" });
    expect(ended.errors).toEqual([]);
    expect(ended.exit, ended.log).toBe(0);
    expect(ended.outputs["conclusion"]).toBe("parked");
  });

  test.each([
    ["an unknown workflow", { workflow: "gret" }, "greet"],
    ["inputs that are no JSON", { workflow: "greet", inputs: "{who: you}" }, '"inputs"'],
    ["a missing input", { workflow: "greet" }, "who"],
    ["a budget that is no number", { workflow: "greet", budget_usd: "lots" }, "budget_usd"],
    ["a run to resume that was never kept", { run_id: "run_0000000000000000000000000a", resume: "true" }, "no archive"],
  ])("%s fails with one error that says what to write", async (_what, inputs, said) => {
    const ended = await job(inputs);
    expect(ended.exit).toBe(1);
    expect(ended.outputs["conclusion"]).toBe("failed");
    expect(ended.errors).toHaveLength(1);
    expect(ended.errors[0]).toContain(said);
    expect(ended.log).not.toContain("    at ");
  });

  test("an event that asks for nothing is skipped", async () => {
    const github = createServer((_request, response) =>
      response.writeHead(404, { "content-type": "application/json" }).end("{}"),
    );
    await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
    const ended = await job(
      { github_token: ["ghs", "a".repeat(36)].join("_") },
      { name: "push", payload: { ref: "refs/heads/main", repository: { name: "demo", owner: { login: "octo" } } } },
      `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    );
    await new Promise((resolve) => github.close(resolve));
    expect(ended.outputs["conclusion"]).toBe("skipped");
    expect(ended.exit, ended.log).toBe(0);
  });

  test("what a step prints is never taken for a workflow command", async () => {
    const ended = await job({
      workflow: "greet",
      inputs: JSON.stringify({ who: "x\n::error::forged\n::set-output name=a::b" }),
    });
    expect(ended.errors).toEqual([]);
    expect(ended.outputs["conclusion"]).toBe("completed");
  });

  test("a step sees neither the job's tokens nor its inputs", async () => {
    const token = ["ghs", "b".repeat(36)].join("_");
    const key = ["sk", "ant", "c".repeat(40)].join("-");
    const ended = await job({ workflow: "secretive", github_token: token, anthropic_api_key: key });
    const printed = ended.log
      .split("\n")
      .filter((line) => line.startsWith("  look | "))
      .join("\n");
    expect(printed).toContain("PATH=");
    for (const secret of [token, key, "id-token-of-the-job", "INPUT_GITHUB_TOKEN", "ACTIONS_ID_TOKEN"]) {
      expect(printed).not.toContain(secret);
    }
  });
});

describe("a job that is cancelled", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s stops the step, holds what is finished and says cancelled",
    async (signal) => {
      const root = mkdtempSync(path.join(tmpdir(), "pawl-cancel-"));
      try {
        const file = (name: string, text = ""): string => {
          const target = path.join(root, name);
          mkdirSync(path.dirname(target), { recursive: true });
          writeFileSync(target, text);
          return target;
        };
        file(
          "workspace/.github/pawl/slow.yml",
          "name: slow\nsteps:\n  - id: quick\n    type: shell\n    command: echo held\n    timeout: 1m\n  - id: slow\n    type: shell\n    command: echo begun; sleep 100\n    timeout: 5m\n",
        );
        const output = file("output");
        const child = spawn(process.execPath, [path.join(ROOT, "dist/index.js")], {
          stdio: ["ignore", "pipe", "inherit"],
          env: {
            PATH: process.env["PATH"],
            GITHUB_REPOSITORY: "octo/demo",
            GITHUB_RUN_ID: "9",
            GITHUB_WORKSPACE: path.join(root, "workspace"),
            GITHUB_OUTPUT: output,
            GITHUB_STATE: file("state"),
            GITHUB_STEP_SUMMARY: file("summary"),
            RUNNER_TEMP: path.join(root, "temp"),
            INPUT_WORKFLOW: "slow",
          },
        });
        let log = "";
        const begun = new Promise<void>((resolve) => {
          child.stdout.on("data", (chunk: Buffer) => {
            log += chunk.toString();
            if (log.includes("slow | begun")) resolve();
          });
        });
        const end = new Promise<number | null>((resolve) => child.on("close", resolve));
        await begun;
        child.kill(signal);
        expect(await end, log).toBe(1);
        expect(log).toMatch(/✓ quick[\s\S]*■ slow/);
        expect(readFileSync(output, "utf8")).toMatch(/conclusion<<.*\ncancelled\n/);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    },
  );
});

describe("the bundle itself", () => {
  const manifest = readFileSync(path.join(ROOT, "action.yml"), "utf8");

  test("is what action.yml names, for Node 24", () => {
    expect(manifest).toMatch(/using: node24\n\s+main: dist\/index\.js\n\s+post: dist\/post\.js/);
  });

  test("names no place of the machine that built it, and brings the licences of what is in it", () => {
    expect(readFileSync(path.join(ROOT, "dist/index.js"), "utf8")).not.toContain(ROOT);
    const notices = readFileSync(path.join(ROOT, "dist/NOTICES.txt"), "utf8");
    for (const name of ["yaml", "ajv", "@anthropic-ai/sdk", "@actions/artifact", "re2js"]) {
      expect(notices).toMatch(new RegExp(`^${name.replaceAll("/", "\\/")} \\d`, "m"));
    }
  });
});
