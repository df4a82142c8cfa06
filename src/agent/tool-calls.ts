import { Ajv, type ValidateFunction } from "ajv";
import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext } from "../engine/step.ts";
import type { ContentBlock } from "../ports/model-provider.ts";
import type { Results } from "./conversation.ts";
import { BUILT_IN_TOOLS } from "./defaults.ts";
import { type AgentTool, bounded, type ToolEnvironment, type ToolResult } from "./tools/tool.ts";
import { revealInvisible } from "../kernel/untrusted-text.ts";

type Call = Extract<ContentBlock, { type: "tool_use" }>;

/** The name of the tool through which a structured result is handed in. */
export const RESULT_TOOL = "submit_result";

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new WeakMap<AgentTool, ValidateFunction>();

/**
 * Runs the tool calls of one answer and gives their results in order. Calls that only read run at once; the others one after another, in the
 * order the model gave them. A call never throws: what went wrong is a result the model can read. Cancellation does throw.
 */
export async function runToolCalls(
  context: StepContext,
  environment: ToolEnvironment,
  tools: ReadonlyMap<string, AgentTool>,
  calls: readonly Call[],
): Promise<Results> {
  const results: ContentBlock[] = [];
  const denied: string[] = [];
  let submitted: Json | undefined;
  for (const group of groups(calls, tools)) {
    const done = await Promise.all(group.map((call) => runCall(context, environment, tools, call)));
    for (const [index, result] of done.entries()) {
      const call = group[index];
      if (call === undefined) continue;
      if (result.denied) denied.push(call.name);
      if (call.name === RESULT_TOOL && result.isError !== true) submitted = call.input;
      results.push({
        type: "tool_result",
        tool_use_id: call.id,
        content: result.content === "" ? "(no output)" : result.content,
        ...(result.isError === true ? { is_error: true } : {}),
      });
    }
  }
  return { results, denied, ...(submitted === undefined ? {} : { submitted }) };
}

/** Consecutive reading calls together, every other call alone. */
function groups(calls: readonly Call[], tools: ReadonlyMap<string, AgentTool>): readonly Call[][] {
  const grouped: Call[][] = [];
  let reading = false;
  for (const call of calls) {
    const reads = tools.get(call.name)?.effect === "read";
    const last = grouped.at(-1);
    if (reads && reading && last !== undefined) last.push(call);
    else grouped.push([call]);
    reading = reads;
  }
  return grouped;
}

async function runCall(
  context: StepContext,
  environment: ToolEnvironment,
  tools: ReadonlyMap<string, AgentTool>,
  call: Call,
): Promise<ToolResult & { readonly denied: boolean }> {
  const tool = tools.get(call.name);
  if (tool === undefined) {
    const denied = BUILT_IN_TOOLS.includes(call.name);
    if (denied) await context.refused(`tool ${call.name}`, "the step's tools or its security profile don't include it");
    const content = `There is no tool "${call.name}" here. You have: ${[...tools.keys()].join(", ")}.`;
    return { content, isError: true, denied };
  }
  const problem =
    call.malformed === undefined
      ? inputProblem(tool, call.input)
      : `the input is no JSON object: ${bounded(call.malformed, 200)}`;
  if (problem !== undefined)
    return { content: `Wrong input for ${call.name}: ${problem}`, isError: true, denied: false };
  context.output("tool", `${describeCall(call)}\n`);
  let result: ToolResult;
  try {
    result = await tool.run(call.input, environment);
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    result = errorResult(call, thrown);
  }
  if (result.refused !== undefined) await context.refused(result.refused.what, result.refused.reason);
  return { ...result, content: bounded(revealInvisible(context.redactor.redact(result.content))), denied: false };
}

function inputProblem(tool: AgentTool, input: Json): string | undefined {
  let validate = validators.get(tool);
  if (validate === undefined) {
    try {
      validate = ajv.compile(tool.spec.input_schema);
    } catch {
      // A schema of an MCP server that ajv doesn't understand: its own server checks the input.
      return undefined;
    }
    validators.set(tool, validate);
  }
  if (validate(input)) return undefined;
  return (validate.errors ?? [])
    .map(({ instancePath, message }) => `${instancePath === "" ? "it" : instancePath} ${message}`)
    .join("; ");
}

function errorResult(call: Call, thrown: unknown): ToolResult {
  const error = toPawlError(thrown, "agent.tool");
  const content = error.remedy === undefined ? error.message : `${error.message}. ${error.remedy}`;
  const refused = error instanceof PawlError && error.kind === "policy";
  return {
    content,
    isError: true,
    ...(refused ? { refused: { what: describeCall(call), reason: error.message } } : {}),
  };
}

/** One line for people: the tool and what it is used on. */
function describeCall(call: Call): string {
  const subject = call.input["command"] ?? call.input["path"] ?? call.input["pattern"];
  const text = typeof subject === "string" ? (subject.split("\n")[0] ?? "") : "";
  return `${call.name} ${bounded(text, 160)}`.trimEnd();
}
