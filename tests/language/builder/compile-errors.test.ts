import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const TSC = path.join(ROOT, "node_modules/typescript/bin/tsc");

/** Each line after the first is compiled on its own and must be refused, or not, as its comment says. */
const START = `import { workflow } from "../../../src/language/builder/builder.ts";
const built = workflow("x").input("target", { type: "number" }).shell("tests", { command: "npm test", outputs: { count: "number" } });
`;
const LINES: Readonly<Record<string, { readonly code: string; readonly refused: RegExp | undefined }>> = {
  "a right reference": {
    code: "built.assert('a', (at) => ({ condition: `${at.steps.tests.outputs.count} > ${at.inputs.target}` }));",
    refused: undefined,
  },
  "an input that isn't declared": {
    code: "built.assert('b', (at) => ({ condition: `${at.inputs.targt} > 1` }));",
    refused: /'targt' does not exist/,
  },
  "a step that isn't there yet": {
    code: "built.assert('c', (at) => ({ condition: `${at.steps.later.outputs.x}` }));",
    refused: /'later' does not exist/,
  },
  "an output that isn't declared": {
    code: "built.assert('d', (at) => ({ condition: `${at.steps.tests.outputs.total}` }));",
    refused: /'total' does not exist/,
  },
  "an input type that doesn't exist": { code: "built.input('n', { type: 'integer' });", refused: /"integer"/ },
  "an output type that doesn't exist": {
    code: "built.shell('e', { command: 'true', outputs: { n: 'int' } });",
    refused: /not assignable/,
  },
};

let directory: string;
let report: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(import.meta.dirname, "compile-"));
  await Promise.all(
    Object.values(LINES).map(({ code }, index) =>
      writeFile(path.join(directory, `case-${index}.ts`), START.replaceAll("../../../", "../../../../") + code),
    ),
  );
  await writeFile(
    path.join(directory, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false },
      include: ["*.ts"],
    }),
  );
  report = await promisify(execFile)(process.execPath, [TSC, "-p", directory, "--noEmit"]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(Object.entries(LINES).map(([name, line], index) => ({ name, index, refused: line.refused })))(
  "the compiler judges $name",
  ({ index, refused }) => {
    const errors = report.split("\n").filter((line) => line.includes(`case-${index}.ts`));
    expect(errors.join("\n")).toMatch(refused ?? /^$/);
  },
);
