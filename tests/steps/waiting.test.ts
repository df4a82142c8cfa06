import { describe, expect, test } from "vitest";
import { openStage, outputsAt } from "./stage.ts";

describe("approval", () => {
  const yaml = `name: ask
inputs:
  version: { type: string, default: "1.2" }
steps:
  - id: ask
    type: approval
    message: "Publish {{ inputs.version }}?"
  - id: publish
    type: shell
    command: echo "approved by {{ ask.outputs.by }}"
`;

  test("parks the run, and goes on when somebody approves", async () => {
    const stage = await openStage();
    const parked = await stage.play(yaml);
    expect(parked.status).toBe("parked");
    expect(parked.parked?.wake.approval?.message).toBe("Publish 1.2?");
    await stage.engine.approve(parked.run_id, { by: "octocat", approved: true, note: "go" });
    const view = await (await stage.engine.resume(parked.run_id, { by: "octocat" })).result();
    expect(view.status).toBe("completed");
    expect(outputsAt(view, "ask")).toMatchObject({ approved: true, by: "octocat", note: "go" });
    expect(outputsAt(view, "publish")["stdout"]).toBe("approved by octocat");
  });

  test("fails when somebody rejects it", async () => {
    const stage = await openStage();
    const parked = await stage.play(yaml);
    await stage.engine.approve(parked.run_id, { by: "octocat", approved: false, note: "not yet" });
    const view = await (await stage.engine.resume(parked.run_id, { by: "octocat" })).result();
    expect(view.status).toBe("failed");
    expect(view.error).toMatchObject({
      code: "approval.rejected",
      message: expect.stringContaining("octocat rejected it: not yet"),
    });
  });

  test("asks again when the answer came from somebody who may not give it", async () => {
    const stage = await openStage();
    const parked = await stage.play(yaml.replace("    message:", "    approvers: [hubot]\n    message:"));
    await stage.engine.approve(parked.run_id, { by: "octocat", approved: true });
    const still = await (await stage.engine.resume(parked.run_id, { by: "octocat" })).result();
    expect(still.status).toBe("parked");
    await stage.engine.approve(parked.run_id, { by: "Hubot", approved: true });
    const view = await (await stage.engine.resume(parked.run_id, { by: "Hubot" })).result();
    expect(view.status).toBe("completed");
  });
});

describe("wait_for_event", () => {
  const yaml = `name: wait
steps:
  - id: deployed
    type: wait_for_event
    event: deployment.finished
    match: { environment: staging }
  - id: after
    type: shell
    command: echo "{{ deployed.outputs.payload.url }}"
`;

  test("goes on with the event that matches, and takes no other", async () => {
    const stage = await openStage();
    const parked = await stage.play(yaml);
    expect(parked.status).toBe("parked");
    expect(
      await stage.engine.signal(parked.run_id, { name: "deployment.finished", payload: { environment: "production" } }),
    ).toBe(false);
    expect(
      await stage.engine.signal(parked.run_id, {
        name: "deployment.finished",
        payload: { environment: "staging", url: "https://example.org" },
      }),
    ).toBe(true);
    const view = await (await stage.engine.resume(parked.run_id, { by: "test" })).result();
    expect(outputsAt(view, "after")["stdout"]).toBe("https://example.org");
  });

  test("gives up when its time has passed", async () => {
    const stage = await openStage();
    const view = await stage.play(yaml.replace("    match:", "    give_up_after: 30ms\n    match:"));
    const ended =
      view.status === "parked" ? await (await stage.engine.resume(view.run_id, { by: "clock" })).result() : view;
    expect(ended.error).toMatchObject({ code: "event.timeout" });
  });
});

describe("delay", () => {
  const delay = (fields: string): string => `name: d\nsteps:\n  - id: d\n    type: delay\n    ${fields}\n`;

  test("waits where it is for a short time", async () => {
    const stage = await openStage();
    const view = await stage.play(delay("duration: 60ms"));
    expect(view.status).toBe("completed");
    expect(outputsAt(view, "d")["waited_ms"]).toBeGreaterThanOrEqual(60);
  });

  test("parks the run for a long one, until the moment it was to end at first", async () => {
    const stage = await openStage();
    const before = Date.now();
    const parked = await stage.play(delay("duration: 2h"));
    expect(parked.status).toBe("parked");
    const at = Date.parse(parked.parked?.wake.at ?? "");
    expect(at).toBeGreaterThanOrEqual(before + 7_200_000);
    const again = await (await stage.engine.resume(parked.run_id, { by: "test" })).result();
    expect(again.status).toBe("parked");
    expect(Date.parse(again.parked?.wake.at ?? "")).toBe(at);
  });

  test("until a moment that has passed is over at once", async () => {
    const stage = await openStage();
    expect((await stage.play(delay('until: "2020-01-01T00:00:00Z"'))).status).toBe("completed");
  });

  test.each(["duration: soon", "until: tomorrow", "duration: -1", ""])("of %j is refused", async (fields) => {
    const stage = await openStage();
    const outcome = await stage.play(delay(fields)).then(
      (view) => view.error?.code,
      () => "refused before it ran",
    );
    expect(outcome).toMatch(/^(duration\.invalid|step\.field|refused before it ran)$/);
  });
});
