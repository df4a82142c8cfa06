import { describe, expect, test } from "vitest";
import { answers, inOrder, type Script } from "../peers/messages-api.ts";
import { agentStage, step, verify, workflow } from "./stage.ts";

/** A conversation that depends on what was done before: each turn reads or edits what the last one left. */
const turns = [
  answers.tools("Look.", [
    ["read", { path: "sum.js" }],
    ["read", { path: "test.js" }],
  ]),
  answers.tools("Note.", [
    ["bash", { command: "echo one >> notes.txt; cat notes.txt" }],
    ["read", { path: "sum.js" }],
  ]),
  answers.tools("Wrong.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a * b" }]]),
  answers.text("Done."),
  answers.tools("Note again.", [["bash", { command: "echo two >> notes.txt; cat notes.txt" }]]),
  answers.tools("Right.", [["edit", { path: "sum.js", old_text: "a * b", new_text: "a + b" }]]),
  answers.text("Now it adds."),
] as const;

/** Answers by how far the conversation is, as a model does: a repeated request gets the same answer. */
const byProgress: Script = (request) => {
  const said = request.messages.filter(({ role }) => role === "assistant").length;
  return turns[Math.min(said, turns.length - 1)] ?? answers.text("?");
};

const definition = workflow([step("fix", "claude", { config: { prompt: "Make the tests pass." }, bodies: verify })]);

function answersIn(journal: readonly { readonly type: string; readonly data: unknown }[]): number {
  return journal.filter(
    ({ type, data }) => type === "step.progressed" && (data as { kind: string }).kind === "answered",
  ).length;
}

/** How many appends an undisturbed run makes. */
async function appendsOf(): Promise<number> {
  await using stage = await agentStage(byProgress);
  const { view, journal } = await stage.finish(await stage.start(definition));
  expect(view.status).toBe("completed");
  return journal.length;
}

describe("a run that dies", async () => {
  const appends = await appendsOf();

  test.each(Array.from({ length: appends }, (_, i) => i + 1))(
    "after %i appends goes on with the turn it was in, and pays for none twice",
    async (dieAfter) => {
      await using stage = await agentStage(byProgress, { dieAfter });
      const handle = await stage.start(definition).catch(() => undefined);
      // Where it died before the run was there, nothing was asked and nothing is owed.
      expect(handle === undefined ? stage.api.requests : []).toEqual([]);
      if (handle === undefined) return;
      await handle.result().catch(() => undefined);
      const successor = stage.successor();
      const before = stage.api.requests.length;
      const held = answersIn(await successor.journal(handle.id));
      // Only the request that was on its way when the process died is not in the journal.
      expect(before - held).toBeLessThanOrEqual(1);
      const resumed = await successor.resume(handle.id, { by: "test" }).catch((error: { code?: string }) => error);
      // Where the journal had reached its end before the disk was gone, there is nothing to resume.
      const view = "result" in resumed ? await resumed.result() : await successor.show(handle.id);
      expect(view.error).toBeUndefined();
      expect(view.status).toBe("completed");
      expect(stage.read("sum.js")).toBe("exports.sum = (a, b) => a + b;\n");
      // What a tool did before the crash is undone with it, so nothing happens twice.
      expect(stage.read("notes.txt")).toBe("one\ntwo\n");

      const journal = await successor.journal(handle.id);
      expect(answersIn(journal)).toBe(turns.length);
      // What the journal holds is asked for no more, and everything else once.
      expect(stage.api.requests.length - before).toBe(turns.length - held);
      // No request without money set aside for it, one that got lost included; what was answered is paid once.
      const settled = journal.filter(({ type }) => type === "budget.settled");
      expect(settled).toHaveLength(turns.length);
      expect(journal.filter(({ type }) => type === "budget.reserved").length).toBeGreaterThanOrEqual(
        stage.api.requests.length,
      );
      const paid = settled.reduce((sum, { data }) => sum + (data as { cost: { usd: number } }).cost.usd, 0);
      expect(paid).toBeGreaterThan(0);
      expect(view.cost.usd).toBeCloseTo(paid, 9);
      await successor.shutdown("done");
    },
  );
});

test("a retry of a step that failed for good begins a new conversation; one that failed for a while goes on", async () => {
  await using stage = await agentStage(
    inOrder([
      answers.tools("Look.", [["read", { path: "sum.js" }]]),
      answers.rateLimited(61),
      answers.text("Here I am."),
    ]),
  );
  const retry = { attempts: 2, backoff: "constant", delayMs: 1, maxDelayMs: 1, jitter: 0, on: ["transient"] } as const;
  const { step: fix } = await stage.agent({ prompt: "Go." }, { retry });
  expect(fix.error?.code ?? fix.status).not.toBe("agent.failed");
  const roles = stage.api.requests.at(-1)?.messages.map(({ role }) => role);
  expect(roles).toEqual(["user", "assistant", "user"]);
});
