import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { printRows, type BenchRow } from "./report.ts";

/**
 * Runs every benchmark of this folder, or those named: `npm run bench`, `npm run bench -- engine start`.
 * Each program exports `measure(): Promise<BenchRow[]>`. With `--json` one JSON array is printed, without it a table.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});

const own = new Set(["run.ts", "report.ts"]);
const programs = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !own.has(file))
  .map((file) => file.slice(0, -".ts".length))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .toSorted();
const unknown = positionals.filter((name) => !programs.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no benchmark named ${unknown.join(", ")}; there are: ${programs.join(", ")}\n`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const name of programs) {
  if (!values.json) process.stderr.write(`measuring ${name} …\n`);
  const program = (await import(path.join(import.meta.dirname, `${name}.ts`))) as {
    measure(): Promise<readonly BenchRow[]>;
  };
  rows.push(...(await program.measure()));
}
if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else printRows(rows);
