import { describe, expect, test } from "vitest";
import type { Step, Workflow } from "../../src/language/model.ts";
import type { RunView } from "../../src/engine/view.ts";
import { textField } from "../../src/kernel/fields.ts";
import { agentStage, step, workflow } from "../agent/stage.ts";
import { answers, inOrder } from "../peers/messages-api.ts";

/** Runs shell steps on the real engine, sandbox and workspace. */
async function run(
  steps: readonly Step[],
  about: Partial<Workflow> = {},
  inputs: Readonly<Record<string, string>> = {},
): Promise<RunView & { readonly files: (name: string) => string | undefined }> {
  await using stage = await agentStage(inOrder([answers.text("nobody asks")]));
  const handle = await stage.engine.start({ workflow: workflow(steps, about), inputs });
  const view = await handle.result();
  const kept = new Map(["made.txt"].flatMap((name) => (stage.exists(name) ? [[name, stage.read(name)] as const] : [])));
  return { ...view, files: (name) => kept.get(name) };
}

const shell = (command: string, rest: Partial<Step> = {}): Step =>
  step("it", "shell", { config: { command }, ...rest });

describe("a shell step", () => {
  test("gives what it printed and wrote as outputs, in their declared types", async () => {
    const view = await run([
      shell(
        'echo out; echo err >&2; echo "covered=91.5" >> "$PAWL_OUTPUT"; echo "ok=true" >> "$GITHUB_OUTPUT"; echo "plain=1" >> "$PAWL_OUTPUT"; echo \'files=["a"]\' >> "$PAWL_OUTPUT"',
        {
          outputs: { covered: { type: "number" }, ok: { type: "boolean" }, files: { type: "list" } },
        },
      ),
    ]);
    expect(view.steps["it"]).toMatchObject({
      status: "completed",
      outputs: { stdout: "out", stderr: "err", exit_code: 0, covered: 91.5, ok: true, plain: "1", files: ["a"] },
    });
  });

  test("that writes an output of another type than it declares is red", async () => {
    const view = await run([shell('echo "n=many" >> "$PAWL_OUTPUT"', { outputs: { n: { type: "number" } } })]);
    expect(view.steps["it"]?.error).toMatchObject({
      code: "step.output_type",
      message: expect.stringContaining('"n" as number'),
    });
  });

  test("that fails shows its exit code and the end of what it said", async () => {
    const view = await run([shell("seq 100; echo wrong >&2; exit 7")]);
    expect(view.steps["it"]).toMatchObject({
      status: "failed",
      exit_code: 7,
      error: { code: "step.exit_code", message: expect.stringContaining("exit code 7\nwrong") },
    });
  });

  test.each([
    ["bash", "false | true; echo reached", "failed"],
    ["sh", "false; echo reached", "failed"],
    ["python", "import os\nprint(os.environ['INPUT_NAME'])", "completed"],
    ["node", "console.log(process.env.INPUT_NAME); export {}", "completed"],
  ])("in %s", async (interpreter, command, status) => {
    const view = await run(
      [shell(command, { config: { command, shell: interpreter } })],
      {},
      { name: "Ann; rm -rf $HOME `id`" },
    );
    expect(view.steps["it"]?.status).toBe(status);
    expect(view.steps["it"]?.outputs["stdout"]).toBe(status === "failed" ? "" : "Ann; rm -rf $HOME `id`");
  });

  test("gets values by the environment, never as text of its script", async () => {
    const value = "$(touch made.txt)\"; touch made.txt; '";
    const view = await run(
      [shell('echo "got {{ inputs.v }}"; echo got "$INPUT_V"')],
      { inputs: { v: { type: "string", required: true, description: "" } } },
      { v: value },
    );
    expect(view.steps["it"]?.outputs["stdout"]).toBe(`got ${value}\ngot ${value}`);
    expect(view.files("made.txt")).toBeUndefined();
  });

  test("starts in its working directory, which can't leave the workspace", async () => {
    expect(
      (
        await run([
          shell("mkdir -p sub"),
          step("in-sub", "shell", { config: { command: "basename $PWD", working_directory: "sub" } }),
        ])
      ).steps["in-sub"]?.outputs["stdout"],
    ).toBe("sub");
    expect(
      (await run([shell("pwd", { config: { command: "pwd", working_directory: "../.." } })])).steps["it"]?.error,
    ).toMatchObject({ code: "file.outside" });
  });

  test("that takes too long is ended and said so", async () => {
    const view = await run([shell("echo begun; sleep 60", { timeoutMs: 500 })]);
    expect(view.steps["it"]).toMatchObject({ status: "failed", error: { code: "step.timeout", kind: "transient" } });
  });

  test("sees nothing of the parent's environment", async () => {
    const view = await run([shell("env", { env: { DECLARED: "x" } })]);
    const stdout = textField(view.steps["it"]?.outputs ?? {}, "stdout");
    expect(stdout).toContain("DECLARED=x");
    expect(stdout).not.toContain("VITEST");
  });

  test("whose output file was replaced by a link gives no outputs and says why", async () => {
    const view = await run([shell('ln -sf /proc/self/environ "$PAWL_OUTPUT"')]);
    expect(view.steps["it"]?.error).toMatchObject({ code: "step.output_file" });
  });

  test("that prints without end is ended", async () => {
    const view = await run([shell("yes")]);
    expect(view.steps["it"]?.error).toMatchObject({ code: "step.output_limit" });
  });
});
