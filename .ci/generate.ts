import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expressionReference } from "../src/language/expressions/reference.ts";
import { lintReference } from "../src/language/lint/reference.ts";
import { composeSchema } from "../src/language/schema/compose.ts";
import { referencePages } from "../src/language/schema/reference.ts";
import { builtInSteps } from "../src/steps/registry.ts";
import { validatorsModule } from "./validators.ts";

/** Writes what is made from the step types and lint rules: `workflow.schema.json`, its validators and `docs/reference/`. */
const root = path.resolve(import.meta.dirname, "..");
const reference = path.join(root, "docs/reference");

await writeFile(path.join(root, "workflow.schema.json"), `${JSON.stringify(composeSchema(builtInSteps), null, 2)}\n`);

await writeFile(path.join(root, "src/language/schema/validators.generated.ts"), validatorsModule(builtInSteps));

const pages = new Map([
  ...referencePages(builtInSteps),
  ["lint.md", lintReference()],
  ["expressions.md", expressionReference()],
]);
await mkdir(reference, { recursive: true });
for (const file of await readdir(reference)) if (!pages.has(file)) await rm(path.join(reference, file));
for (const [file, text] of pages) await writeFile(path.join(reference, file), text);
