import path from "node:path";
import { PawlError } from "../kernel/errors.ts";
import { objectField, textField } from "../kernel/fields.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import type { StepContext } from "../engine/step.ts";
import type { CommandResult } from "../ports/sandbox.ts";
import { readProgramStream } from "./claude-code-stream.ts";
import type { Turn } from "./conversation.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { type ProgramMemory, readMemory, writeMemory } from "./program-memory.ts";
import type { AgentSettings } from "./settings.ts";

/** Our tools by the names the program has for them. */
const TOOL_NAMES: Readonly<Record<string, string>> = {
  read: "Read",
  glob: "Glob",
  grep: "Grep",
  edit: "Edit",
  write: "Write",
  bash: "Bash",
};

/** What one call of the program gave. */
export interface ProgramRun {
  /** What was said and done, as turns of our own transcript. */
  readonly turns: readonly Turn[];
  readonly text: string;
  /** Tools it was denied. */
  readonly denied: readonly string[];
  readonly memory: ProgramMemory;
  readonly error: PawlError | undefined;
  readonly cost: ReturnType<Gateway["cost"]>;
  readonly provider: string;
}

/**
 * The program's path as its own sandbox sees it, and its version; undefined where it isn't there or can't run under the step's profile.
 */
export async function findClaudeCode(
  context: StepContext,
  settings: AgentSettings,
): Promise<{ readonly program: string; readonly version: string } | undefined> {
  const program = textField(context.config, "program", "claude");
  const result = await runInSandbox(context, settings, program, ["--version"], { timeoutMs: 60_000 }).catch(
    (thrown: unknown) => {
      // A profile that can't be enforced refuses the step itself, not the program.
      if (thrown instanceof PawlError && thrown.kind === "policy") throw thrown;
      return undefined;
    },
  );
  if (result?.exitCode !== 0) return undefined;
  return { program, version: result.stdout.trim().split(/\s/)[0] ?? "" };
}

/**
 * Runs the program once, headless, in the step's sandbox, with the gateway as its only way to the model.
 *
 * @param session a UUID of this step's conversation; gone on with where the program still has it
 */
export async function runClaudeCode(
  context: StepContext,
  settings: AgentSettings,
  call: {
    readonly program: string;
    readonly system: string;
    readonly prompt: string;
    readonly session: string;
    readonly memory: ProgramMemory;
    readonly task: string | undefined;
  },
): Promise<ProgramRun> {
  await using gateway = await openGateway(context, settings.model);
  const reader = readProgramStream(context, settings);
  const resumed = await writeMemory(configDirectory(context), call.memory);
  const prompt = resumed || call.task === undefined ? call.prompt : `${call.prompt}\n\nThe task was:\n\n${call.task}`;
  const result = await runInSandbox(
    context,
    settings,
    call.program,
    programArguments(context, settings, call, resumed),
    {
      stdin: prompt,
      gateway,
      onLine: (line) => reader.line(line),
    },
  );
  for (const violation of result.violations)
    await context.refused(violation, `security profile ${settings.profile ?? "none"}`);
  return {
    ...reader.finish(),
    memory: await readMemory(configDirectory(context)),
    cost: gateway.cost(),
    provider: gateway.provider(),
    error: gateway.refusal() ?? reader.error(result),
  };
}

function programArguments(
  context: StepContext,
  settings: AgentSettings,
  call: { readonly system: string; readonly session: string },
  resumed: boolean,
): string[] {
  const tools = settings.tools.flatMap((tool) => TOOL_NAMES[tool] ?? []);
  const servers = objectField(context.config, "mcp_servers");
  const serverTools = Object.keys(servers).map((name) => `mcp__${name}`);
  return [
    "-p",
    "--bare",
    "--output-format",
    "stream-json",
    "--verbose",
    "--model",
    settings.model,
    ...(settings.fallbackModel === undefined ? [] : ["--fallback-model", settings.fallbackModel]),
    "--max-turns",
    String(settings.maxTurns),
    "--append-system-prompt",
    call.system,
    "--tools",
    tools.join(","),
    "--allowed-tools",
    [...tools, ...serverTools].join(","),
    "--strict-mcp-config",
    ...(serverTools.length === 0 ? [] : ["--mcp-config", JSON.stringify({ mcpServers: mcpConfig(servers) })]),
    ...(resumed ? ["--resume", call.session] : ["--session-id", call.session]),
  ];
}

function mcpConfig(servers: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(servers).map(([name, value]) => {
      const server: JsonObject = isJsonObject(value) ? value : {};
      const url = textField(server, "url");
      return [name, url === "" ? server : { type: "http", url, headers: objectField(server, "headers") }];
    }),
  );
}

function configDirectory(context: StepContext): string {
  return path.join(context.temporaryDirectory, "claude-code");
}

async function runInSandbox(
  context: StepContext,
  settings: AgentSettings,
  program: string,
  args: readonly string[],
  options: {
    readonly stdin?: string;
    readonly gateway?: Gateway;
    readonly timeoutMs?: number;
    readonly onLine?: (line: string) => void;
  },
): Promise<CommandResult> {
  const { gateway } = options;
  let pending = "";
  const searchPath = context.env["PATH"];
  const result = await context.sandbox.run({
    argv: [program, ...args],
    cwd: context.workspace.root,
    env: {
      ...context.env,
      ...(path.isAbsolute(program)
        ? { PATH: `${path.dirname(program)}:${searchPath ?? "/usr/local/bin:/usr/bin:/bin"}` }
        : {}),
      HOME: context.temporaryDirectory,
      TMPDIR: context.temporaryDirectory,
      CLAUDE_CONFIG_DIR: configDirectory(context),
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
      DISABLE_AUTOUPDATER: "1",
      ...(gateway === undefined
        ? {}
        : { ANTHROPIC_BASE_URL: `http://127.0.0.1:${gateway.port}`, ANTHROPIC_API_KEY: gateway.token }),
    },
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(gateway === undefined ? {} : { bridges: [gateway.port] }),
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
    ...(context.workspace.linked === undefined ? {} : { readable: context.workspace.linked }),
    writable: [context.temporaryDirectory],
    ...(options.timeoutMs === undefined
      ? context.step.timeoutMs === undefined
        ? {}
        : { timeoutMs: context.step.timeoutMs }
      : { timeoutMs: options.timeoutMs }),
    outputLimit: 64 * 1024,
    shownLimit: Number.POSITIVE_INFINITY,
    signal: context.signal,
    onOutput: (stream, text) => {
      if (stream !== "stdout" || options.onLine === undefined) return;
      const lines = (pending + text).split("\n");
      pending = lines.pop() ?? "";
      for (const line of lines) options.onLine(line);
    },
  });
  if (pending !== "") options.onLine?.(pending);
  return result;
}
