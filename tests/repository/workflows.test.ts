import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What GitHub's own parser says of a workflow file. */
async function errorsOf(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

const ours = readdirSync(path.join(ROOT, ".github/workflows")).map((file) => ({
  name: `.github/workflows/${file}`,
  content: readFileSync(path.join(ROOT, ".github/workflows", file), "utf8"),
}));

/** Workflow files that people are told to paste: YAML blocks that have jobs. */
const told = [
  "README.md",
  ...readdirSync(path.join(ROOT, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
].flatMap((file) => {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)\n\1```/gm)]
    .map(([, indent = "", block = ""], index) => ({
      name: `${file}, block ${index + 1}`,
      content: block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    }))
    .filter(({ content }) => /^jobs:/m.test(content));
});

describe("workflow files, ours and those we tell people to paste", () => {
  test("there are some to look at", () => {
    expect(ours.length).toBeGreaterThanOrEqual(2);
    expect(told.map(({ name }) => name)).toContain("README.md, block 1");
  });

  test.each([...ours, ...told])("$name is what GitHub's parser takes", async ({ name, content }) => {
    expect(await errorsOf(name, content)).toEqual([]);
  });

  test.each([...ours, ...told])(
    "$name says what its token may do and pins other people's actions by commit",
    ({ content }) => {
      expect(content).toMatch(/^permissions:/m);
      for (const [, action = "", at = ""] of content.matchAll(/uses: ([^@\s]+)@(\S+)/g)) {
        const isOurs = action.endsWith("/pawl");
        expect(isOurs || /^[0-9a-f]{40}$/.test(at), `${action}@${at}`).toBe(true);
      }
    },
  );

  test("a broken file is seen as broken", async () => {
    expect(await errorsOf("x.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n")).not.toEqual([]);
  });
});
