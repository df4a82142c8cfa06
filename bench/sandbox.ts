import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSandbox } from "../src/adapters/sandbox/process.ts";
import { median, type BenchRow } from "./report.ts";

const RUNS = 40;
const quiet = (): void => undefined;

/** What a sandboxed `true` costs beside a bare one, by profile. Where the machine enforces no profile, only the default is measured. */
export async function measure(): Promise<readonly BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
  try {
    const sandbox = createSandbox({
      log: { info: quiet, warning: quiet, error: quiet, debug: quiet },
      temporaryRoot: root,
    });
    const { profiles } = await sandbox.probe();
    const bare = await timed(async () => {
      await once(spawn("bash", ["-c", "true"], { stdio: "ignore" }), "close");
    });
    const rows: BenchRow[] = [{ name: "sandbox: a bare command", value: bare, unit: "ms" }];
    for (const profile of [undefined, "restricted", "paranoid", "standard"]) {
      if (profile !== undefined && !profiles.includes(profile)) continue;
      const value = await timed(async () => {
        await sandbox.run({
          argv: ["bash", "-c", "true"],
          cwd: root,
          env: {},
          writable: [],
          outputLimit: 1_000,
          ...(profile === undefined ? {} : { profile }),
        });
      });
      rows.push({
        name: `sandbox: added by ${profile ?? "no profile"}`,
        value: value - bare,
        unit: "ms",
        aim: "≤ 50 ms",
      });
    }
    return rows;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const samples: number[] = [];
  await run();
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    await run();
    samples.push(performance.now() - start);
  }
  return median(samples);
}
