import { nearestName, type Finding } from "../kernel/diagnostics.ts";
import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { Workflow } from "../language/model.ts";
import type { StepTypes } from "../language/step-type.ts";
import type { ValidationResult } from "../language/validate/validate.ts";
import type { WorkflowFiles } from "../ports/workflow-files.ts";

/** For the doors that read anybody's checkout: what it names as code is not run. */
export const NO_OWN_TYPES = "types of your own are loaded on the command line and by the library, not on GitHub";

/** A workflow file with everything that was found in it. */
export interface CheckedWorkflow {
  readonly file: string;
  readonly text: string;
  readonly validation: ValidationResult;
}

/** Reads and checks workflows by name or path: what every door does before it runs one. */
export interface Workflows {
  /** @throws PawlError `workflow.unknown`, with the nearest known name */
  check(reference: string, from?: string): Promise<CheckedWorkflow>;
  /** @throws PawlError `workflow.unknown`, or `workflow.invalid` with the findings in `details.findings` */
  load(reference: string, from?: string): Promise<Workflow>;
}

/** Workflows from these files, checked against these step types; `unknownType` tells the author of a workflow why there are no others. */
export function createWorkflows(files: WorkflowFiles, stepTypes: StepTypes, unknownType?: string): Workflows {
  const check = async (reference: string, from?: string): Promise<CheckedWorkflow> => {
    const found = await files.load(reference, from);
    if (found === undefined) throw await unknownWorkflow(files, reference);
    const { validateWorkflow } = await import("../language/validate/validate.ts");
    const validation = await validateWorkflow(found.text, {
      file: found.file,
      stepTypes,
      load: (nested, nestedFrom) => files.load(nested, nestedFrom),
      names: () => files.names(),
      ...(unknownType === undefined ? {} : { unknownType }),
    });
    return { ...found, validation };
  };
  return {
    check,
    async load(reference, from) {
      const { file, validation } = await check(reference, from);
      if (validation.ok && validation.workflow !== undefined) return validation.workflow;
      throw invalidWorkflow(file, validation.findings);
    },
  };
}

async function unknownWorkflow(files: WorkflowFiles, reference: string): Promise<PawlError> {
  const names = await files.names();
  const nearest = nearestName(reference, names);
  const known =
    names.length === 0 ? "There are none yet: write one in .github/pawl/." : `There are: ${names.join(", ")}.`;
  return new PawlError({
    code: "workflow.unknown",
    kind: "invalid",
    message: `There is no workflow "${reference}": no such file, and neither .github/pawl/ nor the library has that name.`,
    remedy: nearest === undefined ? known : `Did you mean "${nearest}"? ${known}`,
  });
}

function invalidWorkflow(file: string, findings: readonly Finding[]): PawlError {
  const errors = findings.filter(({ severity }) => severity === "error");
  const first = errors[0];
  const place = first === undefined ? file : `${first.file}:${first.line}:${first.column}: ${first.message}`;
  return new PawlError({
    code: "workflow.invalid",
    kind: "invalid",
    message: `The workflow ${file} has ${errors.length} ${errors.length === 1 ? "mistake" : "mistakes"}. ${place}`,
    remedy: `Run: pawl validate ${file}`,
    details: { findings: findings.map((finding): Json => ({ ...finding })) },
  });
}
