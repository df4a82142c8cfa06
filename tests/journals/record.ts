import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { GOLDENS } from "../crash/goldens.ts";
import { recordGolden } from "../crash/points.ts";
import { FIXTURES } from "./journal-fixture.ts";

/** `node tests/journals/record.ts`: records the golden workflows that have no fixture yet. One that exists is never written again. */
mkdirSync(FIXTURES, { recursive: true });
for (const [name, workflow] of Object.entries(GOLDENS)) {
  const file = path.join(FIXTURES, `${name.replaceAll(" ", "-")}.json`);
  if (existsSync(file)) continue;
  const { records, view } = await recordGolden(workflow);
  writeFileSync(file, `${JSON.stringify({ name, definition: workflow, records, view }, undefined, 1)}\n`);
  process.stdout.write(`recorded ${file}\n`);
}
