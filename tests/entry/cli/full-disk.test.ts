import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { bench, BIN, ended, type Bench, type Called } from "./pawl.ts";

/** Two steps of which neither result fits on 40 kB, and one that sees both. */
const BIG = `name: big
steps:
  - id: one
    type: shell
    command: head -c 400000 /dev/urandom > one.txt
    cache: { inputs: [in.txt] }
    timeout: 1m
  - id: two
    type: shell
    command: head -c 400000 /dev/urandom > two.txt
    cache: { inputs: [in.txt], paths: [kept] }
    timeout: 1m
  - id: both
    type: shell
    command: cat one.txt two.txt | wc -c
    timeout: 1m
`;
const MAKES = `name: makes
steps:
  - id: make
    type: shell
    command: head -c 400000 /dev/zero > big.bin
    outputs: { big: ./big.bin }
    timeout: 1m
`;

const canMount = spawnSync("unshare", ["-rm", "true"]).status === 0;
if (!canMount) process.stderr.write("tests of a full disk are left out: this machine allows no mounts of one's own\n");

/** Calls pawl with a file system of `size` mounted on a folder of the state directory, for this call alone. */
async function onDisk(place: Bench, size: string, folder: string, ...argv: readonly string[]): Promise<Called> {
  const target = path.join(place.root, ".git/pawl", folder);
  mkdirSync(target, { recursive: true });
  const script = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"';
  const command = ["-rm", "sh", "-c", script, "sh", size, target, process.execPath, BIN, ...argv];
  return await ended(spawn("unshare", command, { cwd: place.root, env: place.env, stdio: ["ignore", "pipe", "pipe"] }));
}

const warningsIn = ({ stderr }: Called): readonly string[] =>
  stderr.split("\n").filter((line) => line.startsWith("warning"));

describe.runIf(canMount)("a disk that is full", () => {
  test("costs the cache one line, and no run its result", async () => {
    using place = bench({ "big.yml": BIG, "in.txt": "x\n", ".gitignore": "kept\n" });
    const called = await onDisk(place, "40k", "cache", "run", "big.yml", "--json");
    expect(called.exit, called.stderr).toBe(0);
    expect(called.json()).toMatchObject({
      status: "completed",
      cache: { hits: 0, misses: 2 },
      steps: { both: { outputs: { stdout: "800000" } } },
    });
    expect(warningsIn(called)).toEqual([
      expect.stringMatching(/^warning: step cache: a result could not be kept, later runs .*ENOSPC/),
    ]);
  });

  test("fails the step whose artifact it can't hold, and the run goes on when there is room", async () => {
    using place = bench({ "makes.yml": MAKES });
    const called = await onDisk(place, "200k", "artifacts", "run", "makes.yml", "--json");
    expect(called.exit).toBe(1);
    const { run_id, error } = called.json() as { run_id: string; error: unknown };
    expect(error).toMatchObject({ code: "artifact.not_stored", remedy: expect.stringContaining("space") as unknown });
    expect((await place.pawl("resume", run_id)).exit).toBe(0);
    expect((await place.pawl("artifacts", "list", "--json")).json()).toMatchObject([{ name: "big", bytes: 400_000 }]);
  });
});
