import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createInbox } from "../../../src/entry/app/inbox.ts";
import { openDatabase } from "../../../src/entry/app/database.ts";
import { APP_EVENTS, setUp } from "../../../src/entry/app/set-up.ts";

const run = promisify(execFile);
const MAIN = path.resolve(import.meta.dirname, "../../../src/entry/app/main.ts");
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-setup-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("setting the App up", () => {
  let github: Server;
  let api: string;
  let code = "";
  beforeAll(async () => {
    // GitHub's side of the manifest flow: docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
    github = createServer((request, response) => {
      code = /^\/app-manifests\/([^/]+)\/conversions$/.exec(request.url ?? "")?.[1] ?? "";
      const good = request.method === "POST" && code === "good";
      response.writeHead(good ? 201 : 404, { "content-type": "application/json" });
      response.end(
        JSON.stringify(
          good
            ? {
                id: 42,
                pem: "-----BEGIN\nkey\n-----END\n",
                webhook_secret: "s3",
                html_url: "https://github.test/apps/pawl",
              }
            : { message: "Not Found" },
        ),
      );
    });
    await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
    api = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    github.closeAllConnections();
    github.close();
  });

  test("one page, one button, and the secrets in a file that only its owner reads", async () => {
    const state = path.join(scratch, "state");
    let here = "";
    const done = setUp(
      {
        webUrl: "https://github.test",
        apiUrl: api,
        publicUrl: "https://pawl.test",
        organisation: "acme",
        stateDirectory: state,
        host: "127.0.0.1",
        port: 0,
      },
      (url) => (here = url),
    );
    await expect.poll(() => here).not.toBe("");
    const page = await (await fetch(here)).text();
    expect(page).toMatch(
      /action="https:\/\/github\.test\/organizations\/acme\/settings\/apps\/new\?state=[0-9a-f]{32}"/,
    );
    const written = /value="([^"]+)"/.exec(page)?.[1]?.replaceAll("&quot;", '"') ?? "";
    expect(JSON.parse(written)).toMatchObject({
      hook_attributes: { url: "https://pawl.test/api/github/webhooks" },
      default_events: APP_EVENTS,
    });
    const given = /state=([0-9a-f]+)/.exec(page)?.[1] ?? "";
    expect((await fetch(`${here}/created?code=good&state=${"0".repeat(32)}`)).status).toBe(404);
    expect((await fetch(`${here}/created?code=bad&state=${given}`)).status).toBe(502);
    const created = await fetch(`${here}/created?code=good&state=${given}`);
    expect(await created.text()).toContain("https://github.test/apps/pawl/installations/new");
    const file = await done;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    expect(text).toContain("APP_ID=42");
    expect(text).toContain(String.raw`PRIVATE_KEY="-----BEGIN\nkey\n-----END"`);
  });
});

describe("the app as a command", () => {
  const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ stdout: string }> =>
    run(process.execPath, [MAIN, ...words], {
      env: { PATH: process.env["PATH"], PAWL_STATE: path.join(scratch, "run"), ...env },
    });

  test("says what is missing, without a stack trace", async () => {
    await expect(start([])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^APP_ID is not set\nSet APP_ID, [^\n]+\n$/),
    });
    await expect(start(["fly"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"fly" is no command'),
    });
  });

  test("takes what setup wrote, and what the environment says before it", async () => {
    const state = path.join(scratch, "configured");
    await mkdir(state, { recursive: true });
    await writeFile(path.join(state, "app.env"), "APP_ID=42\nWEBHOOK_SECRET=s3\n");
    const rejected = start([], { PAWL_STATE: state, APP_ID: "" });
    await expect(rejected).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/^PRIVATE_KEY is not set/) });
  });

  test("replays a delivery that was kept", async () => {
    const db = openDatabase(path.join(scratch, "run", "app.db"));
    const inbox = createInbox(db, Date.now, "test 1");
    await inbox.keep({ id: "d-1", event: "issues", payload: "{}" });
    for (const claimed of inbox.claim(1)) inbox.done(claimed, "ignored");
    expect((await start(["replay", "d-1"])).stdout).toContain("Delivery d-1 is worked on again");
    expect(inbox.claim(1).map(({ id }) => id)).toEqual(["d-1"]);
    db.close();
    await expect(start(["replay", "d-2"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no delivery d-2"),
    });
  });
});
