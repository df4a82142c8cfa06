import type { StepImplementation } from "../engine/step.ts";
import { CLAUDE_CODE_PACKAGE } from "../agent/defaults.ts";
import { agentStep } from "./agent-fields.ts";

export const claudeCodeStep: StepImplementation = {
  type: "claude_code",
  summary: "Lets Claude Code work in the repository, under the same budget, profile and verification as `claude`.",
  description: [
    "Runs the Claude Code program headless in the step's sandbox. It reaches the model through a gateway that adds the key and keeps the",
    "budget, so that it holds neither. Fields, verification and results are those of `claude`.",
    "",
    `The program (npm package ${CLAUDE_CODE_PACKAGE}) is looked for on PATH, or named by \`program\`. Where it isn't there, the built-in loop of`,
    "`claude` takes the step, and the journal says so; `required: true` refuses the step instead.",
  ].join("\n"),
  ...agentStep,
  fields: {
    ...agentStep.fields,
    program: { type: "string", minLength: 1, description: "The program's name or absolute path; `claude` by default." },
    required: { type: "boolean", default: false, description: "Refuse the step where the program isn't there." },
  },
  examples: [
    {
      title: "Let Claude Code fix a bug, and prove it",
      yaml: [
        "name: example",
        "steps:",
        "  - id: fix",
        "    type: claude_code",
        "    security_profile: restricted",
        "    prompt: Make the tests pass.",
        "    verify:",
        "      - id: tests",
        "        type: shell",
        "        command: npm test",
        "",
      ].join("\n"),
    },
  ],
  run: async (context) => (await import("../agent/claude-code-work.ts")).runWithClaudeCode(context),
  join: async (context, frames) => (await import("../agent/claude-code-work.ts")).joinWithClaudeCode(context, frames),
};
