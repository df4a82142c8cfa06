import { expect, test } from "vitest";
import { createRedactor } from "../../src/adapters/redactor/redactor.ts";
import { done, failed, house, step, stepType, workflow } from "./house.ts";

const SECRET = ["correct", "horse", "battery"].join("-");
const definition = workflow(
  [step("a", "show", { env: { TOKEN: "{{ inputs.token }}" }, config: { said: "it is {{ inputs.token }}" } })],
  { inputs: { token: { type: "secret", required: true, description: "" } } },
);

test("a secret input reaches the step that names it and neither the journal nor other steps' environment", async () => {
  let seen: Readonly<Record<string, string>> = {};
  const show = stepType("show", async (context) => {
    seen = context.env;
    return done({ echoed: `it is ${context.env["TOKEN"]}` });
  });
  const { engine } = house([show], { ports: { redactor: createRedactor([]) } });
  const view = await engine.run({ workflow: definition, inputs: { token: SECRET } });
  expect(view.status).toBe("completed");
  expect(seen["TOKEN"]).toBe(SECRET);
  expect(seen["INPUT_TOKEN"]).toBeUndefined();
  const journal = JSON.stringify(await engine.journal(view.run_id));
  expect(journal).not.toContain(SECRET);
  expect(journal).toContain("it is ***");
});

test("a resume takes a secret input from the secrets, and says which one is missing", async () => {
  let known: string | undefined;
  let isBroken = true;
  const seen: (string | undefined)[] = [];
  const show = stepType("show", async (context) => {
    seen.push(context.env["TOKEN"]);
    return isBroken ? failed() : done();
  });
  const secrets = { get: (name: string) => (name === "TOKEN" ? known : undefined), values: () => [] };
  const { engine } = house([show], { ports: { secrets } });
  const view = await engine.run({ workflow: definition, inputs: { token: SECRET } });
  isBroken = false;
  await expect(engine.resume(view.run_id, { by: "me" })).rejects.toMatchObject({
    code: "input.secret_missing",
    remedy: "Set the environment variable TOKEN and resume again.",
  });
  known = SECRET;
  expect((await (await engine.resume(view.run_id, { by: "me" })).result()).status).toBe("completed");
  expect(seen).toEqual([SECRET, SECRET]);
});
