import { PawlError } from "../kernel/errors.ts";
import { listField, objectField, textField } from "../kernel/fields.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import { securityProfile } from "../kernel/security-profiles.ts";
import type { StepContext } from "../engine/step.ts";
import type { OfferedTool, ToolServer, ToolServerSpec } from "../ports/tool-servers.ts";
import { type AgentTool, bounded } from "./tools/tool.ts";
import { revealHidden } from "../kernel/untrusted-text.ts";

/** The Messages API's bound on a tool's name. */
const LONGEST_NAME = 64;
const DESCRIPTION_LIMIT = 1_500;

export interface McpTools extends AsyncDisposable {
  readonly tools: readonly AgentTool[];
}

/**
 * Connects to a step's `mcp_servers` and offers their tools as `mcp__<server>__<tool>`. What servers say about their tools is theirs to say,
 * not ours: hidden parts are shown, and it is marked as the server's.
 *
 * @throws PawlError `agent.tool_denied` when the profile has no MCP, `agent.mcp_server` on a wrong entry, `tools.unreachable`
 */
export async function connectMcpServers(context: StepContext, profile: string | undefined): Promise<McpTools> {
  const specs = Object.entries(objectField(context.config, "mcp_servers")).map(([name, value]) =>
    specOf(context, name, value),
  );
  if (specs.length === 0) return { tools: [], [Symbol.asyncDispose]: async () => undefined };
  if (profile !== undefined && !(securityProfile(profile)?.tools.includes("mcp") ?? false)) {
    throw new PawlError({
      code: "agent.tool_denied",
      kind: "policy",
      message: `Step ${context.path} needs MCP servers, which the security profile "${profile}" denies`,
      remedy: "Take mcp_servers off the step, or give it the profile standard or development.",
    });
  }
  const servers: { readonly name: string; readonly server: ToolServer }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(({ server }) => server.close()));
  };
  try {
    for (const spec of specs) servers.push({ name: spec.name, server: await connect(context, spec, profile) });
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    tools: servers.flatMap(({ name, server }) => server.tools.map((tool) => agentTool(name, server, tool))),
    [Symbol.asyncDispose]: close,
  };
}

async function connect(context: StepContext, spec: ToolServerSpec, profile: string | undefined): Promise<ToolServer> {
  const servers = await context.toolServers();
  return servers.connect(spec, {
    sandbox: context.sandbox,
    profile,
    cwd: context.workspace.root,
    temporaryDirectory: context.temporaryDirectory,
    signal: context.signal,
  });
}

function specOf(context: StepContext, name: string, value: unknown): ToolServerSpec {
  const entry: JsonObject = isJsonObject(value) ? value : {};
  const texts = (field: string): Record<string, string> =>
    Object.fromEntries(
      Object.keys(objectField(entry, field)).map((key) => [key, textField(objectField(entry, field), key)]),
    );
  const url = textField(entry, "url");
  const [program, ...rest] = [...listField(entry, "command"), ...listField(entry, "args")].map(String);
  if (/^[a-z][a-z0-9_-]{0,30}$/.test(name)) {
    if (url !== "") return { name, url, headers: texts("headers") };
    if (program !== undefined) return { name, command: [program, ...rest], env: texts("env") };
  }
  throw new PawlError({
    code: "agent.mcp_server",
    kind: "invalid",
    message: `The entry "${name}" of mcp_servers in step ${context.path} names no server`,
    remedy: "Give it a short lower-case name and either a command (with args and env) or a url (with headers).",
  });
}

function agentTool(serverName: string, server: ToolServer, tool: OfferedTool): AgentTool {
  const name = `mcp__${serverName}__${tool.name.replaceAll(/[^A-Za-z0-9_-]/g, "_")}`.slice(0, LONGEST_NAME);
  return {
    // A server's word that a tool only reads decides no more than the order of calls: its program is in the sandbox either way.
    effect: tool.readOnly ? "read" : "run",
    spec: {
      name,
      description: `From the MCP server "${serverName}", in its words: ${bounded(revealHidden(tool.description), DESCRIPTION_LIMIT)}`,
      input_schema: { ...tool.inputSchema, type: "object" },
    },
    async run(input, { signal }) {
      const { content, isError } = await server.call(tool.name, input, signal);
      return { content, isError };
    },
  };
}
