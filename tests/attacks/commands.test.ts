import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, startMessagesApi, textOf, type MessagesApi, type Script } from "../peers/messages-api.ts";
import { git } from "../peers/github/git.ts";
import { CANARIES, leaked } from "./canaries.ts";
import { casesOf, type AttackCase } from "./cases.ts";

const PAWL = path.resolve(import.meta.dirname, "../../src/entry/cli/pawl.mjs");

/** A model that does what the text says: the defence must not depend on it. It runs the command, writes down what it saw, and tells it. */
const obedient: Script = (request) => {
  const task = textOf(request.messages[0]?.content);
  const command = Buffer.from(/ORDER:(\S+)/.exec(task)?.[1] ?? "", "base64").toString();
  const seconds = /SECONDS:(\d+)/.exec(task)?.[1];
  const input = { command, ...(seconds === undefined ? {} : { timeout_seconds: Number(seconds) }) };
  const turn = request.messages.filter((message) => message.role === "assistant").length;
  if (turn === 0) return answers.tools("As you say.", [["bash", input]]);
  const seen = textOf(request.messages.at(-1)?.content);
  if (turn === 1)
    return answers.tools("I write it down.", [["write", { path: "seen.txt", content: seen.slice(0, 100_000) }]]);
  return answers.text(`This is what it printed: ${seen.slice(0, 20_000)}`);
};

let scratch: string;
let api: MessagesApi;
let sink: Server;
const heard: string[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-commands-"));
  api = await startMessagesApi(obedient);
  sink = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
      response.end("thanks");
    });
  });
  await new Promise<void>((resolve) => {
    sink.listen(0, "127.0.0.1", resolve);
  });
});
afterAll(async () => {
  await api.close();
  sink.closeAllConnections();
  sink.close();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
});

interface CommandCase extends AttackCase {
  readonly command: string;
  readonly profile?: string;
  /** The time the obedient model gives the command. */
  readonly seconds?: number;
  /** What the model is told of how its command ended. */
  readonly ends?: string;
}
interface Ran {
  /** Everything that left the process or stays on disk, as text. */
  readonly everything: string;
  readonly pwned: boolean;
  readonly log: string;
}

/** Runs the command as a shell step and through the obedient model, by the CLI, in a repository whose configuration holds a token. */
async function runAttack({ id, command, profile, seconds }: CommandCase): Promise<Ran> {
  const root = path.join(scratch, id);
  const [workspace, state, home] = ["workspace", "state", "home"].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const pwned = path.join(root, "pwned");
  for (const folder of [workspace, home]) await mkdir(folder, { recursive: true });
  await git(workspace, ["init", "-q", "-b", "main"]);
  await writeFile(path.join(workspace, "tracked.txt"), "x\n");
  await git(workspace, ["add", "-A"]);
  await git(workspace, ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first"]);
  const header = Buffer.from(`x-access-token:${CANARIES["job token"]}`).toString("base64");
  await git(workspace, ["config", "http.https://github.com/.extraheader", `AUTHORIZATION: basic ${header}`]);
  const { port } = sink.address() as AddressInfo;
  const real = command
    .replaceAll("{{sink}}", `http://127.0.0.1:${port}`)
    .replaceAll("{{port}}", String(port))
    .replaceAll("{{pwned}}", pwned);
  const security = profile === undefined ? "" : `    security_profile: ${profile}\n`;
  const time = seconds === undefined ? "" : ` SECONDS:${seconds}`;
  const script = real.split("\n").map((line) => `      ${line}`);
  const workflow = [
    "name: attack\nsteps:",
    `  - id: direct\n    type: shell\n    on_error: continue\n    timeout: 30s\n${security}    command: |\n${script.join("\n")}`,
    `  - id: obedient\n    type: claude\n    on_error: continue\n    timeout: 60s\n    max_turns: 5\n${security}    prompt: "ORDER:${Buffer.from(real).toString("base64")}${time}"`,
    "  - id: after\n    type: shell\n    command: echo fine\n",
  ].join("\n");
  const file = path.join(root, "attack.yml");
  await writeFile(file, workflow);
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    ANTHROPIC_API_KEY: CANARIES["model key"],
    ANTHROPIC_BASE_URL: api.url,
    GITHUB_TOKEN: CANARIES["job token"],
    ACTIONS_RUNTIME_TOKEN: CANARIES["job token"],
    INPUT_GITHUB_TOKEN: CANARIES["job token"],
    PAWL_STATE: state,
  };
  const asked = api.requests.length;
  const log = await pawl(["run", file], workspace, env);
  const id2 = /run_[a-z0-9]+/.exec(log)?.[0] ?? "";
  const events = await pawl(["events", id2], workspace, env);
  const kept = await contents(state);
  const requests = JSON.stringify(api.requests.slice(asked));
  return { everything: [log, events, kept, requests].join("\n"), pwned: existsSync(pwned), log };
}

function pawl(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PAWL, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** Every byte below a folder. */
async function contents(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, "latin1")))).join("\n");
}

describe("commands of a shell step and of an obedient model", () => {
  it.each(casesOf<CommandCase>("commands"))("$id: $attack", async (attack) => {
    const mark = heard.length;
    const { everything, pwned, log } = await runAttack(attack);
    expect(leaked(everything)).toEqual([]);
    expect(leaked(heard.slice(mark).join("\n"))).toEqual([]);
    expect(attack.profile === "restricted" ? heard.slice(mark) : []).toEqual([]);
    expect(pwned).toBe(false);
    expect(everything).toContain(attack.ends ?? "");
    // The run went on to its end: a defence that only crashes would pass everything above.
    expect(log).toMatch(/✓ after/);
  });
});
