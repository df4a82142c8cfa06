import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "../../src/wiring/version.ts";

test("the version that journals and evidence carry is the package's", () => {
  const file = path.resolve(import.meta.dirname, "../../package.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: VERSION });
});
