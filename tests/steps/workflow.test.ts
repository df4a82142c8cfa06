import { describe, expect, test } from "vitest";
import { openStage, outputsAt } from "./stage.ts";

const CHILD = `name: child
inputs:
  level: { type: number, required: true }
outputs:
  doubled: { type: number, value: "{{ double.outputs.n }}" }
steps:
  - id: double
    type: transform
    expression: "inputs.level * 2"
    outputs:
      n: { type: number, value: "{{ double.outputs.result }}" }
  - id: file
    type: shell
    command: echo "{{ inputs.level }}" > from-child.txt
`;

const parent = (inputs: string, more = ""): string => `name: parent
steps:
  - id: sub
    type: workflow
    workflow: child
    inputs: ${inputs}
${more}`;

describe("a sub-workflow", () => {
  test("is a run of its own, linked to its parent, whose outputs are the step's", async () => {
    const stage = await openStage({ ".github/pawl/child.yml": CHILD });
    const view = await stage.play(
      parent(
        "{ level: 21 }",
        "  - id: check\n    type: assert\n    condition: \"sub.outputs.doubled == 42 and file('from-child.txt') | trim == '21'\"\n",
      ),
    );
    expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
    const child = JSON.stringify(outputsAt(view, "sub")["run_id"]).slice(1, -1);
    expect((await stage.engine.show(child)).status).toBe("completed");
    const [listed] = await stage.engine.list({ parentRunId: view.run_id });
    expect(listed?.runId).toBe(child);
  });

  test("that fails, fails the step with its reason", async () => {
    const stage = await openStage({ ".github/pawl/child.yml": CHILD.replace("echo", "exit 4; echo") });
    const view = await stage.play(parent("{ level: 1 }"));
    expect(view.error).toMatchObject({
      code: "workflow.failed",
      message: expect.stringContaining("workflow child failed"),
    });
  });

  test("that doesn't exist is named, with the nearest one", async () => {
    const stage = await openStage({ ".github/pawl/child.yml": CHILD });
    const view = await stage.play(parent("{ level: 1 }").replace("workflow: child", "workflow: chlid"));
    expect(view.error).toMatchObject({
      code: "workflow.unknown",
      remedy: expect.stringContaining('Did you mean "child"'),
    });
  });

  test("is given inputs of the types it declares", async () => {
    const stage = await openStage({ ".github/pawl/child.yml": CHILD });
    const view = await stage.play(parent("{ level: many }"));
    expect(view.status).toBe("failed");
    expect(view.error?.kind).toBe("invalid");
  });

  test("that calls itself is stopped", async () => {
    const stage = await openStage({
      ".github/pawl/child.yml": "name: child\nsteps:\n  - id: again\n    type: workflow\n    workflow: child\n",
    });
    const view = await stage.play("name: parent\nsteps:\n  - id: sub\n    type: workflow\n    workflow: child\n");
    expect(view.status).toBe("failed");
  });

  test("that waits for an approval parks its parent, which goes on when the approval is there", async () => {
    const stage = await openStage({
      ".github/pawl/child.yml": "name: child\nsteps:\n  - id: ask\n    type: approval\n    message: Really?\n",
    });
    const parked = await stage.play(
      "name: parent\nsteps:\n  - id: sub\n    type: workflow\n    workflow: child\n  - id: after\n    type: shell\n    command: echo after\n",
    );
    expect(parked.status).toBe("parked");
    const [child] = await stage.engine.list({ parentRunId: parked.run_id });
    await stage.engine.approve(child?.runId ?? "", { by: "octocat", approved: true });
    const view = await (await stage.engine.resume(parked.run_id, { by: "octocat" })).result();
    expect(view.status).toBe("completed");
    expect(outputsAt(view, "after")["stdout"]).toBe("after");
  });
});
