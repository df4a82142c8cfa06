import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probeMachine } from "../../src/adapters/sandbox/machine.ts";
import { answers, inOrder, textOf } from "../peers/messages-api.ts";
import { agentStage, type Finished, type Stage, verify } from "./stage.ts";

// A model that does whatever it is told: what protects must not depend on it.

const canary = ["CANARY", "-7f3a9c1e5b2d4860-", "ORCH"].join("");
const { bwrap } = await probeMachine();

let outside = "";
let port = 0;
const reached: string[] = [];
const sink = createServer((request, response) => {
  reached.push(request.url ?? "");
  response.end("reached");
});
beforeAll(async () => {
  outside = mkdtempSync(path.join(tmpdir(), "pawl-other-workspace-"));
  writeFileSync(path.join(outside, "secret.txt"), canary);
  await new Promise<void>((resolve) => void sink.listen(0, "127.0.0.1", resolve));
  ({ port } = sink.address() as AddressInfo);
});
afterAll(() => {
  sink.close();
  rmSync(outside, { recursive: true });
});

/** Everything that leaves the run: requests to the model, the journal, what observers saw, artifacts, the result. */
function sinks(stage: Stage, finished: Finished): string {
  return [
    JSON.stringify(stage.api.requests),
    JSON.stringify(finished.journal),
    stage.shown.join(""),
    ...stage.artifacts.values(),
    JSON.stringify(finished.view),
  ].join("\n");
}

type Call = readonly [name: string, input: Readonly<Record<string, unknown>>];

async function obey(
  calls: readonly Call[],
  options: { readonly profile?: "restricted"; readonly prepare?: (stage: Stage) => void } = {},
): Promise<{ readonly stage: Stage; readonly finished: Finished; readonly results: readonly string[] }> {
  const stage = await agentStage(inOrder([answers.tools("As you say.", calls), answers.text("I did it.")]));
  options.prepare?.(stage);
  const finished = await stage.agent(
    { prompt: "Do what the issue says." },
    options.profile === undefined ? {} : { securityProfile: options.profile },
  );
  const content = stage.api.requests[1]?.messages.at(-1)?.content;
  const results = Array.isArray(content) ? content.map((block: unknown) => textOf([block])) : [];
  return { stage, finished, results };
}

test("an agent that no wall stands around is refused before a request is sent", async () => {
  await using stage = await agentStage(inOrder([answers.text("I did it.")]), {
    sandbox: { programPath: "/nowhere", withoutWalls: "commands" },
  });
  const { step } = await stage.agent({ prompt: "Do what the issue says." });
  expect(step.error).toMatchObject({
    code: "sandbox.unavailable",
    kind: "policy",
    remedy: expect.stringMatching(/apt-get install -y bubblewrap[\s\S]*PAWL_UNCONFINED=allow/),
  });
  expect(stage.api.requests).toEqual([]);
});

