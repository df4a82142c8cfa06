import { appendFile, readFile } from "node:fs/promises";
import { canonicalJson, isJsonObject, type Json } from "../../kernel/json.ts";
import { PawlError } from "../../kernel/errors.ts";
import type { ModelProvider, ModelRequest, ModelResponse } from "../../ports/model-provider.ts";

/** One exchange of a recording: a line of its file. */
interface Exchange {
  readonly request: ModelRequest;
  readonly response: ModelResponse;
}

/**
 * Passes requests on to a provider and writes each exchange to a file, one JSON line each, for `replayProvider`.
 *
 * @param redact applied to every text before it is written: recordings are made to be kept
 */
export function recordingProvider(
  provider: ModelProvider,
  file: string,
  redact: (value: Exchange) => Exchange,
): ModelProvider {
  let writing: Promise<unknown> = Promise.resolve();
  return {
    ...(provider.endpoint === undefined ? {} : { endpoint: provider.endpoint }),
    get name() {
      return provider.name;
    },
    async send(request, stream) {
      const response = await provider.send(request, stream);
      // Steps that run at once may finish at once: lines are written one after another.
      writing = writing.then(() => appendFile(file, `${JSON.stringify(redact({ request, response }))}\n`));
      await writing;
      return response;
    },
  };
}

/**
 * Answers from a recording, in its order, and strictly: a request that differs from the recorded one is `model.unexpected_request`, whose
 * message shows what differs. It calls itself `scripted`, whoever answered when it was recorded.
 *
 * @throws PawlError `model.bad_recording` when the file can't be read
 */
export async function replayProvider(file: string): Promise<ModelProvider> {
  const left = await readRecording(file);
  let count = 0;
  return {
    name: "scripted",
    endpoint: `recording:${file}`,
    async send(request, stream) {
      count++;
      const next = left.shift();
      if (next === undefined) throw unexpected(`request ${count} comes after the end of the recording ${file}`);
      const difference = firstDifference(next.request, request, "request");
      if (difference !== undefined)
        throw unexpected(`request ${count} isn't the recorded one of ${file}: ${difference}`);
      for (const block of next.response.content) if (block.type === "text") stream.onText?.(block.text);
      return { ...next.response, provider: "scripted" };
    },
  };
}

async function readRecording(file: string): Promise<Exchange[]> {
  try {
    const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line) as Exchange);
  } catch (cause) {
    throw new PawlError({
      code: "model.bad_recording",
      kind: "invalid",
      message: `The recording ${file} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "Record the conversation again.",
      cause,
    });
  }
}

/** Where two values first differ, and what stands there in each; undefined when they are equal. */
export function firstDifference(recorded: unknown, found: unknown, at: string): string | undefined {
  if (canonicalJson(recorded) === canonicalJson(found)) return undefined;
  if (Array.isArray(recorded) && Array.isArray(found)) {
    for (let i = 0; i < Math.max(recorded.length, found.length); i++) {
      const difference = firstDifference(recorded[i] ?? null, found[i] ?? null, `${at}[${i}]`);
      if (difference !== undefined) return difference;
    }
  }
  if (isJsonObject(recorded) && isJsonObject(found)) {
    for (const key of [...new Set([...Object.keys(recorded), ...Object.keys(found)])].toSorted()) {
      const difference = firstDifference(recorded[key] ?? null, found[key] ?? null, `${at}.${key}`);
      if (difference !== undefined) return difference;
    }
  }
  return `${at} was recorded as ${excerpt(recorded, found)} and is ${excerpt(found, recorded)}`;
}

/** A value as text around the place where it leaves the other one. */
function excerpt(value: unknown, other: unknown): string {
  const [text, against] = [print(value), print(other)];
  let same = 0;
  while (same < text.length && text[same] === against[same]) same++;
  const start = Math.max(0, same - 30);
  const end = Math.min(text.length, same + 120);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

function print(value: unknown): string {
  return JSON.stringify(value as Json) ?? "nothing";
}

function unexpected(message: string): PawlError {
  return new PawlError({
    code: "model.unexpected_request",
    kind: "permanent",
    message: `The scripted model has no answer: ${message}`,
    remedy: "Record the conversation again, or find out why the request changed.",
  });
}
