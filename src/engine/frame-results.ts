import { PawlError, type ErrorJson } from "../kernel/errors.ts";
import { stepAt, stepPath, type RunState, type StepState } from "./state.ts";
import type { FrameResult } from "./step.ts";

/** What became of the frames of the step's last expansion. */
export function frameResults(state: RunState, step: StepState): readonly FrameResult[] {
  return (step.expansion?.frames ?? []).map(({ key, body, names }) => {
    const frame = state.frames.get(`${step.path}/${key}`);
    const steps: Record<string, FrameResult["steps"][string]> = {};
    for (const planned of frame?.body.steps ?? []) {
      const { id } = planned.step;
      const inner = stepAt(state, stepPath(`${step.path}/${key}`, id));
      steps[id] = {
        status: inner.status,
        outputs: inner.outputs,
        evidence: inner.evidence,
        ...(inner.error === undefined ? {} : { error: { ...inner.error, details: inner.error.details ?? {} } }),
      };
    }
    const failed = frame?.failed === undefined ? undefined : stepAt(state, frame.failed).error;
    const status = frame?.failed !== undefined ? "failed" : frame?.cancelled === true ? "cancelled" : "completed";
    return { key, body, names, status, steps, ...(failed === undefined ? {} : { error: toError(failed) }) };
  });
}

/** An error of the journal as a value again. */
export function toError(json: ErrorJson): PawlError {
  return new PawlError({
    code: json.code,
    kind: json.kind,
    message: json.message,
    ...(json.remedy === undefined ? {} : { remedy: json.remedy }),
    ...(json.retry_after_ms === undefined ? {} : { retryAfterMs: json.retry_after_ms }),
    ...(json.details === undefined ? {} : { details: json.details }),
  });
}
