import { parseArgs } from "node:util";
import { simulate, type Simulated } from "./simulate.ts";

/**
 * `npm run sim -- --seeds 10000 [--from 1] [--twice 100] [--lines 40]`: simulates that many seeds, prints what it did, and exits 1 at the first
 * violated invariant with the seed that shows it. `--twice N` runs every Nth seed again and compares the traces.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    twice: { type: "string", default: "50" },
    lines: { type: "string", default: "40" },
  },
});
const from = Number(values.from);
const count = Number(values.seeds);
const twice = Number(values.twice);
const totals = { seeds: 0, events: 0, steps: 0, crashes: 0, stalls: 0, compared: 0 };
const ends = new Map<string, number>();
const begun = performance.now();

for (let seed = from; seed < from + count; seed++) {
  const result = await simulate(seed);
  const problems = [...result.violations];
  if (seed % twice === 0) {
    totals.compared++;
    const again = await simulate(seed);
    if (again.trace !== result.trace) problems.push("the same seed gave another trace");
  }
  add(result);
  if (problems.length > 0) {
    process.stderr.write(`${result.lines.slice(-Number(values.lines)).join("\n")}\n`);
    process.stderr.write(`seed ${seed} violates:\n${problems.map((problem) => `  ${problem}\n`).join("")}`);
    process.exitCode = 1;
    break;
  }
}
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  `${totals.seeds} seeds in ${seconds.toFixed(1)} s: ${totals.events} events, ${totals.steps} step attempts, ` +
    `${totals.crashes} crashes, ${totals.stalls} late holders, ${totals.compared} traces compared, ` +
    `${[...ends].map(([status, times]) => `${times} ${status}`).join(", ")}, ${process.exitCode === 1 ? "1 VIOLATION" : "0 violations"}\n`,
);

function add(result: Simulated): void {
  totals.seeds++;
  totals.events += result.events;
  totals.steps += result.steps;
  totals.crashes += result.crashes;
  totals.stalls += result.stalls;
  ends.set(result.status, (ends.get(result.status) ?? 0) + 1);
}
