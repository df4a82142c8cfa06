import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLocalStepCache } from "../src/adapters/step-cache/local.ts";
import { systemClock } from "../src/adapters/clock/system.ts";
import { openGitWorkspace } from "../src/adapters/workspace/git.ts";
import { digestJson } from "../src/kernel/digest.ts";
import type { Log } from "../src/ports/log.ts";
import { against, median, type BenchRow } from "./report.ts";

const silent: Log = { info: () => {}, debug: () => {}, error: () => {}, warning: () => {} };

/** Keys over many files, entries against plain files of the same bytes, and many processes on one cache folder. */
export async function measure(): Promise<readonly BenchRow[]> {
  const base = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
  try {
    return [
      ...(await keys(path.join(base, "files"))),
      ...(await entries(path.join(base, "entries"))),
      await races(path.join(base, "races")),
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The part of a step's key that 10,000 declared files make. */
async function keys(root: string): Promise<readonly BenchRow[]> {
  for (let i = 0; i < 10_000; i++) {
    const folder = path.join(root, "src", `d${i % 100}`);
    if (i < 100) mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `f${i}.ts`), `export const value${i} = ${i};\n`.repeat(20));
  }
  const workspace = await openGitWorkspace({ root, stateDirectory: path.join(root, ".pawl"), runId: "run_bench" });
  const tree = await workspace.snapshot();
  const first = await timed(() => workspace.digestFiles(["src/**/*.ts"], tree));
  const again: number[] = [];
  for (let i = 0; i < 5; i++) again.push(await timed(() => workspace.digestFiles(["src/**/*.ts"], tree)));
  return [
    { name: "cache: key over 10,000 declared files, first time", value: first, unit: "ms" },
    { name: "cache: key over 10,000 declared files, second time", value: median(again), unit: "ms", aim: "< 150 ms" },
  ];
}

/** Put and get of a 100 kB entry, digests checked, against writing and reading a file of the same bytes. */
async function entries(directory: string): Promise<readonly BenchRow[]> {
  mkdirSync(directory, { recursive: true });
  const cache = createLocalStepCache({ directory: path.join(directory, "cache"), clock: systemClock(), log: silent });
  const content = new Uint8Array(100_000).fill(7);
  const samples = { put: [] as number[], write: [] as number[], get: [] as number[], read: [] as number[] };
  for (let i = 0; i < 60; i++) {
    const key = digestJson({ i });
    const file = path.join(directory, `plain-${i}`);
    samples.write.push(
      await timed(async () => {
        await writeFile(`${file}.draft`, content);
        await rename(`${file}.draft`, file);
      }),
    );
    const entry = { key, manifest: { outputs: { i } }, files: new Map([["change", content]]) };
    samples.put.push(await timed(() => cache.put(entry, { workflow: "w", step: "s" })));
    samples.read.push(
      await timed(async () =>
        createHash("sha256")
          .update(await readFile(file))
          .digest("hex"),
      ),
    );
    samples.get.push(await timed(() => cache.get(key)));
  }
  return [
    against("cache: put an entry of 100 kB", median(samples.put), median(samples.write), "ms"),
    against("cache: get an entry of 100 kB", median(samples.get), median(samples.read), "ms"),
  ];
}

/** Eight processes that put, get and prune the same dozen keys: entries that came back wrong. */
async function races(directory: string): Promise<BenchRow> {
  const program = path.join(import.meta.dirname, "../tests/adapters/step-cache/racer.ts");
  const racers = Array.from({ length: 8 }, (_, seed) => fork(program, [directory, String(seed), "1250"]));
  const reports = await Promise.all(
    racers.map(async (racer) => {
      const [report] = (await once(racer, "message")) as [
        { readonly operations: number; readonly wrong: number; readonly warnings: readonly string[] },
      ];
      return report;
    }),
  );
  const operations = reports.reduce((sum, report) => sum + report.operations, 0);
  const wrong = reports.reduce((sum, report) => sum + report.wrong + report.warnings.length, 0);
  return {
    name: `cache: corrupt entries in ${operations.toLocaleString("en-US")} operations of 8 processes`,
    value: wrong,
    unit: "entries",
    aim: "0",
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
