import type { Digest } from "../kernel/digest.ts";
import { parseDuration } from "../kernel/duration.ts";
import { toPawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { Permissions } from "../kernel/permissions.ts";
import type {
  Autonomy,
  ArtifactSpec,
  Budget,
  CachePolicy,
  InputSpec,
  InputType,
  ItemType,
  OutputSpec,
  OutputType,
  RetryPolicy,
  SecurityProfile,
  Step,
  Workflow,
  WorkflowOutput,
} from "./model.ts";
import { holdsExpression } from "./expressions/segments.ts";
import { placeOf, type Origins, type Path } from "./parse/source.ts";
import { STEP_FIELDS } from "./schema/compose.ts";
import type { StepType, StepTypes } from "./step-type.ts";
import { noExpression } from "./validate/mistakes.ts";

export interface NormaliseContext {
  readonly file: string;
  readonly digest: Digest;
  readonly origins: Origins;
  readonly stepTypes: StepTypes;
  /** Called for a value the schema can't judge: a duration, a name that repeats. */
  readonly problem: (path: Path, rule: string, message: string, hint?: string) => void;
}

const OUTPUT_TYPES: ReadonlySet<string> = new Set(["string", "number", "boolean", "object", "list", "artifact", "any"]);
const DEFAULT_MAX_PARALLEL = 4;

/** The workflow a document means: every default filled in. The document has the schema's shape; what it can't judge is reported. */
export function normaliseWorkflow(root: JsonObject, context: NormaliseContext): Workflow {
  const name = text(root["name"]);
  const defaults = object(root["defaults"]);
  const concurrency = root["concurrency"];
  return {
    name,
    version: String((root["version"] as string | number | undefined) ?? "1.0.0"),
    description: text(root["description"]),
    inputs: mapValues(object(root["inputs"]), inputSpec),
    outputs: mapValues(object(root["outputs"]), (value) => {
      const spec = outputSpec(value);
      return { ...spec, value: spec.value ?? null } satisfies WorkflowOutput;
    }),
    variables: object(root["variables"]),
    env: mapValues(object(root["env"]), (value) => (typeof value === "string" ? value : JSON.stringify(value))),
    budget: budget(root["budget"]) ?? {},
    permissions: permissions(object(root["permissions"])),
    ...(concurrency === undefined
      ? {}
      : {
          concurrency: isJsonObject(concurrency)
            ? { group: text(concurrency["group"]), cancelInProgress: concurrency["cancel_in_progress"] === true }
            : { group: text(concurrency), cancelInProgress: false },
        }),
    triggers: isJsonObject(root["triggers"])
      ? root["triggers"]
      : Object.fromEntries(texts(root["triggers"]).map((event) => [event, {}])),
    parallel: root["parallel_execution"] === true,
    maxParallel: typeof root["max_parallel"] === "number" ? root["max_parallel"] : DEFAULT_MAX_PARALLEL,
    rollback: (root["rollback_strategy"] as Workflow["rollback"] | undefined) ?? "none",
    ...(root["autonomy"] === undefined ? {} : { autonomy: root["autonomy"] as Autonomy }),
    costTracking: root["cost_tracking"] !== false,
    steps: normaliseSteps(list(root["steps"]), ["steps"], defaults, context),
    source: { file: context.file, digest: context.digest },
  };
}

function normaliseSteps(
  steps: readonly Json[],
  path: Path,
  defaults: JsonObject,
  context: NormaliseContext,
): readonly Step[] {
  const seen = new Set<string>();
  return steps.filter(isJsonObject).map((step, index) => {
    const normalised = normaliseStep(step, [...path, index], defaults, context);
    if (seen.has(normalised.id)) {
      context.problem(
        [...path, index, "id"],
        "step.duplicate-id",
        `the id "${normalised.id}" stands twice in the same list of steps`,
        "give each step an id of its own",
      );
    }
    seen.add(normalised.id);
    return normalised;
  });
}

function normaliseStep(written: JsonObject, path: Path, defaults: JsonObject, context: NormaliseContext): Step {
  const type = context.stepTypes.get(text(written["type"]));
  const step = withDefaults(written, defaults, type);
  const duration = (field: string): number | undefined => readDuration(step[field], [...path, field], context);
  const timeoutMs = duration("timeout");
  const bodies: Record<string, readonly Step[]> = {};
  for (const [field, { shape }] of Object.entries(type?.bodies ?? {})) {
    const value = step[field];
    if (shape === "list" && Array.isArray(value))
      bodies[field] = normaliseSteps(value as readonly Json[], [...path, field], defaults, context);
    if (shape === "map" && isJsonObject(value)) {
      for (const [key, body] of Object.entries(value))
        bodies[`${field}.${key}`] = normaliseSteps(list(body), [...path, field, key], defaults, context);
    }
  }
  const profile = step["security_profile"] as SecurityProfile | undefined;
  const breaker = step["circuit_breaker"];
  const compensate = step["compensate"];
  const cache = cachePolicy(step["cache"], [...path, "cache"], context);
  const own = budget(step["budget"]);
  const when = step["when"];
  return {
    id: text(step["id"]),
    ...(typeof step["name"] === "string" ? { name: step["name"] } : {}),
    type: text(step["type"]),
    ...(when === undefined ? {} : { when: String(when as string | boolean) }),
    needs: texts(step["needs"]),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    retry: retryPolicy(step["retry"], [...path, "retry"], context),
    onError: typeof step["on_error"] === "string" ? step["on_error"] : "fail",
    ...(isJsonObject(compensate)
      ? {
          compensate: normaliseStep(
            { id: `${text(step["id"])}_compensate`.slice(0, 63), ...compensate },
            [...path, "compensate"],
            defaults,
            context,
          ),
        }
      : {}),
    ...(cache === undefined ? {} : { cache }),
    inputs: object(step["inputs"]),
    outputs: mapValues(object(step["outputs"]), outputSpec),
    artifacts: artifactSpecs(step["artifacts"]),
    env: object(step["env"]),
    ...(profile === undefined ? {} : { securityProfile: profile }),
    ...(own === undefined ? {} : { budget: own }),
    ...(isJsonObject(breaker)
      ? {
          circuitBreaker: {
            name: text(breaker["name"]),
            failures: typeof breaker["failures"] === "number" ? breaker["failures"] : 5,
            resetMs: readDuration(breaker["reset"], [...path, "circuit_breaker", "reset"], context) ?? 60_000,
          },
        }
      : {}),
    config: Object.fromEntries(
      Object.entries(step).filter(([field]) => !(field in STEP_FIELDS) && !(field in (type?.bodies ?? {}))),
    ),
    bodies,
    place: placeOf(context.origins.spanOf(written), context.file),
  };
}

/** `defaults` fills fields the step doesn't have: those every step has, and those of its own type. */
function withDefaults(step: JsonObject, defaults: JsonObject, type: StepType | undefined): JsonObject {
  const known = Object.entries(defaults).filter(
    ([field]) => (field in STEP_FIELDS && !["id", "name", "type"].includes(field)) || field in (type?.fields ?? {}),
  );
  const env =
    isJsonObject(defaults["env"]) && isJsonObject(step["env"]) ? { env: { ...defaults["env"], ...step["env"] } } : {};
  return { ...Object.fromEntries(known), ...step, ...env };
}

function readDuration(value: Json | undefined, path: Path, context: NormaliseContext): number | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (typeof value === "string" && holdsExpression(value)) {
    const { rule, message, hint } = noExpression(path.at(-1));
    context.problem(path, rule, message, hint);
    return undefined;
  }
  try {
    return parseDuration(value);
  } catch (thrown) {
    const error = toPawlError(thrown);
    context.problem(path, "value.duration", error.message, error.remedy);
    return undefined;
  }
}

