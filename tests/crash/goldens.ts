import type { Step, Workflow } from "../../src/language/model.ts";
import { step, workflow } from "../engine/house.ts";

const retry = { ...step("", "").retry, attempts: 3, delayMs: 1 };
const inner = (...types: string[]): Step[] => types.map((type, index) => step(`i${index}`, type));
const list = (...types: string[]): Step[] => types.map((type, index) => step(`s${index}`, type));
const holder = (id: string, type: string, count: number, steps: Step[], rest: Partial<Step> = {}): Step =>
  step(id, type, { config: { count, rounds: count, at_once: 2 }, bodies: { steps }, ...rest });

/** Workflows that between them journal every kind of event, kept small so that each of their points can be a process's last. */
export const GOLDENS: Readonly<Record<string, Workflow>> = {
  "one step": workflow(list("pass")),
  "a list": workflow(list("pass", "effect", "pass")),
  files: workflow(list("write", "write", "pass")),
  "an agent": workflow([step("s0", "agent", { config: { turns: 3 } }), step("s1", "pass")]),
  "two agents": workflow([step("s0", "agent"), step("s1", "agent")]),
  "a budget that runs out": workflow([step("s0", "agent", { config: { turns: 3 } })], { budget: { usd: 2 } }),
  "a retry": workflow([step("s0", "flaky", { retry, config: { failures: 2 } }), step("s1", "effect")]),
  "a failure": workflow(list("pass", "fail", "pass")),
  "a crash in a step": workflow(list("throws", "pass")),
  "a failure that goes on": workflow([step("s0", "fail", { onError: "continue" }), step("s1", "effect")]),
  "a failure that skips the rest": workflow([step("s0", "fail", { onError: "skip_rest" }), step("s1", "pass")]),
  "a fallback": workflow([step("s0", "fail", { onError: "s1" }), step("s1", "effect"), step("s2", "pass")]),
  "a compensation": workflow(
    [
      step("s0", "effect", { compensate: step("undo0", "pass") }),
      step("s1", "effect", { compensate: step("undo1", "pass") }),
      step("s2", "fail"),
    ],
    { rollback: "automatic" },
  ),
  "a rollback on demand": workflow(
    [
      step("s0", "effect", { compensate: step("undo0", "pass") }),
      step("s1", "write", { compensate: step("undo1", "pass") }),
      step("s2", "fail"),
    ],
    { rollback: "manual" },
  ),
  "a retry that is asked for": workflow(
    [step("s0", "flaky", { retry, config: { failures: 1 } }), step("s1", "effect")],
    { autonomy: "ask" },
  ),
  "a failure that goes on once granted": workflow(
    [step("s0", "write"), step("s1", "fail", { onError: "continue" }), step("s2", "effect")],
    { autonomy: "ask" },
  ),
  "a choice that is asked for": workflow([step("s0", "agent", { config: { turns: 2, chooses: true } })], {
    autonomy: "ask",
  }),
  "a failure that stands": workflow([step("s0", "flaky", { retry }), step("s1", "pass")], { autonomy: "off" }),
  "an approval": workflow(list("write", "approval", "pass")),
  "an event": workflow(list("event", "pass")),
  "a delay": workflow([step("s0", "delay", { config: { ms: 5 } }), step("s1", "pass")]),
  branches: workflow([holder("s0", "branches", 2, inner("pass", "effect")), step("s1", "pass")]),
  "each of three": workflow([holder("s0", "each", 3, inner("write"))]),
  "a loop": workflow([holder("s0", "loop", 3, inner("effect"))]),
  "a failing frame": workflow([holder("s0", "each", 2, inner("fail"), { onError: "continue" }), step("s1", "pass")]),
  "a graph": workflow(
    [
      step("s0", "effect"),
      step("s1", "effect", { needs: ["s0"] }),
      step("s2", "pass", { needs: ["s0"] }),
      step("s3", "pass", { needs: ["s1", "s2"] }),
    ],
    { parallel: true },
  ),
  "writers side by side": workflow([step("s0", "write"), step("s1", "write"), step("s2", "write")], { parallel: true }),
};
