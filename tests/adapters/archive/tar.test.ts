import { rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import tar from "tar-stream";
import { afterEach, describe, expect, test } from "vitest";
import { exportRun, importRun } from "../../../src/adapters/archive/tar.ts";
import { createMemoryArtifactStore } from "../../../src/adapters/artifact-store/memory.ts";
import { systemClock } from "../../../src/adapters/clock/system.ts";
import { createMemoryRunStore } from "../../../src/adapters/run-store/memory.ts";
import { openGitWorkspace } from "../../../src/adapters/workspace/git.ts";
import { sha256 } from "../../../src/kernel/digest.ts";
import { canonicalJson, type JsonObject } from "../../../src/kernel/json.ts";
import type { JournalRecord, RunStore, RunSummary } from "../../../src/ports/run-store.ts";
import { contentsOf, createRepository, runGit, temporaryFolder } from "../workspace/repository.ts";

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const thing of made.splice(0)) thing.remove();
});

const clock = systemClock();

/** A journal as the engine chains it, for a run that held `tree`. */
function journalOf(runId: string, data: readonly JsonObject[]): JournalRecord[] {
  let prev = "0".repeat(64);
  return data.map((item, i) => {
    const body = canonicalJson({
      v: 1,
      seq: i + 1,
      at: "2026-11-20T21:00:00.000Z",
      run: runId,
      prev,
      type: "step.completed",
      data: item,
    });
    prev = sha256(body);
    return { seq: i + 1, body, hash: prev };
  });
}

function summaryOf(runId: string, more: Partial<RunSummary> = {}): RunSummary {
  return {
    runId,
    workflow: "w",
    status: "running",
    createdAt: 1,
    updatedAt: 2,
    costUsd: 0.5,
    inputTokens: 1,
    outputTokens: 2,
    cacheHits: 0,
    cacheMisses: 1,
    labels: {},
    ...more,
  };
}

async function keepRun(
  store: RunStore,
  runId: string,
  records: readonly JournalRecord[],
  blobs = new Map<string, Uint8Array>(),
  more: Partial<RunSummary> = {},
): Promise<void> {
  const lease = await store.acquire(runId, "test", 10_000);
  await store.append({ runId, records, afterSeq: 0, fence: lease!.fence, summary: summaryOf(runId, more), blobs });
  await store.release(lease!);
}

/** A run on one machine, and a second machine: a clone of the same repository with a state of its own. */
async function twoMachines() {
  const repository = createRepository({ "a.txt": "one\n", "b/c.txt": "two\n" });
  made.push(repository);
  const elsewhere = temporaryFolder();
  made.push({ remove: () => rmSync(elsewhere, { recursive: true, force: true }) });
  const clone = path.join(elsewhere, "clone");
  runGit(elsewhere, ["clone", "-q", repository.root, "clone"]);
  const store = createMemoryRunStore(clock);
  const workspace = await repository.open("run_1");
  repository.write("made.txt", "by a step\n");
  const tree = await workspace.snapshot();
  const large = new Uint8Array(Buffer.from("a large value ".repeat(1_000)));
  const records = journalOf("run_1", [{ tree }, { outputs: { big: { $blob: sha256(large), bytes: large.length } } }]);
  await keepRun(store, "run_1", records, new Map([[sha256(large), large]]));
  const open = () => openGitWorkspace({ root: clone, stateDirectory: path.join(clone, ".git/pawl"), runId: "run_1" });
  return {
    repository,
    clone,
    store,
    workspace,
    tree,
    records,
    large,
    other: { store: createMemoryRunStore(clock), workspace: await open() },
  };
}

