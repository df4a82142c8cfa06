import type { Plan } from "../language/plan/plan.ts";
import { decide, type Command } from "./decide.ts";
import type { JournalEvent } from "./events.ts";
import { reduce } from "./reduce.ts";
import { initialState } from "./state.ts";

/** What a replay found. `difference` names the first event the engine would not have written. */
export interface Replay {
  readonly ok: boolean;
  readonly events: number;
  readonly difference?: { readonly seq: number; readonly recorded: string; readonly decided: readonly string[] };
}

/**
 * Decides a recorded run again, event by event, and compares (R1): every event that follows from a decision must be one the engine
 * decides now in the same state. Runs nothing.
 */
export function replay(plan: Plan, events: readonly (JournalEvent & { readonly hash: string })[]): Replay {
  const state = initialState(plan);
  /** Decided and not yet seen: the driver acts on all that one decision gave, whatever happens in between. */
  const open = new Set<string>();
  for (const event of events) {
    const recorded = commandOf(event);
    if (recorded !== undefined) {
      const decided = decide(state, Date.parse(event.at)).map(nameOf);
      const isEnding = event.type.startsWith("run.");
      const found = recorded.find((name) => decided.includes(name) || (!isEnding && open.has(name)));
      if (found === undefined) {
        const difference = { seq: event.seq, recorded: recorded[0] ?? event.type, decided };
        return { ok: false, events: events.length, difference };
      }
      for (const name of decided) open.add(name);
      open.delete(found);
    }
    reduce(state, event, event.hash);
  }
  return { ok: true, events: events.length };
}

function nameOf(command: Command): string {
  return "path" in command ? `${command.do} ${command.path}` : command.do;
}

/** The commands an event may be the effect of; undefined for events that report what happened outside. */
function commandOf(event: JournalEvent): readonly string[] | undefined {
  const { path = "" } = event.data as { readonly path?: string };
  switch (event.type) {
    case "step.started":
    case "step.cached":
      return [`begin ${path}`];
    case "step.skipped":
      return [`skip ${path}`, `begin ${path}`];
    case "timer.fired":
      return [`wake ${path}`];
    case "compensation.started":
      return ["start_compensation"];
    case "compensation.finished":
      return ["finish_compensation"];
    case "run.parked":
      return ["park"];
    case "run.completed":
      return ["complete"];
    case "run.failed":
      return [`fail ${path}`, "complete"];
    default:
      return undefined;
  }
}
