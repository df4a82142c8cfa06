import { PawlError } from "../kernel/errors.ts";
import { resolveValue } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { ArtifactRecord } from "../ports/artifact-store.ts";
import type { EnginePorts } from "./engine.ts";
import type { ArtifactRef } from "./events.ts";
import type { Lane } from "./lanes.ts";
import { asText } from "./prepare.ts";
import type { RunState, StepState } from "./state.ts";
import type { ProducedArtifact, StepOutcome } from "./step.ts";

const DAY_MS = 86_400_000;

/**
 * Stores what a step made: what its code produced, and the files its `artifacts` name. A declared file that is missing fails a step that
 * completed unless it is optional; of a failed step whatever is there is kept.
 *
 * @throws PawlError `artifact.missing`, and the artifact store's own
 */
export async function collectArtifacts(
  ports: EnginePorts,
  state: RunState,
  step: StepState,
  lane: Lane,
  outcome: Extract<StepOutcome, { readonly status: "completed" | "failed" }>,
  scope: Scope,
): Promise<readonly ArtifactRef[]> {
  const produced: ProducedArtifact[] = [...(outcome.artifacts ?? [])];
  for (const spec of step.planned.step.artifacts) {
    const pattern = asText(resolveValue(spec.path, scope));
    const paths = lane.workspace.glob([pattern]);
    if (paths.length === 0 && !spec.optional && outcome.status === "completed") throw missing(step, spec.name, pattern);
    for (const path of paths) {
      const name = paths.length === 1 ? spec.name : `${spec.name}-${path.replaceAll(/[^A-Za-z0-9._-]/g, "-")}`;
      produced.push({
        name,
        mediaType: spec.mediaType ?? "application/octet-stream",
        content: lane.workspace.readBytes(path),
        tags: spec.tags,
        ...(spec.retentionDays === undefined ? {} : { retentionDays: spec.retentionDays }),
      });
    }
  }
  const refs: ArtifactRef[] = [];
  for (const artifact of produced) {
    const record = await ports.artifacts.put(
      {
        name: artifact.name,
        mediaType: artifact.mediaType,
        runId: state.runId,
        step: step.path,
        workflow: state.plan.workflow.name,
        tags: artifact.tags ?? [],
        ...(state.tree === undefined ? {} : { tree: state.tree }),
        ...(artifact.retentionDays === undefined
          ? {}
          : { expiresAt: ports.clock.now() + artifact.retentionDays * DAY_MS }),
      },
      artifact.content,
    );
    refs.push(toRef(record));
  }
  return refs;
}

function toRef(record: ArtifactRecord): ArtifactRef {
  return {
    name: record.name,
    digest: record.digest,
    bytes: record.bytes,
    media_type: record.mediaType,
    version: record.version,
    ...(record.url === undefined ? {} : { url: record.url }),
  };
}

function missing(step: StepState, name: string, pattern: string): PawlError {
  return new PawlError({
    code: "artifact.missing",
    kind: "permanent",
    message: `Step ${step.path} declares the artifact ${name}, but no file of the workspace matches ${pattern}`,
    remedy: "Let the step write the file, correct the path, or mark the artifact `optional: true`.",
  });
}
