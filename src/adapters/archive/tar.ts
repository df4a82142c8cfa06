import { randomUUID } from "node:crypto";
import { sha256, type Digest } from "../../kernel/digest.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { ExportRequest, ImportedRun, ImportRequest } from "../../ports/archive.ts";
import type { JournalRecord, RunStore, RunSummary } from "../../ports/run-store.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { readContainer, writeContainer } from "./container.ts";
import { checkJournal, referencedBlobs, referencedTrees } from "./journal.ts";
import { corrupt, isManifest, refused, type ArchivedRun, type Manifest } from "./manifest.ts";

const MANIFEST = "pawl-archive.json";
const PACK = "trees.pack";
const MAX_ARTIFACT_BYTES = 100_000_000;
const IMPORT_LEASE_MS = 60_000;

/**
 * A run as one file: its journal, those of the runs it started, the values they refer to and the git objects of their snapshots.
 * A run that is under way may be exported; the archive then ends where the journal did.
 *
 * @throws PawlError `store.unknown_run`
 */
export async function exportRun(request: ExportRequest): Promise<Uint8Array> {
  const { runId, store, workspace } = request;
  const members = new Map<string, Uint8Array>();
  const runs: ArchivedRun[] = [];
  const trees = new Set<string>();
  for (const summary of await withChildren(store, runId)) {
    const records = await store.read(summary.runId);
    const head = records.at(-1)?.hash;
    if (head === undefined) continue;
    for (const tree of referencedTrees(records)) trees.add(tree);
    for (const digest of referencedBlobs(records)) {
      const content = await store.blob(digest);
      if (content !== undefined) members.set(`blobs/${digest}`, content);
    }
    members.set(journalName(summary.runId), encodeJournal(records));
    runs.push({ runId: summary.runId, head, records: records.length, summary });
  }
  const held = await heldTrees(workspace, [...trees]);
  if (held.length > 0) members.set(PACK, await workspace.pack(held, { thin: request.thin ?? false }));
  const artifacts = await addArtifacts(request, members);
  const manifest: Manifest = {
    format: 1,
    runId,
    runs,
    trees: held,
    baseCommit: workspace.baseCommit ?? null,
    thin: request.thin ?? false,
    artifacts,
    members: [...members].map(([name, content]) => ({ name, bytes: content.byteLength, digest: sha256(content) })),
  };
  return await writeContainer(new Map([[MANIFEST, Buffer.from(JSON.stringify(manifest))], ...members]));
}

/**
 * Brings an exported run into a store and a workspace. Everything is checked before anything is written; a journal that is here already is
 * continued, never changed.
 *
 * @throws PawlError `archive.corrupt`, `archive.refused`, `archive.newer_version`, `archive.other_run`, `archive.conflict`, `store.leased`
 */
export async function importRun(bytes: Uint8Array, request: ImportRequest): Promise<ImportedRun> {
  const members = await readContainer(bytes);
  const manifest = readManifest(members);
  if (request.runId !== undefined && manifest.runId !== request.runId) {
    throw new PawlError({
      code: "archive.other_run",
      kind: "policy",
      message: `the archive is of run ${manifest.runId}, not of ${request.runId}`,
      remedy: "Give the archive of the run you want to resume.",
    });
  }
  const journals = manifest.runs.map((run) => {
    const records = decodeJournal(member(members, journalName(run.runId)));
    checkJournal(records, run);
    return { run, records };
  });
  if (!journals.some(({ run }) => run.runId === manifest.runId)) throw corrupt("the run's own journal is missing");
  const blobs = readBlobs(members);

  const pack = members.get(PACK);
  if (pack !== undefined) await request.workspace?.unpack(pack);
  await restoreArtifacts(manifest, members, request);
  let records = 0;
  // Children first: a parent that is resumed finds them.
  for (const journal of journals.toReversed()) records += await store(request.store, journal, blobs);
  return { runId: manifest.runId, records };
}

async function withChildren(store: RunStore, runId: string): Promise<readonly RunSummary[]> {
  const own = await store.summary(runId);
  if (own === undefined) {
    throw new PawlError({
      code: "store.unknown_run",
      kind: "invalid",
      message: `no run ${runId} is known here`,
      remedy: "List the runs with pawl list.",
    });
  }
  const children = await store.list({ parentRunId: runId, limit: 1_000 });
  return [own, ...(await Promise.all(children.map((child) => withChildren(store, child.runId)))).flat()];
}

/** Snapshots of the run this workspace still has; a journal may name trees of a workspace that is gone. */
async function heldTrees(workspace: Workspace, trees: readonly string[]): Promise<readonly string[]> {
  const held = await Promise.all(
    trees.map(async (tree) => {
      try {
        await workspace.patch(tree, tree);
        return true;
      } catch (error) {
        if (error instanceof PawlError && error.code === "workspace.unknown_tree") return false;
        throw error;
      }
    }),
  );
  return trees.filter((_, i) => held[i]);
}

