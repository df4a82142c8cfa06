import { expect, test } from "vitest";
import { nearestName } from "../../src/kernel/diagnostics.ts";

const steps = ["baseline", "improve", "coverage", "publish", "on"];

test.each([
  ["basline", "baseline"],
  ["imporve", "improve"],
  ["Coverage", "coverage"],
  ["pubish", "publish"],
  ["no", "on"],
])("a misspelt %s suggests %s", (written, meant) => {
  expect(nearestName(written, steps)).toBe(meant);
});

test("nothing is suggested for a name that is like none of the known ones", () => {
  expect(nearestName("deploy", steps)).toBeUndefined();
  expect(nearestName("anything", [])).toBeUndefined();
});
