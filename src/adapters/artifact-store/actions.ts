import path from "node:path";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { ArtifactRecord, ArtifactStore } from "../../ports/artifact-store.ts";
import { actionsArtifactService, type ListedArtifact, type RemoteArtifacts } from "./actions-service.ts";
import { readBundle } from "./bundle.ts";
import { createLocalArtifactStore } from "./local.ts";
import { checkContent, checkName, corrupt, type Wanted } from "./rules.ts";

export interface ActionsArtifactStoreOptions {
  /** The job's own folder: every artifact of this run is here first. */
  readonly directory: string;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  /** The page of this workflow run (`https://github.com/o/r/actions/runs/1`), for links. */
  readonly runUrl?: string;
  /** For artifacts of earlier runs; without it only those of this workflow run are found. */
  readonly remote?: RemoteArtifacts;
  /** The longest one call of GitHub's service may take, in milliseconds; two minutes by default. */
  readonly callMs?: number;
}

const DAY_MS = 86_400_000;
/** How many candidates of other runs are fetched before one is said not to exist. */
const MOST_CANDIDATES = 10;

/**
 * Artifacts of a GitHub Actions job: kept in the job's folder, so that a step never fails for want of GitHub's service, and uploaded for people, for
 * later jobs and for other workflows. An upload that fails is one line in the log.
 */
export function createActionsArtifactStore(options: ActionsArtifactStoreOptions): ArtifactStore {
  const { directory, clock, log } = options;
  const local = createLocalArtifactStore({ directory: path.join(directory, "kept"), clock });
  const service = actionsArtifactService({
    directory: path.join(directory, "transfer"),
    remote: options.remote,
    callMs: options.callMs ?? 120_000,
  });
  const urls = new Map<string, string>();
  let offline = false;

  const withUrl = (record: ArtifactRecord): ArtifactRecord => {
    const url = urls.get(placeOf(record));
    return url === undefined ? record : { ...record, url };
  };

  const offlineBecause = (error: unknown): void => {
    if (!offline) {
      const why = error instanceof Error ? error.message : String(error);
      log.warning(`artifacts: GitHub's artifact service can't be used (${why}); artifacts stay in this job's folder`);
    }
    offline = true;
  };

  const fetched = async (name: string, where: Wanted): ReturnType<ArtifactStore["get"]> => {
    if (offline) return undefined;
    let candidates: readonly ListedArtifact[];
    try {
      candidates = await service.find(name);
    } catch (error) {
      offlineBecause(error);
      return undefined;
    }
    for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
      const zip = await service.download(candidate).catch(() => undefined);
      const bundle = zip === undefined ? undefined : readBundle(zip);
      if (bundle === undefined || bundle.record.name !== name) continue;
      const { record, content } = bundle;
      if (where.runId !== undefined && record.runId !== where.runId) continue;
      if (where.version !== undefined && record.version !== where.version) continue;
      if (record.expiresAt !== undefined && record.expiresAt <= clock.now()) continue;
      checkContent(record, content, where.digest);
      return { record, content };
    }
    if (where.digest !== undefined && candidates.length > 0) {
      throw corrupt(
        { name, runId: where.runId ?? "any", version: where.version ?? 0 },
        "what is stored under its name is not it",
      );
    }
    return undefined;
  };

  return {
    put: async (artifact, content) => {
      const record = await local.put(artifact, content);
      if (offline) return record;
      try {
        const { expiresAt } = artifact;
        const days = expiresAt === undefined ? undefined : Math.max(1, Math.ceil((expiresAt - clock.now()) / DAY_MS));
        const id = await service.upload(record, content, days);
        if (options.runUrl !== undefined) urls.set(placeOf(record), `${options.runUrl}/artifacts/${id}`);
      } catch (error) {
        offlineBecause(error);
      }
      return withUrl(record);
    },
    get: async (name, where) => {
      checkName(name);
      const found = await local.get(name, where);
      return found === undefined ? await fetched(name, where) : { ...found, record: withUrl(found.record) };
    },
    list: async (filter) => (await local.list(filter)).map(withUrl),
    remove: (filter) => local.remove(filter),
  };
}

function placeOf({ runId, name, version }: ArtifactRecord): string {
  return `${runId}/${name}/${version}`;
}
