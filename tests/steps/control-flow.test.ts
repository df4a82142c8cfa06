import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openStage, outputsAt, sharedDirectory } from "./stage.ts";

const shell = (id: string, command: string, more = ""): string =>
  `- id: ${id}\n  type: shell\n  command: ${JSON.stringify(command)}\n${more}`;
const indent = (text: string, columns: number): string => text.replaceAll(/^(?=.)/gm, " ".repeat(columns));
const workflow = (...steps: string[]): string => `name: test\nsteps:\n${indent(steps.join("\n"), 2)}\n`;

describe("foreach", () => {
  test("gives the results in the order of the items, whichever ended first", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(
        `- id: each\n  type: foreach\n  items: [3, 1, 2]\n  max_parallel: 3\n  steps:\n${indent(shell("show", 'sleep "0.{{ item }}"; echo "item {{ item }} at {{ index }}"'), 4)}`,
      ),
    );
    expect(view.status).toBe("completed");
    const { results, count } = outputsAt(view, "each");
    expect(count).toBe(3);
    expect((results as { outputs: { stdout: string } }[]).map(({ outputs }) => outputs.stdout)).toEqual([
      "item 3 at 0",
      "item 1 at 1",
      "item 2 at 2",
    ]);
    expect(view.steps["each/1/show"]?.status).toBe("completed");
  });

  test("never runs more than max_parallel at a time", async () => {
    const stage = await openStage();
    const body = 'mkdir "$LOCKS/{{ index }}" 2>/dev/null; ls "$LOCKS" | wc -l; sleep 0.05; rmdir "$LOCKS/{{ index }}"';
    const view = await stage.play(
      workflow(
        `- id: each\n  type: foreach\n  items: "{{ range(6) }}"\n  max_parallel: 2\n  steps:\n${indent(shell("one", body, `  env: { LOCKS: ${sharedDirectory()} }\n`), 4)}`,
      ),
    );
    const { results } = outputsAt(view, "each");
    const together = (results as { outputs: { stdout: string } }[]).map(({ outputs }) => Number(outputs.stdout));
    expect(Math.max(...together)).toBeLessThanOrEqual(2);
  });

  test("fails when an item fails, names it, and keeps the results of the others", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(
        `- id: each\n  type: foreach\n  items: [0, 1, 0]\n  max_parallel: 3\n  on_error: continue\n  steps:\n${indent(shell("exits", "exit {{ item }}"), 4)}`,
        "- id: after\n  type: assert\n  condition: \"each.outputs.failed == 1 and each.outputs.results[2].status == 'completed'\"",
      ),
    );
    expect(view.status).toBe("completed");
    expect(view.steps["each"]?.error).toMatchObject({
      code: "foreach.failed",
      message: expect.stringContaining("item 2 of 3 failed"),
    });
  });

  test("resumed after a failure runs what failed again, and nothing else", async () => {
    const stage = await openStage();
    const shared = sharedDirectory();
    const body = '[ {{ item }} != b ] || [ -e "$MEET/go" ]';
    const failed = await stage.play(
      workflow(
        `- id: each\n  type: foreach\n  items: [a, b, c]\n  steps:\n${indent(shell("one", body, `  env: { MEET: ${shared} }\n`), 4)}`,
      ),
    );
    expect(failed.status).toBe("failed");
    writeFileSync(path.join(shared, "go"), "");
    const view = await (await stage.engine.resume(failed.run_id, { by: "test" })).result();
    expect(view.status).toBe("completed");
    expect(["0", "1", "2"].map((item) => view.steps[`each/${item}/one`]?.attempts)).toEqual([1, 2, 1]);
  });

  test("of nothing does nothing", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(`- id: each\n  type: foreach\n  items: []\n  steps:\n${indent(shell("never", "exit 1"), 4)}`),
    );
    expect(outputsAt(view, "each")).toEqual({ results: [], count: 0, failed: 0 });
  });

  test("reads the lines or the JSON of an earlier step's output", async () => {
    const stage = await openStage();
    const each = (id: string, from: string): string =>
      `- id: ${id}\n  type: foreach\n  items: "{{ ${from}.outputs.stdout }}"\n  steps:\n${indent(shell(`show-${id}`, "echo {{ item }}"), 4)}`;
    const view = await stage.play(
      workflow(
        shell("lines", "printf 'a b\\nc\\n'"),
        shell("json", "echo '[1, 2, 3]'"),
        each("by-line", "lines"),
        each("by-json", "json"),
      ),
    );
    expect(outputsAt(view, "by-line")["count"]).toBe(2);
    expect(outputsAt(view, "by-line/0/show-by-line")["stdout"]).toBe("a b");
    expect(outputsAt(view, "by-json")["count"]).toBe(3);
  });

  test("of more than 256 items is refused", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(
        `- id: each\n  type: foreach\n  items: "{{ range(257) }}"\n  steps:\n${indent(shell("never", "exit 1"), 4)}`,
      ),
    );
    expect(view.error).toMatchObject({ code: "step.field" });
  });
});

