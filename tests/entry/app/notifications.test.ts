import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWebhookNotifier } from "../../../src/adapters/notifier/webhook.ts";
import { isPrivateAddress } from "../../../src/adapters/sandbox/egress-proxy.ts";
import { notificationSecret } from "../../../src/entry/app/notifications.ts";
import { type Stage, startStage } from "./stage.ts";

interface Heard {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let stage: Stage;
let receiver: Server;
let at: string;
let refusals = 0;
const heard: Heard[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      refusals -= 1;
      if (refusals < 0) heard.push({ headers: request.headers, body });
      response.writeHead(refusals < 0 ? 204 : 503).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  at = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  stage = await startStage({ notifyAllowed: [at] });
  await stage.on.push("main", {
    ".github/pawl.yml": `notifications:
  mention: { parked: [acme/release, author] }
  webhooks:
    - { url: "http://${at}/hook", on: [parked, completed] }
    - { url: "http://169.254.169.254/latest/meta-data" }
`,
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  receiver.close();
});

test("who is to hear of a run is told once, signed, also when the receiver was down; people are called, and the call is taken away again", async () => {
  refusals = 1;
  const issue = await stage.on.issue();
  await stage.say("wanda", issue, "/pawl fix");
  await stage.settle();
  const run = stage.requested.at(-1);
  if (run === undefined) throw new Error("nothing was dispatched");
  const approval = { path: "ok", tree: "ab".repeat(20), message: "?" };
  const parked = { status: "parked", parked: { reason: "Approve it", wake: { approval } } } as const;
  await stage.progress(run, parked);
  await stage.progress(run, parked);
  await stage.settle();
  const calls = async (): Promise<string[]> =>
    (await stage.comments(issue)).map(({ body }) => body).filter((body) => body.startsWith("@"));
  await expect.poll(calls).toEqual([expect.stringMatching(/^@acme\/release @wanda: `fix` waits: Approve it\./)]);
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1);
  const [first] = heard;
  const { fullName, app } = stage.github;
  const signed = `${String(first?.headers["webhook-id"])}.${String(first?.headers["webhook-timestamp"])}.${first?.body ?? ""}`;
  const signature = createHmac("sha256", notificationSecret(app.privateKey, fullName)).update(signed).digest("base64");
  expect(first?.headers["webhook-signature"]).toBe(`v1,${signature}`);
  expect(JSON.parse(first?.body ?? "{}")).toMatchObject({
    type: "run.parked",
    data: { workflow: "fix", issue, repository: fullName, reason: "Approve it" },
  });

  await stage.say("wanda", issue, "/pawl approve");
  await stage.settle();
  const again = stage.requested.at(-1);
  if (again === undefined) throw new Error("nothing was dispatched");
  await stage.progress(again, { status: "completed" });
  await stage.settle();
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
  expect(JSON.parse(heard[1]?.body ?? "{}")).toMatchObject({ type: "run.completed" });
  await expect.poll(calls).toEqual([]);
});

describe("an address in a repository's file", () => {
  const notifier = createWebhookNotifier({
    secret: Buffer.from("s"),
    allowed: ["own.example"],
    isPrivate: isPrivateAddress,
  });
  test.each([
    ["http://example.com/"],
    ["https://127.0.0.1/"],
    ["https://localhost/"],
    ["https://[::1]/"],
    ["https://[::ffff:10.0.0.1]/"],
    ["https://169.254.169.254/latest/meta-data"],
    ["https://2130706433/"],
    ["https://user:word@example.com/"],
    ["file:///etc/passwd"],
    ["nonsense"],
  ])("doesn't lead the app to %s", async (address) => {
    const sent = notifier.notify(address, { id: "1", type: "run.failed", at: 0, data: {} });
    await expect(sent).rejects.toMatchObject({ code: "notify.refused" });
  });
});
