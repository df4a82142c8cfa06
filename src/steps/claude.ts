import type { StepImplementation } from "../engine/step.ts";
import { agentStep } from "./agent-fields.ts";

export const claudeStep: StepImplementation = {
  type: "claude",
  summary:
    "Lets Claude work in the repository with tools, verifies what it did, and sends it back while it isn't right.",
  description: [
    "Sends `prompt` (or the file `prompt_template`) to Claude and runs the tools it calls, confined to the workspace and to the step's",
    "`security_profile`, until it ends its turn. Every turn is journaled: a run that dies goes on with the next turn and pays for none twice.",
    "",
    "`verify` steps run afterwards. While one fails and attempts are left, its output goes back to the same conversation. The step fails when",
    "the verification never passes, when nothing changed although something had to, or when a tool the agent needed was denied.",
    "",
    "Money is reserved before each request: one whose worst case doesn't fit the budget is not sent.",
  ].join("\n"),
  ...agentStep,
  examples: [
    {
      title: "Fix a bug, and prove it",
      yaml: [
        "name: example",
        "steps:",
        "  - id: fix",
        "    type: claude",
        "    security_profile: restricted",
        "    budget: {usd: 1}",
        "    prompt: |",
        "      Fix the bug that this issue reports:",
        "      {{ issue.body }}",
        "    verify:",
        "      - id: tests",
        "        type: shell",
        "        command: npm test",
        "",
      ].join("\n"),
    },
  ],
  run: async (context) => (await import("../agent/work.ts")).runAgent(context),
  join: async (context, frames) => (await import("../agent/work.ts")).joinAgent(context, frames),
};
