import { execFileSync } from "node:child_process";
import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseOutputs, readOutputFile } from "../../src/steps/output-file.ts";

describe("the text of an output file", () => {
  test("is lines name=value, and values of several lines between delimiters", () => {
    expect(parseOutputs("a=1\nb=x=y\n\nlist<<END\none\n\ntwo=2\nEND\nempty=\n")).toEqual({
      a: "1",
      b: "x=y",
      list: "one\n\ntwo=2",
      empty: "",
    });
  });

  test("keeps the last value of a name, and reads Windows line ends", () => {
    expect(parseOutputs("a=1\r\na=2\r\n")).toEqual({ a: "2" });
  });

  test("may have < in a value", () => {
    expect(parseOutputs("a=1<<2\n")).toEqual({ a: "1<<2" });
  });

  test.each([
    ["a<<END\nvalue\n", "never closes"],
    ["a<<\nvalue\n", "no delimiter"],
    ["just words\n", "neither name=value"],
    ["a b=1\n", 'names the output "a b"'],
    ["=1\n", 'names the output ""'],
    ["a<<EOF=x\nb\n", "never closes"],
    ["__proto__.x=1\n", "names the output"],
  ])("that is %j is refused", (text, message) => {
    expect(() => parseOutputs(text)).toThrow(message);
  });

  test("can't reach the prototype", () => {
    const outputs = parseOutputs("__proto__=1\nconstructor=2\n");
    expect(Object.getPrototypeOf(outputs)).toBe(Object.prototype);
    expect(Object.hasOwn(outputs, "__proto__")).toBe(true);
  });
});

describe("an output file that was replaced", () => {
  let directory = "";
  let file = "";
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "pawl-output-test-"));
    file = path.join(directory, "output");
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test("by a link is refused, wherever it leads", async () => {
    symlinkSync("/proc/self/environ", file);
    await expect(readOutputFile(file)).rejects.toMatchObject({
      code: "step.output_file",
      message: expect.stringContaining("symbolic link"),
    });
  });

  test("by another name of some file is refused", async () => {
    writeFileSync(path.join(directory, "other"), "a=1\n");
    linkSync(path.join(directory, "other"), file);
    await expect(readOutputFile(file)).rejects.toMatchObject({ code: "step.output_file" });
  });

  test("by a pipe or a directory is refused, and nobody waits for it", async () => {
    execFileSync("mkfifo", [file]);
    await expect(readOutputFile(file)).rejects.toMatchObject({ code: "step.output_file" });
    await expect(readOutputFile(directory)).rejects.toMatchObject({ code: "step.output_file" });
  });

  test("by more than 1 MiB is refused", async () => {
    writeFileSync(file, `a=${"x".repeat(1024 * 1024)}\n`);
    await expect(readOutputFile(file)).rejects.toMatchObject({ message: expect.stringContaining("at most") });
  });

  test("by nothing has no outputs", async () => {
    await expect(readOutputFile(file)).resolves.toEqual({});
  });
});
