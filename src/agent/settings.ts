import { PawlError } from "../kernel/errors.ts";
import { booleanField, listField, numberField, textField } from "../kernel/fields.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import { securityProfile } from "../kernel/security-profiles.ts";
import type { StepContext } from "../engine/step.ts";
import { BUILT_IN_TOOLS, DEFAULT_MODEL } from "./defaults.ts";
import { priceOf } from "./prices.ts";

const DEFAULT_TURNS = 50;
const DEFAULT_ANSWER_TOKENS = 8_192;
const DEFAULT_VERIFY_ATTEMPTS = 3;

/** An agent step's fields after resolution, checked. */
export interface AgentSettings {
  readonly model: string;
  readonly fallbackModel: string | undefined;
  readonly tools: readonly string[];
  readonly maxTurns: number;
  readonly maxTokens: number;
  readonly temperature: number | undefined;
  readonly outputSchema: JsonObject | undefined;
  readonly verifyAttempts: number;
  /** Whether a conversation that leaves the workspace as it was is a failure. */
  readonly mustChange: boolean;
  /** The profile every tool runs under; undefined where none was asked for, the machine enforces none and the operator accepts that. */
  readonly profile: string | undefined;
}

/**
 * Reads an agent step's settings, and refuses what can't work before any money is spent.
 *
 * @throws PawlError `agent.unknown_tool`, `agent.tool_denied`, `model.unpriced`, `sandbox.unavailable`
 */
export async function agentSettings(context: StepContext): Promise<AgentSettings> {
  const { config, step } = context;
  const model = textField(config, "model", DEFAULT_MODEL);
  const fallbackModel = textField(config, "fallback_model") || undefined;
  const tools = config["tools"] === undefined ? BUILT_IN_TOOLS : listField(config, "tools").map(String);
  const profile = step.securityProfile ?? (await defaultProfile(context));
  checkTools(context, tools, config["tools"] !== undefined, step.securityProfile);
  for (const name of [model, ...(fallbackModel === undefined ? [] : [fallbackModel])]) checkPrice(context, name);
  const verifies = (step.bodies["verify"] ?? []).length > 0;
  const writes = tools.some((tool) => tool === "edit" || tool === "write" || tool === "bash");
  const schema = config["output_schema"];
  return {
    model,
    fallbackModel,
    tools: allowedTools(tools, profile),
    maxTurns: numberField(config, "max_turns", DEFAULT_TURNS),
    maxTokens: numberField(config, "max_tokens", DEFAULT_ANSWER_TOKENS),
    temperature: config["temperature"] === undefined ? undefined : numberField(config, "temperature", 1),
    outputSchema: isJsonObject(schema) ? schema : undefined,
    verifyAttempts: Math.max(1, numberField(config, "verify_attempts", DEFAULT_VERIFY_ATTEMPTS)),
    mustChange: booleanField(config, "must_change", verifies && writes),
    profile,
  };
}

/** Agents without a declared profile run under `standard`; without one only where the operator accepts that. */
async function defaultProfile(context: StepContext): Promise<string | undefined> {
  const { profiles, missing, agentsWithoutProfile } = await context.sandbox.probe();
  if (profiles.includes("standard")) return "standard";
  if (agentsWithoutProfile) return undefined;
  throw new PawlError({
    code: "sandbox.unavailable",
    kind: "policy",
    message: `Step ${context.path} lets an agent work, and the profile it gets, "standard", can't be enforced on this machine`,
    remedy: [
      ...missing,
      "Where the agent may read and reach all that you can, accept it: set PAWL_UNCONFINED=allow.",
    ].join("\n"),
  });
}

function checkTools(
  context: StepContext,
  tools: readonly string[],
  declared: boolean,
  profile: string | undefined,
): void {
  const unknown = tools.find((tool) => !BUILT_IN_TOOLS.includes(tool));
  if (unknown !== undefined) {
    throw new PawlError({
      code: "agent.unknown_tool",
      kind: "invalid",
      message: `Step ${context.path} names the tool "${unknown}", which doesn't exist`,
      remedy: `Use ${BUILT_IN_TOOLS.join(", ")}; other tools come from mcp_servers.`,
    });
  }
  const spec = profile === undefined ? undefined : securityProfile(profile);
  const denied = tools.find((tool) => spec !== undefined && !spec.tools.includes(tool));
  if (declared && denied !== undefined) {
    throw new PawlError({
      code: "agent.tool_denied",
      kind: "policy",
      message: `Step ${context.path} needs the tool "${denied}", which the security profile "${profile}" denies`,
      remedy: "Take it off the step's tools, or give the step another security profile.",
    });
  }
}

function allowedTools(tools: readonly string[], profile: string | undefined): readonly string[] {
  const spec = profile === undefined ? undefined : securityProfile(profile);
  return spec === undefined ? tools : tools.filter((tool) => spec.tools.includes(tool));
}

/** A budget in dollars can only be kept for a model whose price is known. The run's own budget is checked by the reservation. */
function checkPrice(context: StepContext, model: string): void {
  if (context.step.budget?.usd === undefined || priceOf(model) !== undefined) return;
  throw unpriced(model, context.path);
}

export function unpriced(model: string, path: string): PawlError {
  return new PawlError({
    code: "model.unpriced",
    kind: "invalid",
    message: `Step ${path} has a budget in dollars, but the price of the model "${model}" is unknown`,
    remedy: "Use a model of the price list, or give the budget in tokens.",
  });
}
