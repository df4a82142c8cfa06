import type { Json, JsonObject } from "../kernel/json.ts";
import type { Clock } from "../ports/clock.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { Message } from "./answers.ts";

/** How often a process that drives runs looks for what others said to them, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
const PREFIX = "mailbox/";

/**
 * Messages to runs that another process drives, by way of the store's facts: the lease's holder is the only one who may write the journal,
 * so whoever else wants something leaves word.
 */
export interface Mailbox {
  leave(runId: string, message: Message): Promise<void>;
  /** Looks from now on, until `stop`; `deliver` gets each message once. */
  watch(deliver: (runId: string, message: Message) => void): void;
  stop(): void;
}

export function createMailbox(store: RunStore, clock: Clock, isMine: (runId: string) => boolean): Mailbox {
  let watching: AbortController | undefined;

  const collect = async (deliver: (runId: string, message: Message) => void): Promise<void> => {
    for (const { key, value, version } of await store.listFacts(PREFIX)) {
      const runId = key.slice(PREFIX.length);
      const messages = messagesOf(value);
      if (messages.length === 0 || !isMine(runId)) continue;
      // Emptied before it is delivered: a message is never answered twice.
      if (await store.setFact(key, { messages: [] }, version)) for (const message of messages) deliver(runId, message);
    }
  };

  return {
    async leave(runId, message) {
      for (;;) {
        const stored = await store.getFact(PREFIX + runId);
        const messages = [...messagesOf(stored?.value), message] as unknown as readonly Json[];
        if (await store.setFact(PREFIX + runId, { messages }, stored?.version ?? 0)) return;
      }
    },
    watch(deliver) {
      if (watching !== undefined) return;
      const control = new AbortController();
      watching = control;
      const look = async (): Promise<void> => {
        for (;;) {
          await clock.sleep(LOOK_EVERY_MS, control.signal);
          // A store that can't be read now is asked again; its runs have their own ways to notice.
          await collect(deliver).catch(() => {});
        }
      };
      look().catch(() => {});
    },
    stop() {
      watching?.abort();
      watching = undefined;
    },
  };
}

function messagesOf(value: JsonObject | undefined): readonly Message[] {
  const messages = value?.["messages"];
  return Array.isArray(messages) ? (messages as unknown as readonly Message[]) : [];
}
