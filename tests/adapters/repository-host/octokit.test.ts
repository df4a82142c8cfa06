import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRepositoryHost } from "../../../src/adapters/repository-host/octokit.ts";
import type { TokenSource } from "../../../src/adapters/repository-host/request.ts";
import type { RepositoryHost } from "../../../src/ports/repository-host.ts";
import { repositoryHostContract } from "../../contracts/repository-host.ts";
import { quiet, setStage, type Stage } from "../../github/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

repositoryHostContract("github.com", () => ({ host: stage.host, issue: () => stage.issue() }));
repositoryHostContract("Enterprise Server", () => ({
  host: createRepositoryHost({
    owner: stage.github.owner,
    repo: stage.github.repo,
    apiUrl: `${stage.github.url}/api/v3/`,
    token: stage.token,
    log: quiet,
  }),
  issue: () => stage.issue(),
}));

describe("when GitHub is in trouble", () => {
  type Reply = (request: IncomingMessage, response: ServerResponse) => void;
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** A server that gives these answers in turn, the last one for ever. */
  async function against(
    replies: readonly Reply[],
    token: string | TokenSource = "t",
  ): Promise<{ host: RepositoryHost; seen: IncomingMessage[]; waits: number[] }> {
    const seen: IncomingMessage[] = [];
    const waits: number[] = [];
    server = createServer((request, response) => {
      seen.push(request);
      (replies[seen.length - 1] ?? replies.at(-1))?.(request, response);
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    return { host: createRepositoryHost({ owner: "a", repo: "b", apiUrl, token, log: quiet, wait }), seen, waits };
  }
  const reply =
    (status: number, body: unknown = { message: "no" }, headers: Readonly<Record<string, string>> = {}): Reply =>
    (_, response) => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    };
  const cut: Reply = (request) => request.socket.destroy();
  const comment = { id: 1, html_url: "u", body: "x", user: { id: 1, login: "w", type: "User" }, created_at: "" };

  test("a read is asked again on 5xx and dropped connections", async () => {
    const { host, seen } = await against([reply(502), cut, reply(200, comment)]);
    expect(await host.comment(1)).toMatchObject({ id: 1 });
    expect(seen).toHaveLength(3);
  });

  test("a read gives up after a few", async () => {
    const { host, seen } = await against([reply(503)]);
    await expect(host.comment(1)).rejects.toMatchObject({ code: "github.unavailable", kind: "transient" });
    expect(seen).toHaveLength(4);
  });

  test.each([
    ["502", reply(502)],
    ["a dropped connection", cut],
  ])("a write is sent once, even on %s", async (_, fault) => {
    const { host, seen } = await against([fault]);
    await expect(host.createComment(1, "x")).rejects.toMatchObject({ code: "github.unavailable", kind: "transient" });
    expect(seen).toHaveLength(1);
  });

  test("a token that ran out is minted anew, once", async () => {
    const asked: boolean[] = [];
    const source: TokenSource = ({ fresh }) => {
      asked.push(fresh);
      return Promise.resolve(fresh ? "new" : "old");
    };
    const { host, seen } = await against([reply(401), reply(201, comment)], source);
    await host.createComment(1, "x");
    expect(seen.map((one) => one.headers.authorization)).toEqual(["Bearer old", "Bearer new"]);
    expect(asked).toEqual([false, true]);
  });

  test("a fresh token that isn't known everywhere yet is waited for, at most five seconds", async () => {
    const { host, waits } = await against([reply(401)]);
    await expect(host.createComment(1, "x")).rejects.toMatchObject({ code: "github.unauthorized" });
    expect(waits.length).toBeGreaterThan(1);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(5_000);
  });

  test.each([
    ["retry-after", reply(429, { message: "slow" }, { "retry-after": "7" }), 7_000, 7_000],
    [
      "a secondary limit without retry-after",
      reply(403, { message: "You have exceeded a secondary rate limit" }),
      60_000,
      60_000,
    ],
    ["429 with nothing else", reply(429), 60_000, 60_000],
    [
      "a primary limit that ends in fifty minutes",
      reply(
        403,
        { message: "API rate limit exceeded" },
        { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1_000) + 3_000) },
      ),
      2_900_000,
      3_001_000,
    ],
  ])("%s says how long to wait, and nobody waits here", async (_, fault, least, most) => {
    const { host, seen } = await against([fault]);
    const thrown = (await host.createComment(1, "x").catch((error: unknown) => error)) as {
      code: string;
      kind: string;
      retryAfterMs: number;
    };
    expect(thrown).toMatchObject({ code: "github.rate_limited", kind: "transient" });
    expect(thrown.retryAfterMs).toBeGreaterThanOrEqual(least);
    expect(thrown.retryAfterMs).toBeLessThanOrEqual(most);
    expect(seen).toHaveLength(1);
  });

  test.each([
    [403, "github.forbidden"],
    [404, "github.not_found"],
    [409, "github.conflict"],
    [410, "github.not_found"],
    [422, "github.invalid"],
  ])("%i is told in GitHub's words", async (status, code) => {
    const { host } = await against([reply(status, { message: "Because so", errors: [{ field: "body" }] })]);
    await expect(host.createComment(1, "x")).rejects.toMatchObject({
      code,
      message: expect.stringContaining("Because so"),
    });
  });

  test("a renamed repository is followed for reads, and never for writes", async () => {
    const redirect = reply(307, { message: "Moved" }, { location: "/repositories/1/issues/comments/1" });
    const read = await against([redirect, reply(200, comment)]);
    expect(await read.host.comment(1)).toMatchObject({ id: 1 });
    server?.close();
    const write = await against([redirect]);
    await expect(write.host.createComment(1, "x")).rejects.toMatchObject({ code: "github.moved" });
    expect(write.seen).toHaveLength(1);
  });

  test("an answer that breaks off or is no JSON is trouble, not data", async () => {
    const broken: Reply = (_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"id": 1, "html_');
      response.destroy();
    };
    const { host } = await against([broken]);
    await expect(host.comment(1)).rejects.toMatchObject({ code: "github.unavailable" });
  });
});
