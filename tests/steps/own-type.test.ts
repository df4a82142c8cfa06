import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { defineStep, openPawl } from "../../src/index.ts";

/** A third party's type: tries its steps until they succeed, a few times. */
const persist = defineStep({
  type: "persist",
  summary: "Tries steps again until they succeed.",
  description: "Opens its steps up to `times` times, and completes with the first turn that succeeds.",
  fields: { times: { type: "integer", minimum: 1, description: "How often at most." } },
  required: ["times"],
  bodies: { steps: { shape: "list", required: true, description: "What is tried." } },
  bodyNames: ["turn"],
  outputs: { turns: { type: "number", description: "How many turns it took." } },
  run: async () => ({ status: "expanded", frames: [{ key: "1", body: "steps", names: { turn: 1 } }], maxParallel: 1 }),
  join: async ({ config }, [frame]) => {
    const turn = Number(frame?.key ?? 1);
    if (frame?.status === "completed") return { status: "completed", outputs: { turns: turn } };
    if (turn >= Number(config["times"]) && frame?.error !== undefined) return { status: "failed", error: frame.error };
    return {
      status: "expanded",
      frames: [{ key: String(turn + 1), body: "steps", names: { turn: turn + 1 } }],
      maxParallel: 1,
    };
  },
});

test("a third party's step type is validated, planned and run like ours", async () => {
  const workspace = mkdtempSync(path.join(tmpdir(), "pawl-own-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  mkdirSync(path.join(workspace, ".github/pawl"), { recursive: true });
  writeFileSync(
    path.join(workspace, ".github/pawl/try.yml"),
    `name: try
steps:
  - id: again
    type: persist
    times: 3
    steps:
      - id: attempt
        type: assert
        condition: turn == 3
  - id: took
    type: assert
    condition: again.outputs.turns == 3
`,
  );
  writeFileSync(
    path.join(workspace, ".github/pawl/wrong.yml"),
    "name: wrong\nsteps:\n  - id: again\n    type: persist\n    tims: 3\n    steps: []\n",
  );
  await using pawl = await openPawl({ workspace, state: path.join(workspace, "state"), env: {}, steps: [persist] });
  const view = await pawl.run("try");
  expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
  expect(view.steps["again/3/attempt"]?.status).toBe("completed");
  const refusal = await pawl.run("wrong").catch((thrown: unknown) => thrown);
  expect(refusal).toMatchObject({ code: "workflow.invalid" });
  expect(JSON.stringify(refusal)).toContain("tims");
});