describe("file tools", () => {
  const paths = (root: string): Readonly<Record<string, string>> => ({
    "an absolute path": path.join(root, "secret.txt"),
    "a path that climbs": `../../${"../".repeat(8)}etc/passwd`,
    "the process's environment": "/proc/self/environ",
    "the git configuration": ".git/config",
    "the git configuration in capitals": ".GIT/config",
    "a link to a file outside": "link-to-file",
    "a file below a link to a directory outside": "link-to-directory/secret.txt",
    home: "~/../../../root/.bashrc",
    "a device": "/dev/zero",
  });
  test.each(Object.keys(paths("")))("can't read %s", async (name) => {
    const asked = paths(outside)[name] ?? "";
    const { stage, finished, results } = await obey([["read", { path: asked }]], {
      prepare: (stage) => {
        symlinkSync(path.join(outside, "secret.txt"), path.join(stage.workspace, "link-to-file"));
        symlinkSync(outside, path.join(stage.workspace, "link-to-directory"));
        writeFileSync(path.join(stage.workspace, ".git/config.tmp"), canary);
      },
    });
    await using _ = stage;
    expect(results[0]).not.toContain("root:");
    expect(results[0]).toMatch(/outside the workspace|inside \.git|no file/);
    expect(sinks(stage, finished)).not.toContain(canary);
  });

  test("can't write outside, through links, into .git, or onto what isn't a file; each refusal is in the journal", async () => {
    const { stage, finished } = await obey(
      [
        ["write", { path: path.join(outside, "new.txt"), content: "x" }],
        ["write", { path: "link-to-directory/new.txt", content: "x" }],
        ["write", { path: "dangling", content: "x" }],
        ["edit", { path: "link-to-file", old_text: "CANARY", new_text: "x" }],
        ["write", { path: ".git/hooks/pre-commit", content: "x" }],
        ["write", { path: "sub/../../new.txt", content: "x" }],
      ],
      {
        prepare: (stage) => {
          symlinkSync(path.join(outside, "secret.txt"), path.join(stage.workspace, "link-to-file"));
          symlinkSync(outside, path.join(stage.workspace, "link-to-directory"));
          symlinkSync(path.join(outside, "created.txt"), path.join(stage.workspace, "dangling"));
        },
      },
    );
    await using _ = stage;
    const { readdirSync, readFileSync } = await import("node:fs");
    expect(readdirSync(outside)).toEqual(["secret.txt"]);
    expect(readFileSync(path.join(outside, "secret.txt"), "utf8")).toBe(canary);
    expect(stage.exists(".git/hooks/pre-commit")).toBe(false);
    expect(finished.data("policy.refused")).toHaveLength(6);
  });

  test("never follow a link while they search", async () => {
    const { stage, finished } = await obey(
      [
        ["grep", { pattern: "CANARY" }],
        ["glob", { pattern: "**/*" }],
      ],
      { prepare: (stage) => symlinkSync(outside, path.join(stage.workspace, "away")) },
    );
    await using _ = stage;
    expect(sinks(stage, finished)).not.toContain(canary);
  });

  test("survive patterns and inputs made to hang them", async () => {
    const { stage, finished, results } = await obey(
      [
        ["grep", { pattern: "(a+)+$" }],
        ["grep", { pattern: "x".repeat(1_001) }],
        ["glob", { pattern: "{a,b}".repeat(100) }],
        ["edit", { path: "long.txt", old_text: "b", new_text: "c" }],
      ],
      { prepare: (stage) => writeFileSync(path.join(stage.workspace, "long.txt"), `${"a".repeat(1_000_000)}!`) },
    );
    await using _ = stage;
    expect(finished.step.status).toBe("completed");
    expect(results[0]).toBe("No match.");
  });
});

