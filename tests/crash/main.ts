import { parseArgs } from "node:util";
import type { RunView } from "../../src/engine/view.ts";
import { random } from "../sim/simulated-clock.ts";
import { GOLDENS } from "./goldens.ts";
import { crash, freshPlace, work, type WorkerOptions } from "./harness.ts";

/**
 * `npm run crash -- [--kills 1000] [--seed 1] [--at-once 2]`: SIGKILLs real worker processes, first before and after every append of every
 * golden workflow, then at moments chosen by the seed; lets another process go on; prints the counts and exits 1 at any violation.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: "2" },
  },
});
const wanted = Number(values.kills);
const chance = random(Number(values.seed));
const names = Object.keys(GOLDENS);
const undisturbed = new Map<string, { readonly view: RunView; readonly ms: number }>();
for (const name of names) {
  using place = freshPlace();
  const begun = performance.now();
  const { view } = await work(place.directory, name);
  if (view === undefined) throw new Error(`${name} does not run to its end`);
  undisturbed.set(name, { view, ms: performance.now() - begun });
}

const counts = { kills: 0, survived: 0, violations: 0 };
const jobs = plan();
await Promise.all(Array.from({ length: Number(values["at-once"]) }, worker));
process.stdout.write(
  `${counts.kills} SIGKILLs over ${names.length} golden workflows (${counts.survived} runs ended first): ` +
    `${counts.violations} violations\n`,
);
process.exitCode = counts.violations > 0 ? 1 : 0;

async function worker(): Promise<void> {
  for (let job = jobs.next(); job.done !== true && counts.kills < wanted; job = jobs.next()) {
    const [name, options] = job.value;
    const expected = undisturbed.get(name);
    if (expected === undefined) continue;
    const { violations, killed } = await crash(name, options, expected.view);
    if (killed) counts.kills++;
    else counts.survived++;
    if (killed && counts.kills % 100 === 0)
      process.stderr.write(`${counts.kills} kills, ${counts.violations} violations\n`);
    for (const violation of violations) {
      counts.violations++;
      process.stderr.write(`${name} ${JSON.stringify(options)}: ${violation}\n`);
    }
  }
}

/** Every point of every golden workflow once, then moments by chance for ever. */
function* plan(): Generator<readonly [string, WorkerOptions]> {
  const open = new Set(names);
  for (let killAt = 1; open.size > 0 && killAt < 60; killAt++) {
    for (const name of open) {
      if (killAt > 2 * Object.keys(undisturbed.get(name)?.view.steps ?? {}).length + 12) open.delete(name);
      yield [name, { killAt, killWhen: "before" }];
      yield [name, { killAt, killWhen: "after" }];
    }
  }
  for (;;) {
    const name = names[Math.floor(chance() * names.length)] ?? "";
    yield [
      name,
      { killAfterMs: 50 + chance() * (undisturbed.get(name)?.ms ?? 500), holdMs: Math.floor(chance() * 20) },
    ];
  }
}
