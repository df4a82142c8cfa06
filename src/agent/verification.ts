import { textField } from "../kernel/fields.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { FrameResult } from "../engine/step.ts";
import { revealInvisible } from "../kernel/untrusted-text.ts";
import { delimit } from "./untrusted.ts";

/** Characters of one failed step that go back to the model. */
const FEEDBACK_LIMIT = 6_000;

/** The key of a verification's frame: it is the path people see, `fix/verify-2/tests`. */
export function verifyKey(round: number): string {
  return `verify-${round}`;
}

/** The frame of the last verification among those that ended. */
export function lastVerification(
  frames: readonly FrameResult[],
): { readonly round: number; readonly frame: FrameResult } | undefined {
  return frames
    .flatMap((frame) => {
      const round = Number(/^verify-(\d+)$/.exec(frame.key)?.[1] ?? Number.NaN);
      return Number.isNaN(round) ? [] : [{ round, frame }];
    })
    .toSorted((a, b) => a.round - b.round)
    .at(-1);
}

/** What the model is told about a verification that failed: only the steps that failed, and of their output what matters. */
export function verificationFeedback(frame: FrameResult, redact: (text: string) => string): string {
  const failed = Object.entries(frame.steps).filter(([, step]) => step.status === "failed");
  const parts = failed.map(([id, step]) => {
    const command = textField(step.evidence, "command");
    const said = [textField(step.outputs, "stdout"), textField(step.outputs, "stderr")]
      .filter((text) => text !== "")
      .join("\n");
    const why = isJsonObject(step.error) ? textField(step.error, "message") : "";
    const output = said === "" ? why : whatMatters(said);
    return `The step "${id}" failed${command === "" ? "" : ` (${command.trim()})`}:\n${delimit(redact(output), `verify.${id}`, revealInvisible)}`;
  });
  const what = parts.length > 0 ? parts.join("\n\n") : (frame.error?.message ?? "The verification was cancelled.");
  return `Your work was verified and is not right yet.\n\n${what}\n\nFind the cause, correct it, and end your turn when it is done.`;
}

/** Without terminal colours and the lines that only say that something passed; the end is kept, where tools put their summary. */
function whatMatters(text: string): string {
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");
  const lines = text
    .replaceAll(escapes, "")
    .split("\n")
    .filter((line) => !/^\s*(?:ok \d+\b|[✓✔√]\s|PASS\b|(?:test )?\S+ \.\.\. ok$|--- PASS)/.test(line));
  const kept = lines.join("\n");
  return kept.length <= FEEDBACK_LIMIT
    ? kept
    : `[… ${kept.length - FEEDBACK_LIMIT} characters left out …]\n${kept.slice(-FEEDBACK_LIMIT)}`;
}