describe("parallel", () => {
  test("runs its steps at the same time", async () => {
    const stage = await openStage();
    // Each waits for the other: one after the other they would wait for ever.
    const meet = (own: string, other: string): string =>
      `touch "$MEET/${own}"; for n in $(seq 200); do [ -e "$MEET/${other}" ] && exit 0; sleep 0.02; done; exit 1`;
    const env = `  env: { MEET: ${sharedDirectory()} }\n`;
    const view = await stage.play(
      workflow(
        `- id: both\n  type: parallel\n  steps:\n${indent(shell("left", meet("l", "r"), env) + shell("right", meet("r", "l"), env), 4)}`,
      ),
    );
    expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
  });

  test("fails when one branch fails, and says which", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(
        `- id: both\n  type: parallel\n  branches:\n    good:\n${indent(shell("fine", "echo fine"), 6)}    bad:\n${indent(shell("broken", "exit 3"), 6)}`,
      ),
    );
    expect(view.status).toBe("failed");
    expect(view.steps["both"]?.error).toMatchObject({
      code: "parallel.failed",
      message: expect.stringContaining("branch bad failed"),
    });
    expect(view.steps["both/good/fine"]?.status).toBe("completed");
  });
});

describe("loop", () => {
  const counting = (max: number, more = ""): string =>
    workflow(
      `- id: counting\n  type: loop\n  max_iterations: ${max}\n  until: "tick.outputs.stdout == '3'"\n${more}  steps:\n${indent(shell("tick", 'echo "{{ iteration }}"') + shell("before", "echo \"{{ previous.tick.stdout | default('none') }}\""), 4)}`,
    );

  test("goes on until its condition holds, and hands each turn the one before", async () => {
    const stage = await openStage();
    const view = await stage.play(counting(5));
    expect(outputsAt(view, "counting")).toMatchObject({ iterations: 3, satisfied: true });
    expect(["1", "2", "3"].map((turn) => outputsAt(view, `counting/${turn}/before`)["stdout"])).toEqual([
      "none",
      "1",
      "2",
    ]);
    expect(view.steps["counting/4/tick"]).toBeUndefined();
  });

  test("that never fulfils it fails after its last turn", async () => {
    const stage = await openStage();
    const view = await stage.play(counting(2));
    expect(view.error).toMatchObject({ code: "loop.exhausted", message: expect.stringContaining("after 2 turns") });
  });

  test("may end so on purpose", async () => {
    const stage = await openStage();
    const view = await stage.play(counting(2, "  on_exhausted: continue\n"));
    expect(view.status).toBe("completed");
    expect(outputsAt(view, "counting")).toMatchObject({ iterations: 2, satisfied: false });
  });

  test("fails with the step that failed in it", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(`- id: l\n  type: loop\n  until: "true"\n  steps:\n${indent(shell("x", "exit 9"), 4)}`),
    );
    expect(view.error?.code).toBe("loop.failed");
    expect(view.steps["l/1/x"]).toMatchObject({ status: "failed", exit_code: 9 });
  });
});

describe("switch", () => {
  const choose = (value: string, withDefault: boolean): string =>
    workflow(
      `- id: s\n  type: switch\n  value: ${value}\n  cases:\n    "1":\n${indent(shell("one", "echo one"), 6)}    "true":\n${indent(shell("yes", "echo yes"), 6)}${withDefault ? `  default:\n${indent(shell("other", 'echo "not {{ value }}"'), 4)}` : ""}`,
    );

  test.each([
    ["'1'", true, "1", "one"],
    ["1", true, "1", "one"],
    ['"{{ 1 == 1 }}"', true, "true", "yes"],
    ["two words", true, "default", "other"],
  ])("of %s runs the case it names", async (value, withDefault, chosen, ran) => {
    const stage = await openStage();
    const view = await stage.play(choose(value, withDefault));
    expect(outputsAt(view, "s")["case"]).toBe(chosen);
    expect(
      Object.keys(view.steps)
        .filter((path) => path.startsWith("s/"))
        .map((path) => path.split("/").at(-1)),
    ).toEqual([ran]);
  });

  test("without a match and a default does nothing", async () => {
    const stage = await openStage();
    const view = await stage.play(choose("none", false));
    expect(view.status).toBe("completed");
    expect(outputsAt(view, "s")).toEqual({ case: "" });
  });
});

describe("nesting", () => {
  test("inner steps see the items of all loops around them, and outer steps", async () => {
    const stage = await openStage();
    const inner = `- id: inner\n  type: foreach\n  items: [x, y]\n  steps:\n${indent(shell("show", 'echo "{{ outer_item.outputs.v }}{{ item }} {{ first.outputs.stdout }}"'), 4)}`;
    const set = '- id: outer_item\n  type: set\n  variables: { v: "{{ item }}" }';
    const view = await stage.play(
      workflow(
        shell("first", "echo 1"),
        `- id: outer\n  type: foreach\n  items: [a, b]\n  steps:\n${indent(`${set}\n${inner}`, 4)}`,
      ),
    );
    expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
    expect(outputsAt(view, "outer/1/inner/0/show")["stdout"]).toBe("bx 1");
  });
});

describe("cancel", () => {
  test("ends the run with its reason; what follows doesn't run, always() does", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow(
        '- id: stop\n  type: cancel\n  reason: "enough {{ 1 + 1 }}"',
        shell("never", "echo no"),
        shell("cleanup", "echo yes", "  when: always()\n"),
      ),
    );
    expect(view.status).toBe("cancelled");
    expect(view.steps["never"]?.status).not.toBe("completed");
  });

  test("behind a when that doesn't hold does nothing", async () => {
    const stage = await openStage();
    const view = await stage.play(
      workflow("- id: stop\n  type: cancel\n  when: false\n  reason: no", shell("goes-on", "echo yes")),
    );
    expect(view.status).toBe("completed");
    expect(view.steps["stop"]?.status).toBe("skipped");
  });
});
