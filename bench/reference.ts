import { LOCAL_REFERENCES, runTwice } from "../tests/e2e/reference-local.ts";
import { against, type BenchRow } from "./report.ts";

/**
 * An unchanged second run of every reference workflow that has a cacheable step: its wall time as a share of the first's, the share of cacheable
 * steps taken from the cache, and tokens spent. The model is scripted and answers at once, so that the share is the least flattering one.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  let [hits, asked, tokens] = [0, 0, 0];
  for (const name of Object.keys(LOCAL_REFERENCES)) {
    const { first, second, firstMs, secondMs } = await runTwice(name);
    if (first.status !== "completed" || second.status !== "completed") {
      throw new Error(`${name} ended ${first.status}, then ${second.status}: ${first.error?.message ?? ""}`);
    }
    rows.push(against(`reference: second run of ${name}`, secondMs, firstMs, "ms"));
    hits += second.cache.hits;
    asked += second.cache.hits + second.cache.misses;
    tokens += second.cost.input_tokens + second.cost.output_tokens;
  }
  rows.push(
    { name: "reference: cacheable steps hit in second runs", value: (100 * hits) / asked, unit: "%", aim: "100 %" },
    { name: "reference: tokens of second runs", value: tokens, unit: "tokens", aim: "0" },
  );
  return rows;
}
