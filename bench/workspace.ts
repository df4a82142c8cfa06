import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openGitWorkspace } from "../src/adapters/workspace/git.ts";
import { against, median, type BenchRow } from "./report.ts";

const ROUNDS = 5;
const CHANGED = 10;

/**
 * Snapshot against `git add -A && git write-tree` on an index of its own, restore against `git checkout` of the same commits, on repositories of
 * 1,000 and 50,000 files of which ten change between rounds. Both sides run in turn, on copies of the same repository.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const files of [1_000, 50_000]) {
    const base = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
    try {
      rows.push(...(await measureSize(base, files)));
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  }
  return rows;
}

async function measureSize(base: string, files: number): Promise<readonly BenchRow[]> {
  const ours = path.join(base, "ours");
  createRepository(ours, files);
  const theirs = path.join(base, "theirs");
  cpSync(ours, theirs, { recursive: true, preserveTimestamps: true });
  git(theirs, ["update-index", "-q", "--refresh"]);
  git(ours, ["update-index", "-q", "--refresh"]);

  const opened = performance.now();
  const workspace = await openGitWorkspace({
    root: ours,
    stateDirectory: path.join(ours, ".git/pawl"),
    runId: "run_bench",
  });
  const first = await workspace.snapshot();
  const openMs = performance.now() - opened;
  git(theirs, ["add", "-A"]);
  git(theirs, ["write-tree"]);

  const samples = {
    snapshot: [] as number[],
    add: [] as number[],
    restore: [] as number[],
    checkout: [] as number[],
    same: [] as number[],
    addSame: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    change(ours, round);
    change(theirs, round);
    samples.add.push(
      timed(() => {
        git(theirs, ["add", "-A"]);
        git(theirs, ["write-tree"]);
      }),
    );
    samples.snapshot.push(await timedAsync(() => workspace.snapshot()));
    samples.addSame.push(
      timed(() => {
        git(theirs, ["add", "-A"]);
        git(theirs, ["write-tree"]);
      }),
    );
    samples.same.push(await timedAsync(() => workspace.snapshot()));
  }
  const last = await workspace.snapshot();
  git(theirs, ["commit", "-q", "-m", "last"]);
  for (let round = 0; round < ROUNDS; round++) {
    const back = round % 2 === 0;
    samples.checkout.push(timed(() => git(theirs, ["checkout", "-q", "--detach", back ? "main~1" : "main"])));
    samples.restore.push(await timedAsync(() => workspace.restore(back ? first : last)));
  }
  const size = files.toLocaleString("en-US");
  return [
    { name: `workspace: open and first snapshot, ${size} files`, value: openMs, unit: "ms" },
    against(
      `workspace: snapshot, ${CHANGED} of ${size} files changed`,
      median(samples.snapshot),
      median(samples.add),
      "ms",
      "≤ 1.5×",
    ),
    against(
      `workspace: snapshot, nothing of ${size} files changed`,
      median(samples.same),
      median(samples.addSame),
      "ms",
      "≤ 1.5×",
    ),
    against(
      `workspace: restore, ${CHANGED * ROUNDS} of ${size} files differ`,
      median(samples.restore),
      median(samples.checkout),
      "ms",
      "≤ 1.5×",
    ),
  ];
}

function createRepository(root: string, files: number): void {
  for (let i = 0; i < files; i++) {
    const folder = path.join(root, `d${i % 100}`, `e${Math.floor(i / 100) % 20}`);
    if (i < 2_000) mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `f${i}.txt`), `file ${i}\n${"some text of a source file\n".repeat(10)}`);
  }
  git(root, ["init", "-q", "-b", "main"]);
  git(root, ["config", "gc.auto", "0"]);
  git(root, ["add", "-A"]);
  git(root, ["commit", "-q", "-m", "first"]);
}

function change(root: string, round: number): void {
  for (let i = 0; i < CHANGED; i++) {
    const n = round * CHANGED + i;
    writeFileSync(
      path.join(root, `d${n % 100}`, `e${Math.floor(n / 100) % 20}`, `f${n}.txt`),
      `changed in round ${round}, file ${n}\n`,
    );
  }
}

function git(cwd: string, args: readonly string[]): void {
  execFileSync(
    "git",
    ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "core.fsync=none", ...args],
    {
      cwd,
      stdio: "ignore",
      env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    },
  );
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
