import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Anthropic } from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { createAnthropicProvider } from "../src/adapters/model-provider/anthropic.ts";
import { costOf } from "../src/agent/prices.ts";
import type { Message } from "../src/ports/model-provider.ts";
import { createLocalEngine } from "../src/wiring/local.ts";
import { answers, type MessagesRequest, type Script, startMessagesApi } from "../tests/peers/messages-api.ts";
import { step, workflow } from "../tests/engine/house.ts";
import { against, median, type BenchRow } from "./report.ts";

/** What one turn costs is the slope between these two: starting and ending a run is another figure. */
const FEW_TURNS = 10;
const MANY_TURNS = 70;
const ROUNDS = 5;
const quiet = (): void => undefined;
const log = { info: quiet, warning: quiet, error: quiet, debug: quiet };

/** Our loop (every turn journaled, money reserved) against the SDK's own tool runner on the same scripted server, and what prompt caching saves. */
export async function measure(): Promise<readonly BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-bench-"));
  try {
    return [await loops(root), ...(await caching())];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A conversation that reads one file, turn after turn. */
const reading: Script = (request) => {
  const turn = request.messages.filter(({ role }) => role === "assistant").length;
  const turns = JSON.stringify(request.messages[0]).includes(String(MANY_TURNS)) ? MANY_TURNS : FEW_TURNS;
  return turn < turns - 1 ? answers.tools("Reading.", [["read", { path: "file.txt" }]]) : answers.text("Done.");
};

async function loops(root: string): Promise<BenchRow> {
  const workspace = path.join(root, "work");
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, "file.txt"), "a line\n".repeat(50));
  execFileSync("git", ["init", "-q", workspace]);
  const api = await startMessagesApi(reading);
  const env = { PATH: process.env["PATH"], ANTHROPIC_API_KEY: "bench", ANTHROPIC_BASE_URL: api.url };
  await using local = await createLocalEngine({ workspace, stateDirectory: path.join(root, "state"), env, log });
  const samples = { ours: [] as number[], bare: [] as number[] };
  const ours = (turns: number): Promise<number> =>
    timed(async () => {
      const config = { prompt: `Read the file ${turns} times.`, tools: ["read"], max_turns: turns + 1 };
      const cache = { enabled: false, inputs: [], env: [], paths: [] };
      const definition = workflow([step("read", "claude", { config, cache })]);
      const view = await local.engine.run({ workflow: definition, inputs: {} });
      if (view.status !== "completed") throw new Error(view.error?.message ?? view.status);
    });
  const bare = (turns: number): Promise<number> => timed(() => runBare(api.url, workspace, turns));
  const slope = async (run: (turns: number) => Promise<number>): Promise<number> => {
    const few = await run(FEW_TURNS);
    return ((await run(MANY_TURNS)) - few) / (MANY_TURNS - FEW_TURNS);
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const [own, sdk] = [await slope(ours), await slope(bare)];
    // The first round warms both up.
    if (round === 0) continue;
    samples.ours.push(own);
    samples.bare.push(sdk);
  }
  await api.close();
  return against(
    "agent: one turn, against the SDK's tool runner",
    median(samples.ours),
    median(samples.bare),
    "ms",
    "≤ 1.3×",
  );
}

async function runBare(baseURL: string, workspace: string, turns: number): Promise<void> {
  const client = new Anthropic({ apiKey: "bench", baseURL, logLevel: "off" });
  const read = betaTool({
    name: "read",
    description: "Reads a file.",
    inputSchema: { type: "object", properties: { path: { type: "string" } }, required: ["path"] },
    // What our tool would give, so that both conversations grow alike.
    run: async ({ path: file }) => numbered(await readFile(path.join(workspace, file), "utf8")),
  });
  const runner = client.beta.messages.toolRunner({
    model: "claude-sonnet-5-5",
    max_tokens: 8_192,
    messages: [{ role: "user", content: `Read the file ${turns} times.` }],
    tools: [read],
    stream: true,
    thread: false,
  });
  for await (const stream of runner) await stream.finalMessage();
}

function numbered(text: string): string {
  const lines = text.trimEnd().split("\n");
  const width = String(lines.length + 1).length;
  return lines.map((line, index) => `${String(index + 1).padStart(width)}\t${line}`).join("\n");
}

/** A 20-turn task with a long prefix, on a server that counts cache reads and writes as the Messages API does. */
async function caching(): Promise<readonly BenchRow[]> {
  const with_ = await promptCost(true);
  const without = await promptCost(false);
  return [
    against("agent: full-price input tokens of 20 turns, against no caching", with_.input, without.input, "tokens"),
    against("agent: price of the input of 20 turns, against no caching", with_.usd, without.usd, "$"),
  ];
}

async function promptCost(promptCaching: boolean): Promise<{ readonly input: number; readonly usd: number }> {
  const cached = new Set<string>();
  const api = await startMessagesApi((request) => ({
    content: [{ type: "text", text: "x" }],
    usage: countCached(request, cached),
  }));
  const provider = createAnthropicProvider({ apiKey: "bench", baseUrl: api.url, log, promptCaching });
  const messages: Message[] = [{ role: "user", content: [{ type: "text", text: "task ".repeat(400) }] }];
  let input = 0;
  let usd = 0;
  for (let turn = 0; turn < 20; turn++) {
    const { usage } = await provider.send(
      { model: "claude-sonnet-5-5", system: "rules ".repeat(800), messages, tools: [], maxTokens: 100 },
      {},
    );
    input += usage.input;
    usd += costOf("claude-sonnet-5-5", { ...usage, output: 0 }).usd;
    messages.push(
      {
        role: "assistant",
        content: [{ type: "tool_use", id: `t${turn}`, name: "read", input: { path: `file-${turn}` } }],
      },
      {
        role: "user",
        content: [{ type: "tool_result", tool_use_id: `t${turn}`, content: `content ${turn} `.repeat(300) }],
      },
    );
  }
  await api.close();
  return { input, usd };
}

/** Usage by the rules of prompt caching: what a breakpoint ends is written once and read afterwards; the rest is input. Four letters a token. */
function countCached(request: MessagesRequest, cached: Set<string>) {
  const blocks = [request.system, ...request.messages.map(({ content }) => content)].flat() as readonly {
    readonly cache_control?: unknown;
  }[];
  let prefix = "";
  let read = 0;
  let written = 0;
  for (const block of blocks) {
    const { cache_control: mark, ...rest } = block;
    prefix += JSON.stringify(rest);
    if (mark === undefined) continue;
    if (cached.has(prefix)) read = prefix.length;
    else written = prefix.length;
    cached.add(prefix);
  }
  const tokens = (letters: number): number => Math.ceil(letters / 4);
  return {
    input_tokens: tokens(prefix.length - Math.max(read, written)),
    output_tokens: 1,
    cache_read_input_tokens: tokens(read),
    cache_creation_input_tokens: tokens(Math.max(0, written - read)),
  };
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
