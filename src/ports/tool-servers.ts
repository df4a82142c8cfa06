import type { JsonObject } from "../kernel/json.ts";
import type { Sandbox } from "./sandbox.ts";

/** Where tools come from that aren't ours: a program that is started, or an address. */
export type ToolServerSpec =
  | {
      readonly name: string;
      readonly command: readonly [string, ...string[]];
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly name: string; readonly url: string; readonly headers: Readonly<Record<string, string>> };

export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  /** Whether the server says that calling it changes nothing. */
  readonly readOnly: boolean;
}

export interface ToolServer {
  readonly tools: readonly OfferedTool[];
  /** Text of the tool's answer; what isn't text is named. Throws PawlError `tools.call_failed`, or an `AbortError`. */
  call(
    tool: string,
    input: JsonObject,
    signal: AbortSignal,
  ): Promise<{ readonly content: string; readonly isError: boolean }>;
  /** Ends the server's program, or leaves it. Never throws. */
  close(): Promise<void>;
}

/** What a started server lives in: the step's sandbox, profile and directories. */
export interface ToolServerPlace {
  readonly sandbox: Sandbox;
  readonly profile: string | undefined;
  readonly cwd: string;
  readonly temporaryDirectory: string;
  readonly signal: AbortSignal;
}

/** Connects to tool servers (MCP, spec I6). Throws PawlError `tools.unreachable`, naming the server and why. */
export interface ToolServers {
  connect(spec: ToolServerSpec, place: ToolServerPlace): Promise<ToolServer>;
}
