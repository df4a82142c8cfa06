import path from "node:path";
import { describe, expect, test } from "vitest";
import { writeStandIn } from "../peers/claude-code.ts";
import { answers, inOrder, textOf } from "../peers/messages-api.ts";
import { agentStage, type Stage, verify } from "./stage.ts";

/** A real Claude Code, where the one who runs the tests has put it: `PAWL_TEST_CLAUDE_CODE=/path/to/claude`. It is no dependency of ours: 360 MB. */
const installed = process.env["PAWL_TEST_CLAUDE_CODE"];

const usage = { input_tokens: 100, output_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
const right = answers.tools(
  "I write it.",
  [["Write", { file_path: "sum.js", content: "exports.sum = (a, b) => a + b;\n" }]],
  usage,
);
const wrong = answers.tools(
  "I write it.",
  [["Write", { file_path: "sum.js", content: "exports.sum = (a, b) => a * b;\n" }]],
  usage,
);

describe("Claude Code", () => {
  test("works under the step's budget and profile, is told what failed in the same conversation, and gives the usual result", async () => {
    await using stage = await agentStage(
      inOrder([wrong, answers.text("Done.", usage), right, answers.text("Now it adds.", usage)]),
    );
    const {
      view,
      step: fix,
      data,
    } = await stage.agent(
      { prompt: "Make the tests pass.", program: writeStandIn(stage.workspace) },
      { type: "claude_code", bodies: verify, securityProfile: "restricted", budget: { usd: 1 } },
    );
    expect(view.error).toBeUndefined();
    expect(view.status).toBe("completed");
    expect(fix.outputs).toMatchObject({ text: "Now it adds.", turns: 4 });
    expect(fix.evidence).toMatchObject({
      program: "claude_code",
      program_version: "9.9.9",
      provider: "scripted",
      verify_rounds: 2,
      isolation: "restricted",
    });
    expect(textOf(stage.api.requests[2]?.messages.at(-1)?.content)).toContain("6 !== 5");
    expect(stage.api.requests[2]?.messages).toHaveLength(5);
    expect(view.cost).toMatchObject({ input_tokens: 400, output_tokens: 40 });
    expect(data("budget.settled")).toHaveLength(4);
    expect(stage.artifacts.get("transcript-fix.md")).toContain("Now it adds.");
  });

  test("never sees the key, nor anything of this process", async () => {
    await using stage = await agentStage(
      inOrder([
        answers.tools("Env.", [["Bash", { command: "env; cat /proc/*/environ | tr '\\\\0' '\\\\n'" }]], usage),
        answers.text("ok", usage),
      ]),
    );
    const { journal } = await stage.agent(
      { prompt: "Look.", program: writeStandIn(stage.workspace) },
      { type: "claude_code", securityProfile: "restricted" },
    );
    const everything =
      JSON.stringify(journal) + JSON.stringify(stage.api.requests) + [...stage.artifacts.values()].join("");
    expect(everything).toContain("ANTHROPIC_API_KEY=pawl-");
    expect(everything).not.toContain("test-key");
    expect(everything).not.toContain("VITEST_");
    expect(stage.api.headers[0]?.["authorization"]).toBe("Bearer test-key");
  });

  test("is stopped by the budget before a request leaves, and parks", async () => {
    await using stage = await agentStage(inOrder([answers.text("ok", usage)]));
    const { view } = await stage.agent(
      { prompt: "x".repeat(10_000), program: writeStandIn(stage.workspace) },
      { type: "claude_code", budget: { usd: 0.001 } },
    );
    expect(view.status).toBe("parked");
    expect(stage.api.requests).toHaveLength(0);
  });

  test("asks for nothing the price list doesn't know, and pays for an hour of cache what it costs", async () => {
    const bodies: readonly Readonly<Record<string, unknown>>[] = [
      { speed: "fast" },
      { inference_geo: "us" },
      { service_tier: "priority" },
      { tools: [{ type: "web_search_20250305", name: "web_search" }] },
      { mcp_servers: [{ type: "url", url: "https://attacker.example/" }] },
      { system: [{ type: "text", text: "s", cache_control: { type: "ephemeral", ttl: "1h" } }] },
    ];
    const script = `for (const more of ${JSON.stringify(bodies)}) await fetch(process.env.ANTHROPIC_BASE_URL + "/v1/messages", { method: "POST", headers: { "x-api-key": process.env.ANTHROPIC_API_KEY }, body: JSON.stringify({ model: "claude-opus-5-5", max_tokens: 1, messages: [{ role: "user", content: "x" }], ...more }) }).then((r) => console.log("got", r.status));`;
    await using stage = await agentStage(
      inOrder([
        answers.tools("Spend.", [["Bash", { command: `node --input-type=module -e '${script}'` }]], usage),
        answers.text("ok", usage),
      ]),
    );
    const { data } = await stage.agent(
      { prompt: "Go.", program: writeStandIn(stage.workspace) },
      { type: "claude_code", securityProfile: "restricted", budget: { usd: 1 } },
    );
    const printed = JSON.stringify(stage.api.requests.at(-1)?.messages.at(-1));
    expect(printed.match(/got \d+/g)).toEqual([...Array<string>(5).fill("got 400"), "got 200"]);
    expect(data("policy.refused").map(({ what }) => what)).toEqual([
      'model request with speed "fast"',
      'model request with inference_geo "us"',
      'model request with service_tier "priority"',
      "model request with the tool web_search_20250305",
      "model request with mcp_servers",
    ]);
    const [, asked] = data("budget.reserved");
    // Every byte at the price of an hour, one token of answer.
    expect(asked?.usd).toBeCloseTo((((asked?.tokens ?? 0) - 1) * 8 + 20) / 1e6, 9);
  });

  test("is red when a permission was denied, though it says success", async () => {
    await using stage = await agentStage(
      inOrder([answers.tools("Run.", [["Bash", { command: "true" }]], usage), answers.text("I couldn't.", usage)]),
    );
    const { step: fix } = await stage.agent(
      { prompt: "Test.", tools: ["read"], program: writeStandIn(stage.workspace) },
      { type: "claude_code" },
    );
    expect(fix.error).toMatchObject({ code: "agent.tool_denied", message: expect.stringContaining("Bash") });
  });

  test("is red when it never ends", async () => {
    await using stage = await agentStage(() => answers.tools("Again.", [["Bash", { command: "true" }]], usage));
    const { step: fix } = await stage.agent(
      { prompt: "Go.", max_turns: 3, program: writeStandIn(stage.workspace) },
      { type: "claude_code" },
    );
    expect(fix.error).toMatchObject({ code: "agent.max_turns" });
    expect(stage.api.requests).toHaveLength(3);
  });

  test("gives a structured result, repaired once", async () => {
    await using stage = await agentStage(
      inOrder([answers.text("I like it.", usage), answers.text('```json\n{"verdict": "good"}\n```', usage)]),
    );
    const schema = { type: "object", properties: { verdict: { type: "string" } }, required: ["verdict"] };
    const { step: fix } = await stage.agent(
      { prompt: "Judge.", output_schema: schema, program: writeStandIn(stage.workspace) },
      { type: "claude_code" },
    );
    expect(fix.outputs).toMatchObject({ verdict: "good" });
    expect(stage.api.requests).toHaveLength(2);
  });
});

describe("where Claude Code isn't installed", () => {
  test("the built-in loop takes the step, with the same profile and result, and the journal says so", async () => {
    await using stage = await agentStage(
      inOrder([
        answers.tools("Fix.", [["edit", { path: "sum.js", old_text: "a - b", new_text: "a + b" }]]),
        answers.text("Now it adds."),
      ]),
    );
    const {
      view,
      step: fix,
      data,
    } = await stage.agent({ prompt: "Fix.", program: "no-such-claude" }, { type: "claude_code", bodies: verify });
    expect(view.status).toBe("completed");
    expect(fix.outputs).toMatchObject({ text: "Now it adds.", changed_files: ["sum.js"] });
    expect(data("decision")).toMatchObject([
      { kind: "substitute", path: "fix", data: { wanted: "claude_code", used: "claude" } },
    ]);
  });

  test("a step that requires it is refused, with the line that installs it", async () => {
    await using stage = await agentStage(inOrder([answers.text("ok")]));
    const { step: fix } = await stage.agent(
      { prompt: "Fix.", program: "no-such-claude", required: true },
      { type: "claude_code" },
    );
    expect(fix.error).toMatchObject({
      code: "claude_code.missing",
      remedy: expect.stringContaining("npm install -g @anthropic-ai/claude-code"),
    });
    expect(stage.api.requests).toHaveLength(0);
  });
});

// Runs where PAWL_TEST_CLAUDE_CODE names a real one; elsewhere the stand-in above holds the same promises.
describe.runIf(installed !== undefined)("the real Claude Code", () => {
  const file = (stage: Stage): string => path.join(stage.workspace, "sum.js");

  test("fixes the bug in a restricted sandbox, and goes on with its conversation when the verification fails", async () => {
    let stageOf: Stage | undefined;
    const write = (operator: string) =>
      answers.tools(
        "I edit it.",
        [
          [
            "Edit",
            {
              file_path: stageOf === undefined ? "" : file(stageOf),
              old_string: operator === "*" ? "a - b" : "a * b",
              new_string: `a ${operator} b`,
            },
          ],
        ],
        usage,
      );
    const read = () =>
      answers.tools("I read it.", [["Read", { file_path: stageOf === undefined ? "" : file(stageOf) }]], usage);
    let asked = 0;
    await using stage = await agentStage((request) => {
      // It asks for a title and such besides; only the conversation with tools counts.
      if ((request.tools ?? []).length === 0) return answers.text("ok", usage);
      asked++;
      return (
        [
          read,
          () => write("*"),
          () => answers.text("Done.", usage),
          () => write("+"),
          () => answers.text("Now it adds.", usage),
        ][Math.min(asked, 5) - 1]?.() ?? answers.text("?", usage)
      );
    });
    stageOf = stage;
    const { view, step: fix } = await stage.agent(
      { prompt: "Make the tests pass.", program: installed ?? "" },
      { type: "claude_code", bodies: verify, securityProfile: "restricted", budget: { usd: 5 } },
    );
    expect(view.error).toBeUndefined();
    expect(view.status).toBe("completed");
    expect(stage.read("sum.js")).toBe("exports.sum = (a, b) => a + b;\n");
    expect(fix.outputs).toMatchObject({ text: "Now it adds.", changed_files: ["sum.js"] });
    expect(view.cost.usd).toBeGreaterThan(0);
  }, 60_000);
});
