import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createActionsArtifactStore } from "../../../src/adapters/artifact-store/actions.ts";
import { readBundle, RECORD_FILE } from "../../../src/adapters/artifact-store/bundle.ts";
import type { ArtifactStore } from "../../../src/ports/artifact-store.ts";
import { artifact, artifactStoreContract, bytes } from "../../contracts/artifact-store.ts";
import { runtimeToken, startResultsService, type ResultsService } from "../../peers/results-service.ts";
import { collectWarnings } from "../log.ts";

let service: ResultsService;
let base: string;
let run = 0;
beforeAll(async () => {
  service = await startResultsService();
  base = mkdtempSync(path.join(tmpdir(), "pawl-actions-artifacts-"));
});
afterAll(async () => {
  await service.close();
  rmSync(base, { recursive: true, force: true });
});
/** The official client reads the job's environment; this process is the job. */
const becomeJob = (url = service.url): void => {
  run += 1;
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken({ runBackendId: `run-${run}`, jobBackendId: "job", cacheScopes: [] }),
    GITHUB_SERVER_URL: "http://github.localhost:1",
    RUNNER_TEMP: base,
  });
};
beforeEach(() => becomeJob());

function open(clock = { now: () => Date.now() }): { store: ArtifactStore; warnings: string[]; directory: string } {
  const directory = mkdtempSync(path.join(base, "job-"));
  const { log, warnings } = collectWarnings();
  const runUrl = "https://github.com/o/r/actions/runs/1";
  return { store: createActionsArtifactStore({ directory, clock, log, runUrl }), warnings, directory };
}

artifactStoreContract("GitHub Actions", async () => {
  becomeJob();
  let now = Date.now();
  const { store, directory } = open({ now: () => now });
  return {
    store,
    advance: (ms) => {
      now += ms;
    },
    replace: async (digest, content) =>
      writeFileSync(path.join(directory, "kept/content", digest.slice(0, 2), digest), content),
    [Symbol.asyncDispose]: async () => undefined,
  };
});

describe("artifacts at GitHub", () => {
  test("are there for another job of the workflow run, with their record", async () => {
    const first = open();
    const record = await first.store.put({ ...artifact("coverage"), tags: ["ci"] }, bytes("<xml/>"));
    expect(record.url).toMatch(/^https:\/\/github\.com\/o\/r\/actions\/runs\/1\/artifacts\/\d+$/);
    const second = open();
    const found = await second.store.get("coverage", { runId: "run_1", digest: record.digest });
    expect(Buffer.from(found!.content).toString()).toBe("<xml/>");
    expect(found!.record).toMatchObject({ step: "test", workflow: "w", tags: ["ci"], version: 1 });
    expect(await second.store.get("coverage", { runId: "run_9" })).toBeUndefined();
    expect([...first.warnings, ...second.warnings]).toEqual([]);
  });

  test("of a later attempt stand beside those of the first, whose names they can't take again", async () => {
    await open().store.put(artifact("log"), bytes("first attempt"));
    const { store, warnings } = open();
    await store.put(artifact("log"), bytes("second attempt"));
    expect(
      service.artifacts.filter(({ runBackendId }) => runBackendId === `run-${run}`).map(({ name }) => name),
    ).toEqual(["log", "log.2"]);
    expect(warnings).toEqual([]);
  });

  test("replaced by another job of the run are refused by the digest the journal carries", async () => {
    const first = open();
    const record = await first.store.put(artifact("plan"), bytes("the plan"));
    const stored = service.artifacts.find(({ runBackendId }) => runBackendId === `run-${run}`)!;
    const forged = { ...record, digest: record.digest };
    await service.blobs.overwrite(
      stored.blob,
      zipSync({ plan: bytes("evil!!!!"), [RECORD_FILE]: bytes(JSON.stringify(forged)) }),
    );
    await expect(open().store.get("plan", { runId: "run_1", digest: record.digest })).rejects.toMatchObject({
      code: "artifact.corrupt",
    });
  });

  test("stay in the job's folder, with one line, when the service is down", async () => {
    becomeJob("http://127.0.0.1:9/");
    process.env["ACTIONS_RUNTIME_TOKEN"] = "not a token";
    const { store, warnings } = open();
    await store.put(artifact("a"), bytes("one"));
    await store.put(artifact("b"), bytes("two"));
    expect(Buffer.from((await store.get("a", { runId: "run_1" }))!.content).toString()).toBe("one");
    expect(await store.get("elsewhere", {})).toBeUndefined();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^artifacts: GitHub's artifact service can't be used/);
  });
});

describe("an artifact service that takes a call and says nothing", () => {
  test("costs one line and no step its artifact", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    becomeJob(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
    const { log, warnings } = collectWarnings();
    const directory = mkdtempSync(path.join(base, "job-"));
    const store = createActionsArtifactStore({ directory, clock: { now: () => Date.now() }, log, callMs: 100 });
    await store.put(artifact("a"), bytes("one"));
    await store.put(artifact("b"), bytes("two"));
    expect(await store.get("elsewhere", {})).toBeUndefined();
    expect(Buffer.from((await store.get("b", { runId: "run_1" }))!.content).toString()).toBe("two");
    expect(warnings).toEqual([
      "artifacts: GitHub's artifact service can't be used (it does not answer); artifacts stay in this job's folder",
    ]);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe("an artifact's zip file", () => {
  const record = {
    name: "a",
    digest: "0".repeat(64),
    bytes: 1,
    mediaType: "t",
    runId: "r",
    step: "s",
    workflow: "w",
    tags: [],
    createdAt: 1,
    version: 1,
  };
  const good = { a: bytes("x"), [RECORD_FILE]: bytes(JSON.stringify(record)) };

  test("gives its content and record", () => {
    expect(readBundle(zipSync(good))?.record).toEqual(record);
  });
  test.each<[string, Uint8Array]>([
    ["more files than belong there", zipSync({ ...good, "../../.bashrc": bytes("evil") })],
    ["no record", zipSync({ a: bytes("x"), b: bytes("y") })],
    ["a record of another file", zipSync({ b: bytes("x"), [RECORD_FILE]: bytes(JSON.stringify(record)) })],
    ["a record that is none", zipSync({ a: bytes("x"), [RECORD_FILE]: bytes("[]") })],
    ["a huge record", zipSync({ a: bytes("x"), [RECORD_FILE]: bytes(" ".repeat(200_000) + JSON.stringify(record)) })],
    [
      "a million entries",
      zipSync(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`e${i}`, new Uint8Array()]))),
    ],
    ["no zip at all", bytes("<html>")],
    ["nothing", new Uint8Array()],
  ])("is refused with %s", (_, zip) => {
    expect(readBundle(zip)).toBeUndefined();
  });
});
