import { describe, expect, test } from "vitest";
import { openStage, outputsAt } from "./stage.ts";

/** What a step says that got a value its field doesn't take. */
async function failureOf(step: string, inputs = "{}") {
  const stage = await openStage();
  const view = await stage.play(`name: given\ninputs: ${inputs}\nsteps:\n  - {id: it, ${step}}\n`);
  expect(view.status).toBe("failed");
  return view.steps["it"]?.error;
}

const INPUTS = '{n: {type: object, default: {text: "3", zero: 0, half: 1.5, list: [1], word: soon}}}';
const EACH = 'type: foreach, items: [1], steps: [{id: a, type: assert, condition: "true"}]';

describe("a value that an expression gives is held to its field before the step runs", () => {
  test.each([
    [`${EACH}, max_parallel: "{{ inputs.n.text }}"`, '"max_parallel" must be a whole number, not the text "3"'],
    [`${EACH}, max_parallel: "\${{ inputs.n.zero }}"`, '"max_parallel" must be at least 1, not 0'],
    [`${EACH}, max_parallel: "{{ inputs.n.half }}"`, '"max_parallel" must be a whole number, not the number 1.5'],
    [
      EACH.replace("[1]", '"{{ inputs.n.half }}"'),
      '"items" must be a list, a text, a mapping or nothing, not the number 1.5',
    ],
    ['type: delay, duration: "{{ inputs.n.word }}"', '"duration" can\'t be "soon"'],
    ['type: memory, action: "{{ inputs.n.word }}", key: k', '"action" can\'t be "soon"'],
    ['type: retrieval, query: x, paths: ["{{ inputs.n.nothing }}"]', 'item 1 of "paths" must be a text, not nothing'],
    ['type: retrieval, query: "{{ inputs.n.nothing }}"', '"query" must be a text, not nothing'],
  ])("%s", async (step, message) => {
    expect(await failureOf(step, INPUTS)).toMatchObject({
      code: "step.field",
      kind: "permanent",
      message: `Step it: ${message} (given by an expression)`,
    });
  });

  test("the message says what the field takes", async () => {
    const error = await failureOf('type: delay, duration: "{{ inputs.n.word }}"', INPUTS);
    expect(error?.remedy).toContain("500ms, 90s");
  });

  test("a text takes the text of any value, as a template does", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: given
inputs: ${INPUTS}
steps:
  - {id: count, type: memory, action: remember, key: "{{ inputs.n.half }}", value: 1}
  - {id: recall, type: memory, action: recall, key: "1.5"}
`);
    expect(view.error).toBeUndefined();
    expect(outputsAt(view, "recall")["value"]).toBe(1);
  });

  test("nothing at all leaves a field that needs no value as if it weren't there", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: given
inputs: ${INPUTS}
steps:
  - {id: it, ${EACH}, max_parallel: "{{ inputs.n.nothing }}"}
`);
    expect(view.status).toBe("completed");
  });

  test("on_error and retry treat it as any permanent failure", async () => {
    const stage = await openStage();
    const view = await stage.play(`name: given
inputs: ${INPUTS}
steps:
  - {id: it, ${EACH}, max_parallel: "{{ inputs.n.text }}", retry: 3, on_error: continue}
  - {id: after, type: assert, condition: "it.status == 'failed' and it.error.code == 'step.field'"}
`);
    expect({ status: view.status, attempts: view.steps["it"]?.attempts }).toEqual({ status: "completed", attempts: 1 });
  });
});
