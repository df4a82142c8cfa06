import { isJsonObject, type JsonObject } from "../kernel/json.ts";
import type { Usage } from "../ports/model-provider.ts";

/** Reads the tokens out of an answer that is passed on byte by byte: a stream of events, or one JSON message. */
export class UsageReader {
  readonly #decoder = new TextDecoder();
  #text = "";
  #found: Usage | undefined;

  /** What was counted; undefined when the answer said nothing of it. */
  get usage(): Usage | undefined {
    return this.#found;
  }

  write(chunk: Uint8Array): void {
    this.#text += this.#decoder.decode(chunk, { stream: true });
    const lines = this.#text.split("\n");
    this.#text = lines.pop() ?? "";
    for (const line of lines) this.#read(line);
  }

  end(): void {
    this.#read(this.#text);
    this.#text = "";
  }

  #read(line: string): void {
    const text = line.startsWith("data:") ? line.slice(5).trim() : line.trim();
    if (!text.startsWith("{") || !text.includes('"usage"')) return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    if (!isJsonObject(value)) return;
    const message = value["message"];
    const usage = isJsonObject(message) && isJsonObject(message["usage"]) ? message["usage"] : value["usage"];
    if (isJsonObject(usage)) this.#found = merge(this.#found, usage);
  }
}

function merge(before: Usage | undefined, found: JsonObject): Usage {
  const count = (name: string, known: number | undefined): number =>
    typeof found[name] === "number" ? found[name] : (known ?? 0);
  const kept = found["cache_creation"];
  const long = isJsonObject(kept) ? kept["ephemeral_1h_input_tokens"] : before?.cacheWriteLong;
  return {
    input: count("input_tokens", before?.input),
    output: count("output_tokens", before?.output),
    cacheRead: count("cache_read_input_tokens", before?.cacheRead),
    cacheWrite: count("cache_creation_input_tokens", before?.cacheWrite),
    ...(typeof long === "number" ? { cacheWriteLong: long } : {}),
  };
}
