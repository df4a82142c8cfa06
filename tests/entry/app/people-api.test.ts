import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function ask(
  login: string | undefined,
  method: string,
  at: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${stage.app.url}${at}`, {
    method,
    ...(login === undefined ? {} : { headers: { authorization: `Bearer ${stage.github.token(login)}` } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function parked(tree: string): Promise<string> {
  const issue = await stage.on.issue();
  await stage.say("wanda", issue, "/pawl fix");
  await stage.settle();
  const [run] = stage.app.parts.runs.list({ issue });
  const requested = stage.requested.at(-1);
  if (run === undefined || requested === undefined) throw new Error("nothing was started");
  await stage.progress(requested, {
    status: "parked",
    parked: { reason: "Go?", wake: { approval: { path: "ok", tree, message: "?" } } },
  });
  await stage.settle();
  return run.runId;
}

describe("the API for people", () => {
  test("shows a run to whoever may read its repository, and to nobody else", async () => {
    const runId = await parked("ab".repeat(20));
    expect(await ask("ronald", "GET", `/api/runs/${runId}`)).toMatchObject({
      status: 200,
      body: { run_id: runId, status: "parked", view: { status: "parked" } },
    });
    expect(await ask("ronald", "GET", `/api/runs?repository=${stage.github.fullName}`)).toMatchObject({
      status: 200,
      body: [{ run_id: runId }],
    });
    expect((await ask(undefined, "GET", `/api/runs/${runId}`)).status).toBe(401);
    expect((await ask("wanda", "GET", "/api/runs/run_unknown")).status).toBe(404);
    expect((await ask("wanda", "GET", "/api/runs?repository=mallory/secret")).status).toBe(404);
  });

  test("approves for whoever may, bound to the tree, and writes it down", async () => {
    const tree = "cd".repeat(20);
    const runId = await parked(tree);
    expect((await ask("ronald", "POST", `/api/runs/${runId}/approve`)).status).toBe(403);
    expect((await ask("wanda", "POST", `/api/runs/${runId}/approve`, { tree: "12".repeat(20) })).status).toBe(409);
    expect((await ask("wanda", "POST", `/api/runs/${runId}/approve`, { tree, note: "looks right" })).status).toBe(202);
    await stage.settle();
    const inputs = stage.requested.at(-1)?.payload["inputs"] as { run_id: string; trigger: string };
    expect(inputs.run_id).toBe(runId);
    expect(JSON.parse(inputs.trigger)).toMatchObject({
      approval: { by: "wanda", approved: true, tree, note: "looks right" },
    });
    const log = await ask("acme", "GET", `/api/runs/${runId}/audit`);
    expect(
      (log.body as { actor: string; act: string; allowed: boolean }[]).map(
        ({ actor, act, allowed }) => `${actor} ${act} ${allowed}`,
      ),
    ).toEqual(["wanda approve true", "wanda approve false", "wanda start true"]);
    expect((await ask("wanda", "GET", `/api/runs/${runId}/audit`)).status).toBe(403);
  });

  test("asks for more before a budget is raised", async () => {
    const runId = await parked("ef".repeat(20));
    expect((await ask("wanda", "POST", `/api/runs/${runId}/resume`, { budget_usd: 5 })).status).toBe(403);
    expect((await ask("acme", "POST", `/api/runs/${runId}/resume`, { budget_usd: 5 })).status).toBe(202);
  });

  test.each([["not json"], ["[1]"]])("refuses the body %j", async (body) => {
    const runId = await parked("aa".repeat(20));
    const response = await fetch(`${stage.app.url}/api/runs/${runId}/cancel`, {
      method: "POST",
      headers: { authorization: `Bearer ${stage.github.token("wanda")}` },
      body,
    });
    expect(response.status).toBe(400);
  });
});
