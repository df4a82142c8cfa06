import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PawlError } from "../../src/kernel/errors.ts";
import { resolveText } from "../../src/language/expressions/evaluate.ts";
import { compileScript } from "../../src/language/expressions/script.ts";
import type { Scope } from "../../src/language/expressions/scope.ts";
import { openGitWorkspace } from "../../src/adapters/workspace/git.ts";
import { casesOf, type AttackCase } from "./cases.ts";

let folder: string;
let host: Scope["host"];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pawl-expressions-"));
  const stateDirectory = path.join(folder, ".state");
  const workspace = await openGitWorkspace({ root: folder, stateDirectory, runId: "attack" });
  host = {
    secret: (name) => (name === "KEY" ? "the secret" : undefined),
    readFile: (file) => workspace.readFile(file),
    hashFiles: (patterns) => workspace.hashFiles(patterns),
    artifact: () => null,
    status: "success",
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function scopeWith(value: string): Scope {
  return { contexts: { inputs: { v: value }, variables: {}, steps: {}, env: {} }, host };
}

interface Ran {
  readonly stdout: string;
  readonly made: readonly string[];
}

/** Runs a compiled script as a shell step does: its values in the environment, and nothing else there. */
async function runScript(text: string, value: string): Promise<Ran> {
  const compiled = compileScript(text, "bash");
  const bindings = compiled.bindings.map(({ name, expression }) => [name, resolveText(expression, scopeWith(value))]);
  const cwd = await mkdtemp(path.join(folder, "run-"));
  const env = {
    PATH: process.env["PATH"],
    INPUT_V: value,
    PWNED: path.join(cwd, "pwned"),
    ...Object.fromEntries(bindings),
  };
  const stdout = await new Promise<string>((resolve) => {
    const argv = ["--noprofile", "--norc", "-c", compiled.script];
    execFile("bash", argv, { cwd, env, timeout: 10_000 }, (_error, out) => resolve(out));
  });
  return { stdout, made: await readdir(cwd) };
}

interface ScriptCase extends AttackCase {
  readonly script: string;
  readonly prints?: boolean;
  readonly refused?: boolean;
}
const VALUES = casesOf<AttackCase & { readonly value: string }>("shell-values");
const SCRIPTS = casesOf<ScriptCase>("shell-scripts");
const runs = (attack: ScriptCase): boolean => compileScript(attack.script, "bash").problems.length === 0;

describe("scripts that would read a value as code", () => {
  it.each(SCRIPTS.filter((attack) => attack.refused === true))("$id is refused: $attack", (attack) => {
    const { problems } = compileScript(attack.script, "bash");
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ hint }) => hint.length > 0)).toBe(true);
  });
});

describe("scripts with values in them", () => {
  it.each(SCRIPTS.filter(runs))("$id takes every value for text: $attack", async (attack) => {
    const results = await Promise.all(
      VALUES.map(async ({ id, value }) => ({ id, value, ...(await runScript(attack.script, value)) })),
    );
    expect(results.filter(({ made }) => made.some((name) => name === "pwned")).map(({ id }) => id)).toEqual([]);
    const wrong = results.filter(({ stdout, value }) => attack.prints === true && stdout !== value).map(({ id }) => id);
    expect(wrong).toEqual([]);
  });

  it("print a value byte for byte wherever they may stand as a word", () => {
    expect(SCRIPTS.filter((attack) => attack.prints === true && !runs(attack)).map(({ id }) => id)).toEqual([]);
  });
});

interface ExpressionCase extends AttackCase {
  readonly expression: string;
  readonly gives?: string;
  readonly refused?: string;
}

describe("expressions", () => {
  const cases = casesOf<ExpressionCase>("expressions");
  const VALUE = "{{ secrets.KEY }} ${{ secrets.KEY }}";

  it.each(cases.filter((attack) => attack.gives !== undefined))(
    "$id gives nothing away: $attack",
    ({ expression, gives }) => {
      expect(resolveText(expression, scopeWith(VALUE))).toBe(gives);
    },
  );

  it.each(cases.filter((attack) => attack.refused !== undefined))(
    "$id is refused: $attack",
    ({ expression, refused }) => {
      let thrown: unknown;
      try {
        resolveText(expression, scopeWith(VALUE));
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(PawlError);
      expect((thrown as PawlError).code.startsWith(refused ?? "")).toBe(true);
      expect((thrown as PawlError).message).not.toContain("the secret");
    },
  );
});
