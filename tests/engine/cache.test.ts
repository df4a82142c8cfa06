import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createMemoryArtifactStore } from "../../src/adapters/artifact-store/memory.ts";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createMemoryStepCache } from "../../src/adapters/step-cache/memory.ts";
import { keepStep, lookUpStep, type CachePorts, type StepResult } from "../../src/engine/cache-entry.ts";
import type { CacheRequest } from "../../src/engine/cache-key.ts";
import { digestJson } from "../../src/kernel/digest.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import type { CachePolicy } from "../../src/language/model.ts";
import type { StepCache } from "../../src/ports/step-cache.ts";
import { collectWarnings } from "../adapters/log.ts";
import { contentsOf, createRepository, makeExecutable, type TestRepository } from "../adapters/workspace/repository.ts";
import { step } from "./house.ts";

const made: TestRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const FILES = { "src/a.js": "a\n", "src/b.js": "b\n", "readme.md": "r\n", ".gitignore": "node_modules/\n" };
const POLICY: CachePolicy = { enabled: true, inputs: [], env: [], paths: [] };
const clock = systemClock();

/** One machine: a clone, and everything a lookup stands on. A cache may be shared between machines. */
async function machine(cache: StepCache = createMemoryStepCache(), files: Readonly<Record<string, string>> = FILES) {
  const repository = createRepository(files);
  made.push(repository);
  const { log, warnings } = collectWarnings();
  const ports: CachePorts = {
    cache,
    store: createMemoryRunStore(clock),
    workspace: await repository.open(),
    artifacts: createMemoryArtifactStore({ clock }),
    redactor: {
      redact: (text) => text.replaceAll("hunter2", "***"),
      redactJson: <T>(value: T) => JSON.parse(JSON.stringify(value).replaceAll("hunter2", "***")) as T,
      stream: () => ({ write: (chunk) => chunk, end: () => "" }),
      add: () => undefined,
    },
    clock,
    log,
  };
  return { repository, ports, warnings };
}
type Machine = Awaited<ReturnType<typeof machine>>;

async function request(
  at: Machine,
  rest: Partial<CacheRequest> & { readonly cache?: Partial<CachePolicy> } = {},
): Promise<CacheRequest> {
  const { cache, ...more } = rest;
  return {
    workflow: "w",
    runId: "run_1",
    path: "build",
    step: step("build", "shell", { cache: { ...POLICY, ...cache }, ...more.step }),
    type: { conditionFields: [], deferredFields: [] },
    trustTier: "trusted",
    tree: await at.ports.workspace.snapshot(),
    config: { command: "make" },
    script: "make",
    inputs: {},
    env: {},
    parentEnv: {},
    identity: { platform: "linux" },
    contexts: {},
    ...more,
  };
}

const RESULT: Omit<StepResult, "tree"> & { readonly durationMs: number; readonly usd: number } = {
  outputs: { answer: 42 },
  artifacts: [],
  evidence: { exit_code: 0 },
  variables: { made: true },
  durationMs: 1_500,
  usd: 0.25,
};

/** Runs the step: writes what it writes and keeps the result. */
async function run(
  at: Machine,
  asked: CacheRequest,
  write: () => void = () => undefined,
  result: Partial<typeof RESULT> = {},
): Promise<void> {
  const lookup = await lookUpStep(at.ports, asked);
  expect(lookup.hit).toBeUndefined();
  write();
  const tree = await at.ports.workspace.snapshot();
  expect(await keepStep(at.ports, asked, lookup, { ...RESULT, ...result, tree })).toBe(true);
}

