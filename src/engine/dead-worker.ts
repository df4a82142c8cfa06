import type { RunStore } from "../ports/run-store.ts";
import type { EngineOptions } from "./engine.ts";

/** What a lease calls this process: enough for another process of the same host to see whether it still lives. */
export function leaseName(options: Pick<EngineOptions, "worker" | "host" | "pid">): string {
  return `${options.worker}@${options.host}#${options.pid}`;
}

/** The holder of a run's lease, when it was a process of this host that is gone; undefined when it lives or nobody can tell. */
export async function deadWorker(
  store: Pick<RunStore, "lease">,
  options: Pick<EngineOptions, "host" | "isAlive">,
  runId: string,
): Promise<string | undefined> {
  if (options.isAlive === undefined) return undefined;
  const holder = (await store.lease(runId))?.worker ?? "";
  const [, host, pid] = /^.*@(.*)#(\d+)$/s.exec(holder) ?? [];
  return host === options.host && !options.isAlive(Number(pid)) ? holder : undefined;
}
