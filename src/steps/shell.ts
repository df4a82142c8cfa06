import { writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../kernel/errors.ts";
import { textField } from "../kernel/fields.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { StepContext, StepImplementation, StepOutcome } from "../engine/step.ts";
import type { CommandResult } from "../ports/sandbox.ts";
import { withDeclaredTypes } from "./declared-outputs.ts";
import { readOutputFile } from "./output-file.ts";

/** Bytes kept of each stream for the outputs; what is shown live is more. */
const OUTPUT_LIMIT = 1024 * 1024;
/** Lines of a failed command that go into its error. */
const ERROR_LINES = 20;

interface Interpreter {
  readonly extension: string;
  argv(script: string): readonly [string, ...string[]];
}

/** How each `shell` starts a script: GitHub's own flags, so that a step means the same here and there. */
const INTERPRETERS: Readonly<Record<string, Interpreter>> = {
  bash: { extension: "sh", argv: (script) => ["bash", "--noprofile", "--norc", "-eo", "pipefail", script] },
  sh: { extension: "sh", argv: (script) => ["sh", "-e", script] },
  pwsh: { extension: "ps1", argv: (script) => ["pwsh", "-NoProfile", "-NonInteractive", "-File", script] },
  python: { extension: "py", argv: (script) => ["python3", script] },
  node: { extension: "mjs", argv: (script) => ["node", script] },
};

export const shellStep: StepImplementation = {
  type: "shell",
  summary: "Runs a script in a shell.",
  description: [
    "Runs `command` with `shell` in the workspace and fails when it ends with another exit code than 0.",
    "",
    "An expression in the script never becomes part of its text: its value reaches the shell as an environment variable. Inputs are exported as",
    "`INPUT_NAME`, variables as `PAWL_VAR_NAME`. Lines `name=value` written to `$PAWL_OUTPUT` become outputs.",
    "",
    "The environment starts empty but for PATH, HOME and the locale: declare what the script needs in `env`.",
  ].join("\n"),
  fields: {
    command: {
      type: "string",
      minLength: 1,
      description: "The script. Several lines are one script, run from first to last.",
    },
    shell: {
      type: "string",
      enum: Object.keys(INTERPRETERS),
      default: "bash",
      description: "What interprets the script: bash (the default, with -eo pipefail), sh, pwsh, python or node.",
    },
    working_directory: {
      type: "string",
      description: "Where the script runs, relative to the workspace. It must not leave the workspace.",
    },
  },
  required: ["command"],
  bodies: {},
  outputs: {
    stdout: {
      type: "string",
      description: "What it printed, without one final line end; the middle is left out beyond 1 MiB.",
    },
    stderr: { type: "string", description: "What it printed to standard error, bounded likewise." },
    exit_code: { type: "number", description: "Its exit code." },
  },
  openOutputs: true,
  caching: "declared",
  writesWorkspace: true,
  code: { field: "command", interpreterField: "shell", defaultInterpreter: "bash" },
  conditionFields: [],
  deferredFields: [],
  bodyNames: [],
  examples: [
    {
      title: "Run the tests and hand a figure to later steps",
      yaml: [
        "name: example",
        "steps:",
        "  - id: tests",
        "    type: shell",
        "    command: |",
        '      echo "count=3" >> "$PAWL_OUTPUT"',
        "  - id: enough",
        "    type: assert",
        '    condition: "{{ tests.outputs.count | int }} >= 1"',
        "    message: there are tests",
        "",
      ].join("\n"),
    },
  ],
  identity: async ({ config }) => ({
    platform: process.platform,
    arch: process.arch,
    shell: textField(config, "shell", "bash"),
  }),
  run: runScript,
};

async function runScript(context: StepContext): Promise<StepOutcome> {
  const shell = textField(context.config, "shell", "bash");
  const interpreter = INTERPRETERS[shell];
  if (interpreter === undefined) {
    throw new PawlError({
      code: "shell.unknown",
      kind: "invalid",
      message: `Step ${context.path} wants the shell "${shell}", which is unknown`,
      remedy: `Use one of ${Object.keys(INTERPRETERS).join(", ")}.`,
    });
  }
  const script = path.join(context.temporaryDirectory, `script.${interpreter.extension}`);
  const outputFile = path.join(context.temporaryDirectory, "output");
  await writeFile(script, context.script ?? textField(context.config, "command"), { mode: 0o600 });
  await writeFile(outputFile, "", { mode: 0o600 });

  const result = await context.sandbox.run({
    argv: interpreter.argv(script),
    cwd: workingDirectory(context),
    env: {
      ...context.env,
      PAWL_OUTPUT: outputFile,
      GITHUB_OUTPUT: outputFile,
      PAWL_RUN_ID: context.run.id,
      PAWL_STEP: context.path,
      PAWL_WORKSPACE: context.workspace.root,
      TMPDIR: context.temporaryDirectory,
    },
    ...(context.step.securityProfile === undefined ? {} : { profile: context.step.securityProfile }),
    ...(context.workspace.linked === undefined ? {} : { readable: context.workspace.linked }),
    writable: [context.temporaryDirectory],
    ...(context.step.timeoutMs === undefined ? {} : { timeoutMs: context.step.timeoutMs }),
    outputLimit: OUTPUT_LIMIT,
    signal: context.signal,
    onOutput: (stream, text) => context.output(stream, text),
  });
  for (const violation of result.violations)
    await context.refused(violation, `security profile ${context.step.securityProfile ?? "none"}`);

  const outputs: Record<string, Json> = {
    stdout: withoutLineEnd(result.stdout),
    stderr: withoutLineEnd(result.stderr),
    ...(result.exitCode === undefined ? {} : { exit_code: result.exitCode }),
  };
  const evidence: JsonObject = {
    command: context.script ?? textField(context.config, "command"),
    shell,
    ...(result.exitCode === undefined ? {} : { exit_code: result.exitCode }),
    ...(result.signal === undefined ? {} : { signal: result.signal }),
    ...(result.truncated === 0 ? {} : { output_bytes_left_out: result.truncated }),
    ...(context.step.securityProfile === undefined ? {} : { security_profile: context.step.securityProfile }),
  };
  const error = errorOf(context, result);
  if (error !== undefined) {
    // A script that failed may have written outputs before: they help to see why, and a broken file must not hide the first error.
    const written = await readOutputFile(outputFile).catch(() => ({}));
    return { status: "failed", error, outputs: { ...written, ...outputs }, evidence };
  }
  const written = withDeclaredTypes(context.step, await readOutputFile(outputFile));
  return { status: "completed", outputs: { ...written, ...outputs }, evidence };
}

function workingDirectory(context: StepContext): string {
  const directory = textField(context.config, "working_directory");
  return directory === "" ? context.workspace.root : context.workspace.resolve(directory);
}

function errorOf(context: StepContext, result: CommandResult): PawlError | undefined {
  const where = `Step ${context.path}`;
  switch (result.ended) {
    case "timeout":
      return new PawlError({
        code: "step.timeout",
        kind: "transient",
        message: `${where} was ended: its command was still running after ${context.step.timeoutMs} ms`,
        remedy: "Raise the step's timeout, or find out what it waits for in its output.",
      });
    case "cancelled":
      return new PawlError({ code: "step.cancelled", kind: "cancelled", message: `${where} was cancelled` });
    case "output":
      return new PawlError({
        code: "step.output_limit",
        kind: "permanent",
        message: `${where} was ended: its command printed without end`,
        remedy: "Send large output to a file.",
      });
    case "limit":
      return new PawlError({
        code: "sandbox.limit",
        kind: "policy",
        message: `${where} was ended: it exceeded a limit of its security profile (${result.violations.join("; ")})`,
        remedy: "Use less, or give the step a security profile with a higher limit.",
      });
    case undefined:
      break;
  }
  if (result.exitCode === 0) return undefined;
  const how =
    result.exitCode === undefined ? `was ended by ${result.signal}` : `ended with exit code ${result.exitCode}`;
  const lines = lastLines(result.stderr.trim() === "" ? result.stdout : result.stderr);
  return new PawlError({
    code: result.exitCode === undefined ? "step.signal" : "step.exit_code",
    kind: "permanent",
    message: `${where}: the command ${how}${lines === "" ? "" : `\n${lines}`}`,
    ...(result.exitCode === undefined ? {} : { details: { exit_code: result.exitCode } }),
  });
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-ERROR_LINES).join("\n").slice(-4_000);
}

function withoutLineEnd(text: string): string {
  return text.endsWith("\n") ? text.slice(0, text.endsWith("\r\n") ? -2 : -1) : text;
}
