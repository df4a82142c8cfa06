import type { RunStore } from "../ports/run-store.ts";
import type { EngineOptions } from "./engine.ts";
import type { JournalEvent } from "./events.ts";

/** The worker that last took the run, when it was a process of this host that is gone; undefined when it lives or nobody can tell. */
export async function deadWorker(
  store: RunStore,
  options: Pick<EngineOptions, "host" | "isAlive">,
  runId: string,
): Promise<string | undefined> {
  if (options.isAlive === undefined || (await store.summary(runId)) === undefined) return undefined;
  const records = await store.read(runId);
  const last = records.findLast(({ body }) => body.includes('"type":"run.started"'));
  if (last === undefined) return undefined;
  const { data } = JSON.parse(last.body) as JournalEvent<"run.started">;
  return data.host === options.host && !options.isAlive(data.pid) ? data.worker : undefined;
}
