import type { RunUpdate } from "./engine.ts";

/** Output lines a slow reader may be behind; what is older is dropped. */
const LINES_HELD = 1_000;

/** Live updates of one run (R11). Publishing never waits and never fails, whatever readers do. */
export interface Updates {
  publish(update: RunUpdate): void;
  subscribe(): AsyncIterable<RunUpdate>;
  end(): void;
}

export function createUpdates(): Updates {
  const readers = new Set<Reader>();
  let ended = false;
  return {
    publish(update) {
      for (const reader of readers) reader.push(update);
    },
    subscribe() {
      const reader = createReader(() => readers.delete(reader));
      if (ended) reader.end();
      else readers.add(reader);
      return reader;
    },
    end() {
      ended = true;
      for (const reader of readers) reader.end();
      readers.clear();
    },
  };
}

interface Reader extends AsyncIterable<RunUpdate> {
  push(update: RunUpdate): void;
  end(): void;
}

function createReader(onReturn: () => void): Reader {
  const queue: RunUpdate[] = [];
  let lines = 0;
  let ended = false;
  let wake: (() => void) | undefined;
  const next = async (): Promise<IteratorResult<RunUpdate, undefined>> => {
    for (;;) {
      const update = queue.shift();
      if (update !== undefined) {
        if (update.kind === "output") lines--;
        return { done: false, value: update };
      }
      if (ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    push(update) {
      if (update.kind === "output") {
        if (lines >= LINES_HELD) {
          queue.splice(
            queue.findIndex((held) => held.kind === "output"),
            1,
          );
        } else lines++;
      }
      queue.push(update);
      wake?.();
    },
    end() {
      ended = true;
      wake?.();
    },
    [Symbol.asyncIterator]: () => ({
      next,
      return: async () => {
        ended = true;
        onReturn();
        return { done: true, value: undefined };
      },
    }),
  };
}
