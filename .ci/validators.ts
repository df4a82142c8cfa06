import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { AJV_OPTIONS } from "../src/language/schema/ajv-options.ts";
import { commonStepSchema, documentSchema, ownStepSchema, schemaDigest, untypedStepSchema } from "../src/language/schema/compose.ts";
import type { StepTypes } from "../src/language/step-type.ts";

const HEAD = `// @ts-nocheck
// Made by "npm run generate" from the step types: ajv's validators as plain code, so that a run neither loads ajv nor compiles a schema.
`;

/** The validators of the document and of every step type as one module, each with the digest of the schema it stands for. */
export function validatorsModule(stepTypes: StepTypes): string {
  const ajv = new Ajv({ ...AJV_OPTIONS, unicode: false, logger: false, code: { source: true, esm: true } });
  const schemas = [
    { name: "document", schema: documentSchema() },
    { name: "fields", schema: commonStepSchema() },
    { name: "step", schema: untypedStepSchema(stepTypes) },
    ...[...stepTypes.values()].map((type) => ({ name: `step ${type.type}`, schema: ownStepSchema(type) })),
  ];
  for (const [index, { schema }] of schemas.entries()) ajv.addSchema({ $id: `v${index}`, ...schema });
  const exported = Object.fromEntries(schemas.map((_schema, index) => [`v${index}`, `v${index}`]));
  const code = standalone.default(ajv, exported);
  if (code.includes("require(")) throw new Error("a schema uses a keyword whose code needs a package at run time");
  const table = schemas.map(
    ({ name, schema }, index) => `  ${JSON.stringify(name)}: { digest: "${schemaDigest(schema)}", validate: v${index} },`,
  );
  const plain = code.replace('"use strict";', "").replaceAll(/export const (v\d+) = /g, "const $1 = ");
  return `${HEAD}${plain}\nexport const VALIDATORS = {\n${table.join("\n")}\n};\n`;
}
