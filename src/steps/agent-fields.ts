import { BUILT_IN_TOOLS, DEFAULT_MODEL } from "../agent/defaults.ts";
import type { StepImplementation } from "../engine/step.ts";
import type { StepType } from "../language/step-type.ts";

/** What `claude` and `claude_code` have in common: the same fields mean the same, the results have one shape, and both are planned and cached alike. */
export const agentStep: Omit<StepType, "type" | "summary" | "description" | "examples"> &
  Pick<StepImplementation, "identity"> = {
  required: [],
  oneOf: [{ fields: ["prompt", "prompt_template"], atLeast: true }],
  openOutputs: true,
  caching: "default",
  writesWorkspace: true,
  conditionFields: [],
  deferredFields: ["prompt", "system"],
  bodyNames: ["attempt"],
  // The agent's code is loaded when an agent step runs: a start without one doesn't pay for it.
  identity: async (context) => (await import("../agent/work.ts")).agentIdentity(context),
  fields: {
    prompt: {
      type: "string",
      minLength: 1,
      description: "The task. What others wrote (issue, outputs of steps) is shown and delimited by itself.",
    },
    prompt_template: {
      type: "string",
      minLength: 1,
      description: "A Jinja file beside the workflow that holds the task.",
    },
    system: { type: "string", description: "Added to the system prompt." },
    model: {
      type: "string",
      minLength: 1,
      default: DEFAULT_MODEL,
      description: `The model; ${DEFAULT_MODEL} by default.`,
    },
    fallback_model: {
      type: "string",
      minLength: 1,
      description: "The model that takes over when the first doesn't answer.",
    },
    tools: {
      type: "array",
      items: { type: "string", enum: [...BUILT_IN_TOOLS] },
      uniqueItems: true,
      description: "What the agent may use; by default everything its security profile allows.",
    },
    mcp_servers: {
      type: "object",
      propertyNames: { pattern: "^[a-z][a-z0-9_-]{0,30}$" },
      additionalProperties: {
        type: "object",
        properties: {
          command: {
            description: "The program to start, in the step's sandbox: a text, or a list with its arguments.",
          },
          args: { type: "array", items: { type: "string" }, description: "Its arguments." },
          env: { type: "object", description: "Its environment, which starts empty." },
          url: { type: "string", description: "Or the address of a server that speaks streamable HTTP." },
          headers: { type: "object", description: "Headers sent to it." },
        },
        additionalProperties: false,
      },
      description: "MCP servers whose tools the agent gets, by a short name: tools are called mcp__name__tool.",
    },
    session: {
      type: "string",
      minLength: 1,
      description: "The id of an agent step before this one whose conversation goes on here.",
    },
    max_turns: {
      type: "integer",
      minimum: 1,
      maximum: 1_000,
      default: 50,
      description: "Requests to the model at most.",
    },
    max_tokens: {
      type: "integer",
      minimum: 1,
      maximum: 128_000,
      default: 8_192,
      description: "Length of one answer at most, in tokens.",
    },
    temperature: {
      type: "number",
      minimum: 0,
      maximum: 1,
      description: "The model's temperature; its own default when absent.",
    },
    output_schema: {
      type: "object",
      description: "JSON Schema of a structured result. Its fields become outputs; a wrong result is repaired once.",
    },
    context: {
      type: "object",
      properties: {
        files: { type: "array", items: { type: "string" }, description: "Globs of workspace files to show." },
        outputs: { type: "array", items: { type: "string" }, description: "Ids of steps whose outputs to show." },
        codebase: { type: "boolean", description: "Show the analysis of the code base." },
      },
      additionalProperties: false,
      description: "What the agent is shown beside the task.",
    },
    verify_attempts: {
      type: "integer",
      minimum: 1,
      maximum: 20,
      default: 3,
      description: "How often the work is verified in all.",
    },
    must_change: {
      type: "boolean",
      description:
        "Whether leaving every file as it was is a failure; by default when there are verify steps and a tool that writes.",
    },
  },
  bodies: {
    verify: {
      shape: "list",
      required: false,
      description: "Steps that check the work; their failures go back to the agent.",
    },
  },
  outputs: {
    text: { type: "string", description: "What the agent said last." },
    result: { type: "any", description: "The structured result, with output_schema." },
    changed_files: { type: "list", items: "string", description: "Paths of the files it changed." },
    turns: { type: "number", description: "How many answers it took." },
    session: { type: "string", description: "Names the conversation, for another step's session." },
  },
};