describe("a run's archive", () => {
  test("brings journal, values and trees to another machine, byte for byte", async () => {
    const { repository, clone, store, workspace, tree, records, large, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    const imported = await importRun(archive, { ...other, clock, runId: "run_1" });
    expect(imported).toEqual({ runId: "run_1", records: 2 });
    expect(await other.store.read("run_1")).toEqual(records);
    expect(Buffer.from((await other.store.blob(sha256(large)))!)).toEqual(Buffer.from(large));
    expect(await other.store.summary("run_1")).toMatchObject({ workflow: "w", costUsd: 0.5 });
    await other.workspace.restore(tree);
    expect(contentsOf(clone)).toEqual(contentsOf(repository.root));
  });

  test("needs no commit of the repository where it arrives", async () => {
    const { repository, store, workspace, tree } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    const unrelated = createRepository({ "other.txt": "x\n" });
    made.push(unrelated);
    const there = { store: createMemoryRunStore(clock), workspace: await unrelated.open("run_1") };
    await importRun(archive, { ...there, clock });
    await there.workspace.restore(tree);
    expect(contentsOf(unrelated.root)).toEqual(contentsOf(repository.root));
  });

  test("is smaller without the base commit's objects, and enough where that commit is", async () => {
    const { repository, clone, store, workspace, tree, other } = await twoMachines();
    const whole = await exportRun({ runId: "run_1", store, workspace });
    const thin = await exportRun({ runId: "run_1", store, workspace, thin: true });
    expect(thin.length).toBeLessThan(whole.length - 50);
    await importRun(thin, { ...other, clock });
    await other.workspace.restore(tree);
    expect(contentsOf(clone)).toEqual(contentsOf(repository.root));
  });

  test("carries child runs and artifacts", async () => {
    const { store, workspace, other } = await twoMachines();
    await keepRun(store, "run_2", journalOf("run_2", [{}]), new Map(), { parentRunId: "run_1" });
    const artifacts = createMemoryArtifactStore({ clock });
    await artifacts.put(
      { name: "report", mediaType: "text/plain", runId: "run_1", step: "s", workflow: "w", tags: ["t"] },
      Buffer.from("report"),
    );
    const archive = await exportRun({ runId: "run_1", store, workspace, artifacts });
    const there = createMemoryArtifactStore({ clock });
    expect(await importRun(archive, { ...other, clock, artifacts: there })).toEqual({ runId: "run_1", records: 3 });
    expect(await other.store.summary("run_2")).toMatchObject({ parentRunId: "run_1" });
    const found = await there.get("report", { runId: "run_1" });
    expect(Buffer.from(found!.content).toString()).toBe("report");
    expect(found!.record).toMatchObject({ step: "s", tags: ["t"], version: 1 });
  });

  test("continues a journal that is here, and changes nothing when it knows no more", async () => {
    const { store, workspace, records, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    await keepRun(other.store, "run_1", records.slice(0, 1));
    expect(await importRun(archive, { ...other, clock })).toEqual({ runId: "run_1", records: 1 });
    expect(await importRun(archive, { ...other, clock })).toEqual({ runId: "run_1", records: 0 });
    expect(await other.store.read("run_1")).toEqual(records);
  });

  test("refuses a journal that went another way here", async () => {
    const { store, workspace, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    await keepRun(other.store, "run_1", journalOf("run_1", [{ other: true }]));
    await expect(importRun(archive, { ...other, clock })).rejects.toMatchObject({ code: "archive.conflict" });
  });

  test("is refused for another run than the one asked for", async () => {
    const { store, workspace, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    await expect(importRun(archive, { ...other, clock, runId: "run_9" })).rejects.toMatchObject({
      code: "archive.other_run",
    });
  });

  test("is refused whole wherever it is cut off or a byte is changed", async () => {
    const { store, workspace, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    for (let i = 1; i <= 12; i++) {
      const at = Math.floor((archive.length * i) / 13);
      await expect(importRun(archive.subarray(0, at), { ...other, clock })).rejects.toMatchObject({
        code: "archive.corrupt",
      });
      const changed = archive.slice();
      changed[at]! ^= 0x10;
      await expect(importRun(changed, { ...other, clock })).rejects.toMatchObject({ code: "archive.corrupt" });
    }
    expect(await other.store.summary("run_1")).toBeUndefined();
  });

  test("is refused when someone rewrote an event and left the rest", async () => {
    const { store, workspace, other } = await twoMachines();
    const archive = await exportRun({ runId: "run_1", store, workspace });
    const forged = await rewritten(archive, (name, content) =>
      name.endsWith("journal.jsonl")
        ? Buffer.from(content.toString().replace("step.completed", "step.c0mpleted"))
        : content,
    );
    await expect(importRun(forged, { ...other, clock })).rejects.toMatchObject({ code: "archive.corrupt" });
  });

  test.each<[string, (pack: tar.Pack) => void, string]>([
    ["a path that leads out", (pack) => pack.entry({ name: "../../../../etc/cron.d/x" }, "x"), "archive.refused"],
    ["an absolute path", (pack) => pack.entry({ name: "/etc/passwd" }, "x"), "archive.refused"],
    ["a symbolic link", (pack) => pack.entry({ name: "a", type: "symlink", linkname: "/" }), "archive.refused"],
    ["a hard link", (pack) => pack.entry({ name: "a", type: "link", linkname: "b" }), "archive.refused"],
    ["a device", (pack) => pack.entry({ name: "a", type: "character-device" }), "archive.refused"],
    ["a line feed in a name", (pack) => pack.entry({ name: "a\n::error::x" }, "x"), "archive.refused"],
    ["a name of 5,000 characters", (pack) => pack.entry({ name: "a".repeat(5_000) }, "x"), "archive.refused"],
    ["a direction mark in a name", (pack) => pack.entry({ name: "a\u202etxt" }, "x"), "archive.refused"],
    [
      "more bytes than an archive of its size can honestly hold",
      (pack) => pack.entry({ name: "bomb" }, Buffer.alloc(60_000_000)),
      "archive.refused",
    ],
    ["a file its list doesn't name", (pack) => pack.entry({ name: "extra" }, "x"), "archive.corrupt"],
  ])("is refused with %s, and nothing is written", async (_, add, code) => {
    const { other, clone } = await twoMachines();
    const before = contentsOf(clone);
    await expect(importRun(await packed(add), { ...other, clock })).rejects.toMatchObject({ code });
    expect(contentsOf(clone)).toEqual(before);
  });

  test("is refused when it holds more entries than any run has", async () => {
    const { other } = await twoMachines();
    const bomb = await packed((pack) => {
      for (let i = 0; i < 100_001; i++) pack.entry({ name: `e${i}` }, "");
    });
    await expect(importRun(bomb, { ...other, clock })).rejects.toMatchObject({
      code: "archive.refused",
      message: expect.stringContaining("entries") as string,
    });
  });
});

async function packed(add: (pack: tar.Pack) => void): Promise<Uint8Array> {
  const pack = tar.pack();
  add(pack);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return await promisify(zstdCompress)(Buffer.concat(chunks));
}

async function rewritten(archive: Uint8Array, change: (name: string, content: Buffer) => Buffer): Promise<Uint8Array> {
  const reader = tar.extract();
  reader.end(await promisify(zstdDecompress)(archive));
  const members: [string, Buffer][] = [];
  for await (const entry of reader) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    members.push([entry.header.name, change(entry.header.name, Buffer.concat(chunks))]);
  }
  return await packed((pack) => {
    for (const [name, content] of members) pack.entry({ name }, content);
  });
}
