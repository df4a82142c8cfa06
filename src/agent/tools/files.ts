import { PawlError } from "../../kernel/errors.ts";
import { numberField, textField } from "../../kernel/fields.ts";
import { readConfined, writeConfined } from "./confined-file.ts";
import { type AgentTool, bounded } from "./tool.ts";

const PATH = {
  type: "string",
  minLength: 1,
  maxLength: 4_096,
  description: "Path relative to the root of the workspace.",
} as const;
const DEFAULT_LINES = 2_000;
const LONGEST_LINE = 2_000;

export const readTool: AgentTool = {
  effect: "read",
  spec: {
    name: "read",
    description: "Reads a text file of the workspace, with line numbers. Reads 2000 lines unless told otherwise.",
    input_schema: {
      type: "object",
      properties: {
        path: PATH,
        offset: { type: "integer", minimum: 1, description: "First line to read, from 1." },
        limit: { type: "integer", minimum: 1, maximum: 10_000, description: "How many lines to read." },
      },
      required: ["path"],
      additionalProperties: false,
    },
  },
  async run(input, { root }) {
    const asked = textField(input, "path");
    const bytes = readConfined(root, asked);
    if (bytes.subarray(0, 8_000).includes(0))
      return { content: `${asked} is a binary file of ${bytes.length} bytes.`, isError: true };
    const lines = bytes.toString("utf8").split("\n");
    if (lines.at(-1) === "") lines.pop();
    const first = numberField(input, "offset", 1);
    const chosen = lines.slice(first - 1, first - 1 + numberField(input, "limit", DEFAULT_LINES));
    if (chosen.length === 0)
      return { content: lines.length === 0 ? "(the file is empty)" : `(the file has ${lines.length} lines)` };
    const width = String(first + chosen.length).length;
    const numbered = chosen.map(
      (line, index) => `${String(first + index).padStart(width)}\t${bounded(line, LONGEST_LINE)}`,
    );
    const rest = lines.length - (first - 1 + chosen.length);
    return { content: bounded(numbered.join("\n")) + (rest > 0 ? `\n[${rest} more lines]` : "") };
  },
};

export const writeTool: AgentTool = {
  effect: "write",
  spec: {
    name: "write",
    description:
      "Writes a whole file of the workspace, replacing what was there. Use edit for changes to an existing file.",
    input_schema: {
      type: "object",
      properties: { path: PATH, content: { type: "string", maxLength: 2_000_000, description: "The whole content." } },
      required: ["path", "content"],
      additionalProperties: false,
    },
  },
  async run(input, { root }) {
    const content = textField(input, "content");
    writeConfined(root, textField(input, "path"), content);
    return { content: `Wrote ${textField(input, "path")} (${content.split("\n").length} lines).` };
  },
};

export const editTool: AgentTool = {
  effect: "write",
  spec: {
    name: "edit",
    description:
      "Replaces a text in a file of the workspace. The old text must occur exactly once, unless replace_all is set.",
    input_schema: {
      type: "object",
      properties: {
        path: PATH,
        old_text: {
          type: "string",
          minLength: 1,
          description: "The text to replace, exactly as it stands, white space included.",
        },
        new_text: { type: "string", maxLength: 2_000_000, description: "What stands there afterwards." },
        replace_all: { type: "boolean", description: "Replace every occurrence." },
      },
      required: ["path", "old_text", "new_text"],
      additionalProperties: false,
    },
  },
  async run(input, { root }) {
    const asked = textField(input, "path");
    const before = readConfined(root, asked).toString("utf8");
    const old = textField(input, "old_text");
    const pieces = before.split(old);
    const count = pieces.length - 1;
    if (count === 0)
      throw editError(`The old text doesn't occur in ${asked}`, "Read the file again and copy the text exactly.");
    if (count > 1 && input["replace_all"] !== true) {
      throw editError(
        `The old text occurs ${count} times in ${asked}`,
        "Give more of the lines around it, or set replace_all.",
      );
    }
    writeConfined(root, asked, pieces.join(textField(input, "new_text")));
    return { content: `Edited ${asked}: ${count} ${count === 1 ? "place" : "places"}.` };
  },
};

function editError(message: string, remedy: string): PawlError {
  return new PawlError({ code: "agent.edit", kind: "permanent", message, remedy });
}