function inputSpec(value: Json): InputSpec {
  const written = isJsonObject(value) ? value : { type: typeof value === "string" ? value : "string" };
  const choices = written["enum"] ?? written["options"];
  const type = (written["type"] as InputType | undefined) ?? (choices === undefined ? "string" : "choice");
  const { default: fallback, pattern, minimum, maximum } = written;
  return {
    type,
    required: written["required"] === true,
    description: text(written["description"]),
    ...itemsOf(written),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(Array.isArray(choices) ? { enum: choices as readonly Json[] } : {}),
    ...(typeof pattern === "string" ? { pattern } : {}),
    ...(typeof minimum === "number" ? { minimum } : {}),
    ...(typeof maximum === "number" ? { maximum } : {}),
  };
}

function itemsOf({ items }: JsonObject): { readonly items?: ItemType } {
  return items === undefined ? {} : { items: items as ItemType };
}

/** `number`, `./report.xml`, `{{ … }}` or the details. */
function outputSpec(value: Json): OutputSpec {
  if (isJsonObject(value)) {
    const { type, description, value: from } = value;
    return {
      type: (type as OutputType | undefined) ?? "any",
      ...itemsOf(value),
      ...(typeof description === "string" ? { description } : {}),
      ...(from === undefined ? {} : { value: from }),
    };
  }
  if (typeof value !== "string") return { type: "any" };
  if (OUTPUT_TYPES.has(value)) return { type: value as OutputType };
  return /^\.{0,2}\//.test(value) ? { type: "artifact", value } : { type: "any", value };
}

