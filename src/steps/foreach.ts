import type { Json, JsonObject } from "../kernel/json.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { FrameResult, StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { failureOf, fieldError, lastOutputs, stepsOf, wholeNumber } from "./frames.ts";
import { matrixCells } from "./matrix.ts";

/** As many items as one step may open: what GitHub allows a matrix. */
const MAX_ITEMS = 256;

export const foreachStep = defineStep({
  type: "foreach",
  summary: "Runs steps once for each item of a list, or each cell of a matrix.",
  description:
    "Opens its `steps` once for every item of `items`, or for every combination of `matrix` (with `include` and `exclude` as on GitHub). Inside, `item` and `index` " +
    "(from 0) name the current one, and `matrix` the cell. Items run one after another unless `max_parallel` says otherwise; their results are a list in the order of the items.\n\n" +
    `At most ${MAX_ITEMS} items. It fails when an item failed; the results of the others are kept in its outputs.`,
  oneOf: [{ fields: ["items", "matrix"] }],
  fields: {
    items: {
      type: ["array", "string", "object", "null"],
      description:
        "The list, or an expression that gives one. A text is taken line by line, an object as a list of `{key, value}`, nothing as an empty list.",
    },
    matrix: {
      type: "object",
      description:
        "Lists by name; every combination is a cell. `include` adds to cells or adds cells, `exclude` takes cells away.",
    },
    max_parallel: {
      type: "integer",
      minimum: 1,
      description: "How many items run at the same time; 1 by default.",
    },
  },
  bodies: { steps: { shape: "list", required: true, description: "What runs for each item." } },
  bodyNames: ["item", "index", "matrix"],
  repeatsFor: { list: "items", matrix: "matrix" },
  outputs: {
    results: {
      type: "list",
      items: "object",
      description:
        "One entry for each item, in their order: `{item, index, status, outputs, steps}`; `outputs` are those of its last step.",
    },
    count: { type: "number", description: "How many items there were." },
    failed: { type: "number", description: "How many of them failed." },
  },
  examples: [
    {
      title: "A list, two at a time",
      yaml: `name: each-package
inputs:
  packages: { type: list, default: [core, cli, app] }
steps:
  - id: each
    type: foreach
    items: "{{ inputs.packages }}"
    max_parallel: 2
    steps:
      - id: hello
        type: shell
        command: echo "name={{ item }}" >> "$PAWL_OUTPUT"
        outputs: { name: { type: string } }
  - id: in-order
    type: assert
    condition: "each.outputs.results | map(attribute='outputs.name') | join(',') == 'core,cli,app'"
`,
    },
    {
      title: "A matrix",
      yaml: `name: matrix
steps:
  - id: grid
    type: foreach
    matrix:
      os: [linux, mac]
      node: [22, 24]
      exclude: [{ os: mac, node: 22 }]
    steps:
      - id: show
        type: shell
        command: echo "{{ matrix.os }} {{ matrix.node }}"
  - id: three
    type: assert
    condition: "grid.outputs.count == 3"
`,
    },
  ],
  run: async (context) => open(context),
  join: async (_context, frames) => gather(frames),
});

function open({ config }: StepContext): StepOutcome {
  const maxParallel = wholeNumber(config["max_parallel"], "max_parallel", {
    fallback: 1,
    minimum: 1,
    maximum: MAX_ITEMS,
  });
  const names = namesOfFrames(config);
  if (names.length > MAX_ITEMS) {
    throw fieldError(
      "items",
      `has ${names.length} entries; at most ${MAX_ITEMS} are run`,
      "Run a shell step over the list, or split it.",
    );
  }
  if (names.length === 0) return { status: "completed", outputs: { results: [], count: 0, failed: 0 } };
  return {
    status: "expanded",
    frames: names.map((own, index) => ({ key: String(index), body: "steps", names: own })),
    maxParallel,
  };
}

function namesOfFrames(config: JsonObject): readonly JsonObject[] {
  const { items, matrix } = config;
  if ((items === undefined) === (matrix === undefined))
    throw fieldError("items", "or `matrix` must be given, and not both");
  if (matrix !== undefined) return matrixCells(matrix).map((cell, index) => ({ item: cell, index, matrix: cell }));
  return itemsOf(items ?? null).map((item, index) => ({ item, index }));
}

function itemsOf(items: Json): readonly Json[] {
  if (Array.isArray(items)) return items;
  if (typeof items === "string") return linesOf(items);
  if (isJsonObject(items)) return Object.entries(items).map(([key, value]) => ({ key, value }));
  if (items === null) return [];
  throw fieldError("items", `must be a list; it is ${JSON.stringify(items)}`);
}

/** A text that is JSON of a list is that list (a step's `stdout`); any other is its lines. */
function linesOf(text: string): readonly Json[] {
  if (text.trimStart().startsWith("[")) {
    try {
      const parsed = JSON.parse(text) as Json;
      if (Array.isArray(parsed)) return parsed;
    } catch {
      // Not JSON after all: lines may well start with a bracket.
    }
  }
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function gather(frames: readonly FrameResult[]): StepOutcome {
  const results = frames.map((frame): Json => ({
    item: frame.names["item"] ?? null,
    index: frame.names["index"] ?? null,
    status: frame.status,
    outputs: lastOutputs(frame),
    steps: stepsOf(frame),
    ...(frame.error === undefined ? {} : { error: frame.error.message }),
  }));
  const failed = frames.filter((frame) => frame.status !== "completed").length;
  const outputs = { results, count: frames.length, failed };
  return (
    failureOf(frames, "foreach.failed", (frame) => `item ${Number(frame.key) + 1} of ${frames.length}`, outputs) ?? {
      status: "completed",
      outputs,
    }
  );
}
