import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { PawlError } from "../../kernel/errors.ts";
import { textField } from "../../kernel/fields.ts";
import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { OfferedTool, ToolServer, ToolServers, ToolServerSpec } from "../../ports/tool-servers.ts";
import { createSandboxTransport } from "./sandbox-transport.ts";

const CONNECT_TIMEOUT_MS = 30_000;
const CALL_TIMEOUT_MS = 10 * 60_000;
const MOST_TOOLS = 200;

/** Tool servers that speak the Model Context Protocol: programs over their standard streams, addresses over streamable HTTP. */
export function createMcpToolServers(): ToolServers {
  return {
    async connect(spec, place) {
      const transport: Transport =
        "url" in spec
          ? // The SDK's class doesn't declare its optional members the way exactOptionalPropertyTypes wants them.
            (new StreamableHTTPClientTransport(httpUrl(spec), {
              requestInit: { headers: { ...spec.headers } },
            }) as Transport)
          : createSandboxTransport(spec, place);
      const client = new Client({ name: "pawl", version: "1" });
      try {
        await client.connect(transport, { timeout: CONNECT_TIMEOUT_MS, signal: place.signal });
        return serverOf(spec.name, client, await listTools(client, place.signal));
      } catch (cause) {
        await client.close().catch(() => undefined);
        place.signal.throwIfAborted();
        throw new PawlError({
          code: "tools.unreachable",
          kind: "permanent",
          message: `The MCP server "${spec.name}" doesn't answer: ${cause instanceof Error ? cause.message : String(cause)}`,
          remedy: "Check its command or address in the step's mcp_servers, and that the security profile lets it work.",
          cause,
        });
      }
    },
  };
}

function httpUrl(spec: Extract<ToolServerSpec, { url: string }>): URL {
  const url = URL.canParse(spec.url) ? new URL(spec.url) : undefined;
  if (url !== undefined && (url.protocol === "https:" || url.protocol === "http:")) return url;
  throw new PawlError({
    code: "tools.address",
    kind: "invalid",
    message: `The address of the MCP server "${spec.name}" is no http or https URL`,
    remedy: "Write it as https://host/path.",
  });
}

async function listTools(client: Client, signal: AbortSignal): Promise<readonly OfferedTool[]> {
  const tools: OfferedTool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor }, {
      timeout: CONNECT_TIMEOUT_MS,
      signal,
    });
    for (const { name, description, inputSchema, annotations } of page.tools) {
      tools.push({
        name,
        description: description ?? "",
        inputSchema: inputSchema as JsonObject,
        readOnly: annotations?.readOnlyHint === true,
      });
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && tools.length < MOST_TOOLS);
  return tools.slice(0, MOST_TOOLS);
}

function serverOf(name: string, client: Client, tools: readonly OfferedTool[]): ToolServer {
  return {
    tools,
    async call(tool, input, signal) {
      try {
        const answer = await client.callTool({ name: tool, arguments: { ...input } }, undefined, {
          timeout: CALL_TIMEOUT_MS,
          signal,
        });
        return { content: textOf(answer["content"], answer["structuredContent"]), isError: answer["isError"] === true };
      } catch (cause) {
        signal.throwIfAborted();
        throw new PawlError({
          code: "tools.call_failed",
          kind: "permanent",
          message: `The MCP server "${name}" failed in ${tool}: ${cause instanceof Error ? cause.message : String(cause)}`,
          cause,
        });
      }
    },
    async close() {
      await client.close().catch(() => undefined);
    },
  };
}

function textOf(content: unknown, structured: unknown): string {
  const parts = (Array.isArray(content) ? content : []).map((block: unknown) => {
    if (!isJsonObject(block)) return "";
    if (block["type"] === "text" && typeof block["text"] === "string") return block["text"];
    const resource = block["resource"];
    if (isJsonObject(resource) && typeof resource["text"] === "string") return resource["text"];
    return `[${textField(block, "type")}: not shown]`;
  });
  if (parts.length === 0 && structured !== undefined) return JSON.stringify(structured, null, 2);
  return parts.join("\n");
}
