import { PawlError } from "../kernel/errors.ts";
import { objectField, textField } from "../kernel/fields.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { StepContext } from "../engine/step.ts";
import type { ContentBlock } from "../ports/model-provider.ts";
import type { CommandResult } from "../ports/sandbox.ts";
import type { Turn } from "./conversation.ts";
import type { AgentSettings } from "./settings.ts";
import { bounded } from "./tools/tool.ts";
import { revealInvisible } from "../kernel/untrusted-text.ts";

export interface ProgramStream {
  line(text: string): void;
  /** What was said and done until now. */
  finish(): { readonly turns: readonly Turn[]; readonly text: string; readonly denied: readonly string[] };
  /** What went wrong, by what the program said last and how it ended. */
  error(result: CommandResult): PawlError | undefined;
}

/** Reads the program's stream of JSON lines (docs of Claude Code, "Headless mode"). */
export function readProgramStream(context: StepContext, settings: AgentSettings): ProgramStream {
  const turns: Turn[] = [];
  let last: JsonObject | undefined;
  let lastMessage = "";
  const clean = (value: Json): string =>
    bounded(revealInvisible(context.redactor.redact(typeof value === "string" ? value : JSON.stringify(value))));

  const message = (event: JsonObject): void => {
    const said = objectField(event, "message");
    const content = Array.isArray(said["content"]) ? (said["content"] as readonly Json[]).filter(isJsonObject) : [];
    if (event["type"] === "assistant") {
      const usage = objectField(said, "usage");
      const count = (name: string): number => (typeof usage[name] === "number" ? usage[name] : 0);
      const blocks = content.flatMap((block): ContentBlock[] => {
        if (block["type"] === "text") return [{ type: "text", text: textField(block, "text") }];
        if (block["type"] !== "tool_use") return [];
        return [
          {
            type: "tool_use",
            id: textField(block, "id"),
            name: textField(block, "name"),
            input: objectField(block, "input"),
          },
        ];
      });
      for (const block of blocks) {
        if (block.type === "text") context.output("model", `${block.text}\n`);
        else if (block.type === "tool_use")
          context.output(
            "tool",
            `${block.name}
`,
          );
      }
      // One message comes as several events, one for each block of it.
      const before = turns.at(-1);
      const id = textField(said, "id");
      const goesOn = id !== "" && id === lastMessage && before?.kind === "answered";
      lastMessage = id;
      if (goesOn) turns.pop();
      const all = goesOn ? [...before.data.content, ...blocks] : blocks;
      turns.push({
        kind: "answered",
        data: {
          content: all,
          stop: all.some(({ type }) => type === "tool_use") ? "tool_use" : "end_turn",
          usage: {
            input: count("input_tokens"),
            output: count("output_tokens"),
            cacheRead: count("cache_read_input_tokens"),
            cacheWrite: count("cache_creation_input_tokens"),
          },
          model: textField(said, "model", settings.model),
          provider: "claude_code",
        },
      });
      return;
    }
    const results = content.flatMap((block) =>
      block["type"] === "tool_result"
        ? [
            {
              type: "tool_result" as const,
              tool_use_id: textField(block, "tool_use_id"),
              content: clean(block["content"] ?? ""),
              ...(block["is_error"] === true ? { is_error: true } : {}),
            },
          ]
        : [],
    );
    if (results.length > 0) turns.push({ kind: "results", data: { results, denied: [] } });
  };

  return {
    line(text) {
      let event: unknown;
      try {
        event = JSON.parse(text);
      } catch {
        return;
      }
      if (!isJsonObject(event)) return;
      if (event["type"] === "assistant" || event["type"] === "user") message(event);
      if (event["type"] === "result") last = event;
    },
    finish() {
      // A denied permission ends in "success" with exit code 0: only this list tells.
      const denials = last?.["permission_denials"];
      const denied = (Array.isArray(denials) ? (denials as readonly Json[]) : [])
        .filter(isJsonObject)
        .map((denial) => textField(denial, "tool_name", "a tool"));
      return { turns, text: textField(last ?? {}, "result"), denied: [...new Set(denied)] };
    },
    error(result) {
      if (result.ended === "cancelled")
        return new PawlError({
          code: "step.cancelled",
          kind: "cancelled",
          message: `Step ${context.path} was cancelled`,
        });
      if (result.ended !== undefined) {
        return failure(
          context,
          result.ended === "limit" ? "sandbox.limit" : "step.timeout",
          `was ended (${result.ended}) ${result.violations.join("; ")}`.trimEnd(),
          result.ended === "limit" ? "policy" : "transient",
        );
      }
      const subtype = textField(last ?? {}, "subtype");
      if (subtype === "error_max_turns") {
        return new PawlError({
          code: "agent.max_turns",
          kind: "permanent",
          message: `Step ${context.path} ended: Claude Code was still working after ${settings.maxTurns} turns`,
          remedy: "Raise the step's max_turns, or give it a smaller task.",
        });
      }
      if (last === undefined || last["is_error"] === true || result.exitCode !== 0) {
        const said =
          textField(last ?? {}, "result") || result.stderr.trim().slice(-500) || result.stdout.trim().slice(-500);
        return failure(
          context,
          "agent.claude_code",
          `failed (exit code ${result.exitCode ?? result.signal}): ${clean(said)}`,
          "permanent",
        );
      }
      return undefined;
    },
  };
}

function failure(
  context: StepContext,
  code: string,
  what: string,
  kind: "permanent" | "policy" | "transient",
): PawlError {
  return new PawlError({
    code,
    kind,
    message: `Claude Code in step ${context.path} ${what}`,
    remedy: "Read the step's transcript among the artifacts.",
  });
}