describe("a hit", () => {
  test("restores outputs, variables, evidence, files and what it saved, on another machine", async () => {
    const one = await machine();
    await run(one, await request(one), () => {
      one.repository.write("dist/out.js", "built\n");
      makeExecutable(path.join(one.repository.root, "src/a.js"));
      rmSync(path.join(one.repository.root, "src/b.js"));
    });
    const two = await machine(one.ports.cache);
    const { hit } = await lookUpStep(
      two.ports,
      await request(two, { runId: "run_2", workflow: "other", path: "elsewhere/build" }),
    );
    expect(hit).toMatchObject({
      outputs: { answer: 42 },
      variables: { made: true },
      evidence: { exit_code: 0 },
      saved: { duration_ms: 1_500, usd: 0.25 },
      fromRun: "run_1",
    });
    expect(hit?.tree).toBe(await two.ports.workspace.snapshot());
    expect(contentsOf(two.repository.root)).toEqual(contentsOf(one.repository.root));
  });

  test("brings artifacts to the run that asks", async () => {
    const one = await machine();
    const about = {
      name: "report",
      mediaType: "text/html",
      runId: "run_1",
      step: "build",
      workflow: "w",
      tags: ["ci"],
    };
    const { digest, bytes, version } = await one.ports.artifacts.put(about, Buffer.from("<p>"));
    await run(one, await request(one), undefined, {
      artifacts: [{ name: "report", digest, bytes, media_type: "text/html", version }],
    });
    const two = await machine(one.ports.cache);
    const { hit } = await lookUpStep(two.ports, await request(two, { runId: "run_2" }));
    expect(hit?.artifacts).toEqual([{ name: "report", digest, bytes, media_type: "text/html", version: 1 }]);
    const found = await two.ports.artifacts.get("report", { runId: "run_2" });
    expect(Buffer.from(found!.content).toString()).toBe("<p>");
    expect(found!.record.tags).toEqual(["ci"]);
  });

  test("brings paths outside git", async () => {
    const one = await machine();
    const cache = { paths: ["node_modules"] };
    await run(one, await request(one, { cache }), () => one.repository.write("node_modules/x/index.js", "x\n"));
    const two = await machine(one.ports.cache);
    two.repository.write("node_modules/stale.js", "stale\n");
    expect((await lookUpStep(two.ports, await request(two, { cache }))).hit).toBeDefined();
    expect(readFileSync(path.join(two.repository.root, "node_modules/x/index.js"), "utf8")).toBe("x\n");
    expect(existsSync(path.join(two.repository.root, "node_modules/stale.js"))).toBe(false);
  });

  test("carries no secret in or out", async () => {
    const one = await machine();
    await run(one, await request(one), undefined, { outputs: { said: "password hunter2" } });
    const [entry] = (await one.ports.cache.list?.()) ?? [];
    expect(JSON.stringify((await one.ports.cache.get(entry!.key))?.manifest)).not.toContain("hunter2");
    expect((await lookUpStep(one.ports, await request(one))).hit?.outputs).toEqual({ said: "password ***" });
  });
});

describe("a step with declared files", () => {
  const cache = { inputs: ["src/**"] };

  test("hits although other files changed, and leaves those as they are", async () => {
    const one = await machine();
    await run(one, await request(one, { cache }), () => one.repository.write("out.txt", "made\n"));
    const two = await machine(one.ports.cache, { ...FILES, "readme.md": "rewritten\n", "more.md": "m\n" });
    expect((await lookUpStep(two.ports, await request(two, { cache }))).hit).toBeDefined();
    expect(two.repository.read("out.txt")).toBe("made\n");
    expect(two.repository.read("readme.md")).toBe("rewritten\n");
  });

  test("misses where a file it changes stands otherwise than it did, and touches nothing", async () => {
    const one = await machine();
    await run(one, await request(one, { cache }), () => one.repository.write("readme.md", "generated\n"));
    const two = await machine(one.ports.cache, { ...FILES, "readme.md": "edited by hand\n" });
    const lookup = await lookUpStep(two.ports, await request(two, { cache }));
    expect(lookup.hit).toBeUndefined();
    expect(lookup.explanation["reason"]).toBe("files that its result changes stand otherwise here");
    expect(two.repository.read("readme.md")).toBe("edited by hand\n");
  });
});

describe("the key", () => {
  const changes: Readonly<Record<string, Partial<CacheRequest> & { readonly cache?: Partial<CachePolicy> }>> = {
    "definition.command": { config: { command: "make all" } },
    "definition.script": { script: "make all" },
    "definition.shell": { config: { command: "make", shell: "sh" } },
    "definition.security_profile": { step: step("build", "shell", { securityProfile: "hardened" }) },
    "input.version": { inputs: { version: 2 } },
    "env.CI": { env: { CI: "true" } },
    "env.LANG": { cache: { env: ["LANG"] }, parentEnv: { LANG: "C" } },
    "identity.platform": { identity: { platform: "darwin" } },
    "trust tier": { trustTier: "untrusted" },
    key: { authorKey: "v2" },
    "reads.inputs.level": {
      step: step("build", "claude", {
        bodies: { verify: [step("check", "assert", { config: { condition: "{{ inputs.level }} > 1" } })] },
      }),
      contexts: { inputs: { level: 3 } },
    },
  };

  test.each(Object.entries(changes))("changes with %s, and the explanation names it", async (component, change) => {
    const at = await machine();
    await run(at, await request(at));
    const lookup = await lookUpStep(at.ports, await request(at, { ...change, runId: "run_2" }));
    expect(lookup.hit).toBeUndefined();
    expect(lookup.explanation["changed"]).toContain(component);
    expect(lookup.explanation["reason"]).toMatch(/^changed since run_1: /);
  });

  test("changes with the value an inner step will read", async () => {
    const at = await machine();
    const asked = (level: number, other: string): Promise<CacheRequest> =>
      request(at, {
        step: step("fix", "claude", {
          cache: POLICY,
          bodies: { verify: [step("check", "assert", { config: { condition: "score >= inputs.level" } })] },
        }),
        contexts: { inputs: { level, other } },
      });
    await run(at, await asked(1, "x"));
    expect((await lookUpStep(at.ports, await asked(1, "y"))).hit).toBeDefined();
    expect((await lookUpStep(at.ports, await asked(2, "x"))).explanation["changed"]).toEqual(["reads.inputs.level"]);
  });

  test("stays the same in another run, workflow, place in the file, and with another time limit", async () => {
    const at = await machine();
    const asked = await request(at);
    await run(at, asked);
    const moved = step("renamed", "shell", {
      cache: POLICY,
      timeoutMs: 5,
      name: "Build it",
      place: { file: "x.yml", line: 9, column: 2 },
    });
    const lookup = await lookUpStep(at.ports, {
      ...asked,
      runId: "run_2",
      workflow: "v",
      path: "renamed",
      step: moved,
    });
    expect(lookup.hit).toBeDefined();
  });

  test("names the files that changed", async () => {
    const at = await machine();
    const cache = { inputs: ["src/**"] };
    await run(at, await request(at, { cache }));
    at.repository.write("src/a.js", "changed\n");
    at.repository.write("readme.md", "not declared\n");
    const { explanation } = await lookUpStep(at.ports, await request(at, { cache, runId: "run_2" }));
    expect(explanation).toMatchObject({
      hit: false,
      changed: ["files"],
      files: ["src/a.js"],
      reason: "changed since run_1: files (src/a.js)",
    });
  });

  test("says when nothing changed but nothing was kept, and when a step is new", async () => {
    const at = await machine();
    expect((await lookUpStep(at.ports, await request(at))).explanation["reason"]).toBe(
      "this step has not run here before",
    );
    expect((await lookUpStep(at.ports, await request(at, { runId: "run_2" }))).explanation["reason"]).toMatch(
      /^nothing has changed since run_1, but/,
    );
  });
});

