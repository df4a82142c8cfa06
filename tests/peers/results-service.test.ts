import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOidcIssuer } from "./oidc.ts";
import { runtimeToken, startResultsService, type ResultsService } from "./results-service.ts";

const run = promisify(execFile);
let service: ResultsService;
let scratch: string;
beforeAll(async () => {
  service = await startResultsService();
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-results-"));
});
afterAll(async () => {
  await service.close();
  await rm(scratch, { recursive: true, force: true });
});

/** The clients read their environment when they are loaded, so each job is a process of its own, as on a runner. */
async function job(
  script: string,
  refs: readonly { ref: string; write: boolean }[],
  runBackendId = "run-1",
): Promise<string> {
  const token = runtimeToken({ runBackendId, jobBackendId: "job-1", cacheScopes: refs });
  const env = {
    PATH: process.env["PATH"],
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_CACHE_SERVICE_V2: "true",
    GITHUB_SERVER_URL: "http://github.localhost:1",
    GITHUB_WORKSPACE: scratch,
    RUNNER_TEMP: scratch,
  };
  const options = { cwd: path.resolve(import.meta.dirname, "../.."), env };
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], options);
  return stdout.split("\n").findLast((line) => line.startsWith("answer ")) ?? stdout;
}

describe("the results service", () => {
  it("takes an artifact from the official client and gives it back to another job of the run", async () => {
    await writeFile(path.join(scratch, "report.txt"), "all green");
    const upload = `import { DefaultArtifactClient } from "@actions/artifact";
      const { id } = await new DefaultArtifactClient().uploadArtifact("report", [${JSON.stringify(path.join(scratch, "report.txt"))}], ${JSON.stringify(scratch)});
      console.log("answer " + id);`;
    expect(await job(upload, [])).toMatch(/^answer \d+$/);
    const down = path.join(scratch, "down");
    const download = `import { DefaultArtifactClient } from "@actions/artifact";
      const client = new DefaultArtifactClient();
      const { artifact } = await client.getArtifact("report");
      await client.downloadArtifact(artifact.id, { path: ${JSON.stringify(down)} });
      console.log("answer " + artifact.digest.slice(0, 7));`;
    expect(await job(download, [])).toBe("answer sha256:");
    expect(await readFile(path.join(down, "report.txt"), "utf8")).toBe("all green");
  });

  it("keeps a cache within its scope and refuses a writer whose token may only read", async () => {
    await writeFile(path.join(scratch, "kept.txt"), "warm");
    const main = [{ ref: "refs/heads/main", write: true }];
    const there = "process.chdir(process.env.GITHUB_WORKSPACE);";
    const save = `import { saveCache } from "@actions/cache"; ${there} console.log("answer " + await saveCache(["kept.txt"], "k-1"));`;
    const restore = `import { restoreCache } from "@actions/cache"; ${there} console.log("answer " + await restoreCache(["kept.txt"], "k-2", ["k-"]));`;
    expect(await job(save, main)).toMatch(/^answer \d+$/);
    expect(await job(restore, main)).toBe("answer k-1");
    expect(await job(restore, [{ ref: "refs/heads/other", write: true }])).toBe("answer undefined");
    const readOnly = [{ ref: "refs/heads/main", write: false }];
    expect(await job(save.replace("k-1", "k-9"), readOnly)).toBe("answer -1");
  });
});

describe("the OpenID Connect issuer", () => {
  it("gives a job a token for one audience that its published keys verify", async () => {
    const issuer = await startOidcIssuer();
    const grant = issuer.grant({ sub: "repo:acme/sample:ref:refs/heads/main", repository: "acme/sample" });
    const answer = await fetch(`${grant.url}&audience=http://app`, {
      headers: { authorization: `Bearer ${grant.token}` },
    });
    const { value } = (await answer.json()) as { value: string };
    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks`));
    const { payload } = await jwtVerify(value, keys, { issuer: issuer.url, audience: "http://app" });
    expect(payload["repository"]).toBe("acme/sample");
    expect((await fetch(grant.url, { headers: { authorization: "Bearer guess" } })).status).toBe(401);
    await issuer.close();
  });
});
