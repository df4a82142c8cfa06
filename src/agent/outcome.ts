import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { ProducedArtifact, StepContext, StepOutcome } from "../engine/step.ts";
import type { Patch } from "../ports/workspace.ts";
import type { Conversation } from "./conversation.ts";
import { priceOf } from "./prices.ts";
import type { AgentSettings } from "./settings.ts";
import { transcriptArtifacts, transcriptName } from "./transcript.ts";
import { resultOf } from "./loop.ts";

/** The facts of an agent's work that become its outputs and its evidence. */
export interface Work {
  readonly conversation: Conversation;
  readonly settings: AgentSettings;
  readonly patch: Patch | undefined;
  readonly verifyRounds: number;
  /** Facts beside the usual ones: another program's version. */
  readonly extra?: JsonObject;
}

/** What the agent changed since the step began; undefined where there is no workspace tree to compare with. */
export async function patchOf(context: StepContext): Promise<Patch | undefined> {
  if (context.baseTree === undefined) return undefined;
  return context.workspace.patch(context.baseTree, await context.workspace.snapshot());
}

/** Ends the step with success, or says why it is red after all: nothing changed, or a tool it needed was denied. */
export function succeed(context: StepContext, work: Work): StepOutcome {
  const { conversation, settings, patch } = work;
  const verified = work.verifyRounds > 0;
  if (conversation.denied.length > 0 && !verified) {
    return fail(
      context,
      work,
      new PawlError({
        code: "agent.tool_denied",
        kind: "policy",
        message: `The agent of step ${context.path} was denied a tool it called for: ${conversation.denied.join(", ")}`,
        remedy:
          "Add it to the step's tools, give the step another security profile, or say in the prompt how to do without.",
      }),
    );
  }
  if (settings.mustChange && patch !== undefined && patch.files.length === 0) {
    return fail(
      context,
      work,
      new PawlError({
        code: "agent.no_change",
        kind: "permanent",
        message: `The agent of step ${context.path} ended without having changed any file`,
        remedy: "Read its transcript; write must_change: false where no change is a good answer.",
      }),
    );
  }
  return {
    status: "completed",
    outputs: outputsOf(context, work),
    evidence: evidenceOf(work),
    artifacts: transcriptArtifacts(context, work.conversation.log),
  };
}

/** Ends the step with an error, and keeps what was tried: the transcript, and the changes as a patch. */
export function fail(context: StepContext, work: Work, error: PawlError): StepOutcome {
  return {
    status: "failed",
    error,
    outputs: outputsOf(context, work),
    evidence: evidenceOf(work),
    artifacts: [...transcriptArtifacts(context, work.conversation.log), ...patchArtifact(context, work.patch)],
  };
}

function patchArtifact(context: StepContext, patch: Patch | undefined): readonly ProducedArtifact[] {
  if (patch === undefined || patch.files.length === 0) return [];
  const name = `${transcriptName(context.path).replace("transcript-", "attempt-")}.patch`;
  return [
    {
      name,
      mediaType: "text/x-patch",
      content: new TextEncoder().encode(context.redactor.redact(patch.text)),
      tags: ["attempt"],
    },
  ];
}

function outputsOf(context: StepContext, work: Work): JsonObject {
  const { conversation, settings } = work;
  const { value } = resultOf(conversation, settings);
  return {
    ...(isJsonObject(value) ? value : {}),
    text: conversation.lastText,
    ...(value === undefined ? {} : { result: value }),
    changed_files: changedFiles(work.patch),
    turns: conversation.turns,
    session: transcriptName(context.path),
  };
}

function evidenceOf({ conversation, settings, patch, verifyRounds, extra }: Work): JsonObject {
  const price = priceOf(conversation.model);
  return {
    model: conversation.model || settings.model,
    ...(conversation.model === "" || conversation.model === settings.model ? {} : { instead_of: settings.model }),
    provider: conversation.provider,
    turns: conversation.turns,
    tool_calls: conversation.toolCalls,
    cost: { ...conversation.cost },
    ...(price === undefined ? {} : { price_as_of: price.asOf }),
    changed_files: changedFiles(patch),
    verify_rounds: verifyRounds,
    isolation: settings.profile ?? "process",
    ...(conversation.denied.length === 0 ? {} : { denied_tools: conversation.denied }),
    ...extra,
  };
}

function changedFiles(patch: Patch | undefined): readonly Json[] {
  return (patch?.files ?? []).map(({ path }) => path);
}
