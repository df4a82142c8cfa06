import { PawlError } from "../kernel/errors.ts";
import { objectField, textField } from "../kernel/fields.ts";
import type { StepContext } from "../engine/step.ts";
import type { Message } from "../ports/model-provider.ts";
import { addTurn, conversationOf, type Turn } from "./conversation.ts";

/**
 * What was said in the step that `session` names, so that this step goes on from there. The other step's own conversation stays as it was:
 * two steps that name the same one branch off it.
 *
 * @throws PawlError `agent.no_session`
 */
export async function sessionHistory(context: StepContext): Promise<readonly Message[]> {
  const id = textField(context.config, "session");
  if (id === "") return [];
  const outputs = objectField(objectField(objectField(context.scope.contexts, "steps"), id), "outputs");
  const name = textField(outputs, "session");
  const stored = name === "" ? undefined : await context.artifacts.get(`${name}.jsonl`, { runId: context.run.id });
  if (stored === undefined) {
    throw new PawlError({
      code: "agent.no_session",
      kind: "permanent",
      message: `Step ${context.path} continues the conversation of "${id}", of which there is no transcript in this run`,
      remedy: "Name an agent step that completed before this one.",
    });
  }
  return readTranscript(new TextDecoder().decode(stored.content));
}

/** The messages of a transcript's last conversation. A last answer whose tool calls have no results is left out: the API wants both or neither. */
export function readTranscript(jsonLines: string): readonly Message[] {
  const turns = jsonLines.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Turn]));
  const conversation = turns.reduce(addTurn, conversationOf([]));
  return conversation.openCalls.length === 0 ? conversation.messages : conversation.messages.slice(0, -1);
}
