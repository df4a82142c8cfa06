import type { JsonObject } from "../../kernel/json.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import type { ToolSpec } from "../../ports/model-provider.ts";

/** What a tool call gave. `content` goes to the model, bounded already. */
export interface ToolResult {
  readonly content: string;
  readonly isError?: boolean;
  /** Set when a rule refused it: what was asked for, and which rule. Journaled as `policy.refused`. */
  readonly refused?: { readonly what: string; readonly reason: string };
}

/** What tools may use of the world: one workspace, one sandbox. */
export interface ToolEnvironment {
  /** Absolute path of the workspace, links resolved. */
  readonly root: string;
  readonly sandbox: Sandbox;
  readonly profile: string | undefined;
  /** What a command of the agent gets, and nothing else. */
  readonly env: Readonly<Record<string, string>>;
  /** What commands may read outside the workspace: what its own links lead to. */
  readonly readable: readonly string[];
  /** The step's own directory outside the workspace. */
  readonly temporaryDirectory: string;
  readonly signal: AbortSignal;
  readonly glob: (patterns: readonly string[]) => readonly string[];
  readonly onOutput: (text: string) => void;
}

/** One thing an agent can do. */
export interface AgentTool {
  readonly spec: ToolSpec;
  /** `read`: changes nothing, so calls may run at once. `write`: changes files. `run`: may do anything its sandbox allows. */
  readonly effect: "read" | "write" | "run";
  /** The input has been checked against `spec.input_schema`. A thrown PawlError becomes an error result. */
  run(input: JsonObject, environment: ToolEnvironment): Promise<ToolResult>;
}

/** Characters of a result that reach the model; the rest is cut and said so. */
export const RESULT_LIMIT = 30_000;

/** Room for the note of what was cut, so that a bounded text is never bounded again. */
const NOTE = 60;

/** Text cut in the middle to a number of characters, the note of what is missing included. */
export function bounded(text: string, limit = RESULT_LIMIT): string {
  if (text.length <= limit) return text;
  const kept = Math.max(0, limit - NOTE);
  const head = text.slice(0, Math.ceil(kept * 0.6));
  const tail = text.slice(text.length - Math.floor(kept * 0.4));
  return `${head}\n[… ${text.length - head.length - tail.length} characters left out …]\n${tail}`;
}
