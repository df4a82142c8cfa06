import { answers, type Answer, type MessagesRequest, type Script } from "../peers/messages-api.ts";

const SOURCE = "src/duration.js";

/** The first attempt: it handles the case of the report, where the units differ by one step, and misses a carry over two. */
const TOO_NARROW = {
  old_text: "    if (amount !== 0) parts.push(`${amount}${unit}`);\n",
  new_text: [
    "    if (last && index > 0 && amount * size === shown[index - 1][1]) {",
    "      parts[parts.length - 1] = `${Number.parseInt(parts.at(-1), 10) + 1}${shown[index - 1][0]}`;",
    "    } else if (amount !== 0) parts.push(`${amount}${unit}`);",
    "",
  ].join("\n"),
};

/** The correction: round the whole duration first, then see which units it has. */
const WHOLE_BODY = {
  old_text: [
    "  let rest = Math.abs(milliseconds);",
    "  const first = UNITS.findIndex(([, size]) => rest >= size);",
    '  if (first < 0) return "0s";',
    "  const shown = UNITS.slice(first, first + units);",
    "  const parts = [];",
    "  for (const [index, [unit, size]] of shown.entries()) {",
    "    const last = index === shown.length - 1;",
    "    const amount = last ? Math.round(rest / size) : Math.floor(rest / size);",
    "    rest -= amount * size;",
    ...TOO_NARROW.new_text.trimEnd().split("\n"),
    "  }",
    "",
  ].join("\n"),
  new_text: [
    "  const { rounded, shown } = roundToShown(Math.abs(milliseconds), units);",
    '  if (shown.length === 0) return "0s";',
    "  let rest = rounded;",
    "  const parts = [];",
    "  for (const [unit, size] of shown) {",
    "    const amount = Math.floor(rest / size);",
    "    rest -= amount * size;",
    "    if (amount !== 0) parts.push(`${amount}${unit}`);",
    "  }",
    "",
  ].join("\n"),
};
const NEW_FUNCTION = {
  old_text: "/**\n * A duration from now in words:",
  new_text: [
    "/** A duration rounded to the last unit it will show, and those units: rounding may bring in a larger one. */",
    "function roundToShown(distance, units) {",
    "  const shownOf = (value) => {",
    "    const first = UNITS.findIndex(([, size]) => value >= size);",
    "    return first < 0 ? [] : UNITS.slice(first, first + units);",
    "  };",
    "  const finest = shownOf(distance).at(-1)?.[1] ?? 1;",
    "  const rounded = Math.round(distance / finest) * finest;",
    "  return { rounded, shown: shownOf(rounded) };",
    "}",
    "",
    "/**",
    " * A duration from now in words:",
  ].join("\n"),
};

const TURNS: readonly Answer[] = [
  answers.tools("I'll start with the failing test, and see which files there are.", [
    ["read", { path: "test/duration.test.js" }],
    ["glob", { pattern: "src/**/*.js" }],
  ]),
  answers.tools("The test is about formatDuration. Now its source.", [["read", { path: SOURCE }]]),
  answers.tools(
    "The last unit is rounded after the units were chosen, so 59.98 minutes become 60. I'll carry it into the unit before it.",
    [["edit", { path: SOURCE, ...TOO_NARROW }]],
  ),
  answers.tools("I'll try the case from the report.", [
    [
      "bash",
      {
        command:
          "node --input-type=module -e \"import { formatDuration } from './src/index.js'; console.log(formatDuration(7_199_000))\"",
      },
    ],
  ]),
  answers.text("formatDuration(7_199_000) prints 2h now. The last unit is carried into the one before it."),
  answers.tools(
    "My carry reaches one unit only: 23h 60m became 24h instead of 1d. The rounding has to come first, then the choice of the units.",
    [
      ["edit", { path: SOURCE, ...WHOLE_BODY }],
      ["edit", { path: SOURCE, ...NEW_FUNCTION }],
    ],
  ),
  answers.tools("Now the whole suite.", [["bash", { command: "npm test" }]]),
  answers.text(
    "formatDuration chose its units first and rounded the last one afterwards, so that a value that rounds up to a whole larger unit was " +
      "printed as 60m. It now rounds the whole duration to its last shown unit and chooses the units then, so that a carry goes as far as it has to.",
  ),
];

/** What was asked again and again is the same turn again: a turn is chosen by how many the conversation has, not by counting requests. */
export function turnOf(request: MessagesRequest): number {
  return request.messages.filter((message) => message.role === "assistant").length;
}

/**
 * A model's part in fixing the sample's bug, played from a script: it reads the failing test and the source, edits, tries one case, ends its
 * turn, is told that the verification failed, finds the cause, and corrects itself. What its tools do, and whether the tests pass, is real.
 */
export const fixTheSample: Script = (request) => {
  const turn = TURNS[turnOf(request)];
  return turn ?? answers.text("There is nothing more to do.");
};
