import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActionsStepCache } from "../../../src/adapters/step-cache/actions.ts";
import { entryFor, stepCacheContract } from "../../contracts/step-cache.ts";
import { runtimeToken, startResultsService, type ResultsService } from "../../peers/results-service.ts";
import { collectWarnings } from "../log.ts";

let service: ResultsService;
let count = 0;
beforeAll(async () => {
  service = await startResultsService();
});
afterAll(async () => {
  await service.close();
});

const environment = (scopes: readonly { readonly ref: string; readonly write: boolean }[]) => ({
  ACTIONS_RESULTS_URL: service.url,
  ACTIONS_RUNTIME_TOKEN: runtimeToken({ runBackendId: "run", jobBackendId: "job", cacheScopes: scopes }),
  ACTIONS_CACHE_SERVICE_V2: "true",
});
const about = { workflow: "w", step: "s" };

stepCacheContract(
  "GitHub Actions",
  async () => {
    let now = Date.now();
    // A scope of its own per test, as a branch of its own would have.
    const ref = `refs/heads/test-${++count}`;
    return {
      cache: createActionsStepCache({
        log: collectWarnings().log,
        env: environment([{ ref, write: true }]),
        clock: { now: () => now },
      }),
      advance: (ms) => {
        now += ms;
      },
      tamper: async (key, change) => {
        const stored = service.caches.find((entry) => entry.scope === ref && entry.key === `pawl-step-${key}`);
        const response = await fetch(service.blobs.signedUrl(stored!.blob, "r"));
        await service.blobs.overwrite(stored!.blob, change(new Uint8Array(await response.arrayBuffer())));
      },
      [Symbol.asyncDispose]: async () => undefined,
    };
  },
  { manages: false },
);

describe("the Actions step cache", () => {
  test("reads with a token that may only read, and says once that it keeps nothing", async () => {
    const scope = { ref: "refs/heads/read-only", write: true };
    const entry = entryFor("shared");
    await createActionsStepCache({ log: collectWarnings().log, env: environment([scope]) }).put(entry, about);
    const { log, warnings } = collectWarnings();
    const reader = createActionsStepCache({ log, env: environment([{ ...scope, write: false }]) });
    expect((await reader.get(entry.key))?.manifest).toEqual(entry.manifest);
    expect(await reader.put(entryFor("one"), about)).toBe(false);
    expect(await reader.put(entryFor("two"), about)).toBe(false);
    expect(await reader.put(entryFor("three"), about)).toBe(false);
    expect(warnings).toEqual([
      "step cache: GitHub's cache can't be written (this run's token does not allow it); later runs do the steps again",
    ]);
    expect(await reader.get(entry.key)).toBeDefined();
  });

  test.each([
    ["none", false, false],
    ["read", true, false],
    ["write-only", false, true],
    ["write", true, true],
  ])("obeys ACTIONS_CACHE_MODE=%s", async (mode, reads, writes) => {
    const scope = { ref: `refs/heads/mode-${mode}`, write: true };
    const entry = entryFor("there");
    await createActionsStepCache({ log: collectWarnings().log, env: environment([scope]) }).put(entry, about);
    const { log, warnings } = collectWarnings();
    const cache = createActionsStepCache({ log, env: { ...environment([scope]), ACTIONS_CACHE_MODE: mode } });
    expect((await cache.get(entry.key)) !== undefined).toBe(reads);
    expect(await cache.put(entryFor("new"), about)).toBe(writes);
    expect(warnings).toHaveLength(writes ? 0 : 1);
  });

  test("does not take the newest entry whose key merely begins alike", async () => {
    const scope = { ref: "refs/heads/prefix", write: true };
    const entry = entryFor("prefix");
    await createActionsStepCache({ log: collectWarnings().log, env: environment([scope]) }).put(entry, about);
    const stored = service.caches.findLast(({ scope: ref }) => ref === scope.ref)!;
    // What an attacker would store: our key with something after it.
    Object.assign(stored, { key: `${stored.key}-newer` });
    const cache = createActionsStepCache({ log: collectWarnings().log, env: environment([scope]) });
    expect(await cache.get(entry.key)).toBeUndefined();
  });

  test("takes a service that answers 500, nonsense, or nothing for a miss, with one line, and then leaves it alone", async () => {
    for (const behave of ["500", "nonsense", "silence", "reset"] as const) {
      let requests = 0;
      await using peer = await serve((request, response) => {
        requests += 1;
        if (behave === "500") response.writeHead(500).end("<html>");
        else if (behave === "nonsense") response.writeHead(200).end("not json");
        else if (behave === "reset") request.socket.destroy();
      });
      const { log, warnings } = collectWarnings();
      const env = { ...environment([]), ACTIONS_RESULTS_URL: peer.url };
      const cache = createActionsStepCache({ log, env, limits: { callMs: 150 } });
      for (let i = 0; i < 5; i++) expect(await cache.get(entryFor(`${i}`).key)).toBeUndefined();
      expect(await cache.put(entryFor("x"), about)).toBe(false);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/^step cache: GitHub's cache can't be read \(.+\); steps run instead$/);
      expect(requests).toBeLessThanOrEqual(4);
    }
  });

  test("is silent and off where there is no cache service", async () => {
    const { log } = collectWarnings();
    const cache = createActionsStepCache({ log, env: {} });
    expect(await cache.get(entryFor("a").key)).toBeUndefined();
    expect(await cache.put(entryFor("a"), about)).toBe(false);
  });
});

async function serve(answer: Parameters<typeof createServer>[1]): Promise<AsyncDisposable & { readonly url: string }> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
