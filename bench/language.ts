import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parseDocument } from "yaml";
import { migrateWorkflow } from "../src/language/migrate.ts";
import { validateWorkflow } from "../src/language/validate/validate.ts";
import { builtInSteps } from "../src/steps/registry.ts";
import { against, median, type BenchRow } from "./report.ts";

const STEPS = 1_000;
const SAMPLES = 15;

/** A workflow as people write them, only longer: scripts, conditions, assertions and references to earlier steps. */
function longWorkflow(graph: boolean): string {
  const steps = Array.from({ length: STEPS / 2 }, (_, n) => {
    const before = n === 0 ? "{{ inputs.target }}" : `{{ steps.run_${n - 1}.outputs.total | default(0) }}`;
    return [
      `  - id: run_${n}`,
      `    name: Measure part ${n}`,
      "    type: shell",
      "    timeout: 5m",
      `    env: {PART: "${n}", BEFORE: "${before}"}`,
      "    command: |",
      `      echo "part $PART after $BEFORE"`,
      `      echo "total=${n}" >> "$PAWL_OUTPUT"`,
      "    outputs: {total: number}",
      `  - id: check_${n}`,
      "    type: assert",
      `    condition: "run_${n}.outputs.total | int >= 0 and {{ inputs.target }} < 100"`,
      "    message: the total is sound",
    ].join("\n");
  });
  const order = graph ? "parallel_execution: true\n" : "";
  return `name: long\n${order}inputs:\n  target: {type: number, default: 3}\nsteps:\n${steps.join("\n")}\n`;
}

/**
 * Reading, checking and planning of a 1,000-step workflow: the first time in a process, and warm; as a list and as a graph. The baseline is
 * the `yaml` package alone reading the same text.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const graph of [false, true]) {
    const text = longWorkflow(graph);
    const once = async (): Promise<number> => {
      const start = performance.now();
      const { ok, findings } = await validateWorkflow(text, { file: "long.yml", stepTypes: builtInSteps });
      if (!ok) throw new Error(`the benchmark's own workflow is wrong: ${findings[0]?.message ?? ""}`);
      return performance.now() - start;
    };
    const kind = graph ? "as a graph" : "in order";
    const cold = await once();
    const samples: number[] = [];
    const bare: number[] = [];
    for (let n = 0; n < SAMPLES; n++) {
      samples.push(await once());
      const start = performance.now();
      parseDocument(text, { uniqueKeys: false });
      bare.push(performance.now() - start);
    }
    const name = `parse, validate and plan ${STEPS} steps ${kind}, warm`;
    rows.push(against(name, median(samples), median(bare), "ms", "< 100 ms"));
    rows.push({ name: `… ${kind}, first time`, value: cold, unit: "ms" });
  }
  const text = longWorkflow(false);
  const before = heapAfterCollection();
  const { workflow, plan } = await validateWorkflow(text, { file: "long.yml", stepTypes: builtInSteps });
  const kept = heapAfterCollection() - before;
  if (workflow === undefined || plan === undefined) throw new Error("the benchmark's own workflow is wrong");
  rows.push({ name: `workflow and plan of ${STEPS} steps in memory`, value: kept / 1024, unit: "KiB" });
  const keys = Array.from({ length: 16_000 }, (_, n) => `k${n}: 1`).join("\n");
  const start = performance.now();
  await validateWorkflow(keys, { file: "keys.yml", stepTypes: builtInSteps });
  rows.push({ name: "refuse a file of 16,000 keys", value: performance.now() - start, unit: "ms", aim: "< 500 ms" });
  const migration = performance.now();
  migrateWorkflow(text.replace("timeout: 5m", "timeout_minutes: 5"), { file: "long.yml", stepTypes: builtInSteps });
  rows.push({ name: `migrate ${STEPS} steps`, value: performance.now() - migration, unit: "ms" });
  return rows;
}

/** Bytes in use once everything that can go is gone. */
function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}
