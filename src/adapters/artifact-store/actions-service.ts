import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DefaultArtifactClient, type FindOptions } from "@actions/artifact";
import { within } from "../../kernel/deadline.ts";
import type { ArtifactRecord } from "../../ports/artifact-store.ts";
import { RECORD_FILE } from "./bundle.ts";

/** Where artifacts of other workflow runs are looked for; needs a token that may read Actions. */
export interface RemoteArtifacts {
  readonly owner: string;
  readonly repository: string;
  readonly apiUrl: string;
  readonly token: string;
}

/** An artifact as GitHub lists it. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly createdAt: number;
  readonly digest: string | undefined;
  /** Absent for artifacts of this very workflow run. */
  readonly workflowRunId?: number;
}

export interface ActionsArtifactService {
  /** Uploads one artifact version and gives GitHub's id for it. */
  upload(record: ArtifactRecord, content: Uint8Array, retentionDays: number | undefined): Promise<number>;
  /** Artifacts of this name: of this workflow run, then of others of the same repository, newest first. */
  find(name: string): Promise<readonly ListedArtifact[]>;
  /** The zip file; undefined when its digest isn't the one GitHub recorded. */
  download(artifact: ListedArtifact): Promise<Uint8Array | undefined>;
}

/** A name is free once per workflow run, over all its attempts; later versions get a number. */
const MOST_VERSIONS = 50;
const MAX_ZIP_BYTES = 1_000_000_000;

/** GitHub's artifacts through `@actions/artifact`, which takes its addresses and token from the job's environment. */
export function actionsArtifactService(options: {
  /** A folder for files on their way. */
  readonly directory: string;
  readonly remote: RemoteArtifacts | undefined;
  /** The longest one of these calls may take, in milliseconds. */
  readonly callMs: number;
}): ActionsArtifactService {
  const { directory, remote } = options;
  // The official client waits a quarter of an hour for a service that hangs.
  const answered = <T>(work: Promise<T>): Promise<T> =>
    within(options.callMs, work, () => new Error("it does not answer"));
  const client = new DefaultArtifactClient();

  return {
    upload: async (record, content, retentionDays) => {
      await using folder = await temporaryFolder(directory);
      const files = [path.join(folder.path, record.name), path.join(folder.path, RECORD_FILE)] as const;
      await writeFile(files[0], content);
      await writeFile(files[1], JSON.stringify(record, undefined, 2));
      for (let version = record.version; version < record.version + MOST_VERSIONS; version++) {
        const name = version === 1 ? record.name : `${record.name}.${version}`;
        try {
          const retention = retentionDays === undefined ? {} : { retentionDays };
          const { id } = await answered(client.uploadArtifact(name, [...files], folder.path, retention));
          if (id !== undefined) return id;
          throw new Error("GitHub gave no id for the artifact");
        } catch (error) {
          if (!isNameTaken(error)) throw error;
        }
      }
      throw new Error(`this workflow run has ${MOST_VERSIONS} artifacts named ${record.name} already`);
    },

    find: async (name) => {
      const own = (await answered(client.listArtifacts())).artifacts.filter((artifact) =>
        isVersionOf(name, artifact.name),
      );
      const here = own.map(({ id, name, size, createdAt, digest }) => ({
        id,
        name,
        bytes: size,
        createdAt: createdAt?.getTime() ?? 0,
        digest,
      }));
      const elsewhere = remote === undefined ? [] : await ofOtherRuns(remote, name);
      const seen = new Set(here.map(({ id }) => id));
      return [...here, ...elsewhere.filter(({ id }) => !seen.has(id))].toSorted((a, b) => b.createdAt - a.createdAt);
    },

    download: async (artifact) => {
      if (artifact.bytes > MAX_ZIP_BYTES) return undefined;
      await using folder = await temporaryFolder(directory);
      const { digestMismatch } = await answered(
        client.downloadArtifact(artifact.id, {
          path: folder.path,
          // Never unpacked to disk: see bundle.ts.
          skipDecompress: true,
          ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
          ...findIn(artifact, remote),
        }),
      );
      const [file] = await readdir(folder.path);
      return digestMismatch === true || file === undefined ? undefined : await readFile(path.join(folder.path, file));
    },
  };
}

function findIn({ workflowRunId }: ListedArtifact, remote: RemoteArtifacts | undefined): FindOptions {
  if (workflowRunId === undefined || remote === undefined) return {};
  const { token, owner, repository } = remote;
  return { findBy: { token, workflowRunId, repositoryOwner: owner, repositoryName: repository } };
}

/** https://docs.github.com/en/rest/actions/artifacts#list-artifacts-for-a-repository */
async function ofOtherRuns(remote: RemoteArtifacts, name: string): Promise<readonly ListedArtifact[]> {
  const { apiUrl, owner, repository, token } = remote;
  const query = new URLSearchParams({ name, per_page: "20" });
  const response = await fetch(`${apiUrl}/repos/${owner}/${repository}/actions/artifacts?${query}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
    },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to the list of artifacts`);
  const { artifacts } = (await response.json()) as { readonly artifacts: readonly RestArtifact[] };
  return artifacts.flatMap((artifact) => {
    const { id, name, size_in_bytes, created_at, digest, expired, workflow_run: run } = artifact;
    // A run of a fork's pull request belongs to this repository too, but what it uploads is the fork's.
    const foreign = run?.head_repository_id !== undefined && run.head_repository_id !== run.repository_id;
    if (expired || run === null || foreign) return [];
    return [
      {
        id,
        name,
        bytes: size_in_bytes,
        createdAt: Date.parse(created_at),
        digest: digest ?? undefined,
        workflowRunId: run.id,
      },
    ];
  });
}

interface RestArtifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly created_at: string;
  readonly expired: boolean;
  readonly digest?: string | null;
  readonly workflow_run: {
    readonly id: number;
    readonly repository_id?: number;
    readonly head_repository_id?: number;
  } | null;
}

function isVersionOf(name: string, listed: string): boolean {
  return listed === name || (listed.startsWith(`${name}.`) && /^\d+$/.test(listed.slice(name.length + 1)));
}

function isNameTaken(error: unknown): boolean {
  return error instanceof Error && /\(409\)|already exists/.test(error.message);
}

async function temporaryFolder(directory: string): Promise<{ readonly path: string } & AsyncDisposable> {
  await mkdir(directory, { recursive: true });
  const made = await mkdtemp(path.join(directory, "transfer-"));
  return { path: made, [Symbol.asyncDispose]: () => rm(made, { recursive: true, force: true }) };
}
