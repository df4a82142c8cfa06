import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  defineStep,
  openPawl,
  PawlError,
  workflow,
  type Middleware,
  type Pawl,
  type PawlOptions,
} from "../../src/index.ts";

interface Place extends AsyncDisposable {
  readonly pawl: Pawl;
  readonly root: string;
}

/** Pawl on a repository of its own. */
async function place(options: PawlOptions = {}): Promise<Place> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-library-"));
  execFileSync("git", ["init", "-q", "-b", "main", root]);
  const pawl = await openPawl({ workspace: root, ...options });
  return {
    pawl,
    root,
    [Symbol.asyncDispose]: async () => {
      await pawl.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const greeting = workflow("greeting")
  .input("who", { type: "string", required: true })
  .shell("say", (at) => ({ command: `echo hello ${at.inputs.who}`, timeout: "1m" }))
  .output("said", (at) => ({ type: "string", value: `${at.steps.say.outputs.stdout}` }));

describe("Pawl as a library", () => {
  test("runs what the builder built, awaited", async () => {
    await using here = await place();
    const view = await here.pawl.run(greeting, { inputs: { who: "you" } });
    expect(view).toMatchObject({ status: "completed", outputs: { said: "hello you" } });
  });

  test("runs a file by path, started and observed", async () => {
    await using here = await place();
    writeFileSync(path.join(here.root, "greeting.yml"), greeting.toYAML());
    const handle = await here.pawl.start("greeting.yml", { inputs: { who: "you" } });
    const types: string[] = [];
    for await (const update of handle.events()) if (update.kind === "event") types.push(update.event.type);
    expect(types.at(0)).toBe("run.created");
    expect(types.at(-1)).toBe("run.completed");
    expect(handle.status().status).toBe("completed");
  });

  test("many runs at once in one process end as themselves", async () => {
    await using here = await place({ maxConcurrentRuns: 4 });
    const names = Array.from({ length: 8 }, (_, index) => `n${index}`);
    const views = await Promise.all(names.map((who) => here.pawl.run(greeting, { inputs: { who } })));
    expect(views.map(({ outputs }) => outputs["said"])).toEqual(names.map((who) => `hello ${who}`));
  });

  test("a started run can be cancelled", async () => {
    await using here = await place();
    const slow = workflow("slow").shell("sleep", { command: "sleep 60", timeout: "2m" });
    const handle = await here.pawl.start(slow);
    await handle.cancel("enough", "test");
    expect((await handle.result()).status).toBe("cancelled");
  });

  test("a step type of the caller's own is validated and run like any other", async () => {
    const double = defineStep({
      type: "double",
      summary: "Doubles a number.",
      description: "Doubles a number.",
      fields: { value: { type: "number", description: "What is doubled." } },
      required: ["value"],
      outputs: { doubled: { type: "number" } },
      run: ({ config }) => Promise.resolve({ status: "completed", outputs: { doubled: Number(config["value"]) * 2 } }),
    });
    await using here = await place({ steps: [double] });
    const view = await here.pawl.run(workflow("doubles").step("it", "double", { value: 21 }));
    expect(view.steps["it"]?.outputs).toEqual({ doubled: 42 });
  });

  test("middleware stands around every step", async () => {
    const seen: string[] = [];
    const audit: Middleware = async ({ path: step }, next) => {
      seen.push(`> ${step}`);
      const outcome = await next();
      seen.push(`< ${step} ${outcome.status}`);
      return outcome;
    };
    await using here = await place({ middleware: [audit] });
    await here.pawl.run(greeting, { inputs: { who: "you" } });
    expect(seen).toEqual(["> say", "< say completed"]);
  });

  test.each([
    ["an unknown workflow", "nope", "workflow.unknown"],
    ["a missing input", greeting, "input.invalid"],
  ])("%s rejects with a PawlError that says so", async (_what, source, code) => {
    await using here = await place();
    const failed = await here.pawl.run(source).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PawlError);
    expect((failed as PawlError).code).toBe(code);
  });
});
