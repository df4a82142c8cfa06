import { canonicalJson } from "../kernel/json.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Step, Workflow } from "./model.ts";

/** One difference between two versions of a workflow, and what it means for runs. */
export interface WorkflowChange {
  readonly kind: "added" | "removed" | "changed" | "moved";
  /** Dotted path, steps by id: `steps.build.timeout`, `inputs.target.default`. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What it does to callers and runs, where it does something: a required input added, a cached result no longer found. */
  readonly effect?: string;
}

/** Where a field of the normalised workflow is told apart by name. */
const WORKFLOW_FIELDS = [
  "version",
  "description",
  "inputs",
  "variables",
  "env",
  "budget",
  "permissions",
  "concurrency",
  "triggers",
  "parallel",
  "maxParallel",
  "rollback",
  "autonomy",
  "outputs",
] as const;
/** Differences of a step that say nothing: where it stands in the file, and what is compared on its own. */
const STEP_SKIPPED = new Set(["id", "place", "bodies"]);

/**
 * What changed from one workflow to another, steps matched by id, so that a moved step is a move and not a removal and an addition.
 *
 * Both are normalised: a default written out, or a duration in another unit, is no difference.
 */
export function diffWorkflows(before: Workflow, after: Workflow): readonly WorkflowChange[] {
  const fields = WORKFLOW_FIELDS.flatMap((field) =>
    compare(field, before[field] as Json | undefined, after[field] as Json | undefined),
  );
  return [...fields.map((change) => withEffect(change, after)), ...compareSteps("steps", before.steps, after.steps)];
}

function compareSteps(path: string, before: readonly Step[], after: readonly Step[]): WorkflowChange[] {
  const old = new Map(before.map((step) => [step.id, step]));
  const now = new Map(after.map((step) => [step.id, step]));
  const removed = before
    .filter(({ id }) => !now.has(id))
    .map(({ id, type }): WorkflowChange => ({ kind: "removed", path: `${path}.${id}`, before: { type } }));
  const kept = before.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const order = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const moved = movedIds(kept, order);
  const rest = after.flatMap((step): WorkflowChange[] => {
    const earlier = old.get(step.id);
    if (earlier === undefined) return [{ kind: "added", path: `${path}.${step.id}`, after: { type: step.type } }];
    const move: WorkflowChange[] = moved.has(step.id)
      ? [
          {
            kind: "moved",
            path: `${path}.${step.id}`,
            before: before.indexOf(earlier) + 1,
            after: after.indexOf(step) + 1,
          },
        ]
      : [];
    return [...move, ...compareStep(`${path}.${step.id}`, earlier, step)];
  });
  return [...removed, ...rest];
}

function compareStep(path: string, before: Step, after: Step): WorkflowChange[] {
  const old = before as unknown as JsonObject;
  const now = after as unknown as JsonObject;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !STEP_SKIPPED.has(name));
  const own = names.flatMap((name) =>
    compare(name === "config" ? path : `${path}.${snakeCase(name)}`, old[name], now[name]),
  );
  const effect =
    own.length > 0 && (after.cache?.enabled ?? false) ? "a result cached before is no longer found" : undefined;
  const bodies = [...new Set([...Object.keys(before.bodies), ...Object.keys(after.bodies)])];
  return [
    ...own.map((change) => (effect === undefined ? change : { ...change, effect })),
    ...bodies.flatMap((body) => compareSteps(`${path}.${body}`, before.bodies[body] ?? [], after.bodies[body] ?? [])),
  ];
}

/** Member by member through objects; a list is one value. */
function compare(path: string, before: Json | undefined, after: Json | undefined): WorkflowChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: "added", path, after: after ?? null }];
  if (after === undefined) return [{ kind: "removed", path, before }];
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (isMapping(before) && isMapping(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      compare(`${path}.${key}`, before[key], after[key]),
    );
  }
  return [{ kind: "changed", path, before, after }];
}

/** The ids outside the longest run of ids that kept their order: the fewest moves that explain the new order. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.map((id) => before.indexOf(id));
  // Longest increasing subsequence by the quadratic recurrence: step lists are short.
  const best: { readonly length: number; readonly previous: number }[] = [];
  for (const [index, place] of places.entries()) {
    let length = 1;
    let previous = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      const candidate = best[earlier]?.length ?? 0;
      if ((places[earlier] ?? 0) < place && candidate + 1 > length) {
        length = candidate + 1;
        previous = earlier;
      }
    }
    best.push({ length, previous });
  }
  const stayed = new Set<string>();
  let at = best.reduce((top, entry, index) => (entry.length > (best[top]?.length ?? 0) ? index : top), 0);
  while (at >= 0 && after[at] !== undefined) {
    stayed.add(after[at] ?? "");
    at = best[at]?.previous ?? -1;
  }
  return new Set(after.filter((id) => !stayed.has(id)));
}

function withEffect(change: WorkflowChange, after: Workflow): WorkflowChange {
  const input = /^inputs\.([^.]+)$/.exec(change.path)?.[1];
  if (input !== undefined && change.kind === "removed")
    return { ...change, effect: "callers that give it are refused" };
  if (input !== undefined && change.kind === "added" && (after.inputs[input]?.required ?? false))
    return { ...change, effect: "callers that don't give it are refused" };
  if (/^inputs\.[^.]+\.(type|enum|pattern|minimum|maximum)$/.test(change.path))
    return { ...change, effect: "values accepted before may be refused" };
  if (change.path.startsWith("permissions")) return { ...change, effect: "what its runs may do on GitHub changes" };
  if (change.path.startsWith("budget")) return { ...change, effect: "what its runs may spend changes" };
  return change;
}

function isMapping(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/_ms$/, "");
}

const SIGNS: Readonly<Record<WorkflowChange["kind"], string>> = { added: "+", removed: "-", changed: "~", moved: "↕" };

/** The changes as lines for a person; one line that says so when there are none. */
export function renderDiff(changes: readonly WorkflowChange[]): string {
  if (changes.length === 0) return "no difference\n";
  return changes
    .map((change) => {
      const values =
        change.kind === "changed" || change.kind === "moved"
          ? `: ${shown(change.before)} → ${shown(change.after)}`
          : `: ${shown(change.kind === "added" ? change.after : change.before)}`;
      return `${SIGNS[change.kind]} ${change.path}${change.kind === "moved" ? " moved" : ""}${values}${change.effect === undefined ? "" : `  (${change.effect})`}\n`;
    })
    .join("");
}

function shown(value: Json | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  const line = text.replaceAll(/\s*\n\s*/g, " ⏎ ");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
