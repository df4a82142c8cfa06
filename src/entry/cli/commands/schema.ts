import { readFile } from "node:fs/promises";
import path from "node:path";
import { nearestName } from "../../../kernel/diagnostics.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { StepTypes } from "../../../language/step-type.ts";
import { EXIT } from "../exit.ts";
import { openWorkflows } from "../open.ts";
import { PACKAGE_ROOT, type Session } from "../session.ts";

/**
 * `pawl schema`: the published JSON Schema of workflow files, with the step types that `pawl.config.yml` brings. `pawl schema <type>`: the
 * page of the reference about one type; its part of the schema with `--json`.
 */
export async function schemaCommand(session: Session, type?: string): Promise<number> {
  const { stepTypes, isExtended } = await openWorkflows(session);
  if (type !== undefined) return showType(session, type, stepTypes);
  if (isExtended) {
    const { composeSchema } = await import("../../../language/schema/compose.ts");
    session.terminal.out(JSON.stringify(composeSchema(stepTypes), null, 2));
  } else session.terminal.out(await readFile(path.join(PACKAGE_ROOT, "workflow.schema.json"), "utf8"));
  return EXIT.ok;
}

async function showType(session: Session, name: string, stepTypes: StepTypes): Promise<number> {
  const type = stepTypes.get(name);
  if (type === undefined) {
    const near = nearestName(name, [...stepTypes.keys()]);
    throw new PawlError({
      code: "cli.unknown_type",
      kind: "invalid",
      message: `There is no step type "${name}".`,
      remedy: `${near === undefined ? "" : `Did you mean "${near}"? `}There are: ${[...stepTypes.keys()].join(", ")}.`,
    });
  }
  if (session.options.json === true) {
    const { typeSchema } = await import("../../../language/schema/compose.ts");
    session.terminal.json(typeSchema(type));
  } else {
    const { typePage } = await import("../../../language/schema/reference.ts");
    session.terminal.out(typePage(type).trimEnd());
  }
  return EXIT.ok;
}
