import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const SERVER = path.join(ROOT, "node_modules/yaml-language-server/bin/yaml-language-server");

/** A client of the Language Server Protocol over standard streams: as much of it as completion, hover and diagnostics take. */
class Editor implements AsyncDisposable {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #buffer = Buffer.alloc(0);
  #next = 1;

  constructor() {
    this.#server = spawn(process.execPath, [SERVER, "--stdio"]);
    this.#server.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  async open(text: string): Promise<string> {
    const uri = pathToFileURL(path.join(ROOT, `tests/language/schema/opened-${this.#next}.yml`)).href;
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
    });
    await Promise.resolve();
    return uri;
  }

  async initialize(): Promise<void> {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(ROOT).href,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: false } }, hover: {} } },
    });
    this.#send({ method: "initialized", params: {} });
    this.#send({
      method: "workspace/didChangeConfiguration",
      params: { settings: { yaml: { completion: true, hover: true, validate: true, schemaStore: { enable: false } } } },
    });
  }

  request(method: string, params: object): Promise<unknown> {
    const id = this.#next++;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, resolve);
    this.#send({ id, method, params });
    return promise;
  }

  async completions(text: string, line: number, character: number): Promise<string[]> {
    const uri = await this.open(text);
    const result = (await this.request("textDocument/completion", {
      textDocument: { uri },
      position: { line, character },
    })) as { items: { label: string }[] };
    return result.items.map(({ label }) => label);
  }

  async hover(text: string, line: number, character: number): Promise<string> {
    const uri = await this.open(text);
    const result = (await this.request("textDocument/hover", {
      textDocument: { uri },
      position: { line, character },
    })) as { contents: { value: string } } | null;
    return result?.contents.value ?? "";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.request("shutdown", {});
    this.#send({ method: "exit" });
    this.#server.stdin.end();
    if (this.#server.exitCode === null) await new Promise((resolve) => this.#server.once("exit", resolve));
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, Math.max(end, 0)).toString())?.[1] ?? Number.NaN,
      );
      if (end < 0 || this.#buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(end + 4, end + 4 + length).toString()) as {
        id?: number;
        method?: string;
        result?: unknown;
      };
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      if (message.id !== undefined && message.method !== undefined)
        this.#send({
          id: message.id,
          result: message.method === "workspace/configuration" ? [{}, {}, {}, {}, {}, {}] : null,
        });
      else if (message.id !== undefined) this.#waiting.get(message.id)?.(message.result);
    }
  }
}

const HEAD = `# yaml-language-server: $schema=${path.join(ROOT, "workflow.schema.json")}\nname: a\n`;
let editor: Editor;

beforeAll(async () => {
  editor = new Editor();
  await editor.initialize();
});
afterAll(() => editor[Symbol.asyncDispose]());

describe("a real editor's language server, led by the schema line alone", () => {
  test("offers the fields of a workflow", async () => {
    expect(await editor.completions(`${HEAD}\n`, 2, 0)).toEqual(
      expect.arrayContaining(["inputs", "budget", "steps", "permissions"]),
    );
  });

  test("offers the step types", async () => {
    expect(await editor.completions(`${HEAD}steps:\n  - id: x\n    type: \n`, 4, 10)).toEqual(
      expect.arrayContaining(["shell", "claude", "assert", "foreach"]),
    );
  });

  test("offers the fields of the type that stands there, and not another's", async () => {
    const offered = await editor.completions(`${HEAD}steps:\n  - id: x\n    type: assert\n    \n`, 5, 4);
    expect(offered).toEqual(expect.arrayContaining(["condition", "message", "when", "timeout"]));
    expect(offered).not.toContain("working_directory");
  });

  test("says what a field does when one points at it", async () => {
    expect(
      await editor.hover(`${HEAD}steps:\n  - id: x\n    type: shell\n    command: "true"\n    timeout: 5m\n`, 6, 6),
    ).toContain("ended");
  });
});
