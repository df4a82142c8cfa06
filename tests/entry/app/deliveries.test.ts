import { createHmac, randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../../src/entry/app/database.ts";
import { createInbox } from "../../../src/entry/app/inbox.ts";
import { type Stage, startStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

interface Sent {
  readonly id?: string;
  readonly event?: string;
  readonly body?: string | Buffer;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends bytes as GitHub does; what is left out is right. */
async function send(sent: Sent, url = stage.app.url): Promise<number> {
  const body = sent.body ?? "{}";
  const signature =
    sent.signature ?? `sha256=${createHmac("sha256", stage.github.app.webhookSecret).update(body).digest("hex")}`;
  const response = await fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: {
      "content-type": "application/json",
      "x-github-delivery": sent.id ?? randomUUID(),
      "x-github-event": sent.event ?? "issues",
      "x-hub-signature-256": signature,
      ...sent.headers,
    },
  });
  await response.arrayBuffer();
  return response.status;
}

/** The delivery of a label that is really set, while GitHub's own delivery of it goes nowhere. */
async function labeled(issue: number, updatedAt = "2026-11-20T20:00:00Z"): Promise<string> {
  const at = `/repos/${stage.github.fullName}`;
  stage.github.sendWebhooksTo(null);
  await stage.label("wanda", issue, "pawl:fix");
  await stage.github.settle();
  stage.github.sendWebhooksTo(`${stage.app.url}/api/github/webhooks`);
  const found = (await stage.github.as("wanda", "GET", `${at}/issues/${issue}`)) as object;
  return JSON.stringify({
    action: "labeled",
    label: { name: "pawl:fix" },
    issue: { ...found, updated_at: updatedAt },
    repository: await stage.github.as("wanda", "GET", at),
    sender: await stage.github.as("wanda", "GET", "/user"),
    installation: { id: stage.github.app.installationId },
  });
}

describe("the webhook door", () => {
  test("refuses what isn't signed by GitHub, and keeps nothing of it", async () => {
    const id = randomUUID();
    expect(await send({ id, signature: `sha256=${"0".repeat(64)}` })).toBe(401);
    expect(await send({ id, signature: "" })).toBe(401);
    expect(await send({ id, signature: "sha1=abc" })).toBe(401);
    expect(stage.app.parts.inbox.has(id)).toBe(false);
  });

  test.each<[string, Sent, number]>([
    ["no JSON", { body: "{" }, 400],
    ["a JSON array", { body: "[]" }, 400],
    ["invalid UTF-8", { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) }, 400],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["another delivery header", { id: "../../etc" }, 400],
    ["an event that is no name", { event: "Issues; drop" }, 400],
    ["nine megabytes", { body: `{"a":"${"x".repeat(9 * 1024 * 1024)}"}` }, 413],
  ])("refuses %s", async (_, sent, status) => {
    expect(await send(sent).catch(() => 413)).toBe(status);
  });

  test("takes JSON nested as deep as it likes without falling over", async () => {
    const depth = 200_000;
    expect(await send({ body: `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}` })).toBe(202);
    await stage.settle();
    expect((await fetch(`${stage.app.url}/healthz`)).status).toBe(200);
  });

  test("answers before anything is worked on, however long that takes", async () => {
    // What the worker asks GitHub for fails at first; the answer doesn't wait for it.
    stage.github.trouble({ path: /contents\/\.github\/pawl\.yml/, times: 4, status: 503 });
    const issue = await stage.on.issue();
    expect(await send({ body: await labeled(issue) })).toBe(202);
  });

  test("a body that never ends is not waited for with others in the queue", async () => {
    const half = request(`${stage.app.url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-delivery": "d",
        "x-github-event": "issues",
        "x-hub-signature-256": "sha256=0",
        "content-length": "1000",
      },
    });
    half.on("error", () => undefined);
    half.write("{");
    expect(await send({})).toBe(202);
    half.destroy();
  });
});

describe("a delivery", () => {
  test("that comes twice with the same id starts one run", async () => {
    const issue = await stage.on.issue();
    const sent = { id: randomUUID(), body: await labeled(issue) };
    expect(await send(sent)).toBe(202);
    expect(await send(sent)).toBe(202);
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
  });

  test("that comes under two ids but means the same starts one run", async () => {
    const issue = await stage.on.issue();
    const body = await labeled(issue);
    await Promise.all([send({ body }), send({ body }), send({ body })]);
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
    expect(
      stage.requested.filter((run) => (run.payload as { inputs: { issue: string } }).inputs.issue === String(issue)),
    ).toHaveLength(1);
  });

  test("of a label set again later starts another run", async () => {
    const issue = await stage.on.issue();
    await send({ body: await labeled(issue) });
    await stage.settle();
    await send({ body: await labeled(issue, "2026-11-20T20:10:00Z") });
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(2);
  });

  test("of a label that was taken off again before it came starts nothing", async () => {
    const issue = await stage.on.issue();
    const body = await labeled(issue);
    await stage.github.as("wanda", "DELETE", `/repos/${stage.github.fullName}/issues/${issue}/labels/pawl:fix`);
    await send({ body });
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
  });

  test("can be replayed, and does nothing twice", async () => {
    const issue = await stage.on.issue();
    const id = randomUUID();
    await send({ id, body: await labeled(issue) });
    await stage.settle();
    expect(stage.app.parts.inbox.replay(id)).toBe(true);
    expect(stage.app.parts.inbox.replay("unknown")).toBe(false);
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
  });

  test("waits for those of its issue that came before it", async () => {
    const db = openDatabase(":memory:");
    const inbox = createInbox(db, Date.now, "test 1");
    const payload = JSON.stringify({ repository: { full_name: "a/b" }, issue: { number: 1 } });
    const elsewhere = JSON.stringify({ repository: { full_name: "a/b" }, issue: { number: 2 } });
    await Promise.all([
      inbox.keep({ id: "one", event: "issues", payload }),
      inbox.keep({ id: "two", event: "issues", payload }),
      inbox.keep({ id: "three", event: "issues", payload: elsewhere }),
      inbox.keep({ id: "three", event: "issues", payload: elsewhere }),
    ]);
    const first = inbox.claim(10);
    expect(first.map(({ id }) => id).toSorted()).toEqual(["one", "three"]);
    expect(inbox.claim(10)).toEqual([]);
    for (const delivery of first) inbox.done(delivery, "done");
    expect(inbox.claim(10).map(({ id }) => id)).toEqual(["two"]);
    db.close();
  });

  test("that two processes could take is taken by one", async () => {
    const other = await stage.another();
    const issues = await Promise.all(Array.from({ length: 6 }, () => stage.on.issue()));
    const bodies: string[] = [];
    for (const issue of issues) bodies.push(await labeled(issue));
    await Promise.all(bodies.flatMap((body) => [send({ body }), send({ body }, other.url)]));
    await stage.settle();
    await other.settle();
    await stage.settle();
    for (const issue of issues) {
      expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
      expect(
        stage.requested.filter((run) => (run.payload as { inputs: { issue: string } }).inputs.issue === String(issue)),
      ).toHaveLength(1);
      expect((await stage.comments(issue)).filter(({ author }) => author.login === "pawl[bot]")).toHaveLength(1);
    }
  });

  test("that never came is found and asked for again", async () => {
    stage.github.sendWebhooksTo("http://127.0.0.1:9/api/github/webhooks");
    const issue = await stage.on.issue();
    await stage.label("wanda", issue, "pawl:fix");
    await stage.github.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    stage.github.sendWebhooksTo(`${stage.app.url}/api/github/webhooks`);
    expect(await stage.app.reconciler.findLostDeliveries()).toBeGreaterThan(0);
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
    expect(await stage.app.reconciler.findLostDeliveries()).toBe(0);
  });

  test("that never came is found behind more than one page of newer ones", async () => {
    stage.github.sendWebhooksTo("http://127.0.0.1:9/api/github/webhooks");
    const issue = await stage.on.issue();
    await stage.label("wanda", issue, "pawl:fix");
    await stage.github.settle();
    stage.github.sendWebhooksTo(`${stage.app.url}/api/github/webhooks`);
    const repository = await stage.github.as("wanda", "GET", `/repos/${stage.github.fullName}`);
    const sender = await stage.github.as("wanda", "GET", "/user");
    for (let n = 0; n < 230; n++) {
      void stage.github.deliveries.emit("push", { ref: `refs/heads/x${n}`, repository, sender }, stage.github.fullName);
    }
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toEqual([]);
    await stage.app.reconciler.findLostDeliveries();
    await stage.settle();
    expect(stage.app.parts.runs.list({ issue })).toHaveLength(1);
  });
});
