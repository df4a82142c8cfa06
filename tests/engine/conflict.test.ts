import { describe, expect, test } from "vitest";
import { conflictError } from "../../src/engine/conflict.ts";
import type { StepContext } from "../../src/engine/step.ts";
import type { ModelWorkspace } from "../sim/model-workspace.ts";
import { done, house, step, stepType, workflow } from "./house.ts";

describe("two steps that change the same lines beside each other", () => {
  test("end the later one with an error that shows both sides, and keep the earlier one's change", async () => {
    let arrived = 0;
    let open = (): void => {};
    const both = new Promise<void>((resolve) => (open = resolve));
    const write = async (context: StepContext, text: string): Promise<void> => {
      (context.workspace as unknown as ModelWorkspace).write("a.txt", text);
      arrived += 1;
      if (arrived === 2) open();
      await both;
    };
    const writer = stepType(
      "writer",
      async (context) => {
        await write(context, `from ${context.path}\n`);
        return done();
      },
      { writesWorkspace: true },
    );
    const { engine, workspace } = house([writer]);
    workspace.write("a.txt", "before\n");
    const definition = workflow([step("one", "writer"), step("two", "writer")], { parallel: true, maxParallel: 2 });
    const handle = await engine.start({ workflow: definition, inputs: {} });
    const view = await handle.result();
    const failed = Object.values(view.steps).filter((one) => one.status === "failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]?.error).toMatchObject({ code: "workspace.conflict", kind: "permanent" });
    const details = failed[0]?.error?.details as {
      conflicts: readonly { path: string; ours: string; theirs: string }[];
    };
    expect(details.conflicts.map(({ path }) => path)).toEqual(["a.txt"]);
    const sides = details.conflicts.flatMap(({ ours, theirs }) => [ours, theirs]);
    expect(sides.toSorted()).toEqual(["from one\n", "from two\n"]);
    expect(failed[0]?.error?.message).toContain("from one");
    expect(failed[0]?.error?.message).toContain("from two");
  });
});

describe("the error of a conflict", () => {
  test("shows a long file from shortly before the first line that differs", () => {
    const head = Array.from({ length: 1_000 }, (_, line) => `line ${line + 1}`).join("\n");
    const tail = "x".repeat(5_000);
    const error = conflictError([
      { path: "long.txt", ours: `${head}\nours\n${tail}`, theirs: `${head}\ntheirs\n${tail}` },
    ]);
    const [shown] = error.details["conflicts"] as readonly { ours: string; theirs: string }[];
    expect(shown?.ours).toMatch(/^… from line 998\nline 998\nline 999\nline 1000\nours\n/);
    expect(shown?.theirs).toMatch(/^… from line 998\nline 998\nline 999\nline 1000\ntheirs\n/);
    expect(shown?.ours).toMatch(/more characters$/);
    expect(shown?.ours.length).toBeLessThan(2_100);
  });

  test("names every path and shows both sides of the first five", () => {
    const conflicts = Array.from({ length: 7 }, (_, at) => ({ path: `f${at}`, ours: `o${at}`, theirs: `t${at}` }));
    const error = conflictError(conflicts);
    expect(error.details["paths"]).toEqual(conflicts.map(({ path }) => path));
    expect(error.details["conflicts"]).toEqual(conflicts.slice(0, 5));
    expect(error.message).toContain("f6");
  });
});