describe("a cache that is not to be trusted", () => {
  /** A cache that gives every asker the same entry, changed by someone. */
  const forged = (cache: StepCache, change: (manifest: JsonObject) => JsonObject): StepCache => ({
    ...cache,
    get: async (key) => {
      const entry = await cache.get(key);
      return entry === undefined ? undefined : { ...entry, manifest: change(entry.manifest) };
    },
  });

  test.each<[string, (manifest: JsonObject) => JsonObject]>([
    ["of another trust tier", (manifest) => ({ ...manifest, tier: "untrusted" })],
    ["of another form", () => ({ outputs: 1 })],
    ["whose tree is not the one its change gives", (manifest) => ({ ...manifest, to: digestJson("x").slice(0, 40) })],
    [
      "without the artifact it names",
      (manifest) => ({
        ...manifest,
        artifacts: [{ name: "a", digest: digestJson(1), media_type: "t", tags: [], retention_ms: null }],
      }),
    ],
  ])("an entry %s is a miss, and the work tree stays as it was", async (_, change) => {
    const one = await machine();
    await run(one, await request(one), () => one.repository.write("out.txt", "made\n"));
    const two = await machine(forged(one.ports.cache, change));
    const before = contentsOf(two.repository.root);
    expect((await lookUpStep(two.ports, await request(two))).hit).toBeUndefined();
    expect(contentsOf(two.repository.root)).toEqual(before);
  });

  test("a store that throws costs one line and no step", async () => {
    const broken: StepCache = {
      get: () => Promise.reject(new Error("disk on fire")),
      put: () => Promise.reject(new Error("disk full")),
    };
    const at = await machine(broken);
    const asked = await request(at);
    const lookup = await lookUpStep(at.ports, asked);
    expect(lookup.hit).toBeUndefined();
    expect(await keepStep(at.ports, asked, lookup, { ...RESULT, tree: asked.tree })).toBe(false);
    expect(at.warnings).toEqual([
      "step build: the cache could not be used: disk on fire; the step runs",
      "step build: its result is not kept in the cache: disk full",
    ]);
  });

  test("a result that can be restored only in part is a miss with the step's own files, or an error when those can't be had either", async () => {
    const one = await machine();
    await run(one, await request(one), () => one.repository.write("out.txt", "made\n"));
    const two = await machine(one.ports.cache);
    const asked = await request(two);
    const { workspace } = two.ports;
    /** A disk that is full after half a restore, the first `times`. */
    const full = (times: number): CachePorts => ({
      ...two.ports,
      workspace: {
        ...workspace,
        restore: async (tree) => {
          if (times-- <= 0) return await workspace.restore(tree);
          two.repository.write("src/half.js", "half\n");
          throw new Error("No space left on device");
        },
      },
    });
    const lookup = await lookUpStep(full(1), asked);
    expect(lookup.hit).toBeUndefined();
    expect(await workspace.snapshot()).toBe(asked.tree);
    expect(two.warnings).toEqual(["step build: the cache could not be used: No space left on device; the step runs"]);
    await expect(lookUpStep(full(2), asked)).rejects.toMatchObject({ code: "workspace.unrestored" });
  });
});
