import type { JsonObject } from "../kernel/json.ts";
import type { OutputSpec } from "./model.ts";

/**
 * What the language must know of a step type: enough to validate, plan, document and complete it without running it.
 * The code that runs it lives with it in `steps/`, as a `StepImplementation` (engine/step.ts).
 */
export interface StepType {
  readonly type: string;
  /** One sentence for hover, completion and the reference's index. */
  readonly summary: string;
  /** Markdown for the generated reference. */
  readonly description: string;
  /** JSON Schema of each field of the type's own, by field name; `description` is shown in editors. Fields that hold steps are left out: `bodies` names them. */
  readonly fields: Readonly<Record<string, JsonObject>>;
  readonly required: readonly string[];
  /** Groups of fields of which exactly one must be there, or at least one. */
  readonly oneOf?: readonly { readonly fields: readonly string[]; readonly atLeast?: true }[];
  /** Fields that hold steps. `list`: a list of steps. `map`: an object from a name to a list of steps (body `field.name`). */
  readonly bodies: Readonly<
    Record<
      string,
      {
        readonly shape: "list" | "map";
        readonly required: boolean;
        readonly description: string;
        readonly parallel?: boolean;
      }
    >
  >;
  /** Outputs every such step has, beside those its author declares. */
  readonly outputs: Readonly<Record<string, OutputSpec>>;
  /** Whether undeclared outputs may be referred to (an agent's structured result, a sub-workflow's outputs). */
  readonly openOutputs: boolean;
  /** `declared`: cached when the step has `cache`. `default`: cached unless it says no. `never`: has outside effects or decides by time or people. */
  readonly caching: "declared" | "default" | "never";
  /** Whether a run of it may change workspace files, and so is followed by a snapshot. */
  readonly writesWorkspace: boolean;
  /** The field whose text is code, in which no value may ever be pasted (spec L6), and the field that names its interpreter. */
  readonly code?: { readonly field: string; readonly interpreterField: string; readonly defaultInterpreter: string };
  /** Fields that are expressions as a whole (`condition`), without needing braces. */
  readonly conditionFields: readonly string[];
  /** Fields left unresolved for the step itself to evaluate (a loop's `until`). */
  readonly deferredFields: readonly string[];
  /** Names its bodies see beside the outer contexts (`item`, `index`, `matrix`). */
  readonly bodyNames: readonly string[];
  /** The fields that hold what its bodies are repeated for: inside, `item` is one of `list`, or `item` and `matrix` a cell of `matrix`. */
  readonly repeatsFor?: { readonly list: string; readonly matrix: string };
  /** YAML of whole workflows or single steps; each is validated, and run where it can be, by the tests. */
  readonly examples: readonly { readonly title: string; readonly yaml: string }[];
}

/** Every step type known to one process, by name. A plain map, so that a third party's types join the same way as ours. */
export type StepTypes = ReadonlyMap<string, StepType>;
