import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import { resolveValue } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { ArtifactSpec } from "../language/model.ts";
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
  for (const spec of [...step.planned.step.artifacts, ...artifactOutputs(step)]) {
    const pattern = asText(resolveValue(spec.path, scope)).replace(/^\.\//, "");
    const paths = lane.workspace.glob([pattern]);
    if (paths.length === 0 && !spec.optional && outcome.status === "completed") throw missing(step, spec.name, pattern);
    for (const path of paths) {
      const name = paths.length === 1 ? spec.name : `${spec.name}-${path.replaceAll(/[^A-Za-z0-9._-]/g, "-")}`;
      produced.push({
        name,
        mediaType: spec.mediaType ?? mediaTypeOf(path),
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

/** Outputs typed `artifact` that name a file of the workspace. */
function artifactOutputs(step: StepState): readonly ArtifactSpec[] {
  return Object.entries(step.planned.step.outputs).flatMap(([name, { type, value }]) =>
    type === "artifact" && typeof value === "string"
      ? [{ name, path: value.replace(/^\.\//, ""), tags: [], optional: false }]
      : [],
  );
}

/** What outputs typed `artifact` give to later steps: the artifact's reference, and the path of the file it was made of. */
export function artifactValues(step: StepState, artifacts: readonly ArtifactRef[]): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const { name, path } of artifactOutputs(step)) {
    const ref = artifacts.findLast((artifact) => artifact.name === name);
    if (ref !== undefined)
      values[name] = { ...ref, ...(typeof path === "string" && !/[*?[{]/.test(path) ? { path } : {}) };
  }
  return values;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  info: "text/plain",
  json: "application/json",
  log: "text/plain",
  md: "text/markdown",
  patch: "text/x-diff",
  diff: "text/x-diff",
  pdf: "application/pdf",
  png: "image/png",
  sarif: "application/sarif+json",
  svg: "image/svg+xml",
  txt: "text/plain",
  xml: "application/xml",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
};

function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
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
