import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { TreeId } from "../ports/workspace.ts";
import { answeredDecision } from "./autonomy.ts";
import type { NewEvent } from "./events.ts";
import type { RunState } from "./state.ts";

/** What somebody says to a run, from this process or another. */
export type Message =
  | { readonly kind: "cancel"; readonly by: string; readonly reason: string }
  | {
      readonly kind: "approve";
      readonly by: string;
      readonly approved: boolean;
      readonly note?: string;
      readonly tree?: string;
    }
  | { readonly kind: "signal"; readonly name: string; readonly payload: Json };

/** What a message makes of a run: events to journal, and perhaps a refusal for who sent it. */
export interface Answer {
  readonly events: readonly NewEvent[];
  readonly error?: PawlError;
}

/**
 * Grants or refuses the first approval the run waits for (R6). A grant holds for the tree that was shown: another one makes it stale,
 * and the run asks again.
 *
 * @param found reads the tree the workspace has now
 */
export async function answerApproval(
  state: RunState,
  grant: Extract<Message, { readonly kind: "approve" }>,
  found: () => Promise<TreeId>,
): Promise<Answer> {
  const waiting = approvalOf(state);
  if (waiting === undefined) return { events: [], error: nothingToApprove(state) };
  const { path, tree: expected } = waiting;
  const by = { path, by: grant.by, ...(grant.note === undefined ? {} : { note: grant.note }) };
  const proposes = state.steps.get(path)?.proposes;
  if (proposes !== undefined) {
    const type = grant.approved ? "approval.granted" : "approval.rejected";
    return { events: [{ type, data: by }, answeredDecision(path, proposes, grant.by, grant.approved)] };
  }
  if (!grant.approved) return { events: [{ type: "approval.rejected", data: by }] };
  if (expected === undefined) return { events: [{ type: "approval.granted", data: by }] };
  const now = grant.tree ?? (await found());
  if (now === expected) return { events: [{ type: "approval.granted", data: { ...by, tree: expected } }] };
  const event: NewEvent = { type: "approval.stale", data: { path, expected, found: now } };
  return { events: [event], error: stale(path, expected, now) };
}

function approvalOf(state: RunState): { readonly path: string; readonly tree?: TreeId } | undefined {
  for (const path of state.parkedSteps) {
    const approval = state.steps.get(path)?.parked?.wake.approval;
    if (approval !== undefined) return { ...approval, path };
  }
  return undefined;
}

/** Gives an event to the first step that waits for it; no events when none does. */
export function answerSignal(state: RunState, signal: { readonly name: string; readonly payload: Json }): Answer {
  for (const path of state.parkedSteps) {
    const wanted = state.steps.get(path)?.parked?.wake.event;
    if (wanted?.name !== signal.name || !includes(signal.payload, wanted.match)) continue;
    return { events: [{ type: "event.received", data: { path, ...signal } }] };
  }
  return { events: [] };
}

/** Ends a run that nobody drives. */
export function answerCancel(
  state: RunState,
  { by, reason }: { readonly by: string; readonly reason: string },
): Answer {
  if (state.status !== "running" && state.status !== "parked") return { events: [] };
  return {
    events: [
      { type: "run.cancel_requested", data: { by, reason } },
      { type: "run.cancelled", data: { by, reason } },
    ],
  };
}

/** Whether the payload holds everything `match` names. */
function includes(payload: Json, match: JsonObject | undefined): boolean {
  return Object.entries(match ?? {}).every(([key, wanted]) => {
    const found = isJsonObject(payload) ? payload[key] : undefined;
    return JSON.stringify(found) === JSON.stringify(wanted);
  });
}

function nothingToApprove(state: RunState): PawlError {
  return new PawlError({
    code: "approval.none",
    kind: "invalid",
    message: `Run ${state.runId} waits for no approval; it is ${state.status}.`,
    remedy: "`pawl show` says what it waits for.",
  });
}

function stale(path: string, expected: TreeId, found: TreeId): PawlError {
  return new PawlError({
    code: "approval.stale",
    kind: "policy",
    message: `The workspace changed since the approval of ${path} was asked for (${expected.slice(0, 12)} then, ${found.slice(0, 12)} now).`,
    remedy: "Resume the run: it shows the new state and asks again.",
  });
}
