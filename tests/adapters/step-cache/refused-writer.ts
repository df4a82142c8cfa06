import { createActionsStepCache } from "../../../src/adapters/step-cache/actions.ts";
import { digestJson } from "../../../src/kernel/digest.ts";
import type { CacheEntry } from "../../../src/ports/step-cache.ts";

/** A job that keeps one result after another, two of them twice at once, at the cache service its environment names; the process then ends by itself. */
const warnings: string[] = [];
const ignore = (): void => undefined;
const log = { info: ignore, debug: ignore, error: ignore, warning: (line: string) => void warnings.push(line) };
const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN } = process.env;
const cache = createActionsStepCache({ log, env: { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN } });
const entryFor = (name: string): CacheEntry => ({ key: digestJson({ name }), manifest: { name }, files: new Map() });
const about = { workflow: "w", step: "s" };
const kept = [
  ...(await Promise.all([cache.put(entryFor("one"), about), cache.put(entryFor("one"), about)])),
  await cache.put(entryFor("two"), about),
  await cache.put(entryFor("three"), about),
  ...(await Promise.all([cache.put(entryFor("four"), about), cache.put(entryFor("four"), about)])),
];
process.stdout.write(`${JSON.stringify({ kept, warnings: warnings.length })}\n`);
