import { createLocalStepCache } from "../../../src/adapters/step-cache/local.ts";
import { digestJson } from "../../../src/kernel/digest.ts";

/**
 * One of many processes on one cache folder: `racer.ts DIRECTORY SEED OPERATIONS`. Puts, gets and prunes a few keys in an order drawn from
 * the seed, and reports entries whose content was not one that some process wrote whole.
 */
const [directory = "", seed = "0", count = "0"] = process.argv.slice(2);
const warnings: string[] = [];
const cache = createLocalStepCache({
  directory,
  clock: { now: () => Date.now(), sleep: async () => undefined, random: () => 0, newRunId: () => "" },
  log: {
    info: () => undefined,
    debug: () => undefined,
    error: () => undefined,
    warning: (line) => void warnings.push(line),
  },
});

let state = Number(seed) * 7_919 + 1;
const draw = (below: number): number => {
  // A linear congruential generator (Numerical Recipes): the order of operations is the seed's.
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state % below;
};

let wrong = 0;
const operations = Number(count);
for (let i = 0; i < operations; i++) {
  const name = draw(12);
  const key = digestJson({ name });
  const kind = draw(10);
  if (kind < 4) {
    const letter = String.fromCharCode(97 + draw(26));
    const content = Buffer.from(letter.repeat(1 + draw(20_000)));
    const files = new Map([["change", new Uint8Array(content)]]);
    const kept = await cache.put(
      { key, manifest: { name, letter, bytes: content.length }, files },
      { workflow: "w", step: "s" },
    );
    if (!kept) wrong += 1;
  } else if (kind < 9) {
    const found = await cache.get(key);
    if (found === undefined) continue;
    const { letter, bytes } = found.manifest;
    const content = Buffer.from(found.files.get("change") ?? []).toString();
    if (found.manifest["name"] !== name || content !== (letter as string).repeat(Number(bytes))) wrong += 1;
  } else {
    await cache.prune({ maxBytes: 60_000 });
  }
}
process.send?.({ operations, wrong, warnings });
process.disconnect?.();