async function addArtifacts(
  { runId, artifacts }: ExportRequest,
  members: Map<string, Uint8Array>,
): Promise<Manifest["artifacts"]> {
  if (artifacts === undefined) return [];
  const kept: Manifest["artifacts"][number][] = [];
  let total = 0;
  for (const record of (await artifacts.list({ runId })).toReversed()) {
    if (total + record.bytes > MAX_ARTIFACT_BYTES) continue;
    const found = await artifacts.get(record.name, { runId, version: record.version });
    if (found === undefined) continue;
    total += record.bytes;
    members.set(`artifacts/${record.digest}`, found.content);
    kept.push(record);
  }
  return kept;
}

async function restoreArtifacts(
  manifest: Manifest,
  members: ReadonlyMap<string, Uint8Array>,
  request: ImportRequest,
): Promise<void> {
  if (request.artifacts === undefined) return;
  const known = await request.artifacts.list({ runId: manifest.runId });
  for (const record of manifest.artifacts) {
    if (known.some(({ name, digest }) => name === record.name && digest === record.digest)) continue;
    const content = member(members, `artifacts/${record.digest}`);
    if (sha256(content) !== record.digest) throw corrupt(`artifact ${record.name} differs from its digest`);
    const { digest: _digest, bytes: _bytes, createdAt: _createdAt, version: _version, url: _url, ...made } = record;
    await request.artifacts.put({ ...made, runId: manifest.runId }, content);
  }
}

function readManifest(members: ReadonlyMap<string, Uint8Array>): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(member(members, MANIFEST)).toString("utf8"));
  } catch (cause) {
    if (cause instanceof PawlError) throw cause;
    throw corrupt("its list of contents is damaged", cause);
  }
  if (typeof value === "object" && value !== null && "format" in value && Number(value.format) > 1) {
    throw new PawlError({
      code: "archive.newer_version",
      kind: "invalid",
      message: "the archive was written by a newer Pawl",
      remedy: "Update Pawl and try again.",
    });
  }
  if (!isManifest(value)) throw corrupt("its list of contents has another form");
  const listed = new Set([MANIFEST, ...value.members.map(({ name }) => name)]);
  for (const name of members.keys())
    if (!listed.has(name)) throw refused(name, "the archive's list of contents doesn't name it");
  for (const { name, digest } of value.members) {
    if (sha256(member(members, name)) !== digest) throw corrupt(`${name} differs from its digest`);
  }
  return value;
}

function readBlobs(members: ReadonlyMap<string, Uint8Array>): ReadonlyMap<Digest, Uint8Array> {
  const blobs = new Map<Digest, Uint8Array>();
  for (const [name, content] of members) {
    if (!name.startsWith("blobs/")) continue;
    const digest = name.slice("blobs/".length);
    if (sha256(content) !== digest) throw corrupt(`value ${digest.slice(0, 12)} differs from its digest`);
    blobs.set(digest, content);
  }
  return blobs;
}

/** Appends what is new of one journal. @returns how many records that was */
async function store(
  runs: RunStore,
  { run, records }: { readonly run: ArchivedRun; readonly records: readonly JournalRecord[] },
  blobs: ReadonlyMap<Digest, Uint8Array>,
): Promise<number> {
  const here = (await runs.summary(run.runId)) === undefined ? [] : await runs.read(run.runId);
  const common = Math.min(here.length, records.length);
  for (let i = 0; i < common; i++) {
    if (here[i]?.hash !== records[i]?.hash) {
      throw new PawlError({
        code: "archive.conflict",
        kind: "policy",
        message: `run ${run.runId} went another way here than in the archive, from event ${i + 1} on`,
        remedy: "Resume the run that is here, or import into an empty state directory (--state).",
      });
    }
  }
  const fresh = records.slice(common);
  if (fresh.length === 0) return 0;
  const lease = await runs.acquire(run.runId, `import-${randomUUID()}`, IMPORT_LEASE_MS);
  if (lease === undefined) {
    throw new PawlError({
      code: "store.leased",
      kind: "transient",
      message: `run ${run.runId} is being executed here`,
      remedy: "Wait for it, or cancel it with pawl cancel.",
    });
  }
  try {
    const wanted = new Map(
      [...referencedBlobs(fresh)].flatMap((digest) => {
        const content = blobs.get(digest);
        return content === undefined ? [] : [[digest, content] as const];
      }),
    );
    await runs.append({
      runId: run.runId,
      records: fresh,
      afterSeq: here.length,
      fence: lease.fence,
      summary: run.summary,
      blobs: wanted,
    });
  } finally {
    await runs.release(lease);
  }
  return fresh.length;
}

function journalName(runId: string): string {
  return `runs/${runId}/journal.jsonl`;
}

function encodeJournal(records: readonly JournalRecord[]): Uint8Array {
  return Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
}

function decodeJournal(bytes: Uint8Array): readonly JournalRecord[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  try {
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as JournalRecord);
  } catch (cause) {
    throw corrupt("a journal is damaged", cause);
  }
}

function member(members: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const found = members.get(name);
  if (found === undefined) throw corrupt(`${name} is missing`);
  return found;
}