function artifactSpecs(value: Json | undefined): readonly ArtifactSpec[] {
  const entries: readonly Json[] = isJsonObject(value)
    ? Object.entries(value).map(([name, spec]): Json => (isJsonObject(spec) ? { name, ...spec } : { name, path: spec }))
    : list(value);
  return entries.map((entry) => {
    const spec = isJsonObject(entry) ? entry : { name: text(entry).split("/").at(-1) ?? "", path: entry };
    const { media_type: mediaType, retention_days: retentionDays } = spec as JsonObject;
    return {
      name: text(spec["name"]),
      path: (spec as JsonObject)["path"] ?? null,
      ...(typeof mediaType === "string" ? { mediaType } : {}),
      tags: texts((spec as JsonObject)["tags"]),
      ...(typeof retentionDays === "number" ? { retentionDays } : {}),
      optional: (spec as JsonObject)["optional"] === true,
    };
  });
}

function retryPolicy(value: Json | undefined, path: Path, context: NormaliseContext): RetryPolicy {
  const written = isJsonObject(value) ? value : {};
  const { attempts, backoff, jitter, on } = written;
  return {
    attempts: typeof value === "number" ? value : typeof attempts === "number" ? attempts : 1,
    backoff: (backoff as RetryPolicy["backoff"] | undefined) ?? "exponential",
    delayMs: readDuration(written["delay"], [...path, "delay"], context) ?? 1_000,
    maxDelayMs: readDuration(written["max_delay"], [...path, "max_delay"], context) ?? 60_000,
    jitter: typeof jitter === "number" ? jitter : jitter === false ? 0 : 0.25,
    on: on === undefined ? ["transient"] : texts(on),
  };
}

function cachePolicy(value: Json | undefined, path: Path, context: NormaliseContext): CachePolicy | undefined {
  if (value === undefined) return undefined;
  const written = isJsonObject(value) ? value : {};
  const ttlMs = readDuration(written["ttl"], [...path, "ttl"], context);
  return {
    enabled: value !== false && written["enabled"] !== false,
    inputs: texts(written["inputs"]),
    env: texts(written["env"]),
    ...(written["key"] === undefined ? {} : { key: written["key"] }),
    ...(ttlMs === undefined ? {} : { ttlMs }),
    paths: texts(written["paths"]),
  };
}

function budget(value: Json | undefined): Budget | undefined {
  if (typeof value === "number") return { usd: value };
  return isJsonObject(value) ? (value as Budget) : undefined;
}

function permissions(written: JsonObject): Permissions {
  const { pull_requests: pullRequests, protected_paths: protectedPaths, ...same } = written;
  return {
    ...(same as Permissions),
    ...(pullRequests === undefined ? {} : { pullRequests: pullRequests as NonNullable<Permissions["pullRequests"]> }),
    ...(protectedPaths === undefined ? {} : { protectedPaths: texts(protectedPaths) }),
  };
}

function mapValues<T>(value: JsonObject, change: (member: Json) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
}

function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A list of texts, or one text as a list of itself. */
function texts(value: Json | undefined): readonly string[] {
  return typeof value === "string" ? [value] : list(value).filter((item) => typeof item === "string");
}
