import { digestJson, type Digest } from "../kernel/digest.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { references, type Reference, type TextKind } from "../language/expressions/references.ts";
import type { Step } from "../language/model.ts";
import type { StepType } from "../language/step-type.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";

/** Raised whenever what a key or an entry means changes: entries of another version are never looked at. */
export const CACHE_VERSION = 1;

/** Everything a step's result may depend on, as the driver knows it just before the step would run. */
export interface CacheRequest {
  readonly workflow: string;
  readonly runId: string;
  readonly path: string;
  readonly step: Step;
  readonly type: Pick<StepType, "conditionFields" | "deferredFields">;
  readonly trustTier: string;
  /** The snapshot before the step. */
  readonly tree: TreeId | undefined;
  /** Fields with their expressions resolved. */
  readonly config: JsonObject;
  readonly script: string | undefined;
  readonly inputs: JsonObject;
  /** What a child process gets, without paths that differ for each attempt. */
  readonly env: Readonly<Record<string, string>>;
  /** The parent's variables that `cache.env` may name. */
  readonly parentEnv: Readonly<Record<string, string>>;
  /** The author's own key, resolved. */
  readonly authorKey?: Json;
  /** What of the machine the result depends on: a model's name, a tool's version, the platform. */
  readonly identity: JsonObject;
  /** `scope.contexts`: the values that deferred fields and inner steps will read. */
  readonly contexts: JsonObject;
}

export interface CacheKey {
  readonly key: Digest;
  /** What the key was made of, each part's digest by name: `definition.command`, `input.version`, `env.CI`, `files`, `identity.model`. */
  readonly components: Readonly<Record<string, Digest>>;
}

/**
 * The step's place in the cache (W2): SHA-256 over the canonical JSON of all its parts' digests. Two steps with the same key have the same result,
 * whichever run, issue or workflow they are in.
 *
 * @throws what the workspace throws for files that can't be read
 */
export async function cacheKey(request: CacheRequest, workspace: Pick<Workspace, "digestFiles">): Promise<CacheKey> {
  const files = await fileDigest(request, workspace);
  const components: Record<string, Digest> = {};
  for (const [name, value] of parts(request, files)) components[name] = digestJson(value);
  return { key: digestJson({ version: CACHE_VERSION, components }), components };
}

async function fileDigest({ step, tree }: CacheRequest, workspace: Pick<Workspace, "digestFiles">): Promise<Json> {
  const globs = step.cache?.inputs ?? [];
  if (globs.length === 0) return tree === undefined ? null : { tree };
  return { globs: [...globs], digest: await workspace.digestFiles(globs, tree) };
}

function* parts(request: CacheRequest, files: Json): Iterable<readonly [string, Json]> {
  const { step } = request;
  yield ["trust tier", request.trustTier];
  yield ["type", step.type];
  yield ["files", files];
  for (const [name, value] of Object.entries(request.config)) yield [`definition.${name}`, value];
  if (request.script !== undefined) yield ["definition.script", request.script];
  yield ["definition.outputs", step.outputs as unknown as JsonObject];
  yield ["definition.artifacts", step.artifacts as unknown as Json];
  if (step.securityProfile !== undefined) yield ["definition.security_profile", step.securityProfile];
  for (const [name, body] of Object.entries(step.bodies)) yield [`definition.${name}`, body.map(definitionOf)];
  for (const [name, value] of Object.entries(request.inputs)) yield [`input.${name}`, value];
  for (const [name, value] of Object.entries(request.env)) yield [`env.${name}`, value];
  for (const name of step.cache?.env ?? []) yield [`env.${name}`, request.env[name] ?? request.parentEnv[name] ?? null];
  for (const [name, value] of Object.entries(request.identity)) yield [`identity.${name}`, value];
  if (request.authorKey !== undefined) yield ["key", request.authorKey];
  if ((step.cache?.paths ?? []).length > 0) yield ["definition.paths", [...(step.cache?.paths ?? [])]];
  yield* readLater(request);
}

/** An inner step without what doesn't touch its result: where it stands in the file, how long it may take. */
function definitionOf(step: Step): Json {
  const { place: _place, name: _name, timeoutMs: _timeout, bodies, ...rest } = step;
  const inner = Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, body.map(definitionOf)]));
  return { ...(rest as unknown as JsonObject), bodies: inner };
}

/**
 * Values the step will read itself, in fields that are resolved late and in its inner steps. Without them a change of such a value would go
 * unseen. Names that aren't known yet (a sibling inside the body) count as absent.
 */
function* readLater({ step, type, contexts }: CacheRequest): Iterable<readonly [string, Json]> {
  const found = new Map<string, Json>();
  const read = (value: Json | undefined, kind: TextKind): void => {
    if (value === undefined) return;
    for (const reference of references(value, kind)) {
      if (reference.root === "secrets") continue;
      for (const path of placesOf(reference)) found.set(path.join("."), valueAt(contexts, path));
    }
  };
  for (const field of type.deferredFields) read(step.config[field], "template");
  for (const field of type.conditionFields) read(step.config[field], "condition");
  for (const body of Object.values(step.bodies)) for (const inner of body) readStep(inner, read);
  for (const [path, value] of found) yield [`reads.${path}`, value];
}

/** Inner steps' types are unknown here: each text is read both as a template and, where conditions can stand, as a condition. */
function readStep(step: Step, read: (value: Json | undefined, kind: TextKind) => void): void {
  read({ config: step.config, inputs: step.inputs, env: step.env, key: step.cache?.key ?? null }, "template");
  read(step.when, "condition");
  for (const field of ["condition", "until", "while", "filter"]) {
    const value = step.config[field];
    if (typeof value === "string") read(value, "condition");
  }
  for (const body of Object.values(step.bodies)) for (const inner of body) readStep(inner, read);
}

function placesOf(reference: Reference): readonly (readonly string[])[] {
  if (reference.form === "name") return ["inputs", "variables", "env"].map((context) => [context, reference.root]);
  return [[reference.root, ...reference.path]];
}

function valueAt(contexts: JsonObject, path: readonly string[]): Json {
  let value: Json = contexts;
  for (const name of path) {
    if (!isJsonObject(value)) return value;
    const next: Json | undefined = Object.hasOwn(value, name) ? value[name] : undefined;
    if (next === undefined) return null;
    value = next;
  }
  return value;
}
