import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createActionsArchives, type ActionsArchives } from "../../../src/adapters/run-archives/actions.ts";
import { runtimeToken, startResultsService, type ResultsService } from "../../peers/results-service.ts";

let service: ResultsService;
let base: string;
let job = 0;
beforeAll(async () => {
  service = await startResultsService();
  base = mkdtempSync(path.join(tmpdir(), "pawl-run-archives-"));
});
afterAll(async () => {
  await service.close();
  rmSync(base, { recursive: true, force: true });
});
/** The official client reads the job's environment; this process is the job, each time of a workflow run of its own. */
const becomeJob = (url = service.url): void => {
  job += 1;
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken({ runBackendId: `run-${job}`, jobBackendId: "job", cacheScopes: [] }),
    GITHUB_SERVER_URL: "http://github.localhost:1",
    RUNNER_TEMP: base,
  });
};
beforeEach(() => becomeJob());

const archives = (rest: Partial<ActionsArchives> = {}) =>
  createActionsArchives({
    owner: "o",
    repository: "r",
    workflowRunId: 1,
    apiUrl: "http://127.0.0.1:9",
    serverUrl: "https://github.com",
    token: undefined,
    temporaryRoot: base,
    ...rest,
  });
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();

async function serve(listener: RequestListener): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe("a run's archive at GitHub", () => {
  test("is found by a later attempt, the newest of those that were saved, with one older beside it", async () => {
    const { url } = await archives().save("run_a", Buffer.from("first"));
    expect(url).toMatch(/^https:\/\/github\.com\/o\/r\/actions\/runs\/1\/artifacts\/\d+$/);
    const keeper = archives();
    for (const content of ["second", "third"]) await keeper.save("run_a", Buffer.from(content));
    expect(text(await archives().find("run_a"))).toBe("third");
    expect(await archives().find("run_b")).toBeUndefined();
    const names = service.artifacts.filter(({ runBackendId }) => runBackendId === `run-${job}`).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["pawl-run_a-a", "pawl-run_a-b"]);
    expect(readdirSync(base).filter((name) => name.startsWith("archive-"))).toEqual([]);
  });

  test("is refused when its bytes are not those that were uploaded, and writes nothing that it names", async () => {
    await archives().save("run_a", Buffer.from("the run"));
    const stored = service.artifacts.findLast(({ name }) => name === "pawl-run_a-a")!;
    await service.blobs.overwrite(
      stored.blob,
      zipSync({ "run.pawl": Buffer.from("evil"), "../../pawl-escaped": Buffer.from("evil") }, { level: 0 }),
    );
    await expect(archives().find("run_a")).rejects.toMatchObject({ code: "archive.unavailable" });
    expect(readdirSync(path.dirname(base))).not.toContain("pawl-escaped");
  });

  test("that a fork's workflow run has left is not taken", async () => {
    const listed = (head: number) => ({
      id: 7,
      name: "pawl-run_a-a",
      size_in_bytes: 10,
      created_at: "2026-01-01T00:00:00Z",
      expired: false,
      workflow_run: { id: 3, repository_id: 1, head_repository_id: head },
    });
    let head = 2;
    await using api = await serve((request, response) => {
      const artifacts = request.url?.includes("name=pawl-run_a-a") === true ? [listed(head)] : [];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ artifacts }));
    });
    const token = ["ghs", "x".repeat(36)].join("_");
    const elsewhere = archives({ apiUrl: api.url, token, callMs: 2_000 });
    expect(await elsewhere.find("run_a")).toBeUndefined();
    // The repository's own is: here it is only a name that can't be fetched.
    head = 1;
    await expect(elsewhere.find("run_a")).rejects.toMatchObject({ code: "archive.unavailable" });
  });

  test("does not hold the job when the service takes a call and says nothing", async () => {
    await using silent = await serve(() => undefined);
    becomeJob(`${silent.url}/`);
    const unanswered = archives({ callMs: 100 });
    const said = { code: "archive.unavailable", message: expect.stringContaining("does not answer") as unknown };
    await expect(unanswered.save("run_a", Buffer.from("x"))).rejects.toMatchObject(said);
    await expect(unanswered.find("run_a")).rejects.toMatchObject(said);
  });
});
