import type { JsonObject } from "../kernel/json.ts";
import type { RunSummary } from "../ports/run-store.ts";
import { inputTokensOf } from "./budget.ts";
import type { RunState } from "./state.ts";

/** What lists show of a run, folded with its events. */
export function summarize(state: RunState): RunSummary {
  const created = state.created;
  const at = state.parked?.wake.at;
  const group = created?.labels["concurrency_group"];
  return {
    runId: state.runId,
    workflow: state.plan.workflow.name,
    status: state.status === "new" ? "running" : state.status,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    ...(created?.parent === undefined ? {} : { parentRunId: created.parent.run }),
    ...(created?.actor === undefined ? {} : { actor: created.actor }),
    ...(group === undefined ? {} : { group }),
    ...(state.parked === undefined ? {} : { parked: state.parked as unknown as JsonObject }),
    ...(at === undefined ? {} : { wakeAt: Date.parse(at) }),
    costUsd: state.cost.usd - state.inherited.usd,
    inputTokens: inputTokensOf(state.cost) - inputTokensOf(state.inherited),
    outputTokens: state.cost.output_tokens - state.inherited.output_tokens,
    cacheHits: state.cacheHits,
    cacheMisses: state.cacheMisses,
    head: state.head,
    labels: created?.labels ?? {},
  };
}
