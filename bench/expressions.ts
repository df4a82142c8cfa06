import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Json } from "../src/kernel/json.ts";
import { evaluateCondition, references, resolveValue } from "../src/language/expressions/evaluate.ts";
import { compileScript } from "../src/language/expressions/script.ts";
import type { Scope } from "../src/language/expressions/scope.ts";
import type { BenchRow } from "./report.ts";
import { median } from "./report.ts";

const SAMPLES = 9;
const SAMPLE_MS = 60;
const AIM = "≥ 100,000";

/** How many typical expressions are evaluated in a second, in a run of 50 steps; and what a scope of 1,000 steps costs to look into. */
export async function measure(): Promise<BenchRow[]> {
  const scope = scopeOf(50);
  const large = scopeOf(1_000);
  const perSecond = (name: string, work: () => unknown): BenchRow => ({
    name,
    value: rate(work),
    unit: "/s",
    aim: AIM,
  });
  const before = heapAfterCollection();
  const rows = [
    perSecond("Jinja: one name", () => resolveValue("{{ inputs.target }}", scope)),
    perSecond("Jinja: text with two names", () =>
      resolveValue("{{ inputs.name }} reached {{ step_7.outputs.covered }} %", scope),
    ),
    perSecond("Jinja: condition with an operand", () =>
      evaluateCondition("step_7.outputs.covered >= {{ inputs.target }}", scope),
    ),
    perSecond("Jinja: filters", () => resolveValue("fix/{{ issue.title | lower | slug }}", scope)),
    perSecond("GitHub: one name", () => resolveValue("${{ inputs.target }}", scope)),
    perSecond("GitHub: condition", () =>
      evaluateCondition("${{ steps.step_7.outputs.covered >= inputs.target && success() }}", scope),
    ),
    perSecond("GitHub: contains labels", () => evaluateCondition("${{ contains(issue.labels.*.name, 'bug') }}", scope)),
    perSecond("condition, a fresh scope of 1,000 steps each time", () =>
      evaluateCondition("step_7.outputs.covered >= inputs.target", { ...large }),
    ),
    perSecond("references of a condition", () =>
      references("steps.step_7.outputs.covered >= {{ inputs.target }}", "condition"),
    ),
    perSecond("compile a script of three lines", () =>
      compileScript('set -e\nnpm test -- "{{ inputs.name }}"\necho {{ steps.step_7.outputs.covered }} > out', "bash"),
    ),
  ];
  for (let n = 0; n < 2_000; n++)
    resolveValue(`step ${n}: {{ inputs.name }} of {{ step_7.outputs.covered + ${n} }}`, scope);
  const grown = (heapAfterCollection() - before) / 1_048_576;
  return [...rows, { name: "memory kept for 2,000 different templates", value: grown, unit: "MiB" }];
}

/** Bytes in use once nothing is left to collect. */
function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

function rate(work: () => unknown): number {
  for (let n = 0; n < 2_000; n++) work();
  const samples = Array.from({ length: SAMPLES }, () => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < SAMPLE_MS) {
      for (let n = 0; n < 200; n++) work();
      count += 200;
    }
    return (count * 1_000) / (performance.now() - start);
  });
  return median(samples);
}

function scopeOf(steps: number): Scope {
  const results: Record<string, Json> = {};
  for (let n = 0; n < steps; n++)
    results[`step_${n}`] = {
      outputs: { covered: 80 + (n % 20), stdout: "some text\n".repeat(20) },
      status: "completed",
    };
  const refused = (): never => {
    throw new Error("no files here");
  };
  return {
    contexts: {
      ...results,
      steps: results,
      inputs: { target: 85, name: "core" },
      variables: { mode: "full" },
      env: { CI: "true" },
      issue: { title: "Fix: the parser drops white space!", labels: [{ name: "ui" }, { name: "bug" }] },
    },
    host: { secret: () => undefined, readFile: refused, hashFiles: () => "", artifact: refused, status: "success" },
  };
}
