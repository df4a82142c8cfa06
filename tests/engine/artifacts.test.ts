import { afterEach, describe, expect, test } from "vitest";
import { createMemoryArtifactStore } from "../../src/adapters/artifact-store/memory.ts";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { createMemoryStepCache } from "../../src/adapters/step-cache/memory.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import { createRepository, type TestRepository } from "../adapters/workspace/repository.ts";
import { done, house, step, stepType, workflow } from "./house.ts";

const made: TestRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const clock = systemClock();

/** An engine on a real workspace; `write` writes a file, `say` gives its resolved text. */
async function workshop(artifacts = createMemoryArtifactStore({ clock })) {
  const repository = createRepository({ "base.txt": "base\n" });
  made.push(repository);
  const workspace = await repository.open();
  const counts = { write: 0 };
  const write = stepType(
    "write",
    async (context) => {
      counts.write += 1;
      repository.write(context.config["file"] as string, context.config["text"] as string);
      return done();
    },
    { writesWorkspace: true, caching: "declared" },
  );
  const say = stepType("say", async (context) => done({ said: context.config["text"] ?? null }));
  const ports = { workspace: async () => workspace, artifacts, cache: createMemoryStepCache() };
  return { ...house([write, say], { ports }), artifacts, counts, repository };
}

const make = step("make", "write", {
  config: { file: "out/report.html", text: "<p>" },
  outputs: { report: { type: "artifact", value: "./out/report.html" } },
});

describe("an output that names a file", () => {
  test("is kept as an artifact, and gives later steps its reference", async () => {
    const { engine, artifacts } = await workshop();
    const view = await engine.run({
      workflow: workflow([make, step("use", "say", { config: { text: "{{ make.outputs.report }}" } })]),
      inputs: {},
    });
    expect(view.status).toBe("completed");
    const [record] = await artifacts.list({ runId: view.run_id });
    expect(record).toMatchObject({
      name: "report",
      mediaType: "text/html",
      step: "make",
      workflow: "test",
      version: 1,
    });
    expect(view.steps["use"]?.outputs["said"]).toMatchObject({
      name: "report",
      digest: record?.digest,
      path: "out/report.html",
    });
  });

  test("that is not there fails the step and says which", async () => {
    const { engine } = await workshop();
    const missing = { ...make, outputs: { report: { type: "artifact", value: "./elsewhere.html" } as const } };
    const view = await engine.run({ workflow: workflow([missing]), inputs: {} });
    expect(view.steps["make"]?.error).toMatchObject({
      code: "artifact.missing",
      message: expect.stringContaining("elsewhere.html") as string,
    });
  });

  test("comes back with its artifact when the step is taken from the cache", async () => {
    const { engine, artifacts, counts, repository } = await workshop();
    const cached = { ...make, cache: { enabled: true, inputs: ["base.txt"], env: [], paths: [] } };
    const asked = { workflow: workflow([cached]), inputs: {} };
    const first = await engine.run(asked);
    repository.git("clean", "-q", "-f", "-d");
    const second = await engine.run(asked);
    expect(second.steps["make"]).toMatchObject({
      status: "cached",
      outputs: { report: { digest: expect.any(String) as string } },
    });
    expect(counts.write).toBe(1);
    expect(repository.read("out/report.html")).toBe("<p>");
    expect(await artifacts.list({ runId: second.run_id })).toHaveLength(1);
    expect(second.cache).toMatchObject({ hits: 1, misses: 0 });
    expect(first.cache).toMatchObject({ hits: 0, misses: 1 });
  });
});

describe("artifact()", () => {
  const ask = (text: string) => step("ask", "say", { config: { text } });

  test("reads an artifact of this run", async () => {
    const { engine } = await workshop();
    const view = await engine.run({ workflow: workflow([make, ask("{{ artifact('report').content }}")]), inputs: {} });
    expect(view.steps["ask"]?.outputs).toEqual({ said: "<p>" });
  });

  test("reads the latest of earlier runs, of this workflow first, and is null when there is none", async () => {
    const { engine, artifacts } = await workshop();
    const put = async (runId: string, workflow: string, text: string): Promise<void> => {
      await artifacts.put(
        { name: "coverage", mediaType: "text/plain", runId, step: "s", workflow, tags: [] },
        Buffer.from(text),
      );
    };
    await put("run_old", "test", "own");
    await put("run_other", "other", "another workflow's");
    const said = async (text: string): Promise<JsonObject> => {
      const view = await engine.run({ workflow: workflow([ask(text)]), inputs: {} });
      return view.steps["ask"]!.outputs;
    };
    expect(await said("{{ artifact('coverage', run='latest').content }}")).toEqual({ said: "own" });
    expect(await said("{{ artifact('coverage', run='run_other').content }}")).toEqual({ said: "another workflow's" });
    expect(await said("{{ artifact('coverage', run='run_none') }}")).toEqual({ said: null });
    expect(await said("{{ artifact('coverage') }}")).toEqual({ said: null });
  });
});
