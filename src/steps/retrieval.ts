import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError, wholeNumber } from "./frames.ts";
import type { Passage } from "./text-search.ts";
import { passagesOf, rank } from "./text-search.ts";

/** Files and characters one search reads; what is beyond is counted in its outputs. */
const MAX_FILES = 5_000;
const MAX_FILE_CHARACTERS = 400_000;
const MAX_CHARACTERS = 40_000_000;
const DEFAULT_LIMIT = 8;

export const retrievalStep = defineStep({
  type: "retrieval",
  summary: "Searches the repository and gives the passages that fit best.",
  description:
    "Ranks passages of the workspace's text files by how well they fit `query` (BM25 over words and the parts of names), without a model and without a network, so the same files and query always give the same answer. " +
    "Its `text` is made for an agent's `context`: each passage under its path and line.",
  fields: {
    query: { type: "string", description: "What is looked for: a few words, an issue's text, a name in the code." },
    paths: {
      type: ["array", "string"],
      items: { type: "string" },
      description: "Globs of the files to search; every file by default.",
    },
    exclude: { type: ["array", "string"], items: { type: "string" }, description: "Globs of files to leave out." },
    limit: {
      type: "integer",
      minimum: 1,
      maximum: 100,
      description: `How many passages; ${DEFAULT_LIMIT} by default.`,
    },
  },
  required: ["query"],
  caching: "default",
  outputs: {
    results: { type: "list", description: "Passages, best first: `{path, line, text, score}`." },
    text: { type: "string", description: "The same as one text." },
    files: { type: "list", description: "Paths of the files they come from, best first." },
    searched: { type: "number", description: "How many files were read." },
  },
  examples: [
    {
      title: "Find where something is done",
      yaml: `name: find
steps:
  - id: write
    type: shell
    command: |
      mkdir -p src
      printf 'export function parseDuration(text) {\\n  return Number(text);\\n}\\n' > src/duration.js
  - id: search
    type: retrieval
    query: where is a duration parsed
    paths: ["src/**"]
    limit: 1
  - id: found
    type: assert
    condition: "search.outputs.files[0] == 'src/duration.js'"
`,
    },
  ],
  run: async (context) => search(context),
});

async function search(context: StepContext): Promise<StepOutcome> {
  const { config, workspace } = context;
  const { query } = config;
  if (typeof query !== "string" || query.trim() === "") throw fieldError("query", "must say what to look for");
  const limit = wholeNumber(config["limit"], "limit", { fallback: DEFAULT_LIMIT, minimum: 1, maximum: 100 });
  const include = globs(config["paths"]);
  const excluded = new Set(config["exclude"] === undefined ? [] : workspace.glob(globs(config["exclude"])));
  const paths = workspace.glob(include.length === 0 ? ["**"] : include).filter((path) => !excluded.has(path));
  const { passages, searched } = read(context, paths);
  const results = rank(passages, query, limit);
  return {
    status: "completed",
    outputs: {
      results: results.map(({ path, line, text, score }) => ({ path, line, text, score })),
      text: results.map(({ path, line, text }) => `${path}:${line}\n${text}`).join("\n\n"),
      files: [...new Set(results.map(({ path }) => path))],
      searched,
    },
    evidence: { query, searched, passed_over: paths.length - searched },
  };
}

function read(
  { workspace, signal }: StepContext,
  paths: readonly string[],
): { readonly passages: readonly Passage[]; readonly searched: number } {
  const passages: Passage[] = [];
  let characters = 0;
  let searched = 0;
  for (const path of paths) {
    signal.throwIfAborted();
    if (searched >= MAX_FILES || characters >= MAX_CHARACTERS) break;
    const text = textOf(() => workspace.readFile(path));
    if (text === undefined) continue;
    passages.push(...passagesOf(path, text));
    characters += text.length;
    searched += 1;
  }
  return { passages, searched };
}

/** A file's text; undefined for binary files and those too large to be worth searching. */
function textOf(readFile: () => string): string | undefined {
  try {
    const text = readFile();
    return text.length > MAX_FILE_CHARACTERS || text.slice(0, 8_000).includes("\0") ? undefined : text;
  } catch (thrown) {
    if (thrown instanceof PawlError && thrown.code.startsWith("file.")) return undefined;
    throw thrown;
  }
}

function globs(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return value.split(/[\s,]+/).filter((pattern) => pattern !== "");
  return Array.isArray(value) ? value.filter((pattern: Json) => typeof pattern === "string") : [];
}
