import { PawlError, type ErrorJson } from "../kernel/errors.ts";
import type { Autonomy } from "../language/model.ts";
import type { EventData, NewEvent, Proposal } from "./events.ts";
import { isRetried } from "./retry.ts";
import { stepPath, type RunState, type StepState } from "./state.ts";

/** What the workflow provides for a failure: another attempt by `retry`, else what `on_error` says. */
export type Remedy = Exclude<EventData["step.failed"]["leads_to"], "ask">;

export function remedyOf(step: StepState, error: PawlError, attempt: number): Remedy {
  const { retry, onError } = step.planned.step;
  if (isRetried(retry, error, attempt - step.attemptBase)) return "retry";
  return onError === "fail" || onError === "continue" || onError === "skip_rest" ? onError : "fallback";
}

/**
 * How far the engine goes on its own after a failure (R9): the caller's word first, then the workflow's. A run that is being cancelled
 * asks nobody: its clean-up does what the workflow says.
 */
export function autonomyOf(state: RunState): Autonomy {
  if (state.cancel !== undefined) return "full";
  return state.autonomy ?? state.created?.autonomy ?? state.plan.workflow.autonomy ?? "full";
}

const FREEDOM: readonly Autonomy[] = ["off", "ask", "full"];

/** The one that leaves the engine less freedom: a sub-workflow never does on its own what its parent has to ask for. */
export function stricter(a: Autonomy, b: Autonomy | undefined): Autonomy {
  return b !== undefined && FREEDOM.indexOf(b) < FREEDOM.indexOf(a) ? b : a;
}

/** Parks the step until a person grants or rejects what the engine would do; the run goes on elsewhere meanwhile. */
export function askFirst(path: string, proposes: Proposal): readonly NewEvent[] {
  const message = `${proposes.reason}. ${QUESTIONS[proposes.does](proposes)}`;
  const reason = `autonomy is "ask": ${message}`;
  return [
    { type: "decision", data: { kind: "escalate", path, reason, data: { proposes: proposes.does } } },
    { type: "approval.requested", data: { path, message, shown: { proposes: proposes.does } } },
    { type: "step.parked", data: { path, reason, wake: { approval: { path, message } }, proposes } },
  ];
}

const QUESTIONS: Readonly<Record<Proposal["does"], (proposes: Proposal) => string>> = {
  retry: () => "Try it again?",
  continue: () => "Go on without it?",
  skip_rest: () => "Skip the rest?",
  fallback: ({ to }) => `Let ${to ?? "the fallback"} take over?`,
  substitute: () => "Go on that way?",
};

/** What the answer makes of it, as a decision with its reason. */
export function answeredDecision(path: string, proposes: Proposal, by: string, approved: boolean): NewEvent {
  const kind = approved ? KINDS[proposes.does] : "decline";
  const reason = `${by || "someone"} ${approved ? "granted" : "rejected"} it: ${proposes.reason}`;
  return { type: "decision", data: { kind, path, reason } };
}

export const KINDS: Readonly<Record<Proposal["does"], EventData["decision"]["kind"]>> = {
  retry: "retry",
  continue: "continue",
  skip_rest: "skip",
  fallback: "fallback",
  substitute: "substitute",
};

/** With autonomy off the failure stands; the journal says what was not done. */
export function declined(path: string, reason: string): NewEvent {
  return {
    type: "decision",
    data: { kind: "decline", path, reason: `autonomy is "off": ${reason}; the failure stands` },
  };
}

/** What a step's own code would do instead of what it was asked to: thrown where it has to be asked for, or may not be done. */
export function ownChoice(state: RunState, step: StepState, kind: string, reason: string): PawlError | undefined {
  const autonomy = autonomyOf(state);
  if (autonomy === "full" || step.granted.includes(kind)) return undefined;
  if (autonomy === "ask") {
    return new PawlError({ code: ASKS, kind: "policy", message: reason, details: { choice: kind } });
  }
  return new PawlError({
    code: "autonomy.off",
    kind: "policy",
    message: `${reason}: autonomy is "off", so this was not done`,
    remedy: 'Mend what is missing and resume the run, or resume it with autonomy "full" or "ask".',
  });
}

/** Code of what `ownChoice` gives where a person is to be asked. */
export const ASKS = "autonomy.ask";

/** The proposal in an error of code `ASKS`. */
export function proposalOf(error: PawlError): Proposal {
  const choice = error.details["choice"];
  return { does: "substitute", reason: error.message, ...(typeof choice === "string" ? { choice } : {}) };
}

/** The failure that stands when somebody rejects what a step's own code had proposed. */
export function rejectedChoice(proposes: Proposal): ErrorJson {
  return { code: "autonomy.rejected", kind: "policy", message: `${proposes.reason}: somebody rejected that` };
}

/** The step that `on_error` names, when there is one. */
export function fallbackOf(state: RunState, step: StepState): StepState | undefined {
  return state.steps.get(stepPath(step.frame, step.planned.step.onError));
}
