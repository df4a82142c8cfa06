import { describe, expect, onTestFinished, test } from "vitest";
import { probeMachine } from "../../src/adapters/sandbox/machine.ts";
import type { RunView } from "../../src/engine/view.ts";
import { builtInSteps } from "../../src/steps/registry.ts";
import { setStage } from "../github/stage.ts";
import { writeStandIn } from "../peers/claude-code.ts";
import { answers, inOrder, startMessagesApi, type MessagesApi, type Script } from "../peers/messages-api.ts";
import { openStage, type Stage } from "./stage.ts";

const examples = [...builtInSteps.values()].flatMap((type) =>
  type.examples.map((example) => ({ ...example, type: type.type, name: `${type.type}: ${example.title}` })),
);
const machine = await probeMachine();
const canConfine = machine.bwrap !== undefined && machine.prlimit !== undefined;

/** An example is a whole workflow, or a list of steps to stand in one. */
const wholeWorkflow = (yaml: string): string =>
  /^steps:/m.test(yaml)
    ? yaml
    : `name: example\ninputs:\n  version: { type: string, default: "1.0" }\nsteps:\n${yaml.replaceAll(/^(?=.)/gm, "  ")}`;

/** A library whose test fails until `sum` adds. */
const BROKEN = {
  "package.json": JSON.stringify({ scripts: { test: "node test.js", format: "echo formatted > formatted.txt" } }),
  "sum.js": "exports.sum = (a, b) => a - b;\n",
  "test.js": 'require("node:assert").equal(require("./sum.js").sum(2, 3), 5);\n',
};
const MENDED = "exports.sum = (a, b) => a + b;\n";

/** What the others do that an example needs: a model that answers, a person who decides, a service that reports, GitHub. */
const others: Readonly<Record<string, (yaml: string) => Promise<RunView>>> = {
  async claude(yaml) {
    const write = answers.tools("I write it.", [["write", { path: "sum.js", content: MENDED }]]);
    const api = await model(inOrder([write, answers.text("Done.")]));
    const stage = await openStage(BROKEN, { env: modelAt(api) });
    return stage.play(yaml, {}, { issue: { number: 1, title: "Wrong", body: "sum(2, 3) is -1" } });
  },
  async claude_code(yaml) {
    const usage = { input_tokens: 100, output_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
    const write = answers.tools("I write it.", [["Write", { file_path: "sum.js", content: MENDED }]], usage);
    const api = await model(inOrder([write, answers.text("Done.", usage)]));
    const stage = await openStage(BROKEN, { env: modelAt(api) });
    const program = writeStandIn(stage.root);
    return stage.play(yaml.replace("type: claude_code", `type: claude_code\n    program: ${program}`));
  },
  async approval(yaml) {
    const stage = await openStage();
    const parked = await stage.play(yaml, { version: "1.2" });
    expect(parked.parked?.wake.approval?.message).toBe("Publish 1.2?");
    await stage.engine.approve(parked.run_id, { by: "octocat", approved: true });
    return resumed(stage, parked);
  },
  async wait_for_event(yaml) {
    const stage = await openStage();
    const parked = await stage.play(yaml);
    expect(parked.status).toBe("parked");
    await stage.engine.signal(parked.run_id, { name: "deployment.finished", payload: { environment: "staging" } });
    return resumed(stage, parked);
  },
  async pull_request(yaml) {
    const github = await setStage();
    onTestFinished(() => github[Symbol.asyncDispose]());
    await github.push("main", BROKEN);
    const stage = await openStage({}, { remote: github.remote, effects: github.effects() });
    const view = await stage.play(yaml);
    expect(await github.github.as("wanda", "GET", `/repos/${github.github.fullName}/pulls`)).toMatchObject([
      { title: "Format the sources", draft: true },
    ]);
    return view;
  },
  async comment(yaml) {
    const github = await setStage();
    onTestFinished(() => github[Symbol.asyncDispose]());
    const number = await github.issue();
    const stage = await openStage({}, { remote: github.remote, effects: github.effects() });
    const view = await stage.play(yaml, {}, { issue: { number } });
    const comments = await github.github.as(
      "wanda",
      "GET",
      `/repos/${github.github.fullName}/issues/${number}/comments`,
    );
    expect(comments).toMatchObject([
      { body: expect.stringMatching(/The repository holds [1-9]\d* files\./) as string },
    ]);
    return view;
  },
  async workflow(yaml) {
    const called =
      "name: run-tests\ninputs: {level: {type: choice, enum: [quick, full]}}\nsteps:\n  - {id: t, type: assert, condition: \"inputs.level == 'full'\"}\n";
    const stage = await openStage({ ".github/pawl/run-tests.yml": called });
    return stage.play(yaml);
  },
};

async function model(script: Script): Promise<MessagesApi> {
  const api = await startMessagesApi(script);
  onTestFinished(() => api.close());
  return api;
}

function modelAt(api: MessagesApi): Readonly<Record<string, string>> {
  return { ANTHROPIC_API_KEY: "test-key", ANTHROPIC_BASE_URL: api.url };
}

async function resumed(stage: Stage, parked: RunView): Promise<RunView> {
  return (await stage.engine.resume(parked.run_id, { by: "octocat" })).result();
}

/** Examples with a security profile need a machine that can enforce it; sandbox tests say what is missing where it can't. */
const canRun = (yaml: string): boolean => canConfine || !yaml.includes("security_profile:");

describe("the examples of the reference", () => {
  test.each(examples)("$name is valid", async ({ yaml }) => {
    const stage = await openStage();
    await expect(stage.read(wholeWorkflow(yaml))).resolves.toBeDefined();
  });

  test.each(examples.filter(({ yaml }) => canRun(yaml)))("$name runs to its end", async ({ type, yaml }) => {
    const play = others[type] ?? (async (text: string) => (await openStage()).play(text));
    const view = await play(wholeWorkflow(yaml));
    expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
  });

  test("every type has at least one", () => {
    expect([...builtInSteps.values()].filter((type) => type.examples.length === 0).map((type) => type.type)).toEqual(
      [],
    );
  });
});
