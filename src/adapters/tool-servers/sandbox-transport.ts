import { deserializeMessage, serializeMessage } from "@modelcontextprotocol/sdk/shared/stdio.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { ToolServerPlace, ToolServerSpec } from "../../ports/tool-servers.ts";

/** A message longer than this isn't waited for. */
const LONGEST_MESSAGE = 8 * 1024 * 1024;

/** MCP over the standard streams of a program that runs in the step's own sandbox, and ends with it. */
export function createSandboxTransport(
  spec: Extract<ToolServerSpec, { command: readonly string[] }>,
  place: ToolServerPlace,
): Transport {
  const outbox = messageQueue();
  const stop = new AbortController();
  let pending = "";
  const transport: Transport = {
    async start() {
      void place.sandbox
        .run({
          argv: spec.command,
          cwd: place.cwd,
          env: { ...spec.env, TMPDIR: place.temporaryDirectory },
          stdin: outbox.messages,
          ...(place.profile === undefined ? {} : { profile: place.profile }),
          writable: [place.temporaryDirectory],
          graceMs: 1_000,
          outputLimit: 64 * 1024,
          shownLimit: Number.POSITIVE_INFINITY,
          signal: AbortSignal.any([place.signal, stop.signal]),
          onOutput: (stream, text) => {
            if (stream === "stdout") receive(text);
          },
        })
        .then(
          ({ stderr }) => {
            if (stderr !== "" && !stop.signal.aborted) transport.onerror?.(new Error(stderr.trim().slice(-500)));
          },
          (thrown: unknown) => transport.onerror?.(thrown instanceof Error ? thrown : new Error(String(thrown))),
        )
        .finally(() => transport.onclose?.());
    },
    async send(message) {
      outbox.push(serializeMessage(message));
    },
    async close() {
      outbox.end();
      stop.abort();
    },
  };
  const receive = (text: string): void => {
    pending += text;
    if (pending.length > LONGEST_MESSAGE) pending = "";
    const lines = pending.split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) {
      try {
        transport.onmessage?.(deserializeMessage(line));
      } catch {
        // Servers print greetings and warnings where only messages belong; they are no messages.
      }
    }
  };
  return transport;
}

/** What is pushed, in order, as an async iteration that ends when it's told to. */
function messageQueue(): { messages: AsyncIterable<string>; push(message: string): void; end(): void } {
  const waiting: string[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  return {
    messages: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          const next = waiting.shift();
          if (next !== undefined) yield next;
          else if (ended) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      },
    },
    push(message) {
      waiting.push(message);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
  };
}
