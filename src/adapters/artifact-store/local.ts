import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { link, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";
import { checkContent, checkName, corrupt, digestOf, fits, fitsRemoval, isRecord, newestFirst, pick } from "./rules.ts";

/**
 * Content by digest in `content/`, one JSON record per artifact version in `records/<run>/`. A record appears only when its content is there,
 * and a version number is taken by creating its file, so that many processes may write at once.
 */
export function createLocalArtifactStore(options: {
  readonly directory: string;
  readonly clock: Pick<Clock, "now">;
}): ArtifactStore {
  const { directory, clock } = options;
  const contentFile = (digest: string): string => path.join(directory, "content", digest.slice(0, 2), digest);
  const runFolder = (runId: string): string =>
    path.join(directory, "records", runId.replaceAll(/[^A-Za-z0-9_-]/g, "_"));
  const recordFile = (record: ArtifactRecord): string =>
    path.join(runFolder(record.runId), `${record.name}@${record.version}.json`);

  const recordsIn = async (folder: string): Promise<ArtifactRecord[]> => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
    const found = await Promise.all(names.map((name) => readRecord(path.join(folder, name))));
    return found.filter((record) => record !== undefined);
  };
  const records = async (runId: string | undefined): Promise<ArtifactRecord[]> => {
    if (runId !== undefined) return await recordsIn(runFolder(runId));
    const runs = await readdir(path.join(directory, "records")).catch(() => []);
    return (await Promise.all(runs.map((run) => recordsIn(path.join(directory, "records", run))))).flat();
  };

  return {
    put: async (artifact, content) => {
      checkName(artifact.name);
      const digest = digestOf(content);
      await inStore(artifact.name, async () => await keepContent(contentFile(digest), content));
      const known = await recordsIn(runFolder(artifact.runId));
      let version =
        Math.max(0, ...known.filter(({ name }) => name === artifact.name).map((record) => record.version)) + 1;
      return await inStore(artifact.name, async () => {
        await mkdir(runFolder(artifact.runId), { recursive: true });
        for (; ; version++) {
          const record: ArtifactRecord = {
            ...artifact,
            digest,
            bytes: content.byteLength,
            createdAt: clock.now(),
            version,
          };
          if (await createRecord(recordFile(record), record)) return record;
        }
      });
    },
    get: async (name, where) => {
      const record = pick(await records(where.runId), name, where, clock.now());
      if (record === undefined) return undefined;
      const content = await readContent(contentFile(record.digest)).catch((cause: unknown) => {
        throw corrupt(record, "its content is gone", cause);
      });
      checkContent(record, content, where.digest);
      return { record, content };
    },
    list: async (filter) => newestFirst((await records(filter.runId)).filter((record) => fits(record, filter))),
    remove: async (filter) => {
      const gone = (await records(filter.runId)).filter((record) => fitsRemoval(record, filter));
      await Promise.all(gone.map((record) => rm(recordFile(record), { force: true })));
      if (gone.length > 0) {
        const needed = new Set((await records(undefined)).map(({ digest }) => digest));
        const free = new Set(gone.map(({ digest }) => digest).filter((digest) => !needed.has(digest)));
        await Promise.all([...free].map((digest) => rm(contentFile(digest), { force: true })));
      }
      return gone.length;
    },
  };
}

async function keepContent(file: string, content: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeFile(draft, content, { flag: "wx" });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** False when this version is taken. Linking a finished draft makes the record appear whole, and only if its name is free. */
async function createRecord(file: string, record: ArtifactRecord): Promise<boolean> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeFile(draft, JSON.stringify(record), { flag: "wx" });
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readContent(file: string): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function readRecord(file: string): Promise<ArtifactRecord | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function inStore<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof PawlError) throw cause;
    throw new PawlError({
      code: "artifact.not_stored",
      kind: "transient",
      message: `artifact ${name} could not be stored: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "Check the space and rights of the state directory, then resume the run.",
      cause,
    });
  }
}