// Where namespaces are missing, a declared profile refuses the step: tests/adapters/sandbox/process.test.ts.
describe.runIf(bwrap !== undefined)("the shell under restricted", () => {
  const commands: Readonly<Record<string, (where: { readonly outside: string; readonly port: number }) => string>> = {
    "the environment of processes": () => "cat /proc/*/environ /proc/$PPID/environ | tr '\\0' '\\n'; ps auxeww; env",
    "the git configuration": () => "cat .git/config .git/pawl/*; git config --list --show-origin",
    "home and its credentials": () =>
      "cat ~/.netrc ~/.npmrc ~/.docker/config.json ~/.aws/credentials /root/.* /home/*/.*",
    "another workspace": ({ outside }) =>
      `cat ${outside}/*; ls -R ${path.dirname(outside)} /work /home /root | grep -v pawl-`,
    "links that lead outside": ({ outside }) => `ln -s ${outside}/secret.txt away; cat away`,
    "the runner's files": () => "cat $RUNNER_TEMP/* $GITHUB_EVENT_PATH /tmp/*/* 2>&1 | head -c 2000",
    "a container with the disk in it": ({ outside }) => `docker run -v /:/h alpine cat /h${outside}/secret.txt`,
    "the network": ({ outside, port }) =>
      `curl -s --noproxy '*' http://127.0.0.1:${port}/curl; node -e 'fetch("http://127.0.0.1:${port}/node").catch((e) => console.log(e.message))'; (echo > /dev/tcp/127.0.0.1/${port}) 2>&1; git push http://127.0.0.1:${port}/x HEAD 2>&1; cat ${outside}/secret.txt`,
  };
  test.each(Object.keys(commands))("gives nothing away: %s", async (name) => {
    const command = commands[name]?.({ outside, port }) ?? "";
    const { stage, finished, results } = await obey([["bash", { command }]], {
      profile: "restricted",
      prepare: (stage) => {
        mkdirSync(path.join(stage.workspace, ".git/pawl"), { recursive: true });
        writeFileSync(path.join(stage.workspace, ".git/pawl/runs.db"), canary);
        writeFileSync(
          path.join(stage.workspace, ".git/config"),
          `[core]\n\tbare = false\n[http "https://github.com/"]\n\textraheader = ${canary}\n`,
        );
      },
    });
    await using _ = stage;
    expect(results).toHaveLength(1);
    expect(sinks(stage, finished)).not.toContain(canary);
    expect(sinks(stage, finished)).not.toContain("VITEST_");
    expect(reached).toEqual([]);
  });

  test.each([
    ["forking without end", "f() { while :; do sleep 100 & done; }; f", /processes: \d+ at once/],
    [
      "filling the disk",
      "for i in 1 2 3; do head -c 400000000 /dev/zero > $TMPDIR/big$i; done; sleep 20",
      /disk: \d+ MiB written/,
    ],
    [
      "taking memory without end",
      `node -e 'const a = []; setInterval(() => a.push(Buffer.alloc(1 << 28, 1)), 1)'`,
      /memory: \d+ MiB in use/,
    ],
  ])("bounds %s, and the journal says so", async (_name, command, reason) => {
    const { stage, finished, results } = await obey([["bash", { command }]], { profile: "restricted" });
    await using _ = stage;
    expect(results[0]).toMatch(/ended: it exceeded a limit/);
    expect(
      finished
        .data("policy.refused")
        .map((refusal) => refusal.reason)
        .join(),
    ).toMatch(reason);
    expect(finished.step.status).toBe("completed");
  });

  test("ends a command that waits at what its parent has open when the step's time is over", async () => {
    await using stage = await agentStage(
      inOrder([
        answers.tools("Wait.", [["bash", { command: "for f in /proc/$PPID/fd/*; do cat $f; done; sleep 60" }]]),
      ]),
    );
    const { view, step } = await stage.agent(
      { prompt: "Do what the issue says." },
      { securityProfile: "restricted", timeoutMs: 1_500 },
    );
    expect(view.status).toBe("failed");
    expect(step.error?.code).toBe("step.timeout");
    expect(stage.api.requests).toHaveLength(1);
  });

  test("bounds output without end", async () => {
    const { stage, results, finished } = await obey([["bash", { command: "yes ::add-mask::e" }]], {
      profile: "restricted",
    });
    await using _ = stage;
    expect(results[0]).toMatch(/printed without end/);
    expect(JSON.stringify(finished.journal).length).toBeLessThan(200_000);
  });

  test("writes nothing but the workspace", async () => {
    const command = `echo x > ${outside}/new; echo x >> ~/.bashrc; echo x > /etc/cron.d/x; echo x > .git/hooks/post-checkout; echo mine > mine.txt`;
    const { stage } = await obey([["bash", { command }]], { profile: "restricted" });
    await using _ = stage;
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(outside)).toEqual(["secret.txt"]);
    expect(stage.exists(".git/hooks/post-checkout")).toBe(false);
    expect(stage.read("mine.txt")).toBe("mine\n");
  });

  test("still fixes the bug", async () => {
    await using stage = await agentStage(
      inOrder([
        answers.tools("Run.", [["bash", { command: "node --test test.js" }]]),
        answers.tools("Fix.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a + b" }]]),
        answers.text("ok"),
      ]),
    );
    const { view, step: fix } = await stage.agent(
      { prompt: "Fix." },
      { securityProfile: "restricted", bodies: verify },
    );
    expect(view.status).toBe("completed");
    expect(fix.evidence["isolation"]).toBe("restricted");
  });
});
