import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { zstdCompress } from "node:zlib";
import tar from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActionsStepCache } from "../../../src/adapters/step-cache/actions.ts";
import { readSingleFile } from "../../../src/adapters/step-cache/actions-tar.ts";
import { entryFor, stepCacheContract } from "../../contracts/step-cache.ts";
import { runtimeToken, startResultsService, type ResultsService } from "../../peers/results-service.ts";
import { collectWarnings } from "../log.ts";

let service: ResultsService;
let count = 0;
let temporary: string;
beforeAll(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), "pawl-actions-cache-"));
  service = await startResultsService();
});
afterAll(async () => {
  await service.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** The official client reads the job's environment when it uploads; this process is the job. */
const environment = (scopes: readonly { readonly ref: string; readonly write: boolean }[], home = temporary) => {
  const job = {
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken({ runBackendId: "run", jobBackendId: "job", cacheScopes: scopes }),
    ACTIONS_CACHE_SERVICE_V2: "true",
    GITHUB_SERVER_URL: "http://github.localhost:1",
    GITHUB_WORKSPACE: home,
    RUNNER_TEMP: home,
    HOME: home,
  };
  Object.assign(process.env, job);
  return job;
};

/** The entry inside a stored archive, changed, in an archive of the same form. */
async function repacked(archive: Uint8Array, change: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array> {
  return await packed([{ name: "whatever", content: change(await readSingleFile(archive, 10_000_000)) }]);
}

async function packed(
  entries: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<Uint8Array> {
  const pack = tar.pack();
  for (const { name, content } of entries) pack.entry({ name }, Buffer.from(content));
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return await promisify(zstdCompress)(Buffer.concat(chunks));
}

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
        await service.blobs.overwrite(
          stored!.blob,
          await repacked(new Uint8Array(await response.arrayBuffer()), change),
        );
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
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^step cache: GitHub's cache can't be written \(.+ may only read\); later runs do the steps again$/,
    );
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

  test.each<[string, readonly { readonly name: string; readonly content: Uint8Array }[]]>([
    [
      "a second file",
      [
        { name: "a", content: new Uint8Array() },
        { name: "../../.bashrc", content: Buffer.from("evil") },
      ],
    ],
    ["a file somewhere else", [{ name: "/tmp/pawl-poisoned", content: Buffer.from("evil") }]],
    ["nothing", []],
  ])("writes nothing to disk and takes for a miss an archive that holds %s", async (_, entries) => {
    const scope = { ref: `refs/heads/poisoned-${++count}`, write: true };
    const { log, warnings } = collectWarnings();
    const cache = createActionsStepCache({ log, env: environment([scope]) });
    const entry = entryFor("poisoned");
    await cache.put(entry, about);
    const stored = service.caches.findLast(({ scope: ref }) => ref === scope.ref)!;
    await service.blobs.overwrite(stored.blob, await packed(entries));
    expect(await cache.get(entry.key)).toBeUndefined();
    expect(warnings).toHaveLength(1);
    expect(readdirSync(tmpdir())).not.toContain("pawl-poisoned");
    expect(readdirSync(temporary)).not.toContain(".pawl-step-cache");
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
      // Nor is anything kept there: the official client would try for half a minute.
      expect(await cache.put(entryFor("result"), about)).toBe(false);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/^step cache: GitHub's cache can't be read \(.+\); steps run instead$/);
      expect(requests).toBeLessThanOrEqual(2);
    }
  });

  test("does not end the process of a job whose every result is refused", async () => {
    await using peer = await serve((_, response) =>
      response
        .writeHead(403, { "content-type": "application/json" })
        .end('{"code":"permission_denied","msg":"this job\'s token may not write the cache"}'),
    );
    const program = path.join(import.meta.dirname, "refused-writer.ts");
    const writer = spawn(process.execPath, [program], {
      env: { ...environment([]), PATH: process.env["PATH"], ACTIONS_RESULTS_URL: peer.url },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [said, [exit]] = await Promise.all([text(writer.stdout), once(writer, "close"), text(writer.stderr)]);
    expect(exit).toBe(0);
    expect(said.split("\n").filter((line) => line.startsWith("{"))).toEqual([
      JSON.stringify({ kept: Array.from({ length: 6 }, () => false), warnings: 1 }),
    ]);
  });

  test("finds what a job with other folders has kept", async () => {
    const scope = { ref: "refs/heads/other-folders", write: true };
    const entry = entryFor("portable");
    const other = mkdtempSync(path.join(temporary, "other-machine-"));
    await createActionsStepCache({ log: collectWarnings().log, env: environment([scope], other) }).put(entry, about);
    const { log, warnings } = collectWarnings();
    const here = createActionsStepCache({ log, env: environment([scope]) });
    expect((await here.get(entry.key))?.manifest).toEqual(entry.manifest);
    expect(warnings).toEqual([]);
    expect(readdirSync(other)).not.toContain(".pawl-step-cache");
  });

  test("does not wait for a service that takes an upload and says nothing", async () => {
    await using peer = await serve(() => undefined);
    const { log, warnings } = collectWarnings();
    const env = { ...environment([]), ACTIONS_RESULTS_URL: peer.url };
    process.env["ACTIONS_RESULTS_URL"] = peer.url;
    const cache = createActionsStepCache({ log, env, limits: { callMs: 150, blobMs: 300 } });
    expect(await cache.put(entryFor("x"), about)).toBe(false);
    expect(warnings).toEqual([
      "step cache: GitHub's cache can't be written (it does not answer); later runs do the steps again",
    ]);
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
