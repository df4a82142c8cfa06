import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A program with Claude Code's command line and stream (its documents, "Headless mode"), in a few lines: it asks the model through the
 * environment it is given, runs the tools it is told to, and prints what the real one prints.
 */
const STAND_IN = String.raw`#!/usr/bin/env node
const fs = require("node:fs");
const args = process.argv.slice(2);
if (args.includes("--version")) { console.log("9.9.9 (stand-in)"); process.exit(0); }
const option = (name) => args[args.indexOf(name) + 1];
const allowed = option("--allowed-tools").split(",");
const print = (value) => console.log(JSON.stringify(value));
const home = process.env.CLAUDE_CONFIG_DIR + "/projects/talk.json";
fs.mkdirSync(process.env.CLAUDE_CONFIG_DIR + "/projects", { recursive: true });
const messages = args.includes("--resume") ? JSON.parse(fs.readFileSync(home, "utf8")) : [];
const denials = [];
async function ask() {
  const response = await fetch(process.env.ANTHROPIC_BASE_URL + "/v1/messages?beta=true", {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": process.env.ANTHROPIC_API_KEY },
    body: JSON.stringify({ model: option("--model"), max_tokens: 500, system: option("--append-system-prompt"), messages }),
  });
  const answer = await response.json();
  if (!response.ok) { print({ type: "result", subtype: "success", is_error: true, result: "API Error: " + answer.error.message, permission_denials: [] }); process.exit(1); }
  return answer;
}
(async () => {
  print({ type: "system", subtype: "init", tools: allowed });
  messages.push({ role: "user", content: fs.readFileSync(0, "utf8") });
  for (let turn = 1; ; turn++) {
    if (turn > Number(option("--max-turns"))) { print({ type: "result", subtype: "error_max_turns", is_error: true, permission_denials: [] }); process.exit(1); }
    const answer = await ask();
    messages.push({ role: "assistant", content: answer.content });
    print({ type: "assistant", message: answer });
    const calls = answer.content.filter((block) => block.type === "tool_use");
    if (calls.length === 0) {
      fs.writeFileSync(home, JSON.stringify(messages));
      print({ type: "result", subtype: "success", is_error: false, result: answer.content.map((b) => b.text).join(""), permission_denials: denials });
      return;
    }
    const content = calls.map((call) => {
      if (!allowed.includes(call.name)) { denials.push({ tool_name: call.name }); return { type: "tool_result", tool_use_id: call.id, is_error: true, content: "denied" }; }
      if (call.name === "Write") fs.writeFileSync(call.input.file_path, call.input.content);
      const said = call.name === "Bash" ? require("node:child_process").spawnSync("bash", ["-c", call.input.command], { encoding: "utf8" }).stdout : "ok";
      return { type: "tool_result", tool_use_id: call.id, content: said };
    });
    messages.push({ role: "user", content });
    print({ type: "user", message: { role: "user", content } });
  }
})();
`;

/** Writes the stand-in into a directory. @returns its path */
export function writeStandIn(directory: string): string {
  const program = path.join(directory, "claude-stand-in");
  writeFileSync(program, STAND_IN);
  chmodSync(program, 0o755);
  return program;
}
