import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PRICE_LIST } from "../../src/agent/price-list.ts";
import { profileLists, profileTable } from "./profile-table.ts";

const page = (name: string): string => readFileSync(path.resolve(import.meta.dirname, "../../docs", name), "utf8");

test("docs/sandbox.md says of each profile what the code does", () => {
  const text = page("sandbox.md");
  expect(text).toContain(profileTable());
  expect(text).toContain(profileLists().hosts);
  expect(text).toContain(profileLists().programs);
});

test("docs/agents.md names every model that has a price, with it", () => {
  const text = page("agents.md");
  for (const { model, input, output, cacheRead, cacheWrite } of PRICE_LIST) {
    expect(text).toContain(`| \`${model}\` | ${input} | ${output} | ${cacheRead} | ${cacheWrite} |`);
  }
});
