import { readFile } from "node:fs/promises";
import path from "node:path";
import { EXIT } from "../exit.ts";
import { PACKAGE_ROOT, type Session } from "../session.ts";

/** `pawl schema`: the published JSON Schema of workflow files, as it stands in the package. */
export async function schemaCommand(session: Session): Promise<number> {
  session.terminal.out(await readFile(path.join(PACKAGE_ROOT, "workflow.schema.json"), "utf8"));
  return EXIT.ok;
}
