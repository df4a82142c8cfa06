import { setImmediate as immediate } from "node:timers/promises";
import { RE2JS } from "re2js";
import { PawlError } from "../../kernel/errors.ts";
import { textField } from "../../kernel/fields.ts";
import { readConfined } from "./confined-file.ts";
import { type AgentTool, bounded } from "./tool.ts";

const MOST_PATHS = 500;
const MOST_MATCHES = 200;
const MOST_FILES = 5_000;
/** A search over many files lets others have their turn in between. */
const LONGEST_STRETCH_MS = 50;

export const globTool: AgentTool = {
  effect: "read",
  spec: {
    name: "glob",
    description: "Lists files of the workspace that match a pattern such as src/**/*.ts. Ignored files are left out.",
    input_schema: {
      type: "object",
      properties: {
        pattern: {
          type: "string",
          minLength: 1,
          maxLength: 1_000,
          description: "A glob, relative to the root of the workspace.",
        },
      },
      required: ["pattern"],
      additionalProperties: false,
    },
  },
  async run(input, { glob }) {
    const paths = glob([textField(input, "pattern")]);
    if (paths.length === 0) return { content: "No file matches." };
    const rest = paths.length - MOST_PATHS;
    return { content: bounded(paths.slice(0, MOST_PATHS).join("\n") + (rest > 0 ? `\n[${rest} more]` : "")) };
  },
};

export const grepTool: AgentTool = {
  effect: "read",
  spec: {
    name: "grep",
    description:
      "Searches the files of the workspace line by line for a regular expression (RE2 syntax). Prints path:line:text.",
    input_schema: {
      type: "object",
      properties: {
        pattern: { type: "string", minLength: 1, maxLength: 1_000, description: "The regular expression." },
        glob: { type: "string", minLength: 1, maxLength: 1_000, description: "Which files to search; all by default." },
        ignore_case: { type: "boolean" },
      },
      required: ["pattern"],
      additionalProperties: false,
    },
  },
  async run(input, { root, glob, signal }) {
    const pattern = compile(textField(input, "pattern"), input["ignore_case"] === true);
    const found: string[] = [];
    let pauseAt = performance.now() + LONGEST_STRETCH_MS;
    const files = glob([textField(input, "glob", "**/*")]);
    for (const file of files.slice(0, MOST_FILES)) {
      if (performance.now() >= pauseAt) {
        await immediate();
        signal.throwIfAborted();
        pauseAt = performance.now() + LONGEST_STRETCH_MS;
      }
      const bytes = readable(root, file);
      if (bytes === undefined || bytes.subarray(0, 8_000).includes(0)) continue;
      const lines = bytes.toString("utf8").split("\n");
      for (const [index, line] of lines.entries()) {
        if (!pattern.matcher(line).find()) continue;
        found.push(`${file}:${index + 1}:${bounded(line, 500)}`);
        if (found.length >= MOST_MATCHES)
          return { content: bounded(`${found.join("\n")}\n[more matches than ${MOST_MATCHES}: narrow the search]`) };
      }
    }
    if (files.length > MOST_FILES)
      found.push(`[${files.length - MOST_FILES} files were not searched: narrow the glob]`);
    return { content: found.length === 0 ? "No match." : bounded(found.join("\n")) };
  },
};

/** What can't be read (a link that leads out, a file that is too large) is passed over. */
function readable(root: string, file: string): Buffer | undefined {
  try {
    return readConfined(root, file);
  } catch (thrown) {
    if (thrown instanceof PawlError) return undefined;
    throw thrown;
  }
}

function compile(pattern: string, ignoreCase: boolean): RE2JS {
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (cause) {
    throw new PawlError({
      code: "agent.pattern",
      kind: "permanent",
      message: `${pattern} is no regular expression of RE2: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "Escape special characters; look-around and back-references don't exist.",
      cause,
    });
  }
}
