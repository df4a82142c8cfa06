import { numberField, textField } from "../../kernel/fields.ts";
import type { CommandResult } from "../../ports/sandbox.ts";
import { type AgentTool, bounded, RESULT_LIMIT } from "./tool.ts";

const DEFAULT_TIMEOUT_SECONDS = 120;
const LONGEST_TIMEOUT_SECONDS = 1_800;

export const bashTool: AgentTool = {
  effect: "run",
  spec: {
    name: "bash",
    description:
      "Runs a command in bash in the root of the workspace and returns its output and exit code. Each call is a shell of its own; nothing it starts outlives it.",
    input_schema: {
      type: "object",
      properties: {
        command: { type: "string", minLength: 1, maxLength: 100_000, description: "The command." },
        timeout_seconds: {
          type: "integer",
          minimum: 1,
          maximum: LONGEST_TIMEOUT_SECONDS,
          description: `When it is ended; ${DEFAULT_TIMEOUT_SECONDS} by default.`,
        },
      },
      required: ["command"],
      additionalProperties: false,
    },
  },
  async run(input, environment) {
    const seconds = numberField(input, "timeout_seconds", DEFAULT_TIMEOUT_SECONDS);
    const command = textField(input, "command");
    const result = await environment.sandbox.run({
      argv: ["bash", "--noprofile", "--norc", "-c", command],
      cwd: environment.root,
      env: { ...environment.env, TMPDIR: environment.temporaryDirectory },
      ...(environment.profile === undefined ? {} : { profile: environment.profile }),
      readable: environment.readable,
      writable: [environment.temporaryDirectory],
      timeoutMs: seconds * 1_000,
      outputLimit: RESULT_LIMIT,
      signal: environment.signal,
      onOutput: (_, text) => environment.onOutput(text),
    });
    const refused = result.violations[0];
    return {
      content: describe(result, seconds),
      ...(result.exitCode === 0 ? {} : { isError: true }),
      ...(refused === undefined
        ? {}
        : { refused: { what: `bash: ${bounded(command, 200)}`, reason: result.violations.join("; ") } }),
    };
  },
};

function describe(result: CommandResult, seconds: number): string {
  const parts = [result.stdout.trimEnd(), result.stderr.trimEnd()].filter((part) => part !== "");
  if (result.ended === "timeout") parts.push(`[ended: still running after ${seconds} s]`);
  if (result.ended === "output") parts.push("[ended: it printed without end]");
  if (result.ended === "limit") parts.push(`[ended: it exceeded a limit: ${result.violations.join("; ")}]`);
  for (const violation of result.ended === "limit" ? [] : result.violations) parts.push(`[refused: ${violation}]`);
  if (result.exitCode !== undefined) parts.push(`[exit code ${result.exitCode}]`);
  else if (result.ended === undefined) parts.push(`[ended by ${result.signal}]`);
  return bounded(parts.join("\n"));
}
