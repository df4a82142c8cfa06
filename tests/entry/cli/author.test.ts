import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { answers, inOrder, startMessagesApi, textOf, type MessagesApi } from "../../peers/messages-api.ts";
import { bench } from "./pawl.ts";

const UNTIMED = `name: untimed
description: Has a step that could run for ever.
steps:
  - id: work
    type: shell
    command: echo work
`;
const WAITS = `name: waits
outputs:
  where: { type: string, value: "{{ deployed.outputs.payload.where }}" }
steps:
  - id: deployed
    type: wait_for_event
    event: deployment.finished
`;

describe("pawl lint --fix", () => {
  test("writes what it can mend, after which the same remark is gone", async () => {
    using repository = bench({ "untimed.yml": UNTIMED });
    const rules = async (...more: readonly string[]): Promise<readonly string[]> => {
      const called = await repository.pawl("lint", "untimed.yml", "--json", ...more);
      return (called.json() as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    };
    expect(await rules()).toContain("lint.missing-timeout");
    expect(readFileSync(path.join(repository.root, "untimed.yml"), "utf8")).toBe(UNTIMED);
    expect(await rules("--fix")).not.toContain("lint.missing-timeout");
    expect(readFileSync(path.join(repository.root, "untimed.yml"), "utf8")).toMatch(/^ {4}timeout: /m);
    expect((await repository.pawl("validate", "untimed.yml")).exit).toBe(0);
  });
});

describe("pawl diff", () => {
  test("says what changed, by step, and what a new demand does to callers", async () => {
    using repository = bench({
      "old.yml": UNTIMED,
      "new.yml": UNTIMED.replace("steps:", "inputs: {who: {type: string, required: true}}\nsteps:").replace(
        "echo work",
        'echo "{{ inputs.who }}"',
      ),
    });
    const { changes } = (await repository.pawl("diff", "old.yml", "new.yml", "--json")).json() as {
      changes: { kind: string; path: string; effect?: string }[];
    };
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "added",
        path: "inputs.who",
        effect: "callers that don't give it are refused",
      }),
    );
    expect(changes.map((change) => change.path)).toContainEqual(expect.stringMatching(/^steps\.work\./));
    expect((await repository.pawl("diff", "old.yml", "old.yml", "--json")).json()).toEqual({ changes: [] });
  });
});

describe("pawl signal, replay and cost", () => {
  test("an event carries a parked run on; its journal replays, and no model means no cost", async () => {
    using repository = bench({ "waits.yml": WAITS });
    const parked = (await repository.pawl("run", "waits.yml", "--json")).json() as { run_id: string; status: string };
    expect(parked.status).toBe("parked");
    const other = await repository.pawl("signal", parked.run_id, "deployment.started", "--json");
    expect(other.json()).toEqual({ delivered: false });
    expect(other.exit).toBe(1);
    const payload = JSON.stringify({ where: "staging" });
    const given = await repository.pawl("signal", parked.run_id, "deployment.finished", "--payload", payload, "--json");
    expect(given.json()).toEqual({ delivered: true });
    const ended = await repository.pawl("resume", parked.run_id, "--json");
    expect(ended.json()).toMatchObject({ status: "completed", outputs: { where: "staging" } });
    const replayed = await repository.pawl("replay", parked.run_id, "--json");
    expect(replayed.json()).toMatchObject({ ok: true });
    expect(replayed.exit).toBe(0);
    expect((await repository.pawl("cost", "--json")).json()).toMatchObject({ usd: 0 });
  });
});

describe("pawl new", () => {
  test("hands the validator's findings back to the model and writes only the draft without mistakes", async () => {
    const good = UNTIMED.replace("name: untimed", "name: drafted");
    const draft = (yaml: string) => answers.text(`\`\`\`yaml\n${yaml}\`\`\``);
    await using api = disposable(
      await startMessagesApi(inOrder([draft(good.replace("command:", "comand:")), draft(good)])),
    );
    using repository = bench({}, { env: { ANTHROPIC_API_KEY: "scripted", ANTHROPIC_BASE_URL: api.url } });
    const called = await repository.pawl("new", "say that work is done", "--json");
    expect(called.exit, called.stderr).toBe(0);
    const { file, findings } = called.json() as { file: string; findings: { rule: string }[] };
    expect(file).toBe(path.join(repository.root, ".github/pawl/drafted.yml"));
    expect(readFileSync(file, "utf8")).toBe(good);
    expect(findings.map(({ rule }) => rule)).toContain("lint.missing-timeout");
    expect(api.requests).toHaveLength(2);
    expect(textOf(api.requests[1]?.messages.at(-1)?.content)).toContain("did you mean command?");
    const again = await repository.pawl("new", "say that work is done", "--json");
    expect(again.json()).toMatchObject({ error: { code: "new.exists" } });
    expect((await repository.pawl("validate", "drafted", "--json")).json()).toMatchObject({ ok: true });
  });
});

function disposable(api: MessagesApi): MessagesApi & AsyncDisposable {
  return { ...api, [Symbol.asyncDispose]: api.close };
}
