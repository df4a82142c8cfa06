import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DefaultArtifactClient, type Artifact } from "@actions/artifact";
import { unzipSync } from "fflate";
import { within } from "../../kernel/deadline.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { RunArchives } from "../../ports/run-archives.ts";

export interface ActionsArchives {
  readonly owner: string;
  readonly repository: string;
  readonly workflowRunId: number;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** For archives that another workflow run left; without one only this run's own are found. */
  readonly token: string | undefined;
  /** An existing directory for files on their way. */
  readonly temporaryRoot: string;
  /** The longest one call of GitHub's service may take, in milliseconds; two minutes by default. */
  readonly callMs?: number;
}

/** An artifact can't be replaced, only deleted and made again; two names in turn leave one whole archive at any moment. */
const SLOTS = ["a", "b"] as const;
const FILE = "run.pawl";

/** Run archives as artifacts of the workflow run: they outlive the runner and are there for "Re-run failed jobs" and for a later run. */
export function createActionsArchives(options: ActionsArchives): RunArchives {
  const client = new DefaultArtifactClient();
  let nextSlot: number | undefined;
  // The official client waits a quarter of an hour for a service that hangs; the job would wait with it.
  const answered = <T>(work: Promise<T>): Promise<T> =>
    within(options.callMs ?? 120_000, work, () => new Error("GitHub's artifact service does not answer"));

  return {
    async save(runId, archive) {
      return unavailable("kept", async () => {
        nextSlot ??= await olderSlot(runId);
        const name = artifactName(runId, SLOTS[nextSlot % SLOTS.length] ?? "a");
        await using directory = await temporaryDirectory();
        const file = path.join(directory.path, FILE);
        await writeFile(file, archive);
        const own = (await answered(client.listArtifacts())).artifacts;
        if (own.some((artifact) => artifact.name === name)) await answered(client.deleteArtifact(name));
        // The archive is compressed already.
        const { id } = await answered(client.uploadArtifact(name, [file], directory.path, { compressionLevel: 0 }));
        nextSlot += 1;
        const { serverUrl, owner, repository, workflowRunId } = options;
        return id === undefined
          ? {}
          : { url: `${serverUrl}/${owner}/${repository}/actions/runs/${workflowRunId}/artifacts/${id}` };
      });
    },
    async find(runId) {
      return unavailable("looked for", async () => {
        const own = newest((await answered(client.listArtifacts())).artifacts, runId);
        if (own !== undefined) return download(own, undefined);
        return options.token === undefined ? undefined : fromAnotherRun(runId, options.token);
      });
    },
  };

  async function olderSlot(runId: string): Promise<number> {
    const latest = newest((await answered(client.listArtifacts())).artifacts, runId);
    return latest?.name === artifactName(runId, "a") ? 1 : 0;
  }

  /** https://docs.github.com/en/rest/actions/artifacts#list-artifacts-for-a-repository */
  async function fromAnotherRun(runId: string, token: string): Promise<Uint8Array | undefined> {
    const found: (Artifact & { readonly workflowRunId: number })[] = [];
    for (const slot of SLOTS) {
      const query = new URLSearchParams({ name: artifactName(runId, slot), per_page: "10" });
      const { apiUrl, owner, repository } = options;
      const response = await fetch(`${apiUrl}/repos/${owner}/${repository}/actions/artifacts?${query}`, {
        headers: {
          authorization: `Bearer ${token}`,
          accept: "application/vnd.github+json",
          "x-github-api-version": "2022-11-28",
        },
        signal: AbortSignal.timeout(30_000),
      });
      if (response.status === 404) continue;
      if (!response.ok) throw new Error(`GitHub answered ${response.status} to the list of artifacts`);
      const { artifacts } = (await response.json()) as { artifacts: readonly ListedArtifact[] };
      for (const { id, name, size_in_bytes, created_at, digest, expired, workflow_run: run } of artifacts) {
        // A run of a fork's pull request belongs to this repository too, but what it uploads is the fork's.
        const foreign = run?.head_repository_id !== undefined && run.head_repository_id !== run.repository_id;
        if (expired || run === null || foreign) continue;
        const createdAt = new Date(created_at);
        const known = typeof digest === "string" ? { digest } : {};
        found.push({ id, name, size: size_in_bytes, createdAt, workflowRunId: run.id, ...known });
      }
    }
    const latest = newest(found, runId);
    if (latest === undefined) return undefined;
    return download(latest, { token, workflowRunId: latest.workflowRunId });
  }

  async function download(
    artifact: Artifact,
    from: { readonly token: string; readonly workflowRunId: number } | undefined,
  ): Promise<Uint8Array> {
    await using directory = await temporaryDirectory();
    const { digestMismatch } = await answered(
      client.downloadArtifact(artifact.id, {
        path: directory.path,
        skipDecompress: true,
        ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
        ...(from === undefined
          ? {}
          : { findBy: { ...from, repositoryOwner: options.owner, repositoryName: options.repository } }),
      }),
    );
    if (digestMismatch === true) throw new Error("what was downloaded is not what was uploaded");
    const [zip] = await readdir(directory.path);
    const archive = zip === undefined ? undefined : archiveIn(await readFile(path.join(directory.path, zip)));
    if (archive === undefined) throw new Error(`the artifact ${artifact.name} holds no ${FILE} of Pawl`);
    return archive;
  }

  async function temporaryDirectory(): Promise<{ readonly path: string } & AsyncDisposable> {
    await mkdir(options.temporaryRoot, { recursive: true });
    const made = await mkdtemp(path.join(options.temporaryRoot, "archive-"));
    return { path: made, [Symbol.asyncDispose]: () => rm(made, { recursive: true, force: true }) };
  }
}

/** The archive out of an artifact's zip file, in memory: nothing that the file names becomes a path. */
function archiveIn(zip: Uint8Array): Uint8Array | undefined {
  // It was stored without compression: one that grows is not ours.
  const mine = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean =>
    name === FILE && originalSize <= zip.byteLength;
  try {
    return unzipSync(zip, { filter: mine })[FILE];
  } catch {
    return undefined;
  }
}

interface ListedArtifact {
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

function artifactName(runId: string, slot: string): string {
  return `pawl-${runId}-${slot}`;
}

function newest<T extends Artifact>(artifacts: readonly T[], runId: string): T | undefined {
  const names: ReadonlySet<string> = new Set(SLOTS.map((slot) => artifactName(runId, slot)));
  return artifacts
    .filter(({ name }) => names.has(name))
    .toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0) || b.id - a.id)[0];
}

async function unavailable<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new PawlError({
      code: "archive.unavailable",
      kind: "transient",
      message: `The run's archive can't be ${what}: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "The run itself goes on; without its archive it can't be carried on elsewhere.",
      cause,
    });
  }
}
